//! What to choose before a quiz.

use yew::prelude::*;

use crate::deck::{ChapterId, sorted_by};
use crate::platform::{address, clock, entropy, settings};
use crate::quiz::Ask;
use crate::ui::components::button::button;
use crate::ui::components::notices::resume;
use crate::ui::keyboard::on_enter;
use crate::ui::learner::Action;
use crate::ui::learning::{Shared, use_learning};
use crate::ui::route::{QuizLink, Route};
use crate::ui::text;

/// Name of the setting that leaves out "how sure?".
const SURE_SETTING: &str = "factdeck.sure";
const SURE_OFF: &str = "off";

/// The numbers of items that are offered besides all.
const COUNTS: [usize; 2] = [10, 20];

/// What the link asks for: it is chosen already.
#[derive(Properties, PartialEq)]
pub struct SetupProps {
    /// The link.
    pub link: QuizLink,
    /// The session that a start would end: the place of its item, from 1, and how many there are.
    pub at_stake: Option<String>,
}

/// Chapters, how many, and whether to ask "how sure?".
#[component]
pub fn Setup(props: &SetupProps) -> Html {
    let learning = use_learning();
    let left_out = use_state(Vec::<ChapterId>::new);
    let count = use_state(|| match props.link.count {
        None if !props.link.start_now => COUNTS.first().copied(),
        asked => asked,
    });
    let sure = use_state(|| !props.link.without_sure);
    {
        let sure = sure.clone();
        use_effect_with((), move |()| {
            if settings::get(SURE_SETTING).as_deref() == Some(SURE_OFF) {
                sure.set(false);
            }
        });
    }
    let is_refused = use_state(|| false);
    let Some((Shared { deck, recorder, .. }, _)) = learning else { return Html::default() };

    let named = &props.link.chapters;
    let is_offered = |id: &ChapterId| named.is_empty() || named.contains(id);
    let offered: Vec<_> = deck.chapters.iter().filter(|chapter| is_offered(&chapter.id)).collect();
    let misread = misread_notice(&props.link);
    if offered.is_empty() {
        let all = Route::Quiz(QuizLink::default()).href();
        return html! {
            <>
                { for misread }
                <div class="actions" lang="en"><a class="button primary" href={all}>{ text::CHOOSE_A_QUIZ }</a></div>
            </>
        };
    }
    let sizes: Vec<_> = offered.iter().map(|chapter| deck.items_of(&chapter.id).count()).collect();
    let chosen: Vec<ChapterId> =
        offered.iter().map(|chapter| chapter.id.clone()).filter(|id| !left_out.contains(id)).collect();
    let total: usize = offered
        .iter()
        .zip(&sizes)
        .filter(|(chapter, _)| !left_out.contains(&chapter.id))
        .map(|(_, size)| size)
        .sum();

    let chapters = offered.iter().zip(&sizes).map(|(chapter, size)| {
        let onchange = {
            let (left_out, id) = (left_out.clone(), chapter.id.clone());
            Callback::from(move |_: Event| {
                let mut next = (*left_out).clone();
                next.retain(|left_out| *left_out != id);
                if next.len() == left_out.len() {
                    next.push(id.clone());
                }
                left_out.set(next);
            })
        };
        let checked = !left_out.contains(&chapter.id);
        html! {
            <label class="choice" key={chapter.id.as_str()}>
                <input type="checkbox" name="chapter" value={chapter.id.to_string()} {checked} {onchange} />{ " " }
                <span lang={deck.language.clone()}>{ chapter.title.as_str() }</span>{ " " }
                <span class="soft">{ text::questions(*size) }</span>
            </label>
        }
    });
    let mut counts: Vec<_> = COUNTS.into_iter().chain(props.link.count).map(Some).collect();
    counts = sorted_by(&counts, |a, b| a.cmp(&b));
    counts.dedup();
    counts.push(None);
    let counts = counts.into_iter().map(|offer| {
        let count = count.clone();
        let checked = *count == offer;
        let onchange = Callback::from(move |_: Event| count.set(offer));
        let value = offer.map_or("all".to_owned(), |count| count.to_string());
        let shown = offer.map_or_else(|| text::all(total), |count| text::decimal(count as f64));
        html! {
            <label class="step" key={value.clone()}>
                <input type="radio" name="count" {value} {checked} {onchange} />{ " " }<span>{ shown }</span>
            </label>
        }
    });
    let on_sure = {
        let sure = sure.clone();
        Callback::from(move |_: Event| {
            let now = !*sure;
            // A setting that is not kept is asked again: no loss worth a word.
            let _ = settings::set(SURE_SETTING, if now { "on" } else { SURE_OFF });
            sure.set(now);
        })
    };
    let on_start = {
        let is_all = left_out.is_empty() && named.is_empty();
        let (sure, count, is_refused, link) = (*sure, *count, is_refused.clone(), props.link.clone());
        Callback::from(move |()| {
            if chosen.is_empty() {
                is_refused.set(true);
                return;
            }
            let ask = Ask {
                chapters: if is_all { Vec::new() } else { chosen.clone() },
                count,
                sure,
                ..link.ask(entropy::seed())
            };
            recorder.dispatch(Action::Start { ask, at_millis: clock::now_millis() });
            if link.start_now || !link.misread.is_empty() {
                // It has been followed; what was chosen here need not be what it asks for.
                address::replace(&Route::Quiz(QuizLink::default()).fragment());
            }
        })
    };
    let go_on = props.at_stake.as_ref().map(|go_on| resume(text::OTHER_QUIZ, go_on));
    let (start, class) = if go_on.is_some() { (text::START_INSTEAD, "") } else { (text::START, "primary") };
    html! {
        <>
            { for misread }
            { for go_on }
            <div class="setup" lang="en" onkeydown={on_enter(on_start.clone())}>
                <fieldset><legend>{ text::CHAPTERS }</legend>{ for chapters }</fieldset>
                <p role="alert">{ if *is_refused && total == 0 { text::CHOOSE_A_CHAPTER } else { "" } }</p>
                <fieldset><legend>{ text::HOW_MANY }</legend><div class="row">{ for counts }</div></fieldset>
                <fieldset>
                    <legend>{ text::HOW_SURE_SETTING }</legend>
                    <label class="choice">
                        <input type="checkbox" name="sure" checked={*sure} onchange={on_sure} />{ " " }
                        <span>{ text::ASK_HOW_SURE }</span>
                    </label>
                </fieldset>
                <div class="actions">
                    { button(class, "start", start, on_start.reform(|_| ())) }
                </div>
            </div>
        </>
    }
}

/// What of a link could not be read; `None` if all of it could.
fn misread_notice(link: &QuizLink) -> Option<Html> {
    let lines = link.misread.iter().map(|one| html! { <li>{ text::links::misread(one) }</li> });
    (!link.misread.is_empty()).then(|| {
        html! {
            <div class="notice" lang="en" data-notice="link" role="status">
                <div><p>{ text::links::NOT_ALL_READ }</p><ul class="listed">{ for lines }</ul></div>
            </div>
        }
    })
}
