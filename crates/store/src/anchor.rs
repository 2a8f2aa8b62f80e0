//! Was the end of the log cut off? Heads kept in another place tell; the log alone cannot.

use std::fmt;
use std::str::FromStr;

use domain::Home;

use crate::error::Error;
use crate::key_ring::{hex, unhex};
use crate::store::Store;

/// Where a home stood once, to be kept elsewhere: one line of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchor {
    /// The store's id.
    pub store: String,
    pub home: Home,
    /// Its revision then.
    pub revision: u64,
    /// Its chain then.
    pub chain: [u8; 32],
}

/// A line that is no anchor.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("an anchor is `STORE HOME REVISION CHAIN`, not {0:?}")]
pub struct InvalidAnchor(String);

impl fmt::Display for Anchor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} {} {} {}",
            self.store,
            self.home,
            self.revision,
            hex(&self.chain)
        )
    }
}

impl FromStr for Anchor {
    type Err = InvalidAnchor;

    fn from_str(line: &str) -> Result<Self, InvalidAnchor> {
        parse(line).ok_or_else(|| InvalidAnchor(line.chars().take(200).collect()))
    }
}

fn parse(line: &str) -> Option<Anchor> {
    let mut words = line.split_ascii_whitespace();
    let anchor = Anchor {
        store: words.next()?.to_owned(),
        home: Home::parse(words.next()?)?,
        revision: words.next()?.parse().ok()?,
        chain: unhex(words.next()?)?.try_into().ok()?,
    };
    words.next().is_none().then_some(anchor)
}

impl Store {
    /// Where every home stands, for another place.
    pub async fn export_heads(&self) -> Result<Vec<Anchor>, Error> {
        let reader = self.snapshot().await?;
        let mut anchors = Vec::new();
        for home in self.homes().await? {
            if let Some(head) = reader.head(&home).await? {
                anchors.push(Anchor {
                    store: self.id().to_owned(),
                    home,
                    revision: head.revision,
                    chain: head.chain,
                });
            }
        }
        Ok(anchors)
    }

    /// What does not agree with heads exported earlier, in words; empty is good.
    pub async fn compare(&self, anchors: &[Anchor]) -> Result<Vec<String>, Error> {
        let reader = self.snapshot().await?;
        let mut wrong = Vec::new();
        for anchor in anchors {
            let Anchor {
                store,
                home,
                revision,
                chain,
            } = anchor;
            if store != self.id() {
                wrong.push(format!(
                    "{home}: the anchor is of the store {store}, not of this one"
                ));
                continue;
            }
            match reader.change(home, *revision).await? {
                Some(logged) if logged.chain == *chain => {}
                Some(_) => wrong.push(format!(
                    "{home}: revision {revision} is another than it was"
                )),
                None => wrong.push(format!("{home}: revision {revision} was there and is gone")),
            }
        }
        Ok(wrong)
    }
}
