//! What stands beside the log? Mails to send, and marks: facts without a revision that no rule reads.

use sea_orm_migration::async_trait;
use sea_orm_migration::prelude::*;

use crate::columns::{Columns, index, table};

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0003_beside"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        outbox(manager).await?;
        refusals(manager).await?;
        key_uses(manager).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

async fn outbox(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let c = Columns::new(manager);
    let columns = vec![
        c.id("home").not_null().take(),
        c.id("id").not_null().take(),
        c.number("revision").not_null().take(),
        c.text("mail").not_null().take(),
        c.number("at").not_null().take(),
        c.number("attempts").not_null().take(),
        // When it is to be tried; NULL once it was sent.
        c.number("due"),
    ];
    table(manager, "outbox", &["home", "id"], columns).await?;
    index(manager, "outbox", &["due"]).await
}

async fn refusals(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let c = Columns::new(manager);
    let columns = vec![
        c.id("home").not_null().take(),
        c.id("id").not_null().take(),
        c.number("at").not_null().take(),
        c.id("actor"),
        c.id("caller").not_null().take(),
        c.id("method").not_null().take(),
        c.id("reason").not_null().take(),
    ];
    table(manager, "refusal", &["home", "id"], columns).await?;
    index(manager, "refusal", &["home", "at"]).await?;
    index(manager, "refusal", &["at"]).await
}

async fn key_uses(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let c = Columns::new(manager);
    let columns = vec![
        c.id("home").not_null().take(),
        c.id("key").not_null().take(),
        c.number("at").not_null().take(),
    ];
    table(manager, "key_use", &["home", "key"], columns).await
}
