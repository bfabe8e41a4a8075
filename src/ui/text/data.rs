//! "Your data": what is stored, and how it is taken along, added and erased.

use super::{count, decimal};

pub const DATA_WHERE: &str = "All of it is in this browser, on this device. Nothing is sent anywhere.";
pub const STORED: &str = "What is stored";
pub const ANSWERS: &str = "Answers";
pub const QUIZZES: &str = "Quizzes begun";
pub const FIRST_ANSWER: &str = "First answer";
pub const NOT_STORED: &str = "Waiting to be stored";
pub const DAMAGED: &str = "Damaged records";
pub const DAMAGED_HELP: &str =
    "Damaged records are left where they are and go into a backup as they are; they count for nothing else.";
pub const BACK_UP: &str = "Back up";
pub const BACK_UP_HELP: &str = "A file with every answer. Keep it, or carry it to another device.";
pub const RESTORE: &str = "Restore";
pub const RESTORE_HELP: &str =
    "Adds the answers of a backup to those that are here. Nothing is replaced, and nothing is lost.";
pub const BACKUP_FILE: &str = "Backup file";
pub const RESTORE_NOW: &str = "Add them";
pub const ERASE: &str = "Erase";
pub const ERASE_HELP: &str = "Removes every answer from this browser, also those to other decks of Factdeck on this site. Only a \
     backup brings them back.";
pub const ERASE_ASK: &str = "Erase everything …";
pub const ERASE_WARNING: &str = "They are gone for good from this browser, and your progress with them. \
     Save a backup first if you may want them again.";
pub const KEEP: &str = "Keep my answers";
pub const NOTHING_TO_ERASE: &str = "There is nothing to erase.";
pub const ERASED: &str = "Everything was erased.";

pub fn erase_now(answers: usize) -> String {
    // What is stored without an answer, such as a quiz that was begun, has no good name.
    if answers == 0 {
        "Erase everything".to_owned()
    } else {
        format!("Erase {}", count(answers, "answer", "answers"))
    }
}

pub fn restore_preview(new: usize, known: usize, damaged: usize) -> String {
    let mut text = format!(
        "The file holds {} that {} here and {} that {}.",
        count(new, "entry", "entries"),
        if new == 1 { "is not" } else { "are not" },
        decimal(known as f64),
        if known == 1 { "is" } else { "are" },
    );
    if damaged > 0 {
        text += " ";
        text += &count(damaged, "record", "records");
        text += " in it cannot be read and will be left out.";
    }
    text
}

pub fn restored(new: usize) -> String {
    format!("{} added.", count(new, "entry was", "entries were"))
}
