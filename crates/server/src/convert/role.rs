//! Roles, areas and panels on the wire.

use decide::queries::shown_role::ShownRole;
use decide::use_cases::role_spec::{AreaSet, RoleName};
use domain::{Areas, Panel, Role, Scope, ScopeEntry};
use grantor::v1;

use super::list::each;
use crate::fields::{Fields, Parent};

/// The role of a member; PARTNER is derived and no member's own.
pub(crate) fn role_to_proto(role: &Role) -> v1::Role {
    role_name_to_proto(RoleName::of(role))
}

/// A role without its areas.
pub(crate) fn role_name_to_proto(role: RoleName) -> v1::Role {
    match role {
        RoleName::LegalRepresentative => v1::Role::LegalRepresentative,
        RoleName::Administrator => v1::Role::Administrator,
        RoleName::Collaborator => v1::Role::Collaborator,
        RoleName::External => v1::Role::External,
    }
}

/// A role as it is shown.
pub(crate) fn shown_role_to_proto(role: ShownRole) -> v1::Role {
    match role {
        ShownRole::Stored(role) => role_name_to_proto(role),
        ShownRole::Partner => v1::Role::Partner,
    }
}

/// A role that can be given.
pub(crate) fn role(fields: &mut Fields, field: &str, wire: i32) -> Option<RoleName> {
    let choices = "ROLE_LEGAL_REPRESENTATIVE, ROLE_ADMINISTRATOR, ROLE_COLLABORATOR, ROLE_EXTERNAL";
    fields.choice(field, wire, choices, |role| match role {
        v1::Role::Unspecified | v1::Role::Partner => None,
        v1::Role::LegalRepresentative => Some(RoleName::LegalRepresentative),
        v1::Role::Administrator => Some(RoleName::Administrator),
        v1::Role::Collaborator => Some(RoleName::Collaborator),
        v1::Role::External => Some(RoleName::External),
    })
}

/// The areas of an administrator, in the order of the wire's areas.
pub(crate) fn areas_to_proto(areas: &Areas) -> Vec<i32> {
    area_set_to_proto(AreaSet {
        financial: areas.financial,
        security: areas.security,
        user_rights: areas.user_rights,
        technical: areas.technical.is_some(),
    })
}

/// Areas, in the order of the wire's areas.
pub(crate) fn area_set_to_proto(areas: AreaSet) -> Vec<i32> {
    let named = [
        (areas.financial, v1::Area::Financial),
        (areas.security, v1::Area::Security),
        (areas.user_rights, v1::Area::UserRights),
        (areas.technical, v1::Area::Technical),
    ];
    named
        .into_iter()
        .filter(|(held, _)| *held)
        .map(|(_, area)| area.into())
        .collect()
}

/// Areas by name.
pub(crate) fn area_set(fields: &mut Fields, field: &str, wire: Vec<i32>) -> Option<AreaSet> {
    let choices = "AREA_FINANCIAL, AREA_SECURITY, AREA_USER_RIGHTS, AREA_TECHNICAL";
    let named = each(fields, field, wire, |fields, field, area| {
        fields.choice(field, area, choices, |area: v1::Area| {
            (area != v1::Area::Unspecified).then_some(area)
        })
    })?;
    Some(AreaSet {
        financial: named.contains(&v1::Area::Financial),
        security: named.contains(&v1::Area::Security),
        user_rights: named.contains(&v1::Area::UserRights),
        technical: named.contains(&v1::Area::Technical),
    })
}

/// The scope of TECHNICAL, which may be absent. Future products are no entry of it: there is no moment from which
/// they would count.
pub(crate) fn technical_scope(
    fields: &mut Fields,
    field: &str,
    wire: Option<v1::Scope>,
    organization: Parent<'_>,
) -> Option<Option<Scope>> {
    if wire.is_none() {
        return Some(None);
    }
    let scope = fields.scope(field, wire, organization)?;
    if scope
        .entries()
        .iter()
        .any(|entry| matches!(entry, ScopeEntry::FutureOfType(_)))
    {
        fields.reject(
            field,
            "must not name future products; name the whole type instead",
        );
        return None;
    }
    Some(Some(scope))
}

pub(crate) fn panel_to_proto(panel: Panel) -> v1::Panel {
    match panel {
        Panel::Branded => v1::Panel::Branded,
        Panel::WhiteLabel => v1::Panel::WhiteLabel,
    }
}

/// A panel by name.
pub(crate) fn panel(fields: &mut Fields, field: &str, wire: i32) -> Option<Panel> {
    fields.choice(
        field,
        wire,
        "PANEL_BRANDED, PANEL_WHITE_LABEL",
        |panel| match panel {
            v1::Panel::Unspecified => None,
            v1::Panel::Branded => Some(Panel::Branded),
            v1::Panel::WhiteLabel => Some(Panel::WhiteLabel),
        },
    )
}
