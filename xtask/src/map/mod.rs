//! `cargo xtask map`: the outlines behind the maps, drawn from Natural Earth's data in the package
//! `world-atlas`.

mod clip;
mod path;
mod simplify;
mod topology;

use std::path::PathBuf;

use factdeck::ui::visuals::map::LANDS;
use factdeck::ui::visuals::projection::{CENTRAL_MERIDIAN as MIDDLE, project};

use crate::failure::Outcome;
use crate::{files, npm};
use topology::{Atlas, Degrees};

/// A point of the plane, in its units of ten kilometres.
type Point = (f64, f64);

/// The atlas in the package: the next coarser one, to 110 million, knows too few corners for the closest
/// maps.
const ATLAS: &str = "world-atlas/countries-50m.json";
/// The least triangle that a corner makes with its neighbours, in hundreds of square kilometres.
const LEAST_CORNER: f64 = 2.0;

/// Installs the package if it is missing, and writes the picture.
pub fn run() -> Outcome {
    npm::set_up()?;
    let picture = draw(&files::read_text(&atlas())?)?;
    files::write(&target(), picture.as_bytes())?;
    println!("{} is drawn: {} bytes.", target().display(), picture.len());
    Ok(())
}

fn atlas() -> PathBuf {
    npm::folder().join("node_modules").join(ATLAS)
}

fn target() -> PathBuf {
    files::root().join("assets").join(LANDS.0)
}

/// The picture as SVG. It stands in the page as an image and sees none of the page's style, so its grey is
/// one that can be told from light paper and from dark.
fn draw(topology: &str) -> Outcome<String> {
    let Atlas { arcs, land, borders } = topology::read(topology)?;
    // Each arc is simplified once, so that the lands on both its sides still fit.
    let arcs: Vec<Vec<Point>> = arcs.iter().map(|arc| simplify::line(plane(arc), LEAST_CORNER)).collect();
    let window = LANDS.1.map(f64::from);
    let land: Vec<_> = land.iter().map(|ring| clip::ring(topology::join(&arcs, ring), window)).collect();
    let borders: Vec<_> =
        borders.iter().filter_map(|arc| arcs.get(*arc)).flat_map(|arc| clip::line(arc, window)).collect();
    let view_box = LANDS.1.map(|side| side.to_string()).join(" ");
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{view_box}\">\n\
         <path fill=\"#7f8c8d\" fill-opacity=\".28\" d=\"{}\"/>\n\
         <path fill=\"none\" stroke=\"#7f8c8d\" stroke-width=\".8\" stroke-linejoin=\"round\" d=\"{}\"/>\n\
         </svg>\n",
        path::rings(&land),
        path::lines(&borders)
    ))
}

/// An arc on the plane. One that lies in the south has no points there: no map goes so far, and one of them
/// runs around the pole, which would close around the whole plane.
fn plane(arc: &[Degrees]) -> Vec<Point> {
    if arc.iter().all(|place| place.latitude < 0.0) {
        return Vec::new();
    }
    // Counted from the middle, the longitudes start anew in America, which lies above the picture on both its
    // sides, and not in Chukotka.
    let east = |longitude: f64| (longitude - MIDDLE + 180.0).rem_euclid(360.0) - 180.0;
    arc.iter().map(|place| project(place.latitude, MIDDLE + east(place.longitude))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on_plane(places: &[(f64, f64)]) -> Vec<Point> {
        let degrees =
            |(longitude, latitude): &(f64, f64)| Degrees { longitude: *longitude, latitude: *latitude };
        plane(&places.iter().map(degrees).collect::<Vec<_>>())
    }

    #[test]
    fn places_lie_where_the_app_puts_them() {
        assert_eq!(on_plane(&[(30.5, 50.4), (127.0, 37.5)]), [project(50.4, 30.5), project(37.5, 127.0)]);
    }

    #[test]
    fn nothing_tears_where_the_longitudes_start_anew() {
        let shown = on_plane(&[(179.5, 66.0), (-179.5, 66.0)]);
        assert!(
            matches!(shown[..], [before, behind] if (0.0..20.0).contains(&(behind.0 - before.0))),
            "{shown:?}"
        );
    }

    /// A line from one such point to another is out of it as well: all lie above.
    #[test]
    fn what_is_far_stays_out_of_the_picture() {
        let top = f64::from(LANDS.1[1]);
        for longitude in [-43.0, -101.9, -102.1, -170.0] {
            for latitude in [0.0, 20.0, 45.0, 83.0] {
                let shown = on_plane(&[(longitude, latitude)]);
                assert!(shown.iter().all(|(_, y)| *y < top), "{longitude} {latitude}: {shown:?}");
            }
        }
    }

    #[test]
    fn arcs_of_the_south_are_left_out_and_those_across_the_equator_are_not() {
        assert_eq!(on_plane(&[(-180.0, -80.0), (180.0, -80.0)]), []);
        assert_eq!(on_plane(&[(78.0, -1.0), (78.0, 1.0)]).len(), 2);
    }

    #[test]
    fn a_small_world_is_drawn() {
        // A square of two lands; the border between them is the meridian in the middle.
        let drawn = draw(
            r#"{
                "transform": { "scale": [1, 1], "translate": [0, 0] },
                "objects": {
                    "countries": { "geometries": [
                        { "type": "Polygon", "arcs": [[0, 1]] },
                        { "type": "Polygon", "arcs": [[-1, 2]] }
                    ] },
                    "land": { "geometries": [{ "type": "Polygon", "arcs": [[-3, 1]] }] }
                },
                "arcs": [
                    [[78, 48], [0, 10]],
                    [[78, 58], [-10, 0], [0, -10], [10, 0]],
                    [[78, 48], [10, 0], [0, 10], [-10, 0]]
                ]
            }"#,
        );
        let drawn = drawn.map_err(|failure| failure.to_string());
        let paths: Vec<_> = drawn.iter().flat_map(|svg| svg.split(" d=\"").skip(1)).collect();
        assert!(
            matches!(paths[..], [land, border]
            if land.starts_with('m') && land.contains("z\"") && border.starts_with("m0 0 0-111.2\"")),
            "{drawn:?}"
        );
    }

    #[test]
    fn the_committed_picture_is_what_the_step_draws() {
        let committed = std::fs::read_to_string(target()).unwrap_or_default();
        assert!(!committed.is_empty(), "{} is missing", target().display());
        // The package is there once the browser tests or a release were set up.
        if let Ok(topology) = std::fs::read_to_string(atlas()) {
            let drawn = draw(&topology).map_err(|failure| failure.to_string());
            assert!(drawn.as_ref() == Ok(&committed), "Run `cargo xtask map` and look at the picture.");
        }
    }
}
