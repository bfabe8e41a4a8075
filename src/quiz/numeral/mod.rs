//! Reading a number as people type it.
//!
//! One number may stand among words ("about 2,000", "2000 drones"). A sign may stand before it. Spaces
//! of any width and apostrophes group digits. Comma and point either group or mark the decimals:
//!
//! - both kinds present: the last one marks the decimals, the other groups (`1,234.5`, `1.234,5`);
//! - one kind, more than once: it groups (`1.234.567`);
//! - one kind, once, among digits that are already grouped otherwise: it marks decimals (`1 234,567`);
//! - one kind, once, after one to three digits that do not begin with 0 and before exactly three: it
//!   groups (`2,500` and `2.500` are two and a half thousand);
//! - else it marks decimals (`2,50`, `2.5`, `0.500`, `1234.567`).
//!
//! Groups after the first hold exactly three digits, and one mark parts them all. The words hundred, thousand, million, billion and
//! dozen behind the number multiply it. All that could be meant in two ways is not read at all: two
//! numbers (`10-20`, `1/2`), a letter that touches the number (`25k`, `A-22`, `1e5`), odd groups (`1,23`
//! is a decimal, `1,23,456` nothing).

use crate::deck::json::from_text;

/// Words that multiply the number before them.
const SCALES: [(&str, f64); 5] =
    [("dozen", 12.0), ("hundred", 1e2), ("thousand", 1e3), ("million", 1e6), ("billion", 1e9)];

/// Reads the one number in a text, by the rule above; `None` if there is none, more than one, or one
/// that could be meant in two ways.
///
/// ```
/// use factdeck::quiz::read_number;
///
/// assert_eq!(read_number("about 2,500 drones"), Some(2500.0));
/// assert_eq!(read_number("2,5"), Some(2.5));
/// assert_eq!(read_number("25k"), None);
/// ```
pub fn read_number(typed: &str) -> Option<f64> {
    let (before, numeral, after) = parts(typed)?;
    let scale = scale(after)?;
    let sign = sign(before)?;
    let number = sign * magnitude(numeral)? * scale;
    number.is_finite().then_some(number)
}

/// Splits a text at its only number: what stands before it, the number, and what stands after.
fn parts(typed: &str) -> Option<(&str, &str, &str)> {
    let is_digit = |c: char| c.is_ascii_digit();
    let (mut before, mut rest) = typed.split_at_checked(typed.find(is_digit)?)?;
    // In ".5" the mark belongs to the number, in "No.5" it does not.
    let bare = before.strip_suffix(['.', ',']);
    if let Some(bare) = bare.filter(|bare| !bare.ends_with(char::is_alphanumeric)) {
        (before, rest) = typed.split_at_checked(bare.len())?;
    }
    let reach = rest.find(|c: char| !(is_digit(c) || is_separator(c))).unwrap_or(rest.len());
    // "2,000." and "2000 drones": a separator at the end is punctuation.
    let numeral = rest.get(..reach)?.trim_end_matches(is_separator);
    let after = rest.get(numeral.len()..)?;
    let is_touched = after.starts_with(char::is_alphanumeric);
    (!is_touched && !after.contains(is_digit)).then_some((before, numeral, after))
}

fn is_separator(c: char) -> bool {
    matches!(c, '.' | ',') || is_grouping(c)
}

fn is_grouping(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\'' | '\u{2019}')
}

/// -1 or 1, from what stands before the number; `None` if a letter touches it.
fn sign(before: &str) -> Option<f64> {
    let touching = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    if touching.contains(char::is_alphanumeric) {
        return None;
    }
    let last_word = before.split_whitespace().next_back().unwrap_or_default();
    let is_minus = |c: char| matches!(c, '-' | '\u{2212}' | '\u{2013}');
    let has_sign = last_word.contains(is_minus) && !last_word.contains(char::is_alphanumeric);
    Some(if has_sign || last_word.eq_ignore_ascii_case("minus") { -1.0 } else { 1.0 })
}

/// What the words behind the number multiply it by; `None` for a lone "k", as for a touching one.
fn scale(after: &str) -> Option<f64> {
    let mut product = 1.0;
    for word in after.split_whitespace() {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        let singular = word.strip_suffix('s').unwrap_or(&word);
        match SCALES.iter().find(|(name, _)| *name == singular) {
            Some((_, factor)) => product *= factor,
            None if word == "k" => return None,
            None => break,
        }
    }
    Some(product)
}

/// The number itself: digits and separators, beginning and ending as [`parts`] leaves it.
fn magnitude(numeral: &str) -> Option<f64> {
    let (whole, decimals) = split_decimals(numeral);
    let mut marks = whole.chars().filter(|c| !c.is_ascii_digit());
    if let Some(mark) = marks.next() {
        let mut groups = whole.split(mark);
        let first = groups.next().unwrap_or_default();
        let is_even = marks.all(|other| other == mark) && groups.all(|group| group.len() == 3);
        if !is_even || !(1..=3).contains(&first.len()) {
            return None;
        }
    }
    let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
    if !decimals.chars().all(|c| c.is_ascii_digit()) {
        return None;
    }
    // Read as JSON, as the deck's numbers are: what is written alike is the same number, and a second
    // reader of numbers would be 10 KB of tables. The last "0" stands in for digits that may be left out.
    match digits.trim_start_matches('0') {
        "" => from_text(&format!("0.{decimals}0")).ok(),
        digits => from_text(&format!("{digits}.{decimals}0")).ok(),
    }
}

/// Parts a number at its decimal mark; the second part is empty if it has none.
fn split_decimals(numeral: &str) -> (&str, &str) {
    let is_mark = |c: &char| matches!(c, '.' | ',');
    let whole_only = (numeral, "");
    let Some(last) = numeral.chars().rfind(is_mark) else { return whole_only };
    let Some((whole, decimals)) = numeral.rsplit_once(last) else { return whole_only };
    let is_repeated = numeral.chars().filter(|c| *c == last).count() > 1;
    // More than three characters before the mark are digits without groups, or groups already.
    let could_group = (1..=3).contains(&whole.len()) && !whole.starts_with('0') && decimals.len() == 3;
    if is_repeated || could_group { whole_only } else { (whole, decimals) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_type_them() {
        let cases: &[(&str, Option<f64>)] = &[
            ("25000", Some(25_000.0)),
            ("25,000", Some(25_000.0)),
            ("25.000", Some(25_000.0)),
            ("25 000", Some(25_000.0)),
            ("25\u{A0}000", Some(25_000.0)),
            ("25\u{202F}000", Some(25_000.0)),
            ("25'000", Some(25_000.0)),
            ("25’000", Some(25_000.0)),
            ("1,234,567", Some(1_234_567.0)),
            ("1.234.567", Some(1_234_567.0)),
            ("1 234 567", Some(1_234_567.0)),
            // One mark: three digits behind it make a group, any other count makes decimals.
            ("2,500", Some(2500.0)),
            ("2.500", Some(2500.0)),
            ("2,50", Some(2.5)),
            ("2.50", Some(2.5)),
            ("2.5", Some(2.5)),
            ("2,5", Some(2.5)),
            ("2,5000", Some(2.5)),
            ("0.500", Some(0.5)),
            ("0,500", Some(0.5)),
            ("1234.567", Some(1234.567)),
            // Both marks, or a mark among groups: the last one makes decimals.
            ("1,234.5", Some(1234.5)),
            ("1.234,5", Some(1234.5)),
            ("1,234.567", Some(1234.567)),
            ("1 234,567", Some(1234.567)),
            ("1'234.50", Some(1234.5)),
            ("1,234,567.8", Some(1_234_567.8)),
            // Words, units and punctuation around it.
            ("2000 drones", Some(2000.0)),
            ("about 2,000", Some(2000.0)),
            ("~2,000 a month, I think.", Some(2000.0)),
            ("  2,000. ", Some(2000.0)),
            ("50%", Some(50.0)),
            ("$5", Some(5.0)),
            ("5 km²", Some(5.0)),
            ("(about 7)", Some(7.0)),
            (".5", Some(0.5)),
            ("about ,5", Some(0.5)),
            ("2.", Some(2.0)),
            ("007", Some(7.0)),
            // Words that multiply.
            ("25 thousand", Some(25_000.0)),
            ("2.5 million drones", Some(2_500_000.0)),
            ("2 hundred thousand", Some(200_000.0)),
            ("3 dozens", Some(36.0)),
            // Signs.
            ("-5", Some(-5.0)),
            ("\u{2212}5", Some(-5.0)),
            ("–5", Some(-5.0)),
            ("- 5", Some(-5.0)),
            ("-$5", Some(-5.0)),
            ("minus 5", Some(-5.0)),
            ("+5", Some(5.0)),
            ("-.5", Some(-0.5)),
            ("well-known 5", Some(5.0)),
            // What could be meant in two ways, or is no number.
            ("25k", None),
            ("25 k", None),
            ("25m", None),
            ("1e5", None),
            ("A-22", None),
            ("No.5", None),
            ("10-20", None),
            ("10 to 20", None),
            ("1/2", None),
            ("2½", None),
            ("1,23,456", None),
            ("12,34.5", None),
            ("1234,567.8", None),
            ("1,2345.6", None),
            ("1.2.3", None),
            ("2 50", None),
            ("2,,500", None),
            ("1,234,5.6", None),
            ("1.5 000", None),
            ("1 234 56,7", None),
            ("1 234,567.8", None),
            ("1,234.567.890", None),
            ("1,234.567,890", None),
            ("1,234 567", None),
            ("1,2.3,456", None),
            ("", None),
            ("many", None),
            ("-", None),
            (".", None),
            ("٣", None),
        ];
        for (typed, expected) in cases {
            assert_eq!(read_number(typed), *expected, "{typed:?}");
        }
    }

    #[test]
    fn a_number_beyond_all_bounds_is_not_read() {
        assert_eq!(read_number(&"9".repeat(400)), None);
    }
}
