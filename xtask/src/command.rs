//! Other programs: found, run, and told of in a sentence when they fail.

use std::ffi::OsStr;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::failure::{Failure, Outcome};

/// Runs a command to its end, its output shown. `mend` says what to do when it fails.
pub fn run(command: &mut Command, mend: &str) -> Outcome {
    printed(command.stdout(Stdio::inherit()), mend).map(drop)
}

/// Runs a command to its end and gives what it printed; its complaints are shown. `mend` says what to do
/// when it fails.
pub fn printed(command: &mut Command, mend: &str) -> Outcome<String> {
    match command.stdin(Stdio::inherit()).stderr(Stdio::inherit()).output() {
        Ok(output) if output.status.success() => Ok(String::from_utf8_lossy(&output.stdout).into_owned()),
        Ok(_) => Err(Failure::new(format!("`{}` failed. {mend}", shown(command)))),
        Err(error) => Err(not_started(command, &error, mend)),
    }
}

/// Why a command did not even start.
pub fn not_started(command: &Command, error: &std::io::Error, mend: &str) -> Failure {
    let name = Path::new(command.get_program()).display();
    match error.kind() {
        ErrorKind::NotFound => Failure::new(format!("`{name}` is not installed. {mend}")),
        _ => Failure::new(format!("`{name}` could not be started: {error}. {mend}")),
    }
}

/// What a command printed, trimmed; `None` if it is missing or failed.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.output().ok().filter(|output| output.status.success())?;
    Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The first program of that name in the folders of PATH.
pub fn find(name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(&file)).find(|path| path.is_file())
}

/// The command as one would type it, without the folder that the program stands in.
fn shown(command: &Command) -> String {
    let name = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    std::iter::once(name).chain(command.get_args()).map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_program_is_named_with_the_way_out() {
        let failure = run(&mut Command::new("factdeck-no-such-program"), "Install it.");
        let sentence = failure.err().map(|failure| failure.to_string());
        assert_eq!(sentence.as_deref(), Some("`factdeck-no-such-program` is not installed. Install it."));
    }
}
