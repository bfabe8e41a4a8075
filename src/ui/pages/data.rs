//! "Your data": what is stored, to take along, to add from a file, or to erase.

use std::cell::RefCell;

use web_sys::HtmlInputElement;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::memory::{self, BackupError, LARGEST_BACKUP_BYTES, Reading, Restored, Storage};
use crate::platform::page::HEADING;
use crate::platform::{clock, files, page, pause};
use crate::ui::backup::save_backup;
use crate::ui::components::button::button;
use crate::ui::components::dialog::{Dialog, text_id, use_dialog};
use crate::ui::components::frame::use_frame;
use crate::ui::components::section::section;
use crate::ui::half_done;
use crate::ui::learner::{Action, Learner};
use crate::ui::learning::use_learning;
use crate::ui::recorder::RECORDS_A_STEP;
use crate::ui::text;

/// Id of the field that takes a backup file.
const RESTORE_ID: &str = "restore";

/// Id of the dialog that asks before everything is erased.
const ERASE_ID: &str = "erase-dialog";

/// Id of the place that says that everything was erased.
const ERASED_ID: &str = "erased";

/// The page of the learner's own data.
#[component]
pub fn DataPage() -> Html {
    let learning = use_learning();
    let is_backed_up = use_state(|| false);
    let first_millis = learning.as_ref().and_then(|(_, learner)| first_answer_millis(learner));
    let first_date = use_local_date(first_millis);
    let (restore, erase) = (use_restore(), use_erase());
    let (frame, is_locked) = use_frame();
    let Some((_, learner)) = learning else { return Html::default() };
    let save = {
        let (learner, is_backed_up) = (learner.clone(), is_backed_up.clone());
        Callback::from(move |_: MouseEvent| {
            save_backup(&learner);
            is_backed_up.set(true);
        })
    };
    html! {
        <main lang="en" data-page="data" id="main">
            <h1 id={HEADING} tabindex="-1">{ text::YOUR_DATA }</h1>
            <p>{ text::DATA_WHERE }</p>
            { stored(&learner, &first_date) }
            { frame }
            if !is_locked {
                { section("backup", text::BACK_UP, html! {
                    <>
                        <p>{ text::BACK_UP_HELP }</p>
                        <div class="actions">
                            { button("primary", "backup", text::SAVE_BACKUP, save) }
                        </div>
                        <p aria-live="polite">{ if *is_backed_up { text::BACKED_UP } else { "" } }</p>
                    </>
                }) }
                { restore }
                { erase }
            }
        </main>
    }
}

fn first_answer_millis(learner: &Learner) -> Option<i64> {
    let log = learner.log();
    let attempts = log.entries().filter(|entry| matches!(entry.event, memory::Event::Attempt(_)));
    attempts.map(|entry| entry.at_millis).min()
}

/// The date of a time where the learner is. Only the browser knows that, so it is empty at first.
#[hook]
fn use_local_date(millis: Option<i64>) -> String {
    let date = use_state(String::new);
    {
        let date = date.clone();
        use_effect_with(millis, move |millis| {
            date.set(millis.map_or_else(String::new, |millis| text::date(&clock::local_date(millis))));
        });
    }
    (*date).clone()
}

fn stored(learner: &Learner, first_date: &str) -> Html {
    let log = learner.log();
    let quizzes = log.entries().filter(|entry| matches!(entry.event, memory::Event::Started { .. })).count();
    let damaged = learner.journal().damaged().len();
    let number = |count: usize| html! { { text::decimal(count as f64) } };
    let mut lines = vec![(text::ANSWERS, number(log.attempt_count())), (text::QUIZZES, number(quizzes))];
    if log.attempt_count() > 0 {
        lines.push((text::FIRST_ANSWER, html! { { first_date.to_owned() } }));
    }
    if learner.journal().unsaved_count() > 0 {
        lines.push((text::NOT_STORED, number(learner.journal().unsaved_count())));
    }
    if damaged > 0 {
        lines.push((text::DAMAGED, number(damaged)));
    }
    let lines = lines.into_iter().map(|(name, value)| html! { <><dt>{ name }</dt><dd>{ value }</dd></> });
    section(
        "stored",
        text::STORED,
        html! {
            <>
                <dl class="stored">{ for lines }</dl>
                if damaged > 0 { <p class="soft">{ text::DAMAGED_HELP }</p> }
            </>
        },
    )
}

/// A file that was read and waits for a yes, or what there is to say of it.
enum Import {
    Nothing,
    Said(String),
    Waiting { restored: RefCell<Restored>, new: usize, known: usize },
}

#[hook]
fn use_restore() -> Html {
    let import = use_state(|| Import::Nothing);
    let Some((shared, learner)) = use_learning() else { return Html::default() };
    let onchange = {
        let import = import.clone();
        Callback::from(move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
            let (import, learner) = (import.clone(), learner.clone());
            spawn_local(async move {
                let cap_bytes = u32::try_from(LARGEST_BACKUP_BYTES).unwrap_or(u32::MAX);
                let read = files::read(file, cap_bytes).await;
                import.set(match read {
                    Err(error) => Import::Said(text::file_refused(error)),
                    Ok(text) => match restored(&text).await {
                        Err(error) => Import::Said(text::backup_refused(&error)),
                        Ok(restored) => preview(restored, &learner),
                    },
                });
                // The same file may be chosen again.
                input.set_value("");
            });
        })
    };
    let add = {
        let import = import.clone();
        Callback::from(move |_: MouseEvent| {
            let Import::Waiting { restored, new, .. } = &*import else { return };
            let entries = std::mem::take(&mut restored.borrow_mut().entries);
            shared.recorder.dispatch(Action::Restored(entries));
            import.set(Import::Said(text::restored(*new)));
            page::focus_in_place(RESTORE_ID);
        })
    };
    let says = match &*import {
        Import::Nothing => Html::default(),
        Import::Said(says) => html! { <p>{ says }</p> },
        Import::Waiting { restored, new, known } => html! {
            <>
                <p>{ text::restore_preview(*new, *known, restored.borrow().damaged) }</p>
                <div class="actions">
                    { button("primary", "restore-now", text::RESTORE_NOW, add) }
                </div>
            </>
        },
    };
    section(
        "restore",
        text::RESTORE,
        html! {
            <>
                <p id="restore-help">{ text::RESTORE_HELP }</p>
                <p class="entry">
                    <label for={RESTORE_ID}>{ text::BACKUP_FILE }</label>{ " " }
                    <input
                        type="file"
                        id={RESTORE_ID}
                        accept=".json,application/json"
                        data-action="restore"
                        aria-describedby="restore-help"
                        {onchange}
                    />
                </p>
                <div class="feedback" aria-live="polite">{ says }</div>
            </>
        },
    )
}

/// Reads a file without the page standing still.
async fn restored(text: &str) -> Result<Restored, BackupError> {
    let mut reading = Reading::begin(text)?;
    loop {
        if let Some(restored) = reading.step(RECORDS_A_STEP)? {
            return Ok(restored);
        }
        pause::pause().await;
    }
}

fn preview(restored: Restored, learner: &Learner) -> Import {
    let log = learner.log();
    let known = restored.entries.iter().filter(|entry| log.get(&entry.id).is_some()).count();
    let new = restored.entries.len() - known;
    if new == 0 && restored.damaged == 0 {
        return Import::Said(text::NOTHING_NEW.to_owned());
    }
    Import::Waiting { restored: RefCell::new(restored), new, known }
}

#[hook]
fn use_erase() -> Html {
    let learning = use_learning();
    let is_asking = use_state(|| false);
    let is_done = use_state(|| false);
    let (answers, is_empty) = learning.as_ref().map_or((0, true), |(_, learner)| {
        let is_read = learner.journal().storage() != Storage::Opening;
        (learner.log().attempt_count(), is_read && learner.journal().is_empty())
    });
    let ask = {
        let is_asking = is_asking.clone();
        Callback::from(move |_: MouseEvent| is_asking.set(true))
    };
    let on_close = {
        let is_asking = is_asking.clone();
        Callback::from(move |()| is_asking.set(false))
    };
    let keep = on_close.reform(|_: MouseEvent| ());
    let erase = {
        let (on_close, is_done) = (on_close.clone(), is_done.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some((shared, _)) = &learning {
                shared.recorder.erase();
                half_done::forget();
            }
            is_done.set(true);
            on_close.emit(());
        })
    };
    let inner = html! {
        <>
            <p id={text_id(ERASE_ID)} tabindex="-1" autofocus=true>{ text::ERASE_WARNING }</p>
            <div class="actions">
                { button("primary", "keep", text::KEEP, keep) }{ " " }
                { button("danger", "erase-all", text::erase_now(answers), erase) }
            </div>
        </>
    };
    let dialog = use_dialog(Dialog {
        id: ERASE_ID,
        title: &format!("{}?", text::erase_now(answers)),
        is_low: false,
        is_open: *is_asking,
        on_close: &on_close,
        inner,
    });
    // The button that had the focus is gone then.
    use_effect_with(is_empty && *is_done, |is_erased| {
        if *is_erased && page::is_focus_lost() {
            page::focus_in_place(ERASED_ID);
        }
    });
    section(
        "erase",
        text::ERASE,
        html! {
            <>
                if is_empty {
                    <p>{ text::NOTHING_TO_ERASE }</p>
                } else {
                    <p>{ text::ERASE_HELP }</p>
                    <div class="actions">
                        { button("danger", "erase", text::ERASE_ASK, ask) }
                    </div>
                }
                <p aria-live="polite" id={ERASED_ID} tabindex="-1">
                    { if *is_done && is_empty { text::ERASED } else { "" } }
                </p>
                { dialog }
            </>
        },
    )
}
