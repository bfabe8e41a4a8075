//! Orders that a seed decides, the same in every version and on every machine.

use rand_pcg::Pcg32;
use rand_pcg::rand_core::Rng;

/// The numbers below `len`, shuffled. The same arguments give the same order, for good: a link with a
/// seed must give the same quiz next year, and a session the same order after a restart.
///
/// `salt` tells apart what one seed shuffles, such as the choices of two items.
///
/// PCG32 drives a Fisher-Yates shuffle whose draws are free of modulo bias.
pub fn seeded_order(seed: u64, salt: &str, len: usize) -> Vec<usize> {
    let mut random = Pcg32::new(scramble(seed ^ scramble(fingerprint(salt))), STREAM);
    let mut order: Vec<usize> = (0..len).collect();
    for last in (1..len).rev() {
        let bound = u32::try_from(last).unwrap_or(u32::MAX - 1) + 1;
        order.swap(last, below(&mut random, bound) as usize);
    }
    order
}

/// Any stream would do; it must only never change.
const STREAM: u64 = 0x0066_6163_7464_6563;

/// An even draw from the numbers below `bound`, by Lemire's multiplication; draws that would favour the
/// low ones are thrown away.
fn below(random: &mut Pcg32, bound: u32) -> u32 {
    let favoured = bound.wrapping_neg() % bound;
    loop {
        let product = u64::from(random.next_u32()) * u64::from(bound);
        let (high, low) = ((product >> 32) as u32, product & u64::from(u32::MAX));
        if low >= u64::from(favoured) {
            return high;
        }
    }
}

/// FNV-1a, 64 bits: a salt as a number.
fn fingerprint(salt: &str) -> u64 {
    salt.bytes()
        .fold(0xCBF2_9CE4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3))
}

/// The finisher of `SplitMix64`: seeds that are close to each other, such as 1 and 2, come out far apart.
fn scramble(number: u64) -> u64 {
    let number = (number ^ (number >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    number ^ (number >> 31)
}
