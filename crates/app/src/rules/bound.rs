//! What a change brings is marked with the partnerships through which it is made, and bound to those whose people get it
//! (rules.md, Partnerships: Bound). Judged when it is given, of every grant and team place that comes.

use access::{OrganizationState, View};
use domain::{
    Change, Event, Grant, Invitation, Member, Moment, PartnerTies, PartnershipId, Record, Role,
    Subject, Team, UserId,
};

/// Marks and binds what comes with the change.
pub(crate) fn bind(before: &View, change: &mut Change, through: &[PartnershipId], moment: Moment) {
    let mut after = OrganizationState::clone(&before.organization);
    after.apply(moment.revision, change);
    let binding = Binding {
        before,
        after: &after,
        through,
    };
    for event in &mut change.events {
        if let Event::Saved(record) = event {
            binding.mark(record);
        }
    }
}

/// The partnerships to which what this user is given now is bound.
pub(crate) fn bound_to(
    view: &View,
    role: Option<&Role>,
    user: &UserId,
    through: &[PartnershipId],
) -> Vec<PartnershipId> {
    if !through.is_empty() {
        let present = view.partnerships_of_person(user);
        if !present.is_empty() {
            return present;
        }
    }
    match role {
        Some(Role::External) => view.partnerships_binding_external(user),
        _ => Vec::new(),
    }
}

struct Binding<'a> {
    before: &'a View,
    after: &'a OrganizationState,
    through: &'a [PartnershipId],
}

impl Binding<'_> {
    fn mark(&self, record: &mut Record) {
        match record {
            Record::Grant(grant) => self.mark_grant(grant),
            Record::Team(team) => self.mark_team(team),
            Record::Member(member) => self.mark_member(member),
            Record::Invitation(invitation) => self.mark_invitation(invitation),
            _ => {}
        }
    }

    /// What the owner of an externally managed type gives is its own affair, and a mandate is no person's.
    fn mark_grant(&self, grant: &mut Grant) {
        let is_there = self.before.organization.grant(&grant.id).is_some();
        if is_there || grant.by_owner {
            return;
        }
        let bound = match &grant.subject {
            Subject::Member(user) => self.bound_to(user),
            Subject::Team(_) | Subject::Partnership(_) => Vec::new(),
        };
        grant.ties = PartnerTies::new(bound, self.through.to_vec());
    }

    fn mark_team(&self, team: &mut Team) {
        let before = self.before.organization.team(&team.id);
        if before.is_none() {
            team.made_through = self.through.to_vec();
        }
        let was_there =
            |user: &UserId| before.is_some_and(|before| before.members.binary_search(user).is_ok());
        let coming: Vec<_> = team
            .members
            .iter()
            .filter(|user| !was_there(user))
            .cloned()
            .collect();
        for user in coming {
            let bound = self.bound_to(&user);
            *team = team.clone().binding(&user, bound);
        }
    }

    fn mark_member(&self, member: &mut Member) {
        if self.before.organization.member(&member.user).is_none() {
            member.made_through = self.through.to_vec();
        }
    }

    /// Whoever sends it again is its sender from then on.
    fn mark_invitation(&self, invitation: &mut Invitation) {
        let before = self.before.organization.invitation(&invitation.id);
        if before.is_none_or(|before| before.salt != invitation.salt) {
            invitation.made_through = self.through.to_vec();
        }
    }

    fn bound_to(&self, user: &UserId) -> Vec<PartnershipId> {
        let member = self.after.member(user);
        let role = member.map(|member| &member.role);
        bound_to(self.before, role, user, self.through)
    }
}
