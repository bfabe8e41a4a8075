//! What the review log is made of.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize};

use crate::deck::{DeckId, ItemId, needed};
use crate::quiz::{Outcome, Plan, Response, Sure};

/// Name of a session; random, so that no two devices make the same one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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

impl fmt::Display for SessionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Name of an entry, unique among all devices. Ordered by writer, then number.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EntryId {
    /// One run of the app in one tab; a random token.
    pub writer: String,
    /// Counts that writer's entries, from 1.
    pub number: u64,
}

/// One line of the review log.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// Its name.
    pub id: EntryId,
    /// When the writer's clock said it happened: milliseconds since 1970, UTC. Clocks are set back and
    /// go wrong: see [`Log::in_time_order`](super::Log::in_time_order).
    pub at_millis: i64,
    /// What happened.
    pub event: Event,
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
    /// A session was ended: it is not offered for going on any more.
    Closed {
        /// Its name.
        session: SessionId,
    },
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
}

/// All fields of all events, read at once and sorted out after, as those of an interaction are.
#[derive(Deserialize)]
struct Fields {
    event: Kind,
    deck: Option<DeckId>,
    session: Option<SessionId>,
    plan: Option<Plan>,
    item: Option<ItemId>,
    response: Option<Response>,
    outcome: Option<Outcome>,
    score: Option<f64>,
    sure: Option<Sure>,
    hinted: Option<bool>,
    took_millis: Option<u32>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    Started,
    Attempt,
    Closed,
}

impl<'de> Deserialize<'de> for Event {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let fields = Fields::deserialize(from)?;
        Ok(match fields.event {
            Kind::Started => Self::Started {
                deck: needed(fields.deck, "deck")?,
                session: needed(fields.session, "session")?,
                plan: needed(fields.plan, "plan")?,
            },
            Kind::Attempt => Self::Attempt(Attempt {
                deck: needed(fields.deck, "deck")?,
                session: fields.session,
                item: needed(fields.item, "item")?,
                response: fields.response,
                outcome: needed(fields.outcome, "outcome")?,
                score: needed(fields.score, "score")?,
                sure: fields.sure,
                hinted: needed(fields.hinted, "hinted")?,
                took_millis: needed(fields.took_millis, "took_millis")?,
            }),
            Kind::Closed => Self::Closed { session: needed(fields.session, "session")? },
        })
    }
}
