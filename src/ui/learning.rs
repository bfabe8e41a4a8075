//! The learner's state as contexts: a snapshot for those who show it, and what never changes for all. Kept apart, so that the story is not drawn anew at every answer.

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

/// What stands around everything.
#[derive(Properties, PartialEq)]
pub struct LearningProviderProps {
    /// What is taught.
    pub deck: DeckRef,
    /// What was done in the prerendered page.
    #[prop_or_default]
    pub handover: Handover,
    /// The learner at the start.
    pub first: Learner,
    /// What is shown.
    pub children: Children,
}

/// Holds the learner's state and keeps it on disk.
#[component]
pub fn LearningProvider(props: &LearningProviderProps) -> Html {
    let learner = use_reducer(|| props.first.clone());
    let recorder = use_recorder(&learner);
    let shared = Shared { deck: props.deck.clone(), handover: props.handover.clone(), recorder };
    html! {
        <ContextProvider<Shared> context={shared}>
            <ContextProvider<Learning> context={Learning((*learner).clone())}>
                { props.children.clone() }
            </ContextProvider<Learning>>
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
