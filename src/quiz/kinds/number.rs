//! Number: right within the tolerance, half within "near", and how far off.

use crate::deck::Spelling;
use crate::deck::interaction::NumberEntry;
use crate::quiz::grade::{Finding, Grade, Kind};
use crate::quiz::{Outcome, Response, read_number};

impl Kind for NumberEntry {
    fn grade(&self, response: &Response, _: Spelling) -> Grade {
        near_enough(response, self.value, self.tolerance, self.near)
    }

    fn is_complete(&self, response: &Response, _: Spelling) -> bool {
        given(response).is_some()
    }

    fn finding(&self, response: &Response, spelling: Spelling) -> Finding {
        let mut found = finding(response, self.value);
        if let Finding::Number { given: Some(given), mix_up: found, .. } = &mut found
            && self.grade(response, spelling).outcome != Outcome::Correct
        {
            let mix_up = self.mix_ups.iter().find(|mix_up| is_within(*given, mix_up.value, 0.0));
            *found = mix_up.map(|mix_up| mix_up.rationale.clone());
        }
        found
    }
}

/// Right within the tolerance, half within "near".
pub(super) fn near_enough(response: &Response, value: f64, tolerance: f64, near: Option<f64>) -> Grade {
    let Some(given) = given(response) else { return Grade::WRONG };
    if is_within(given, value, tolerance) {
        Grade::CORRECT
    } else if near.is_some_and(|near| is_within(given, value, near)) {
        Grade::of_share(0.5)
    } else {
        Grade::WRONG
    }
}

/// How far off a number is.
pub(super) fn finding(response: &Response, value: f64) -> Finding {
    if !matches!(response, Response::Number { .. }) {
        return Finding::None;
    }
    let Some(given) = given(response) else {
        return Finding::Number { given: None, off: 0.0, off_percent: None, mix_up: None };
    };
    let off = given - value;
    let off_percent = (value != 0.0).then(|| off / value.abs() * 100.0);
    Finding::Number { given: Some(given), off, off_percent, mix_up: None }
}

pub(super) fn given(response: &Response) -> Option<f64> {
    match response {
        Response::Number { typed } => read_number(typed),
        _ => None,
    }
}

/// Whether a number is no further off than allowed. The last digits of a binary fraction are forgiven:
/// 0.4 is within 0.1 of 0.3, though their difference comes out above 0.1.
fn is_within(given: f64, value: f64, allowed: f64) -> bool {
    (given - value).abs() <= allowed + value.abs() * 1e-9
}
