//! Makes texts of a corpus and feeds a target with them. An input that brings a new sign is taken into the
//! pool, as coverage would be with a compiler that has it; this one runs with any.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use rand_pcg::Pcg32;
use rand_pcg::rand_core::Rng;

use super::targets::Target;

/// The most inputs that are mutated further.
const POOL: usize = 4000;
/// The longest input, in bytes; longer ones are tried by tests of their own.
const LONGEST: usize = 20_000;

/// The committed inputs of a target, in the order of their names.
pub fn corpus(target: &Target) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus").join(target.name);
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    files.iter().map(|file| fs::read(file).unwrap()).collect()
}

/// Feeds a target with its corpus and then with so many texts made of it, the same for the same seed.
/// `before` is told of each text before it is fed.
pub fn feed(target: &Target, seed: u64, times: u64, before: &mut dyn FnMut(u64, &str)) -> usize {
    let mut random = Pcg32::new(seed, 0);
    let mut pool = corpus(target);
    let mut signs = HashSet::new();
    let committed = pool.len() as u64;
    for turn in 0..committed + times {
        let bytes = match usize::try_from(turn).ok().and_then(|turn| pool.get(turn)) {
            Some(bytes) if turn < committed => bytes.clone(),
            _ => mutated(&pool, target.words, &mut random),
        };
        let text = String::from_utf8_lossy(&bytes);
        before(turn, &text);
        if signs.insert((target.run)(&text)) && turn >= committed && pool.len() < POOL {
            pool.push(bytes);
        }
    }
    signs.len()
}

fn below(random: &mut Pcg32, limit: usize) -> usize {
    random.next_u32() as usize % limit.max(1)
}

/// A length, short ones as often as long ones.
fn length(random: &mut Pcg32, bits: usize) -> usize {
    let limit = 1 << below(random, bits);
    below(random, limit)
}

fn mutated(pool: &[Vec<u8>], words: &[&str], random: &mut Pcg32) -> Vec<u8> {
    let mut bytes = pool[below(random, pool.len())].clone();
    for _ in 0..=below(random, 4) {
        let at = below(random, bytes.len() + 1);
        let end = (at + length(random, 8)).min(bytes.len());
        match below(random, 8) {
            0 => {
                bytes.drain(at..end);
            }
            1 => {
                let piece = bytes[at..end].to_vec();
                bytes.splice(at..at, piece);
            }
            2 => {
                let other = &pool[below(random, pool.len())];
                let from = below(random, other.len() + 1);
                let to = (from + length(random, 10)).min(other.len());
                bytes.splice(at..end, other[from..to].iter().copied());
            }
            3 if at < bytes.len() => bytes[at] ^= 1 << below(random, 8),
            4 if at < bytes.len() => bytes[at] = random.next_u32().to_le_bytes()[0],
            5 => {
                // A number in place of another.
                let start = bytes[at..].iter().position(u8::is_ascii_digit).map_or(at, |found| at + found);
                let len = bytes[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
                let number = random.next_u32() >> below(random, 32);
                bytes.splice(start..start + len, number.to_string().into_bytes());
            }
            6 => {
                let sign = char::from_u32(random.next_u32() >> (11 + below(random, 16))).unwrap_or('\u{301}');
                bytes.splice(at..at, sign.to_string().into_bytes());
            }
            _ => {
                bytes.splice(at..end, words[below(random, words.len())].bytes());
            }
        }
    }
    bytes.truncate(LONGEST);
    bytes
}
