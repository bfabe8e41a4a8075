//! One file a page.

pub mod data;
pub mod fault;
pub mod progress;
pub mod quiz;
pub mod results;
pub mod review;
pub mod setup;
pub mod story;
pub mod unknown;
