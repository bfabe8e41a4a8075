//! What a link says that is not ours to read.

use super::fragment::nearest;

/// The longest text of a link that is shown as it stands there, in letters.
const MOST_LETTERS: usize = 60;

/// What of a link could not be read as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// The page.
    Page,
    /// A chapter's id.
    Chapter,
    /// A card's id.
    Card,
    /// The id of a word of the glossary.
    Term,
    /// The name of a parameter.
    Parameter,
    /// The value of this parameter.
    Value(&'static str),
}

/// A word of a link that is not known, and the word that was taken for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misread {
    /// What it is.
    pub what: What,
    /// As it stands in the link; cut off if it is long.
    pub said: String,
    /// What was meant, where that is clear; `None` if nothing was taken for it.
    pub meant: Option<String>,
}

impl Misread {
    /// A word that is none of the `known` ones.
    pub fn of<'a>(what: What, said: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        let is_long = said.chars().nth(MOST_LETTERS).is_some();
        let meant = if is_long { None } else { nearest(&said.to_lowercase(), known).map(str::to_owned) };
        let mut shown: String = said.chars().take(MOST_LETTERS).collect();
        if is_long {
            shown.push('…');
        }
        Self { what, said: shown, meant }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_are_cut_off_and_mean_nothing() {
        let long = "x".repeat(61);
        let misread = Misread::of(What::Page, &long, [long.as_str()]);
        assert_eq!((misread.said.chars().count(), misread.meant), (61, None));
        let misread = Misread::of(What::Chapter, "Kurks", ["kursk", "voices"]);
        assert_eq!((misread.said.as_str(), misread.meant.as_deref()), ("Kurks", Some("kursk")));
    }
}
