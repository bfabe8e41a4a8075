//! Items that are answered by doing: a table for each kind.

use factdeck::deck::{Interaction, Standing};
use factdeck::quiz::Finding;

use super::sample::{
    classifying, cloze, estimate, fill, finding, marking, matching, multiple, order, pick, place, put, tick,
};
use super::{check, typed_number};

#[test]
fn an_order_pays_for_right_neighbours_beyond_chance() {
    let interaction = order(&["a", "b", "c", "d"]);
    // By chance there are 3/4 of the 3 pairs.
    let cases: [(&[&str], f64, usize); 7] = [
        (&["a", "b", "c", "d"], 1.0, 3),
        (&["b", "c", "d", "a"], 1.25 / 2.25, 2),
        (&["c", "d", "a", "b"], 1.25 / 2.25, 2),
        (&["a", "b", "d", "c"], 0.25 / 2.25, 1),
        (&["d", "a", "c", "b"], 0.0, 0),
        (&["d", "c", "b", "a"], 0.0, 0),
        (&["b", "a", "d", "c"], 0.0, 0),
    ];
    for (given, score, right) in cases {
        check(&interaction, &put(given), score, true);
        assert_eq!(
            finding(&interaction, &put(given)),
            Finding::Parts { right, of: 3, besides: 0 },
            "{given:?}"
        );
    }
}

#[test]
fn an_order_has_every_event_once() {
    let interaction = order(&["a", "b", "c"]);
    let cases: [&[&str]; 6] = [
        &[],
        &["a", "b"],
        &["a", "b", "b"],
        &["a", "b", "gone"],
        &["a", "b", "c", "c"],
        &["a", "b", "c", "gone"],
    ];
    for given in cases {
        check(&interaction, &put(given), 0.0, false);
        assert_eq!(finding(&interaction, &put(given)), Finding::None, "{given:?}");
    }
    // What there is nothing to order in is worth nothing either.
    check(&order(&["a"]), &put(&["a"]), 0.0, true);
    check(&order(&[]), &put(&[]), 0.0, true);
}

#[test]
fn a_match_pays_for_right_rows_beyond_chance() {
    let interaction = matching(&["a", "b", "c"], &["a", "b", "a", "c"]);
    // By chance there are 4/3 of the 4 rows.
    let cases: [(&[_], f64, bool, usize); 10] = [
        (&[("r0", "a"), ("r1", "b"), ("r2", "a"), ("r3", "c")], 1.0, true, 4),
        (&[("r0", "a"), ("r1", "b"), ("r2", "a"), ("r3", "a")], 5.0 / 8.0, true, 3),
        (&[("r0", "a"), ("r1", "b"), ("r2", "c"), ("r3", "a")], 2.0 / 8.0, true, 2),
        (&[("r0", "a"), ("r1", "a"), ("r2", "b"), ("r3", "a")], 0.0, true, 1),
        (&[("r0", "b"), ("r1", "c"), ("r2", "b"), ("r3", "a")], 0.0, true, 0),
        // Half-done, strange rows and strange options.
        (&[("r0", "a"), ("r1", "b"), ("r2", "a")], 5.0 / 8.0, false, 3),
        (&[("r0", "a"), ("r1", "b"), ("r2", "a"), ("r3", "gone")], 5.0 / 8.0, false, 3),
        (&[("r0", "a"), ("r1", "b"), ("r2", "a"), ("r3", "c"), ("r9", "a")], 1.0, true, 4),
        (&[("r9", "a")], 0.0, false, 0),
        (&[], 0.0, false, 0),
    ];
    for (rows, score, complete, right) in cases {
        check(&interaction, &fill(rows), score, complete);
        assert_eq!(
            finding(&interaction, &fill(rows)),
            Finding::Parts { right, of: 4, besides: 0 },
            "{rows:?}"
        );
    }
    check(&matching(&["a", "b"], &[]), &fill(&[]), 0.0, true);
    // With one option, or none, there is nothing to know but all.
    check(&matching(&["a"], &["a", "b"]), &fill(&[("r0", "a"), ("r1", "a")]), 0.0, true);
    check(&matching(&[], &["a", "b"]), &fill(&[("r0", "a")]), 0.0, false);
}

#[test]
fn a_standing_is_told_by_its_word() {
    use Standing::{Claimed, Reported};
    let interaction = classifying(&[Reported, Claimed], &[Reported, Claimed, Claimed]);
    // By chance there are 3/2 of the 3 rows.
    let cases: [(&[_], f64, bool); 6] = [
        (&[("r0", "reported"), ("r1", "claimed"), ("r2", "claimed")], 1.0, true),
        (&[("r0", "claimed"), ("r1", "claimed"), ("r2", "claimed")], 1.0 / 3.0, true),
        (&[("r0", "reported"), ("r1", "reported"), ("r2", "reported")], 0.0, true),
        // A standing that the item does not offer.
        (&[("r0", "reported"), ("r1", "claimed"), ("r2", "computed")], 1.0 / 3.0, false),
        (&[("r0", "reported")], 0.0, false),
        (&[], 0.0, false),
    ];
    for (rows, score, complete) in cases {
        check(&interaction, &fill(rows), score, complete);
    }
    let two = fill(&[("r0", "claimed"), ("r1", "claimed"), ("r2", "claimed")]);
    assert_eq!(finding(&interaction, &two), Finding::Parts { right: 2, of: 3, besides: 0 });
}

#[test]
fn a_place_is_the_key_or_not() {
    let interaction = place(&["harbour", "+rock", "cape"]);
    for (name, score, complete) in [("rock", 1.0, true), ("cape", 0.0, true), ("gone", 0.0, false)] {
        check(&interaction, &pick(name), score, complete);
        assert_eq!(finding(&interaction, &pick(name)), Finding::None);
    }
    check(&place(&["harbour", "cape"]), &pick("cape"), 0.0, true);
}

#[test]
fn an_estimate_is_a_number() {
    let interaction = Interaction::Estimate(estimate(2000.0, 200.0, Some(500.0)));
    let cases = [
        ("2,000", 1.0, true),
        ("1800", 1.0, true),
        ("1500", 0.5, true),
        ("2501", 0.0, true),
        // Off the scale, by the field.
        ("9,000", 0.0, true),
        ("", 0.0, false),
        ("many", 0.0, false),
    ];
    for (typed, score, complete) in cases {
        check(&interaction, &typed_number(typed), score, complete);
    }
    let told = Finding::Number { given: Some(1500.0), off: -500.0, off_percent: Some(-25.0), mix_up: None };
    assert_eq!(finding(&interaction, &typed_number("1500")), told);
    check(&Interaction::Estimate(estimate(2000.0, 200.0, None)), &typed_number("1500"), 0.0, true);
}

#[test]
fn marks_pay_for_hedges_and_cost_for_other_words() {
    let interaction = marking(&["", "+says", "x", "", "+may", "y", "z"]);
    let cases: [(&[&str], f64, bool, usize, usize); 8] = [
        (&["says", "may"], 1.0, true, 2, 0),
        (&["says"], 0.5, true, 1, 0),
        (&["says", "may", "x"], 2.0 / 3.0, true, 2, 1),
        (&["may", "x"], 0.5 - 1.0 / 3.0, true, 1, 1),
        (&["x"], 0.0, true, 0, 1),
        (&["says", "may", "x", "y", "z"], 0.0, true, 2, 3),
        (&["gone"], 0.0, false, 0, 0),
        (&[], 0.0, false, 0, 0),
    ];
    for (marked, score, complete, right, besides) in cases {
        check(&interaction, &tick(marked), score, complete);
        assert_eq!(
            finding(&interaction, &tick(marked)),
            Finding::Parts { right, of: 2, besides },
            "{marked:?}"
        );
    }
    // Words without a name cannot be marked, whatever the deck says of them.
    check(&marking(&["", "", "+says"]), &tick(&[""]), 0.0, false);
}

#[test]
fn other_kinds_tell_how_many_parts_are_right_too() {
    let of = |right, of, besides| Finding::Parts { right, of, besides };
    assert_eq!(finding(&multiple(&["+a", "+b", "x"]), &tick(&["a", "x"])), of(1, 2, 1));
    let gaps = cloze(&[&["+a", "b"], &["c", "+d"]]);
    assert_eq!(finding(&gaps, &fill(&[("g0", "a"), ("g1", "c")])), of(1, 2, 0));
}
