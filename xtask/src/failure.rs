//! Why a step could not be done.

use std::fmt;

/// A sentence for the person at the terminal: what is wrong, and how to mend it.
#[derive(Debug)]
pub struct Failure(String);

/// What a step gives, or why it could not be done.
pub type Outcome<T = ()> = Result<T, Failure>;

impl Failure {
    /// A failure told by `sentence`.
    pub fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}
