//! Does a change leave somebody who runs the platform, and a key by which anything can be asked? Without them only the
//! command line of the server's machine helps, and the service does not start again.

use access::View;
use domain::{
    Change, Event, Home, Kind, Operator, Reason, Record, Refusal, ServiceAccount, ServiceScopeKind,
    Timestamp,
};

use crate::rule::has;

/// Refuses what would leave nobody who operates, or no live key.
pub fn must_stay(
    changes: &[Change],
    now: Timestamp,
    view_after: impl Fn(&[Change]) -> View,
) -> Result<(), Refusal> {
    if !changes.iter().any(can_shut) {
        return Ok(());
    }
    let (before, after) = (view_after(&[]), view_after(changes));
    if has_key(&before, now) && !has_key(&after, now) {
        return Err(Refusal::new(
            Reason::LastKey,
            "It is the last live key: without it nobody could ask anything, and the service would not start again. Make \
             another one first (ServiceAccountService.CreateKey, or `grantor keys create` on the server's machine).",
        ));
    }
    if has_operator(&before, now) && !has_operator(&after, now) {
        return Err(Refusal::new(
            Reason::LastOperator,
            "Nobody would be left who can operate the platform: a service account with a live key and the scope operator \
             for all organizations, named an operator itself or with act.for.users for an active user who is. Name another \
             one first (`grantor operators add` on the server's machine), or leave the scopes.",
        ));
    }
    Ok(())
}

/// Whether it ends anything that lets somebody in; most changes do not, and are not looked at further.
fn can_shut(change: &Change) -> bool {
    let ends = |event: &Event| match event {
        Event::Removed(name) => {
            matches!(name.kind, Kind::Operator | Kind::Key | Kind::ServiceAccount)
        }
        Event::Saved(Record::Key(key)) => key.is_revoked(),
        // Its scopes may be fewer.
        Event::Saved(Record::ServiceAccount(_)) => true,
        Event::Saved(Record::User(user)) => !user.is_active(),
        Event::Saved(_) | Event::Amended(_) => false,
    };
    matches!(change.home, Home::Platform | Home::People) && change.events.iter().any(ends)
}

fn has_key(view: &View, now: Timestamp) -> bool {
    calling(view, now).next().is_some()
}

/// Whether any operator gets through: by an account that may operate, their own or one that speaks for users.
fn has_operator(view: &View, now: Timestamp) -> bool {
    let may = |account: &ServiceAccount, kind| has(account, &kind, &Home::Platform);
    let mut operating =
        calling(view, now).filter(|account| may(account, ServiceScopeKind::Operator));
    operating.any(|account| {
        let for_users = may(account, ServiceScopeKind::ActForUsers);
        view.platform.operators().any(|operator| match operator {
            Operator::User(user) => for_users && view.people.is_active(user),
            Operator::ServiceAccount(named) => *named == account.id,
        })
    })
}

/// The accounts that have a key which works.
fn calling(view: &View, now: Timestamp) -> impl Iterator<Item = &ServiceAccount> {
    let accounts = view.platform.service_accounts();
    let calls = move |account: &&ServiceAccount| {
        let mut keys = view.platform.keys_of(&account.id);
        keys.any(|key| key.is_live(now))
    };
    accounts.map(AsRef::as_ref).filter(calls)
}
