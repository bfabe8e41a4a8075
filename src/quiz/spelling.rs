//! How close a typed name comes to a name of the deck. What does not count at all is the deck's rule:
//! see [`crate::deck::spelling`].
//!
//! What counts as a slip of the finger: one letter wrong, missing, too many or swapped with its neighbour in
//! a form of [`LETTERS_FOR_ONE_SLIP`] letters or more, two in one of [`LETTERS_FOR_TWO_SLIPS`] or more.
//! Digits never slip: "Geran-1" is not a misspelt "Geran-2". Nor is it a slip to type other words that the
//! deck itself uses: "military" is not a misspelt "Militarny". But for an ending: "North Korean" is "North
//! Korea" still.

use crate::deck::Spelling;
use crate::deck::spelling::Core;

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

/// How close a typed name comes to a form, which is folded; `None` if it is something else.
pub(super) fn closeness(core: Core, form: &str, spelling: Spelling) -> Option<Closeness> {
    let typed = core.letters();
    if typed == form {
        return Some(Closeness::Same);
    }
    let letters = form.chars().count();
    let forgiven = match letters {
        LETTERS_FOR_TWO_SLIPS.. => 2,
        LETTERS_FOR_ONE_SLIP.. => 1,
        _ => return None,
    };
    if typed.chars().count().abs_diff(letters) > forgiven || !digits(typed).eq(digits(form)) {
        return None;
    }
    let slips = strsim::osa_distance(typed, form);
    let is_ending = typed.starts_with(form) || form.starts_with(typed);
    let is_slip = slips <= forgiven && (is_ending || !core.words().all(|word| spelling.is_of_deck(word)));
    is_slip.then_some(Closeness::Slip(slips))
}

fn digits(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter(|c| c.is_numeric())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deck::{IndexedDeck, load, normalize};

    #[test]
    fn slips_depend_on_length_and_never_touch_digits() {
        let json = include_str!("../../tests/decks/sound.json");
        let Ok(loaded) = load(json.as_bytes()) else { unreachable!("it is sound") };
        let deck = IndexedDeck::new(loaded.deck, normalize);
        let cases = [
            ("Tatarstan", "tatarstan", Some(Closeness::Same)),
            ("Tatarstn", "tatarstan", Some(Closeness::Slip(1))),
            ("Tartarstann", "tatarstan", Some(Closeness::Slip(2))),
            ("Tartarstanns", "tatarstan", None),
            ("Kurks", "kursk", Some(Closeness::Slip(1))),
            ("Krusx", "kursk", None),
            ("Iraq", "iran", None),
            ("Geran-1", "geran2", None),
            ("Gearn-2", "geran2", Some(Closeness::Slip(1))),
            // Words that the deck uses for something else: it tells of rocks, lights and towers, and of no
            // rooks.
            ("tower", "towel", None),
            ("tawer", "towel", None),
            ("gull rock", "bullrock", None),
            ("gull rook", "bullrook", Some(Closeness::Slip(1))),
            // But for an ending.
            ("towers", "tower", Some(Closeness::Slip(1))),
            ("lens", "lense", Some(Closeness::Slip(1))),
        ];
        for (typed, form, expected) in cases {
            let typed_name = deck.spelling().name(typed);
            let whole = typed_name.cores(&[]).into_iter().next();
            let found = whole.and_then(|core| closeness(core, form, deck.spelling()));
            assert_eq!(found, expected, "{typed} for {form}");
        }
    }
}
