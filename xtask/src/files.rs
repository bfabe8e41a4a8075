//! Reading and writing files, with a sentence when it fails.

use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Outcome};

/// The folder that holds the workspace: cargo tells it, and outside of cargo it is the current one.
pub fn root() -> PathBuf {
    let package = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    package.and_then(|folder| folder.parent().map(Path::to_path_buf)).unwrap_or_else(|| PathBuf::from("."))
}

/// Where cargo keeps what it compiles.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// Where the commands keep what they make on the way to a site.
pub fn workshop() -> PathBuf {
    target().join("factdeck")
}

/// The content of a file.
pub fn read(path: &Path) -> Outcome<Vec<u8>> {
    fs::read(path).map_err(|error| Failure::new(format!("{} cannot be read: {error}.", path.display())))
}

/// The content of a text file.
pub fn read_text(path: &Path) -> Outcome<String> {
    fs::read_to_string(path)
        .map_err(|error| Failure::new(format!("{} cannot be read: {error}.", path.display())))
}

/// Writes a file, and the folders that it stands in.
pub fn write(path: &Path, content: &[u8]) -> Outcome {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(path, content))
        .map_err(|error| Failure::new(format!("{} cannot be written: {error}.", path.display())))
}

/// Removes all that is in a folder; a folder that is not there is empty.
pub fn empty(folder: &Path) -> Outcome {
    let Ok(entries) = fs::read_dir(folder) else { return Ok(()) };
    for path in entries.flatten().map(|entry| entry.path()) {
        let removed = if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
        removed.map_err(|error| Failure::new(format!("{} cannot be removed: {error}.", path.display())))?;
    }
    Ok(())
}

/// Every file under a folder as its path from there, with `/` between the parts, in name order.
pub fn list(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    collect(folder, "", &mut found);
    found.sort();
    found
}

fn collect(folder: &Path, prefix: &str, found: &mut Vec<String>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{name}/"), found);
        } else {
            found.push(name);
        }
    }
}
