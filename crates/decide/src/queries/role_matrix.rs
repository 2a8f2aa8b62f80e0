//! Who can access what, by role alone (S2-9)? Read off the role table itself, so that the two can't disagree.

use domain::{Areas, OrganizationRight, Role, Scope};

/// An area of an administrator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Area {
    Financial,
    Security,
    UserRights,
    Technical,
}

/// When a role holds a right on the organization.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Condition {
    Always,
    Never,
    /// With the area.
    WithArea(Area),
    /// With TECHNICAL on all products.
    TechnicalNotNarrowed,
    /// With TECHNICAL, for products in its scope.
    TechnicalInScope,
}

/// What a role has on products.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnProducts {
    /// Every right on all.
    Everything,
    /// Every right on those in the scope of TECHNICAL.
    TechnicalScope,
    /// What grants and teams give.
    Granted,
}

/// One role of the table; an administrator without any area, whose rights then depend on the areas.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleRow {
    pub role: Role,
    /// What it has on products.
    pub products: OnProducts,
    /// Each right on the organization, in the order of the table.
    pub organization: Vec<(OrganizationRight, Condition)>,
}

/// The table, the highest role first.
pub fn role_matrix() -> Vec<RoleRow> {
    let administrator = Role::Administrator(Areas::default());
    let roles = [
        Role::LegalRepresentative,
        administrator,
        Role::Collaborator,
        Role::External,
    ];
    roles.into_iter().map(row).collect()
}

/// What a right on the organization allows, in one sentence.
pub fn allows(right: OrganizationRight) -> &'static str {
    match right {
        OrganizationRight::View => {
            "See the organization's name and branding, one's own membership, rights and products."
        }
        OrganizationRight::ShareDirectory => {
            "Share in calendars and address books of the whole organization."
        }
        OrganizationRight::ManageOrganization => "Change the organization's settings and branding.",
        OrganizationRight::ManagePartners => "Give partners access, change it and end it.",
        OrganizationRight::ActAsPartner => "Act for the organization as a partner of others.",
        OrganizationRight::ManageUsers => "Manage members, teams, grants and invitations.",
        OrganizationRight::ManageProducts => "Name, tag and group products.",
        OrganizationRight::ManageSecurity => "Read the audit and manage security settings.",
        OrganizationRight::ManageFinances => "Manage what concerns money, such as invoices.",
        OrganizationRight::UseWallet => "Pay from the organization's wallet.",
        OrganizationRight::ContactSupport => "Ask the operator for help.",
    }
}

fn row(role: Role) -> RoleRow {
    let products = match role {
        Role::LegalRepresentative => OnProducts::Everything,
        Role::Administrator(_) => OnProducts::TechnicalScope,
        Role::Collaborator | Role::External => OnProducts::Granted,
    };
    let organization = OrganizationRight::ALL
        .into_iter()
        .map(|right| (right, condition(right, &role)))
        .collect();
    RoleRow {
        role,
        products,
        organization,
    }
}

fn condition(right: OrganizationRight, role: &Role) -> Condition {
    if right.comes_with(role) {
        return Condition::Always;
    }
    if role.areas().is_none() {
        return Condition::Never;
    }
    let comes_with = |areas: Areas| right.comes_with(&Role::Administrator(areas));
    let none = Areas::default;
    let narrowed = Some(Scope::Listed(Vec::new()));
    if comes_with(Areas {
        financial: true,
        ..none()
    }) {
        Condition::WithArea(Area::Financial)
    } else if comes_with(Areas {
        security: true,
        ..none()
    }) {
        Condition::WithArea(Area::Security)
    } else if comes_with(Areas {
        user_rights: true,
        ..none()
    }) {
        Condition::WithArea(Area::UserRights)
    } else if comes_with(Areas {
        technical: narrowed,
        ..none()
    }) {
        Condition::TechnicalInScope
    } else if comes_with(Areas {
        technical: Some(Scope::All),
        ..none()
    }) {
        Condition::TechnicalNotNarrowed
    } else {
        Condition::Never
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_matrix_says_what_the_role_table_says() {
        let matrix = role_matrix();
        let administrator = matrix.iter().find(|row| row.role.areas().is_some());
        let of = |right| {
            administrator
                .and_then(|row| row.organization.iter().find(|(known, _)| *known == right))
                .map(|row| row.1)
        };
        assert_eq!(of(OrganizationRight::View), Some(Condition::Always));
        assert_eq!(
            of(OrganizationRight::ManagePartners),
            Some(Condition::Never)
        );
        assert_eq!(
            of(OrganizationRight::UseWallet),
            Some(Condition::WithArea(Area::Financial))
        );
        assert_eq!(
            of(OrganizationRight::ManageUsers),
            Some(Condition::WithArea(Area::UserRights))
        );
        assert_eq!(
            of(OrganizationRight::ManageProducts),
            Some(Condition::TechnicalInScope)
        );
        assert_eq!(
            of(OrganizationRight::ActAsPartner),
            Some(Condition::TechnicalNotNarrowed)
        );
    }
}
