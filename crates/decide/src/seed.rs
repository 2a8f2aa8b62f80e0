//! Ids, salts and secrets of one call: drawn once, so that a second attempt at it draws the same.

use std::sync::atomic::{AtomicU32, Ordering};

use aws_lc_rs::{digest, hmac};
use domain::{Change, Personal, PersonalId, PersonalValue, UserId};

/// The source of everything random in one call. A retry is another call: it is answered from what the first one did.
#[derive(Debug)]
pub struct Seed {
    key: hmac::Key,
    texts: AtomicU32,
}

impl Seed {
    /// `seed` is random.
    pub fn new(seed: &[u8; 32]) -> Self {
        Self {
            key: hmac::Key::new(hmac::HMAC_SHA256, seed),
            texts: AtomicU32::new(0),
        }
    }

    /// Starts over, so that a second attempt draws what the first drew.
    pub(crate) fn rewind(&self) {
        self.texts.store(0, Ordering::Relaxed);
    }

    /// The id of the `ordinal`th new noun of this sort: 26 characters of `a-z2-7`, made by the server.
    pub fn id(&self, noun: &str, ordinal: usize) -> String {
        base32(&self.secret(&format!("id/{noun}/{ordinal}")), 26)
    }

    /// 32 secret bytes for this use.
    pub fn secret(&self, of: &str) -> [u8; 32] {
        let mut bytes = [0; 32];
        bytes.copy_from_slice(hmac::sign(&self.key, of.as_bytes()).as_ref());
        bytes
    }

    /// A salt in hex for this use.
    pub fn salt(&self, of: &str) -> String {
        hex(&self.secret(of))
    }

    pub(crate) fn personal(
        &self,
        change: &mut Change,
        subject: Option<&UserId>,
        text: &str,
        lookup: Option<String>,
    ) -> Personal {
        let ordinal = self.texts.fetch_add(1, Ordering::Relaxed);
        let drawn = self.secret(&format!("text/{ordinal}"));
        let mut salt = [0; 16];
        salt.copy_from_slice(drawn.split_at(16).0);
        let name = base32(drawn.split_at(16).1, 24);
        let Ok(id) = PersonalId::parse(&name) else {
            unreachable!("base32 is made of id characters")
        };
        let value = PersonalValue {
            id: id.clone(),
            subject: subject.cloned(),
            salt,
            value: text.to_owned(),
            lookup,
        };
        let digest = digest_of(&value.salt, text);
        change.personal.push(value);
        Personal { id, digest }
    }
}

/// SHA-256 of salt and value, in hex.
fn digest_of(salt: &[u8], text: &str) -> String {
    let mut context = digest::Context::new(&digest::SHA256);
    context.update(salt);
    context.update(text.as_bytes());
    hex(context.finish().as_ref())
}

/// Lower-case hex.
pub fn hex(bytes: &[u8]) -> String {
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 0xf]);
    let mut text = String::with_capacity(2 * bytes.len());
    text.extend(digits.filter_map(|digit| char::from_digit(digit.into(), 16)));
    text
}

/// RFC 4648 base32 in lower case without padding, cut to `length`.
pub fn base32(bytes: &[u8], length: usize) -> String {
    const ALPHABET: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";
    let bit = |index: usize| {
        bytes
            .get(index / 8)
            .map_or(0, |byte| (byte >> (7 - index % 8)) & 1)
    };
    let letters = bytes.len() * 8 / 5;
    (0..letters.min(length))
        .map(|letter| {
            (0..5).fold(0_usize, |value, offset| {
                value << 1 | usize::from(bit(letter * 5 + offset))
            })
        })
        .filter_map(|value| ALPHABET.get(value))
        .map(|&byte| char::from(byte))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::hex;

    #[test]
    fn hex_has_two_digits_a_byte() {
        assert_eq!(hex(&[0, 0x0f, 0xa0, 0xff]), "000fa0ff");
        assert_eq!(hex(&[]), "");
    }
}
