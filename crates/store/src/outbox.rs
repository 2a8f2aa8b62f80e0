//! Which mails must leave? Queued with the commit that caused them, tried by one instance at a time, until they were
//! sent or given up.

pub(crate) mod queued;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use domain::{Home, Mail, MailLimits, Timestamp};
use sea_orm::sea_query::{Expr, ExprTrait, Query, UpdateStatement};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::entity::outbox::{Column, Entity, Model};
use crate::error::{Error, revision};
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
    pub mail: Mail,
    /// When it is tried next; `None` once it was given up.
    pub due: Option<Timestamp>,
    /// When it was given up.
    pub given_up_at: Option<Timestamp>,
    /// What failed last, in words without anybody's address.
    pub failure: Option<String>,
}

impl Store {
    /// Mails that should leave now and that nobody is sending, the longest due first.
    pub async fn due_mails(&self, limit: u64) -> Result<Vec<OutboxMail>, Error> {
        let now = self.now().await?;
        let free = Condition::any()
            .add(Column::LeasedUntil.is_null())
            .add(Column::LeasedUntil.lte(now.0));
        let tx = self.begin_snapshot().await?;
        let query = Entity::find()
            .filter(Column::Due.lte(now.0))
            .filter(free)
            .order_by_asc(Column::Due)
            .order_by_asc(Column::Home)
            .order_by_asc(Column::Id)
            .limit(limit);
        tx.all(query).await?.into_iter().map(read).collect()
    }

    /// Takes a due mail for `seconds`, in which no other instance tries it; false if one was faster.
    pub async fn lease_mail(&self, home: &Home, id: &str, seconds: i64) -> Result<bool, Error> {
        let now = self.now().await?;
        let free = Expr::col("leased_until")
            .is_null()
            .or(Expr::col("leased_until").lte(now.0));
        let update = named(home, id)
            .value("leased_until", now.plus_seconds(seconds).0)
            .and_where(Expr::col("due").lte(now.0))
            .and_where(free)
            .take();
        Ok(self.touches(update).await? == 1)
    }

    /// The mail was sent, or nobody needs it any more; it never comes back.
    pub async fn mail_done(&self, home: &Home, id: &str) -> Result<(), Error> {
        let update = named(home, id)
            .value("due", Option::<i64>::None)
            .value("leased_until", Option::<i64>::None)
            .value("failure", Option::<String>::None)
            .take();
        self.touches(update).await.map(|_| ())
    }

    /// The mail could not be sent; it comes back after `seconds`.
    pub async fn mail_failed(
        &self,
        home: &Home,
        id: &str,
        seconds: i64,
        failure: &str,
    ) -> Result<(), Error> {
        let again = self.now().await?.plus_seconds(seconds);
        let update = failed(home, id, failure).value("due", Some(again.0)).take();
        self.touches(update).await.map(|_| ())
    }

    /// The mail could not be sent and is not tried any more, until somebody says so.
    pub async fn mail_given_up(&self, home: &Home, id: &str, failure: &str) -> Result<(), Error> {
        let now = self.now().await?;
        let update = failed(home, id, failure)
            .value("due", Option::<i64>::None)
            .value("given_up_at", Some(now.0))
            .take();
        self.touches(update).await.map(|_| ())
    }

    /// Mails that wait or were given up, the oldest first.
    pub async fn unsent_mails(&self, limit: u64) -> Result<Vec<OutboxMail>, Error> {
        let unsent = Condition::any()
            .add(Column::Due.is_not_null())
            .add(Column::GivenUpAt.is_not_null());
        let tx = self.begin_snapshot().await?;
        let query = Entity::find()
            .filter(unsent)
            .order_by_asc(Column::At)
            .order_by_asc(Column::Home)
            .order_by_asc(Column::Id)
            .limit(limit);
        tx.all(query).await?.into_iter().map(read).collect()
    }

    /// Tries an unsent mail from the beginning, now; false if there is no such mail.
    pub async fn retry_mail(&self, home: &Home, id: &str) -> Result<bool, Error> {
        let now = self.now().await?;
        let unsent = Expr::col("due")
            .is_not_null()
            .or(Expr::col("given_up_at").is_not_null());
        let update = named(home, id)
            .value("due", Some(now.0))
            .value("attempts", 0)
            .value("given_up_at", Option::<i64>::None)
            .and_where(unsent)
            .take();
        Ok(self.touches(update).await? == 1)
    }

    async fn touches(&self, update: UpdateStatement) -> Result<u64, Error> {
        let touched = Arc::new(AtomicU64::new(0));
        let rows = Arc::clone(&touched);
        self.beside(move |tx| {
            Box::pin(async move {
                rows.store(tx.run(&update).await?, Ordering::Relaxed);
                Ok(())
            })
        })
        .await?;
        Ok(touched.load(Ordering::Relaxed))
    }
}

/// Forgets to whom mails went, and by whose will, once they count no more.
pub(crate) async fn forget_postmarks(tx: &Tx, now: Timestamp) -> Result<(), Error> {
    let old = now.plus_seconds(-MailLimits::WINDOW);
    for column in ["recipient", "sender"] {
        let update = Query::update()
            .table("outbox")
            .value(column, Option::<String>::None)
            .and_where(Expr::col(column).is_not_null())
            .and_where(Expr::col("at").lte(old.0))
            .take();
        tx.run(&update).await?;
    }
    Ok(())
}

fn named(home: &Home, id: &str) -> UpdateStatement {
    Query::update()
        .table("outbox")
        .and_where(Expr::col("home").eq(home.to_string()))
        .and_where(Expr::col("id").eq(id))
        .take()
}

fn failed(home: &Home, id: &str, failure: &str) -> UpdateStatement {
    named(home, id)
        .value("attempts", Expr::col("attempts").add(1))
        .value("leased_until", Option::<i64>::None)
        .value("failure", Some(failure.to_owned()))
        .take()
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
        due: row.due.map(Timestamp),
        given_up_at: row.given_up_at.map(Timestamp),
        failure: row.failure,
        id: row.id,
    })
}
