//! Lengths to scale, one below the other.

use yew::prelude::*;

use crate::ui::text;

/// Something of a length.
pub struct Length<'a> {
    /// What it is.
    pub label: &'a str,
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
                <p>{ length.label }{ ": " }<b>{ text::quantity(length.value, unit) }</b></p>
                <svg class="bar" viewBox="0 0 100 2" preserveAspectRatio="none" aria-hidden="true">
                    <rect width="100" height="2" class="rest" />
                    <rect width={text::plain(share * 100.0)} height="2" />
                </svg>
            </li>
        }
    });
    html! { <ul class="lengths">{ for bars }</ul> }
}
