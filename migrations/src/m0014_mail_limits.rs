//! To whom did a mail go, and by whose will? So that many of them are seen to be many.

use sea_orm_migration::async_trait;
use sea_orm_migration::prelude::*;

use crate::columns::{Columns, index};

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0014_mail_limits"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let c = Columns::new(manager);
        // Both are forgotten after a day.
        let columns = [
            // The keyed hash of the address.
            c.id("recipient"),
            // Who wanted it; NULL of a mail that does not count.
            c.id("sender"),
        ];
        for mut column in columns {
            // SQLite adds one column a statement.
            let add = Table::alter()
                .table("outbox")
                .add_column(&mut column)
                .take();
            manager.alter_table(add).await?;
        }
        index(manager, "outbox", &["recipient", "at"]).await?;
        index(manager, "outbox", &["sender", "at"]).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
