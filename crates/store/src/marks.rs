//! What is noted without a revision? Refused mutations, the last use of keys and of grants: no rule reads them.

use std::collections::HashMap;

use domain::{Day, GrantId, Home, KeyId, Timestamp, UserId, Who};
use sea_orm::sea_query::{Expr, ExprTrait, Func, OnConflict, Query};
use sea_orm::{
    ActiveValue, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
};

use crate::entity::refusal::{ActiveModel, Column, Entity, Model};
use crate::error::Error;
use crate::grant_use::{GrantUse, mark, marks};
use crate::head::read_home;
use crate::idempotency;
use crate::key_ring::{hex, random};
use crate::outbox;
use crate::store::Store;

/// How long refusals are kept: 90 days.
const LIFE: i64 = 90 * 24 * 3600;

/// Marks of uses in one transaction, which is short: whoever deletes one of these grants may wait for it.
const AT_ONCE: usize = 500;

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

    /// Notes on which day grants were last used. A mark only moves on, and one of a grant that is gone is not made; if it
    /// goes at this moment, its mark may stay behind, where nobody asks for it: no grant has that id again.
    pub async fn mark_grant_uses(&self, uses: &[GrantUse]) -> Result<(), Error> {
        let mut uses: Vec<_> = uses.iter().collect();
        // All who write several take them in one order, so that they wait for each other and none fails.
        uses.sort_unstable_by_key(|used| (&used.organization, &used.grant));
        for uses in uses.chunks(AT_ONCE) {
            let rows: Vec<_> = uses.iter().map(|used| mark(used)).collect();
            self.beside(move |tx| {
                Box::pin(async move {
                    for row in rows {
                        tx.put(row).await?;
                    }
                    Ok(())
                })
            })
            .await?;
        }
        Ok(())
    }

    /// The day on which marking of grants began here: today, where nobody has begun before.
    pub async fn grant_uses_since(&self, today: Day) -> Result<Day, Error> {
        if let Some(day) = self.marked_since().await? {
            return Ok(day);
        }
        let begin = Query::update()
            .table("store")
            .value("grant_uses_since", today.0)
            .and_where(Expr::col("one").eq(1i64))
            .and_where(Expr::col("grant_uses_since").is_null())
            .take();
        self.beside(move |tx| Box::pin(async move { tx.run(&begin).await.map(|_| ()) }))
            .await?;
        // Another instance may have been faster; what it wrote counts.
        let since = self.marked_since().await?;
        since.ok_or_else(|| Error::Corrupt("the store has no row of its own".to_owned()))
    }

    /// The last day on which each of these grants was used; without those that have no mark.
    pub async fn grant_uses(
        &self,
        home: &Home,
        grants: &[&GrantId],
    ) -> Result<HashMap<GrantId, Day>, Error> {
        let tx = self.begin_snapshot().await?;
        let mut uses = HashMap::new();
        for row in marks(&tx, home, grants).await? {
            let id: String = row.try_get("", "grant_id")?;
            let id =
                GrantId::parse(&id).map_err(|_| Error::Corrupt(format!("{id:?} is no grant")))?;
            uses.insert(id, Day(row.try_get("", "day")?));
        }
        Ok(uses)
    }

    async fn marked_since(&self) -> Result<Option<Day>, Error> {
        let select = Query::select()
            .column("grant_uses_since")
            .from("store")
            .and_where(Expr::col("one").eq(1i64))
            .take();
        let row = self.begin_snapshot().await?.row(&select).await?;
        let since = row.map(|row| row.try_get("", "grant_uses_since"));
        Ok(since.transpose()?.flatten().map(Day))
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
