//! How long tests took: read from what node's test runner prints.

use std::fmt::Write;

/// Tests and their times, in the order told.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Durations(Vec<(f64, String)>);

impl Durations {
    /// Adds what a line such as `✔ name (12.5ms)` says; any other line says nothing.
    pub fn read(&mut self, line: &str) {
        let line = line.trim_start();
        let Some(result) = line.strip_prefix("✔ ").or_else(|| line.strip_prefix("✖ ")) else { return };
        let parts = result.trim_end().strip_suffix("ms)").and_then(|result| result.rsplit_once(" ("));
        if let Some((name, millis)) = parts
            && let Ok(millis) = millis.parse()
        {
            self.0.push((millis, name.to_owned()));
        }
    }

    /// Adds those of another run.
    pub fn add(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// The slowest, one a line, slowest first; empty if none was read. A test that failed is told of twice by
    /// node and stands here once.
    pub fn slowest(&self, count: usize) -> String {
        let mut all = self.0.clone();
        all.sort_by(|(one, _), (other, _)| other.total_cmp(one));
        all.dedup();
        let mut text = String::new();
        if !all.is_empty() {
            text.push_str("\nThe slowest browser tests:\n");
        }
        for (millis, name) in all.iter().take(count) {
            // Writing into a String cannot fail.
            let _ = writeln!(text, "{:6.1} s  {name}", millis / 1000.0);
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_slowest_come_first_and_only_so_many() {
        let mut durations = Durations::default();
        let printed = "✔ quick (12.5ms)\n▶ a suite\n  ✖ slow (in firefox) (1500.25ms)\nℹ pass 3\n✔ middle (900ms)\n\
            ✖ failing tests:\n✖ slow (in firefox) (1500.25ms)";
        printed.lines().for_each(|line| durations.read(line));
        let expected = "\nThe slowest browser tests:\n   1.5 s  slow (in firefox)\n   0.9 s  middle\n";
        assert_eq!(durations.slowest(2), expected);
    }

    #[test]
    fn without_tests_nothing_is_told() {
        assert_eq!(Durations::default().slowest(10), "");
    }
}
