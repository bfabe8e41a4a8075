//! `cargo xtask serve`: the app as one works on it, rebuilt and reloaded by Trunk.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::process::{Child, ExitCode};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use crate::arguments::Arguments;
use crate::failure::{Failure, Outcome};
use crate::{command, files, port, story, tools};

/// How often Trunk is looked at.
const LOOK: Duration = Duration::from_millis(200);
/// The exit code of a program that was stopped from the keyboard.
const STOPPED: i32 = 130;

/// Sets up what is missing, then serves until it is stopped.
pub fn run(arguments: &Arguments) -> Outcome<ExitCode> {
    let deck = story::choose(arguments.path("--deck"))?;
    let mut trunk = tools::trunk()?;
    let port = port::choose(port::is_free)?;
    if port != port::USUAL {
        println!("Port {} is busy, so {port} is used.", port::USUAL);
    }
    let site = files::workshop().join("serve");
    // The site of another day must not answer in place of a build that fails.
    files::empty(&site)?;
    println!("Building the app (the first time about 3 minutes on two cores, else seconds).");
    trunk.args(["serve", "--quiet", "--address", "127.0.0.1", "--port", &port.to_string(), "--dist"]);
    trunk.arg(&site).env("FACTDECK_DECK", absolute(&deck));
    let child =
        trunk.spawn().map_err(|error| command::not_started(&trunk, &error, "Run the command again."))?;
    let child = Arc::new(Mutex::new(child));
    end_with_us(&child)?;
    watch(&child, port)
}

/// Ends Trunk whenever this program is told to end.
fn end_with_us(child: &Arc<Mutex<Child>>) -> Outcome {
    let child = Arc::clone(child);
    ctrlc::set_handler(move || {
        let mut child = child.lock().unwrap_or_else(PoisonError::into_inner);
        // It may have ended by itself: the terminal tells it too.
        child.kill().ok();
        child.wait().ok();
        std::process::exit(STOPPED);
    })
    .map_err(|error| Failure::new(format!("Ctrl+C cannot be watched for: {error}. Run the command again.")))
}

/// Says once when the app answers; returns when Trunk ends.
fn watch(child: &Mutex<Child>, port: u16) -> Outcome<ExitCode> {
    let mut told = Answer::None;
    loop {
        let ended = child.lock().unwrap_or_else(PoisonError::into_inner).try_wait();
        if let Ok(Some(status)) = ended {
            return Err(Failure::new(format!("Trunk ended ({status}). Mend what the lines above name.")));
        }
        if told != Answer::Page {
            let answer = ask(port);
            if answer != told {
                told = answer;
                tell(answer, port);
            }
        }
        std::thread::sleep(LOOK);
    }
}

fn tell(answer: Answer, port: u16) {
    match answer {
        Answer::Page => println!("Factdeck is at http://127.0.0.1:{port}/ (Ctrl+C stops it)"),
        Answer::NoPage => {
            println!("The build failed. Mend what the lines above name and save: it is built again.");
        }
        Answer::None => {}
    }
}

/// What the port says when asked for the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Answer {
    None,
    NoPage,
    Page,
}

fn ask(port: u16) -> Answer {
    match status_line(port) {
        Ok(line) if line.contains(" 200 ") => Answer::Page,
        Ok(line) if line.starts_with("HTTP/") => Answer::NoPage,
        _ => Answer::None,
    }
}

fn status_line(port: u16) -> std::io::Result<String> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let mut stream = TcpStream::connect_timeout(&address, LOOK)?;
    stream.set_read_timeout(Some(Duration::from_secs(2)))?;
    stream.write_all(format!("GET / HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").as_bytes())?;
    let mut start = [0; 32];
    let length = stream.read(&mut start)?;
    Ok(String::from_utf8_lossy(start.get(..length).unwrap_or_default()).into_owned())
}

/// The hook runs elsewhere than the command was typed.
fn absolute(path: &std::path::Path) -> std::path::PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf())
}

#[cfg(test)]
mod tests {
    use std::net::TcpListener;

    use super::*;

    /// Answers one request with `head`, and tells what was made of it.
    fn asked_of(head: &'static str) -> Option<Answer> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).ok()?;
        let port = listener.local_addr().ok()?.port();
        let server = std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().ok()?;
            let _request = stream.read(&mut [0; 256]).ok()?;
            stream.write_all(head.as_bytes()).ok()
        });
        let answer = ask(port);
        server.join().ok()?;
        Some(answer)
    }

    #[test]
    fn a_page_a_missing_page_and_no_server_are_told_apart() {
        assert_eq!(asked_of("HTTP/1.1 200 OK\r\n\r\n"), Some(Answer::Page));
        assert_eq!(asked_of("HTTP/1.1 404 Not Found\r\n\r\n"), Some(Answer::NoPage));
        assert_eq!(asked_of("garbage"), Some(Answer::None));
    }
}
