//! A site must run in any folder of any host, offline: nothing in it may refer to another host, to the
//! host's root, or to a file that is not there.

use std::collections::BTreeMap;
use std::path::Path;

use crate::failure::{Failure, Outcome};
use crate::files;

/// Namespaces are names, not addresses.
const NAMESPACES: &str = "http://www.w3.org/";

/// Tells every reference of the site's texts that leads outside or to nothing.
pub fn check(files: &BTreeMap<String, Vec<u8>>) -> Outcome {
    let mut faults = Vec::new();
    for (path, content) in files {
        let text = String::from_utf8_lossy(content);
        let extension = path.rsplit('.').next().unwrap_or_default();
        let named = match extension {
            "html" => {
                between(&text, &[(" href=\"", '"'), (" src=\"", '"'), (" action=\"", '"'), ("url(", ')')])
            }
            "css" => between(&text, &[("url(", ')'), ("@import ", ';')]),
            "webmanifest" => {
                between(&text, &[("\"src\": \"", '"'), ("\"start_url\": \"", '"'), ("\"scope\": \"", '"')])
            }
            "js" => between(&text, &[("http://", ' '), ("https://", ' ')]),
            _ => Vec::new(),
        };
        faults.extend(
            named
                .into_iter()
                .filter(|name| !leads_to_a_file(name, files))
                .map(|name| format!("  {path}: {name}")),
        );
    }
    if faults.is_empty() {
        return Ok(());
    }
    let list = faults.join("\n");
    Err(Failure::new(format!("The site refers to what it does not hold. Add the files, or mend:\n{list}")))
}

/// Tells every file of a finished site that names a folder of the machine which made it.
pub fn check_machine(site: &Path) -> Outcome {
    let folders = [Some(files::root()), std::env::home_dir()];
    let told: Vec<_> = folders.into_iter().flatten().filter_map(|folder| of_this_machine(&folder)).collect();
    for name in files::list(site) {
        let content = files::read(&site.join(&name))?;
        if let Some(folder) = told.iter().find(|folder| holds(&content, folder)) {
            return Err(Failure::new(format!("{name} names {folder}, a folder of this machine. Mend that.")));
        }
    }
    Ok(())
}

/// A folder as a path to something in it begins; `None` for the root, with which other words begin too.
fn of_this_machine(folder: &Path) -> Option<String> {
    folder.file_name()?;
    Some(format!("{}{}", folder.display(), std::path::MAIN_SEPARATOR))
}

fn holds(content: &[u8], text: &str) -> bool {
    content.windows(text.len()).any(|part| part == text.as_bytes())
}

/// What stands between each opening and its closing sign; for an address, the opening with it.
fn between<'a>(text: &'a str, marks: &[(&str, char)]) -> Vec<&'a str> {
    let mut found = Vec::new();
    for (opening, closing) in marks {
        for (at, _) in text.match_indices(opening) {
            let start = if opening.starts_with("http") { at } else { at + opening.len() };
            let rest = text.get(start..).unwrap_or_default();
            found.push(rest.split(*closing).next().unwrap_or_default());
        }
    }
    found
}

fn leads_to_a_file(name: &str, files: &BTreeMap<String, Vec<u8>>) -> bool {
    let name = name.trim_matches(['"', '\'']);
    if name.starts_with('#') || name.starts_with("data:") || name.starts_with(NAMESPACES) {
        return true;
    }
    let path = name.strip_prefix("./").unwrap_or(name);
    let path = path.split('#').next().unwrap_or_default();
    path.is_empty() || files.contains_key(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(path: &str, text: &str) -> String {
        let files = BTreeMap::from([
            (path.to_owned(), text.as_bytes().to_vec()),
            ("icons/icon.svg".to_owned(), Vec::new()),
        ]);
        check(&files).err().map(|failure| failure.to_string()).unwrap_or_default()
    }

    #[test]
    fn own_files_fragments_and_namespaces_are_fine() {
        assert_eq!(
            faults(
                "index.html",
                "<a href=\"#/quiz\"></a><a href=\"./\"></a><link href=\"icons/icon.svg\"> read https://a.example"
            ),
            ""
        );
        assert_eq!(faults("a.js", "ns('http://www.w3.org/2000/svg')"), "");
        assert_eq!(faults("a.css", "a{background:url(\"data:image/png;base64,\")}"), "");
    }

    #[test]
    fn a_file_that_names_a_folder_of_this_machine_is_told() {
        let site = files::workshop().join("test-of-references");
        let told = |text: String| {
            files::write(&site.join("a.wasm"), text.as_bytes()).and_then(|()| check_machine(&site)).is_err()
        };
        assert!(!told("\0src/main.rs\0/rustc/library/core".to_owned()));
        assert!(told(format!("\0{}\0", files::root().join("src/main.rs").display())));
        assert_eq!(of_this_machine(Path::new("/")), None);
        assert!(files::empty(&site).is_ok());
    }

    #[test]
    fn other_hosts_the_hosts_root_and_missing_files_are_named() {
        for (path, text, named) in [
            ("index.html", "<img src=\"//cdn.example/a.png\">", "//cdn.example/a.png"),
            ("index.html", "<link href=\"/icons/icon.svg\">", "/icons/icon.svg"),
            ("index.html", "<link href=\"icons/none.svg\">", "icons/none.svg"),
            ("index.html", "<svg><image href=\"map/none.svg\"></image></svg>", "map/none.svg"),
            ("index.html", "<style>a{background:url(https://a.example/b)}</style>", "https://a.example/b"),
            ("a.js", "fetch('https://a.example/b')", "https://a.example/b"),
            ("a.webmanifest", "{ \"start_url\": \"/\" }", "/"),
        ] {
            let told = faults(path, text);
            assert!(told.contains(&format!("  {path}: {named}")), "{text}: {told:?}");
        }
    }
}
