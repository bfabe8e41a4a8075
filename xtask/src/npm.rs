//! The packages from npm: what makes a release smaller, and what drives the browsers.

use std::path::PathBuf;
use std::process::Command;

use crate::command;
use crate::failure::{Failure, Outcome};
use crate::files;
use crate::hash;

/// The oldest major version of Node.js that the packages run on.
const OLDEST_NODE: u32 = 20;
const INSTALL_NODE: &str = "Install Node.js 20 or newer, which brings npm, and run the same command again.";

/// Where the packages are asked for and installed.
pub fn folder() -> PathBuf {
    files::root().join("tests").join("browser")
}

/// A program that a package brought, such as `esbuild`.
pub fn program(name: &str) -> Command {
    let file = if cfg!(windows) { format!("{name}.cmd") } else { name.to_owned() };
    Command::new(folder().join("node_modules").join(".bin").join(file))
}

/// Installs the packages of the lock file unless they are there.
pub fn set_up() -> Outcome {
    let version = command::output(Command::new("node").arg("--version"))
        .ok_or_else(|| Failure::new(format!("`node` is not installed. {INSTALL_NODE}")))?;
    if major(&version).is_none_or(|major| major < OLDEST_NODE) {
        return Err(Failure::new(format!("Node.js {version} is too old. {INSTALL_NODE}")));
    }
    let lock = hash::hex(&files::read(&folder().join("package-lock.json"))?);
    let stamp = folder().join("node_modules").join(".lock-hash");
    if std::fs::read_to_string(&stamp).is_ok_and(|old| old == lock) {
        return Ok(());
    }
    println!("Installing the npm packages of tests/browser (under a minute, once).");
    let mut npm = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    // No package's own script has to run: esbuild works without, and no browser is to be fetched.
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
        .current_dir(folder())
        .env("PUPPETEER_SKIP_DOWNLOAD", "1");
    command::run(
        &mut npm,
        "If the lines above speak of the network, go online and run the same command again.",
    )?;
    files::write(&stamp, lock.as_bytes())
}

/// The major number of what `node --version` prints.
fn major(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_is_read() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("20"), None);
    }

    #[test]
    fn the_lock_file_names_no_address_of_a_package() {
        let lock = files::read_text(&folder().join("package-lock.json")).unwrap_or_default();
        assert!(lock.contains("\"integrity\""));
        assert!(!lock.contains("\"resolved\""));
    }
}
