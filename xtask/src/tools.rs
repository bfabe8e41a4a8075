//! What the build needs besides cargo: parts of the Rust toolchain, Trunk, and the wasm-bindgen CLI.
//!
//! Trunk and wasm-bindgen are put into a cache of this user's, one folder a version, and never into the
//! user's own PATH. One of the right version that is there already is used as it is.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::command;
use crate::failure::{Failure, Outcome};
use crate::files;

/// 0.22 wants a newer rustc than the one that the project asks for.
const TRUNK: &str = "0.21.14";
const NO_NETWORK: &str = "If the lines above speak of the network, go online and run the same command again.";

/// A call of Trunk at the workspace's root. What is missing for it is set up, saying what is done.
pub fn trunk() -> Outcome<Command> {
    wasm_target()?;
    let mut command = Command::new(tool("trunk", "trunk", TRUNK, &["--locked"], "6 minutes")?);
    let path = path_with(wasm_bindgen()?.parent())?;
    command.current_dir(files::root()).env("PATH", path).env("TRUNK_SKIP_VERSION_CHECK", "true");
    // A build that fails is told by cargo's own lines; a trace of Trunk's insides says nothing more.
    command.env("RUST_LIB_BACKTRACE", "0");
    if std::env::var_os("NO_COLOR").is_some() {
        // Trunk takes nothing but a truth value here, while the custom is any value.
        command.env("NO_COLOR", "true");
    }
    Ok(command)
}

/// The wasm-bindgen CLI of the version that the program is compiled with, set up if it is missing.
pub fn wasm_bindgen() -> Outcome<PathBuf> {
    let lock = files::read_text(&files::root().join("Cargo.lock"))?;
    let version = locked_version(&lock, "wasm-bindgen").ok_or_else(|| {
        Failure::new("Cargo.lock does not name wasm-bindgen. Run `git checkout Cargo.lock` to have it back.")
    })?;
    // Without --locked: its own lock file asks for a crate version that registries no longer serve.
    tool("wasm-bindgen", "wasm-bindgen-cli", version, &["--no-default-features"], "3 minutes")
}

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

/// The program of a tool: that in PATH if it has the right version, else that in the cache.
fn tool(name: &str, package: &str, version: &str, options: &[&str], takes: &str) -> Outcome<PathBuf> {
    if let Some(program) = command::find(name).filter(|program| has_version(program, version)) {
        return Ok(program);
    }
    let root = cache()?.join(format!("{name}-{version}"));
    let program = root.join("bin").join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    if has_version(&program, version) {
        return Ok(program);
    }
    println!("Installing {package} {version} (about {takes} on two cores, once).");
    let mut install = Command::new("cargo");
    // A debug build of the tool takes half the time and is fast enough.
    install.args(["install", package, "--version", version, "--debug", "--force", "--root"]).arg(&root);
    command::run(install.args(options), NO_NETWORK)?;
    if has_version(&program, version) {
        Ok(program)
    } else {
        Err(Failure::new(format!("{} was installed but does not run. Remove its folder.", program.display())))
    }
}

/// PATH with a folder in front, unless it is in it already: then its order is the user's.
fn path_with(folder: Option<&Path>) -> Outcome<OsString> {
    let old = std::env::var_os("PATH").unwrap_or_default();
    let folder = folder.filter(|folder| std::env::split_paths(&old).all(|other| other != *folder));
    let folders = folder.map(Path::to_path_buf).into_iter().chain(std::env::split_paths(&old));
    std::env::join_paths(folders)
        .map_err(|error| Failure::new(format!("PATH cannot be extended: {error}. Mend PATH.")))
}

fn has_version(program: &Path, version: &str) -> bool {
    command::output(Command::new(program).arg("--version"))
        .is_some_and(|text| text.split_whitespace().nth(1) == Some(version))
}

/// The folder of this user's tools: in the XDG cache, in LOCALAPPDATA on Windows.
fn cache() -> Outcome<PathBuf> {
    let variable = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let folder = if cfg!(windows) {
        variable("LOCALAPPDATA")
    } else {
        variable("XDG_CACHE_HOME").or_else(|| variable("HOME").map(|home| home.join(".cache")))
    };
    folder
        .map(|folder| folder.join("factdeck").join("tools"))
        .ok_or_else(|| Failure::new("There is no folder for the tools. Set XDG_CACHE_HOME to one."))
}

/// The version that a Cargo.lock has for a package; the first, if it has several.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "\
[[package]]
name = \"wasm-bindgen-futures\"
version = \"0.4.80\"

[[package]]
name = \"wasm-bindgen\"
version = \"0.2.130\"
dependencies = [
 \"cfg-if\",
]
";

    #[test]
    fn the_lock_file_tells_the_version() {
        assert_eq!(locked_version(LOCK, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(LOCK, "wasm"), None);
    }

    #[test]
    fn this_workspace_locks_wasm_bindgen() {
        let lock = files::read_text(&files::root().join("Cargo.lock")).unwrap_or_default();
        assert!(locked_version(&lock, "wasm-bindgen").is_some_and(|version| version.starts_with("0.2.")));
    }
}
