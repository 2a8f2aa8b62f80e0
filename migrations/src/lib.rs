//! How did the tables come to be? Applies what is missing, also where several instances start at once.

mod columns;
mod m0001_log;
mod m0002_nouns;
mod m0003_beside;
mod m0004_mail_leases;
mod m0005_change_request;
mod m0006_partner;
mod m0007_change_at;
mod m0008_former_person;
mod m0009_shut_out;
mod m0010_head_format;
mod m0014_mail_limits;
mod m0015_indexes;
mod m0016_checkpoint;
mod m0017_grant_use;
mod noted;
mod progress;

use std::time::Duration;

use noted::{Noted, Ran};
pub use progress::Progress;
use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DatabaseConnection;
use sea_orm_migration::{MigrationStatus, MigratorTraitSelf};

/// How often a starter looks again after another one was faster.
const TRIES: u32 = 20;

#[derive(Default)]
struct Migrator {
    ran: Ran,
}

impl MigratorTraitSelf for Migrator {
    fn migrations(&self) -> Vec<Box<dyn MigrationTrait>> {
        let all: [Box<dyn MigrationTrait>; 14] = [
            Box::new(m0001_log::Migration),
            Box::new(m0002_nouns::Migration),
            Box::new(m0003_beside::Migration),
            Box::new(m0004_mail_leases::Migration),
            Box::new(m0005_change_request::Migration),
            Box::new(m0006_partner::Migration),
            Box::new(m0007_change_at::Migration),
            Box::new(m0008_former_person::Migration),
            Box::new(m0009_shut_out::Migration),
            Box::new(m0010_head_format::Migration),
            Box::new(m0014_mail_limits::Migration),
            Box::new(m0015_indexes::Migration),
            Box::new(m0016_checkpoint::Migration),
            Box::new(m0017_grant_use::Migration),
        ];
        let noted = |migration| {
            Box::new(Noted {
                migration,
                ran: self.ran.clone(),
            }) as Box<dyn MigrationTrait>
        };
        all.into_iter().map(noted).collect()
    }
}

/// Applies the migrations that are missing and names those that this call applied; `tell` hears of each.
///
/// Each migration is one transaction: whoever is stopped in the middle of one goes on with it the next time, and those
/// before it stay. They take no lock, so of several starters all but one fail in the middle, with nothing done. Such a
/// one waits with `pause` and looks again until nothing is missing.
pub async fn up<P>(
    db: &DatabaseConnection,
    pause: impl Fn(Duration) -> P,
    tell: impl Fn(Progress),
) -> Result<Vec<String>, DbErr>
where
    P: Future<Output = ()>,
{
    let migrator = Migrator::default();
    let mut applied = Vec::new();
    let mut tries = 1;
    loop {
        match next(&migrator, db, &tell).await {
            Ok(true) => {
                let ran = migrator.ran.take();
                ran.iter().cloned().map(Progress::Applied).for_each(&tell);
                applied.extend(ran);
            }
            Ok(false) => return Ok(applied),
            // A database that is newer than this program stays so.
            Err(error @ DbErr::Custom(_)) => return Err(error),
            Err(error) if tries == TRIES => return Err(error),
            Err(_) => {
                // What ran was rolled back.
                migrator.ran.take();
                pause(Duration::from_millis(50 * u64::from(tries))).await;
                tries += 1;
            }
        }
    }
}

/// Applies the first migration that is missing, if one is.
async fn next(
    migrator: &Migrator,
    db: &DatabaseConnection,
    tell: &impl Fn(Progress),
) -> Result<bool, DbErr> {
    let missing = migrator.get_pending_migrations(db).await?;
    let Some(next) = missing.first() else {
        return Ok(false);
    };
    tell(progress::begins(db, next.name()).await?);
    migrator.up(db, Some(1)).await?;
    Ok(true)
}

/// Every migration, and whether it was applied; creates nothing.
pub async fn status(db: &DatabaseConnection) -> Result<Vec<(String, bool)>, DbErr> {
    let all = Migrator::default()
        .get_migration_with_status_read_only(db)
        .await?;
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
