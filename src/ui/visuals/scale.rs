//! Lengths to scale, one below the other.

use yew::prelude::*;

use crate::ui::text;

/// Something of a length.
pub struct Length {
    /// What it is.
    pub label: Html,
    /// How long.
    pub value: f64,
    /// Whether it is the learner's own.
    pub is_yours: bool,
}

/// The lengths, of which `most` goes all the way. What is longer ends there.
pub fn lengths(lengths: &[Length], most: f64, unit: &str) -> Html {
    let bars = lengths.iter().map(|length| {
        let share = if most > 0.0 { (length.value / most).clamp(0.0, 1.0) } else { 0.0 };
        html! {
            <li class={if length.is_yours { "mine" } else { "length" }}>
                <p>{ length.label.clone() }{ ": " }<b>{ text::quantity(length.value, unit) }</b></p>
                { bar(share, None) }
            </li>
        }
    });
    html! { <ul class="lengths">{ for bars }</ul> }
}

/// A share of one as a bar; what it says stands beside it in words. `mark` is another share, to compare.
pub fn bar(share: f64, mark: Option<f64>) -> Html {
    html! {
        <svg class="bar" viewBox="0 0 100 2" preserveAspectRatio="none" aria-hidden="true">
            <rect width="100" height="2" class="rest" />
            <rect width={text::plain(share * 100.0)} height="2" />
            if let Some(mark) = mark {
                <rect x={text::plain(mark * 100.0)} y="-0.5" width="1" height="3" class="mark" />
            }
        </svg>
    }
}
