//! Who was one of a partner's people once?

use sea_orm_migration::async_trait;
use sea_orm_migration::prelude::*;

use crate::m0002_nouns::noun;

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0008_former_person"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        noun(manager, "former_person", vec![]).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
