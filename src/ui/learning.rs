//! The learner's state as contexts: a snapshot for those who show it, and what never changes for all. Kept
//! apart, so that the story is not drawn anew at every answer.

use yew::prelude::*;

use super::handover::Handover;
use super::learner::{DeckRef, Learner};
use super::recorder::{RecorderHandle, use_recorder};

/// The learner as of this rendering. A snapshot: Yew's own handle always shows the newest state, so two
/// of them are never unequal and a context of it would never change.
#[derive(Clone, PartialEq)]
pub struct Learning(pub Learner);

/// What the pages share and what never changes: one context, since each is code of its own in the program.
#[derive(Clone, PartialEq)]
pub struct Shared {
    /// What is taught.
    pub deck: DeckRef,
    /// What was done in the story.
    pub handover: Handover,
    /// Changes the learner, and keeps the log on disk.
    pub recorder: RecorderHandle,
}

/// Begins with this learner, and keeps what is recorded of them on disk.
#[hook]
pub fn use_learner(deck: &DeckRef, handover: &Handover, first: &Learner) -> (Shared, Learning) {
    let learner = use_reducer(|| first.clone());
    let recorder = use_recorder(&learner);
    let shared = Shared { deck: deck.clone(), handover: handover.clone(), recorder };
    (shared, Learning((*learner).clone()))
}

/// Puts both around what is shown.
pub fn around((shared, learning): (Shared, Learning), shown: Html) -> Html {
    html! {
        <ContextProvider<Shared> context={shared}>
            <ContextProvider<Learning> context={learning}>{ shown }</ContextProvider<Learning>>
        </ContextProvider<Shared>>
    }
}

/// What most pages need. `None` outside the app's providers, which no page is.
#[hook]
pub fn use_learning() -> Option<(Shared, Learner)> {
    let shared = use_context::<Shared>();
    let learning = use_context::<Learning>();
    Some((shared?, learning?.0))
}
