//! What came out of a session.

use crate::deck::{ChapterId, IndexedDeck, ItemId, Register, Standing};

use super::grade::Outcome;
use super::response::Sure;
use super::session::Answered;

/// How a group of items went.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Tally {
    /// How many were answered or shown.
    pub count: usize,
    /// How many of them were wholly right.
    pub correct: usize,
    /// Points, one for each item that was wholly right, parts of one for others: 0 to `count`.
    pub score: f64,
}

impl Tally {
    fn add(&mut self, answered: &Answered) {
        self.count += 1;
        self.correct += usize::from(answered.grade.outcome == Outcome::Correct);
        self.score += answered.grade.score;
    }
}

/// What came out of a session.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Results {
    /// Points, one for each item that was wholly right, parts of one for others: 0 to `count`.
    pub score: f64,
    /// How many items were answered or shown. Items of the plan that were not reached do not count.
    pub count: usize,
    /// Wholly right.
    pub correct: usize,
    /// Right in part.
    pub partial: usize,
    /// Wrong.
    pub wrong: usize,
    /// Shown instead of answered.
    pub revealed: usize,
    /// By the chapter that an item is filed under, in the deck's order; chapters without an answer, and
    /// answers that no chapter holds, are left out.
    pub by_chapter: Vec<(ChapterId, Tally)>,
    /// By the standing of the fact that an item is filed under, in the order of [`Standing::ALL`]; those
    /// without an answer are left out.
    pub by_standing: Vec<(Standing, Tally)>,
    /// Said to be certain and not wholly right, in the order of answering.
    pub sure_but_wrong: Vec<ItemId>,
    /// All that was not wholly right: first what is in `sure_but_wrong`, then the rest in the order of
    /// answering.
    pub missed: Vec<ItemId>,
    /// By how sure the learner was, the surest first; steps without an answer are left out.
    pub by_sure: Vec<(Sure, Tally)>,
}

/// Sums up what was answered. An item that came back counts once, as it was answered first.
pub fn results(deck: &IndexedDeck, answered: &[Answered]) -> Results {
    let mut results = Results::default();
    let mut items = Register::default();
    let mut by_chapter: Vec<(&ChapterId, Tally)> =
        deck.chapters.iter().map(|chapter| (&chapter.id, Tally::default())).collect();
    let mut by_standing = Standing::ALL.map(|standing| (standing, Tally::default()));
    let mut by_sure = [Sure::Certain, Sure::Think, Sure::Guess].map(|sure| (sure, Tally::default()));
    let mut missed_otherwise = Vec::new();

    for one in answered {
        if !items.add(one.item.as_str()) {
            continue;
        }
        results.count += 1;
        results.score += one.grade.score;
        match one.grade.outcome {
            Outcome::Correct => results.correct += 1,
            Outcome::Partial => results.partial += 1,
            Outcome::Wrong => results.wrong += 1,
            Outcome::Revealed => results.revealed += 1,
        }
        let is_right = one.grade.outcome == Outcome::Correct;
        add_to(&mut by_sure, one.sure, one);
        if !is_right && one.sure == Some(Sure::Certain) {
            results.sure_but_wrong.push(one.item.clone());
        } else if !is_right {
            missed_otherwise.push(one.item.clone());
        }

        let item = deck.item(&one.item);
        let chapter = item.and_then(|item| deck.chapter_of(item)).map(|chapter| &chapter.id);
        add_to(&mut by_chapter, chapter, one);
        let fact = item.and_then(|item| item.facts.first()).and_then(|fact| deck.fact(fact));
        add_to(&mut by_standing, fact.map(|fact| fact.standing), one);
    }

    let with_answers = |tally: &Tally| tally.count > 0;
    results.by_chapter = by_chapter
        .into_iter()
        .filter(|(_, tally)| with_answers(tally))
        .map(|(chapter, tally)| (chapter.clone(), tally))
        .collect();
    results.by_standing = by_standing.into_iter().filter(|(_, tally)| with_answers(tally)).collect();
    results.by_sure = by_sure.into_iter().filter(|(_, tally)| with_answers(tally)).collect();
    results.missed = [results.sure_but_wrong.clone(), missed_otherwise].concat();
    results
}

fn add_to<K: PartialEq>(tallies: &mut [(K, Tally)], key: Option<K>, answered: &Answered) {
    let Some(key) = key else { return };
    if let Some((_, tally)) = tallies.iter_mut().find(|(known, _)| *known == key) {
        tally.add(answered);
    }
}
