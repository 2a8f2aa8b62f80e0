//! What may the acting user do to this member? The rules of each action, asked by the action itself and by the menu
//! beside a name (S2-14).

use access::View;
use domain::{Member, OrganizationId, OrganizationRight, Reason, Refusal, Role, Timestamp, UserId};

use crate::holders::upper_role;
use crate::rules::rule_01::delegation::{may_give_everything, raises_self};
use crate::rules::rule_02::{may_touch, partner_must_not_make_person};
use crate::rules::rule_03::{may_change, may_hand_out};
use crate::rules::rule_04::must_have_room_to_become;
use crate::rules::rule_05::must_keep_representative;
use crate::rules::rule_09::policy_must_be_open;
use crate::rules::rule_12::{may_give_back, may_shut_out};
use crate::use_cases::role_spec::RoleName;

/// One acting member and one member whom they want to change.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Doing<'a> {
    pub(crate) view: &'a View,
    pub(crate) organization: &'a OrganizationId,
    pub(crate) actor: &'a UserId,
    pub(crate) target: &'a Member,
    pub(crate) at: Timestamp,
}

impl Doing<'_> {
    /// Whether the actor manages users at all.
    pub(crate) fn manages(&self) -> Result<(), Refusal> {
        let right = OrganizationRight::ManageUsers;
        if self.view.holds(self.actor, right, self.at) {
            return Ok(());
        }
        Err(Refusal::new(
            Reason::RightMissing,
            format!(
                "This needs the right {} on {}, which {} does not hold. It comes with: {}.",
                right.name(),
                self.organization.resource_name(),
                self.actor.resource_name(),
                right.held_by()
            ),
        )
        .with("right", right.name()))
    }

    /// Rules 2, 3 and 9: role, areas, scope, state and membership.
    pub(crate) fn change(&self) -> Result<(), Refusal> {
        policy_must_be_open(self.view)?;
        may_change(self.view, self.actor, self.target)
    }

    /// Role and areas become these; whether the giver may hand them out is settled with the spec.
    pub(crate) fn become_role(&self, role: &Role) -> Result<(), Refusal> {
        self.change()?;
        must_have_room_to_become(self.view, &self.target.role, role, self.at)?;
        if self.target.role == Role::External && *role != Role::External {
            self.becomes_person()?;
        }
        if *role == Role::LegalRepresentative {
            return Ok(());
        }
        must_keep_representative(self.view, self.target)
    }

    /// Rules 1 and 2: one of the organization's own people from then on, with what client assignments leave them.
    fn becomes_person(&self) -> Result<(), Refusal> {
        let user = &self.target.user;
        partner_must_not_make_person(self.view, self.actor, user)?;
        self.view.may_give_assignments_to(self.actor, user)
    }

    /// Whether the actor may make the target any role of this name; areas are asked when they are named.
    pub(crate) fn become_any(&self, name: RoleName) -> Result<(), Refusal> {
        let role = match name {
            RoleName::LegalRepresentative => Role::LegalRepresentative,
            RoleName::Administrator => Role::Administrator(domain::Areas::default()),
            RoleName::Collaborator => Role::Collaborator,
            RoleName::External => Role::External,
        };
        self.become_role(&role)?;
        may_hand_out(self.view, self.actor, &role)
    }

    /// Stopping the member here.
    pub(crate) fn deactivate(&self) -> Result<(), Refusal> {
        self.change()?;
        may_shut_out(self.view, self.actor, &self.target.user)?;
        must_keep_representative(self.view, self.target)
    }

    /// Letting the member act here again, which is giving (rule 12).
    pub(crate) fn reactivate(&self) -> Result<(), Refusal> {
        self.change()?;
        if self.target.is_active() {
            return Ok(());
        }
        may_give_back(self.view, self.actor, self.target, self.at)
    }

    /// Taking the member out.
    pub(crate) fn remove(&self) -> Result<(), Refusal> {
        self.change()?;
        must_keep_representative(self.view, self.target)
    }

    /// Giving the member grants or putting them into a team, whichever.
    pub(crate) fn give(&self) -> Result<(), Refusal> {
        policy_must_be_open(self.view)?;
        if *self.actor == self.target.user {
            return Err(raises_self(self.actor, "gives rights to themselves"));
        }
        role_must_hold_grants(self.organization, self.target)
    }

    /// Giving the member every right on all products, now and later.
    pub(crate) fn give_everything(&self) -> Result<(), Refusal> {
        self.give()?;
        may_give_everything(self.view, self.actor, self.at)
    }

    /// The areas' fields are an administrator's.
    pub(crate) fn change_areas(&self) -> Result<(), Refusal> {
        self.change()?;
        match self.target.role {
            Role::Administrator(_) => Ok(()),
            Role::LegalRepresentative | Role::Collaborator | Role::External => Err(Refusal::field(
                "member.areas",
                "are for an ADMINISTRATOR only",
            )),
        }
    }

    /// The panel changes nobody's access; only the policy is asked, and rule 2.
    pub(crate) fn change_panel(&self) -> Result<(), Refusal> {
        policy_must_be_open(self.view)?;
        self.touch()
    }

    /// Rule 2: through a partnership nothing of an upper role is changed.
    pub(crate) fn touch(&self) -> Result<(), Refusal> {
        may_touch(self.view, self.actor, self.target)
    }
}

/// Only the two lower roles hold grants and are in teams.
pub(crate) fn role_must_hold_grants(
    organization: &OrganizationId,
    member: &Member,
) -> Result<(), Refusal> {
    if member.role.is_upper() {
        let name = member.user.member_of(organization).to_string();
        return Err(upper_role(&name, &member.role));
    }
    Ok(())
}
