//! By what a deck file is known again.

use std::hash::{DefaultHasher, Hasher};
use std::io::{self, Read};

/// A reader that takes the fingerprint of what passes through it.
///
/// Equal files have equal fingerprints as long as one compiler made the programs that take them, as it did a
/// page and the program in it. It tells an edited file from another, and guards against no malice.
#[derive(Debug)]
pub struct Fingerprinted<R> {
    reader: R,
    hasher: DefaultHasher,
}

impl<R> Fingerprinted<R> {
    /// A reader of which nothing was read yet.
    pub fn new(reader: R) -> Self {
        Self { reader, hasher: DefaultHasher::new() }
    }

    /// The fingerprint of what was read so far, as a short text.
    pub fn fingerprint(&self) -> String {
        format!("{:x}", self.hasher.finish())
    }
}

impl<R: Read> Read for Fingerprinted<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.reader.read(into)?;
        self.hasher.write(into.get(..count).unwrap_or_default());
        Ok(count)
    }
}

#[cfg(test)]
#[allow(clippy::expect_used, clippy::indexing_slicing)]
mod tests {
    use super::*;

    fn of(file: &[u8], step: usize) -> String {
        let mut reader = Fingerprinted::new(file);
        let mut bytes = vec![0; step];
        while reader.read(&mut bytes).expect("it is in memory") > 0 {}
        reader.fingerprint()
    }

    #[test]
    fn it_hangs_on_the_bytes_and_not_on_how_they_come() {
        let file = b"{\"title\":\"A tower\"}".repeat(50);
        let whole = of(&file, file.len());
        for step in [1, 3, 8, 64, 1000] {
            assert_eq!(of(&file, step), whole, "{step} bytes at a time");
        }
        for at in 0..file.len() {
            let mut other = file.clone();
            other[at] ^= 1;
            assert_ne!(of(&other, 64), whole, "byte {at}");
        }
        assert_ne!(of(&file[1..], 64), whole);
    }
}
