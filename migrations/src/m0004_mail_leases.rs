//! Whose turn is it to send a mail, and which mails were given up? Several instances share one outbox.

use sea_orm_migration::async_trait;
use sea_orm_migration::prelude::*;

use crate::columns::Columns;

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0004_mail_leases"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let c = Columns::new(manager);
        let columns = [
            // Until then one instance alone tries; NULL while nobody does.
            c.number("leased_until"),
            // When it was given up; then `due` is NULL, as of one that was sent.
            c.number("given_up_at"),
            // What failed last, in words without anybody's address.
            c.text("failure"),
        ];
        for mut column in columns {
            // SQLite adds one column a statement.
            let add = Table::alter()
                .table("outbox")
                .add_column(&mut column)
                .take();
            manager.alter_table(add).await?;
        }
        Ok(())
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
