//! Unicode's normal forms. They come as a function from whoever has them, since their tables would be 27 KB
//! of the program on the line and every browser brings them along.

/// Gives a text in a normal form.
pub type Normalize = fn(&str, Form) -> String;

/// A normal form of Unicode Standard Annex 15.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// NFKD: letters apart from their marks, and what is another look of a letter (full-width, a ligature, a
    /// raised digit) as that letter.
    Apart,
    /// NFC: letters together with their marks, as far as there is a character for both.
    Together,
}

impl Form {
    /// The form's name in the standard, as browsers know it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Apart => "NFKD",
            Self::Together => "NFC",
        }
    }
}

/// The normal forms without a browser, for the tools and the tests.
#[cfg(not(target_arch = "wasm32"))]
pub fn normalize(text: &str, form: Form) -> String {
    use unicode_normalization::UnicodeNormalization;
    match form {
        Form::Apart => text.nfkd().collect(),
        Form::Together => text.nfc().collect(),
    }
}
