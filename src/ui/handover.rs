//! What the reader did in the story, so that nothing of it is lost when the story is drawn anew: by the
//! program's arrival, or on coming back from another page.

use std::cell::RefCell;
use std::rc::Rc;

use crate::deck::json::from_text;
use crate::deck::json::shape::from_object;
use crate::deck::{ChoiceId, IndexedDeck, Item, ItemId};
use crate::platform::page::Draft;
use crate::quiz::{Response, is_complete};
use crate::ui::interactions::face;

/// An answer that the starter script gave feedback on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EarlyAnswer {
    /// Which item.
    pub item: ItemId,
    /// The picked choice; absent if the answers were asked for.
    pub choice: Option<ChoiceId>,
    /// The reader pressed Check on an item that takes the program to grade: what stands in its fields is
    /// the answer.
    pub drafted: bool,
    /// When, Unix milliseconds.
    pub at: i64,
}

from_object!(EarlyAnswer { item, at; choice, drafted });

/// What was given to an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// The response; `None` if the answers were asked for.
    pub response: Option<Response>,
}

/// Answers already given and fields already filled. Two are equal if they are the same in memory.
#[derive(Clone, Default)]
pub struct Handover(Rc<Left>);

#[derive(Default)]
struct Left {
    answers: RefCell<Vec<EarlyAnswer>>,
    drafts: RefCell<Vec<Draft>>,
    /// Given since the program arrived, in this visit. A later visit asks anew: that is how it is learnt.
    since: RefCell<Vec<(ItemId, Given)>>,
}

impl PartialEq for Handover {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Handover {
    /// Reads what the starter noted; what is not of its form is left out. `drafts` is what stands in the
    /// fields of the page.
    pub fn new(early_answers: Option<&str>, drafts: Vec<Draft>) -> Self {
        let handover = Self::default();
        handover.0.drafts.replace(drafts);
        handover.add_answers(early_answers, Vec::new);
        handover
    }

    /// Reads what the starter has noted by now, and gives what is new of it, in order; `drafts` is asked for
    /// what stands in the fields of those items.
    pub fn add_answers(&self, early_answers: Option<&str>, drafts: fn() -> Vec<Draft>) -> Vec<EarlyAnswer> {
        let now: Vec<EarlyAnswer> = early_answers.and_then(|json| from_text(json).ok()).unwrap_or_default();
        let new: Vec<_> = now.into_iter().skip(self.0.answers.borrow().len()).collect();
        if new.iter().any(|answer| answer.drafted) {
            let drafts = drafts();
            let is_of = |draft: &&Draft| new.iter().any(|answer| answer.item.as_str() == draft.item);
            self.0.drafts.borrow_mut().extend(drafts.iter().filter(is_of).cloned());
        }
        self.0.answers.borrow_mut().extend_from_slice(&new);
        new
    }

    /// Takes what stands by now in the fields of an item, in place of what was known of it.
    pub fn renew_drafts(&self, item: &ItemId, drafts: Vec<Draft>) {
        let mut known = self.0.drafts.borrow_mut();
        known.retain(|old| old.item != item.as_str());
        known.extend(drafts);
    }

    /// Every answer given before the program ran, in order.
    pub fn answers(&self) -> Vec<EarlyAnswer> {
        self.0.answers.borrow().clone()
    }

    /// What was given to an item in this visit, if anything. What is not complete was never an answer.
    pub fn given(&self, deck: &IndexedDeck, item: &Item) -> Option<Given> {
        let since = self.0.since.borrow();
        let known = since.iter().find(|(id, _)| *id == item.id).map(|(_, given)| given.clone());
        known.or_else(|| self.early(deck, item))
    }

    /// Keeps what was given to an item in the story for as long as the page is open.
    pub fn keep(&self, item: &ItemId, given: Given) {
        self.0.since.borrow_mut().push((item.clone(), given));
    }

    /// What was given to an item before the program ran.
    pub fn early(&self, deck: &IndexedDeck, item: &Item) -> Option<Given> {
        let answers = self.0.answers.borrow();
        let early = answers.iter().find(|answer| answer.item == item.id)?;
        let response = if early.drafted {
            Some(self.draft(item)?)
        } else {
            early.choice.clone().map(|choice| Response::Choice { choice })
        };
        let is_whole = |response| is_complete(&item.interaction, response, deck.spelling());
        let is_answer = response.as_ref().is_none_or(is_whole);
        is_answer.then_some(Given { response })
    }

    /// What was picked or typed for an item and not yet answered.
    pub fn draft(&self, item: &Item) -> Option<Response> {
        let drafts = self.0.drafts.borrow();
        let drafts: Vec<&Draft> = drafts.iter().filter(|draft| draft.item == item.id.as_str()).collect();
        if drafts.is_empty() { None } else { face(&item.interaction).draft(&drafts) }
    }
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;
    use crate::deck::{load, normalize};

    fn item(id: &str, interaction: &str) -> Item {
        let json = format!(r#"{{"id":"{id}","facts":[],"stem":"?","interaction":{interaction}}}"#);
        from_text(&json).expect("an item")
    }

    fn choice() -> Item {
        let choices = r#"[{"id":"b","text":"B","correct":true,"rationale":"r"}]"#;
        item("a", &format!(r#"{{"kind":"choice","choices":{choices}}}"#))
    }

    fn deck() -> IndexedDeck {
        let sound = include_str!("../../tests/decks/sound.json").as_bytes();
        IndexedDeck::new(load(sound).expect("a sound deck").deck, normalize)
    }

    fn number() -> Item {
        item("n", r#"{"kind":"number","value":5,"tolerance":0,"unit":"u","rationale":"r"}"#)
    }

    fn typed(value: &str) -> Vec<Draft> {
        vec![Draft { item: "n".into(), control: "entry".into(), value: value.into(), checked: false }]
    }

    #[test]
    fn early_answers_are_given_again() {
        let cases = [
            (
                r#"[{"item":"a","choice":"b","at":5}]"#,
                Some(Given { response: Some(Response::Choice { choice: "b".into() }) }),
            ),
            (r#"[{"item":"a","choice":null,"at":5}]"#, Some(Given { response: None })),
            (r#"[{"item":"other","choice":"b","at":5}]"#, None),
            (r#"[{"item":"a","choice":"no such","at":5}]"#, None),
        ];
        for (json, expected) in cases {
            assert_eq!(Handover::new(Some(json), Vec::new()).given(&deck(), &choice()), expected, "{json}");
        }
    }

    #[test]
    fn a_check_that_waited_takes_what_stands_in_the_field() {
        let json = r#"[{"item":"n","drafted":true,"at":5}]"#;
        let given = |value| Handover::new(Some(json), typed(value)).given(&deck(), &number());
        assert_eq!(given("5"), Some(Given { response: Some(Response::Number { typed: "5".into() }) }));
        assert_eq!(given("nonsense"), None);
        assert_eq!(Handover::new(Some(json), Vec::new()).given(&deck(), &number()), None);
    }

    #[test]
    fn what_is_answered_meanwhile_is_new_once() {
        let handover = Handover::new(Some(r#"[{"item":"a","choice":"b","at":5}]"#), Vec::new());
        let now = r#"[{"item":"a","choice":"b","at":5},{"item":"n","drafted":true,"at":6}]"#;
        let new = handover.add_answers(Some(now), || typed("5"));
        assert_eq!(new.iter().map(|answer| answer.at).collect::<Vec<_>>(), [6]);
        assert_eq!(
            handover.given(&deck(), &number()),
            Some(Given { response: Some(Response::Number { typed: "5".into() }) })
        );
        assert!(handover.add_answers(Some(now), Vec::new).is_empty());
    }

    #[test]
    fn fields_are_as_they_stand_last() {
        let handover = Handover::new(None, typed("4"));
        handover.renew_drafts(&"n".into(), typed("5"));
        assert_eq!(handover.draft(&number()), Some(Response::Number { typed: "5".into() }));
        handover.renew_drafts(&"n".into(), Vec::new());
        assert_eq!(handover.draft(&number()), None);
    }

    #[test]
    fn what_is_not_of_the_form_is_left_out() {
        for nonsense in ["", "{}", "[1]", r#"[{"item":"a"}]"#] {
            assert!(Handover::new(Some(nonsense), Vec::new()).answers().is_empty(), "{nonsense}");
        }
    }
}
