//! SHA-256 in the three ways that a site writes it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// As `integrity` and a policy write it: `sha256-` and base64.
pub fn integrity(content: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(content)))
}

/// All of it in hexadecimal.
pub fn hex(content: &[u8]) -> String {
    let digits = Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>();
    digits.concat()
}

/// Sixteen hexadecimal digits, for a file name: enough to tell one release's file from another's.
pub fn short(content: &[u8]) -> String {
    hex(content).chars().take(16).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_empty_text_has_its_well_known_hash() {
        assert_eq!(integrity(b""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
        assert_eq!(short(b""), "e3b0c44298fc1c14");
    }
}
