//! Ids in few bytes: one that the server makes holds 130 bits, and needs no more.

use std::cmp::Ordering;

use domain::GrantId;

use super::bytes::Bytes;

/// The letters of the ids that the server makes, in the order in which texts compare.
const LETTERS: &[u8; 32] = b"234567abcdefghijklmnopqrstuvwxyz";
/// How many letters such an id has, of five bits each.
const LENGTH: usize = 26;
const BITS: usize = 5;
/// Their bytes.
const BYTES: usize = 17;
/// No id is longer.
const LONGEST: usize = 63;

/// An id as it stands in names, without memory of its own.
#[derive(Debug, Clone, Copy)]
pub(super) struct IdText {
    text: [u8; LONGEST],
    length: u8,
}

impl IdText {
    fn new(bytes: impl Iterator<Item = u8>) -> Self {
        let mut id = Self {
            text: [0; LONGEST],
            length: 0,
        };
        for (place, byte) in id.text.iter_mut().zip(bytes) {
            *place = byte;
            id.length += 1;
        }
        id
    }

    /// Of 16 bytes as one number, which hold all letters but the last, and half of that; and of one more.
    fn of_short([first @ .., last]: &[u8; BYTES]) -> Self {
        let first = u128::from_be_bytes(*first);
        let mut text = [0; LONGEST];
        for (place, byte) in text.iter_mut().take(LENGTH - 1).enumerate() {
            *byte = letter(first >> (128 - BITS * (place + 1)));
        }
        if let Some(byte) = text.get_mut(LENGTH - 1) {
            *byte = letter(first << 2 | u128::from(last >> 6));
        }
        Self {
            text,
            length: LENGTH as u8,
        }
    }

    fn bytes(&self) -> &[u8] {
        let length = usize::from(self.length);
        self.text.get(..length).unwrap_or(&self.text)
    }

    /// How it compares to an id.
    pub(super) fn compared(&self, id: &str) -> Ordering {
        self.bytes().cmp(id.as_bytes())
    }

    pub(super) fn id(&self) -> Option<GrantId> {
        GrantId::parse(std::str::from_utf8(self.bytes()).ok()?).ok()
    }
}

impl PartialEq for IdText {
    fn eq(&self, other: &Self) -> bool {
        self.bytes() == other.bytes()
    }
}

impl Eq for IdText {}

impl PartialOrd for IdText {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for IdText {
    fn cmp(&self, other: &Self) -> Ordering {
        self.bytes().cmp(other.bytes())
    }
}

/// Puts an id; whether it is short, which must be known to take it.
pub(super) fn put_id(to: &mut Vec<u8>, id: &str) -> bool {
    if let Some(short) = shortened(id) {
        to.extend_from_slice(&short);
        return true;
    }
    to.push(id.len() as u8);
    to.extend_from_slice(id.as_bytes());
    false
}

pub(super) fn take_id(from: &mut Bytes<'_>, short: bool) -> Option<IdText> {
    if short {
        return Some(IdText::of_short(from.take(BYTES)?.first_chunk()?));
    }
    let length = from.byte()?;
    Some(IdText::new(from.take(length.into())?.iter().copied()))
}

fn shortened(id: &str) -> Option<[u8; BYTES]> {
    if id.len() != LENGTH {
        return None;
    }
    let mut short = [0; BYTES];
    for (place, letter) in id.bytes().enumerate() {
        let five = match letter {
            b'2'..=b'7' => letter - b'2',
            b'a'..=b'z' => letter - b'a' + 6,
            _ => return None,
        };
        // Five bits lie in two bytes at most.
        let (first, within) = (place * BITS / 8, place * BITS % 8);
        let two = u16::from(five) << (16 - BITS - within);
        for (byte, bits) in short.iter_mut().skip(first).zip(two.to_be_bytes()) {
            *byte |= bits;
        }
    }
    Some(short)
}

/// That of the lowest five bits.
#[inline]
fn letter(bits: u128) -> u8 {
    let five = bits as usize % LETTERS.len();
    LETTERS.get(five).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_id_comes_back_and_compares_as_its_text() {
        let all = [
            "a",
            "abcdefghijklmnopqrstuvwxyz",
            "23456723456723456723456723",
            "zzzzzzzzzzzzzzzzzzzzzzzzzz",
            "grant-00000000000000000001",
            &"x".repeat(LONGEST),
        ];
        for id in all {
            let mut bytes = Vec::new();
            let short = put_id(&mut bytes, id);
            assert_eq!(short, bytes.len() == BYTES && !id.contains('-'), "{id}");
            let taken = take_id(&mut Bytes(&bytes), short).unwrap();
            assert_eq!(taken.id().unwrap().as_str(), id);
            for other in all {
                assert_eq!(taken.compared(other), id.cmp(other));
            }
        }
    }
}
