//! The other tenant: a team of it is given grants, each of a tag that no product has.

use cli::Failure;
use grantor::v1;
use grantor::v1::grant_service_client::GrantServiceClient;
use grantor::v1::team_service_client::TeamServiceClient;
use tonic::transport::Channel;
use tonic::{Request, Status};

use super::connect::keyed;

/// The other tenant, and who speaks for it.
pub(super) const PARENT: &str = "organizations/globex";
pub(super) const ACTOR: &str = "users/zoe";
const TEAM: &str = "crowd";
/// As many tags as an organization may have.
const TAGS: usize = 10_000;

/// The team's name.
pub(super) fn team() -> String {
    format!("{PARENT}/teams/{TEAM}")
}

/// Makes the team.
pub(super) async fn make(channel: &Channel, key: &str) -> Result<(), Failure> {
    let team = v1::CreateTeamRequest {
        parent: PARENT.to_owned(),
        team_id: TEAM.to_owned(),
        team: Some(v1::Team {
            display_name: "Crowd".to_owned(),
            ..Default::default()
        }),
        ..Default::default()
    };
    let mut teams = TeamServiceClient::new(channel.clone());
    teams.create_team(acting(team, key)?).await?;
    Ok(())
}

/// Gives it these grants in one call.
pub(super) async fn give_all(
    channel: &Channel,
    key: &str,
    requests: Vec<v1::CreateGrantRequest>,
) -> Result<(), Failure> {
    let batch = v1::BatchCreateGrantsRequest {
        parent: PARENT.to_owned(),
        requests,
        ..Default::default()
    };
    let client = GrantServiceClient::new(channel.clone());
    let mut client = client.max_decoding_message_size(usize::MAX);
    client.batch_create_grants(acting(batch, key)?).await?;
    Ok(())
}

/// Makes one grant in the other tenant.
pub(super) async fn give(
    channel: &Channel,
    key: &str,
    grant: v1::CreateGrantRequest,
) -> Result<(), Status> {
    let request = v1::CreateGrantRequest {
        parent: PARENT.to_owned(),
        ..grant
    };
    let mut grants = GrantServiceClient::new(channel.clone());
    grants.create_grant(acting(request, key)?).await?;
    Ok(())
}

/// The grant of this number.
pub(super) fn grant(number: usize) -> v1::CreateGrantRequest {
    let entry = v1::scope_entry::Entry::Tag(format!("invented-{}", number % TAGS));
    let tag = v1::ScopeEntry { entry: Some(entry) };
    v1::CreateGrantRequest {
        grant: Some(v1::Grant {
            subject: team(),
            rights: Some(v1::Rights {
                kinds: vec![v1::RightKind::Usage.into()],
                ..Default::default()
            }),
            scope: Some(v1::Scope {
                scope: Some(v1::scope::Scope::Listed(v1::ScopeList {
                    entries: vec![tag],
                })),
            }),
            ..Default::default()
        }),
        ..Default::default()
    }
}

/// As whoever speaks for the tenant.
pub(super) fn acting<T>(message: T, key: &str) -> Result<Request<T>, Status> {
    let mut request = keyed(message, key)?;
    let actor = tonic::metadata::AsciiMetadataValue::from_static(ACTOR);
    request
        .metadata_mut()
        .insert("x-grantor-acting-user", actor);
    Ok(request)
}
