//! Choices: enough of them, the right number of keys, no two alike, each explained.

use super::parts::{ChoiceList, Parts, choice_lists};
use super::{Code, Report};
use crate::deck::register::Register;
use crate::deck::spelling::Spelling;

pub(super) fn check(parts: &Parts, report: &mut Report) {
    for list in parts.items.iter().flat_map(choice_lists) {
        let correct = list.choices.iter().filter(|choice| choice.correct).count();
        keys(&list.path, list.choices.len(), correct, list.several_keys, report);
        texts(&list, parts.spelling, report);
    }
}

/// So many keys among so many choices; `path` is that of their list.
pub(super) fn keys(path: &str, count: usize, keys: usize, several_keys: bool, report: &mut Report) {
    report.need_count(path, count, if several_keys { 3 } else { 2 }, usize::MAX);
    if keys == 0 && count > 0 {
        report.add(Code::NoKey, path, "no choice is marked as correct");
    } else if keys > 1 && !several_keys {
        report.add(Code::TwoKeys, path, format!("{keys} choices are marked as correct"));
    } else if keys == count && count > 0 && several_keys {
        report.add(Code::NoDistractor, path, "every choice is marked as correct");
    }
}

fn texts(list: &ChoiceList, spelling: Spelling, report: &mut Report) {
    for (position, choice) in list.choices.iter().enumerate() {
        report.need_rationale(&format!("{}[{position}]", list.path), &choice.rationale);
    }
    differ(&list.path, &mut list.choices.iter().map(|choice| choice.text.as_str()), spelling, report);
}

/// No two texts of a list read the same; `path` is the list's.
pub(super) fn differ(
    path: &str,
    texts: &mut dyn Iterator<Item = &str>,
    spelling: Spelling,
    report: &mut Report,
) {
    let texts: Vec<String> = texts.map(|text| spelling.as_seen(text)).collect();
    let mut first_at = Register::default();
    for (position, text) in texts.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
        if let Some(first) = first_at.number(text) {
            let detail = format!("reads the same as {path}[{first}]");
            report.add(Code::DuplicateChoiceText, format!("{path}[{position}].text"), detail);
        } else {
            first_at.put(text, position);
        }
    }
}
