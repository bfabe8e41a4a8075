//! Renders and dispatches. Views hold view state only and call no web API while they render, so that the
//! first page can be rendered at build time.

mod app;
mod backup;
pub mod boot;
mod calendar;
mod components;
mod half_done;
mod handover;
mod interactions;
mod keyboard;
mod learner;
mod learning;
mod pages;
mod part;
#[cfg(feature = "prerender")]
pub mod prerender;
mod recorder;
pub mod route;
#[cfg(all(test, feature = "prerender"))]
mod snapshots;
mod text;
mod theme;
mod under_way;
pub mod visuals;
