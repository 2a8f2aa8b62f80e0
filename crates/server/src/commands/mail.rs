//! `grantor mail`: which mails wait, which were given up and why, and another try.

use std::process::ExitCode;

use app::{App, UnsentMail, UnsentMailName};
use clap::{Args, Subcommand};
use cli::{Failure, say};

use super::{Configured, with_app};

/// The most mails that are shown, or tried again, at once.
const MOST: u64 = 10_000;

/// See mails that wait or were given up, and try them again.
#[derive(Debug, Args)]
pub(super) struct Mail {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// List the mails that wait or were given up, the oldest first; exit code 1 if any was given up.
    List(List),
    /// Try mails again from the beginning, as soon as an instance serves.
    Retry(Retry),
}

#[derive(Debug, Args)]
struct List {
    #[command(flatten)]
    configured: Configured,
}

#[derive(Debug, Args)]
struct Retry {
    /// The mail, as the list calls it, such as o:acme/12-0.
    #[arg(value_parser = name, required_unless_present = "given_up")]
    mail: Option<UnsentMailName>,
    /// Every mail that was given up.
    #[arg(long, conflicts_with = "mail")]
    given_up: bool,
    #[command(flatten)]
    configured: Configured,
}

impl Mail {
    pub(super) async fn run(self) -> Result<ExitCode, Failure> {
        match self.verb {
            Verb::List(list) => list.run().await,
            Verb::Retry(retry) => retry.run().await,
        }
    }
}

impl List {
    async fn run(self) -> Result<ExitCode, Failure> {
        let mut code = ExitCode::SUCCESS;
        with_app(self.configured, async |app| {
            let mails = app.unsent_mails(MOST).await?;
            if mails.iter().any(|mail| mail.given_up_at.is_some()) {
                code = ExitCode::from(1);
            }
            for mail in &mails {
                say(&line(mail))?;
            }
            if mails.is_empty() {
                say("no mail waits, and none was given up")?;
            }
            Ok(())
        })
        .await?;
        Ok(code)
    }
}

/// One mail, without anybody's address.
fn line(mail: &UnsentMail) -> String {
    let UnsentMail {
        name, kind, since, ..
    } = mail;
    let state = match (mail.given_up_at, mail.due) {
        (Some(at), _) => format!("given up at {at}"),
        (None, Some(due)) => format!("tried next at {due}"),
        (None, None) => "sent".to_owned(),
    };
    let failure = match &mail.failure {
        Some(failure) => format!(", {} attempts, last: {failure}", mail.attempts),
        None => String::new(),
    };
    format!("{name}  {kind}, since {since}, {state}{failure}")
}

impl Retry {
    async fn run(self) -> Result<ExitCode, Failure> {
        let wanted = self.mail;
        with_app(self.configured, async |app| match wanted {
            Some(name) if !app.retry_mail(&name).await? => Err(format!(
                "{name} is no mail that waits or was given up; `grantor mail list` shows these"
            )
            .into()),
            Some(name) => say(&format!("{name} is tried again")),
            None => every(app).await,
        })
        .await?;
        Ok(ExitCode::SUCCESS)
    }
}

async fn every(app: &App) -> Result<(), Failure> {
    let mut count = 0;
    for mail in app.unsent_mails(MOST).await? {
        if mail.given_up_at.is_some() && app.retry_mail(&mail.name).await? {
            count += 1;
        }
    }
    say(&format!("{count} mails are tried again"))
}

fn name(text: &str) -> Result<UnsentMailName, String> {
    UnsentMailName::parse(text).ok_or_else(|| "must be a name like o:acme/12-0".to_owned())
}
