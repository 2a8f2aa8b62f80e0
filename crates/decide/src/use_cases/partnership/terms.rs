//! What a partnership is to give: as the caller wants it, and what that comes to if they may give it.

use domain::{AccessLevel, GrantPlan, Refusal};
use serde::Serialize;

use crate::grant_spec::GrantSpec;
use crate::rules::rule_02::{proposal_must_name_a_grant, proposal_must_not_be_all};
use crate::use_case::Context;
use crate::use_cases::granting;

/// What a partnership is to give. There is no default (S0-9, S0-13).
#[derive(Debug, Clone, Serialize)]
pub enum Terms {
    Limited(Vec<GrantSpec>),
    /// The whole organization.
    Full {
        /// And the wallet.
        wallet_entrusted: bool,
    },
}

impl Terms {
    /// The level that they name.
    pub(super) fn level(&self) -> AccessLevel {
        match self {
            Self::Limited(_) => AccessLevel::Limited,
            Self::Full { wallet_entrusted } => AccessLevel::Full {
                wallet_entrusted: *wallet_entrusted,
            },
        }
    }

    /// The grants that they come to, if whoever asks may give them; `field` is where the request has them.
    pub(super) fn plans(
        &self,
        context: &Context<'_>,
        field: &str,
    ) -> Result<Vec<GrantPlan>, Refusal> {
        let Self::Limited(specs) = self else {
            return Ok(Vec::new());
        };
        proposal_must_name_a_grant(specs, field)?;
        let plan = |(index, spec)| plan(context, spec, &format!("{field}[{index}]"));
        specs.iter().enumerate().map(plan).collect()
    }
}

fn plan(context: &Context<'_>, spec: &GrantSpec, field: &str) -> Result<GrantPlan, Refusal> {
    proposal_must_not_be_all(&spec.scope, field)?;
    granting::plan(context, spec).map_err(|mut refusal| {
        for violation in &mut refusal.violations {
            let within = violation.field.strip_prefix("grant.");
            let within = within.unwrap_or(&violation.field);
            violation.field = format!("{field}.{within}");
        }
        refusal
    })
}
