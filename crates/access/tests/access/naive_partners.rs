//! The naive model of partners: who are their people and their staff, and what of a mandate reaches whom.

use domain::{
    AccessLevel, Assignee, ClientAssignment, Grant, LeftProductRights, Member, OrganizationId,
    OrganizationRight, Partnership, PartnershipId, PartnershipState, Product, RightKind,
    RightNumber, Role, Scope, Subject, Team, UserId,
};

use crate::naive::{Facts, covers, implied, named};

/// Another organization.
#[derive(Debug, Clone)]
pub(crate) struct Company {
    pub(crate) id: OrganizationId,
    pub(crate) members: Vec<Member>,
    pub(crate) shut_out: Vec<UserId>,
    pub(crate) teams: Vec<Team>,
    pub(crate) assignments: Vec<ClientAssignment>,
}

/// One of the ways in which somebody is staff.
enum Way<'a> {
    Role(&'a Role),
    Assigned(&'a ClientAssignment),
}

impl Way<'_> {
    fn leaves_kind(&self, kind: RightKind) -> bool {
        match self {
            Way::Role(_) => true,
            Way::Assigned(assignment) => match assignment.product_rights {
                LeftProductRights::All => true,
                LeftProductRights::Only(kinds) => kinds.contains(kind),
            },
        }
    }

    fn leaves(&self, right: OrganizationRight) -> bool {
        match self {
            Way::Role(Role::Administrator(areas)) => {
                right != OrganizationRight::UseWallet || areas.financial
            }
            Way::Role(_) => true,
            Way::Assigned(assignment) => assignment.organization_rights.contains(&right),
        }
    }
}

impl Facts {
    fn active(&self) -> impl Iterator<Item = &Partnership> {
        let all = self.partnerships.iter();
        all.filter(|found| matches!(found.state, PartnershipState::Active { .. }))
    }

    fn company(&self, partnership: &Partnership) -> Option<&Company> {
        let mut all = self.companies.iter();
        all.find(|company| company.id == partnership.partner)
    }

    /// One of the partner's people, in their place there.
    fn person(&self, user: &UserId, partnership: &Partnership) -> Option<&Member> {
        let company = self.company(partnership)?;
        let mut members = company.members.iter();
        let member = members.find(|member| member.user == *user)?;
        let is_in = member.is_active() && !company.shut_out.contains(user);
        (is_in && member.role != Role::External).then_some(member)
    }

    /// Shown as PARTNER.
    pub(crate) fn is_partner(&self, user: &UserId) -> bool {
        let member = self.member(user);
        member.is_some_and(|member| member.role == Role::External)
            && self
                .active()
                .any(|found| self.person(user, found).is_some())
    }

    /// What was lent, or never was, counts.
    pub(crate) fn counts(&self, user: &UserId, bound_to: &[PartnershipId]) -> bool {
        let mut active = self.active();
        bound_to.is_empty()
            || active
                .any(|found| bound_to.contains(&found.id) && self.person(user, found).is_some())
    }

    fn ways(&self, user: &UserId, partnership: &Partnership) -> Vec<Way<'_>> {
        let Some(member) = self.person(user, partnership) else {
            return vec![];
        };
        if self.not_counted.contains(&partnership.partner) {
            return vec![];
        }
        let company = self.company(partnership).unwrap();
        let by_role = match &member.role {
            Role::LegalRepresentative => true,
            Role::Administrator(areas) => areas.technical == Some(Scope::All),
            Role::Collaborator | Role::External => false,
        };
        let mut ways: Vec<_> = by_role
            .then_some(Way::Role(&member.role))
            .into_iter()
            .collect();
        for assignment in &company.assignments {
            let named = match &assignment.assignee {
                Assignee::Member(named) => named == user,
                Assignee::Team(id) => {
                    let mut teams = company.teams.iter();
                    teams.any(|team| {
                        // A bound place is one of another company's people.
                        let is_bound = team.bound.iter().any(|(bound, _)| bound == user);
                        team.id == *id && team.members.contains(user) && !is_bound
                    })
                }
            };
            let here = assignment.client == crate::facts::acme();
            if named && here && assignment.partnership == partnership.id {
                ways.push(Way::Assigned(assignment));
            }
        }
        ways
    }

    pub(crate) fn is_staff(&self, user: &UserId) -> bool {
        self.active()
            .any(|found| !self.ways(user, found).is_empty())
    }

    /// A right on a product by some partnership: of what it gives, the left kinds and what these imply.
    pub(crate) fn by_partnership(
        &self,
        user: &UserId,
        product: &Product,
        wanted: RightNumber,
        there_is: &dyn Fn(&Grant) -> bool,
    ) -> bool {
        let of_type = self.type_of(product);
        self.active().any(|found| {
            let mandate = Subject::Partnership(found.id.clone());
            let held = self.grants.iter().filter(|grant| {
                grant.subject == mandate && there_is(grant) && covers(grant, product)
            });
            let given = match found.access {
                AccessLevel::Full { .. } => of_type.live_rights().collect(),
                AccessLevel::Limited => implied(
                    of_type,
                    held.flat_map(|grant| named(&grant.rights, of_type))
                        .collect(),
                ),
            };
            self.ways(user, found).iter().any(|way| {
                let left = given
                    .iter()
                    .copied()
                    .filter(|right| way.leaves_kind(right.kind));
                let left = implied(of_type, left.collect());
                left.iter().any(|right| right.number == wanted)
            })
        })
    }

    /// The two columns of the table of rights on the organization, as far as they are left.
    pub(crate) fn holds_by_partnership(&self, user: &UserId, right: OrganizationRight) -> bool {
        use OrganizationRight::{ContactSupport, ManageProducts, ManageUsers, UseWallet, View};
        self.active().any(|found| {
            let given = match (found.access, right) {
                (_, View) => true,
                (AccessLevel::Full { .. }, ManageUsers | ManageProducts | ContactSupport) => true,
                (AccessLevel::Full { wallet_entrusted }, UseWallet) => wallet_entrusted,
                _ => false,
            };
            given && self.ways(user, found).iter().any(|way| way.leaves(right))
        })
    }
}
