//! How does the catalog become what is declared? All named types in one change, nobody gaining or losing unasked.

use domain::{Home, Latch, ProductType, Reason, RecordName, Refusal};
use serde::Serialize;

use super::declaration::{DeclaredType, violations};
use super::merge::{Numbers, merged, must_keep_managing_system, must_not_bring_back};
use super::reach::{Reached, reached};
use crate::preconditions::must_be_seen;

use crate::use_case::{Context, Plan, UseCase, Want};

/// Makes these types be as declared; others stay as they are. For the operator.
#[derive(Debug, Clone, Serialize)]
pub struct ApplyCatalog {
    /// The types as they are to be.
    pub types: Vec<DeclaredType>,
    /// Whether anybody may gain rights by it.
    pub allow_gain: bool,
    /// Whether anybody may lose rights by it.
    pub allow_loss: bool,
}

impl UseCase for ApplyCatalog {
    fn home(&self) -> Home {
        Home::Platform
    }

    fn wants(&self, _view: &access::View) -> Vec<Want> {
        vec![Want::EveryOrganization]
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        let wrong = violations(&self.types);
        if !wrong.is_empty() {
            return Err(Refusal::invalid(wrong));
        }
        let mut change = context.change();
        let changed = self.changed(context)?;
        if changed.is_empty() {
            return Ok(Plan {
                changes: Vec::new(),
                ..Plan::default()
            });
        }
        for product_type in changed {
            change.save(product_type);
        }
        let reached = reached(context, &change);
        self.must_be_allowed(&reached)?;
        change.outcome.reached = Some(reached.counts());
        change.takes_from = reached.losers.into_iter().map(Latch::User).collect();
        Ok(change.into())
    }
}

impl ApplyCatalog {
    /// The declared types that are not so yet.
    fn changed(&self, context: &Context<'_>) -> Result<Vec<ProductType>, Refusal> {
        let platform = &context.view.platform;
        let mut numbers = Numbers(platform.next_right_number().0);
        let mut changed = Vec::new();
        for (index, declared) in self.types.iter().enumerate() {
            let old = platform.product_type(&declared.id).map(AsRef::as_ref);
            must_be_as_seen(context, old, declared)?;
            must_keep_managing_system(index, old, declared)?;
            must_not_bring_back(index, old, declared)?;
            changed.extend(merged(old, declared, &mut numbers, context.moment));
        }
        Ok(changed)
    }

    fn must_be_allowed(&self, reached: &Reached) -> Result<(), Refusal> {
        let [gaining, gaining_in, losing, losing_in] = reached.counts();
        if losing > 0 && !self.allow_loss {
            return Err(unasked(
                Reason::CatalogTakesRights,
                "takes rights from",
                losing,
                losing_in,
                "allow_loss",
            ));
        }
        if gaining > 0 && !self.allow_gain {
            return Err(unasked(
                Reason::CatalogGivesRights,
                "gives rights to",
                gaining,
                gaining_in,
                "allow_gain",
            ));
        }
        Ok(())
    }
}

/// An etag of a type that is not there is one of a type that somebody took away meanwhile.
fn must_be_as_seen(
    context: &Context<'_>,
    old: Option<&ProductType>,
    declared: &DeclaredType,
) -> Result<(), Refusal> {
    let name = RecordName::product_type(&declared.id);
    match (old, declared.etag.as_deref()) {
        (_, None) => Ok(()),
        (Some(old), etag) => must_be_seen(context, etag, old.stamp, &name),
        (None, Some(_)) => Err(Refusal::not_found(name.resource_name(context.home))),
    }
}

fn unasked(reason: Reason, does: &str, people: u64, organizations: u64, flag: &str) -> Refusal {
    let person = if people == 1 { "person" } else { "people" };
    let organization = if organizations == 1 {
        "organization"
    } else {
        "organizations"
    };
    Refusal::new(
        reason,
        format!(
            "This catalog {does} {people} {person} in {organizations} {organization}, counted organization by \
             organization. Preview it with validate_only; if that is meant, send it again with {flag}."
        ),
    )
    .with("user_count", people.to_string())
    .with("organization_count", organizations.to_string())
}
