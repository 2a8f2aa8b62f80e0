//! What somebody asks for, as they say it, and what it comes to in the catalog and the organization of that moment.

use domain::{
    Change, DisplayName, Email, GrantId, GrantPlan, Locale, Member, MemberChange, MemberSeen, Note,
    Refusal, RequestedChange, Role, Subject, TeamId, UserCreation, UserId,
};
use serde::Serialize;

use crate::grant_spec::GrantSpec;
use crate::rules::rule_03::may_change;
use crate::rules::rule_04::must_raise;
use crate::rules::rule_06::found_by_makers;
use crate::use_case::Context;
use crate::use_cases::granting;
use crate::use_cases::invitation::must_be_new;
use crate::use_cases::member::access::must_be_seen;
use crate::use_cases::member::{access_etag, named};
use crate::use_cases::role_spec::{AreaSet, RoleName, RoleSpec};

/// Where the request's fields stand.
const FIELD: &str = "change_request";

/// What is asked for.
#[derive(Debug, Clone, Serialize)]
pub enum ChangeSpec {
    /// A new user, as a member of the organization.
    CreateUser(CreationSpec),
    /// Another role, other grants, other teams.
    ChangeMember(MemberSpec),
    /// Stopping a member here.
    DeactivateMember { member: UserId, reason: Note },
    /// Letting a member act here again.
    ReactivateMember { member: UserId },
    /// More administrators than the organization may have.
    RaiseAdministratorLimit {
        /// How many it wants to be allowed.
        limit: u32,
    },
}

/// Who is to get an account, and what they are to have here.
#[derive(Debug, Clone, Serialize)]
pub struct CreationSpec {
    pub given_name: DisplayName,
    pub family_name: Option<DisplayName>,
    pub email: Email,
    pub position: Option<DisplayName>,
    /// The language of mails and pages.
    pub locale: Locale,
    /// The role, with areas and technical scope.
    pub role: RoleSpec,
    pub grants: Vec<GrantSpec>,
    pub teams: Vec<TeamId>,
    /// Whether it lifts that the person is shut out.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub lift_shut_out: bool,
}

/// What is to become of a member.
#[derive(Debug, Clone, Serialize)]
pub struct MemberSpec {
    pub member: UserId,
    /// The version of their access that was seen.
    pub etag: String,
    /// The whole role; the present one stays where it is `None`.
    pub role: Option<RoleSpec>,
    /// Grants to add.
    pub add_grants: Vec<GrantSpec>,
    /// Grants of the member's own to remove.
    pub remove_grants: Vec<GrantId>,
    /// Teams to put them into.
    pub add_teams: Vec<TeamId>,
    /// Teams to take them out of.
    pub remove_teams: Vec<TeamId>,
}

impl ChangeSpec {
    /// The email of a user who is to be created.
    pub(super) fn email(&self) -> Option<&Email> {
        match self {
            Self::CreateUser(spec) => Some(&spec.email),
            Self::ChangeMember(_)
            | Self::DeactivateMember { .. }
            | Self::ReactivateMember { .. }
            | Self::RaiseAdministratorLimit { .. } => None,
        }
    }

    /// The person whom it is about, as far as there is one: erasing them erases what is said here of them.
    pub(super) fn about<'a>(&'a self, context: &'a Context<'_>) -> Option<&'a UserId> {
        match self {
            Self::CreateUser(spec) => found_by_makers(context, &spec.email).map(|user| &user.id),
            Self::ChangeMember(spec) => Some(&spec.member),
            Self::DeactivateMember { member, .. } | Self::ReactivateMember { member } => {
                Some(member)
            }
            Self::RaiseAdministratorLimit { .. } => None,
        }
    }

    /// The scopes of the grants that it asks for.
    pub(super) fn scopes(&self) -> impl Iterator<Item = &domain::Scope> {
        let grants = match self {
            Self::CreateUser(spec) => spec.grants.as_slice(),
            Self::ChangeMember(spec) => spec.add_grants.as_slice(),
            Self::DeactivateMember { .. }
            | Self::ReactivateMember { .. }
            | Self::RaiseAdministratorLimit { .. } => &[],
        };
        grants.iter().map(|spec| &spec.scope)
    }

    /// What it comes to, asked by this member. Its personal texts stand beside `change`.
    pub(super) fn settle(
        &self,
        context: &Context<'_>,
        change: &mut Change,
        asker: &UserId,
    ) -> Result<RequestedChange, Refusal> {
        let about = self.about(context);
        Ok(match self {
            Self::CreateUser(spec) => {
                RequestedChange::CreateUser(spec.settle(context, change, asker, about)?)
            }
            Self::ChangeMember(spec) => RequestedChange::ChangeMember(spec.settle(context, asker)?),
            Self::DeactivateMember { member, reason } => {
                named(context, member)?;
                let reason = context.personal(change, about, reason.as_str());
                let member = member.clone();
                RequestedChange::DeactivateMember { member, reason }
            }
            Self::ReactivateMember { member } => {
                named(context, member)?;
                let member = member.clone();
                RequestedChange::ReactivateMember { member }
            }
            Self::RaiseAdministratorLimit { limit } => {
                must_raise(context.view, *limit)?;
                RequestedChange::RaiseAdministratorLimit { limit: *limit }
            }
        })
    }
}

impl CreationSpec {
    fn settle(
        &self,
        context: &Context<'_>,
        change: &mut Change,
        asker: &UserId,
        about: Option<&UserId>,
    ) -> Result<UserCreation, Refusal> {
        must_be_new(context, &self.email, found_by_makers(context, &self.email))?;
        let field = format!("{FIELD}.create_user");
        let role = self
            .role
            .settle(context, asker, None, &format!("{field}.role"))?;
        let text = |change: &mut Change, text: &DisplayName| {
            context.personal(change, about, text.as_str())
        };
        Ok(UserCreation {
            given_name: text(change, &self.given_name),
            family_name: self.family_name.as_ref().map(|name| text(change, name)),
            email: context.personal_email(change, about, &self.email),
            position: self.position.as_ref().map(|name| text(change, name)),
            locale: self.locale.clone(),
            role,
            grants: plans(context, &self.grants, &format!("{field}.grants"))?,
            teams: sorted(&self.teams),
            lift_shut_out: self.lift_shut_out,
        })
    }
}

impl MemberSpec {
    fn settle(&self, context: &Context<'_>, asker: &UserId) -> Result<MemberChange, Refusal> {
        let target = named(context, &self.member)?;
        let role = self.role(context, asker, target)?;
        must_be_seen(context, &self.member, Some(&self.etag))?;
        let subject = Subject::Member(self.member.clone());
        let here = context.organization();
        Ok(MemberChange {
            member: self.member.clone(),
            seen: MemberSeen {
                etag: access_etag(here, &self.member),
                // What changes with or after the request itself is newer than what was seen.
                revision: context.moment.revision,
                role: target.role.clone(),
                state: target.state,
                grants: here
                    .grants_of(&subject)
                    .map(|grant| grant.id.clone())
                    .collect(),
                teams: here
                    .teams_of(&self.member)
                    .map(|team| team.id.clone())
                    .collect(),
            },
            role,
            add_grants: plans(
                context,
                &self.add_grants,
                &format!("{FIELD}.change_member.add_grants"),
            )?,
            remove_grants: self.remove_grants.clone(),
            add_teams: sorted(&self.add_teams),
            remove_teams: sorted(&self.remove_teams),
        })
    }

    /// The whole role. An administrator for whom no area is named is one without; a new one gets the platform's.
    fn role(
        &self,
        context: &Context<'_>,
        asker: &UserId,
        target: &Member,
    ) -> Result<Option<Role>, Refusal> {
        let Some(spec) = &self.role else {
            return Ok(None);
        };
        // Who may not ask about this member hears that first, not what is wrong with what is asked for.
        may_change(context.view, asker, target)?;
        let stays = spec.role == Some(RoleName::Administrator) && target.role.areas().is_some();
        let spec = RoleSpec {
            areas: spec.areas.or(stays.then(AreaSet::default)),
            ..spec.clone()
        };
        let field = format!("{FIELD}.change_member.role");
        spec.settle(context, asker, Some(&target.role), &field)
            .map(Some)
    }
}

/// The grants by number, each wrong one under its own path.
fn plans(
    context: &Context<'_>,
    specs: &[GrantSpec],
    field: &str,
) -> Result<Vec<GrantPlan>, Refusal> {
    let plan = |(index, spec): (usize, &GrantSpec)| {
        granting::asked_for(context, spec).map_err(|mut refusal| {
            for violation in &mut refusal.violations {
                let path = &violation.field;
                let path = path.strip_prefix("grant.").unwrap_or(path);
                violation.field = format!("{field}[{index}].{path}");
            }
            refusal
        })
    };
    specs.iter().enumerate().map(plan).collect()
}

fn sorted(teams: &[TeamId]) -> Vec<TeamId> {
    let mut teams = teams.to_vec();
    teams.sort();
    teams.dedup();
    teams
}
