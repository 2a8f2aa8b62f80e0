//! A person is stopped everywhere at once, as for a stolen account, or let act again.

use access::View;
use domain::{Home, Latch, Refusal, UserId};
use serde::Serialize;

use super::existing;
use crate::rules::rule_05::left_without_representative;
use crate::use_case::{Context, Plan, UseCase, Want};

/// Stops a person in all organizations; memberships and grants stay and give nothing.
#[derive(Debug, Clone, Serialize)]
pub struct DeactivateUser {
    pub user: UserId,
    /// The etag that was read.
    pub etag: Option<String>,
}

/// Lets a stopped person act again.
#[derive(Debug, Clone, Serialize)]
pub struct ReactivateUser {
    pub user: UserId,
    /// The etag that was read.
    pub etag: Option<String>,
}

impl UseCase for DeactivateUser {
    fn home(&self) -> Home {
        Home::People
    }

    fn about(&self) -> Option<&UserId> {
        Some(&self.user)
    }

    fn wants(&self, _view: &View) -> Vec<Want> {
        vec![
            Want::User(self.user.clone()),
            Want::Memberships(self.user.clone()),
        ]
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        let user = existing(context, &self.user, self.etag.as_deref())?;
        let mut change = context.change();
        change.save(user.deactivate(context.moment)?);
        change.takes_from.push(Latch::User(self.user.clone()));
        change.outcome.without_representative = left_without_representative(context, &self.user);
        Ok(change.into())
    }
}

impl UseCase for ReactivateUser {
    fn home(&self) -> Home {
        Home::People
    }

    fn about(&self) -> Option<&UserId> {
        Some(&self.user)
    }

    fn wants(&self, _view: &View) -> Vec<Want> {
        vec![Want::User(self.user.clone())]
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        let user = existing(context, &self.user, self.etag.as_deref())?;
        let mut change = context.change();
        change.save(user.reactivate(context.moment)?);
        Ok(change.into())
    }
}
