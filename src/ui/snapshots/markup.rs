//! Rendered markup, read just far enough to look at its attributes and to put one element a line. Yew
//! writes it, so that every value stands in double quotes and is escaped.

/// Elements without content, as far as the views use them.
const VOID: [&str; 4] = ["br", "hr", "img", "input"];

/// Stands for whitespace at the edge of a text: it parts words where the style sheet is not there.
const SPACE: &str = "␣";
/// Stands for a line break in a text or an attribute.
const BREAK: &str = "␤";

/// A piece of markup.
#[derive(Clone, Copy)]
pub enum Piece<'a> {
    Open(Tag<'a>),
    Close(&'a str),
    Text(&'a str),
}

/// An opening tag, by what stands between its brackets.
#[derive(Clone, Copy)]
pub struct Tag<'a>(&'a str);

impl<'a> Tag<'a> {
    pub fn name(self) -> &'a str {
        self.0.split(' ').next().unwrap_or_default()
    }

    pub fn is_void(self) -> bool {
        VOID.contains(&self.name())
    }

    /// The value of an attribute, escaped; empty if it has none. `None` if the attribute is not there.
    pub fn attribute(self, name: &str) -> Option<&'a str> {
        let (_, mut rest) = self.0.split_once(' ')?;
        while !rest.is_empty() {
            let end = rest.find([' ', '=']).unwrap_or(rest.len());
            let (found, after) = rest.split_at(end);
            let (value, after) = match after.strip_prefix("=\"") {
                Some(quoted) => quoted.split_once('"')?,
                None => ("", after),
            };
            if found == name {
                return Some(value);
            }
            rest = after.trim_start();
        }
        None
    }
}

/// The pieces of a text of markup, in order.
pub fn pieces(markup: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = markup;
    while !rest.is_empty() {
        let (piece, after) = if let Some(tag) = rest.strip_prefix('<') {
            let (tag, after) = tag.split_once('>').expect("a tag that ends");
            (tag.strip_prefix('/').map_or(Piece::Open(Tag(tag)), Piece::Close), after)
        } else {
            let (text, after) = rest.split_at(rest.find('<').unwrap_or(rest.len()));
            (Piece::Text(text), after)
        };
        pieces.push(piece);
        rest = after;
    }
    pieces
}

/// One element a line, its content indented below; what holds only a text stands on its line.
pub fn laid_out(markup: &str) -> String {
    let markup = markup.replace('\n', BREAK);
    let pieces = pieces(&markup);
    let mut rest = pieces.as_slice();
    let mut lines: Vec<String> = Vec::new();
    let mut depth = 0_usize;
    while let [piece, after @ ..] = rest {
        rest = after;
        let line = match (piece, after) {
            (Piece::Open(tag), [Piece::Close(name), after @ ..]) if !tag.is_void() => {
                rest = after;
                format!("<{}></{name}>", tag.0)
            }
            (Piece::Open(tag), [Piece::Text(text), Piece::Close(name), after @ ..]) if !tag.is_void() => {
                rest = after;
                format!("<{}>{}</{name}>", tag.0, with_edges(text))
            }
            (Piece::Open(tag), _) => format!("<{}>", tag.0),
            (Piece::Close(name), _) => {
                depth = depth.checked_sub(1).expect("no more closing tags than opening ones");
                format!("</{name}>")
            }
            (Piece::Text(text), _) if text.trim().is_empty() => {
                lines.last_mut().expect("a text behind an element").push_str(SPACE);
                continue;
            }
            (Piece::Text(text), _) => with_edges(text),
        };
        lines.push(format!("{}{line}", "  ".repeat(depth)));
        let is_left_open = matches!(piece, Piece::Open(tag) if !tag.is_void()) && !line.contains("</");
        depth += usize::from(is_left_open);
    }
    lines.join("\n") + "\n"
}

fn with_edges(text: &str) -> String {
    let edge = |is_space: bool| if is_space { SPACE } else { "" };
    let before = edge(text.starts_with(char::is_whitespace));
    let behind = edge(text.ends_with(char::is_whitespace) && !text.trim().is_empty());
    format!("{before}{}{behind}", text.trim())
}

/// The first element of a layout with such an attribute, and all that is in it.
pub fn part(laid_out: &str, attribute: &str) -> String {
    let mut lines = laid_out.lines().skip_while(|line| !line.contains(attribute));
    let first = lines.next().expect("the part stands in the page");
    let indent = first.len() - first.trim_start().len();
    let mut part = format!("{}\n", first.trim_start());
    if first.contains("</") {
        return part;
    }
    for line in lines {
        let line = line.get(indent..).unwrap_or_default();
        part.push_str(line);
        part.push('\n');
        if line.starts_with("</") {
            break;
        }
    }
    part
}

#[test]
fn markup_is_laid_out_one_element_a_line() {
    let markup = r#"<p id="a">One <b class="b">two</b> <input name="c" checked> </p><i></i><u> x</u>"#;
    let lines = [
        r#"<p id="a">"#,
        "  One␣",
        r#"  <b class="b">two</b>␣"#,
        r#"  <input name="c" checked>␣"#,
        "</p>",
        "<i></i>",
        "<u>␣x</u>",
        "",
    ];
    assert_eq!(laid_out(markup), lines.join("\n"));
    assert_eq!(part(&laid_out(markup), "class="), "<b class=\"b\">two</b>␣\n");
    assert_eq!(part(&laid_out(markup), "id="), lines[..5].join("\n") + "\n");
}
