//! Text: an accepted form, forgiving how it is written, what stands around it and a slip of the finger.

use crate::deck::Spelling;
use crate::deck::interaction::{LONGEST_TYPED, TextEntry, TextMixUp};
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
    fn grade(&self, response: &Response, spelling: Spelling) -> Grade {
        match response {
            Response::Text { typed } if matches!(self.take(typed, spelling), Taken::Right { .. }) => {
                Grade::CORRECT
            }
            _ => Grade::WRONG,
        }
    }

    fn is_complete(&self, response: &Response, spelling: Spelling) -> bool {
        matches!(response, Response::Text { typed } if !spelling.folded(typed).is_empty())
    }

    fn finding(&self, response: &Response, spelling: Spelling) -> Finding {
        let Response::Text { typed } = response else { return Finding::None };
        let answer = self.accepted.first().cloned().unwrap_or_default();
        match self.take(typed, spelling) {
            Taken::Right { misspelt } => Finding::Text { answer, misspelt, mix_up: None },
            Taken::Wrong(mix_up) => {
                let mix_up = mix_up.map(|mix_up| mix_up.rationale.clone());
                Finding::Text { answer, misspelt: false, mix_up }
            }
        }
    }
}

impl TextEntry {
    /// An accepted form is right whatever the mix-ups are, unless a mix-up says more of what was typed ("East
    /// Asia", where only "Asia" is accepted). A slip must be closer to an accepted form than to any mix-up:
    /// "Sorth Korea" might mean either, so it is not taken for North Korea.
    fn take(&self, typed: &str, spelling: Spelling) -> Taken<'_> {
        if typed.chars().count() > LONGEST_TYPED {
            return Taken::Wrong(None);
        }
        let (typed, around) = (spelling.name(typed), spelling.around(self));
        let cores = typed.cores(&around);
        let nearest = |form: &str| {
            let form = spelling.folded(form);
            let near =
                cores.iter().filter_map(|core| Some((closeness(*core, &form, spelling)?, core.left_out())));
            near.min()
        };
        let accepted = self.accepted.iter().filter_map(|form| nearest(form)).min();
        let mix_ups = self.mix_ups.iter().filter_map(|mix_up| Some((nearest(&mix_up.text)?, mix_up)));
        let mix_up = mix_ups.min_by_key(|(near, _)| *near);
        match (accepted, mix_up) {
            (Some(near), Some((nearer, mix_up))) if nearer < near => Taken::Wrong(Some(mix_up)),
            (Some((Closeness::Same, _)), _) => Taken::Right { misspelt: false },
            (Some(near), Some((as_near, mix_up))) if as_near.0 <= near.0 => Taken::Wrong(Some(mix_up)),
            (Some((Closeness::Slip(_), _)), _) => Taken::Right { misspelt: true },
            (None, mix_up) => Taken::Wrong(mix_up.map(|(_, mix_up)| mix_up)),
        }
    }
}
