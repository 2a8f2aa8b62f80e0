//! Another Grantor on the same database, and a hand on that database behind everybody's back.

use std::sync::Arc;

use app::{App, CallerLimits, Capacity, Options};
use grantor::v1;
use sqlx::Connection;
use tonic::transport::Channel;

use super::actor::{Actor, Answer};
use super::browser::Browser;
use super::world::{World, serve_limited};

/// One more running Grantor, with a memory of its own.
pub struct Instance {
    pub app: Arc<App>,
    pub channel: Channel,
    /// Where it listens.
    pub address: String,
}

impl World {
    /// Opens the same database once more, and serves from it.
    pub async fn another(&self) -> Instance {
        self.another_with(&self.options).await
    }

    /// The same, that takes on so much.
    pub async fn another_taking(&self, capacity: Capacity) -> Instance {
        let options = Options {
            capacity,
            ..self.options.clone()
        };
        self.another_with(&options).await
    }

    /// The same, by a clock that is some seconds behind.
    pub async fn another_behind(&self, seconds: i64) -> Instance {
        let clock = self.options.clock.clone().expect("a clock");
        let options = Options {
            clock: Some(Arc::new(move || clock().plus_seconds(-seconds))),
            ..self.options.clone()
        };
        self.another_with(&options).await
    }

    /// Another door to this one, with limits of its own on those who come in by it.
    pub async fn limits(&self, callers: CallerLimits) -> Instance {
        let (channel, address) = serve_limited(&self.app, callers).await;
        Instance {
            app: Arc::clone(&self.app),
            channel,
            address,
        }
    }

    async fn another_with(&self, options: &Options) -> Instance {
        let app = App::open(options, false)
            .await
            .expect("the application opens");
        let (channel, address) = serve_limited(&app, CallerLimits::default()).await;
        Instance {
            app,
            channel,
            address,
        }
    }

    /// Whether the database is PostgreSQL; else it is SQLite.
    pub fn is_on_postgres(&self) -> bool {
        !self.options.database_url.starts_with("sqlite:")
    }

    /// Changes the database past Grantor; says how many rows that were.
    pub async fn tampers(&self, statement: &str) -> u64 {
        super::database::executes(&self.options.database_url, statement).await
    }

    /// Where the audit finds the clock behind; empty is good.
    pub async fn clocks(&self) -> Vec<String> {
        let audited = self.app.audit(&[], |_, _| ()).await;
        audited.expect("the audit reads").clocks
    }

    /// A number that the database holds, read past Grantor.
    pub async fn reads_number(&self, select: &str) -> i64 {
        let url = &self.options.database_url;
        let select = sqlx::AssertSqlSafe(select);
        let read = if url.starts_with("sqlite:") {
            let mut connection = sqlx::SqliteConnection::connect(url)
                .await
                .expect("the file opens");
            sqlx::query_scalar(select).fetch_one(&mut connection).await
        } else {
            let mut connection = sqlx::PgConnection::connect(url)
                .await
                .expect("PostgreSQL answers");
            sqlx::query_scalar(select).fetch_one(&mut connection).await
        };
        read.expect("a number")
    }

    /// What the audit finds; empty is good.
    pub async fn audits(&self) -> Vec<String> {
        self.app
            .audit(&[], |_, _| ())
            .await
            .expect("the audit reads")
            .findings
    }
}

impl Instance {
    /// A browser that knows this server alone.
    pub fn browser(&self) -> Browser {
        Browser::of(&self.address)
    }

    /// The same caller, heard by this instance.
    pub fn hears(&self, caller: &Actor) -> Actor {
        caller.over(&self.channel)
    }
}

/// What is asked with a freshness.
impl Actor {
    pub async fn asks_with(
        &self,
        user: &str,
        right: &str,
        resource: &str,
        consistency: Option<v1::Consistency>,
    ) -> Answer<v1::CheckAccessResponse> {
        let request = v1::CheckAccessRequest {
            subject: format!("users/{user}"),
            resource: resource.to_owned(),
            right: right.to_owned(),
            consistency,
            ..Default::default()
        };
        Ok(self.access().check_access(request).await?.into_inner())
    }

    /// The revisions in the log of an organization, the newest first.
    pub async fn sees_revisions(&self, organization: &str) -> Answer<Vec<i64>> {
        let request = v1::ListChangesRequest {
            parent: format!("organizations/{organization}"),
            page_size: 1000,
            consistency: super::make::fully(),
            ..Default::default()
        };
        let answer = self.audit().list_changes(request).await?.into_inner();
        Ok(answer
            .changes
            .into_iter()
            .map(|change| change.revision)
            .collect())
    }
}
