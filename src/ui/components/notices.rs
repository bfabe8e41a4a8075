//! What the app has to say about itself: storage trouble, damage, a new version, a session to resume.

use yew::prelude::*;

use super::button::button;
use crate::platform::worker;
use crate::ui::backup::save_backup;
use crate::ui::learner::Storage;
use crate::ui::learning::use_learning;
use crate::ui::route::{QuizLink, Route};
use crate::ui::text;

/// A notice: words first, buttons after.
fn notice(kind: &'static str, says: &str, buttons: Html) -> Html {
    html! {
        <div class="notice" data-notice={kind} key={kind}>
            <p>{ says }</p>{ " " }<div class="actions">{ buttons }</div>
        </div>
    }
}

/// The way back to a session that was left.
pub fn resume(says: &str, go_on: &str) -> Html {
    let go_on = html! {
        <a class="button primary" data-action="resume" href={Route::Quiz(QuizLink::default()).href()}>{ go_on }</a>
    };
    notice("resume", says, go_on)
}

/// Whether a new version waits.
#[derive(Properties, PartialEq)]
pub struct NoticesProps {
    /// A new version is ready.
    pub is_update_ready: bool,
}

/// The notices that concern every page. The region stands in the page when it is empty, so that screen
/// readers notice what comes.
#[component]
pub fn Notices(props: &NoticesProps) -> Html {
    let later = use_state(|| false);
    let learning = use_learning();
    let save = |learner: crate::ui::learner::Learner| {
        let onclick = Callback::from(move |_: MouseEvent| save_backup(&learner));
        button("", "backup", text::SAVE_BACKUP, onclick)
    };
    let storage = learning.as_ref().and_then(|(_, learner)| match learner.storage() {
        Storage::Failed(error) => {
            Some(notice("storage", text::storage_trouble(error), save(learner.clone())))
        }
        Storage::Opening | Storage::Ready => None,
    });
    let damaged = learning.as_ref().map_or(0, |(_, learner)| learner.damaged().len());
    let damage = learning
        .as_ref()
        .filter(|_| damaged > 0)
        .map(|(_, learner)| notice("damage", &text::damage_notice(damaged), save(learner.clone())));
    let update = (props.is_update_ready && !*later).then(|| {
        let now = Callback::from(|_: MouseEvent| worker::apply_update());
        let not_now = Callback::from(move |_: MouseEvent| later.set(true));
        let buttons = html! {
            <>
                { button("primary", "update", text::UPDATE_NOW, now) }{ " " }
                { button("", "later", text::LATER, not_now) }
            </>
        };
        notice("update", text::UPDATE_READY, buttons)
    });
    html! { <div class="notices" role="status">{ for [update, storage, damage].into_iter().flatten() }</div> }
}
