//! Snapshots of the views: rendered natively, as the site's build renders them, and compared with the
//! files in `tests/snapshots`. A change that is meant is taken over with `UPDATE_EXPECT=1 cargo test
//! --all-features snapshots`, and read in the diff. No browser is there: a view that calls one while it
//! renders fails here.
#![allow(clippy::expect_used, reason = "a failing test should stop there")]

mod markup;
mod pages;
mod quiz;
mod review;
mod rules;
mod story;
mod visit;

use expect_test::expect_file;

/// Compares one state of a view with its file.
fn expect(file: &str, shown: &str) {
    expect_file![format!("../../tests/snapshots/{file}.html")].assert_eq(shown);
}

/// Compares the states of a view, each under its name, with their file.
fn expect_states(file: &str, states: &[(&str, String)]) {
    let shown: Vec<_> = states.iter().map(|(name, shown)| format!("<!-- {name} -->\n{shown}")).collect();
    expect(file, &shown.join("\n"));
}
