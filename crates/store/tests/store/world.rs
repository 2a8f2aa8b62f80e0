//! A store of its own for each test, and a hand on the database behind its back.

use std::path::PathBuf;
use std::sync::Arc;

use sea_orm::{ConnectionTrait, Database, DatabaseConnection};
use store::{KeyRing, Options, Store};
use tempfile::TempDir;

pub(crate) struct World {
    pub(crate) store: Store,
    pub(crate) options: Options,
    pub(crate) ring_file: PathBuf,
    directory: TempDir,
    server: Option<(String, String)>,
}

impl World {
    pub(crate) async fn sqlite() -> Self {
        let directory = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", directory.path().join("grantor.db").display());
        Self::over(directory, url, None).await
    }

    pub(crate) async fn postgres(test: &str) -> Option<Self> {
        let Ok(server) = std::env::var("GRANTOR_TEST_POSTGRES") else {
            println!("skipped: {test} needs GRANTOR_TEST_POSTGRES");
            return None;
        };
        let directory = tempfile::tempdir().unwrap();
        let random = directory.path().file_name().unwrap().to_string_lossy();
        let plain = |c: &char| c.is_ascii_alphanumeric();
        let name = format!(
            "grantor_{}",
            random
                .chars()
                .filter(plain)
                .collect::<String>()
                .to_lowercase()
        );
        let admin = Database::connect(&server).await.unwrap();
        // Of a locale that passes over hyphens, where the server can: text order is not byte order then.
        let locale = "TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'en-US-u-ka-shifted' LOCALE 'C'";
        let create = format!("CREATE DATABASE {name}");
        if admin
            .execute_unprepared(&format!("{create} {locale}"))
            .await
            .is_err()
        {
            admin.execute_unprepared(&create).await.unwrap();
        }
        let (address, _) = server.rsplit_once('/').unwrap();
        let url = format!("{address}/{name}");
        Some(Self::over(directory, url, Some((server, name))).await)
    }

    async fn over(directory: TempDir, url: String, server: Option<(String, String)>) -> Self {
        let ring_file = directory.path().join("keys.json");
        let ring = Arc::new(KeyRing::create(&ring_file).unwrap());
        let options = Options {
            reader_connections: 4,
            ..Options::new(url)
        };
        let store = Store::open(&options, ring).await.unwrap();
        store.migrate(|_| ()).await.unwrap();
        Self {
            store,
            options,
            ring_file,
            directory,
            server,
        }
    }

    pub(crate) fn ring(&self) -> Arc<KeyRing> {
        Arc::new(KeyRing::load(&self.ring_file).unwrap())
    }

    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.directory.path().join(name)
    }

    /// Another instance on the same database.
    pub(crate) async fn another(&self) -> Store {
        Store::open(&self.options, self.ring()).await.unwrap()
    }

    /// The database, past the store.
    pub(crate) async fn database(&self) -> DatabaseConnection {
        Database::connect(&self.options.url).await.unwrap()
    }

    pub(crate) async fn sql(&self, statement: &str) {
        self.database()
            .await
            .execute_unprepared(statement)
            .await
            .unwrap();
    }

    pub(crate) async fn end(self) {
        if let Some((server, name)) = self.server {
            let admin = Database::connect(&server).await.unwrap();
            admin
                .execute_unprepared(&format!("DROP DATABASE {name} WITH (FORCE)"))
                .await
                .unwrap();
        }
    }
}
