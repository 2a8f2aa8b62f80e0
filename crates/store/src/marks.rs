//! What is noted without a revision? Refused mutations and the last use of keys: no rule reads them.

use std::collections::HashMap;

use domain::{Home, KeyId, Timestamp, UserId, Who};
use sea_orm::sea_query::{Expr, ExprTrait, Func, OnConflict, Query};
use sea_orm::{
    ActiveValue, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
};

use crate::entity::refusal::{ActiveModel, Column, Entity, Model};
use crate::error::Error;
use crate::head::read_home;
use crate::idempotency;
use crate::key_ring::{hex, random};
use crate::outbox;
use crate::store::Store;

/// How long refusals are kept: 90 days.
const LIFE: i64 = 90 * 24 * 3600;

/// A mutation that a rule refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusalMark {
    pub home: Home,
    /// Its id within the home.
    pub id: String,
    pub at: Timestamp,
    pub who: Who,
    /// The RPC or command.
    pub method: String,
    /// The reason, as on the wire.
    pub reason: String,
}

impl Store {
    /// Notes that a rule refused a mutation.
    pub async fn mark_refusal(
        &self,
        home: &Home,
        who: &Who,
        method: &str,
        reason: &str,
    ) -> Result<(), Error> {
        let at = self.now().await?;
        let row = ActiveModel {
            home: ActiveValue::Set(home.to_string()),
            id: ActiveValue::Set(hex(&random::<16>()?)),
            at: ActiveValue::Set(at.0),
            actor: ActiveValue::Set(who.actor.as_ref().map(UserId::to_string)),
            caller: ActiveValue::Set(
                serde_json::to_string(&who.caller).map_err(Error::unavailable)?,
            ),
            method: ActiveValue::Set(method.to_owned()),
            reason: ActiveValue::Set(reason.to_owned()),
        };
        let insert = Entity::insert(row).into_query();
        self.beside(move |tx| Box::pin(async move { tx.run(&insert).await.map(|_| ()) }))
            .await
    }

    /// Refused mutations of a home, the newest first, before a time.
    pub async fn refusals(
        &self,
        home: &Home,
        before: Option<Timestamp>,
        limit: u64,
    ) -> Result<Vec<RefusalMark>, Error> {
        let tx = self.begin_snapshot().await?;
        let query = Entity::find()
            .filter(Column::Home.eq(home.to_string()))
            .apply_if(before, |query, before| {
                query.filter(Column::At.lt(before.0))
            })
            .order_by_desc(Column::At)
            .order_by_desc(Column::Id)
            .limit(limit);
        tx.all(query).await?.into_iter().map(read).collect()
    }

    /// Notes that a key was used.
    pub async fn mark_key_use(&self, key: &KeyId, at: Timestamp) -> Result<(), Error> {
        let later = Func::greatest([Expr::col(("key_use", "at")), Expr::col(("excluded", "at"))]);
        let insert = Query::insert()
            .into_table("key_use")
            .columns(["home", "key", "at"])
            .values_panic([
                Home::Platform.to_string().into(),
                key.as_str().into(),
                at.0.into(),
            ])
            .on_conflict(
                OnConflict::columns(["home", "key"])
                    .value("at", later)
                    .to_owned(),
            )
            .take();
        self.beside(move |tx| Box::pin(async move { tx.run(&insert).await.map(|_| ()) }))
            .await
    }

    /// When each key was last used.
    pub async fn key_uses(&self) -> Result<HashMap<KeyId, Timestamp>, Error> {
        let tx = self.begin_snapshot().await?;
        let query = Query::select()
            .columns(["key", "at"])
            .from("key_use")
            .and_where(Expr::col("home").eq(Home::Platform.to_string()))
            .take();
        let mut uses = HashMap::new();
        for row in tx.rows(&query).await? {
            let key: String = row.try_get("", "key")?;
            let key =
                KeyId::parse(&key).map_err(|_| Error::Corrupt(format!("{key:?} is no key")))?;
            uses.insert(key, Timestamp(row.try_get("", "at")?));
        }
        Ok(uses)
    }

    /// Forgets what is kept for a while only: requests and postmarks after 24 h, refusals after 90 days.
    pub async fn forget_old(&self) -> Result<(), Error> {
        let now = self.now().await?;
        let delete = Query::delete()
            .from_table("refusal")
            .and_where(Expr::col("at").lt(now.plus_seconds(-LIFE).0))
            .take();
        self.beside(move |tx| {
            Box::pin(async move {
                tx.run(&delete).await?;
                outbox::forget_postmarks(tx, now).await?;
                idempotency::forget(tx, now).await.map(|_| ())
            })
        })
        .await
    }
}

fn read(row: Model) -> Result<RefusalMark, Error> {
    let broken = || {
        Error::Corrupt(format!(
            "the refusal {} of {} cannot be read",
            row.id, row.home
        ))
    };
    let actor = row.actor.as_deref().map(UserId::parse).transpose();
    Ok(RefusalMark {
        home: read_home(&row.home)?,
        at: Timestamp(row.at),
        who: Who {
            actor: actor.map_err(|_| broken())?,
            caller: serde_json::from_str(&row.caller).map_err(|_| broken())?,
        },
        id: row.id,
        method: row.method,
        reason: row.reason,
    })
}
