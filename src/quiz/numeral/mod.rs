//! Reading a number as people type it.
//!
//! One number may stand among words ("about 2,000", "2000 drones", "150km"). A sign may stand before it.
//! Digits may be those of any script. Spaces of any width and apostrophes group digits. Comma and point
//! either group or mark the decimals:
//!
//! - both kinds present: the last one marks the decimals, the other groups (`1,234.5`, `1.234,5`);
//! - one kind, more than once: it groups (`1.234.567`);
//! - one kind, once, among digits that are already grouped otherwise: it marks decimals (`1 234,567`);
//! - one kind, once, after one to three digits that do not begin with 0 and before exactly three: it may do
//!   either. `3,142` is 3142 or 3.142, and both are read;
//! - else it marks decimals (`2,50`, `2.5`, `0.500`, `1234.567`).
//!
//! Groups after the first hold exactly three digits, and one mark parts them all. The words hundred,
//! thousand, million, billion and dozen behind the number multiply it, as do k, mn and bn. What the unit says
//! may be said again: "9 June 2025" and "9th" are 9 where the unit is "June 2025". What could be meant
//! otherwise is not read at all, and it is known why: see [`Unread`].

mod sign;

use crate::deck::MONTHS;
use crate::deck::interaction::LONGEST_TYPED;
use crate::deck::json::from_text;

/// Words that multiply the number before them.
const SCALES: [(&str, f64); 9] = [
    ("dozen", 12.0),
    ("hundred", 1e2),
    ("thousand", 1e3),
    ("k", 1e3),
    ("million", 1e6),
    ("mn", 1e6),
    ("mln", 1e6),
    ("billion", 1e9),
    ("bn", 1e9),
];
/// What makes an ordinal of the number that it touches.
const ORDINALS: [&str; 4] = ["st", "nd", "rd", "th"];
/// Letters that touch a number and may mean millions and billions, or metres and whatever else.
const DOUBTFUL: [&str; 3] = ["m", "b", "e"];

/// Why no number could be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// There is no digit in it.
    NoNumber,
    /// There are two or more numbers, or it is too long to be one.
    Several,
    /// A letter or another sign touches the number, and makes something else of it: "A-22", "25m".
    Touched,
    /// The digits are not grouped by threes, or not by one mark.
    Grouped,
    /// It names another month than the unit does.
    OtherMonth,
    /// It is beyond all bounds.
    TooLarge,
}

/// Reads the one number in a text, by the rule above. `unit` is what the number counts, "km" or "June 2025".
/// Where comma and point leave two readings, both are given, the whole number first.
///
/// # Errors
/// Why there is none.
///
/// ```
/// use factdeck::quiz::{Unread, read_number};
///
/// assert_eq!(read_number("about 2,500 drones", "drones"), Ok(vec![2500.0, 2.5]));
/// assert_eq!(read_number("2,5", "km"), Ok(vec![2.5]));
/// assert_eq!(read_number("A-22", "km"), Err(Unread::Touched));
/// ```
pub fn read_number(typed: &str, unit: &str) -> Result<Vec<f64>, Unread> {
    if typed.chars().count() > LONGEST_TYPED {
        return Err(Unread::Several);
    }
    let (text, unit) = (sign::plain(typed), sign::plain(unit));
    let Numeral { before, digits, after } = the_one(&text, &unit)?;
    let factor = sign(before).ok_or(Unread::Touched)? * scale(after, &unit)?;
    let readings: Vec<f64> = magnitudes(digits)?.into_iter().map(|number| number * factor).collect();
    if readings.iter().all(|number| number.is_finite()) { Ok(readings) } else { Err(Unread::TooLarge) }
}

/// A number as it stands in a text.
#[derive(Clone, Copy)]
struct Numeral<'t> {
    before: &'t str,
    /// Digits and what groups or parts them; a digit at the end, and at the beginning a digit or a mark.
    digits: &'t str,
    after: &'t str,
}

impl Numeral<'_> {
    /// Whether it has so many digits and nothing else.
    fn is_plain(&self, least: usize, most: usize) -> bool {
        (least..=most).contains(&self.digits.len()) && self.digits.bytes().all(|byte| byte.is_ascii_digit())
    }
}

/// The number that is meant: the only one, or of a date that which the unit asks for.
fn the_one<'t>(text: &'t str, unit: &str) -> Result<Numeral<'t>, Unread> {
    let mut found = numerals(text);
    let month = months(text).next();
    let asks_for_day = months(unit).next().is_some();
    if asks_for_day && month.is_some_and(|month| !months(unit).any(|other| other == month)) {
        return Err(Unread::OtherMonth);
    }
    for of_unit in numerals(unit) {
        let again = found.iter().rposition(|numeral| numeral.digits == of_unit.digits);
        if let Some(again) = again.filter(|_| found.len() > 1) {
            found.remove(again);
        }
    }
    if found.len() == 2 && month.is_some() {
        let asks_for_year = words(unit).any(|word| word == "year");
        if asks_for_day && found.iter().any(|numeral| numeral.is_plain(4, 4)) {
            found.retain(|numeral| numeral.is_plain(1, 2));
        } else if asks_for_year && found.iter().any(|numeral| numeral.is_plain(1, 2)) {
            found.retain(|numeral| numeral.is_plain(4, 4));
        }
    }
    match found.as_slice() {
        [] => Err(Unread::NoNumber),
        [numeral] => Ok(*numeral),
        _ => Err(Unread::Several),
    }
}

/// All numbers in a text. A mark with a blank behind it ends one.
fn numerals(text: &str) -> Vec<Numeral<'_>> {
    let is_digit = |c: char| c.is_ascii_digit();
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(first) = text.get(from..).and_then(|rest| rest.find(is_digit)) {
        let mut start = from + first;
        // In ".5" the mark belongs to the number, in "No.5" it does not.
        let bare = text.get(from..start).and_then(|before| before.strip_suffix(['.', ',']));
        if bare.is_some_and(|bare| !bare.ends_with(char::is_alphanumeric)) {
            start -= 1;
        }
        let Some(rest) = text.get(start..) else { break };
        let mut len = 0;
        let mut signs = rest.char_indices().peekable();
        while let Some((at, c)) = signs.next() {
            let is_behind_mark = signs.peek().is_some_and(|(_, next)| next.is_whitespace());
            if is_digit(c) {
                len = at + 1;
            } else if !is_separator(c) || matches!(c, '.' | ',') && is_behind_mark {
                break;
            }
        }
        let (Some(digits), Some(after), Some(before)) = (rest.get(..len), rest.get(len..), text.get(..start))
        else {
            break;
        };
        found.push(Numeral { before, digits, after });
        from = start + len;
    }
    found
}

fn is_separator(c: char) -> bool {
    matches!(c, '.' | ',') || c.is_whitespace() || matches!(c, '\'' | '\u{2019}')
}

/// The words of a text, in small letters.
fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}

/// The months that a text names, from 0; "Jun" for June too.
fn months(text: &str) -> impl Iterator<Item = usize> {
    words(text).filter_map(|word| {
        let is_named = |month: &&str| {
            let month = month.to_lowercase();
            word == month || word.len() == 3 && month.starts_with(&word)
        };
        MONTHS.iter().position(is_named)
    })
}

/// -1 or 1, from what stands before the number; `None` if a letter touches it.
fn sign(before: &str) -> Option<f64> {
    let touching = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    if touching.contains(char::is_alphanumeric) {
        return None;
    }
    let last_word = before.split_whitespace().next_back().unwrap_or_default();
    let has_sign = last_word.contains('-') && !last_word.contains(char::is_alphanumeric);
    Some(if has_sign || last_word.eq_ignore_ascii_case("minus") { -1.0 } else { 1.0 })
}

/// What the words behind the number multiply it by, up to the unit.
fn scale(after: &str, unit: &str) -> Result<f64, Unread> {
    let of_unit: Vec<String> = words(unit).collect();
    let mut product = 1.0;
    for (position, word) in after.split_whitespace().enumerate() {
        let touches = position == 0 && after.starts_with(word);
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        let is_fraction = word.starts_with(|c: char| !c.is_alphabetic());
        let word = word.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default().to_lowercase();
        if of_unit.contains(&word) {
            break;
        }
        if touches && (is_fraction || DOUBTFUL.contains(&word.as_str())) {
            return Err(Unread::Touched);
        }
        if word.is_empty() || touches && ORDINALS.contains(&word.as_str()) {
            continue;
        }
        let singular = word.strip_suffix('s').unwrap_or(&word);
        match SCALES.iter().find(|(name, _)| *name == singular) {
            Some((_, factor)) => product *= factor,
            None => break,
        }
    }
    Ok(product)
}

/// The numbers that digits and separators can mean.
fn magnitudes(numeral: &str) -> Result<Vec<f64>, Unread> {
    let is_mark = |c: &char| matches!(c, '.' | ',');
    let Some(last) = numeral.chars().rfind(is_mark) else { return Ok(vec![magnitude(numeral, "")?]) };
    let (whole, decimals) = numeral.rsplit_once(last).unwrap_or((numeral, ""));
    let is_repeated = numeral.chars().filter(|c| *c == last).count() > 1;
    // More than three characters before the mark are digits without groups, or groups already.
    let could_group = (1..=3).contains(&whole.len()) && !whole.starts_with('0') && decimals.len() == 3;
    if is_repeated {
        Ok(vec![magnitude(numeral, "")?])
    } else if could_group {
        Ok(vec![magnitude(numeral, "")?, magnitude(whole, decimals)?])
    } else {
        Ok(vec![magnitude(whole, decimals)?])
    }
}

/// A number of its whole part, in groups or not, and its decimals.
fn magnitude(whole: &str, decimals: &str) -> Result<f64, Unread> {
    let mut marks = whole.chars().filter(|c| !c.is_ascii_digit());
    if let Some(mark) = marks.next() {
        let mut groups = whole.split(mark);
        let first = groups.next().unwrap_or_default();
        let is_even = marks.all(|other| other == mark) && groups.all(|group| group.len() == 3);
        if !is_even || !(1..=3).contains(&first.len()) {
            return Err(Unread::Grouped);
        }
    }
    let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
    if !decimals.chars().all(|c| c.is_ascii_digit()) {
        return Err(Unread::Grouped);
    }
    // Read as JSON, as the deck's numbers are: what is written alike is the same number, and a second
    // reader of numbers would be 10 KB of tables. The last "0" stands in for digits that may be left out.
    let digits = match digits.trim_start_matches('0') {
        "" => "0",
        digits => digits,
    };
    from_text(&format!("{digits}.{decimals}0")).map_err(|_| Unread::TooLarge)
}
