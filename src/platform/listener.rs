//! Listening that undoes itself.

use gloo::events::EventListener;

/// Keeps one or more event listeners in force; dropping it takes them back.
#[derive(Debug)]
#[must_use = "dropping a listener takes it back at once"]
pub struct Listener {
    _events: Vec<EventListener>,
}

impl Listener {
    pub(super) fn new(events: impl Into<Vec<EventListener>>) -> Self {
        Self { _events: events.into() }
    }
}
