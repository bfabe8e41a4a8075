//! Dates are days of the calendar.

use super::parts::Parts;
use super::{Code, Report};

pub(super) fn check(parts: &Parts, report: &mut Report) {
    let mut need = |path: String, date: &str| {
        if !is_day(date) {
            report.add(Code::BadDate, path, format!("\"{date}\" is no day written YYYY-MM-DD"));
        }
    };
    if !parts.holes.paths.contains("$.as_of") {
        need("$.as_of".to_owned(), &parts.deck.as_of);
    }
    for source in &parts.sources {
        need(source.at("date"), &source.it.date);
    }
}

/// Whether a text is a year, a month or a day: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
pub(super) fn is_date(text: &str) -> bool {
    match text.len() {
        4 => is_day(&format!("{text}-01-01")),
        7 => is_day(&format!("{text}-01")),
        _ => is_day(text),
    }
}

/// Whether a text is a day of the Gregorian calendar, written `YYYY-MM-DD`.
fn is_day(text: &str) -> bool {
    let number = |from: usize, digits: usize| {
        let part =
            text.get(from..from + digits).filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
        part.and_then(|part| part.parse::<u32>().ok())
    };
    let parted = text.len() == 10 && text.get(4..5) == Some("-") && text.get(7..8) == Some("-");
    let (Some(year), Some(month), Some(day), true) = (number(0, 4), number(5, 2), number(8, 2), parted)
    else {
        return false;
    };
    (1..=days_of(year, month)).contains(&day)
}

/// How many days a month has; none if there is no such month.
const fn days_of(year: u32, month: u32) -> u32 {
    let leap = year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400);
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::{is_date, is_day};

    #[test]
    fn dates_may_be_less_exact_than_a_day() {
        for (text, expected) in
            [("2022", true), ("2022-09", true), ("2022-09-30", true), ("2022-13", false), ("22", false)]
        {
            assert_eq!(is_date(text), expected, "{text}");
        }
    }

    #[test]
    fn only_real_days_are_days() {
        for day in ["2025-06-19", "2024-02-29", "2000-02-29", "1999-12-31", "2025-04-30"] {
            assert!(is_day(day), "{day}");
        }
        let not = ["", "2025-6-19", "19-06-2025", "2025-13-01", "2025-00-10", "2025-01-00", "2025-04-31"];
        for text in
            not.into_iter().chain(["2025-02-29", "1900-02-29", "2025/06/19", "2025-06-1é", "+025-06-19"])
        {
            assert!(!is_day(text), "{text}");
        }
    }
}
