//! Cloze texts: each gap stands in the text once, and can be told by its label.

use super::parts::{Part, Parts};
use super::{Code, Report};
use crate::deck::interaction::{Cloze, Interaction};
use crate::deck::model::Item;
use crate::deck::prose::{Piece, pieces};
use crate::deck::register::Register;

pub(super) fn check(parts: &Parts, report: &mut Report) {
    for item in &parts.items {
        if let Interaction::Cloze(cloze) = &item.it.interaction {
            gaps(item, cloze, report);
        }
    }
}

fn gaps(item: &Part<Item>, cloze: &Cloze, report: &mut Report) {
    let text_path = item.at("interaction.text");
    report.need_text(text_path.as_str(), &cloze.text);
    if cloze.gaps.is_empty() {
        report.add(Code::EmptyList, item.at("interaction.gaps"), "at least one is needed");
    }
    let mut times_in_text = Register::default();
    for piece in pieces(&cloze.text) {
        match piece {
            Piece::Gap(id) => {
                times_in_text.count(id);
            }
            Piece::Words(words) if words.contains(['{', '}']) => {
                let detail = "a brace that opens or closes no gap; nothing else may stand in braces";
                report.add(Code::ClozeGapMismatch, text_path.as_str(), detail);
            }
            Piece::Words(_) => {}
        }
    }
    for (position, gap) in cloze.gaps.iter().enumerate() {
        let path = item.at(&format!("interaction.gaps[{position}]"));
        report.need_text(format!("{path}.label"), &gap.label);
        // Set to nothing, so that a second gap of this name does not find them.
        match times_in_text.put(gap.id.as_str(), 0) {
            Some(1) => {}
            times => {
                let detail = format!("{{{}}} stands in the text {} times", gap.id, times.unwrap_or(0));
                report.add(Code::ClozeGapMismatch, path, detail);
            }
        }
    }
    for unknown in times_in_text.names().filter(|name| times_in_text.number(name) > Some(0)) {
        let detail = format!("{{{unknown}}} is none of the gaps");
        report.add(Code::ClozeGapMismatch, text_path.as_str(), detail);
    }
}
