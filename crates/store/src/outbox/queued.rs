//! How does a mail come into the outbox? With the change that caused it.

use domain::{Change, Home, Timestamp, Who};
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::entity::outbox::{Column, Entity};
use crate::error::{Error, number};
use crate::key_ring::KeyRing;
use crate::postmark::Postmark;
use crate::rows::{Otherwise, Row, Verb};
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
        let text = serde_json::to_string(mail).map_err(Error::unavailable)?;
        let mut due = at.plus_seconds(mail.patience());
        if let Some(spacing) = change.spacing(mail) {
            let like = Like {
                home: &change.home,
                recipient: mark.recipient.as_deref(),
                mail: &text,
            };
            if like.waits(tx, revision).await? {
                continue;
            }
            let last = like.last(tx).await?;
            due = last.map_or(at, |last| last.plus_seconds(spacing).max(at));
        }
        let key = vec![
            ("home", change.home.to_string().into()),
            ("id", format!("{revision}-{ordinal}").into()),
        ];
        let others = vec![
            ("revision", number(revision).into()),
            ("mail", text.into()),
            ("at", at.0.into()),
            ("attempts", 0i64.into()),
            ("due", due.0.into()),
            ("recipient", mark.recipient.into()),
            ("sender", mark.sender.into()),
        ];
        let row = Row::new(("outbox", Verb::Insert), key, others, Otherwise::Fine);
        tx.put(row).await?;
    }
    Ok(())
}

/// Mails that say the same to the same address.
struct Like<'a> {
    home: &'a Home,
    recipient: Option<&'a str>,
    mail: &'a str,
}

impl Like<'_> {
    /// Whether one waits. It is written when it leaves, and the update keeps it from leaving before this change is there.
    async fn waits(&self, tx: &Tx, revision: u64) -> Result<bool, Error> {
        let update = Query::update()
            .table("outbox")
            .value("revision", number(revision))
            .value("attempts", 0)
            .and_where(Expr::col("home").eq(self.home.to_string()))
            .and_where(Expr::col("recipient").eq(self.recipient))
            .and_where(Expr::col("mail").eq(self.mail))
            .and_where(Expr::col("due").is_not_null())
            .and_where(Expr::col("leased_until").is_null())
            .take();
        Ok(tx.run(&update).await? > 0)
    }

    /// When the last one was queued.
    async fn last(&self, tx: &Tx) -> Result<Option<Timestamp>, Error> {
        let query = Entity::find()
            .filter(Column::Home.eq(self.home.to_string()))
            .filter(Column::Recipient.eq(self.recipient))
            .filter(Column::Mail.eq(self.mail))
            .order_by_desc(Column::At)
            .limit(1);
        let last = tx.all(query).await?.into_iter().next();
        Ok(last.map(|last| Timestamp(last.at)))
    }
}
