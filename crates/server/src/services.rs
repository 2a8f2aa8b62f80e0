//! All services of the API as routes: what is published, and where it is answered.

use std::sync::Arc;

use app::App;
use axum::middleware::from_fn_with_state;
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
use crate::background::in_background;
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
    ($($(#[$where:meta])* fn $answered:ident: $($server:ident($handlers:ident)),+;)*) => {
        /// Their names, for health.
        pub(crate) const NAMES: &[&str] = &[$($($server::<$handlers>::NAME),+),*];

        $($(#[$where])*
        fn $answered(routes: Routes, app: &Arc<App>) -> Routes {
            routes$(.add_service($server::new($handlers(Arc::clone(app)))
                .max_decoding_message_size(MAX_MESSAGE)
                .max_encoding_message_size(MAX_ANSWER)))+
        })*
    };
}

/// All services, each answered where it belongs.
pub(crate) fn routes(app: &Arc<App>) -> Routes {
    let from_rows = answered_from_rows(Routes::default(), app).into_axum_router();
    let aside = from_fn_with_state(app.background().clone(), in_background);
    answered_from_memory(from_rows.route_layer(aside).into(), app)
}

services! {
    /// On the core of the connection.
    fn answered_from_memory: AccessServiceServer(Access);

    /// And from decisions on changes: in the background.
    fn answered_from_rows:
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
        UserServiceServer(Users);
}
