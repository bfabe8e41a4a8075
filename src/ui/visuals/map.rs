//! Where, and how far: points and lines over the outlines of the lands, which are a picture of their own
//! (`assets/map/lands.svg`, made by `cargo xtask map`).

use yew::prelude::*;

use super::projection::project;
use super::{as_table, from};
use crate::deck::visual::{Distance, Map};
use crate::deck::{IndexedDeck, Place, PlaceId};
use crate::ui::text;

/// The outlines, and the part of the plane that they fill: x, y, width and height in its units of ten
/// kilometres. `cargo xtask map` draws them for just this part, which is that of the bundled deck's maps.
pub const LANDS: (&str, [i32; 4]) = ("map/lands.svg", [-540, -320, 1090, 570]);
/// The widest that a map is, in times of its height, and the narrowest.
const WIDEST: f64 = 2.2;
const NARROWEST: f64 = 1.4;
/// The least that a map shows from side to side: a thousand kilometres.
const LEAST_WIDTH: f64 = 100.0;

/// How a place is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// As one of several.
    Plain,
    /// As the one that the learner has picked.
    Picked,
    /// As the one that is right, once it is known.
    Right,
    /// As the one that was picked and is not right.
    Wrong,
}

impl Look {
    const fn class(self) -> &'static str {
        match self {
            Self::Plain => "point",
            Self::Picked => "picked",
            Self::Right => "right",
            Self::Wrong => "wrong",
        }
    }
}

/// A place to be shown.
pub struct Point<'a> {
    /// The place.
    pub place: &'a Place,
    /// How it is shown.
    pub look: Look,
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

/// A name beside its point: where its baseline begins, or ends if it stands before the point.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Label {
    x: f64,
    y: f64,
    is_before: bool,
}

/// What a name or a point takes: from and to, in both directions.
#[derive(Clone, Copy)]
struct Space {
    x: (f64, f64),
    y: (f64, f64),
}

impl Space {
    fn meets(&self, other: &Self) -> bool {
        self.x.0 < other.x.1 && other.x.0 < self.x.1 && self.y.0 < other.y.1 && other.y.0 < self.y.1
    }
}

/// Where the names go: to the right of their points or to the left, level with them or above or below,
/// wherever nothing stands yet; `size` is that of the letters.
fn labels(places: &[((f64, f64), usize)], view: View, size: f64) -> Vec<Label> {
    let around =
        |(x, y): (f64, f64), reach: f64| Space { x: (x - reach, x + reach), y: (y - reach, y + reach) };
    let mut taken: Vec<Space> = places.iter().map(|(at, _)| around(*at, size * 0.4)).collect();
    let place = |((x, y), letters): &((f64, f64), usize)| {
        let width = *letters as f64 * size * 0.6;
        let tries = [0.0, -0.8, 0.8, -1.6, 1.6, -2.4, 2.4]
            .into_iter()
            .flat_map(|lines| [(false, lines), (true, lines)]);
        let at = |(is_before, lines): (bool, f64)| {
            let x = if is_before { x - size * 0.6 } else { x + size * 0.6 };
            let label = Label { x, y: y + size * (0.35 + lines), is_before };
            let from = if is_before { x - width } else { x };
            (label, Space { x: (from, from + width), y: (label.y - size * 0.8, label.y + size * 0.2) })
        };
        let is_free = |space: &Space| {
            let is_inside = space.x.0 > view.x && space.x.1 < view.x + view.width;
            is_inside && !taken.iter().any(|taken| taken.meets(space))
        };
        let (label, space) =
            tries.map(at).find(|(_, space)| is_free(space)).unwrap_or_else(|| at((false, 0.0)));
        taken.push(space);
        label
    };
    places.iter().map(place).collect()
}

/// The places of a picture, the lines between them, and the table.
pub fn view(deck: &IndexedDeck, map: &Map) -> Html {
    let places = map.places.iter().filter_map(|id| deck.place(id));
    let shown: Vec<Point> = places.map(|place| Point { place, look: Look::Plain, on_pick: None }).collect();
    let ways: Vec<_> = map
        .distances
        .iter()
        .filter_map(|Distance { from, to, .. }| Some([deck.place(from)?, deck.place(to)?]))
        .collect();
    let name = |id: &PlaceId| deck.place(id).map_or("", |place| place.name.as_str());
    let distance = |Distance { from, to, km }: &Distance| {
        (text::between(name(from), name(to)), text::quantity(f64::from(*km), text::KM))
    };
    let told = map
        .distances
        .iter()
        .map(distance)
        .map(|(between, km)| html! { <li>{ between }{ ": " }<b lang="en">{ km }</b></li> });
    let far = map
        .distances
        .iter()
        .map(distance)
        .map(|(between, km)| vec![html! { { between } }, html! { <span lang="en">{ km }</span> }]);
    let lie = map
        .places
        .iter()
        .filter_map(|id| deck.place(id))
        .map(|place| vec![html! { { place.name.as_str() } }, html! { { place.what.as_str() } }]);
    html! {
        <>
            { draw(&shown, &ways) }
            if !map.distances.is_empty() {
                <ul class="distances">{ for told }</ul>
                <p class="soft" lang="en">{ text::DISTANCES_NOTE }</p>
            }
            <p>{ from(deck, &map.facts) }</p>
            { as_table(&[text::PLACE_OR_WAY, text::WHAT_OR_HOW_FAR], lie.chain(far)) }
        </>
    }
}

/// Places to pick from; the same stand in a list beside. From a wrong one a line leads to the right one.
pub fn points(shown: &[Point]) -> Html {
    let looking = |look| shown.iter().find(|point| point.look == look).map(|point| point.place);
    let correction = looking(Look::Wrong).zip(looking(Look::Right)).map(|(wrong, right)| [wrong, right]);
    draw(shown, correction.as_slice())
}

/// Places, and straight lines between pairs of them.
fn draw(shown: &[Point], ways: &[[&Place; 2]]) -> Html {
    let at = |place: &Place| project(place.latitude, place.longitude);
    let view = View::around(&shown.iter().map(|point| at(point.place)).collect::<Vec<_>>());
    let size = view.width / 22.0;
    let names: Vec<_> =
        shown.iter().map(|point| (at(point.place), point.place.name.chars().count())).collect();
    let labels = labels(&names, view, size);
    let (lands, [x, y, width, height]) = LANDS;
    let lines = ways.iter().map(|[from, to]| {
        let ((x1, y1), (x2, y2)) = (at(from), at(to));
        let width = tenth(size / 8.0);
        html! { <line x1={tenth(x1)} y1={tenth(y1)} x2={tenth(x2)} y2={tenth(y2)} stroke-width={width} /> }
    });
    let points = shown.iter().zip(labels).map(|(point, label)| {
        let (x, y) = at(point.place);
        let onclick = point.on_pick.as_ref().map(|pick| pick.reform(|_: MouseEvent| ()));
        html! {
            <g class={point.look.class()} {onclick}>
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
        <>
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
        <p class="soft borders" lang="en">{ text::BORDERS_NOTE }</p>
        </>
    }
}

/// A coordinate, to the tenth.
fn tenth(value: f64) -> String {
    text::plain((value * 10.0).round() / 10.0)
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
        let [first, second, third] = labels[..] else { unreachable!("a name for each place") };
        assert!(first.is_before != second.is_before || (first.y - second.y).abs() >= 10.0, "{labels:?}");
        assert!(third.is_before, "{labels:?}");
    }

    #[test]
    fn coordinates_go_to_the_tenth() {
        assert_eq!([tenth(-12.34), tenth(0.0), tenth(1200.06)], ["-12.3", "0", "1200.1"]);
    }
}
