//! How an item is asked and graded. Pure: time and seed are arguments.
