//! Every sentence that users read and the deck does not hold, in one place.

mod data;
mod figures;
pub mod links;
mod results;
pub mod review;
mod troubles;
mod visuals;

use crate::deck::{Source, Standing};
use crate::quiz::{Finding, Outcome, Sure, Unread};

pub use data::*;
use figures::is_date;
pub use figures::{count, date, decimal, number, plain, quantity};
pub use results::*;
pub use review::{PROGRESS, REVIEW};
pub use troubles::{
    UNFINISHED, VANISHED, backup_refused, damage_notice, deck_faults, fetch_trouble, file_refused,
    storage_trouble,
};
pub use visuals::*;

pub const NAME: &str = "Factdeck";
pub const SKIP: &str = "Skip to the text";
pub const PAGES: &str = "Pages";
pub const STORY: &str = "Story";
pub const QUIZ: &str = "Quiz";
pub const YOUR_DATA: &str = "Your data";
pub const THEME_DEVICE: &str = "Theme: as the device";
pub const THEME_LIGHT: &str = "Theme: light";
pub const THEME_DARK: &str = "Theme: dark";
pub const PRIVACY: &str = "No account, no server, no tracking: your answers stay in this browser.";
pub const KEYS: &str = "Keyboard keys";
pub const CLOSE: &str = "Close";
pub const SINGLE_KEYS: &str = "Single keys do this while a quiz is open";

pub const UPDATE_READY: &str = "A new version is ready. Your answers stay.";
pub const UPDATE_NOW: &str = "Update now";
pub const LATER: &str = "Later";
pub const UPDATE_ACTIVE: &str = "A new version was put in place from another tab. This page is loaded anew as soon as \
     your answers are stored.";
pub const LOAD_ANEW: &str = "Load it now";
pub const NOT_STORED_ASK: &str =
    "Not all of your answers are stored. Loading the page anew loses those that are not.";
pub const LOAD_ANYWAY: &str = "Load it all the same";
pub const STAY: &str = "Stay here";
pub const LOAD_AFRESH: &str = "Load afresh";
pub const LOAD_AFRESH_HELP: &str = "If trying again does not help, loading afresh drops the copy of the app that is \
     kept on this device, and fetches it anew. Your stored answers stay.";
pub const FRAMED: &str = "This page stands inside another website, which could lead your clicks astray. Before \
     answers are saved to a file, restored or erased here, allow it in a tab of its own.";
pub const FRAMED_OPEN: &str = "Open that tab";
pub const FRAME_ASKS: &str = "You opened this tab from another website that shows Factdeck. Allow that answers are saved \
     to a file, restored and erased there?";
pub const ALLOW_FRAME: &str = "Allow it";
pub const FRAME_ALLOWED: &str = "Allowed. You can close this tab and go on where you were.";
pub const SAVE_BACKUP: &str = "Save a backup";
pub const GO_ON: &str = "Go on";

pub const AS_OF: &str = "As of ";
pub const START_READING: &str = "Start reading";
pub const TO_QUIZ: &str = "Go to the quiz";
pub const CHAPTER_QUIZ: &str = "Ten questions on this chapter";
pub const STORY_READ: &str = "You have read it: see what you know";
pub const CHAPTERS: &str = "Chapters";
pub const NOT_THE_LAST_WORD: &str = "; not the last word. No account, nothing is sent.";
pub const GUESS_FIRST: &str = "Guess first";
pub const GUESS_WHY: &str = "The text answers it, and guessing helps it to stick.";
pub const CHECK_YOURSELF: &str = "Check yourself";
pub const WORDS_EXPLAINED: &str = "Words explained";
pub const WHO_SAYS_SO: &str = "Who says so";

pub const TICK_ALL: &str = "Tick all that fit.";
pub const ORDER_HOW: &str =
    "Move the lines with the buttons, or with the arrow keys while one of them has the focus.";
pub const MARK_HOW: &str = "Press the words to mark them.";
pub const THE_NUMBER: &str = "The number";
pub const YOUR_NUMBER: &str = "Your number or estimate";
pub const YOUR_ANSWER: &str = "Your answer";
pub const BLANK: &str = "____";
pub const CHOOSE: &str = "Choose …";
pub const CHECK: &str = "Check";
pub const CHECKED: &str = "Checked";
pub const SHOW_ME: &str = "Show me";
pub const EVERY_ANSWER: &str = "Every answer, and why";
pub const HINT: &str = "Hint";
pub const HOW_SURE: &str = "How sure are you? (You may skip this.)";
pub const NEXT: &str = "Next";
pub const TO_RESULT: &str = "See the result";
pub const FINISH: &str = "Finish here";
pub const RIGHT: &str = "Right";
pub const TO_MARK: &str = "To be marked";
pub const NOT_TO_MARK: &str = "Not to be marked";
pub const YOU_MARKED: &str = "You marked it";
pub const NOT_RIGHT: &str = "Not right";
pub const OTHERS: &str = "Why not the others";
pub const THE_ANSWER: &str = "The answer:";
pub const PARAGRAPH_MARK: &str = "¶ 3 is the third paragraph of the article.";
pub const BACKED_UP: &str = "The backup was handed to the browser: factdeck-backup.json.";
pub const NOTHING_NEW: &str = "Everything in this file is here already.";
pub const MARKS: &str = "What the marks say";
pub const SAVED: &str = "Saved on this device.";
pub const NOT_SAVED_YET: &str = "Not saved yet.";

pub const HOW_MANY: &str = "How many";
pub const HOW_SURE_SETTING: &str = "How sure?";
pub const ASK_HOW_SURE: &str = "Ask how sure I am of each answer";
pub const START: &str = "Start";
pub const START_INSTEAD: &str = "Start this one instead";
pub const OTHER_QUIZ: &str =
    "You are in the middle of another quiz. Starting this one ends it; the answers that you gave stay.";
pub const CHOOSE_A_CHAPTER: &str = "Choose at least one chapter.";
pub const OPENING: &str = "Reading your answers …";
pub const CHOOSE_A_QUIZ: &str = "Choose a quiz";

pub const FAULT_TITLE: &str = "This deck cannot be shown";
pub const FAULT_SAFE: &str = "The answers that you gave before are safe.";
pub const WHAT_IS_WRONG: &str = "What is wrong";
pub const TRY_AGAIN: &str = "Try again";

/// The keys of the quiz, each with what it does.
pub const KEY_LIST: [(&str, &str); 6] = [
    ("1 – 9", "Pick a choice"),
    ("Enter", "Check; then go to the next question"),
    ("H", "Hint"),
    ("S", "Show me"),
    ("?", "This list"),
    ("Esc", "Close it"),
];

/// The word of a standing.
pub const fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Announced => "Announced",
        Standing::Observed => "Observed",
        Standing::Reported => "Reported",
        Standing::Claimed => "Claimed",
        Standing::Assessed => "Assessed",
        Standing::Background => "Background",
        Standing::Computed => "Computed",
    }
}

/// What a standing means.
pub const fn standing_meaning(standing: Standing) -> &'static str {
    match standing {
        Standing::Announced => {
            "an actor tells in public of its own plan, order or decision: that settles that it \
             is meant, not that it will happen."
        }
        Standing::Observed => "something that could be seen: an image, a recovered object, a photo.",
        Standing::Reported => {
            "a news outlet or agency says so, on its own reporting or on the word of sources."
        }
        Standing::Claimed => {
            "one side in the matter, or a private account, says that something happened or is so: others \
             would have to confirm it, and the article does not."
        }
        Standing::Assessed => "a judgement about what something means or will lead to.",
        Standing::Background => "the article states it as established.",
        Standing::Computed => "our own arithmetic or comparison; it is not in the article.",
    }
}

/// The word of an outcome.
pub const fn verdict(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Correct => "Right",
        Outcome::Partial => "Partly right",
        Outcome::Wrong => "Not right",
        Outcome::Revealed => "Shown",
    }
}

/// The word of a step of "how sure?".
pub const fn sure(sure: Sure) -> &'static str {
    match sure {
        Sure::Guess => "Guessing",
        Sure::Think => "Fairly sure",
        Sure::Certain => "Certain",
    }
}

/// What is worth saying of certainty: only that a confident error is one to look at.
pub const CERTAIN_AND_WRONG: &str = "You were certain: that makes it worth a second look.";

/// What a response came to, beyond the reasons of the choices. `None` if there is nothing to add.
pub fn finding(finding: &Finding, unit: &str) -> Option<String> {
    match finding {
        Finding::Number { given: None, .. } => Some("That could not be read as a number.".to_owned()),
        Finding::Number { given: Some(given), off, off_percent, .. } => {
            if *off == 0.0 {
                return None;
            }
            let said = number(*given, unit);
            if is_date(unit) {
                return Some(format!("You said {said}."));
            }
            let way = if *off > 0.0 { "too high" } else { "too low" };
            let share = off_percent
                .map_or(String::new(), |percent| format!(" ({}\u{a0}%)", decimal(percent.abs().floor())));
            Some(format!("You said {said}: {} {way}{share}.", decimal(off.abs())))
        }
        Finding::Text { answer, misspelt: true, .. } => Some(format!("It is spelt {answer}.")),
        Finding::Text { .. } | Finding::Parts { .. } | Finding::None => None,
    }
}

/// How many parts of an answer were right.
pub fn found(kind: &str, right: usize, of: usize, besides: usize) -> String {
    match (kind, besides) {
        ("order", _) => format!("{right} of {of} events stand right behind the one that they follow."),
        (_, 0) => format!("You found {right} of {of}."),
        (_, 1) => format!("You found {right} of {of}, and one that does not fit."),
        _ => format!("You found {right} of {of}, and {besides} that do not fit."),
    }
}

/// What the button does that moves an event; says where it stands, since that is what changes.
pub fn move_event(is_down: bool, event: &str) -> String {
    let way = if is_down { "down" } else { "up" };
    format!("Move {way}: {event}")
}

/// An event with its number in the order.
pub fn numbered(position: usize, event: &str) -> String {
    format!("{position}. {event}")
}

/// Where an event stands, read out after a move.
pub fn event_now(event: &str, position: usize, of: usize) -> String {
    format!("{event}: now {position} of {of}")
}

pub fn you_put_it(position: usize) -> String {
    format!("You put it at {position}.")
}

/// What was chosen where something else is right.
pub fn you_said(option: &str) -> String {
    format!("You said: {option}.")
}

/// Who says so, and on what standing.
pub fn says(voice: &str, standing: &str) -> String {
    format!("{voice}, {}", standing.to_lowercase())
}

pub fn slider(unit: &str) -> String {
    format!("{YOUR_NUMBER}, {unit}")
}

pub fn questions(number: usize) -> String {
    count(number, "question", "questions")
}

pub fn end_of_chapter(number: usize) -> String {
    format!("End of chapter {}", decimal(number as f64))
}

pub fn next_chapter(number: usize, title: &str) -> String {
    format!("Next: {}. {title}", decimal(number as f64))
}

/// What opens the other questions before reading.
pub fn more_before(questions: usize) -> String {
    format!("{} more to guess before you read", decimal(questions as f64))
}

/// How a badge's paragraph numbers are read out.
pub const fn paragraphs(count: usize) -> &'static str {
    if count == 1 { "paragraph " } else { "paragraphs " }
}

pub fn chapters_of_minutes(chapters: usize, minutes: usize) -> String {
    let chapters = count(chapters, "chapter", "chapters");
    format!("{chapters} of about {}.", count(minutes, "minute", "minutes"))
}

pub fn of(part: usize, whole: usize) -> String {
    format!("{} of {}", decimal(part as f64), decimal(whole as f64))
}

/// What Check says while there is nothing to check.
pub fn hurried(kind: &str) -> &'static str {
    match kind {
        "cloze" => "Fill every gap first, or use Show me.",
        "match" | "classify" => "Choose for every line first, or use Show me.",
        "order" => "Move at least one line first, or use Show me.",
        "mark" => "Mark some words first, or use Show me.",
        "number" | "estimate" => "Give a number first, or use Show me.",
        "text" => "Type an answer first, or use Show me.",
        _ => "Choose an answer first, or use Show me.",
    }
}

/// Why a typed number could not be read, and what to type instead.
pub const fn unread(reason: Unread) -> &'static str {
    match reason {
        Unread::NoNumber => "There is no number in that. Type it in digits, such as 25,000.",
        Unread::Several => "That can be read as more than one number. Type one.",
        Unread::Touched => {
            "A letter or sign touches the number, so it may mean something else. Type the number alone."
        }
        Unread::Grouped => {
            "The digits are grouped in a way that can mean two things. Type 25000, 25,000 or 2.5."
        }
        Unread::OtherMonth => "That is another month than the one asked about. Type a day of that month.",
        Unread::TooLarge => "That is too large a number to be read.",
    }
}

pub fn points_of(score: f64, whole: usize) -> String {
    format!("{} of {}", decimal((score * 10.0).round() / 10.0), decimal(whole as f64))
}

pub fn turn(position: usize, of: usize) -> String {
    format!("Question {} of {}", decimal(position as f64), decimal(of as f64))
}

pub fn all(count: usize) -> String {
    format!("All {}", decimal(count as f64))
}

/// What a page is called; `None` for the story, which is the deck itself.
pub fn page_name(page: &str) -> Option<&'static str> {
    Some(match page {
        "quiz" => QUIZ,
        "results" => YOUR_RESULT,
        "review" => REVIEW,
        "progress" => PROGRESS,
        "data" => YOUR_DATA,
        "unknown" => links::LEADS_NOWHERE,
        _ => return None,
    })
}

/// What the tab is called.
pub fn title(page: &str, deck: &str) -> String {
    match page_name(page) {
        Some(YOUR_DATA) => format!("{YOUR_DATA} · {NAME}"),
        Some(name) => format!("{name} · {deck} · {NAME}"),
        None => format!("{deck} · {NAME}"),
    }
}

pub fn from_source(source: &Source) -> String {
    format!("from a report by {}", source.publisher)
}

pub fn last_word(as_of: &str) -> String {
    format!("This teaches one article as of its date, {as_of}. It is not the last word.")
}

pub fn read_the_card(title: &str) -> String {
    format!("Read the card: {title}")
}

pub fn resume(position: usize, of: usize) -> String {
    format!("You stopped at question {position} of {of}.")
}

pub fn go_on(position: usize, of: usize) -> String {
    format!("Go on with your quiz ({})", self::of(position, of))
}

pub fn and_more(more: usize) -> String {
    format!("And {} more.", decimal(more as f64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_says_how_far_off() {
        let low =
            Finding::Number { given: Some(24_000.0), off: -1000.0, off_percent: Some(-4.0), mix_up: None };
        assert_eq!(finding(&low, "workers").as_deref(), Some("You said 24,000: 1,000 too low (4\u{a0}%)."));
        let year = Finding::Number { given: Some(2024.0), off: 2.0, off_percent: Some(0.1), mix_up: None };
        assert_eq!(finding(&year, "year").as_deref(), Some("You said 2024."));
    }

    #[test]
    fn what_was_found_says_what_it_cost() {
        let cases = [
            ("match", 2, 3, 0, "You found 2 of 3."),
            ("mark", 1, 1, 1, "You found 1 of 1, and one that does not fit."),
            ("multiple", 2, 3, 2, "You found 2 of 3, and 2 that do not fit."),
            ("order", 1, 3, 0, "1 of 3 events stand right behind the one that they follow."),
        ];
        for (kind, right, of, besides, said) in cases {
            assert_eq!(found(kind, right, of, besides), said);
        }
    }
}
