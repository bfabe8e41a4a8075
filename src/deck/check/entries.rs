//! Typed answers: numbers with unit and tolerance, texts that can be given, mix-ups that are wrong.

use super::parts::{Part, Parts};
use super::{Code, Report};
use crate::deck::interaction::{Estimate, Interaction, LONGEST_TYPED, NumberEntry, TextEntry};
use crate::deck::model::Item;
use crate::deck::register::Register;
use crate::deck::spelling::Spelling;

/// What is wrong with a text of which nothing counts.
const NOTHING_TO_TYPE: &str = "neither letter nor digit to type";

pub(super) fn check(parts: &Parts, report: &mut Report) {
    for item in &parts.items {
        match &item.it.interaction {
            Interaction::Number(entry) => number(item, entry, report),
            Interaction::Text(entry) => text(item, entry, parts.spelling, report),
            Interaction::Estimate(estimate) => {
                let Estimate { value, tolerance, near, unit, rationale, .. } = estimate;
                amount(
                    item,
                    &Amount { value: *value, tolerance: *tolerance, near: *near, unit, rationale },
                    report,
                );
            }
            _ => {}
        }
    }
}

/// What a number and an estimate have in common.
struct Amount<'a> {
    value: f64,
    tolerance: f64,
    near: Option<f64>,
    unit: &'a str,
    rationale: &'a str,
}

fn amount(item: &Part<Item>, amount: &Amount, report: &mut Report) {
    if amount.unit.trim().is_empty() {
        report.add(Code::NumberWithoutUnit, item.at("interaction.unit"), "what does it count?");
    }
    if let Some((field, detail)) = senseless(amount) {
        report.add(Code::NumberWithoutTolerance, item.at(&format!("interaction.{field}")), detail);
    } else if off_as_shown(amount.value) > amount.tolerance {
        let detail = "is shown to the millionth, which would be too far off to be typed back";
        report.add(Code::NumberNotAsShown, item.at("interaction.value"), detail);
    }
    report.need_rationale(&item.at("interaction"), amount.rationale);
}

fn number(item: &Part<Item>, entry: &NumberEntry, report: &mut Report) {
    let NumberEntry { value, tolerance, near, unit, rationale: why, .. } = entry;
    amount(item, &Amount { value: *value, tolerance: *tolerance, near: *near, unit, rationale: why }, report);
    for (position, mix_up) in entry.mix_ups.iter().enumerate() {
        let path = item.at(&format!("interaction.mix_ups[{position}]"));
        report.need_rationale(&path, &mix_up.rationale);
        if (mix_up.value - entry.value).abs() <= entry.tolerance {
            // No number in it: to write one with a fraction is 10 KB of program.
            let detail = "is within the tolerance, so it would count as right";
            report.add(Code::NumberMixUpInsideTolerance, format!("{path}.value"), detail);
        }
    }
}

/// How far the number that is shown is from the one that is meant: it is shown to the millionth.
fn off_as_shown(value: f64) -> f64 {
    let off = ((value * 1e6).round() / 1e6 - value).abs();
    // What the last digits of a binary fraction come to is no difference.
    if off > value.abs() * 1e-9 { off } else { 0.0 }
}

/// The first field of a number that makes no sense, and why.
fn senseless(entry: &Amount) -> Option<(&'static str, &'static str)> {
    if !entry.value.is_finite() {
        return Some(("value", "is not a finite number"));
    }
    if !entry.tolerance.is_finite() || entry.tolerance < 0.0 {
        return Some(("tolerance", "is not a finite number from 0"));
    }
    if entry.tolerance == 0.0 && entry.value.fract() != 0.0 {
        return Some(("tolerance", "no one hits a fraction exactly"));
    }
    match entry.near {
        Some(near) if !near.is_finite() || near < entry.tolerance => {
            Some(("near", "is not a finite number from the tolerance upwards"))
        }
        _ => None,
    }
}

fn text(item: &Part<Item>, entry: &TextEntry, spelling: Spelling, report: &mut Report) {
    let accepted: Vec<String> = entry.accepted.iter().map(|text| spelling.folded(text)).collect();
    if accepted.iter().all(String::is_empty) {
        report.add(Code::TextWithoutAnswer, item.at("interaction.accepted"), "no typed text could be right");
    } else {
        for (position, _) in accepted.iter().enumerate().filter(|(_, text)| text.is_empty()) {
            report.add(
                Code::EmptyText,
                item.at(&format!("interaction.accepted[{position}]")),
                NOTHING_TO_TYPE,
            );
        }
    }
    for (position, form) in entry.accepted.iter().enumerate() {
        fits_field(item.at(&format!("interaction.accepted[{position}]")), form, report);
    }
    report.need_rationale(&item.at("interaction"), &entry.rationale);
    let mut mix_ups = Vec::new();
    for (position, mix_up) in entry.mix_ups.iter().enumerate() {
        let path = item.at(&format!("interaction.mix_ups[{position}]"));
        report.need_rationale(&path, &mix_up.rationale);
        let typed = spelling.folded(&mix_up.text);
        if typed.is_empty() {
            report.add(Code::EmptyText, format!("{path}.text"), NOTHING_TO_TYPE);
        } else if accepted.contains(&typed) {
            let detail = format!("\"{}\" is accepted as right", mix_up.text);
            report.add(Code::TextMixUpAccepted, format!("{path}.text"), detail);
        }
        fits_field(format!("{path}.text"), &mix_up.text, report);
        mix_ups.push(typed);
    }
    let path = item.at("interaction.around");
    for (position, word) in around(&path, &entry.around, spelling, report).iter().enumerate() {
        let says = [("accepted as right", &accepted), ("a mix-up", &mix_ups)];
        for (what, _) in says.into_iter().filter(|(_, list)| list.contains(word)) {
            let detail = format!("\"{word}\" is {what} here, so it says something");
            report.add(Code::AroundSaysSomething, format!("{path}[{position}]"), detail);
        }
    }
}

fn fits_field(path: String, text: &str, report: &mut Report) {
    let letters = text.chars().count();
    if letters > LONGEST_TYPED {
        report.add(Code::TextTooLong, path, format!("{letters} characters; the field takes {LONGEST_TYPED}"));
    }
}

/// The words that say nothing around every name of the deck.
pub(super) fn check_around(parts: &Parts, report: &mut Report) {
    let words = around("$.around", &parts.deck.around, parts.spelling, report);
    let mut position_of = Register::default();
    for (position, word) in words.iter().enumerate() {
        position_of.put(word, position);
    }
    for item in &parts.items {
        let Interaction::Text(entry) = &item.it.interaction else { continue };
        for form in &entry.accepted {
            if let Some(position) = position_of.number(&parts.spelling.folded(form)) {
                let detail =
                    format!("\"{form}\" is the answer to {}: the list does not hold there", item.path);
                report.add(Code::AroundIsAnswer, format!("$.around[{position}]"), detail);
            }
        }
    }
}

/// The words of a list, folded.
fn around(path: &str, list: &[String], spelling: Spelling, report: &mut Report) -> Vec<String> {
    let folded: Vec<String> = list.iter().map(|word| spelling.folded(word)).collect();
    let mut known = Register::default();
    for (position, word) in folded.iter().enumerate() {
        let path = format!("{path}[{position}]");
        if word.is_empty() {
            report.add(Code::EmptyText, path, NOTHING_TO_TYPE);
        } else if !known.add(word) {
            report.add(Code::ListedTwice, path, format!("\"{word}\" is listed already"));
        }
    }
    folded
}
