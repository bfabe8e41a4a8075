//! Which items a session asks, and in which order.

use serde::Serialize;

use super::giveaway::Giveaways;
use super::order::seeded_order;
use crate::deck::interaction::Gap;
use crate::deck::json::shape::{from_object, from_word};
use crate::deck::{ChapterId, FactId, IndexedDeck, Interaction, Item, ItemId, Register, Weight, sorted_by};

/// Whether a seed decides the order, of items and of choices alike.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Order {
    /// Shuffled by the seed.
    #[default]
    Shuffled,
    /// As they stand in the deck file.
    Deck,
}

from_word!(Order { "shuffled" Shuffled, "deck" Deck });

/// By which rule the items of a shuffled plan are drawn and put in order. A seed gives the same plan by the same
/// rule for ever, so what was asked for keeps its rule, in the log and in links.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub enum Draw {
    /// As the seed has it. What names no rule was drawn so.
    #[default]
    #[serde(rename = "1")]
    First,
    /// So that no item gives away the answer of a later one.
    #[serde(rename = "2")]
    Second,
}

from_word!(Draw { "1" First, "2" Second });

impl Draw {
    /// The rule of what is asked for from now on.
    pub const NEWEST: Self = Self::Second;

    /// Its name in links and in the log.
    pub const fn name(self) -> &'static str {
        match self {
            Self::First => "1",
            Self::Second => "2",
        }
    }

    #[allow(clippy::trivially_copy_pass_by_ref)] // serde calls it so
    fn is_first(&self) -> bool {
        *self == Self::First
    }
}

/// What the learner asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Ask {
    /// From these chapters only; empty for all, also for items that no chapter holds.
    pub chapters: Vec<ChapterId>,
    /// How many items at most; `None` for all.
    pub count: Option<usize>,
    /// Decides everything that is shuffled.
    pub seed: u64,
    /// Whether anything is shuffled.
    pub order: Order,
    /// Whether "how sure?" is asked.
    pub sure: bool,
    /// Whether an item comes back, after the others, until it was right once.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub again: bool,
    /// By which rule it is drawn.
    #[serde(skip_serializing_if = "Draw::is_first")]
    pub draw: Draw,
}

from_object!(Ask { chapters, seed, order, sure; count, again, draw });

/// The items of a session, settled.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Plan {
    /// What it was made from; says how choices are ordered.
    pub ask: Ask,
    /// What is asked, in order, none twice.
    pub items: Vec<ItemId>,
}

from_object!(Plan { ask, items });

impl Plan {
    /// The plan without the items that a deck no longer has: a session may be resumed after the deck was
    /// edited.
    #[must_use]
    pub fn known_to(mut self, deck: &IndexedDeck) -> Self {
        self.items.retain(|item| deck.item(item).is_some());
        self
    }
}

/// Of how many items at most it is looked what they give away, again for each time that they are drawn: a learner
/// waits for it. A plan of more is in the order of its seed.
const MOST_LOOKED_AT: usize = 300;

/// Chooses the items of a session.
///
/// [`Order::Deck`] takes the first `count` in the deck's order. [`Order::Shuffled`] takes the same number
/// from every asked chapter, as nearly as they can give it; within a chapter an item of each fact before
/// a second item of any, and of those the items of key facts first. What is taken is shuffled.
///
/// By [`Draw::Second`] an item then comes before those that give its answer away. Where some do so in a circle,
/// the next of its chapter is taken in place of one, as long as there are others.
pub fn plan(deck: &IndexedDeck, ask: Ask) -> Plan {
    let pool = pool(deck, &ask.chapters);
    let count = ask.count.unwrap_or(pool.len()).min(pool.len());
    let items: Vec<&Item> = match ask.order {
        Order::Deck => pool.iter().take(count).map(|(_, item)| *item).collect(),
        Order::Shuffled => {
            let spare = pool.len() - count;
            let hands = if spare > 0 {
                hands(deck, ask.seed, pool)
            } else {
                vec![pool.into_iter().map(|(_, item)| item).collect()]
            };
            let shuffle = seeded_order(ask.seed, "items", count);
            match ask.draw {
                Draw::First => in_order(&dealt(&hands, count), &shuffle),
                Draw::Second => unspoiled(deck, hands, &shuffle, spare),
            }
        }
    };
    Plan { items: items.into_iter().map(|item| item.id.clone()).collect(), ask }
}

/// As many items as the shuffle has, dealt from the hands and shuffled, in an order in which none gives away a
/// later one. What is given away all the same goes out of the hands, and they are dealt anew, as long as there are
/// others to `spare`.
pub(crate) fn unspoiled<'a>(
    deck: &IndexedDeck,
    mut hands: Vec<Vec<&'a Item>>,
    shuffle: &[usize],
    mut spare: usize,
) -> Vec<&'a Item> {
    let mut looked_at = 0;
    loop {
        let items = in_order(&dealt(&hands, shuffle.len()), shuffle);
        looked_at += items.len();
        if items.len() > MOST_LOOKED_AT {
            return items;
        }
        let giveaways = Giveaways::among(deck, &items);
        let order = giveaways.order();
        let given_away = in_order(&items, &giveaways.given_away(&order));
        if given_away.is_empty() || spare == 0 || looked_at + items.len() > MOST_LOOKED_AT {
            return in_order(&items, &order);
        }
        for item in given_away {
            if spare > 0 {
                for hand in &mut hands {
                    hand.retain(|other| !std::ptr::eq(*other, item));
                }
                spare -= 1;
            }
        }
    }
}

/// A plan of these items, in this order, the first of each: "again, only these".
pub fn plan_of(ask: Ask, items: Vec<ItemId>) -> Plan {
    let mut seen = Register::default();
    let is_first: Vec<bool> = items.iter().map(|item| seen.add(item.as_str())).collect();
    let items = items.into_iter().zip(is_first).filter_map(|(item, first)| first.then_some(item)).collect();
    Plan { ask, items }
}

/// The order in which an item's choices, events or rows are shown, as positions in the file. Choices that
/// have an order of their own keep it; events never stand in theirs. Empty for an item without such a list; a
/// cloze has [`gap_order`]. `None` for an item of the story: in the order of the file.
pub fn choice_order(ask: Option<&Ask>, item: &Item) -> Vec<usize> {
    let len = match &item.interaction {
        Interaction::Choice(choice) if choice.ordered => return (0..choice.choices.len()).collect(),
        Interaction::Order(events) => return event_order(ask, item, events.events.len()),
        Interaction::Choice(choice) => choice.choices.len(),
        Interaction::Multiple(multiple) => multiple.choices.len(),
        Interaction::Match(matching) => matching.rows.len(),
        Interaction::Classify(classifying) => classifying.rows.len(),
        Interaction::Place(place) => place.choices.len(),
        Interaction::Number(_)
        | Interaction::Text(_)
        | Interaction::Cloze(_)
        | Interaction::Estimate(_)
        | Interaction::Mark(_) => 0,
    };
    list_order(ask, item.id.as_str(), len)
}

/// Always shuffled, since the file has the answer. Should the seed give just that, it is turned round: no two
/// neighbours are right then.
fn event_order(ask: Option<&Ask>, item: &Item, len: usize) -> Vec<usize> {
    let mut order = seeded_order(ask.map_or(0, |ask| ask.seed), &format!("events of {}", item.id), len);
    if order.is_sorted() {
        order.reverse();
    }
    order
}

/// The order in which the choices of one gap of a cloze are shown, as positions in the file.
pub fn gap_order(ask: Option<&Ask>, item: &Item, gap: &Gap) -> Vec<usize> {
    list_order(ask, &format!("{}/{}", item.id, gap.id), gap.choices.len())
}

fn list_order(ask: Option<&Ask>, salt: &str, len: usize) -> Vec<usize> {
    match ask {
        Some(Ask { order: Order::Shuffled, seed, .. }) => {
            seeded_order(*seed, &format!("choices of {salt}"), len)
        }
        _ => (0..len).collect(),
    }
}

/// An item with the chapter it is filed under, if it is.
type Placed<'a> = (Option<&'a ChapterId>, &'a Item);

/// The items of the asked chapters, in the deck's order.
fn pool<'a>(deck: &'a IndexedDeck, chapters: &[ChapterId]) -> Vec<Placed<'a>> {
    let placed = deck.items.iter().map(|item| (deck.chapter_of(item).map(|chapter| &chapter.id), item));
    let is_asked = |(chapter, _): &Placed| {
        chapters.is_empty() || chapter.is_some_and(|chapter| chapters.contains(chapter))
    };
    placed.filter(is_asked).collect()
}

/// The items of each chapter in the order in which they are to be taken, the chapters in their turns.
fn hands<'a>(deck: &IndexedDeck, seed: u64, pool: Vec<Placed<'a>>) -> Vec<Vec<&'a Item>> {
    let mut by_chapter: Vec<Vec<&Item>> = Vec::new();
    let mut positions = Register::default();
    for (chapter, item) in pool {
        let name = chapter.map_or("", ChapterId::as_str);
        if let Some(items) = positions.number(name).and_then(|position| by_chapter.get_mut(position)) {
            items.push(item);
        } else {
            positions.put(name, by_chapter.len());
            by_chapter.push(vec![item]);
        }
    }
    // When the turns do not come out even, it is the seed that says which chapters give one more.
    let chapters: Vec<_> =
        positions.names().filter_map(|name| Some((name, by_chapter.get(positions.number(name)?)?))).collect();
    let turns = seeded_order(seed, "chapters", chapters.len());
    reordered(&chapters, &turns).map(|(chapter, items)| by_worth(deck, seed, chapter, items)).collect()
}

/// Takes `count` items: one from each hand in turn, until there are enough.
fn dealt<'a>(hands: &[Vec<&'a Item>], count: usize) -> Vec<&'a Item> {
    let mut hands: Vec<_> = hands.iter().map(|hand| hand.iter()).collect();
    let mut taken = Vec::with_capacity(count);
    while taken.len() < count {
        let before = taken.len();
        let room = count - before;
        taken.extend(hands.iter_mut().filter_map(Iterator::next).take(room));
        if taken.len() == before {
            break;
        }
    }
    taken
}

/// The items of one chapter in the order in which they are to be taken.
fn by_worth<'a>(deck: &IndexedDeck, seed: u64, chapter: &str, items: &[&'a Item]) -> Vec<&'a Item> {
    let salt = format!("taken from {chapter}");
    let mut asked = Register::default();
    let ranked: Vec<_> = reordered(items, &seeded_order(seed, &salt, items.len()))
        .map(|item| {
            let earlier = asked.count(item.facts.first().map_or("", FactId::as_str));
            ((earlier, weight(deck, item)), *item)
        })
        .collect();
    sorted_by(&ranked, |(a, _), (b, _)| a.cmp(&b)).into_iter().map(|(_, item)| item).collect()
}

/// 0 for an item of a key fact, 1 of a main one, 2 of any other.
fn weight(deck: &IndexedDeck, item: &Item) -> u8 {
    let weights = item.facts.iter().filter_map(|fact| deck.fact(fact)).map(|fact| match fact.weight {
        Weight::Key => 0,
        Weight::Main => 1,
        Weight::Aside => 2,
    });
    weights.min().unwrap_or(2)
}

fn in_order<'a>(items: &[&'a Item], order: &[usize]) -> Vec<&'a Item> {
    reordered(items, order).copied().collect()
}

fn reordered<'a, T>(parts: &'a [T], order: &'a [usize]) -> impl Iterator<Item = &'a T> {
    order.iter().filter_map(|position| parts.get(*position))
}
