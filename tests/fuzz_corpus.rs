//! What comes from outside never stops the program: the fuzzer's corpus, and some thousand texts made of it.
//! The fuzzer itself makes as many as it is told to: see CONTRIBUTING.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, missing_docs)]
#![allow(clippy::cast_possible_truncation, reason = "of a logarithm")]

#[path = "fuzz/engine.rs"]
mod engine;
#[path = "fuzz/targets.rs"]
mod targets;

use targets::TARGETS;

#[test]
fn every_text_is_read_or_refused() {
    for target in &TARGETS {
        assert!(engine::corpus(target).len() >= 4, "{} has a corpus", target.name);
        let mut fed = 0;
        let signs = engine::feed(target, 7, 1500, &mut |_, _| fed += 1);
        assert!(fed > 1500 && signs > 3, "{}: {fed} texts, {signs} signs", target.name);
    }
}
