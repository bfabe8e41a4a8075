//! A fragment as it was meant. Messengers, mail gateways and learning platforms hand links on with percent
//! signs and blanks in them, and the sentence around a link leaves its full stop behind it.

use percent_encoding::percent_decode_str;

/// How often a link may have been encoded on its way.
const MOST_ENCODINGS: usize = 3;
/// What a sentence may leave behind a link. No id of ours ends in any of it.
const MARKS_BEHIND: [char; 12] = ['.', ',', ';', ':', '!', ')', ']', '>', '"', '\'', '”', '’'];

/// The fragment without its `#`, decoded; blanks and a sentence's marks at its ends are gone.
pub fn plain(fragment: &str) -> String {
    let mut text = fragment.strip_prefix('#').unwrap_or(fragment).to_owned();
    for _ in 0..MOST_ENCODINGS {
        let decoded = percent_decode_str(&text).decode_utf8_lossy().into_owned();
        if decoded == text {
            break;
        }
        text = decoded;
    }
    let text = text.replace("&amp;", "&").replace('+', " ");
    // Where a browser is to scroll to (a text fragment) is none of ours.
    let text = text.split(":~:").next().unwrap_or_default();
    trimmed(text.trim_end_matches(|letter| is_blank(letter) || MARKS_BEHIND.contains(&letter))).to_owned()
}

/// Without blanks at both ends, those that nobody sees among them.
pub fn trimmed(text: &str) -> &str {
    text.trim_matches(is_blank)
}

fn is_blank(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// The one of `known` that a misspelt word was meant to be; `None` if none is near, or two are equally.
pub fn nearest<'a>(said: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let letters = said.chars().count();
    let forgiven = match letters {
        ..=1 => return None,
        2..=4 => 1,
        5..=11 => 2,
        _ => 3,
    };
    let mut found: Option<(usize, Vec<&str>)> = None;
    for word in known {
        // Of words that differ much in length the distance need not be computed.
        if word.chars().count().abs_diff(letters) > forgiven {
            continue;
        }
        let slips = strsim::osa_distance(said, word);
        match &mut found {
            _ if slips > forgiven => {}
            Some((fewest, _)) if *fewest < slips => {}
            Some((fewest, words)) if *fewest == slips => words.push(word),
            _ => found = Some((slips, vec![word])),
        }
    }
    match found?.1.as_slice() {
        [word] => Some(word),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_link_meets_on_its_way_is_undone() {
        let cases = [
            ("#/quiz", "/quiz"),
            ("/quiz?chapters=a%2Cb", "/quiz?chapters=a,b"),
            ("/quiz?chapters=a%2cb", "/quiz?chapters=a,b"),
            ("#%2Fquiz%3Fcount%3D3", "/quiz?count=3"),
            ("#/quiz?chapters=a%252Cb", "/quiz?chapters=a,b"),
            ("#/quiz?chapters=a,%20b", "/quiz?chapters=a, b"),
            ("#/quiz?chapters=a,+b", "/quiz?chapters=a, b"),
            ("#/quiz?a=1&amp;b=2", "/quiz?a=1&b=2"),
            ("#/quiz?start=now.", "/quiz?start=now"),
            ("#/quiz?start=now).", "/quiz?start=now"),
            ("#/quiz?start=now%20%C2%A0\u{200b}", "/quiz?start=now"),
            ("#/card/a:~:text=b", "/card/a"),
            // No percent sign of an encoding, and bytes that are no text.
            ("#/100%", "/100%"),
            ("#/%zz%", "/%zz%"),
            ("#/%ff", "/\u{fffd}"),
            ("", ""),
        ];
        for (fragment, expected) in cases {
            assert_eq!(plain(fragment), expected, "{fragment}");
        }
    }

    #[test]
    fn the_nearest_word_is_the_one_that_was_meant() {
        let known = ["chapters", "count", "draw", "order", "seed", "start", "sure"];
        let cases = [
            ("cuont", Some("count")),
            ("chapter", Some("chapters")),
            ("strat", Some("start")),
            ("sede", Some("seed")),
            ("sur", Some("sure")),
            ("limit", None),
            ("s", None),
            ("", None),
        ];
        for (said, expected) in cases {
            assert_eq!(nearest(said, known), expected, "{said}");
        }
        assert_eq!(nearest("part-3", ["part-1", "part-2"]), None, "two are equally near");
    }
}
