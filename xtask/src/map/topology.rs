//! The package's files are `TopoJSON`: lines between junctions, called arcs, each once and as small whole
//! steps; and lands that say of which arcs they are made.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::failure::{Failure, Outcome};

/// A place on the globe.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Degrees {
    pub longitude: f64,
    pub latitude: f64,
}

/// A closed line, by its arcs: `n` is the n-th arc from its start, `!n` the same from its end.
pub type Ring = Vec<i32>;

/// What the map takes of the file.
#[derive(Debug)]
pub struct Atlas {
    pub arcs: Vec<Vec<Degrees>>,
    /// The shores: around every land, and the other way around within.
    pub land: Vec<Ring>,
    /// The arcs between two countries, by their numbers.
    pub borders: Vec<usize>,
}

#[derive(Deserialize)]
struct Topology {
    transform: Transform,
    objects: Objects,
    arcs: Vec<Vec<[i32; 2]>>,
}

#[derive(Deserialize)]
struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
}

#[derive(Deserialize)]
struct Objects {
    countries: Collection,
    land: Collection,
}

#[derive(Deserialize)]
struct Collection {
    geometries: Vec<Geometry>,
}

#[derive(Deserialize)]
#[serde(tag = "type")]
enum Geometry {
    Polygon { arcs: Vec<Ring> },
    MultiPolygon { arcs: Vec<Vec<Ring>> },
}

impl Geometry {
    fn rings(self) -> Vec<Ring> {
        match self {
            Self::Polygon { arcs } => arcs,
            Self::MultiPolygon { arcs } => arcs.into_iter().flatten().collect(),
        }
    }
}

/// Reads the file's text.
pub fn read(text: &str) -> Outcome<Atlas> {
    let Topology { transform, objects, arcs } = serde_json::from_str(text).map_err(|error| {
        Failure::new(format!("The atlas is not of the shape that the map reads: {error}."))
    })?;
    let mut countries: BTreeMap<i32, usize> = BTreeMap::new();
    for country in objects.countries.geometries {
        let mut arcs: Vec<i32> = country.rings().concat().into_iter().map(number).collect();
        arcs.sort_unstable();
        arcs.dedup();
        for arc in arcs {
            *countries.entry(arc).or_default() += 1;
        }
    }
    let shared = countries.into_iter().filter(|(_, countries)| *countries > 1);
    Ok(Atlas {
        arcs: arcs.iter().map(|arc| decode(arc, &transform)).collect(),
        land: objects.land.geometries.into_iter().flat_map(Geometry::rings).collect(),
        borders: shared.filter_map(|(arc, _)| usize::try_from(arc).ok()).collect(),
    })
}

/// The line that a ring's arcs make one behind the other; where two meet, their common point stands once.
pub fn join<T: Copy>(arcs: &[Vec<T>], ring: &[i32]) -> Vec<T> {
    let mut line: Vec<T> = Vec::new();
    for reference in ring {
        let arc = usize::try_from(number(*reference)).ok().and_then(|number| arcs.get(number));
        let mut arc = arc.cloned().unwrap_or_default();
        if *reference < 0 {
            arc.reverse();
        }
        // The last point is the next arc's first, and the ring's own first in the end.
        arc.pop();
        line.append(&mut arc);
    }
    line
}

/// The number of the arc that a reference is to, whichever way round.
fn number(reference: i32) -> i32 {
    if reference < 0 { !reference } else { reference }
}

/// From steps, each counted from the one before, to places.
fn decode(arc: &[[i32; 2]], transform: &Transform) -> Vec<Degrees> {
    let Transform { scale: [width, height], translate: [west, south] } = transform;
    let steps = arc.iter().scan([0, 0], |[x, y], [right, up]| {
        *x += right;
        *y += up;
        Some((f64::from(*x), f64::from(*y)))
    });
    steps.map(|(x, y)| Degrees { longitude: x * width + west, latitude: y * height + south }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two countries side by side, with a border between them, and a third that is an island.
    const ATLAS: &str = r#"{
        "transform": { "scale": [0.5, 2], "translate": [-10, 20] },
        "objects": {
            "countries": { "geometries": [
                { "type": "Polygon", "arcs": [[0, 1]] },
                { "type": "MultiPolygon", "arcs": [[[2, -1]]] },
                { "type": "Polygon", "arcs": [[3]] }
            ] },
            "land": { "geometries": [{ "type": "MultiPolygon", "arcs": [[[1, 2]], [[3]]] }] }
        },
        "arcs": [
            [[4, 0], [0, 3]],
            [[4, 3], [-4, 0], [0, -3], [4, 0]],
            [[4, 0], [4, 0], [0, 3], [-4, 0]],
            [[20, 0], [1, 1], [1, -1], [-2, 0]]
        ]
    }"#;

    fn degrees(longitude: f64, latitude: f64) -> Degrees {
        Degrees { longitude, latitude }
    }

    #[test]
    fn steps_become_places() {
        let arcs = read(ATLAS).map(|atlas| atlas.arcs).unwrap_or_default();
        assert_eq!(arcs.first(), Some(&vec![degrees(-8.0, 20.0), degrees(-8.0, 26.0)]));
        let west = [(-8.0, 26.0), (-10.0, 26.0), (-10.0, 20.0), (-8.0, 20.0)].map(|(x, y)| degrees(x, y));
        assert_eq!(arcs.get(1), Some(&west.to_vec()));
    }

    #[test]
    fn a_border_is_what_two_countries_share_and_no_shore_is_one() {
        assert_eq!(
            read(ATLAS).map(|atlas| (atlas.borders, atlas.land)).ok(),
            Some((vec![0], vec![vec![1, 2], vec![3]]))
        );
    }

    #[test]
    fn arcs_are_joined_either_way_round_and_meet_in_one_point() {
        let arcs = [vec!['a', 'b', 'c'], vec!['a', 'd', 'c']];
        assert_eq!(join(&arcs, &[0, -2]), ['a', 'b', 'c', 'd']);
        assert_eq!(join(&arcs, &[1, -1]), ['a', 'd', 'c', 'b']);
    }

    #[test]
    fn what_is_no_atlas_is_refused_with_a_sentence() {
        let told = read(r#"{ "arcs": [] }"#).err().map(|failure| failure.to_string());
        assert!(told.is_some_and(|told| told.starts_with("The atlas is not of the shape")), "no failure");
    }
}
