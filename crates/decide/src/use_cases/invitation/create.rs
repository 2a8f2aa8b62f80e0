//! Invites somebody by email, with role, areas, grants, teams and panel already chosen (S4-15, S4-24).

use std::collections::HashMap;

use access::View;
use domain::{
    Change, Email, GrantPlan, Home, Invitation, InvitationId, Locale, Mail, OrganizationId, Panel,
    Personal, PersonalId, Reason, RecordName, Refusal, Role, Sending, TeamId, Timestamp, User,
};
use serde::Serialize;

use crate::grant_spec::{self, GrantSpec};
use crate::holders::upper_role;
use crate::preconditions::{acting_user, must_exist};
use crate::rules::rule_04::must_have_room;
use crate::rules::rule_08::{default_panel, must_be_possible};
use crate::rules::rule_09::must_be_direct;
use crate::use_case::{Context, Plan, UseCase, Want};
use crate::use_cases::granting;
use crate::use_cases::role_spec::RoleSpec;

/// The longest that an invitation stays open, in seconds: 365 days.
const LONGEST_LIFE: i64 = 365 * 24 * 3600;

/// Invites somebody by email.
#[derive(Debug, Clone, Serialize)]
pub struct CreateInvitation {
    pub organization: OrganizationId,
    /// The id that the caller wants.
    pub id: Option<InvitationId>,
    pub email: Email,
    /// The role, with areas and technical scope.
    pub role: RoleSpec,
    /// The panel, where it is named.
    pub panel: Option<Panel>,
    pub grants: Vec<GrantSpec>,
    pub teams: Vec<TeamId>,
    /// The language of the mail, where it is named.
    pub locale: Option<Locale>,
    /// Until when it can be answered, where it is named.
    pub expire_time: Option<Timestamp>,
    /// Whether acceptance lifts that the person is shut out; asked of the sender then, as who it is is not told now.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub lift_shut_out: bool,
}

impl UseCase for CreateInvitation {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn consults(&self, view: &View) -> Vec<OrganizationId> {
        let teams = self.teams.iter();
        teams.flat_map(|team| view.clients_of_team(team)).collect()
    }

    fn wants(&self, _view: &View) -> Vec<Want> {
        let record = self
            .id
            .as_ref()
            .map(|id| Want::Record(self.home(), RecordName::invitation(id)));
        let email = self.email.clone();
        [
            Want::UserByEmail(email.clone()),
            Want::SameEmail(self.home(), email),
        ]
        .into_iter()
        .chain(record)
        .collect()
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        must_be_direct(context)?;
        let sender = acting_user(context)?;
        let id = self.id(context)?;
        must_be_new(
            context,
            &self.email,
            context.facts.user_by_email(&self.email),
        )?;
        let role = self.role.settle(context, sender, None, "invitation")?;
        if role.areas().is_some() {
            must_have_room(context.view, None, context.moment.now)?;
        }
        self.must_hold(&role)?;
        let mut change = context.change();
        let email = self.email(context, &mut change);
        let invitation = Invitation {
            locale: context
                .view
                .platform
                .settings()
                .offered(self.locale.as_ref()),
            panel: self.panel(context, &role)?,
            grants: self.plans(context)?,
            teams: self.teams(context)?,
            lift_shut_out: self.lift_shut_out,
            ..Invitation::new(
                id.clone(),
                email,
                role,
                self.sending(context)?,
                context.moment,
            )
        };
        change.outcome.opened_products =
            grant_spec::opened(context, self.grants.iter().map(|spec| &spec.scope));
        change.save(invitation);
        change.mails.push(Mail::Invitation { id });
        Ok(change.into())
    }
}

impl CreateInvitation {
    fn id(&self, context: &Context<'_>) -> Result<InvitationId, Refusal> {
        let drawn = || InvitationId::parse(&context.seed.id("invitation", 0));
        let Some(id) = &self.id else {
            return drawn().map_err(|invalid| Refusal::field("invitation_id", invalid.to_string()));
        };
        if super::known(context, id).is_none() {
            return Ok(id.clone());
        }
        let name = RecordName::invitation(id).resource_name(context.home);
        Err(Refusal::new(
            Reason::IdTaken,
            format!("{name} is there already, or was; ids are never used again. Choose another, or leave it out."),
        )
        .about(name))
    }

    /// The upper roles hold no grants and are in no teams.
    fn must_hold(&self, role: &Role) -> Result<(), Refusal> {
        if role.is_upper() && !(self.grants.is_empty() && self.teams.is_empty()) {
            return Err(upper_role("The invited person", role));
        }
        Ok(())
    }

    /// About the person who has the email already, confirmed, so that erasing them erases it here too.
    fn email(&self, context: &Context<'_>, change: &mut Change) -> Personal {
        let user = context
            .facts
            .user_by_email(&self.email)
            .map(|user| &user.id);
        context.personal_email(change, user, &self.email)
    }

    fn sending(&self, context: &Context<'_>) -> Result<Sending, Refusal> {
        Ok(Sending {
            sender: context.who.clone(),
            salt: context.seed.salt("invitation"),
            expire_time: expire_time(context, self.expire_time, "invitation.expire_time")?,
        })
    }

    fn panel(&self, context: &Context<'_>, role: &Role) -> Result<Panel, Refusal> {
        must_be_possible(context.view, self.panel)?;
        Ok(self.panel.unwrap_or_else(|| default_panel(context, role)))
    }

    fn plans(&self, context: &Context<'_>) -> Result<Vec<GrantPlan>, Refusal> {
        let plan = |(index, spec): (usize, &GrantSpec)| {
            granting::plan(context, spec).map_err(|mut refusal| {
                for violation in &mut refusal.violations {
                    let field = violation
                        .field
                        .strip_prefix("grant.")
                        .unwrap_or(&violation.field);
                    violation.field = format!("invitation.grants[{index}].{field}");
                }
                refusal
            })
        };
        self.grants.iter().enumerate().map(plan).collect()
    }

    fn teams(&self, context: &Context<'_>) -> Result<Vec<TeamId>, Refusal> {
        let mut teams = self.teams.clone();
        teams.sort();
        teams.dedup();
        for team in &teams {
            must_exist(
                context,
                context.organization().team(team),
                &RecordName::team(team),
            )?;
            if let Some(actor) = context.actor() {
                context
                    .view
                    .may_put_into_team(actor, team, context.moment.now)?;
            }
        }
        Ok(teams)
    }
}

/// When it ends: as wished, at most 365 days ahead, or after the platform's life of invitations.
pub(crate) fn expire_time(
    context: &Context<'_>,
    spec: Option<Timestamp>,
    field: &str,
) -> Result<Timestamp, Refusal> {
    let now = context.moment.now;
    let life = context.view.platform.settings().invitation_life;
    let end = spec.unwrap_or_else(|| now.plus_seconds(i64::from(life)));
    if end <= now || end > now.plus_seconds(LONGEST_LIFE) {
        let description =
            format!("must be later than now ({now}) and at most 365 days ahead; it is {end}");
        return Err(Refusal::field(field, description));
    }
    Ok(end)
}

/// Nobody who is a member already, active or not, or who has an open invitation here. `user` is whose email it is.
pub(crate) fn must_be_new(
    context: &Context<'_>,
    email: &Email,
    user: Option<&User>,
) -> Result<(), Refusal> {
    must_be_no_member(context, user)?;
    must_be_uninvited(context, email, &open_by_email(context))
}

/// Nobody who is a member already, active or not.
pub(crate) fn must_be_no_member(context: &Context<'_>, user: Option<&User>) -> Result<(), Refusal> {
    let Some(member) = user.and_then(|user| context.organization().member(&user.id)) else {
        return Ok(());
    };
    let name = RecordName::member(&member.user).resource_name(context.home);
    Err(Refusal::new(
        Reason::MemberExists,
        format!("The person with this email is {name} already. Change that member instead."),
    )
    .about(name))
}

/// The invitations that wait here, by the personal value that holds their email.
pub(crate) fn open_by_email<'a>(context: &Context<'a>) -> HashMap<&'a PersonalId, &'a Invitation> {
    let now = context.moment.now;
    let open = context.view.organization.open_invitations();
    open.filter(|open| open.is_open(now))
        .map(|open| (&open.email.id, open.as_ref()))
        .collect()
}

/// Nobody to whose email an invitation is open.
pub(crate) fn must_be_uninvited(
    context: &Context<'_>,
    email: &Email,
    open: &HashMap<&PersonalId, &Invitation>,
) -> Result<(), Refusal> {
    let mut same = context.facts.same_email(email).iter();
    let Some(open) = same.find_map(|text| open.get(text)) else {
        return Ok(());
    };
    let name = RecordName::invitation(&open.id).resource_name(context.home);
    Err(Refusal::new(
        Reason::InvitationOpen,
        format!(
            "{name} to this email is open until {}. Send that one again, or withdraw it to send another.",
            open.expire_time
        ),
    )
    .about(name))
}
