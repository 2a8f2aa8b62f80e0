//! Where may this caller look, over all organizations: everywhere, or where its scopes count?

use std::collections::BTreeSet;
use std::sync::Arc;

use decide::rule::Rule;
use domain::{Caller, Home, Reach, ServiceAccount, UserId};

use crate::app::App;
use crate::call::{Call, Consistency};
use crate::done::Seen;
use crate::error::Error;

impl App {
    /// The people, to whoever may ask by the call's rule, and in which organizations the answer may be looked for.
    pub(super) async fn reach(
        &self,
        call: &Call,
        about: Option<&UserId>,
        consistency: &Consistency,
    ) -> Result<(Seen, Reach), Error> {
        match self.see(call, &Home::People, about, consistency).await {
            Ok(seen) => Ok((seen, Reach::All)),
            // A scope for listed organizations does not reach `users`, and need not: the list is what it reaches.
            Err(refused) if call.who.actor.is_none() => {
                self.listed_reach(call, consistency, refused).await
            }
            Err(refused) => Err(refused),
        }
    }

    async fn listed_reach(
        &self,
        call: &Call,
        consistency: &Consistency,
        refused: Error,
    ) -> Result<(Seen, Reach), Error> {
        let Caller::Service { account, .. } = &call.who.caller else {
            return Err(refused);
        };
        let known = open_to_callers(call);
        let seen = self.see(&known, &Home::People, None, consistency).await?;
        let account = seen.view.platform.service_account(account);
        match account.and_then(|account| reach_by(&call.rule, account)) {
            Some(reach) => Ok((seen, reach)),
            None => Err(refused),
        }
    }
}

/// Where any of the scopes that the rule names counts; `None` where the account has none of them.
fn reach_by(rule: &Rule, account: &ServiceAccount) -> Option<Reach> {
    let named = |kind| rule.scopes.iter().any(|scope| scope.is(kind));
    let held = account.scopes.iter().filter(|held| named(&held.kind));
    held.map(|held| held.reach.clone())
        .reduce(|one, other| match (one, other) {
            (Reach::Listed(one), Reach::Listed(other)) => {
                let both: BTreeSet<_> = one.into_iter().chain(other).collect();
                Reach::Listed(both.into_iter().collect())
            }
            _ => Reach::All,
        })
}

/// The call as everybody may make it who has a key.
pub(super) fn open_to_callers(call: &Call) -> Call {
    let rule = Rule {
        method: call.rule.method.clone(),
        any_caller: true,
        ..Rule::default()
    };
    Call {
        rule: Arc::new(rule),
        ..call.clone()
    }
}
