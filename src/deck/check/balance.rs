//! Balance: over the deck, nothing but knowledge gives a key away.

use std::collections::BTreeMap;

use super::parts::Parts;
use super::wording::{is_english, words};
use super::{Code, Report};
use crate::deck::interaction::{Interaction, SingleChoice};

/// From how many single choices on there is a pattern to speak of.
const FEWEST_ITEMS: usize = 10;
/// From how many multiple choices with the same number of choices on there is a pattern in their numbers of
/// keys.
const FEWEST_OF_A_SIZE: usize = 5;
/// The largest part of them that may have the same number of keys.
const SAME_COUNT_SHARE: f64 = 0.75;
/// From how many single choices on hedges are counted.
const FEWEST_FOR_HEDGES: usize = 30;
/// How much larger the part of the keys that hedge may be than that of the distractors.
const HEDGES_EXCESS: f64 = 0.10;
/// Words by which an English text leaves something open.
const HEDGES: [&str; 20] = [
    "about",
    "almost",
    "apparently",
    "appears",
    "could",
    "likely",
    "may",
    "might",
    "mostly",
    "nearly",
    "often",
    "partly",
    "perhaps",
    "possibly",
    "probably",
    "reportedly",
    "seems",
    "some",
    "sometimes",
    "usually",
];
/// How many times as often as by chance a position may hold the key.
const POSITION_EXCESS: f64 = 1.5;

pub(super) fn check(parts: &Parts, report: &mut Report) {
    let singles: Vec<&SingleChoice> = parts
        .items
        .iter()
        .filter_map(|item| match &item.it.interaction {
            Interaction::Choice(single) => Some(single),
            _ => None,
        })
        .collect();
    positions(&singles, report);
    counts(parts, report);
    if is_english(&parts.deck.language) {
        hedges(&singles, report);
    }
}

fn positions(singles: &[&SingleChoice], report: &mut Report) {
    // Choices with an order of their own stand where they must.
    let free: Vec<_> = singles.iter().filter(|single| !single.ordered).collect();
    if free.len() < FEWEST_ITEMS {
        return;
    }
    let most_choices = free.iter().map(|single| single.choices.len()).max().unwrap_or(0);
    for position in 0..most_choices {
        let reach = free.iter().filter(|single| single.choices.len() > position);
        let by_chance: f64 = reach.map(|single| 1.0 / single.choices.len() as f64).sum();
        let is_key = |single: &&&&SingleChoice| single.choices.get(position).is_some_and(|at| at.correct);
        let keys = free.iter().filter(is_key).count();
        // One key is no pattern, however few choices reach so far.
        if keys > 1 && keys as f64 > POSITION_EXCESS * by_chance {
            let detail = format!("the key stands at position {} in {keys} of {}", position + 1, free.len());
            report.add(Code::KeyPositionSkewed, "$.items", detail);
        }
    }
}

/// The number of choices does not tell how many are keys.
fn counts(parts: &Parts, report: &mut Report) {
    let mut items_of: BTreeMap<usize, BTreeMap<usize, usize>> = BTreeMap::new();
    for item in &parts.items {
        if let Interaction::Multiple(multiple) = &item.it.interaction {
            let keys = multiple.choices.iter().filter(|choice| choice.correct).count();
            *items_of.entry(multiple.choices.len()).or_default().entry(keys).or_default() += 1;
        }
    }
    for (choices, by_keys) in items_of {
        let count: usize = by_keys.values().sum();
        let most = by_keys.into_iter().max_by_key(|(_, items)| *items);
        let Some((keys, items)) = most.filter(|_| count >= FEWEST_OF_A_SIZE) else { continue };
        if items as f64 > SAME_COUNT_SHARE * count as f64 {
            let detail =
                format!("of {count} multiple choices with {choices} choices, {items} have {keys} keys");
            report.add(Code::KeyCountTells, "$.items", detail);
        }
    }
}

/// Who picks what leaves something open is no better off.
fn hedges(singles: &[&SingleChoice], report: &mut Report) {
    if singles.len() < FEWEST_FOR_HEDGES {
        return;
    }
    let share = |correct: bool| {
        let alike =
            || singles.iter().flat_map(|single| &single.choices).filter(|choice| choice.correct == correct);
        let hedges = |text: &str| words(&text.to_lowercase()).any(|word| HEDGES.contains(&word));
        alike().filter(|choice| hedges(&choice.text)).count() as f64 / alike().count().max(1) as f64
    };
    let (keys, distractors) = (share(true), share(false));
    if keys - distractors > HEDGES_EXCESS {
        let (keys, distractors) = (keys * 100.0, distractors * 100.0);
        let detail = format!(
            "{keys:.0} % of the keys leave something open (\"may\", \"about\"), and {distractors:.0} % of the distractors"
        );
        report.add(Code::KeysHedge, "$.items", detail);
    }
}
