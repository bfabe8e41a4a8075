//! Fewer points: Visvalingam's way, which takes away the corner that matters least until all matter enough.

use super::Point;

/// The line without the corners whose triangle with their neighbours is smaller than `least`. Its ends stay.
pub fn line(mut line: Vec<Point>, least: f64) -> Vec<Point> {
    while let Some((corner, _)) = corners(&line)
        .enumerate()
        .filter(|(_, area)| *area < least)
        .min_by(|(_, one), (_, other)| one.total_cmp(other))
    {
        line.remove(corner + 1);
    }
    line
}

/// The areas of all triangles of three points that follow each other.
fn corners(line: &[Point]) -> impl Iterator<Item = f64> {
    let (second, third) = (line.iter().skip(1), line.iter().skip(2));
    line.iter()
        .zip(second)
        .zip(third)
        .map(|((a, b), c)| ((b.0 - a.0) * (c.1 - a.1) - (c.0 - a.0) * (b.1 - a.1)).abs() / 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_corners_go_and_large_ones_and_both_ends_stay() {
        let wavy = vec![(0.0, 0.0), (5.0, 0.1), (10.0, 0.0), (10.0, 10.0), (10.1, 12.0)];
        assert_eq!(line(wavy, 1.0), [(0.0, 0.0), (10.0, 0.0), (10.1, 12.0)]);
    }

    #[test]
    fn the_smallest_goes_first_and_its_neighbours_are_measured_anew() {
        // The last two are too small; with the last gone, the one before it is not.
        let teeth = vec![(0.0, 0.0), (1.0, 1.0), (2.0, 0.0), (3.0, 0.9), (4.0, 0.0)];
        assert_eq!(line(teeth, 1.0), [(0.0, 0.0), (1.0, 1.0), (2.0, 0.0), (4.0, 0.0)]);
    }

    #[test]
    fn both_ways_along_the_same_line_give_the_same() {
        let shore: Vec<Point> =
            (0..40).map(f64::from).map(|x| (x, (x * 1.7).sin() * (x * 0.3).cos() * 4.0)).collect();
        let back: Vec<Point> = shore.iter().rev().copied().collect();
        let mut there = line(shore, 2.0);
        there.reverse();
        assert_eq!(there, line(back, 2.0));
    }

    #[test]
    fn an_island_below_the_measure_goes_down_to_a_point() {
        let island = vec![(0.0, 0.0), (0.1, 0.0), (0.1, 0.1), (0.0, 0.0)];
        assert_eq!(line(island, 1.0), [(0.0, 0.0), (0.0, 0.0)]);
    }
}
