//! How does a mail come into the outbox? With the change that caused it.

use domain::{Change, Timestamp, Who};
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{
    ActiveValue, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
};

use crate::entity::outbox::{ActiveModel, Column, Entity};
use crate::error::{Error, number};
use crate::key_ring::KeyRing;
use crate::postmark::Postmark;
use crate::tx::Tx;

/// Queues the mails of a change.
pub(crate) async fn write(
    tx: &Tx,
    ring: &KeyRing,
    change: &Change,
    who: &Who,
    (revision, at): (u64, Timestamp),
) -> Result<(), Error> {
    for (ordinal, mail) in change.mails.iter().enumerate() {
        let mark = Postmark::of(tx, ring, change, who, mail).await?;
        let mut row = ActiveModel {
            home: ActiveValue::Set(change.home.to_string()),
            id: ActiveValue::Set(format!("{revision}-{ordinal}")),
            revision: ActiveValue::Set(number(revision)),
            mail: ActiveValue::Set(serde_json::to_string(mail).map_err(Error::unavailable)?),
            at: ActiveValue::Set(at.0),
            attempts: ActiveValue::Set(0),
            due: ActiveValue::Set(Some(at.plus_seconds(mail.patience()).0)),
            leased_until: ActiveValue::Set(None),
            given_up_at: ActiveValue::Set(None),
            failure: ActiveValue::Set(None),
            recipient: ActiveValue::Set(mark.recipient),
            sender: ActiveValue::Set(mark.sender),
        };
        if let Some(spacing) = change.spacing(mail) {
            if waits(tx, &row).await? {
                continue;
            }
            let last = last_like(tx, &row).await?;
            let due = last.map_or(at, |last| last.plus_seconds(spacing).max(at));
            row.due = ActiveValue::Set(Some(due.0));
        }
        tx.run(Entity::insert(row).as_query()).await?;
    }
    Ok(())
}

/// Whether one that says the same to the same address waits. It is written when it leaves, and the update keeps it from
/// leaving before this change is there.
async fn waits(tx: &Tx, row: &ActiveModel) -> Result<bool, Error> {
    let update = Query::update()
        .table("outbox")
        .value("revision", row.revision.as_ref().to_owned())
        .value("attempts", 0)
        .and_where(Expr::col("home").eq(row.home.as_ref().as_str()))
        .and_where(Expr::col("recipient").eq(row.recipient.as_ref().clone()))
        .and_where(Expr::col("mail").eq(row.mail.as_ref().as_str()))
        .and_where(Expr::col("due").is_not_null())
        .and_where(Expr::col("leased_until").is_null())
        .take();
    Ok(tx.run(&update).await? > 0)
}

/// When the last one was queued that says the same to the same address.
async fn last_like(tx: &Tx, row: &ActiveModel) -> Result<Option<Timestamp>, Error> {
    let query = Entity::find()
        .filter(Column::Home.eq(row.home.as_ref().as_str()))
        .filter(Column::Recipient.eq(row.recipient.as_ref().clone()))
        .filter(Column::Mail.eq(row.mail.as_ref().as_str()))
        .order_by_desc(Column::At)
        .limit(1);
    let last = tx.all(query).await?.into_iter().next();
    Ok(last.map(|last| Timestamp(last.at)))
}
