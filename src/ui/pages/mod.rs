//! One file a page.

pub mod data;
pub mod fault;
pub mod quiz;
pub mod results;
pub mod setup;
pub mod story;
