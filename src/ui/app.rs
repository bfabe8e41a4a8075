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
use super::route::Route;
use super::text;
use crate::deck::{Problem, errors};
use crate::platform::{address, clock, entropy, page, worker};
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
}

/// How long after the first rendering the deck is checked. Its build has checked it already; this is for
/// a file that was edited where it lies, and must not keep the reader waiting.
const CHECK_AFTER_MILLIS: u32 = 1500;

/// The whole app.
#[component]
pub fn App(props: &AppProps) -> Html {
    let learner = use_learner(&props.deck, &props.handover, &props.first);
    let problems = use_state(Vec::<Problem>::new);
    {
        let problems = problems.clone();
        use_effect_with(props.deck.clone(), move |deck| {
            let deck = deck.clone();
            let timer = clock::after(CHECK_AFTER_MILLIS, move || {
                let found = errors(&deck);
                if !found.is_empty() {
                    problems.set(found);
                }
            });
            move || drop(timer)
        });
    }
    if !problems.is_empty() {
        let fault = Fault::Deck((*problems).clone());
        return html! { <Shell route={Route::Story}>{ fault_page(&props.file, &fault) }</Shell> };
    }
    around(learner, html! { <Pages route={props.route.clone()} /> })
}

#[derive(Properties, PartialEq)]
struct PagesProps {
    route: Route,
}

#[component]
fn Pages(props: &PagesProps) -> Html {
    let story_y = use_mut_ref(|| 0.0);
    let route = use_route(&props.route, story_y.clone());
    let is_update_ready = use_state(|| false);
    {
        let is_update_ready = is_update_ready.clone();
        use_effect_with((), move |()| {
            worker::register(move || is_update_ready.set(true));
            page::set_mark("data-ready", Some(""));
        });
    }
    use_early_answers(&props.route);
    use_arrival(&route, story_y);
    let shown = match &route {
        Route::Story | Route::Chapter(_) | Route::Card(_) | Route::Term(_) => html! { <StoryPage /> },
        Route::Quiz(link) => html! { <QuizPage link={link.clone()} /> },
        Route::Results => html! { <ResultsPage /> },
        Route::Review => html! { <ReviewPage /> },
        Route::Progress => html! { <ProgressPage /> },
        Route::Data => html! { <DataPage /> },
        Route::Unknown(place) => html! { <UnknownPage place={place.clone()} /> },
    };
    html! { <Shell {route} is_update_ready={*is_update_ready}>{ shown }</Shell> }
}

/// Where the learner is, as the address says; with it comes the session that a link asks for. On leaving the
/// story it notes in `story_y` how far that was scrolled, in CSS pixels.
#[hook]
fn use_route(first: &Route, story_y: Rc<RefCell<f64>>) -> Route {
    let shared = use_context::<Shared>();
    let route = use_state(|| first.clone());
    {
        let route = route.clone();
        use_effect_with((), move |()| {
            let listener = address::listen(move |fragment| {
                // While the page left is still the one in view.
                if route.page() == Route::Story.page() {
                    story_y.replace(page::scroll_y());
                }
                let Some(Shared { deck, recorder, .. }) = &shared else { return };
                let next = Route::read(&fragment, deck);
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
        let Some(Shared { deck, handover, recorder, .. }) = shared else { return };
        for early in handover.answers() {
            let at_millis = early.at;
            let Some(item) = deck.item(&early.item) else { continue };
            let Some(given) = handover.early(item) else { continue };
            if !is_quiz {
                let (item, response) = (item.id.clone(), given.response);
                recorder.dispatch(Action::Checked { item, response, at_millis });
                continue;
            }
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
                page::focus_in_place("main");
            }
        }
    });
}
