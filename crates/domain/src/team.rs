//! A team: a named set of members that holds grants (S2-28, S2-29).

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::{DisplayName, MadeParts, PartnershipId, Stamp, TeamId, UserId};

/// A named set of members that holds grants.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Team {
    /// Its id.
    pub id: TeamId,
    /// Its name for people.
    pub display_name: DisplayName,
    /// Its members, ascending and each once.
    pub members: Vec<UserId>,
    /// Of members put in while they were a PARTNER, the partnerships that made them one: they are in the team only
    /// while one of these does. Ascending.
    #[serde(rename = "lent", default, skip_serializing_if = "Vec::is_empty")]
    pub bound: Vec<(UserId, Vec<PartnershipId>)>,
    /// The partnerships whose staff made it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub made_through: Vec<PartnershipId>,
    /// Whose change that was; none of those that stand for themselves, and of before this was kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub made_by: Option<UserId>,
    /// The members whose place was made through a partnership. Ascending.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub made_places: MadeParts<UserId>,
    /// When.
    pub stamp: Stamp,
}

impl Team {
    /// Whether somebody is in it.
    pub fn has(&self, user: &UserId) -> bool {
        self.members.binary_search(user).is_ok()
    }

    /// The team with one member more.
    #[must_use]
    pub fn with(&self, user: &UserId) -> Self {
        self.with_all(&BTreeSet::from([user.clone()]))
    }

    /// The team with these members more.
    #[must_use]
    pub fn with_all(&self, users: &BTreeSet<UserId>) -> Self {
        let mut team = self.clone();
        team.members.extend(users.iter().cloned());
        team.members.sort_unstable();
        team.members.dedup();
        team
    }

    /// The team with the place of a member bound to these partnerships; bound to none, it stands for itself.
    #[must_use]
    pub fn binding(mut self, user: &UserId, bound_to: Vec<PartnershipId>) -> Self {
        self.bound.retain(|(bound, _)| bound != user);
        if !bound_to.is_empty() {
            self.bound.push((user.clone(), bound_to));
            self.bound.sort_unstable();
        }
        self
    }

    /// The team without a member.
    #[must_use]
    pub fn without(&self, user: &UserId) -> Self {
        self.without_all(&BTreeSet::from([user.clone()]))
    }

    /// The team without these members.
    #[must_use]
    pub fn without_all(&self, users: &BTreeSet<UserId>) -> Self {
        let mut team = self.clone();
        team.members.retain(|member| !users.contains(member));
        team.bound.retain(|(bound, _)| !users.contains(bound));
        team.made_places.retain(|(made, _)| !users.contains(made));
        team
    }

    /// The partnerships without which this member is not in the team; none of one who stands for themselves.
    pub fn bound_to(&self, user: &UserId) -> &[PartnershipId] {
        let place = self.bound.binary_search_by(|(bound, _)| bound.cmp(user));
        let bound = place.ok().and_then(|place| self.bound.get(place));
        bound.map_or(&[], |(_, partnerships)| partnerships)
    }
}
