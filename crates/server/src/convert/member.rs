//! Members on the wire.

use app::queries::list::Listing;
use app::queries::member::{ListMembers, MemberRow};
use app::{Done, Texts};
use decide::queries::member_actions::{MemberAction, MemberActions};
use decide::queries::member_summary::{HasAccess, TypeSummary};
use decide::queries::shown_role::ShownRole;
use decide::use_cases::edit::Edit;
use decide::use_cases::member::{GrantFullAccess, UpdateMember};
use decide::use_cases::role_spec::{AreaSet, RoleSpec};
use domain::{
    MemberState, OrganizationId, ProductId, ProductTypeId, RecordName, Refusal, Scope, Team,
    UserState,
};
use grantor::v1;

use super::edit::{Mask, seen};
use super::list::each;
use super::rights::scope_to_proto;
use super::role::{
    area_set, area_set_to_proto, areas_to_proto, panel, panel_to_proto, role, role_name_to_proto,
    shown_role_to_proto, technical_scope,
};
use super::time::proto;
use super::user::user_state_to_proto;
use crate::fields::{Fields, Parent, Parse};
use crate::names;
use crate::problem::wire;

/// What UpdateMember can change.
const PATHS: [&str; 4] = ["role", "areas", "technical_scope", "panel"];

impl Parse for v1::ListMembersRequest {
    type Command = Listing<ListMembers>;

    fn parse(self, fields: &mut Fields) -> Option<Self::Command> {
        let organization = fields.organization("parent", &self.parent);
        let any_role = self.roles.is_empty();
        let roles = each(fields, "roles", self.roles, filter_role);
        let state = match self.state {
            0 => Some(None),
            state => {
                let choices = "MEMBER_STATE_ACTIVE, MEMBER_STATE_DEACTIVATED";
                fields
                    .choice("state", state, choices, member_state)
                    .map(Some)
            }
        };
        let has_access = has_access(fields, &self.has_access, organization.as_ref());
        let choices = "MEMBER_VIEW_BASIC, MEMBER_VIEW_FULL, MEMBER_VIEW_WITH_ACCESS";
        let view = match self.view {
            0 => Some(v1::MemberView::Basic),
            view => fields.choice("view", view, choices, member_view),
        };
        // The table of those who have anything: who has nothing is left out unless the call says of what.
        let only_users = view == Some(v1::MemberView::WithAccess);
        let page = fields.page(self.page_size, self.page_token, self.consistency);
        Some(page?.of(ListMembers {
            organization: organization?,
            roles: roles.map(|roles| (!any_role).then_some(roles))?,
            state: state?,
            has_access: has_access?.or(only_users.then_some(HasAccess::Anything)),
            with_access: view? != v1::MemberView::Basic,
        }))
    }
}

/// A role to look for, as it is shown.
fn filter_role(fields: &mut Fields, field: &str, wire: i32) -> Option<ShownRole> {
    if wire == i32::from(v1::Role::Partner) {
        return Some(ShownRole::Partner);
    }
    role(fields, field, wire).map(ShownRole::Stored)
}

fn member_state(wire: v1::MemberState) -> Option<MemberState> {
    match wire {
        v1::MemberState::Unspecified => None,
        v1::MemberState::Active => Some(MemberState::Active),
        v1::MemberState::Deactivated => Some(MemberState::Deactivated),
    }
}

fn member_view(view: v1::MemberView) -> Option<v1::MemberView> {
    (view != v1::MemberView::Unspecified).then_some(view)
}

fn has_access(
    fields: &mut Fields,
    on: &str,
    organization: Parent<'_>,
) -> Option<Option<HasAccess>> {
    match on {
        "" => return Some(None),
        "*" => return Some(Some(HasAccess::Anything)),
        _ => {}
    }
    if let Some(id) = names::one(on, "productTypes/*", ProductTypeId::parse) {
        return Some(Some(HasAccess::Type(id)));
    }
    let Some((home, id)) = names::two(
        on,
        "organizations/*/products/*",
        OrganizationId::parse,
        ProductId::parse,
    ) else {
        fields.reject(
            "has_access",
            "must be a product organizations/*/products/*, a type productTypes/*, or \"*\"",
        );
        return None;
    };
    fields
        .same_organization("has_access", organization, &home)
        .map(|()| Some(HasAccess::Product(id)))
}

impl Parse for v1::UpdateMemberRequest {
    type Command = UpdateMember;

    fn parse(self, fields: &mut Fields) -> Option<UpdateMember> {
        let mask = Mask::parse(fields, self.update_mask.as_ref(), &PATHS);
        let member = fields.required("member", self.member)?;
        let named = fields.member("member.name", &member.name);
        let organization = named.as_ref().map(|(organization, _)| organization);
        let mask = mask?;
        let role = mask.edit("role", member.role != 0, || {
            role(fields, "member.role", member.role)
        });
        let areas = mask.edit("areas", !member.areas.is_empty(), || {
            area_set(fields, "member.areas", member.areas)
        });
        let scope = mask.edit("technical_scope", member.technical_scope.is_some(), || {
            technical_scope(
                fields,
                "member.technical_scope",
                member.technical_scope,
                organization,
            )
        });
        let panel = mask.edit("panel", member.panel != 0, || {
            panel(fields, "member.panel", member.panel)
        });
        let (areas, scope) = (areas?, scope?);
        must_have_scope(fields, &areas, &scope)?;
        let (organization, user) = named?;
        Some(UpdateMember {
            organization,
            user,
            etag: seen(member.etag),
            role: RoleSpec {
                role: set(role?),
                areas: set(areas),
                technical_scope: set(scope).flatten(),
            },
            panel: set(panel?),
        })
    }
}

/// TECHNICAL can't be named while its scope is taken off.
fn must_have_scope(
    fields: &mut Fields,
    areas: &Edit<AreaSet>,
    scope: &Edit<Option<Scope>>,
) -> Option<()> {
    if matches!(
        (areas, scope),
        (
            Edit::Set(AreaSet {
                technical: true,
                ..
            }),
            Edit::Set(None)
        )
    ) {
        fields.reject(
            "member.technical_scope",
            "is required with AREA_TECHNICAL: all, or a narrower scope",
        );
        return None;
    }
    Some(())
}

fn set<T>(edit: Edit<T>) -> Option<T> {
    match edit {
        Edit::Keep => None,
        Edit::Set(value) => Some(value),
    }
}

impl Parse for v1::GrantFullAccessRequest {
    type Command = GrantFullAccess;

    fn parse(self, fields: &mut Fields) -> Option<GrantFullAccess> {
        let (organization, user) = fields.member("name", &self.name)?;
        Some(GrantFullAccess {
            organization,
            user,
            acknowledge_all: self.acknowledge_all_products,
        })
    }
}

/// A member of this organization, with the user's texts; erased ones are empty.
pub(crate) fn member_to_proto(
    row: &MemberRow,
    organization: &OrganizationId,
    texts: &Texts,
) -> v1::Member {
    let MemberRow {
        member,
        role,
        user,
        access,
    } = row;
    let text = |personal: fn(&domain::User) -> Option<&domain::Personal>| {
        texts.get_opt(user.as_ref().and_then(personal))
    };
    let technical = member
        .role
        .areas()
        .and_then(|areas| areas.technical.as_ref());
    v1::Member {
        name: member.user.member_of(organization).to_string(),
        user: member.user.resource_name().to_string(),
        given_name: text(|user| user.given_name.as_ref()),
        family_name: text(|user| user.family_name.as_ref()),
        email: text(|user| user.email.as_ref()),
        login: text(|user| user.login.as_ref()),
        position: text(|user| user.position.as_ref()),
        role: shown_role_to_proto(*role).into(),
        areas: member.role.areas().map(areas_to_proto).unwrap_or_default(),
        technical_scope: technical.map(|scope| scope_to_proto(organization, scope)),
        panel: panel_to_proto(member.panel()).into(),
        state: state_to_proto(member.state).into(),
        user_state: user_state_to_proto(user.as_ref().map_or(UserState::Erased, |user| user.state))
            .into(),
        access: access.iter().map(summary_to_proto).collect(),
        create_time: Some(proto(member.stamp.create_time)),
        update_time: Some(proto(member.stamp.update_time)),
        etag: member.stamp.etag(),
        email_confirmed: user.as_ref().is_some_and(|user| user.email_confirmed),
    }
}

fn state_to_proto(state: MemberState) -> v1::MemberState {
    match state {
        MemberState::Active => v1::MemberState::Active,
        MemberState::Deactivated => v1::MemberState::Deactivated,
    }
}

fn summary_to_proto(summary: &TypeSummary) -> v1::TypeAccessSummary {
    v1::TypeAccessSummary {
        product_type: summary.product_type.id.resource_name().to_string(),
        display_name: summary.product_type.display_name.to_string(),
        rights: summary.rights.clone(),
        product_count: summary.product_count.into(),
    }
}

/// The teams that a change took the member out of.
pub(crate) fn removed_teams(done: &Done) -> Vec<String> {
    saved_teams(done)
}

/// The teams that a change put the member into or took them out of.
pub(crate) fn saved_teams(done: &Done) -> Vec<String> {
    let Some(change) = done.change() else {
        return Vec::new();
    };
    done.all_saved::<Team>()
        .map(|team| RecordName::team(&team.id).resource_name(&change.home))
        .collect()
}

/// What may be done to a member, but for the token.
pub(crate) fn actions_to_proto(actions: MemberActions) -> v1::GetMemberActionsResponse {
    v1::GetMemberActionsResponse {
        actions: actions.actions.into_iter().map(action_to_proto).collect(),
        assignable_roles: actions
            .assignable_roles
            .into_iter()
            .map(|role| role_name_to_proto(role).into())
            .collect(),
        assignable_areas: area_set_to_proto(actions.assignable_areas),
        consistency_token: String::new(),
    }
}

fn action_to_proto((action, asked): (MemberAction, Result<(), Refusal>)) -> v1::MemberActionState {
    let refusal = asked.err();
    v1::MemberActionState {
        action: action_name(action).into(),
        allowed: refusal.is_none(),
        reason: refusal
            .as_ref()
            .map_or(v1::ErrorReason::Unspecified, |refusal| {
                wire(refusal.reason).1
            })
            .into(),
        message: refusal.map(|refusal| refusal.message).unwrap_or_default(),
    }
}

fn action_name(action: MemberAction) -> v1::MemberAction {
    match action {
        MemberAction::ChangeRole => v1::MemberAction::ChangeRole,
        MemberAction::ChangeAreas => v1::MemberAction::ChangeAreas,
        MemberAction::ChangePanel => v1::MemberAction::ChangePanel,
        MemberAction::EditAccess => v1::MemberAction::EditAccess,
        MemberAction::GrantFullAccess => v1::MemberAction::GrantFullAccess,
        MemberAction::AddToTeam => v1::MemberAction::AddToTeam,
        MemberAction::Deactivate => v1::MemberAction::Deactivate,
        MemberAction::Reactivate => v1::MemberAction::Reactivate,
        MemberAction::Remove => v1::MemberAction::Remove,
        MemberAction::Leave => v1::MemberAction::Leave,
    }
}
