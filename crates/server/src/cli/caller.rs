//! For whom does a command call? Any client command can act for a user, as the API lets service accounts do.

use clap::Args;
use tonic::metadata::AsciiMetadataValue;
use tonic::service::Interceptor;
use tonic::service::interceptor::InterceptedService;
use tonic::{Request, Status};

use super::client::{Authorized, Connection};
use super::{Failure, short};

/// The header that names the acting user.
const HEADER: &str = "x-grantor-acting-user";

/// The transport of a command that can act for a user.
pub(super) type Channel = InterceptedService<Authorized, Acting>;

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

/// Puts the acting user, if there is one, into every call.
#[derive(Clone)]
pub(super) struct Acting(Option<AsciiMetadataValue>);

impl Interceptor for Acting {
    fn call(&mut self, mut request: Request<()>) -> Result<Request<()>, Status> {
        if let Some(user) = &self.0 {
            request.metadata_mut().insert(HEADER, user.clone());
        }
        Ok(request)
    }
}

impl Caller {
    /// Connects.
    pub(super) async fn open(&self) -> Result<Channel, Failure> {
        let user = self.acting_user.as_ref();
        let user = user.map(AsciiMetadataValue::try_from).transpose();
        let user = user.map_err(|_| "--acting-user has characters that no user id has")?;
        let channel = self.connection.open().await?;
        Ok(InterceptedService::new(channel, Acting(user)))
    }
}
