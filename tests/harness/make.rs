//! Short ways to say what a request says.

use grantor::v1;

/// An invitation for a role; the email comes from who is invited.
pub fn role(role: v1::Role) -> v1::Invitation {
    v1::Invitation {
        role: role.into(),
        ..Default::default()
    }
}

pub fn collaborator() -> v1::Invitation {
    role(v1::Role::Collaborator)
}

pub fn external() -> v1::Invitation {
    role(v1::Role::External)
}

pub fn legal_representative() -> v1::Invitation {
    role(v1::Role::LegalRepresentative)
}

/// An administrator with these areas; TECHNICAL is not narrowed where it is among them.
pub fn administrator(areas: &[v1::Area]) -> v1::Invitation {
    let technical = areas.contains(&v1::Area::Technical);
    v1::Invitation {
        areas: areas.iter().map(|area| (*area).into()).collect(),
        technical_scope: technical.then(all),
        ..role(v1::Role::Administrator)
    }
}

/// An administrator with TECHNICAL on this scope, and these other areas.
pub fn technician(scope: v1::Scope, others: &[v1::Area]) -> v1::Invitation {
    let mut areas = vec![v1::Area::Technical];
    areas.extend(others);
    v1::Invitation {
        technical_scope: Some(scope),
        ..administrator(&areas)
    }
}

pub fn all() -> v1::Scope {
    v1::Scope {
        scope: Some(v1::scope::Scope::All(())),
    }
}

pub fn listed(entries: impl IntoIterator<Item = v1::scope_entry::Entry>) -> v1::Scope {
    let entries = entries
        .into_iter()
        .map(|entry| v1::ScopeEntry { entry: Some(entry) })
        .collect();
    v1::Scope {
        scope: Some(v1::scope::Scope::Listed(v1::ScopeList { entries })),
    }
}

pub fn products(names: &[&str]) -> v1::Scope {
    listed(
        names
            .iter()
            .map(|name| v1::scope_entry::Entry::Product((*name).to_owned())),
    )
}

pub fn tag(tag: &str) -> v1::Scope {
    listed([v1::scope_entry::Entry::Tag(tag.to_owned())])
}

pub fn group(name: &str) -> v1::Scope {
    listed([v1::scope_entry::Entry::ProductGroup(name.to_owned())])
}

pub fn of_type(id: &str) -> v1::Scope {
    listed([v1::scope_entry::Entry::ProductType(format!(
        "productTypes/{id}"
    ))])
}

pub fn future(id: &str) -> v1::Scope {
    listed([v1::scope_entry::Entry::FutureProductType(format!(
        "productTypes/{id}"
    ))])
}

/// Rights by name, such as `kdrive/use`.
pub fn rights(names: &[&str]) -> v1::Rights {
    v1::Rights {
        names: names.iter().map(|name| (*name).to_owned()).collect(),
        ..Default::default()
    }
}

pub fn kinds(kinds: &[v1::RightKind]) -> v1::Rights {
    v1::Rights {
        kinds: kinds.iter().map(|kind| (*kind).into()).collect(),
        ..Default::default()
    }
}

pub fn every_right() -> v1::Rights {
    v1::Rights {
        all: true,
        ..Default::default()
    }
}

/// A grant to a member of the organization.
pub fn to_member(
    organization: &str,
    user: &str,
    rights: v1::Rights,
    scope: v1::Scope,
) -> v1::Grant {
    grant(
        format!("organizations/{organization}/members/{user}"),
        rights,
        scope,
    )
}

pub fn to_team(organization: &str, team: &str, rights: v1::Rights, scope: v1::Scope) -> v1::Grant {
    grant(
        format!("organizations/{organization}/teams/{team}"),
        rights,
        scope,
    )
}

fn grant(subject: String, rights: v1::Rights, scope: v1::Scope) -> v1::Grant {
    v1::Grant {
        subject,
        rights: Some(rights),
        scope: Some(scope),
        ..Default::default()
    }
}

pub fn fully() -> Option<v1::Consistency> {
    Some(v1::Consistency {
        requirement: Some(v1::consistency::Requirement::FullyConsistent(())),
    })
}

pub fn at_least(token: &str) -> Option<v1::Consistency> {
    let seen = v1::AtLeastAsFresh {
        tokens: vec![token.to_owned()],
    };
    Some(v1::Consistency {
        requirement: Some(v1::consistency::Requirement::AtLeastAsFresh(seen)),
    })
}
