//! What the learner has done: the review log, how its entries are stored and backed up, and folds over
//! it. Pure: time is an argument.
//!
//! The log is the only truth about a learner. It only ever grows; what a page shows is a fold over it.

mod backup;
mod entry;
mod folds;
mod log;
mod record;

pub use backup::{BackupError, LARGEST_BACKUP_BYTES, Restored, read_backup, write_backup};
pub use entry::{Attempt, Entry, EntryId, Event, SessionId};
pub use folds::{
    OpenSession, Progress, answered_in, chapter_progress, last_session, latest_by_item, latest_of,
    open_session,
};
pub use log::{Log, Moment};
pub use record::{Damage, Record, decode, encode};
