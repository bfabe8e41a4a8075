//! A command that runs beside others: each line that it prints is shown with a name in front, and read for
//! tests and their times.

use std::io::{BufRead, BufReader, Read};
use std::process::{Command, Stdio};

use super::counts::Counts;
use super::durations::Durations;
use crate::command;
use crate::failure::Outcome;

/// What a command has told until it ended.
#[derive(Debug, Default)]
pub struct Run {
    /// Whether it said that all is well.
    pub passed: bool,
    /// The tests that it told of.
    pub counts: Counts,
    /// How long they took.
    pub durations: Durations,
}

impl Run {
    /// Runs the command to its end. `name` stands in front of each line. It fails only if the command cannot
    /// be started.
    pub fn of(name: &'static str, command: &mut Command) -> Outcome<Self> {
        let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
        let mut child = child.map_err(|error| command::not_started(command, &error, "Install it."))?;
        let mut run = Self::default();
        let (stdout, stderr) = (child.stdout.take(), child.stderr.take());
        std::thread::scope(|scope| {
            // Cargo tells what it does on the one, and the tests' results come on the other.
            scope.spawn(|| lines(stderr, |line| println!("{name} | {line}")));
            lines(stdout, |line| {
                println!("{name} | {line}");
                run.counts.read(line);
                run.durations.read(line);
            });
        });
        run.passed = child.wait().is_ok_and(|status| status.success());
        Ok(run)
    }
}

fn lines(source: Option<impl Read>, mut line: impl FnMut(&str)) {
    let Some(source) = source else { return };
    for bytes in BufReader::new(source).split(b'\n').map_while(Result::ok) {
        line(&String::from_utf8_lossy(&bytes));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn node(script: &str) -> Option<Run> {
        Run::of("test", Command::new("node").args(["-e", script])).ok()
    }

    #[test]
    fn what_it_prints_is_counted_and_how_it_ended_is_known() {
        let run = node("console.log('ℹ pass 3\\nℹ fail 1'); console.error('ℹ pass 9'); process.exit(1)");
        let counts = Counts { passed: 3, failed: 1 };
        assert!(run.is_some_and(|run| run.counts == counts && !run.passed));
        assert!(node("").is_some_and(|run| run.passed));
    }
}
