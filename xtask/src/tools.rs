//! Parts of the Rust toolchain that the build needs and that are not always there.

use std::path::Path;
use std::process::Command;

use crate::command;
use crate::failure::{Failure, Outcome};

const NO_NETWORK: &str = "If the lines above speak of the network, go online and run the same command again.";

/// rustfmt and clippy, for the tests.
pub fn set_up_components() -> Outcome {
    for (subcommand, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if command::output(Command::new("cargo").args([subcommand, "--version"])).is_none() {
            println!("Adding {component} to the Rust toolchain (seconds, once).");
            rustup(&["component", "add", component])?;
        }
    }
    Ok(())
}

/// The standard library compiled for the browser.
pub fn wasm_target() -> Outcome {
    if in_toolchain("wasm32-unknown-unknown/lib")? {
        return Ok(());
    }
    println!("Adding WebAssembly to the Rust toolchain (seconds, once).");
    rustup(&["target", "add", "wasm32-unknown-unknown"])
}

/// The source of the standard library.
pub fn std_source() -> Outcome {
    if in_toolchain("src/rust/library")? {
        return Ok(());
    }
    println!("Adding the source of its standard library to the Rust toolchain (seconds, once).");
    rustup(&["component", "add", "rust-src"])
}

/// Whether the toolchain has this part.
fn in_toolchain(part: &str) -> Outcome<bool> {
    let sysroot = command::output(Command::new("rustc").args(["--print", "sysroot"]))
        .ok_or_else(|| Failure::new("`rustc` does not answer. Install Rust with rustup, from rustup.rs."))?;
    Ok(Path::new(&sysroot).join("lib/rustlib").join(part).is_dir())
}

fn rustup(arguments: &[&str]) -> Outcome {
    let mend = format!(
        "{NO_NETWORK} A Rust that is not rustup's needs its own package for `{}`.",
        arguments.last().unwrap_or(&"it")
    );
    command::run(Command::new("rustup").args(arguments), &mend)
}
