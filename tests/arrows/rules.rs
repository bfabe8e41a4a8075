//! What each room may know, and how a source is read for it.

use crate::tokens::tokens;

/// The rooms, each with the rooms that it may name besides itself.
const ROOMS: [(&str, &[&str]); 5] = [
    ("deck", &[]),
    ("quiz", &["deck"]),
    ("memory", &["deck", "quiz"]),
    ("platform", &[]),
    ("ui", &["deck", "quiz", "memory", "platform"]),
];

/// Rooms without a browser, a clock, randomness and I/O.
const PURE: [&str; 3] = ["deck", "quiz", "memory"];

/// The element, event and file types by which `ui` may talk about what Yew hands it. Nothing that
/// reaches for the window, the document or storage.
const WEB_SYS_TYPES_IN_UI: [&str; 22] = [
    "Element",
    "Event",
    "EventTarget",
    "File",
    "FileList",
    "FocusEvent",
    "HtmlAnchorElement",
    "HtmlButtonElement",
    "HtmlDetailsElement",
    "HtmlDialogElement",
    "HtmlElement",
    "HtmlFormElement",
    "HtmlInputElement",
    "HtmlSelectElement",
    "HtmlTextAreaElement",
    "InputEvent",
    "KeyboardEvent",
    "MouseEvent",
    "Node",
    "PointerEvent",
    "SubmitEvent",
    "ToggleEvent",
];

/// Parts of the standard library that reach the world outside. `io` stays: its traits reach nothing.
const IMPURE_STD: [&str; 7] = ["env", "fs", "net", "os", "process", "thread", "time"];
/// Names that reach the world outside, wherever they come from.
const IMPURE_NAMES: [&str; 9] =
    ["SystemTime", "Instant", "getrandom", "println", "print", "eprintln", "eprint", "dbg", "stdin"];

/// What a source file breaks of the rules, a sentence each. `file` is its path below `src`, with `/`.
pub fn violations(file: &str, source: &str) -> Vec<String> {
    let room = file.split_once('/').map_or("", |(room, _)| room);
    let tokens = tokens(source);
    let mut modules = Modules::of_file(file);
    let mut broken = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        modules.pass(&tokens, at);
        let before = |steps: usize| at.checked_sub(steps).and_then(|at| tokens.get(at));
        let is_method = before(1).is_some_and(|before| before == ".");
        let is_visibility = before(1).is_some_and(|before| before == "(")
            && before(2).is_some_and(|before| before == "pub")
            && tokens.get(at + 1).is_some_and(|after| after == ")");
        if (is_method && token != "from_html_unchecked") || is_visibility {
            continue;
        }
        let goes_on_from_super = before(1).is_some_and(|before| before == "::")
            && before(2).is_some_and(|before| before == "super");
        match token.as_str() {
            "from_html_unchecked" => {
                broken.push("`from_html_unchecked` makes markup of text".to_owned());
            }
            "crate" | "factdeck" => {
                broken.extend(paths(&tokens, at + 1).iter().filter_map(|path| arrow(room, path)));
            }
            "super" if !goes_on_from_super => {
                let up = paths(&tokens, at).into_iter().filter_map(|path| modules.resolve(&path));
                broken.extend(up.filter_map(|path| arrow(room, &path)));
            }
            "std" if PURE.contains(&room) => {
                broken.extend(paths(&tokens, at + 1).iter().filter_map(|path| impure(room, path)));
            }
            "web_sys" if room == "ui" => {
                broken.extend(paths(&tokens, at + 1).iter().filter_map(|path| beyond_types(path)));
            }
            name if IMPURE_NAMES.contains(&name) && PURE.contains(&room) => {
                broken.push(format!("{room} is pure and may not use `{name}`"));
            }
            "yew" if room != "ui" => broken.push(format!("`yew` belongs in ui, not in {}", named(room))),
            "wasm_bindgen_futures" if file == "main.rs" => {}
            name if is_of_browser(name) && room != "platform" => {
                broken.push(format!("`{name}` belongs in platform, not in {}", named(room)));
            }
            _ => {}
        }
    }
    // A group of imports may break the same rule with each of its branches.
    broken.dedup();
    broken
}

fn named(room: &str) -> &str {
    if room.is_empty() { "the crate's root" } else { room }
}

fn is_of_browser(name: &str) -> bool {
    let crates = ["web_sys", "js_sys", "gloo", "wasm_bindgen", "wasm_bindgen_futures"];
    crates.contains(&name) || name.starts_with("gloo_")
}

/// What is wrong with a path from the crate's root, if anything.
fn arrow(room: &str, path: &[String]) -> Option<String> {
    let whole = || Some(format!("{} may not take the whole crate", named(room)));
    let Some(head) = path.first().filter(|head| *head != "*" && *head != "self") else { return whole() };
    // `main.rs` and `lib.rs` hold the rooms together.
    let (_, allowed) = ROOMS.iter().find(|(name, _)| *name == room)?;
    let is_allowed = head == room || allowed.contains(&head.as_str());
    (!is_allowed).then(|| format!("{room} may not know `{head}`"))
}

fn impure(room: &str, path: &[String]) -> Option<String> {
    let head = path.first().map_or("*", String::as_str);
    let is_impure = head == "*" || IMPURE_STD.contains(&head);
    is_impure.then(|| format!("{room} is pure and may not use `std::{head}`"))
}

fn beyond_types(path: &[String]) -> Option<String> {
    let head = path.first().map_or("*", String::as_str);
    (!WEB_SYS_TYPES_IN_UI.contains(&head)).then(|| format!("ui may not use `web_sys::{head}`"))
}

/// The paths that go on from a token: one, or several where braces branch. Empty if it ends there.
fn paths(tokens: &[String], at: usize) -> Vec<Vec<String>> {
    let token = |at: usize| tokens.get(at).map_or("", String::as_str);
    let start = if token(at) == "::" { at + 1 } else { at };
    let is_start_of_path = token(at) == "::" || token(at) == "super";
    match token(start) {
        _ if !is_start_of_path => vec![Vec::new()],
        "{" => branches(tokens, start + 1).into_iter().flat_map(|at| head(tokens, at)).collect(),
        _ => head(tokens, start),
    }
}

/// The paths that begin with the name at a token.
fn head(tokens: &[String], at: usize) -> Vec<Vec<String>> {
    let Some(name) = tokens.get(at).filter(|name| *name == "*" || is_name(name)) else {
        return vec![Vec::new()];
    };
    let tails = paths(tokens, at + 1);
    let prefixed = |tail: Vec<String>| [vec![name.clone()], tail].concat();
    // Two names in a row are no path: `super super` cannot be written.
    if tokens.get(at + 1).is_some_and(|next| next == "::") {
        tails.into_iter().map(prefixed).collect()
    } else {
        vec![vec![name.clone()]]
    }
}

fn is_name(token: &str) -> bool {
    token.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// Where the branches of a group begin, from the first token behind its brace.
fn branches(tokens: &[String], first: usize) -> Vec<usize> {
    let mut depth = 0;
    let mut found = vec![first];
    for (at, token) in tokens.iter().enumerate().skip(first) {
        match token.as_str() {
            "{" => depth += 1,
            "}" if depth == 0 => break,
            "}" => depth -= 1,
            "," if depth == 0 => found.push(at + 1),
            _ => {}
        }
    }
    // A comma before the closing brace begins nothing.
    found.retain(|at| tokens.get(*at).is_some_and(|token| token != "}"));
    found
}

/// The module that a token stands in: the file's, and those written out within it.
struct Modules {
    file: Vec<String>,
    /// The depth of braces inside of each written-out module.
    inner: Vec<(String, usize)>,
    depth: usize,
}

impl Modules {
    fn of_file(file: &str) -> Self {
        let path = file.trim_end_matches(".rs");
        let path = path.strip_suffix("/mod").unwrap_or(path);
        let names = path.split('/').filter(|name| !matches!(*name, "lib" | "main"));
        Self { file: names.map(str::to_owned).collect(), inner: Vec::new(), depth: 0 }
    }

    fn pass(&mut self, tokens: &[String], at: usize) {
        let token = |at: Option<usize>| at.and_then(|at| tokens.get(at)).map_or("", String::as_str);
        match token(Some(at)) {
            "{" => {
                self.depth += 1;
                if token(at.checked_sub(2)) == "mod" {
                    self.inner.push((token(at.checked_sub(1)).to_owned(), self.depth));
                }
            }
            "}" => {
                self.inner.retain(|(_, depth)| *depth < self.depth);
                self.depth = self.depth.saturating_sub(1);
            }
            _ => {}
        }
    }

    /// A path that begins with `super`, from the crate's root; `None` if it does not reach that and so
    /// stays within the room.
    fn resolve(&self, path: &[String]) -> Option<Vec<String>> {
        let here = self.file.len() + self.inner.len();
        let up = path.iter().take_while(|name| *name == "super").count();
        (up >= here).then(|| path.iter().skip(up).cloned().collect())
    }
}
