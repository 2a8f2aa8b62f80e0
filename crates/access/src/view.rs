//! The states that a question is answered from, and the question itself: may this user do that?

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::{
    OrganizationId, OrganizationRight, ProductTypeId, Reach, Reason, Refusal, RightName, Role,
    Timestamp, UserId,
};

use crate::decision::{Decision, DecisionReason, Path, Resource};
use crate::evaluate::Evaluation;
use crate::state::{
    IndexedMember, IndexedProduct, IndexedRight, IndexedTeam, IndexedType, OrganizationState,
    PlatformState, UsersState,
};
use crate::work::Work;

/// What a question about one organization is answered from.
#[derive(Debug, Clone, Default)]
pub struct View {
    /// Catalog and settings.
    pub platform: Arc<PlatformState>,
    /// Who is not active.
    pub users: Arc<UsersState>,
    pub organization: Arc<OrganizationState>,
    /// Other organizations on which an answer about it can rest: its active partners, and whatever else was asked for.
    pub others: BTreeMap<OrganizationId, Arc<OrganizationState>>,
    /// Whose paths are not counted.
    pub narrowed: Narrowed,
    /// How much may still be looked at to decide.
    pub work: Work,
}

/// Paths that are there and are not counted: what allows is left out, what denies is always seen.
#[derive(Debug, Clone, Default)]
pub struct Narrowed {
    /// The acting user, and the organizations through which they have paths: no others than the calling account reaches.
    pub reach: Option<(UserId, Reach)>,
    /// Who is asked about without any mandate that they exercise: what is left is theirs.
    pub without_mandates: Option<UserId>,
}

impl Narrowed {
    /// Whether the user's membership of this organization counts.
    pub fn counts(&self, user: &UserId, organization: &OrganizationId) -> bool {
        let reach = self.reach.as_ref();
        reach.is_none_or(|(acting, reach)| acting != user || reach.covers(organization))
    }

    /// Whether a mandate that the user exercises as one of this partner's staff counts.
    pub(crate) fn counts_mandate(&self, user: &UserId, partner: &OrganizationId) -> bool {
        self.without_mandates.as_ref() != Some(user) && self.counts(user, partner)
    }
}

/// Somebody who may act there: a member, or staff of an active partner, or both.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Accessor<'a> {
    pub(crate) user: &'a UserId,
    /// Their own membership.
    pub(crate) membership: Option<Membership<'a>>,
}

/// A membership that works.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Membership<'a> {
    pub(crate) indexed: &'a IndexedMember,
    pub(crate) member: &'a Arc<domain::Member>,
}

/// What is asked about a product.
#[derive(Debug, Clone, Copy)]
pub(crate) enum AskedRight<'a> {
    /// A right of its type.
    Right(&'a IndexedType, &'a IndexedRight),
    /// Asking the operator for help with it.
    ContactSupport,
}

impl View {
    /// Whether the user may do this on that.
    pub fn check(
        &self,
        user: &UserId,
        resource: &Resource,
        right: &RightName,
        at: Timestamp,
    ) -> Result<Decision, Refusal> {
        let Resource::Product(id) = resource else {
            return Ok(self.check_organization(user, organization_right(right)?));
        };
        let Some(target) = self.organization.indexed_product(id) else {
            let denied = match self.accessor(user) {
                Ok(_) => DecisionReason::ProductUnknown,
                Err(reason) => reason,
            };
            return Ok(Decision::denied(denied, None));
        };
        let asked = self.asked(target, right)?;
        Ok(match self.accessor(user) {
            Ok(accessor) => self.decide(accessor, target, asked, at),
            Err(reason) => Decision::denied(reason, None),
        })
    }

    /// Whether the user has this right on the organization itself. None of today's paths to one depends on the time.
    pub fn holds(&self, user: &UserId, right: OrganizationRight, _at: Timestamp) -> bool {
        self.accessor(user).is_ok_and(|accessor| {
            let membership = accessor.membership;
            membership.is_some_and(|membership| right.comes_with(&membership.member.role))
                || self.mandates(user).any(|mandate| mandate.holds(right))
        })
    }

    pub(crate) fn check_organization(&self, user: &UserId, right: OrganizationRight) -> Decision {
        let accessor = match self.accessor(user) {
            Ok(accessor) => accessor,
            Err(reason) => return Decision::denied(reason, None),
        };
        if let Some(membership) = accessor.membership
            && right.comes_with(&membership.member.role)
        {
            return Decision::allowed(Path::Role(membership.member.role.clone()), None);
        }
        self.by_mandate(user, right)
    }

    fn by_mandate(&self, user: &UserId, right: OrganizationRight) -> Decision {
        let mut giving = self.mandates(user).filter(|mandate| mandate.holds(right));
        match giving.next() {
            Some(mandate) => {
                let partnership = Arc::clone(mandate.partnership);
                Decision::allowed(Path::Partnership(partnership, None), None)
            }
            None => Decision::denied(DecisionReason::NoPath, None),
        }
    }

    /// The person who asks, if they may act at all, or why they may not.
    #[inline]
    pub(crate) fn accessor<'a>(&'a self, user: &'a UserId) -> Result<Accessor<'a>, DecisionReason> {
        let indexed = self.organization.indexed_member(user);
        let membership = indexed.filter(|_| self.is_reached(user));
        let membership = membership.and_then(|indexed| {
            let member = indexed.member.as_ref()?;
            Some(Membership { indexed, member })
        });
        if membership.is_none() && self.mandates(user).next().is_none() {
            return Err(DecisionReason::NotAMember);
        }
        if !self.users.is_active(user) {
            return Err(DecisionReason::UserInactive);
        }
        // Whom the organization has shut out has nothing there, through whatever: who is no member, no mandate either.
        if self
            .organization
            .is_shut_out_as(user, membership.map(|membership| membership.member))
        {
            return Err(DecisionReason::MemberInactive);
        }
        Ok(Accessor { user, membership })
    }

    /// Whether paths of the user through this organization count.
    #[inline]
    fn is_reached(&self, user: &UserId) -> bool {
        // Nearly always nothing is narrowed, and the organization's name is not looked at.
        self.narrowed.reach.is_none()
            || self
                .organization
                .organization()
                .is_some_and(|here| self.narrowed.counts(user, &here.id))
    }

    /// The same states, with no mandate of this user counted.
    #[must_use]
    pub fn without_mandates_of(&self, user: &UserId) -> Self {
        let mut view = self.clone();
        view.narrowed.without_mandates = Some(user.clone());
        view
    }

    /// The same states, with paths of the acting user counted only through what the calling account reaches.
    #[must_use]
    pub fn within_reach(&self, user: &UserId, reach: &Reach) -> Self {
        let mut view = self.clone();
        view.narrowed.reach = Some((user.clone(), reach.clone()));
        view
    }

    /// The same states, to be decided on with so much work.
    #[must_use]
    pub fn with_work(self, work: Work) -> Self {
        Self { work, ..self }
    }

    /// The teams of a member that count, bound places only while what they are bound to counts.
    pub(crate) fn teams_of<'a>(
        &'a self,
        user: &'a UserId,
        membership: Membership<'a>,
    ) -> impl Iterator<Item = &'a IndexedTeam> + use<'a> {
        let teams = membership.indexed.teams.iter();
        let indexed_teams = teams.filter_map(|team| self.organization.indexed_team(team));
        indexed_teams.filter(move |indexed| {
            let bound_to = indexed
                .team
                .as_ref()
                .map_or(&[][..], |team| team.bound_to(user));
            bound_to.is_empty() || self.binding_counts(user, bound_to)
        })
    }

    /// Between somebody and a product of this type.
    pub(crate) fn evaluation<'a>(
        &'a self,
        accessor: Accessor<'a>,
        target: &'a IndexedProduct,
        indexed_type: &'a IndexedType,
    ) -> Evaluation<'a> {
        Evaluation {
            view: self,
            accessor,
            target,
            indexed_type,
            managed: indexed_type.is_managed(),
        }
    }

    pub(crate) fn decide(
        &self,
        accessor: Accessor<'_>,
        target: &IndexedProduct,
        asked: AskedRight<'_>,
        at: Timestamp,
    ) -> Decision {
        match asked {
            AskedRight::Right(indexed_type, known) => self
                .evaluation(accessor, target, indexed_type)
                .decide(known, at),
            AskedRight::ContactSupport => match accessor.supports(target) {
                Some(role) => Decision::allowed(Path::Role(role.clone()), None),
                None => self.by_mandate(accessor.user, OrganizationRight::ContactSupport),
            },
        }
    }

    /// The same platform and people, seen from another of the organizations at hand.
    pub fn of(&self, other: &OrganizationId) -> Option<Self> {
        let organization = Arc::clone(self.others.get(other)?);
        let mut others = self.others.clone();
        if let Some(mine) = self.organization.organization() {
            others.insert(mine.id.clone(), Arc::clone(&self.organization));
        }
        Some(Self {
            platform: Arc::clone(&self.platform),
            users: Arc::clone(&self.users),
            organization,
            others,
            narrowed: self.narrowed.clone(),
            work: self.work.clone(),
        })
    }

    pub(crate) fn indexed_type(&self, target: &IndexedProduct) -> Option<&Arc<IndexedType>> {
        self.platform.indexed_type(&target.product_type)
    }

    /// What the right of this name is on this product; refused if its type has no such right.
    pub(crate) fn asked<'a>(
        &'a self,
        target: &'a IndexedProduct,
        right: &RightName,
    ) -> Result<AskedRight<'a>, Refusal> {
        let of_type = &target.product_type;
        let indexed_type = self.indexed_type(target).map(Arc::as_ref);
        let is_of_it = |by: &str| by == of_type.as_str();
        let declaring = indexed_type.filter(|_| right.declared_by().is_none_or(is_of_it));
        let known =
            declaring.and_then(|declaring| Some((declaring, declaring.right(right.bare())?)));
        match known {
            Some((indexed_type, known)) => Ok(AskedRight::Right(indexed_type, known)),
            None if right.is_contact_support() => Ok(AskedRight::ContactSupport),
            None => Err(right_unknown(right, of_type, indexed_type)),
        }
    }

    /// What is to name a right as `type/right` names no type that there is; says which there are.
    pub(crate) fn type_unknown(&self, right: &RightName) -> Refusal {
        let types = self.platform.product_types();
        let types: Vec<_> = types.map(|known| known.id.as_str()).collect();
        let has = if types.is_empty() {
            "It has none.".to_owned()
        } else {
            format!("Its product types are: {}.", types.join(", "))
        };
        Refusal::new(
            Reason::RightUnknown,
            format!("{right:?} names no product type of the catalog, as TYPE/RIGHT would. {has}"),
        )
    }
}

impl Accessor<'_> {
    /// The role that lets them ask for help with a product, where one does: as far as it reaches, whoever manages the type.
    fn supports(&self, target: &IndexedProduct) -> Option<&Role> {
        let membership = self.membership?;
        let supports = match &membership.member.role {
            Role::LegalRepresentative => true,
            Role::Administrator(_) => membership.indexed.technical.covers(target),
            Role::Collaborator | Role::External => false,
        };
        supports.then_some(&membership.member.role)
    }
}

/// The organization right of this name.
pub(crate) fn organization_right(right: &RightName) -> Result<OrganizationRight, Refusal> {
    right.on_organization().ok_or_else(|| {
        let names = OrganizationRight::ALL.map(OrganizationRight::name);
        Refusal::new(
            Reason::RightUnknown,
            format!(
                "An organization has no right {right:?}. Its rights are: {}.",
                names.join(", ")
            ),
        )
        .with("rights", names.join(","))
    })
}

/// The type has no such right; says which it has.
pub(crate) fn right_unknown(
    right: &RightName,
    of_type: &ProductTypeId,
    indexed_type: Option<&IndexedType>,
) -> Refusal {
    let known = indexed_type.map_or(&[][..], |indexed_type| &indexed_type.rights);
    let names: Vec<_> = known.iter().map(|known| known.id.as_str()).collect();
    let has = if names.is_empty() {
        "It has no rights.".to_owned()
    } else {
        format!("Its rights are: {}.", names.join(", "))
    };
    Refusal::new(
        Reason::RightUnknown,
        format!("The product type {of_type} has no right {right:?}. {has}"),
    )
    .about(of_type.resource_name())
    .with("rights", names.join(","))
}
