//! Lengths: over the deck, the length of a choice does not tell whether it is the key.

use super::parts::{Parts, choice_lists};
use super::{Code, Report};
use crate::deck::interaction::{Choice, Interaction};

/// From how many lists of choices on there is a pattern to speak of.
const FEWEST_LISTS: usize = 10;
/// From how many on it is held to [`ALLOWED_OFF`]: among fewer, chance alone leads further away.
const MANY_LISTS: usize = 30;
/// How far from chance, as a share of the lists, who always picks the longest choice or always the shortest
/// may score.
const ALLOWED_OFF: f64 = 0.10;
/// The same among fewer lists: about two standard deviations of twelve fair lists of three.
const ALLOWED_OFF_FEW: f64 = 0.27;

pub(super) fn check(parts: &Parts, report: &mut Report) {
    let (mut singles, mut gaps) = (Vec::new(), Vec::new());
    for item in &parts.items {
        let lists = choice_lists(item).into_iter().map(|list| list.choices);
        match &item.it.interaction {
            Interaction::Choice(_) => singles.extend(lists),
            Interaction::Cloze(_) => gaps.extend(lists),
            _ => {}
        }
    }
    tells(&singles, "single choices", report);
    tells(&gaps, "gaps", report);
}

/// Reports the end of length that tells most, if it tells too much.
fn tells(lists: &[&[Choice]], what: &str, report: &mut Report) {
    let count = lists.len();
    if count < FEWEST_LISTS {
        return;
    }
    let chance = lists.iter().map(|list| 1.0 / list.len().max(1) as f64).sum::<f64>() / count as f64;
    let share = |pick: fn(&[Choice]) -> Option<usize>| {
        lists.iter().map(|list| pick(list).map_or(0.0, |length| score(list, length))).sum::<f64>()
            / count as f64
    };
    let ends = [
        (share(|list| lengths(list).max()), "longest", Code::KeyLongestTooOften, Code::KeyLongestTooSeldom),
        (
            share(|list| lengths(list).min()),
            "shortest",
            Code::KeyShortestTooOften,
            Code::KeyShortestTooSeldom,
        ),
    ];
    let allowed = if count < MANY_LISTS { ALLOWED_OFF_FEW } else { ALLOWED_OFF };
    let off = |share: f64| (share - chance).abs();
    let most = ends.into_iter().reduce(|a, b| if off(b.0) > off(a.0) { b } else { a });
    if let Some((share, end, often, seldom)) = most.filter(|(share, ..)| off(*share) > allowed) {
        let detail = format!(
            "always to pick the {end} is right in {:.0} % of {count} {what}; {:.0} % would be chance",
            share * 100.0,
            chance * 100.0
        );
        report.add(if share > chance { often } else { seldom }, "$.items", detail);
    }
}

fn lengths(list: &[Choice]) -> impl Iterator<Item = usize> {
    list.iter().map(|choice| choice.text.chars().count())
}

/// How often, of one time, a choice of this length is the key, if one of those is picked by chance.
fn score(list: &[Choice], length: usize) -> f64 {
    let such =
        || list.iter().zip(lengths(list)).filter(|(_, other)| *other == length).map(|(choice, _)| choice);
    such().filter(|choice| choice.correct).count() as f64 / such().count().max(1) as f64
}
