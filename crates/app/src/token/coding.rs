//! What is inside a sealed token: homes by short marks, each with its revision and the first bytes of its chain.

use std::collections::BTreeMap;

use domain::Home;

use super::seal::{HomeMark, Seal};
use crate::engine::Mark;

const PLATFORM: u8 = 1;
const PEOPLE: u8 = 2;
const OTHERS_ANEW: u8 = 4;

/// Which homes were seen, and where.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Names {
    platform: Option<Mark>,
    people: Option<Mark>,
    organizations: BTreeMap<HomeMark, Mark>,
    /// Other organizations than the one asked about are to be read anew.
    pub(super) others_anew: bool,
}

impl Names {
    pub(super) fn of(&self, home: &Home, seal: &Seal) -> Option<Mark> {
        match home {
            Home::Platform => self.platform,
            Home::People => self.people,
            // Without tokens, nothing is looked up.
            Home::Organization(_) if self.organizations.is_empty() => None,
            Home::Organization(_) => self.organizations.get(&seal.home_mark(home)).copied(),
        }
    }

    pub(super) fn add(&mut self, home: &Home, mark: Mark, seal: &Seal) {
        match home {
            Home::Platform => self.platform = Mark::later(self.platform, Some(mark)),
            Home::People => self.people = Mark::later(self.people, Some(mark)),
            Home::Organization(_) => self.add_organization(seal.home_mark(home), mark),
        }
    }

    fn add_organization(&mut self, home: HomeMark, mark: Mark) {
        let known = self.organizations.entry(home).or_insert(mark);
        if known.revision < mark.revision {
            *known = mark;
        }
    }

    pub(super) fn write(&self) -> Vec<u8> {
        let flag = |is: bool, flag: u8| if is { flag } else { 0 };
        let mut bytes = vec![
            flag(self.platform.is_some(), PLATFORM)
                | flag(self.people.is_some(), PEOPLE)
                | flag(self.others_anew, OTHERS_ANEW),
        ];
        for mark in self.platform.iter().chain(&self.people) {
            write_mark(&mut bytes, mark);
        }
        for (home, mark) in &self.organizations {
            bytes.extend(home);
            write_mark(&mut bytes, mark);
        }
        bytes
    }

    /// Adds what these bytes say; `None` where they say nothing that was written.
    pub(super) fn read(&mut self, bytes: &[u8]) -> Option<()> {
        let (flags, mut rest) = bytes.split_first()?;
        if flags & !(PLATFORM | PEOPLE | OTHERS_ANEW) != 0 {
            return None;
        }
        if flags & PLATFORM != 0 {
            self.platform = Mark::later(self.platform, Some(read_mark(&mut rest)?));
        }
        if flags & PEOPLE != 0 {
            self.people = Mark::later(self.people, Some(read_mark(&mut rest)?));
        }
        self.others_anew |= flags & OTHERS_ANEW != 0;
        while !rest.is_empty() {
            let home = take(&mut rest)?;
            let mark = read_mark(&mut rest)?;
            self.add_organization(home, mark);
        }
        Some(())
    }
}

/// Seven bits a byte, the lowest first; then the chain.
fn write_mark(bytes: &mut Vec<u8>, mark: &Mark) {
    let mut revision = mark.revision;
    while revision >= 0x80 {
        bytes.push(low_bits(revision) | 0x80);
        revision >>= 7;
    }
    bytes.push(low_bits(revision));
    bytes.extend(mark.chain);
}

fn low_bits(number: u64) -> u8 {
    u8::try_from(number & 0x7f).unwrap_or_default()
}

fn read_mark(rest: &mut &[u8]) -> Option<Mark> {
    let mut revision = 0;
    for place in 0..10 {
        let [byte] = take(rest)?;
        let bits = u64::from(byte & 0x7f).checked_shl(7 * place)?;
        revision |= bits;
        if byte & 0x80 == 0 {
            let chain = take(rest)?;
            return Some(Mark { revision, chain });
        }
    }
    None
}

fn take<const N: usize>(rest: &mut &[u8]) -> Option<[u8; N]> {
    let (first, others) = rest.split_first_chunk()?;
    *rest = others;
    Some(*first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(revision: u64) -> Mark {
        Mark {
            revision,
            chain: [0xab; 8],
        }
    }

    #[test]
    fn what_is_written_is_read() {
        let revisions = [0, 1, 127, 128, 16_384, 1 << 40, u64::MAX];
        for revision in revisions {
            let mut names = Names {
                people: Some(mark(revision)),
                others_anew: revision == 1,
                ..Names::default()
            };
            names.add_organization([1; 5], mark(revision));
            names.add_organization([2; 5], mark(7));
            let mut read = Names::default();
            assert_eq!(read.read(&names.write()), Some(()));
            assert_eq!(read, names);
        }
    }

    #[test]
    fn of_several_the_highest_counts() {
        let mut seen = Names::default();
        for revision in [3, 9, 4] {
            let mut names = Names {
                platform: Some(mark(revision)),
                ..Names::default()
            };
            names.add_organization([1; 5], mark(revision));
            seen.read(&names.write()).expect("read");
        }
        assert_eq!(seen.platform, Some(mark(9)));
        assert_eq!(seen.organizations.get(&[1; 5]), Some(&mark(9)));
    }

    #[test]
    fn what_was_cut_is_not_read() {
        let mut names = Names {
            platform: Some(mark(300)),
            people: Some(mark(1)),
            ..Names::default()
        };
        names.add_organization([1; 5], mark(2));
        let bytes = names.write();
        let whole = |end: usize| matches!(end, 20) || end == bytes.len();
        for end in (0..bytes.len()).filter(|end| !whole(*end)) {
            assert_eq!(Names::default().read(&bytes[..end]), None, "{end}");
        }
        assert_eq!(Names::default().read(&[8]), None);
    }
}
