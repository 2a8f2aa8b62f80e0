//! What is locked, counted and remembered for ever? Heads, changes, idempotency keys, personal values, latches.

use sea_orm_migration::async_trait;
use sea_orm_migration::prelude::*;

use crate::columns::{Columns, index, table};

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0001_log"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        store_and_heads(manager).await?;
        changes(manager).await?;
        idempotency(manager).await?;
        personal_and_latches(manager).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

async fn store_and_heads(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let c = Columns::new(manager);
    let columns = vec![
        c.number("one").not_null().take(),
        c.id("id").not_null().take(),
        // Tells a key ring that is not the one of this store.
        c.text("ring").not_null().take(),
    ];
    table(manager, "store", &["one"], columns).await?;
    let columns = vec![
        c.id("home").not_null().take(),
        c.number("revision").not_null().take(),
        c.bytes("chain").not_null().take(),
        c.number("at").not_null().take(),
        c.text("requires").not_null().take(),
    ];
    table(manager, "head", &["home"], columns).await
}

async fn changes(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let c = Columns::new(manager);
    let columns = vec![
        c.id("home").not_null().take(),
        c.number("revision").not_null().take(),
        c.number("format").not_null().take(),
        c.id("key_id").not_null().take(),
        c.id("method").not_null().take(),
        c.text("payload").not_null().take(),
        c.text("deps").not_null().take(),
        c.id("actor"),
        c.id("caller").not_null().take(),
        c.text("request_id"),
        c.number("at").not_null().take(),
        c.bytes("chain").not_null().take(),
    ];
    table(manager, "change", &["home", "revision"], columns).await?;
    index(manager, "change", &["home", "at"]).await?;
    index(manager, "change", &["home", "actor", "revision"]).await
}

async fn idempotency(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let c = Columns::new(manager);
    let columns = vec![
        c.id("home").not_null().take(),
        c.id("caller").not_null().take(),
        c.id("key").not_null().take(),
        c.bytes("request_hash").not_null().take(),
        c.number("revision"),
        c.number("users_revision"),
        c.text("takes_from").not_null().take(),
        c.number("at").not_null().take(),
    ];
    table(manager, "idempotency", &["home", "caller", "key"], columns).await?;
    index(manager, "idempotency", &["at"]).await
}

async fn personal_and_latches(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let c = Columns::new(manager);
    let columns = vec![
        c.id("home").not_null().take(),
        c.id("id").not_null().take(),
        c.id("subject"),
        c.bytes("salt"),
        c.text("value"),
        c.id("lookup"),
    ];
    table(manager, "personal", &["home", "id"], columns).await?;
    index(manager, "personal", &["lookup"]).await?;
    index(manager, "personal", &["subject", "home"]).await?;
    let columns = vec![c.id("home").not_null().take(), c.id("id").not_null().take()];
    table(manager, "latch", &["home", "id"], columns).await
}
