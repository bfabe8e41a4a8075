//! Coverage: every fact is told and asked for, and nothing lies about unused.

use std::collections::{BTreeMap, BTreeSet};

use super::parts::Parts;
use super::{Code, Report};
use crate::deck::id::{FactId, TermId, VoiceId};
use crate::deck::model::{Asks, Weight};
use crate::deck::prose::{Span, paragraphs};
use crate::deck::register::Register;

/// At least one item in so many asks for more than recall.
const ITEMS_FOR_ONE_REASON: usize = 5;

pub(super) fn check_asking(parts: &Parts, report: &mut Report) {
    told_twice(parts, report);
    asked(parts, report);
    used(parts, report);
    reasoned(parts, report);
}

pub(super) fn check_telling(parts: &Parts, report: &mut Report) {
    let told = Register::of(parts.cards.iter().flat_map(|card| &card.it.facts).map(FactId::as_str));
    for fact in parts.facts.iter().filter(|fact| !told.has(fact.it.id.as_str())) {
        let detail = format!("no card carries \"{}\"", fact.it.id);
        report.add(Code::FactWithoutCard, fact.path.as_str(), detail);
    }
}

fn told_twice(parts: &Parts, report: &mut Report) {
    let mut cards_of: BTreeMap<&FactId, BTreeSet<&str>> = BTreeMap::new();
    for card in &parts.cards {
        for fact in &card.it.facts {
            cards_of.entry(fact).or_default().insert(card.path.as_str());
        }
    }
    for fact in &parts.facts {
        if let Some(cards) = cards_of.get(&fact.it.id).filter(|cards| cards.len() > 1) {
            let cards = cards.iter().copied().collect::<Vec<_>>().join(" and ");
            let detail = format!("\"{}\" is on {cards}", fact.it.id);
            report.add(Code::FactOnTwoCards, fact.path.as_str(), detail);
        }
    }
}

fn asked(parts: &Parts, report: &mut Report) {
    let mut kinds_of: BTreeMap<&FactId, BTreeSet<&str>> = BTreeMap::new();
    for item in &parts.items {
        for fact in &item.it.facts {
            kinds_of.entry(fact).or_default().insert(item.it.interaction.kind());
        }
    }
    for fact in &parts.facts {
        let kinds = kinds_of.get(&fact.it.id).map_or(0, BTreeSet::len);
        if kinds == 0 && fact.it.weight != Weight::Aside {
            let detail = format!("no item asks for \"{}\"", fact.it.id);
            report.add(Code::FactWithoutItem, fact.path.as_str(), detail);
        } else if kinds == 1 && fact.it.weight == Weight::Key {
            let detail = format!("\"{}\" is asked for in one kind of item only", fact.it.id);
            report.add(Code::KeyFactNeedsTwoKinds, fact.path.as_str(), detail);
        }
    }
}

fn used(parts: &Parts, report: &mut Report) {
    let mut marked: BTreeSet<TermId> = BTreeSet::new();
    for card in &parts.cards {
        marked.extend(paragraphs(&card.it.body).into_iter().flatten().filter_map(|span| match span {
            Span::Term { term, .. } => Some(term),
            Span::Plain(_) => None,
        }));
    }
    for term in parts.terms.iter().filter(|term| !marked.contains(&term.it.id)) {
        report.add(Code::UnusedTerm, term.path.as_str(), format!("no card marks \"{}\"", term.it.id));
    }
    let heard: BTreeSet<&VoiceId> = parts.facts.iter().map(|fact| &fact.it.voice).collect();
    for voice in parts.voices.iter().filter(|voice| !heard.contains(&voice.it.id)) {
        report.add(Code::UnusedVoice, voice.path.as_str(), format!("no fact is by \"{}\"", voice.it.id));
    }
}

fn reasoned(parts: &Parts, report: &mut Report) {
    let count = parts.items.len();
    let reasoning = parts.items.iter().filter(|item| item.it.asks == Asks::Reason).count();
    if reasoning * ITEMS_FOR_ONE_REASON < count {
        let detail = format!("{reasoning} of {count} items ask for more than recall; one in five should");
        report.add(Code::TooLittleReasoning, "$.items", detail);
    }
}
