//! References: every name that is meant to lead somewhere does.

use std::collections::BTreeSet;

use super::parts::{Parts, entries};
use super::{Code, Report};
use crate::deck::id::{FactId, ItemId};
use crate::deck::prose::{Span, paragraphs};
use crate::deck::register::Register;

pub(super) fn check(parts: &Parts, report: &mut Report) {
    let voices = Names::new("$.voices", parts.voices.iter().map(|voice| voice.it.id.as_str()), parts);
    let sources = Names::new("$.sources", parts.sources.iter().map(|source| source.it.id.as_str()), parts);
    let facts = Names::facts(parts);
    let items = Names::new("$.items", parts.items.iter().map(|item| item.it.id.as_str()), parts);
    let terms = Names::new("$.glossary", parts.terms.iter().map(|term| term.it.id.as_str()), parts);

    for fact in &parts.facts {
        voices.need([(fact.at("voice"), fact.it.voice.as_str())], report);
        sources.need([(fact.at("source"), fact.it.source.as_str())], report);
    }
    for card in &parts.cards {
        facts.need(entries(&card.at("facts"), &card.it.facts, FactId::as_str), report);
        for span in paragraphs(&card.it.body).iter().flatten() {
            if let Span::Term { term, .. } = span {
                terms.need([(card.at("body"), term.as_str())], report);
            }
        }
    }
    for item in &parts.items {
        facts.need(entries(&item.at("facts"), &item.it.facts, FactId::as_str), report);
    }
    for chapter in &parts.chapters {
        items.need(entries(&chapter.at("check"), &chapter.it.check, ItemId::as_str), report);
    }
    items.need(parts.pre_questions.iter().map(|id| (id.path.clone(), id.it.as_str())), report);
}

/// The names that the parts in one list bear.
pub(super) struct Names<'a> {
    list: &'static str,
    known: Register<'a>,
    /// Names borne by parts that could not be read.
    lost: &'a BTreeSet<String>,
    /// Whether the list as a whole could not be read: who refers to it is not to blame.
    all_lost: bool,
}

impl<'a> Names<'a> {
    fn new(list: &'static str, names: impl Iterator<Item = &'a str>, parts: &Parts<'a>) -> Self {
        let holes = parts.holes;
        Self { list, known: Register::of(names), lost: &holes.names, all_lost: holes.paths.contains(list) }
    }

    pub fn facts(parts: &Parts<'a>) -> Self {
        Self::new("$.facts", parts.facts.iter().map(|fact| fact.it.id.as_str()), parts)
    }

    pub fn places(parts: &Parts<'a>) -> Self {
        Self::new("$.places", parts.places.iter().map(|place| place.it.id.as_str()), parts)
    }

    /// Reports those of the references, each with its path, that lead nowhere.
    pub fn need<'n>(&self, references: impl IntoIterator<Item = (String, &'n str)>, report: &mut Report) {
        for (path, name) in references {
            if !self.all_lost && !self.known.has(name) && !self.lost.contains(name) {
                report.add(Code::UnknownReference, path, format!("{} has no \"{name}\"", self.list));
            }
        }
    }
}
