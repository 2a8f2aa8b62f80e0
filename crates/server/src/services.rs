//! All services of the API as routes: what is published, in one list.

use std::sync::Arc;

use app::App;
use grantor::v1::access_service_server::AccessServiceServer;
use grantor::v1::audit_service_server::AuditServiceServer;
use grantor::v1::catalog_service_server::CatalogServiceServer;
use grantor::v1::change_request_service_server::ChangeRequestServiceServer;
use grantor::v1::grant_service_server::GrantServiceServer;
use grantor::v1::invitation_service_server::InvitationServiceServer;
use grantor::v1::member_service_server::MemberServiceServer;
use grantor::v1::organization_service_server::OrganizationServiceServer;
use grantor::v1::partner_service_server::PartnerServiceServer;
use grantor::v1::partnership_service_server::PartnershipServiceServer;
use grantor::v1::platform_service_server::PlatformServiceServer;
use grantor::v1::product_service_server::ProductServiceServer;
use grantor::v1::service_account_service_server::ServiceAccountServiceServer;
use grantor::v1::team_service_server::TeamServiceServer;
use grantor::v1::user_service_server::UserServiceServer;
use tonic::server::NamedService;
use tonic::service::Routes;

use crate::answer_size::MAX_ANSWER;
use crate::handlers::access::Access;
use crate::handlers::audit::Audit;
use crate::handlers::catalog::Catalog;
use crate::handlers::change_request::ChangeRequests;
use crate::handlers::grant::Grants;
use crate::handlers::invitation::Invitations;
use crate::handlers::member::Members;
use crate::handlers::organization::Organizations;
use crate::handlers::partner::Partners;
use crate::handlers::partnership::Partnerships;
use crate::handlers::platform::Platform;
use crate::handlers::product::Products;
use crate::handlers::service_account::ServiceAccounts;
use crate::handlers::team::Teams;
use crate::handlers::user::Users;
use crate::serve::MAX_MESSAGE;

macro_rules! services {
    ($($server:ident($handlers:ident)),* $(,)?) => {
        /// Their names, for health.
        pub(crate) const NAMES: &[&str] = &[$($server::<$handlers>::NAME),*];

        /// Beside `extra`, where there is one.
        pub(crate) fn routes(app: &Arc<App>, extra: Option<Routes>) -> Routes {
            extra.unwrap_or_default()
                $(.add_service($server::new($handlers(Arc::clone(app)))
                    .max_decoding_message_size(MAX_MESSAGE)
                    .max_encoding_message_size(MAX_ANSWER)))*
        }
    };
}

services! {
    AccessServiceServer(Access),
    AuditServiceServer(Audit),
    CatalogServiceServer(Catalog),
    ChangeRequestServiceServer(ChangeRequests),
    GrantServiceServer(Grants),
    InvitationServiceServer(Invitations),
    MemberServiceServer(Members),
    OrganizationServiceServer(Organizations),
    PartnerServiceServer(Partners),
    PartnershipServiceServer(Partnerships),
    PlatformServiceServer(Platform),
    ProductServiceServer(Products),
    ServiceAccountServiceServer(ServiceAccounts),
    TeamServiceServer(Teams),
    UserServiceServer(Users),
}
