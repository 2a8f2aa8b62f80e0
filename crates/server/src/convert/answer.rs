//! Answers about access on the wire.

use app::KnownUses;
use app::access::{Path, Resource};
use app::queries::access::{
    AccessibleOrganization, Accessor, ExercisedPartnership, Explanation, ListAccessors,
};
use decide::queries::access::{AccessReason, Answer, HeldRight, MissingAccess, Question, Way};
use domain::{Areas, OrganizationId, OrganizationRight, Product, ResourceName, RightName, Role};
use grantor::v1;

use super::grant::giver;
use super::rights::{rights_to_proto, scope_to_proto};
use super::role::{role_to_proto, shown_role_to_proto};
use super::shortened::{MAX_LIST, shortened};
use super::time::{day, proto};

/// The most bytes of the ways of one person in a list of people.
const MAX_PATHS: usize = 16 << 10;

/// What an answer is about, as far as its paths need it.
pub(crate) struct About<'a> {
    organization: &'a OrganizationId,
    /// The right on the organization; none on a product.
    right: Option<OrganizationRight>,
}

impl<'a> About<'a> {
    /// A right of a resource.
    pub(crate) fn new(
        organization: &'a OrganizationId,
        resource: &Resource,
        right: &RightName,
    ) -> Self {
        match resource {
            Resource::Organization => Self {
                organization,
                right: right.on_organization(),
            },
            Resource::Product(_) => Self {
                organization,
                right: None,
            },
        }
    }

    /// What those are asked about who may use something.
    pub(crate) fn listed(query: &'a ListAccessors) -> Self {
        let right = query.right.as_ref().filter(|_| query.product.is_none());
        Self {
            organization: &query.organization,
            right: right.and_then(RightName::on_organization),
        }
    }

    pub(crate) fn products(organization: &'a OrganizationId) -> Self {
        Self {
            organization,
            right: None,
        }
    }

    /// What a question is about.
    pub(crate) fn of(question: &'a Question) -> Self {
        Self::new(&question.organization, &question.resource, &question.right)
    }
}

/// An answer of a batch.
pub(crate) fn answer_to_proto(answer: &Answer, about: &About<'_>) -> v1::AccessAnswer {
    v1::AccessAnswer {
        decision: decision_to_proto(answer).into(),
        reason: reason_to_proto(answer.reason).into(),
        path: answer
            .decision
            .path
            .as_ref()
            .map(|path| path_to_proto(path, about)),
        valid_until: answer.decision.valid_until.map(proto),
    }
}

/// Allowed or denied.
pub(crate) fn decision_to_proto(answer: &Answer) -> v1::Decision {
    if answer.decision.allowed {
        v1::Decision::Allowed
    } else {
        v1::Decision::Denied
    }
}

pub(crate) fn reason_to_proto(reason: AccessReason) -> v1::AccessReason {
    match reason {
        AccessReason::Role => v1::AccessReason::AllowedByRole,
        AccessReason::Grant => v1::AccessReason::AllowedByGrant,
        AccessReason::Team => v1::AccessReason::AllowedByTeam,
        AccessReason::Partnership => v1::AccessReason::AllowedByPartnership,
        AccessReason::NotAMember => v1::AccessReason::NotAMember,
        AccessReason::UserInactive => v1::AccessReason::UserInactive,
        AccessReason::MemberInactive => v1::AccessReason::MemberInactive,
        AccessReason::ProductUnknown => v1::AccessReason::ProductUnknown,
        AccessReason::NotGranted => v1::AccessReason::NotGranted,
        AccessReason::NotStarted => v1::AccessReason::NotStarted,
        AccessReason::Expired => v1::AccessReason::Expired,
        AccessReason::RoleLacksRight => v1::AccessReason::RoleLacksRight,
        AccessReason::AreaMissing => v1::AccessReason::AreaMissing,
        AccessReason::OutsideTechnicalScope => v1::AccessReason::OutsideTechnicalScope,
        AccessReason::ExternallyManaged => v1::AccessReason::ExternallyManaged,
    }
}

/// A way that leads to a right, as it is told: its names are not written yet.
#[derive(Default)]
pub(crate) struct ToldPath<'a> {
    pub(crate) kind: v1::PathKind,
    pub(crate) role: v1::Role,
    pub(crate) area: v1::Area,
    pub(crate) grant: Option<ResourceName<'a>>,
    pub(crate) team: Option<ResourceName<'a>>,
    pub(crate) partnership: Option<ResourceName<'a>>,
}

impl<'a> ToldPath<'a> {
    pub(crate) fn of(path: &'a Path, about: &About<'a>) -> Self {
        let home = about.organization;
        match path {
            Path::Role(role) => Self {
                kind: v1::PathKind::Role,
                role: role_to_proto(role),
                area: area(role, about.right),
                ..Self::default()
            },
            Path::Grant(grant) => Self {
                kind: v1::PathKind::Grant,
                grant: Some(grant.within(home)),
                ..Self::default()
            },
            Path::Team(team, grant) => Self {
                kind: v1::PathKind::Team,
                grant: Some(grant.within(home)),
                team: Some(team.id.within(home)),
                ..Self::default()
            },
            Path::Partnership(partnership, grant) => Self {
                kind: v1::PathKind::Partnership,
                grant: grant.as_ref().map(|grant| grant.within(home)),
                partnership: Some(partnership.id.within(home)),
                ..Self::default()
            },
        }
    }
}

/// A way that leads to a right.
pub(crate) fn path_to_proto(path: &Path, about: &About<'_>) -> v1::AccessPath {
    let told = ToldPath::of(path, about);
    let name = |name: Option<ResourceName<'_>>| name.map(String::from).unwrap_or_default();
    v1::AccessPath {
        kind: told.kind.into(),
        role: told.role.into(),
        area: told.area.into(),
        grant: name(told.grant),
        team: name(told.team),
        partnership: name(told.partnership),
    }
}

/// The area that gives an administrator the right: the one without which the role would not.
fn area(role: &Role, right: Option<OrganizationRight>) -> v1::Area {
    if role.areas().is_none() {
        return v1::Area::Unspecified;
    }
    let Some(right) = right else {
        return v1::Area::Technical;
    };
    let comes_with = |areas| right.comes_with(&Role::Administrator(areas));
    let all = Areas::all;
    let without = [
        (
            Areas {
                financial: false,
                ..all()
            },
            v1::Area::Financial,
        ),
        (
            Areas {
                security: false,
                ..all()
            },
            v1::Area::Security,
        ),
        (
            Areas {
                user_rights: false,
                ..all()
            },
            v1::Area::UserRights,
        ),
        (
            Areas {
                technical: None,
                ..all()
            },
            v1::Area::Technical,
        ),
    ];
    let needed = without
        .into_iter()
        .find(|(areas, _)| !comes_with(areas.clone()));
    needed.map_or(v1::Area::Unspecified, |(_, area)| area)
}

/// A product that somebody may use.
pub(crate) fn accessible_to_proto(
    organization: &OrganizationId,
    product: &Product,
    rights: &[String],
) -> v1::AccessibleProduct {
    v1::AccessibleProduct {
        product: product.id.within(organization).to_string(),
        product_type: product.product_type.resource_name().to_string(),
        display_name: product.display_name.to_string(),
        rights: rights.to_vec(),
    }
}

/// An organization in which somebody may do something.
pub(crate) fn organization_to_proto(found: &AccessibleOrganization) -> v1::AccessibleOrganization {
    let role = found
        .role
        .map_or(v1::Role::Unspecified, shown_role_to_proto);
    let exercised = |it: &ExercisedPartnership| v1::ExercisedPartnership {
        partnership: it.id.within(&found.organization).to_string(),
        partner: it
            .partner
            .as_ref()
            .map(|partner| partner.resource_name().to_string())
            .unwrap_or_default(),
    };
    v1::AccessibleOrganization {
        organization: found.organization.resource_name().to_string(),
        display_name: found.display_name.clone(),
        role: role.into(),
        partnerships: found.partnerships.iter().map(exercised).collect(),
        valid_until: found.valid_until.map(proto),
        consistency_token: found.token.clone(),
    }
}

/// A member who may use something.
pub(crate) fn accessor_to_proto(accessor: &Accessor, about: &About<'_>) -> v1::Accessor {
    let (paths, omitted_path_count) = shortened(MAX_PATHS, &accessor.paths, |path| {
        path_to_proto(path, about)
    });
    v1::Accessor {
        user: accessor.user.resource_name().to_string(),
        role: accessor
            .role
            .map_or(v1::Role::Unspecified, shown_role_to_proto)
            .into(),
        paths,
        omitted_path_count,
        valid_until: accessor.valid_until.map(proto),
    }
}

/// The rights that somebody has.
pub(crate) fn held_to_proto(
    held: Vec<HeldRight>,
    organization: &OrganizationId,
    resource: &Resource,
) -> Vec<v1::HeldRight> {
    let room = MAX_LIST / held.len().max(1);
    let right = |held: HeldRight| {
        let about = About::new(organization, resource, &held.right);
        let (paths, omitted_path_count) =
            shortened(room, &held.paths, |path| path_to_proto(path, &about));
        v1::HeldRight {
            right: held.right.to_string(),
            paths,
            omitted_path_count,
        }
    };
    held.into_iter().map(right).collect()
}

/// One way that allows it, with all that it says.
fn way_to_proto(
    way: Way,
    about: &About<'_>,
    why: (&app::access::PlatformState, Option<&KnownUses>),
) -> v1::ExplainedPath {
    let (platform, uses) = why;
    let last_use = way.path.path.grant().zip(uses);
    let last_use = last_use.and_then(|(grant, uses)| uses.last.get(grant));
    let granted_by = way.granted_by.as_ref().map(giver);
    v1::ExplainedPath {
        path: Some(path_to_proto(&way.path.path, about)),
        scope: way
            .scope
            .map(|scope| scope_to_proto(about.organization, &scope)),
        rights: way.rights.map(|rights| rights_to_proto(&rights, platform)),
        implied_by: way.implied_by.unwrap_or_default(),
        start_time: way.path.start.map(proto),
        expire_time: way.path.end.map(proto),
        granted_by: granted_by.unwrap_or_default(),
        sentence: way.path.sentence,
        last_use_time: last_use.copied().map(day),
    }
}

fn missing_to_proto(missing: MissingAccess, organization: &OrganizationId) -> v1::MissingPiece {
    v1::MissingPiece {
        description: missing.description,
        grant: missing
            .grant
            .map(|grant| grant.within(organization).to_string())
            .unwrap_or_default(),
        grantors: missing
            .grantors
            .iter()
            .map(|user| user.member_of(organization).to_string())
            .collect(),
    }
}

/// An answer and why it is so.
pub(crate) fn explained_to_proto(
    why: Explanation,
    question: &Question,
) -> v1::ExplainAccessResponse {
    let Explanation {
        explained,
        uses,
        seen,
    } = why;
    let about = About::of(question);
    let platform = &seen.view.platform;
    let (paths, omitted_path_count) = shortened(MAX_LIST, explained.ways, |way| {
        way_to_proto(way, &about, (platform, uses.as_ref()))
    });
    v1::ExplainAccessResponse {
        decision: decision_to_proto(&explained.answer).into(),
        reason: reason_to_proto(explained.answer.reason).into(),
        sentence: explained.sentence,
        paths,
        omitted_path_count,
        missing: explained
            .missing
            .map(|missing| missing_to_proto(missing, about.organization)),
        valid_until: explained.answer.decision.valid_until.map(proto),
        uses_known_since: uses.map(|uses| day(uses.since)),
        evaluate_time: Some(proto(seen.at)),
        consistency_token: seen.token,
    }
}
