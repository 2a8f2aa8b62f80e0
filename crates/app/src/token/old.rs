//! Tokens as they were before they were sealed, and positions of a watch, which are written alike: what they name stands
//! in them as text. They are read, for those who still have one, and never issued.

use std::collections::BTreeMap;
use std::iter::Peekable;
use std::str::Split;

use decide::seed::hex;
use domain::{Home, Refusal};
use store::Head;

use crate::engine::{Mark, history_lost};

/// The first letters of such a token: its format.
const FORMAT: &str = "g1";

/// Reads one of this store, the highest revision of each home.
pub(super) fn read(
    store: &str,
    token: &str,
    claimed: &mut BTreeMap<Home, Mark>,
    bad: impl Fn() -> Refusal,
) -> Result<(), Refusal> {
    for part in parts(FORMAT, store, token, &bad)? {
        let (home, mark) = mark(part).ok_or_else(&bad)?;
        let known = claimed.entry(home).or_insert(mark);
        if known.revision < mark.revision {
            *known = mark;
        }
    }
    Ok(())
}

/// One home's part.
pub(crate) fn mark_of(home: &Home, head: &Head) -> String {
    let Mark { revision, chain } = Mark::of(head);
    format!("{home}={revision}-{}", hex(&chain))
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

/// Reads one home's part.
pub(crate) fn mark(text: &str) -> Option<(Home, Mark)> {
    let (home, mark) = text.split_once('=')?;
    let (revision, chain) = mark.split_once('-')?;
    let mark = Mark {
        revision: revision.parse().ok()?,
        chain: unhex(chain)?,
    };
    Some((Home::parse(home)?, mark))
}

fn is_hex(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Eight bytes.
fn unhex(text: &str) -> Option<[u8; 8]> {
    (text.len() == 16 && is_hex(text)).then_some(())?;
    let number = u64::from_str_radix(text, 16).ok()?;
    Some(number.to_be_bytes())
}
