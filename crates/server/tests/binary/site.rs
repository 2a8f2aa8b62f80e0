//! Places where Grantor is set up: a directory of `dev`, or a database, key ring and key as an operator makes them.

use std::path::PathBuf;
use std::process::Command;

use grantor::v1;
use tempfile::TempDir;
use tonic::Request;
use tonic::transport::{Channel, Endpoint};
use v1::product_service_client::ProductServiceClient;

use crate::process::{Ended, Running, ended, grantor, run};

/// A directory, and what in it is whose.
pub(crate) struct Site {
    directory: TempDir,
}

/// A running `dev` or `serve`, and how to call it.
pub(crate) struct Server {
    pub(crate) running: Running,
    pub(crate) address: String,
    pub(crate) key: String,
}

impl Site {
    /// Nothing is there yet.
    pub(crate) fn empty() -> Self {
        Self {
            directory: tempfile::tempdir().expect("a directory"),
        }
    }

    /// A key ring, tables, and nobody who could call.
    pub(crate) fn migrated() -> Self {
        let site = Self::empty();
        run(&[
            "keys".as_ref(),
            "init".as_ref(),
            site.path("keys.json").as_os_str(),
        ])
        .with(0);
        site.runs(&["migrate", "up"]).with(0);
        site
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.directory.path().join(name)
    }

    pub(crate) fn url(&self) -> String {
        format!("sqlite://{}", self.path("grantor.db").display())
    }

    /// A command on this database, settings by the environment.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = grantor(arguments);
        command
            .env("GRANTOR_DATABASE_URL", self.url())
            .env("GRANTOR_KEY_FILE", self.path("keys.json"))
            .env("GRANTOR_MAIL_DIRECTORY", self.path("mail"))
            .current_dir(self.directory.path());
        command
    }

    pub(crate) fn runs(&self, arguments: &[&str]) -> Ended {
        ended(&mut self.command(arguments))
    }

    /// Makes an account with these scopes, and a key for it.
    pub(crate) fn makes_key(&self, id: &str, scopes: &[&str]) -> String {
        let account = format!("serviceAccounts/{id}");
        let mut arguments = vec!["keys", "create", account.as_str()];
        for scope in scopes {
            arguments.extend(["--scope", scope]);
        }
        self.runs(&arguments).with(0).trim().to_owned()
    }

    /// Starts `dev` here, on a free port.
    pub(crate) fn dev(&self, more: &[&str]) -> Server {
        self.dev_by(grantor(&[] as &[&str]), more)
    }

    /// Starts `dev` here by a command that runs Grantor.
    pub(crate) fn dev_by(&self, mut command: Command, more: &[&str]) -> Server {
        command
            .args(["dev", "--port", "0"])
            .arg("--directory")
            .arg(self.directory.path())
            .args(more);
        let mut running = Running::start(&mut command);
        let address = after(&running.says("Grantor listens on "), "Grantor listens on ");
        let key = after(&running.says("Key: "), "Key: ");
        Server {
            running,
            address,
            key,
        }
    }

    /// Starts `serve` here, on a free port.
    pub(crate) fn serve(&self, key: String) -> Server {
        self.serve_with(key, &[])
    }

    pub(crate) fn serve_with(&self, key: String, more: &[&str]) -> Server {
        let running = Running::start(
            self.command(&["serve", "--listen", "127.0.0.1:0"])
                .args(more),
        );
        Server::listening(running, key)
    }

    /// Changes the database past Grantor, which must change so many rows.
    pub(crate) async fn tampers(&self, statement: &str, rows: u64) {
        use sqlx::Connection;
        let mut connection = sqlx::SqliteConnection::connect(&self.url())
            .await
            .expect("the file opens");
        let done = sqlx::query(sqlx::AssertSqlSafe(statement))
            .execute(&mut connection)
            .await
            .expect("it runs");
        assert_eq!(done.rows_affected(), rows, "{statement}");
        connection.close().await.expect("closed");
    }
}

/// The word that follows.
fn after(line: &str, words: &str) -> String {
    let (_, rest) = line
        .split_once(words)
        .unwrap_or_else(|| panic!("{words:?} is not in {line:?}"));
    rest.split_whitespace().next().expect("a word").to_owned()
}

impl Server {
    /// A `serve` that was started, once it says where it listens.
    pub(crate) fn listening(running: Running, key: String) -> Self {
        Self::saying("\"serving\"", running, key)
    }

    /// The same, once it says these words with where it listens.
    pub(crate) fn saying(words: &str, mut running: Running, key: String) -> Self {
        let line = running.says(words);
        let address = line
            .split("\"address\":\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next());
        let address = address.expect("an address").to_owned();
        Self {
            running,
            address,
            key,
        }
    }

    pub(crate) async fn connect(&self) -> Channel {
        let endpoint =
            Endpoint::from_shared(format!("http://{}", self.address)).expect("an address");
        endpoint.connect().await.expect("it answers")
    }

    /// A message with the key.
    pub(crate) fn request<M>(&self, message: M) -> Request<M> {
        let mut request = Request::new(message);
        let bearer = format!("Bearer {}", self.key)
            .parse()
            .expect("a key is ASCII");
        request.metadata_mut().insert("authorization", bearer);
        request
    }

    /// A command with its address and key, which it takes from the environment.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = grantor(arguments);
        command
            .env("GRANTOR_ADDRESS", format!("http://{}", self.address))
            .env("GRANTOR_KEY", &self.key);
        command
    }

    /// Runs such a command to its end.
    pub(crate) fn runs(&self, arguments: &[&str]) -> Ended {
        ended(&mut self.command(arguments))
    }

    /// Asks with the command.
    pub(crate) fn asks(&self, user: &str, right: &str, resource: &str) -> Ended {
        let at = format!("http://{}", self.address);
        run(&[
            "check",
            "--address",
            &at,
            "--key",
            &self.key,
            &format!("users/{user}"),
            right,
            resource,
        ])
    }

    /// The ids of acme's products, the first thousand.
    pub(crate) async fn products(&self) -> Vec<String> {
        let message = v1::ListProductsRequest {
            parent: "organizations/acme".into(),
            page_size: 1000,
            ..Default::default()
        };
        let mut client = ProductServiceClient::new(self.connect().await);
        let listed = client
            .list_products(self.request(message))
            .await
            .expect("listed")
            .into_inner();
        assert_eq!(listed.next_page_token, "", "there are more");
        let id = |product: v1::Product| product.name.rsplit('/').next().expect("an id").to_owned();
        listed.products.into_iter().map(id).collect()
    }
}

/// A kDrive of acme's, asked for under a request id of its own.
pub(crate) fn drive(id: &str) -> v1::CreateProductRequest {
    v1::CreateProductRequest {
        parent: "organizations/acme".into(),
        product_id: id.to_owned(),
        product: Some(v1::Product {
            product_type: "productTypes/kdrive".into(),
            display_name: id.to_owned(),
            ..Default::default()
        }),
        request_id: format!("make-{id}"),
        ..Default::default()
    }
}
