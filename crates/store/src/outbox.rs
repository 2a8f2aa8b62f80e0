//! Which mails must leave? Queued with the commit that caused them, and tried until they were sent.

use domain::{Home, Mail, Timestamp};
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{
    ActiveValue, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
};

use crate::entity::outbox::{ActiveModel, Column, Entity, Model};
use crate::error::{Error, number, revision};
use crate::head::read_home;
use crate::store::Store;
use crate::tx::Tx;

/// A mail that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutboxMail {
    /// The home of the change that caused it.
    pub home: Home,
    /// Its id within the home.
    pub id: String,
    /// The revision that caused it.
    pub revision: u64,
    /// When that was.
    pub at: Timestamp,
    /// How often it was tried without success.
    pub attempts: u32,
    /// The mail.
    pub mail: Mail,
}

/// Queues the mails of a change.
pub(crate) async fn write(
    tx: &Tx,
    home: &Home,
    revision: u64,
    at: Timestamp,
    mails: &[Mail],
) -> Result<(), Error> {
    for (ordinal, mail) in mails.iter().enumerate() {
        let row = ActiveModel {
            home: ActiveValue::Set(home.to_string()),
            id: ActiveValue::Set(format!("{revision}-{ordinal}")),
            revision: ActiveValue::Set(number(revision)),
            mail: ActiveValue::Set(serde_json::to_string(mail).map_err(Error::unavailable)?),
            at: ActiveValue::Set(at.0),
            attempts: ActiveValue::Set(0),
            due: ActiveValue::Set(Some(at.0)),
        };
        tx.run(Entity::insert(row).as_query()).await?;
    }
    Ok(())
}

impl Store {
    /// Mails that should leave now, the longest due first.
    pub async fn due_mails(&self, limit: u64) -> Result<Vec<OutboxMail>, Error> {
        let now = self.now().await?;
        let tx = self.begin_snapshot().await?;
        let query = Entity::find()
            .filter(Column::Due.lte(now.0))
            .order_by_asc(Column::Due)
            .order_by_asc(Column::Home)
            .order_by_asc(Column::Id)
            .limit(limit);
        tx.all(query).await?.into_iter().map(read).collect()
    }

    /// The mail was sent; it never comes back.
    pub async fn mail_sent(&self, home: &Home, id: &str) -> Result<(), Error> {
        self.set_due(home, id, None).await
    }

    /// The mail could not be sent; it comes back at `again`.
    pub async fn mail_failed(&self, home: &Home, id: &str, again: Timestamp) -> Result<(), Error> {
        self.set_due(home, id, Some(again)).await
    }

    async fn set_due(&self, home: &Home, id: &str, due: Option<Timestamp>) -> Result<(), Error> {
        let mut update = Query::update()
            .table("outbox")
            .value("due", due.map(|due| due.0))
            .and_where(Expr::col("home").eq(home.to_string()))
            .and_where(Expr::col("id").eq(id))
            .take();
        if due.is_some() {
            update.value("attempts", Expr::col("attempts").add(1));
        }
        self.beside(move |tx| Box::pin(async move { tx.run(&update).await.map(|_| ()) }))
            .await
    }
}

fn read(row: Model) -> Result<OutboxMail, Error> {
    Ok(OutboxMail {
        home: read_home(&row.home)?,
        revision: revision(row.revision)?,
        at: Timestamp(row.at),
        attempts: u32::try_from(row.attempts).unwrap_or(u32::MAX),
        mail: serde_json::from_str(&row.mail).map_err(|_| {
            Error::Corrupt(format!(
                "the mail {} of {} cannot be read",
                row.id, row.home
            ))
        })?,
        id: row.id,
    })
}
