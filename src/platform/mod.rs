//! The only room that knows the browser. It knows no deck and no quiz: bytes, strings, times.
//!
//! Everything here compiles natively too, so that the views can be rendered at build time, but nothing
//! of it may be *called* there. What a browser can refuse (storage, downloads, the network) comes back
//! as a value; nothing in this room panics in a browser window.

pub mod address;
pub mod clicks;
pub mod clock;
pub mod entropy;
pub mod fetch;
pub mod files;
pub mod frame;
pub mod keys;
mod listener;
pub mod page;
pub mod pause;
pub mod records;
pub mod settings;
pub mod tabs;
pub mod unicode;
pub mod visibility;
pub mod worker;

pub use listener::Listener;
