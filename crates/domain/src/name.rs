//! How resource names (AIP-122) are printed: nothing else writes `organizations/…`. They are read in `server`.

use std::fmt;

use crate::{
    AssignmentId, ChangeRequestId, GrantId, GroupId, Home, InvitationId, KeyId, OrganizationId,
    PartnershipId, ProductId, ProductTypeId, ServiceAccountId, TeamId, UserId,
};

/// A resource name that is not written yet: a place in a message needs no text of its own for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ResourceName<'a> {
    parent: Option<Part<'a>>,
    last: Part<'a>,
}

/// A collection and an id in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Part<'a>(&'static str, &'a str);

impl<'a> ResourceName<'a> {
    /// The name of `id`, which stands below nothing.
    pub(crate) fn top(collection: &'static str, id: &'a str) -> Self {
        Self {
            parent: None,
            last: Part(collection, id),
        }
    }

    /// The name of `id` below `parent`.
    pub(crate) fn below(
        (parents, parent): (&'static str, &'a str),
        collection: &'static str,
        id: &'a str,
    ) -> Self {
        Self {
            parent: Some(Part(parents, parent)),
            last: Part(collection, id),
        }
    }
}

impl fmt::Display for Part<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(collection, id) = self;
        write!(f, "{collection}/{id}")
    }
}

impl fmt::Display for ResourceName<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(parent) = self.parent {
            write!(f, "{parent}/")?;
        }
        self.last.fmt(f)
    }
}

impl From<ResourceName<'_>> for String {
    fn from(name: ResourceName<'_>) -> Self {
        name.to_string()
    }
}

macro_rules! top {
    ($($id:ident in $collection:literal;)*) => {$(
        impl $id {
            /// The resource name.
            pub fn resource_name(&self) -> ResourceName<'_> {
                ResourceName::top($collection, self.as_str())
            }
        }
    )*};
}

top! {
    OrganizationId in "organizations";
    ProductTypeId in "productTypes";
    ServiceAccountId in "serviceAccounts";
    UserId in "users";
}

macro_rules! within {
    ($($id:ident in $collection:literal;)*) => {$(
        impl $id {
            /// The resource name.
            pub fn within<'a>(&'a self, organization: &'a OrganizationId) -> ResourceName<'a> {
                organization.parent_of($collection, self.as_str())
            }

            /// The name for whoever knows which organization is meant.
            pub fn local_name(&self) -> ResourceName<'_> {
                ResourceName::top($collection, self.as_str())
            }
        }
    )*};
}

within! {
    AssignmentId in "clientAssignments";
    ChangeRequestId in "changeRequests";
    GrantId in "grants";
    GroupId in "productGroups";
    InvitationId in "invitations";
    PartnershipId in "partnerships";
    ProductId in "products";
    TeamId in "teams";
}

impl OrganizationId {
    /// The resource name of the organization's entry in the partner directory.
    pub fn partner_name(&self) -> ResourceName<'_> {
        ResourceName::top("partners", self.as_str())
    }

    fn parent_of<'a>(&'a self, collection: &'static str, id: &'a str) -> ResourceName<'a> {
        ResourceName::below(("organizations", self.as_str()), collection, id)
    }
}

impl UserId {
    /// The resource name of the membership.
    pub fn member_of<'a>(&'a self, organization: &'a OrganizationId) -> ResourceName<'a> {
        organization.parent_of("members", self.as_str())
    }

    /// The name of the membership for whoever knows which organization is meant.
    pub fn local_member(&self) -> ResourceName<'_> {
        ResourceName::top("members", self.as_str())
    }

    /// The resource name of the organization's having shut this person out.
    pub fn shut_out_of<'a>(&'a self, organization: &'a OrganizationId) -> ResourceName<'a> {
        organization.parent_of("shutOuts", self.as_str())
    }
}

impl KeyId {
    /// The resource name.
    pub fn of_account<'a>(&'a self, account: &'a ServiceAccountId) -> ResourceName<'a> {
        ResourceName::below(("serviceAccounts", account.as_str()), "keys", self.as_str())
    }
}

impl Home {
    /// The home in words: the resource name of an organization.
    pub fn resource_name(&self) -> String {
        match self.organization() {
            Some(organization) => organization.resource_name().to_string(),
            None => self.to_string(),
        }
    }
}
