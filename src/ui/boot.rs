//! From an empty program to the running app: fetch the deck, take over from the prerendered page.

use yew::prelude::*;

use super::app::{App, AppProps, is_story};
use super::components::shell::{Shell, ShellProps};
use super::handover::Handover;
use super::learner::{DeckRef, Learner};
use super::pages::fault::{Fault, fault_page};
use super::route::Route;
use super::under_way;
use crate::deck::{Deck, Fingerprinted, Form, IndexedDeck, is_right_to_left, read_or_errors};
use crate::platform::fetch::{self, FetchError};
use crate::platform::worker::Update;
use crate::platform::{address, clock, entropy, page, unicode};

/// Id of the element that the page is drawn into.
const MOUNT_ID: &str = "app";

/// Fetches the deck that the page names and shows the app, or what is wrong with the deck.
pub async fn start() {
    // A page that names no deck, or one outside its own folder, has none.
    let file = page::deck_url().unwrap_or_default();
    match deck(&file).await {
        Ok((deck, fingerprint)) => {
            show_app(file, DeckRef::new(IndexedDeck::new(deck, normalize)), &fingerprint);
        }
        Err(fault) => show_fault(&file, &fault),
    }
}

/// The deck, and the fingerprint of its file.
async fn deck(file: &str) -> Result<(Deck, String), Fault> {
    if file.is_empty() {
        return Err(Fault::Fetch(FetchError::Status(404)));
    }
    let mut bytes = Fingerprinted::new(fetch::bytes(file).await.map_err(Fault::Fetch)?);
    let deck = read_or_errors(&mut bytes, normalize).map_err(Fault::Deck)?;
    Ok((deck, bytes.fingerprint()))
}

/// A normal form of a text, as the browser has it.
fn normalize(text: &str, form: Form) -> String {
    unicode::normalize(text, form.name())
}

fn show_app(file: String, deck: DeckRef, fingerprint: &str) {
    let Some(mount) = page::element(MOUNT_ID) else { return };
    // The page may be of another deck's build.
    page::set_mark("lang", Some(&deck.language));
    page::set_mark("dir", is_right_to_left(&deck.language).then_some("rtl"));
    let route = Route::read(&address::fragment(), &deck);
    let first = Learner::new(deck.clone(), &entropy::token());
    let first = first.with_clock(clock::now_millis(), clock::offset_minutes);
    let handover = Handover::new(page::early_answers().as_deref(), page::drafts());
    let first = match &route {
        Route::Quiz(link) if link.begins() => {
            let at_link = first.at_link(link, entropy::seed(), clock::now_millis());
            if under_way::is_noted() && !page::opens_at_item() {
                at_link.held_back()
            } else {
                at_link.with_draft(|item| handover.draft(item))
            }
        }
        _ => first,
    };
    let (focus, scroll_y) = (page::focus_mark(), page::scroll_y());
    // A story of another state of the deck, whose file was edited where it lies, is drawn anew.
    let adopted = if page::is_told_from(fingerprint) { page::adopt(&mount) } else { None };
    let (adopted, mount) = adopted.map_or((None, mount), |(adopted, room)| (Some(adopted), room));
    if let Some(adopted) = &adopted {
        adopted.show(is_story(&route));
    }
    let is_drawn_anew = adopted.is_none();
    let props = AppProps { deck, file: file.into(), first, route, handover, adopted };
    yew::Renderer::<App>::with_root_and_props(mount, props).render();
    page::set_mark("data-opening", None);
    page::set_mark("data-drawn", Some(""));
    page::before_next_frame(move || {
        if is_drawn_anew {
            page::set_scroll_y(scroll_y);
        }
        if page::is_focus_lost()
            && let Some(focus) = focus
        {
            page::restore_focus(&focus);
        }
    });
}

fn show_fault(file: &str, fault: &Fault) {
    let Some(mount) = page::element(MOUNT_ID) else { return };
    let children = Children::new(vec![fault_page(file, fault, page::early_answers().is_some())]);
    let props = ShellProps { route: Route::Story, update: Update::Absent, has_footer: false, children };
    yew::Renderer::<Shell>::with_root_and_props(mount, props).render();
    page::set_mark("data-opening", None);
    page::set_mark("data-ready", Some(""));
}
