//! Changes a member's role, areas, technical scope or panel (S2-5, S4-18, S4-19).

use access::View;
use domain::{Home, Member, OrganizationId, Panel, RecordName, Refusal, Role, UserId};
use serde::Serialize;

use super::doing;
use super::may::Doing;
use crate::promotion::strip;
use crate::rules::rule_08;
use crate::rules::rule_09::must_be_direct;
use crate::taking::takes_from;
use crate::use_case::{Context, Plan, UseCase};
use crate::use_cases::role_spec::RoleSpec;

/// Changes a member's role, areas, technical scope or panel.
#[derive(Debug, Clone, Serialize)]
pub struct UpdateMember {
    pub organization: OrganizationId,
    pub user: UserId,
    /// The etag that was read.
    pub etag: Option<String>,
    /// Role, areas and technical scope, as far as they are named.
    pub role: RoleSpec,
    /// The panel, where it is named.
    pub panel: Option<Panel>,
}

impl UseCase for UpdateMember {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn consults(&self, view: &View) -> Vec<OrganizationId> {
        view.clients_of_person(&self.user)
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        must_be_direct(context)?;
        let doing = doing(
            context,
            &self.organization,
            &self.user,
            self.etag.as_deref(),
        )?;
        doing.touch()?;
        let role = self.role_of(context, &doing)?;
        rule_08::must_be_possible(context.view, self.newly_chosen(&doing))?;
        let mut change = context.change();
        // Named again, be it as it is, the role is whose change this is.
        let changed_role = doing.target.changed_role.clone();
        let changed_role = changed_role.filter(|_| !self.role.is_named());
        // What changes nothing touches nobody.
        if role == doing.target.role
            && changed_role == doing.target.changed_role
            && self.newly_chosen(&doing).is_none()
        {
            change.outcome.about = Some(RecordName::member(&self.user));
            return Ok(change.into());
        }
        change.save(Member {
            changed_role,
            chosen_panel: self.panel.unwrap_or(doing.target.chosen_panel),
            ..doing.target.in_role(role.clone(), context.moment)
        });
        if role.is_upper() && !doing.target.role.is_upper() {
            strip(context, &mut change, &self.user);
        }
        if role != doing.target.role {
            takes_from(&mut change, &self.organization, &self.user);
        }
        Ok(change.into())
    }
}

impl UpdateMember {
    /// The panel, where it becomes another one.
    fn newly_chosen(&self, doing: &Doing<'_>) -> Option<Panel> {
        self.panel
            .filter(|panel| *panel != doing.target.chosen_panel)
    }

    fn role_of(&self, context: &Context<'_>, doing: &Doing<'_>) -> Result<Role, Refusal> {
        let present = &doing.target.role;
        if !self.role.is_named() {
            return Ok(present.clone());
        }
        // Who may not touch this member hears that first, not what is wrong with the spec.
        doing.change()?;
        let role = self
            .role
            .settle(context, doing.actor, Some(present), "member")?;
        doing.become_role(&role)?;
        Ok(role)
    }
}
