//! Where, and how far: points and lines over the outlines of the lands, which are a picture of their own
//! (`assets/map/lands.svg`, made by `cargo xtask map`).

use yew::prelude::*;

use super::projection::project;
use super::{from, table};
use crate::deck::visual::{Distance, Map};
use crate::deck::{IndexedDeck, Place};
use crate::ui::text;

/// The outlines, and the part of the plane that they fill: x, y, width and height in its units of ten kilometres.
/// `cargo xtask map` draws them for just this part, which is that of the bundled deck's maps.
pub const LANDS: (&str, [i32; 4]) = ("map/lands.svg", [-540, -320, 1090, 570]);
/// The widest that a map is, in times of its height, and the narrowest.
const WIDEST: f64 = 2.2;
const NARROWEST: f64 = 1.4;
/// The least that a map shows from side to side: a thousand kilometres.
const LEAST_WIDTH: f64 = 100.0;

/// A place to be shown.
pub struct Point<'a> {
    /// The place.
    pub place: &'a Place,
    /// Whether the learner has picked it.
    pub is_picked: bool,
    /// What a press on it does; `None` where there is nothing to pick.
    pub on_pick: Option<Callback<()>>,
}

/// A part of the plane.
#[derive(Clone, Copy, Debug, PartialEq)]
struct View {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
}

impl View {
    /// What shows all these places, with room for their names.
    fn around(places: &[(f64, f64)]) -> Self {
        let least = |of: fn(&(f64, f64)) -> f64| places.iter().map(of).fold(f64::MAX, f64::min);
        let most = |of: fn(&(f64, f64)) -> f64| places.iter().map(of).fold(f64::MIN, f64::max);
        let (left, right) = (least(|at| at.0), most(|at| at.0));
        let (top, bottom) = (least(|at| at.1), most(|at| at.1));
        let width = ((right - left) * 1.4).max(LEAST_WIDTH).max((bottom - top) * 1.5 * NARROWEST);
        let height = ((bottom - top) * 1.5).max(width / WIDEST);
        Self {
            x: f64::midpoint(left, right) - width / 2.0,
            y: f64::midpoint(top, bottom) - height / 2.0,
            width,
            height,
        }
    }
}

/// A name beside its point.
#[derive(Debug, PartialEq)]
struct Label {
    x: f64,
    y: f64,
    is_before: bool,
}

/// Where the names go: to the right of their points, or to the left where there is no room, and further down where
/// one stands already.
fn labels(places: &[((f64, f64), usize)], view: View, size: f64) -> Vec<Label> {
    let mut taken: Vec<[f64; 4]> = Vec::new();
    let place = |((x, y), letters): &((f64, f64), usize)| {
        let width = *letters as f64 * size * 0.6;
        let is_before = x + size + width > view.x + view.width;
        let (left, x) = if is_before {
            (x - size * 0.8 - width, x - size * 0.8)
        } else {
            (x + size * 0.8, x + size * 0.8)
        };
        let mut y = y + size * 0.35;
        // As many tries as there are names: then all are passed.
        for _ in 0..places.len() {
            let hits = |[from, to, base, _]: &&[f64; 4]| {
                *from < left + width && left < *to && (base - y).abs() < size
            };
            match taken.iter().find(hits) {
                Some([.., base, _]) => y = base + size,
                None => break,
            }
        }
        taken.push([left, left + width, y, 0.0]);
        Label { x, y, is_before }
    };
    places.iter().map(place).collect()
}

/// The places of a picture, the lines between them, and the table.
pub fn view(deck: &IndexedDeck, map: &Map) -> Html {
    let places = map.places.iter().filter_map(|id| deck.place(id));
    let shown: Vec<Point> = places.map(|place| Point { place, is_picked: false, on_pick: None }).collect();
    let name = |id| deck.place(id).map_or("", |place| place.name.as_str());
    let distances = map.distances.iter().map(|Distance { from, to, km }| {
        let between = text::between(name(from), name(to));
        vec![html! { { between } }, html! { { text::quantity(f64::from(*km), text::KM) } }]
    });
    let lie = map
        .places
        .iter()
        .filter_map(|id| deck.place(id))
        .map(|place| vec![html! { { place.name.as_str() } }, html! { { place.what.as_str() } }]);
    html! {
        <>
            { draw(deck, &shown, &map.distances) }
            <p class="soft">{ text::MAP_NOTE }{ " " }{ from(deck, &map.facts) }</p>
            { table(&[text::PLACE, text::WHAT], lie.chain(distances)) }
        </>
    }
}

/// Places to pick from, without lines; the same stand in a list beside.
pub fn points(deck: &IndexedDeck, shown: &[Point]) -> Html {
    draw(deck, shown, &[])
}

fn draw(deck: &IndexedDeck, shown: &[Point], distances: &[Distance]) -> Html {
    let at = |place: &Place| project(place.latitude, place.longitude);
    let view = View::around(&shown.iter().map(|point| at(point.place)).collect::<Vec<_>>());
    let size = view.width / 22.0;
    let names: Vec<_> =
        shown.iter().map(|point| (at(point.place), point.place.name.chars().count())).collect();
    let labels = labels(&names, view, size);
    let (lands, [x, y, width, height]) = LANDS;
    let lines = distances.iter().filter_map(|Distance { from, to, km }| {
        let ((x1, y1), (x2, y2)) = (at(deck.place(from)?), at(deck.place(to)?));
        let (x, y) = (f64::midpoint(x1, x2), f64::midpoint(y1, y2) - size * 0.3);
        Some(html! {
            <g>
                <line x1={tenth(x1)} y1={tenth(y1)} x2={tenth(x2)} y2={tenth(y2)} stroke-width={tenth(size / 8.0)} />
                <text x={tenth(x)} y={tenth(y)} text-anchor="middle">{ text::quantity(f64::from(*km), text::KM) }</text>
            </g>
        })
    });
    let points = shown.iter().zip(labels).map(|(point, label)| {
        let (x, y) = at(point.place);
        let onclick = point.on_pick.as_ref().map(|pick| pick.reform(|_: MouseEvent| ()));
        html! {
            <g class={if point.is_picked { "picked" } else { "point" }} {onclick}>
                <circle class="reach" cx={tenth(x)} cy={tenth(y)} r={tenth(size)} />
                <circle cx={tenth(x)} cy={tenth(y)} r={tenth(size * 0.35)} />
                <text x={tenth(label.x)} y={tenth(label.y)} text-anchor={label.is_before.then_some("end")}>
                    { point.place.name.as_str() }
                </text>
            </g>
        }
    });
    let view_box = [view.x, view.y, view.width, view.height].map(tenth).join(" ");
    html! {
        <svg class="map" viewBox={view_box} aria-hidden="true">
            <image
                href={lands}
                x={x.to_string()}
                y={y.to_string()}
                width={width.to_string()}
                height={height.to_string()}
            />
            <g font-size={tenth(size)}>{ for lines }{ for points }</g>
        </svg>
    }
}

/// A coordinate: to the tenth, with the sign that SVG knows.
fn tenth(value: f64) -> String {
    text::plain((value * 10.0).round() / 10.0).replace('\u{2212}', "-")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deck::load;

    #[test]
    fn every_place_has_room_in_the_view() {
        let places = [(-334.0, -24.0), (-160.0, -60.0), (420.0, 62.0)];
        let view = View::around(&places);
        for (x, y) in places {
            assert!(
                (view.x..view.x + view.width).contains(&x) && (view.y..view.y + view.height).contains(&y)
            );
        }
        assert!((NARROWEST - 1e-9..=WIDEST + 1e-9).contains(&(view.width / view.height)), "{view:?}");
    }

    #[test]
    fn no_map_of_the_bundled_deck_shows_where_the_outlines_end() {
        let deck = load(include_bytes!("../../../assets/decks/alabuga.json").as_slice());
        let places = deck.map(|loaded| loaded.deck.places).unwrap_or_default();
        assert!(!places.is_empty());
        let places: Vec<_> = places.iter().map(|place| project(place.latitude, place.longitude)).collect();
        let [left, top, width, height] = LANDS.1.map(f64::from);
        for chosen in 1_u32..1 << places.len() {
            let shown: Vec<_> = places
                .iter()
                .enumerate()
                .filter(|(at, _)| chosen >> at & 1 == 1)
                .map(|(_, at)| *at)
                .collect();
            let view = View::around(&shown);
            assert!(view.x >= left && view.x + view.width <= left + width, "{shown:?}: {view:?}");
            assert!(view.y >= top && view.y + view.height <= top + height, "{shown:?}: {view:?}");
        }
    }

    #[test]
    fn names_do_not_stand_on_each_other() {
        let view = View { x: 0.0, y: 0.0, width: 220.0, height: 110.0 };
        let labels = labels(&[((50.0, 50.0), 5), ((52.0, 51.0), 4), ((210.0, 50.0), 9)], view, 10.0);
        assert!((labels[0].y - labels[1].y).abs() >= 10.0, "{labels:?}");
        assert!(!labels[0].is_before && labels[2].is_before, "{labels:?}");
    }

    #[test]
    fn coordinates_bear_the_sign_of_svg() {
        assert_eq!([tenth(-12.34), tenth(0.0), tenth(1200.06)], ["-12.3", "0", "1200.1"]);
    }
}
