//! Typed numbers: how people write them, what is not read and why, and that what the app shows can be typed
//! back.
#![allow(clippy::unwrap_used, clippy::float_cmp, clippy::panic, clippy::approx_constant, missing_docs)]

mod sample;

use factdeck::deck::Interaction;
use factdeck::quiz::{Finding, Outcome, Response, Unread, read_number, unread};
use sample::{estimate, finding, grade, is_complete, number, text};

#[track_caller]
fn reads(typed: &str, unit: &str, expected: &[f64]) {
    assert_eq!(read_number(typed, unit).as_deref(), Ok(expected), "{typed:?} of {unit:?}");
}

#[track_caller]
fn reads_not(typed: &str, unit: &str, expected: Unread) {
    assert_eq!(read_number(typed, unit), Err(expected), "{typed:?} of {unit:?}");
}

#[test]
fn numbers_are_read_as_people_type_them() {
    let cases = [
        ("25000", 25_000.0),
        ("25 000", 25_000.0),
        ("25\u{A0}000", 25_000.0),
        ("25\u{202F}000", 25_000.0),
        ("25'000", 25_000.0),
        ("25’000", 25_000.0),
        ("1,234,567", 1_234_567.0),
        ("1.234.567", 1_234_567.0),
        ("1 234 567", 1_234_567.0),
        // One mark, and no group of three behind it, or none before it.
        ("2,50", 2.5),
        ("2.50", 2.5),
        ("2.5", 2.5),
        ("2,5", 2.5),
        ("2,5000", 2.5),
        ("0.500", 0.5),
        ("0,500", 0.5),
        ("1234.567", 1234.567),
        // Both marks, or a mark among groups: the last one makes decimals.
        ("1,234.5", 1234.5),
        ("1.234,5", 1234.5),
        ("1,234.567", 1234.567),
        ("1 234,567", 1234.567),
        ("1'234.50", 1234.5),
        ("1,234,567.8", 1_234_567.8),
        // Words, units and punctuation around it.
        ("2000 drones", 2000.0),
        ("~2000 a month, I think.", 2000.0),
        ("  2000. ", 2000.0),
        ("50%", 50.0),
        ("$5", 5.0),
        ("5 km²", 5.0),
        ("150 km", 150.0),
        ("150km", 150.0),
        ("25m", 25.0),
        ("(about 7)", 7.0),
        (".5", 0.5),
        ("about ,5", 0.5),
        ("2.", 2.0),
        ("007", 7.0),
        // Words that multiply, and letters for them.
        ("25 thousand", 25_000.0),
        ("2.5 million drones", 2_500_000.0),
        ("2 hundred thousand", 200_000.0),
        ("3 dozens", 36.0),
        ("25k", 25_000.0),
        ("25 K", 25_000.0),
        ("2.5mn", 2_500_000.0),
        ("2.5 bn", 2_500_000_000.0),
        // Ordinals.
        ("9th", 9.0),
        ("the 1st", 1.0),
        ("2nd of them", 2.0),
        // Signs.
        ("-5", -5.0),
        ("\u{2212}5", -5.0),
        ("–5", -5.0),
        ("- 5", -5.0),
        ("-$5", -5.0),
        ("minus 5", -5.0),
        ("+5", 5.0),
        ("-.5", -0.5),
        ("well-known 5", 5.0),
        // Digits of other scripts, with their own marks.
        ("٣", 3.0),
        ("٢٥٠٠٠", 25_000.0),
        ("۲۵", 25.0),
        ("১৫০", 150.0),
        ("२५", 25.0),
        ("２５", 25.0),
        ("２．５", 2.5),
        ("๒๕", 25.0),
        ("٢٫٥", 2.5),
        ("١٬٢٣٤٬٥٦٧", 1_234_567.0),
        ("\u{200f}٢٥\u{200e}", 25.0),
        ("－５", -5.0),
    ];
    for (typed, expected) in cases {
        reads(typed, "m", &[expected]);
    }
}

#[test]
fn where_comma_and_point_leave_two_readings_both_are_read() {
    for (typed, expected) in [
        ("3.142", [3142.0, 3.142]),
        ("3,142", [3142.0, 3.142]),
        ("25.000", [25_000.0, 25.0]),
        ("25,000", [25_000.0, 25.0]),
        ("about 2,500 drones", [2500.0, 2.5]),
        ("-1.500", [-1500.0, -1.5]),
        ("2.500 million", [2_500_000_000.0, 2_500_000.0]),
        ("٢٬٥٠٠", [2500.0, 2.5]),
    ] {
        reads(typed, "km", &expected);
    }
}

#[test]
fn the_reading_that_is_right_counts() {
    let cases = [
        (3.142, 0.01, "3.142", Outcome::Correct),
        (3.142, 0.01, "3,142", Outcome::Correct),
        (3.142, 0.01, "3.14", Outcome::Correct),
        (2.718, 0.001, "2.718", Outcome::Correct),
        (1.414, 0.005, "1.414", Outcome::Correct),
        (9.807, 0.05, "9,807", Outcome::Correct),
        (0.577, 0.001, "0.577", Outcome::Correct),
        (25_000.0, 0.0, "25.000", Outcome::Correct),
        (25_000.0, 0.0, "25,000", Outcome::Correct),
        (25_000.0, 0.0, "25k", Outcome::Correct),
        (25.0, 1.0, "25.000", Outcome::Correct),
        (3.0, 0.0, "3.142", Outcome::Wrong),
    ];
    for (value, tolerance, typed, expected) in cases {
        let response = Response::Number { typed: typed.into() };
        for interaction in [
            Interaction::Number(number(value, tolerance, None)),
            Interaction::Estimate(estimate(value, tolerance, None)),
        ] {
            assert_eq!(grade(&interaction, &response).outcome, expected, "{typed} for {value}");
        }
    }
    // Half too, by either; and what is told is the reading that is nearer.
    let near = Interaction::Number(number(3.0, 0.01, Some(0.2)));
    let typed = Response::Number { typed: "3,142".into() };
    assert_eq!(grade(&near, &typed).score, 0.5);
    assert!(matches!(finding(&near, &typed), Finding::Number { given: Some(3.142), .. }));
    // Where neither is, the whole number is meant.
    let far = Interaction::Number(number(2000.0, 0.0, None));
    let typed = Response::Number { typed: "5,000".into() };
    assert!(matches!(finding(&far, &typed), Finding::Number { given: Some(5000.0), .. }));
}

#[test]
fn a_day_or_a_year_may_be_written_as_a_date() {
    for typed in [
        "9",
        "9th",
        "the 9th",
        "9 June",
        "9 June 2025",
        "9th of June, 2025",
        "June 9",
        "June 9, 2025",
        "June 9th 2025",
        "Jun 9",
        "9. June 2025",
        "on 9 June 2025.",
    ] {
        for unit in ["June 2025", "June", "(day of June 2025)"] {
            reads(typed, unit, &[9.0]);
        }
    }
    for typed in ["2025", "June 2025", "9 June 2025", "in 2025"] {
        reads(typed, "(year)", &[2025.0]);
    }
    reads("4th", "(year of the war)", &[4.0]);
    reads("the 4th year", "(year of the war)", &[4.0]);
    reads_not("9 July 2025", "June 2025", Unread::OtherMonth);
    reads_not("July", "June", Unread::OtherMonth);
    reads_not("9 and 10 June 2025", "June 2025", Unread::Several);
    reads_not("June", "June 2025", Unread::NoNumber);
    reads_not("2025-06-09", "June 2025", Unread::Several);
}

#[test]
fn what_the_unit_says_may_be_said_again() {
    reads("2.5 million people", "million people", &[2.5]);
    reads("2.5 million", "million people", &[2.5]);
    reads("2.5", "million people", &[2.5]);
    reads("12 of 100", "of 100", &[12.0]);
    reads("100 of 100", "of 100 days", &[100.0]);
    reads("25 m", "m", &[25.0]);
    reads("25m", "m", &[25.0]);
}

#[test]
fn what_cannot_be_read_is_told_why() {
    use Unread::{Grouped, NoNumber, Several, TooLarge, Touched};
    let cases = [
        ("", NoNumber),
        ("many", NoNumber),
        ("-", NoNumber),
        (".", NoNumber),
        ("25m", Touched),
        ("25b", Touched),
        ("1e5", Several),
        ("A-22", Touched),
        ("No.5", Touched),
        ("2½", Touched),
        ("10-20", Several),
        ("10 to 20", Several),
        ("1/2", Several),
        ("1, 2", Several),
        ("1,23,456", Grouped),
        ("12,34.5", Grouped),
        ("1234,567.8", Grouped),
        ("1,2345.6", Grouped),
        ("1.2.3", Grouped),
        ("2 50", Grouped),
        ("2,,500", Grouped),
        ("1,234,5.6", Grouped),
        ("1.5 000", Grouped),
        ("1 234 56,7", Grouped),
        ("1 234,567.8", Grouped),
        ("1,234.567.890", Grouped),
        ("1,234.567,890", Grouped),
        ("1,234 567", Grouped),
        ("1,2.3,456", Grouped),
    ];
    for (typed, expected) in cases {
        reads_not(typed, "drones", expected);
        let response = Response::Number { typed: typed.into() };
        let interaction = Interaction::Number(number(5.0, 0.0, None));
        assert!(!is_complete(&interaction, &response), "{typed}");
        assert_eq!(unread(&interaction, &response), (!typed.is_empty()).then_some(expected), "{typed}");
    }
    // Longer than the field takes; and as long as it takes, with words that multiply beyond all bounds.
    reads_not(&"9".repeat(400), "km", Several);
    reads_not(&format!("{}{}", "9".repeat(80), " bn".repeat(40)), "km", TooLarge);
    let name = Response::Text { typed: "x".into() };
    assert_eq!(unread(&Interaction::Text(text(&["x"])), &name), None);
}
