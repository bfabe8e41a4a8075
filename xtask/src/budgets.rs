//! What the site may weigh on the line.

use std::fmt;
use std::path::Path;
use std::process::Command;

use crate::command;
use crate::failure::{Failure, Outcome};
use crate::files;

/// Prints the size of each file named, compressed with brotli at its best.
const SIZES: &str = "
const { readFileSync } = require('node:fs');
const { brotliCompressSync } = require('node:zlib');
for (const path of process.argv.slice(1)) console.log(brotliCompressSync(readFileSync(path)).length);
";

/// A part of the site, its weight and its limit.
#[derive(Debug)]
pub struct Figure {
    name: &'static str,
    bytes: u64,
    limit_bytes: u64,
}

impl fmt::Display for Figure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, bytes, limit_bytes } = self;
        let (kilobytes, tenth) = (bytes / 1000, bytes % 1000 / 100);
        write!(formatter, "{name}: {kilobytes}.{tenth} KB with brotli, of {} KB allowed", limit_bytes / 1000)
    }
}

/// The weight of the page (with style and starter in it), the program (wasm and scripts), the deck, and the
/// outlines behind its maps.
pub fn measure(dist: &Path) -> Outcome<Vec<Figure>> {
    let names = files::list(dist);
    let sum = |is_part: fn(&str) -> bool| weight(dist, names.iter().filter(|name| is_part(name)));
    Ok(vec![
        Figure { name: "Page", bytes: sum(is_page)?, limit_bytes: 60_000 },
        Figure { name: "Program", bytes: sum(is_program)?, limit_bytes: 276_000 },
        Figure { name: "Deck", bytes: sum(is_deck)?, limit_bytes: 50_000 },
        Figure { name: "Map", bytes: sum(is_map)?, limit_bytes: 12_000 },
    ])
}

/// Fails if a weight is over its limit.
pub fn check(dist: &Path) -> Outcome {
    over(&measure(dist)?)
}

fn over(figures: &[Figure]) -> Outcome {
    let over: Vec<_> =
        figures.iter().filter(|figure| figure.bytes > figure.limit_bytes).map(ToString::to_string).collect();
    if over.is_empty() { Ok(()) } else { Err(Failure::new(format!("Too heavy. {}.", over.join("; ")))) }
}

fn is_page(name: &str) -> bool {
    name == "index.html"
}

fn is_program(name: &str) -> bool {
    name.ends_with(".wasm") || name.ends_with(".js")
}

fn is_deck(name: &str) -> bool {
    name.starts_with("decks/")
}

fn is_map(name: &str) -> bool {
    name.starts_with("map/")
}

fn weight<'a>(dist: &Path, names: impl Iterator<Item = &'a String>) -> Outcome<u64> {
    let mut node = Command::new("node");
    node.args(["-e", SIZES]).args(names.map(|name| dist.join(name)));
    let printed = command::output(&mut node)
        .ok_or_else(|| Failure::new("`node` could not measure the site. Install Node.js 20 or newer."))?;
    Ok(printed.lines().filter_map(|line| line.parse::<u64>().ok()).sum())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(bytes: u64) -> Figure {
        Figure { name: "Deck", bytes, limit_bytes: 45_000 }
    }

    #[test]
    fn a_figure_is_told_in_thousands_of_bytes() {
        assert_eq!(figure(44_990).to_string(), "Deck: 44.9 KB with brotli, of 45 KB allowed");
    }

    #[test]
    fn the_limit_itself_is_allowed_and_a_byte_more_is_not() {
        assert!(over(&[figure(45_000)]).is_ok());
        let told = over(&[figure(10), figure(45_001)]).err().map(|failure| failure.to_string());
        assert_eq!(told.as_deref(), Some("Too heavy. Deck: 45.0 KB with brotli, of 45 KB allowed."));
    }

    #[test]
    fn every_script_counts_as_program_and_the_page_counts_once() {
        assert!(is_program("service-worker.js") && is_program("factdeck-0.wasm"));
        assert!(is_page("index.html") && !is_program("index.html") && is_deck("decks/a.json"));
        assert!(is_map(factdeck::ui::visuals::map::LANDS.0) && !is_deck("map/lands.svg"));
    }
}
