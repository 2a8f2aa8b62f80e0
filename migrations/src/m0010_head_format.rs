//! In which format is a home stored? So that a version that is too old sees it at the head, before it reads any row.

use sea_orm_migration::async_trait;
use sea_orm_migration::prelude::*;

use crate::columns::Columns;

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0010_head_format"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // A default that is the same for all rows is written nowhere, so this takes no longer with many. It is also what
        // versions write that do not know the column, and those write format 1.
        let mut format = Columns::new(manager).number("format");
        let add = Table::alter()
            .table("head")
            .add_column(format.not_null().default(1))
            .take();
        manager.alter_table(add).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
