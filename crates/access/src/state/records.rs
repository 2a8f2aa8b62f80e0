//! Many short records by their numbers, few of them in one piece of memory: a change copies one piece.

use std::sync::Arc;

use imbl::Vector;

use super::Table;
use super::list::List;

/// Where a grant is kept. One that goes leaves its number to one that comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct GrantNumber(u32);

/// Records in one piece.
const TOGETHER: usize = 32;
/// Bytes of the place where a record ends.
const END: usize = 2;
const HEADER: usize = TOGETHER * END;
/// One that is longer lies alone: so where records end fits, and who has short ones copies no long one.
const LONG: usize = 1_000;

#[derive(Debug, Clone, Default)]
pub(super) struct Records {
    pieces: List<Piece>,
    /// Those too long for a piece.
    long: Table<GrantNumber, Arc<[u8]>>,
    /// Numbers of records that went.
    free: Vector<GrantNumber>,
    /// The number after every one that was given.
    end: u32,
}

impl Records {
    #[inline]
    pub(super) fn get(&self, number: GrantNumber) -> Option<&[u8]> {
        let (piece, place) = number.place();
        let record = self.pieces.get(piece)?.get(place)?;
        if record.is_empty() {
            return self.long.get(&number).map(AsRef::as_ref);
        }
        Some(record)
    }

    /// Keeps a record; `None` where there are no more numbers.
    pub(super) fn add(&mut self, record: &[u8]) -> Option<GrantNumber> {
        let number = self.free.pop_back().or_else(|| self.grown())?;
        if record.len() > LONG {
            self.long.insert(number, record.into());
        } else {
            self.put(number, record);
        }
        Some(number)
    }

    pub(super) fn remove(&mut self, number: GrantNumber) {
        if self.long.remove(&number).is_none() {
            self.put(number, &[]);
        }
        self.free.push_back(number);
    }

    /// A number that no record ever had.
    fn grown(&mut self) -> Option<GrantNumber> {
        let number = GrantNumber(self.end);
        self.end = self.end.checked_add(1)?;
        if number.place().1 == 0 {
            self.pieces.push(Piece::default());
        }
        Some(number)
    }

    fn put(&mut self, number: GrantNumber, record: &[u8]) {
        let (piece, place) = number.place();
        if let Some(piece) = self.pieces.get_mut(piece) {
            *piece = piece.with(place, record);
        }
    }
}

impl GrantNumber {
    /// The number of its piece, and its place in it.
    #[inline]
    fn place(self) -> (usize, usize) {
        let number = self.0 as usize;
        (number / TOGETHER, number % TOGETHER)
    }
}

/// Where each record ends, then the records.
#[derive(Debug, Clone)]
struct Piece(Arc<[u8]>);

impl Default for Piece {
    fn default() -> Self {
        Self([0; HEADER].into())
    }
}

impl Piece {
    #[inline]
    fn get(&self, place: usize) -> Option<&[u8]> {
        let begin = self.begin(place)?;
        self.0.get(begin..self.begin(place + 1)?)
    }

    #[inline]
    fn begin(&self, place: usize) -> Option<usize> {
        let Some(before) = place.checked_sub(1) else {
            return Some(HEADER);
        };
        let end = self.0.get(before * END..)?.first_chunk::<END>()?;
        Some(HEADER + usize::from(u16::from_le_bytes(*end)))
    }

    /// The same, with this record there.
    fn with(&self, place: usize, record: &[u8]) -> Self {
        let part = |from: Option<usize>, to: Option<usize>| {
            let (from, to) = (from.unwrap_or(HEADER), to.unwrap_or(self.0.len()));
            self.0.get(from..to).unwrap_or(&[])
        };
        let before = part(None, self.begin(place));
        let after = part(self.begin(place + 1), None);
        let mut bytes = Vec::with_capacity(HEADER + before.len() + record.len() + after.len());
        let gone = part(self.begin(place), self.begin(place + 1)).len();
        for other in 0..TOGETHER {
            let end = self.begin(other + 1).unwrap_or(HEADER) - HEADER;
            let end = if other < place {
                end
            } else {
                end - gone + record.len()
            };
            bytes.extend_from_slice(&(end as u16).to_le_bytes());
        }
        for part in [before, record, after] {
            bytes.extend_from_slice(part);
        }
        Self(bytes.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_record_is_found_by_its_number_while_others_come_and_go() {
        let mut records = Records::default();
        let text = |of: usize| vec![of as u8 + 1; if of % 10 == 3 { 5_000 } else { of % 50 + 1 }];
        let kept: Vec<_> = (0..100)
            .map(|of| (records.add(&text(of)).unwrap(), text(of)))
            .collect();
        let before = records.clone();
        for (number, _) in kept.iter().step_by(3) {
            records.remove(*number);
        }
        let again: Vec<_> = (0..50)
            .map(|of| (records.add(&text(of)).unwrap(), text(of)))
            .collect();
        let stayed = kept.iter().enumerate().filter(|(place, _)| place % 3 != 0);
        for (number, text) in stayed.map(|(_, kept)| kept).chain(&again) {
            assert_eq!(records.get(*number), Some(text.as_slice()));
        }
        for (number, text) in &kept {
            assert_eq!(before.get(*number), Some(text.as_slice()));
        }
        // Of what went every number is taken again before there is a new one.
        let new = again.iter().filter(|(number, _)| number.0 >= 116);
        assert_eq!(new.count(), 0);
    }
}
