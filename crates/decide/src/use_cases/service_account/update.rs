//! How does a service get another name or other scopes?

use domain::{DisplayName, Home, Latch, Refusal, ServiceAccount, ServiceAccountId, ServiceScope};
use serde::Serialize;

use super::{must_reach_all, seen};
use crate::use_case::{Context, Plan, UseCase};
use crate::use_cases::edit::Edit;

/// Changes the name or the scopes of a service account. For the operator.
#[derive(Debug, Clone, Serialize)]
pub struct UpdateServiceAccount {
    pub id: ServiceAccountId,
    /// The name for people.
    pub display_name: Edit<DisplayName>,
    /// What it may do and where, all of it.
    pub scopes: Edit<Vec<ServiceScope>>,
    /// What was read.
    pub etag: Option<String>,
}

impl UseCase for UpdateServiceAccount {
    fn home(&self) -> Home {
        Home::Platform
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        let old = seen(context, &self.id, self.etag.as_deref())?;
        must_reach_all(&self.scopes.over(&old.scopes))?;
        let new = ServiceAccount {
            display_name: self.display_name.over(&old.display_name),
            scopes: self.scopes.over(&old.scopes),
            stamp: old.stamp.touched(context.moment),
            id: old.id.clone(),
        };
        let mut change = context.change();
        if new.scopes != old.scopes {
            change
                .takes_from
                .push(Latch::ServiceAccount(new.id.clone()));
        }
        change.save(new);
        Ok(change.into())
    }
}
