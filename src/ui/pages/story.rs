//! The story: what this is, then chapters of cards, each with items to check oneself.

use yew::prelude::*;

use crate::deck::{Chapter, IndexedDeck, ItemId, Standing, prose};
use crate::memory::{ChapterGrasp, chapter_grasp, due};
use crate::platform::page::HEADING;
use crate::ui::components::card::card;
use crate::ui::components::notices::resume;
use crate::ui::components::sources::standing;
use crate::ui::learner::Learner;
use crate::ui::learning::{Shared, use_learning};
use crate::ui::part::Part;
use crate::ui::route::{QuizLink, Route};
use crate::ui::text;

/// How fast a plain text is read, in words a minute: what adults manage silently, on the slow side.
const WORDS_A_MINUTE: usize = 200;
/// How long a question takes to answer and its reasons to read; a guess of ours.
const SECONDS_A_QUESTION: usize = 20;
/// How many questions a quiz on one chapter has, as [`text::CHAPTER_QUIZ`] says.
const CHAPTER_QUIZ: usize = 10;

/// The story page, drawn whole: at build time, and where no story of this deck stands in the page. It does
/// not follow the learner's state itself, so that an answer draws nothing anew but what shows it.
#[component]
pub fn StoryPage() -> Html {
    let Some(Shared { deck, .. }) = use_context::<Shared>() else { return Html::default() };
    let chapters = deck.chapters.iter().enumerate();
    let chapters = chapters.map(|(position, chapter)| chapter_view(&deck, chapter, position + 1));
    html! {
        <main data-page="story" id="main">
            <div class="opening">
                <header class="head" data-part={Part::Head.name()}>{ Part::Head.view() }</header>
                { guess(&deck) }
                <div class="contents" data-part={Part::Contents.name()}>{ Part::Contents.view() }</div>
            </div>
            { before(&deck) }
            { marks() }
            { for chapters }
            { glossary(&deck) }
        </main>
    }
}

/// What stands in the story's header: what this is, and where to go from here. On the smallest phone the first
/// button is in view.
#[component]
pub fn Head() -> Html {
    let Some((Shared { deck, .. }, learner)) = use_learning() else { return Html::default() };
    html! {
        <>
            <h1 id={HEADING} tabindex="-1">{ deck.title.as_str() }</h1>
            <p class="lead">{ deck.summary.as_str() }</p>
            <div class="actions" lang="en">{ for offers(&deck, &learner) }</div>
            { for learner.left().map(|session| resume(&text::review::stopped_at(session), text::GO_ON)) }
            <p class="soft" lang="en">
                if !deck.chapters.is_empty() {
                    { text::chapters_of_minutes(deck.chapters.len(), chapter_minutes(&deck)) }{ " " }
                }
                { text::AS_OF }<time datetime={deck.as_of.clone()}>{ text::date(&deck.as_of) }</time>
                if let Some(source) = deck.sources.first() { { ", " }{ text::from_source(source) } }
                { text::NOT_THE_LAST_WORD }
            </p>
        </>
    }
}

/// How many minutes a chapter takes, with its questions: the mean, rounded up.
fn chapter_minutes(deck: &IndexedDeck) -> usize {
    let bodies = deck.chapters.iter().flat_map(|chapter| &chapter.cards).map(|card| &card.body);
    let words: usize = bodies.map(|body| prose::plain(body).split_whitespace().count()).sum();
    let questions: usize = deck.chapters.iter().map(|chapter| chapter.check.len()).sum();
    let seconds = words * 60 / WORDS_A_MINUTE + questions * SECONDS_A_QUESTION;
    seconds.div_ceil(60 * deck.chapters.len().max(1))
}

/// Where to go from here, the next sensible thing first: what is due, then reading, for whom has answered
/// nothing, or the quiz. A session that was left comes before all of them: then none of these is the one to
/// press.
fn offers(deck: &IndexedDeck, learner: &Learner) -> Vec<Html> {
    let first = deck.chapters.first().map_or(Route::Story, |chapter| Route::Chapter(chapter.id.clone()));
    let read = (first, text::START_READING.to_owned());
    let quiz = |says: &str| (Route::Quiz(QuizLink::default()), says.to_owned());
    let schedule = learner.schedule();
    let due = due(&schedule, deck).len();
    let mut offers = if schedule.attempted(deck).next().is_none() {
        vec![read, quiz(text::TO_QUIZ)]
    } else {
        vec![quiz(text::CHECK_YOURSELF), read]
    };
    if due > 0 {
        offers.insert(0, (Route::Review, text::review::review_facts(due)));
    }
    let is_left = learner.left().is_some();
    let offers = offers.into_iter().enumerate().map(|(place, (to, says))| {
        let class = if place == 0 && !is_left { "button primary" } else { "button" };
        html! { <><a {class} href={to.href()}>{ says }</a>{ " " }</> }
    });
    offers.collect()
}

/// The chapters, each with how far it is learnt.
#[component]
pub fn Contents() -> Html {
    let Some((Shared { deck, .. }, learner)) = use_learning() else { return Html::default() };
    let progress = chapter_grasp(&learner.schedule(), &deck);
    let lines = deck
        .chapters
        .iter()
        .zip(progress)
        .enumerate()
        .map(|(position, (chapter, (_, progress)))| contents_line(position + 1, chapter, progress));
    html! { <nav aria-label={text::CHAPTERS}><ol>{ for lines }</ol></nav> }
}

fn contents_line(number: usize, chapter: &Chapter, grasp: ChapterGrasp) -> Html {
    let of = grasp.new + grasp.learning + grasp.known;
    html! {
        <li key={chapter.id.as_str()}>
            <a href={Route::Chapter(chapter.id.clone()).href()}>
                <span class="numeral">{ number }</span>{ " " }
                <b>{ chapter.title.as_str() }</b>{ " " }
                <span class="soft" lang="en">{ text::review::grasp(grasp) }</span>{ " " }
                <progress
                    value={grasp.known.to_string()}
                    max={of.max(1).to_string()}
                    aria-hidden="true"
                />
            </a>
        </li>
    }
}

/// The seven standings, each with its mark and what it means.
fn marks() -> Html {
    let marks = Standing::ALL.into_iter().map(|one| {
        html! {
            <div key={one.slug()}>
                <dt>{ standing(one) }</dt>
                <dd>{ text::standing_meaning(one) }</dd>
            </div>
        }
    });
    html! {
        <details class="before" lang="en"><summary>{ text::MARKS }</summary><dl class="marks">{ for marks }</dl><p class="soft">{ text::PARAGRAPH_MARK }</p></details>
    }
}

/// The first of the questions before reading.
fn guess(deck: &IndexedDeck) -> Html {
    let Some(first) = deck.pre_questions.first() else { return Html::default() };
    html! {
        <section class="check" aria-labelledby="guess">
            <h2 id="guess" lang="en">{ text::GUESS_FIRST }</h2>
            <p class="soft" lang="en">{ text::GUESS_WHY }</p>
            { item(deck, first, "before") }
        </section>
    }
}

/// The others.
fn before(deck: &IndexedDeck) -> Html {
    let more = deck.pre_questions.get(1..).unwrap_or_default();
    if more.is_empty() {
        return Html::default();
    }
    html! {
        <details class="before">
            <summary lang="en">{ text::more_before(more.len()) }</summary>
            <div class="check">{ for more.iter().map(|id| item(deck, id, "before")) }</div>
        </details>
    }
}

fn chapter_view(deck: &IndexedDeck, chapter: &Chapter, number: usize) -> Html {
    let name_id = format!("name-{}", chapter.id);
    let check_id = format!("check-{}", chapter.id);
    html! {
        <section
            key={chapter.id.as_str()}
            class="chapter"
            id={Route::Chapter(chapter.id.clone()).anchor()}
            tabindex="-1"
            aria-labelledby={name_id.clone()}
        >
            <h2 id={name_id}>
                <span class="numeral">{ number }</span>{ " " }{ chapter.title.as_str() }
            </h2>
            { for chapter.cards.iter().map(|one| card(deck, chapter, one)) }
            if !chapter.check.is_empty() {
                <section class="check" aria-labelledby={check_id.clone()}>
                    <h3 id={check_id} lang="en">{ text::CHECK_YOURSELF }</h3>
                    { for chapter.check.iter().map(|id| item(deck, id, "check")) }
                </section>
            }
            { onward(deck, chapter, number) }
        </section>
    }
}

/// The ways on from the end of a chapter: the next one, or after the last what is known by now; and a quiz on it.
fn onward(deck: &IndexedDeck, chapter: &Chapter, number: usize) -> Html {
    let (says, to) = match deck.chapters.get(number) {
        Some(next) => (text::next_chapter(number + 1, &next.title), Route::Chapter(next.id.clone())),
        None => (text::STORY_READ.to_owned(), Route::Progress),
    };
    let quiz = QuizLink {
        chapters: vec![chapter.id.clone()],
        count: Some(CHAPTER_QUIZ),
        start_now: true,
        ..QuizLink::default()
    };
    html! {
        <nav class="onward actions" lang="en" aria-label={text::end_of_chapter(number)}>
            <a class="button" href={to.href()}>{ says }</a>{ " " }
            <a class="button" href={Route::Quiz(quiz).href()}>{ text::CHAPTER_QUIZ }</a>
        </nav>
    }
}

/// An item in its element; nothing if the deck lacks it.
fn item(deck: &IndexedDeck, id: &ItemId, at: &'static str) -> Html {
    let Some(item) = deck.item(id) else { return Html::default() };
    let part = Part::Item { id: id.clone(), at: at.into() };
    html! {
        <section
            key={id.as_str()}
            class="item"
            data-item={id.to_string()}
            data-interaction={item.interaction.kind()}
            data-part={part.name()}
        >
            { part.view() }
        </section>
    }
}

fn glossary(deck: &IndexedDeck) -> Html {
    if deck.glossary.is_empty() {
        return Html::default();
    }
    let terms = deck.glossary.iter().map(|term| {
        html! {
            <div key={term.id.as_str()} id={Route::Term(term.id.clone()).anchor()}>
                <dt>{ term.term.as_str() }</dt>
                <dd>{ term.meaning.as_str() }</dd>
            </div>
        }
    });
    html! {
        <section class="glossary chapter" id="/glossary" aria-labelledby="name-glossary">
            <h2 id="name-glossary" lang="en">{ text::WORDS_EXPLAINED }</h2>
            <dl>{ for terms }</dl>
        </section>
    }
}
