//! The grants of an organization, packed: found by number and by id, and made whole where somebody wants them so.

use std::cmp::Ordering;
use std::sync::Arc;

use domain::{Grant, GrantId, PartnerTies, PartnershipId, Rights, Subject, Who};

use super::by_id::{ById, Ids};
use super::catalog::IndexedRight;
use super::held::Held;
use super::keys::{Key, Keys};
use super::numbered::Numbered;
use super::packed::{Shared, head, name, packed, unpacked};
use super::records::{GrantNumber, Records};
use crate::span::Span;

/// Every grant, and what several of them name.
#[derive(Debug, Clone, Default)]
pub(super) struct KeptGrants {
    records: Records,
    by_id: ById,
    rights: Numbered<Rights>,
    givers: Numbered<Who>,
    ties: Numbered<PartnerTies>,
}

/// One scope entry of one grant, as a check reads it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct GrantEntry<'a> {
    pub(crate) held: Held,
    rights: &'a Rights,
    ties: Option<&'a PartnerTies>,
    pub(crate) span: Span,
    pub(crate) scope_revision: u64,
    /// Whether the owner of an externally managed type gave it.
    pub(crate) by_owner: bool,
}

impl<'a> GrantEntry<'a> {
    /// Whether it gives this right.
    #[inline]
    pub(crate) fn gives(&self, right: &IndexedRight) -> bool {
        right.given_by(self.rights)
    }

    /// The partnerships of which one must count for it to count; none where it stands for itself.
    #[inline]
    pub(crate) fn bound_to(&self) -> &'a [PartnershipId] {
        self.ties.map_or(&[], |ties| &ties.bound_to)
    }
}

impl KeptGrants {
    pub(super) fn len(&self) -> usize {
        self.by_id.len()
    }

    /// Keeps a grant, whose id is not there and whose scope has these keys. It is found by its id once that is indexed.
    pub(super) fn add(&mut self, grant: &Grant, subject: u32, keys: &[Key]) -> Option<GrantNumber> {
        let shared = Shared {
            subject,
            rights: self.rights.number(&grant.rights)?,
            giver: self.givers.number(&grant.granted_by)?,
            ties: match &grant.ties {
                Some(ties) => Some(self.ties.number(ties)?),
                None => None,
            },
        };
        self.records.add(&packed(grant, shared, keys))
    }

    pub(super) fn index(&mut self, id: &GrantId, number: GrantNumber) {
        self.by_id.insert(id, number, ids(&self.records));
    }

    /// The same of all that are kept, none of which is indexed yet.
    pub(super) fn index_all(&mut self, numbers: Vec<GrantNumber>) {
        self.by_id = ById::of(numbers, ids(&self.records));
    }

    /// Forgets an id. What is kept of the grant stays until its number is free.
    pub(super) fn forget(&mut self, id: &GrantId) -> Option<GrantNumber> {
        self.by_id.remove(id, ids(&self.records))
    }

    pub(super) fn free(&mut self, number: GrantNumber) {
        self.records.remove(number);
    }

    pub(super) fn number(&self, id: &GrantId) -> Option<GrantNumber> {
        self.by_id.get(id, ids(&self.records))
    }

    /// The numbers of the grants after this one, ordered by id.
    pub(super) fn after<'a>(
        &'a self,
        id: Option<&GrantId>,
    ) -> impl Iterator<Item = GrantNumber> + use<'a> {
        self.by_id.after(id, ids(&self.records))
    }

    /// Whose a grant is, and through which keys.
    pub(super) fn held_through(&self, number: GrantNumber) -> Option<(u32, Vec<Key>)> {
        let kept = unpacked(self.records.get(number)?)?;
        Some((kept.subject, kept.keys))
    }

    #[inline]
    pub(super) fn entry(&self, held: Held) -> Option<GrantEntry<'_>> {
        let head = head(self.records.get(held.grant)?)?;
        Some(GrantEntry {
            held,
            rights: self.rights.get(head.rights)?,
            // Ties that are not known must not count as none.
            ties: match head.ties {
                Some(ties) => Some(self.ties.get(ties)?),
                None => None,
            },
            span: head.period.into(),
            scope_revision: head.scope_revision,
            by_owner: head.flags.by_owner(),
        })
    }

    /// How the ids of two grants compare.
    pub(super) fn compared(&self, one: GrantNumber, other: GrantNumber) -> Ordering {
        let id = ids(&self.records);
        id(one).cmp(&id(other))
    }

    pub(super) fn id(&self, number: GrantNumber) -> Option<GrantId> {
        ids(&self.records)(number)?.id()
    }

    /// The grant whole, with what its numbers stand for.
    pub(super) fn grant(
        &self,
        number: GrantNumber,
        keys: &Keys,
        subjects: &Numbered<Subject>,
    ) -> Option<Arc<Grant>> {
        let kept = unpacked(self.records.get(number)?)?;
        let head = kept.head;
        Some(Arc::new(Grant {
            id: kept.id,
            subject: subjects.get(kept.subject)?.clone(),
            rights: self.rights.get(head.rights)?.clone(),
            scope: keys.scope(&kept.keys),
            scope_revision: head.scope_revision,
            period: head.period,
            note: kept.note,
            granted_by: self.givers.get(kept.giver)?.clone(),
            by_owner: head.flags.by_owner(),
            ties: match head.ties {
                Some(ties) => Some(Box::new(self.ties.get(ties)?.clone())),
                None => None,
            },
            stamp: kept.stamp,
        }))
    }
}

fn ids(records: &Records) -> impl Ids {
    |number| name(records.get(number)?).map(|(_, id)| id)
}
