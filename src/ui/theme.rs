//! Light, dark, or as the device has it.

use super::text;
use crate::platform::{page, settings};

/// Name of the setting; the starter script in `assets/starter.js` reads it too, before the first paint.
const SETTING: &str = "factdeck.theme";

/// Which colours the page takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the device has it.
    #[default]
    Device,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Theme {
    /// The theme that was picked at an earlier visit.
    pub fn kept() -> Self {
        match settings::get(SETTING).as_deref() {
            Some("light") => Self::Light,
            Some("dark") => Self::Dark,
            _ => Self::Device,
        }
    }

    /// What the switch leads to.
    pub const fn next(self) -> Self {
        match self {
            Self::Device => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::Device,
        }
    }

    /// What the switch says.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Device => text::THEME_DEVICE,
            Self::Light => text::THEME_LIGHT,
            Self::Dark => text::THEME_DARK,
        }
    }

    /// Shows it, and keeps it for the next visit where the browser allows.
    pub fn apply(self) {
        let slug = match self {
            Self::Device => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        };
        page::set_mark("data-theme", slug);
        // A browser without storage shows the device's theme again next time.
        let _ = match slug {
            Some(slug) => settings::set(SETTING, slug),
            None => settings::forget(SETTING),
        };
    }
}
