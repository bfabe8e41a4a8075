//! What holds for all kinds of item, over generated items and responses.

use std::collections::{BTreeMap, BTreeSet};

use factdeck::deck::interaction::{Interaction, MultipleChoice};
use factdeck::deck::{ChoiceId, Standing};
use factdeck::quiz::{Outcome, Response};
use proptest::prelude::*;

use super::sample::{
    choices, classifying, cloze, estimate, finding, grade, is_complete, marking, matching, multiple, number,
    order, pick, place, put, text, tick,
};
use super::{typed_number, typed_text};

/// Names of keys and distractors, as the sample's builders take them.
fn keyed(keys: std::ops::RangeInclusive<usize>) -> impl Strategy<Value = Vec<String>> {
    (keys, 1_usize..6).prop_map(|(keys, distractors)| {
        (0..keys + distractors).map(|n| format!("{}c{n}", if n < keys { "+" } else { "" })).collect()
    })
}

fn with_names(of: fn(&[&str]) -> Interaction) -> impl Fn(Vec<String>) -> Interaction {
    move |names| of(&names.iter().map(String::as_str).collect::<Vec<_>>())
}

/// Well-formed items of every kind.
fn any_interaction() -> impl Strategy<Value = Interaction> {
    let amount = (-1_000_000_i32..1_000_000, 0_u32..1000, proptest::option::of(0_u32..1000)).prop_map(
        |(value, tolerance, near)| {
            (f64::from(value) / 100.0, f64::from(tolerance), near.map(|near| f64::from(tolerance + near)))
        },
    );
    prop_oneof![
        keyed(1..=1).prop_map(with_names(super::single)),
        keyed(1..=5).prop_map(with_names(multiple)),
        amount
            .clone()
            .prop_map(|(value, tolerance, near)| { Interaction::Number(number(value, tolerance, near)) }),
        "[A-Za-z][a-z0-9]{0,12}".prop_map(|name| Interaction::Text(text(&[&name]))),
        (1_usize..6).prop_map(|gaps| cloze(&vec![&["x", "+y", "z"][..]; gaps])),
        proptest::collection::btree_set("c[0-9]", 3..7)
            .prop_map(|names| with_names(order)(names.into_iter().collect())),
        proptest::collection::vec("[xyz]", 3..6)
            .prop_map(|keys| with_names(|keys| matching(&["x", "y", "z"], keys))(keys)),
        proptest::collection::vec(proptest::sample::select(Standing::ALL.to_vec()), 3..6)
            .prop_map(|keys| classifying(&Standing::ALL, &keys)),
        keyed(1..=1).prop_map(with_names(place)),
        amount.prop_map(|(value, tolerance, near)| Interaction::Estimate(estimate(value, tolerance, near))),
        keyed(1..=3).prop_map(with_names(marking)),
    ]
}

fn right_response(interaction: &Interaction) -> Response {
    match interaction {
        Interaction::Choice(it) => pick(it.choices.iter().find(|c| c.correct).unwrap().id.as_str()),
        Interaction::Multiple(it) => Response::Multiple {
            choices: it.choices.iter().filter(|c| c.correct).map(|c| c.id.clone()).collect(),
        },
        Interaction::Number(it) => typed_number(&it.value.to_string()),
        Interaction::Text(it) => typed_text(&it.accepted[0]),
        Interaction::Cloze(it) => Response::Cloze {
            gaps: it
                .gaps
                .iter()
                .map(|gap| (gap.id.clone(), gap.choices.iter().find(|c| c.correct).unwrap().id.clone()))
                .collect(),
        },
        Interaction::Order(it) => {
            Response::Order { events: it.events.iter().map(|event| event.id.clone()).collect() }
        }
        Interaction::Match(it) => {
            Response::Cloze { gaps: it.rows.iter().map(|row| (row.id.clone(), row.key.clone())).collect() }
        }
        Interaction::Classify(it) => Response::Cloze {
            gaps: it.rows.iter().map(|row| (row.id.clone(), row.key.slug().into())).collect(),
        },
        Interaction::Place(it) => pick(it.choices.iter().find(|c| c.correct).unwrap().id.as_str()),
        Interaction::Estimate(it) => typed_number(&it.value.to_string()),
        Interaction::Mark(it) => Response::Multiple {
            choices: it.parts.iter().filter(|part| part.correct).filter_map(|part| part.id.clone()).collect(),
        },
    }
}

fn empty_response(interaction: &Interaction) -> Response {
    match interaction {
        Interaction::Choice(_) | Interaction::Place(_) => pick(""),
        Interaction::Multiple(_) | Interaction::Mark(_) => tick(&[]),
        Interaction::Number(_) | Interaction::Estimate(_) => typed_number(""),
        Interaction::Text(_) => typed_text(""),
        Interaction::Cloze(_) | Interaction::Match(_) | Interaction::Classify(_) => {
            Response::Cloze { gaps: BTreeMap::new() }
        }
        Interaction::Order(_) => put(&[]),
    }
}

fn any_response() -> impl Strategy<Value = Response> {
    let name = || "c[0-9]";
    let standing = proptest::sample::select(Standing::ALL.map(Standing::slug).to_vec());
    prop_oneof![
        name().prop_map(|id| pick(&id)),
        proptest::collection::btree_set(name(), 0..8).prop_map(|ids| {
            Response::Multiple { choices: ids.iter().map(|id| id.as_str().into()).collect() }
        }),
        prop_oneof!["[-0-9., ]{0,12}", ".*"].prop_map(|typed| Response::Number { typed }),
        ".*".prop_map(|typed| Response::Text { typed }),
        proptest::collection::btree_map(
            "[gr][0-5]",
            prop_oneof!["[xyz]", standing.prop_map(str::to_owned)],
            0..6
        )
        .prop_map(|gaps| Response::Cloze {
            gaps: gaps.iter().map(|(gap, id)| (gap.as_str().into(), id.as_str().into())).collect()
        }),
        proptest::collection::vec(name(), 0..8)
            .prop_map(|ids| Response::Order { events: ids.iter().map(|id| id.as_str().into()).collect() }),
    ]
}

proptest! {
    #[test]
    fn the_whole_answer_scores_one_and_none_scores_nothing(interaction in any_interaction()) {
        let right = right_response(&interaction);
        prop_assert_eq!(grade(&interaction, &right).score, 1.0);
        prop_assert!(is_complete(&interaction, &right));
        let empty = empty_response(&interaction);
        prop_assert_eq!(grade(&interaction, &empty).score, 0.0);
        prop_assert!(!is_complete(&interaction, &empty));
    }

    #[test]
    fn ticking_everything_scores_nothing(names in keyed(1..=7)) {
        let all: Vec<&str> = names.iter().map(|name| name.trim_start_matches('+')).collect();
        for interaction in [with_names(multiple)(names.clone()), with_names(marking)(names.clone())] {
            prop_assert_eq!(grade(&interaction, &tick(&all)).outcome, Outcome::Wrong);
            prop_assert_eq!(grade(&interaction, &tick(&all)).score, 0.0);
        }
    }

    /// One order in so many is right; and all that is not is worth less.
    #[test]
    fn only_the_right_order_is_worth_all(
        names in proptest::collection::btree_set("c[0-9]", 3..7),
        seed: u64,
    ) {
        let names: Vec<ChoiceId> = names.iter().map(|name| name.as_str().into()).collect();
        let given: Vec<ChoiceId> = factdeck::quiz::seeded_order(seed, "events", names.len())
            .into_iter()
            .map(|position| names[position].clone())
            .collect();
        let interaction = order(&names.iter().map(ChoiceId::as_str).collect::<Vec<_>>());
        let score = grade(&interaction, &Response::Order { events: given.clone() }).score;
        prop_assert_eq!(score == 1.0, given == names);
    }

    #[test]
    fn scores_stay_between_nothing_and_one(interaction in any_interaction(), response in any_response()) {
        let graded = grade(&interaction, &response);
        prop_assert!((0.0..=1.0).contains(&graded.score), "{:?}", graded);
        prop_assert_eq!(graded.outcome == Outcome::Correct, graded.score == 1.0);
        prop_assert_eq!(graded.outcome == Outcome::Wrong, graded.score == 0.0);
        let _ = finding(&interaction, &response);
    }

    #[test]
    fn one_more_key_never_costs_and_one_more_distractor_never_pays(
        ticked in proptest::collection::btree_set(0_usize..6, 0..6),
        more in 0_usize..6,
    ) {
        let interaction =
            Interaction::Multiple(MultipleChoice { choices: choices(&["+0", "+1", "+2", "3", "4", "5"]) });
        let score = |ticked: &BTreeSet<usize>| {
            let names: Vec<String> = ticked.iter().map(ToString::to_string).collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            grade(&interaction, &tick(&names)).score
        };
        let before = score(&ticked);
        let mut ticked = ticked;
        ticked.insert(more);
        let after = score(&ticked);
        let fair = if more < 3 { after >= before } else { after <= before };
        prop_assert!(fair, "from {} to {}", before, after);
    }

    #[test]
    fn numbers_written_with_separators_read_the_same(value in 0_u32..2_000_000_000) {
        let plain = value.to_string();
        for separator in [",", ".", " ", "\u{202F}", "'"] {
            let mut grouped = String::new();
            for (n, digit) in plain.chars().enumerate() {
                if n > 0 && (plain.len() - n) % 3 == 0 {
                    grouped.push_str(separator);
                }
                grouped.push(digit);
            }
            let readings = factdeck::quiz::read_number(&grouped, "km").unwrap_or_default();
            prop_assert_eq!(readings.first(), Some(&f64::from(value)), "{}", grouped);
        }
    }
}
