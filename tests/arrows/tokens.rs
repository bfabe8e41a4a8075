//! Rust source as tokens, as far as paths need it: names and marks, without comments and texts.

/// The names and marks of a source. `::` is one token, a text or a number becomes `"`, all else is a
/// name or a single character.
pub fn tokens(source: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            block_comment(rest)
        } else if let Some(length) = text_literal(rest) {
            found.push("\"".to_owned());
            length
        } else if is_name(first) {
            let length = rest.find(|c| !is_name(c)).unwrap_or(rest.len());
            let (name, _) = rest.split_at(length);
            found.push(name.to_owned());
            length
        } else if rest.starts_with("::") {
            found.push("::".to_owned());
            2
        } else {
            if !first.is_whitespace() {
                found.push(first.to_string());
            }
            first.len_utf8()
        };
        rest = rest.split_at(length).1;
    }
    found
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Length of the comment that a text begins with; they nest.
fn block_comment(text: &str) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while at < text.len() {
        let here = text.split_at(at).1;
        if here.starts_with("/*") {
            depth += 1;
            at += 2;
        } else if here.starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += here.chars().next().map_or(1, char::len_utf8);
        }
    }
    text.len()
}

/// Length of the text or character literal that a source begins with; `None` if it begins with
/// something else.
fn text_literal(source: &str) -> Option<usize> {
    let prefix = ["br", "cr", "b", "c", "r", ""].into_iter().find(|prefix| {
        let after = source.strip_prefix(prefix).unwrap_or_default();
        let after = if prefix.ends_with('r') { after.trim_start_matches('#') } else { after };
        after.starts_with('"') || (matches!(*prefix, "b" | "") && after.starts_with('\''))
    })?;
    let body = source.split_at(prefix.len()).1;
    let length = if prefix.ends_with('r') {
        let hashes = body.len() - body.trim_start_matches('#').len();
        let close = format!("\"{}", "#".repeat(hashes));
        let inner = body.split_at(hashes + 1).1;
        hashes + 1 + inner.find(&close).map_or(inner.len(), |at| at + close.len())
    } else if body.starts_with('"') {
        1 + closed_by('"', body.split_at(1).1)
    } else {
        let inner = body.split_at(1).1;
        let character = inner.chars().next()?;
        // A lifetime has no second quote behind its first character.
        if character == '\\' {
            1 + closed_by('\'', inner)
        } else {
            inner.split_at(character.len_utf8()).1.starts_with('\'').then(|| character.len_utf8() + 2)?
        }
    };
    Some(prefix.len() + length)
}

/// Length up to and with the quote that closes; a backslash takes the meaning from what follows it.
fn closed_by(quote: char, text: &str) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        if c == quote && !escaped {
            return at + 1;
        }
        escaped = c == '\\' && !escaped;
    }
    text.len()
}
