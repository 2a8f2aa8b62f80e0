//! Invitations on the wire.

use app::access::PlatformState;
use app::queries::invitation::{InvitationStage, ListInvitations, ViewedInvitation};
use app::queries::list::Listing;
use app::{Done, Texts};
use decide::grant_spec::GrantSpec;
use decide::link::InvitationLink;
use decide::use_cases::invitation::{
    AcceptInvitation, CreateInvitation, NewUser, Proof, RefuseInvitation, ResendInvitation,
    link_invalid,
};
use decide::use_cases::role_spec::RoleSpec;
use domain::{
    DisplayName, Email, GrantPlan, Invitation, InvitationId, InvitationState, Locale,
    OrganizationId, Period, Refusal, TeamId, Timestamp, UserId,
};
use grantor::v1;

use super::branding::branding_to_proto;
use super::done::organization;
use super::edit::seen;
use super::grant::giver;
use super::list::{bounded, each};
use super::rights::{rights_to_proto, scope_to_proto};
use super::role::{
    area_set, areas_to_proto, panel, panel_to_proto, role, role_to_proto, technical_scope,
};
use super::time::proto;
use crate::fields::{Fields, Parent, Parse};

/// The most grants, and the most teams, in one invitation.
pub(crate) const MAX_OFFERED: usize = 100;

impl Parse for v1::CreateInvitationRequest {
    type Command = CreateInvitation;

    fn parse(self, fields: &mut Fields) -> Option<CreateInvitation> {
        let organization = fields.organization("parent", &self.parent);
        let id = fields.optional_id("invitation_id", &self.invitation_id, InvitationId::parse);
        let wire = fields.required("invitation", self.invitation)?;
        let email = fields.text("invitation.email", &wire.email, Email::parse);
        let role = role_spec(
            fields,
            ("invitation", organization.as_ref()),
            wire.role,
            wire.areas,
            wire.technical_scope,
        );
        let panel = match wire.panel {
            0 => Some(None),
            named => panel(fields, "invitation.panel", named).map(Some),
        };
        let grants = grants(
            fields,
            "invitation.grants",
            wire.grants,
            organization.as_ref(),
            self.acknowledge_all_products,
        );
        let teams = teams(
            fields,
            "invitation.teams",
            wire.teams,
            organization.as_ref(),
        );
        let locale = fields.optional_text("invitation.locale", &wire.locale, Locale::parse);
        let expire_time = fields.timestamp("invitation.expire_time", wire.expire_time);
        Some(CreateInvitation {
            organization: organization?,
            id: id?,
            email: email?,
            role: role?,
            panel: panel?,
            grants: grants?,
            teams: teams?,
            locale: locale?,
            expire_time: expire_time?,
            lift_shut_out: wire.lift_shut_out,
        })
    }
}

/// The role of somebody who is to be a member, said in the fields of `at`.
pub(super) fn role_spec(
    fields: &mut Fields,
    (at, organization): (&str, Parent<'_>),
    named: i32,
    areas: Vec<i32>,
    scope: Option<v1::Scope>,
) -> Option<RoleSpec> {
    let role = role(fields, &format!("{at}.role"), named);
    let any_area = !areas.is_empty();
    let areas = area_set(fields, &format!("{at}.areas"), areas);
    let scope = technical_scope(
        fields,
        &format!("{at}.technical_scope"),
        scope,
        organization,
    );
    // No area named is no empty choice here: then the platform's areas are given.
    Some(RoleSpec {
        role: Some(role?),
        areas: areas.map(|areas| any_area.then_some(areas))?,
        technical_scope: scope?,
    })
}

/// Grants that are offered or asked for.
pub(crate) fn grants(
    fields: &mut Fields,
    field: &str,
    wire: Vec<v1::OfferedGrant>,
    organization: Parent<'_>,
    acknowledge_all: bool,
) -> Option<Vec<GrantSpec>> {
    bounded(fields, field, &wire, 0..=MAX_OFFERED)?;
    each(fields, field, wire, |fields, field, wire| {
        offered(fields, field, wire, organization, acknowledge_all)
    })
}

/// A grant that is to be made once somebody accepts.
pub(crate) fn offered(
    fields: &mut Fields,
    field: &str,
    wire: v1::OfferedGrant,
    organization: Parent<'_>,
    acknowledge_all: bool,
) -> Option<GrantSpec> {
    let scope = fields.scope(&format!("{field}.scope"), wire.scope, organization);
    let rights = fields.rights(&format!("{field}.rights"), wire.rights);
    let start = fields.timestamp(&format!("{field}.start_time"), wire.start_time);
    let end = fields.timestamp(&format!("{field}.expire_time"), wire.expire_time);
    let period = Period {
        start: start?,
        end: end?,
    };
    Some(GrantSpec {
        rights: rights?,
        scope: scope?,
        period,
        acknowledge_all,
    })
}

/// Teams of the organization.
pub(crate) fn teams(
    fields: &mut Fields,
    field: &str,
    wire: Vec<String>,
    organization: Parent<'_>,
) -> Option<Vec<TeamId>> {
    bounded(fields, field, &wire, 0..=MAX_OFFERED)?;
    each(fields, field, wire, |fields, field, name| {
        let (home, id) = fields.team(field, &name)?;
        fields
            .same_organization(field, organization, &home)
            .map(|()| id)
    })
}

impl Parse for v1::ListInvitationsRequest {
    type Command = Listing<ListInvitations>;

    fn parse(self, fields: &mut Fields) -> Option<Self::Command> {
        let organization = fields.organization("parent", &self.parent);
        let outcome = match self.state {
            0 => Some(None),
            state => fields.choice("state", state, STATES, outcome).map(Some),
        };
        let page = fields.page(self.page_size, self.page_token, self.consistency);
        Some(page?.of(ListInvitations {
            organization: organization?,
            outcome: outcome?,
        }))
    }
}

/// The states that a list can be asked for.
const STATES: &str = "INVITATION_STATE_OPEN, INVITATION_STATE_ACCEPTED, INVITATION_STATE_REFUSED, \
                      INVITATION_STATE_WITHDRAWN, INVITATION_STATE_EXPIRED";

fn outcome(wire: v1::InvitationState) -> Option<InvitationStage> {
    match wire {
        v1::InvitationState::Unspecified => None,
        v1::InvitationState::Open => Some(InvitationStage::Open),
        v1::InvitationState::Accepted => Some(InvitationStage::Accepted),
        v1::InvitationState::Refused => Some(InvitationStage::Refused),
        v1::InvitationState::Withdrawn => Some(InvitationStage::Withdrawn),
        v1::InvitationState::Expired => Some(InvitationStage::Expired),
    }
}

impl Parse for v1::ResendInvitationRequest {
    type Command = ResendInvitation;

    fn parse(self, fields: &mut Fields) -> Option<ResendInvitation> {
        let named = fields.invitation("name", &self.name);
        let expire_time = fields.timestamp("expire_time", self.expire_time);
        let (organization, invitation) = named?;
        Some(ResendInvitation {
            organization,
            invitation,
            expire_time: expire_time?,
            etag: seen(self.etag),
        })
    }
}

/// What stands in a link; a token that is none opens nothing, as one that is wrong.
pub(crate) fn link(token: &str) -> Result<InvitationLink, Refusal> {
    InvitationLink::parse(token).ok_or_else(link_invalid)
}

/// Which invitation is answered, and what shows that it is theirs.
struct Answered {
    organization: OrganizationId,
    invitation: InvitationId,
    proof: Proof,
}

fn by_link(token: &str) -> Result<Answered, Refusal> {
    let InvitationLink {
        organization,
        invitation,
        secret,
    } = link(token)?;
    Ok(Answered {
        organization,
        invitation,
        proof: Proof::Link(secret),
    })
}

fn by_name(fields: &mut Fields, name: &str) -> Option<Answered> {
    let (organization, invitation) = fields.invitation("name", name)?;
    Some(Answered {
        organization,
        invitation,
        proof: Proof::SignedIn,
    })
}

fn no_invitation<T>(fields: &mut Fields) -> Option<T> {
    fields.reject("invitation", "must be token or name; it has no default");
    None
}

impl Parse for v1::AcceptInvitationRequest {
    /// A token that is none is as one that is wrong, which is no fault of a field.
    type Command = Result<AcceptInvitation, Refusal>;

    fn parse(self, fields: &mut Fields) -> Option<Self::Command> {
        use v1::accept_invitation_request::Invitation as Named;
        let answered = match &self.invitation {
            Some(Named::Token(token)) => Some(by_link(token)),
            Some(Named::Name(name)) => by_name(fields, name).map(Ok),
            None => no_invitation(fields),
        };
        let new_user = match self.new_user {
            None => Some(None),
            Some(new) => new_user(fields, &new).map(Some),
        };
        let (answered, new_user) = (answered?, new_user?);
        Some(answered.map(
            |Answered {
                 organization,
                 invitation,
                 proof,
             }| AcceptInvitation {
                organization,
                invitation,
                proof,
                new_user,
            },
        ))
    }
}

fn new_user(fields: &mut Fields, wire: &v1::NewUser) -> Option<NewUser> {
    let id = fields.optional_id("new_user.user_id", &wire.user_id, UserId::parse);
    let given_name = fields.text(
        "new_user.given_name",
        &wire.given_name,
        DisplayName::parse_without_link,
    );
    let family_name = fields.optional_text(
        "new_user.family_name",
        &wire.family_name,
        DisplayName::parse_without_link,
    );
    let login = fields.optional_text("new_user.login", &wire.login, DisplayName::parse);
    let position = fields.optional_text("new_user.position", &wire.position, DisplayName::parse);
    let locale = fields.optional_text("new_user.locale", &wire.locale, Locale::parse);
    Some(NewUser {
        id: id?,
        given_name: given_name?,
        family_name: family_name?,
        login: login?,
        position: position?,
        locale: locale?,
    })
}

impl Parse for v1::RefuseInvitationRequest {
    /// As of [`v1::AcceptInvitationRequest`].
    type Command = Result<RefuseInvitation, Refusal>;

    fn parse(self, fields: &mut Fields) -> Option<Self::Command> {
        use v1::refuse_invitation_request::Invitation as Named;
        let answered = match &self.invitation {
            Some(Named::Token(token)) => by_link(token),
            Some(Named::Name(name)) => Ok(by_name(fields, name)?),
            None => return no_invitation(fields),
        };
        Some(answered.map(
            |Answered {
                 organization,
                 invitation,
                 proof,
             }| RefuseInvitation {
                organization,
                invitation,
                proof,
            },
        ))
    }
}

/// An invitation of this organization as it stands at `at`. The secret of its link is in no answer.
pub(crate) fn invitation_to_proto(
    invitation: &Invitation,
    organization: &OrganizationId,
    platform: &PlatformState,
    texts: &Texts,
    at: Timestamp,
) -> v1::Invitation {
    let areas = invitation.role.areas();
    let technical = areas.and_then(|areas| areas.technical.as_ref());
    let offered = |plan| offered_to_proto(plan, organization, platform);
    let (end_time, member) = end(invitation);
    v1::Invitation {
        name: invitation.id.within(organization).to_string(),
        email: texts.get(&invitation.email),
        role: role_to_proto(&invitation.role).into(),
        areas: areas.map(areas_to_proto).unwrap_or_default(),
        technical_scope: technical.map(|scope| scope_to_proto(organization, scope)),
        panel: panel_to_proto(invitation.panel).into(),
        grants: invitation.grants.iter().map(offered).collect(),
        teams: invitation
            .teams
            .iter()
            .map(|team| team.within(organization).to_string())
            .collect(),
        locale: invitation.locale.as_str().to_owned(),
        expire_time: Some(proto(invitation.expire_time)),
        state: state_to_proto(InvitationStage::of(invitation, at)).into(),
        sender: giver(&invitation.sender),
        create_time: Some(proto(invitation.stamp.create_time)),
        end_time: end_time.map(proto),
        member: member
            .map(|user| user.member_of(organization).to_string())
            .unwrap_or_default(),
        etag: invitation.stamp.etag(),
        change_request: invitation
            .request
            .as_ref()
            .map(|request| request.within(organization).to_string())
            .unwrap_or_default(),
        lift_shut_out: invitation.lift_shut_out,
    }
}

/// When it was answered or taken back, and by which new member it was accepted.
fn end(invitation: &Invitation) -> (Option<Timestamp>, Option<&UserId>) {
    match &invitation.state {
        InvitationState::Open => (None, None),
        InvitationState::Accepted { user, at } => (Some(*at), Some(user)),
        InvitationState::Refused { at } | InvitationState::Withdrawn { at } => (Some(*at), None),
    }
}

fn state_to_proto(outcome: InvitationStage) -> v1::InvitationState {
    match outcome {
        InvitationStage::Open => v1::InvitationState::Open,
        InvitationStage::Accepted => v1::InvitationState::Accepted,
        InvitationStage::Refused => v1::InvitationState::Refused,
        InvitationStage::Withdrawn => v1::InvitationState::Withdrawn,
        InvitationStage::Expired => v1::InvitationState::Expired,
    }
}

/// A grant that is offered or asked for.
pub(crate) fn offered_to_proto(
    plan: &GrantPlan,
    organization: &OrganizationId,
    platform: &PlatformState,
) -> v1::OfferedGrant {
    v1::OfferedGrant {
        scope: Some(scope_to_proto(organization, &plan.scope)),
        rights: Some(rights_to_proto(&plan.rights, platform)),
        start_time: plan.period.start.map(proto),
        expire_time: plan.period.end.map(proto),
    }
}

/// The invitation that a change saved, as it stood then.
pub(crate) fn saved_invitation(done: &Done) -> Option<v1::Invitation> {
    let invitation = done.saved::<Invitation>()?;
    let platform = &done.view.platform;
    Some(invitation_to_proto(
        invitation,
        organization(done)?,
        platform,
        &done.texts,
        invitation.stamp.update_time,
    ))
}

/// What whoever has the link sees.
pub(crate) fn viewed_to_proto(
    viewed: &ViewedInvitation,
    organization: &OrganizationId,
) -> v1::ViewInvitationResponse {
    let ViewedInvitation {
        invitation,
        texts,
        seen,
        ..
    } = viewed;
    v1::ViewInvitationResponse {
        invitation: Some(invitation_to_proto(
            invitation,
            organization,
            &seen.view.platform,
            texts,
            seen.at,
        )),
        organization_display_name: viewed.organization_display_name.clone(),
        branding: viewed.branding.as_ref().map(branding_to_proto),
        sender_display_name: viewed.sender_display_name.clone(),
        new_user_required: viewed.new_user_required,
    }
}
