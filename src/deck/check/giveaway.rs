//! Giveaways: one item does not tell the answer to another.

use std::collections::{BTreeMap, BTreeSet};

use super::attribution::{same, telling_words};
use super::parts::{Part, Parts, choice_lists, each_shown};
use super::{Code, Report};
use crate::deck::giveaway::Answers;
use crate::deck::interaction::Interaction;
use crate::deck::model::Item;
use crate::deck::spelling::Spelling;

/// From how many items on it is counted in how many stems an answer stands.
const FEWEST_ITEMS: usize = 20;
/// In how many other stems an answer may stand, however few items there are.
const ALWAYS_ALLOWED: usize = 3;
/// Else in one stem out of so many.
const STEMS_FOR_ONE: usize = 20;
/// An answer that stands in at most so many times the stems that one of its distractors stands in is not
/// given away: whoever goes by the stems may take either.
const TIMES_A_DISTRACTOR: usize = 2;
/// Numbers below are in many texts for other reasons.
const LEAST_NUMBER: f64 = 10.0;
/// How many words of a stem are looked at together, to find names of several words.
const WORDS_AT_ONCE: usize = 4;

pub(super) fn check(parts: &Parts, report: &mut Report) {
    neighbours(parts, report);
    circles(parts, report);
    if parts.items.len() >= FEWEST_ITEMS {
        stems(parts, report);
    }
}

/// What is to be given at one place of an item, and what else might be.
struct Wanted {
    path: String,
    keys: Vec<String>,
    others: Vec<String>,
}

fn wanted(item: &Part<Item>) -> Vec<Wanted> {
    let number = |number: f64| {
        let is_told = number >= LEAST_NUMBER && number.fract() == 0.0;
        is_told.then(|| format!("{number:.0}"))
    };
    let path = item.at("interaction");
    match &item.it.interaction {
        Interaction::Number(entry) => vec![Wanted {
            path,
            keys: number(entry.value).into_iter().collect(),
            others: entry.mix_ups.iter().filter_map(|mix_up| number(mix_up.value)).collect(),
        }],
        Interaction::Estimate(guess) => {
            vec![Wanted { path, keys: number(guess.value).into_iter().collect(), others: Vec::new() }]
        }
        Interaction::Text(entry) => vec![Wanted {
            path,
            keys: entry.accepted.first().cloned().into_iter().collect(),
            others: entry.mix_ups.iter().map(|mix_up| mix_up.text.clone()).collect(),
        }],
        _ => choice_lists(item)
            .into_iter()
            .map(|list| {
                let texts = |correct: bool| {
                    let alike = list.choices.iter().filter(move |choice| choice.correct == correct);
                    alike.map(|choice| choice.text.clone()).collect()
                };
                Wanted { keys: texts(true), others: texts(false), path: list.path }
            })
            .collect(),
    }
}

/// Of two items that follow each other in a chapter's check, the first does not name the key of the second.
fn neighbours(parts: &Parts, report: &mut Report) {
    let items: BTreeMap<&str, &Part<Item>> =
        parts.items.iter().rev().map(|item| (item.it.id.as_str(), item)).collect();
    for chapter in &parts.chapters {
        let check = chapter.it.check.iter().map(|id| items.get(id.as_str()).copied());
        for (position, (first, second)) in check.clone().zip(check.skip(1)).enumerate() {
            let (Some(first), Some(second)) = (first, second) else { continue };
            if names_all_keys(first, second) {
                let detail = format!("what \"{}\" shows names the key of \"{}\"", first.it.id, second.it.id);
                report.add(Code::CheckGivesAway, chapter.at(&format!("check[{}]", position + 1)), detail);
            }
        }
    }
}

fn names_all_keys(first: &Part<Item>, second: &Part<Item>) -> bool {
    let mut shown = vec![telling(&first.it.stem)];
    each_shown(first.it, &mut |text| shown.push(telling(text)));
    let asked: Vec<String> = match &second.it.interaction {
        Interaction::Cloze(cloze) => [telling(&second.it.stem), telling(&cloze.text)].concat(),
        _ => telling(&second.it.stem),
    };
    let is_named = |text: &String| {
        let mut words = telling(text);
        words.retain(|word| !asked.iter().any(|asked| same(asked, word)));
        let stands_in =
            |shown: &Vec<String>| words.iter().all(|word| shown.iter().any(|other| same(word, other)));
        !words.is_empty() && shown.iter().any(stands_in)
    };
    let wanted = wanted(second);
    let gives = |wanted: &Wanted| {
        !wanted.keys.is_empty() && wanted.keys.iter().all(is_named) && !wanted.others.iter().any(is_named)
    };
    !wanted.is_empty() && wanted.iter().all(gives)
}

/// The telling words of a text; a number without its commas.
fn telling(text: &str) -> Vec<String> {
    telling_words(&text.replace(',', ""))
}

/// No stems give each other's answers away, or round a circle: a quiz asks an item before those whose stems hold
/// its answer, and of these none can be the first.
fn circles(parts: &Parts, report: &mut Report) {
    let items: Vec<&Item> = parts.items.iter().map(|item| item.it).collect();
    let answers = Answers::of(&items, parts.spelling);
    let mut given: Vec<BTreeSet<usize>> = Vec::new();
    for (position, item) in parts.items.iter().enumerate() {
        let mut others = BTreeSet::new();
        answers.each_in(&parts.spelling.name(&item.it.stem), &mut |other| {
            if other != position {
                others.insert(other);
            }
        });
        given.push(others);
    }
    // What gives nothing away can come last; without it others give nothing away either.
    let mut left: BTreeSet<usize> = (0..given.len()).collect();
    let on = |at: usize, left: &BTreeSet<usize>| {
        given.get(at).and_then(|others| others.intersection(left).next()).copied()
    };
    loop {
        let next: BTreeSet<usize> = left.iter().copied().filter(|at| on(*at, &left).is_some()).collect();
        if next.len() == left.len() {
            break;
        }
        left = next;
    }
    // From each of what is left a way leads on from stem to stem, and into a circle.
    let mut passed = BTreeSet::new();
    for start in left.iter().copied() {
        let mut way = Vec::new();
        let mut at = start;
        while passed.insert(at) {
            way.push(at);
            at = on(at, &left).unwrap_or(at);
        }
        let circle: Vec<usize> = way.into_iter().skip_while(|passed| *passed != at).collect();
        let item = |at: &usize| parts.items.get(*at);
        if let Some(first) = circle.iter().min().and_then(item) {
            let names: Vec<_> = circle.iter().filter_map(item).map(|item| item.it.id.as_str()).collect();
            let detail = format!("stems hold the next one's answer in a circle: {}", names.join(", "));
            report.add(Code::StemsGiveAway, first.at("stem"), detail);
        }
    }
}

/// Numbers, names and gaps that are to be given do not stand in many stems of other items.
fn stems(parts: &Parts, report: &mut Report) {
    let mut stems_with: BTreeMap<String, usize> = BTreeMap::new();
    for item in &parts.items {
        for run in runs(&item.it.stem, parts.spelling) {
            *stems_with.entry(run).or_default() += 1;
        }
    }
    let allowed = ALWAYS_ALLOWED.max(parts.items.len() / STEMS_FOR_ONE);
    let count = |text: &String| stems_with.get(&parts.spelling.folded(text)).copied().unwrap_or(0);
    for item in &parts.items {
        if matches!(item.it.interaction, Interaction::Choice(_) | Interaction::Multiple(_)) {
            continue;
        }
        let own = runs(&item.it.stem, parts.spelling);
        for wanted in wanted(item) {
            let Some(key) = wanted.keys.first().filter(|key| is_name_or_number(key)) else { continue };
            let in_own = usize::from(own.contains(&parts.spelling.folded(key)));
            let others = count(key).saturating_sub(in_own);
            let most = wanted.others.iter().map(count).max().unwrap_or(0);
            if others > allowed && others > TIMES_A_DISTRACTOR * most {
                let detail =
                    format!("\"{key}\" stands in {others} other stems; up to {allowed} are no giveaway");
                report.add(Code::AnswerInStems, wanted.path, detail);
            }
        }
    }
}

fn is_name_or_number(text: &str) -> bool {
    text.chars().any(|c| c.is_uppercase() || c.is_numeric())
}

/// The runs of a stem's words, up to so many in a run, folded as names are.
fn runs(stem: &str, spelling: Spelling) -> BTreeSet<String> {
    // "Shahed's" is no "Shaheds".
    let name = spelling.name(&stem.replace('\u{2019}', "'").replace("'s", " "));
    (1..=WORDS_AT_ONCE).flat_map(|count| name.runs(count)).map(str::to_owned).collect()
}
