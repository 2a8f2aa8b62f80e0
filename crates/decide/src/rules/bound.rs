//! What a change brings is marked with the partnerships through which it is made, and bound to those whose people get it
//! (rules.md, Partnerships: Bound). Judged when it is given, of every grant and team place that comes.

use std::collections::BTreeMap;

use access::View;
use domain::{
    Change, ChangedRole, Event, Grant, Invitation, MadeLabels, MadeParts, MadeThrough, Member,
    PartnerTies, PartnershipId, Product, Record, Role, Subject, Team, Timestamp, UserId,
};

/// By which way a change is made.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Way<'a> {
    /// The partnerships through which it is made; none where its author may make it by their own right.
    pub(crate) through: &'a [PartnershipId],
    /// Its author, where there is one.
    pub(crate) by: Option<&'a UserId>,
}

/// Marks and binds what comes with the change.
pub(crate) fn bind(before: &View, change: &mut Change, way: Way<'_>, now: Timestamp) {
    let binding = Binding {
        before,
        coming_roles: &coming_roles(change),
        through: way.through,
        by: way.by,
        at: now,
    };
    for event in &mut change.events {
        if let Event::Saved(record) = event {
            binding.mark(record);
        }
    }
}

/// The roles that the change gives.
fn coming_roles(change: &Change) -> BTreeMap<UserId, Role> {
    let role = |event: &Event| match event {
        Event::Saved(Record::Member(member)) => Some((member.user.clone(), member.role.clone())),
        Event::Saved(_) | Event::Amended(_) | Event::Removed(_) => None,
    };
    change.events.iter().filter_map(role).collect()
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
    coming_roles: &'a BTreeMap<UserId, Role>,
    through: &'a [PartnershipId],
    by: Option<&'a UserId>,
    at: Timestamp,
}

impl Binding<'_> {
    fn mark(&self, record: &mut Record) {
        match record {
            Record::Grant(grant) => self.mark_grant(grant),
            Record::Team(team) => self.mark_team(team),
            Record::Member(member) => self.mark_member(member),
            Record::Product(product) => self.mark_product(product),
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
            team.made_by = self.maker();
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
        let before = before.map(|before| (before.members.as_slice(), &before.made_places));
        team.made_places = self.made_parts(&team.members, before);
    }

    fn mark_member(&self, member: &mut Member) {
        match self.before.organization.member(&member.user) {
            None => {
                member.made_through = self.through.to_vec();
                member.made_by = self.maker();
                member.changed_role = None;
            }
            Some(before) => member.changed_role = self.changed_role(before, member),
        }
    }

    /// A role stands for itself again once the organization's own people set it, be it to what it is.
    fn changed_role(&self, before: &Member, after: &Member) -> Option<Box<ChangedRole>> {
        if self.through.is_empty() {
            let kept = after.changed_role.clone();
            return kept.filter(|_| before.role == after.role);
        }
        let earlier = before.changed_role.as_ref();
        if before.role == after.role {
            return earlier.cloned();
        }
        let former = earlier.map_or(&before.role, |earlier| &earlier.former);
        (*former != after.role).then(|| {
            Box::new(ChangedRole {
                former: former.clone(),
                made: self.made(),
            })
        })
    }

    fn mark_product(&self, product: &mut Product) {
        let before = self.before.organization.product(&product.id);
        let unmarked = MadeLabels::default();
        let marks = before.map(|before| before.made.as_deref().unwrap_or(&unmarked));
        let was = before.zip(marks);
        let tags = was.map(|(before, marks)| (before.tags.as_slice(), &marks.tags));
        let groups = was.map(|(before, marks)| (before.groups.as_slice(), &marks.groups));
        product.made = MadeLabels::new(
            self.made_parts(&product.tags, tags),
            self.made_parts(&product.groups, groups),
        );
    }

    /// The marks of these parts, which are ascending: what was there keeps its own, what comes gets that of the change.
    fn made_parts<T: Ord + Clone>(
        &self,
        parts: &[T],
        before: Option<(&[T], &MadeParts<T>)>,
    ) -> MadeParts<T> {
        let (was, marks) =
            before.map_or((&[][..], &[][..]), |(was, marks)| (was, marks.as_slice()));
        let mark = |part: &T| {
            if was.binary_search(part).is_ok() {
                let place = marks
                    .binary_search_by(|(marked, _)| marked.cmp(part))
                    .ok()?;
                return marks.get(place).cloned();
            }
            let comes_through = !self.through.is_empty();
            comes_through.then(|| (part.clone(), self.made()))
        };
        parts.iter().filter_map(mark).collect()
    }

    fn made(&self) -> MadeThrough {
        MadeThrough {
            partnerships: self.through.to_vec(),
            by: self.by.cloned(),
            at: self.at,
        }
    }

    /// Who made a noun through partnerships; of what stands for itself the log says it.
    fn maker(&self) -> Option<UserId> {
        self.by.filter(|_| !self.through.is_empty()).cloned()
    }

    /// Whoever sends it again is its sender from then on.
    fn mark_invitation(&self, invitation: &mut Invitation) {
        let before = self.before.organization.invitation(&invitation.id);
        if before.is_none_or(|before| before.salt != invitation.salt) {
            invitation.made_through = self.through.to_vec();
        }
    }

    fn bound_to(&self, user: &UserId) -> Vec<PartnershipId> {
        let present = || self.before.organization.member(user);
        let role = self.coming_roles.get(user);
        let role = role.or_else(|| present().map(|member| &member.role));
        bound_to(self.before, role, user, self.through)
    }
}
