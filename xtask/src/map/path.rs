//! Lines as the commands of an SVG path, as short as they can be written.

use super::Point;

/// Closed lines. What the grid makes less than a triangle is left out.
pub fn rings(rings: &[Vec<Point>]) -> String {
    path(rings, 3, "z")
}

/// Open lines.
pub fn lines(lines: &[Vec<Point>]) -> String {
    path(lines, 2, "")
}

fn path(lines: &[Vec<Point>], least_points: usize, end: &str) -> String {
    let mut path = String::new();
    let mut at = (0.0, 0.0);
    for line in lines.iter().map(|line| on_grid(line)).filter(|line| line.len() >= least_points) {
        let start = line.first().copied();
        path.push('m');
        for point in line {
            number(&mut path, point.0 - at.0);
            number(&mut path, point.1 - at.1);
            at = point;
        }
        path.push_str(end);
        // A line that was closed ends where it began.
        at = start.filter(|_| !end.is_empty()).unwrap_or(at);
    }
    path
}

/// In whole tenths, of which every second is taken: a fifth of a unit is finer than any map shows. Points
/// that fall on the one before go.
fn on_grid(line: &[Point]) -> Vec<Point> {
    // Adding nothing turns the zero below zero into the common one.
    let tenths = |value: f64| (value * 5.0).round() * 2.0 + 0.0;
    let mut line: Vec<Point> = line.iter().map(|(x, y)| (tenths(*x), tenths(*y))).collect();
    line.dedup();
    line
}

/// Writes a number of tenths without a nought before the point, and parted from the number before only if
/// neither its sign nor its point does that.
fn number(path: &mut String, tenths: f64) {
    let text = (tenths / 10.0).to_string().replacen("0.", ".", usize::from(tenths.abs() < 10.0));
    let before =
        path.rsplit(|letter: char| !letter.is_ascii_digit() && letter != '.').next().unwrap_or_default();
    let is_parted =
        before.is_empty() || text.starts_with('-') || (text.starts_with('.') && before.contains('.'));
    if !is_parted {
        path.push(' ');
    }
    path.push_str(&text);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_parted_by_sign_point_or_space() {
        let mut path = "m".to_owned();
        for tenths in [100.0, 4.0, 2.0, 10.0, 2.0, -6.0, -200.0, 0.0, -12.0, 104.0] {
            number(&mut path, tenths);
        }
        assert_eq!(path, "m10 .4.2 1 .2-.6-20 0-1.2 10.4");
    }

    #[test]
    fn lines_go_step_by_step_from_where_the_last_one_ended() {
        let lines = [vec![(1.0, 2.0), (3.0, 1.0)], vec![(3.0, 2.0), (3.0, 4.4)]];
        assert_eq!(super::lines(&lines), "m1 2 2-1m0 1 0 2.4");
    }

    #[test]
    fn rings_are_closed_and_the_next_one_counts_from_their_start() {
        let rings = [vec![(1.0, 1.0), (3.0, 1.0), (1.0, 3.0)], vec![(5.0, 5.0), (6.0, 5.0), (6.0, 6.0)]];
        assert_eq!(super::rings(&rings), "m1 1 2 0-2 2zm4 4 1 0 0 1z");
    }

    #[test]
    fn steps_do_not_drift_from_the_grid() {
        let line: Vec<Point> = (0..4).map(|step| (f64::from(step) * 0.33, 0.0)).collect();
        // 0, 0.33, 0.66 and 0.99 lie at 0, 0.4, 0.6 and 1.
        assert_eq!(lines(&[line]), "m0 0 .4 0 .2 0 .4 0");
    }

    #[test]
    fn what_the_grid_makes_a_point_is_left_out() {
        assert_eq!(lines(&[vec![(1.0, 1.0), (1.01, 1.0)]]), "");
        assert_eq!(rings(&[vec![(1.0, 1.0), (2.0, 1.0), (2.01, 1.0)]]), "");
        assert_eq!(rings(&[Vec::new()]), "");
    }
}
