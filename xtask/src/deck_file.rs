//! Deck files from the command line: what is wrong with them, and the schema that describes them.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{fs, io};

use factdeck::deck::{Severity, check_text, normalize, schema};

/// Checks deck files and prints one line for each problem, `FILE: error[code] $.path: detail`, and a
/// count at the end. Fails if there is any problem, a warning too, or if a file cannot be read.
pub fn check_decks(files: &[PathBuf]) -> ExitCode {
    let (mut errors, mut warnings) = (0, 0);
    for file in files {
        let shown = file.display();
        let text = match fs::read_to_string(file) {
            Ok(text) => text,
            Err(error) => {
                println!("{shown}: error[unreadable] $: {error}");
                errors += 1;
                continue;
            }
        };
        for problem in check_text(&text, normalize) {
            match problem.severity {
                Severity::Error => errors += 1,
                Severity::Warning => warnings += 1,
            }
            let (severity, code) = (problem.severity.slug(), problem.code.slug());
            println!("{shown}: {severity}[{code}] {}: {}", problem.path, problem.detail);
        }
    }
    println!(
        "Checked {}: {}, {}.",
        count(files.len(), "deck"),
        count(errors, "error"),
        count(warnings, "warning")
    );
    if errors + warnings == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Where the JSON Schema of deck files is kept, below the project's folder.
pub const SCHEMA: &str = "assets/decks/deck.schema.json";

/// Writes the JSON Schema of deck files.
///
/// # Errors
/// If the file cannot be written.
pub fn write_schema(path: &Path) -> io::Result<()> {
    fs::write(path, schema::text())
}

fn count(number: usize, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{plural}")
}
