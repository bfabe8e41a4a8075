//! The `content-type` of each kind of file that a site holds.

use crate::failure::{Failure, Outcome};

/// By the ending of a file's name. Each has one of its own: the service worker knows types by endings too.
const TYPES: [(&str, &str); 8] = [
    ("html", "text/html; charset=utf-8"),
    ("js", "text/javascript"),
    ("json", "application/json"),
    ("png", "image/png"),
    ("svg", "image/svg+xml"),
    ("txt", "text/plain"),
    ("wasm", "application/wasm"),
    ("webmanifest", "application/manifest+json"),
];

/// The type of a file by its path. An ending that is not known is refused: a browser would not take the file
/// from the service worker as what it is.
pub fn of(path: &str) -> Outcome<&'static str> {
    let ending = path.rsplit_once('.').map(|(_, ending)| ending);
    TYPES.iter().find(|(known, _)| Some(*known) == ending).map(|(_, content_type)| *content_type).ok_or_else(
        || {
            Failure::new(format!(
                "{path} has no known content-type. Add its ending to xtask/src/content_type.rs."
            ))
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_go_by_the_last_ending() {
        let cases = [
            ("index.html", Some("text/html; charset=utf-8")),
            ("factdeck-0a.min.js", Some("text/javascript")),
            ("icons/icon.svg", Some("image/svg+xml")),
            ("notes.md", None),
            ("LICENSE", None),
            ("js", None),
        ];
        for (path, expected) in cases {
            assert_eq!(of(path).ok(), expected, "{path}");
        }
    }
}
