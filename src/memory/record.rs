//! How an entry is stored: a key to find it by, and a text with a checksum over both.
//!
//! The text is `<CRC-32 of "key\ntext", eight small hex digits> <the entry as JSON>`. A CRC-32 catches
//! every change that is confined to four neighbouring bytes; it guards against decay, not against malice.

use serde::Serialize;

use super::entry::{Entry, EntryId};
use crate::deck::json::from_text;
use crate::deck::json::shape::from_object;

/// An entry as it is stored.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Record {
    /// Unique for the entry's id; keys of one writer sort in the order of its entries.
    pub key: String,
    /// Checksum and content.
    pub text: String,
}

from_object!(Record { key, text });

/// Why a record could not be read. Whoever meets one keeps the record: a newer version of the app may
/// have written it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    /// The checksum is missing or does not fit: bytes were lost or changed.
    Checksum,
    /// The checksum fits, but the content is not an entry as this version knows them.
    Shape,
    /// The content is an entry that belongs under another key.
    Key,
}

/// How an entry is stored. Equal entries give equal records.
pub fn encode(entry: &Entry) -> Record {
    let key = key(&entry.id);
    // Cannot fail: all maps in an entry have names for keys. Were it to, the record would read as
    // damaged rather than as something else.
    let json = serde_json::to_string(entry).unwrap_or_default();
    let text = format!("{} {json}", checksum(&key, &json));
    Record { key, text }
}

/// Reads a record.
///
/// # Errors
/// [`Damage`] if a byte of it is not as [`encode`] wrote it, if it is not an entry as this version knows
/// them, or if it claims a score outside 0 to 1.
pub fn decode(record: &Record) -> Result<Entry, Damage> {
    let (stated, json) = record.text.split_once(' ').ok_or(Damage::Checksum)?;
    if stated != checksum(&record.key, json) {
        return Err(Damage::Checksum);
    }
    let entry: Entry = from_text(json).map_err(|_| Damage::Shape)?;
    if let super::Event::Attempt(attempt) = &entry.event
        && !(0.0..=1.0).contains(&attempt.score)
    {
        return Err(Damage::Shape);
    }
    if key(&entry.id) == record.key { Ok(entry) } else { Err(Damage::Key) }
}

/// The key of an entry's record. Twenty digits hold every number, so that keys sort as numbers do.
pub fn key(id: &EntryId) -> String {
    format!("{}-{:020}", id.writer, id.number)
}

fn checksum(key: &str, json: &str) -> String {
    let bytes = key.bytes().chain(*b"\n").chain(json.bytes());
    format!("{:08x}", !bytes.fold(u32::MAX, with_byte))
}

/// A CRC-32 (that of gzip and PNG) with one byte more, half a byte at a time: tables for whole bytes would
/// be 16 KB that do not compress, for records of a few hundred bytes.
fn with_byte(crc: u32, byte: u8) -> u32 {
    let with_half = |crc: u32| (crc >> 4) ^ HALVES.get((crc & 0xF) as usize).copied().unwrap_or_default();
    with_half(with_half(crc ^ u32::from(byte)))
}

/// What each half byte comes to: four steps of division by the polynomial, lowest bit first.
const HALVES: [u32; 16] = [
    0x0000_0000,
    0x1DB7_1064,
    0x3B6E_20C8,
    0x26D9_30AC,
    0x76DC_4190,
    0x6B6B_51F4,
    0x4DB2_6158,
    0x5005_713C,
    0xEDB8_8320,
    0xF00F_9344,
    0xD6D6_A3E8,
    0xCB61_B38C,
    0x9B64_C2B0,
    0x86D3_D2D4,
    0xA00A_E278,
    0xBDBD_F21C,
];

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::checksum;

    proptest! {
        #[test]
        fn the_checksum_is_the_usual_crc_32(key in ".*", json in ".*") {
            let usual = crc32fast::hash(format!("{key}\n{json}").as_bytes());
            prop_assert_eq!(checksum(&key, &json), format!("{usual:08x}"));
        }
    }
}
