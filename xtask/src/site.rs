//! The last step of every build: from what wasm-bindgen made of the program to a whole site, with the deck,
//! the story's text, the style and the policy in the page.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use factdeck::deck::is_right_to_left;

use crate::failure::{Failure, Outcome};
use crate::minify::Program;
use crate::story::Story;
use crate::{colours, files, hash, minify, npm, page, precache, references, story};

/// What wasm-bindgen calls the program.
const PROGRAM: &str = "factdeck.js";
const WASM: &str = "factdeck_bg.wasm";
/// What of assets/ is not a file of the site under its own name.
const INGREDIENTS: [&str; 6] =
    ["style/", "decks/", "starter.js", "strangers.js", "boot.js", "service-worker.js"];
/// The file of a site that is worked on which tells its version; reload.js asks for it. Behind the version
/// may stand a blank and `failed`, if a later build failed.
pub const BUILD: &str = "build.txt";
/// Stands in Trunk's page only when Trunk serves it and wants to reload it.
const TRUNK_SERVES: &str = "__TRUNK_ADDRESS__";

/// A site to be made.
pub struct Order {
    /// The folder of what wasm-bindgen made, and Trunk if it was at work.
    pub built: PathBuf,
    /// The folder for the site: that of `built`, a new one, or an older site, which is replaced.
    pub out: PathBuf,
    /// What it teaches.
    pub story: Story,
    /// Small and for offline use, or quickly made.
    pub release: bool,
    /// Whether its page reloads itself after the next build.
    pub reloads: bool,
}

/// The hook: finishes the build that Trunk is at.
pub fn finish_for_trunk() -> Outcome {
    let staging = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from).ok_or_else(|| {
        Failure::new(
            "`finish` is the last step of a build by Trunk. Run `cargo xtask dist` or `cargo xtask serve`.",
        )
    })?;
    let release = std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    if release {
        npm::set_up()?;
    }
    let story = story::read(&story::choose(None)?)?;
    let reloads =
        std::fs::read_to_string(staging.join("index.html")).is_ok_and(|page| page.contains(TRUNK_SERVES));
    finish(&Order { built: staging.clone(), out: staging, story, release, reloads })
}

/// Makes the site. Nothing is written unless all of it could be made.
pub fn finish(order: &Order) -> Outcome {
    let story = &order.story;
    let mut site = asset_files()?;
    let (program, wasm) = add_program(&mut site, order)?;
    let deck = format!("decks/{}.json", story.deck.id);
    site.insert(deck.clone(), story.json.clone().into_bytes());

    if order.reloads {
        site.insert("reload.js".to_owned(), include_bytes!("reload.js").to_vec());
    }
    let style = style(order.release)?;
    let script = script(order.release)?;
    let html = page::fill(
        &files::read_text(&files::root().join("index.html"))?,
        &[
            ("language", &page::escape(&story.deck.language)),
            ("direction", if is_right_to_left(&story.deck.language) { " dir=\"rtl\"" } else { "" }),
            ("deck", &deck),
            ("fingerprint", &story.fingerprint()),
            ("program", &program),
            ("wasm", &wasm),
            ("offline", if order.release { " data-offline=\"yes\"" } else { "" }),
            ("policy", &page::policy(&script, &style)),
            ("title", &page::escape(&story.deck.title)),
            ("description", &page::escape(&story.deck.summary)),
            ("style", &style),
            ("script", &script),
            ("story", &story.html),
            ("reload", if order.reloads { "<script src=\"reload.js\" defer></script>" } else { "" }),
        ],
    )?;
    site.insert("index.html".to_owned(), html.into_bytes());

    if order.reloads {
        let version = hash::short(&site.values().flatten().copied().collect::<Vec<u8>>());
        site.insert(BUILD.to_owned(), version.into_bytes());
    }
    if order.release {
        let worker = files::read_text(&assets().join("service-worker.js"))?;
        let worker = minify::script(&precache::with_release(&worker, site.iter())?)?;
        site.insert("service-worker.js".to_owned(), worker.into_bytes());
        references::check(&site)?;
    }
    replace(&order.out, &site)
}

/// Puts the program in, and gives the paths of its script and its wasm.
fn add_program(site: &mut BTreeMap<String, Vec<u8>>, order: &Order) -> Outcome<(String, String)> {
    let (script, wasm) = (order.built.join(PROGRAM), order.built.join(WASM));
    if order.release {
        let Program { script, wasm } = minify::program(&script, &wasm)?;
        let names = (
            format!("factdeck-{}.js", hash::short(script.as_bytes())),
            format!("factdeck-{}.wasm", hash::short(&wasm)),
        );
        site.insert(names.0.clone(), script.into_bytes());
        site.insert(names.1.clone(), wasm);
        return Ok(names);
    }
    // The script may import snippets beside it; a release has them bundled in.
    let names = files::list(&order.built).into_iter();
    for name in names.filter(|name| name == PROGRAM || name.starts_with("snippets/")) {
        let content = files::read(&order.built.join(&name))?;
        site.insert(name, content);
    }
    site.insert(WASM.to_owned(), files::read(&wasm)?);
    Ok((PROGRAM.to_owned(), WASM.to_owned()))
}

/// The files of assets/ that the site holds as they are.
fn asset_files() -> Outcome<BTreeMap<String, Vec<u8>>> {
    let folder = assets();
    let names = files::list(&folder).into_iter();
    names
        .filter(|name| !INGREDIENTS.iter().any(|ingredient| name.starts_with(ingredient)))
        .map(|name| files::read(&folder.join(&name)).map(|content| (name, content)))
        .collect()
}

/// All style sheets, in the order of their names.
fn style(release: bool) -> Outcome<String> {
    let folder = assets().join("style");
    let names = files::list(&folder).into_iter().filter(|name| name.ends_with(".css"));
    let sheets: Vec<String> = names
        .map(|name| Ok(colours::with_light_first(&files::read_text(&folder.join(name))?)))
        .collect::<Outcome<_>>()?;
    let style = sheets.join("\n");
    if release { minify::style(&style) } else { Ok(style) }
}

/// The page's one inline script.
fn script(release: bool) -> Outcome<String> {
    let parts = ["starter.js", "strangers.js", "boot.js"].map(|name| files::read_text(&assets().join(name)));
    let parts: Vec<String> = parts.into_iter().collect::<Outcome<_>>()?;
    let script = page::one_script(&parts)?;
    if release { minify::script(&script) } else { Ok(script) }
}

fn replace(out: &Path, site: &BTreeMap<String, Vec<u8>>) -> Outcome {
    let is_site =
        std::fs::read_to_string(out.join("index.html")).is_ok_and(|page| page.contains("data-program="));
    if !is_site && !files::list(out).is_empty() {
        let out = out.display();
        return Err(Failure::new(format!(
            "{out} holds other files than a site of ours. Name another folder."
        )));
    }
    files::empty(out)?;
    site.iter().try_for_each(|(path, content)| files::write(&out.join(path), content))
}

fn assets() -> PathBuf {
    files::root().join("assets")
}

#[cfg(test)]
mod tests {
    use factdeck::ui::visuals::map::LANDS;

    use super::*;

    #[test]
    fn the_site_holds_what_the_maps_show_and_no_ingredient() {
        let files = asset_files().unwrap_or_default();
        assert!(files.contains_key(LANDS.0) && files.contains_key("icons/icon.svg"));
        assert!(!files.keys().any(|name| name.starts_with("style/") || name.ends_with(".js")));
    }
}
