//! What the app has to say about itself: storage trouble, damage, a new version, a session to resume.

use yew::prelude::*;

use super::button::button;
use super::leave::Leave;
use crate::platform::page;
use crate::platform::worker::{self, Update};
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

/// What is not of the learner's log.
#[derive(Properties, PartialEq)]
pub struct NoticesProps {
    /// How far a newer version has come.
    pub update: Update,
}

/// The notices that concern every page. The region stands in the page when it is empty, so that screen
/// readers notice what comes.
#[component]
pub fn Notices(props: &NoticesProps) -> Html {
    let update = use_update_notice(props.update);
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
    html! { <div class="notices" role="status">{ for [update, storage, damage].into_iter().flatten() }</div> }
}

/// The offer of a newer version; or, where another tab has accepted it, why this page is not loaded anew yet.
/// Loading it anew waits until all answers are stored, or for a yes.
#[hook]
fn use_update_notice(update: Update) -> Option<Html> {
    let is_put_off = use_state(|| false);
    let is_accepted = use_state(|| false);
    let learning = use_learning();
    let is_all_stored = learning.is_none_or(|(_, learner)| learner.unsaved_count() == 0);
    use_effect_with(update == Update::Active && (is_all_stored || *is_accepted), |is_due| {
        if *is_due {
            page::reload();
        }
    });
    match update {
        Update::Ready if !*is_put_off => {
            let accept = Callback::from(move |()| {
                is_accepted.set(true);
                worker::apply_update();
            });
            let put_off = Callback::from(move |_: MouseEvent| is_put_off.set(true));
            let buttons = html! {
                <>
                    <Leave action="update" says={text::UPDATE_NOW} onleave={accept} />{ " " }
                    { button("", "later", text::LATER, put_off) }
                </>
            };
            Some(notice("update", text::UPDATE_READY, buttons))
        }
        Update::Active if !is_all_stored && !*is_accepted => {
            let reload = Callback::from(|()| page::reload());
            let reload = html! { <Leave action="reload" says={text::LOAD_ANEW} onleave={reload} /> };
            Some(notice("update", text::UPDATE_ACTIVE, reload))
        }
        _ => None,
    }
}
