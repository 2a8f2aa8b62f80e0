//! Sentences about members and what they have: roles, areas, access by type, all of it at once.

use domain::Scope;

use super::actor::{Actor, Answer, Done};
use super::make::{self, organization, product, product_type, user};
use crate::named_rights::NamedRights;
use crate::queries::role_matrix::Area;
use crate::use_cases::member::{
    AllAccess, DeactivateMember, GrantFullAccess, LeaveOrganization, OwnAccess, ReactivateMember,
    RemoveMember, ReplaceAllMemberAccess, ReplaceMemberAccess, UpdateMember,
};
use crate::use_cases::role_spec::{RoleName, RoleSpec};

/// Rights on single products, and nothing on products made later.
pub(super) fn own(products: &[(&str, NamedRights)]) -> OwnAccess {
    let entry = |(name, rights): &(&str, NamedRights)| (product(name), rights.clone());
    OwnAccess {
        products: products.iter().map(entry).collect(),
        type_rights: None,
        future: None,
    }
}

/// Rights on single products, and these on products made later.
pub(super) fn own_and_future(products: &[(&str, NamedRights)], future: NamedRights) -> OwnAccess {
    OwnAccess {
        future: Some(future),
        ..own(products)
    }
}

/// Rights on these products alone.
pub(super) fn listed(products: &[(&str, NamedRights)]) -> AllAccess {
    AllAccess::Listed {
        products: own(products).products,
        groups: Vec::new(),
    }
}

/// An update of a member that changes nothing yet.
pub(super) fn same_member() -> UpdateMember {
    UpdateMember {
        organization: organization("acme"),
        user: user("nobody"),
        etag: None,
        role: RoleSpec {
            role: None,
            areas: None,
            technical_scope: None,
        },
        panel: None,
    }
}

impl Actor {
    pub(super) fn updates_member(
        &self,
        here: &str,
        whom: &str,
        update: UpdateMember,
    ) -> Answer<Done> {
        let command = UpdateMember {
            organization: organization(here),
            user: user(whom),
            ..update
        };
        self.does("UpdateMember", &command)
    }

    /// Gives a member another role, and nothing with it.
    pub(super) fn changes_role(&self, here: &str, whom: &str, role: RoleName) -> Answer<Done> {
        let role = make::role(role).role;
        let update = UpdateMember {
            role,
            ..same_member()
        };
        self.updates_member(here, whom, update)
    }

    /// Makes a member an administrator with these areas; TECHNICAL has this scope.
    pub(super) fn hands_out(
        &self,
        here: &str,
        whom: &str,
        areas: &[Area],
        technical_scope: Option<Scope>,
    ) -> Answer<Done> {
        let role = RoleSpec {
            role: Some(RoleName::Administrator),
            areas: Some(make::areas(areas)),
            technical_scope,
        };
        let update = UpdateMember {
            role,
            ..same_member()
        };
        self.updates_member(here, whom, update)
    }

    /// Takes themselves out of the organization.
    pub(super) fn leaves(&self, here: &str) -> Answer<Done> {
        let organization = organization(here);
        self.does("LeaveOrganization", &LeaveOrganization { organization })
    }

    pub(super) fn deactivates_member(&self, here: &str, whom: &str) -> Answer<Done> {
        let command = DeactivateMember {
            organization: organization(here),
            user: user(whom),
            etag: None,
        };
        self.does("DeactivateMember", &command)
    }

    pub(super) fn reactivates_member(&self, here: &str, whom: &str) -> Answer<Done> {
        let command = ReactivateMember {
            organization: organization(here),
            user: user(whom),
            etag: None,
        };
        self.does("ReactivateMember", &command)
    }

    pub(super) fn removes_member(&self, here: &str, whom: &str) -> Answer<Done> {
        let command = RemoveMember {
            organization: organization(here),
            user: user(whom),
            etag: None,
        };
        self.does("RemoveMember", &command)
    }

    /// Saves what a member has of their own on one type.
    pub(super) fn saves_access(
        &self,
        here: &str,
        whom: &str,
        of: &str,
        own: OwnAccess,
    ) -> Answer<Done> {
        self.saves_access_seen(here, whom, of, Some(own), None)
    }

    /// Saves that a member has nothing of their own on one type.
    pub(super) fn saves_no_access(&self, here: &str, whom: &str, of: &str) -> Answer<Done> {
        self.saves_access_seen(here, whom, of, None, None)
    }

    /// Saves access to one type, with the etag that was read.
    pub(super) fn saves_access_seen(
        &self,
        here: &str,
        whom: &str,
        of: &str,
        access: Option<OwnAccess>,
        etag: Option<String>,
    ) -> Answer<Done> {
        let command = ReplaceMemberAccess {
            organization: organization(here),
            user: user(whom),
            product_type: product_type(of),
            access,
            etag,
        };
        self.does("ReplaceMemberAccess", &command)
    }

    /// Saves all of a member's access; `all` is acknowledged.
    pub(super) fn saves_all_access(
        &self,
        here: &str,
        whom: &str,
        access: AllAccess,
    ) -> Answer<Done> {
        self.saves_all_access_and(here, whom, access, true)
    }

    /// The same, acknowledged or not.
    pub(super) fn saves_all_access_and(
        &self,
        here: &str,
        whom: &str,
        access: AllAccess,
        acknowledge_all: bool,
    ) -> Answer<Done> {
        let command = ReplaceAllMemberAccess {
            organization: organization(here),
            user: user(whom),
            access,
            acknowledge_all,
            etag: None,
        };
        self.does("ReplaceAllMemberAccess", &command)
    }

    /// Gives every right on all products in one call; what it opens is acknowledged.
    pub(super) fn grants_full_access(&self, here: &str, whom: &str) -> Answer<Done> {
        let command = GrantFullAccess {
            organization: organization(here),
            user: user(whom),
            acknowledge_all: true,
        };
        self.does("GrantFullAccess", &command)
    }
}
