//! The review log: entries, each under its id. It only ever grows, and two logs merge by union.

use std::collections::BTreeMap;

use super::entry::{Attempt, Entry, EntryId, Event};
use super::record::encode;
use crate::deck::sorted_by;

/// The review log.
///
/// Merging is a union: in whatever order and however often entries arrive, the same set gives the same
/// log. Should two different entries claim one id, which only decay or a forged backup can bring about,
/// the one whose record sorts last is kept, everywhere.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Log {
    entries: BTreeMap<EntryId, Entry>,
}

impl Log {
    /// An empty log.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an entry. True if the log changed: if its id was new, or it wins over another of its id.
    pub fn insert(&mut self, entry: Entry) -> bool {
        let Some(known) = self.entries.get_mut(&entry.id) else {
            self.entries.insert(entry.id.clone(), entry);
            return true;
        };
        // The quick comparison comes first: known entries come in by the thousand at each merge.
        let wins = *known != entry && encode(&entry) > encode(known);
        if wins {
            *known = entry;
        }
        wins
    }

    /// Adds entries; how many of them changed the log.
    pub fn merge(&mut self, entries: impl IntoIterator<Item = Entry>) -> usize {
        entries.into_iter().map(|entry| self.insert(entry)).filter(|changed| *changed).count()
    }

    /// The entry of this id; `None` if there is none.
    pub fn get(&self, id: &EntryId) -> Option<&Entry> {
        self.entries.get(id)
    }

    /// All entries, in the order of their ids.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.entries.values()
    }

    /// All attempts, in the order of their ids.
    pub fn attempts(&self) -> impl Iterator<Item = &Attempt> {
        self.entries().filter_map(|entry| match &entry.event {
            Event::Attempt(attempt) => Some(attempt),
            Event::Started { .. } | Event::Goal { .. } | Event::Closed { .. } => None,
        })
    }

    /// How many attempts there are.
    pub fn attempt_count(&self) -> usize {
        self.attempts().count()
    }

    /// All entries in the order in which they most likely happened: by [`Log::moments`].
    pub fn in_time_order(&self) -> Vec<&Entry> {
        let moments: Vec<_> = self.moments().collect();
        sorted_by(&moments, |a, b| a.0.cmp(&b.0)).into_iter().map(|(_, entry)| entry).collect()
    }

    /// All entries in the order of their ids, each with its [`Moment`].
    pub fn moments(&self) -> impl Iterator<Item = (Moment<'_>, &Entry)> {
        let mut latest: Option<Moment<'_>> = None;
        self.entries().map(move |entry| {
            let id = &entry.id;
            let reached = latest.filter(|latest| latest.id.writer == id.writer);
            let own_millis = entry.order_millis();
            let at_millis = reached.map_or(own_millis, |latest| latest.at_millis.max(own_millis));
            let moment = Moment { at_millis, id };
            latest = Some(moment);
            (moment, entry)
        })
    }
}

/// When an entry most likely happened: later is greater, and no two entries have the same.
///
/// A writer's entries keep the order of their numbers: if its clock is set back, an entry counts as no
/// earlier than those before it. One that was written in knowledge of others is later than they are, whatever
/// the clocks said: see [`Entry::after_millis`]. Between devices that do not know of each other there is only
/// the clock. So one whose clock is ahead comes last until the others get there; what is folded over the log
/// puts up with that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment<'a> {
    at_millis: i64,
    id: &'a EntryId,
}
