//! A place to be found: points on the map, and the same places as native radio buttons, which the arrow keys
//! walk.

use yew::prelude::*;

use super::choice::{is_picked, option};
use super::{Asked, answer};
use crate::deck::interaction::{PlaceChoice, PlacePick};
use crate::deck::{ChoiceId, Place};
use crate::quiz::{Response, choice_order};
use crate::ui::visuals::map::{Point, points};

fn in_order<'a>(asked: Asked<'a>, place: &'a PlacePick) -> Vec<(&'a PlaceChoice, &'a Place)> {
    let order = choice_order(asked.ask, asked.item);
    let choices = order.iter().filter_map(|position| place.choices.get(*position));
    choices.filter_map(|choice| Some((choice, asked.deck.place(&choice.id)?))).collect()
}

/// The map and the list.
pub fn controls(asked: Asked, place: &PlacePick) -> Html {
    let places = in_order(asked, place);
    let shown: Vec<Point> = places
        .iter()
        .map(|(choice, place)| {
            let id = ChoiceId::new(choice.id.as_str());
            let on_pick = asked.on_draft.reform({
                let id = id.clone();
                move |()| Response::Choice { choice: id.clone() }
            });
            Point { place, is_picked: is_picked(asked.response, &id), on_pick: Some(on_pick) }
        })
        .collect();
    let list = places.iter().map(|(choice, place)| {
        let id = ChoiceId::new(choice.id.as_str());
        let onchange = {
            let (on_draft, choice) = (asked.on_draft.clone(), id.clone());
            Callback::from(move |_: Event| on_draft.emit(Response::Choice { choice: choice.clone() }))
        };
        option(asked, &id, &place.name, "radio", onchange)
    });
    html! { <>{ points(&shown) }{ for list }</> }
}

/// Every place, and why.
pub fn answers(asked: Asked, place: &PlacePick) -> Html {
    let answers = in_order(asked, place).into_iter().map(|(choice, place)| {
        let picked = is_picked(asked.response, &ChoiceId::new(choice.id.as_str()));
        answer(choice.id.as_str(), &place.name, &choice.rationale, choice.correct, picked, None)
    });
    html! { <ul>{ for answers }</ul> }
}
