//! Choices: enough of them, the right number of keys, no two alike, each explained.

use super::parts::{ChoiceList, Parts, choice_lists};
use super::{Code, Report};
use crate::deck::register::Register;

pub(super) fn check(parts: &Parts, report: &mut Report) {
    for list in parts.items.iter().flat_map(choice_lists) {
        keys(&list, report);
        texts(&list, report);
    }
}

fn keys(list: &ChoiceList, report: &mut Report) {
    let count = list.choices.len();
    let keys = list.choices.iter().filter(|choice| choice.correct).count();
    let least = if list.several_keys { 3 } else { 2 };
    if count < least {
        report.add(Code::TooFewChoices, list.path.as_str(), format!("{count} of at least {least}"));
    }
    if keys == 0 && count > 0 {
        report.add(Code::NoKey, list.path.as_str(), "no choice is marked as correct");
    } else if keys > 1 && !list.several_keys {
        report.add(Code::TwoKeys, list.path.as_str(), format!("{keys} choices are marked as correct"));
    } else if keys == count && count > 0 && list.several_keys {
        report.add(Code::NoDistractor, list.path.as_str(), "every choice is marked as correct");
    }
}

fn texts(list: &ChoiceList, report: &mut Report) {
    let seen_as = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let texts: Vec<String> = list.choices.iter().map(|choice| seen_as(&choice.text)).collect();
    let mut first_at = Register::default();
    for (position, (choice, seen_as)) in list.choices.iter().zip(&texts).enumerate() {
        let path = format!("{}[{position}]", list.path);
        if choice.rationale.trim().is_empty() {
            report.add(Code::MissingRationale, format!("{path}.rationale"), "why is it right or wrong?");
        }
        if seen_as.is_empty() {
            continue; // Reported as empty.
        }
        if let Some(first) = first_at.number(seen_as) {
            let detail = format!("reads the same as {}[{first}]", list.path);
            report.add(Code::DuplicateChoiceText, format!("{path}.text"), detail);
        } else {
            first_at.put(seen_as, position);
        }
    }
}
