//! `cargo xtask dist`: the release site.

use crate::arguments::Arguments;
use crate::failure::Outcome;
use crate::site::{self, Order};
use crate::tools::Tools;
use crate::{budgets, command, files, npm, story, tools};

/// Sets up what is missing, builds the site and tells its sizes.
pub fn run(arguments: &Arguments) -> Outcome {
    let deck = story::choose(arguments.path("--deck"))?;
    let out = arguments.path("--out").unwrap_or_else(|| files::root().join("dist"));
    let tools = tools::set_up()?;
    npm::set_up()?;
    build(
        &tools,
        &Order { built: files::workshop().join("release"), out: out.clone(), deck, release: true },
    )?;
    for figure in budgets::measure(&out)? {
        println!("{figure}");
    }
    println!("The site is in {}. Any static host can serve it, from any folder.", out.display());
    Ok(())
}

/// Compiles the program, unless nothing changed, and finishes it into the site.
pub fn build(tools: &Tools, order: &Order) -> Outcome {
    println!("Building the release site (the first time about 5 minutes on two cores, else seconds).");
    let mut trunk = tools.trunk();
    trunk.args(["build", "--release", "--quiet", "--dist"]).arg(&order.built).env(site::FINISH_LATER, "1");
    command::run(&mut trunk, "Mend what the lines above name.")?;
    site::finish(order)
}
