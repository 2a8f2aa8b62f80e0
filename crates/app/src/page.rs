//! Page tokens: authenticated, bound to the caller and the query, and resumable.

use aws_lc_rs::{digest, hmac};
use decide::seed::hex;
use domain::{Reason, Refusal};
use serde::Serialize;

use crate::app::App;
use crate::call::Call;

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
        let bad = || {
            Refusal::new(
                Reason::PageTokenInvalid,
                "page_token must come from next_page_token of the same query by the same caller. Start again without it.",
            )
        };
        let (last, tag) = page_token.split_once('.').ok_or_else(bad)?;
        let last = unhex(last).ok_or_else(bad)?;
        let tag = unhex_bytes(tag).ok_or_else(bad)?;
        let tokens = self.page_tokens(call, query);
        hmac::verify(&tokens.key, &tokens.text(&last), &tag).map_err(|_| bad())?;
        Ok(Some(last))
    }

    /// What makes the tokens of the pages of a query.
    pub(crate) fn page_tokens<Q: Serialize>(&self, call: &Call, query: &Q) -> PageTokens {
        let bound = (&call.rule.method, &call.who, query);
        // A query is plain data; if it ever could not be written, the token would match nothing.
        let bound = serde_json::to_vec(&bound).unwrap_or_default();
        PageTokens {
            key: self.page_key.clone(),
            bound: digest::digest(&digest::SHA256, &bound),
        }
    }
}

/// Makes the tokens of the pages of one query by one caller, wherever a page ends.
#[derive(Debug, Clone)]
pub(crate) struct PageTokens {
    key: hmac::Key,
    /// The query and its caller.
    bound: digest::Digest,
}

impl PageTokens {
    /// The token of the page after `last`.
    pub(crate) fn after(&self, last: &str) -> String {
        let tag = hmac::sign(&self.key, &self.text(last));
        format!("{}.{}", hex(last.as_bytes()), hex(tag.as_ref()))
    }

    fn text(&self, last: &str) -> Vec<u8> {
        [self.bound.as_ref(), last.as_bytes()].concat()
    }
}

/// Bytes as `hex` writes them, and in no other spelling.
fn unhex_bytes(text: &str) -> Option<Vec<u8>> {
    let digit = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    let whole = text.len().is_multiple_of(2) && text.bytes().all(digit);
    whole.then_some(())?;
    (0..text.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(text.get(at..at + 2)?, 16).ok())
        .collect()
}

fn unhex(text: &str) -> Option<String> {
    String::from_utf8(unhex_bytes(text)?).ok()
}
