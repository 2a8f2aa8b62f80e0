//! The generated client of every service, on the connection of a [`Client`].

use super::answer::LARGEST;
use super::{Client, Transport};
use crate::v1;

macro_rules! stubs {
    ($($(#[$doc:meta])+ $name:ident: $module:ident::$stub:ident;)+) => {
        impl Client {$(
            $(#[$doc])+
            #[must_use]
            pub fn $name(&self) -> v1::$module::$stub<Transport> {
                v1::$module::$stub::new(self.transport()).max_decoding_message_size(LARGEST)
            }
        )+}
    };
}

stubs! {
    /// Access questions as they are on the wire; [`check`](Client::check) and its like are shorter.
    access: access_service_client::AccessServiceClient;
    /// The log of changes.
    audit: audit_service_client::AuditServiceClient;
    /// Product types and their rights.
    catalog: catalog_service_client::CatalogServiceClient;
    /// Changes that members ask the operator for.
    change_requests: change_request_service_client::ChangeRequestServiceClient;
    /// Rights on products, given to members and teams.
    grants: grant_service_client::GrantServiceClient;
    /// Invitations to an organization.
    invitations: invitation_service_client::InvitationServiceClient;
    /// Members of an organization.
    members: member_service_client::MemberServiceClient;
    /// Organizations.
    organizations: organization_service_client::OrganizationServiceClient;
    /// The directory of partners, and their clients.
    partners: partner_service_client::PartnerServiceClient;
    /// Partnerships between organizations and partners.
    partnerships: partnership_service_client::PartnershipServiceClient;
    /// The platform's settings and its operators.
    platform: platform_service_client::PlatformServiceClient;
    /// Products and product groups.
    products: product_service_client::ProductServiceClient;
    /// Service accounts and their keys.
    service_accounts: service_account_service_client::ServiceAccountServiceClient;
    /// Teams of an organization.
    teams: team_service_client::TeamServiceClient;
    /// Users.
    users: user_service_client::UserServiceClient;
}
