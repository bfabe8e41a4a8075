//! What can happen to the learner's state.

use crate::deck::ItemId;
use crate::memory::{Entry, EntryId, Record};
use crate::platform::records::StorageError;
use crate::quiz::{Ask, Message, Response};
use crate::ui::route::QuizLink;

/// Something happened that changes the learner's state.
pub enum Action {
    /// The stored log was read.
    Loaded {
        /// What could be read.
        entries: Vec<Entry>,
        /// What could not.
        damaged: Vec<Record>,
        /// Unix milliseconds.
        at_millis: i64,
    },
    /// Storage refused.
    StorageFailed(StorageError),
    /// These entries are stored.
    Saved(Vec<EntryId>),
    /// Other tabs have stored something.
    Foreign {
        /// What.
        entries: Vec<Entry>,
        /// Unix milliseconds.
        at_millis: i64,
    },
    /// Entries of a backup file, not yet stored here.
    Restored(Vec<Entry>),
    /// Everything stored was erased.
    Erased,
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
