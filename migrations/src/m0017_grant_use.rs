//! On which day was each grant last used, and since when is that known?

use sea_orm_migration::async_trait;
use sea_orm_migration::prelude::*;

use crate::columns::{Columns, table};

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0017_grant_use"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let c = Columns::new(manager);
        let columns = vec![
            c.id("home").not_null().take(),
            c.id("grant_id").not_null().take(),
            c.number("day").not_null().take(),
        ];
        table(manager, "grant_use", &["home", "grant_id"], columns).await?;
        // Nobody marks before an instance of this version runs: the first one that does says on which day it began.
        let add = Table::alter()
            .table("store")
            .add_column(c.number("grant_uses_since"))
            .take();
        manager.alter_table(add).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
