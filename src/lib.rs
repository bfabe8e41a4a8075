//! Factdeck: one news article as cards, questions that explain every answer, and a memory that lasts.
//!
//! The rooms, in reading order. Arrows go one way, `deck <- quiz <- memory <- ui`; `platform` knows
//! none of them and is used by `ui` alone. `tests/arrows.rs` keeps it so.

pub mod deck;
pub mod memory;
pub mod platform;
pub mod quiz;
pub mod ui;
