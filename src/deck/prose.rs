//! The markup of a deck's texts, as small as it can be. In a card's text a blank line parts
//! paragraphs, and `[shown words](term-id)` marks a glossary term; in a cloze text `{gap-id}` is a gap.
//! Everything else is plain text.

use super::id::TermId;

/// A run of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    /// Plain words.
    Plain(String),
    /// Words that a glossary term explains.
    Term {
        /// The term that is meant.
        term: TermId,
        /// The words as they stand in the text.
        shown: String,
    },
}

/// Splits a text into paragraphs of spans. A mark that is not closed stays as plain text: parsing
/// never fails.
pub fn paragraphs(text: &str) -> Vec<Vec<Span>> {
    text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty()).map(spans).collect()
}

/// The text as a reader hears it, without the marks.
pub fn plain(text: &str) -> String {
    let paragraphs = paragraphs(text).into_iter().map(|spans| {
        spans
            .into_iter()
            .map(|span| match span {
                Span::Plain(words) | Span::Term { shown: words, .. } => words,
            })
            .collect::<String>()
    });
    paragraphs.collect::<Vec<_>>().join("\n\n")
}

fn spans(paragraph: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut plain = String::new();
    let mut rest = paragraph;
    while let Some((before, after)) = rest.split_once('[') {
        plain.push_str(before);
        if let Some((shown, term, behind)) = mark(after) {
            if !plain.is_empty() {
                found.push(Span::Plain(std::mem::take(&mut plain)));
            }
            found.push(Span::Term { term: TermId::new(term), shown: shown.to_owned() });
            rest = behind;
        } else {
            plain.push('[');
            rest = after;
        }
    }
    plain.push_str(rest);
    if !plain.is_empty() {
        found.push(Span::Plain(plain));
    }
    found
}

/// Reads `shown](term)` and gives both and what follows. Looks no further than to the next mark, so that a
/// text of nothing but brackets is read in one pass.
fn mark(text: &str) -> Option<(&str, &str, &str)> {
    let own = text.split('[').next().unwrap_or_default();
    let (shown, after) = own.split_once("](")?;
    let (term, _) = after.split_once(')')?;
    let behind = text.get(shown.len() + "](".len() + term.len() + ")".len()..)?;
    (!shown.is_empty() && !term.is_empty()).then_some((shown, term, behind))
}

/// A run of a cloze text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words to read.
    Words(&'a str),
    /// A gap to fill, by its id.
    Gap(&'a str),
}

/// Splits a cloze text at its gaps. A brace that is not closed, or encloses nothing, stays as plain
/// text: parsing never fails.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    let mut from = 0;
    while let Some(start) = rest.get(from..).and_then(|tail| tail.find('{')).map(|at| from + at) {
        let (before, opened) = rest.split_at(start);
        // No further than to the next brace, so that a text of nothing but braces is read in one pass.
        let own = opened.split_inclusive('{').nth(1).unwrap_or_default();
        match own.split_once('}') {
            Some((gap, _)) if !gap.is_empty() => {
                if !before.is_empty() {
                    found.push(Piece::Words(before));
                }
                found.push(Piece::Gap(gap));
                rest = opened.get(gap.len() + "{}".len()..).unwrap_or_default();
                from = 0;
            }
            _ => from = start + 1,
        }
    }
    if !rest.is_empty() {
        found.push(Piece::Words(rest));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn term(shown: &str, term: &str) -> Span {
        Span::Term { term: TermId::from(term), shown: shown.to_owned() }
    }

    fn words(text: &str) -> Span {
        Span::Plain(text.to_owned())
    }

    #[test]
    fn marks_become_terms_and_all_else_stays() {
        let cases = [
            ("plain", vec![words("plain")]),
            ("[Shahed](shahed)s fly", vec![term("Shahed", "shahed"), words("s fly")]),
            ("a [b](c) d", vec![words("a "), term("b", "c"), words(" d")]),
            ("an [open mark", vec![words("an [open mark")]),
            ("[x] (y)", vec![words("[x] (y)")]),
            ("[a [b](c)", vec![words("[a "), term("b", "c")]),
            ("[](c)", vec![words("[](c)")]),
        ];
        for (text, expected) in cases {
            assert_eq!(paragraphs(text), vec![expected], "{text}");
        }
    }

    #[test]
    fn blank_lines_part_paragraphs() {
        assert_eq!(paragraphs("one\n\n\n\ntwo\n").len(), 2);
        assert!(paragraphs(" \n\n ").is_empty());
    }

    #[test]
    fn braces_become_gaps_and_all_else_stays() {
        use Piece::{Gap, Words};
        let cases: [(&str, &[Piece]); 7] = [
            ("", &[]),
            ("plain", &[Words("plain")]),
            ("{a}", &[Gap("a")]),
            ("it {verb} to {place}.", &[Words("it "), Gap("verb"), Words(" to "), Gap("place"), Words(".")]),
            ("an {open brace", &[Words("an {open brace")]),
            ("{} {a}", &[Words("{} "), Gap("a")]),
            ("{{a}}", &[Words("{"), Gap("a"), Words("}")]),
        ];
        for (text, expected) in cases {
            assert_eq!(pieces(text), expected, "{text}");
        }
    }

    /// 400 KB each. Were a mark looked for to the end of the text, this would take minutes.
    #[test]
    fn texts_of_nothing_but_marks_are_read_in_one_pass() {
        for sign in ["[", "{", "](", "[](", "[a](", "{a", "[a](b)", "{a}", "}", ")", "\n\n"] {
            let text = sign.repeat(400_000 / sign.len());
            assert_eq!(pieces(&text).iter().map(|piece| piece_len(*piece)).sum::<usize>(), text.len());
            assert!(plain(&text).len() <= text.len());
        }
    }

    fn piece_len(piece: Piece) -> usize {
        match piece {
            Piece::Words(words) => words.len(),
            Piece::Gap(gap) => gap.len() + 2,
        }
    }

    #[test]
    fn plain_drops_only_the_marks() {
        assert_eq!(plain("the [Shahed](shahed) drone\n\nnext"), "the Shahed drone\n\nnext");
    }
}
