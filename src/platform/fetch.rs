//! Files of our own site over the network (or from the service worker's cache).

use std::io::{self, BufRead, BufReader, Read};

use gloo::utils::window;
use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// The largest file taken, in bytes: several times a deck of 10,000 items.
pub const LARGEST_FETCH_BYTES: u32 = 64 * 1024 * 1024;

/// How much of a file is copied into the program's own memory at a time, in bytes.
const CHUNK_BYTES: usize = 64 * 1024;

/// Why a file could not be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FetchError {
    /// The server answered, but with this HTTP status (404: no such file).
    Status(u16),
    /// No answer, or one that broke off: offline, blocked, or the server is gone.
    Network,
    /// Larger than [`LARGEST_FETCH_BYTES`].
    TooLarge,
}

/// Fetches a file by an address relative to the page. There is no time limit: on a slow line late is
/// better than never.
///
/// # Errors
/// A [`FetchError`] for no answer, a refusal, or too large an answer.
pub async fn bytes(url: &str) -> Result<Bytes, FetchError> {
    let response = JsFuture::from(window().fetch_with_str(url)).await.map_err(|_| FetchError::Network)?;
    let response: Response = response.dyn_into().map_err(|_| FetchError::Network)?;
    if !response.ok() {
        return Err(FetchError::Status(response.status()));
    }
    let body = response.array_buffer().map_err(|_| FetchError::Network)?;
    let body = JsFuture::from(body).await.map_err(|_| FetchError::Network)?;
    let body: ArrayBuffer = body.dyn_into().map_err(|_| FetchError::Network)?;
    if body.byte_length() > LARGEST_FETCH_BYTES {
        return Err(FetchError::TooLarge);
    }
    Ok(Bytes(BufReader::with_capacity(CHUNK_BYTES, Outside { bytes: Uint8Array::new(&body), position: 0 })))
}

/// A fetched file, to be read once. It stays in the browser's memory and is copied 64 KB at a time:
/// wasm memory never shrinks, so a file held whole in it would cost its size for good.
#[derive(Debug)]
pub struct Bytes(BufReader<Outside>);

impl Bytes {
    /// The whole file's length in bytes, however much of it has been read.
    pub fn len_bytes(&self) -> u32 {
        self.0.get_ref().bytes.length()
    }
}

impl Read for Bytes {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.0.read(into)
    }
}

impl BufRead for Bytes {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.0.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        self.0.consume(amount);
    }
}

/// Bytes outside of the program's memory. Each read crosses over to JavaScript, hence the buffer above.
#[derive(Debug)]
struct Outside {
    bytes: Uint8Array,
    position: u32,
}

impl Read for Outside {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let room = u32::try_from(into.len()).unwrap_or(u32::MAX);
        let end = self.position.saturating_add(room).min(self.bytes.length());
        let count = (end - self.position) as usize;
        if let Some(target) = into.get_mut(..count) {
            self.bytes.subarray(self.position, end).copy_to(target);
        }
        self.position = end;
        Ok(count)
    }
}
