//! What went wrong, and the way out.

use super::count;
use crate::memory::BackupError;
use crate::platform::fetch::FetchError;
use crate::platform::files::FileError;
use crate::platform::records::StorageError;

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

pub fn storage_trouble(error: &StorageError) -> &'static str {
    match error {
        StorageError::Denied => {
            "This browser does not let Factdeck keep your answers. You can go on; save a backup before you \
             close the tab."
        }
        StorageError::Full => {
            "This browser has no room left for your answers. You can go on; save a backup before you close \
             the tab, and free some space."
        }
        StorageError::Lost(_) => {
            "Your answers could not be stored just now. You can go on; they are tried again with the next \
             one. Save a backup before you close the tab."
        }
    }
}

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
