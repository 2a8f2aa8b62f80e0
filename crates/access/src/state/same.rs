//! Whether two states of an organization hold and answer the same: nouns and indexes, whatever order they were filled in.

use std::collections::BTreeSet;

use domain::{GrantId, ProductId, ScopeEntry, Subject, TeamId};

use super::grants::SubjectGrants;
use super::indexed::Technical;
use super::keys::{Key, Keys};
use super::{IndexedMember, OrganizationState};

/// What the grants of a subject answer from, in an order of its own.
type Plain<'a> = Vec<(Option<&'a ScopeEntry>, bool, Option<GrantId>)>;

impl OrganizationState {
    pub(super) fn is_same_as(&self, other: &Self) -> bool {
        self.organization == other.organization
            && self.members == other.members
            && self.shut_outs == other.shut_outs
            && self.products == other.products
            && self.groups == other.groups
            && self.teams == other.teams
            && self.grants().eq(other.grants())
            && self.invitations == other.invitations
            && self.partner == other.partner
            && self.partnerships == other.partnerships
            && self.assignments == other.assignments
            && self.active == other.active
            && self.by_client == other.by_client
            && self.last_request == other.last_request
            && self.usage == other.usage
            && self.former_people == other.former_people
            && self.has_same_indexes_as(other)
    }

    fn has_same_indexes_as(&self, other: &Self) -> bool {
        // Numbers depend on the order of filling: what is compared is what they stand for.
        let (mine, theirs) = (&self.keys, &other.keys);
        let indexed_members = |(user, indexed): (_, &std::sync::Arc<IndexedMember>)| {
            let same = other.indexed_member(user);
            same.is_some_and(|same| self.plain_seat(indexed) == other.plain_seat(same))
        };
        let indexed_teams = |(team, indexed): (_, &std::sync::Arc<super::IndexedTeam>)| {
            other.indexed_team(team).is_some_and(|same| {
                indexed.team == same.team
                    && self.plain(&indexed.grants) == other.plain(&same.grants)
            })
        };
        let indexed_products = |(id, target): (_, &std::sync::Arc<super::IndexedProduct>)| {
            other.indexed_product(id).is_some_and(|same| {
                target.product == same.product
                    && meant(target.keys(), mine) == meant(same.keys(), theirs)
            })
        };
        let mandates = |(id, mandate): (_, &std::sync::Arc<SubjectGrants>)| {
            let same = other.mandate_of(id);
            same.is_some_and(|same| self.plain(mandate) == other.plain(same))
        };
        self.upper == other.upper
            && self.has_same_pairs_as(other)
            && self.mandates.len() == other.mandates.len()
            && self.mandates.iter().all(mandates)
            && self.indexed_members.len() == other.indexed_members.len()
            && self.indexed_teams.len() == other.indexed_teams.len()
            && self.indexed_products.len() == other.indexed_products.len()
            && self.indexed_members.iter().all(indexed_members)
            && self.indexed_teams.iter().all(indexed_teams)
            && self.indexed_products.iter().all(indexed_products)
    }

    fn has_same_pairs_as(&self, other: &Self) -> bool {
        self.held_through() == other.held_through()
            && self.covered_by_entry() == other.covered_by_entry()
    }

    fn held_through(&self) -> BTreeSet<(Option<&ScopeEntry>, &Subject)> {
        let pairs = self.holders.iter();
        pairs
            .filter_map(|(key, subject)| Some((self.keys.entry(key), self.subjects.get(subject)?)))
            .collect()
    }

    fn covered_by_entry(&self) -> BTreeSet<(Option<&ScopeEntry>, &ProductId)> {
        let pairs = self.covered.iter();
        pairs
            .map(|(key, product)| (self.keys.entry(key), product))
            .collect()
    }

    fn plain<'a>(&'a self, holdings: &SubjectGrants) -> Plain<'a> {
        let held = holdings.all().iter();
        let mut plain: Plain<'_> = held
            .map(|held| {
                let meaning = self.keys.entry(held.key);
                (meaning, held.key == Key::NOTHING, self.id_of(*held))
            })
            .collect();
        plain.sort_unstable();
        plain
    }

    /// An indexed member without its numbers; the member and the grants themselves are compared as nouns.
    fn plain_seat<'a>(
        &'a self,
        indexed: &'a IndexedMember,
    ) -> (
        bool,
        &'a [TeamId],
        Plain<'a>,
        Option<Vec<Option<&'a ScopeEntry>>>,
    ) {
        let technical = match &indexed.technical {
            Technical::Nothing => None,
            Technical::Everything => Some(vec![None]),
            Technical::Keys(reached) => {
                let mut meant = meant(reached, &self.keys);
                meant.sort_unstable();
                Some(meant)
            }
        };
        let own = self.plain(&indexed.grants);
        (indexed.member.is_some(), &indexed.teams, own, technical)
    }
}

fn meant<'a>(some: &[Key], keys: &'a Keys) -> Vec<Option<&'a ScopeEntry>> {
    some.iter().map(|key| keys.entry(*key)).collect()
}
