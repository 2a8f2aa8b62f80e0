//! `grantor keys`: the ring of secret keys, and the keys of service accounts.

mod remote;

use std::process::ExitCode;

use clap::{Args, Subcommand};

use super::{Failure, Run};

/// Make the key ring, and make, see and revoke keys of service accounts.
#[derive(Debug, Args)]
#[command(after_help = "\
init and create are for the first keys, when nobody can call yet: they work on the key ring and the database, on the
operator's own machine. list, issue and revoke ask a running Grantor, with the key of an operator.

To replace a key that is in use, two can live at once:
  grantor keys issue panel                # put the new one where the old one is
  grantor keys list panel                 # LAST USED shows when the old one is no longer used
  grantor keys revoke panel/k1")]
pub(super) struct Keys<S: Run> {
    #[command(subcommand)]
    verb: Verb<S>,
}

#[derive(Debug, Subcommand)]
enum Verb<S: Run> {
    #[command(flatten)]
    OnDatabase(S),
    /// The service accounts with their keys, or the keys of one.
    List(remote::List),
    /// Make a key for a service account that is there, and print it once.
    Issue(remote::Issue),
    /// Revoke a key for good.
    Revoke(remote::Revoke),
}

impl<S: Run> Keys<S> {
    pub(super) async fn run(self) -> Result<ExitCode, Failure> {
        match self.verb {
            Verb::OnDatabase(command) => return command.run().await,
            Verb::List(list) => list.run().await?,
            Verb::Issue(issue) => issue.run().await?,
            Verb::Revoke(revoke) => return revoke.run().await,
        }
        Ok(ExitCode::SUCCESS)
    }
}
