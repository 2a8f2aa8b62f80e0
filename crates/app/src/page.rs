//! Page tokens: sealed, bound to the caller and the query, and resumable. What a page ended at can be something that was
//! looked at and not shown, so nobody reads it in a token.

use std::sync::Arc;

use aws_lc_rs::aead::{AES_256_GCM_SIV, Aad, LessSafeKey, UnboundKey};
use aws_lc_rs::digest;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::{Reason, Refusal};
use serde::Serialize;

use crate::app::App;
use crate::call::Call;
use crate::error::Error;
use crate::token::nonce;

/// What is sealed is as long as a multiple of this, so that its length says little.
const BLOCK: usize = 64;

/// The key of all page tokens.
pub(crate) fn page_key(bytes: &[u8; 32]) -> Result<Arc<LessSafeKey>, Error> {
    let key = UnboundKey::new(&AES_256_GCM_SIV, bytes);
    key.map(|key| Arc::new(LessSafeKey::new(key)))
        .map_err(|_| Error::Interrupted)
}

impl App {
    /// The key after which the page starts; `None` for the first page.
    pub(crate) fn page_start<Q: Serialize>(
        &self,
        call: &Call,
        query: &Q,
        page_token: &str,
    ) -> Result<Option<String>, Refusal> {
        if page_token.is_empty() {
            return Ok(None);
        }
        let before = self.page_tokens(call, query).open(page_token);
        before.map(|before| Some(before.last)).ok_or_else(|| {
            Refusal::new(
                Reason::PageTokenInvalid,
                "page_token must come from next_page_token of the same query by the same caller. Start again without it.",
            )
        })
    }

    /// The consistency token of what was seen on the page before, if there was one that saw something. What can't be read is
    /// refused where the page begins.
    pub(crate) fn seen_on_page<Q: Serialize>(
        &self,
        call: &Call,
        query: &Q,
        page_token: &str,
    ) -> Option<String> {
        let is_first = page_token.is_empty();
        let before = (!is_first).then(|| self.page_tokens(call, query).open(page_token));
        before??.seen
    }

    /// What makes the tokens of the pages of a query.
    pub(crate) fn page_tokens<Q: Serialize>(&self, call: &Call, query: &Q) -> PageTokens {
        let bound = (&call.rule.method, &call.who, query);
        // A query is plain data; if it ever could not be written, the token would match nothing.
        let bound = serde_json::to_vec(&bound).unwrap_or_default();
        PageTokens {
            key: Arc::clone(&self.page_key),
            bound: digest::digest(&digest::SHA256, &bound),
        }
    }
}

/// Makes the tokens of the pages of one query by one caller, wherever a page ends.
#[derive(Debug, Clone)]
pub(crate) struct PageTokens {
    key: Arc<LessSafeKey>,
    /// The query and its caller.
    bound: digest::Digest,
}

/// What a page token says of the page before.
struct Before {
    last: String,
    seen: Option<String>,
}

impl PageTokens {
    /// The token of the page after `last`, of a page that saw what this consistency token says; empty is nothing.
    pub(crate) fn after(&self, last: &str, seen: &str) -> String {
        // No key and no token holds a zero byte.
        let mut bytes = [last, seen, ""].join("\0").into_bytes();
        bytes.resize(bytes.len().next_multiple_of(BLOCK), 0);
        let bound = Aad::from(self.bound.as_ref());
        match self
            .key
            .seal_in_place_append_tag(nonce(), bound, &mut bytes)
        {
            Ok(()) => URL_SAFE_NO_PAD.encode(bytes),
            // Never so; and then no page begins there, rather than that the list seems to end.
            Err(_) => "-".to_owned(),
        }
    }

    fn open(&self, token: &str) -> Option<Before> {
        let mut bytes = URL_SAFE_NO_PAD.decode(token).ok()?;
        let bound = Aad::from(self.bound.as_ref());
        let opened = self.key.open_in_place(nonce(), bound, &mut bytes).ok()?;
        let opened = str::from_utf8(opened).ok()?;
        let mut texts = opened.split('\0').map(str::to_owned);
        Some(Before {
            last: texts.next()?,
            seen: texts.next().filter(|seen| !seen.is_empty()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(query: &str) -> PageTokens {
        PageTokens {
            key: page_key(&[7; 32]).expect("a key"),
            bound: digest::digest(&digest::SHA256, query.as_bytes()),
        }
    }

    #[test]
    fn a_token_opens_for_its_query_alone_and_tells_nothing() {
        let token = tokens("a").after("drive-1", "s1.abc");
        let before = tokens("a").open(&token).expect("its own");
        assert_eq!(
            (before.last.as_str(), before.seen.as_deref()),
            ("drive-1", Some("s1.abc"))
        );
        assert!(tokens("b").open(&token).is_none());
        assert_eq!(token.len(), tokens("a").after("d", "").len());
        assert!(!token.contains("drive") && !token.contains("6472697665"));
        for (place, letter) in token.char_indices() {
            let mut touched = token.clone();
            let other = if letter == 'A' { "B" } else { "A" };
            touched.replace_range(place..=place, other);
            assert!(tokens("a").open(&touched).is_none(), "{touched}");
        }
        assert!(tokens("a").open("-").is_none());
    }

    #[test]
    fn a_page_of_the_past_saw_nothing() {
        let seen = |token: &str| tokens("a").open(token).expect("its own").seen;
        assert_eq!(seen(&tokens("a").after("drive-1", "")), None);
    }
}
