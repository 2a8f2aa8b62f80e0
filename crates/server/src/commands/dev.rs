//! `grantor dev`: a Grantor to play with, one command after the clone.

use std::io::Write;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use app::{App, Capacity, Options};
use clap::Args;
use cli::Failure;
use domain::MailLimits;

use crate::demo;
use crate::origins::Origins;
use crate::serve::{ListenOptions, serve, stopped};
use crate::settings::MailSettings;

/// Start on an embedded SQLite file with demo data.
#[derive(Debug, Args)]
pub(super) struct Dev {
    /// The port on 127.0.0.1; 0 takes a free one.
    #[arg(long, default_value_t = 50051)]
    port: u16,
    /// Where database, keys and mails are kept.
    #[arg(long, default_value = ".grantor", value_name = "DIRECTORY")]
    directory: PathBuf,
    /// Throw away what is kept there and start over.
    #[arg(long)]
    fresh: bool,
    /// Which log lines.
    #[arg(
        long,
        env = "GRANTOR_LOG",
        default_value = "warn,mail=info",
        value_name = "FILTER"
    )]
    log: String,
}

/// Where `dev` keeps the key that it prints; the database has only its digest.
const KEY_FILE: &str = "dev-key";
/// Locked by the `dev` that works in the directory.
const LOCK_FILE: &str = "lock";

impl Dev {
    pub(super) async fn run(self) -> Result<ExitCode, Failure> {
        crate::logs::start(Some(&self.log), None)?;
        let directory = &self.directory;
        let database = directory.join("grantor.db");
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, self.port));
        let listener = tokio::net::TcpListener::bind(address)
            .await
            .map_err(|cause| {
                format!("cannot listen on {address}: {cause}. Another one running? Try --port 0.")
            })?;
        // Only now: whoever listens here already keeps their data.
        std::fs::create_dir_all(directory)
            .map_err(|cause| format!("{} cannot be made: {cause}", directory.display()))?;
        let _mine = lock(directory)?;
        if self.fresh {
            forget(directory)?;
        }
        let address = listener.local_addr()?;
        let mail = MailSettings::for_development(directory.join("mail"))?;
        let app = App::open(
            &Options {
                database_url: format!("sqlite://{}", database.display()),
                reader_connections: 4,
                key_file: directory.join("keys.json"),
                create_keys: true,
                mail: Some(mail.listening(address, false)?),
                mail_limits: MailLimits::default(),
                clock: None,
                capacity: Capacity::default(),
            },
            true,
        )
        .await?;
        let key = self.key(&app).await?;
        let stop = stopped();
        print_welcome(&address, &key, directory);
        let listen_options = ListenOptions {
            // Whoever writes a page has it on another port of this machine.
            origins: Origins::this_machine(),
            ..ListenOptions::plain(listener)
        };
        serve(app, listen_options, Duration::from_secs(5), stop).await?;
        let _ = writeln!(
            std::io::stdout(),
            "Stopped. The data stays in {}; `grantor dev` goes on with it.",
            directory.display()
        );
        Ok(ExitCode::SUCCESS)
    }

    /// The key of the first start, and the demo data with it.
    async fn key(&self, app: &std::sync::Arc<App>) -> Result<String, Failure> {
        let path = self.directory.join(KEY_FILE);
        if let Ok(key) = std::fs::read_to_string(&path) {
            return Ok(key.trim().to_owned());
        }
        if app.credentials().has_live_key().await? {
            return Err(format!(
                "{} has data but no {KEY_FILE} (the first start was cut short); start over with --fresh",
                self.directory.display()
            )
            .into());
        }
        let summary = demo::load(app).await?;
        secret_file(&path)?.write_all(summary.key.as_bytes())?;
        Ok(summary.key)
    }
}

/// A new file that nobody else on this machine can read.
fn secret_file(path: &Path) -> std::io::Result<std::fs::File> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Held as long as this process lives: a second `dev` must not write here, and `--fresh` not take it away.
fn lock(directory: &Path) -> Result<std::fs::File, Failure> {
    let lock = std::fs::File::create(directory.join(LOCK_FILE))?;
    lock.try_lock().map_err(|_| {
        format!(
            "another grantor dev works in {}; stop it, or choose another --directory",
            directory.display()
        )
    })?;
    Ok(lock)
}

/// Only what `dev` made; a directory that holds something else is left alone.
fn forget(directory: &Path) -> Result<(), Failure> {
    for name in [
        "grantor.db",
        "grantor.db-wal",
        "grantor.db-shm",
        "keys.json",
        KEY_FILE,
    ] {
        match std::fs::remove_file(directory.join(name)) {
            Err(cause) if cause.kind() != std::io::ErrorKind::NotFound => {
                return Err(format!("{name} cannot be removed: {cause}").into());
            }
            _ => {}
        }
    }
    match std::fs::remove_dir_all(directory.join("mail")) {
        Err(cause) if cause.kind() != std::io::ErrorKind::NotFound => {
            Err(format!("mail cannot be removed: {cause}").into())
        }
        _ => Ok(()),
    }
}

/// How this program was started: by Cargo, or by its own name.
fn as_started() -> &'static str {
    if std::env::var_os("CARGO").is_some() {
        "cargo run -q --"
    } else {
        "grantor"
    }
}

fn print_welcome(address: &SocketAddr, key: &str, directory: &Path) {
    let question = format!(
        r#"{{"subject": "{}", "resource": "{}", "right": "{}"}}"#,
        demo::SUBJECT,
        demo::RESOURCE,
        demo::RIGHT
    );
    let welcome = format!(
        "Grantor listens on {address} (plaintext, this machine only). Data: {directory}, mails: {directory}/mail\n\
         Key: {key}\n\n\
         Ask with grpcurl:\n\n  \
         grpcurl -plaintext -H 'authorization: Bearer {key}' -d '{question}' {address} grantor.v1.AccessService/CheckAccess\n\n\
         or with grantor itself:\n\n  \
         {grantor} check --address http://{address} --key {key} {subject} {right} {resource}\n\n\
         or from your code (sdk/README.md), and with every other command of grantor, after:\n\n  \
         export GRANTOR_ADDRESS=http://{address} GRANTOR_KEY={key}\n\n\
         What else can be asked: grpcurl -plaintext -H 'authorization: Bearer {key}' {address} list\n\
         Act for a user with: -H 'x-grantor-acting-user: users/ID'. Stop with Ctrl-C.",
        directory = directory.display(),
        grantor = as_started(),
        subject = demo::SUBJECT,
        right = demo::RIGHT,
        resource = demo::RESOURCE,
    );
    // Whoever reads it may have read enough: a closed pipe is no reason to stop serving.
    let _ = writeln!(std::io::stdout(), "{welcome}");
}
