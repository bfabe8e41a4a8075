//! Lists: not empty where something is needed, nothing in them twice, and the items in them of the
//! kind that the page can answer there.

use super::parts::{Parts, entries};
use super::{Code, Report};
use crate::deck::id::{FactId, ItemId};
use crate::deck::interaction::Interaction;
use crate::deck::model::Standing;
use crate::deck::register::Register;

pub(super) fn check(parts: &Parts, report: &mut Report) {
    empty(parts, report);
    repeated(parts, report);
    kinds(parts, report);
}

fn empty(parts: &Parts, report: &mut Report) {
    let mut need = |path: String, is_empty: bool| {
        if is_empty {
            report.add(Code::EmptyList, path, "at least one is needed");
        }
    };
    if parts.whole {
        // Of these, all may be holes.
        need("$.facts".to_owned(), parts.facts.is_empty());
        need("$.chapters".to_owned(), parts.chapters.is_empty());
        need("$.items".to_owned(), parts.items.is_empty());
        for chapter in &parts.chapters {
            need(chapter.at("cards"), chapter.it.cards.is_empty());
        }
    }
    for fact in parts.facts.iter().filter(|fact| fact.it.standing != Standing::Computed) {
        need(fact.at("paragraphs"), fact.it.paragraphs.is_empty());
    }
    for item in &parts.items {
        need(item.at("facts"), item.it.facts.is_empty());
    }
}

fn repeated(parts: &Parts, report: &mut Report) {
    for card in &parts.cards {
        let mut seen = Register::default();
        once(entries(&card.at("facts"), &card.it.facts, FactId::as_str), &mut seen, report);
    }
    for item in &parts.items {
        let mut seen = Register::default();
        once(entries(&item.at("facts"), &item.it.facts, FactId::as_str), &mut seen, report);
    }
    // The story page holds all chapters' items, and no element of a page may stand there twice.
    let mut seen = Register::default();
    for chapter in &parts.chapters {
        once(entries(&chapter.at("check"), &chapter.it.check, ItemId::as_str), &mut seen, report);
    }
    let pre_questions = parts.pre_questions.iter().map(|id| (id.path.clone(), id.it.as_str()));
    once(pre_questions, &mut Register::default(), report);
}

/// Reports names that were seen before.
pub(super) fn once<'a>(
    names: impl Iterator<Item = (String, &'a str)>,
    seen: &mut Register<'a>,
    report: &mut Report,
) {
    for (path, name) in names {
        if !seen.add(name) {
            report.add(Code::ListedTwice, path, format!("\"{name}\" is listed already"));
        }
    }
}

fn kinds(parts: &Parts, report: &mut Report) {
    let mut positions = Register::default();
    // From the end, so that of two items of one name the first is meant, as in the app.
    for (position, item) in parts.items.iter().enumerate().rev() {
        positions.put(item.it.id.as_str(), position);
    }
    let item = |id: &ItemId| parts.items.get(positions.number(id.as_str())?);
    let other_kind = |id: &ItemId| match item(id).map(|item| &item.it.interaction) {
        Some(Interaction::Choice(_)) | None => None,
        Some(other) => Some(format!("\"{id}\" is of kind {}, not choice", other.kind())),
    };
    for chapter in &parts.chapters {
        match chapter.it.check.first() {
            None => report.add(Code::ChapterCheckEmpty, chapter.at("check"), "nothing to check oneself with"),
            Some(first) => {
                if let Some(detail) = other_kind(first) {
                    report.add(Code::CheckFirstNotChoice, chapter.at("check[0]"), detail);
                }
            }
        }
    }
    for id in &parts.pre_questions {
        if let Some(detail) = other_kind(id.it) {
            report.add(Code::PreQuestionNotChoice, id.path.as_str(), detail);
        }
    }
}
