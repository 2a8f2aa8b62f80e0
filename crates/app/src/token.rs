//! Consistency tokens: which revision of which home was seen. They grant nothing.

use std::collections::BTreeMap;
use std::iter::Peekable;
use std::str::Split;

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
pub(crate) fn token<'a>(
    store: &str,
    heads: impl IntoIterator<Item = (&'a Home, &'a Head)>,
) -> String {
    let marks: Vec<_> = heads
        .into_iter()
        .map(|(home, head)| mark_of(home, head))
        .collect();
    of_marks(store, marks.iter().map(String::as_str))
}

/// The token of these marks.
pub(crate) fn of_marks<'a>(store: &str, marks: impl IntoIterator<Item = &'a str>) -> String {
    let mut text = String::with_capacity(192);
    text.push_str(FORMAT);
    text.push('.');
    text.push_str(store);
    for mark in marks {
        text.push('.');
        text.push_str(mark);
    }
    text
}

/// One home's part of a token.
pub(crate) fn mark_of(home: &Home, head: &Head) -> String {
    format!("{home}={}-{}", head.revision, chain_mark(&head.chain))
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
        for part in parts(FORMAT, store, token, bad)? {
            let (home, mark) = mark(part).ok_or_else(bad)?;
            let known = seen.0.entry(home).or_insert_with(|| mark.clone());
            if known.revision < mark.revision {
                *known = mark;
            }
        }
    }
    Ok(seen)
}

/// What a text of this format holds behind the id of this store; it holds something.
pub(crate) fn parts<'a>(
    format: &str,
    store: &str,
    text: &'a str,
    bad: impl Fn() -> Refusal,
) -> Result<Peekable<Split<'a, char>>, Refusal> {
    let mut parts = text.split('.');
    if parts.next() != Some(format) {
        return Err(bad());
    }
    match parts.next() {
        Some(of) if of == store => {}
        Some(of) if of.len() == store.len() && is_hex(of) => {
            return Err(history_lost("The token is of another store."));
        }
        _ => return Err(bad()),
    }
    let mut parts = parts.peekable();
    parts.peek().ok_or_else(bad)?;
    Ok(parts)
}

/// Reads one home's part of a token.
pub(crate) fn mark(text: &str) -> Option<(Home, Mark)> {
    let (home, mark) = text.split_once('=')?;
    let (revision, chain) = mark.split_once('-')?;
    (chain.len() == 16 && is_hex(chain)).then_some(())?;
    Some((
        Home::parse(home)?,
        Mark {
            revision: revision.parse().ok()?,
            chain: chain.to_owned(),
        },
    ))
}

fn is_hex(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// What the token saw is not what this store remembers.
pub(crate) fn history_lost(what: &str) -> Refusal {
    Refusal::new(
        Reason::HistoryLost,
        format!(
            "{what} The store was replaced or rolled back since; ask again without a token and tell the operator."
        ),
    )
}
