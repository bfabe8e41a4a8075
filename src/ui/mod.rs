//! Renders and dispatches.
