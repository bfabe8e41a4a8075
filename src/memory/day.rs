//! The learner's days.

/// A day of the learner's calendar: whole days since 1 January 1970. A day begins at 04:00 local time, so
/// that what is learnt after midnight still belongs to the evening.
pub type Day = i32;

const MINUTE_MILLIS: i64 = 60 * 1000;
const DAY_MILLIS: i64 = 24 * 60 * MINUTE_MILLIS;
const DAY_BEGINS_MILLIS: i64 = 4 * 60 * MINUTE_MILLIS;

/// The day of a time, in milliseconds since 1970 (UTC), where local time is so many minutes ahead of UTC at
/// that time: 120 for Berlin in summer, -300 for New York in winter. Times out of all reason give the first or the
/// last day.
pub fn day_of(at_millis: i64, offset_minutes: i32) -> Day {
    let shift_millis = i64::from(offset_minutes) * MINUTE_MILLIS - DAY_BEGINS_MILLIS;
    let days = at_millis.saturating_add(shift_millis).div_euclid(DAY_MILLIS);
    Day::try_from(days).unwrap_or(if days < 0 { Day::MIN } else { Day::MAX })
}
