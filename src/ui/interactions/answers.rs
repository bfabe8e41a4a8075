//! Every answer of an item, and why: what was given first, then what is right, and behind a fold what is neither.

use yew::prelude::*;

use crate::ui::text;

/// An answer with its reason.
pub struct Answer<'a> {
    /// Tells it from the others of its item.
    pub name: String,
    /// What it says.
    pub text: String,
    /// Why it is right or wrong.
    pub rationale: &'a str,
    /// Whether it is right, or was given rightly.
    pub is_key: bool,
    /// Whether it was given.
    pub is_picked: bool,
    /// Whether it is right and was left out of several.
    pub is_missed: bool,
    /// What to say of it; empty for the plain words.
    pub verdict: &'static str,
    /// What the learner gave, if there is more to say than that it was this.
    pub yours: String,
    /// The label of the gap that it fills; empty where the whole item is answered with it.
    pub part: &'a str,
    /// How many places further down it was put than it belongs; less than 0 for further up.
    pub moved: isize,
}

impl<'a> Answer<'a> {
    /// One of several, in the plain words.
    pub fn new(name: &str, text: &str, rationale: &'a str) -> Self {
        Self {
            name: name.to_owned(),
            text: text.to_owned(),
            rationale,
            is_key: false,
            is_picked: false,
            is_missed: false,
            verdict: "",
            yours: String::new(),
            part: "",
            moved: 0,
        }
    }

    /// The same, judged.
    pub fn judged(self, is_key: bool, is_picked: bool) -> Self {
        Self { is_key, is_picked, ..self }
    }
}

/// Every answer of an item, and why.
#[derive(Default)]
pub struct Answers<'a> {
    /// What is drawn above them.
    pub drawn: Html,
    /// Those of the same part beside each other, in the order in which they were offered.
    pub all: Vec<Answer<'a>>,
    /// Whether they stand in an order that counts.
    pub is_sequence: bool,
}

/// The answers as lists. `is_open`: whether those that were neither given nor right are in view at once.
///
/// Before the item is answered nothing counts as given; then the starter script moves up what is.
pub fn explained(answers: &Answers, is_open: bool) -> Html {
    let given = answers.all.iter().filter(|answer| answer.is_picked);
    let right = answers.all.iter().filter(|answer| answer.is_key && !answer.is_picked);
    let (first, others): (Vec<_>, Vec<_>) = if answers.is_sequence {
        (answers.all.iter().collect(), Vec::new())
    } else {
        let others = answers.all.iter().filter(|answer| !answer.is_key && !answer.is_picked);
        (given.chain(right).collect(), others.collect())
    };
    let parts = parts(&answers.all);
    html! {
        <>
            { answers.drawn.clone() }
            { lists(&first, &parts, answers.is_sequence) }
            if !others.is_empty() {
                <details class="others" open={is_open}>
                    <summary lang="en">{ text::OTHERS }</summary>
                    { lists(&others, &parts, false) }
                </details>
            }
        </>
    }
}

/// The parts of an item, each once.
fn parts<'a>(answers: &[Answer<'a>]) -> Vec<&'a str> {
    let mut parts: Vec<&str> = answers.iter().map(|answer| answer.part).collect();
    parts.dedup();
    parts
}

/// A list for each part, under its name.
fn lists(answers: &[&Answer], parts: &[&str], is_sequence: bool) -> Html {
    let lists = parts.iter().filter_map(|part| {
        let lines: Vec<Html> =
            answers.iter().filter(|answer| answer.part == *part).map(|answer| line(answer)).collect();
        if lines.is_empty() {
            return None;
        }
        let label = Some(*part).filter(|part| !part.is_empty());
        Some(html! {
            <>
                { for label.map(|label| html! { <p class="gap-name">{ label }</p> }) }
                if is_sequence {
                    <ol class="in-order">{ for lines }</ol>
                } else {
                    <ul aria-label={label.map(str::to_owned)}>{ for lines }</ul>
                }
            </>
        })
    });
    html! { <>{ for lists }</> }
}

fn line(answer: &Answer) -> Html {
    let verdict = match answer {
        Answer { is_missed: true, .. } => text::MISSED,
        Answer { verdict, .. } if !verdict.is_empty() => *verdict,
        Answer { is_key: true, .. } => text::RIGHT,
        Answer { .. } => text::NOT_RIGHT,
    };
    let yours = if answer.yours.is_empty() { text::YOUR_ANSWER } else { &answer.yours };
    html! {
        <li
            key={answer.name.as_str()}
            class="answer"
            data-for={answer.name.clone()}
            data-key={answer.is_key.then_some("")}
            data-picked={answer.is_picked.then_some("")}
            data-missed={answer.is_missed.then_some("")}
            data-moved={(answer.moved != 0).then(|| answer.moved.to_string())}
        >
            <p class="is" lang="en">
                { verdict }{ " " }
                <span class="yours">{ yours.to_owned() }</span>
            </p>{ " " }
            <p><b>{ answer.text.as_str() }</b></p>{ " " }
            <p>{ answer.rationale }</p>
        </li>
    }
}
