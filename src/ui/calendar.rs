//! The coming reviews as a calendar file, RFC 5545. Written here, since the crate that does it weighs 70 KB
//! on the line; the tests read it with that crate.

use super::text;
use crate::deck::DeckId;
use crate::memory::{Day, date_of};

/// A line is no longer, in bytes; what is goes on in the next, behind a space.
const LONGEST_LINE: usize = 75;

/// An all-day event for each day on which facts are due, `counts` of them from today on. The same day of the
/// same deck is the same event in every file, so that a newer file takes the older one's place.
pub fn calendar(deck: &DeckId, today: Day, counts: &[usize]) -> String {
    let stamp = format!("DTSTAMP:{}T000000Z", compact(today));
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        format!("PRODID:-//{0}//{0}//EN", text::NAME),
    ];
    for (day, count) in (today..).zip(counts).filter(|(_, count)| **count > 0) {
        let date = compact(day);
        lines.extend([
            "BEGIN:VEVENT".to_owned(),
            format!("UID:{deck}-{date}@factdeck"),
            stamp.clone(),
            format!("DTSTART;VALUE=DATE:{date}"),
            format!("DTEND;VALUE=DATE:{}", compact(day.saturating_add(1))),
            format!("SUMMARY:{}", escaped(&text::review::to_review(*count))),
            "TRANSP:TRANSPARENT".to_owned(),
            "END:VEVENT".to_owned(),
        ]);
    }
    lines.push("END:VCALENDAR".to_owned());
    lines.iter().map(|line| folded(line)).collect()
}

/// The date of a day as calendars write it, `YYYYMMDD`.
fn compact(day: Day) -> String {
    date_of(day).replace('-', "")
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}

/// A line with its end, broken where it is too long, between letters.
fn folded(line: &str) -> String {
    let (mut text, mut bytes) = (String::new(), 0);
    for letter in line.chars() {
        if bytes + letter.len_utf8() > LONGEST_LINE {
            text += "\r\n ";
            bytes = 1;
        }
        text.push(letter);
        bytes += letter.len_utf8();
    }
    text + "\r\n"
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop there")]
mod tests {
    use icalendar::{Calendar, Component, DatePerhapsTime};

    use super::*;
    use crate::memory::day_of_date;

    #[test]
    fn another_reader_finds_each_day_with_its_count() {
        let deck = DeckId::from(
            "a-deck-with-a-name-so-long-that-a-line-of-the-calendar-must-be-folded-for-it-to-fit",
        );
        let today = day_of_date("2025-02-27").unwrap();
        let file = calendar(&deck, today, &[3, 1, 0, 1200]);
        let lines: Vec<_> = file.split_inclusive("\r\n").collect();
        assert!(lines.iter().all(|line| line.ends_with("\r\n") && line.len() <= LONGEST_LINE + 2), "{file}");
        let read: Calendar = file.parse().unwrap();
        let events = read.components.iter().filter_map(|component| component.as_event());
        let found: Vec<_> = events
            .map(|event| {
                let dates = [event.get_start(), event.get_end()].map(|date| match date.unwrap() {
                    DatePerhapsTime::Date(date) => date.to_string(),
                    DatePerhapsTime::DateTime(_) => "a time".to_owned(),
                });
                (dates, event.get_summary().unwrap().to_owned(), event.get_uid().unwrap().to_owned())
            })
            .collect();
        let expected = [
            ("2025-02-27", "2025-02-28", "Factdeck: 3 facts to review"),
            ("2025-02-28", "2025-03-01", "Factdeck: 1 fact to review"),
            ("2025-03-02", "2025-03-03", "Factdeck: 1,200 facts to review"),
        ];
        let expected = expected.map(|(start, end, summary)| {
            let uid = format!("{deck}-{}@factdeck", start.replace('-', ""));
            ([start.to_owned(), end.to_owned()], summary.to_owned(), uid)
        });
        assert_eq!(found, expected);
    }

    #[test]
    fn a_line_is_broken_between_letters() {
        let line = "ж".repeat(80);
        let folded = folded(&line);
        assert!(folded.split("\r\n").all(|part| part.len() <= LONGEST_LINE), "{folded}");
        assert_eq!(folded.replace("\r\n ", "").trim_end(), line);
    }
}
