//! Who offers to manage others', who is whose partner, and which of a partner's people manage which client?

use sea_orm_migration::async_trait;
use sea_orm_migration::prelude::*;

use crate::columns::{Columns, index};
use crate::m0002_nouns::noun;

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0006_partner"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let c = Columns::new(manager);
        noun(manager, "partner", vec![c.id("search_name")]).await?;
        noun(manager, "partnership", vec![c.id("partner")]).await?;
        noun(manager, "client_assignment", vec![]).await?;
        // The directory, and the clients of a partner, across homes.
        index(manager, "partner", &["search_name"]).await?;
        index(manager, "partnership", &["partner", "home", "id"]).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
