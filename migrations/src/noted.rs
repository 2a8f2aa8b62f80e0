//! Which migrations did this starter run itself? Whether one is missing may change between looking and applying.

use std::sync::{Arc, Mutex, PoisonError};

use sea_orm_migration::async_trait;
use sea_orm_migration::prelude::*;

/// Names of migrations that ran and were committed, or are about to be.
#[derive(Clone, Default)]
pub(crate) struct Ran(Arc<Mutex<Vec<String>>>);

impl Ran {
    /// The names since the last time.
    pub(crate) fn take(&self) -> Vec<String> {
        std::mem::take(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn note(&self, name: &str) {
        let mut names = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        names.push(name.to_owned());
    }
}

/// A migration that notes when it ran.
pub(crate) struct Noted {
    pub(crate) migration: Box<dyn MigrationTrait>,
    pub(crate) ran: Ran,
}

impl MigrationName for Noted {
    fn name(&self) -> &str {
        self.migration.name()
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Noted {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        self.migration.up(manager).await?;
        self.ran.note(self.name());
        Ok(())
    }

    fn use_transaction(&self) -> Option<bool> {
        self.migration.use_transaction()
    }
}
