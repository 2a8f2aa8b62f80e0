//! How is a token sealed, and by which key opened? What is inside is not its question.

use aws_lc_rs::aead::{AES_256_GCM_SIV, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use aws_lc_rs::digest;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::{Home, Refusal};

use crate::engine::history_lost;
use crate::error::Error;

/// What stands before every sealed token: its format.
const FORMAT: &str = "g2.";

/// How many bytes of a store's id stand outside of the seal: they tell a token of another store from none at all.
const STORE: usize = 4;

/// What a home is called in a token.
pub(crate) type HomeMark = [u8; 5];

/// Seals and opens the tokens of one store.
pub(crate) struct Seal {
    store: String,
    /// The one that seals first; all open.
    keys: Vec<LessSafeKey>,
}

/// Whether the text says that it is a sealed token.
pub(super) fn is_sealed(text: &str) -> bool {
    text.starts_with(FORMAT)
}

impl Seal {
    /// With the keys of the ring.
    pub(crate) fn new(
        store: &str,
        keys: impl IntoIterator<Item = [u8; 32]>,
    ) -> Result<Self, Error> {
        let key = |bytes: [u8; 32]| {
            let key = UnboundKey::new(&AES_256_GCM_SIV, &bytes);
            key.map(LessSafeKey::new).map_err(|_| Error::Interrupted)
        };
        Ok(Self {
            store: store.to_owned(),
            keys: keys.into_iter().map(key).collect::<Result<_, _>>()?,
        })
    }

    /// The id of the store.
    pub(super) fn store(&self) -> &str {
        &self.store
    }

    /// The same for every instance: the first bytes of a hash. The marks of a token's homes are few, so that two that are
    /// alike are not to be expected; if they were, a question would be refused.
    pub(crate) fn home_mark(&self, home: &Home) -> HomeMark {
        let text = format!("{}\0{home}", self.store);
        first(digest::digest(&digest::SHA256, text.as_bytes()).as_ref())
    }

    pub(super) fn seal(&self, mut bytes: Vec<u8>) -> Result<String, Error> {
        let key = self.keys.first().ok_or(Error::Interrupted)?;
        key.seal_in_place_append_tag(nonce(), self.bound(), &mut bytes)
            .map_err(|_| Error::Interrupted)?;
        let mut all = self.outside().to_vec();
        all.append(&mut bytes);
        Ok(format!("{FORMAT}{}", URL_SAFE_NO_PAD.encode(all)))
    }

    pub(super) fn open(&self, text: &str, bad: impl Fn() -> Refusal) -> Result<Vec<u8>, Refusal> {
        let text = text.strip_prefix(FORMAT).ok_or_else(&bad)?;
        let all = URL_SAFE_NO_PAD.decode(text).map_err(|_| bad())?;
        let (store, sealed) = all.split_at_checked(STORE).ok_or_else(&bad)?;
        if store != self.outside() {
            return Err(history_lost("The token is of another store."));
        }
        let opened = self.keys.iter().find_map(|key| {
            let mut bytes = sealed.to_vec();
            let opened = key.open_in_place(nonce(), self.bound(), &mut bytes);
            opened.ok().map(|opened| opened.to_vec())
        });
        opened.ok_or_else(bad)
    }

    fn outside(&self) -> [u8; STORE] {
        first(digest::digest(&digest::SHA256, self.store.as_bytes()).as_ref())
    }

    fn bound(&self) -> Aad<&[u8]> {
        Aad::from(self.store.as_bytes())
    }
}

/// One for all: this cipher then tells of two tokens only whether they are the same, and the same states are to have the
/// same token wherever they are answered from.
pub(crate) fn nonce() -> Nonce {
    Nonce::assume_unique_for_key([0; NONCE_LEN])
}

fn first<const N: usize>(bytes: &[u8]) -> [u8; N] {
    let mut first = [0; N];
    for (to, from) in first.iter_mut().zip(bytes) {
        *to = *from;
    }
    first
}

/// Logs never show a key.
impl std::fmt::Debug for Seal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Seal(…)")
    }
}

#[cfg(test)]
mod tests {
    use domain::Reason;

    use super::*;

    fn bad() -> Refusal {
        Refusal::new(Reason::ConsistencyTokenInvalid, "bad")
    }

    fn seal(store: &str, keys: &[u8]) -> Seal {
        Seal::new(store, keys.iter().map(|key| [*key; 32])).expect("keys")
    }

    #[test]
    fn every_key_of_the_ring_opens_and_the_first_seals() {
        let text = seal("a", &[1]).seal(vec![7; 40]).expect("sealed");
        assert_eq!(seal("a", &[1]).seal(vec![7; 40]).expect("again"), text);
        assert_eq!(seal("a", &[2, 1]).open(&text, bad), Ok(vec![7; 40]));
        assert_ne!(seal("a", &[2, 1]).seal(vec![7; 40]).expect("anew"), text);
        assert_eq!(seal("a", &[2]).open(&text, bad), Err(bad()));
    }

    #[test]
    fn what_was_touched_is_not_opened() {
        let seal = seal("a", &[1]);
        let text = seal.seal(vec![7; 40]).expect("sealed");
        for (place, letter) in text.char_indices().skip(FORMAT.len() + 6) {
            let other = if letter == 'A' { "B" } else { "A" };
            let mut touched = text.clone();
            touched.replace_range(place..=place, other);
            assert_eq!(seal.open(&touched, bad), Err(bad()), "{touched}");
        }
        for cut in FORMAT.len()..text.len() {
            let cut = text.get(..cut).expect("letters");
            assert_eq!(seal.open(cut, bad), Err(bad()), "{cut}");
        }
    }

    #[test]
    fn another_stores_token_is_told_from_none() {
        let text = seal("a", &[1]).seal(vec![7; 40]).expect("sealed");
        let refusal = seal("b", &[1]).open(&text, bad).expect_err("elsewhere");
        assert_eq!(refusal.reason, Reason::HistoryLost);
    }
}
