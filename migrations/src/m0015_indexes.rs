//! What is found without going through what nobody asked about? The indexes that were missing for it.

use sea_orm_migration::async_trait;
use sea_orm_migration::prelude::*;

use crate::columns::index;

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0015_indexes"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        personal(manager).await?;
        unsent(manager).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

/// Whose email it is. By the text alone there was no order, so SQLite went through all of a home in that of its key.
async fn personal(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    index(manager, "personal", &["lookup", "home", "id"]).await?;
    let former = Index::drop()
        .name("personal_by_lookup")
        .table("personal")
        .to_owned();
    manager.drop_index(former).await
}

/// The mails that wait or were given up, beside all that were ever sent.
async fn unsent(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let unsent = Expr::col("due")
        .is_not_null()
        .or(Expr::col("given_up_at").is_not_null());
    let index = Index::create()
        .name("outbox_unsent")
        .table("outbox")
        .col("at")
        .col("home")
        .col("id")
        .and_where(unsent)
        .take();
    manager.create_index(index).await
}
