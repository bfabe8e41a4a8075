//! One file for each kind of item: its rule for grading, for being complete, and what to say of it.

mod choice;
mod cloze;
mod estimate;
mod multiple;
mod number;
mod order;
mod place;
mod rows;
mod text;
