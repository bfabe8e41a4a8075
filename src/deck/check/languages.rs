//! Languages are tags of BCP 47.

use super::parts::Parts;
use super::{Code, Report};

pub(super) fn check(parts: &Parts, report: &mut Report) {
    let language = &parts.deck.language;
    let is_there = !parts.holes.paths.contains("$.language") && !language.trim().is_empty();
    if is_there && !is_tag(language) {
        let detail = format!("\"{language}\" is no language tag: such are \"en\", \"pt-BR\" and \"zh-Hant\"");
        report.add(Code::BadLanguage, "$.language", detail);
    }
}

/// Whether a text is a well-formed tag, by the grammar of RFC 5646 without the tags that it only keeps for
/// old times' sake. Languages have two or three letters: those of five to eight are allowed, but there is
/// none.
fn is_tag(text: &str) -> bool {
    let mut parts = text.split('-').peekable();
    let letters = |part: &str| part.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_word =
        |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if !parts.next().is_some_and(|language| matches!(language.len(), 2 | 3) && letters(language)) {
        return false;
    }
    // Up to three extensions of the language ("zh-yue"), a script and a region.
    for _ in 0..3 {
        parts.next_if(|part| part.len() == 3 && letters(part));
    }
    parts.next_if(|part| part.len() == 4 && letters(part));
    parts.next_if(|part| {
        part.len() == 2 && letters(part) || part.len() == 3 && part.bytes().all(|byte| byte.is_ascii_digit())
    });
    let is_variant = |part: &str| {
        is_word(part)
            && (part.len() >= 5 || part.len() == 4 && part.starts_with(|c: char| c.is_ascii_digit()))
    };
    while parts.next_if(|part| is_variant(part)).is_some() {}
    // What is left are extensions: a letter or digit, and one or more words for it.
    let mut is_wanting = false;
    let mut is_begun = false;
    for part in parts {
        if !is_word(part) || part.len() == 1 && is_wanting || part.len() > 1 && !is_begun {
            return false;
        }
        is_wanting = part.len() == 1;
        is_begun = true;
    }
    !is_wanting
}

#[cfg(test)]
mod tests {
    use super::is_tag;

    #[test]
    fn tags_are_told_from_other_words() {
        let tags = [
            "en",
            "de",
            "pt-BR",
            "zh-Hant",
            "zh-Hant-TW",
            "sr-Latn-RS",
            "es-419",
            "yue",
            "zh-yue",
            "de-1901",
            "sl-rozaj-biske",
            "ca-valencia",
            "en-u-ca-gregory",
            "de-x-school",
            "EN-gb",
        ];
        for tag in tags {
            assert!(is_tag(tag), "{tag}");
        }
        let others = [
            "",
            "english",
            "English",
            "en_GB",
            "en-",
            "-en",
            "e",
            "en GB",
            "en-GB-",
            "en-u",
            "en-x",
            "x-school",
            "中文",
            "en--GB",
            "deutsch-DE",
            "en-abcdefghi",
            "12",
            "en-a-b-c",
        ];
        for other in others {
            assert!(!is_tag(other), "{other}");
        }
    }
}
