//! About whom may the answer of a change speak? What people have is for those who manage users.

use access::View;
use domain::{Caller, Operator, OrganizationRight, ServiceScopeKind, Timestamp};

use crate::call::Call;
use crate::done::Told;

/// Decided on the states before the change, where the caller was allowed to make it.
pub(crate) fn told(call: &Call, view: &View, now: Timestamp) -> Told {
    let account = match &call.who.caller {
        Caller::Service { account, .. } => account,
        Caller::CommandLine => return Told::Everybody,
        Caller::LinkPage => return Told::Only(None),
    };
    let account = view.platform.service_account(account);
    let has = |kind| account.is_some_and(|account| account.reach(&kind).is_some());
    let everybody = match &call.who.actor {
        None => has(ServiceScopeKind::Read) || has(ServiceScopeKind::Operator),
        Some(actor) => {
            let operates = view.platform.is_operator(&Operator::User(actor.clone()));
            view.holds(actor, OrganizationRight::ManageUsers, now)
                || (operates && has(ServiceScopeKind::Operator))
        }
    };
    if everybody {
        Told::Everybody
    } else {
        Told::Only(call.who.actor.clone())
    }
}
