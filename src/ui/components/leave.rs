//! A button by which the page is left, and which asks first if that would lose answers.

use yew::prelude::*;

use super::button::button;
use crate::platform::page;
use crate::ui::backup::save_backup;
use crate::ui::learning::use_learning;
use crate::ui::text;

/// Where the button leads.
#[derive(Properties, PartialEq)]
pub struct LeaveProps {
    /// Its mark in the page.
    pub action: &'static str,
    /// Its words.
    pub says: &'static str,
    /// Its look, as that of [`button`].
    #[prop_or("primary")]
    pub class: &'static str,
    /// Leaves the page.
    pub onleave: Callback<()>,
    /// Answers were given before the program ran that it could not store.
    #[prop_or_default]
    pub has_early_answers: bool,
}

/// The button; once it was pressed while answers are not stored, a question in its place. Should they be
/// stored meanwhile, that is as good as a yes.
#[component]
pub fn Leave(props: &LeaveProps) -> Html {
    let is_pressed = use_state(|| false);
    let learner = use_learning().map(|(_, learner)| learner);
    let is_all_stored =
        !props.has_early_answers && learner.as_ref().is_none_or(|learner| learner.journal().is_settled());
    let id = format!("leave-{}", props.action);
    let set = |pressed: bool| {
        let is_pressed = is_pressed.clone();
        Callback::from(move |_: MouseEvent| is_pressed.set(pressed))
    };
    {
        let (id, onleave, is_pressed) = (id.clone(), props.onleave.clone(), is_pressed.clone());
        use_effect_with((*is_pressed, is_all_stored), move |(pressed, is_all_stored)| {
            if *pressed && *is_all_stored {
                is_pressed.set(false);
                onleave.emit(());
            } else if *pressed {
                page::focus_in_place(&id);
            }
        });
    }
    if !*is_pressed || is_all_stored {
        return button(props.class, props.action, props.says, set(true));
    }
    let save = learner.map(|learner| {
        let onclick = Callback::from(move |_: MouseEvent| save_backup(&learner));
        html! { <>{ button("primary", "backup", text::SAVE_BACKUP, onclick) }{ " " }</> }
    });
    let stay = set(false).reform(|event: MouseEvent| {
        page::focus_in_place(page::HEADING);
        event
    });
    let anyway = props.onleave.reform(|_: MouseEvent| ());
    html! {
        <div class="leave" lang="en" {id} tabindex="-1" role="group" aria-label={props.says} data-asks={props.action}>
            <p>{ text::NOT_STORED_ASK }</p>
            <div class="actions">
                { save }
                { button("danger", "anyway", text::LOAD_ANYWAY, anyway) }{ " " }
                { button("", "stay", text::STAY, stay) }
            </div>
        </div>
    }
}
