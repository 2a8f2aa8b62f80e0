//! What does a home hold? Read in blocks of rows that the database puts together: to hand over a million rows one at a time
//! takes several times as long as to find them.

use std::slice::Iter;

use domain::{Home, Kind, Record};

use super::Reader;
use crate::error::Error;
use crate::head::Head;
use crate::noun;

/// Rows of a block: a team may name as many people as hundreds of other nouns take bytes.
fn rows_of(kind: Kind) -> usize {
    match kind {
        Kind::Team => 10,
        _ => 500,
    }
}

/// Every live noun of a home, in the order of `Kind::ALL`, then by id: block by block.
pub struct Blocks<'r> {
    reader: &'r Reader,
    home: Home,
    kind: Option<Kind>,
    kinds: Iter<'static, Kind>,
    /// The last id of the block before, where it was of the same kind.
    after: Option<String>,
}

/// Some nouns of one kind as the database hands them over.
#[derive(Debug)]
pub struct Block {
    home: Home,
    pub(crate) kind: Kind,
    /// Of each its id, a tab, and its body, in which neither tab nor line end can be.
    lines: String,
}

impl Reader {
    /// The head of a home, and every live noun in it; of change requests only those that wait and the last one, and of
    /// people only those of whom a state may remember anything.
    pub async fn load(&self, home: &Home) -> Result<Option<(Head, Blocks<'_>)>, Error> {
        let head = self.readable_head(home).await?;
        Ok(head.map(|head| (head, self.blocks(home))))
    }

    pub(crate) fn blocks(&self, home: &Home) -> Blocks<'_> {
        let mut kinds = Kind::ALL.iter();
        Blocks {
            reader: self,
            home: home.clone(),
            kind: kinds.next().copied(),
            kinds,
            after: None,
        }
    }
}

impl Blocks<'_> {
    /// The block after the last one; `None` where that was the end.
    pub async fn next(&mut self) -> Result<Option<Block>, Error> {
        while let Some(kind) = self.kind {
            let block = if kind.lives_in(&self.home) {
                self.read(kind).await?
            } else {
                None
            };
            let (mut rows, mut last) = (0, None);
            for (id, body) in block.iter().flat_map(Block::rows) {
                noun::must_be_whole(&self.home, id, body)?;
                (rows, last) = (rows + 1, Some(id));
            }
            self.after = last.filter(|_| rows == rows_of(kind)).map(str::to_owned);
            if self.after.is_none() {
                self.kind = self.kinds.next().copied();
            }
            if block.is_some() {
                return Ok(block);
            }
        }
        Ok(None)
    }

    async fn read(&self, kind: Kind) -> Result<Option<Block>, Error> {
        let select = noun::block(
            &self.home,
            kind,
            self.after.as_deref(),
            rows_of(kind) as u64,
        );
        let row = self.reader.tx.row(&select).await?;
        // Of no rows there are no lines.
        let lines: Option<Option<String>> =
            row.map(|row| row.try_get("", noun::LINES)).transpose()?;
        Ok(lines.flatten().map(|lines| Block {
            home: self.home.clone(),
            kind,
            lines,
        }))
    }
}

impl Block {
    /// The bytes of all of it.
    pub fn size(&self) -> usize {
        self.lines.len()
    }

    /// What the rows hold, which takes as long as all of them say.
    pub fn records(&self) -> Result<Vec<Record>, Error> {
        let rows = self.rows();
        rows.map(|(id, body)| noun::record(&self.home, id, body))
            .collect()
    }

    /// The id and the body of each.
    pub(crate) fn rows(&self) -> impl Iterator<Item = (&str, &str)> {
        let lines = self.lines.split('\n');
        lines.map(|line| line.split_once('\t').unwrap_or((line, "")))
    }
}
