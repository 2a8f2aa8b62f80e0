//! What does a key look like? Its text, and what is stored of it.

use aws_lc_rs::digest;
use domain::KeyId;

use crate::seed::hex;

/// What every key begins with, so that leaked ones are found by scanners.
pub const PREFIX: &str = "grk_";

/// The text of a new key, and what is stored of it. The id has no `_` and hex has none, so the text splits in one way only.
pub(crate) fn key_text(id: &KeyId, secret: &[u8; 32]) -> (String, String) {
    let secret = hex(secret);
    let digest = key_digest(&secret);
    (format!("{PREFIX}{id}_{secret}"), digest)
}

/// What is stored of a key's secret part: its SHA-256, in hex.
pub fn key_digest(secret: &str) -> String {
    hex(digest::digest(&digest::SHA256, secret.as_bytes()).as_ref())
}
