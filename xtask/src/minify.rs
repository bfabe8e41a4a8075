//! Makes what goes over the line smaller: esbuild for scripts and style, wasm-opt for the program.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use crate::command;
use crate::failure::{Failure, Outcome};
use crate::files;
use crate::hash;
use crate::npm;

const MEND: &str =
    "Mend what the lines above name; if they name a missing package, remove tests/browser/node_modules.";

/// What rustc writes for wasm32 by default: wasm-opt refuses code that uses a feature it was not told of.
const WASM_FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// A style sheet without comments and spaces.
pub fn style(text: &str) -> Outcome<String> {
    esbuild(npm::program("esbuild").args(["--loader=css", "--minify", "--legal-comments=none"]), text)
}

/// A classic script without comments, spaces and long local names.
pub fn script(text: &str) -> Outcome<String> {
    esbuild(npm::program("esbuild").args(["--loader=js", "--minify", "--legal-comments=none"]), text)
}

/// A module and all that it imports, in one.
pub fn module(path: &Path) -> Outcome<String> {
    let options = ["--bundle", "--format=esm", "--minify", "--legal-comments=none", "--log-level=warning"];
    esbuild(npm::program("esbuild").arg(path).args(options), "")
}

/// The program, optimised for size. The result is kept: it takes the longest of all steps.
pub fn wasm(content: &[u8]) -> Outcome<Vec<u8>> {
    let folder = files::workshop().join("wasm-opt");
    let name = hash::short(content);
    let done = folder.join(format!("{name}.wasm"));
    if !done.is_file() {
        println!("Optimising the program (about a minute).");
        files::empty(&folder)?;
        let raw = folder.join(format!("{name}.raw.wasm"));
        // Under its final name only when whole, so that a run that was cut off leaves nothing to be taken.
        let part = folder.join(format!("{name}.part.wasm"));
        files::write(&raw, content)?;
        let mut optimise = npm::program("wasm-opt");
        optimise.arg("-Oz").args(WASM_FEATURES).arg(&raw).arg("--output").arg(&part);
        command::run(&mut optimise, MEND)?;
        std::fs::rename(&part, &done)
            .map_err(|error| Failure::new(format!("{} cannot be renamed: {error}.", part.display())))?;
    }
    files::read(&done)
}

fn esbuild(command: &mut Command, input: &str) -> Outcome<String> {
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let output = feed(command, input).map_err(|error| command::not_started(command, &error, MEND))?;
    if !output.status.success() {
        return Err(Failure::new(format!("esbuild refused a file. {MEND}")));
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim_end().to_owned())
}

fn feed(command: &mut Command, input: &str) -> std::io::Result<Output> {
    let mut child = command.spawn()?;
    if let Some(mut stdin) = child.stdin.take() {
        stdin.write_all(input.as_bytes())?;
    }
    child.wait_with_output()
}
