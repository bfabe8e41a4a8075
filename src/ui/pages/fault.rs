//! What is shown when the deck cannot be: what is wrong, where, and the way out.

use yew::prelude::*;

use crate::deck::{Problem, Severity};
use crate::platform::fetch::FetchError;
use crate::platform::page;
use crate::platform::page::HEADING;
use crate::ui::components::leave::Leave;
use crate::ui::text;

/// How many problems are listed before "and more".
const LISTED: usize = 50;

/// Why there is no deck.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// The file did not come.
    Fetch(FetchError),
    /// It came, and has these faults.
    Deck(Vec<Problem>),
}

/// The fault page of a file, named as the page names it. `has_early_answers`: some were given before the
/// program ran, and without a deck it could not store them.
pub fn fault_page(file: &str, fault: &Fault, has_early_answers: bool) -> Html {
    let retry = Callback::from(|()| page::reload());
    let afresh = Callback::from(|()| page::load_afresh());
    let problems = match fault {
        Fault::Fetch(_) => Vec::new(),
        Fault::Deck(problems) => {
            problems.iter().filter(|problem| problem.severity == Severity::Error).collect()
        }
    };
    let says = match fault {
        Fault::Fetch(error) => text::fetch_trouble(file, *error),
        Fault::Deck(_) => text::deck_faults(file, problems.len()),
    };
    let more = problems.len().saturating_sub(LISTED);
    let lines = problems.iter().take(LISTED).map(|problem| {
        html! {
            <li data-code={problem.code.slug()}>
                <code>{ problem.path.as_str() }</code>{ " " }{ problem.detail.as_str() }
            </li>
        }
    });
    html! {
        <main lang="en" data-page="fault" id="main">
            <h1 id={HEADING} tabindex="-1">{ text::FAULT_TITLE }</h1>
            <p role="alert">{ says }{ " " }{ text::FAULT_SAFE }</p>
            <div class="actions">
                <Leave action="retry" says={text::TRY_AGAIN} {has_early_answers} onleave={retry} />{ " " }
                <Leave action="afresh" class="" says={text::LOAD_AFRESH} {has_early_answers} onleave={afresh} />
            </div>
            <p class="soft">{ text::LOAD_AFRESH_HELP }</p>
            if !problems.is_empty() {
                <section aria-labelledby="faults-name">
                    <h2 id="faults-name">{ text::WHAT_IS_WRONG }</h2>
                    <ol class="problems">{ for lines }</ol>
                    if more > 0 { <p class="soft">{ text::and_more(more) }</p> }
                </section>
            }
        </main>
    }
}
