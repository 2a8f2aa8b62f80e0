//! What was changed since a time, in whichever home? For those who watch all organizations.

use sea_orm_migration::async_trait;
use sea_orm_migration::prelude::*;

use crate::columns::index;

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0007_change_at"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // The log only grows at its end, so this costs a write little. On `head` it would cost much: each change
        // updates a row there, which PostgreSQL does in place only while no index holds what changes.
        index(manager, "change", &["at", "home", "revision"]).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
