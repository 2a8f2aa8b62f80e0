//! Short ways to say what a command says; they are called as those of the tests on the wire.

use domain::{
    DisplayName, Email, GroupId, Kinds, OrganizationId, Period, ProductId, ProductTypeId, RightId,
    RightKind, Scope, ScopeEntry, Subject, Tag, TeamId, Timestamp, UserId,
};

use crate::grant_spec::GrantSpec;
use crate::named_rights::NamedRights;
use crate::queries::role_matrix::Area;
use crate::use_cases::edit::Edit;
use crate::use_cases::grant::{NewGrant, UpdateGrant};
use crate::use_cases::invitation::CreateInvitation;
use crate::use_cases::product::NewProduct;
use crate::use_cases::role_spec::{AreaSet, RoleName, RoleSpec};

use super::actor::Made;

pub(super) fn user(id: &str) -> UserId {
    UserId::parse(id).expect("an id")
}

pub(super) fn organization(id: &str) -> OrganizationId {
    OrganizationId::parse(id).expect("an id")
}

pub(super) fn product_type(id: &str) -> ProductTypeId {
    ProductTypeId::parse(id).expect("an id")
}

pub(super) fn team(id: &str) -> TeamId {
    TeamId::parse(id).expect("an id")
}

pub(super) fn email(text: &str) -> Email {
    Email::parse(text).expect("an email")
}

pub(super) fn display_name(text: &str) -> DisplayName {
    DisplayName::parse(text).expect("a name")
}

/// A product of this type, with neither tags nor groups.
pub(super) fn new_product(id: &str, of: &str) -> NewProduct {
    NewProduct {
        id: Some(ProductId::parse(id).expect("an id")),
        product_type: product_type(of),
        display_name: display_name(id),
        tags: Vec::new(),
        groups: Vec::new(),
    }
}

/// What a resource name ends with, and the organization in which it is.
pub(super) fn within(name: &str) -> (OrganizationId, &str) {
    let mut parts = name.split('/').skip(1).step_by(2);
    let here = parts.next().map(organization).expect("organizations/ID/…");
    (here, parts.next().unwrap_or_default())
}

pub(super) fn product(name: &str) -> ProductId {
    ProductId::parse(within(name).1).expect("an id")
}

pub(super) fn group_id(name: &str) -> GroupId {
    GroupId::parse(within(name).1).expect("an id")
}

/// An invitation for a role; where and whom says who sends it.
pub(super) fn role(role: RoleName) -> CreateInvitation {
    CreateInvitation {
        organization: organization("acme"),
        id: None,
        email: email("nobody@example.com"),
        role: RoleSpec {
            role: Some(role),
            areas: None,
            technical_scope: None,
        },
        panel: None,
        grants: Vec::new(),
        teams: Vec::new(),
        locale: None,
        expire_time: None,
        lift_shut_out: false,
    }
}

/// The same for this person.
pub(super) fn to(whom: &str, invitation: CreateInvitation) -> CreateInvitation {
    CreateInvitation {
        email: email(whom),
        ..invitation
    }
}

pub(super) fn collaborator() -> CreateInvitation {
    role(RoleName::Collaborator)
}

pub(super) fn external() -> CreateInvitation {
    role(RoleName::External)
}

pub(super) fn legal_representative() -> CreateInvitation {
    role(RoleName::LegalRepresentative)
}

pub(super) fn areas(areas: &[Area]) -> AreaSet {
    AreaSet {
        financial: areas.contains(&Area::Financial),
        security: areas.contains(&Area::Security),
        user_rights: areas.contains(&Area::UserRights),
        technical: areas.contains(&Area::Technical),
    }
}

/// An administrator with these areas; TECHNICAL is not narrowed where it is among them.
pub(super) fn administrator(named: &[Area]) -> CreateInvitation {
    let technical = named.contains(&Area::Technical);
    CreateInvitation {
        role: RoleSpec {
            role: Some(RoleName::Administrator),
            // No area named is no empty choice in an invitation.
            areas: (!named.is_empty()).then(|| areas(named)),
            technical_scope: technical.then(all),
        },
        ..role(RoleName::Administrator)
    }
}

/// An administrator with TECHNICAL on this scope, and these other areas.
pub(super) fn technician(scope: Scope, others: &[Area]) -> CreateInvitation {
    let mut named = vec![Area::Technical];
    named.extend(others);
    let invitation = administrator(&named);
    CreateInvitation {
        role: RoleSpec {
            technical_scope: Some(scope),
            ..invitation.role
        },
        ..invitation
    }
}

pub(super) fn all() -> Scope {
    Scope::All
}

pub(super) fn products(names: &[&str]) -> Scope {
    Scope::listed(names.iter().map(|name| ScopeEntry::Product(product(name))))
}

pub(super) fn tag(text: &str) -> Scope {
    Scope::listed([ScopeEntry::Tag(tag_id(text))])
}

pub(super) fn tag_id(text: &str) -> Tag {
    Tag::parse(text).expect("a tag")
}

pub(super) fn group(name: &str) -> Scope {
    Scope::listed([ScopeEntry::Group(group_id(name))])
}

pub(super) fn of_type(id: &str) -> Scope {
    Scope::listed([ScopeEntry::Type(product_type(id))])
}

pub(super) fn future(id: &str) -> Scope {
    Scope::listed([ScopeEntry::FutureOfType(product_type(id))])
}

/// Rights by name, such as `kdrive/use`.
pub(super) fn rights(names: &[&str]) -> NamedRights {
    kinds_and_rights(&[], names)
}

pub(super) fn kinds(kinds: &[RightKind]) -> NamedRights {
    kinds_and_rights(kinds, &[])
}

pub(super) fn kinds_and_rights(kinds: &[RightKind], names: &[&str]) -> NamedRights {
    let right = |name: &&str| {
        let (of_type, right) = name.split_once('/').expect("type/right");
        (product_type(of_type), RightId::parse(right).expect("an id"))
    };
    NamedRights::Listed {
        kinds: kinds.iter().copied().collect::<Kinds>(),
        rights: names.iter().map(right).collect(),
    }
}

pub(super) fn every_right() -> NamedRights {
    NamedRights::All
}

/// What is offered or asked for; scope `all` is acknowledged.
pub(super) fn offered(rights: NamedRights, scope: Scope) -> GrantSpec {
    GrantSpec {
        rights,
        scope,
        period: Period::default(),
        acknowledge_all: true,
    }
}

/// A grant to a member of the organization.
pub(super) fn to_member(_: &str, id: &str, rights: NamedRights, scope: Scope) -> NewGrant {
    grant(Subject::Member(user(id)), rights, scope)
}

pub(super) fn to_team(_: &str, id: &str, rights: NamedRights, scope: Scope) -> NewGrant {
    grant(Subject::Team(team(id)), rights, scope)
}

fn grant(subject: Subject, rights: NamedRights, scope: Scope) -> NewGrant {
    NewGrant {
        id: None,
        subject,
        spec: offered(rights, scope),
        note: None,
    }
}

/// The grant from then until then.
pub(super) fn lasting(
    grant: NewGrant,
    start: Option<Timestamp>,
    end: Option<Timestamp>,
) -> NewGrant {
    let period = Period { start, end };
    NewGrant {
        spec: GrantSpec {
            period,
            ..grant.spec
        },
        ..grant
    }
}

/// An update of a grant that changes nothing yet; scope `all` is acknowledged.
pub(super) fn same(grant: &Made<domain::Grant>) -> UpdateGrant {
    UpdateGrant {
        organization: within(&grant.name).0,
        id: grant.id.clone(),
        rights: Edit::Keep,
        scope: Edit::Keep,
        start: Edit::Keep,
        end: Edit::Keep,
        note: Edit::Keep,
        acknowledge_all: true,
        etag: None,
    }
}
