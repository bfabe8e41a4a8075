//! Keys: Enter in a field, and the single keys of the quiz, which key means what and what it does at an item.

use web_sys::{Element, HtmlInputElement, KeyboardEvent};
use yew::{Callback, TargetCast};

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

/// Acts when Enter is pressed in a field, as in a form. There are no forms: a page around ours may show it in
/// a frame in which nothing is ever submitted.
pub fn on_enter(act: Callback<()>) -> Callback<KeyboardEvent> {
    Callback::from(move |event: KeyboardEvent| {
        let is_in_field = event.target_dyn_into::<HtmlInputElement>().is_some();
        if is_in_field && event.key() == "Enter" && is_single_press(&event) && !is_composing(&event) {
            event.prevent_default();
            act.emit(());
        }
    })
}

/// Whether a key was pressed once, by itself: not held down, and not together with a modifier.
fn is_single_press(event: &KeyboardEvent) -> bool {
    !(event.ctrl_key() || event.alt_key() || event.meta_key() || event.repeat() || event.default_prevented())
}

/// Whether the key belongs to a word that is being put together, as Japanese is typed. Safari says so of the
/// last key by its old code alone.
fn is_composing(event: &KeyboardEvent) -> bool {
    const OLD_CODE: u32 = 229;
    event.is_composing() || event.key_code() == OLD_CODE
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
    /// focus, is held down or held with a modifier.
    pub fn of(event: &KeyboardEvent) -> Option<Self> {
        if !is_single_press(event) || !are_on() {
            return None;
        }
        let target = event.target_dyn_into::<Element>();
        let is_in = |selector: &str| {
            target.as_ref().is_some_and(|target| target.closest(selector).is_ok_and(|found| found.is_some()))
        };
        if is_in("dialog, [type=text], [type=file], select, textarea") {
            return None;
        }
        let pressed = Self::named(&event.key(), &event.code())?;
        let acts_itself = pressed == Self::Enter && is_in("a, button, summary, input");
        (!acts_itself).then_some(pressed)
    }

    /// What a key means: by what it writes, or by its place on the keyboard (`code`, as `KeyS`) if it writes
    /// in another script than Latin, whose layouts have none of the letters that are asked for.
    fn named(key: &str, code: &str) -> Option<Self> {
        let letter = if writes_no_latin(key) {
            ["Key", "Digit", "Numpad"].into_iter().find_map(|kind| code.strip_prefix(kind))?
        } else {
            key
        };
        match letter {
            "Enter" => Some(Self::Enter),
            // The Arabic layouts have a mark of their own.
            "?" | "؟" => Some(Self::Help),
            "h" | "H" => Some(Self::Hint),
            "s" | "S" => Some(Self::Show),
            _ => letter.parse().ok().filter(|digit| (1..=9).contains(digit)).map(Self::Digit),
        }
    }
}

/// Whether a key writes letters or digits of another script than Latin, or leaves to an input method what it
/// writes.
fn writes_no_latin(key: &str) -> bool {
    let is_latin = |letter: char| letter < '\u{250}' || ('\u{1e00}'..'\u{1f00}').contains(&letter);
    let mut letters = key.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) => letter.is_alphanumeric() && !is_latin(letter),
        _ => key == "Process" || key == "Unidentified",
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
            ("1", "Digit1", Some(Pressed::Digit(1))),
            ("9", "Numpad9", Some(Pressed::Digit(9))),
            ("0", "Digit0", None),
            ("10", "", None),
            ("x", "KeyX", None),
            ("?", "Slash", Some(Pressed::Help)),
            ("H", "KeyH", Some(Pressed::Hint)),
            ("Enter", "NumpadEnter", Some(Pressed::Enter)),
            // By letter where the layout has Latin ones, wherever it has them: Dvorak, French, German,
            // Turkish.
            ("s", "Semicolon", Some(Pressed::Show)),
            ("o", "KeyS", None),
            ("é", "Digit2", None),
            ("ö", "Semicolon", None),
            ("ş", "Semicolon", None),
            // By place where it has none: Russian, Ukrainian, Greek, Hebrew, Arabic, Georgian, Korean.
            ("ы", "KeyS", Some(Pressed::Show)),
            ("Р", "KeyH", Some(Pressed::Hint)),
            ("і", "KeyS", Some(Pressed::Show)),
            ("σ", "KeyS", Some(Pressed::Show)),
            ("י", "KeyH", Some(Pressed::Hint)),
            ("س", "KeyS", Some(Pressed::Show)),
            ("ჰ", "KeyH", Some(Pressed::Hint)),
            ("ㄴ", "KeyS", Some(Pressed::Show)),
            ("Process", "KeyH", Some(Pressed::Hint)),
            ("ш", "KeyI", None),
            // Digits of other scripts, and their question mark.
            ("٢", "Digit2", Some(Pressed::Digit(2))),
            ("३", "Digit3", Some(Pressed::Digit(3))),
            ("٠", "Digit0", None),
            ("؟", "Slash", Some(Pressed::Help)),
            // A key of another script that stands at none of these places, and what has no place at all.
            ("ж", "Semicolon", None),
            ("ы", "", None),
            ("Unidentified", "", None),
            ("F1", "F1", None),
        ];
        for (key, code, expected) in cases {
            assert_eq!(Pressed::named(key, code), expected, "{key} at {code}");
        }
    }
}
