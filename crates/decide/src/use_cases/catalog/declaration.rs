//! Is a declared catalog one that can be? What a declaration must be by itself, whatever is there.

use std::collections::{HashMap, HashSet};

use domain::{CONTACT_SUPPORT, DisplayName, ProductTypeId, RightId, RightKind, Violation};
use serde::Serialize;

/// The name under which an organization itself is asked about.
const ORGANIZATION: &str = "organization";

/// A product type as it is to be.
#[derive(Debug, Clone, Serialize)]
pub struct DeclaredType {
    pub id: ProductTypeId,
    /// Its name for people.
    pub display_name: DisplayName,
    /// All its rights, in the order in which they are shown.
    pub rights: Vec<DeclaredRight>,
    /// The system that keeps its grants, where that is not Grantor.
    pub managing_system: Option<DisplayName>,
    /// What was read.
    pub etag: Option<String>,
}

/// A right as it is to be.
#[derive(Debug, Clone, Serialize)]
pub struct DeclaredRight {
    /// Its id within the type.
    pub id: RightId,
    /// Its name for people.
    pub display_name: DisplayName,
    pub kind: RightKind,
    /// Rights of the same type that come with it.
    pub implies: Vec<RightId>,
}

/// What is wrong with the declaration as a whole, all of it at once.
pub(super) fn violations(types: &[DeclaredType]) -> Vec<Violation> {
    let mut seen = HashSet::new();
    let mut found = Vec::new();
    for (index, declared) in types.iter().enumerate() {
        let path = format!("product_types[{index}]");
        let id = &declared.id;
        if id.as_str() == ORGANIZATION {
            let why =
                "no type may be called organization: that name stands for organizations themselves";
            found.push(violation(format!("{path}.name"), why));
        }
        if !seen.insert(id) {
            found.push(violation(
                format!("{path}.name"),
                format!("{} is declared twice", id.resource_name()),
            ));
        }
        found.extend(right_violations(&path, declared));
    }
    found
}

fn right_violations(path: &str, declared: &DeclaredType) -> Vec<Violation> {
    let mut ids = HashSet::new();
    let mut found = Vec::new();
    for (index, right) in declared.rights.iter().enumerate() {
        let field = format!("{path}.rights[{index}].id");
        let id = &right.id;
        if id.as_str() == CONTACT_SUPPORT {
            found.push(violation(
                &field,
                "contact_support is on every product already, by role alone",
            ));
        }
        if !ids.insert(id) {
            found.push(violation(&field, format!("{id} is declared twice")));
        }
    }
    let unknown = implied_but_not_declared(path, declared, &ids);
    if unknown.is_empty() && found.is_empty() {
        found.extend(circles(path, declared));
    }
    found.extend(unknown);
    found
}

fn implied_but_not_declared(
    path: &str,
    declared: &DeclaredType,
    ids: &HashSet<&RightId>,
) -> Vec<Violation> {
    let mut found = Vec::new();
    for (index, right) in declared.rights.iter().enumerate() {
        for (place, implied) in right
            .implies
            .iter()
            .enumerate()
            .filter(|(_, id)| !ids.contains(id))
        {
            found.push(violation(
                format!("{path}.rights[{index}].implies[{place}]"),
                format!(
                    "{} declares no right {implied}; a right implies only rights of its own type",
                    declared.id
                ),
            ));
        }
    }
    found
}

/// Rights that imply themselves, by whatever detour.
fn circles(path: &str, declared: &DeclaredType) -> Vec<Violation> {
    let implied: HashMap<_, _> = declared
        .rights
        .iter()
        .map(|right| (&right.id, right.implies.as_slice()))
        .collect();
    let circling = declared
        .rights
        .iter()
        .enumerate()
        .filter(|(_, right)| reaches_itself(&implied, &right.id));
    circling
        .map(|(index, right)| {
            violation(
                format!("{path}.rights[{index}].implies"),
                format!("{} implies itself in a circle", right.id),
            )
        })
        .collect()
}

fn reaches_itself(implied: &HashMap<&RightId, &[RightId]>, start: &RightId) -> bool {
    let mut seen = HashSet::new();
    let mut open = vec![start];
    while let Some(right) = open.pop() {
        for next in implied.get(right).copied().unwrap_or_default() {
            if next == start {
                return true;
            }
            if seen.insert(next) {
                open.push(next);
            }
        }
    }
    false
}

fn violation(field: impl Into<String>, description: impl Into<String>) -> Violation {
    Violation {
        field: field.into(),
        description: description.into(),
    }
}
