//! What does a key look like? Its text, and what is stored of it.

use aws_lc_rs::{constant_time, digest};
use domain::{Key, KeyId};

use crate::seed::hex;

/// What every key begins with, so that leaked ones are found by scanners.
const PREFIX: &str = "grk_";

/// No secret is longer: so many digits of hex.
const LONGEST_SECRET: usize = 64;

/// What somebody shows as a key: which one they say it is, and the digest of its secret part.
#[derive(Clone, Copy)]
pub struct Shown<'a> {
    /// The id as it was sent.
    pub id: &'a str,
    /// SHA-256 of the secret part.
    pub digest: [u8; 32],
}

impl<'a> Shown<'a> {
    /// `None` of a text that is no key.
    pub fn read(text: &'a str) -> Option<Self> {
        let (id, secret) = text.strip_prefix(PREFIX)?.split_once('_')?;
        // What can be no key takes no time.
        let can_be = secret.len() <= LONGEST_SECRET && KeyId::parse(id).is_ok();
        can_be.then(|| Self {
            id,
            digest: sha256(secret),
        })
    }

    /// Whether the secret is that of this key. How long it takes does not tell how nearly.
    pub fn opens(&self, key: &Key) -> bool {
        let mut digits = [[0; 2]; 32];
        for (digits, byte) in digits.iter_mut().zip(self.digest) {
            *digits = [digit(byte >> 4), digit(byte & 0xf)];
        }
        constant_time::verify_slices_are_equal(digits.as_flattened(), key.digest.as_bytes()).is_ok()
    }
}

/// The text of a new key, and what is stored of it. The id has no `_` and hex has none, so the text splits in one way only.
pub(crate) fn key_text(id: &KeyId, secret: &[u8; 32]) -> (String, String) {
    let secret = hex(secret);
    let digest = hex(&sha256(&secret));
    (format!("{PREFIX}{id}_{secret}"), digest)
}

fn sha256(secret: &str) -> [u8; 32] {
    let mut hash = [0; 32];
    hash.copy_from_slice(digest::digest(&digest::SHA256, secret.as_bytes()).as_ref());
    hash
}

/// As [`hex`] writes it, into no text of its own: every call asks for it.
fn digit(of: u8) -> u8 {
    match of {
        0..10 => b'0' + of,
        _ => b'a' + (of - 10),
    }
}

#[cfg(test)]
mod tests {
    use domain::{Moment, ServiceAccountId, Stamp, Timestamp};

    use super::*;

    #[test]
    fn a_key_is_opened_by_its_text_and_no_other() {
        let id = KeyId::parse("k-1").expect("an id");
        for first in 0..=255 {
            let mut secret = [7; 32];
            secret[0] = first;
            let (text, digest) = key_text(&id, &secret);
            let key = Key {
                account: ServiceAccountId::parse("panel").expect("an id"),
                id: id.clone(),
                digest,
                expire_time: None,
                revoke_time: None,
                stamp: Stamp::new(Moment {
                    revision: 1,
                    now: Timestamp(0),
                }),
            };
            let shown = Shown::read(&text).expect("a key");
            assert_eq!(shown.id, "k-1");
            assert!(shown.opens(&key));
            let longer = format!("{text}0");
            let shorter = &text[..text.len() - 1];
            for other in [longer.as_str(), shorter, "grk_k-1_", "grk_k-1_é"] {
                let shown = Shown::read(other);
                assert!(!shown.is_some_and(|it| it.opens(&key)), "{other}");
            }
            let unlike = Key {
                digest: String::new(),
                ..key
            };
            assert!(!shown.opens(&unlike));
        }
        let too_long = format!("grk_k-1_{}", "0".repeat(LONGEST_SECRET + 1));
        for no_key in [
            "",
            "grk_",
            "grk_k-1",
            "grx_k-1_00",
            " grk_k-1_00",
            "grk_K_00",
            &too_long,
        ] {
            assert!(Shown::read(no_key).is_none(), "{no_key}");
        }
    }
}
