//! How did the tables come to be? Applies what is missing, also where several instances start at once.

mod columns;
mod m0001_log;
mod m0002_nouns;
mod m0003_beside;

use std::time::Duration;

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DatabaseConnection;
use sea_orm_migration::{MigrationStatus, MigratorTrait, async_trait};

/// How often a starter looks again after another one was faster.
const TRIES: u32 = 20;

struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_log::Migration),
            Box::new(m0002_nouns::Migration),
            Box::new(m0003_beside::Migration),
        ]
    }
}

/// Applies the migrations that are missing and names those that this call applied.
///
/// Migrations take no lock, so of several starters all but one fail in the middle, with nothing done (each migration
/// is one transaction). Such a one waits with `pause` and looks again until nothing is missing.
pub async fn up<P>(
    db: &DatabaseConnection,
    pause: impl Fn(Duration) -> P,
) -> Result<Vec<String>, DbErr>
where
    P: Future<Output = ()>,
{
    let mut applied = Vec::new();
    let mut tries = 1;
    loop {
        match next(db).await {
            Ok(Some(name)) => applied.push(name),
            Ok(None) => return Ok(applied),
            // A database that is newer than this program stays so.
            Err(error @ DbErr::Custom(_)) => return Err(error),
            Err(error) if tries == TRIES => return Err(error),
            Err(_) => {
                pause(Duration::from_millis(50 * u64::from(tries))).await;
                tries += 1;
            }
        }
    }
}

/// Applies the first migration that is missing.
async fn next(db: &DatabaseConnection) -> Result<Option<String>, DbErr> {
    let pending = Migrator::get_pending_migrations(db).await?;
    let Some(first) = pending.first() else {
        return Ok(None);
    };
    Migrator::up(db, Some(1)).await?;
    Ok(Some(first.name().to_owned()))
}

/// Every migration, and whether it was applied; creates nothing.
pub async fn status(db: &DatabaseConnection) -> Result<Vec<(String, bool)>, DbErr> {
    let all = Migrator::get_migration_with_status_read_only(db).await?;
    Ok(all
        .iter()
        .map(|migration| {
            (
                migration.name().to_owned(),
                migration.status() == MigrationStatus::Applied,
            )
        })
        .collect())
}
