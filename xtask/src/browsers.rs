//! The browsers that the tests run in.

use std::path::PathBuf;
use std::process::Command;

use crate::command;
use crate::failure::{Failure, Outcome};

/// A program that the tests need: the variable that may name it, the names that it goes by, and Debian's
/// package.
struct Browser {
    variable: &'static str,
    names: &'static [&'static str],
    package: &'static str,
}

const CHROMIUM: Browser = Browser {
    variable: "CHROMIUM",
    names: &["chromium", "chromium-browser", "google-chrome"],
    package: "chromium",
};
const FIREFOX: Browser =
    Browser { variable: "FIREFOX", names: &["firefox-esr", "firefox"], package: "firefox-esr" };
/// Drives `WebKit`, which its package brings.
const WEBKIT: Browser =
    Browser { variable: "WEBKIT_DRIVER", names: &["WebKitWebDriver"], package: "webkit2gtk-driver" };
/// The screen that `WebKit` draws on: it cannot do without one.
const SCREEN: Browser = Browser { variable: "XVFB", names: &["Xvfb"], package: "xvfb" };

/// The programs that the browser tests run with.
pub struct Browsers {
    /// What the tests call the browsers.
    pub names: Vec<&'static str>,
    /// The variable that names a program to the tests, and the program.
    pub programs: Vec<(&'static str, PathBuf)>,
}

/// The browsers, installed if that can be done here. `WebKit` is tested where Debian's packages for it are,
/// and a sentence says so where they are not.
pub fn set_up() -> Outcome<Browsers> {
    let all = [CHROMIUM, FIREFOX, WEBKIT, SCREEN];
    let missing: Vec<_> =
        all.iter().filter(|browser| find(browser).is_none()).map(|browser| browser.package).collect();
    if !missing.is_empty() && may_install() {
        install(&missing)?;
    }
    let required = [CHROMIUM, FIREFOX];
    let mut programs = required
        .iter()
        .map(|browser| find(browser).map(|path| (browser.variable, path)).ok_or_else(|| absent(browser)))
        .collect::<Outcome<Vec<_>>>()?;
    let mut names = vec!["chromium", "firefox"];
    if let (Some(driver), Some(screen)) = (find(&WEBKIT), find(&SCREEN)) {
        names.push("webkit");
        programs.extend([(WEBKIT.variable, driver), (SCREEN.variable, screen)]);
    } else {
        println!("WebKit is not tested: {} or {} is not here.", WEBKIT.package, SCREEN.package);
    }
    Ok(Browsers { names, programs })
}

fn find(browser: &Browser) -> Option<PathBuf> {
    match std::env::var_os(browser.variable).filter(|value| !value.is_empty()) {
        Some(named) => Some(PathBuf::from(named)).filter(|path| path.is_file()),
        None => browser.names.iter().find_map(|name| command::find(name)),
    }
}

fn absent(browser: &Browser) -> Failure {
    let Browser { variable, names, package } = browser;
    Failure::new(match std::env::var_os(variable).filter(|value| !value.is_empty()) {
        Some(named) => {
            format!("{variable} names {}, which is not there. Mend or unset it.", named.to_string_lossy())
        }
        None => format!(
            "None of {} is on PATH. Install one (on Debian: `apt-get install {package}`), or set {variable} to its path.",
            names.join(", ")
        ),
    })
}

fn may_install() -> bool {
    command::find("apt-get").is_some()
        && command::output(Command::new("id").arg("-u")).is_some_and(|user| user == "0")
}

fn install(packages: &[&str]) -> Outcome {
    println!("Installing {} with apt-get (a few minutes, once).", packages.join(" and "));
    let mend = "If the lines above speak of the network, go online and run the same command again.";
    installing(packages).iter_mut().try_for_each(|command| command::run(command, mend))
}

/// The calls that install Debian's packages, without a question: a fresh machine has no lists of them.
fn installing(packages: &[&str]) -> [Command; 2] {
    let apt_get = |words: &[&str]| {
        let mut command = Command::new("apt-get");
        command.env("DEBIAN_FRONTEND", "noninteractive").arg("-qq").args(words);
        command
    };
    [apt_get(&["update"]), apt_get(&[&["install", "-y", "--no-install-recommends"], packages].concat())]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_fetched_before_the_packages_and_nothing_is_asked() {
        let shown = installing(&["chromium", "firefox-esr"]).map(|call| {
            assert!(call.get_envs().any(|(_, value)| value.is_some_and(|value| value == "noninteractive")));
            call.get_args().map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
        });
        assert_eq!(shown, ["-qq update", "-qq install -y --no-install-recommends chromium firefox-esr"]);
    }
}
