//! The naive model: the one rule as `domain.md` states it, without index, order or cleverness.

use access::DecisionReason;
use domain::{
    Grant, Member, OrganizationId, OrganizationRight, Partnership, Product, ProductType, Right,
    Rights, Role, Scope, ScopeEntry, Subject, Team, Timestamp, UserId,
};

use crate::naive_partners::Company;

/// All facts as plain lists.
#[derive(Debug, Clone, Default)]
pub(crate) struct Facts {
    pub(crate) types: Vec<ProductType>,
    pub(crate) members: Vec<Member>,
    pub(crate) products: Vec<Product>,
    pub(crate) teams: Vec<Team>,
    pub(crate) grants: Vec<Grant>,
    pub(crate) inactive: Vec<UserId>,
    pub(crate) shut_out: Vec<UserId>,
    pub(crate) partnerships: Vec<Partnership>,
    pub(crate) companies: Vec<Company>,
    /// Partners whose mandates are not counted: the calling account does not reach them, or no mandate is asked for.
    pub(crate) not_counted: Vec<OrganizationId>,
}

impl Facts {
    pub(crate) fn member(&self, user: &UserId) -> Option<&Member> {
        self.members.iter().find(|member| member.user == *user)
    }

    pub(crate) fn type_of(&self, product: &Product) -> &ProductType {
        let mut types = self.types.iter();
        types.find(|of| of.id == product.product_type).unwrap()
    }

    /// May this user do that on this product at that time?
    pub(crate) fn may(&self, user: &UserId, product: &Product, right: &str, at: Timestamp) -> bool {
        let now = |grant: &Grant| grant.period.covers(at);
        self.why(user, product, right, &now).is_some()
    }

    /// By what this user may do that on this product, were these all the grants there are.
    pub(crate) fn why(
        &self,
        user: &UserId,
        product: &Product,
        right: &str,
        there_is: &dyn Fn(&Grant) -> bool,
    ) -> Option<DecisionReason> {
        let of_type = self.type_of(product);
        let wanted = of_type.right(right)?;
        if !self.may_act(user) {
            return None;
        }
        let managed = of_type.managing_system.is_some();
        let member = self.member(user);
        let by_role = member.is_some_and(|member| !managed && by_role(&member.role, product));
        let by_grant = |sort: Mine| {
            member.is_some_and(|member| {
                self.grants.iter().any(|grant| {
                    let mine = self.reaches(grant, user);
                    let counts = if managed {
                        mine == Some(Mine::Own) && grant.by_owner && names_type(grant, product)
                    } else {
                        mine.is_some() && !member.role.is_upper() && covers(grant, product)
                    };
                    counts && mine == Some(sort) && there_is(grant) && {
                        let given = implied(of_type, named(&grant.rights, of_type));
                        given.contains(&wanted)
                    }
                })
            })
        };
        let by_partnership =
            || !managed && self.by_partnership(user, product, wanted.number, there_is);
        if by_role {
            Some(DecisionReason::Role)
        } else if by_grant(Mine::Own) {
            Some(DecisionReason::Grant)
        } else if by_grant(Mine::Team) {
            Some(DecisionReason::Team)
        } else {
            by_partnership().then_some(DecisionReason::Partnership)
        }
    }

    /// May this user ask for help with the product?
    pub(crate) fn may_ask_help(&self, user: &UserId, product: &Product) -> bool {
        let member = self.member(user);
        let help = OrganizationRight::ContactSupport;
        self.may_act(user)
            && (member.is_some_and(|member| by_role(&member.role, product))
                || self.holds_by_partnership(user, help))
    }

    pub(crate) fn holds(&self, user: &UserId, right: OrganizationRight) -> bool {
        let member = self.member(user);
        self.may_act(user)
            && (member.is_some_and(|member| right.comes_with(&member.role))
                || self.holds_by_partnership(user, right))
    }

    /// Neither deactivated everywhere nor shut out here, as a member or as who is none.
    fn may_act(&self, user: &UserId) -> bool {
        let member = self.member(user);
        let here = !self.shut_out.contains(user) && member.is_none_or(Member::is_active);
        here && !self.inactive.contains(user)
    }

    /// The next time at which the answer is another.
    pub(crate) fn changes_at(
        &self,
        user: &UserId,
        product: &Product,
        right: &str,
        at: Timestamp,
    ) -> Option<Timestamp> {
        let now = self.may(user, product, right, at);
        let ends = self
            .grants
            .iter()
            .flat_map(|grant| [grant.period.start, grant.period.end]);
        let mut later: Vec<_> = ends.flatten().filter(|end| at < *end).collect();
        later.sort_unstable();
        let mut later = later.into_iter();
        later.find(|then| self.may(user, product, right, *then) != now)
    }

    fn reaches(&self, grant: &Grant, user: &UserId) -> Option<Mine> {
        match &grant.subject {
            Subject::Member(holder) => {
                let counts = self.counts(user, grant.bound_to());
                (holder == user && counts).then_some(Mine::Own)
            }
            Subject::Team(team) => {
                let mut teams = self.teams.iter();
                let team = teams.find(|known| known.id == *team)?;
                let lent = team.bound.iter().find(|(lent, _)| lent == user);
                let counts = lent.is_none_or(|(_, by)| self.counts(user, by));
                (team.members.contains(user) && counts).then_some(Mine::Team)
            }
            Subject::Partnership(_) => None,
        }
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Mine {
    Own,
    Team,
}

pub(crate) fn by_role(role: &Role, product: &Product) -> bool {
    match role {
        Role::LegalRepresentative => true,
        Role::Administrator(areas) => match &areas.technical {
            None => false,
            Some(Scope::All) => true,
            // An area is given at no revision: no product is its future.
            Some(Scope::Listed(entries)) => entries
                .iter()
                .any(|entry| matches(entry, product, u64::MAX)),
        },
        Role::Collaborator | Role::External => false,
    }
}

pub(crate) fn covers(grant: &Grant, product: &Product) -> bool {
    match &grant.scope {
        Scope::All => true,
        Scope::Listed(entries) => {
            let mut entries = entries.iter();
            entries.any(|entry| matches(entry, product, grant.scope_revision))
        }
    }
}

/// Covers the product by itself or its type, as the owner of an externally managed type must.
fn names_type(grant: &Grant, product: &Product) -> bool {
    grant.scope.entries().iter().any(|entry| {
        !matches!(entry, ScopeEntry::Tag(_) | ScopeEntry::Group(_))
            && matches(entry, product, grant.scope_revision)
    })
}

pub(crate) fn matches(entry: &ScopeEntry, product: &Product, revision: u64) -> bool {
    match entry {
        ScopeEntry::Product(id) => *id == product.id,
        ScopeEntry::Group(group) => product.groups.contains(group),
        ScopeEntry::Tag(tag) => product.tags.contains(tag),
        ScopeEntry::Type(of_type) => *of_type == product.product_type,
        ScopeEntry::FutureOfType(of_type) => {
            *of_type == product.product_type && product.stamp.create_revision > revision
        }
    }
}

/// Every live right of the type that a grant names.
pub(crate) fn named<'a>(rights: &Rights, of_type: &'a ProductType) -> Vec<&'a Right> {
    let live = of_type.live_rights();
    live.filter(|right| match rights {
        Rights::All => true,
        Rights::Listed { kinds, rights } => {
            kinds.contains(right.kind) || rights.contains(&right.number)
        }
    })
    .collect()
}

/// These rights, and all that they imply.
pub(crate) fn implied<'a>(of_type: &'a ProductType, mut given: Vec<&'a Right>) -> Vec<&'a Right> {
    while let Some(right) = of_type.live_rights().find(|right| {
        let mut givers = given.iter();
        givers.any(|giver| giver.implies.contains(&right.number)) && !given.contains(right)
    }) {
        given.push(right);
    }
    given
}
