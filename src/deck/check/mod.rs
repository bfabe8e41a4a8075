//! All problems of a deck at once, each with its place. One file for each concern; every rule is a
//! pass over the lists with sets beside it, so that a deck of 10,000 items is checked in near-linear
//! time.

mod attribution;
mod balance;
mod choices;
mod cloze;
mod code;
mod coverage;
mod dates;
mod entries;
mod lenient;
mod lists;
mod names;
mod parts;
mod references;
mod wording;

pub use code::Code;

use super::decode::{Brief, from_text, reason};
#[cfg(not(target_arch = "wasm32"))]
use super::exact::Exact;
use super::model::{Deck, FORMAT};
use parts::{Holes, Parts};

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The app cannot show, grade or find something.
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

/// The problems found so far.
#[derive(Default)]
struct Report(Vec<Problem>);

impl Report {
    fn add(&mut self, code: Code, path: impl Into<String>, detail: impl Into<String>) {
        let (path, detail) = (path.into(), detail.into());
        self.0.push(Problem { path, code, severity: code.severity(), detail });
    }
}

/// Checks a deck and gives every problem of it, errors before warnings, by concern and within a concern in
/// the deck's order; nothing if it is sound.
pub fn check(deck: &Deck) -> Vec<Problem> {
    let mut report = Report::default();
    let holes = Holes::default();
    let parts = Parts::new(deck, &holes);
    find_errors(&parts, &mut report);
    find_warnings(&parts, &mut report);
    report.0
}

/// Checks a deck for errors only: what keeps the app from working. Far less code than [`check()`], for
/// the browser.
pub fn errors(deck: &Deck) -> Vec<Problem> {
    let mut report = Report::default();
    find_errors(&Parts::new(deck, &Holes::default()), &mut report);
    only_errors(report)
}

/// Checks a deck file's text and gives every problem of it; nothing if it is sound, and then
/// [`super::load()`] reads it too. A part of the wrong shape is reported and left out, and the others are
/// still checked; only what counts over the whole deck (facts without items, the balance of keys) has
/// to wait until every part can be read. Text that is not JSON, or of another format, gives that one
/// problem.
#[cfg(not(target_arch = "wasm32"))]
pub fn check_text(text: &str) -> Vec<Problem> {
    let mut report = Report::default();
    if let Some((deck, holes)) = lenient::read::<Exact>(text, &mut report) {
        let parts = Parts::new(&deck, &holes);
        find_errors(&parts, &mut report);
        find_warnings(&parts, &mut report);
        if holes.is_empty() {
            fields_named_twice(text, &mut report);
        }
    }
    report.0
}

/// Checks a deck file's text for errors only, as [`check_text`] does, but tells what is of the wrong shape
/// by the path of its element, such as `$.items[3]`. For the browser.
pub fn errors_in(text: &str) -> Vec<Problem> {
    let mut report = Report::default();
    if let Some((deck, holes)) = lenient::read::<Brief>(text, &mut report) {
        find_errors(&Parts::new(&deck, &holes), &mut report);
        if holes.is_empty() {
            fields_named_twice(text, &mut report);
        }
    }
    only_errors(report)
}

fn only_errors(Report(mut problems): Report) -> Vec<Problem> {
    problems.retain(|problem| problem.severity == Severity::Error);
    problems
}

/// Lenient reading keeps the last of two fields of one name; strict reading refuses them.
fn fields_named_twice(text: &str, report: &mut Report) {
    if let Err(error) = from_text::<Deck>(text) {
        report.add(Code::WrongShape, "$", reason(&error));
    }
}

fn wrong_format(found: u64, report: &mut Report) {
    report.add(Code::WrongFormat, "$.format", format!("this is format {found}, only {FORMAT} is known"));
}

/// The rules that are about errors. The few warnings among what they find come along.
fn find_errors(parts: &Parts, report: &mut Report) {
    if parts.deck.format != FORMAT {
        wrong_format(parts.deck.format.into(), report);
    }
    names::check(parts, report);
    references::check(parts, report);
    lists::check(parts, report);
    wording::check_presence(parts, report);
    dates::check(parts, report);
    choices::check(parts, report);
    cloze::check(parts, report);
    entries::check(parts, report);
    if parts.whole {
        coverage::check_telling(parts, report);
    }
}

/// The rules that are about warnings only.
fn find_warnings(parts: &Parts, report: &mut Report) {
    wording::check_style(parts, report);
    attribution::check(parts, report);
    if parts.whole {
        coverage::check_asking(parts, report);
        balance::check(parts, report);
    }
}
