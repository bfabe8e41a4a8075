//! A card's text, with its glossary terms as links that open their meaning.

use yew::prelude::*;

use crate::deck::prose::{Span, paragraphs};
use crate::ui::route::Route;

/// Paragraphs of a card.
pub fn prose(text: &str) -> Html {
    let paragraphs = paragraphs(text).into_iter().map(|spans| {
        let spans = spans.into_iter().map(|span| match span {
            Span::Plain(words) => html! { { words } },
            Span::Term { term, shown } => html! {
                // Without scripts it leads to the glossary at the page's end; with them the shell opens the
                // meaning where the reader is.
                <a class="term" href={Route::Term(term).href()} aria-haspopup="dialog">{ shown }</a>
            },
        });
        html! { <p>{ for spans }</p> }
    });
    html! { <div class="prose">{ for paragraphs }</div> }
}
