//! `cargo xtask test`: everything that must hold, or a part of it.
//!
//! After set-up, two lanes run side by side: one lints and runs the native tests, the other makes the release
//! site and runs the browser tests on it, each browser in a process of its own. Cargo keeps what they compile
//! apart, so that they do not wait for each other. A lane ends at its first failure, the other goes on.

mod counts;
mod durations;
mod run;

use std::path::PathBuf;
use std::process::{Command, ExitCode};
use std::thread::ScopedJoinHandle;
use std::time::Instant;

use crate::browsers::{self, Browsers};
use crate::failure::{Failure, Outcome};
use crate::{budgets, command, deck_file, files, npm, references, story, tools};
use counts::Counts;
use durations::Durations;
use run::Run;

const HINT: &str = "Mend what the lines above name.";
/// How many of the slowest browser tests are listed.
const SLOWEST: usize = 10;

/// What is told in the end.
#[derive(Debug, Default)]
struct Report {
    counts: Counts,
    durations: Durations,
    /// The steps that failed, each with the way out.
    failures: Vec<String>,
}

impl Report {
    fn add(&mut self, run: Run) {
        self.counts.add(run.counts);
        self.durations.add(run.durations);
    }

    fn join(&mut self, other: Self) {
        self.counts.add(other.counts);
        self.durations.add(other.durations);
        self.failures.extend(other.failures);
    }

    /// Does a step, tells how long it took, and whether the lane goes on.
    fn step(&mut self, name: &str, step: impl FnOnce(&mut Self) -> Outcome) -> bool {
        println!("== {name}");
        let start = Instant::now();
        let outcome = step(self);
        println!("-- {name}: {} s", start.elapsed().as_secs());
        if let Err(failure) = &outcome {
            self.failures.push(format!("Failed at: {name}. {failure}"));
        }
        outcome.is_ok()
    }

    fn tell(mut self) -> ExitCode {
        print!("{}", self.durations.slowest(SLOWEST));
        for failure in &self.failures {
            println!("\n{failure}");
        }
        let has_failed = !self.failures.is_empty();
        if has_failed {
            // A step that is no test counts as one, lest the last line look like success.
            self.counts.failed = self.counts.failed.max(1);
        }
        println!("\n{}", self.counts);
        if has_failed { ExitCode::FAILURE } else { ExitCode::SUCCESS }
    }
}

/// Runs everything, or the part of that name, and closes with the count of tests.
pub fn run(part: Option<&str>) -> Outcome<ExitCode> {
    let mut report = Report::default();
    match part {
        None => everything(&mut report),
        Some(name) => {
            part_of(name)?.run(&mut report);
        }
    }
    Ok(report.tell())
}

fn everything(report: &mut Report) {
    let mut browsers = None;
    report.step("set-up", |_| {
        tools::set_up_components()?;
        browsers = Some(set_up_browser_tests()?);
        Ok(())
    });
    let Some(browsers) = browsers else { return };
    let tests = browser_test_files();
    let (code, site) = std::thread::scope(|scope| {
        let code = scope.spawn(code_lane);
        let site = scope.spawn(|| site_lane(&tests, &browsers));
        (code.join(), site.join())
    });
    for lane in [code, site] {
        match lane {
            Ok(lane) => report.join(lane),
            Err(_) => report.failures.push("A lane of the tests panicked; its message stands above.".into()),
        }
    }
}

fn code_lane() -> Report {
    let mut report = Report::default();
    let lane = [Part::Format, Part::Lints, Part::Native, Part::Decks];
    let _ends_early = lane.iter().all(|part| part.run(&mut report));
    report
}

fn site_lane(tests: &[PathBuf], browsers: &Browsers) -> Report {
    let mut report = Report::default();
    if Part::Site.run(&mut report) {
        report.step("browser tests", |report| browser_tests(tests, browsers, report));
    }
    report
}

/// What can be run by itself.
#[derive(Debug, PartialEq, Eq)]
enum Part {
    Format,
    Lints,
    /// All native tests.
    Native,
    /// The native tests of one file in `tests/`.
    NativeFile(String),
    Decks,
    /// The release site and its budgets.
    Site,
    /// The browser tests of these files, on a release site made for them.
    Browser(Vec<PathBuf>),
}

/// The part that a word at the command line names.
fn part_of(name: &str) -> Outcome<Part> {
    let browser_test = npm::folder().join(format!("{name}.test.mjs"));
    Ok(match name {
        "format" => Part::Format,
        "lints" => Part::Lints,
        "native" => Part::Native,
        "decks" => Part::Decks,
        "site" => Part::Site,
        "browser" => Part::Browser(browser_test_files()),
        _ if browser_test.is_file() => Part::Browser(vec![browser_test]),
        _ if files::root().join("tests").join(format!("{name}.rs")).is_file() => {
            Part::NativeFile(name.to_owned())
        }
        _ => {
            return Err(Failure::new(format!(
                "There is no part `{name}`. Name format, lints, native, decks, site or browser, or a file \
                 without its ending: tests/NAME.rs or tests/browser/NAME.test.mjs."
            )));
        }
    })
}

impl Part {
    /// Runs the part; whether nothing failed.
    fn run(&self, report: &mut Report) -> bool {
        match self {
            Self::Format => report.step("format", |_| {
                command::run(cargo().args(["fmt", "--all", "--check"]), "Run `cargo fmt --all`.")
            }),
            Self::Lints => report.step("lints", |report| {
                cargo_run("lints", "clippy --workspace --all-targets --all-features -- -D warnings", report)?;
                let target = "clippy --package factdeck --target wasm32-unknown-unknown -- -D warnings";
                cargo_run("lints", target, report)
            }),
            Self::Native => report.step("native tests", |report| {
                cargo_run("native", "test --workspace --all-features --no-fail-fast", report)
            }),
            Self::NativeFile(name) => report.step("native tests", |report| {
                cargo_run("native", &format!("test --all-features --test {name}"), report)
            }),
            Self::Decks => report.step("deck checks", |_| {
                let passed = deck_file::check_decks(&story::bundled()) == ExitCode::SUCCESS;
                if passed { Ok(()) } else { Err(Failure::new(HINT)) }
            }),
            Self::Site => report.step("release site and budgets", |report| {
                let xtask = std::env::current_exe().map_err(|error| {
                    Failure::new(format!("The running program cannot be found: {error}."))
                })?;
                let mut dist = Command::new(xtask);
                told(Run::of("site", dist.arg("dist")), report)?;
                references::check_machine(&dist_folder())?;
                budgets::check(&dist_folder())
            }),
            Self::Browser(tests) => {
                let mut browsers = None;
                report.step("set-up", |_| {
                    browsers = Some(set_up_browser_tests()?);
                    Ok(())
                });
                browsers.is_some_and(|browsers| {
                    Self::Site.run(report)
                        && report.step("browser tests", |report| browser_tests(tests, &browsers, report))
                })
            }
        }
    }
}

fn set_up_browser_tests() -> Outcome<Browsers> {
    tools::wasm_target()?;
    npm::set_up()?;
    browsers::set_up()
}

fn browser_test_files() -> Vec<PathBuf> {
    let names = files::list(&npm::folder()).into_iter();
    let is_test = |name: &String| name.ends_with(".test.mjs") && !name.contains('/');
    names.filter(is_test).map(|name| npm::folder().join(name)).collect()
}

/// Runs the files in every browser, one process a browser, side by side.
fn browser_tests(tests: &[PathBuf], browsers: &Browsers, report: &mut Report) -> Outcome {
    if tests.is_empty() {
        return Err(Failure::new(format!("There is no test in {}.", npm::folder().display())));
    }
    let run = |browser: &'static str| {
        let mut node = Command::new("node");
        node.args(["--test-reporter=spec"]).arg(npm::folder().join("all.mjs")).args(tests);
        node.env("FACTDECK_DIST", dist_folder()).env("FACTDECK_BROWSER", browser);
        node.envs(browsers.programs.iter().map(|(name, path)| (name, path)));
        Run::of(browser, &mut node)
    };
    let runs = std::thread::scope(|scope| {
        let runs: Vec<_> = browsers.names.iter().map(|browser| scope.spawn(move || run(browser))).collect();
        let ended = |run: ScopedJoinHandle<_>| {
            run.join().unwrap_or_else(|_| Err(Failure::new("A run of the tests panicked.")))
        };
        runs.into_iter().map(ended).collect::<Vec<_>>()
    });
    // Every run is counted before the first failure is told.
    let mut outcome = Ok(());
    for run in runs {
        outcome = outcome.and(told(run, report));
    }
    outcome
}

/// Runs cargo with these words, its output marked with the lane's name.
fn cargo_run(lane: &'static str, words: &str, report: &mut Report) -> Outcome {
    told(Run::of(lane, cargo().args(words.split(' '))), report)
}

/// Adds what a command has told to the report; fails if it did.
fn told(run: Outcome<Run>, report: &mut Report) -> Outcome {
    let run = run?;
    let passed = run.passed;
    report.add(run);
    if passed { Ok(()) } else { Err(Failure::new(HINT)) }
}

fn cargo() -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(files::root());
    command
}

fn dist_folder() -> PathBuf {
    files::root().join("dist")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_a_step_or_a_file_of_tests() {
        let named = |name| part_of(name).ok();
        assert_eq!(named("lints"), Some(Part::Lints));
        assert_eq!(named("arrows"), Some(Part::NativeFile("arrows".to_owned())));
        assert_eq!(named("keyboard"), Some(Part::Browser(vec![npm::folder().join("keyboard.test.mjs")])),);
        assert_eq!(named("no-such-part"), None);
    }

    #[test]
    fn the_browser_tests_are_found() {
        let names: Vec<_> = browser_test_files()
            .into_iter()
            .filter_map(|path| path.file_name().map(ToOwned::to_owned))
            .collect();
        assert!(names.contains(&"journey.test.mjs".into()));
        assert!(!names.contains(&"all.mjs".into()));
    }
}
