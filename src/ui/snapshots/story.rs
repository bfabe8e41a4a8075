//! The story page.

use super::markup::part;
use super::visit::{Visit, deck, sound};
use super::{expect, expect_states};
use crate::platform::page::Draft;
use crate::quiz::Message;
use crate::ui::handover::Handover;
use crate::ui::prerender::prerender;
use crate::ui::route::Route;

#[test]
fn the_story_as_prerendered() {
    let prerendered = pollster::block_on(prerender(deck()));
    expect("story", &sound(&prerendered.story));
}

#[test]
fn the_first_item_as_prerendered() {
    let prerendered = pollster::block_on(prerender(deck()));
    expect("quiz-prerendered", &sound(&prerendered.quiz));
}

#[test]
fn items_of_the_story_once_answered() {
    let early = r#"[{"item":"tower-lens","choice":"mirror","at":1},
        {"item":"tower-parts","drafted":true,"at":2},{"item":"light-why","at":3}]"#;
    let draft = |choice: &str| Draft {
        item: "tower-parts".to_owned(),
        control: choice.to_owned(),
        value: choice.to_owned(),
        checked: true,
    };
    let handover = Handover::new(Some(early), vec![draft("rock"), draft("lens")]);
    let page = Visit::first().page_after(Route::Story, handover);
    // The first stands among the pre-questions too; what is answered there is answered here.
    let item = |id: &str| part(&page, &format!(r#"data-item="{id}""#));
    expect_states(
        "story-answered",
        &[("wrong", item("tower-lens")), ("right", item("tower-parts")), ("shown", item("light-why"))],
    );
}

/// Each picture by itself; the story has all of them too, on their cards.
#[test]
fn the_pictures() {
    let page = Visit::first().page(Route::Story);
    for kind in ["timeline", "map", "quantities", "plan", "voices"] {
        expect(&format!("visual-{kind}"), &part(&page, &format!(r#"data-visual="{kind}""#)));
    }
}

#[test]
fn a_session_that_was_left_is_offered() {
    let page = Visit::at("light-rhythm").says([Message::Reveal]).page(Route::Story);
    expect("story-resume", &part(&page, r#"class="head""#));
}
