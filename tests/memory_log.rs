//! The review log and how it is stored: union, records, backup.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failing test should stop there")]

mod entries;

use entries::{any_entries, any_entry, attempt, entry, log_of, started};
use factdeck::memory::{
    BackupError, Damage, Entry, EntryId, Event, LARGEST_BACKUP_BYTES, Log, Reading, Record, Restored, decode,
    encode, write_backup,
};
use factdeck::quiz::{Ask, Outcome, plan_of};
use proptest::prelude::*;

fn merged(logs: [&[Entry]; 2]) -> Log {
    let mut log = log_of(logs[0]);
    log.merge(logs[1].iter().cloned());
    log
}

#[test]
fn only_what_is_new_counts() {
    let first = entry("tab", 1, 10, Event::Attempt(attempt("a", Outcome::Correct)));
    let second = entry("tab", 2, 20, Event::Attempt(attempt("b", Outcome::Wrong)));
    let mut log = Log::new();
    assert!(log.insert(first.clone()));
    assert!(!log.insert(first.clone()));
    assert_eq!(log.merge([first, second.clone(), second]), 1);
    assert_eq!(log.attempt_count(), 2);
    let found = |number| log.get(&EntryId { writer: "tab".into(), number }).map(|entry| entry.at_millis);
    assert_eq!([found(1), found(2), found(3)], [Some(10), Some(20), None]);
    assert_eq!(log.attempts().map(|attempt| attempt.item.as_str()).collect::<Vec<_>>(), ["a", "b"]);
}

#[test]
fn only_attempts_are_counted_as_attempts() {
    let log = log_of(&[
        entry("tab", 1, 10, started("s", plan_of(Ask::default(), vec!["a".into()]))),
        entry("tab", 2, 20, Event::Attempt(attempt("a", Outcome::Correct))),
        entry("tab", 3, 30, Event::Closed { session: entries::session("s") }),
    ]);
    assert_eq!((log.entries().count(), log.attempt_count()), (3, 1));
}

#[test]
fn a_record_is_readable_by_eye() {
    let closed = entry("tab", 7, -5, Event::Closed { session: entries::session("s") });
    let record = encode(&closed);
    assert_eq!(record.key, "tab-00000000000000000007");
    let json =
        r#"{"id":{"writer":"tab","number":7},"at_millis":-5,"event":{"event":"closed","session":"s"}}"#;
    // The checksum was worked out by another program.
    assert_eq!(record.text, format!("bd9dcec0 {json}"));
    assert_eq!(decode(&record), Ok(closed));
}

/// A record with a checksum that fits whatever it holds.
fn sealed(key: &str, json: &str) -> Record {
    let checksum = crc32fast::hash(format!("{key}\n{json}").as_bytes());
    Record { key: key.into(), text: format!("{checksum:08x} {json}") }
}

#[test]
fn damage_is_told_apart() {
    let good = encode(&entry("tab", 1, 10, Event::Attempt(attempt("a", Outcome::Correct))));
    let (checksum, json) = good.text.split_once(' ').unwrap();
    let with_text = |text: &str| Record { key: good.key.clone(), text: text.into() };
    let cases = [
        (with_text(""), Damage::Checksum),
        (with_text(json), Damage::Checksum),
        (with_text(&format!("{} {json}", checksum.to_uppercase() + "0")), Damage::Checksum),
        (with_text(&good.text[..good.text.len() - 1]), Damage::Checksum),
        (Record { key: "tab-00000000000000000002".into(), text: good.text.clone() }, Damage::Checksum),
        (sealed("tab-00000000000000000002", json), Damage::Key),
        (sealed(&good.key, "{}"), Damage::Shape),
        (sealed(&good.key, ""), Damage::Shape),
        (sealed(&good.key, &json.replace("\"attempt\"", "\"something-newer\"")), Damage::Shape),
        (sealed(&good.key, &json.replace("\"score\":1.0", "\"score\":1.5")), Damage::Shape),
        (sealed(&good.key, &json.replace("\"score\":1.0", "\"score\":-1")), Damage::Shape),
        (sealed(&good.key, &json.replace("\"score\":1.0", "\"score\":null")), Damage::Shape),
    ];
    for (record, damage) in cases {
        assert_ne!(record, good);
        assert_eq!(decode(&record), Err(damage), "{record:?}");
    }
    assert_eq!(sealed(&good.key, json), good);
}

#[test]
fn a_checksum_in_capitals_is_damage() {
    // One flipped bit turns a hex letter into its capital, which means the same number.
    let letters =
        (1..).map(|number| entry("tab", number, 0, Event::Closed { session: entries::session("s") }));
    let record =
        letters.map(|entry| encode(&entry)).find(|r| r.text.starts_with(char::is_alphabetic)).unwrap();
    let capital = record.text[..1].to_uppercase() + &record.text[1..];
    assert_eq!(decode(&Record { text: capital, ..record }), Err(Damage::Checksum));
}

#[test]
fn every_byte_of_a_record_is_guarded_against_every_flip() {
    let record = encode(&entry("tab", 1, 10, Event::Closed { session: entries::session("s") }));
    for at in 0..record.text.len() {
        for flip in 1..=u8::MAX {
            let mut bytes = record.text.clone().into_bytes();
            bytes[at] ^= flip;
            let Ok(text) = String::from_utf8(bytes) else { continue };
            let flipped = Record { key: record.key.clone(), text };
            assert!(decode(&flipped).is_err(), "{flipped:?}");
        }
    }
}

#[test]
fn a_backup_comes_back() {
    let log = log_of(&[
        entry("tab-b", 1, 10, Event::Attempt(attempt("a", Outcome::Partial))),
        entry("tab-a", 1, 20, started("s", plan_of(Ask::default(), vec!["a".into()]))),
    ]);
    let text = write_backup(&log, &[]);
    let restored = read_backup(&text).unwrap();
    assert_eq!(restored.damaged, 0);
    assert_eq!(log_of(&restored.entries), log);
    assert!(text.starts_with(r#"{"kind":"factdeck-backup","format":1,"records":[{"key":"tab-a-0"#), "{text}");
}

#[test]
fn an_empty_backup_comes_back() {
    let restored = read_backup(&write_backup(&Log::new(), &[])).unwrap();
    assert_eq!((restored.entries.len(), restored.damaged), (0, 0));
}

#[test]
fn nonsense_is_refused_with_a_reason() {
    let cases = [
        ("", BackupError::NotJson { line: 1, column: 0 }),
        ("hello", BackupError::NotJson { line: 1, column: 1 }),
        ("{\n\"kind\":", BackupError::NotJson { line: 2, column: 7 }),
        ("null", BackupError::NotBackup),
        ("[]", BackupError::NotBackup),
        ("{}", BackupError::NotBackup),
        (r#"{"kind":"factdeck-backup"}"#, BackupError::NotBackup),
        (r#"{"kind":"other","format":1,"records":[]}"#, BackupError::NotBackup),
        (r#"{"kind":"factdeck-backup","format":"1","records":[]}"#, BackupError::NotBackup),
        (r#"{"kind":"factdeck-backup","format":1}"#, BackupError::NotBackup),
        (r#"{"kind":"factdeck-backup","format":1,"records":{}}"#, BackupError::NotBackup),
        (r#"{"kind":"factdeck-backup","format":2,"records":{}}"#, BackupError::Format { found: 2 }),
    ];
    for (text, expected) in cases {
        assert_eq!(read_backup(text), Err(expected), "{text}");
    }
}

#[test]
fn nesting_without_end_is_refused() {
    let nested = format!(r#"{{"kind":"factdeck-backup","format":1,"records":{}"#, "[".repeat(100_000));
    assert!(matches!(read_backup(&nested), Err(BackupError::NotJson { .. })));
}

#[test]
fn a_file_above_the_limit_is_refused_unread() {
    let bytes = LARGEST_BACKUP_BYTES + 1;
    let text = "x".repeat(bytes);
    assert_eq!(read_backup(&text), Err(BackupError::TooLarge { bytes }));
    assert!(matches!(read_backup(&text[1..]), Err(BackupError::NotJson { .. })), "the limit itself is read");
}

#[test]
fn damaged_records_are_counted_and_the_rest_restored() {
    let good = entry("tab", 1, 10, Event::Attempt(attempt("a", Outcome::Correct)));
    let text = write_backup(&log_of(std::slice::from_ref(&good)), &[]);
    let more = [
        r#"{"key":"tab-2","text":"nothing"}"#,
        r#"{"key":5,"text":"a number for a key"}"#,
        r#"{"key":"tab-3"}"#,
        "null",
        "[[]]",
    ];
    let text = text.replace(r#""records":["#, &format!(r#""records":[{},"#, more.join(",")));
    let restored = read_backup(&text).unwrap();
    assert_eq!((restored.entries, restored.damaged), (vec![good], more.len()));
}

/// Reads a file in one step.
fn read_backup(text: &str) -> Result<Restored, BackupError> {
    in_steps(text, usize::MAX)
}

/// Reads a file so many records at a time.
fn in_steps(text: &str, most: usize) -> Result<Restored, BackupError> {
    let mut reading = Reading::begin(text)?;
    loop {
        if let Some(restored) = reading.step(most)? {
            return Ok(restored);
        }
    }
}

#[test]
fn a_step_is_no_longer_than_asked() {
    let entries: Vec<Entry> =
        (1..=5).map(|n| entry("tab", n, 10, Event::Attempt(attempt("a", Outcome::Correct)))).collect();
    let text = write_backup(&log_of(&entries), &[]);
    let mut reading = Reading::begin(&text).unwrap();
    assert_eq!(reading.step(3), Ok(None));
    assert_eq!(reading.step(2), Ok(None));
    assert_eq!(reading.step(1), Ok(Some(Restored { entries, damaged: 0 })));
}

#[test]
fn damaged_records_go_along_in_the_backup() {
    let log = log_of(&[entry("tab", 2, 10, Event::Attempt(attempt("a", Outcome::Correct)))]);
    let broken = |key: &str| Record { key: key.into(), text: "from a newer version".into() };
    let text = write_backup(&log, &[broken("tab-3"), broken("tab-1")]);
    assert!(text.contains("from a newer version"));
    assert_eq!(read_backup(&text).unwrap().damaged, 2);
    assert_eq!(text, write_backup(&log, &[broken("tab-1"), broken("tab-3"), broken("tab-1")]));
}

proptest! {
    #[test]
    fn a_record_reads_back_as_it_was(entry in any_entry()) {
        prop_assert_eq!(decode(&encode(&entry)), Ok(entry));
    }

    #[test]
    fn one_flipped_byte_is_damage(entry in any_entry(), at: proptest::sample::Index, flip in 1_u8..) {
        let record = encode(&entry);
        let mut bytes = [record.key.as_bytes(), record.text.as_bytes()].concat();
        let at = at.index(bytes.len());
        bytes[at] ^= flip;
        // Strings hold UTF-8 only: where the flip breaks it, it is read as browsers do.
        let (key, text) = bytes.split_at(record.key.len());
        let [key, text] = [key, text].map(|bytes| String::from_utf8_lossy(bytes).into_owned());
        let flipped = Record { key, text };
        prop_assert_ne!(&flipped, &record);
        prop_assert!(decode(&flipped).is_err(), "{:?} in place of {:?}", flipped, record);
    }

    #[test]
    fn merging_again_changes_nothing(entries in any_entries()) {
        let mut log = log_of(&entries);
        let once = log.clone();
        prop_assert_eq!(log.merge(entries), 0);
        prop_assert_eq!(log, once);
    }

    #[test]
    fn merging_does_not_mind_who_comes_first(one in any_entries(), other in any_entries()) {
        prop_assert_eq!(merged([&one, &other]), merged([&other, &one]));
    }

    #[test]
    fn merging_does_not_mind_what_is_merged_before(
        one in any_entries(), other in any_entries(), third in any_entries(),
    ) {
        let left: Vec<Entry> = merged([&one, &other]).entries().cloned().collect();
        let right: Vec<Entry> = merged([&other, &third]).entries().cloned().collect();
        prop_assert_eq!(merged([&left, &third]), merged([&one, &right]));
    }

    #[test]
    fn nothing_is_lost(one in any_entries(), other in any_entries()) {
        let log = merged([&one, &other]);
        for given in one.iter().chain(&other) {
            let kept: Vec<_> = log.entries().filter(|entry| entry.id == given.id).collect();
            prop_assert_eq!(kept.len(), 1);
            let rivals = one.iter().chain(&other).filter(|entry| entry.id == given.id);
            let winner = rivals.max_by_key(|entry| encode(entry)).unwrap();
            prop_assert_eq!(kept[0], winner);
        }
        prop_assert!(log.entries().all(|entry| one.contains(entry) || other.contains(entry)));
    }

    #[test]
    fn time_order_holds_every_entry_once_and_keeps_each_writers_order(entries in any_entries()) {
        let log = log_of(&entries);
        let in_time = log.in_time_order();
        prop_assert_eq!(in_time.len(), log.entries().count());
        for entry in log.entries() {
            let of_writer = |of: &&&Entry| of.id.writer == entry.id.writer;
            let numbers: Vec<u64> = in_time.iter().filter(of_writer).map(|entry| entry.id.number).collect();
            prop_assert!(numbers.is_sorted_by(|a, b| a < b), "{:?}", numbers);
        }
    }

    #[test]
    fn equal_logs_give_equal_backups_which_come_back(entries in any_entries(), seed: u64) {
        let order = factdeck::quiz::seeded_order(seed, "insert", entries.len());
        let shuffled: Vec<Entry> = order.into_iter().map(|at| entries[at].clone()).collect();
        let (log, other) = (log_of(&entries), log_of(&shuffled));
        let text = write_backup(&log, &[]);
        prop_assert_eq!(&text, &write_backup(&other, &[]));
        let restored = read_backup(&text).unwrap();
        prop_assert_eq!(restored.damaged, 0);
        prop_assert_eq!(log_of(&restored.entries), log);
    }

    // Behind a line break a file no longer looks like one of ours, and is read as a whole.
    #[test]
    fn a_file_says_the_same_in_steps_and_as_a_whole(
        entries in any_entries(),
        at: proptest::sample::Index,
        byte in prop::sample::select(b"\"\\,{}[]x0 ".to_vec()),
        most in 1_usize..4,
    ) {
        let mut bytes = write_backup(&log_of(&entries), &[]).into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let whole = read_backup(&format!("{text}\n")).ok();
        prop_assert_eq!(read_backup(&text).ok(), whole.clone(), "{}", text);
        prop_assert_eq!(in_steps(&text, most).ok(), whole, "{}", text);
    }

    #[test]
    fn no_text_whatever_stops_the_reader(text in ".{0,200}") {
        prop_assert!(read_backup(&text).is_err());
        let _ = decode(&Record { key: text.clone(), text });
    }
}
