//! Which changes does somebody want to see? The audit, filtered and in pages.

use domain::{Event, Home, Timestamp, UserId};
use sea_orm::sea_query::ExprTrait;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select};

use super::{Logged, of};
use crate::entity::change::{Column, Entity};
use crate::error::{Error, number};
use crate::tx::Tx;

/// Which changes of a home, for the audit.
#[derive(Debug, Clone, Default)]
pub struct ChangeFilter {
    /// Done by this person.
    pub actor: Option<UserId>,
    /// Done by this RPC or command.
    pub method: Option<String>,
    /// That saved or removed the noun of this resource name.
    pub resource: Option<String>,
    /// Not before.
    pub from: Option<Timestamp>,
    /// Before.
    pub until: Option<Timestamp>,
}

/// Rows read at a time where a filter can only be judged on the decoded change, and bytes of them.
const MAX_ROWS: u64 = 128;
const MAX_BYTES: usize = 4 << 20;

/// A page of the changes that a filter takes, beyond `beyond` in the order asked for.
pub(crate) async fn page(
    tx: &Tx,
    home: &Home,
    filter: &ChangeFilter,
    beyond: Option<u64>,
    limit: u64,
    descending: bool,
) -> Result<Vec<Logged>, Error> {
    let mut found = Vec::new();
    let mut beyond = beyond;
    let mut chunk = limit;
    loop {
        let rows = tx
            .all(scan(home, filter, beyond, chunk, descending))
            .await?;
        let last = (rows.len() as u64) < chunk;
        let bytes: usize = rows.iter().map(|row| row.payload.len()).sum();
        // Of large ones fewer are held at once.
        chunk = if bytes > MAX_BYTES {
            std::cmp::max(chunk / 2, 1)
        } else {
            std::cmp::min(chunk * 2, MAX_ROWS)
        };
        for row in rows {
            let logged = Logged::read(row)?;
            beyond = Some(logged.revision);
            if filter
                .resource
                .as_deref()
                .is_none_or(|resource| logged.is_about(resource))
            {
                found.push(logged);
            }
            if found.len() as u64 >= limit {
                return Ok(found);
            }
        }
        if last {
            return Ok(found);
        }
    }
}

fn scan(
    home: &Home,
    filter: &ChangeFilter,
    beyond: Option<u64>,
    limit: u64,
    descending: bool,
) -> Select<Entity> {
    let mut query = of(home)
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
        })
        .limit(limit);
    if let Some(id) = filter.resource.as_deref().and_then(plain_id) {
        query = query.filter(Column::Payload.into_expr().like(format!("%\"{id}\"%")));
    }
    match (descending, beyond.map(number)) {
        (false, beyond) => query
            .apply_if(beyond, |query, beyond| {
                query.filter(Column::Revision.gt(beyond))
            })
            .order_by_asc(Column::Revision),
        (true, beyond) => query
            .apply_if(beyond, |query, beyond| {
                query.filter(Column::Revision.lt(beyond))
            })
            .order_by_desc(Column::Revision),
    }
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

impl Logged {
    /// Whether it saved or removed the noun of this resource name.
    fn is_about(&self, resource: &str) -> bool {
        let mut names = self.change.events.iter().map(Event::name);
        names.any(|name| name.resource_name(&self.home) == resource)
    }
}
