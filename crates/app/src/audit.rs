//! Does the change log still say what it said? For the operator's command.

use std::path::Path;

use domain::Home;
use store::{Anchor, KeyRing};

use crate::app::App;
use crate::error::Error;

/// Heads in one statement: databases bound how many values one may hold.
const HEADS_AT_A_TIME: usize = 200;

/// What an audit found.
#[derive(Debug, Clone, Default)]
pub struct Audited {
    pub homes: usize,
    pub changes: u64,
    /// What is not as it was written, in words.
    pub findings: Vec<String>,
    /// Where the database's clock is far behind the last change, in words: nothing can be written there.
    pub clocks: Vec<String>,
}

impl App {
    /// Makes a key ring where there is none.
    pub fn create_key_ring(path: &Path) -> Result<(), Error> {
        KeyRing::create(path)?;
        Ok(())
    }

    /// The head of every home, to be kept in another place.
    pub async fn anchors(&self) -> Result<Vec<Anchor>, Error> {
        Ok(self.store.export_heads().await?)
    }

    /// Homes whose last change is far ahead of the database's clock, and what that means.
    async fn clocks(&self) -> Result<Vec<String>, Error> {
        let homes = self.store.homes().await?;
        let mut clocks = Vec::new();
        for homes in homes.chunks(HEADS_AT_A_TIME) {
            let read = self.store.heads(homes).await?;
            let far = read
                .heads
                .iter()
                .filter(|(_, head)| store::is_far_ahead(head.at, read.now));
            clocks.extend(far.map(|(home, head)| {
                format!(
                    "{home} was changed at {}, and the database's clock says {}: it was ahead then, or is behind now. \
                     If it is right now, changes are taken again from {} on; else set it right",
                    head.at,
                    read.now,
                    store::near(head.at)
                )
            }));
        }
        clocks.sort();
        Ok(clocks)
    }

    /// Reads every change of every home; `progress` hears of the revisions reached.
    pub async fn audit(
        &self,
        anchors: &[Anchor],
        progress: impl Fn(&Home, u64),
    ) -> Result<Audited, Error> {
        let mut audited = Audited::default();
        for home in self.store.homes().await? {
            audited.homes += 1;
            let verified = self
                .store
                .verify(&home, |revision| progress(&home, revision))
                .await;
            match verified {
                Ok(verified) => audited.changes += verified.head.revision,
                Err(store::Error::Corrupt(wrong)) => audited.findings.push(wrong),
                Err(error @ store::Error::Format { .. }) => {
                    audited.findings.push(error.to_string());
                }
                Err(error) => return Err(error.into()),
            }
        }
        audited.findings.extend(self.store.compare(anchors).await?);
        audited.clocks = self.clocks().await?;
        Ok(audited)
    }
}
