//! A deck with ways to find its parts by name.

use std::cmp::Ordering;
use std::ops::Deref;

use super::id::{ChapterId, FactId, ItemId, PlaceId, SourceId, TermId, VoiceId};
use super::model::{Card, Chapter, Deck, Fact, Item, Place, Source, Term, Voice};
use super::normal::Normalize;
use super::register::sorted_by;
use super::spelling::Spelling;

/// A deck whose parts are found by name in logarithmic time. Built once; the deck inside does not
/// change. Where the deck has a name twice, which the checker refuses, the first one is found.
#[derive(Clone, Debug)]
pub struct IndexedDeck {
    deck: Deck,
    normalize: Normalize,
    items: ByName,
    facts: ByName,
    voices: ByName,
    sources: ByName,
    terms: ByName,
    places: ByName,
    chapters: ByName,
    /// Where each fact is told, sorted by the fact's name.
    tellings: Vec<Telling>,
    /// For each chapter of the deck, the positions of its items, rising.
    items_of_chapter: Vec<Vec<u32>>,
}

/// A card that carries a fact: positions of the chapter, of the card in it and of the fact in that.
#[derive(Clone, Copy, Debug)]
struct Telling {
    chapter: u32,
    card: u32,
    fact: u32,
}

impl IndexedDeck {
    /// Indexes a deck. Takes positions only, no copies of names, so that a deck of 10,000 items costs
    /// some 100 KB more. Its names are told apart by the normal forms that `normalize` gives.
    pub fn new(deck: Deck, normalize: Normalize) -> Self {
        let mut indexed = Self {
            items: ByName::new(&deck.items, |item| &item.id),
            facts: ByName::new(&deck.facts, |fact| &fact.id),
            voices: ByName::new(&deck.voices, |voice| &voice.id),
            sources: ByName::new(&deck.sources, |source| &source.id),
            terms: ByName::new(&deck.glossary, |term| &term.id),
            places: ByName::new(&deck.places, |place| &place.id),
            chapters: ByName::new(&deck.chapters, |chapter| &chapter.id),
            tellings: tellings(&deck),
            items_of_chapter: vec![Vec::new(); deck.chapters.len()],
            deck,
            normalize,
        };
        for (position, item) in (0..).zip(&indexed.deck.items) {
            let chapter = item.facts.first().and_then(|fact| indexed.telling(fact));
            let list = chapter.and_then(|at| indexed.items_of_chapter.get_mut(at.chapter as usize));
            if let Some(list) = list {
                list.push(position);
            }
        }
        indexed
    }

    /// How its names are told apart.
    pub fn spelling(&self) -> Spelling<'_> {
        Spelling::new(&self.deck, self.normalize)
    }

    /// The item of that name.
    pub fn item(&self, id: &ItemId) -> Option<&Item> {
        self.items.find(&self.deck.items, id, |item| &item.id)
    }

    /// The fact of that name.
    pub fn fact(&self, id: &FactId) -> Option<&Fact> {
        self.facts.find(&self.deck.facts, id, |fact| &fact.id)
    }

    /// The voice of that name.
    pub fn voice(&self, id: &VoiceId) -> Option<&Voice> {
        self.voices.find(&self.deck.voices, id, |voice| &voice.id)
    }

    /// The source of that name.
    pub fn source(&self, id: &SourceId) -> Option<&Source> {
        self.sources.find(&self.deck.sources, id, |source| &source.id)
    }

    /// The place of that name.
    pub fn place(&self, id: &PlaceId) -> Option<&Place> {
        self.places.find(&self.deck.places, id, |place| &place.id)
    }

    /// The glossary term of that name.
    pub fn term(&self, id: &TermId) -> Option<&Term> {
        self.terms.find(&self.deck.glossary, id, |term| &term.id)
    }

    /// The chapter of that name.
    pub fn chapter(&self, id: &ChapterId) -> Option<&Chapter> {
        self.chapters.find(&self.deck.chapters, id, |chapter| &chapter.id)
    }

    /// The card that carries the fact (the first, if several do), and the chapter that it stands in.
    pub fn card_of(&self, fact: &FactId) -> Option<(&Chapter, &Card)> {
        let telling = self.telling(fact)?;
        let chapter = self.deck.chapters.get(telling.chapter as usize)?;
        Some((chapter, chapter.cards.get(telling.card as usize)?))
    }

    /// The chapter that the item belongs to: the one whose card carries its first fact.
    pub fn chapter_of(&self, item: &Item) -> Option<&Chapter> {
        self.card_of(item.facts.first()?).map(|(chapter, _)| chapter)
    }

    /// The items that belong to the chapter, in the deck's order; none for an unknown chapter.
    pub fn items_of<'a>(&'a self, chapter: &ChapterId) -> impl Iterator<Item = &'a Item> + use<'a> {
        let at = self.chapters.position(&self.deck.chapters, chapter, |chapter| &chapter.id);
        let positions = at.and_then(|at| self.items_of_chapter.get(at)).map_or(&[][..], Vec::as_slice);
        positions.iter().filter_map(|&position| self.deck.items.get(position as usize))
    }

    /// The position of the item of that name in the deck.
    pub(crate) fn item_position(&self, id: &ItemId) -> Option<usize> {
        self.items.position(&self.deck.items, id, |item| &item.id)
    }

    /// The position of the fact of that name in the deck.
    pub(crate) fn fact_position(&self, id: &FactId) -> Option<usize> {
        self.facts.position(&self.deck.facts, id, |fact| &fact.id)
    }

    fn telling(&self, fact: &FactId) -> Option<Telling> {
        let start = self.tellings.partition_point(|&at| fact_at(&self.deck, at) < Some(fact));
        self.tellings.get(start).copied().filter(|&at| fact_at(&self.deck, at) == Some(fact))
    }
}

impl Deref for IndexedDeck {
    type Target = Deck;

    fn deref(&self) -> &Deck {
        &self.deck
    }
}

fn tellings(deck: &Deck) -> Vec<Telling> {
    let mut tellings = Vec::new();
    for (chapter, in_chapter) in (0..).zip(&deck.chapters) {
        for (card, on_card) in (0..).zip(&in_chapter.cards) {
            tellings.extend((0..).zip(&on_card.facts).map(|(fact, _)| Telling { chapter, card, fact }));
        }
    }
    // The first telling of a fact stays the first.
    sorted_by(&tellings, |a, b| fact_at(deck, a).cmp(&fact_at(deck, b)))
}

fn fact_at(deck: &Deck, at: Telling) -> Option<&FactId> {
    let card = deck.chapters.get(at.chapter as usize)?.cards.get(at.card as usize)?;
    card.facts.get(at.fact as usize)
}

/// Positions of a list's parts, sorted by their names; the list itself stays where it is.
#[derive(Clone, Debug)]
struct ByName(Vec<u32>);

impl ByName {
    fn new<T, N: Ord>(list: &[T], name: impl Fn(&T) -> &N) -> Self {
        let positions: Vec<u32> = (0..).zip(list).map(|(position, _)| position).collect();
        // Of two parts of one name the first stays the first.
        Self(sorted_by(&positions, |a, b| named(list, a, &name).cmp(&named(list, b, &name))))
    }

    fn position<T, N: Ord>(&self, list: &[T], wanted: &N, name: impl Fn(&T) -> &N) -> Option<usize> {
        let start = self.0.partition_point(|&at| named(list, at, &name).cmp(&Some(wanted)) == Ordering::Less);
        let position = *self.0.get(start)?;
        (named(list, position, &name) == Some(wanted)).then_some(position as usize)
    }

    fn find<'a, T, N: Ord>(&self, list: &'a [T], wanted: &N, name: impl Fn(&T) -> &N) -> Option<&'a T> {
        list.get(self.position(list, wanted, name)?)
    }
}

fn named<'a, T, N>(list: &'a [T], position: u32, name: impl Fn(&'a T) -> &'a N) -> Option<&'a N> {
    list.get(position as usize).map(name)
}
