//! What the reader did in the prerendered page before the program arrived, so that nothing of it is lost.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use serde::Deserialize;

use crate::deck::{ChoiceId, GapId, Interaction, Item, ItemId};
use crate::platform::page::Draft;
use crate::quiz::Response;

/// An answer that the starter script gave feedback on.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct EarlyAnswer {
    /// Which item.
    pub item: ItemId,
    /// The picked choice; absent if the answers were asked for.
    #[serde(default)]
    pub choice: Option<ChoiceId>,
    /// When, Unix milliseconds.
    pub at: i64,
}

impl EarlyAnswer {
    /// What was given; `None` if the answers were asked for.
    pub fn response(&self) -> Option<Response> {
        self.choice.clone().map(|choice| Response::Choice { choice })
    }
}

/// Answers already given and fields already filled. Two are equal if they are the same in memory.
#[derive(Clone, Default)]
pub struct Handover(Rc<Left>);

#[derive(Default)]
struct Left {
    answers: Vec<EarlyAnswer>,
    drafts: Vec<Draft>,
}

impl PartialEq for Handover {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Handover {
    /// Reads what the starter noted; what is not of its form is left out.
    pub fn new(early_answers: Option<&str>, drafts: Vec<Draft>) -> Self {
        let answers = early_answers.and_then(|json| serde_json::from_str(json).ok()).unwrap_or_default();
        Self(Rc::new(Left { answers, drafts }))
    }

    /// Every answer given before the program ran, in order.
    pub fn answers(&self) -> &[EarlyAnswer] {
        &self.0.answers
    }

    /// The answer given to an item, if any.
    pub fn answer(&self, item: &ItemId) -> Option<&EarlyAnswer> {
        self.0.answers.iter().find(|answer| answer.item == *item)
    }

    /// What was picked or typed for an item and not yet answered.
    pub fn draft(&self, item: &Item) -> Option<Response> {
        let mut drafts = self.0.drafts.iter().filter(|draft| draft.item == item.id.as_str()).peekable();
        drafts.peek()?;
        match &item.interaction {
            Interaction::Choice(_) => {
                let choice = drafts.find(|draft| draft.checked)?;
                Some(Response::Choice { choice: ChoiceId::new(&choice.control) })
            }
            Interaction::Multiple(_) => {
                let ticked = drafts.filter(|draft| draft.checked);
                let choices: BTreeSet<_> = ticked.map(|draft| ChoiceId::new(&draft.control)).collect();
                Some(Response::Multiple { choices })
            }
            Interaction::Number(_) => Some(Response::Number { typed: drafts.next()?.value.clone() }),
            Interaction::Text(_) => Some(Response::Text { typed: drafts.next()?.value.clone() }),
            Interaction::Cloze(_) => {
                let gaps: BTreeMap<_, _> =
                    drafts.map(|draft| (GapId::new(&draft.control), ChoiceId::new(&draft.value))).collect();
                Some(Response::Cloze { gaps })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn early_answers_are_read_and_nonsense_is_left_out() {
        let read = |json| Handover::new(Some(json), Vec::new());
        let early = read(r#"[{"item":"a","choice":"b","at":5},{"item":"c","at":6}]"#);
        assert_eq!(early.answers().len(), 2);
        let given = early.answer(&"a".into()).and_then(EarlyAnswer::response);
        assert_eq!(given, Some(Response::Choice { choice: "b".into() }));
        assert_eq!(early.answer(&"c".into()).map(EarlyAnswer::response), Some(None));
        for nonsense in ["", "{}", "[1]", r#"[{"item":"a"}]"#] {
            assert!(read(nonsense).answers().is_empty(), "{nonsense}");
        }
    }
}
