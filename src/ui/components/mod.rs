//! Parts of pages.

pub mod button;
pub mod card;
pub mod dialog;
pub mod frame;
pub mod item;
pub mod leave;
pub mod notices;
pub mod prose;
pub mod second_look;
pub mod section;
pub mod shell;
pub mod sources;
pub mod story_item;
pub mod table;
