//! Rows with options: the share of rows that are right, beyond what chance gives.

use std::collections::BTreeMap;

use crate::deck::interaction::{Classifying, Matching};
use crate::deck::{ChoiceId, GapId};
use crate::quiz::Response;
use crate::quiz::grade::{Grade, Kind};

impl Kind for Matching {
    fn grade(&self, response: &Response) -> Grade {
        let rows = self.rows.iter().map(|row| (&row.id, row.key.as_str()));
        share(response, &mut { rows }, self.options.len())
    }

    fn is_complete(&self, response: &Response) -> bool {
        let is_option = |choice: &ChoiceId| self.options.iter().any(|option| option.id == *choice);
        filled(response)
            .is_some_and(|rows| self.rows.iter().all(|row| rows.get(&row.id).is_some_and(is_option)))
    }
}

impl Kind for Classifying {
    fn grade(&self, response: &Response) -> Grade {
        let rows = self.rows.iter().map(|row| (&row.id, row.key.slug()));
        share(response, &mut { rows }, self.standings.len())
    }

    fn is_complete(&self, response: &Response) -> bool {
        let is_option =
            |choice: &ChoiceId| self.standings.iter().any(|standing| standing.slug() == choice.as_str());
        filled(response)
            .is_some_and(|rows| self.rows.iter().all(|row| rows.get(&row.id).is_some_and(is_option)))
    }
}

fn filled(response: &Response) -> Option<&BTreeMap<GapId, ChoiceId>> {
    if let Response::Cloze { gaps } = response { Some(gaps) } else { None }
}

/// Picking blindly among k options gets n / k of n rows right on average; they are taken off the rows that are
/// right and off the rows there are.
fn share<'a>(
    response: &Response,
    rows: &mut dyn Iterator<Item = (&'a GapId, &'a str)>,
    options: usize,
) -> Grade {
    let Some(filled) = filled(response) else { return Grade::WRONG };
    let (mut right, mut all) = (0.0, 0.0);
    for (row, key) in rows {
        all += 1.0;
        if filled.get(row).is_some_and(|choice| choice.as_str() == key) {
            right += 1.0;
        }
    }
    if right == all {
        return if all > 0.0 { Grade::CORRECT } else { Grade::WRONG };
    }
    let by_chance = all / options.max(1) as f64;
    Grade::of_share(if by_chance < all { (right - by_chance) / (all - by_chance) } else { 0.0 })
}
