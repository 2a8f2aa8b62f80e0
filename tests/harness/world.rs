//! One running Grantor with a catalog, an operator and services, on a database of its own.

use std::num::NonZeroUsize;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use app::{
    App, Call, CallerLimits, Capacity, MailOptions, MailWay, Options, PublicUrl, Sender, Smtp,
};
use decide::rule::Rule;
use decide::use_cases::operator::{AddOperator, RemoveOperator};
use decide::use_cases::service_account::{CreateKey, CreateServiceAccount};
use domain::{
    Caller, DisplayName, MailLimits, Operator, Reach, ServiceAccountId, ServiceScope,
    ServiceScopeKind, Timestamp, Who,
};
use tempfile::TempDir;
use tokio::net::TcpListener;
use tonic::transport::{Channel, Endpoint};

use super::actor::Actor;
use super::beginning::Beginning;
use super::catalog;

/// 2026-01-01T00:00:00Z: where every test's clock starts.
const START: i64 = 1_767_225_600_000_000;

/// One running Grantor. Ends with the test.
pub struct World {
    pub app: Arc<App>,
    pub channel: Channel,
    /// Where it listens.
    pub address: String,
    pub directory: TempDir,
    /// The key that `everything` uses: all scopes.
    pub key: String,
    /// What the application was opened with.
    pub options: Options,
    clock: Arc<AtomicI64>,
}

/// What every test would make first.
static FIRST: Beginning<()> = Beginning::new();
/// What most would make then.
static ACME: Beginning<()> = Beginning::new();

impl World {
    /// With the catalog of [`catalog::types`].
    pub async fn new() -> Self {
        FIRST.copied(first).await.0
    }

    /// With acme too, and ann, who stands for it.
    pub async fn acme() -> (Self, Actor) {
        let (world, ()) = ACME.copied(acme).await;
        let ann = world.acting("ann");
        (world, ann)
    }

    /// As [`World::new`], with mails that go to a mail server.
    pub async fn mailing(smtp: Smtp) -> Self {
        FIRST.copied_with(Some(smtp), first).await.0
    }

    /// As [`World::new`], with a store and keys that no other world has.
    pub async fn elsewhere() -> Self {
        let directory = tempfile::tempdir().expect("a temporary directory");
        let database_url = super::database::migrated(&directory).await;
        let mut world = Self::opened(directory, database_url, START, None).await;
        world.key = account(&world.app, "everything", all_scopes()).await;
        let everything = ServiceAccountId::parse("everything").expect("an id");
        let operator = Operator::ServiceAccount(everything);
        world.names_operator(operator).await;
        let applied = world.operator().apply_catalog(catalog::types()).await;
        applied.expect("the catalog applies");
        world
    }

    /// Serves from this database and the keys in this directory, from this moment on.
    pub(super) async fn opened(
        directory: TempDir,
        database_url: String,
        begins_at: i64,
        smtp: Option<Smtp>,
    ) -> Self {
        let clock = Arc::new(AtomicI64::new(begins_at));
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("an address").to_string();
        let mut options = options(&directory, database_url, &clock, &address);
        if let (Some(mail), Some(smtp)) = (&mut options.mail, smtp) {
            mail.way = MailWay::Smtp(smtp);
        }
        let app = App::open(&options, false)
            .await
            .expect("the application opens");
        let channel = serve_on(listener, &app).await;
        Self {
            app,
            channel,
            address,
            directory,
            key: String::new(),
            options,
            clock,
        }
    }

    /// The operator's own service: every scope, acting for nobody.
    pub fn operator(&self) -> Actor {
        Actor::new(self.channel.clone(), Some(self.key.clone()), None)
    }

    /// A caller without any key.
    pub fn stranger(&self) -> Actor {
        Actor::new(self.channel.clone(), None, None)
    }

    /// A service with these scopes, as `access.ask` or `access.ask@acme,globex`.
    pub async fn service(&self, id: &str, scopes: &[&str]) -> Actor {
        let scopes = scopes.iter().map(|scope| parse_scope(scope)).collect();
        let key = account(&self.app, id, scopes).await;
        Actor::new(self.channel.clone(), Some(key), None)
    }

    /// Whether health says that the server serves, and how it stands.
    pub async fn health(&self) -> (bool, String) {
        use tonic_health::pb::health_check_response::ServingStatus;
        use tonic_health::pb::health_client::HealthClient;
        let mut health = HealthClient::new(self.channel.clone());
        let answer = health.check(tonic_health::pb::HealthCheckRequest::default());
        let answer = answer.await.expect("health answers");
        let state = answer.metadata().get("x-grantor-state").expect("a state");
        let state = state.to_str().expect("text").to_owned();
        (
            answer.into_inner().status() == ServingStatus::Serving,
            state,
        )
    }

    /// Names an operator, as the command line does.
    pub async fn names_operator(&self, operator: Operator) {
        self.app
            .write(command("operators add"), AddOperator { operator })
            .await
            .expect("an operator");
    }

    /// The same user speaking through the service with every scope.
    pub fn acting(&self, user: &str) -> Actor {
        Actor::new(
            self.channel.clone(),
            Some(self.key.clone()),
            Some(user.to_owned()),
        )
    }

    /// Takes an operator's name off, as the command line does.
    pub async fn names_no_operator(&self, operator: Operator) -> Result<(), app::Error> {
        let remove = RemoveOperator { operator };
        self.app.write(command("operators remove"), remove).await?;
        Ok(())
    }

    /// Registers a person with a confirmed email `ID@example.com` and an organization of their own, `ID-own`.
    pub async fn user(&self, id: &str) -> Actor {
        self.operator().registers(id).await.expect("registered");
        self.acting(id)
    }

    /// An organization whose legal representative is a new user.
    pub async fn organization(&self, id: &str, legal_representative: &str) -> Actor {
        let representative = self.user(legal_representative).await;
        self.operator()
            .creates_organization(id, legal_representative)
            .await
            .expect("created");
        representative
    }

    /// A new user who is invited by `inviter`, and accepts.
    pub async fn member(
        &self,
        organization: &str,
        inviter: &Actor,
        id: &str,
        invitation: grantor::v1::Invitation,
    ) -> Actor {
        let person = self.user(id).await;
        self.joins(organization, inviter, &person, invitation).await;
        person
    }

    /// An existing user is invited and accepts.
    pub async fn joins(
        &self,
        organization: &str,
        inviter: &Actor,
        person: &Actor,
        invitation: grantor::v1::Invitation,
    ) {
        let email = format!("{}@example.com", person.id());
        let invitation = grantor::v1::Invitation {
            email,
            ..invitation
        };
        let open = inviter
            .invites(organization, invitation)
            .await
            .expect("invited");
        person.accepts(&open.name).await.expect("accepted");
    }

    /// Moves the clock.
    pub fn passes(&self, time: Duration) {
        let micros = i64::try_from(time.as_micros()).expect("a short time");
        self.clock.fetch_add(micros, Ordering::SeqCst);
    }

    /// Sets the clock back.
    pub fn turns_back(&self, time: Duration) {
        let micros = i64::try_from(time.as_micros()).expect("a short time");
        self.clock.fetch_sub(micros, Ordering::SeqCst);
    }

    /// Now, as the server sees it.
    pub fn now(&self) -> Timestamp {
        Timestamp(self.clock.load(Ordering::SeqCst))
    }

    /// Now plus some seconds, on the wire.
    pub fn later(&self, seconds: i64) -> prost_types::Timestamp {
        let at = self.now().plus_seconds(seconds);
        prost_types::Timestamp {
            seconds: at.0.div_euclid(1_000_000),
            nanos: 0,
        }
    }
}

fn options(
    directory: &TempDir,
    database_url: String,
    clock: &Arc<AtomicI64>,
    address: &str,
) -> Options {
    let clock = Arc::clone(clock);
    Options {
        database_url,
        reader_connections: 2,
        key_file: directory.path().join("keys.json"),
        create_keys: true,
        mail: Some(MailOptions {
            way: MailWay::Directory {
                path: directory.path().join("mail"),
                show_links: false,
            },
            sender: Sender::parse("Platform <grantor@platform.example>").expect("a sender"),
            public_url: PublicUrl::parse(&format!("http://{address}")).expect("an address"),
        }),
        mail_limits: MailLimits::default(),
        // A step a reading, so that no two changes share a time.
        clock: Some(Arc::new(move || {
            Timestamp(clock.fetch_add(1, Ordering::SeqCst))
        })),
        capacity: Capacity::default(),
    }
}

async fn first() -> (World, ()) {
    (World::elsewhere().await, ())
}

async fn acme() -> (World, ()) {
    let world = World::new().await;
    world.organization("acme", "ann").await;
    (world, ())
}

/// A server over the application, on a port of its own.
pub async fn serve(app: &Arc<App>) -> Channel {
    serve_limited(app, CallerLimits::default()).await.0
}

/// The same, with these limits, and where it listens.
pub async fn serve_limited(app: &Arc<App>, callers: CallerLimits) -> (Channel, String) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address").to_string();
    let entrance = server::ListenOptions {
        callers,
        ..entrance(listener)
    };
    (serve_at(entrance, app).await, address)
}

async fn serve_on(listener: TcpListener, app: &Arc<App>) -> Channel {
    serve_at(entrance(listener), app).await
}

/// Answered on two cores, however many the machine has: each is a thread, and many tests run at once.
pub fn entrance(listener: TcpListener) -> server::ListenOptions {
    server::ListenOptions {
        cores: NonZeroUsize::new(2).expect("two"),
        ..server::ListenOptions::plain(listener)
    }
}

async fn serve_at(entrance: server::ListenOptions, app: &Arc<App>) -> Channel {
    let address = entrance.listener.local_addr().expect("an address");
    let app = Arc::clone(app);
    tokio::spawn(server::serve(
        app,
        entrance,
        Duration::from_secs(1),
        std::future::pending(),
    ));
    Endpoint::from_shared(format!("http://{address}"))
        .expect("an address")
        .connect()
        .await
        .expect("it answers")
}

fn command(method: &str) -> Call {
    Call {
        who: Who {
            actor: None,
            caller: Caller::CommandLine,
        },
        rule: Arc::new(Rule {
            method: method.to_owned(),
            ..Rule::default()
        }),
        request: None,
        validate_only: false,
        deadline: None,
        place: None,
    }
}

async fn account(app: &App, id: &str, scopes: Vec<ServiceScope>) -> String {
    let account = ServiceAccountId::parse(id).expect("an id");
    let display_name = DisplayName::parse(id).expect("a name");
    let make = CreateServiceAccount {
        id: Some(account.clone()),
        display_name,
        scopes,
    };
    app.write(command("keys create"), make)
        .await
        .expect("an account");
    let key = CreateKey {
        account,
        expire_time: None,
    };
    app.write(command("keys create"), key)
        .await
        .expect("a key")
        .secret
        .expect("shown once")
}

fn all_scopes() -> Vec<ServiceScope> {
    [
        "access.ask",
        "read",
        "users.write",
        "products.write",
        "act.for.users",
        "operator",
    ]
    .map(parse_scope)
    .to_vec()
}

fn parse_scope(text: &str) -> ServiceScope {
    let (kind, organizations) = text.split_once('@').unwrap_or((text, ""));
    let kind = ServiceScopeKind::parse(kind).expect("a scope");
    let listed: Vec<_> = organizations
        .split(',')
        .filter(|id| !id.is_empty())
        .collect();
    let reach = if listed.is_empty() {
        Reach::All
    } else {
        Reach::Listed(
            listed
                .iter()
                .map(|id| domain::OrganizationId::parse(id).expect("an id"))
                .collect(),
        )
    };
    ServiceScope { kind, reach }
}
