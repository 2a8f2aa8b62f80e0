//! The application: opened once, shared by all handlers.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, Weak};

use aws_lc_rs::hmac;
use decide::links::Links;
use domain::MailLimits;
use store::{KeyRing, Progress, Store};
use tokio::sync::mpsc::Sender;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::capacity::Capacity;
use crate::credential::Credentials;
use crate::engine::{self, Clock, Engine};
use crate::error::Error;
use crate::facts::Stored;
use crate::housekeeping;
use crate::look::Look;
use crate::mail::{self, MailOptions};
use crate::pool::Pool;
use crate::refusal_marks::{self, Mark};
use crate::token::Seal;
use crate::watch::Tail;

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

/// The application.
pub struct App {
    pub(crate) store: Store,
    pub(crate) engine: Arc<Engine>,
    pub(crate) pool: Arc<Pool>,
    pub(crate) links: Arc<Links>,
    pub(crate) page_key: hmac::Key,
    pub(crate) seal: Seal,
    pub(crate) id_key: hmac::Key,
    credentials: Arc<Credentials>,
    pub(crate) refusals: Sender<Mark>,
    pub(crate) tasks: TaskTracker,
    /// The last changes of all organizations, while somebody watches them.
    pub(crate) tail: Mutex<Weak<Tail>>,
    /// Held once by each watch that is open.
    pub(crate) watches: Arc<()>,
    /// Watches are to end.
    pub(crate) draining: CancellationToken,
    pub(crate) stop: CancellationToken,
    pub(crate) mail_limits: MailLimits,
    mail: Option<MailOptions>,
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
            options.capacity.memory,
        ));
        let (refusals, waiting) = refusal_marks::queue();
        let app = Arc::new(Self {
            links: Arc::new(Links::new(ring.link_key())),
            page_key: hmac::Key::new(hmac::HMAC_SHA256, ring.page_key()),
            seal: Seal::new(store.id(), ring.token_keys())?,
            id_key: hmac::Key::new(hmac::HMAC_SHA256, ring.id_key()),
            credentials: Arc::new(Credentials::new(Arc::clone(&engine), store.clone())),
            refusals,
            tasks: TaskTracker::new(),
            mail: options.mail.clone(),
            mail_limits: options.mail_limits,
            tail: Mutex::default(),
            watches: Arc::default(),
            draining: CancellationToken::new(),
            stop: CancellationToken::new(),
            store,
            engine,
            pool: Arc::new(Pool::new(&options.capacity)),
        });
        app.current_platform().await?;
        app.tasks
            .spawn(engine::sweep(Arc::clone(&app.engine), app.stop.clone()));
        if let Some(mail) = &options.mail {
            let worker = mail::Worker::new(Arc::clone(&app), mail.clone());
            app.tasks.spawn(worker.run(app.stop.clone()));
        }
        app.tasks.spawn(refusal_marks::run(
            Arc::clone(&app),
            waiting,
            app.stop.clone(),
        ));
        app.tasks.spawn(housekeeping::run(
            Arc::clone(&app.credentials),
            app.store.clone(),
            app.stop.clone(),
        ));
        Ok(app)
    }

    /// Who calls is found out here.
    pub fn credentials(&self) -> &Credentials {
        &self.credentials
    }

    /// Whether questions are answered: false while the database is away for longer than memory may answer.
    pub fn answers(&self) -> bool {
        self.engine.answers()
    }

    /// What pages look like that no organization has made its own.
    pub fn platform_look(&self) -> Look {
        let name = self.mail.as_ref().map(|mail| mail.sender.name());
        Look::platform(name.unwrap_or("Grantor"))
    }

    /// What stands before the paths of the pages.
    pub fn page_path(&self) -> &str {
        let url = self.mail.as_ref().map(|mail| &mail.public_url);
        url.map_or("", mail::PublicUrl::path)
    }

    /// Whether the store takes writes: the last one could be made, or one that changes nothing can now.
    pub async fn takes_writes(&self) -> bool {
        self.store.takes_writes().await
    }

    /// Stops the background tasks and waits for writes that are under way.
    pub async fn close(&self) {
        self.end_watches();
        self.stop.cancel();
        self.tasks.close();
        self.tasks.wait().await;
    }

    /// Reads platform and users once, so that the first call finds them and a broken store is seen at start.
    async fn current_platform(&self) -> Result<(), Error> {
        for home in [domain::Home::Platform, domain::Home::Users] {
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

    /// One read transaction over the rows.
    pub(crate) async fn reader(&self) -> Result<store::Reader, Error> {
        Ok(self.store.snapshot().await?)
    }

    /// The rows that this reader sees, as a decision asks for them.
    pub(crate) fn stored<'a>(&'a self, reader: &'a store::Reader) -> Stored<'a> {
        Stored {
            engine: &self.engine,
            store: &self.store,
            reader,
        }
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
