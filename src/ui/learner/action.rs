//! What can happen to the learner's state.

use crate::deck::ItemId;
use crate::memory::{Entry, Goal, Report};
use crate::quiz::{Ask, Message, Response};
use crate::ui::route::QuizLink;

/// Something happened that changes the learner's state.
pub enum Action {
    /// Something was learnt about the log on disk.
    Log {
        /// What.
        report: Report,
        /// Unix milliseconds.
        at_millis: i64,
    },
    /// Entries of a backup file, not yet stored here.
    Restored(Vec<Entry>),
    /// Begin the session that a link asks for, unless it is under way or would end another that has answers.
    Follow {
        /// The link.
        link: QuizLink,
        /// The seed to use if the link names none.
        seed: u64,
        /// Unix milliseconds.
        at_millis: i64,
    },
    /// Begin a session as asked.
    Start {
        /// What to ask.
        ask: Ask,
        /// Unix milliseconds.
        at_millis: i64,
    },
    /// Begin a session over just these items.
    Again {
        /// The items, in this order.
        items: Vec<ItemId>,
        /// Seed of the shuffles.
        seed: u64,
        /// Unix milliseconds.
        at_millis: i64,
    },
    /// Begin a review.
    Review {
        /// Of what.
        which: Which,
        /// Seed of what is drawn and shuffled.
        seed: u64,
        /// Unix milliseconds.
        at_millis: i64,
    },
    /// The learner said until when the deck is to be remembered.
    Goal {
        /// Until when.
        goal: Goal,
        /// Unix milliseconds.
        at_millis: i64,
    },
    /// Somebody looks at the page again: it may be another day.
    Looked {
        /// Unix milliseconds.
        at_millis: i64,
    },
    /// Something for the session under way.
    Session {
        /// What.
        message: Message,
        /// Unix milliseconds.
        at_millis: i64,
    },
    /// An item of the story was answered in place.
    Checked {
        /// Which.
        item: ItemId,
        /// What was given; `None` if the answer was asked for.
        response: Option<Response>,
        /// Unix milliseconds.
        at_millis: i64,
    },
}

/// What a review asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// All facts that are due.
    Due,
    /// A few that are not, those that are least likely to be remembered.
    Weakest,
}

impl Action {
    /// When it happened, Unix milliseconds; `None` for what has no time of its own.
    pub const fn at_millis(&self) -> Option<i64> {
        match self {
            Self::Log { at_millis, .. }
            | Self::Follow { at_millis, .. }
            | Self::Start { at_millis, .. }
            | Self::Again { at_millis, .. }
            | Self::Review { at_millis, .. }
            | Self::Goal { at_millis, .. }
            | Self::Looked { at_millis }
            | Self::Session { at_millis, .. }
            | Self::Checked { at_millis, .. } => Some(*at_millis),
            Self::Restored(_) => None,
        }
    }
}
