//! The learner's days.

use time::{Date, Month};

/// A day of the learner's calendar: whole days since 1 January 1970. A day begins at 04:00 local time, so
/// that what is learnt after midnight still belongs to the evening.
pub type Day = i32;

const MINUTE_MILLIS: i64 = 60 * 1000;
const DAY_MILLIS: i64 = 24 * 60 * MINUTE_MILLIS;
const DAY_BEGINS_MILLIS: i64 = 4 * 60 * MINUTE_MILLIS;

/// The day of a time, in milliseconds since 1970 (UTC), where local time is so many minutes ahead of UTC at
/// that time: 120 for Berlin in summer, -300 for New York in winter. Times out of all reason give the first
/// or the last day.
pub fn day_of(at_millis: i64, offset_minutes: i32) -> Day {
    let shift_millis = i64::from(offset_minutes) * MINUTE_MILLIS - DAY_BEGINS_MILLIS;
    let days = at_millis.saturating_add(shift_millis).div_euclid(DAY_MILLIS);
    Day::try_from(days).unwrap_or(if days < 0 { Day::MIN } else { Day::MAX })
}

/// The Julian day of 1 January 1970.
const FIRST_JULIAN_DAY: Day = 2_440_588;

/// The date of a day, `YYYY-MM-DD`; of a day that no calendar has, the first or the last one it has.
pub fn date_of(day: Day) -> String {
    let extreme = if day < 0 { Date::MIN } else { Date::MAX };
    let date = Date::from_julian_day(day.saturating_add(FIRST_JULIAN_DAY)).unwrap_or(extreme);
    let (year, month, day) = date.to_calendar_date();
    format!("{year:04}-{:02}-{day:02}", u8::from(month))
}

/// The day of a date `YYYY-MM-DD`; `None` if it is none.
pub fn day_of_date(date: &str) -> Option<Day> {
    let mut parts = date.splitn(3, '-');
    let mut part = || parts.next()?.parse::<u16>().ok();
    let (year, month, day) = (part()?, u8::try_from(part()?).ok()?, u8::try_from(part()?).ok()?);
    let date = Date::from_calendar_date(year.into(), Month::try_from(month).ok()?, day).ok()?;
    Some(date.to_julian_day() - FIRST_JULIAN_DAY)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_has_a_date_and_a_date_its_day() {
        let cases = [
            (0, "1970-01-01"),
            (-1, "1969-12-31"),
            (11_016, "2000-02-29"),
            (11_017, "2000-03-01"),
            (20_258, "2025-06-19"),
            (2_932_896, "9999-12-31"),
        ];
        for (day, date) in cases {
            assert_eq!((date_of(day).as_str(), day_of_date(date)), (date, Some(day)));
        }
        assert_eq!([date_of(Day::MIN), date_of(Day::MAX)], ["-9999-01-01", "9999-12-31"]);
        for none in
            ["", "2025", "2025-06", "2025-02-29", "2025-13-01", "2025-06-19T00", "+2025-06-19-", "x-06-19"]
        {
            assert_eq!(day_of_date(none), None, "{none}");
        }
    }
}
