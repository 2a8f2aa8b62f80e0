//! Entrusts the wallet or takes it back, at any time and without a new proposal (S1-5).

use access::View;
use domain::{AccessLevel, Home, OrganizationId, PartnershipId, Reason, RecordName, Refusal};
use serde::Serialize;

use super::{existing, wants};
use crate::partner_contacts::tell_of_change;
use crate::preconditions::{acting_user, must_be_seen};
use crate::rules::rule_09::must_be_direct;
use crate::use_case::{Context, Plan, UseCase, Want};

/// Entrusts the wallet to the partner of a FULL partnership, or no longer.
#[derive(Debug, Clone, Serialize)]
pub struct SwitchWallet {
    pub organization: OrganizationId,
    pub id: PartnershipId,
    /// Whether the staff may pay from it.
    pub wallet_entrusted: bool,
    /// What the caller saw.
    pub etag: Option<String>,
}

impl UseCase for SwitchWallet {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn wants(&self, view: &View) -> Vec<Want> {
        wants(self.home(), view, &self.id)
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        acting_user(context)?;
        let partnership = existing(context, &self.id)?;
        let name = RecordName::partnership(&self.id);
        must_be_seen(context, self.etag.as_deref(), partnership.stamp, &name)?;
        partnership.must_be_active()?;
        if partnership.access == AccessLevel::Limited {
            return Err(not_switchable(&name.resource_name(context.home)));
        }
        // Taking it back is always open (rule 9).
        if self.wallet_entrusted {
            must_be_direct(context)?;
        }
        let wallet_entrusted = self.wallet_entrusted;
        let access = AccessLevel::Full { wallet_entrusted };
        let switched = partnership.give(access, context.moment)?;
        let mut change = context.change();
        if switched.access != partnership.access {
            tell_of_change(context, &mut change, &switched);
        }
        change.save(switched);
        Ok(change.into())
    }
}

fn not_switchable(name: &str) -> Refusal {
    Refusal::new(
        Reason::WalletNotSwitchable,
        format!(
            "{name} is LIMITED: the wallet can be entrusted only in a FULL one. Make it FULL (ChangeMandate) and say \
             there whether the wallet is entrusted."
        ),
    )
    .about(name)
}
