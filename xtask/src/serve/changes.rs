//! Notices that a file of the project has changed.
//!
//! Compares the times of some 400 files several times a second, which no processor notices. The operating
//! system could tell of changes too (the crate `notify`), but tells of files that are merely opened as well,
//! and so of every build.

use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use crate::files;

/// How often the files are looked at.
const PERIOD: Duration = Duration::from_millis(250);
/// What a site is made from, below the workspace's root.
const SOURCES: [&str; 6] = ["src", "xtask/src", "assets", "index.html", "Cargo.toml", "Cargo.lock"];

/// The files of the project as they were before the last build.
pub struct Changes {
    watched: Vec<PathBuf>,
    seen: Vec<Stamp>,
}

/// A file's path, length in bytes, and time of its last change.
type Stamp = (PathBuf, u64, Option<SystemTime>);

impl Changes {
    /// Watches the project's sources and the deck, which may lie elsewhere.
    pub fn new(deck: &Path) -> Self {
        let sources = SOURCES.map(|name| files::root().join(name));
        Self::of(sources.into_iter().chain([deck.to_path_buf()]).collect())
    }

    /// Watches files, and folders with all that is in them.
    fn of(watched: Vec<PathBuf>) -> Self {
        let seen = stamps(&watched);
        Self { watched, seen }
    }

    /// Waits until a file is changed, new or gone since the last call (or since the start) and all of them
    /// have stood still for one period: editors write a file in several steps.
    pub fn wait(&mut self) {
        while !self.are_there() {
            std::thread::sleep(PERIOD);
        }
        loop {
            std::thread::sleep(PERIOD);
            if !self.are_there() {
                return;
            }
        }
    }

    /// Whether anything is otherwise than at the last call.
    fn are_there(&mut self) -> bool {
        let now = stamps(&self.watched);
        let changed = now != self.seen;
        self.seen = now;
        changed
    }
}

fn stamps(watched: &[PathBuf]) -> Vec<Stamp> {
    watched.iter().flat_map(|path| below(path)).map(stamp).collect()
}

/// The file itself, or every file of the folder.
fn below(path: &Path) -> Vec<PathBuf> {
    if path.is_dir() {
        files::list(path).into_iter().map(|name| path.join(name)).collect()
    } else {
        vec![path.to_path_buf()]
    }
}

fn stamp(path: PathBuf) -> Stamp {
    let metadata = path.metadata().ok();
    let bytes = metadata.as_ref().map_or(0, std::fs::Metadata::len);
    let changed_at = metadata.and_then(|metadata| metadata.modified().ok());
    (path, bytes, changed_at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::failure::Outcome;

    /// What is noticed after each step in a folder of its own.
    fn noticed(name: &str, steps: &[fn(&Path) -> Outcome]) -> Vec<bool> {
        let folder = std::env::temp_dir().join(format!("factdeck-changes-{name}-{}", std::process::id()));
        files::empty(&folder).unwrap_or_default();
        files::write(&folder.join("a/kept.rs"), b"1").unwrap_or_default();
        let mut changes = Changes::of(vec![folder.clone()]);
        let noticed = steps.iter().map(|step| step(&folder).is_ok() && changes.are_there()).collect();
        std::fs::remove_dir_all(&folder).unwrap_or_default();
        noticed
    }

    #[test]
    fn a_new_a_changed_and_a_removed_file_are_noticed_once() {
        let steps: [fn(&Path) -> Outcome; 5] = [
            |_| Ok(()),
            |folder| files::write(&folder.join("a/new.rs"), b"1"),
            |folder| files::write(&folder.join("a/kept.rs"), b"22"),
            |_| Ok(()),
            |folder| files::empty(&folder.join("a")),
        ];
        assert_eq!(noticed("kinds", &steps), [false, true, true, false, true]);
    }

    #[test]
    fn reading_is_no_change() {
        let read: [fn(&Path) -> Outcome; 1] = [|folder| files::read(&folder.join("a/kept.rs")).map(drop)];
        assert_eq!(noticed("reading", &read), [false]);
    }
}
