//! What the learner has done: the review log, how its entries are stored and backed up, and folds over
//! it. Pure: time is an argument.
//!
//! The log is the only truth about a learner. It only ever grows; what a page shows is a fold over it.
//! [`schedule`] is the one that says what is to be asked again and when.

mod backup;
mod day;
mod entry;
mod folds;
mod goal;
mod journal;
mod keeper;
mod log;
mod progress;
mod rating;
mod record;
mod review;
mod schedule;
mod task;

pub use backup::{BackupError, LARGEST_BACKUP_BYTES, Reading, Restored, write_backup};
pub use day::{Day, date_of, day_of, day_of_date};
pub use entry::{Attempt, Entry, EntryId, Event, SessionId};
pub use folds::{OpenSession, answered_in, last_session, open_session};
pub use goal::Goal;
pub use journal::{Journal, Report, Storage, Trouble};
pub use keeper::Keeper;
pub use log::{Log, Moment};
pub use progress::{
    Calibration, Change, ChapterGrasp, before_and_after, calibration, chapter_grasp, forecast, usual_millis,
};
pub use rating::{Rating, rating};
pub use record::{Damage, Record, decode, encode};
pub use review::{due, not_due, review};
pub use schedule::{FactMemory, Grasp, Schedule, Step, schedule};
pub use task::{Answer, Contents, ERA, Era, Job, Row, RowChange, Task, era};
