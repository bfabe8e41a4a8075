//! Place: the key or not.

use crate::deck::Spelling;
use crate::deck::interaction::PlacePick;
use crate::quiz::Response;
use crate::quiz::grade::{Grade, Kind};

impl Kind for PlacePick {
    fn grade(&self, response: &Response, _: Spelling) -> Grade {
        let Response::Choice { choice } = response else { return Grade::WRONG };
        let key = self.choices.iter().find(|option| option.correct);
        if key.is_some_and(|key| key.id.as_str() == choice.as_str()) { Grade::CORRECT } else { Grade::WRONG }
    }

    fn is_complete(&self, response: &Response, _: Spelling) -> bool {
        matches!(response, Response::Choice { choice }
            if self.choices.iter().any(|option| option.id.as_str() == choice.as_str()))
    }
}
