//! A card's text, with its glossary terms as links that open their meaning.

use yew::prelude::*;

use crate::deck::TermId;
use crate::deck::prose::{Span, paragraphs};
use crate::ui::route::Route;
use crate::ui::shell_state::OpenTerm;

/// Paragraphs of a card.
pub fn prose(text: &str) -> Html {
    let paragraphs = paragraphs(text).into_iter().map(|spans| {
        let spans = spans.into_iter().map(|span| match span {
            Span::Plain(words) => html! { { words } },
            Span::Term { term, shown } => html! { <TermLink {term} shown={AttrValue::from(shown)} /> },
        });
        html! { <p>{ for spans }</p> }
    });
    html! { <div class="prose">{ for paragraphs }</div> }
}

#[derive(Properties, PartialEq)]
struct TermLinkProps {
    term: TermId,
    shown: AttrValue,
}

/// Without scripts the link leads to the glossary at the page's end; with them it opens the meaning
/// where the reader is.
#[component]
fn TermLink(props: &TermLinkProps) -> Html {
    let open = use_context::<OpenTerm>();
    let onclick = {
        let term = props.term.clone();
        Callback::from(move |event: MouseEvent| {
            let Some(open) = &open else { return };
            event.prevent_default();
            open.0.emit(term.clone());
        })
    };
    html! {
        <a class="term" href={Route::Term(props.term.clone()).href()} aria-haspopup="dialog" {onclick}>
            { &props.shown }
        </a>
    }
}
