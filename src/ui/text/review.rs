//! What is said of review and progress.

use super::{count, date, decimal, go_on as go_on_with, questions, resume, turn};
use crate::memory::{ChapterGrasp, Day, Goal, Step, date_of};
use crate::quiz::Session;

pub const REVIEW: &str = "Review";
pub const PROGRESS: &str = "Progress";
pub const REVIEW_NOW: &str = "Review now";
pub const WEAKEST: &str = "Practise the weakest";
pub const WEAKEST_HELP: &str =
    "Practising before a fact is due does no harm, and helps less than when it is due.";
pub const NOTHING_LEARNT: &str = "Nothing has been answered yet. Your first answer, in the story or in a quiz, begins it: from \
     then on each fact comes back on the day when it is about to be forgotten.";

pub fn dated_ahead(day: &str) -> String {
    format!(
        "All answers so far have a date that is still to come: the clock of a device was ahead. They are kept, and count \
         for your reviews from {day} on. New answers count at once."
    )
}

pub const ENDS_THE_QUIZ: &str =
    "You are in the middle of a quiz. A review ends it; the answers that you gave stay.";
pub const NOTHING_MORE: &str = "Nothing else waits.";

pub const UNTIL_WHEN: &str = "Remember until when?";
pub const UNTIL_WHEN_HELP: &str =
    "With a date every fact is asked again before it, and more often the nearer it is.";
pub const NEXT_WEEK: &str = "Next week";
pub const UNTIL_A_DATE: &str = "Until a date";
pub const FOR_GOOD: &str = "For good";
pub const THE_DATE: &str = "Date";
pub const KEEP_GOAL: &str = "Set";
pub const DATE_AHEAD: &str = "Choose a date after today.";

pub const CALENDAR: &str = "In your calendar";
pub const CALENDAR_HELP: &str = "A file with the days on which something is due, as it stands now, for the calendar that you use. It \
     holds no answers. An answer moves days: take the file anew then.";
pub const SAVE_CALENDAR: &str = "Save the calendar file";
pub const CALENDAR_SAVED: &str = "The file was handed to the browser: factdeck-reviews.ics.";

pub const YOUR_REVIEW: &str = "Your review";
pub const SEE_PROGRESS: &str = "See your progress";

pub const STILL_SURE_BUT_WRONG: &str = "Sure, but not right";
pub const COMING_DAYS: &str = "The coming 30 days";
pub const TODAY: &str = "Today";
pub const DAY: &str = "Day";
pub const FACTS_DUE: &str = "Facts due";
pub const BEFORE_AND_AFTER: &str = "Before and after";
pub const QUESTION: &str = "Question";
pub const BEFORE_READING: &str = "Before reading";
pub const SINCE: &str = "Last time";
pub const HOW_SURE_YOU_ARE: &str = "How sure, and how right";
pub const YOU_SAID: &str = "You said";
pub const NUMBER_RIGHT: &str = "Right";
pub const SHARE: &str = "Share right, and the least that is honest";
pub const HONEST: &str = "“Certain” is honest if at least 80 of 100 such answers are right, “fairly sure” if at least 67 \
     are: the line in the bar. Below that, “guessing” says it better.";
pub const DUE: &str = "Due";
pub const NOT_ASKED: &str = "Nothing of this chapter was asked yet.";
pub const LAST_ANSWERS: &str = "Last answers:";

pub fn facts(number: usize) -> String {
    count(number, "fact", "facts")
}

pub fn due_today(number: usize) -> String {
    format!("{} {} due today.", facts(number), if number == 1 { "is" } else { "are" })
}

/// How long answers will take.
pub fn takes(millis: u64) -> String {
    let minutes = millis.div_ceil(60_000).max(1);
    format!(
        "About {}, at your pace.",
        count(usize::try_from(minutes).unwrap_or(usize::MAX), "minute", "minutes")
    )
}

pub fn nothing_due(next: Option<(Day, usize)>, today: Day) -> String {
    format!("Nothing is due today. {}", next_review(next, today))
}

/// When the next facts are due, and how many.
pub fn next_review(next: Option<(Day, usize)>, today: Day) -> String {
    match next {
        Some((day, number)) => format!("The next review is {}: {}.", when(day, today), facts(number)),
        None => NOTHING_MORE.to_owned(),
    }
}

/// A day in words and as a date.
pub fn when(day: Day, today: Day) -> String {
    let date = day_date(day);
    match day.saturating_sub(today) {
        ..=-1 => format!("since {date}"),
        0 => format!("today, {date}"),
        1 => format!("tomorrow, {date}"),
        days => format!("in {} days, {date}", decimal(f64::from(days))),
    }
}

pub fn day_date(day: Day) -> String {
    date(&date_of(day))
}

pub fn review_facts(number: usize) -> String {
    format!("Review {}", facts(number))
}

/// What the calendar calls a day.
pub fn to_review(number: usize) -> String {
    format!("{}: {} to review", super::NAME, facts(number))
}

/// What was chosen, once it is noted.
pub fn goal_kept(goal: Goal) -> String {
    match goal.day() {
        Some(day) => format!("Set. Every fact is asked again before {}.", day_date(day)),
        None => "Set. Facts come back when they are about to be forgotten.".to_owned(),
    }
}

pub fn before_date(day: Day) -> String {
    format!("before {}", day_date(day))
}

/// Where a session stands.
pub fn turn_of(session: &Session) -> String {
    if session.plan.ask.again {
        return format!("{REVIEW}, {} left", decimal(session.left() as f64));
    }
    turn(session.position() + 1, session.plan.items.len())
}

/// Where a session was left.
pub fn stopped_at(session: &Session) -> String {
    if session.plan.ask.again {
        return format!("You are in the middle of a review: {} left.", questions(session.left()));
    }
    resume(session.position() + 1, session.plan.items.len())
}

/// What leads back to a session.
pub fn back_to(session: &Session) -> String {
    if session.plan.ask.again {
        return format!("Go on with your review ({} left)", decimal(session.left() as f64));
    }
    go_on_with(session.position() + 1, session.plan.items.len())
}

/// What a review has come to.
pub fn gained(recalled: usize, of: usize, came_back: usize, open: usize) -> String {
    let recalled = format!("{} of {} recalled at once.", decimal(recalled as f64), facts(of));
    let came_back = (came_back > 0).then(|| format!(" {} came back until right.", questions(came_back)));
    let open = (open > 0).then(|| format!(" {} not right yet.", count(open, "question is", "questions are")));
    [Some(recalled), came_back, open].into_iter().flatten().collect()
}

/// How far the facts of a chapter have got.
pub fn grasp(grasp: ChapterGrasp) -> String {
    let ChapterGrasp { new, learning, known } = grasp;
    if learning + known == 0 {
        return count(new, "new fact", "new facts");
    }
    let parts = [(new, "new"), (learning, "learning"), (known, "known")];
    let parts = parts.into_iter().filter(|(number, _)| *number > 0);
    parts.map(|(number, word)| format!("{} {word}", decimal(number as f64))).collect::<Vec<_>>().join(", ")
}

/// The word of a step.
pub const fn step(step: Step) -> &'static str {
    match step {
        Step::Missed => "Missed",
        Step::Shaky => "Shaky",
        Step::Holding => "Holding",
        Step::Firm => "Firm",
    }
}

/// How many facts stand at each step, those that were not asked yet last.
pub fn steps(all: &[Option<Step>]) -> String {
    let number = |step| all.iter().filter(|one| **one == step).count();
    let words = Step::ALL.map(|one| (number(Some(one)), step(one).to_lowercase()));
    let parts = words.into_iter().chain([(number(None), "not asked yet".to_owned())]);
    let parts = parts.filter(|(number, _)| *number > 0);
    parts.map(|(number, word)| format!("{} {word}", decimal(number as f64))).collect::<Vec<_>>().join(", ")
}

/// All of it in a sentence.
pub fn held(all: &[Option<Step>]) -> String {
    let number = |is: &dyn Fn(Step) -> bool| all.iter().flatten().filter(|step| is(**step)).count();
    let hold = number(&|step| matches!(step, Step::Holding | Step::Firm));
    let shaky = number(&|step| step == Step::Shaky);
    let missed = number(&|step| step == Step::Missed);
    let hold = format!(
        "Of {}, {} {}",
        facts(all.len()),
        decimal(hold as f64),
        if hold == 1 { "holds" } else { "hold" }
    );
    let shaky = format!("{} {} shaky", decimal(shaky as f64), if shaky == 1 { "is" } else { "are" });
    let missed = format!("{} {} missed", decimal(missed as f64), if missed == 1 { "was" } else { "were" });
    format!("{hold}, {shaky}, {missed}.")
}

/// What a retrievability from 0 to 1 means, behind a fact's step.
pub fn likely(share: f64) -> String {
    let word = match (share * 100.0).round() {
        90.0.. => "very likely remembered",
        70.0.. => "likely remembered",
        50.0.. => "may be forgotten",
        _ => "likely forgotten",
    };
    format!(", {} {word}", percent(share))
}

pub fn percent(share: f64) -> String {
    format!("{}\u{a0}%", decimal((share * 100.0).round()))
}

pub fn right_of(right: usize, of: usize) -> String {
    format!("{} of {} right", decimal(right as f64), decimal(of as f64))
}

/// Before and after, in a sentence.
pub fn change(before: usize, after: usize, of: usize) -> String {
    format!("Before reading: {}. The last time: {}.", right_of(before, of), right_of(after, of))
}

/// What comes due in the days that are drawn.
pub fn coming(number: usize, days: usize) -> String {
    if number == 0 {
        return "Nothing is due in the coming 30 days.".to_owned();
    }
    format!("{} on {}.", facts(number), count(days, "day", "days"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_are_told_by_their_steps() {
        let all = [Some(Step::Firm), Some(Step::Shaky), None, Some(Step::Missed), Some(Step::Holding), None];
        assert_eq!(steps(&all), "1 firm, 1 holding, 1 shaky, 1 missed, 2 not asked yet");
        assert_eq!(held(&all), "Of 6 facts, 2 hold, 1 is shaky, 1 was missed.");
        assert_eq!(held(&[None]), "Of 1 fact, 0 hold, 0 are shaky, 0 were missed.");
        assert_eq!(likely(0.899), ", 90\u{a0}% very likely remembered");
    }

    #[test]
    fn days_are_words_and_dates() {
        let cases = [
            (19_999, "since 3\u{a0}October 2024"),
            (20_000, "today, 4\u{a0}October 2024"),
            (20_001, "tomorrow, 5\u{a0}October 2024"),
            (20_005, "in 5 days, 9\u{a0}October 2024"),
        ];
        for (day, said) in cases {
            assert_eq!(when(day, 20_000), said);
        }
    }
}
