//! How many tests ran: read from what cargo's and node's test runners print.

use std::fmt;

/// Tests that passed and failed, over all runners.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Tests that passed.
    pub passed: u64,
    /// Tests that failed or were cut off.
    pub failed: u64,
}

impl Counts {
    /// Adds those of another run.
    pub fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }

    /// Adds what a line of a runner's summary says; any other line says nothing.
    pub fn read(&mut self, line: &str) {
        if let Some(result) = line.strip_prefix("test result: ") {
            for part in result.split([';', '.']) {
                self.add_part(part.trim().split_once(' ').map(|(count, what)| (what, count)));
            }
        } else if let Some(result) = line.strip_prefix("# ").or_else(|| line.strip_prefix("ℹ ")) {
            self.add_part(result.trim().split_once(' '));
        }
    }

    fn add_part(&mut self, part: Option<(&str, &str)>) {
        let Some((what, count)) = part else { return };
        let Ok(count) = count.parse::<u64>() else { return };
        match what {
            "passed" | "pass" => self.passed += count,
            "failed" | "fail" | "cancelled" => self.failed += count,
            _ => {}
        }
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Counts {
        let mut counts = Counts::default();
        text.lines().for_each(|line| counts.read(line));
        counts
    }

    #[test]
    fn cargo_s_summaries_are_added_up() {
        let counts = read(
            "test a ... ok\n\
             test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s\n\
             test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.05s",
        );
        assert_eq!(counts, Counts { passed: 15, failed: 2 });
    }

    #[test]
    fn both_of_node_s_summaries_are_read() {
        assert_eq!(read("ℹ tests 9\nℹ pass 7\nℹ fail 1\nℹ cancelled 1"), Counts { passed: 7, failed: 2 });
        assert_eq!(read("# tests 9\n# pass 9\n# fail 0\n# duration_ms 5"), Counts { passed: 9, failed: 0 });
    }

    #[test]
    fn the_closing_line_has_the_plain_form() {
        assert_eq!(Counts { passed: 15, failed: 2 }.to_string(), "15 passed, 2 failed");
    }
}
