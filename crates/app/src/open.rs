//! How the application is opened: the store, what is in memory from the start, what runs beside the calls.

use std::path::PathBuf;
use std::sync::Arc;

use aws_lc_rs::hmac;
use decide::links::Links;
use domain::MailLimits;
use store::{KeyRing, Progress, Store};
use tokio::sync::mpsc::Receiver;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::app::App;
use crate::capacity::Capacity;
use crate::credential::Credentials;
use crate::engine::{self, Clock, Engine};
use crate::error::Error;
use crate::grant_uses::GrantUses;
use crate::mail::{self, MailOptions};
use crate::page::page_key;
use crate::pool::Pool;
use crate::refusal_marks::Mark as Refused;
use crate::token::Seal;
use crate::watch::SharedTail;
use crate::{checkpoints, housekeeping, refusal_marks};

/// What the application needs to open.
#[derive(Clone)]
pub struct Options {
    /// `sqlite://PATH` or `postgres://…`.
    pub database_url: String,
    /// Connections that read.
    pub reader_connections: u32,
    /// The file of the key ring; made where it is missing and `create_keys` says so.
    pub key_file: PathBuf,
    /// Whether a missing key ring is made.
    pub create_keys: bool,
    /// How mails leave; `None` leaves them to an instance that serves.
    pub mail: Option<MailOptions>,
    /// How many mails may leave.
    pub mail_limits: MailLimits,
    /// In place of the database's time; tests move it.
    pub clock: Option<Clock>,
    /// How much this instance takes on.
    pub capacity: Capacity,
}

impl App {
    /// Opens the store; with `migrate` the tables are brought up to date first.
    pub async fn open(options: &Options, migrate: bool) -> Result<Arc<Self>, Error> {
        let ring = Arc::new(key_ring(options)?);
        let store = Store::open(&store_options(options), Arc::clone(&ring)).await?;
        if migrate {
            store.migrate(|_| ()).await?;
        } else if store.id().is_empty() {
            let why =
                "the database does not have the tables of this version: run `grantor migrate up`";
            return Err(store::Error::Config(why.to_owned()).into());
        }
        let engine = Arc::new(Engine::new(
            store.clone(),
            options.clock.clone(),
            &options.capacity,
        ));
        let (refusals, waiting) = refusal_marks::queue();
        let (tasks, stop) = (TaskTracker::new(), CancellationToken::new());
        let app = Arc::new(Self {
            links: Arc::new(Links::new(ring.link_key())),
            page_key: page_key(ring.page_key())?,
            seal: Seal::new(store.id(), ring.token_keys())?,
            id_key: hmac::Key::new(hmac::HMAC_SHA256, ring.id_key()),
            credentials: Arc::new(Credentials::new(Arc::clone(&engine), store.clone())),
            grant_uses: Arc::new(GrantUses::new(Arc::clone(&engine), store.clone())),
            refusals,
            mail: options.mail.clone(),
            mail_limits: options.mail_limits,
            tail: SharedTail::new(
                store.clone(),
                Arc::clone(&engine),
                tasks.clone(),
                stop.clone(),
            ),
            watches: Arc::default(),
            draining: CancellationToken::new(),
            tasks,
            stop,
            store,
            engine,
            pool: Arc::new(Pool::new(&options.capacity)),
        });
        app.current_platform().await?;
        app.run_beside(waiting);
        Ok(app)
    }

    /// Begins what runs beside the calls, until the application is closed.
    fn run_beside(&self, refused: Receiver<Refused>) {
        self.tasks
            .spawn(engine::sweep(Arc::clone(&self.engine), self.stop.clone()));
        if let Some(mail) = &self.mail {
            let worker = mail::Worker::new(
                self.store.clone(),
                Arc::clone(&self.engine),
                Arc::clone(&self.links),
                mail.clone(),
            );
            self.tasks.spawn(worker.run(self.stop.clone()));
        }
        self.tasks.spawn(refusal_marks::run(
            self.store.clone(),
            refused,
            self.stop.clone(),
        ));
        self.tasks.spawn(checkpoints::run(
            Arc::clone(&self.engine),
            self.store.clone(),
            self.stop.clone(),
        ));
        self.tasks.spawn(housekeeping::run(
            Arc::clone(&self.credentials),
            Arc::clone(&self.grant_uses),
            self.store.clone(),
            self.stop.clone(),
        ));
    }

    /// Reads platform and users once, so that the first call finds them and a broken store is seen at start.
    async fn current_platform(&self) -> Result<(), Error> {
        for home in [domain::Home::Platform, domain::Home::People] {
            let cell = self.engine.cell(&home);
            // However long it takes: without them nothing can be answered.
            while let Err(error) = self.engine.current(&cell).await {
                match error {
                    Error::Loading(home) => tracing::info!(%home, "still reading into memory"),
                    error => return Err(error),
                }
            }
        }
        Ok(())
    }

    /// Which migrations there are and whether each is applied.
    pub async fn migration_status(options: &Options) -> Result<Vec<(String, bool)>, Error> {
        let ring = Arc::new(key_ring(options)?);
        let store = Store::open(&store_options(options), ring).await?;
        Ok(store.migration_status().await?)
    }

    /// Applies the migrations that are missing and names them; `tell` hears of each before and after.
    pub async fn migrate(
        options: &Options,
        tell: impl Fn(Progress) + Send + Sync + 'static,
    ) -> Result<Vec<String>, Error> {
        let ring = Arc::new(key_ring(options)?);
        let store = Store::open(&store_options(options), ring).await?;
        Ok(store.migrate(tell).await?)
    }
}

fn key_ring(options: &Options) -> Result<KeyRing, Error> {
    let path = &options.key_file;
    if options.create_keys && !path.exists() {
        return Ok(KeyRing::create(path)?);
    }
    Ok(KeyRing::load(path)?)
}

fn store_options(options: &Options) -> store::Options {
    store::Options {
        url: options.database_url.clone(),
        reader_connections: options.reader_connections,
        clock: options.clock.clone(),
    }
}
