//! Someone who calls Grantor: with a key, for a user, through the generated client.

use std::collections::HashMap;
use std::fmt;
use std::time::Duration;

use grantor::v1;
use grantor::v1::access_service_client::AccessServiceClient;
use grantor::v1::audit_service_client::AuditServiceClient;
use grantor::v1::catalog_service_client::CatalogServiceClient;
use grantor::v1::change_request_service_client::ChangeRequestServiceClient;
use grantor::v1::grant_service_client::GrantServiceClient;
use grantor::v1::invitation_service_client::InvitationServiceClient;
use grantor::v1::member_service_client::MemberServiceClient;
use grantor::v1::organization_service_client::OrganizationServiceClient;
use grantor::v1::partner_service_client::PartnerServiceClient;
use grantor::v1::partnership_service_client::PartnershipServiceClient;
use grantor::v1::platform_service_client::PlatformServiceClient;
use grantor::v1::product_service_client::ProductServiceClient;
use grantor::v1::service_account_service_client::ServiceAccountServiceClient;
use grantor::v1::team_service_client::TeamServiceClient;
use grantor::v1::user_service_client::UserServiceClient;
use tonic::service::Interceptor;
use tonic::service::interceptor::InterceptedService;
use tonic::transport::Channel;
use tonic::{Code, Request, Status};
use tonic_types::StatusExt;

use super::make::fully;

/// What an actor gets.
pub type Answer<T> = Result<T, Refused>;

/// A refusal as a caller sees it.
#[derive(Clone, PartialEq, Eq)]
pub struct Refused {
    pub code: Code,
    pub reason: String,
    pub message: String,
    /// Wrong fields by path.
    pub fields: Vec<String>,
    /// What failed preconditions are about.
    pub subjects: Vec<String>,
    /// More facts for programs.
    pub metadata: HashMap<String, String>,
    /// Whether it says when to try again.
    pub retries: bool,
    /// When.
    pub wait: Option<Duration>,
    /// Whose quotas are used up.
    pub quotas: Vec<String>,
}

impl fmt::Debug for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:?} {}: {} {:?}",
            self.code, self.reason, self.message, self.fields
        )
    }
}

impl From<Status> for Refused {
    fn from(status: Status) -> Self {
        let details = status.get_error_details();
        let fields = details.bad_request().map(|bad| {
            bad.field_violations
                .iter()
                .map(|violation| violation.field.clone())
                .collect()
        });
        let failed = details.precondition_failure();
        let failed = failed.map(|failed| {
            failed
                .violations
                .iter()
                .map(|violation| violation.subject.clone())
        });
        let quotas = details.quota_failure();
        let quotas = quotas.map(|failed| {
            failed
                .violations
                .iter()
                .map(|violation| violation.subject.clone())
        });
        Self {
            code: status.code(),
            reason: details
                .error_info()
                .map(|info| info.reason.clone())
                .unwrap_or_default(),
            message: status.message().to_owned(),
            fields: fields.unwrap_or_default(),
            subjects: failed.map(Iterator::collect).unwrap_or_default(),
            metadata: details
                .error_info()
                .map(|info| info.metadata.clone())
                .unwrap_or_default(),
            retries: details.retry_info().is_some(),
            wait: details.retry_info().and_then(|info| info.retry_delay),
            quotas: quotas.map(Iterator::collect).unwrap_or_default(),
        }
    }
}

/// Someone who calls.
#[derive(Clone)]
pub struct Actor {
    channel: Channel,
    credentials: Credentials,
}

/// Key and acting user, put into every call.
#[derive(Clone)]
pub struct Credentials {
    key: Option<String>,
    user: Option<String>,
}

impl Interceptor for Credentials {
    fn call(&mut self, mut request: Request<()>) -> Result<Request<()>, Status> {
        if let Some(key) = &self.key {
            let bearer = format!("Bearer {key}").parse().expect("a key is ASCII");
            request.metadata_mut().insert("authorization", bearer);
        }
        if let Some(user) = &self.user {
            let name = format!("users/{user}").parse().expect("an id is ASCII");
            request.metadata_mut().insert("x-grantor-acting-user", name);
        }
        Ok(request)
    }
}

/// The transport of every client.
pub type Authorized = InterceptedService<Channel, Credentials>;

macro_rules! clients {
    ($($(#[$doc:meta])* $method:ident: $client:ident;)*) => {
        impl Actor {$(
            pub fn $method(&self) -> $client<Authorized> {
                $client::with_interceptor(self.channel.clone(), self.credentials.clone())
            }
        )*}
    };
}

clients! {
    access: AccessServiceClient;
    audit: AuditServiceClient;
    catalog: CatalogServiceClient;
    change_requests: ChangeRequestServiceClient;
    grants: GrantServiceClient;
    invitations: InvitationServiceClient;
    members: MemberServiceClient;
    organizations: OrganizationServiceClient;
    partners: PartnerServiceClient;
    partnerships: PartnershipServiceClient;
    platform: PlatformServiceClient;
    products: ProductServiceClient;
    service_accounts: ServiceAccountServiceClient;
    teams: TeamServiceClient;
    users: UserServiceClient;
}

impl Actor {
    pub fn new(channel: Channel, key: Option<String>, user: Option<String>) -> Self {
        Self {
            channel,
            credentials: Credentials { key, user },
        }
    }

    pub fn channel(&self) -> &Channel {
        &self.channel
    }

    /// What every call carries.
    pub fn headers(&self) -> Vec<(&'static str, String)> {
        let key = self
            .credentials
            .key
            .iter()
            .map(|key| ("authorization", format!("Bearer {key}")));
        let user = self
            .credentials
            .user
            .iter()
            .map(|user| ("x-grantor-acting-user", format!("users/{user}")));
        key.chain(user).collect()
    }

    /// The user spoken for.
    pub fn id(&self) -> &str {
        self.credentials.user.as_deref().expect("an acting user")
    }

    /// The same key, speaking for a user.
    pub fn speaking_for(&self, user: &str) -> Self {
        Self::new(
            self.channel.clone(),
            self.credentials.key.clone(),
            Some(user.to_owned()),
        )
    }

    /// The same caller, speaking to another server.
    pub fn over(&self, channel: &Channel) -> Self {
        Self {
            channel: channel.clone(),
            credentials: self.credentials.clone(),
        }
    }

    pub async fn apply_catalog(
        &self,
        product_types: Vec<v1::ProductType>,
    ) -> Answer<v1::ApplyCatalogResponse> {
        let request = v1::ApplyCatalogRequest {
            product_types,
            ..Default::default()
        };
        Ok(self.catalog().apply_catalog(request).await?.into_inner())
    }

    pub async fn registers(&self, id: &str) -> Answer<v1::RegisterUserResponse> {
        let user = v1::User {
            given_name: id.to_owned(),
            family_name: "Example".into(),
            email: format!("{id}@example.com"),
            ..Default::default()
        };
        let request = v1::RegisterUserRequest {
            user_id: id.to_owned(),
            user: Some(user),
            organization_id: format!("{id}-own"),
            email_confirmed: true,
            ..Default::default()
        };
        Ok(self.users().register_user(request).await?.into_inner())
    }

    pub async fn creates_organization(
        &self,
        id: &str,
        legal_representative: &str,
    ) -> Answer<v1::Organization> {
        let request = v1::CreateOrganizationRequest {
            organization_id: id.to_owned(),
            organization: Some(v1::Organization {
                display_name: id.to_owned(),
                ..Default::default()
            }),
            legal_representative: format!("users/{legal_representative}"),
            ..Default::default()
        };
        let answer = self
            .organizations()
            .create_organization(request)
            .await?
            .into_inner();
        Ok(answer.organization.expect("the organization"))
    }

    /// Creates a product and returns its name.
    pub async fn creates_product(
        &self,
        organization: &str,
        id: &str,
        product_type: &str,
    ) -> Answer<String> {
        let product = v1::Product {
            product_type: format!("productTypes/{product_type}"),
            display_name: id.to_owned(),
            ..Default::default()
        };
        let request = v1::CreateProductRequest {
            parent: format!("organizations/{organization}"),
            product_id: id.to_owned(),
            product: Some(product),
            ..Default::default()
        };
        let answer = self.products().create_product(request).await?.into_inner();
        Ok(answer.product.expect("the product").name)
    }

    /// Creates all of these products, each with its id, or none.
    pub async fn creates_products(
        &self,
        organization: &str,
        products: Vec<(&str, v1::Product)>,
    ) -> Answer<Vec<v1::Product>> {
        let item = |(id, product): (&str, _)| v1::CreateProductRequest {
            product_id: id.to_owned(),
            product: Some(product),
            ..Default::default()
        };
        let request = v1::BatchCreateProductsRequest {
            parent: format!("organizations/{organization}"),
            requests: products.into_iter().map(item).collect(),
            ..Default::default()
        };
        let answer = self.products().batch_create_products(request).await?;
        Ok(answer.into_inner().products)
    }

    pub async fn invites(
        &self,
        organization: &str,
        invitation: v1::Invitation,
    ) -> Answer<v1::Invitation> {
        let request = v1::CreateInvitationRequest {
            parent: format!("organizations/{organization}"),
            invitation: Some(invitation),
            acknowledge_all_products: true,
            ..Default::default()
        };
        let answer = self
            .invitations()
            .create_invitation(request)
            .await?
            .into_inner();
        Ok(answer.invitation.expect("the invitation"))
    }

    /// Accepts an invitation signed in.
    pub async fn accepts(&self, name: &str) -> Answer<v1::AcceptInvitationResponse> {
        let invitation = Some(v1::accept_invitation_request::Invitation::Name(
            name.to_owned(),
        ));
        let request = v1::AcceptInvitationRequest {
            invitation,
            ..Default::default()
        };
        Ok(self
            .invitations()
            .accept_invitation(request)
            .await?
            .into_inner())
    }

    /// Creates a grant; scope `all` is acknowledged.
    pub async fn grants_access(&self, organization: &str, grant: v1::Grant) -> Answer<v1::Grant> {
        let request = v1::CreateGrantRequest {
            parent: format!("organizations/{organization}"),
            grant: Some(grant),
            acknowledge_all_products: true,
            ..Default::default()
        };
        let answer = self.grants().create_grant(request).await?.into_inner();
        Ok(answer.grant.expect("the grant"))
    }

    pub async fn creates_team(&self, organization: &str, id: &str) -> Answer<v1::Team> {
        let request = v1::CreateTeamRequest {
            parent: format!("organizations/{organization}"),
            team_id: id.to_owned(),
            team: Some(v1::Team {
                display_name: id.to_owned(),
                ..Default::default()
            }),
            ..Default::default()
        };
        Ok(self
            .teams()
            .create_team(request)
            .await?
            .into_inner()
            .team
            .expect("the team"))
    }

    pub async fn adds_to_team(
        &self,
        organization: &str,
        team: &str,
        users: &[&str],
    ) -> Answer<v1::Team> {
        let request = v1::AddTeamMembersRequest {
            name: format!("organizations/{organization}/teams/{team}"),
            members: users
                .iter()
                .map(|user| format!("organizations/{organization}/members/{user}"))
                .collect(),
            ..Default::default()
        };
        Ok(self
            .teams()
            .add_team_members(request)
            .await?
            .into_inner()
            .team
            .expect("the team"))
    }

    /// Asks, fully consistent.
    pub async fn asks(
        &self,
        user: &str,
        right: &str,
        resource: &str,
    ) -> Answer<v1::CheckAccessResponse> {
        let request = v1::CheckAccessRequest {
            subject: format!("users/{user}"),
            resource: resource.to_owned(),
            right: right.to_owned(),
            consistency: fully(),
            ..Default::default()
        };
        Ok(self.access().check_access(request).await?.into_inner())
    }

    /// Whether this user may, asked about themselves; anything but ALLOWED is no.
    pub async fn may(&self, right: &str, resource: &str) -> bool {
        let answer = self.asks(self.id(), right, resource).await;
        answer.is_ok_and(|answer| answer.decision() == v1::Decision::Allowed)
    }
}
