//! "Remember until when?"

use serde::Serialize;

use super::day::Day;
use crate::deck::json::Json;
use crate::deck::json::shape::{FromJson, Place};

/// Until when a deck is to be remembered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Goal {
    /// Until a day of the coming week, such as a test.
    NextWeek {
        /// The day on which it is needed.
        until: Day,
    },
    /// Until a date further off, such as the end of term.
    Until {
        /// The day on which it is needed.
        day: Day,
    },
    /// For good.
    #[default]
    ForGood,
}

impl FromJson for Goal {
    fn from_json(value: Json, place: &mut Place) -> Option<Self> {
        let (kind, value) = place.tagged("kind", value)?;
        let mut fields = place.fields(value)?;
        match kind.as_str() {
            "next-week" => Some(Self::NextWeek { until: fields.needed("until")? }),
            "until" => Some(Self::Until { day: fields.needed("day")? }),
            "for-good" => Some(Self::ForGood),
            _ => place.unknown_word(&kind),
        }
    }
}

impl Goal {
    /// The day on which it is needed; `None` for good.
    pub const fn day(self) -> Option<Day> {
        match self {
            Self::NextWeek { until: day } | Self::Until { day } => Some(day),
            Self::ForGood => None,
        }
    }

    /// The goal as it counts on a day: once its own day has passed, what was learnt is kept for good.
    #[must_use]
    pub fn on(self, today: Day) -> Self {
        if self.day().is_some_and(|day| day < today) { Self::ForGood } else { self }
    }

    /// How likely a fact is to be remembered on the day on which it is asked again, 0 to 1.
    ///
    /// For good, nine in ten: what FSRS and Anki ask for by default. A miss now and then costs little there,
    /// and each step up costs more and more reviews, without end. Where there is an end, what a miss costs is
    /// the point of it all and the dearer reviews are few: 0.93 until a date, 0.95 within a week.
    pub const fn desired_retention(self) -> f32 {
        match self {
            Self::NextWeek { .. } => 0.95,
            Self::Until { .. } => 0.93,
            Self::ForGood => 0.9,
        }
    }

    /// The day on which a fact is due that was asked on `last` and is to be asked again so many days later.
    /// With a date it is no later than the day before, unless that is past when the fact was asked.
    pub(super) fn due_day(self, last: Day, interval_days: u32) -> Day {
        let due = last.saturating_add_unsigned(interval_days);
        let eve = self.day().map(|day| day.saturating_sub(1)).filter(|eve| *eve > last);
        eve.map_or(due, |eve| due.min(eve))
    }
}
