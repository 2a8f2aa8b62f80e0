//! Demo data for a first try: two organizations with people in every role, made through the use cases as in life.

mod acme;
mod catalog;
mod globex;
mod stage;

use std::sync::Arc;

use app::{App, Done};
use cli::Failure;
use decide::person::Person;
use decide::use_cases::operator::AddOperator;
use decide::use_cases::product::{CreateProduct, NewProduct};
use decide::use_cases::service_account::{CreateKey, CreateServiceAccount};
use decide::use_cases::user::Registration;
use domain::{
    Caller, DisplayName, Key, Locale, Operator, OrganizationId, ProductId, ProductTypeId, Reach,
    ServiceAccountId, ServiceScope, ServiceScopeKind, UserId,
};

use crate::commands::{Written, command_line};
use crate::method::Rules;
use stage::{Stage, email};

/// Who is asked about in the printed example.
pub(crate) const SUBJECT: &str = "users/alice";
pub(crate) const RESOURCE: &str = "organizations/acme/products/drive-1";
pub(crate) const RIGHT: &str = "manage";
/// The most that a service may do, types of other systems aside.
const ALL_SCOPES: [ServiceScopeKind; 7] = [
    ServiceScopeKind::AccessAsk,
    ServiceScopeKind::Read,
    ServiceScopeKind::Watch,
    ServiceScopeKind::UsersWrite,
    ServiceScopeKind::ProductsWrite,
    ServiceScopeKind::ActForUsers,
    ServiceScopeKind::Operator,
];

/// What the demo leaves for its user.
#[derive(Clone)]
pub struct DemoSummary {
    /// The key of `serviceAccounts/dev`, which has every scope and is an operator.
    pub key: String,
}

/// Fills an empty store.
pub async fn load(app: &Arc<App>) -> Result<DemoSummary, Failure> {
    account(
        app,
        "kdrive-service",
        "kDrive",
        &[ServiceScopeKind::AccessAsk],
    )
    .await?;
    let dev = account(app, "dev", "Developer", &ALL_SCOPES).await?;
    let operator = AddOperator {
        operator: Operator::ServiceAccount(dev.clone()),
    };
    app.write(command_line(Written::Dev), operator).await?;
    let done = app
        .write(
            command_line(Written::Dev),
            CreateKey {
                account: dev.clone(),
                expire_time: None,
            },
        )
        .await?;
    let key = done.saved::<Key>().ok_or("no key was made")?.id.clone();
    let stage = Stage {
        app,
        rules: Rules::new()?,
        service: Caller::Service { account: dev, key },
    };
    let example = catalog::Example::read()?;
    stage
        .service("CatalogService/ApplyCatalog", example.catalog()?)
        .await?;
    stage
        .service(
            "PlatformService/UpdatePlatformSettings",
            example.settings()?,
        )
        .await?;
    acme::load(&stage).await?;
    globex::load(&stage).await?;
    Ok(DemoSummary {
        key: done.secret.ok_or("the key was not shown")?,
    })
}

async fn account(
    app: &App,
    id: &str,
    display_name: &str,
    scopes: &[ServiceScopeKind],
) -> Result<ServiceAccountId, Failure> {
    let id = ServiceAccountId::parse(id)?;
    let everywhere = |kind: &ServiceScopeKind| ServiceScope {
        kind: kind.clone(),
        reach: Reach::All,
    };
    let create = CreateServiceAccount {
        id: Some(id.clone()),
        display_name: DisplayName::parse(display_name)?,
        scopes: scopes.iter().map(everywhere).collect(),
    };
    app.write(command_line(Written::Dev), create).await?;
    Ok(id)
}

/// Somebody registers, and an organization of their own is born (S2-3).
async fn registers(
    stage: &Stage<'_>,
    id: &str,
    names: (&str, &str),
    organization: (&OrganizationId, &str),
) -> Result<UserId, Failure> {
    let user = UserId::parse(id)?;
    let registration = Registration {
        user: Some(user.clone()),
        person: Person {
            given_name: DisplayName::parse(names.0)?,
            family_name: Some(DisplayName::parse(names.1)?),
            email: email(id)?,
            login: Some(DisplayName::parse(id)?),
            position: None,
            locale: Locale::default(),
        },
        email_confirmed: true,
        organization: Some(organization.0.clone()),
        organization_display_name: Some(DisplayName::parse(organization.1)?),
    };
    stage
        .app
        .register_user(&stage.call(None, "UserService/RegisterUser")?, registration)
        .await?;
    Ok(user)
}

/// The products service delivers a product.
async fn product(
    stage: &Stage<'_>,
    organization: &OrganizationId,
    product_type: &str,
    id: &str,
    display_name: &str,
) -> Result<Done, Failure> {
    let create = CreateProduct {
        organization: organization.clone(),
        product: NewProduct {
            id: Some(ProductId::parse(id)?),
            product_type: ProductTypeId::parse(product_type)?,
            display_name: DisplayName::parse(display_name)?,
            tags: Vec::new(),
            groups: Vec::new(),
        },
    };
    stage.service("ProductService/CreateProduct", create).await
}
