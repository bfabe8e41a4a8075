//! Signs that are none to read. They come into texts by copying, and make two alike that are not, end a text
//! where programs take them for its end, or turn its direction.

use serde_json::Value;

use super::parts::Parts;
use super::{Code, Report};

pub(super) fn check(parts: &Parts, report: &mut Report) {
    // As it is written: every text with its path. A deck that was read can be written.
    let deck = serde_json::to_value(parts.deck).unwrap_or_default();
    walk("$", &deck, report);
}

fn walk(path: &str, value: &Value, report: &mut Report) {
    match value {
        Value::String(text) => {
            if let Some(sign) = text.chars().find(|sign| is_strange(*sign)) {
                let detail = format!("U+{:04X} is no sign to read", u32::from(sign));
                report.add(Code::StrangeSign, path, detail);
            }
        }
        Value::Array(list) => {
            for (position, element) in list.iter().enumerate() {
                walk(&format!("{path}[{position}]"), element, report);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                walk(&format!("{path}.{name}"), field, report);
            }
        }
        _ => {}
    }
}

/// Control characters but for the end of a line, what embeds or overrides a direction, a byte-order mark
/// within a text, the sign for one that could not be read, and codes that are no characters.
fn is_strange(sign: char) -> bool {
    sign.is_control() && sign != '\n'
        || matches!(sign, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{FFFD}')
        || u32::from(sign) & 0xFFFE == 0xFFFE
        || ('\u{FDD0}'..='\u{FDEF}').contains(&sign)
}
