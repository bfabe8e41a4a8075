//! Single keys of the quiz: which key means what, and what it does at an item.

use web_sys::{Element, KeyboardEvent};
use yew::TargetCast;

use crate::deck::Item;
use crate::platform::settings;
use crate::quiz::{Message, Response, Session, Stage, choice_order};
use crate::ui::interactions::face;

/// Name of the setting that switches single keys off, for those whose speech or shaking hand would
/// press them.
const SETTING: &str = "factdeck.keys";
const OFF: &str = "off";

/// Whether single keys do anything.
pub fn are_on() -> bool {
    settings::get(SETTING).as_deref() != Some(OFF)
}

/// Switches single keys on or off.
pub fn switch(on: bool) {
    // Not kept in a browser without storage: then they are on again at the next visit.
    let _ = settings::set(SETTING, if on { "on" } else { OFF });
}

/// A key that means something in the quiz.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pressed {
    /// A digit from 1 to 9: the choice at that place.
    Digit(usize),
    /// Check, or go on.
    Enter,
    /// Show the hint.
    Hint,
    /// Show the answers.
    Show,
    /// List the keys.
    Help,
}

impl Pressed {
    /// What a key event means; `None` if it belongs to the field, the button or the dialog that has the
    /// focus, or is held with a modifier.
    pub fn of(event: &KeyboardEvent) -> Option<Self> {
        if event.ctrl_key() || event.alt_key() || event.meta_key() || event.default_prevented() || !are_on() {
            return None;
        }
        let target = event.target_dyn_into::<Element>();
        let is_in = |selector: &str| {
            target.as_ref().is_some_and(|target| target.closest(selector).is_ok_and(|found| found.is_some()))
        };
        if is_in("dialog, [type=text], [type=file], select, textarea") {
            return None;
        }
        let pressed = Self::named(&event.key())?;
        let acts_itself = pressed == Self::Enter && is_in("a, button, summary, input");
        (!acts_itself).then_some(pressed)
    }

    fn named(key: &str) -> Option<Self> {
        match key {
            "Enter" => Some(Self::Enter),
            "?" => Some(Self::Help),
            "h" | "H" => Some(Self::Hint),
            "s" | "S" => Some(Self::Show),
            _ => key.parse().ok().filter(|digit| (1..=9).contains(digit)).map(Self::Digit),
        }
    }
}

/// What a key does at an item; nothing if it has no meaning there.
pub fn pick(item: &Item, session: &Session, pressed: Pressed) -> Vec<Message> {
    match (&session.stage, pressed) {
        (Stage::Answered, Pressed::Enter) => vec![Message::Next],
        (Stage::Asking { .. }, Pressed::Enter) => vec![Message::Check],
        (Stage::Asking { .. }, Pressed::Hint) => vec![Message::Hint],
        (Stage::Asking { .. }, Pressed::Show) => vec![Message::Reveal],
        (Stage::Asking { draft, .. }, Pressed::Digit(digit)) => {
            digit_pick(item, session, draft.as_ref(), digit).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

fn digit_pick(item: &Item, session: &Session, draft: Option<&Response>, digit: usize) -> Option<Message> {
    let order = choice_order(Some(&session.ask()), item);
    let response = face(&item.interaction).digit(digit.checked_sub(1)?, &order, draft)?;
    Some(Message::Draft(response))
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;
    use crate::quiz::{Ask, Order, plan_of};

    fn item(kind: &str) -> Item {
        let json = format!(
            r#"{{"id":"i","facts":["f"],"stem":"?","interaction":{{"kind":"{kind}","choices":[
            {{"id":"a","text":"A","correct":true,"rationale":"r"}},{{"id":"b","text":"B","rationale":"r"}}]}}}}"#
        );
        crate::deck::json::from_text(&json).expect("an item")
    }

    fn session(stage: Stage) -> Session {
        let ask = Ask { order: Order::Deck, ..Ask::default() };
        let mut session = Session::start(plan_of(ask, vec!["i".into()]));
        session.stage = stage;
        session
    }

    fn asking(draft: Option<Response>) -> Session {
        session(Stage::Asking { draft, sure: None, hinted: false })
    }

    fn ticked(choices: &[&str]) -> Response {
        Response::Multiple { choices: choices.iter().map(|id| (*id).into()).collect() }
    }

    #[test]
    fn keys_do_what_their_list_says() {
        let picked = |id: &str| vec![Message::Draft(Response::Choice { choice: id.into() })];
        let cases = [
            (asking(None), Pressed::Digit(1), picked("a")),
            (asking(None), Pressed::Digit(2), picked("b")),
            (asking(None), Pressed::Digit(3), vec![]),
            (asking(None), Pressed::Enter, vec![Message::Check]),
            (asking(None), Pressed::Hint, vec![Message::Hint]),
            (asking(None), Pressed::Show, vec![Message::Reveal]),
            (session(Stage::Answered), Pressed::Enter, vec![Message::Next]),
            (session(Stage::Answered), Pressed::Digit(1), vec![]),
            (session(Stage::Answered), Pressed::Show, vec![]),
        ];
        for (session, pressed, expected) in cases {
            assert_eq!(pick(&item("choice"), &session, pressed), expected, "{pressed:?}");
        }
    }

    #[test]
    fn digits_tick_and_untick() {
        let cases =
            [(None, vec!["a"]), (Some(ticked(&["b"])), vec!["a", "b"]), (Some(ticked(&["a"])), vec![])];
        for (draft, expected) in cases {
            let given = pick(&item("multiple"), &asking(draft), Pressed::Digit(1));
            assert_eq!(given, vec![Message::Draft(ticked(&expected))]);
        }
    }

    #[test]
    fn names_of_keys() {
        let cases = [
            ("1", Some(Pressed::Digit(1))),
            ("9", Some(Pressed::Digit(9))),
            ("0", None),
            ("10", None),
            ("x", None),
            ("?", Some(Pressed::Help)),
            ("H", Some(Pressed::Hint)),
        ];
        for (key, expected) in cases {
            assert_eq!(Pressed::named(key), expected, "{key}");
        }
    }
}
