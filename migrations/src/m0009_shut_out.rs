//! Whom has an organization shut out who is no member of it?

use sea_orm_migration::async_trait;
use sea_orm_migration::prelude::*;

use crate::m0002_nouns::noun;

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0009_shut_out"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        noun(manager, "shut_out", vec![]).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
