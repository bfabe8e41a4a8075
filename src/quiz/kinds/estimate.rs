//! Estimate: graded as a number.

use super::number::Sought;
use crate::deck::Spelling;
use crate::deck::interaction::Estimate;
use crate::quiz::Response;
use crate::quiz::grade::{Finding, Grade, Kind};

impl Kind for Estimate {
    fn grade(&self, response: &Response, _: Spelling) -> Grade {
        self.sought().grade(response)
    }

    fn is_complete(&self, response: &Response, _: Spelling) -> bool {
        self.sought().given(response).is_some()
    }

    fn finding(&self, response: &Response, _: Spelling) -> Finding {
        self.sought().finding(response)
    }
}

impl Estimate {
    fn sought(&self) -> Sought<'_> {
        Sought { value: self.value, tolerance: self.tolerance, near: self.near, unit: &self.unit }
    }
}
