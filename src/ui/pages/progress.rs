//! What is remembered, when it comes again, and how well the learner judges it.

use yew::prelude::*;

use super::review::nothing_learnt;
use crate::deck::{Chapter, Fact, FactId, IndexedDeck, Register};
use crate::memory::{
    Calibration, Change, FactMemory, Schedule, Step, Storage, before_and_after, calibration, date_of,
    forecast,
};
use crate::platform::page::HEADING;
use crate::quiz::{Outcome, Sure};
use crate::ui::components::second_look::second_look;
use crate::ui::components::section::section;
use crate::ui::components::table::table;
use crate::ui::learning::{Shared, use_learning};
use crate::ui::text;
use crate::ui::visuals::scale::bar;
use crate::ui::visuals::{as_table, path};

/// How many days ahead are drawn.
const DAYS: u32 = 30;

/// The progress page.
#[component]
pub fn ProgressPage() -> Html {
    let Some((Shared { deck, .. }, learner)) = use_learning() else { return Html::default() };
    let shown = if learner.journal().storage() == Storage::Opening {
        html! { <p role="status">{ text::OPENING }</p> }
    } else if learner.schedule().attempted(&deck).next().is_none() {
        nothing_learnt(&learner.schedule())
    } else {
        let (schedule, log) = (learner.schedule(), learner.log());
        let calibration = calibration(&log, &deck.id);
        html! {
            <>
                { facts(&deck, &schedule) }
                { sure_but_wrong(&deck, &calibration) }
                { coming_days(&deck, &schedule) }
                { confidence(&calibration) }
                { change(&deck, &before_and_after(&log, &deck)) }
            </>
        }
    };
    html! { <main lang="en" data-page="progress" id="main"><h1 id={HEADING} tabindex="-1">{ text::PROGRESS }</h1>{ shown }</main> }
}

fn sure_but_wrong(deck: &IndexedDeck, calibration: &Calibration) -> Html {
    let items = calibration.sure_but_wrong.iter().filter_map(|id| deck.item(id));
    let items: Vec<_> = items
        .map(|item| {
            html! {
                <li
                    key={item.id.as_str()}
                    data-item={item.id.to_string()}
                    data-interaction={item.interaction.kind()}
                >
                    { second_look(deck, item) }
                </li>
            }
        })
        .collect();
    if items.is_empty() {
        return Html::default();
    }
    let list = html! { <ol class="missed">{ for items }</ol> };
    section("sure-but-wrong", text::review::STILL_SURE_BUT_WRONG, list)
}

/// A bar for each of the coming days, as high as facts come due on it.
fn coming_days(deck: &IndexedDeck, schedule: &Schedule) -> Html {
    let counts = forecast(schedule, deck, DAYS as usize);
    let most = counts.iter().copied().max().unwrap_or_default().max(1);
    let days: Vec<_> = (0..).zip(&counts).filter(|(_, count)| **count > 0).collect();
    let bars = path(0..DAYS, &|day| {
        let count = counts.get(day as usize).copied().unwrap_or_default();
        let height = (count * 40).div_ceil(most);
        if height == 0 { String::new() } else { format!("M{} 40v-{height}h8v{height}z", day * 10 + 1) }
    });
    let rows = days.iter().map(|(ahead, count)| {
        let day = schedule.today.saturating_add(*ahead);
        vec![
            html! { { text::review::when(day, schedule.today) } },
            html! { { text::decimal(**count as f64) } },
        ]
    });
    let inner = html! {
        <>
            <p>{ text::review::coming(counts.iter().sum(), days.len()) }</p>
            if !days.is_empty() {
                <svg class="days" viewBox="0 0 300 41" preserveAspectRatio="none" aria-hidden="true">
                    <rect y="40" width="300" height="1" class="rest" />
                    <path d={bars} />
                </svg>
                <p class="ends soft">
                    <span>{ text::review::TODAY }</span>{ " " }
                    <span>{ text::review::day_date(schedule.today.saturating_add_unsigned(DAYS - 1)) }</span>
                </p>
                { as_table(&[text::review::DAY, text::review::FACTS_DUE], rows) }
            }
        </>
    };
    section("coming-days", text::review::COMING_DAYS, inner)
}

/// From which share of right answers a step is honest; below it the one before says it better. A judgement of ours.
const fn honest_from(sure: Sure) -> Option<f64> {
    match sure {
        Sure::Guess => None,
        Sure::Think => Some(2.0 / 3.0),
        Sure::Certain => Some(0.8),
    }
}

fn confidence(calibration: &Calibration) -> Html {
    let steps = Sure::ALL.into_iter().zip(calibration.steps);
    if calibration.steps.iter().all(|(count, _)| *count == 0) {
        return Html::default();
    }
    let rows = steps.map(|(step, (count, right))| {
        let share = right as f64 / count.max(1) as f64;
        let shown = html! {
            if count > 0 { { text::review::percent(share) }{ " " }{ bar(share, honest_from(step)) } } else { { "–" } }
        };
        vec![
            html! { { text::sure(step) } },
            html! { { text::decimal(count as f64) } },
            html! { { text::decimal(right as f64) } },
            shown,
        ]
    });
    let heads = [text::review::YOU_SAID, text::ANSWERS, text::review::NUMBER_RIGHT, text::review::SHARE];
    html! {
        <>
            { table(Some("tally confidence"), text::review::HOW_SURE_YOU_ARE, &heads, rows) }
            <p class="soft">{ text::review::HONEST }</p>
        </>
    }
}

fn change(deck: &IndexedDeck, changes: &[Change]) -> Html {
    if changes.is_empty() {
        return Html::default();
    }
    let right = |outcome: &dyn Fn(&Change) -> Outcome| {
        changes.iter().filter(|change| outcome(change) == Outcome::Correct).count()
    };
    let (before, after) = (right(&|change| change.before), right(&|change| change.after));
    let rows = changes.iter().map(|change| {
        let stem = deck.item(&change.item).map_or("", |item| item.stem.as_str());
        vec![
            html! { <span lang={deck.language.clone()}>{ stem }</span> },
            outcome(change.before),
            outcome(change.after),
        ]
    });
    let heads = [text::review::QUESTION, text::review::BEFORE_READING, text::review::SINCE];
    html! {
        <>
            { table(Some("tally change"), text::review::BEFORE_AND_AFTER, &heads, rows) }
            <p>{ text::review::change(before, after, changes.len()) }</p>
        </>
    }
}

fn outcome(outcome: Outcome) -> Html {
    html! { <span class="is" lang="en" data-outcome={outcome.slug()}>{ text::verdict(outcome) }</span> }
}

/// Every fact that is asked for: a sentence, and by chapter a square for each. What was not asked yet is a square
/// and never a text, which would tell the answer.
fn facts(deck: &IndexedDeck, schedule: &Schedule) -> Html {
    let asked = Register::of(deck.items.iter().flat_map(|item| &item.facts).map(FactId::as_str));
    let asked: Vec<_> = deck.facts.iter().filter(|fact| asked.has(fact.id.as_str())).collect();
    let steps = |facts: &[&Fact]| -> Vec<Option<Step>> {
        facts.iter().map(|fact| schedule.of(deck, &fact.id).map(FactMemory::step)).collect()
    };
    let chapters = deck.chapters.iter().map(|chapter| {
        let is_told = |fact: &&&Fact| deck.card_of(&fact.id).is_some_and(|(by, _)| by.id == chapter.id);
        let facts: Vec<&Fact> = asked.iter().filter(is_told).copied().collect();
        chapter_facts(deck, schedule, chapter, &facts, &steps(&facts))
    });
    html! { <><p class="due">{ text::review::held(&steps(&asked)) }</p>{ for chapters }</> }
}

fn chapter_facts(
    deck: &IndexedDeck,
    schedule: &Schedule,
    chapter: &Chapter,
    facts: &[&Fact],
    steps: &[Option<Step>],
) -> Html {
    if facts.is_empty() {
        return Html::default();
    }
    let squares = steps.iter().map(|step| html! { <i data-step={step.map(Step::slug)} /> });
    let lines: Vec<Html> = facts.iter().filter_map(|fact| fact_line(deck, schedule, fact)).collect();
    html! {
        <details key={chapter.id.as_str()} class="facts" data-chapter={chapter.id.to_string()}>
            <summary>
                <b lang={deck.language.clone()}>{ chapter.title.as_str() }</b>{ " " }
                <span class="soft">{ text::review::steps(steps) }</span>
                <span class="squares" aria-hidden="true">{ for squares }</span>
            </summary>
            if lines.is_empty() {
                <p class="soft">{ text::review::NOT_ASKED }</p>
            } else {
                <ul>{ for lines }</ul>
            }
        </details>
    }
}

/// A fact that was asked.
fn fact_line(deck: &IndexedDeck, schedule: &Schedule, fact: &Fact) -> Option<Html> {
    let memory = schedule.of(deck, &fact.id)?;
    let step = memory.step();
    // On the day of an answer the formula says that all of it is remembered, which means nothing.
    let likely = (memory.last_day < schedule.today)
        .then(|| text::review::likely(f64::from(memory.retrievability(schedule.today))));
    let recent = memory.recent.iter().map(|one| html! { <>{ outcome(*one) }{ " " }</> });
    Some(html! {
        <li key={fact.id.as_str()} data-fact={fact.id.to_string()} data-step={step.slug()}>
            <p lang={deck.language.clone()}>{ fact.statement.as_str() }</p>
            <p class="soft">
                <b>{ text::review::step(step) }</b>{ for likely }{ ". " }{ text::review::DUE }{ " " }
                <time datetime={date_of(memory.due_day)}>{ text::review::when(memory.due_day, schedule.today) }</time>
                { "." }
            </p>
            <p class="soft">{ text::review::LAST_ANSWERS }{ " " }{ for recent }</p>
        </li>
    })
}
