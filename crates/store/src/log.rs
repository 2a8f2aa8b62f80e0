//! What happened, for ever? A change as the log holds it, read back and verified.

mod across;
mod entry;
mod fitting;
mod heads;
mod logged;
mod page;

use domain::{Home, Timestamp};
use sea_orm::sea_query::Order;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::entity::change::{Column, Model};
use crate::error::{Error, number};
use crate::tx::Tx;

pub use across::{Key, Reached};
pub(crate) use across::{across, keys_across};
pub(crate) use entry::Entry;
use fitting::fitting;
pub(crate) use heads::{head_of, heads_at};
pub use logged::Logged;
use logged::of;
pub use page::{ChangeFilter, ChangePage};
pub(crate) use page::{last, page};

/// The changes after a revision, in order, as many as fit; the caller sees holes by the revisions.
pub(crate) async fn after(
    tx: &Tx,
    home: &Home,
    after: u64,
    limit: u64,
) -> Result<Vec<Logged>, Error> {
    let found = of(home)
        .filter(Column::Revision.gt(number(after)))
        .limit(limit);
    fitting(tx, found, Order::Asc).await
}

/// The same where all of these changes are among those that were written, which are in order and fit.
pub(crate) fn of_written(
    written: &[Model],
    home: &Home,
    after: u64,
    limit: u64,
) -> Result<Vec<Logged>, Error> {
    let name = home.to_string();
    let rows = written.iter().filter(|row| row.home == name);
    let mut rows = rows
        .skip_while(|row| row.revision <= number(after))
        .peekable();
    let next = rows.peek().map(|row| row.revision);
    if next != Some(number(after + 1)) {
        return Ok(Vec::new());
    }
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    rows.take(limit).cloned().map(Logged::read).collect()
}

/// The last change before a time.
pub(crate) async fn last_before(
    tx: &Tx,
    home: &Home,
    time: Timestamp,
) -> Result<Option<Logged>, Error> {
    // A later revision never has an earlier time, so the index on both finds it without a search.
    let query = of(home)
        .filter(Column::At.lt(time.0))
        .order_by_desc(Column::At)
        .order_by_desc(Column::Revision)
        .limit(1);
    let row = tx.all(query).await?.into_iter().next();
    row.map(Logged::read).transpose()
}

/// The change that made this revision.
pub(crate) async fn one(tx: &Tx, home: &Home, revision: u64) -> Result<Option<Logged>, Error> {
    let query = of(home).filter(Column::Revision.eq(number(revision)));
    let row = tx.all(query).await?.into_iter().next();
    row.map(Logged::read).transpose()
}

/// The changes that made these revisions, which are few, the last first; as many as fit.
pub(crate) async fn some(tx: &Tx, home: &Home, revisions: &[u64]) -> Result<Vec<Logged>, Error> {
    // A list of none is no question: most writes look for none.
    if revisions.is_empty() {
        return Ok(Vec::new());
    }
    let revisions = revisions.iter().copied().map(number);
    let found = of(home).filter(Column::Revision.is_in(revisions));
    fitting(tx, found, Order::Desc).await
}
