//! The service worker's list of one release: every file that the app needs offline, with its type and hash.

use serde::Serialize;

use crate::failure::{Failure, Outcome};
use crate::{content_type, hash};

/// The line of assets/service-worker.js that a release replaces.
const MARKER: &str = r#"const RELEASE = /*release*/{ "version": "dev", "files": [] };"#;

#[derive(Serialize)]
struct Release {
    /// Differs whenever any file or the service worker itself differs.
    version: String,
    files: Vec<Listed>,
}

#[derive(Serialize)]
struct Listed {
    /// Relative to the service worker.
    url: String,
    #[serde(rename = "type")]
    content_type: &'static str,
    integrity: String,
    bytes: usize,
}

/// The service worker's text with the release in it. `files` are the site's, by path.
pub fn with_release<'a>(
    worker: &str,
    files: impl Iterator<Item = (&'a String, &'a Vec<u8>)>,
) -> Outcome<String> {
    if worker.matches(MARKER).count() != 1 {
        return Err(Failure::new(format!("assets/service-worker.js must hold this line once: {MARKER}")));
    }
    let files: Vec<_> = files.map(|(path, content)| listed(path, content)).collect::<Outcome<_>>()?;
    let line = |file: &Listed| format!("{} {} {}\n", file.url, file.content_type, file.integrity);
    let all: Vec<_> = files.iter().map(line).collect();
    let version = hash::short([worker, &all.concat()].concat().as_bytes());
    let release = serde_json::to_string(&Release { version, files })
        .map_err(|error| Failure::new(format!("The list of files cannot be written: {error}.")))?;
    Ok(worker.replace(MARKER, &format!("const RELEASE = {release};")))
}

fn listed(path: &str, content: &[u8]) -> Outcome<Listed> {
    // The page is asked for by its folder; a host may answer `index.html` with a redirect.
    let url = if path == "index.html" { "./" } else { path };
    Ok(Listed {
        url: url.to_owned(),
        content_type: content_type::of(path)?,
        integrity: hash::integrity(content),
        bytes: content.len(),
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn worker(page: &str) -> String {
        worker_that("listen();", page)
    }

    fn worker_that(acts: &str, page: &str) -> String {
        let files = BTreeMap::from([
            ("index.html".to_owned(), page.as_bytes().to_vec()),
            ("factdeck.js".to_owned(), Vec::new()),
        ]);
        with_release(&format!("// Head.\n{MARKER}\n{acts}"), files.iter()).unwrap_or_default()
    }

    #[test]
    fn every_file_is_listed_with_type_hash_and_size_and_the_page_as_its_folder() {
        let text = worker("page");
        let line = text.lines().nth(1).unwrap_or_default();
        let json = line.strip_prefix("const RELEASE = ").and_then(|line| line.strip_suffix(';'));
        let release: serde_json::Value = serde_json::from_str(json.unwrap_or_default()).unwrap_or_default();
        assert_eq!(
            release.get("files"),
            Some(&serde_json::json!([
                { "url": "factdeck.js", "type": "text/javascript", "integrity": hash::integrity(b""), "bytes": 0 },
                {
                    "url": "./", "type": "text/html; charset=utf-8",
                    "integrity": hash::integrity(b"page"), "bytes": 4
                },
            ]))
        );
    }

    #[test]
    fn the_version_changes_with_any_file_and_with_the_worker_and_only_then() {
        assert_eq!(worker("page"), worker("page"));
        let version = |text: &str| text.split('"').nth(3).map(str::to_owned);
        assert_ne!(version(&worker("page")), version(&worker("another")));
        assert_ne!(version(&worker("page")), version(&worker_that("wait();", "page")));
    }

    #[test]
    fn a_worker_without_the_line_is_refused() {
        assert!(with_release("listen();", BTreeMap::new().iter()).is_err());
    }
}
