//! A place to be found: points on the map, and the same places as native radio buttons, which the arrow keys
//! walk.

use yew::prelude::*;

use super::answers::Answer;
use super::choice::{is_picked, pick, picked};
use super::{Answers, Asked, Face};
use crate::deck::interaction::{PlaceChoice, PlacePick};
use crate::deck::{ChoiceId, IndexedDeck, Place};
use crate::platform::page::Draft;
use crate::quiz::{Response, choice_order};
use crate::ui::visuals::map::{Look, Point, points};

impl Face for PlacePick {
    fn controls(&self, asked: Asked) -> Html {
        let places = in_order(asked, self);
        let shown: Vec<Point> = places
            .iter()
            .map(|(choice, place)| {
                let id = control(choice);
                let is_picked = is_picked(asked.response, &id);
                let look = match (asked.is_answered, choice.correct) {
                    (true, true) => Look::Right,
                    (true, false) if is_picked => Look::Wrong,
                    (false, _) if is_picked => Look::Picked,
                    _ => Look::Plain,
                };
                let on_pick = asked.on_draft.reform(move |()| Response::Choice { choice: id.clone() });
                Point { place, look, on_pick: Some(on_pick) }
            })
            .collect();
        let list = places.iter().map(|(choice, place)| pick(asked, &control(choice), &place.name));
        html! { <>{ points(&shown) }{ for list }</> }
    }

    fn answers<'a>(&'a self, asked: Asked<'a>) -> Answers<'a> {
        let answers = in_order(asked, self).into_iter().map(|(choice, place)| {
            Answer::new(choice.id.as_str(), &place.name, &choice.rationale)
                .judged(choice.correct, is_picked(asked.given(), &control(choice)))
        });
        Answers { all: answers.collect(), ..Answers::default() }
    }

    fn truth(&self, deck: &IndexedDeck) -> String {
        let key = self.choices.iter().find(|choice| choice.correct).and_then(|key| deck.place(&key.id));
        key.map(|place| place.name.clone()).unwrap_or_default()
    }

    fn draft(&self, drafts: &[&Draft]) -> Option<Response> {
        picked(drafts)
    }

    fn digit(&self, digit: usize, order: &[usize], _: Option<&Response>) -> Option<Response> {
        Some(Response::Choice { choice: control(self.choices.get(*order.get(digit)?)?) })
    }
}

fn in_order<'a>(asked: Asked<'a>, place: &'a PlacePick) -> Vec<(&'a PlaceChoice, &'a Place)> {
    let order = choice_order(asked.ask, asked.item);
    let choices = order.iter().filter_map(|position| place.choices.get(*position));
    choices.filter_map(|choice| Some((choice, asked.deck.place(&choice.id)?))).collect()
}

/// The name of a place as that of a choice.
fn control(choice: &PlaceChoice) -> ChoiceId {
    ChoiceId::new(choice.id.as_str())
}
