//! What a response is worth. Each kind of item has its own rule in its file under `kinds`; here is
//! what they share and the one `match` that finds the rule of a kind.
//!
//! Every score lies in 0..=1. What counts in full is [`Outcome::Correct`], what earns nothing is
//! [`Outcome::Wrong`], all between is [`Outcome::Partial`].

use serde::Serialize;

use super::numeral::{Unread, read_number};
use super::response::Response;
use crate::deck::json::shape::from_word;
use crate::deck::{Interaction, Spelling};

/// What a response was worth, in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// All of it right.
    Correct,
    /// Some of it right.
    Partial,
    /// Nothing right.
    Wrong,
    /// The learner asked to be shown, instead of answering.
    Revealed,
}

from_word!(Outcome);

impl Outcome {
    /// Every outcome, from the best.
    pub const ALL: [Self; 4] = [Self::Correct, Self::Partial, Self::Wrong, Self::Revealed];

    /// The word of the review log, also the value of `data-outcome` in the page.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Correct => "correct",
            Self::Partial => "partial",
            Self::Wrong => "wrong",
            Self::Revealed => "revealed",
        }
    }
}

/// What a response was worth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Grade {
    /// In a word.
    pub outcome: Outcome,
    /// As a share of the item's one point, 0 to 1, in whole millionths.
    pub score: f64,
}

impl Grade {
    /// All of it right.
    pub const CORRECT: Self = Self { outcome: Outcome::Correct, score: 1.0 };
    /// Nothing right.
    pub const WRONG: Self = Self { outcome: Outcome::Wrong, score: 0.0 };
    /// Not answered but shown; worth nothing, and no error either.
    pub const REVEALED: Self = Self { outcome: Outcome::Revealed, score: 0.0 };

    /// The grade for a share of what was asked. Less than nothing counts as nothing.
    ///
    /// Rounded to millionths: six decimals survive being written to the review log and read again,
    /// where a third would come back a hair different and look like another answer.
    pub(super) fn of_share(share: f64) -> Self {
        if share >= 1.0 {
            return Self::CORRECT;
        }
        let score = (share * 1e6).round() / 1e6;
        if score > 0.0 { Self { outcome: Outcome::Partial, score } } else { Self::WRONG }
    }
}

/// What feedback can say of a response, beyond the rationales of the deck's choices.
#[derive(Clone, Debug, PartialEq)]
pub enum Finding {
    /// How far off a number was.
    Number {
        /// The number as it was read; `None` if it could not be.
        given: Option<f64>,
        /// Given minus asked, in the item's unit: negative for too low. Zero if not read.
        off: f64,
        /// The same in percent of what was asked; `None` if that is zero or nothing was read.
        off_percent: Option<f64>,
        /// What the given number really is, if it was a known mix-up and not right.
        mix_up: Option<String>,
    },
    /// How a typed name was taken.
    Text {
        /// How the name is written: the first accepted form.
        answer: String,
        /// Counted as right, but for a slip of the finger.
        misspelt: bool,
        /// What the given name really is, if it was a known mix-up.
        mix_up: Option<String>,
    },
    /// How many parts of the answer were right: keys, gaps, rows, or neighbours in an order.
    Parts {
        /// So many.
        right: usize,
        /// Of so many.
        of: usize,
        /// How many were ticked or marked besides, which cost their share.
        besides: usize,
    },
    /// Nothing: the rationales say it all.
    None,
}

/// The share of what was asked that is beyond chance: 1 if all parts are right, less than nothing if there
/// are fewer than by chance, and nothing on average for who guesses, if a guessed part is right one time in
/// `one_in`.
pub(super) fn beyond_chance(right: usize, of: usize, one_in: usize) -> f64 {
    let by_chance = of as f64 / one_in as f64;
    if right >= of {
        return if of > 0 { 1.0 } else { 0.0 };
    }
    // With one option to guess among, there is nothing but all.
    if one_in > 1 { (right as f64 - by_chance) / (of as f64 - by_chance) } else { 0.0 }
}

/// The rule of one kind of item. A response of another kind is wrong, never complete, and there is
/// nothing to say of it.
pub(super) trait Kind {
    /// What the response is worth.
    fn grade(&self, response: &Response, spelling: Spelling) -> Grade;

    /// Whether the response is whole, so that it can be graded.
    fn is_complete(&self, response: &Response, spelling: Spelling) -> bool;

    /// What to say of it beyond the rationales.
    fn finding(&self, _response: &Response, _spelling: Spelling) -> Finding {
        Finding::None
    }
}

/// The rule of an item: the one place here that lists the kinds.
fn kind(interaction: &Interaction) -> &dyn Kind {
    match interaction {
        Interaction::Choice(kind) => kind,
        Interaction::Multiple(kind) => kind,
        Interaction::Number(kind) => kind,
        Interaction::Text(kind) => kind,
        Interaction::Cloze(kind) => kind,
        Interaction::Order(kind) => kind,
        Interaction::Match(kind) => kind,
        Interaction::Classify(kind) => kind,
        Interaction::Place(kind) => kind,
        Interaction::Estimate(kind) => kind,
        Interaction::Mark(kind) => kind,
    }
}

/// What a response is worth. One of another kind than the item's is wrong.
///
/// | kind | score |
/// |---|---|
/// | choice | 1 for the key, else 0 |
/// | multiple | keys ticked / keys, minus distractors ticked / distractors, not below 0 |
/// | number | 1 within `tolerance`, 1/2 within `near`, else 0 |
/// | text | 1 for an accepted form, also with a slip of the finger, else 0 |
/// | cloze | gaps filled right / gaps |
/// | order | (neighbours right - chance) / (neighbours - chance), not below 0; chance is neighbours / events |
/// | match, classify | (rows right - chance) / (rows - chance), not below 0; chance is rows / options |
/// | place | 1 for the key, else 0 |
/// | estimate | as number |
/// | mark | as multiple |
///
/// In a multiple choice, ticking everything ticks every distractor too: the whole of the keys minus the whole
/// of the distractors is 0, as for ticking nothing. So it is with words to be marked; and in order, match and
/// classify what chance gives is taken off. In these five kinds a blind answer is worth nothing on average,
/// before what is less than nothing counts as nothing.
pub fn grade(interaction: &Interaction, response: &Response, spelling: Spelling) -> Grade {
    kind(interaction).grade(response, spelling)
}

/// Whether Check may be pressed: a known choice is picked, one or more are ticked, a number can be
/// read, something is typed, every gap is filled, every row has its option, every event has its place.
pub fn is_complete(interaction: &Interaction, response: &Response, spelling: Spelling) -> bool {
    kind(interaction).is_complete(response, spelling)
}

/// What feedback can say of a response beyond the rationales of the choices.
pub fn finding(interaction: &Interaction, response: &Response, spelling: Spelling) -> Finding {
    kind(interaction).finding(response, spelling)
}

/// Why a typed number could not be read; `None` if it could, if nothing was typed, or no number is asked for.
pub fn unread(interaction: &Interaction, response: &Response) -> Option<Unread> {
    let unit = match interaction {
        Interaction::Number(entry) => &entry.unit,
        Interaction::Estimate(estimate) => &estimate.unit,
        _ => return None,
    };
    match response {
        Response::Number { typed } if !typed.trim().is_empty() => read_number(typed, unit).err(),
        _ => None,
    }
}
