//! An answer that is begun and not yet given survives a reload. It is not precious: it stands in the
//! settings, the last one only, and never in the log.

use serde::Serialize;
use yew::prelude::*;

use crate::deck::ItemId;
use crate::deck::json::from_text;
use crate::deck::json::shape::from_object;
use crate::platform::settings;
use crate::quiz::{Response, Session, Stage};

/// Name of the setting.
const SETTING: &str = "factdeck.half-done";

#[derive(Debug, PartialEq, Serialize)]
struct HalfDone {
    /// The seed of the quiz, and of how often the item was asked in it: what is begun in another is none of
    /// this one's.
    quiz: String,
    item: ItemId,
    response: Response,
}

from_object!(HalfDone { quiz, item, response });

/// Keeps what is begun at the item that a session asks, and gives it back when the item is shown with nothing
/// begun: `on_draft` is told. Once it is answered, nothing is kept.
#[hook]
pub fn use_half_done(session: Option<&Session>, on_draft: Callback<Response>) {
    let at = session.and_then(|session| Some((session.ask().seed.to_string(), session.item_id()?.clone())));
    let draft = session.and_then(|session| match &session.stage {
        Stage::Asking { draft, .. } => draft.clone(),
        Stage::Answered | Stage::Finished => None,
    });
    let is_answered = session.is_some_and(|session| session.stage == Stage::Answered);
    let is_begun = draft.is_some() || is_answered;
    use_effect_with(at.clone(), move |at| {
        let kept = settings::get(SETTING).and_then(|text| from_text::<HalfDone>(&text).ok());
        let is_here =
            |kept: &HalfDone| at.as_ref().is_some_and(|at| (&kept.quiz, &kept.item) == (&at.0, &at.1));
        if let Some(kept) = kept.filter(|kept| !is_begun && is_here(kept)) {
            on_draft.emit(kept.response);
        }
    });
    use_effect_with((draft, is_answered), move |(draft, is_answered)| {
        if *is_answered {
            forget();
        } else if let (Some(response), Some((quiz, item))) = (draft.clone(), at)
            && let Ok(text) = serde_json::to_string(&HalfDone { quiz, item, response })
        {
            // Without storage a reload begins the item anew.
            settings::set(SETTING, &text);
        }
    });
}

/// Keeps nothing any more.
pub fn forget() {
    settings::forget(SETTING);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_begun_is_read_as_it_was_written() {
        let half_done = HalfDone {
            quiz: "7".into(),
            item: "i".into(),
            response: Response::Order { events: vec!["b".into(), "a".into()] },
        };
        let text = serde_json::to_string(&half_done).unwrap_or_default();
        assert_eq!(from_text(&text), Ok(half_done));
        assert!(from_text::<HalfDone>(r#"{"quiz": "7", "item": "i", "response": 1}"#).is_err());
    }
}
