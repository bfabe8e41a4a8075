//! Balance: over the deck, nothing but knowledge gives a key away.

use super::parts::Parts;
use super::{Code, Report};
use crate::deck::interaction::{Interaction, SingleChoice};

/// From how many single choices on there is a pattern to speak of.
const FEWEST_ITEMS: usize = 10;
/// Largest part of the single choices whose key may be the longest choice; one in three would be
/// chance.
const LONGEST_SHARE: f64 = 0.45;
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
    lengths(&singles, report);
    positions(&singles, report);
}

fn lengths(singles: &[&SingleChoice], report: &mut Report) {
    let longest = singles.iter().filter(|single| key_is_longest(single)).count();
    if singles.len() >= FEWEST_ITEMS && longest as f64 > LONGEST_SHARE * singles.len() as f64 {
        let detail = format!("the key is the longest in {longest} of {} single choices", singles.len());
        report.add(Code::KeyLongestTooOften, "$.items", detail);
    }
}

fn key_is_longest(single: &SingleChoice) -> bool {
    let longest = |correct: bool| {
        let alike = single.choices.iter().filter(|choice| choice.correct == correct);
        alike.map(|choice| choice.text.chars().count()).max()
    };
    longest(true) > longest(false)
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
