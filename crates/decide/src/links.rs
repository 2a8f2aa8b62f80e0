//! The secrets in links: computed when a mail is written, kept nowhere.

use std::fmt;

use aws_lc_rs::{constant_time, hmac};

use crate::draw::base32;

/// Letters of a link's secret: 160 bits.
const LENGTH: usize = 32;

/// Makes and checks the secrets of links, under a key outside the database.
pub struct Links(hmac::Key);

impl Links {
    /// With the key of the ring.
    pub fn new(key: &[u8]) -> Self {
        Self(hmac::Key::new(hmac::HMAC_SHA256, key))
    }

    /// The secret of this link: `salt` changes whenever the older link has to die.
    pub fn secret(&self, kind: &str, parts: &[&str], salt: &str) -> String {
        let mut context = hmac::Context::with_key(&self.0);
        for part in [kind].iter().chain(parts).chain([&salt]) {
            context.update(&(part.len() as u64).to_be_bytes());
            context.update(part.as_bytes());
        }
        base32(context.sign().as_ref(), LENGTH)
    }

    /// Whether the presented secret is that of this link, in constant time.
    pub fn matches(&self, kind: &str, parts: &[&str], salt: &str, presented: &str) -> bool {
        let secret = self.secret(kind, parts, salt);
        constant_time::verify_slices_are_equal(secret.as_bytes(), presented.as_bytes()).is_ok()
    }
}

/// Logs never show the key.
impl fmt::Debug for Links {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Links(…)")
    }
}
