//! A dormitory that fills: rooms of beds, as a count goes up; then how many of them many people would fill.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{as_table, from, path};
use crate::deck::IndexedDeck;
use crate::deck::visual::Dormitory;
use crate::ui::part::Part;
use crate::ui::text;

/// How many rooms stand side by side; a building has as many rows as it takes.
const ROW: u32 = 16;
/// How wide and high a room is, in units of the plane; a bed takes two.
const ROOM: u32 = 6;

/// The building, the count, and the table.
pub fn view(deck: &IndexedDeck, dormitory: &Dormitory) -> Html {
    let Dormitory { rooms, beds, people, facts, .. } = dormitory;
    let lines = [
        (text::ROOMS, *rooms),
        (text::BEDS, *beds),
        (text::IN_ONE_BUILDING, dormitory.capacity()),
        (text::PEOPLE_TO_HOUSE, *people),
        (text::BUILDINGS, dormitory.buildings()),
    ];
    let rows = lines.into_iter().map(|(what, number)| {
        vec![
            html! { <span lang="en">{ what }</span> },
            html! { { text::decimal(f64::from(number)) } },
            from(deck, facts),
        ]
    });
    let filling = Part::Filling { rooms: dormitory.rooms, beds: *beds };
    html! {
        <>
            <div data-part={filling.name()}>{ filling.view() }</div>
            <p lang="en">{ text::would_fill(*people, dormitory.buildings()) }</p>
            { buildings(dormitory.buildings()) }
            { as_table(&[text::WHAT, text::HOW_MANY, text::WHO_SAYS_SO], rows) }
        </>
    }
}

/// A dormitory.
#[derive(Properties, PartialEq)]
pub struct FillingProps {
    /// How many rooms it has.
    pub rooms: u32,
    /// How many beds stand in each.
    pub beds: u32,
}

/// The count, and the beds that it fills. Begins full, which is what it shows for good where scripts are off.
#[component]
pub fn Filling(props: &FillingProps) -> Html {
    let FillingProps { rooms, beds } = *props;
    let capacity = rooms.saturating_mul(beds);
    let count = use_state(|| capacity);
    let oninput = {
        let count = count.clone();
        Callback::from(move |event: InputEvent| {
            let input = event.target_dyn_into::<HtmlInputElement>();
            if let Some(number) = input.and_then(|input| input.value().parse().ok()) {
                count.set(number);
            }
        })
    };
    let height = rooms.div_ceil(ROW) * ROOM;
    let told = text::housed(*count, count.div_ceil(beds.max(1)), rooms);
    html! {
        <>
            <label class="slider filling">
                <span lang="en">{ text::PEOPLE }</span>{ " " }
                <input type="range" min="0" max={capacity.to_string()} value={count.to_string()} aria-valuetext={told.clone()} {oninput} />
            </label>
            // What the slider says too, as it moves.
            <p aria-hidden="true" lang="en">{ told }</p>
            <svg class="rooms" viewBox={format!("0 0 {} {height}", ROW * ROOM)} aria-hidden="true">
                <path class="walls" d={walls(rooms)} />
                <path class="beds" d={beds_of(beds, 0..capacity)} />
                <path class="beds taken" d={beds_of(beds, 0..*count)} />
            </svg>
        </>
    }
}

fn walls(rooms: u32) -> String {
    path(0..rooms, &|room| format!("M{} {}h5v5h-5z", room % ROW * ROOM, room / ROW * ROOM))
}

/// The beds of these numbers, two side by side, each a dot: a line without length and with round ends.
fn beds_of(beds: u32, numbers: std::ops::Range<u32>) -> String {
    let beds = beds.max(1);
    path(numbers, &|number| {
        let (room, bed) = (number / beds, number % beds);
        let (x, y) = (room % ROW * ROOM + 1 + bed % 2 * 2, room / ROW * ROOM + 1 + bed / 2 * 2);
        format!("M{x}.5 {y}.5h0")
    })
}

/// So many buildings, each a small square.
fn buildings(count: u32) -> Html {
    const ROW: u32 = 25;
    let squares = path(0..count, &|at| format!("M{} {}h3v3h-3z", at % ROW * 4, at / ROW * 4));
    let height = count.div_ceil(ROW).max(1) * 4 - 1;
    html! { <svg class="marks" viewBox={format!("0 0 99 {height}")} aria-hidden="true"><path d={squares} /></svg> }
}
