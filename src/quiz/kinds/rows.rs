//! Rows with options: the share of rows that are right, beyond what chance gives.

use std::collections::BTreeMap;

use crate::deck::Spelling;
use crate::deck::interaction::{Classifying, Matching};
use crate::deck::{ChoiceId, GapId};
use crate::quiz::Response;
use crate::quiz::grade::{Finding, Grade, Kind, beyond_chance};

impl Kind for Matching {
    fn grade(&self, response: &Response, _: Spelling) -> Grade {
        grade(filled(response), &self.keys(), self.options.len())
    }

    fn is_complete(&self, response: &Response, _: Spelling) -> bool {
        let is_option = |choice: &ChoiceId| self.options.iter().any(|option| option.id == *choice);
        is_whole(filled(response), &self.keys(), &is_option)
    }

    fn finding(&self, response: &Response, _: Spelling) -> Finding {
        finding(filled(response), &self.keys())
    }
}

impl Kind for Classifying {
    fn grade(&self, response: &Response, _: Spelling) -> Grade {
        grade(filled(response), &self.keys(), self.standings.len())
    }

    fn is_complete(&self, response: &Response, _: Spelling) -> bool {
        let is_option =
            |choice: &ChoiceId| self.standings.iter().any(|standing| standing.slug() == choice.as_str());
        is_whole(filled(response), &self.keys(), &is_option)
    }

    fn finding(&self, response: &Response, _: Spelling) -> Finding {
        finding(filled(response), &self.keys())
    }
}

impl Matching {
    fn keys(&self) -> Vec<Key<'_>> {
        self.rows.iter().map(|row| (&row.id, row.key.as_str())).collect()
    }
}

impl Classifying {
    fn keys(&self) -> Vec<Key<'_>> {
        self.rows.iter().map(|row| (&row.id, row.key.slug())).collect()
    }
}

/// A row and the option that is right there.
type Key<'a> = (&'a GapId, &'a str);

/// The rows that have their option so far.
type Filled = BTreeMap<GapId, ChoiceId>;

fn filled(response: &Response) -> Option<&Filled> {
    if let Response::Cloze { gaps } = response { Some(gaps) } else { None }
}

fn grade(filled: Option<&Filled>, keys: &[Key], options: usize) -> Grade {
    filled.map_or(Grade::WRONG, |filled| Grade::of_share(share(filled, keys, options)))
}

fn is_whole(filled: Option<&Filled>, keys: &[Key], is_option: &dyn Fn(&ChoiceId) -> bool) -> bool {
    filled.is_some_and(|filled| keys.iter().all(|(row, _)| filled.get(row).is_some_and(is_option)))
}

fn finding(filled: Option<&Filled>, keys: &[Key]) -> Finding {
    filled.map_or(Finding::None, |filled| Finding::Parts {
        right: right(filled, keys),
        of: keys.len(),
        besides: 0,
    })
}

/// Picking blindly, each row is right one time in as many as there are options.
fn share(filled: &Filled, keys: &[Key], options: usize) -> f64 {
    beyond_chance(right(filled, keys), keys.len(), options)
}

fn right(filled: &Filled, keys: &[Key]) -> usize {
    let is_right = |(row, key): &&Key| filled.get(*row).is_some_and(|choice| choice.as_str() == *key);
    keys.iter().filter(is_right).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_picked_blindly_are_worth_nothing_on_average() {
        for (rows, options) in [(3, 2), (3, 3), (4, 3), (5, 2), (5, 5)] {
            let names: Vec<GapId> = (0..rows).map(|row: u32| row.to_string().as_str().into()).collect();
            // Whether the keys differ or one option serves several rows makes no difference.
            for keys in [["0", "1", "0", "1", "0"], ["1"; 5]] {
                let keys: Vec<Key> = names.iter().zip(keys).collect();
                let picks = 0..usize::pow(options, rows);
                let shares = picks.map(|pick| {
                    let of_row = |row: u32| pick / usize::pow(options, row) % options;
                    let filled = (0..)
                        .zip(&names)
                        .map(|(row, name)| (name.clone(), ChoiceId::from(of_row(row).to_string().as_str())));
                    share(&filled.collect(), &keys, options)
                });
                let sum: f64 = shares.sum();
                assert!(sum.abs() < 1e-9, "{rows} rows, {options} options: {sum}");
            }
        }
    }
}
