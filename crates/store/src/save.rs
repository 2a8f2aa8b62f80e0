//! How do rows come from a change? This is the only way in which nouns are written.

use domain::{Change, Event, Home, Kind, Record, RecordName, Timestamp, Who};

use crate::error::Error;
use crate::key_ring::KeyRing;
use crate::outbox::queued;
use crate::tx::Tx;
use crate::{grant_use, latch, noun, personal};

/// Writes what a change says, as revision `revision` of its home.
pub(crate) async fn save(
    tx: &Tx,
    ring: &KeyRing,
    change: &Change,
    who: &Who,
    (revision, at): (u64, Timestamp),
) -> Result<(), Error> {
    let home = &change.home;
    for event in &change.events {
        match event {
            Event::Saved(record) => saved(tx, home, record, revision).await?,
            Event::Amended(amendment) => {
                let resource = amendment.name().resource_name(home);
                return Err(Error::Misuse(format!("{resource} is not saved whole")));
            }
            Event::Removed(name) => removed(tx, home, name, revision).await?,
        }
    }
    personal::write(tx, ring, home, &change.personal).await?;
    for (id, subject) in &change.adopts {
        personal::adopt(tx, home, id, subject).await?;
    }
    if let Some(subject) = &change.erases {
        personal::erase(tx, home, subject).await?;
    }
    queued::write(tx, ring, change, who, (revision, at)).await
}

async fn saved(tx: &Tx, home: &Home, record: &Record, revision: u64) -> Result<(), Error> {
    let name = record.name();
    must_live_in(&name, home)?;
    let stamp = record.stamp();
    if stamp.revision != revision {
        let resource = name.resource_name(home);
        return Err(Error::Misuse(format!(
            "{resource} is stamped {}, not {revision}",
            stamp.revision
        )));
    }
    if stamp.create_revision != revision {
        return tx.put(noun::changed(home, record)?).await;
    }
    tx.put(noun::new(home, record)?).await?;
    match latch::of(home, record) {
        Some(latch) => tx.put(latch::row(&latch)).await,
        None => Ok(()),
    }
}

async fn removed(tx: &Tx, home: &Home, name: &RecordName, revision: u64) -> Result<(), Error> {
    must_live_in(name, home)?;
    tx.put(noun::removed(home, name, revision)).await?;
    match name.kind {
        Kind::Grant => tx.put(grant_use::gone(home, &name.id)).await,
        _ => Ok(()),
    }
}

fn must_live_in(name: &RecordName, home: &Home) -> Result<(), Error> {
    if name.kind.lives_in(home) {
        return Ok(());
    }
    Err(Error::Misuse(format!(
        "{:?} does not live in {home}",
        name.kind
    )))
}
