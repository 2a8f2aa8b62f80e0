//! The ways that mails leave by: files in a directory, or a mail server. Says of a failure whether trying again helps.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use lettre::transport::smtp::Error as SmtpError;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use tokio::io::AsyncWriteExt;

use super::options::{MailWay, Smtp};

/// Time for a file to be written, on whatever disk.
const FILE_TIMEOUT: Duration = Duration::from_secs(30);

/// A way that is open.
pub(super) enum Post {
    Directory {
        path: PathBuf,
        show_links: bool,
    },
    Smtp {
        smtp: Box<Smtp>,
        /// With the connections that are open.
        transport: Mutex<AsyncSmtpTransport<Tokio1Executor>>,
    },
}

/// Why a mail did not leave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Failure {
    /// In words, without anybody's address: what a mail server answered may hold it.
    pub(super) words: String,
    /// The server said no for good.
    pub(super) is_final: bool,
}

impl Post {
    pub(super) fn open(way: &MailWay) -> Self {
        match way {
            MailWay::Directory { path, show_links } => Self::Directory {
                path: path.clone(),
                show_links: *show_links,
            },
            MailWay::Smtp(smtp) => Self::Smtp {
                transport: Mutex::new(smtp.transport()),
                smtp: Box::new(smtp.clone()),
            },
        }
    }

    /// The longest that one mail takes.
    pub(super) fn timeout(&self) -> Duration {
        match self {
            Self::Directory { .. } => FILE_TIMEOUT,
            Self::Smtp { smtp, .. } => smtp.timeout(),
        }
    }

    /// Sends a mail; `name` is the same however often it is sent.
    pub(super) async fn send(
        &self,
        name: &str,
        message: Message,
        link: Option<&str>,
    ) -> Result<(), Failure> {
        match self {
            Self::Directory { path, show_links } => {
                let path = path.join(format!("{name}.eml"));
                write(&path, &message.formatted())
                    .await
                    .map_err(|cause| Failure {
                        words: format!("the mail directory cannot be written: {}", cause.kind()),
                        is_final: false,
                    })?;
                let link = link.filter(|_| *show_links).unwrap_or_default();
                tracing::info!(target: "mail", file = %path.display(), link, "mail written");
                Ok(())
            }
            Self::Smtp { smtp, transport } => {
                let open = locked(transport).clone();
                let sent = hand_over(&open, smtp.timeout(), message).await;
                if sent.is_err() {
                    // A connection on which something went wrong is not for the next mail.
                    *locked(transport) = smtp.transport();
                }
                sent
            }
        }
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn hand_over(
    transport: &AsyncSmtpTransport<Tokio1Executor>,
    timeout: Duration,
    message: Message,
) -> Result<(), Failure> {
    match tokio::time::timeout(timeout, transport.send(message)).await {
        Ok(Ok(_)) => Ok(()),
        Ok(Err(error)) => Err(failure(&error)),
        Err(_) => Err(Failure {
            words: format!(
                "the mail server did not finish within {} seconds",
                timeout.as_secs()
            ),
            is_final: false,
        }),
    }
}

fn failure(error: &SmtpError) -> Failure {
    let code = error.status().map(u16::from);
    let words = match code {
        Some(code) => format!("the mail server answered {code}"),
        None if error.is_tls() => "TLS with the mail server failed".to_owned(),
        None => match io_cause(error) {
            Some(kind) => format!("the connection to the mail server failed: {kind}"),
            None => "the connection to the mail server failed".to_owned(),
        },
    };
    // 53x is about our own account there, which the operator can put right.
    let ours = code.is_some_and(|code| (530..540).contains(&code));
    Failure {
        words,
        is_final: error.is_permanent() && !ours,
    }
}

fn io_cause(error: &SmtpError) -> Option<std::io::ErrorKind> {
    let mut cause = std::error::Error::source(error);
    while let Some(inner) = cause {
        if let Some(io) = inner.downcast_ref::<std::io::Error>() {
            return Some(io.kind());
        }
        cause = inner.source();
    }
    None
}

/// Whole or not at all, and for its owner's eyes only: the link in it is a key.
async fn write(path: &Path, mail: &[u8]) -> std::io::Result<()> {
    if let Some(directory) = path.parent() {
        tokio::fs::create_dir_all(directory).await?;
    }
    let draft = path.with_extension("draft");
    let mut file = tokio::fs::OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(&draft)
        .await?;
    file.write_all(mail).await?;
    file.sync_all().await?;
    tokio::fs::rename(&draft, &path).await
}
