//! What did a home hold at a revision? Kept in parts now and then, so that questions about the past replay little.

use sea_orm_migration::async_trait;
use sea_orm_migration::prelude::*;

use crate::columns::{Columns, table};

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0016_checkpoint"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let c = Columns::new(manager);
        table(
            manager,
            "checkpoint",
            &["home", "revision", "part"],
            vec![
                c.id("home").not_null().to_owned(),
                c.number("revision").not_null().to_owned(),
                c.number("part").not_null().to_owned(),
                c.number("parts").not_null().to_owned(),
                c.bytes("chain").not_null().to_owned(),
                c.number("at").not_null().to_owned(),
                c.number("format").not_null().to_owned(),
                c.text("key_id").not_null().to_owned(),
                c.bytes("body").not_null().to_owned(),
                c.bytes("seal").not_null().to_owned(),
            ],
        )
        .await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
