//! The project's commands. `cargo xtask` lists them.

mod arguments;
mod browsers;
mod budgets;
mod colours;
mod command;
mod compile;
mod content_type;
mod deck_file;
mod dist;
mod failure;
mod files;
mod hash;
mod map;
mod minify;
mod names;
mod npm;
mod page;
mod port;
mod precache;
mod references;
mod serve;
mod site;
mod story;
mod test;
mod tools;

use std::path::PathBuf;
use std::process::ExitCode;

use arguments::Arguments;
use failure::{Failure, Outcome};

const USAGE: &str = "\
cargo xtask serve [--deck FILE]              set up, build, and serve the app while you work on it
cargo xtask test [PART]                      set up and run everything: format, lints, all tests, the release site;
                                             or one part: format, lints, native, decks, site, browser, or a file of
                                             tests without its ending (keyboard, memory_log)
cargo xtask dist [--deck FILE] [--out DIR]   make the release site, in dist/ unless told otherwise
cargo xtask check-deck FILE...               tell every problem of deck files
cargo xtask schema                           write the JSON Schema of deck files anew
cargo xtask map                              draw the outlines behind the maps anew";

fn main() -> ExitCode {
    match dispatch(std::env::args().skip(1).collect()) {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(mut words: Vec<String>) -> Outcome<ExitCode> {
    if words.is_empty() {
        println!("{USAGE}");
        return Ok(ExitCode::SUCCESS);
    }
    let name = words.remove(0);
    match name.as_str() {
        "serve" => serve::run(&Arguments::read(&words, &["--deck"])?),
        "test" => match words.as_slice() {
            [] => test::run(None),
            [part] => test::run(Some(part)),
            _ => Err(Failure::new("`test` takes one part at most.")),
        },
        "dist" => dist::run(&Arguments::read(&words, &["--deck", "--out"])?).map(|()| ExitCode::SUCCESS),
        "check-deck" => Ok(deck_file::check_decks(&words.iter().map(PathBuf::from).collect::<Vec<_>>())),
        "schema" => deck_file::write_schema(&files::root().join(deck_file::SCHEMA))
            .map(|()| ExitCode::SUCCESS)
            .map_err(|error| Failure::new(format!("The schema cannot be written: {error}."))),
        "map" => map::run().map(|()| ExitCode::SUCCESS),
        serve::BUILD_COMMAND => {
            serve::build_site(&Arguments::read(&words, &["--deck", "--out"])?).map(|()| ExitCode::SUCCESS)
        }
        // Trunk's hook calls this; see Trunk.toml.
        "finish" => site::finish_for_trunk().map(|()| ExitCode::SUCCESS),
        _ => Err(Failure::new(format!("There is no command `{name}`. These are the commands:\n{USAGE}"))),
    }
}
