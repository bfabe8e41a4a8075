//! What a learner gives: the response itself, and how sure they are of it.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::deck::json::Json;
use crate::deck::json::shape::{FromJson, Place, from_word};
use crate::deck::{ChoiceId, GapId};

/// What the learner gave, or is about to give. Typed text is kept as it was typed, so that a later
/// version that reads it better can grade it again. Kinds of item whose responses have one shape share it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Response {
    /// The picked one: of a choice, or of places.
    Choice {
        /// The choice's name within the item.
        choice: ChoiceId,
    },
    /// All that are ticked, or marked; empty for none yet.
    Multiple {
        /// Names of choices within the item.
        choices: BTreeSet<ChoiceId>,
    },
    /// A number or an estimate, not yet read: see [`read_number`](super::read_number).
    Number {
        /// As typed.
        typed: String,
    },
    /// A name or a word.
    Text {
        /// As typed.
        typed: String,
    },
    /// The gaps filled so far, or the rows that have their option.
    Cloze {
        /// For each filled gap, the choice that stands in it.
        gaps: BTreeMap<GapId, ChoiceId>,
    },
    /// Events in the order given.
    Order {
        /// Names of events within the item, the first one first.
        events: Vec<ChoiceId>,
    },
}

impl FromJson for Response {
    fn from_json(value: Json, place: &mut Place) -> Option<Self> {
        let (kind, value) = place.tagged("kind", value)?;
        let mut fields = place.fields(value)?;
        match kind.as_str() {
            "choice" => Some(Self::Choice { choice: fields.needed("choice")? }),
            "multiple" => Some(Self::Multiple { choices: fields.needed("choices")? }),
            "number" => Some(Self::Number { typed: fields.needed("typed")? }),
            "text" => Some(Self::Text { typed: fields.needed("typed")? }),
            "cloze" => Some(Self::Cloze { gaps: fields.needed("gaps")? }),
            "order" => Some(Self::Order { events: fields.needed("events")? }),
            _ => place.unknown_word(&kind),
        }
    }
}

impl Response {
    /// The response to a multiple choice after one choice was ticked, or unticked if it was ticked before.
    #[must_use]
    pub fn ticking(before: Option<&Self>, choice: &ChoiceId) -> Self {
        let none = BTreeSet::new();
        let ticked = if let Some(Self::Multiple { choices }) = before { choices } else { &none };
        // Made anew, since removing is the one thing that no set of names has to do otherwise.
        let mut choices = BTreeSet::new();
        choices.extend(ticked.iter().filter(|ticked| *ticked != choice).cloned());
        if choices.len() == ticked.len() {
            choices.insert(choice.clone());
        }
        Self::Multiple { choices }
    }

    /// The order after one event was moved a place up or down; as it was, if it stands at that end.
    #[must_use]
    pub fn moving(before: &[ChoiceId], event: &ChoiceId, down: bool) -> Self {
        let mut events = before.to_vec();
        if let Some(at) = events.iter().position(|other| other == event) {
            let to = if down { at + 1 } else { at.wrapping_sub(1) };
            if to < events.len() {
                events.swap(at, to);
            }
        }
        Self::Order { events }
    }

    /// The response to a cloze after a gap was filled with a choice, or emptied.
    #[must_use]
    pub fn filling(before: Option<&Self>, gap: &GapId, choice: Option<ChoiceId>) -> Self {
        let none = BTreeMap::new();
        let filled = if let Some(Self::Cloze { gaps }) = before { gaps } else { &none };
        let mut gaps = BTreeMap::new();
        let others = filled.iter().filter(|(other, _)| *other != gap);
        gaps.extend(others.map(|(gap, choice)| (gap.clone(), choice.clone())));
        gaps.extend(choice.map(|choice| (gap.clone(), choice)));
        Self::Cloze { gaps }
    }
}

/// How sure the learner says they are, before they know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sure {
    /// "I am guessing": pays from nothing upwards.
    Guess,
    /// "I think so": pays for those who are right two times in three or more.
    Think,
    /// "I am certain": pays for those who are right four times in five or more.
    Certain,
}

from_word!(Sure);

impl Sure {
    /// Every step, from the least sure.
    pub const ALL: [Self; 3] = [Self::Guess, Self::Think, Self::Certain];

    /// The word of the review log, also used in class names.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Guess => "guess",
            Self::Think => "think",
            Self::Certain => "certain",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_are_ticked_and_unticked() {
        let of =
            |choices: &[&str]| Response::Multiple { choices: choices.iter().map(|&id| id.into()).collect() };
        let cases = [(None, "a", of(&["a"])), (Some(of(&["b"])), "a", of(&["a", "b"]))];
        for (before, choice, after) in cases {
            assert_eq!(Response::ticking(before.as_ref(), &choice.into()), after);
        }
        assert_eq!(Response::ticking(Some(&of(&["a", "b"])), &"a".into()), of(&["b"]));
    }

    #[test]
    fn gaps_are_filled_and_emptied() {
        let of = |gaps: &[(&str, &str)]| Response::Cloze {
            gaps: gaps.iter().map(|&(gap, choice)| (gap.into(), choice.into())).collect(),
        };
        let filled = Response::filling(None, &"g".into(), Some("a".into()));
        assert_eq!(filled, of(&[("g", "a")]));
        let both = Response::filling(Some(&filled), &"h".into(), Some("b".into()));
        assert_eq!(both, of(&[("g", "a"), ("h", "b")]));
        assert_eq!(
            Response::filling(Some(&both), &"g".into(), Some("c".into())),
            of(&[("g", "c"), ("h", "b")])
        );
        assert_eq!(Response::filling(Some(&both), &"h".into(), None), filled);
    }

    #[test]
    fn events_are_moved_a_place_and_stop_at_the_ends() {
        let names = |events: &str| -> Vec<ChoiceId> { events.split(' ').map(ChoiceId::from).collect() };
        let cases = [
            ("a b c", "b", false, "b a c"),
            ("a b c", "b", true, "a c b"),
            ("a b c", "a", false, "a b c"),
            ("a b c", "a", true, "b a c"),
            ("a b c", "c", true, "a b c"),
            ("a b c", "c", false, "a c b"),
            ("a b c", "gone", true, "a b c"),
            ("a", "a", true, "a"),
        ];
        for (before, event, down, after) in cases {
            let moved = Response::moving(&names(before), &event.into(), down);
            assert_eq!(moved, Response::Order { events: names(after) }, "{event} in {before}, down: {down}");
        }
        let nothing = Response::Order { events: Vec::new() };
        assert_eq!(Response::moving(&[], &"a".into(), false), nothing);
    }
}
