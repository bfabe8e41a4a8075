//! The app: where the learner is, and the page for it.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::components::shell::Shell;
use super::handover::Handover;
use super::learner::{Action, DeckRef, Learner};
use super::learning::{Shared, around, use_learner};
use super::pages::data::DataPage;
use super::pages::fault::{Fault, fault_page};
use super::pages::progress::ProgressPage;
use super::pages::quiz::QuizPage;
use super::pages::results::ResultsPage;
use super::pages::review::ReviewPage;
use super::pages::story::StoryPage;
use super::pages::unknown::UnknownPage;
use super::part::{Parts, record};
use super::route::Route;
use super::text;
use crate::deck::{Problem, errors};
use crate::platform::page::Adopted;
use crate::platform::worker::{self, Update};
use crate::platform::{address, clock, entropy, page};
use crate::quiz::Message;

/// The deck, and how the app begins.
#[derive(Properties, PartialEq)]
pub struct AppProps {
    /// What is taught.
    pub deck: DeckRef,
    /// Path of the deck file, as the page names it.
    pub file: AttrValue,
    /// The learner at the start.
    pub first: Learner,
    /// Where the learner is at the start.
    pub route: Route,
    /// What was done in the prerendered page.
    #[prop_or_default]
    pub handover: Handover,
    /// The story of the prerendered page, if it is this deck's; else the story is drawn.
    #[prop_or_default]
    pub adopted: Option<Adopted>,
}

/// How long after the first rendering the deck is checked. Its build has checked it already; this is for
/// a file that was edited where it lies, and must not keep the reader waiting.
const CHECK_AFTER_MILLIS: u32 = 1500;

/// The whole app.
#[component]
pub fn App(props: &AppProps) -> Html {
    let learner = use_learner(&props.deck, &props.handover, &props.first);
    let update = use_update();
    let problems = use_state(Vec::<Problem>::new);
    {
        let (problems, adopted) = (problems.clone(), props.adopted.clone());
        use_effect_with(props.deck.clone(), move |deck| {
            let deck = deck.clone();
            let timer = clock::after(CHECK_AFTER_MILLIS, move || {
                let found = errors(&deck);
                if !found.is_empty() {
                    show_story(adopted.as_ref(), false);
                    problems.set(found);
                }
            });
            move || drop(timer)
        });
    }
    if !problems.is_empty() {
        let fault = fault_page(&props.file, &Fault::Deck((*problems).clone()), false);
        let has_footer = props.adopted.is_some();
        return around(
            learner,
            html! { <Shell route={Route::Story} {update} {has_footer}>{ fault }</Shell> },
        );
    }
    let (route, adopted) = (props.route.clone(), props.adopted.clone());
    around(learner, html! { <Pages {route} {update} {adopted} /> })
}

fn show_story(adopted: Option<&Adopted>, is_shown: bool) {
    if let Some(adopted) = adopted {
        adopted.show(is_shown);
    }
}

#[derive(Properties, PartialEq)]
struct PagesProps {
    route: Route,
    update: Update,
    adopted: Option<Adopted>,
}

#[component]
fn Pages(props: &PagesProps) -> Html {
    let story_y = use_mut_ref(|| 0.0);
    let route = use_route(&props.route, story_y.clone(), props.adopted.clone());
    use_effect_with(props.adopted.is_none(), |is_ready| {
        if *is_ready {
            page::set_mark("data-ready", Some(""));
        }
    });
    use_early_answers(&props.route);
    use_arrival(&route, story_y);
    let is_story = is_story(&route);
    let shown = match &route {
        _ if is_story && props.adopted.is_some() => Html::default(),
        Route::Story | Route::Chapter(_) | Route::Card(_) | Route::Term(_) => html! { <StoryPage /> },
        Route::Quiz(link) => html! { <QuizPage link={link.clone()} /> },
        Route::Results => html! { <ResultsPage /> },
        Route::Review => html! { <ReviewPage /> },
        Route::Progress => html! { <ProgressPage /> },
        Route::Data => html! { <DataPage /> },
        Route::Unknown(place) => html! { <UnknownPage place={place.clone()} /> },
    };
    let has_footer = props.adopted.is_some();
    html! {
        <>
            <Shell {route} update={props.update} {has_footer}>{ shown }</Shell>
            if let Some(adopted) = &props.adopted { <Parts adopted={adopted.clone()} is_shown={is_story} /> }
        </>
    }
}

/// Whether a place is in the story.
pub fn is_story(route: &Route) -> bool {
    route.page() == Route::Story.page()
}

/// Registers the service worker, and tells how far a newer version has come.
#[hook]
fn use_update() -> Update {
    let update = use_state(Update::default);
    {
        let update = update.clone();
        use_effect_with((), move |()| worker::register(move |next| update.set(next)));
    }
    *update
}

/// Where the learner is, as the address says; with it comes the session that a link asks for. On leaving the
/// story it notes in `story_y` how far that was scrolled, in CSS pixels.
#[hook]
fn use_route(first: &Route, story_y: Rc<RefCell<f64>>, adopted: Option<Adopted>) -> Route {
    let shared = use_context::<Shared>();
    let route = use_state(|| first.clone());
    {
        let route = route.clone();
        use_effect_with((), move |()| {
            let listener = address::listen(move |fragment| {
                // While the page left is still the one in view.
                if is_story(&route) {
                    story_y.replace(page::scroll_y());
                }
                let Some(Shared { deck, recorder, .. }) = &shared else { return };
                let next = Route::read(&fragment, deck);
                show_story(adopted.as_ref(), is_story(&next));
                if let Route::Quiz(link) = &next
                    && link.begins()
                {
                    let (link, seed, at_millis) = (link.clone(), entropy::seed(), clock::now_millis());
                    recorder.dispatch(Action::Follow { link, seed, at_millis });
                }
                route.set(next);
            });
            move || drop(listener)
        });
    }
    (*route).clone()
}

/// Records what was answered before the program ran.
#[hook]
fn use_early_answers(route: &Route) {
    let shared = use_context::<Shared>();
    let is_quiz = matches!(route, Route::Quiz(_));
    use_effect_with((), move |()| {
        let Some(shared) = shared else { return };
        if !is_quiz {
            return record(&shared, &shared.handover.answers());
        }
        let Shared { deck, handover, recorder } = shared;
        for early in handover.answers() {
            let at_millis = early.at;
            let Some(item) = deck.item(&early.item) else { continue };
            let Some(given) = handover.early(&deck, item) else { continue };
            let messages = match given.response {
                Some(response) => vec![Message::Draft(response), Message::Check],
                None => vec![Message::Reveal],
            };
            for message in messages {
                recorder.dispatch(Action::Session { message, at_millis });
            }
        }
    });
}

/// What follows when the learner comes to another place: its name in the tab, the view and the focus there.
/// At the start the browser has done the latter two.
#[hook]
fn use_arrival(route: &Route, story_y: Rc<RefCell<f64>>) {
    let shared = use_context::<Shared>();
    let was_at = use_mut_ref(|| None::<Route>);
    use_effect_with(route.clone(), move |route| {
        let Some(Shared { deck, .. }) = shared else { return };
        page::set_title(&text::title(route.page(), &deck.title));
        let Some(from) = was_at.replace(Some(route.clone())) else {
            if let Some(anchor) = route.anchor() {
                page::scroll_to(&anchor);
            }
            return;
        };
        match route.anchor() {
            Some(anchor) if !matches!(route, Route::Term(_)) => {
                page::scroll_to(&anchor);
                page::focus_in_place(&anchor);
            }
            Some(_) => {}
            None if from.page() == route.page() && !matches!(route, Route::Story) => {}
            None => {
                // Back in the story, the reader goes on where they left it.
                let is_back = *route == Route::Story && from.page() != route.page();
                page::set_scroll_y(if is_back { *story_y.borrow() } else { 0.0 });
                page::focus_in_place(page::HEADING);
            }
        }
    });
}
