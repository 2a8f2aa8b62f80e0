//! Which column types do both databases share? Texts compare byte for byte, times are i64 microseconds.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

/// Builds columns for one database.
pub(crate) struct Columns {
    backend: DbBackend,
}

impl Columns {
    pub(crate) fn new(manager: &SchemaManager<'_>) -> Self {
        Self {
            backend: manager.get_database_backend(),
        }
    }

    /// A text that keys, orders or is compared. SQLite compares bytes anyway; PostgreSQL must be told.
    pub(crate) fn id(&self, name: &'static str) -> ColumnDef {
        let mut column = ColumnDef::new(name);
        column.text();
        if self.backend == DbBackend::Postgres {
            column.extra("COLLATE \"C\"");
        }
        column
    }

    pub(crate) fn text(&self, name: &'static str) -> ColumnDef {
        let mut column = ColumnDef::new(name);
        column.text();
        column
    }

    pub(crate) fn number(&self, name: &'static str) -> ColumnDef {
        let mut column = ColumnDef::new(name);
        column.big_integer();
        column
    }

    pub(crate) fn bytes(&self, name: &'static str) -> ColumnDef {
        let mut column = ColumnDef::new(name);
        column.blob();
        column
    }
}

/// A table with these columns, keyed by the first `key` of them.
pub(crate) async fn table(
    manager: &SchemaManager<'_>,
    name: &'static str,
    key: &[&'static str],
    columns: Vec<ColumnDef>,
) -> Result<(), DbErr> {
    let mut table = Table::create();
    table.table(name);
    for mut column in columns {
        table.col(&mut column);
    }
    let mut primary = Index::create();
    for column in key {
        primary.col(*column);
    }
    manager
        .create_table(table.primary_key(&mut primary).take())
        .await
}

/// An index named after what it holds.
pub(crate) async fn index(
    manager: &SchemaManager<'_>,
    table: &'static str,
    columns: &[&'static str],
) -> Result<(), DbErr> {
    let mut index = Index::create();
    index
        .name(format!("{table}_by_{}", columns.join("_")))
        .table(table);
    for column in columns {
        index.col(*column);
    }
    manager.create_index(index).await
}
