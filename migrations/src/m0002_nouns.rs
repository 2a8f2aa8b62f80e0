//! What is true at present? One table per noun, all of one shape, with columns more only where a query needs them.

use sea_orm_migration::async_trait;
use sea_orm_migration::prelude::*;

use crate::columns::{Columns, index, table};

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0002_nouns"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let c = Columns::new(manager);
        for noun in [
            "settings",
            "operator",
            "product_type",
            "service_account",
            "key",
            "organization",
            "member",
            "product",
            "product_group",
            "team",
        ] {
            self::noun(manager, noun, vec![]).await?;
        }
        noun(manager, "user", vec![c.id("state")]).await?;
        noun(
            manager,
            "grant",
            vec![c.id("subject"), c.number("end_time")],
        )
        .await?;
        noun(manager, "invitation", vec![c.id("email")]).await?;
        indices(manager).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

/// A removed noun keeps its row, without body, so that its id is never used again.
pub(crate) async fn noun(
    manager: &SchemaManager<'_>,
    name: &'static str,
    more: Vec<ColumnDef>,
) -> Result<(), DbErr> {
    let c = Columns::new(manager);
    let mut columns = vec![
        c.id("home").not_null().take(),
        c.id("id").not_null().take(),
        c.number("create_revision").not_null().take(),
        c.number("revision").not_null().take(),
        c.number("removed_revision"),
        c.text("body"),
    ];
    columns.extend(more);
    table(manager, name, &["home", "id"], columns).await
}

async fn indices(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    // Memberships of a user, and organizations in order, across homes.
    index(manager, "member", &["id", "home"]).await?;
    index(manager, "organization", &["id"]).await?;
    // The few who are not active.
    index(manager, "user", &["home", "state"]).await?;
    // Grants of a subject, grants that end soon.
    index(manager, "grant", &["home", "subject"]).await?;
    index(manager, "grant", &["home", "end_time"]).await?;
    // The invitation that a personal value (found by its lookup) belongs to.
    index(manager, "invitation", &["home", "email"]).await
}
