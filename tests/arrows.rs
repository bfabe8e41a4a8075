//! The rules of the house, read off the source: arrows between the rooms run one way, and each room
//! keeps to what it may know. See the table in `rules.rs`.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a failing test should stop there")]

#[path = "arrows/rules.rs"]
mod rules;
#[path = "arrows/tokens.rs"]
mod tokens;

use std::fs;
use std::path::{Path, PathBuf};

use rules::violations;

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn the_house_keeps_its_rules() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    assert!(files.len() > 10, "where is the source?");
    let mut broken = Vec::new();
    for file in files {
        let name = file.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
        let source = fs::read_to_string(&file).unwrap();
        broken.extend(violations(&name, &source).into_iter().map(|broken| format!("src/{name}: {broken}")));
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn what_is_forbidden_is_found() {
    let cases = [
        // Arrows that run back, however they are written.
        ("deck/check.rs", "use crate::quiz::Response;", "quiz"),
        ("deck/check.rs", "fn f() -> crate::memory::Log {}", "memory"),
        ("deck/check.rs", "use crate::{deck::Deck, quiz::{self, Response}};", "quiz"),
        ("deck/check/card.rs", "use super::super::super::quiz::Plan;", "quiz"),
        ("deck/check/card.rs", "use super::super::{super::quiz::Plan};", "quiz"),
        ("deck/mod.rs", "use super::quiz;", "quiz"),
        ("deck/id.rs", "use self::super::super::quiz::Plan;", "quiz"),
        ("deck/id.rs", "pub(crate) use crate :: quiz as q;", "quiz"),
        ("deck/id.rs", "mod tests { use super::super::super::quiz::Plan; }", "quiz"),
        ("deck/id.rs", "mod tests { fn f() {} use super::super::super::ui::App; }", "ui"),
        ("quiz/plan.rs", "use crate::memory::Log;", "memory"),
        ("quiz/plan.rs", "let now = crate::platform::clock::now_millis();", "platform"),
        ("memory/log.rs", "use crate::ui::text;", "ui"),
        ("platform/clock.rs", "use crate::deck::Deck;", "deck"),
        ("platform/files.rs", "use crate::ui::App;", "ui"),
        ("quiz/plan.rs", "macro_rules! m { () => { $crate::ui::text::X } }", "ui"),
        ("quiz/plan.rs", "use factdeck::ui::App;", "ui"),
        ("quiz/plan.rs", "pub(in crate::ui) fn f() {}", "ui"),
        ("quiz/plan.rs", "impl ::yew::Component for X {}", "yew"),
        ("quiz/plan.rs", "fn f() { std::io::stdin() }", "stdin"),
        ("ui/app.rs", "yew::web_sys::window()", "web_sys::window"),
        // Ways around the rooms' names.
        ("deck/id.rs", "use crate::*;", "whole crate"),
        ("deck/id.rs", "use crate as all;", "whole crate"),
        ("deck/mod.rs", "use super::*;", "whole crate"),
        ("deck/id.rs", "use crate::App;", "App"),
        // The browser.
        ("ui/app.rs", "let window = web_sys::window();", "web_sys::window"),
        ("ui/app.rs", "use web_sys::{HtmlInputElement, Storage};", "web_sys::Storage"),
        ("ui/app.rs", "use web_sys::*;", "web_sys"),
        ("ui/app.rs", "use web_sys as w;", "web_sys"),
        ("ui/app.rs", "use gloo::timers::callback::Timeout;", "gloo"),
        ("ui/app.rs", "use gloo_timers::callback::Timeout;", "gloo_timers"),
        ("ui/app.rs", "js_sys::Date::now()", "js_sys"),
        ("ui/app.rs", "use wasm_bindgen::JsCast;", "wasm_bindgen"),
        ("ui/app.rs", "use wasm_bindgen_futures::spawn_local;", "wasm_bindgen_futures"),
        ("main.rs", "use web_sys::window;", "web_sys"),
        ("main.rs", "use wasm_bindgen::JsValue;", "wasm_bindgen"),
        ("quiz/plan.rs", "use web_sys::HtmlInputElement;", "web_sys"),
        ("lib.rs", "pub use js_sys::Date;", "js_sys"),
        // Yew.
        ("quiz/plan.rs", "use yew::prelude::*;", "yew"),
        ("platform/page.rs", "use yew::Callback;", "yew"),
        ("main.rs", "yew::Renderer::<App>::new();", "yew"),
        // Markup from text.
        ("ui/card.rs", "Html::from_html_unchecked(text)", "from_html_unchecked"),
        ("platform/page.rs", "x.from_html_unchecked()", "from_html_unchecked"),
        // The clock and the rest of the world.
        ("deck/load.rs", "use std::time::Duration;", "std::time"),
        ("quiz/plan.rs", "use std::{fmt, time::Duration};", "std::time"),
        ("memory/log.rs", "let now = SystemTime::now();", "SystemTime"),
        ("deck/load.rs", "use std::fs::File;", "std::fs"),
        ("deck/load.rs", "std::env::var(\"X\")", "std::env"),
        ("deck/load.rs", "use std as s;", "std"),
        ("quiz/order.rs", "println!(\"{x}\")", "println"),
        // Code behind things that look like comments or text.
        ("deck/id.rs", "/* a /* b */ c */ use crate::ui::X;", "ui"),
        ("deck/id.rs", "let a = '\"'; use crate::ui::X; let b = '\"';", "ui"),
        ("deck/id.rs", "let a = r#\"\"\"#; use crate::ui::X; // \"", "ui"),
        ("deck/id.rs", "fn f<'a>(x: &'a str) { crate::ui::X }", "ui"),
        ("deck/id.rs", "let a = b\"\\\"\"; use crate::ui::X;", "ui"),
    ];
    for (file, source, named) in cases {
        let found = violations(file, source);
        assert_eq!(found.len(), 1, "{file}: {source} gave {found:?}");
        let said = found.concat();
        assert!(said.contains(named), "{source} gave {said}");
    }
}

#[test]
fn what_is_allowed_is_let_be() {
    let cases = [
        ("deck/check.rs", "use super::id::ItemId; use crate::deck::{Deck, Item};"),
        ("deck/id.rs", "#[cfg(test)] mod tests { use super::*; use super::super::model::Deck; }"),
        ("deck/mod.rs", "mod tests { use super::*; }"),
        ("deck/mod.rs", "mod tests { fn f() { { } } } use self::id::DeckId;"),
        ("quiz/plan.rs", "use crate::deck::IndexedDeck; use crate::quiz::Response;"),
        ("memory/log.rs", "use crate::{deck::Deck, quiz::Plan, memory::Log};"),
        ("ui/app.rs", "use crate::platform::clock; use crate::memory::Log; use yew::prelude::*;"),
        ("ui/app.rs", "use web_sys::{HtmlInputElement, KeyboardEvent as Key}; let f: web_sys::File;"),
        ("platform/clock.rs", "use web_sys::window; use gloo::events::EventListener; js_sys::Date::now()"),
        ("platform/clock.rs", "use wasm_bindgen::prelude::*; use std::time::Duration;"),
        ("main.rs", "use factdeck::ui; use wasm_bindgen_futures::spawn_local;"),
        ("lib.rs", "pub mod deck; pub mod ui; pub mod platform;"),
        ("deck/load.rs", "use std::io::Read; use std::fmt;"),
        // Words in comments and texts are no code.
        ("deck/id.rs", "/// See [`crate::ui`]. \n// use yew::Html; \n/* web_sys::window() */"),
        ("deck/id.rs", "let text = \"use crate::ui; \\\" yew::Html\"; let raw = r#\"web_sys \"yew\"\"#;"),
        ("deck/id.rs", "let quote = '\\''; let text = \"crate::ui\"; let other = '\\\\';"),
        ("deck/mod.rs", "pub(crate) mod a; pub(super) mod b; pub(super) fn super_f() {}"),
        // A field or method of that name is nothing of the kind.
        ("deck/id.rs", "let a = crate_name::ui; let renew = yewish::x; fn superb() { self.print(x.dbg) }"),
    ];
    for (file, source) in cases {
        assert_eq!(violations(file, source), Vec::<String>::new(), "{file}: {source}");
    }
}
