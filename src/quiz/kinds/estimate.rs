//! Estimate: graded as a number is.

use super::number::{finding, given, near_enough};
use crate::deck::Spelling;
use crate::deck::interaction::Estimate;
use crate::quiz::Response;
use crate::quiz::grade::{Finding, Grade, Kind};

impl Kind for Estimate {
    fn grade(&self, response: &Response, _: Spelling) -> Grade {
        near_enough(response, self.value, self.tolerance, self.near)
    }

    fn is_complete(&self, response: &Response, _: Spelling) -> bool {
        given(response).is_some()
    }

    fn finding(&self, response: &Response, _: Spelling) -> Finding {
        finding(response, self.value)
    }
}
