//! Counts to scale: one mark stands for so many.

use yew::prelude::*;

use super::{as_table, from, path};
use crate::deck::IndexedDeck;
use crate::deck::visual::{Bar, Quantities};
use crate::ui::text;

/// How many marks stand in a row.
const ROW: u32 = 25;
/// How far apart marks are, of a row that is 100 wide.
const STEP: u32 = 100 / ROW;

/// The counts.
pub fn view(deck: &IndexedDeck, quantities: &Quantities) -> Html {
    let Quantities { unit, each, bars, .. } = quantities;
    let drawn = bars.iter().map(|bar| {
        html! {
            <li key={bar.id.as_str()}>
                <p>{ bar.label.as_str() }{ ": " }<b>{ count(bar, unit) }</b></p>
                { marks(bar.value, (*each).max(1)) }
            </li>
        }
    });
    let rows = bars.iter().map(|bar| {
        vec![html! { { bar.label.as_str() } }, html! { { count(bar, unit) } }, from(deck, &bar.facts)]
    });
    html! {
        <>
            <ul class="lengths">{ for drawn }</ul>
            <p class="soft" lang="en">{ text::mark_stands_for(*each, unit) }</p>
            { as_table(&[text::WHAT, text::HOW_MANY, text::WHO_SAYS_SO], rows) }
        </>
    }
}

fn count(bar: &Bar, unit: &str) -> String {
    text::quantity(f64::from(bar.value), unit)
}

/// Marks in rows, as one path; the last one is cut where the count ends.
fn marks(value: u32, each: u32) -> Html {
    let count = value.div_ceil(each);
    let rows = count.div_ceil(ROW).max(1);
    let squares = path(0..count, &|mark| {
        let (x, y) = (mark % ROW * STEP, mark / ROW * STEP);
        let here = (value - mark * each).min(each);
        // In tenths of the plane's unit: a whole mark is 3 wide.
        let tenths = 30 * u64::from(here) / u64::from(each);
        format!("M{x} {y}h{}.{}v3H{x}z", tenths / 10, tenths % 10)
    });
    html! {
        <svg class="marks" viewBox={format!("0 0 99 {}", rows * STEP - 1)} aria-hidden="true"><path d={squares} /></svg>
    }
}
