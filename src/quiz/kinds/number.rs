//! Number: right within the tolerance, half within "near", and how far off.

use crate::deck::Spelling;
use crate::deck::interaction::NumberEntry;
use crate::quiz::grade::{Finding, Grade, Kind};
use crate::quiz::{Outcome, Response, read_number};

/// What is asked for of a number.
pub(super) struct Sought<'a> {
    pub value: f64,
    pub tolerance: f64,
    pub near: Option<f64>,
    pub unit: &'a str,
}

impl Kind for NumberEntry {
    fn grade(&self, response: &Response, _: Spelling) -> Grade {
        self.sought().grade(response)
    }

    fn is_complete(&self, response: &Response, _: Spelling) -> bool {
        self.sought().given(response).is_some()
    }

    fn finding(&self, response: &Response, _: Spelling) -> Finding {
        let sought = self.sought();
        if sought.grade(response).outcome != Outcome::Correct {
            for reading in sought.readings(response) {
                let mix_up = self.mix_ups.iter().find(|mix_up| is_within(reading, mix_up.value, 0.0));
                if let Some(mix_up) = mix_up {
                    return sought.told(reading, Some(mix_up.rationale.clone()));
                }
            }
        }
        sought.finding(response)
    }
}

impl NumberEntry {
    fn sought(&self) -> Sought<'_> {
        Sought { value: self.value, tolerance: self.tolerance, near: self.near, unit: &self.unit }
    }
}

impl Sought<'_> {
    /// Right within the tolerance, half within "near".
    pub fn grade(&self, response: &Response) -> Grade {
        let Some(given) = self.given(response) else { return Grade::WRONG };
        if is_within(given, self.value, self.tolerance) {
            Grade::CORRECT
        } else if self.is_near(given) {
            Grade::of_share(0.5)
        } else {
            Grade::WRONG
        }
    }

    /// How far off a number is.
    pub fn finding(&self, response: &Response) -> Finding {
        match self.given(response) {
            Some(given) => self.told(given, None),
            None if matches!(response, Response::Number { .. }) => {
                Finding::Number { given: None, off: 0.0, off_percent: None, mix_up: None }
            }
            None => Finding::None,
        }
    }

    fn told(&self, given: f64, mix_up: Option<String>) -> Finding {
        let off = given - self.value;
        let off_percent = (self.value != 0.0).then(|| off / self.value.abs() * 100.0);
        Finding::Number { given: Some(given), off, off_percent, mix_up }
    }

    /// The number that was given: of two readings the one that is right, or else near, or else the first.
    pub fn given(&self, response: &Response) -> Option<f64> {
        let readings = self.readings(response);
        let right = readings.iter().find(|reading| is_within(**reading, self.value, self.tolerance));
        right
            .or_else(|| readings.iter().find(|reading| self.is_near(**reading)))
            .or(readings.first())
            .copied()
    }

    fn is_near(&self, given: f64) -> bool {
        self.near.is_some_and(|near| is_within(given, self.value, near))
    }

    fn readings(&self, response: &Response) -> Vec<f64> {
        match response {
            Response::Number { typed } => read_number(typed, self.unit).unwrap_or_default(),
            _ => Vec::new(),
        }
    }
}

/// Whether a number is no further off than allowed. The last digits of a binary fraction are forgiven:
/// 0.4 is within 0.1 of 0.3, though their difference comes out above 0.1.
fn is_within(given: f64, value: f64, allowed: f64) -> bool {
    (given - value).abs() <= allowed + value.abs() * 1e-9
}
