//! Who may use something? The keys of a product say whom to ask about, and the evaluator judges each of them.

use std::slice;

use domain::{
    AccessLevel, Assignee, OrganizationRight, Partnership, PartnershipId, ProductId, Refusal,
    RightName, Role, Subject, Timestamp, UserId,
};

use super::in_order::{Extent, in_order};
use super::walk::{LOOK, Look, Walked, walked};
use crate::asked_right::{AskedRight, organization_right};
use crate::decision::{Path, Resource};
use crate::evaluate::Evaluation;
use crate::merged::Merged;
use crate::state::{Held, IndexedProduct};
use crate::view::View;

/// What to name a path takes, in steps.
const PATH: usize = 5;

/// Somebody who may do what was asked for, and through what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundAccessor {
    pub user: UserId,
    /// Every path that counts, each once.
    pub paths: Vec<Path>,
    /// The next time at which a path begins or ends.
    pub next_turn: Option<Timestamp>,
}

/// On what is asked about, looked up.
#[derive(Clone, Copy)]
enum Target<'a> {
    Organization(&'a [OrganizationRight]),
    /// Without a right it is any of the product's type.
    Product(&'a IndexedProduct, Option<AskedRight<'a>>),
}

impl View {
    /// Everybody after `after` who may do this on that, members and staff of active partners, by id; without a right
    /// whoever may do anything on it. Fewer than `most` once the work is used up.
    pub fn accessors(
        &self,
        resource: &Resource,
        right: Option<&RightName>,
        after: Option<&UserId>,
        most: usize,
        at: Timestamp,
    ) -> Result<Walked<FoundAccessor, UserId>, Refusal> {
        self.walk_accessors(resource, right, after, most, |target, user| match target {
            Target::Organization(rights) => self.by_right_here(user, rights),
            Target::Product(product, asked) => self.by_paths(user, product, asked, at),
        })
    }

    /// How many they are in all; what is said once the work is used up counts for nothing.
    pub fn count_accessors(
        &self,
        resource: &Resource,
        right: Option<&RightName>,
        at: Timestamp,
    ) -> Result<usize, Refusal> {
        let counted =
            self.walk_accessors(
                resource,
                right,
                None,
                usize::MAX,
                |target, user| match target {
                    Target::Organization(rights) => self.by_right_here(user, rights).map(drop),
                    Target::Product(product, asked) => self.has_path(user, product, asked, at),
                },
            );
        Ok(counted?.found.len())
    }

    /// Looks at everybody who can be among them, in the order of ids.
    fn walk_accessors<T>(
        &self,
        resource: &Resource,
        right: Option<&RightName>,
        after: Option<&UserId>,
        most: usize,
        look: impl Fn(Target<'_>, &UserId) -> Look<T>,
    ) -> Result<Walked<T, UserId>, Refusal> {
        let Resource::Product(id) = resource else {
            let right = right.map(organization_right).transpose()?;
            let rights = right
                .as_ref()
                .map_or(&OrganizationRight::ALL[..], slice::from_ref);
            let possible = self.possible_holders(rights, after);
            let target = Target::Organization(rights);
            return Ok(walked(possible, most, &self.work, |user| {
                look(target, user)
            }));
        };
        let Some(product) = self.organization.indexed_product(id) else {
            return Ok(Walked::nothing());
        };
        let asked = right.map(|right| self.asked(product, right)).transpose()?;
        let possible = self.possible_accessors(product, after, most);
        let target = Target::Product(product, asked);
        Ok(walked(possible, most, &self.work, |user| {
            look(target, user)
        }))
    }

    /// Through what somebody has any of these rights on the organization.
    fn by_right_here(&self, user: &UserId, rights: &[OrganizationRight]) -> Look<FoundAccessor> {
        let mut paths = Vec::new();
        for right in rights {
            let path = self.check_organization(user, *right).path;
            paths.extend(path.filter(|path| !paths.contains(path)));
        }
        let mandates = self.organization.active_partnerships().len();
        Look {
            steps: LOOK + rights.len().saturating_mul(1 + mandates),
            found: found(user, paths, None),
        }
    }

    /// Every path that gives somebody what is asked for.
    fn by_paths(
        &self,
        user: &UserId,
        product: &IndexedProduct,
        asked: Option<AskedRight<'_>>,
        at: Timestamp,
    ) -> Look<FoundAccessor> {
        if let Some(asked @ AskedRight::ContactSupport) = asked {
            return self.by_support(user, product, asked, at);
        }
        let Some(evaluation) = self.between(user, product) else {
            return Look::nothing();
        };
        let (paths, next_turn) = match asked {
            Some(AskedRight::Right(_, right)) => evaluation.paths_giving(&[right], at),
            _ => evaluation.paths_giving(&evaluation.held(evaluation.indexed_type, at), at),
        };
        Look {
            steps: LOOK + PATH.saturating_mul(paths.len()) + evaluation.steps(),
            found: found(user, paths, next_turn),
        }
    }

    /// Whether there is any.
    fn has_path(
        &self,
        user: &UserId,
        product: &IndexedProduct,
        asked: Option<AskedRight<'_>>,
        at: Timestamp,
    ) -> Look<()> {
        if let Some(asked @ AskedRight::ContactSupport) = asked {
            return self.by_support(user, product, asked, at).map(drop);
        }
        let Some(evaluation) = self.between(user, product) else {
            return Look::nothing();
        };
        let has = match asked {
            Some(AskedRight::Right(_, right)) => evaluation.gives(at, |found| found.gives(right)),
            _ => evaluation.gives_any(at),
        };
        Look {
            steps: LOOK + evaluation.steps(),
            found: has.then_some(()),
        }
    }

    /// What lets somebody ask for help with the product.
    fn by_support(
        &self,
        user: &UserId,
        product: &IndexedProduct,
        asked: AskedRight<'_>,
        at: Timestamp,
    ) -> Look<FoundAccessor> {
        let accessor = self.accessor(user).ok();
        let path = accessor.and_then(|accessor| self.decide(accessor, product, asked, at).path);
        Look {
            steps: LOOK + self.organization.active_partnerships().len(),
            found: found(user, path.into_iter().collect(), None),
        }
    }

    /// What lies between somebody and the product, if they may act here at all.
    fn between<'a>(
        &'a self,
        user: &'a UserId,
        product: &'a IndexedProduct,
    ) -> Option<Evaluation<'a>> {
        let accessor = self.accessor(user).ok()?;
        let indexed_type = self.indexed_type(product)?;
        Some(self.evaluation(accessor, product, indexed_type))
    }

    /// Everybody after `after` who can have a right on the product of this id, by id, and perhaps others.
    pub(crate) fn people_in_reach<'a>(
        &'a self,
        product: &ProductId,
        after: Option<&'a UserId>,
    ) -> impl Iterator<Item = &'a UserId> + 'a {
        let target = self.organization.indexed_product(product).into_iter();
        target.flat_map(move |target| self.possible_accessors(target, after, usize::MAX))
    }

    /// Everybody after `after` who can have a right on the product, by id, and perhaps others.
    fn possible_accessors<'a>(
        &'a self,
        target: &'a IndexedProduct,
        after: Option<&'a UserId>,
        most: usize,
    ) -> impl Iterator<Item = &'a UserId> + 'a {
        let extent = Extent {
            all: self.organization.member_count(),
            held: self.holders(target).count(),
            wanted: most,
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

    /// Everybody who holds something through a key of the product, with what they hold through it.
    pub(crate) fn holders_through<'a>(
        &'a self,
        target: &'a IndexedProduct,
    ) -> impl Iterator<Item = (&'a Subject, &'a [Held])> {
        let organization = &self.organization;
        target.keys().iter().flat_map(move |key| {
            let holders = organization.holders_of(*key);
            holders
                .filter_map(|subject| Some((subject, organization.held_by(subject)?.through(*key))))
        })
    }

    fn holders<'a>(&'a self, target: &'a IndexedProduct) -> impl Iterator<Item = &'a Subject> {
        let keys = target.keys().iter();
        keys.flat_map(|key| self.organization.holders_of(*key))
    }

    /// Everybody after `last` who can have any of these rights on the organization, by id, and perhaps others.
    fn possible_holders<'a>(
        &'a self,
        rights: &[OrganizationRight],
        last: Option<&'a UserId>,
    ) -> Merged<'a, UserId> {
        let lower = [Role::Collaborator, Role::External];
        let is_lower = |right: &OrganizationRight| lower.iter().any(|role| right.comes_with(role));
        if rights.iter().any(is_lower) {
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

fn found(user: &UserId, paths: Vec<Path>, next_turn: Option<Timestamp>) -> Option<FoundAccessor> {
    (!paths.is_empty()).then(|| FoundAccessor {
        user: user.clone(),
        paths,
        next_turn,
    })
}
