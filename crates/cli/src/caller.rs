//! For whom does a command call? Any client command can act for a user, as the API lets service accounts do.

use clap::Args;
use grantor::client::Client;

use super::client::{Authorized, Connection};
use super::{Failure, short};

/// The transport of a command that can act for a user.
pub(super) type Channel = Authorized;

/// A running Grantor, who calls it and for whom.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Calling Grantor")]
pub(super) struct Caller {
    #[command(flatten)]
    connection: Connection,
    /// Act for this user, such as users/ann or ann; the account needs the scope act.for.users. Changes of members,
    /// grants and requests need one: it is the user's rights that are judged.
    #[arg(long, env = "GRANTOR_ACTING_USER", value_name = "USER", value_parser = short::user)]
    acting_user: Option<String>,
}

impl Caller {
    /// The way to it, for any of the API's services.
    pub(super) async fn open(&self) -> Result<Channel, Failure> {
        Ok(self.client()?.transport())
    }

    /// The client, as every service that asks has one.
    pub(super) fn client(&self) -> Result<Client, Failure> {
        let client = self.connection.client()?;
        Ok(match &self.acting_user {
            None => client,
            Some(user) => client.acting_for(user)?,
        })
    }
}
