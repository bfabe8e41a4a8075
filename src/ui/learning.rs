//! The learner's state as contexts: a snapshot for those who show it, a dispatcher for those who change
//! it. Kept apart, so that the story is not drawn anew at every answer.

use yew::prelude::*;

use super::learner::{DeckRef, Learner};
use super::recorder::{RecorderHandle, use_recorder};

/// The learner as of this rendering. A snapshot: Yew's own handle always shows the newest state, so two
/// of them are never unequal and a context of it would never change.
#[derive(Clone, PartialEq)]
pub struct Learning(pub Learner);

/// Changes the learner.
#[derive(Clone, PartialEq)]
pub struct LearnerDispatcher(pub UseReducerDispatcher<Learner>);

/// What stands around everything.
#[derive(Properties, PartialEq)]
pub struct LearningProviderProps {
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
    html! {
        <ContextProvider<Learning> context={Learning((*learner).clone())}>
            <ContextProvider<LearnerDispatcher> context={LearnerDispatcher(learner.dispatcher())}>
                <ContextProvider<RecorderHandle> context={recorder}>
                    { props.children.clone() }
                </ContextProvider<RecorderHandle>>
            </ContextProvider<LearnerDispatcher>>
        </ContextProvider<Learning>>
    }
}

/// What most pages need. `None` outside the app's providers, which no page is.
#[hook]
pub fn use_learning() -> Option<(DeckRef, Learner, UseReducerDispatcher<Learner>)> {
    let deck = use_context::<DeckRef>();
    let learning = use_context::<Learning>();
    let dispatcher = use_context::<LearnerDispatcher>();
    Some((deck?, learning?.0, dispatcher?.0))
}
