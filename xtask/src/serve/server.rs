//! Hands the site out to the browsers of this machine.

use std::collections::BTreeMap;
use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex, PoisonError};

use tiny_http::{Header, Request, Response, Server};

use crate::content_type;
use crate::failure::{Failure, Outcome};
use crate::site::BUILD;

/// The files of a site, by path.
pub type Site = BTreeMap<String, Vec<u8>>;

/// Stands in place of the page until there is one.
const NO_PAGE: &str = "<!doctype html><meta http-equiv=refresh content=1><title>Factdeck</title>\
<p>There is no page yet: the first build is under way, or it failed. The terminal says which.";

/// What is handed out now.
#[derive(Default)]
pub struct Served(Mutex<State>);

#[derive(Default)]
struct State {
    /// The last good build; `None` before the first.
    site: Option<Site>,
    /// Whether a newer build failed.
    has_failed: bool,
}

impl Served {
    /// Hands out this build from now on.
    pub fn show(&self, site: Site) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) =
            State { site: Some(site), has_failed: false };
    }

    /// Goes on with the last good build, and lets its page say so.
    pub fn fail(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).has_failed = true;
    }

    /// Status, type and content for the path of a request, with the slash in front and perhaps a query.
    fn answer(&self, url: &str) -> (u16, &'static str, Vec<u8>) {
        let state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let name = url.split('?').next().unwrap_or_default().trim_start_matches('/');
        let name = if name.is_empty() { "index.html" } else { name };
        let Some(site) = &state.site else {
            return (503, "text/html; charset=utf-8", NO_PAGE.into());
        };
        match site.get(name) {
            Some(version) if name == BUILD && state.has_failed => {
                (200, content_type(name), [version, b" failed".as_slice()].concat())
            }
            Some(content) => (200, content_type(name), content.clone()),
            // A missing file must be seen to be missing: routes are in the fragment, so there is no other
            // page.
            None => (404, "text/plain", b"There is no such file.".to_vec()),
        }
    }
}

/// A file of no known kind is handed out as bytes.
fn content_type(name: &str) -> &'static str {
    content_type::of(name).unwrap_or("application/octet-stream")
}

/// Answers requests to the port in a thread of its own, for as long as the program runs.
pub fn start(port: u16, served: Arc<Served>) -> Outcome {
    let listening = Server::http((Ipv4Addr::LOCALHOST, port))
        .map_err(|error| Failure::new(format!("Port {port} cannot be served on: {error}. Try again.")))?;
    std::thread::spawn(move || {
        for request in listening.incoming_requests() {
            respond(request, &served);
        }
    });
    Ok(())
}

fn respond(request: Request, served: &Served) {
    let (status, kind, content) = served.answer(request.url());
    let mut response = Response::from_data(content).with_status_code(status);
    // Names have no hash while developing: the browser asks every time.
    for (name, value) in [("Content-Type", kind), ("Cache-Control", "no-cache")] {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    // A browser that has gone meanwhile is no fault.
    request.respond(response).ok();
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> Site {
        let files = [("index.html", "page"), (BUILD, "v1"), ("map/a.svg", "<svg/>")];
        files.map(|(name, content)| (name.to_owned(), content.as_bytes().to_vec())).into()
    }

    fn answer(served: &Served, url: &str) -> (u16, &'static str, String) {
        let (status, kind, content) = served.answer(url);
        (status, kind, String::from_utf8_lossy(&content).into_owned())
    }

    #[test]
    fn files_are_found_with_their_types_and_a_missing_one_is_missing() {
        let served = Served::default();
        assert_eq!(answer(&served, "/").0, 503, "before the first build");
        served.show(site());
        let page = (200, "text/html; charset=utf-8", "page".to_owned());
        for url in ["/", "/index.html", "/?x=1"] {
            assert_eq!(answer(&served, url), page, "{url}");
        }
        assert_eq!(answer(&served, "/map/a.svg"), (200, "image/svg+xml", "<svg/>".to_owned()));
        assert_eq!(answer(&served, "/../Cargo.toml").0, 404);
    }

    #[test]
    fn a_failed_build_is_told_with_the_last_good_one_until_the_next() {
        let served = Served::default();
        let version = |served: &Served| answer(served, &format!("/{BUILD}")).2;
        served.fail();
        assert_eq!(answer(&served, "/").0, 503);
        served.show(site());
        assert_eq!(version(&served), "v1");
        served.fail();
        assert_eq!(version(&served), "v1 failed");
        assert_eq!(answer(&served, "/").2, "page");
        served.show(site());
        assert_eq!(version(&served), "v1");
    }
}
