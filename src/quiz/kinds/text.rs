//! Text: an accepted form, forgiving how it is written and a slip of the finger.

use crate::deck::interaction::{TextEntry, TextMixUp};
use crate::deck::spelling::folded;
use crate::quiz::Response;
use crate::quiz::grade::{Finding, Grade, Kind};
use crate::quiz::spelling::{Closeness, closeness};

/// How a typed name was taken.
enum Taken<'a> {
    /// As an accepted form, or as one with a slip.
    Right { misspelt: bool },
    /// As something else, which the deck may know.
    Wrong(Option<&'a TextMixUp>),
}

impl Kind for TextEntry {
    fn grade(&self, response: &Response) -> Grade {
        match response {
            Response::Text { typed } if matches!(self.take(typed), Taken::Right { .. }) => Grade::CORRECT,
            _ => Grade::WRONG,
        }
    }

    fn is_complete(&self, response: &Response) -> bool {
        matches!(response, Response::Text { typed } if !folded(typed).is_empty())
    }

    fn finding(&self, response: &Response) -> Finding {
        let Response::Text { typed } = response else { return Finding::None };
        let answer = self.accepted.first().cloned().unwrap_or_default();
        match self.take(typed) {
            Taken::Right { misspelt } => Finding::Text { answer, misspelt, mix_up: None },
            Taken::Wrong(mix_up) => {
                let mix_up = mix_up.map(|mix_up| mix_up.rationale.clone());
                Finding::Text { answer, misspelt: false, mix_up }
            }
        }
    }
}

impl TextEntry {
    /// An accepted form is right whatever the mix-ups are. A slip must be closer to an accepted form
    /// than to any mix-up: "Sorth Korea" might mean either, so it is not taken for North Korea.
    fn take(&self, typed: &str) -> Taken<'_> {
        let accepted = self.accepted.iter().filter_map(|form| closeness(typed, form)).min();
        let mix_up = self.mix_ups.iter().filter_map(|mix_up| Some((closeness(typed, &mix_up.text)?, mix_up)));
        let mix_up = mix_up.min_by_key(|(closeness, _)| *closeness);
        match (accepted, mix_up) {
            (Some(Closeness::Same), _) => Taken::Right { misspelt: false },
            (Some(near), Some((nearer, mix_up))) if nearer <= near => Taken::Wrong(Some(mix_up)),
            (Some(Closeness::Slip(_)), _) => Taken::Right { misspelt: true },
            (None, mix_up) => Taken::Wrong(mix_up.map(|(_, mix_up)| mix_up)),
        }
    }
}
