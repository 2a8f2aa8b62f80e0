//! What is to be given, as a caller says it: is it sound, does the catalog allow it, and whose type is it?
//! Whether anybody may give it is rule 1.

use access::OrganizationState;
use domain::{
    Grant, GrantId, GrantPlan, OrganizationId, Period, ProductTypeId, Reason, Refusal, Scope,
    ScopeEntry, ServiceAccount, ServiceScopeKind, Subject, Who,
};
use serde::Serialize;

use crate::named_rights::NamedRights;
use crate::rule::Authority;
use crate::use_case::Context;

/// Rights on a scope that a caller wants somebody to get.
#[derive(Debug, Clone, Serialize)]
pub struct GrantSpec {
    /// The rights, by name.
    pub rights: NamedRights,
    /// On which products.
    pub scope: Scope,
    /// From when until when.
    pub period: Period,
    /// The caller knows that the scope `all` opens everything.
    pub acknowledge_all: bool,
}

/// The plan, and the externally managed type whose owner writes it.
pub(crate) fn sound(
    context: &Context<'_>,
    spec: &GrantSpec,
) -> Result<(GrantPlan, Option<ProductTypeId>), Refusal> {
    let rights = spec.rights.resolve(&context.view.platform)?;
    let plan = GrantPlan {
        rights,
        scope: spec.scope.clone(),
        period: spec.period,
    };
    must_be_a_period(plan.period)?;
    must_end_later(context, plan.period)?;
    let owner = owner(context, &plan.scope)?;
    must_apply(context, &plan, owner.as_ref())?;
    must_be_acknowledged(context, &plan.scope, spec.acknowledge_all)?;
    Ok((plan, owner))
}

/// The grant that a plan becomes, under an id of the server's own; `ordinal` tells it from others of the same change.
pub(crate) fn new_grant(
    context: &Context<'_>,
    subject: &Subject,
    (ordinal, plan): (usize, GrantPlan),
    granted_by: &Who,
) -> Result<Grant, Refusal> {
    let id = GrantId::parse(&context.seed.id("grant", ordinal))
        .map_err(|invalid| Refusal::field("request_id", invalid.to_string()))?;
    Ok(plan.grant(id, subject.clone(), granted_by.clone(), context.moment))
}

/// What the plan names is there, may be given by whoever writes it, and fits together.
pub(crate) fn must_apply(
    context: &Context<'_>,
    plan: &GrantPlan,
    owner: Option<&ProductTypeId>,
) -> Result<(), Refusal> {
    context.view.rights_apply(&plan.rights, &plan.scope, owner)
}

/// How many products the plans on scope `all` open today; none where no plan is.
pub(crate) fn opened<'a>(
    context: &Context<'_>,
    scopes: impl IntoIterator<Item = &'a Scope>,
) -> Option<u32> {
    scopes
        .into_iter()
        .any(|scope| *scope == Scope::All)
        .then(|| context.view.opened_products())
}

/// Refuses scope `all` unless the caller said that they know what it opens.
pub(crate) fn must_be_acknowledged(
    context: &Context<'_>,
    scope: &Scope,
    acknowledged: bool,
) -> Result<(), Refusal> {
    if acknowledged || *scope != Scope::All {
        return Ok(());
    }
    let opened = context.view.opened_products();
    Err(Refusal::new(
        Reason::AllProductsNotAcknowledged,
        format!(
            "Scope `all` opens {opened} products today and every product that the organization gets later. \
             Send acknowledge_all_products: true to say that this is meant, or name a narrower scope."
        ),
    )
    .with("opened_products", opened.to_string()))
}

/// Refuses a period that ends before it starts.
pub(crate) fn must_be_a_period(period: Period) -> Result<(), Refusal> {
    let start = period.start;
    match start.and_then(|start| Some((start, period.ended(start)?))) {
        Some((start, end)) => Err(Refusal::field(
            "grant.expire_time",
            format!("must be later than start_time ({start}); it is {end}"),
        )),
        None => Ok(()),
    }
}

fn must_end_later(context: &Context<'_>, period: Period) -> Result<(), Refusal> {
    let now = context.moment.now;
    match period.ended(now) {
        Some(end) => Err(Refusal::field(
            "grant.expire_time",
            format!("must be later than now ({now}); it is {end}"),
        )),
        None => Ok(()),
    }
}

/// The externally managed type for which a service writes; `None` for a user.
pub(crate) fn owner(
    context: &Context<'_>,
    scope: &Scope,
) -> Result<Option<ProductTypeId>, Refusal> {
    let Authority::Service(account) = context.authority else {
        return Ok(None);
    };
    let mut types = scope.entries().iter().map(|entry| type_of(context, entry));
    let first = types
        .next()
        .flatten()
        .ok_or_else(|| not_of_one_type(account))?;
    if types.any(|other| other.as_ref() != Some(&first)) {
        return Err(not_of_one_type(account));
    }
    must_own(context, account, &first)?;
    Ok(Some(first))
}

/// The type that an entry is about; none for tags and groups, which hold products of any type.
pub(crate) fn type_of(context: &Context<'_>, entry: &ScopeEntry) -> Option<ProductTypeId> {
    type_named(context.organization(), entry)
}

/// The same, on a state alone.
pub(crate) fn type_named(
    organization: &OrganizationState,
    entry: &ScopeEntry,
) -> Option<ProductTypeId> {
    match entry {
        ScopeEntry::Type(id) | ScopeEntry::FutureOfType(id) => Some(id.clone()),
        ScopeEntry::Product(id) => organization
            .product(id)
            .map(|product| product.product_type.clone()),
        ScopeEntry::Group(_) | ScopeEntry::Tag(_) => None,
    }
}

/// Whether the account has the scope in this organization.
pub(crate) fn has_scope(
    account: &ServiceAccount,
    kind: &ServiceScopeKind,
    organization: &OrganizationId,
) -> bool {
    account
        .scopes
        .iter()
        .any(|held| held.kind == *kind && held.reach.covers(organization))
}

fn must_own(
    context: &Context<'_>,
    account: &ServiceAccount,
    id: &ProductTypeId,
) -> Result<(), Refusal> {
    let scope = ServiceScopeKind::TypeWrite(id.clone());
    if context
        .home
        .organization()
        .is_some_and(|here| has_scope(account, &scope, here))
    {
        return Ok(());
    }
    Err(Refusal::new(
        Reason::ScopeMissing,
        format!(
            "{} lacks the scope {scope} here. The operator can add it.",
            account.id.resource_name()
        ),
    )
    .with("scopes", scope.to_string()))
}

fn not_of_one_type(account: &ServiceAccount) -> Refusal {
    Refusal::field(
        "grant.scope",
        format!(
            "{} writes for the type that it owns: name that type, or products of it that are there",
            account.id.resource_name()
        ),
    )
}

/// A retired type gets nothing new.
pub(crate) fn type_retired(id: &ProductTypeId, what: &str) -> Refusal {
    let resource = id.resource_name().to_string();
    Refusal::new(
        Reason::ProductTypeRetired,
        format!("{resource} is retired: it gets no new {what}. What is there goes on. Choose another type."),
    )
    .about(resource)
}
