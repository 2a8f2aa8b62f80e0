//! The resource names of ids: nothing else writes `organizations/…`. They are read in `server`.

use crate::{
    AssignmentId, ChangeRequestId, GrantId, GroupId, Home, InvitationId, KeyId, Kind,
    OrganizationId, PartnershipId, ProductId, ProductTypeId, ResourceName, ServiceAccountId,
    TeamId, UserId,
};

macro_rules! top {
    ($($id:ident of $kind:ident;)*) => {$(
        impl $id {
            /// The resource name.
            pub fn resource_name(&self) -> ResourceName<'_> {
                Kind::$kind.name_of(self.as_str())
            }
        }
    )*};
}

top! {
    OrganizationId of Organization;
    ProductTypeId of ProductType;
    ServiceAccountId of ServiceAccount;
    UserId of User;
}

macro_rules! within {
    ($($id:ident of $kind:ident;)*) => {$(
        impl $id {
            /// The resource name.
            pub fn within<'a>(&'a self, organization: &'a OrganizationId) -> ResourceName<'a> {
                self.local_name().below(organization.resource_name())
            }

            /// The name for whoever knows which organization is meant.
            pub fn local_name(&self) -> ResourceName<'_> {
                Kind::$kind.name_of(self.as_str())
            }
        }
    )*};
}

within! {
    AssignmentId of ClientAssignment;
    ChangeRequestId of ChangeRequest;
    GrantId of Grant;
    GroupId of ProductGroup;
    InvitationId of Invitation;
    PartnershipId of Partnership;
    ProductId of Product;
    TeamId of Team;
}

impl OrganizationId {
    /// The resource name of the organization's entry in the partner directory.
    pub fn partner_name(&self) -> ResourceName<'_> {
        Kind::Partner.name_of(self.as_str())
    }
}

impl UserId {
    /// The resource name of the membership.
    pub fn member_of<'a>(&'a self, organization: &'a OrganizationId) -> ResourceName<'a> {
        self.local_member().below(organization.resource_name())
    }

    /// The name of the membership for whoever knows which organization is meant.
    pub fn local_member(&self) -> ResourceName<'_> {
        Kind::Member.name_of(self.as_str())
    }

    /// The resource name of the organization's having shut this person out.
    pub fn shut_out_of<'a>(&'a self, organization: &'a OrganizationId) -> ResourceName<'a> {
        Kind::ShutOut
            .name_of(self.as_str())
            .below(organization.resource_name())
    }
}

impl KeyId {
    /// The resource name.
    pub fn of_account<'a>(&'a self, account: &'a ServiceAccountId) -> ResourceName<'a> {
        Kind::Key
            .name_of(self.as_str())
            .below(account.resource_name())
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
