//! Whether two states of an organization hold and answer the same: nouns and indexes, whatever order they were filled in.

use std::collections::BTreeMap;

use domain::{GrantId, ScopeEntry, TeamId};

use super::holdings::Holdings;
use super::keys::Key;
use super::seat::Technical;
use super::{OrganizationState, Seat};

/// Key numbers as the entries that they stand for: the numbers depend on the order of filling.
type Meanings<'a> = BTreeMap<Key, &'a ScopeEntry>;

/// What holdings answer from, in an order of its own.
type Plain<'a> = Vec<(Option<&'a ScopeEntry>, bool, &'a GrantId)>;

impl OrganizationState {
    pub(super) fn is_same_as(&self, other: &Self) -> bool {
        self.organization == other.organization
            && self.members == other.members
            && self.shut_outs == other.shut_outs
            && self.products == other.products
            && self.groups == other.groups
            && self.teams == other.teams
            && self.grants == other.grants
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
        let mine: Meanings<'_> = self.keys.iter().map(|(entry, key)| (key, entry)).collect();
        let theirs: Meanings<'_> = other.keys.iter().map(|(entry, key)| (key, entry)).collect();
        let seats = |(user, seat): (_, &std::sync::Arc<Seat>)| {
            let same = other.seat(user);
            same.is_some_and(|same| plain_seat(seat, &mine) == plain_seat(same, &theirs))
        };
        let crews = |(team, crew): (_, &std::sync::Arc<super::Crew>)| {
            other.crew(team).is_some_and(|same| {
                crew.team == same.team && plain(&crew.own, &mine) == plain(&same.own, &theirs)
            })
        };
        let targets = |(id, target): (_, &std::sync::Arc<super::Target>)| {
            other.target(id).is_some_and(|same| {
                target.product == same.product
                    && meant(target.keys(), &mine) == meant(same.keys(), &theirs)
            })
        };
        let mandates = |(id, mandate): (_, &std::sync::Arc<Holdings>)| {
            let same = other.mandate_of(id);
            same.is_some_and(|same| plain(mandate, &mine) == plain(same, &theirs))
        };
        self.mandates.len() == other.mandates.len()
            && self.mandates.iter().all(mandates)
            && self.seats.len() == other.seats.len()
            && self.crews.len() == other.crews.len()
            && self.targets.len() == other.targets.len()
            && self.seats.iter().all(seats)
            && self.crews.iter().all(crews)
            && self.targets.iter().all(targets)
    }
}

fn plain<'a>(holdings: &'a Holdings, meanings: &Meanings<'a>) -> Plain<'a> {
    let mut plain: Plain<'_> = holdings
        .all()
        .iter()
        .map(|held| {
            let meaning = meanings.get(&held.key).copied();
            (meaning, held.key == Key::NOTHING, &held.grant.id)
        })
        .collect();
    plain.sort_unstable();
    plain
}

/// A seat without its numbers; the member and the grants themselves are compared as nouns.
fn plain_seat<'a>(
    seat: &'a Seat,
    meanings: &Meanings<'a>,
) -> (
    bool,
    &'a [TeamId],
    Plain<'a>,
    Option<Vec<Option<&'a ScopeEntry>>>,
) {
    let technical = match &seat.technical {
        Technical::Nothing => None,
        Technical::Everything => Some(vec![None]),
        Technical::Keys(keys) => {
            let mut meant = meant(keys, meanings);
            meant.sort_unstable();
            Some(meant)
        }
    };
    let own = plain(&seat.own, meanings);
    (seat.member.is_some(), &seat.teams, own, technical)
}

fn meant<'a>(keys: &[Key], meanings: &Meanings<'a>) -> Vec<Option<&'a ScopeEntry>> {
    keys.iter().map(|key| meanings.get(key).copied()).collect()
}
