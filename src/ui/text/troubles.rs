//! What went wrong, and the way out.

use super::count;
use crate::memory::{BackupError, Trouble};
use crate::platform::fetch::FetchError;
use crate::platform::files::FileError;

pub fn backup_refused(error: &BackupError) -> String {
    match error {
        BackupError::TooLarge { .. } => file_refused(FileError::TooLarge),
        BackupError::NotJson { line, column } => format!(
            "That file is no backup, or it was cut off: it stops making sense at line {line}, column {column}. \
             Nothing was changed."
        ),
        BackupError::NotBackup => "That file is not a backup of Factdeck. Nothing was changed.".to_owned(),
        BackupError::Format { found } => format!(
            "That backup is of format {found}, which a newer version of Factdeck wrote. Update, then try \
             again. Nothing was changed."
        ),
    }
}

pub fn file_refused(error: FileError) -> String {
    match error {
        FileError::TooLarge => "That file is larger than a backup can be (50 MB). Nothing was changed.",
        FileError::Unreadable => "The browser could not read that file. Nothing was changed.",
        FileError::Refused => "The browser would not save the file.",
        FileError::NotText => "That file is not text, so it is not a backup. Nothing was changed.",
    }
    .to_owned()
}

/// `is_erasing`: the learner has erased everything, and it is still on disk.
pub fn storage_trouble(trouble: Trouble, is_erasing: bool) -> &'static str {
    match trouble {
        _ if is_erasing => {
            "What is stored in this browser could not be erased yet. It is tried again after a while, and with \
             your next answer."
        }
        Trouble::Denied => {
            "This browser does not let Factdeck keep your answers. You can go on; save a backup before you \
             close the tab."
        }
        Trouble::Full => {
            "This browser has no room left for your answers. You can go on; save a backup before you close \
             the tab, and free some space."
        }
        Trouble::Silent => {
            "This browser's storage does not answer. You can go on; your answers are kept in this tab and are \
             stored once it answers. Save a backup before you close the tab."
        }
        Trouble::Lost => {
            "Your answers could not be stored just now. You can go on; they are tried again with the next \
             one, and by themselves after a while. Save a backup before you close the tab."
        }
    }
}

pub const VANISHED: &str = "Your stored answers were deleted from this browser, but not by Factdeck. What this tab still \
     knew of them is stored again. A backup is safe from that.";

pub const UNFINISHED: &str = "A backup was not restored to its end: the page was closed before all of it was stored. Restore \
     it again under “Your data”; nothing comes in twice. If another tab is just restoring it, let it finish.";

pub fn damage_notice(records: usize) -> String {
    format!(
        "{} of your answers cannot be read any more. All others are here. A backup keeps the damaged ones too.",
        count(records, "record", "records")
    )
}

pub fn fetch_trouble(file: &str, error: FetchError) -> String {
    match error {
        FetchError::Status(404) => format!("The file {file} is not there (404)."),
        FetchError::Status(status) => format!("The server answered {status} for the file {file}."),
        FetchError::Network => format!("The file {file} did not arrive. Is the network there?"),
        FetchError::TooLarge => format!("The file {file} is too large to be a deck."),
    }
}

pub fn deck_faults(file: &str, faults: usize) -> String {
    format!("The file {file} was read, but it has {}.", count(faults, "fault", "faults"))
}
