//! What the build needs besides cargo: the wasm target, Trunk, and the wasm-bindgen CLI.
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

/// Where the tools are.
pub struct Tools {
    /// PATH with the tools' folders in front.
    pub path: OsString,
}

impl Tools {
    /// A call of Trunk, at the workspace's root.
    pub fn trunk(&self) -> Command {
        // By its full path: a program is looked for in the PATH of the caller, not of the call.
        let program = std::env::split_paths(&self.path)
            .map(|folder| folder.join(executable("trunk")))
            .find(|path| path.is_file())
            .unwrap_or_else(|| PathBuf::from("trunk"));
        let mut command = Command::new(program);
        command.current_dir(files::root()).env("PATH", &self.path).env("TRUNK_SKIP_VERSION_CHECK", "true");
        if std::env::var_os("NO_COLOR").is_some() {
            // Trunk takes nothing but a truth value here, while the custom is any value.
            command.env("NO_COLOR", "true");
        }
        command
    }
}

/// Sets up what is missing, saying what it does.
pub fn set_up() -> Outcome<Tools> {
    wasm_target()?;
    let trunk = tool("trunk", "trunk", TRUNK, &["--locked"], "6 minutes")?;
    let lock = files::read_text(&files::root().join("Cargo.lock"))?;
    let version = locked_version(&lock, "wasm-bindgen").ok_or_else(|| {
        Failure::new("Cargo.lock does not name wasm-bindgen. Run `git checkout Cargo.lock` to have it back.")
    })?;
    // Without --locked: its own lock file asks for a crate version that registries no longer serve.
    let wasm_bindgen =
        tool("wasm-bindgen", "wasm-bindgen-cli", version, &["--no-default-features"], "3 minutes")?;
    let old = std::env::var_os("PATH").unwrap_or_default();
    let folders = [trunk, wasm_bindgen].into_iter().flatten().chain(std::env::split_paths(&old));
    let path = std::env::join_paths(folders)
        .map_err(|error| Failure::new(format!("PATH cannot be extended: {error}. Mend PATH.")))?;
    Ok(Tools { path })
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

fn wasm_target() -> Outcome {
    let sysroot = command::output(Command::new("rustc").args(["--print", "sysroot"]))
        .ok_or_else(|| Failure::new("`rustc` does not answer. Install Rust with rustup, from rustup.rs."))?;
    if Path::new(&sysroot).join("lib/rustlib/wasm32-unknown-unknown/lib").is_dir() {
        return Ok(());
    }
    println!("Adding WebAssembly to the Rust toolchain (seconds, once).");
    rustup(&["target", "add", "wasm32-unknown-unknown"])
}

fn rustup(arguments: &[&str]) -> Outcome {
    let mend = format!(
        "{NO_NETWORK} A Rust that is not rustup's needs its own package for `{}`.",
        arguments.last().unwrap_or(&"it")
    );
    command::run(Command::new("rustup").args(arguments), &mend)
}

/// The folder that a tool was put in; `None` if PATH has the right version.
fn tool(name: &str, package: &str, version: &str, options: &[&str], takes: &str) -> Outcome<Option<PathBuf>> {
    if command::find(name).is_some_and(|program| has_version(&program, version)) {
        return Ok(None);
    }
    let root = cache()?.join(format!("{name}-{version}"));
    let folder = root.join("bin");
    let program = folder.join(executable(name));
    if has_version(&program, version) {
        return Ok(Some(folder));
    }
    println!("Installing {package} {version} (about {takes} on two cores, once).");
    let mut install = Command::new("cargo");
    // A debug build of the tool takes half the time and is fast enough.
    install.args(["install", package, "--version", version, "--debug", "--force", "--root"]).arg(&root);
    command::run(install.args(options), NO_NETWORK)?;
    if has_version(&program, version) {
        Ok(Some(folder))
    } else {
        Err(Failure::new(format!("{} was installed but does not run. Remove its folder.", program.display())))
    }
}

fn has_version(program: &Path, version: &str) -> bool {
    command::output(Command::new(program).arg("--version"))
        .is_some_and(|text| text.split_whitespace().nth(1) == Some(version))
}

fn executable(name: &str) -> String {
    format!("{name}{}", std::env::consts::EXE_SUFFIX)
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
