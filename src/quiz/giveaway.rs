//! An order in which no item gives away the answer of a later one.

use crate::deck::check::each_shown;
use crate::deck::giveaway::{Answers, rank};
use crate::deck::{IndexedDeck, Interaction, Item};

/// Which of some items give away the answers of others among them. Items go by their positions in the list that
/// it was made of.
#[derive(Debug, Default)]
pub struct Giveaways {
    /// For each item, those whose answer stands in its stem, rising.
    by_stem: Vec<Vec<usize>>,
    /// For each item, those whose answer stands in anything that is shown with it, rising.
    by_anything: Vec<Vec<usize>>,
    /// For each item, how much is to be produced in it: 0 for the most.
    ranks: Vec<u8>,
}

impl Giveaways {
    /// What these items give away of each other: by their stems, and by all that a learner has read once they are
    /// answered.
    pub fn among(deck: &IndexedDeck, items: &[&Item]) -> Self {
        let spelling = deck.spelling();
        let answers = Answers::of(items, spelling);
        let mut found = Self::default();
        for (position, item) in items.iter().enumerate() {
            let mut given = vec![false; items.len()];
            let mut read = |text: &str| {
                if !answers.is_empty() {
                    answers.each_in(&spelling.name(text), &mut |other| {
                        if let Some(is_given) = given.get_mut(other) {
                            *is_given = other != position;
                        }
                    });
                }
                (0..given.len()).filter(|other| given.get(*other) == Some(&true)).collect::<Vec<_>>()
            };
            found.by_stem.push(read(&item.stem));
            found.by_anything.push(read(&shown(deck, item)));
            found.ranks.push(rank(item));
        }
        found
    }

    /// The items in an order that is as near as can be to that of the list, and in which each stands before those
    /// that give its answer away. Where they do so in a circle one is given away, and by its stem only if stems
    /// alone make the circle. Of two that give each other away that comes first in which more is to be produced.
    pub fn order(&self) -> Vec<usize> {
        let as_listed: Vec<usize> = (0..self.ranks.len()).collect();
        let is_first = |item: usize, other: usize| {
            let gives_back = self.by_anything.get(other).is_some_and(|given| given.contains(&item));
            gives_back && self.ranks.get(item) < self.ranks.get(other)
        };
        let free = pulled(&as_listed, &self.by_anything, &is_first);
        pulled(&free, &self.by_stem, &|_, _| false)
    }

    /// Those whose answer stands in anything that is shown with an earlier one of this order, which need not have
    /// all items.
    pub fn given_away(&self, order: &[usize]) -> Vec<usize> {
        given_away(order, &self.by_anything)
    }

    /// Those whose answer stands in the stem of an earlier one of this order.
    pub fn given_away_by_stems(&self, order: &[usize]) -> Vec<usize> {
        given_away(order, &self.by_stem)
    }
}

/// What is shown with an item and once it is answered, besides its stem.
fn shown(deck: &IndexedDeck, item: &Item) -> String {
    let mut shown = String::new();
    let mut add = |text: &str| {
        shown.push_str(text);
        shown.push('\n');
    };
    each_shown(item, &mut add);
    if let Interaction::Place(pick) = &item.interaction {
        for choice in &pick.choices {
            add(deck.place(&choice.id).map_or("", |place| &place.name));
        }
    }
    shown
}

/// Pulls before each item those that it gives away, but for those before which it `is_first`, and what these give
/// away before them. Each item comes once.
fn pulled(order: &[usize], given: &[Vec<usize>], is_first: &dyn Fn(usize, usize) -> bool) -> Vec<usize> {
    let mut is_met = vec![false; order.len()];
    let mut meet = |item: usize| is_met.get_mut(item).is_some_and(|met| !std::mem::replace(met, true));
    let mut pulled = Vec::with_capacity(order.len());
    // The items that wait for what they give away, each with how much of that was seen to. A list and no
    // recursion, whose depth would be the number of items.
    let mut waiting: Vec<(usize, usize)> = Vec::new();
    for first in order {
        if meet(*first) {
            waiting.push((*first, 0));
        }
        while let Some((item, seen_to)) = waiting.last_mut() {
            let item = *item;
            let next = given.get(item).and_then(|given| given.get(*seen_to));
            *seen_to += 1;
            match next {
                Some(other) if !is_first(item, *other) && meet(*other) => waiting.push((*other, 0)),
                Some(_) => {}
                None => {
                    pulled.push(item);
                    waiting.pop();
                }
            }
        }
    }
    pulled
}

fn given_away(order: &[usize], given: &[Vec<usize>]) -> Vec<usize> {
    let mut is_told = vec![false; given.len()];
    let mut found = Vec::new();
    for item in order {
        if is_told.get(*item) == Some(&true) {
            found.push(*item);
        }
        for other in given.get(*item).into_iter().flatten() {
            if let Some(is_told) = is_told.get_mut(*other) {
                *is_told = true;
            }
        }
    }
    found
}
