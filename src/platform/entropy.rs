//! Randomness: seeds for shuffles, names that no other tab has.

/// The alphabet of RFC 4648's base32, in small letters: no two signs are told apart by case alone.
const LETTERS: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";

/// A fresh seed.
pub fn seed() -> u64 {
    u64::from_le_bytes(random_bytes())
}

/// A fresh number.
pub fn number() -> u32 {
    u32::from_le_bytes(random_bytes())
}

/// A fresh name of 26 letters and digits (128 random bits): fit for a session or for a run of the app.
pub fn token() -> String {
    base32(random_bytes())
}

fn random_bytes<const COUNT: usize>() -> [u8; COUNT] {
    let mut bytes = [0; COUNT];
    let filled =
        gloo::utils::window().crypto().and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes));
    if filled.is_err() {
        // Every browser that runs wasm has `crypto`; without it names need only be unlikely to clash.
        for byte in &mut bytes {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // 0.0 <= value < 256.0
            let random = (js_sys::Math::random() * 256.0) as u8;
            *byte = random;
        }
    }
    bytes
}

fn base32(bytes: [u8; 16]) -> String {
    let bits = u128::from_be_bytes(bytes);
    // 26 letters hold 130 bits: the first carries the top three, each later one five.
    (0..26)
        .rev()
        .filter_map(|place| LETTERS.get(usize::try_from((bits >> (place * 5)) & 31).ok()?))
        .map(|&letter| char::from(letter))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::base32;

    #[test]
    fn a_token_spells_all_128_bits() {
        assert_eq!(base32([0; 16]), "a".repeat(26));
        assert_eq!(base32([255; 16]), format!("h{}", "7".repeat(25)));
        let mut last = [0; 16];
        last[15] = 33;
        assert_eq!(base32(last), format!("{}bb", "a".repeat(24)));
    }
}
