//! Takes the learner's log along as a file.

use super::learner::Learner;
use crate::memory::write_backup;
use crate::platform::files;

/// Offers the whole log as a download, unsaved entries and damaged records included.
pub fn save_backup(learner: &Learner) {
    let text = write_backup(&learner.log(), learner.journal().damaged());
    // A browser that refuses the download shows that itself; the log is untouched either way.
    let _ = files::save("factdeck-backup.json", "application/json", &text);
}
