//! Is what is stored what was written? Revisions, chain, personal values and rows, held against each other.

use std::collections::BTreeMap;

use domain::{Event, Home, Kind, Record, RecordName};

use crate::error::Error;
use crate::head::Head;
use crate::log::Logged;
use crate::personal::{self, personal_digest};
use crate::reader::Reader;
use crate::store::Store;

/// Changes, or rows, read at a time.
const PAGE: u64 = 500;

/// What was found true of a home.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// Where it stands.
    pub head: Head,
    /// Live nouns, each equal to its last after-image in the log.
    pub nouns: u64,
    /// Personal values that are what they were.
    pub values: u64,
    /// Personal values that are gone.
    pub erased: u64,
}

impl Store {
    /// Verifies a home in one snapshot; `progress` hears of each revision reached. The error names the first damage.
    pub async fn verify(
        &self,
        home: &Home,
        mut progress: impl FnMut(u64),
    ) -> Result<Verified, Error> {
        let reader = self.snapshot().await?;
        let head = reader.head(home).await?;
        let head = head.ok_or_else(|| Error::NoHome(home.clone()))?;
        head.must_be_readable(home)?;
        let mut findings = Findings::new(home, head);
        let mut reached = Head {
            format: head.format,
            ..Head::default()
        };
        loop {
            let page = reader.changes(home, reached.revision, PAGE).await?;
            let Some(last) = page.last().map(Logged::head) else {
                break;
            };
            for logged in &page {
                findings.follows(&reached, logged)?;
                if !self.verify_link(&reached.chain, logged) {
                    return Err(findings.damage(logged.revision, "its seal does not verify"));
                }
                findings.apply(logged)?;
                reached = logged.head();
            }
            findings.values(&reader, &page).await?;
            progress(last.revision);
        }
        if reached != findings.verified.head {
            return Err(findings.damage(
                reached.revision,
                "is the last in the log, and the head says otherwise",
            ));
        }
        findings.rows(&reader).await?;
        Ok(findings.verified)
    }
}

/// What is known so far.
struct Findings<'a> {
    home: &'a Home,
    verified: Verified,
    /// The nouns as the log leaves them.
    nouns: BTreeMap<RecordName, Record>,
}

impl<'a> Findings<'a> {
    fn new(home: &'a Home, head: Head) -> Self {
        Self {
            home,
            verified: Verified {
                head,
                nouns: 0,
                values: 0,
                erased: 0,
            },
            nouns: BTreeMap::new(),
        }
    }

    fn damage(&self, revision: u64, what: &str) -> Error {
        Error::Corrupt(format!("{} revision {revision} {what}", self.home))
    }

    fn follows(&self, before: &Head, logged: &Logged) -> Result<(), Error> {
        if logged.revision != before.revision + 1 {
            return Err(self.damage(before.revision + 1, "is missing"));
        }
        if logged.at < before.at {
            return Err(self.damage(logged.revision, "is earlier than the one before"));
        }
        Ok(())
    }

    fn apply(&mut self, logged: &Logged) -> Result<(), Error> {
        for event in &logged.change.events {
            match event {
                Event::Saved(record) => {
                    self.nouns.insert(record.name(), record.clone());
                }
                Event::Amended(amendment) => {
                    let Some(before) = self.nouns.get_mut(&amendment.name()) else {
                        return Err(self.damage(logged.revision, "changes what was not there"));
                    };
                    *before = amendment.of(before);
                }
                Event::Removed(name) => {
                    self.nouns.remove(name);
                }
            }
        }
        Ok(())
    }

    /// Holds personal values against the digests in the log.
    async fn values(&mut self, reader: &Reader, page: &[Logged]) -> Result<(), Error> {
        let mut digests = BTreeMap::new();
        for logged in page {
            let payload: serde_json::Value = serde_json::from_str(logged.payload())
                .map_err(|_| self.damage(logged.revision, "cannot be read"))?;
            collect(&payload, logged.revision, &mut digests);
        }
        let ids = digests.keys().map(String::as_str);
        let rows = personal::rows(reader.tx(), self.home, ids).await?;
        let rows: BTreeMap<_, _> = rows.into_iter().map(|row| (row.id.clone(), row)).collect();
        for (id, (digest, revision)) in &digests {
            let value = match rows.get(id) {
                None => {
                    return Err(self.damage(
                        *revision,
                        &format!("names the personal value {id}, which has no row"),
                    ));
                }
                Some(row) => row.salt.as_deref().zip(row.value.as_deref()),
            };
            match value {
                None => self.verified.erased += 1,
                Some((salt, value)) if personal_digest(salt, value) == *digest => {
                    self.verified.values += 1
                }
                Some(_) => {
                    return Err(self.damage(
                        *revision,
                        &format!("names the personal value {id}, which was changed"),
                    ));
                }
            }
        }
        Ok(())
    }

    /// Holds the rows against the log: whoever writes past the log is seen.
    async fn rows(&mut self, reader: &Reader) -> Result<(), Error> {
        for kind in Kind::ALL {
            if kind.lives_in(self.home) {
                self.rows_of(reader, kind).await?;
            }
        }
        match self.nouns.keys().next() {
            Some(name) => Err(Error::Corrupt(format!(
                "{} has no row",
                name.resource_name(self.home)
            ))),
            None => Ok(()),
        }
    }

    async fn rows_of(&mut self, reader: &Reader, kind: Kind) -> Result<(), Error> {
        let mut after: Option<String> = None;
        loop {
            let page = reader
                .records(self.home, kind, after.as_deref(), PAGE)
                .await?;
            let Some(last) = page.last() else {
                return Ok(());
            };
            after = Some(last.name().id);
            for record in page {
                let name = record.name();
                if self.nouns.remove(&name).as_ref() != Some(&record) {
                    let resource = name.resource_name(self.home);
                    return Err(Error::Corrupt(format!(
                        "the row of {resource} is not what the log says"
                    )));
                }
                self.verified.nouns += 1;
            }
        }
    }
}

/// Every `Personal` in a payload, whatever noun it stands in: an object of exactly `id` and `digest`.
fn collect(value: &serde_json::Value, revision: u64, into: &mut BTreeMap<String, (String, u64)>) {
    match value {
        serde_json::Value::Object(fields) => {
            let text = |name: &str| fields.get(name).and_then(serde_json::Value::as_str);
            if let (2, Some(id), Some(digest)) = (fields.len(), text("id"), text("digest")) {
                into.insert(id.to_owned(), (digest.to_owned(), revision));
            }
            fields
                .values()
                .for_each(|field| collect(field, revision, into));
        }
        serde_json::Value::Array(items) => {
            items.iter().for_each(|item| collect(item, revision, into))
        }
        _ => {}
    }
}
