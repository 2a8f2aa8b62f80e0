//! The settings of the service: from a TOML file, then the environment, then flags; the later wins.

mod error;
mod file;
mod limits;
mod mail;
mod secret;

use std::net::SocketAddr;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use app::{CallerLimits, Capacity};
use clap::{Args, ValueEnum};
use domain::MailLimits;
use serde::Deserialize;

use crate::connections::ConnectionLimits;
use crate::origins::Origins;
use crate::serve::{MOST_CORES, all_cores};

pub(crate) use self::error::SettingsError;
use self::limits::{RawLimits, within};
pub(crate) use self::mail::MailSettings;
use self::secret::Secret;

/// How log lines look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum LogFormat {
    /// For people.
    Text,
    /// One JSON object a line.
    Json,
}

/// Every setting, each absent where it was not given.
#[derive(Debug, Clone, Default, Args, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(crate) struct RawSettings {
    /// Where to listen, address and port.
    #[arg(long, env = "GRANTOR_LISTEN", value_name = "ADDRESS:PORT")]
    pub(crate) listen: Option<SocketAddr>,
    /// The database: sqlite://PATH or postgres://USER:PASSWORD@HOST/NAME.
    #[arg(
        long,
        env = "GRANTOR_DATABASE_URL",
        value_name = "URL",
        hide_env_values = true
    )]
    pub(crate) database_url: Option<Secret>,
    /// Connections that read, 1 to 100. [default: 4]
    #[arg(long, env = "GRANTOR_READER_CONNECTIONS", value_name = "COUNT")]
    pub(crate) reader_connections: Option<u32>,
    /// Threads that answer calls, 1 to 256. A connection stays on one of them, so clients open some for each.
    /// [default: as many as there are cores]
    #[arg(long, env = "GRANTOR_CORES", value_name = "COUNT")]
    pub(crate) cores: Option<usize>,
    /// The ring of secret keys that chain the change log and sign links. Keep it apart from backups of the
    /// database; `grantor keys init` makes one.
    #[arg(long, env = "GRANTOR_KEY_FILE", value_name = "FILE")]
    pub(crate) key_file: Option<PathBuf>,
    /// The directory that mails are written to. [default: mail]
    #[arg(long, env = "GRANTOR_MAIL_DIRECTORY", value_name = "DIRECTORY")]
    pub(crate) mail_directory: Option<PathBuf>,
    /// The mail server: smtps://USER:PASSWORD@HOST:PORT, or smtp://USER:PASSWORD@HOST:PORT?tls=required. Goes with
    /// mail-sender and public-url; without it mails are written to mail-directory.
    #[arg(
        long,
        env = "GRANTOR_SMTP_URL",
        value_name = "URL",
        hide_env_values = true
    )]
    pub(crate) smtp_url: Option<Secret>,
    /// How long sending one mail may take, 1 to 600 seconds. [default: 30]
    #[arg(long, env = "GRANTOR_SMTP_TIMEOUT_SECONDS", value_name = "SECONDS")]
    pub(crate) smtp_timeout_seconds: Option<u64>,
    /// A certificate that the mail server's may be signed by, PEM, beside those that browsers trust.
    #[arg(long, env = "GRANTOR_SMTP_AUTHORITY", value_name = "FILE")]
    pub(crate) smtp_authority: Option<PathBuf>,
    /// From whom mails are: "Name <no-reply@example.com>". [default without smtp-url: Grantor <grantor@localhost>]
    #[arg(long, env = "GRANTOR_MAIL_SENDER", value_name = "SENDER")]
    pub(crate) mail_sender: Option<String>,
    /// Where people reach this service: links in mails lead there. [default without smtp-url: the address it
    /// listens on]
    #[arg(long, env = "GRANTOR_PUBLIC_URL", value_name = "URL")]
    pub(crate) public_url: Option<String>,
    /// The certificate chain for TLS, PEM. Goes with tls-key.
    #[arg(long, env = "GRANTOR_TLS_CERTIFICATE", value_name = "FILE")]
    pub(crate) tls_certificate: Option<PathBuf>,
    /// The private key for TLS, PEM. Goes with tls-certificate.
    #[arg(long, env = "GRANTOR_TLS_KEY", value_name = "FILE")]
    pub(crate) tls_key: Option<PathBuf>,
    /// Origins of pages whose scripts may call over gRPC-Web, such as https://panel.example.com; several with commas
    /// between. Whoever uses such a page sees the key that it calls with: let it ask for one, never contain one.
    /// [default: none, browsers refuse]
    #[arg(
        long,
        env = "GRANTOR_CORS_ORIGINS",
        value_name = "ORIGIN",
        value_delimiter = ','
    )]
    pub(crate) cors_origins: Option<Vec<String>>,
    /// Which log lines: error, warn, info, debug, trace, or per module. [default: info]
    #[arg(long, env = "GRANTOR_LOG", value_name = "FILTER")]
    pub(crate) log: Option<String>,
    /// How log lines look. [default: text on a terminal, else json]
    #[arg(long, env = "GRANTOR_LOG_FORMAT", value_name = "FORMAT")]
    pub(crate) log_format: Option<LogFormat>,
    /// How long calls under way may go on after a signal to stop, in seconds. [default: 10]
    #[arg(long, env = "GRANTOR_DRAIN_SECONDS", value_name = "SECONDS")]
    pub(crate) drain_seconds: Option<u64>,
    /// In the settings file: the table `limits`.
    #[command(flatten)]
    pub(crate) limits: RawLimits,
}

/// The settings as they count.
#[derive(Debug, Clone)]
pub(crate) struct Settings {
    /// Where to listen.
    pub(crate) listen: SocketAddr,
    /// The database.
    pub(crate) database: Database,
    /// Certificate chain and key, PEM files.
    pub(crate) tls: Option<(PathBuf, PathBuf)>,
    /// Whose pages' scripts may call.
    pub(crate) origins: Origins,
    /// How many threads answer calls.
    pub(crate) cores: NonZeroUsize,
    /// How long calls under way may go on after a signal to stop.
    pub(crate) drain: std::time::Duration,
    /// How mails leave.
    pub(crate) mail: MailSettings,
    /// What connections may cost.
    pub(crate) connections: ConnectionLimits,
    /// What callers may ask.
    pub(crate) callers: CallerLimits,
    /// How much this instance takes on.
    pub(crate) capacity: Capacity,
    /// How many mails may leave.
    pub(crate) mail_limits: MailLimits,
}

/// The settings of whatever opens the database.
#[derive(Debug, Clone)]
pub(crate) struct Database {
    /// `sqlite://PATH` or `postgres://…`.
    pub(crate) url: Secret,
    /// Connections that read.
    pub(crate) reader_connections: u32,
    /// The key ring.
    pub(crate) key_file: PathBuf,
}

impl RawSettings {
    /// These, with what the file says where they say nothing.
    pub(crate) fn over_file(self, file: Option<&Path>) -> Result<Self, SettingsError> {
        let Some(path) = file else { return Ok(self) };
        let text = std::fs::read_to_string(path).map_err(|cause| SettingsError::Unreadable {
            path: path.to_owned(),
            cause,
        })?;
        let under = file::parse(&text).map_err(|what| SettingsError::Malformed {
            path: path.to_owned(),
            what,
        })?;
        Ok(Self {
            listen: self.listen.or(under.listen),
            database_url: self.database_url.or(under.database_url),
            reader_connections: self.reader_connections.or(under.reader_connections),
            cores: self.cores.or(under.cores),
            key_file: self.key_file.or(under.key_file),
            mail_directory: self.mail_directory.or(under.mail_directory),
            smtp_url: self.smtp_url.or(under.smtp_url),
            smtp_timeout_seconds: self.smtp_timeout_seconds.or(under.smtp_timeout_seconds),
            smtp_authority: self.smtp_authority.or(under.smtp_authority),
            mail_sender: self.mail_sender.or(under.mail_sender),
            public_url: self.public_url.or(under.public_url),
            tls_certificate: self.tls_certificate.or(under.tls_certificate),
            tls_key: self.tls_key.or(under.tls_key),
            cors_origins: self.cors_origins.or(under.cors_origins),
            log: self.log.or(under.log),
            log_format: self.log_format.or(under.log_format),
            drain_seconds: self.drain_seconds.or(under.drain_seconds),
            limits: self.limits.over(under.limits),
        })
    }

    /// What is needed to open the database.
    pub(crate) fn database(&self) -> Result<Database, SettingsError> {
        let missing = SettingsError::Missing;
        let url = self.database_url.clone();
        let url = url.ok_or(missing(
            "the database",
            "database-url",
            "GRANTOR_DATABASE_URL",
        ))?;
        let key_file = self.key_file.clone();
        let key_file = key_file.ok_or(missing("the key ring", "key-file", "GRANTOR_KEY_FILE"))?;
        let reader_connections = self.reader_connections.unwrap_or(4);
        if !(1..=100).contains(&reader_connections) {
            let why = format!("reader-connections must be 1 to 100 (got {reader_connections})");
            return Err(SettingsError::Contradiction(why));
        }
        let kinds = ["sqlite:", "postgres:", "postgresql:"];
        if !kinds.iter().any(|kind| url.text().starts_with(kind)) {
            let why = "database-url must begin with sqlite:// or postgres://".to_owned();
            return Err(SettingsError::Contradiction(why));
        }
        Ok(Database {
            url,
            reader_connections,
            key_file,
        })
    }

    /// What `serve` needs, or the first thing that is wrong.
    pub(crate) fn settings(&self) -> Result<Settings, SettingsError> {
        let listen = self.listen.ok_or(SettingsError::Missing(
            "the address",
            "listen",
            "GRANTOR_LISTEN",
        ))?;
        let tls = match (&self.tls_certificate, &self.tls_key) {
            (None, None) => None,
            (Some(certificate), Some(key)) => Some((certificate.clone(), key.clone())),
            (Some(_), None) => return Err(half_a_tls("tls-certificate", "tls-key")),
            (None, Some(_)) => return Err(half_a_tls("tls-key", "tls-certificate")),
        };
        let drain = std::time::Duration::from_secs(self.drain_seconds.unwrap_or(10));
        Ok(Settings {
            listen,
            database: self.database()?,
            tls,
            origins: self.origins()?,
            cores: self.cores()?,
            drain,
            mail: self.mail()?,
            connections: self.limits.connections()?,
            callers: self.limits.callers()?,
            capacity: self.limits.capacity()?,
            mail_limits: self.limits.mails()?,
        })
    }

    fn cores(&self) -> Result<NonZeroUsize, SettingsError> {
        let cores = within("cores", self.cores, 1..=MOST_CORES)?;
        Ok(cores.and_then(NonZeroUsize::new).unwrap_or_else(all_cores))
    }

    /// Of an empty text, none: a variable can be set to nothing.
    fn origins(&self) -> Result<Origins, SettingsError> {
        let raw = self.cors_origins.iter().flatten();
        let raw: Vec<_> = raw.filter(|text| !text.is_empty()).cloned().collect();
        Origins::listed(&raw)
            .map_err(|wrong| SettingsError::Contradiction(format!("cors-origins {wrong}")))
    }
}

fn half_a_tls(raw: &str, missing: &str) -> SettingsError {
    SettingsError::Contradiction(format!(
        "{raw} is set and {missing} is not: TLS needs both, plaintext neither"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole() -> RawSettings {
        RawSettings {
            listen: "127.0.0.1:0".parse().ok(),
            database_url: Some("sqlite://g.db".into()),
            key_file: Some("keys.toml".into()),
            ..RawSettings::default()
        }
    }

    #[test]
    fn every_bad_setting_says_what_would_be_right() {
        let wrong = |raw: RawSettings| {
            raw.settings()
                .err()
                .map(|error| error.to_string())
                .unwrap_or_default()
        };
        assert!(
            wrong(RawSettings {
                listen: None,
                ..whole()
            })
            .contains("--listen")
        );
        assert!(
            wrong(RawSettings {
                database_url: None,
                ..whole()
            })
            .contains("GRANTOR_DATABASE_URL")
        );
        assert!(
            wrong(RawSettings {
                database_url: Some("mysql://x".into()),
                ..whole()
            })
            .contains("sqlite://")
        );
        assert!(
            wrong(RawSettings {
                key_file: None,
                ..whole()
            })
            .contains("--key-file")
        );
        assert!(
            wrong(RawSettings {
                reader_connections: Some(0),
                ..whole()
            })
            .contains("1 to 100")
        );
        for cores in [0, 257] {
            let wrong = wrong(RawSettings {
                cores: Some(cores),
                ..whole()
            });
            assert_eq!(wrong, format!("cores must be 1 to 256 (got {cores})"));
        }
        assert!(
            wrong(RawSettings {
                tls_key: Some("k".into()),
                ..whole()
            })
            .contains("tls-certificate is not")
        );
        assert!(
            wrong(RawSettings {
                tls_certificate: Some("c".into()),
                ..whole()
            })
            .contains("tls-key is not")
        );
        assert!(whole().settings().is_ok());
    }

    #[test]
    fn flags_win_over_the_file_and_unknown_entries_are_refused() {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("grantor.toml");
        std::fs::write(&path, "log = \"debug\"\ndrain-seconds = 3\n").expect("written");
        let raw = RawSettings {
            log: Some("warn".into()),
            ..whole()
        };
        let merged = raw.over_file(Some(&path)).expect("read");
        assert_eq!(
            (merged.log.as_deref(), merged.drain_seconds),
            (Some("warn"), Some(3))
        );
        std::fs::write(&path, "lisen = \"x\"\n").expect("written");
        assert!(
            whole()
                .over_file(Some(&path))
                .expect_err("refused")
                .to_string()
                .contains("lisen")
        );
    }
}
