//! From degrees to the plane: the equidistant conic projection, which suits lands that lie side by side in
//! middle latitudes. Formula: Snyder, "Map Projections: A Working Manual" (1987), p. 111, for a sphere.

/// The radius of the Earth in units of the plane: one unit is ten kilometres.
const RADIUS: f64 = 637.1;
/// The meridian that stands upright, in degrees: that of the middle between Kyiv and Seoul.
pub const CENTRAL_MERIDIAN: f64 = 78.0;
/// The parallel through the plane's origin, in degrees.
const CENTRAL_PARALLEL: f64 = 48.0;
/// Snyder's n and G for true lengths along 38 and 58 degrees north.
const N: f64 = 0.739_377_7;
const G: f64 = 1.729_000_8;

/// Where a place lies: x to the right and y downwards, in units of ten kilometres.
pub fn project(latitude: f64, longitude: f64) -> (f64, f64) {
    let rho = G - latitude.to_radians();
    let theta = N * (longitude - CENTRAL_MERIDIAN).to_radians();
    let origin = G - CENTRAL_PARALLEL.to_radians();
    (RADIUS * rho * sine(theta), RADIUS * (rho * cosine(theta) - origin))
}

/// The first terms of the series: right to six digits up to 80 degrees of longitude from the middle, and a
/// tenth of the code that the standard library brings for angles of any size.
fn sine(x: f64) -> f64 {
    let square = x * x;
    x * (1.0 - square / 6.0 * (1.0 - square / 20.0 * (1.0 - square / 42.0 * (1.0 - square / 72.0))))
}

fn cosine(x: f64) -> f64 {
    let square = x * x;
    1.0 - square / 2.0 * (1.0 - square / 12.0 * (1.0 - square / 30.0 * (1.0 - square / 56.0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_series_are_as_good_as_the_functions() {
        for step in -105..=105 {
            let x = f64::from(step) / 100.0;
            assert!((sine(x) - x.sin()).abs() < 1e-6 && (cosine(x) - x.cos()).abs() < 1e-6, "{x}");
        }
    }

    #[test]
    fn the_constants_are_those_of_the_two_parallels() {
        let (south, north) = (38_f64.to_radians(), 58_f64.to_radians());
        let n = (south.cos() - north.cos()) / (north - south);
        assert!((n - N).abs() < 1e-6, "{n}");
        let g = south.cos() / n + south;
        assert!((g - G).abs() < 1e-6, "{g}");
    }

    #[test]
    fn distances_along_meridians_are_true() {
        let ((_, north), (_, south)) = (project(60.0, 78.0), project(50.0, 78.0));
        assert!((south - north - 111.19).abs() < 0.01, "ten degrees are 1,112 km");
    }
}
