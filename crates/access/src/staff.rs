//! Who exercises a client's mandate, and how much of it: the partner's staff, asked of the partner's own state.

use std::sync::Arc;

use domain::{
    AccessLevel, Assignee, ClientAssignment, Kinds, LeftProductRights, Member, OrganizationId,
    OrganizationRight, Partnership, PartnershipId, RightKind, Role, Scope, UserId,
};

use crate::state::OrganizationState;
use crate::view::View;

/// How much of one client's mandate somebody exercises, the mandate itself aside.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Exercise {
    pub(crate) kinds: LeftProductRights,
    rights: RightSet,
}

/// A mandate as one person exercises it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Mandate<'a> {
    pub(crate) partnership: &'a Arc<Partnership>,
    exercise: Exercise,
}

/// Rights on an organization, one bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct RightSet(u16);

impl RightSet {
    fn with(self, right: OrganizationRight) -> Self {
        Self(self.0 | 1 << right as u16)
    }

    fn contains(self, right: OrganizationRight) -> bool {
        self.0 & 1 << right as u16 != 0
    }
}

impl Exercise {
    const NOTHING: Self = Self {
        kinds: LeftProductRights::Only(Kinds::NONE),
        rights: RightSet(0),
    };

    /// What staff by role exercise: all of it, the wallet only with the partner's own money in their hands.
    fn whole(wallet: bool) -> Self {
        let all = OrganizationRight::ALL.into_iter();
        let all = all.filter(|right| wallet || *right != OrganizationRight::UseWallet);
        Self {
            kinds: LeftProductRights::All,
            rights: all.fold(RightSet::default(), RightSet::with),
        }
    }

    /// What they exercise by role; `None` where the role makes nobody staff.
    fn by_role(role: &Role) -> Option<Self> {
        match role {
            Role::LegalRepresentative => Some(Self::whole(true)),
            Role::Administrator(areas) if areas.technical == Some(Scope::All) => {
                Some(Self::whole(areas.financial))
            }
            Role::Administrator(_) | Role::Collaborator | Role::External => None,
        }
    }

    fn and(self, assignment: &ClientAssignment) -> Self {
        let left = assignment.organization_rights.iter().copied();
        Self {
            kinds: self.kinds.and(assignment.product_rights),
            rights: left.fold(self.rights, RightSet::with),
        }
    }

    /// Whether it has all that an assignment would leave.
    pub(crate) fn contains(self, assignment: &ClientAssignment) -> bool {
        let kinds = self.kinds.contains(assignment.product_rights);
        let mut rights = assignment.organization_rights.iter();
        kinds && rights.all(|right| self.rights.contains(*right))
    }
}

impl Mandate<'_> {
    /// Whether everything on products is given, as far as it is left.
    pub(crate) fn is_full(&self) -> bool {
        matches!(self.partnership.access, AccessLevel::Full { .. })
    }

    pub(crate) fn kinds(&self) -> LeftProductRights {
        self.exercise.kinds
    }

    /// Whether rights of this kind are left.
    pub(crate) fn leaves(&self, kind: RightKind) -> bool {
        self.exercise.kinds.leaves(kind)
    }

    /// Whether it brings this right on the client organization.
    pub(crate) fn holds(&self, right: OrganizationRight) -> bool {
        given_by(self.partnership.access, right) && self.exercise.rights.contains(right)
    }
}

/// Whether a mandate of this level brings the right on the client organization, the wallet as it is entrusted.
pub(crate) fn given_by(access: AccessLevel, right: OrganizationRight) -> bool {
    match right {
        OrganizationRight::UseWallet => access.entrusts_wallet(),
        right => access.gives(right),
    }
}

impl OrganizationState {
    /// The member, where they are one of this organization's people: not shut out of it, and not external.
    pub fn person(&self, user: &UserId) -> Option<&Arc<Member>> {
        let member = self.indexed_member(user)?.member.as_ref()?;
        (member.role != Role::External && !self.is_shut_out_as(user, member.is_active()))
            .then_some(member)
    }

    /// Whether the user is one of this organization's people, or was at any moment since that revision.
    pub fn was_person_since(&self, user: &UserId, revision: u64) -> bool {
        let former = self.former_person(user);
        self.person(user).is_some() || former.is_some_and(|former| former.stamp.revision > revision)
    }

    /// How much of this client's mandate the user exercises as one of this organization's staff.
    pub(crate) fn exercise(
        &self,
        user: &UserId,
        client: &OrganizationId,
        partnership: &PartnershipId,
    ) -> Option<Exercise> {
        let member = self.person(user)?;
        let assignments = self.assignments_for(client).iter();
        let mut named = assignments
            .filter(|assignment| assignment.partnership == *partnership)
            .filter(|assignment| self.names(assignment, user))
            .peekable();
        let by_role = Exercise::by_role(&member.role);
        if by_role.is_none() && named.peek().is_none() {
            return None;
        }
        let exercised = by_role.unwrap_or(Exercise::NOTHING);
        Some(named.fold(exercised, |sum, assignment| sum.and(assignment)))
    }

    /// Whether an assignment of this partnership names the user, one of this organization's people.
    pub fn is_assigned(
        &self,
        user: &UserId,
        client: &OrganizationId,
        partnership: &PartnershipId,
    ) -> bool {
        let mut assignments = self.assignments_for(client).iter();
        self.person(user).is_some()
            && assignments.any(|assignment| {
                assignment.partnership == *partnership && self.names(assignment, user)
            })
    }

    /// Whether any assignment names the user, one of this organization's people; one of an ended partnership too.
    pub fn is_assignee(&self, user: &UserId) -> bool {
        let mut assignments = self.client_assignments();
        self.person(user).is_some() && assignments.any(|assignment| self.names(assignment, user))
    }

    /// Whether an assignment names the user, themselves or by their team. A bound place in a team is none of its own people's.
    fn names(&self, assignment: &ClientAssignment, user: &UserId) -> bool {
        match &assignment.assignee {
            Assignee::Member(named) => named == user,
            Assignee::Team(team) => self.team(team).is_some_and(|team| {
                team.members.binary_search(user).is_ok() && team.bound_to(user).is_empty()
            }),
        }
    }
}

impl View {
    /// The mandates of this organization that the user exercises; none of whom it has shut out.
    pub(crate) fn mandates<'a>(
        &'a self,
        user: &'a UserId,
    ) -> impl Iterator<Item = Mandate<'a>> + use<'a> {
        let active = match self.organization.active_partnerships() {
            [] => &[],
            _ if self.organization.is_shut_out(user) => &[],
            active => active,
        };
        active
            .iter()
            .filter_map(|partnership| self.mandate(partnership, user))
    }

    fn mandate<'a>(
        &'a self,
        partnership: &'a Arc<Partnership>,
        user: &UserId,
    ) -> Option<Mandate<'a>> {
        let client = &self.organization.organization()?.id;
        if !self.narrowed.counts_mandate(user, &partnership.partner) {
            return None;
        }
        let partner = self.others.get(&partnership.partner)?;
        let exercise = partner.exercise(user, client, &partnership.id)?;
        Some(Mandate {
            partnership,
            exercise,
        })
    }

    /// Whether the user is one of the partner's people.
    pub(crate) fn is_person_of(&self, user: &UserId, partnership: &Partnership) -> bool {
        let partner = self.others.get(&partnership.partner);
        partner.is_some_and(|partner| partner.person(user).is_some())
    }

    /// Whether the user was one of the partner's people at any moment since the proposal, or is.
    pub fn was_person_of(&self, user: &UserId, partnership: &Partnership) -> bool {
        let partner = self.others.get(&partnership.partner);
        partner.is_some_and(|partner| partner.was_person_since(user, partnership.partner_revision))
    }

    /// Whether the user is one of any active partner's people, or was since its proposal.
    pub fn is_or_was_person(&self, user: &UserId) -> bool {
        let mut active = self.organization.active_partnerships().iter();
        active.any(|partnership| self.was_person_of(user, partnership))
    }

    /// The active partnerships that bind what an EXTERNAL is given: with partners one of whose people they are, or were
    /// since the proposal and are still a member of, in any role and state.
    pub fn partnerships_binding_external(&self, user: &UserId) -> Vec<PartnershipId> {
        let is_member = |partnership: &Partnership| {
            let partner = self.others.get(&partnership.partner);
            partner.is_some_and(|partner| partner.member(user).is_some())
        };
        let active = self.organization.active_partnerships().iter();
        let binding = active
            .filter(|partnership| is_member(partnership) && self.was_person_of(user, partnership));
        binding.map(|partnership| partnership.id.clone()).collect()
    }

    /// The partnerships whose mandate the user exercises, as far as it counts.
    pub fn partnerships_exercised<'a>(
        &'a self,
        user: &'a UserId,
    ) -> impl Iterator<Item = &'a PartnershipId> + use<'a> {
        self.mandates(user).map(|mandate| &mandate.partnership.id)
    }

    /// The partnerships of these by which the user has a place among their partner's people, past ones included.
    pub fn is_or_was_person_of_any(&self, user: &UserId, partnerships: &[PartnershipId]) -> bool {
        let active = self.organization.active_partnerships().iter();
        let mut those = active.filter(|active| partnerships.contains(&active.id));
        those.any(|partnership| self.was_person_of(user, partnership))
    }

    /// The active partnerships that make this member a PARTNER: they are external here, and one of the partner's people.
    pub fn partnerships_making_partner(&self, user: &UserId) -> Vec<PartnershipId> {
        let external = self
            .organization
            .member(user)
            .is_some_and(|member| member.role == Role::External);
        if external {
            self.partnerships_of_person(user)
        } else {
            Vec::new()
        }
    }

    /// The active partnerships with a partner one of whose people the user is.
    pub fn partnerships_of_person(&self, user: &UserId) -> Vec<PartnershipId> {
        let active = self.organization.active_partnerships().iter();
        let making = active.filter(|partnership| self.is_person_of(user, partnership));
        making.map(|partnership| partnership.id.clone()).collect()
    }

    /// Whether the member is shown as PARTNER.
    pub fn is_partner(&self, user: &UserId) -> bool {
        !self.partnerships_making_partner(user).is_empty()
    }

    /// Whether what is bound to these partnerships counts for the user now.
    pub(crate) fn binding_counts(&self, user: &UserId, bound_to: &[PartnershipId]) -> bool {
        let mut active = self.organization.active_partnerships().iter();
        active.any(|partnership| {
            bound_to.contains(&partnership.id) && self.is_person_of(user, partnership)
        })
    }

    /// The partnerships through which the user holds this right; none where their own membership gives it.
    pub fn acts_through(&self, user: &UserId, right: OrganizationRight) -> Vec<PartnershipId> {
        let own = self.organization.member(user);
        if own.is_some_and(|member| right.comes_with(&member.role)) {
            return Vec::new();
        }
        let giving = self.mandates(user).filter(|mandate| mandate.holds(right));
        giving
            .map(|mandate| mandate.partnership.id.clone())
            .collect()
    }

    /// Everybody who may have access here: members, and the people of active partners; each once, ordered by id.
    pub(crate) fn everybody(&self) -> Vec<&UserId> {
        let members = self.organization.members();
        let mut all: Vec<_> = members.map(|member| &member.user).collect();
        for partnership in self.organization.active_partnerships() {
            if let Some(partner) = self.others.get(&partnership.partner) {
                all.extend(partner.members().map(|member| &member.user));
            }
        }
        all.sort_unstable();
        all.dedup();
        all
    }
}
