//! What an attempt says about how well its facts are remembered.

use super::entry::Attempt;
use crate::quiz::{Outcome, Sure};

/// How well a fact was remembered, in FSRS's terms. Its fourth, Easy, is left out: nobody is asked how hard
/// it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rating {
    /// Not remembered.
    Again,
    /// Remembered with help, or by luck.
    Hard,
    /// Remembered.
    Good,
}

impl Rating {
    /// FSRS's number.
    pub(super) const fn number(self) -> u32 {
        match self {
            Self::Again => 1,
            Self::Hard => 2,
            Self::Good => 3,
        }
    }
}

/// What an attempt says of each fact of its item.
///
/// | outcome | hint shown, or guessed | else |
/// |---|---|---|
/// | correct | Hard | Good |
/// | partial, wrong, shown | Again | Again |
pub fn rating(attempt: &Attempt) -> Rating {
    let is_helped = attempt.hinted || attempt.sure == Some(Sure::Guess);
    match attempt.outcome {
        Outcome::Correct if is_helped => Rating::Hard,
        Outcome::Correct => Rating::Good,
        Outcome::Partial | Outcome::Wrong | Outcome::Revealed => Rating::Again,
    }
}
