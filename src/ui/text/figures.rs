//! Numbers, counts and dates as people write them.

use crate::deck::MONTHS;

/// `2025-06-19` as "19 June 2025", `2025-06` as "June 2025"; as it stands if it is neither. Day and month stay in
/// one line.
pub fn date(iso: &str) -> String {
    let mut parts = iso.splitn(3, '-');
    let (year, month, day) = (parts.next(), parts.next(), parts.next());
    let month = month.and_then(|m| m.parse::<usize>().ok()).and_then(|m| MONTHS.get(m.checked_sub(1)?));
    let day = day.and_then(|d| d.parse::<u8>().ok());
    match (year, month, day) {
        (Some(year), Some(month), Some(day)) => format!("{day}\u{a0}{month} {year}"),
        (Some(year), Some(month), None) => format!("{month} {year}"),
        _ => iso.to_owned(),
    }
}

/// Whether a number with this unit is a year.
fn is_year(unit: &str) -> bool {
    unit.trim_matches(['(', ')']) == "year"
}

/// Whether a number with this unit is a date: how far off in percent would mean nothing.
pub fn is_date(unit: &str) -> bool {
    is_year(unit) || MONTHS.iter().any(|month| unit.contains(month))
}

/// A number with its thousands parted by commas; a year without.
pub fn number(value: f64, unit: &str) -> String {
    if is_year(unit) { plain(value) } else { decimal(value) }
}

/// A number with its unit; a year says itself what it is.
pub fn quantity(value: f64, unit: &str) -> String {
    if is_year(unit) { number(value, unit) } else { format!("{} {unit}", number(value, unit)) }
}

/// A number with its thousands parted by commas, to the millionth and with no needless decimals: so it can be
/// typed back as it is shown.
pub fn decimal(value: f64) -> String {
    digits(value, true, 6)
}

/// The same to the hundredth, in digits alone and with the sign that attributes know, as they and years want
/// it.
pub fn plain(value: f64) -> String {
    digits(value, false, 2)
}

/// By whole parts of one: the standard library's own way with floating-point numbers is 15 KB of program.
#[allow(clippy::cast_possible_truncation)] // saturates, at a size that no deck's number has
fn digits(value: f64, is_grouped: bool, decimals: usize) -> String {
    let parts_of_one: u32 = if decimals == 2 { 100 } else { 1_000_000 };
    let parts = (value * f64::from(parts_of_one)).round() as i64;
    let of_one = u64::from(parts_of_one);
    let (whole, rest) = (parts.unsigned_abs() / of_one, parts.unsigned_abs() % of_one);
    let whole = whole.to_string();
    let sign = if is_grouped { "−" } else { "-" };
    let mut text = String::from(if parts < 0 { sign } else { "" });
    for (place, digit) in whole.chars().enumerate() {
        if is_grouped && place > 0 && (whole.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if rest == 0 {
        return text;
    }
    let behind = format!("{rest:0decimals$}");
    format!("{text}.{}", behind.trim_end_matches('0'))
}

/// A count with its noun: "1 card", "40 cards".
pub fn count(number: usize, one: &str, many: &str) -> String {
    format!("{} {}", decimal(number as f64), if number == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::read_number;

    #[test]
    fn numbers_read_as_people_write_them() {
        let cases = [
            (0.0, "0"),
            (999.0, "999"),
            (1000.0, "1,000"),
            (25_000.0, "25,000"),
            (2.5, "2.5"),
            (1_234_567.891, "1,234,567.891"),
            (2.719, "2.719"),
            (0.000_000_4, "0"),
            (-1500.0, "−1,500"),
            (-0.001, "−0.001"),
            (0.05, "0.05"),
        ];
        for (value, expected) in cases {
            assert_eq!(decimal(value), expected);
        }
        assert_eq!(number(2022.0, "(year)"), "2022");
        assert_eq!(number(2022.0, "drones"), "2,022");
        assert_eq!([plain(-1234.5), plain(-0.001)], ["-1234.5", "0"]);
    }

    /// What stands in the page can be typed into the field, and means what it meant there.
    #[test]
    fn what_is_shown_can_be_typed_back() {
        let units = [
            "workers",
            "(year)",
            "June 2025",
            "km²",
            "% of 2,000",
            "million people",
            "m",
            "(ratio)",
            "°C",
            "",
        ];
        let values: [f64; 14] =
            [0.0, 1.0, 9.0, 0.05, 2.5, 2.719, 0.577, 98.6, 999.0, 1000.0, 1234.567, 25_000.0, 1e6, 9e12];
        for (value, unit) in values.into_iter().flat_map(|value| units.map(|unit| (value, unit))) {
            // A year has no fraction.
            for value in [value, -value].into_iter().filter(|value| !is_year(unit) || value.fract() == 0.0) {
                for shown in [quantity(value, unit), number(value, unit)] {
                    let readings = read_number(&shown, unit).unwrap_or_default();
                    let is_there =
                        readings.iter().any(|reading| (reading - value).abs() <= value.abs() * 1e-12);
                    assert!(is_there, "{shown:?} for {value} {unit} is read as {readings:?}");
                }
            }
        }
    }

    #[test]
    fn dates_are_words_and_nonsense_stays() {
        assert_eq!(date("2025-06-19"), "19\u{a0}June 2025");
        assert_eq!(date("2025-06"), "June 2025");
        assert_eq!(date("2025"), "2025");
        assert_eq!(date("2025-13"), "2025-13");
        assert_eq!(date("2025-13-01"), "2025-13-01");
        assert_eq!(date("soon"), "soon");
        assert_eq!(date("2025-00-01"), "2025-00-01");
    }
}
