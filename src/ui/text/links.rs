//! What is said of a link that could not be read whole.

use crate::ui::route::{Misread, What};

pub const NOT_ALL_READ: &str = "Not all of this link could be read, so nothing has begun yet.";
pub const LEADS_NOWHERE: &str = "This address leads nowhere";
pub const WAS_MEANT: &str = "Was this meant?";
pub const TO_STORY: &str = "Go to the story";

/// What could not be read, and what was taken for it.
pub fn misread(misread: &Misread) -> String {
    match &misread.meant {
        Some(meant) => format!("“{}” was read as “{meant}”.", misread.said),
        None => missing(misread),
    }
}

/// What there is not, whatever may have been meant.
pub fn missing(Misread { what, said, .. }: &Misread) -> String {
    match what {
        What::Page => format!("There is no page “{said}” here."),
        What::Chapter => format!("This deck does not have a chapter “{said}”."),
        What::Card => format!("This deck does not have a card “{said}”."),
        What::Term => format!("This deck does not have a word “{said}” in its glossary."),
        What::Parameter => format!("“{said}” says nothing in a link to the quiz; it was left out."),
        What::Value(parameter) => format!("“{said}” was left out: {}.", takes(parameter)),
    }
}

fn takes(parameter: &str) -> &'static str {
    match parameter {
        "count" => "count takes a number of questions, from 1 on",
        "draw" => "draw takes 1 or 2",
        "order" => "order takes deck or shuffled",
        "sure" => "sure takes off or on",
        "start" => "start takes now",
        _ => "seed takes a number",
    }
}
