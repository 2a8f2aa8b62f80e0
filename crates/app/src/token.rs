//! Consistency tokens: which revision of which home was seen. They grant nothing.

use std::collections::BTreeMap;
use std::fmt::Write;

use domain::{Home, Reason, Refusal};
use store::Head;

use crate::draw::hex;

/// The first letters of every token: its format.
const FORMAT: &str = "g1";

/// A revision and the first bytes of its chain, in hex.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mark {
    pub(crate) revision: u64,
    pub(crate) chain: String,
}

/// The first eight bytes of a chain, in hex.
pub(crate) fn chain_mark(chain: &[u8; 32]) -> String {
    hex(chain.split_at(8).0)
}

/// What several tokens saw together: per home the highest revision.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct SeenBefore(pub(crate) BTreeMap<Home, Mark>);

/// The token of these heads.
pub(crate) fn token<'a>(store: &str, heads: impl IntoIterator<Item = (&'a Home, &'a Head)>) -> String {
    let mut text = format!("{FORMAT}.{store}");
    for (home, head) in heads {
        // Writing to a String cannot fail.
        let _ = write!(text, ".{home}={}-{}", head.revision, chain_mark(&head.chain));
    }
    text
}

/// Reads tokens of this store; of another store they tell nothing about this one.
pub(crate) fn read(store: &str, tokens: &[String]) -> Result<SeenBefore, Refusal> {
    let mut seen = SeenBefore::default();
    for (index, token) in tokens.iter().enumerate() {
        let field = format!("consistency.at_least_as_fresh.tokens[{index}]");
        let bad = || {
            Refusal::new(
                Reason::ConsistencyTokenInvalid,
                format!("{field} must be a consistency_token as Grantor returned it."),
            )
        };
        let mut parts = token.split('.');
        if parts.next() != Some(FORMAT) {
            return Err(bad());
        }
        if parts.next() != Some(store) {
            return Err(history_lost("The token is of another store."));
        }
        for part in parts {
            let (home, mark) = mark(part).ok_or_else(bad)?;
            let known = seen.0.entry(home).or_insert_with(|| mark.clone());
            if known.revision < mark.revision {
                *known = mark;
            }
        }
    }
    Ok(seen)
}

fn mark(text: &str) -> Option<(Home, Mark)> {
    let (home, mark) = text.split_once('=')?;
    let (revision, chain) = mark.split_once('-')?;
    let fits = chain.len() == 16 && chain.bytes().all(|byte| byte.is_ascii_hexdigit());
    fits.then_some(())?;
    Some((Home::parse(home)?, Mark { revision: revision.parse().ok()?, chain: chain.to_owned() }))
}

/// What the token saw is not what this store remembers.
pub(crate) fn history_lost(what: &str) -> Refusal {
    Refusal::new(
        Reason::HistoryLost,
        format!("{what} The store was replaced or rolled back since; ask again without a token and tell the operator."),
    )
}
