//! A grant in few bytes: what it names as numbers, and what a check reads of it first.

use domain::{Grant, GrantId, Period, Personal, PersonalId, Stamp, Timestamp};

use super::bytes::{Bytes, put_number, put_signed, put_text};
use super::keys::Key;
use super::short_id::{IdText, put_id, take_id};

/// What is said of a grant by one bit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Flags(u8);

impl Flags {
    const BY_OWNER: u8 = 1;
    const STARTS: u8 = 1 << 1;
    const ENDS: u8 = 1 << 2;
    const TIED: u8 = 1 << 3;
    const NOTED: u8 = 1 << 4;
    const SHORT_ID: u8 = 1 << 5;
    const ONE_KEY: u8 = 1 << 6;
    const TOUCHED: u8 = 1 << 7;

    fn has(self, flag: u8) -> bool {
        self.0 & flag != 0
    }

    /// Given by the owner of an externally managed type.
    pub(super) fn by_owner(self) -> bool {
        self.has(Self::BY_OWNER)
    }
}

/// The numbers of what a grant has in common with others.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shared {
    pub(super) subject: u32,
    pub(super) rights: u32,
    pub(super) giver: u32,
    pub(super) ties: Option<u32>,
}

/// What a check reads of a grant.
#[derive(Debug, Clone, Copy)]
pub(super) struct Head {
    pub(super) flags: Flags,
    pub(super) rights: u32,
    pub(super) ties: Option<u32>,
    pub(super) period: Period,
    pub(super) scope_revision: u64,
    create_revision: u64,
}

/// All of a grant, but that numbers stand for what it names.
#[derive(Debug)]
pub(super) struct Unpacked {
    pub(super) head: Head,
    pub(super) subject: u32,
    pub(super) id: GrantId,
    /// Those of its scope, in its order.
    pub(super) keys: Vec<Key>,
    pub(super) giver: u32,
    pub(super) stamp: Stamp,
    pub(super) note: Option<Box<Personal>>,
}

/// The grant as bytes; `keys` are those of its scope, in its order.
pub(super) fn packed(grant: &Grant, shared: Shared, keys: &[Key]) -> Vec<u8> {
    let (period, stamp) = (grant.period, grant.stamp);
    let is_touched =
        (stamp.revision, stamp.update_time) != (stamp.create_revision, stamp.create_time);
    let mut id = Vec::with_capacity(64);
    let mut flags = 0;
    for (flag, is_so) in [
        (Flags::BY_OWNER, grant.by_owner),
        (Flags::STARTS, period.start.is_some()),
        (Flags::ENDS, period.end.is_some()),
        (Flags::TIED, shared.ties.is_some()),
        (Flags::NOTED, grant.note.is_some()),
        (Flags::SHORT_ID, put_id(&mut id, grant.id.as_str())),
        (Flags::ONE_KEY, keys.len() == 1),
        (Flags::TOUCHED, is_touched),
    ] {
        flags |= if is_so { flag } else { 0 };
    }
    let mut to = vec![flags];
    put_number(&mut to, shared.rights.into());
    if let Some(ties) = shared.ties {
        put_number(&mut to, ties.into());
    }
    for end in [period.start, period.end].into_iter().flatten() {
        put_signed(&mut to, end.0);
    }
    put_number(&mut to, stamp.create_revision);
    put_signed(&mut to, since(stamp.create_revision, grant.scope_revision));
    put_number(&mut to, shared.subject.into());
    to.extend_from_slice(&id);
    if keys.len() != 1 {
        put_number(&mut to, keys.len() as u64);
    }
    for key in keys {
        put_number(&mut to, key.turned().into());
    }
    put_number(&mut to, shared.giver.into());
    put_signed(&mut to, stamp.create_time.0);
    if is_touched {
        put_signed(&mut to, since(stamp.create_revision, stamp.revision));
        put_signed(&mut to, stamp.update_time.0);
    }
    if let Some(note) = &grant.note {
        put_text(&mut to, note.id.as_str());
        put_text(&mut to, &note.digest);
    }
    to
}

/// How far one revision is from another; whole, since it goes around.
fn since(from: u64, to: u64) -> i64 {
    to.wrapping_sub(from).cast_signed()
}

impl Head {
    /// Takes it; the rest is what [`name`] takes.
    #[inline]
    fn take(from: &mut Bytes<'_>) -> Option<Self> {
        let flags = Flags(from.byte()?);
        let rights = from.small()?;
        let ties = match flags.has(Flags::TIED) {
            true => Some(from.small()?),
            false => None,
        };
        let mut end = |flag| match flags.has(flag) {
            true => from.signed().map(|at| Some(Timestamp(at))),
            false => Some(None),
        };
        let period = Period {
            start: end(Flags::STARTS)?,
            end: end(Flags::ENDS)?,
        };
        let create_revision = from.number()?;
        Some(Self {
            flags,
            rights,
            ties,
            period,
            scope_revision: create_revision.wrapping_add_signed(from.signed()?),
            create_revision,
        })
    }
}

/// What a check reads of a grant.
#[inline]
pub(super) fn head(record: &[u8]) -> Option<Head> {
    Head::take(&mut Bytes(record))
}

/// Whose a grant is, and its id.
pub(super) fn name(record: &[u8]) -> Option<(u32, IdText)> {
    let mut from = Bytes(record);
    let head = Head::take(&mut from)?;
    take_name(&mut from, head.flags)
}

fn take_name(from: &mut Bytes<'_>, flags: Flags) -> Option<(u32, IdText)> {
    let subject = from.small()?;
    Some((subject, take_id(from, flags.has(Flags::SHORT_ID))?))
}

/// All of a grant.
pub(super) fn unpacked(record: &[u8]) -> Option<Unpacked> {
    let mut from = Bytes(record);
    let head = Head::take(&mut from)?;
    let (subject, id) = take_name(&mut from, head.flags)?;
    let keys = take_keys(&mut from, head.flags)?;
    let giver = from.small()?;
    let create_time = Timestamp(from.signed()?);
    let (revision, update_time) = match head.flags.has(Flags::TOUCHED) {
        true => {
            let revision = head.create_revision.wrapping_add_signed(from.signed()?);
            (revision, Timestamp(from.signed()?))
        }
        false => (head.create_revision, create_time),
    };
    let note = match head.flags.has(Flags::NOTED) {
        true => Some(Box::new(Personal {
            id: PersonalId::parse(from.text()?).ok()?,
            digest: from.text()?.to_owned(),
        })),
        false => None,
    };
    Some(Unpacked {
        head,
        subject,
        id: id.id()?,
        keys,
        giver,
        stamp: Stamp {
            create_revision: head.create_revision,
            create_time,
            revision,
            update_time,
        },
        note,
    })
}

fn take_keys(from: &mut Bytes<'_>, flags: Flags) -> Option<Vec<Key>> {
    let count = match flags.has(Flags::ONE_KEY) {
        true => 1,
        false => from.number()?,
    };
    (0..count)
        .map(|_| Some(Key::from_turned(from.small()?)))
        .collect()
}
