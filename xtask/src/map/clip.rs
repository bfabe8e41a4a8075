//! What of a line lies in a window. The window is cut out one side after the other, as Sutherland and Hodgman
//! do.

use super::Point;

/// Left, top, width and height.
type Window = [f64; 4];

/// How far a point lies within each of the four sides; below zero it lies without.
const SIDES: [fn(Point, Window) -> f64; 4] = [
    |point, [left, ..]| point.0 - left,
    |point, [left, _, width, _]| left + width - point.0,
    |point, [_, top, ..]| point.1 - top,
    |point, [_, top, _, height]| top + height - point.1,
];

/// A ring, given without its first point once more at the end: what of its inside is in the window.
pub fn ring(mut ring: Vec<Point>, window: Window) -> Vec<Point> {
    for side in SIDES {
        let next = ring.iter().cycle().skip(1);
        let cut = ring.iter().zip(next).flat_map(|(from, to)| {
            let kept = Some(*from).filter(|from| side(*from, window) >= 0.0);
            [kept, crossing(*from, *to, side, window)].into_iter().flatten()
        });
        ring = cut.collect();
    }
    ring
}

/// An open line: its pieces in the window.
pub fn line(line: &[Point], window: Window) -> Vec<Vec<Point>> {
    let mut pieces = vec![line.to_vec()];
    for side in SIDES {
        pieces = pieces.iter().flat_map(|piece| cut(piece, side, window)).collect();
    }
    pieces
}

fn cut(line: &[Point], side: fn(Point, Window) -> f64, window: Window) -> Vec<Vec<Point>> {
    let mut pieces = Vec::new();
    let mut piece = Vec::new();
    let mut last = None;
    for point in line {
        piece.extend(last.and_then(|last| crossing(last, *point, side, window)));
        if side(*point, window) >= 0.0 {
            piece.push(*point);
        } else if !piece.is_empty() {
            pieces.push(std::mem::take(&mut piece));
        }
        last = Some(*point);
    }
    pieces.push(piece);
    pieces.retain(|piece| piece.len() > 1);
    pieces
}

/// Where the way from one point to the next goes through a side, if it does.
fn crossing(from: Point, to: Point, side: fn(Point, Window) -> f64, window: Window) -> Option<Point> {
    let (before, behind) = (side(from, window), side(to, window));
    if (before < 0.0) == (behind < 0.0) {
        return None;
    }
    let share = before / (before - behind);
    Some((from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share))
}

#[cfg(test)]
mod tests {
    use super::*;

    const WINDOW: Window = [0.0, 0.0, 10.0, 10.0];

    #[test]
    fn a_ring_within_stays_and_one_without_goes() {
        let within = vec![(1.0, 1.0), (9.0, 1.0), (5.0, 9.0)];
        assert_eq!(ring(within.clone(), WINDOW), within);
        assert_eq!(ring(within.iter().map(|(x, y)| (x + 20.0, *y)).collect(), WINDOW), []);
        assert_eq!(ring(Vec::new(), WINDOW), []);
    }

    #[test]
    fn a_ring_that_reaches_out_ends_at_the_sides() {
        let square = vec![(5.0, 5.0), (15.0, 5.0), (15.0, 15.0), (5.0, 15.0)];
        assert_eq!(ring(square, WINDOW), [(5.0, 5.0), (10.0, 5.0), (10.0, 10.0), (5.0, 10.0)]);
    }

    #[test]
    fn a_ring_around_the_window_fills_it() {
        let around = vec![(-5.0, -5.0), (15.0, -5.0), (15.0, 15.0), (-5.0, 15.0)];
        let mut filled = ring(around, WINDOW);
        filled.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.total_cmp(&other.1)));
        assert_eq!(filled, [(0.0, 0.0), (0.0, 10.0), (10.0, 0.0), (10.0, 10.0)]);
    }

    #[test]
    fn a_line_comes_in_and_goes_out_as_often_as_it_does() {
        let zigzag = [(-5.0, 5.0), (5.0, 5.0), (5.0, -5.0), (8.0, -5.0), (8.0, 15.0)];
        let pieces = line(&zigzag, WINDOW);
        assert_eq!(pieces, [vec![(0.0, 5.0), (5.0, 5.0), (5.0, 0.0)], vec![(8.0, 0.0), (8.0, 10.0)]]);
    }

    #[test]
    fn a_line_past_a_corner_is_not_in_the_window() {
        assert_eq!(line(&[(-5.0, 4.0), (4.0, -5.0)], WINDOW), Vec::<Vec<Point>>::new());
    }
}
