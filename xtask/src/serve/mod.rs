//! `cargo xtask serve`: the app as one works on it, built again after every change, and reloaded.

mod changes;
mod server;

use std::path::Path;
use std::process::{Command, ExitCode};
use std::sync::Arc;

use crate::arguments::Arguments;
use crate::failure::{Failure, Outcome};
use crate::{command, compile, files, port, site, story, tools};
use changes::Changes;
use server::Served;

/// The command that a build runs in a process of its own, see [`build`].
pub const BUILD_COMMAND: &str = "serve-build";

/// Sets up what is missing, then serves until it is stopped.
pub fn run(arguments: &Arguments) -> Outcome<ExitCode> {
    tools::wasm_target()?;
    let deck = absolute(&story::choose(arguments.path("--deck"))?);
    let port = port::choose(port::is_free)?;
    if port != port::USUAL {
        println!("Port {} is busy, so {port} is used.", port::USUAL);
    }
    let served = Arc::new(Served::default());
    server::start(port, Arc::clone(&served))?;
    println!("Building the app (the first time about a minute on two cores, else seconds).");
    let mut changes = Changes::new(&deck);
    let mut is_announced = false;
    loop {
        match build(&deck) {
            Ok(site) => {
                served.show(site);
                if !is_announced {
                    println!("Factdeck is at http://127.0.0.1:{port}/ (Ctrl+C stops it)");
                    is_announced = true;
                }
            }
            Err(failure) => {
                served.fail();
                println!("The build failed. {failure} Save a file, and it is built again.");
            }
        }
        changes.wait();
    }
}

/// Builds the site and reads it. The views that render its first page may have changed, and they are part of
/// xtask itself, so cargo builds that anew and runs it.
fn build(deck: &Path) -> Outcome<server::Site> {
    let out = files::workshop().join("serve");
    let mut cargo = Command::new("cargo");
    cargo.current_dir(files::root()).args(["run", "--quiet", "--package", "xtask", "--", BUILD_COMMAND]);
    cargo.arg("--deck").arg(deck).arg("--out").arg(&out);
    command::run(&mut cargo, "Mend what the lines above name.")?;
    files::list(&out).into_iter().map(|name| Ok((name.clone(), files::read(&out.join(name))?))).collect()
}

/// Builds the site for [`run`], in the process that [`build`] starts.
pub fn build_site(arguments: &Arguments) -> Outcome {
    let deck = story::choose(arguments.path("--deck"))?;
    let out = arguments
        .path("--out")
        .ok_or_else(|| Failure::new("`serve` runs this command. Run `cargo xtask serve`."))?;
    let story = story::read(&deck)?;
    let built = files::workshop().join("debug");
    compile::debug_program(&built)?;
    site::finish(&site::Order { built, out, story, release: false, reloads: true })
}

/// The build runs elsewhere than the command was typed.
fn absolute(path: &Path) -> std::path::PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf())
}
