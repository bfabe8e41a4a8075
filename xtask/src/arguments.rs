//! What stands behind a command's name: options that each take one value.

use std::path::PathBuf;

use crate::failure::{Failure, Outcome};

/// The options given, by name.
#[derive(Debug, PartialEq, Eq)]
pub struct Arguments(Vec<(String, String)>);

impl Arguments {
    /// Reads `words` as `--name value` pairs; a name that is not in `known` is refused.
    pub fn read(words: &[String], known: &[&str]) -> Outcome<Self> {
        let mut given = Vec::new();
        let mut words = words.iter();
        while let Some(name) = words.next() {
            if !known.contains(&name.as_str()) {
                return Err(Failure::new(format!(
                    "`{name}` is not an option here. `cargo xtask` lists them."
                )));
            }
            let Some(value) = words.next() else {
                return Err(Failure::new(format!("`{name}` needs a value behind it.")));
            };
            given.push((name.clone(), value.clone()));
        }
        Ok(Self(given))
    }

    /// The path given as `name`; the last one, if it was given twice.
    pub fn path(&self, name: &str) -> Option<PathBuf> {
        self.0.iter().rev().find(|(given, _)| given == name).map(|(_, value)| PathBuf::from(value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &[&str]) -> Option<Arguments> {
        let words: Vec<String> = words.iter().map(ToString::to_string).collect();
        Arguments::read(&words, &["--deck", "--out"]).ok()
    }

    #[test]
    fn options_are_found_by_name() {
        let given = read(&["--out", "here", "--deck", "a.json"]);
        assert_eq!(given.as_ref().and_then(|given| given.path("--deck")), Some(PathBuf::from("a.json")));
        assert_eq!(given.and_then(|given| given.path("--port")), None);
    }

    #[test]
    fn unknown_options_and_missing_values_are_refused() {
        assert_eq!(read(&["--dekc", "a.json"]), None);
        assert_eq!(read(&["--deck"]), None);
    }
}
