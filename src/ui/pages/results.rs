//! What a session came to.

use yew::prelude::*;

use super::review::next;
use crate::deck::{IndexedDeck, ItemId, Register, Standing};
use crate::memory::{due, last_session, usual_millis};
use crate::platform::page::HEADING;
use crate::platform::{address, clock, entropy};
use crate::quiz::{Answered, Outcome, Plan, Results, Stage, Sure, Tally, results};
use crate::ui::components::button::button;
use crate::ui::components::item::{Said, explanation, remarks};
use crate::ui::components::sources::standing;
use crate::ui::interactions::Asked;
use crate::ui::learner::{Action, Learner};
use crate::ui::learning::{Shared, use_learning};
use crate::ui::route::{QuizLink, Route};
use crate::ui::text;

/// The results page.
#[component]
pub fn ResultsPage() -> Html {
    let Some((Shared { deck, recorder, .. }, learner)) = use_learning() else { return Html::default() };
    let quiz = Route::Quiz(QuizLink::default()).href();
    let Some((plan, answered)) = last(&deck, &learner) else {
        return html! {
            <main lang="en" data-page="results" id="main">
                <h1 id={HEADING} tabindex="-1">{ text::YOUR_RESULT }</h1>
                <p>{ text::NO_RESULT }</p>
                <div class="actions"><a class="button primary" href={quiz}>{ text::CHOOSE_A_QUIZ }</a></div>
            </main>
        };
    };
    let results = results(&deck, &answered);
    let again = {
        let items = results.missed.clone();
        Callback::from(move |_: MouseEvent| {
            let (items, seed, at_millis) = (items.clone(), entropy::seed(), clock::now_millis());
            recorder.dispatch(Action::Again { items, seed, at_millis });
            address::go(&Route::Quiz(QuizLink::default()).fragment());
        })
    };
    if plan.ask.again {
        return html! {
            <main lang="en" data-page="results" id="main">
                <h1 id={HEADING} tabindex="-1">{ text::review::YOUR_REVIEW }</h1>
                { gained(&deck, &learner, &results, &answered) }
                { missed(&deck, &results, &answered) }
            </main>
        };
    }
    let is_repeatable = crate::quiz::plan(&deck, plan.ask.clone()) == plan;
    let same = is_repeatable.then(|| Route::Quiz(QuizLink::of(&plan.ask)).href());
    html! {
        <main lang="en" data-page="results" id="main">
            <h1 id={HEADING} tabindex="-1">{ text::YOUR_RESULT }{ ": " }{ score(&results) }</h1>
            { tally(&results) }
            { by_chapter(&deck, &results) }
            <details class="as-table"><summary>{ text::BY_STANDING }</summary>{ by_standing(&results) }</details>
            { comes_back(&deck, &learner) }
            { missed(&deck, &results, &answered) }
            <div class="actions">
                if !results.missed.is_empty() {
                    { button("primary", "again", text::again(results.missed.len()), again) }{ " " }
                }
                <a class="button" href={quiz}>{ text::NEW_QUIZ }</a>
                if let Some(same) = same { { " " }<a class="button" href={same}>{ text::SAME_QUIZ }</a> }
            </div>
        </main>
    }
}

/// The session on screen if it is finished, else the last one in the log that has ended.
fn last(deck: &IndexedDeck, learner: &Learner) -> Option<(Plan, Vec<Answered>)> {
    let finished = learner.running().filter(|running| running.session.stage == Stage::Finished);
    let (plan, answered) = match finished {
        Some(running) => ((*running.session.plan).clone(), (*running.session.answered).clone()),
        None => last_session(&learner.log(), &deck.id)?,
    };
    (!answered.is_empty()).then_some((plan, answered))
}

/// What a review has come to: what was recalled, what came back, and when the next is.
fn gained(deck: &IndexedDeck, learner: &Learner, results: &Results, answered: &[Answered]) -> Html {
    let facts = |items: &mut dyn Iterator<Item = &ItemId>| {
        let items = items.filter_map(|id| deck.item(id));
        let mut facts = Register::default();
        items.flat_map(|item| &item.facts).filter(|fact| facts.add(fact.as_str())).count()
    };
    let all = facts(&mut answered.iter().map(|answered| &answered.item));
    let missed = facts(&mut results.missed.iter());
    let is_right = |item: &&ItemId| {
        answered.iter().any(|one| one.item == **item && one.grade.outcome == Outcome::Correct)
    };
    let came_back = results.missed.iter().filter(is_right).count();
    let schedule = learner.schedule();
    let due = due(&schedule, deck).len();
    let next = if due > 0 {
        text::review::due_today(due)
    } else {
        text::review::next_review(next(&schedule, deck), schedule.today)
    };
    let says = text::review::gained(all - missed, all, came_back, results.missed.len() - came_back);
    html! {
        <>
            <p class="due">{ says }</p>
            <p>{ next }</p>
            <div class="actions">
                <a class="button primary" href={Route::Progress.href()}>{ text::review::SEE_PROGRESS }</a>{ " " }
                <a class="button" href={Route::Review.href()}>{ text::REVIEW }</a>
            </div>
        </>
    }
}

fn score(results: &Results) -> Html {
    let points = text::decimal((results.score * 10.0).round() / 10.0);
    html! { <span class="score"><b>{ points }</b>{ text::of_points(results.count) }</span> }
}

fn tally(results: &Results) -> Html {
    html! {
        <>
            <p>
                { text::tallied(results.correct, results.partial, results.wrong, results.revealed) }
                { text::judged(&results.by_sure) }
            </p>
            if results.missed.is_empty() { <p>{ text::ALL_RIGHT }</p> }
        </>
    }
}

/// When something comes back, how much, and how long that will take.
fn comes_back(deck: &IndexedDeck, learner: &Learner) -> Html {
    let schedule = learner.schedule();
    let next = next(&schedule, deck);
    let facts = next.map_or(0, |(_, facts)| facts as u64);
    html! {
        <section aria-labelledby="comes-back">
            <h2 id="comes-back">{ text::COMES_BACK }</h2>
            <p>
                { text::review::next_review(next, schedule.today) }
                if facts > 0 { { " " }{ text::review::takes(facts * u64::from(usual_millis(&learner.log()))) } }
            </p>
            <p><a href={Route::Review.href()}>{ text::review::CALENDAR }</a></p>
        </section>
    }
}

fn missed(deck: &IndexedDeck, results: &Results, answered: &[Answered]) -> Html {
    let (sure, others): (Vec<_>, Vec<_>) = results
        .missed
        .iter()
        .filter_map(|id| answered.iter().find(|answered| answered.item == *id))
        .partition(|answered| results.sure_but_wrong.contains(&answered.item));
    let list = |id: &'static str, title: &'static str, missed: Vec<&Answered>| {
        if missed.is_empty() {
            return Html::default();
        }
        html! {
            <section aria-labelledby={id}>
                <h2 {id}>{ title }</h2>
                <ol class="missed">{ for missed.into_iter().map(|answered| missed_item(deck, answered)) }</ol>
            </section>
        }
    };
    let rest = if sure.is_empty() { text::MISSED } else { text::ALSO_MISSED };
    html! {
        <>{ list("sure-but-wrong", text::SURE_BUT_WRONG, sure) }{ list("missed", rest, others) }</>
    }
}

/// A question in a line or two, which opens with what was answered, what is right, and why.
fn missed_item(deck: &IndexedDeck, answered: &Answered) -> Html {
    let Some(item) = deck.item(&answered.item) else { return Html::default() };
    let outcome = answered.grade.outcome;
    let verdict = if answered.sure == Some(Sure::Certain) {
        text::though_certain(outcome)
    } else {
        text::verdict(outcome).to_owned()
    };
    let asked = Asked {
        deck,
        item,
        at: "missed",
        ask: None,
        response: answered.response.as_ref(),
        is_answered: true,
        on_draft: &Callback::noop(),
    };
    let said = Said { outcome, response: answered.response.as_ref(), sure: answered.sure };
    html! {
        <li
            key={item.id.as_str()}
            data-item={item.id.to_string()}
            data-interaction={item.interaction.kind()}
            data-outcome={outcome.slug()}
        >
            <details class="answers">
                <summary>
                    <span class="verdict" lang="en">{ verdict }</span>{ " " }
                    <b lang={deck.language.clone()}>{ item.stem.as_str() }</b>
                </summary>
                { for remarks(asked, said).into_iter().map(|remark| html! { <p lang="en">{ remark }</p> }) }
                <div lang={deck.language.clone()}>{ explanation(asked, None) }</div>
            </details>
        </li>
    }
}

fn by_chapter(deck: &IndexedDeck, results: &Results) -> Html {
    let rows = results.by_chapter.iter().map(|(id, tally)| {
        let title = deck.chapter(id).map_or(id.as_str(), |chapter| chapter.title.as_str());
        row(html! { <span lang={deck.language.clone()}>{ title }</span> }, *tally)
    });
    table(text::BY_CHAPTER, rows.collect())
}

fn by_standing(results: &Results) -> Html {
    let rows = results.by_standing.iter().map(|(of, tally): &(Standing, Tally)| row(standing(*of), *tally));
    table(text::BY_STANDING, rows.collect())
}

fn table(caption: &'static str, rows: Vec<Html>) -> Html {
    html! {
        <table class="tally">
            <caption>{ caption }</caption>
            <thead class="unseen">
                <tr>
                    <th scope="col">{ text::PART }</th>
                    <th scope="col">{ text::SHARE_RIGHT }</th>
                    <th scope="col">{ text::POINTS }</th>
                </tr>
            </thead>
            <tbody>{ for rows }</tbody>
        </table>
    }
}

fn row(name: Html, tally: Tally) -> Html {
    let points = text::points_of(tally.score, tally.count);
    html! {
        <tr>
            <th scope="row">{ name }</th>
            <td>
                <meter value={text::plain(tally.score)} max={tally.count.max(1).to_string()} aria-hidden="true">
                    { points.clone() }
                </meter>
            </td>
            <td>{ points }</td>
        </tr>
    }
}
