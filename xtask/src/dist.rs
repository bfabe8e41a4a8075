//! `cargo xtask dist`: the release site.

use std::path::Path;

use crate::arguments::Arguments;
use crate::failure::Outcome;
use crate::site::{self, Order};
use crate::story::Story;
use crate::{budgets, compile, files, npm, story};

/// Sets up what is missing, builds the site and tells its sizes.
pub fn run(arguments: &Arguments) -> Outcome {
    let story = story::read(&story::choose(arguments.path("--deck"))?)?;
    let out = arguments.path("--out").unwrap_or_else(|| files::root().join("dist"));
    npm::set_up()?;
    build(story, &out)?;
    for figure in budgets::measure(&out)? {
        println!("{figure}");
    }
    println!("The site is in {}. Any static host can serve it, from any folder.", out.display());
    Ok(())
}

/// Compiles the program, unless nothing changed, and makes the site in `out`.
pub fn build(story: Story, out: &Path) -> Outcome {
    println!("Building the release site (the first time about 5 minutes on two cores, else seconds).");
    let built = files::workshop().join("release");
    compile::program(&built)?;
    site::finish(&Order { built, out: out.to_path_buf(), story, release: true, reloads: false })
}
