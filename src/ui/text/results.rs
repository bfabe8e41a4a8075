//! Results of a quiz.

use super::{count, verdict};
use crate::quiz::Outcome;

pub const YOUR_RESULT: &str = "Your result";
pub const NO_RESULT: &str = "There is no finished quiz yet.";
pub const NEW_QUIZ: &str = "New quiz";
pub const SURE_BUT_WRONG: &str = "Sure, but not right";
pub const ALSO_MISSED: &str = "Also missed";
pub const MISSED: &str = "Missed";
pub const BY_CHAPTER: &str = "By chapter";
pub const BY_STANDING: &str = "By standing";
pub const PART: &str = "Part";
pub const SHARE_RIGHT: &str = "Share right";
pub const POINTS: &str = "Points";
pub const ALL_RIGHT: &str = "Nothing was missed.";
pub const SAME_QUIZ: &str = "Take this same quiz again";

/// What follows the points that were earned.
pub fn of_points(whole: usize) -> String {
    format!(" of {}", count(whole, "point", "points"))
}

pub fn again(items: usize) -> String {
    if items == 1 { "Again, only this one".to_owned() } else { format!("Again, only these {items}") }
}

pub fn tallied(correct: usize, partial: usize, wrong: usize, revealed: usize) -> String {
    [(correct, "right"), (partial, "partly right"), (wrong, "not right"), (revealed, "shown")]
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| format!("{count} {word}"))
        .collect::<Vec<_>>()
        .join(", ")
        + "."
}

pub fn honesty(points: i32, answers: usize) -> String {
    format!(
        "Judging how sure you were: {} points, of {} at most. Right earns 1, 2 or 3 as you were surer; not right \
         0, −2 or −6.",
        if points < 0 { format!("−{}", points.unsigned_abs()) } else { points.to_string() },
        answers * 3
    )
}

pub fn though_certain(outcome: Outcome) -> String {
    format!("{}, though you were certain", verdict(outcome))
}
