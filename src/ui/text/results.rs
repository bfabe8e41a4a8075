//! Results of a quiz.

use super::{count, sure, verdict};
use crate::quiz::{Outcome, Sure, Tally};

pub const YOUR_RESULT: &str = "Your result";
pub const NO_RESULT: &str = "There is no finished quiz yet.";
pub const COMES_BACK: &str = "It comes back";
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

/// How well the learner judged it: "You were certain 9 times and right 5 times." Guesses judge nothing.
pub fn judged(by_sure: &[(Sure, Tally)]) -> String {
    let times = |number: usize| match number {
        1 => "once".to_owned(),
        number => count(number, "time", "times"),
    };
    let judged = by_sure.iter().filter(|(sure, _)| *sure != Sure::Guess).map(|(step, tally)| {
        let right = if tally.correct == 0 {
            "never right".to_owned()
        } else {
            format!("right {}", times(tally.correct))
        };
        format!(" You were {} {} and {right}.", sure(*step).to_lowercase(), times(tally.count))
    });
    judged.collect()
}

pub fn though_certain(outcome: Outcome) -> String {
    format!("{}, though you were certain", verdict(outcome))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sureness_is_judged_in_words() {
        let tally = |count, correct| Tally { count, correct, score: 0.0 };
        let all = [(Sure::Certain, tally(9, 5)), (Sure::Think, tally(1, 0)), (Sure::Guess, tally(2, 1))];
        assert_eq!(
            judged(&all),
            " You were certain 9 times and right 5 times. You were fairly sure once and never right."
        );
        assert_eq!(judged(&[(Sure::Certain, tally(1, 1))]), " You were certain once and right once.");
        assert_eq!(judged(&[]), "");
    }
}
