//! What responses are worth: a table for each kind, and what holds for all of them.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failing test should stop there")]
#![allow(clippy::float_cmp, reason = "nothing and one are exact scores")]

#[path = "grades/doing.rs"]
mod doing;
#[path = "grades/properties.rs"]
mod properties;
mod sample;

use factdeck::deck::interaction::{NumberMixUp, TextMixUp};
use factdeck::deck::{Interaction, Standing};
use factdeck::quiz::{Finding, Outcome, Response};
use sample::{
    classifying, cloze, estimate, fill, finding, grade, is_complete, marking, matching, multiple, number,
    order, pick, place, put, single, text, tick,
};

fn typed_number(typed: &str) -> Response {
    Response::Number { typed: typed.into() }
}

fn typed_text(typed: &str) -> Response {
    Response::Text { typed: typed.into() }
}

/// Checks the score, the outcome that goes with it, and whether Check may be pressed.
fn check(interaction: &Interaction, response: &Response, score: f64, complete: bool) {
    let graded = grade(interaction, response);
    assert!((graded.score - score).abs() < 1e-6, "{response:?} scored {}", graded.score);
    let outcome = match score {
        1.0 => Outcome::Correct,
        0.0 => Outcome::Wrong,
        _ => Outcome::Partial,
    };
    assert_eq!(graded.outcome, outcome, "{response:?}");
    assert_eq!(is_complete(interaction, response), complete, "{response:?}");
}

#[test]
fn a_choice_is_the_key_or_not() {
    let interaction = single(&["no", "+yes", "never"]);
    check(&interaction, &pick("yes"), 1.0, true);
    check(&interaction, &pick("no"), 0.0, true);
    check(&interaction, &pick("gone"), 0.0, false);
    assert_eq!(finding(&interaction, &pick("no")), Finding::None);
}

#[test]
fn ticks_pay_for_keys_and_cost_for_distractors() {
    let interaction = multiple(&["+a", "+b", "x", "y", "z"]);
    let cases: &[(&[&str], f64, bool)] = &[
        (&["a", "b"], 1.0, true),
        (&["a"], 0.5, true),
        (&["a", "b", "x"], 2.0 / 3.0, true),
        (&["a", "x"], 0.5 - 1.0 / 3.0, true),
        (&["a", "x", "y"], 0.0, true),
        (&["x"], 0.0, true),
        (&["a", "b", "x", "y", "z"], 0.0, true),
        (&[], 0.0, false),
        (&["gone"], 0.0, false),
        (&["a", "b", "gone"], 1.0, true),
    ];
    for (ticked, score, complete) in cases {
        check(&interaction, &tick(ticked), *score, *complete);
    }
}

#[test]
fn a_multiple_without_keys_or_distractors_still_has_a_score() {
    check(&multiple(&["x", "y"]), &tick(&["x"]), 0.0, true);
    check(&multiple(&["+a", "+b"]), &tick(&["a"]), 0.5, true);
    check(&multiple(&[]), &tick(&[]), 0.0, false);
}

#[test]
fn a_number_may_be_off_by_the_tolerance() {
    let interaction = Interaction::Number(number(2000.0, 200.0, Some(500.0)));
    let cases = [
        ("2,000", 1.0, true),
        ("1800", 1.0, true),
        ("2200 drones", 1.0, true),
        ("2201", 0.5, true),
        ("1500", 0.5, true),
        ("1499", 0.0, true),
        ("2501", 0.0, true),
        ("-2000", 0.0, true),
        ("2k", 1.0, true),
        ("2m", 0.0, false),
        ("", 0.0, false),
    ];
    for (typed, score, complete) in cases {
        check(&interaction, &typed_number(typed), score, complete);
    }
}

#[test]
fn a_number_without_near_has_no_half() {
    let interaction = Interaction::Number(number(2.0, 0.0, None));
    check(&interaction, &typed_number("2"), 1.0, true);
    check(&interaction, &typed_number("2.01"), 0.0, true);
}

#[test]
fn binary_fractions_do_not_cost_the_edge_of_the_tolerance() {
    // 0.4 - 0.3 comes out above 0.1.
    let interaction = Interaction::Number(number(0.3, 0.1, None));
    check(&interaction, &typed_number("0.4"), 1.0, true);
    check(&interaction, &typed_number("0.2"), 1.0, true);
    check(&interaction, &typed_number("0.41"), 0.0, true);
}

#[test]
fn a_number_is_told_how_far_off_it_was() {
    let mut entry = number(2000.0, 100.0, None);
    entry.mix_ups = vec![
        NumberMixUp { value: 5000.0, rationale: "the plan".into() },
        NumberMixUp { value: 2050.0, rationale: "hidden by the tolerance".into() },
    ];
    let interaction = Interaction::Number(entry);
    let cases = [
        ("2000", Some(2000.0), 0.0, Some(0.0), None),
        ("2050", Some(2050.0), 50.0, Some(2.5), None),
        ("1500", Some(1500.0), -500.0, Some(-25.0), None),
        ("5,000", Some(5000.0), 3000.0, Some(150.0), Some("the plan")),
        ("some", None, 0.0, None, None),
    ];
    for (typed, given, off, off_percent, mix_up) in cases {
        let expected = Finding::Number { given, off, off_percent, mix_up: mix_up.map(String::from) };
        assert_eq!(finding(&interaction, &typed_number(typed)), expected, "{typed}");
    }
}

#[test]
fn percent_of_zero_is_not_told_and_of_a_negative_number_has_the_sign_of_the_way() {
    let off_percent =
        |value, typed| match finding(&Interaction::Number(number(value, 1.0, None)), &typed_number(typed)) {
            Finding::Number { off_percent, .. } => off_percent,
            _ => None,
        };
    assert_eq!(off_percent(0.0, "5"), None);
    assert_eq!(off_percent(-10.0, "-15"), Some(-50.0));
}

#[test]
fn a_name_may_be_written_in_many_ways() {
    let mut entry = text(&["North Korea", "DPRK", "A-22"]);
    entry.mix_ups = vec![TextMixUp { text: "South Korea".into(), rationale: "its neighbour".into() }];
    let interaction = Interaction::Text(entry);
    // (typed, right, misspelt, mixed up)
    let cases = [
        ("North Korea", true, false, false),
        ("  the NORTH-KOREA. ", true, false, false),
        ("d.p.r.k.", true, false, false),
        ("a 22", true, false, false),
        ("Nort Korea", true, true, false),
        ("Nroth Kroea", true, true, false),
        ("DPRC", false, false, false),
        ("A-23", false, false, false),
        ("South Korea", false, false, true),
        ("Sotuh Korea", false, false, true),
        // As close to the one as to the other, so not taken for the right one.
        ("Sorth Korea", false, false, true),
        ("Korea", false, false, false),
        ("Russia", false, false, false),
    ];
    for (typed, right, misspelt, mixed_up) in cases {
        check(&interaction, &typed_text(typed), if right { 1.0 } else { 0.0 }, true);
        let expected = Finding::Text {
            answer: "North Korea".into(),
            misspelt,
            mix_up: mixed_up.then(|| "its neighbour".into()),
        };
        assert_eq!(finding(&interaction, &typed_text(typed)), expected, "{typed}");
    }
    check(&interaction, &typed_text(" - "), 0.0, false);
}

#[test]
fn an_accepted_form_is_right_even_if_it_is_listed_as_a_mix_up() {
    let mut entry = text(&["Geran"]);
    entry.mix_ups = vec![TextMixUp { text: "geran".into(), rationale: String::new() }];
    check(&Interaction::Text(entry), &typed_text("Geran"), 1.0, true);
}

#[test]
fn an_accepted_form_of_nothing_is_never_matched() {
    check(&Interaction::Text(text(&[""])), &typed_text(""), 0.0, false);
    check(&Interaction::Text(text(&[])), &typed_text("x"), 0.0, true);
}

#[test]
fn a_cloze_pays_for_each_gap() {
    let interaction = cloze(&[&["+a", "b"], &["c", "+d"], &["+a", "e"]]);
    let cases: [(&[_], f64, bool); 6] = [
        (&[("g0", "a"), ("g1", "d"), ("g2", "a")], 1.0, true),
        (&[("g0", "a"), ("g1", "d"), ("g2", "e")], 2.0 / 3.0, true),
        (&[("g0", "b"), ("g1", "c"), ("g2", "e")], 0.0, true),
        (&[("g0", "a")], 1.0 / 3.0, false),
        (&[("g0", "a"), ("g1", "d"), ("g2", "gone")], 2.0 / 3.0, false),
        (&[], 0.0, false),
    ];
    for (gaps, score, complete) in cases {
        check(&interaction, &fill(gaps), score, complete);
    }
    check(&cloze(&[]), &fill(&[]), 0.0, true);
}

#[test]
fn a_response_of_another_kind_is_wrong_and_never_complete() {
    let standings = [Standing::Reported, Standing::Claimed];
    // Each with the one response of its kind that is right.
    let right = [
        (single(&["+yes", "no"]), pick("yes")),
        (multiple(&["+yes", "no"]), tick(&["yes"])),
        (Interaction::Number(number(1.0, 0.0, None)), typed_number("1")),
        (Interaction::Text(text(&["1"])), typed_text("1")),
        (cloze(&[&["+yes", "no"]]), fill(&[("g0", "yes")])),
        (order(&["yes", "no"]), put(&["yes", "no"])),
        (matching(&["yes", "no"], &["yes"]), fill(&[("r0", "yes")])),
        (classifying(&standings, &[Standing::Claimed]), fill(&[("r0", "claimed")])),
        (place(&["+yes", "no"]), pick("yes")),
        (Interaction::Estimate(estimate(1.0, 0.0, None)), typed_number("1")),
        (marking(&["+yes", "no"]), tick(&["yes"])),
    ];
    let shape = |response: &Response| std::mem::discriminant(response);
    for (interaction, its_own) in &right {
        check(interaction, its_own, 1.0, true);
        for (_, other) in right.iter().filter(|(_, other)| shape(other) != shape(its_own)) {
            check(interaction, other, 0.0, false);
            assert_eq!(finding(interaction, other), Finding::None);
        }
    }
}

#[test]
fn responses_are_stored_under_their_kind() {
    let stored = serde_json::to_string(&fill(&[("g0", "yes")])).unwrap();
    assert_eq!(stored, r#"{"kind":"cloze","gaps":{"g0":"yes"}}"#);
    assert_eq!(serde_json::to_string(&pick("yes")).unwrap(), r#"{"kind":"choice","choice":"yes"}"#);
    let stored = serde_json::to_string(&put(&["b", "a"])).unwrap();
    assert_eq!(stored, r#"{"kind":"order","events":["b","a"]}"#);
}
