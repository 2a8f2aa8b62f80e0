//! What is measured: the real server on a store of its own, with the demo's people and products.

use std::net::SocketAddr;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use app::{App, CallerLimits, Capacity, Options};
use cli::Failure;
use domain::MailLimits;
use grantor::v1::CheckAccessRequest;

use super::noop;
use super::options::On;
use crate::demo;
use crate::serve::{Extra, ListenOptions, serve_with};

/// A filled store, a server on it, and questions about it.
pub(super) struct World {
    /// The value of the header that authenticates.
    pub(super) key: String,
    pub(super) questions: Arc<Vec<CheckAccessRequest>>,
    pub(super) address: SocketAddr,
    pub(super) store: Store,
    app: Arc<App>,
}

impl World {
    /// Answers calls on so many threads; without a number on as many as there are cores.
    pub(super) async fn begin(on: &On, cores: Option<NonZeroUsize>) -> Result<Self, Failure> {
        let store = Store::new(on.database.as_deref())?;
        let app = store.open().await?;
        let summary = demo::load(&app).await?;
        let question = CheckAccessRequest {
            subject: demo::SUBJECT.to_owned(),
            resource: demo::RESOURCE.to_owned(),
            right: demo::RIGHT.to_owned(),
            consistency: None,
            ..Default::default()
        };
        Ok(Self {
            key: format!("Bearer {}", summary.key),
            questions: Arc::new(vec![question]),
            address: serve(&app, cores).await?,
            store,
            app,
        })
    }

    /// Nothing works on the store any more.
    pub(super) async fn close(&self) {
        self.app.close().await;
    }
}

/// What is kept, until it is dropped.
pub(super) struct Store {
    pub(super) directory: PathBuf,
    pub(super) database_url: String,
}

impl Store {
    /// This database, or a file in a directory of this run alone.
    fn new(database: Option<&str>) -> Result<Self, Failure> {
        let directory = std::env::temp_dir().join(format!("grantor-bench-{}", std::process::id()));
        std::fs::create_dir_all(&directory)?;
        let file = || format!("sqlite://{}", directory.join("grantor.db").display());
        Ok(Self {
            database_url: database.map_or_else(file, str::to_owned),
            directory,
        })
    }

    pub(super) fn key_file(&self) -> PathBuf {
        self.path("keys.json")
    }

    pub(super) fn path(&self, name: impl AsRef<Path>) -> PathBuf {
        self.directory.join(name)
    }

    /// Whether it is PostgreSQL's.
    pub(super) fn is_postgres(&self) -> bool {
        self.database_url.starts_with("postgres")
    }

    async fn open(&self) -> Result<Arc<App>, Failure> {
        let options = Options {
            database_url: self.database_url.clone(),
            reader_connections: 2,
            key_file: self.key_file(),
            create_keys: true,
            mail: None,
            mail_limits: MailLimits::default(),
            clock: None,
            capacity: Capacity::default(),
        };
        Ok(App::open(&options, true).await?)
    }
}

impl Drop for Store {
    /// What is left of the directory is no loss.
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.directory);
    }
}

/// On a port of its own.
async fn serve(app: &Arc<App>, cores: Option<NonZeroUsize>) -> Result<SocketAddr, Failure> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let extra = Extra {
        path: noop::PATH,
        add: noop::beside,
    };
    let app = Arc::clone(app);
    let usual = ListenOptions::plain(listener);
    tokio::spawn(serve_with(
        app,
        ListenOptions {
            callers: unlimited(),
            cores: cores.unwrap_or(usual.cores),
            ..usual
        },
        Duration::ZERO,
        std::future::pending(),
        Some(extra),
    ));
    Ok(address)
}

/// The limits are asked as ever, and nobody meets them: one key asks here as fast as it can.
fn unlimited() -> CallerLimits {
    let usual = CallerLimits::default();
    let rate = usual.key_rate.saturating_mul(usual.key_rate);
    CallerLimits {
        key_rate: rate,
        organization_rate: rate,
        ..usual
    }
}
