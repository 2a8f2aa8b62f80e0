//! A part of a checkpoint: records as the rows have them, a line each, compressed and sealed.

use std::io::{Read, Write};

use aws_lc_rs::hmac;
use domain::{Home, Record, Timestamp};
use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;
use sea_orm::QueryResult;

use crate::chain::put;
use crate::error::{Error, bytes32, revision};
use crate::format;
use crate::head::Head;
use crate::key_ring::KeyRing;

pub(super) const COLUMNS: [&str; 9] = [
    "revision", "part", "parts", "chain", "at", "format", "key_id", "body", "seal",
];

/// A part of a checkpoint as it is kept.
#[derive(Debug)]
pub struct Part {
    /// Where the home stood.
    pub(super) head: Head,
    /// Its place among the parts, from 0.
    pub(super) part: i64,
    /// How many there are.
    pub(super) parts: i64,
    pub(super) key_id: String,
    pub(super) body: Vec<u8>,
    pub(super) seal: Vec<u8>,
}

impl Part {
    pub(super) fn read(row: &QueryResult) -> Result<Self, Error> {
        let chain: Vec<u8> = row.try_get("", "chain")?;
        Ok(Self {
            head: Head {
                revision: revision(row.try_get("", "revision")?)?,
                chain: bytes32(&chain, "a chain")?,
                at: Timestamp(row.try_get("", "at")?),
                format: format::of_column(row.try_get("", "format")?),
            },
            part: row.try_get("", "part")?,
            parts: row.try_get("", "parts")?,
            key_id: row.try_get("", "key_id")?,
            body: row.try_get("", "body")?,
            seal: row.try_get("", "seal")?,
        })
    }

    /// Seals it with the key of the ring that signs.
    pub(super) fn sealed(
        mut self,
        store: &str,
        home: &Home,
        ring: &KeyRing,
    ) -> Result<Self, Error> {
        let (key_id, key) = ring
            .signing()
            .ok_or_else(|| Error::Config("the key ring has no signing key".to_owned()))?;
        key_id.clone_into(&mut self.key_id);
        self.seal = hmac::sign(key, &self.sealed_bytes(store, home))
            .as_ref()
            .to_vec();
        Ok(self)
    }

    pub(super) fn must_be_sealed(
        &self,
        store: &str,
        home: &Home,
        ring: &KeyRing,
    ) -> Result<(), Error> {
        let sealed = self.sealed_bytes(store, home);
        ring.key(&self.key_id)
            .and_then(|key| hmac::verify(key, &sealed, &self.seal).ok())
            .ok_or_else(|| Error::Corrupt("it is not what was sealed".to_owned()))
    }

    /// Everything that a seal covers, each behind its length. A link of the log begins with the id of a store, which is
    /// never this word.
    fn sealed_bytes(&self, store: &str, home: &Home) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(256 + self.body.len());
        put(&mut bytes, b"checkpoint");
        put(&mut bytes, store.as_bytes());
        put(&mut bytes, home.to_string().as_bytes());
        put(&mut bytes, &self.head.revision.to_be_bytes());
        put(&mut bytes, &self.head.chain);
        put(&mut bytes, &self.head.at.0.to_be_bytes());
        put(&mut bytes, &self.head.format.to_be_bytes());
        put(&mut bytes, &self.part.to_be_bytes());
        put(&mut bytes, &self.parts.to_be_bytes());
        put(&mut bytes, self.key_id.as_bytes());
        put(&mut bytes, &self.body);
        bytes
    }

    /// Its records.
    pub fn records(&self) -> Result<Vec<Record>, Error> {
        let corrupt = |why: String| Error::Corrupt(format!("a checkpoint: {why}"));
        let mut lines = String::new();
        DeflateDecoder::new(&self.body[..])
            .read_to_string(&mut lines)
            .map_err(|why| corrupt(why.to_string()))?;
        let record = |line| serde_json::from_str(line).map_err(|why| corrupt(why.to_string()));
        lines.lines().map(record).collect()
    }
}

/// Puts records together, a line each.
pub(super) struct Lines {
    lines: DeflateEncoder<Vec<u8>>,
    /// Bytes that came in.
    pub(super) size: usize,
}

impl Lines {
    pub(super) fn new() -> Self {
        Self {
            lines: DeflateEncoder::new(Vec::new(), Compression::fast()),
            size: 0,
        }
    }

    /// Adds a record as its row has it: JSON, in which no line ends.
    pub(super) fn add(&mut self, record: &str) -> Result<(), Error> {
        self.size += record.len();
        self.lines
            .write_all(record.as_bytes())
            .and_then(|()| self.lines.write_all(b"\n"))
            .map_err(Error::unavailable)
    }

    pub(super) fn compressed(self) -> Result<Vec<u8>, Error> {
        self.lines.finish().map_err(Error::unavailable)
    }
}
