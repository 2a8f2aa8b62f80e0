//! What proves the log? Each change is sealed with an HMAC over itself and the seal before it.

use aws_lc_rs::hmac;

/// Everything that a seal covers.
pub(crate) struct Link<'a> {
    pub(crate) store: &'a str,
    pub(crate) home: &'a str,
    pub(crate) revision: u64,
    pub(crate) previous: &'a [u8; 32],
    pub(crate) key_id: &'a str,
    pub(crate) format: u32,
    pub(crate) payload: &'a str,
    pub(crate) deps: &'a str,
    pub(crate) actor: Option<&'a str>,
    pub(crate) caller: &'a str,
    pub(crate) request_id: Option<&'a str>,
    pub(crate) at: i64,
}

impl Link<'_> {
    /// The chain up to and with this change.
    pub(crate) fn seal(&self, key: &hmac::Key) -> [u8; 32] {
        let mut chain = [0; 32];
        let tag = hmac::sign(key, &self.encoded());
        for (to, from) in chain.iter_mut().zip(tag.as_ref()) {
            *to = *from;
        }
        chain
    }

    /// Whether `chain` is the seal; takes the same time wherever it differs.
    pub(crate) fn is_sealed(&self, key: &hmac::Key, chain: &[u8; 32]) -> bool {
        hmac::verify(key, &self.encoded(), chain).is_ok()
    }

    /// Each part behind its length, so that no two changes have one encoding.
    fn encoded(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(512 + self.payload.len() + self.deps.len());
        put(&mut bytes, self.store.as_bytes());
        put(&mut bytes, self.home.as_bytes());
        put(&mut bytes, &self.revision.to_be_bytes());
        put(&mut bytes, self.previous);
        put(&mut bytes, self.key_id.as_bytes());
        put(&mut bytes, &self.format.to_be_bytes());
        put(&mut bytes, self.payload.as_bytes());
        put(&mut bytes, self.deps.as_bytes());
        put_option(&mut bytes, self.actor);
        put(&mut bytes, self.caller.as_bytes());
        put_option(&mut bytes, self.request_id);
        put(&mut bytes, &self.at.to_be_bytes());
        bytes
    }
}

/// A part behind its length.
pub(crate) fn put(bytes: &mut Vec<u8>, part: &[u8]) {
    bytes.extend_from_slice(&(part.len() as u64).to_be_bytes());
    bytes.extend_from_slice(part);
}

fn put_option(bytes: &mut Vec<u8>, part: Option<&str>) {
    bytes.push(u8::from(part.is_some()));
    put(bytes, part.unwrap_or_default().as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(actor: Option<&'static str>, caller: &'static str) -> Link<'static> {
        Link {
            store: "s",
            home: "users",
            revision: 1,
            previous: &[0; 32],
            key_id: "k1",
            format: 1,
            payload: "{}",
            deps: "[]",
            actor,
            caller,
            request_id: None,
            at: 7,
        }
    }

    #[test]
    fn a_byte_cannot_move_from_one_part_to_the_next() {
        let key = hmac::Key::new(hmac::HMAC_SHA256, &[7; 32]);
        let chain = link(Some("ann"), "x").seal(&key);
        assert!(link(Some("ann"), "x").is_sealed(&key, &chain));
        for other in [
            link(Some("an"), "nx"),
            link(None, "x"),
            link(Some(""), "annx"),
        ] {
            assert!(!other.is_sealed(&key, &chain));
        }
        assert_ne!(link(None, "x").seal(&key), link(Some(""), "x").seal(&key));
    }
}
