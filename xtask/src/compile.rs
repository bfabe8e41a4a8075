//! Compiles the program, and has wasm-bindgen make of it what a browser runs: wasm, and the script that loads
//! it.
//!
//! For a release the standard library is compiled along with it: for size, and with each panic a bare trap
//! without a message. Not to do so costs some 17 KB on the line. The flags for it are not stable, so
//! `RUSTC_BOOTSTRAP` opens the stable toolchain to them, for one call of cargo and nothing else; Trunk would
//! hand it on to its hook, which is why Trunk has no part in this. They were tried with Rust 1.95, and
//! another Rust may know other flags or none. So nothing hangs on them: where they fail, the plain program is
//! made.

use std::path::Path;
use std::process::Command;

use wasm_bindgen_cli_support::Bindgen;

use crate::failure::{Failure, Outcome};
use crate::{command, files, tools};

const TARGET: &str = "wasm32-unknown-unknown";
const LEAN: [&str; 5] = [
    "-Zbuild-std=std,panic_abort",
    "-Zbuild-std-features=optimize_for_size",
    "-Zpanic-immediate-abort",
    "--config",
    "profile.release.panic='immediate-abort'",
];
const MEND: &str = "Mend what the lines above name.";

/// Compiles the program of a release, unless nothing changed, and puts wasm and script into `folder`.
pub fn program(folder: &Path) -> Outcome {
    if let Err(failure) = lean() {
        println!("{failure} Until then the program is made without this, which costs some 17 KB.");
        plain()?;
    }
    bind("release", folder)
}

/// Compiles the program quickly, to work on it, and puts wasm and script into `folder`.
pub fn debug_program(folder: &Path) -> Outcome {
    tools::wasm_target()?;
    command::run(cargo().arg("--quiet"), MEND)?;
    bind("debug", folder)
}

/// Makes wasm and script for a browser of what cargo has compiled in this profile.
fn bind(profile: &str, folder: &Path) -> Outcome {
    let wasm = files::target().join(TARGET).join(profile).join("factdeck.wasm");
    let mut bindgen = Bindgen::new();
    bindgen.input_path(&wasm).typescript(false);
    bindgen.web(true).and_then(|bindgen| bindgen.generate(folder)).map_err(|error| {
        Failure::new(format!("wasm-bindgen cannot read {}: {error:#}. {MEND}", wasm.display()))
    })
}

fn lean() -> Outcome {
    tools::std_source()?;
    command::run(cargo().arg("--release").args(LEAN).env("RUSTC_BOOTSTRAP", "1"), MEND)
}

fn plain() -> Outcome {
    tools::wasm_target()?;
    command::run(cargo().arg("--release"), MEND)
}

fn cargo() -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(files::root()).args(["build", "--package", "factdeck"]);
    command.args(["--target", TARGET, "--target-dir"]).arg(files::target());
    command
}
