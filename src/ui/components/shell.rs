//! What stands around every page.

use web_sys::Element;
use yew::prelude::*;

use super::button::button;
use super::dialog::{use_keys_dialog, use_term_dialog};
use super::notices::Notices;
use crate::deck::TermId;
use crate::platform::page;
use crate::platform::worker::Update;
use crate::platform::{clicks, keys};
use crate::ui::keyboard::Pressed;
use crate::ui::learning::Shared;
use crate::ui::route::{QuizLink, Route};
use crate::ui::text;
use crate::ui::theme::Theme;

/// The page and what concerns its surroundings.
#[derive(Properties, PartialEq)]
pub struct ShellProps {
    /// Where the learner is.
    pub route: Route,
    /// How far a newer version has come.
    #[prop_or_default]
    pub update: Update,
    /// The footer stands in the page already.
    #[prop_or_default]
    pub has_footer: bool,
    /// The page.
    pub children: Children,
}

/// Header, notices, page, footer and dialogs.
#[component]
pub fn Shell(props: &ShellProps) -> Html {
    let shared = use_context::<Shared>();
    let deck = shared.map(|shared| shared.deck);
    let term = use_state(|| None::<TermId>);
    let is_listing_keys = use_state(|| false);
    {
        let term = term.clone();
        use_effect_with(props.route.clone(), move |route| {
            term.set(if let Route::Term(id) = route { Some(id.clone()) } else { None });
        });
    }
    {
        let (is_listing_keys, term) = (is_listing_keys.clone(), term.clone());
        use_effect_with((), move |()| {
            let pressed = keys::listen({
                let is_listing_keys = is_listing_keys.clone();
                move |event| {
                    if Pressed::of(&event) == Some(Pressed::Help) {
                        is_listing_keys.set(true);
                    }
                }
            });
            // Anywhere in the page: the story and the footer stand in it since before the program.
            let clicked = clicks::listen(move |event| {
                if let Some(id) = clicked_term(&event) {
                    event.prevent_default();
                    term.set(Some(id));
                } else if around(&event, "[data-action=keys]").is_some() {
                    is_listing_keys.set(true);
                }
            });
            move || drop((pressed, clicked))
        });
    }
    let close_term = {
        let term = term.clone();
        Callback::from(move |()| term.set(None))
    };
    let close_keys = {
        let is_listing_keys = is_listing_keys.clone();
        Callback::from(move |()| is_listing_keys.set(false))
    };
    let term = use_term_dialog(deck.as_deref(), term.as_ref(), &close_term);
    let keys = use_keys_dialog(*is_listing_keys, &close_keys);
    let theme = use_theme_switch();
    let as_of = deck.as_ref().map_or(String::new(), |deck| text::date(&deck.as_of));
    html! {
        <div class="shell" id="/">
            <a class="skip unseen" lang="en" href="#heading" onclick={skip()}>{ text::SKIP }</a>
            <header class="site" lang="en">
                <a class="brand" href={Route::Story.href()}>{ text::NAME }</a>{ " " }
                { navigation(&props.route) }{ " " }
                { theme }
            </header>
            <Notices update={props.update} />
            { props.children.clone() }
            if !props.has_footer {
                <footer lang="en">
                    <p>{ text::last_word(&as_of) }</p>
                    <p>
                        { text::PRIVACY }{ " " }
                        { button("link", "keys", text::KEYS, Callback::noop()) }
                    </p>
                </footer>
            }
            { term }
            { keys }
        </div>
    }
}

/// The glossary term whose link was clicked. One listener for all of them: a story has a hundred.
fn clicked_term(event: &MouseEvent) -> Option<TermId> {
    let link = around(event, "a.term")?;
    match Route::parse(&link.get_attribute("href")?) {
        Route::Term(id) => Some(id),
        _ => None,
    }
}

/// What fits a selector and was clicked, or something in it.
fn around(event: &MouseEvent, selector: &str) -> Option<Element> {
    event.target_dyn_into::<Element>()?.closest(selector).ok()?
}

/// The skip link must not be taken for a route.
fn skip() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| {
        event.prevent_default();
        page::focus(page::HEADING);
    })
}

fn navigation(route: &Route) -> Html {
    let quiz = Route::Quiz(QuizLink::default());
    let links = [
        (Route::Story, text::STORY),
        (quiz, text::QUIZ),
        (Route::Review, text::REVIEW),
        (Route::Progress, text::PROGRESS),
        (Route::Data, text::YOUR_DATA),
    ];
    let links = links.into_iter().map(|(to, name)| {
        let current = (to.page() == route.page()).then_some("page");
        html! { <><a href={to.href()} aria-current={current}>{ name }</a>{ " " }</> }
    });
    html! { <nav aria-label={text::PAGES}>{ for links }</nav> }
}

#[hook]
fn use_theme_switch() -> Html {
    let theme = use_state(Theme::default);
    let is_pressed = use_state(|| false);
    {
        let theme = theme.clone();
        use_effect_with((), move |()| theme.set(Theme::kept()));
    }
    let onclick = {
        let (theme, is_pressed) = (theme.clone(), is_pressed.clone());
        Callback::from(move |_: MouseEvent| {
            is_pressed.set(true);
            let next = theme.next();
            next.apply();
            theme.set(next);
        })
    };
    // Not every screen reader tells that the name of the button that it stands on has changed.
    let says = is_pressed.then(|| html! { <span key={theme.name()}>{ theme.name() }</span> });
    html! {
        <>
            <button type="button" class="theme" data-action="theme" aria-label={theme.name()} title={theme.name()} {onclick} />
            <span class="unseen" aria-live="polite">{ for says }</span>
        </>
    }
}
