//! The language of a deck's text, as a tag of BCP 47.

/// Scripts that run from right to left, by their codes in ISO 15924: those that a tag may name.
const SCRIPTS: [&str; 9] = ["arab", "aran", "hebr", "syrc", "thaa", "nkoo", "adlm", "rohg", "samr"];

/// Languages that are written so where the tag names no script, by their primary tags.
const LANGUAGES: [&str; 14] =
    ["ar", "arc", "ckb", "dv", "fa", "he", "iw", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"];

/// Whether text of this language runs from right to left.
pub fn is_right_to_left(tag: &str) -> bool {
    let tag = tag.to_ascii_lowercase();
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    // A script has four letters; what stands behind a single letter or digit is an extension.
    let script = parts
        .take_while(|part| part.len() > 1)
        .find(|part| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_alphabetic()));
    script.map_or_else(|| LANGUAGES.contains(&language), |script| SCRIPTS.contains(&script))
}

#[cfg(test)]
mod tests {
    use super::is_right_to_left;

    #[test]
    fn directions_of_languages() {
        for tag in ["ar", "he-IL", "fa", "ur-PK", "AR-EG", "yi", "az-Arab-IR", "pa-Arab", "ckb", "ar-x-latn"]
        {
            assert!(is_right_to_left(tag), "{tag}");
        }
        for tag in ["en", "de", "ru", "ja", "zh-Hant", "ar-Latn", "he-latn-IL", "ku", "az-Latn", "", "arabic"]
        {
            assert!(!is_right_to_left(tag), "{tag}");
        }
    }
}
