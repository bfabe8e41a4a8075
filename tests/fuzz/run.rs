//! Feeds a target with made-up texts until told otherwise: `cargo bench --bench fuzz -- TARGET TIMES [SEED]`.
//! Tells how many there were, and stops at the first that makes it panic, with the text.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a fuzzer that fails should stop"
)]
#![allow(clippy::cast_possible_truncation, reason = "of a logarithm")]

mod engine;
mod targets;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Instant;

fn main() {
    let arguments: Vec<String> =
        std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    let wanted = arguments.first().map_or("", String::as_str);
    let times = arguments.get(1).and_then(|times| times.parse().ok()).unwrap_or(10_000_000);
    let seed = arguments.get(2).and_then(|seed| seed.parse().ok()).unwrap_or(1);
    let targets = targets::TARGETS.iter().filter(|target| wanted.is_empty() || target.name == wanted);
    let mut panics = 0;
    for target in targets {
        let begun = Instant::now();
        let (mut last, mut slowest) = (String::new(), (Instant::now(), 0.0_f64, String::new()));
        let mut before = |_: u64, text: &str| {
            let took = slowest.0.elapsed().as_secs_f64();
            if took > slowest.1 {
                slowest.1 = took;
                slowest.2.clone_from(&last);
            }
            last.clear();
            last.push_str(text);
            slowest.0 = Instant::now();
        };
        let outcome = catch_unwind(AssertUnwindSafe(|| engine::feed(target, seed, times, &mut before)));
        let seconds = begun.elapsed().as_secs();
        if let Ok(signs) = outcome {
            let slowest_millis = slowest.1 * 1000.0;
            let name = target.name;
            println!(
                "{name}: {times} texts in {seconds} s, {signs} signs, 0 panics; the slowest took {slowest_millis:.0} ms"
            );
        } else {
            panics += 1;
            println!("{}: a panic after {seconds} s, of {last:?}", target.name);
        }
    }
    std::process::exit(panics);
}
