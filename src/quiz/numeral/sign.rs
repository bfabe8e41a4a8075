//! The signs that numbers are written with, in all scripts.

/// The zeros of the scripts that have digits of their own; the digits from 1 to 9 follow each. As of Unicode
/// 15.
const ZEROS: [u32; 65] = [
    0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xDE6, 0xE50, 0xED0,
    0xF20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50,
    0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10, 0x104A0, 0x10D30, 0x11066, 0x110F0,
    0x11136, 0x111D0, 0x112F0, 0x11450, 0x114D0, 0x11650, 0x116C0, 0x11730, 0x118E0, 0x11950, 0x11C50,
    0x11D50, 0x11DA0, 0x16A60, 0x16AC0, 0x16B50, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6, 0x1E140,
    0x1E2F0, 0x1E950, 0x1FBF0,
];

/// A text with its digits as 0 to 9, its marks as comma, point and hyphen, and without signs that nobody
/// sees.
pub fn plain(text: &str) -> String {
    text.chars().filter(|c| !is_invisible(*c)).map(plain_char).collect()
}

fn plain_char(c: char) -> char {
    match c {
        _ if c.is_ascii() => c,
        '\u{66B}' | '．' | '。' => '.',
        '\u{66C}' | '，' | '、' => ',',
        '\u{2212}' | '\u{2010}'..='\u{2013}' | '－' | '﹣' => '-',
        _ => digit(c).unwrap_or(c),
    }
}

fn digit(c: char) -> Option<char> {
    let code = u32::from(c);
    let zero = ZEROS.iter().rfind(|zero| **zero <= code)?;
    char::from_digit(code - zero, 10)
}

/// Marks of direction, joiners and the like, which come along when a text is copied.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}'
        | '\u{FE0F}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_zeros_rise_and_nine_digits_follow_each() {
        assert!(ZEROS.is_sorted_by(|a, b| a + 10 <= *b));
        for zero in ZEROS {
            let digits: String = (zero..zero + 10).filter_map(char::from_u32).collect();
            assert!(digits.chars().all(char::is_numeric), "{digits}");
            assert_eq!(plain(&digits), "0123456789");
        }
    }

    #[test]
    fn what_is_no_digit_stays() {
        assert_eq!(plain("a½²٠一Ⅳ\u{200f}"), "a½²0一Ⅳ");
    }
}
