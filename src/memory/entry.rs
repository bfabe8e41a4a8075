//! What the review log is made of.

use std::fmt;

use serde::Serialize;

use super::day::{Day, day_of};
use super::goal::Goal;
use crate::deck::json::Json;
use crate::deck::json::shape::{FromJson, Place, from_object};
use crate::deck::{DeckId, ItemId};
use crate::quiz::{Outcome, Plan, Response, Sure};

/// Name of a session; random, so that no two devices make the same one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct SessionId(String);

impl SessionId {
    /// Wraps a random token.
    pub fn new(token: impl Into<String>) -> Self {
        Self(token.into())
    }

    /// The token itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromJson for SessionId {
    fn from_json(value: Json, place: &mut Place) -> Option<Self> {
        String::from_json(value, place).map(Self)
    }
}

impl fmt::Display for SessionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Name of an entry, unique among all devices. Ordered by writer, then number.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct EntryId {
    /// One run of the app in one tab; a random token.
    pub writer: String,
    /// Counts that writer's entries, from 1.
    pub number: u64,
}

from_object!(EntryId { writer, number });

/// One line of the review log.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Entry {
    /// Its name.
    pub id: EntryId,
    /// When the writer's clock said it happened: milliseconds since 1970, UTC. Clocks are set back and
    /// go wrong: see [`Log::in_time_order`](super::Log::in_time_order).
    pub at_millis: i64,
    /// The least time that it counts as in the order of entries, like `at_millis`: its writer knew of entries
    /// with a later time, so a clock was ahead then. `None` where `at_millis` is later than all that the
    /// writer knew of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after_millis: Option<i64>,
    /// What happened.
    pub event: Event,
}

from_object!(Entry { id, at_millis, event; after_millis });

impl Entry {
    /// What it counts as in the order of entries, Unix milliseconds, for all that it tells by itself.
    pub fn order_millis(&self) -> i64 {
        self.after_millis.map_or(self.at_millis, |after| after.max(self.at_millis))
    }

    /// The learner's day: as the writer noted it, or else that of UTC.
    pub fn day(&self) -> Day {
        let noted = if let Event::Attempt(attempt) = &self.event { attempt.day } else { None };
        noted.unwrap_or_else(|| day_of(self.at_millis, 0))
    }
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "event", rename_all = "kebab-case")]
pub enum Event {
    /// A session began.
    Started {
        /// The deck it is about.
        deck: DeckId,
        /// Its name.
        session: SessionId,
        /// What it asks, in order.
        plan: Plan,
    },
    /// An item was answered or shown.
    Attempt(Attempt),
    /// The learner said until when a deck is to be remembered; what was said last holds.
    Goal {
        /// The deck.
        deck: DeckId,
        /// Until when.
        goal: Goal,
    },
    /// A session was ended: it is not offered for going on any more.
    Closed {
        /// Its name.
        session: SessionId,
    },
}

impl FromJson for Event {
    fn from_json(value: Json, place: &mut Place) -> Option<Self> {
        let (word, value) = place.tagged("event", value)?;
        if word == "attempt" {
            return Attempt::from_json(value, place).map(Self::Attempt);
        }
        let mut fields = place.fields(value)?;
        match word.as_str() {
            "started" => Some(Self::Started {
                deck: fields.needed("deck")?,
                session: fields.needed("session")?,
                plan: fields.needed("plan")?,
            }),
            "goal" => Some(Self::Goal { deck: fields.needed("deck")?, goal: fields.needed("goal")? }),
            "closed" => Some(Self::Closed { session: fields.needed("session")? }),
            _ => place.unknown_word(&word),
        }
    }
}

/// One response to one item.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Attempt {
    /// The deck that the item is of.
    pub deck: DeckId,
    /// The session it belongs to; `None` for a check-yourself in the story.
    pub session: Option<SessionId>,
    /// The item.
    pub item: ItemId,
    /// What was given; `None` if the learner asked to be shown.
    pub response: Option<Response>,
    /// What it was worth at the time, in a word.
    pub outcome: Outcome,
    /// What it was worth at the time, 0 to 1, in whole millionths.
    pub score: f64,
    /// How sure the learner was; `None` if not said or not asked.
    pub sure: Option<Sure>,
    /// Whether the hint had been shown.
    pub hinted: bool,
    /// From seeing the item to giving the response, in milliseconds.
    pub took_millis: u32,
    /// The learner's day. The writer notes it, so that a log gives the same schedule in every time zone;
    /// `None` in older entries.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day: Option<Day>,
}

from_object!(Attempt { deck, item, outcome, score, hinted, took_millis; session, response, sure, day });
