//! Which port to serve on.

use std::net::{Ipv4Addr, TcpListener};

use crate::failure::{Failure, Outcome};

/// The port that the papers name.
pub const USUAL: u16 = 8080;
/// How many ports are tried, the usual one among them.
const TRIES: u16 = 20;

/// The first port from [`USUAL`] on that `is_free` says yes to.
pub fn choose(is_free: impl Fn(u16) -> bool) -> Outcome<u16> {
    let last = USUAL + TRIES - 1;
    (USUAL..=last).find(|port| is_free(*port)).ok_or_else(|| {
        Failure::new(format!(
            "The ports {USUAL} to {last} are all busy. Stop a program that serves on one of them."
        ))
    })
}

/// Whether nobody serves on that port of this machine.
pub fn is_free(port: u16) -> bool {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_port_if_it_is_free_else_the_next() {
        assert_eq!(choose(|_| true).ok(), Some(8080));
        assert_eq!(choose(|port| port > 8081).ok(), Some(8082));
    }

    #[test]
    fn all_busy_is_said_in_a_sentence() {
        let sentence = choose(|_| false).err().map(|failure| failure.to_string());
        assert!(
            sentence.is_some_and(|sentence| sentence.starts_with("The ports 8080 to 8099 are all busy."))
        );
    }

    #[test]
    fn a_port_that_is_served_on_is_not_free() {
        let held = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|listener| {
            let port = listener.local_addr()?.port();
            Ok((listener, port))
        });
        assert!(held.is_ok_and(|(_listener, port)| !is_free(port)));
    }
}
