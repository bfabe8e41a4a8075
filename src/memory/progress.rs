//! What the learner can see of their progress: folds over the log and the schedule.

use super::day::Day;
use super::entry::{Attempt, Entry, Event};
use super::log::Log;
use super::schedule::{Grasp, Schedule};
use crate::deck::{ChapterId, DeckId, FactId, IndexedDeck, ItemId, Register, sorted_by};
use crate::quiz::{Outcome, Sure};

/// How many facts come due on each of the coming days, today first; what is overdue counts to today.
pub fn forecast(schedule: &Schedule, deck: &IndexedDeck, days: usize) -> Vec<usize> {
    let mut counts = vec![0; days];
    for (_, memory) in schedule.attempted(deck) {
        let ahead = if memory.due_day > schedule.today { memory.due_day.abs_diff(schedule.today) } else { 0 };
        if let Some(count) = counts.get_mut(ahead as usize) {
            *count += 1;
        }
    }
    counts
}

/// How many facts of a chapter have got how far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ChapterGrasp {
    /// Never attempted.
    pub new: usize,
    /// Attempted, and not known.
    pub learning: usize,
    /// Known: see [`Grasp::Known`].
    pub known: usize,
}

/// How far the facts of each chapter have got, in the deck's order. A fact belongs to the chapter that tells
/// it first; those that no item asks for are left out.
pub fn chapter_grasp(schedule: &Schedule, deck: &IndexedDeck) -> Vec<(ChapterId, ChapterGrasp)> {
    let asked = Register::of(deck.items.iter().flat_map(|item| &item.facts).map(FactId::as_str));
    let mut chapters = Register::default();
    for (position, chapter) in deck.chapters.iter().enumerate() {
        chapters.put(chapter.id.as_str(), position);
    }
    let mut counts = vec![ChapterGrasp::default(); deck.chapters.len()];
    for (position, fact) in deck.facts.iter().enumerate().filter(|(_, fact)| asked.has(fact.id.as_str())) {
        let chapter = deck.card_of(&fact.id).and_then(|(chapter, _)| chapters.number(chapter.id.as_str()));
        let Some(count) = chapter.and_then(|chapter| counts.get_mut(chapter)) else { continue };
        match schedule.at(position).map_or(Grasp::New, |memory| memory.grasp(schedule.today)) {
            Grasp::New => count.new += 1,
            Grasp::Learning => count.learning += 1,
            Grasp::Known => count.known += 1,
        }
    }
    deck.chapters.iter().map(|chapter| chapter.id.clone()).zip(counts).collect()
}

/// How stated confidence and what was right go together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calibration {
    /// For each step of [`Sure::ALL`]: how many answers were given with it, and how many of them were wholly
    /// right.
    pub steps: [(usize, usize); 3],
    /// The items that the learner was certain of and not wholly right in, and has not got right on a later
    /// day; the newest such answer first.
    pub sure_but_wrong: Vec<ItemId>,
}

/// How stated confidence and what was right go together in a deck.
pub fn calibration(log: &Log, deck: &DeckId) -> Calibration {
    let mut calibration = Calibration::default();
    // The newest wrong answer to each item that was given for certain, while it stands.
    let mut wrong: Vec<Option<(&ItemId, Day)>> = Vec::new();
    let mut places = Register::default();
    for (entry, attempt) in attempts(log, deck) {
        let is_right = attempt.outcome == Outcome::Correct;
        let step = Sure::ALL.iter().position(|step| attempt.sure == Some(*step));
        if let Some((count, right)) = step.and_then(|step| calibration.steps.get_mut(step)) {
            *count += 1;
            *right += usize::from(is_right);
        }
        let item = attempt.item.as_str();
        let stands = places.number(item).and_then(|place| wrong.get_mut(place));
        if !is_right && attempt.sure == Some(Sure::Certain) {
            if let Some(stands) = stands {
                *stands = None;
            }
            places.put(item, wrong.len());
            wrong.push(Some((&attempt.item, entry.day())));
        } else if let Some(stands) = stands
            && is_right
            && stands.is_some_and(|(_, day)| entry.day() > day)
        {
            *stands = None;
        }
    }
    calibration.sure_but_wrong = wrong.into_iter().rev().flatten().map(|(item, _)| item.clone()).collect();
    calibration
}

/// What a question before reading was worth, and what its facts are worth since.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The item that was asked before reading.
    pub item: ItemId,
    /// What the first attempt at it was worth.
    pub before: Outcome,
    /// What the last attempt after that was worth at any item that asks for one of its facts.
    pub after: Outcome,
}

/// Before and after, for each of the deck's pre-questions that was attempted, and whose facts were asked for
/// again.
pub fn before_and_after(log: &Log, deck: &IndexedDeck) -> Vec<Change> {
    let mut attempted: Vec<(Option<Outcome>, Option<Outcome>)> = vec![(None, None); deck.pre_questions.len()];
    // For each item of the deck, the pre-questions that ask for a fact of it.
    let facts_of = |item: &ItemId| deck.item(item).map_or(&[][..], |item| &item.facts);
    let related: Vec<Vec<usize>> = deck
        .items
        .iter()
        .map(|item| {
            let pre_questions = deck.pre_questions.iter().enumerate();
            let related =
                pre_questions.filter(|(_, id)| facts_of(id).iter().any(|fact| item.facts.contains(fact)));
            related.map(|(position, _)| position).collect()
        })
        .collect();
    for (_, attempt) in attempts(log, &deck.id) {
        let related = deck.item_position(&attempt.item).and_then(|position| related.get(position));
        for &position in related.into_iter().flatten() {
            let is_itself = deck.pre_questions.get(position) == Some(&attempt.item);
            match attempted.get_mut(position) {
                Some((before @ None, _)) if is_itself => *before = Some(attempt.outcome),
                Some((Some(_), after)) => *after = Some(attempt.outcome),
                _ => {}
            }
        }
    }
    let changes = deck.pre_questions.iter().zip(attempted);
    changes
        .filter_map(|(item, (before, after))| {
            Some(Change { item: item.clone(), before: before?, after: after? })
        })
        .collect()
}

/// With fewer answers than these nothing is said of how long the learner takes.
const ENOUGH_ANSWERS: usize = 5;
/// What an answer is taken to take then.
const FALLBACK_MILLIS: u32 = 15_000;

/// How long the learner takes for an answer, in milliseconds: the median of all that were timed, in any deck.
pub fn usual_millis(log: &Log) -> u32 {
    let times: Vec<u32> =
        log.attempts().map(|attempt| attempt.took_millis).filter(|took| *took > 0).collect();
    if times.len() < ENOUGH_ANSWERS {
        return FALLBACK_MILLIS;
    }
    sorted_by(&times, |a, b| a.cmp(&b)).get(times.len() / 2).copied().unwrap_or(FALLBACK_MILLIS)
}

/// The attempts at a deck's items, in the order of their moments.
fn attempts<'a>(log: &'a Log, deck: &DeckId) -> impl Iterator<Item = (&'a Entry, &'a Attempt)> {
    log.in_time_order().into_iter().filter_map(move |entry| match &entry.event {
        Event::Attempt(attempt) if attempt.deck == *deck => Some((entry, attempt)),
        _ => None,
    })
}
