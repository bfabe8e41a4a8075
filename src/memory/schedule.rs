//! What is remembered and when it is to be asked again: FSRS-6 over the review log. The fact is what is
//! scheduled: every attempt rates each fact of its item.

use fsrs::{FSRS, FSRS6_DEFAULT_DECAY, FSRSItem, FSRSReview, MemoryState, current_retrievability};

use super::day::Day;
use super::entry::{Attempt, Event};
use super::goal::Goal;
use super::log::Log;
use super::rating::{Rating, rating};
use crate::deck::{Fact, FactId, IndexedDeck, ItemId};
use crate::quiz::Outcome;

/// Intervals are no longer: a hundred years, as in FSRS itself.
const LONGEST_INTERVAL_DAYS: f32 = 36_500.0;
/// How many of a fact's last outcomes are told.
const RECENT: usize = 5;

/// What is known of a fact that was attempted.
#[derive(Clone, Debug, PartialEq)]
pub struct FactMemory {
    /// After so many days nine in ten are remembered; above 0.
    pub stability_days: f32,
    /// How slowly its stability grows, 1 to 10.
    pub difficulty: f32,
    /// The day of its last attempt.
    pub last_day: Day,
    /// The day on which it is to be asked again.
    pub due_day: Day,
    /// From the one to the other; 1 or more, unless the calendar ends there.
    pub interval_days: u32,
    /// How many attempts there were.
    pub reviews: u32,
    /// How often it was forgotten after it had been remembered.
    pub lapses: u32,
    /// On how many different days it was remembered since it was last forgotten.
    pub days_right: u32,
    /// The item by which it was asked last.
    pub last_item: ItemId,
    /// What its last attempts were worth, five at most, the newest last.
    pub recent: Vec<Outcome>,
}

impl FactMemory {
    /// How likely it is to be remembered on a day, 0 to 1.
    pub fn retrievability(&self, today: Day) -> f32 {
        let elapsed_days = if today > self.last_day { today.abs_diff(self.last_day) } else { 0 };
        let state = MemoryState { stability: self.stability_days, difficulty: self.difficulty };
        current_retrievability(state, elapsed_days as f32, FSRS6_DEFAULT_DECAY)
    }

    /// How firmly it is held.
    pub fn step(&self) -> Step {
        match self.recent.last() {
            Some(Outcome::Correct) if self.stability_days >= FIRM_DAYS => Step::Firm,
            Some(Outcome::Correct) if self.stability_days >= HOLDING_DAYS => Step::Holding,
            Some(Outcome::Correct | Outcome::Partial) => Step::Shaky,
            Some(Outcome::Wrong | Outcome::Revealed) | None => Step::Missed,
        }
    }

    /// How far it has got on a day.
    pub fn grasp(&self, today: Day) -> Grasp {
        if self.days_right > 1 && self.due_day > today { Grasp::Known } else { Grasp::Learning }
    }
}

/// From how long a stability on a fact is said to hold, and to be firm: a week and a month, as we judge it.
const HOLDING_DAYS: f32 = 7.0;
const FIRM_DAYS: f32 = 30.0;

/// How firmly a fact is held, in a word: of its last answer, and of how long it lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Not right the last time.
    Missed,
    /// Right or partly right the last time; nine in ten are not remembered for a week.
    Shaky,
    /// Remembered for a week or more.
    Holding,
    /// Remembered for a month or more.
    Firm,
}

impl Step {
    /// Every step, the firmest first.
    pub const ALL: [Self; 4] = [Self::Firm, Self::Holding, Self::Shaky, Self::Missed];

    /// The value of `data-step` in the page.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Missed => "missed",
            Self::Shaky => "shaky",
            Self::Holding => "holding",
            Self::Firm => "firm",
        }
    }
}

/// How far a fact has got, in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grasp {
    /// Never attempted.
    New,
    /// Attempted, and not known.
    Learning,
    /// Remembered on two different days or more since it was last forgotten, and not due.
    Known,
}

/// What is known of every fact of a deck on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Schedule {
    /// The day.
    pub today: Day,
    /// Until when the deck is to be remembered, as it counts on that day.
    pub goal: Goal,
    /// The first day of attempts that do not count yet, since a clock has put them later than tomorrow;
    /// `None` if there are none.
    pub waits_until: Option<Day>,
    /// Of the deck's facts, in its order.
    facts: Vec<Option<FactMemory>>,
    /// Of the deck's items, in its order: when each was asked last, counted in attempts from 1; 0 for never.
    pub(super) last_asked: Vec<u32>,
}

impl Schedule {
    /// What is known of a fact; `None` if it was never attempted.
    pub fn of(&self, deck: &IndexedDeck, fact: &FactId) -> Option<&FactMemory> {
        self.at(deck.fact_position(fact)?)
    }

    /// The same by the fact's position in the deck.
    pub(super) fn at(&self, position: usize) -> Option<&FactMemory> {
        self.facts.get(position)?.as_ref()
    }

    /// All facts that were ever attempted, in the deck's order.
    pub fn attempted<'a>(
        &'a self,
        deck: &'a IndexedDeck,
    ) -> impl Iterator<Item = (&'a Fact, &'a FactMemory)> {
        deck.facts.iter().zip(&self.facts).filter_map(|(fact, memory)| Some((fact, memory.as_ref()?)))
    }

    /// How far a fact has got.
    pub fn grasp(&self, deck: &IndexedDeck, fact: &FactId) -> Grasp {
        self.of(deck, fact).map_or(Grasp::New, |memory| memory.grasp(self.today))
    }

    /// The first day after today on which a fact is due; `None` if there is none.
    pub fn next_day(&self) -> Option<Day> {
        let due_days = self.facts.iter().flatten().map(|memory| memory.due_day);
        due_days.filter(|due| *due > self.today).min()
    }
}

/// A fact's attempts, as far as they have been walked through.
#[derive(Clone, Default)]
struct History<'a> {
    reviews: Vec<FSRSReview>,
    outcomes: Vec<Outcome>,
    last: Option<(Day, Rating, &'a ItemId)>,
    lapses: u32,
    days_right: u32,
    /// It was remembered on its last day, since it was last forgotten.
    is_right_today: bool,
}

impl<'a> History<'a> {
    fn add(&mut self, attempt: &'a Attempt, day: Day) {
        let rating = rating(attempt);
        // A day that lies before the last one comes of a clock: it counts as that.
        let day = self.last.map_or(day, |(last, ..)| day.max(last));
        let delta_t = self.last.map_or(0, |(last, ..)| day.abs_diff(last));
        self.reviews.push(FSRSReview { rating: rating.number(), delta_t });
        self.outcomes.push(attempt.outcome);
        if rating == Rating::Again {
            self.lapses += u32::from(self.last.is_some_and(|(_, before, _)| before != Rating::Again));
            self.days_right = 0;
            self.is_right_today = false;
        } else {
            self.is_right_today &= delta_t == 0;
            self.days_right += u32::from(!self.is_right_today);
            self.is_right_today = true;
        }
        self.last = Some((day, rating, &attempt.item));
    }

    fn memory(self, fsrs: &FSRS, goal: Goal) -> Option<FactMemory> {
        let (last_day, _, item) = self.last?;
        let reviews = u32::try_from(self.reviews.len()).unwrap_or(u32::MAX);
        let state = fsrs.memory_state(FSRSItem { reviews: self.reviews }, None).ok()?;
        let interval_days = fsrs.next_interval(Some(state.stability), goal.desired_retention(), 0);
        let due_day = goal.due_day(last_day, whole_days(interval_days));
        let older = self.outcomes.len().saturating_sub(RECENT);
        Some(FactMemory {
            stability_days: state.stability,
            difficulty: state.difficulty,
            last_day,
            due_day,
            interval_days: due_day.abs_diff(last_day),
            reviews,
            lapses: self.lapses,
            days_right: self.days_right,
            last_item: item.clone(),
            recent: self.outcomes.into_iter().skip(older).collect(),
        })
    }
}

/// An interval in whole days, one at least.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // held between 1 and the longest
fn whole_days(interval_days: f32) -> u32 {
    interval_days.round().clamp(1.0, LONGEST_INTERVAL_DAYS) as u32
}

/// What is known of every fact of the deck on a day: one walk over the log, in the order of its moments.
///
/// Items that the deck does not have are passed over. What a clock has put later than tomorrow waits until
/// its day has come; tomorrow itself counts, since whoever flies west takes it along.
pub fn schedule(log: &Log, deck: &IndexedDeck, today: Day) -> Schedule {
    let facts_of: Vec<Vec<usize>> = deck.items.iter().map(|item| positions(deck, &item.facts)).collect();
    let mut histories = vec![History::default(); deck.facts.len()];
    let mut last_asked = vec![0; deck.items.len()];
    let mut goal = Goal::default();
    let mut waits_until = None;
    for (turn, entry) in (1..).zip(log.in_time_order()) {
        let day = entry.day();
        if day > today.saturating_add(1) {
            let attempt = if let Event::Attempt(attempt) = &entry.event { Some(attempt) } else { None };
            if attempt.is_some_and(|attempt| attempt.deck == deck.id) {
                waits_until = Some(waits_until.map_or(day, |first: Day| first.min(day)));
            }
            continue;
        }
        match &entry.event {
            Event::Goal { deck: of, goal: said } if *of == deck.id => goal = *said,
            Event::Attempt(attempt) if attempt.deck == deck.id => {
                let Some(item) = deck.item_position(&attempt.item) else { continue };
                if let Some(last_asked) = last_asked.get_mut(item) {
                    *last_asked = turn;
                }
                for fact in facts_of.get(item).into_iter().flatten() {
                    if let Some(history) = histories.get_mut(*fact) {
                        history.add(attempt, day);
                    }
                }
            }
            _ => {}
        }
    }
    let fsrs = FSRS::default();
    let goal = goal.on(today);
    let facts = histories.into_iter().map(|history| history.memory(&fsrs, goal)).collect();
    Schedule { today, goal, waits_until, facts, last_asked }
}

/// The positions of facts in the deck, of each once.
fn positions(deck: &IndexedDeck, facts: &[FactId]) -> Vec<usize> {
    let mut positions = Vec::new();
    for position in facts.iter().filter_map(|fact| deck.fact_position(fact)) {
        if !positions.contains(&position) {
            positions.push(position);
        }
    }
    positions
}
