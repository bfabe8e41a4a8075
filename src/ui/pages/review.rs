//! What is due to be asked again, until when it is to be remembered, and the days to come.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::deck::IndexedDeck;
use crate::memory::{Day, Goal, Schedule, Storage, date_of, day_of_date, due, forecast, usual_millis};
use crate::platform::page::HEADING;
use crate::platform::{address, clock, entropy, files};
use crate::ui::calendar::calendar;
use crate::ui::components::button::button;
use crate::ui::components::notices::resume;
use crate::ui::components::section::section;
use crate::ui::keyboard::on_enter;
use crate::ui::learner::{Action, Learner, Which};
use crate::ui::learning::{Shared, use_learning};
use crate::ui::route::{QuizLink, Route};
use crate::ui::text;

/// How many days ahead the calendar file goes.
const CALENDAR_DAYS: usize = 366;

/// The review page.
#[component]
pub fn ReviewPage() -> Html {
    let goal = use_goal();
    let is_saved = use_state(|| false);
    let Some((Shared { deck, recorder, .. }, learner)) = use_learning() else { return Html::default() };
    if learner.journal().storage() == Storage::Opening {
        return page(html! { <p role="status">{ text::OPENING }</p> });
    }
    let schedule = learner.schedule();
    if schedule.attempted(&deck).next().is_none() {
        return page(nothing_learnt(&schedule));
    }
    let begin = |which: Which| {
        let recorder = recorder.clone();
        Callback::from(move |_: MouseEvent| {
            let (seed, at_millis) = (entropy::seed(), clock::now_millis());
            recorder.dispatch(Action::Review { which, seed, at_millis });
            address::go(&Route::Quiz(QuizLink::default()).fragment());
        })
    };
    let save = {
        let (deck, schedule, is_saved) = (deck.clone(), schedule.clone(), is_saved.clone());
        Callback::from(move |_: MouseEvent| {
            let counts = forecast(&schedule, &deck, CALENDAR_DAYS);
            let text = calendar(&deck.id, schedule.today, &counts);
            // A browser that refuses the download shows that itself.
            let _ = files::save("factdeck-reviews.ics", "text/calendar", &text);
            is_saved.set(true);
        })
    };
    page(html! {
        <>
            { what_is_due(&deck, &learner, &schedule, &begin) }
            { goal }
            { section("calendar", text::review::CALENDAR, html! {
                <>
                    <p>{ text::review::CALENDAR_HELP }</p>
                    <div class="actions">{ button("", "calendar", text::review::SAVE_CALENDAR, save) }</div>
                    <p aria-live="polite">{ if *is_saved { text::review::CALENDAR_SAVED } else { "" } }</p>
                </>
            }) }
        </>
    })
}

fn page(inner: Html) -> Html {
    html! { <main lang="en" data-page="review" id="main"><h1 id={HEADING} tabindex="-1">{ text::REVIEW }</h1>{ inner }</main> }
}

/// What is said while nothing was ever answered, or nothing that counts yet.
pub fn nothing_learnt(schedule: &Schedule) -> Html {
    let says = schedule.waits_until.map_or_else(
        || text::review::NOTHING_LEARNT.to_owned(),
        |day| text::review::dated_ahead(&text::review::day_date(day)),
    );
    html! {
        <>
            <p>{ says }</p>
            <div class="actions">
                <a class="button primary" href={Route::Story.href()}>{ text::START_READING }</a>{ " " }
                <a class="button" href={Route::Quiz(QuizLink::default()).href()}>{ text::TO_QUIZ }</a>
            </div>
        </>
    }
}

fn what_is_due(
    deck: &IndexedDeck,
    learner: &Learner,
    schedule: &Schedule,
    begin: &dyn Fn(Which) -> Callback<MouseEvent>,
) -> Html {
    let due = due(schedule, deck).len();
    let left =
        learner.left().map(|session| resume(text::review::ENDS_THE_QUIZ, &text::review::back_to(session)));
    let class = if left.is_some() { "" } else { "primary" };
    let shown = if due > 0 {
        let millis = u64::from(usual_millis(&learner.log())) * due as u64;
        html! {
            <>
                <p class="due" data-due={due.to_string()}>{ text::review::due_today(due) }</p>
                <p>{ text::review::takes(millis) }</p>
                <div class="actions">{ button(class, "review", text::review::REVIEW_NOW, begin(Which::Due)) }</div>
            </>
        }
    } else {
        html! {
            <>
                <p class="due" data-due="0">{ text::review::nothing_due(next(schedule, deck), schedule.today) }</p>
                <div class="actions">{ button("", "weakest", text::review::WEAKEST, begin(Which::Weakest)) }</div>
                <p class="soft">{ text::review::WEAKEST_HELP }</p>
            </>
        }
    };
    html! { <>{ for left }{ shown }</> }
}

/// The next day after today on which facts are due, and how many.
pub fn next(schedule: &Schedule, deck: &IndexedDeck) -> Option<(Day, usize)> {
    let day = schedule.next_day()?;
    Some((day, schedule.attempted(deck).filter(|(_, memory)| memory.due_day == day).count()))
}

#[derive(Clone, Copy, PartialEq)]
enum Until {
    NextWeek,
    Date,
    ForGood,
}

const DAYS_OF_WEEK: Day = 7;
/// The date that is offered first: some weeks ahead, as the end of a term may be.
const USUAL_DAYS: Day = 60;

/// "Remember until when?", with what was chosen last.
#[hook]
fn use_goal() -> Html {
    // Chosen or typed, and not set yet.
    let chosen = use_state(|| None::<Until>);
    let typed = use_state(|| None::<String>);
    let said = use_state(String::new);
    let Some((Shared { recorder, .. }, learner)) = use_learning() else { return Html::default() };
    let (goal, today) = (learner.schedule().goal, learner.today());
    let until = chosen.unwrap_or(match goal {
        Goal::NextWeek { .. } => Until::NextWeek,
        Goal::Until { .. } => Until::Date,
        Goal::ForGood => Until::ForGood,
    });
    let next_week =
        if let Goal::NextWeek { until } = goal { until } else { today.saturating_add(DAYS_OF_WEEK) };
    let day = if let Goal::Until { day } = goal { day } else { today.saturating_add(USUAL_DAYS) };
    let date = (*typed).clone().unwrap_or_else(|| date_of(day));
    let oninput = {
        let (chosen, typed) = (chosen.clone(), typed.clone());
        Callback::from(move |event: InputEvent| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            typed.set(Some(input.value()));
            chosen.set(Some(Until::Date));
        })
    };
    let keep = {
        let (date, said, chosen) = (date.clone(), said.clone(), chosen.clone());
        Callback::from(move |()| {
            let goal = match until {
                Until::NextWeek => Some(Goal::NextWeek { until: today.saturating_add(DAYS_OF_WEEK) }),
                Until::Date => day_of_date(&date).filter(|day| *day > today).map(|day| Goal::Until { day }),
                Until::ForGood => Some(Goal::ForGood),
            };
            let Some(goal) = goal else {
                said.set(text::review::DATE_AHEAD.to_owned());
                return;
            };
            recorder.dispatch(Action::Goal { goal, at_millis: clock::now_millis() });
            said.set(text::review::goal_kept(goal));
            chosen.set(None);
        })
    };
    let option = |value: &'static str, of: Until, name: &'static str, besides: String| {
        let chosen = chosen.clone();
        let onchange = Callback::from(move |_: Event| chosen.set(Some(of)));
        html! {
            <label class="choice">
                <input type="radio" name="goal" {value} checked={until == of} {onchange} />{ " " }
                <span>{ name }</span>{ " " }<span class="soft">{ besides }</span>
            </label>
        }
    };
    html! {
        <div class="setup" onkeydown={on_enter(keep.clone())}>
            <fieldset aria-describedby="goal-help">
                <legend>{ text::review::UNTIL_WHEN }</legend>
                { option("next-week", Until::NextWeek, text::review::NEXT_WEEK, text::review::before_date(next_week)) }
                { option("until", Until::Date, text::review::UNTIL_A_DATE, String::new()) }
                <p class="entry">
                    <label for="goal-date">{ text::review::THE_DATE }</label>{ " " }
                    <input type="date" id="goal-date" value={date} min={date_of(today.saturating_add(1))} {oninput} />
                </p>
                { option("for-good", Until::ForGood, text::review::FOR_GOOD, String::new()) }
            </fieldset>
            <p class="soft" id="goal-help">{ text::review::UNTIL_WHEN_HELP }</p>
            <div class="actions">
                { button("", "goal", text::review::KEEP_GOAL, keep.reform(|_| ())) }
            </div>
            <p aria-live="polite">{ (*said).clone() }</p>
        </div>
    }
}
