//! `cargo xtask test`: everything that must hold, one step after the other, up to the first that fails.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, ExitCode, Stdio};
use std::time::Instant;

use crate::counts::Counts;
use crate::failure::{Failure, Outcome};
use crate::{browsers, budgets, command, deck_file, dist, files, npm, references, story, tools};

const MEND: &str = "Mend what the lines above name.";

/// What later steps need of earlier ones.
#[derive(Default)]
struct Bench {
    /// Variables that name the browsers.
    browsers: Vec<(&'static str, PathBuf)>,
    counts: Counts,
}

type Step = fn(&mut Bench) -> Outcome;

const STEPS: [(&str, Step); 9] = [
    ("set-up", set_up),
    ("format", format),
    ("lints", lints),
    ("lints of the program in the browser", browser_lints),
    ("native tests", native_tests),
    ("deck checks", deck_checks),
    ("release site", release_site),
    ("budgets", |_| budgets::check(&dist_folder())),
    ("browser tests", browser_tests),
];

/// Runs all steps and closes with the count of tests.
pub fn run() -> ExitCode {
    let mut bench = Bench::default();
    for (name, step) in STEPS {
        println!("\n== {name}");
        let start = Instant::now();
        let outcome = step(&mut bench);
        println!("-- {name}: {} s", start.elapsed().as_secs());
        if let Err(failure) = outcome {
            println!("\nFailed at: {name}. {failure}");
            // A step that is no test counts as one, lest the last line look like success.
            bench.counts.failed = bench.counts.failed.max(1);
            println!("{}", bench.counts);
            return ExitCode::FAILURE;
        }
    }
    println!("\n{}", bench.counts);
    ExitCode::SUCCESS
}

fn set_up(bench: &mut Bench) -> Outcome {
    tools::set_up_components()?;
    tools::wasm_target()?;
    tools::wasm_bindgen()?;
    npm::set_up()?;
    bench.browsers = browsers::set_up()?;
    Ok(())
}

fn format(_: &mut Bench) -> Outcome {
    command::run(cargo().args(["fmt", "--all", "--check"]), "Run `cargo fmt --all`.")
}

fn lints(_: &mut Bench) -> Outcome {
    let options = ["clippy", "--workspace", "--all-targets", "--all-features", "--", "-D", "warnings"];
    command::run(cargo().args(options), MEND)
}

fn browser_lints(_: &mut Bench) -> Outcome {
    let options =
        ["clippy", "--package", "factdeck", "--target", "wasm32-unknown-unknown", "--", "-D", "warnings"];
    command::run(cargo().args(options), MEND)
}

fn native_tests(bench: &mut Bench) -> Outcome {
    counted(cargo().args(["test", "--workspace", "--all-features", "--no-fail-fast"]), &mut bench.counts)
}

fn deck_checks(_: &mut Bench) -> Outcome {
    let passed = deck_file::check_decks(&story::bundled()) == ExitCode::SUCCESS;
    if passed { Ok(()) } else { Err(Failure::new(MEND)) }
}

fn release_site(_: &mut Bench) -> Outcome {
    dist::build(story::read(&story::choose(None)?)?, &dist_folder())?;
    references::check_machine(&dist_folder())
}

fn browser_tests(bench: &mut Bench) -> Outcome {
    let folder = npm::folder();
    let names = std::fs::read_dir(&folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut tests: Vec<_> = names.filter(|path| path.to_string_lossy().ends_with(".test.mjs")).collect();
    tests.sort();
    if tests.is_empty() {
        return Err(Failure::new(format!("There is no test in {}.", folder.display())));
    }
    let mut node = Command::new("node");
    node.args(["--test", "--test-reporter=spec"]).args(tests).env("FACTDECK_DIST", dist_folder());
    node.envs(bench.browsers.iter().map(|(name, path)| (name, path)));
    counted(&mut node, &mut bench.counts)
}

/// Runs a command to its end, shows what it prints, and counts the tests that it tells of.
fn counted(command: &mut Command, counts: &mut Counts) -> Outcome {
    let child = command.stdout(Stdio::piped()).spawn();
    let mut child = child.map_err(|error| command::not_started(command, &error, "Install it."))?;
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            counts.read(&line);
        }
    }
    match child.wait() {
        Ok(status) if status.success() => Ok(()),
        _ => Err(Failure::new(MEND)),
    }
}

fn cargo() -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(files::root());
    command
}

fn dist_folder() -> PathBuf {
    files::root().join("dist")
}
