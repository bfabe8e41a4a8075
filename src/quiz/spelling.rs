//! How close a typed name comes to a name of the deck. What does not count at all is the deck's rule:
//! see [`crate::deck::spelling`].
//!
//! What counts as a slip of the finger: one letter wrong, missing, too many or swapped with its
//! neighbour in a form of [`LETTERS_FOR_ONE_SLIP`] letters or more, two in one of
//! [`LETTERS_FOR_TWO_SLIPS`] or more. Digits never slip: "Geran-1" is not a misspelt "Geran-2".

use crate::deck::spelling::folded;

/// From this many letters on, one slip is forgiven; in shorter names it makes another name (Iran, Iraq).
const LETTERS_FOR_ONE_SLIP: usize = 5;
/// From this many letters on, two slips are forgiven.
const LETTERS_FOR_TWO_SLIPS: usize = 9;

/// How close a typed name comes to a form; the closer the less.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Closeness {
    /// The same but for what does not count.
    Same,
    /// So many slips away.
    Slip(usize),
}

/// How close the typed text comes to a form; `None` if it is something else. Nothing typed is close to
/// nothing.
pub(super) fn closeness(typed: &str, form: &str) -> Option<Closeness> {
    let (typed, form) = (folded(typed), folded(form));
    if typed.is_empty() {
        return None;
    }
    if typed == form {
        return Some(Closeness::Same);
    }
    let letters = form.chars().count();
    let forgiven = match letters {
        LETTERS_FOR_TWO_SLIPS.. => 2,
        LETTERS_FOR_ONE_SLIP.. => 1,
        _ => return None,
    };
    // A pasted page would take the distance long to compute, and is no slip.
    if typed.chars().count().abs_diff(letters) > forgiven || !digits(&typed).eq(digits(&form)) {
        return None;
    }
    let slips = strsim::osa_distance(&typed, &form);
    (slips <= forgiven).then_some(Closeness::Slip(slips))
}

fn digits(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter(|c| c.is_numeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_of_the_two_blocks_folds_to_ascii() {
        let blocks = ('\u{C0}'..='\u{17F}').filter(|c| c.is_alphabetic());
        for letter in blocks {
            let plain = folded(&letter.to_string());
            assert!(!plain.is_empty() && plain.is_ascii(), "{letter} -> {plain}");
        }
    }

    #[test]
    fn slips_depend_on_length_and_never_touch_digits() {
        let cases = [
            ("Tatarstan", "tatarstan", Some(Closeness::Same)),
            ("Tatarstn", "Tatarstan", Some(Closeness::Slip(1))),
            ("Tartarstann", "Tatarstan", Some(Closeness::Slip(2))),
            ("Tartarstanns", "Tatarstan", None),
            ("Kurks", "Kursk", Some(Closeness::Slip(1))),
            ("Krusx", "Kursk", None),
            ("Iraq", "Iran", None),
            ("Geran-1", "Geran-2", None),
            ("Gearn-2", "Geran-2", Some(Closeness::Slip(1))),
            ("", "Kursk", None),
            ("", "", None),
            ("-", "", None),
        ];
        for (typed, form, expected) in cases {
            assert_eq!(closeness(typed, form), expected, "{typed} for {form}");
        }
    }
}
