//! What the app has to say about itself: storage trouble, damage, a new version, a session to resume.

use yew::prelude::*;

use super::button::button;
use super::leave::Leave;
use crate::memory::Storage;
use crate::platform::page;
use crate::platform::worker::{self, Update};
use crate::ui::backup::save_backup;
use crate::ui::learner::Learner;
use crate::ui::learning::use_learning;
use crate::ui::route::{QuizLink, Route};
use crate::ui::text;

/// A notice: words first, buttons after.
fn notice(kind: &'static str, says: &str, buttons: Html) -> Html {
    html! {
        <div class="notice" lang="en" data-notice={kind} key={kind}>
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
    let of_log = learning.map(|(_, learner)| of_log(&learner)).unwrap_or_default();
    html! { <div class="notices" lang="en" aria-live="polite">{ for update.into_iter().chain(of_log) }</div> }
}

/// What is the matter with the learner's log. Each offers the backup, which has all that is known.
fn of_log(learner: &Learner) -> Vec<Html> {
    let journal = learner.journal();
    let mut says: Vec<(&'static str, AttrValue)> = Vec::new();
    if let Storage::Failed(trouble) = journal.storage() {
        says.push(("storage", text::storage_trouble(trouble, journal.is_erasing()).into()));
    }
    if journal.has_vanished() {
        says.push(("vanished", text::VANISHED.into()));
    }
    if journal.is_unfinished() {
        says.push(("unfinished", text::UNFINISHED.into()));
    }
    let damaged = journal.damaged().len();
    if damaged > 0 {
        says.push(("damage", text::damage_notice(damaged).into()));
    }
    let save = || {
        let learner = learner.clone();
        let onclick = Callback::from(move |_: MouseEvent| save_backup(&learner));
        button("", "backup", text::SAVE_BACKUP, onclick)
    };
    says.into_iter().map(|(kind, says)| notice(kind, &says, save())).collect()
}

/// The offer of a newer version; or, where another tab has accepted it, why this page is not loaded anew yet.
/// Loading it anew waits until all answers are stored, or for a yes.
#[hook]
fn use_update_notice(update: Update) -> Option<Html> {
    let is_put_off = use_state(|| false);
    let is_accepted = use_state(|| false);
    let learning = use_learning();
    let is_all_stored = learning.is_none_or(|(_, learner)| learner.journal().is_settled());
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
