//! All problems of a deck at once, each with its place. One file for each concern; every rule is a
//! pass over the lists with sets beside it, so that a deck of 10,000 items is checked in near-linear
//! time.

mod attribution;
mod balance;
mod bounds;
mod choices;
mod cloze;
mod code;
mod coverage;
mod dates;
mod doing;
mod entries;
mod figures;
mod giveaway;
mod languages;
mod lengths;
mod lists;
mod names;
mod parts;
mod references;
mod signs;
mod visuals;
mod wording;

pub use code::Code;
pub(crate) use parts::each_shown;

use std::io::Read;

use super::index::IndexedDeck;
use super::json::shape::Holes;
use super::load::{LoadError, Reading, read};
use super::model::{Deck, FORMAT};
use super::normal::Normalize;
use super::spelling::Spelling;
use parts::Parts;

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The app cannot show, grade or find something, or shows what is not so.
    Error,
    /// The app works, but the deck teaches worse than it could.
    Warning,
}

impl Severity {
    /// The word of the checker's report.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// Something wrong with a deck.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// JSON path of the place, such as `$.items[3].stem`; `$` for the whole file.
    pub path: String,
    /// Which rule is broken.
    pub code: Code,
    /// How bad that is: the code's severity.
    pub severity: Severity,
    /// What is wrong there, in English, for whoever makes the deck.
    pub detail: String,
}

/// The most problems that are told at once. Who has mended these may ask again.
const MOST_PROBLEMS: usize = 1000;

/// The problems found so far.
#[derive(Default)]
struct Report(Vec<Problem>);

impl Report {
    fn add(&mut self, code: Code, path: impl Into<String>, detail: impl Into<String>) {
        if self.0.len() >= MOST_PROBLEMS {
            return;
        }
        let (path, detail) = (path.into(), detail.into());
        self.0.push(Problem { path, code, severity: code.severity(), detail });
    }

    /// A text that people are to read.
    fn need_text(&mut self, path: impl Into<String>, text: &str) {
        if text.trim().is_empty() {
            self.add(Code::EmptyText, path, "nothing to read");
        }
    }

    /// Why something is right or wrong; `path` is that of the part which should say so.
    fn need_rationale(&mut self, path: &str, rationale: &str) {
        if rationale.trim().is_empty() {
            self.add(Code::MissingRationale, format!("{path}.rationale"), "why is it right or wrong?");
        }
    }

    /// So many of something, as many as can be chosen among and held in mind.
    fn need_count(&mut self, path: impl Into<String>, count: usize, least: usize, most: usize) {
        if count < least {
            self.add(Code::TooFewChoices, path, format!("{count} of at least {least}"));
        } else if count > most {
            self.add(Code::TooManyChoices, path, format!("{count}; up to {most} can be held in mind"));
        }
    }

    /// What was found in reading.
    fn note(&mut self, reading: &Reading) {
        for misfit in &reading.misfits {
            self.add(Code::WrongShape, &misfit.path, &misfit.reason);
        }
        for path in &reading.unread {
            self.add(Code::UnknownField, path, "nothing reads this field");
        }
    }

    /// Why nothing could be read.
    fn refusal(&mut self, error: LoadError) {
        match error {
            LoadError::Unreadable { reason } => self.add(Code::NotJson, "$", reason),
            LoadError::NotJson { line, column, reason } => {
                self.add(Code::NotJson, "$", format!("line {line}, column {column}: {reason}"));
            }
            LoadError::Format { found } => wrong_format(found, self),
            LoadError::Shape { path, reason } => self.add(Code::WrongShape, path, reason),
        }
    }
}

/// Checks a deck and gives every problem of it, errors before warnings, by concern and within a concern in
/// the deck's order; nothing if it is sound.
pub fn check(deck: &Deck, normalize: Normalize) -> Vec<Problem> {
    let mut report = Report::default();
    let holes = Holes::default();
    let parts = Parts::new(deck, &holes, Spelling::new(deck, normalize));
    find_errors(&parts, &mut report);
    find_warnings(&parts, &mut report);
    report.0
}

/// Checks a deck for what keeps the app from working: every error but [`Code::VisualDisagrees`], with which a
/// picture can be shown. Far less code than [`check()`], for the browser.
pub fn errors(deck: &IndexedDeck) -> Vec<Problem> {
    let mut report = Report::default();
    find_errors(&Parts::new(deck, &Holes::default(), deck.spelling()), &mut report);
    only_errors(report)
}

/// Checks a deck file's text and gives every problem of it; nothing if it is sound, and then
/// [`super::load()`] reads it too. A part of the wrong shape is reported and left out, and the others are
/// still checked; only what counts over the whole deck (facts without items, the balance of keys) has
/// to wait until every part can be read. Text that is not JSON, or of another format, gives that one
/// problem.
pub fn check_text(text: &str, normalize: Normalize) -> Vec<Problem> {
    let mut report = Report::default();
    match read(&mut text.as_bytes()) {
        Ok(reading) => {
            report.note(&reading);
            let parts = Parts::new(&reading.deck, &reading.holes, Spelling::new(&reading.deck, normalize));
            find_errors(&parts, &mut report);
            find_warnings(&parts, &mut report);
        }
        Err(error) => report.refusal(error),
    }
    report.0
}

/// Reads a deck for the app, which can work with one whose parts all have their shape, and of which nothing
/// is larger than can be drawn.
///
/// # Errors
/// Every error of a deck that has not: as [`check_text`] finds them, without the warnings, and without
/// [`Code::VisualDisagrees`].
pub fn read_or_errors(mut reader: impl Read, normalize: Normalize) -> Result<Deck, Vec<Problem>> {
    let mut report = Report::default();
    match read(&mut reader) {
        Ok(reading) => {
            let parts = Parts::new(&reading.deck, &reading.holes, Spelling::new(&reading.deck, normalize));
            let mut beyond = Report::default();
            bounds::check(&parts, &mut beyond);
            if reading.misfits.is_empty() && beyond.0.is_empty() {
                drop(parts);
                return Ok(reading.deck);
            }
            report.note(&reading);
            find_errors(&parts, &mut report);
        }
        Err(error) => report.refusal(error),
    }
    Err(only_errors(report))
}

fn only_errors(Report(mut problems): Report) -> Vec<Problem> {
    problems.retain(|problem| problem.severity == Severity::Error);
    problems
}

fn wrong_format(found: u64, report: &mut Report) {
    report.add(Code::WrongFormat, "$.format", format!("this is format {found}, only {FORMAT} is known"));
}

/// The rules that are about errors. The few warnings among what they find come along.
fn find_errors(parts: &Parts, report: &mut Report) {
    if parts.deck.format != FORMAT {
        wrong_format(parts.deck.format.into(), report);
    }
    bounds::check(parts, report);
    names::check(parts, report);
    references::check(parts, report);
    lists::check(parts, report);
    wording::check_presence(parts, report);
    dates::check(parts, report);
    languages::check(parts, report);
    choices::check(parts, report);
    cloze::check(parts, report);
    entries::check(parts, report);
    entries::check_around(parts, report);
    doing::check(parts, report);
    visuals::check(parts, report);
    if parts.whole {
        coverage::check_telling(parts, report);
    }
}

/// The rules that the app can do without: those of warnings, and whether pictures agree with their facts.
fn find_warnings(parts: &Parts, report: &mut Report) {
    wording::check_style(parts, report);
    attribution::check(parts, report);
    figures::check(parts, report);
    if parts.whole {
        coverage::check_asking(parts, report);
        balance::check(parts, report);
        lengths::check(parts, report);
        giveaway::check(parts, report);
        signs::check(parts, report);
    }
}
