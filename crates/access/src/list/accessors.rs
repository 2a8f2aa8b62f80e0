//! Who may use something? The keys of a product say whom to ask about, and the evaluator judges each of them.

use domain::{
    AccessLevel, Assignee, OrganizationRight, Partnership, PartnershipId, Refusal, RightName, Role,
    Subject, Timestamp, UserId,
};

use super::in_order::{Extent, in_order};
use crate::asked_right::organization_right;
use crate::decision::{Decision, Resource};
use crate::merged::Merged;
use crate::state::IndexedProduct;
use crate::view::View;

impl View {
    /// Everybody after `after` who may do this on that, members and staff of active partners, with what allows it.
    pub fn accessors(
        &self,
        resource: &Resource,
        right: &RightName,
        after: Option<&UserId>,
        limit: usize,
        at: Timestamp,
    ) -> Result<Vec<(UserId, Decision)>, Refusal> {
        let Resource::Product(id) = resource else {
            let right = organization_right(right)?;
            let possible = self.possible_holders(right, after);
            let decided = possible.map(|user| (user, self.check_organization(user, right)));
            return Ok(allowed(decided, limit));
        };
        let Some(target) = self.organization.indexed_product(id) else {
            return Ok(Vec::new());
        };
        let asked = self.asked(target, right)?;
        let possible = self.possible_accessors(target, after, limit);
        let decided = possible.map(|user| match self.accessor(user) {
            Ok(accessor) => (user, self.decide(accessor, target, asked, at)),
            Err(reason) => (user, Decision::denied(reason, None)),
        });
        Ok(allowed(decided, limit))
    }

    /// Everybody after `after` who may do anything on that, with all the rights that they have.
    pub fn accessors_by_any_right(
        &self,
        resource: &Resource,
        after: Option<&UserId>,
        limit: usize,
        at: Timestamp,
    ) -> Vec<(UserId, Vec<RightName>)> {
        let target = match resource {
            Resource::Organization => None,
            Resource::Product(id) => self.organization.indexed_product(id),
        };
        let possible: Box<dyn Iterator<Item = &UserId> + '_> = match target {
            Some(target) => Box::new(self.possible_accessors(target, after, limit)),
            None => Box::new(self.everybody_after(after)),
        };
        let found = possible.filter_map(|user| {
            let rights = self.rights(user, resource, at).into_iter();
            let held = rights.filter(|(_, decision)| decision.allowed);
            let held: Vec<RightName> = held.map(|(right, _)| right.as_str().into()).collect();
            (!held.is_empty()).then(|| (user.clone(), held))
        });
        found.take(limit).collect()
    }

    /// Everybody after `after` who can have a right on the product, by id, and perhaps others.
    fn possible_accessors<'a>(
        &'a self,
        target: &'a IndexedProduct,
        after: Option<&'a UserId>,
        limit: usize,
    ) -> impl Iterator<Item = &'a UserId> + 'a {
        let extent = Extent {
            all: self.organization.member_count(),
            held: self.holders(target).count(),
            wanted: limit,
        };
        let held = move |after| self.reaching(target, after);
        in_order(self.everybody_after(after), held, extent, after)
    }

    /// Everybody after `last` to whom a path leads from the product: the upper roles, who holds something through one of
    /// its keys, and the staff of partners who do or have a full mandate.
    fn reaching<'a>(
        &'a self,
        target: &'a IndexedProduct,
        last: Option<&'a UserId>,
    ) -> Merged<'a, UserId> {
        let mut reaching = Merged::after(last);
        let mut mandates: Vec<&PartnershipId> = Vec::new();
        reaching.add_run(self.organization.upper_after(last));
        for holder in self.holders(target) {
            match holder {
                Subject::Member(user) => reaching.add(user),
                Subject::Team(id) => {
                    if let Some(team) = self.organization.team(id) {
                        reaching.add_sorted(&team.members);
                    }
                }
                Subject::Partnership(id) => mandates.push(id),
            }
        }
        for partnership in self.organization.active_partnerships() {
            let is_full = matches!(partnership.access, AccessLevel::Full { .. });
            if is_full || mandates.contains(&&partnership.id) {
                self.add_staff(&mut reaching, partnership, last);
            }
        }
        reaching
    }

    fn holders<'a>(&'a self, target: &'a IndexedProduct) -> impl Iterator<Item = &'a Subject> {
        let keys = target.keys().iter();
        keys.flat_map(|key| self.organization.holders_of(*key))
    }

    /// Everybody after `last` who can have this right on the organization, by id, and perhaps others.
    fn possible_holders<'a>(
        &'a self,
        right: OrganizationRight,
        last: Option<&'a UserId>,
    ) -> Merged<'a, UserId> {
        let lower = [Role::Collaborator, Role::External];
        if lower.iter().any(|role| right.comes_with(role)) {
            return self.everybody_after(last);
        }
        let mut possible = Merged::after(last);
        possible.add_run(self.organization.upper_after(last));
        self.add_all_staff(&mut possible, last);
        possible
    }

    /// Everybody after `last` who may act here at all, by id, and perhaps others: members, and the staff of active partners.
    fn everybody_after<'a>(&'a self, last: Option<&'a UserId>) -> Merged<'a, UserId> {
        let mut everybody = Merged::after(last);
        let members = self.organization.members_after(last);
        everybody.add_run(members.map(|member| &member.user));
        self.add_all_staff(&mut everybody, last);
        everybody
    }

    fn add_all_staff<'a>(&'a self, to: &mut Merged<'a, UserId>, last: Option<&'a UserId>) {
        for partnership in self.organization.active_partnerships() {
            self.add_staff(to, partnership, last);
        }
    }

    /// Whoever can exercise the mandate, as the partner's own state says: its upper roles, and whom an assignment names.
    fn add_staff<'a>(
        &'a self,
        to: &mut Merged<'a, UserId>,
        partnership: &Partnership,
        last: Option<&'a UserId>,
    ) {
        let client = self.organization.organization();
        let partner = self.others.get(&partnership.partner);
        let Some((client, partner)) = client.zip(partner) else {
            return;
        };
        to.add_run(partner.upper_after(last));
        let assignments = partner.assignments_for(&client.id).iter();
        for assignment in assignments.filter(|it| it.partnership == partnership.id) {
            match &assignment.assignee {
                Assignee::Member(user) => to.add(user),
                Assignee::Team(id) => {
                    if let Some(team) = partner.team(id) {
                        to.add_sorted(&team.members);
                    }
                }
            }
        }
    }
}

fn allowed<'a>(
    decided: impl Iterator<Item = (&'a UserId, Decision)>,
    limit: usize,
) -> Vec<(UserId, Decision)> {
    let allowed = decided.filter(|(_, decision)| decision.allowed);
    let owned = allowed.map(|(user, decision)| (user.clone(), decision));
    owned.take(limit).collect()
}
