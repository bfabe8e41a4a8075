//! Typed answers: numbers with unit and tolerance, texts that can be given, mix-ups that are wrong.

use super::parts::{Part, Parts};
use super::{Code, Report};
use crate::deck::interaction::{Estimate, Interaction, NumberEntry, TextEntry};
use crate::deck::model::Item;
use crate::deck::spelling::folded;

pub(super) fn check(parts: &Parts, report: &mut Report) {
    for item in &parts.items {
        match &item.it.interaction {
            Interaction::Number(entry) => number(item, entry, report),
            Interaction::Text(entry) => text(item, entry, report),
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

fn text(item: &Part<Item>, entry: &TextEntry, report: &mut Report) {
    let accepted: Vec<String> = entry.accepted.iter().map(|text| folded(text)).collect();
    if accepted.iter().all(String::is_empty) {
        report.add(Code::TextWithoutAnswer, item.at("interaction.accepted"), "no typed text could be right");
    } else {
        for (position, _) in accepted.iter().enumerate().filter(|(_, text)| text.is_empty()) {
            let path = item.at(&format!("interaction.accepted[{position}]"));
            report.add(Code::EmptyText, path, "neither letter nor digit to type");
        }
    }
    report.need_rationale(&item.at("interaction"), &entry.rationale);
    for (position, mix_up) in entry.mix_ups.iter().enumerate() {
        let path = item.at(&format!("interaction.mix_ups[{position}]"));
        report.need_rationale(&path, &mix_up.rationale);
        let typed = folded(&mix_up.text);
        if typed.is_empty() {
            report.add(Code::EmptyText, format!("{path}.text"), "neither letter nor digit to type");
        } else if accepted.contains(&typed) {
            let detail = format!("\"{}\" is accepted as right", mix_up.text);
            report.add(Code::TextMixUpAccepted, format!("{path}.text"), detail);
        }
    }
}
