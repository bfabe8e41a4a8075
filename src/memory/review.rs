//! What a review asks: facts, each by one of its items.

use super::schedule::{FactMemory, Schedule};
use crate::deck::{Fact, IndexedDeck, Register, sorted_by};
use crate::quiz::{Ask, Draw, Plan, plan_of, seeded_order, unspoiled};

/// The facts that are due, the one that is least likely to be remembered first.
pub fn due<'a>(schedule: &'a Schedule, deck: &'a IndexedDeck) -> Vec<&'a Fact> {
    weakest(schedule, deck, |memory| memory.due_day <= schedule.today)
}

/// The facts that are not due yet, though attempted, the one that is least likely to be remembered first.
pub fn not_due<'a>(schedule: &'a Schedule, deck: &'a IndexedDeck) -> Vec<&'a Fact> {
    weakest(schedule, deck, |memory| memory.due_day > schedule.today)
}

fn weakest<'a>(
    schedule: &'a Schedule,
    deck: &'a IndexedDeck,
    is_asked: impl Fn(&FactMemory) -> bool,
) -> Vec<&'a Fact> {
    let facts: Vec<(f32, &Fact)> = schedule
        .attempted(deck)
        .filter(|(_, memory)| is_asked(memory))
        .map(|(fact, memory)| (memory.retrievability(schedule.today), fact))
        .collect();
    sorted_by(&facts, |a, b| a.0.total_cmp(&b.0)).into_iter().map(|(_, fact)| fact).collect()
}

/// The plan of a review of these facts, in this order, those of the asked chapters.
///
/// Each fact is asked by one item: of another kind than the one by which it was asked last, if it has such,
/// and of those by one never asked, or else the one asked longest ago; where that leaves several, the seed
/// decides. A fact that an item taken before it asks for too needs no item of its own. By [`Draw::Second`] an
/// item whose answer an earlier one gives away is then pulled before that. An item comes back until it was right
/// once.
pub fn review(schedule: &Schedule, deck: &IndexedDeck, facts: &[&Fact], ask: Ask) -> Plan {
    let ask = Ask { again: true, ..ask };
    let chances = seeded_order(ask.seed, "review", deck.items.len());
    let mut asked = Register::default();
    let mut items = Vec::new();
    let most = ask.count.unwrap_or(usize::MAX);
    let items_of = items_of_facts(deck);
    for fact in facts {
        let chapter = deck.card_of(&fact.id).map(|(chapter, _)| &chapter.id);
        let is_of_chapters = ask.chapters.is_empty() || chapter.is_some_and(|id| ask.chapters.contains(id));
        if items.len() >= most || !is_of_chapters || asked.has(fact.id.as_str()) {
            continue;
        }
        let last = schedule.of(deck, &fact.id).and_then(|memory| deck.item(&memory.last_item));
        let last_kind = last.map(|item| item.interaction.kind());
        let own = deck.fact_position(&fact.id).and_then(|position| items_of.get(position));
        let ranked = own.into_iter().flatten().filter_map(|&position| {
            let item = deck.items.get(position)?;
            let is_of_last_kind = last_kind == Some(item.interaction.kind());
            let last_asked = schedule.last_asked.get(position)?;
            Some(((is_of_last_kind, last_asked, chances.get(position)?), item))
        });
        if let Some((_, item)) = ranked.min_by_key(|(rank, _)| *rank) {
            items.push(item);
            for fact in &item.facts {
                asked.add(fact.as_str());
            }
        }
    }
    if ask.draw == Draw::Second {
        let as_they_are: Vec<usize> = (0..items.len()).collect();
        items = unspoiled(deck, vec![items], &as_they_are, 0);
    }
    plan_of(ask, items.into_iter().map(|item| item.id.clone()).collect())
}

/// For each fact of the deck, the positions of its items.
fn items_of_facts(deck: &IndexedDeck) -> Vec<Vec<usize>> {
    let mut items_of = vec![Vec::new(); deck.facts.len()];
    for (position, item) in deck.items.iter().enumerate() {
        let facts = item.facts.iter().filter_map(|fact| deck.fact_position(fact));
        for fact in facts {
            if let Some(items) = items_of.get_mut(fact) {
                items.push(position);
            }
        }
    }
    items_of
}
