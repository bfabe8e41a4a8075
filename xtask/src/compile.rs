//! Compiles the program of a release.
//!
//! The standard library is compiled along with it: for size, and with each panic a bare trap without a
//! message. Not to do so costs some 17 KB on the line. The flags for it are not stable, so `RUSTC_BOOTSTRAP`
//! opens the stable toolchain to them, for one call of cargo and nothing else; Trunk would hand it on to its
//! hook, which is why Trunk has no part in this. They were tried with Rust 1.95, and another Rust may know
//! other flags or none. So nothing hangs on them: where they fail, the plain program is made.

use std::path::Path;
use std::process::Command;

use crate::failure::Outcome;
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

/// Compiles the program, unless nothing changed, and has wasm-bindgen make wasm and script of it in `folder`.
pub fn program(folder: &Path) -> Outcome {
    let wasm_bindgen = tools::wasm_bindgen()?;
    if let Err(failure) = lean() {
        println!("{failure} Until then the program is made without this, which costs some 17 KB.");
        plain()?;
    }
    let wasm = files::target().join(TARGET).join("release").join("factdeck.wasm");
    let mut bind = Command::new(wasm_bindgen);
    bind.arg(wasm).args(["--target", "web", "--no-typescript", "--out-dir"]).arg(folder);
    command::run(&mut bind, MEND)
}

fn lean() -> Outcome {
    tools::std_source()?;
    command::run(cargo().args(LEAN).env("RUSTC_BOOTSTRAP", "1"), MEND)
}

fn plain() -> Outcome {
    tools::wasm_target()?;
    command::run(&mut cargo(), MEND)
}

fn cargo() -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(files::root()).args(["build", "--release", "--package", "factdeck"]);
    command.args(["--target", TARGET, "--target-dir"]).arg(files::target());
    command
}
