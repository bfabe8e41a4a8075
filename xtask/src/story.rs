//! The deck that a site is made for.

use std::path::{Path, PathBuf};

use factdeck::deck::{Deck, Fingerprinted, IndexedDeck, Problem, errors, normalize, read_or_errors};
use factdeck::ui::prerender::{Prerendered, prerender};

use crate::failure::{Failure, Outcome};
use crate::files;

/// A deck without faults.
pub struct Story {
    /// The deck.
    pub deck: Deck,
    /// The deck as the app loads it: JSON without spaces.
    pub json: String,
    /// The story page's content, for the mount element.
    pub html: String,
}

impl Story {
    /// By what the program knows that the story was told from the deck that it has fetched.
    pub fn fingerprint(&self) -> String {
        let mut reader = Fingerprinted::new(self.json.as_bytes());
        // From memory and to nowhere: it cannot fail.
        let _ = std::io::copy(&mut reader, &mut std::io::sink());
        reader.fingerprint()
    }
}

/// Reads, checks and renders a deck. All of its faults are told at once.
pub fn read(path: &Path) -> Outcome<Story> {
    let text = files::read_text(path)?;
    let deck = checked(&text)
        .map_err(|faults| Failure::new(format!("{} has faults:\n{}", path.display(), faults.join("\n"))))?;
    let json = serde_json::to_string(&deck)
        .map_err(|error| Failure::new(format!("{} cannot be written as JSON: {error}.", path.display())))?;
    let html = story_html(&deck);
    Ok(Story { deck, json, html })
}

/// The deck to take: the one asked for, else `FACTDECK_DECK`, else the only one in assets/decks.
pub fn choose(asked: Option<PathBuf>) -> Outcome<PathBuf> {
    if let Some(path) = asked.or_else(|| std::env::var_os("FACTDECK_DECK").map(PathBuf::from)) {
        return Ok(path);
    }
    let mut decks = bundled();
    match (decks.pop(), decks.is_empty()) {
        (Some(deck), true) => Ok(deck),
        (None, _) => Err(Failure::new(
            "There is no deck in assets/decks. Put one there, or name one with --deck FILE.",
        )),
        _ => Err(Failure::new("There are several decks in assets/decks. Name one with --deck FILE.")),
    }
}

/// The decks in assets/decks; the schema beside them is none.
pub fn bundled() -> Vec<PathBuf> {
    let folder = files::root().join("assets").join("decks");
    let names = files::list(&folder).into_iter();
    names
        .filter(|name| name.ends_with(".json") && !name.ends_with(".schema.json"))
        .map(|name| folder.join(name))
        .collect()
}

fn checked(text: &str) -> Result<Deck, Vec<String>> {
    let faults = match read_or_errors(text.as_bytes(), normalize) {
        Ok(deck) => {
            let indexed = IndexedDeck::new(deck.clone(), normalize);
            match errors(&indexed) {
                none if none.is_empty() => return Ok(deck),
                faults => faults,
            }
        }
        Err(faults) => faults,
    };
    let told = |Problem { code, path, detail, .. }: &Problem| format!("  {} {path}: {detail}", code.slug());
    Err(faults.iter().map(told).collect())
}

/// The story, with the first item of a quiz hidden before it: starter.js shows that in the story's place
/// for a link that begins such a quiz.
fn story_html(deck: &Deck) -> String {
    let Prerendered { story, quiz } = pollster::block_on(prerender(deck.clone()));
    let first_item = ["<div id=\"first-item\" hidden>", &quiz, "</div><main"].concat();
    story.replacen("<main", &first_item, 1)
}
