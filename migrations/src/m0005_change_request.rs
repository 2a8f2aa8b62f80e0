//! Which change requests are there? A table of the shape of every noun, with what lists across organizations need.

use sea_orm_migration::async_trait;
use sea_orm_migration::prelude::*;

use crate::columns::{Columns, index, table};

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0005_change_request"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let c = Columns::new(manager);
        let columns = vec![
            c.id("home").not_null().take(),
            c.id("id").not_null().take(),
            c.number("create_revision").not_null().take(),
            c.number("revision").not_null().take(),
            c.number("removed_revision"),
            c.text("body"),
            c.number("number"),
            c.id("requester"),
            c.id("state"),
        ];
        table(manager, "change_request", &["home", "id"], columns).await?;
        // Those of an organization in order, of a person across organizations, of a state for the operator.
        index(manager, "change_request", &["home", "number"]).await?;
        index(manager, "change_request", &["requester", "home", "number"]).await?;
        index(manager, "change_request", &["state", "home", "number"]).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
