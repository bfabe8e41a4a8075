//! Makes what goes over the line smaller: esbuild for scripts and style, wasm-opt for the program.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use crate::command;
use crate::failure::{Failure, Outcome};
use crate::files;
use crate::hash;
use crate::names;
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

/// What wasm-opt does, found by trying. Between rounds for size, the code is laid out anew (flat, then
/// looped), which lets the next find more. That low memory is unused is true: it is the far end of the stack
/// that rustc lays there. A function that is called from one place moves there only if it is small: in a
/// large one its locals repeat less. Functions in the order of their names are near others of their kind.
/// Both are for brotli, 4 KB. Last come the short names, which wasm-opt prints.
const WASM_PASSES: [&str; 10] = [
    "--one-caller-inline-max-function-size=40",
    "-Oz",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--low-memory-unused",
    "--reorder-functions-by-name",
    "--strip-target-features",
    "--minify-imports-and-exports-and-modules",
];

/// The oldest browsers that the app works in, as README says: esbuild writes what these need otherwise, such
/// as `-webkit-mask`.
const FLOOR: &str = "--target=chrome97,firefox98,safari16";

/// A style sheet without comments and spaces.
pub fn style(text: &str) -> Outcome<String> {
    esbuild(npm::program("esbuild").args(["--loader=css", "--minify", "--legal-comments=none", FLOOR]), text)
}

/// A classic script without comments, spaces and long local names.
pub fn script(text: &str) -> Outcome<String> {
    esbuild(npm::program("esbuild").args(["--loader=js", "--minify", "--legal-comments=none", FLOOR]), text)
}

/// What the browser runs: the wasm, and the module that loads it.
pub struct Program {
    /// The module and all that it imports, in one.
    pub script: String,
    /// The wasm, optimised for size.
    pub wasm: Vec<u8>,
}

/// The program that wasm-bindgen made, with short names between its two parts.
pub fn program(script: &Path, wasm: &Path) -> Outcome<Program> {
    let (wasm, printed) = optimised(&files::read(wasm)?)?;
    // esbuild writes into this file as well, so it is never taken twice.
    let names = wasm.with_extension("names.json");
    files::write(&names, names::for_esbuild(&files::read_text(&printed)?)?.as_bytes())?;
    let options =
        ["--bundle", "--format=esm", "--minify", "--legal-comments=none", "--log-level=warning", FLOOR];
    let mut bundle = npm::program("esbuild");
    bundle.arg(script).args(options).arg("--mangle-quoted");
    bundle.arg(format!("--mangle-props={}", names::IN_SCRIPT));
    bundle.arg(format!("--mangle-cache={}", names.display()));
    Ok(Program { script: esbuild(&mut bundle, "")?, wasm: files::read(&wasm)? })
}

/// The files of the optimised wasm and of what was printed. They are kept: it takes the longest of all steps.
fn optimised(wasm: &[u8]) -> Outcome<(PathBuf, PathBuf)> {
    let folder = files::workshop().join("wasm-opt");
    let name = hash::short(&[wasm, WASM_PASSES.concat().as_bytes()].concat());
    let file = |kind: &str| folder.join(format!("{name}.{kind}"));
    let (done, printed) = (file("wasm"), file("printed.json"));
    if !done.is_file() {
        println!("Optimising the program (about a minute).");
        files::empty(&folder)?;
        // Under its final name only when whole, so that a run that was cut off leaves nothing to be taken.
        let (raw, part) = (file("raw.wasm"), file("part.wasm"));
        files::write(&raw, wasm)?;
        let mut optimise = npm::program("wasm-opt");
        optimise.args(WASM_FEATURES).args(WASM_PASSES).arg(&raw).arg("--output").arg(&part);
        files::write(&printed, command::printed(&mut optimise, MEND)?.as_bytes())?;
        std::fs::rename(&part, &done)
            .map_err(|error| Failure::new(format!("{} cannot be renamed: {error}.", part.display())))?;
    }
    Ok((done, printed))
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
