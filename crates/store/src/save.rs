//! How do rows come from a change? This is the only way in which nouns are written.

use domain::{Change, Event, Home, Record, RecordName, Timestamp, Who};

use crate::error::Error;
use crate::key_ring::KeyRing;
use crate::outbox::queued;
use crate::tx::Tx;
use crate::{latch, noun, personal};

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
    if stamp.create_revision == revision {
        return created(tx, home, record).await;
    }
    match tx.run(&noun::update(home, record)?).await? {
        1 => Ok(()),
        _ => Err(absent(&name, home)),
    }
}

async fn created(tx: &Tx, home: &Home, record: &Record) -> Result<(), Error> {
    if tx.run(&noun::insert(home, record)?).await? == 0 {
        return Err(Error::IdTaken(record.name().resource_name(home)));
    }
    latch::make(tx, home, record).await
}

async fn removed(tx: &Tx, home: &Home, name: &RecordName, revision: u64) -> Result<(), Error> {
    must_live_in(name, home)?;
    match tx.run(&noun::remove(home, name, revision)).await? {
        1 => Ok(()),
        _ => Err(absent(name, home)),
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

/// The engine that decided and the rows do not agree, and the rows are under the lock.
fn absent(name: &RecordName, home: &Home) -> Error {
    Error::Corrupt(format!(
        "{} is not there, though a change is based on it",
        name.resource_name(home)
    ))
}
