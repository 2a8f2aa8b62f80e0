//! Which changes does somebody want to see? The audit, filtered and in pages.

use domain::{Caller, Event, Home, ServiceAccountId, Timestamp, UserId};
use sea_orm::sea_query::{ExprTrait, Order};
use sea_orm::{ColumnTrait, QueryFilter, QuerySelect, QueryTrait, Select};

use super::fitting::{MAX_BYTES, fitting, is_all};
use super::logged::{Logged, of};
use crate::entity::change::{Column, Entity};
use crate::error::{Error, number};
use crate::tx::Tx;

/// Which changes of a home, for the audit.
#[derive(Debug, Clone, Default)]
pub struct ChangeFilter {
    /// Done by this person.
    pub actor: Option<UserId>,
    /// Called by this service account.
    pub account: Option<ServiceAccountId>,
    /// Done by this RPC or command.
    pub method: Option<String>,
    /// That saved or removed the noun of this resource name.
    pub resource: Option<String>,
    /// Not before.
    pub from: Option<Timestamp>,
    pub until: Option<Timestamp>,
}

/// A page of the audit.
#[derive(Debug)]
pub struct ChangePage {
    /// What the filter takes.
    pub changes: Vec<Logged>,
    /// The last revision looked at, before which there may be more; `None` at the first.
    pub last: Option<u64>,
}

/// Changes read at first; then twice as many each time, up to `MAX_READ`: where they are large the first ones fill a page.
const FIRST_READ: u64 = 16;
const MAX_READ: u64 = 128;
/// Changes looked at for one page, where the filter can only be judged on what was read.
const MAX_LOOKED_AT: usize = 10_000;

/// The last changes before a revision that a filter takes: as many as are asked for, unless they are large or far between.
pub(crate) async fn page(
    tx: &Tx,
    home: &Home,
    filter: &ChangeFilter,
    before: Option<u64>,
    limit: u64,
) -> Result<ChangePage, Error> {
    let mut page = ChangePage {
        changes: Vec::new(),
        last: before,
    };
    let (mut looked_at, mut bytes) = (0, 0);
    let mut chunk = std::cmp::min(FIRST_READ, limit + 1);
    while looked_at < MAX_LOOKED_AT {
        let found = scan(home, filter, page.last).limit(chunk);
        let read = fitting(tx, found, Order::Desc).await?;
        let ends = is_all(&read, chunk);
        looked_at += read.len();
        for logged in read {
            // A full page ends only before one more, so that the last page is known for the last.
            if page.changes.len() as u64 == limit || bytes >= MAX_BYTES {
                return Ok(page);
            }
            page.last = Some(logged.revision);
            if filter.takes(&logged) {
                bytes += logged.size();
                page.changes.push(logged);
            }
        }
        if ends {
            page.last = None;
            break;
        }
        chunk = std::cmp::min(MAX_READ, chunk * 2);
    }
    Ok(page)
}

/// The last change before a revision that a filter takes.
pub(crate) async fn last(
    tx: &Tx,
    home: &Home,
    filter: &ChangeFilter,
    mut before: Option<u64>,
) -> Result<Option<Logged>, Error> {
    // The database judges nearly all of a filter, so the first one read is mostly the one.
    let mut chunk = 1;
    loop {
        let found = scan(home, filter, before).limit(chunk);
        let read = fitting(tx, found, Order::Desc).await?;
        let ends = is_all(&read, chunk);
        for logged in read {
            before = Some(logged.revision);
            if filter.takes(&logged) {
                return Ok(Some(logged));
            }
        }
        if ends {
            return Ok(None);
        }
        chunk = std::cmp::min(MAX_READ, chunk * 2);
    }
}

fn scan(home: &Home, filter: &ChangeFilter, before: Option<u64>) -> Select<Entity> {
    let query = of(home)
        .apply_if(filter.actor.as_ref(), |query, actor| {
            query.filter(Column::Actor.eq(actor.as_str()))
        })
        .apply_if(filter.method.as_ref(), |query, method| {
            query.filter(Column::Method.eq(method.as_str()))
        })
        .apply_if(filter.from, |query, from| {
            query.filter(Column::At.gte(from.0))
        })
        .apply_if(filter.until, |query, until| {
            query.filter(Column::At.lt(until.0))
        });
    let id = filter.resource.as_deref().and_then(plain_id);
    query
        .apply_if(id, |query, id| {
            query.filter(Column::Payload.into_expr().like(format!("%\"{id}\"%")))
        })
        .apply_if(before.map(number), |query, before| {
            query.filter(Column::Revision.lt(before))
        })
}

/// The id in a resource name as it stands in payloads, so that the database leaves most rows aside.
fn plain_id(resource: &str) -> Option<&str> {
    if resource == "platform/settings" {
        return None;
    }
    let id = resource.rsplit(['/', ':']).next()?;
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    (!id.is_empty() && id.bytes().all(plain)).then_some(id)
}

impl ChangeFilter {
    /// What the database cannot judge.
    fn takes(&self, logged: &Logged) -> bool {
        let about = self.resource.as_deref();
        about.is_none_or(|resource| logged.is_about(resource))
            && self
                .account
                .as_ref()
                .is_none_or(|account| logged.is_by(account))
    }
}

impl Logged {
    /// Whether it saved or removed the noun of this resource name.
    fn is_about(&self, resource: &str) -> bool {
        let mut names = self.change.events.iter().map(Event::name);
        names.any(|name| name.resource_name(&self.home) == resource)
    }

    fn is_by(&self, wanted: &ServiceAccountId) -> bool {
        matches!(&self.who.caller, Caller::Service { account, .. } if account == wanted)
    }
}
