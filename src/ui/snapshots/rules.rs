//! What holds for the markup of every view.

use std::collections::BTreeSet;

use super::markup::{Piece, Tag, pieces};

/// What a page breaks of the rules, a sentence each.
pub fn broken(markup: &str) -> Vec<String> {
    let pieces = pieces(markup);
    let tags = pieces.iter().filter_map(|piece| if let Piece::Open(tag) = piece { Some(*tag) } else { None });
    let labelled: BTreeSet<_> =
        tags.filter(|tag| tag.name() == "label").filter_map(|label| label.attribute("for")).collect();
    let mut broken = Vec::new();
    let mut ids = BTreeSet::new();
    let mut labels_around = 0_usize;
    // For each picture around, whether it is hidden from screen readers.
    let mut pictures_around: Vec<bool> = Vec::new();
    for piece in &pieces {
        let tag = match piece {
            Piece::Open(tag) => *tag,
            Piece::Close(name) => {
                labels_around -= usize::from(*name == "label");
                if *name == "svg" {
                    pictures_around.pop();
                }
                continue;
            }
            Piece::Text(_) => continue,
        };
        let name = tag.name();
        labels_around += usize::from(name == "label");
        let is_hidden = pictures_around.contains(&true);
        if name == "svg" {
            let hides = tag.attribute("aria-hidden") == Some("true");
            if pictures_around.is_empty() && !hides && !has_name(tag) {
                broken.push("<svg> has no name, and is not hidden from screen readers".to_owned());
            }
            pictures_around.push(hides);
        }
        if is_hidden && ["a", "button", "input", "select"].contains(&name) {
            broken.push(format!("<{name}> takes the focus in a picture that is hidden from screen readers"));
        }
        if name == "th" && tag.attribute("scope").is_none() {
            broken.push("<th> does not say what it heads".to_owned());
        }
        if tag.attribute("style").is_some() {
            broken.push(format!("<{name}> has a style of its own, which the page's policy forbids"));
        }
        if tag.attribute("aria-label").is_some_and(|label| label.trim().is_empty()) {
            broken.push(format!("<{name}> has an empty aria-label"));
        }
        if let Some(id) = tag.attribute("id").filter(|id| !ids.insert(*id)) {
            broken.push(format!("two elements have the id {id}"));
        }
        if tag.attribute("data-item").is_some() && tag.attribute("data-interaction").is_none() {
            broken.push(format!("<{name}> has data-item without data-interaction"));
        }
        let has_label =
            labels_around > 0 || has_name(tag) || tag.attribute("id").is_some_and(|id| labelled.contains(id));
        if ["input", "select", "textarea"].contains(&name) && !has_label {
            broken.push(format!("<{name}> has no label"));
        }
    }
    broken
}

fn has_name(tag: Tag) -> bool {
    ["aria-label", "aria-labelledby"].into_iter().any(|by| tag.attribute(by).is_some_and(|is| !is.is_empty()))
}

#[test]
fn a_broken_rule_is_told() {
    let cases = [
        (r#"<p style="color:red">x</p>"#, "style"),
        (r#"<nav aria-label=""></nav>"#, "empty aria-label"),
        ("<nav aria-label></nav>", "empty aria-label"),
        (r#"<p id="a"></p><i id="a"></i>"#, "the id a"),
        (r#"<li data-item="a"></li>"#, "without data-interaction"),
        (r#"<label>x</label><input name="a">"#, "<input> has no label"),
        ("<svg><g></g></svg>", "<svg> has no name"),
        (r#"<svg aria-hidden="true"><svg><a href="b">x</a></svg></svg>"#, "<a> takes the focus"),
        ("<table><th>x</th></table>", "<th> does not say"),
        (r#"<label for="b">x</label><select id="a"></select>"#, "<select> has no label"),
    ];
    for (markup, expected) in cases {
        let broken = broken(markup);
        assert!(broken.iter().any(|broken| broken.contains(expected)), "{markup}: {broken:?}");
    }
}

#[test]
fn what_is_sound_breaks_no_rule() {
    let sound = r#"<section data-item="a" data-interaction="choice" id="a"><nav aria-label="Pages"></nav>
        <label><input name="a"></label><label for="b">b</label><input id="b"><select aria-label="c"></select>
        <svg aria-hidden="true"><svg></svg></svg><svg aria-label="d"><a href="e">e</a></svg><a href="f">f</a>
        <table><th scope="row">g</th></table></section>"#;
    assert_eq!(broken(sound), Vec::<String>::new());
}
