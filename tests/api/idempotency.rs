//! The same request id with the same request has one effect and one answer.

use std::time::Duration;

use grantor::v1;
use prost_reflect::Value;
use tonic::Code;

use super::requests::GOOD;
use super::stage::Stage;
use crate::harness::*;

const REQUEST_ID_REUSED: Why = (Code::InvalidArgument, "REQUEST_ID_REUSED");
const SECRET_SHOWN_ONCE: Why = (Code::FailedPrecondition, "SECRET_SHOWN_ONCE");

fn team(organization: &str, id: &str, request_id: &str) -> v1::CreateTeamRequest {
    v1::CreateTeamRequest {
        parent: format!("organizations/{organization}"),
        team_id: id.into(),
        team: Some(v1::Team {
            display_name: "Webmasters".into(),
            ..Default::default()
        }),
        request_id: request_id.into(),
        ..Default::default()
    }
}

async fn creates(actor: &Actor, request: v1::CreateTeamRequest) -> Answer<v1::CreateTeamResponse> {
    Ok(actor.teams().create_team(request).await?.into_inner())
}

async fn teams(actor: &Actor) -> usize {
    let request = v1::ListTeamsRequest {
        parent: "organizations/acme".into(),
        consistency: fully(),
        ..Default::default()
    };
    actor
        .teams()
        .list_teams(request)
        .await
        .expect("listed")
        .into_inner()
        .teams
        .len()
}

#[tokio::test]
async fn every_change_that_is_sent_again_is_answered_alike_and_made_once() {
    let stage = Stage::new().await;
    for good in GOOD.iter().filter(|good| good.is_mutation()) {
        let mut message = stage.message(good);
        message.set_field_by_name("request_id", Value::String(format!("once-{}", good.rpc)));
        let sender = stage.sender(good.sender);
        let first = sender.calls(good.rpc, &message).await.expect(good.rpc);
        let after = stage.revisions().await;
        let second = sender.calls(good.rpc, &message).await;
        if good.rpc == "ServiceAccountService/CreateKey" {
            refused(second, SECRET_SHOWN_ONCE);
        } else {
            assert_eq!(second.expect(good.rpc), first, "{}", good.rpc);
        }
        assert_eq!(stage.revisions().await, after, "{}", good.rpc);
    }
}

#[tokio::test]
async fn an_answer_to_a_retry_is_of_then_although_the_thing_changed_since() {
    let (_world, ann) = World::acme().await;
    let first = creates(&ann, team("acme", "web", "once"))
        .await
        .expect("created")
        .team
        .expect("the team");
    ann.deletes_team("acme", "web").await.expect("deleted");
    let again = creates(&ann, team("acme", "web", "once"))
        .await
        .expect("answered")
        .team
        .expect("the team");
    assert_eq!(again, first);
    assert_eq!(teams(&ann).await, 0);
}

#[tokio::test]
async fn another_request_under_the_same_id_is_refused() {
    let (_world, ann) = World::acme().await;
    creates(&ann, team("acme", "web", "once"))
        .await
        .expect("created");
    refused(
        creates(&ann, team("acme", "mail", "once")).await,
        REQUEST_ID_REUSED,
    );
    let delete = v1::DeleteTeamRequest {
        name: "organizations/acme/teams/web".into(),
        request_id: "once".into(),
        ..Default::default()
    };
    let other_method = ann.teams().delete_team(delete).await.map_err(Refused::from);
    refused(other_method, REQUEST_ID_REUSED);
    assert_eq!(teams(&ann).await, 1);
}

#[tokio::test]
async fn another_acting_user_under_the_same_id_is_refused() {
    let (world, ann) = World::acme().await;
    let zoe = world
        .member("acme", &ann, "zoe", legal_representative())
        .await;
    creates(&ann, team("acme", "web", "once"))
        .await
        .expect("created");
    refused(
        creates(&zoe, team("acme", "web", "once")).await,
        REQUEST_ID_REUSED,
    );
}

#[tokio::test]
async fn a_request_id_counts_in_one_organization() {
    let (world, ann) = World::acme().await;
    let eve = world.organization("globex", "eve").await;
    creates(&ann, team("acme", "", "once"))
        .await
        .expect("created");
    creates(&eve, team("globex", "", "once"))
        .await
        .expect("created there too");
}

#[tokio::test]
async fn a_request_id_is_free_again_after_a_day() {
    let (world, ann) = World::acme().await;
    creates(&ann, team("acme", "web", "once"))
        .await
        .expect("created");
    world.passes(Duration::from_secs(24 * 3600 - 60));
    refused(
        creates(&ann, team("acme", "mail", "once")).await,
        REQUEST_ID_REUSED,
    );
    world.passes(Duration::from_secs(120));
    creates(&ann, team("acme", "mail", "once"))
        .await
        .expect("created");
    assert_eq!(teams(&ann).await, 2);
}

#[tokio::test]
async fn what_is_made_once_a_day_under_one_request_id_is_another_each_day() {
    let (world, ann) = World::acme().await;
    let operator = world.operator();
    let registers = async |day: usize| {
        let request = v1::RegisterUserRequest {
            user: Some(v1::User {
                given_name: "New".into(),
                email: format!("new-{day}@example.com"),
                ..Default::default()
            }),
            request_id: "registers".into(),
            ..Default::default()
        };
        operator.users().register_user(request).await
    };
    let mut days = Vec::new();
    for day in 0..3 {
        let mut calls = tokio::task::JoinSet::new();
        for _ in 0..8 {
            let operator = operator.clone();
            let request = v1::CreateOrganizationRequest {
                organization: Some(v1::Organization {
                    display_name: "New".into(),
                    ..Default::default()
                }),
                legal_representative: "users/ann".into(),
                request_id: "creates".into(),
                ..Default::default()
            };
            calls.spawn(async move { operator.organizations().create_organization(request).await });
        }
        let mut made = std::collections::BTreeSet::new();
        for answer in calls.join_all().await {
            let answer = answer.map_err(Refused::from).expect("created");
            let organization = answer.into_inner().organization.expect("an organization");
            made.insert(organization.name);
        }
        assert_eq!(made.len(), 1, "{made:?}");
        for _ in 0..2 {
            let registered = registers(day).await.map_err(Refused::from);
            let registered = registered.expect("registered").into_inner();
            made.insert(registered.user.expect("the user").name);
            made.insert(registered.organization.expect("their own").name);
            let team = creates(&ann, team("acme", "", "once")).await;
            made.insert(team.expect("created").team.expect("the team").name);
        }
        assert_eq!(made.len(), 4, "{made:?}");
        refused(
            registers(day + 1).await.map_err(Refused::from),
            REQUEST_ID_REUSED,
        );
        days.extend(made);
        world.passes(Duration::from_secs(24 * 3600));
    }
    days.sort();
    days.dedup();
    assert_eq!(days.len(), 3 * 4, "{days:?}");
}

#[tokio::test]
async fn sixteen_at_once_make_one_change() {
    let (world, ann) = World::acme().await;
    let mut calls = tokio::task::JoinSet::new();
    for _ in 0..16 {
        let ann = ann.clone();
        calls.spawn(async move { creates(&ann, team("acme", "", "once")).await });
    }
    let answers = calls.join_all().await;
    let names: Vec<_> = answers
        .into_iter()
        .map(|answer| answer.expect("answered").team.expect("the team"))
        .collect();
    assert_eq!(names.len(), 16);
    assert!(names.iter().all(|team| *team == names[0]), "{names:?}");
    assert_eq!(teams(&world.operator()).await, 1);
}

#[tokio::test]
async fn a_retry_is_answered_though_the_right_was_lost_since() {
    let (world, ann) = World::acme().await;
    let usr = world
        .member("acme", &ann, "usr", administrator(&[v1::Area::UserRights]))
        .await;
    let first = creates(&usr, team("acme", "web", "once"))
        .await
        .expect("created");
    ann.hands_out("acme", "usr", &[], None)
        .await
        .expect("areas taken away");
    refused(
        creates(&usr, team("acme", "mail", "new")).await,
        why::RIGHT_MISSING,
    );
    assert_eq!(
        creates(&usr, team("acme", "web", "once"))
            .await
            .expect("answered")
            .team,
        first.team
    );
}

#[tokio::test]
async fn a_retry_of_a_user_who_was_stopped_is_refused() {
    let (world, ann) = World::acme().await;
    creates(&ann, team("acme", "web", "once"))
        .await
        .expect("created");
    world
        .operator()
        .deactivates_user("ann")
        .await
        .expect("stopped");
    refused(
        creates(&ann, team("acme", "web", "once")).await,
        why::ACTING_USER_INACTIVE,
    );
}

#[tokio::test]
async fn a_refused_request_is_not_remembered() {
    let (_world, ann) = World::acme().await;
    let mut request = team("acme", "web", "once");
    request.team = Some(v1::Team::default());
    refused(creates(&ann, request).await, why::FIELD_INVALID);
    creates(&ann, team("acme", "web", "once"))
        .await
        .expect("created");
}

#[tokio::test]
async fn a_preview_is_not_remembered() {
    let (_world, ann) = World::acme().await;
    let preview = v1::CreateTeamRequest {
        validate_only: true,
        ..team("acme", "web", "once")
    };
    creates(&ann, preview).await.expect("previewed");
    creates(&ann, team("acme", "mail", "once"))
        .await
        .expect("created");
    assert_eq!(teams(&ann).await, 1);
}

#[tokio::test]
async fn a_preview_of_what_was_done_already_says_what_a_retry_would_be_answered() {
    let stage = Stage::new().await;
    for good in GOOD.iter().filter(|good| good.is_mutation()) {
        let mut message = stage.message(good);
        message.set_field_by_name("request_id", Value::String(format!("once-{}", good.rpc)));
        let sender = stage.sender(good.sender);
        let mut first = sender.calls(good.rpc, &message).await.expect(good.rpc);
        message.set_field_by_name("validate_only", Value::Bool(true));
        let preview = sender.calls(good.rpc, &message).await;
        if good.rpc == "ServiceAccountService/CreateKey" {
            refused(preview, SECRET_SHOWN_ONCE);
            continue;
        }
        let preview = preview.expect(good.rpc);
        first.clear_field_by_name("consistency_token");
        if let Some(effect) = preview.get_field_by_name("effect") {
            first.set_field_by_name("effect", effect.into_owned());
        }
        assert_eq!(preview, first, "{}", good.rpc);
    }
}

#[tokio::test]
async fn a_preview_under_the_id_of_another_request_is_refused_as_the_change_would_be() {
    let (world, ann) = World::acme().await;
    let carl = world.member("acme", &ann, "carl", collaborator()).await;
    let usr = administrator(&[v1::Area::UserRights]);
    let usr = world.member("acme", &ann, "usr", usr).await;
    let first = creates(&usr, team("acme", "web", "once")).await;
    let first = first.expect("created");
    let previews = async |actor: &Actor, id: &str| {
        let preview = v1::CreateTeamRequest {
            validate_only: true,
            ..team("acme", id, "once")
        };
        creates(actor, preview).await
    };
    for id in ["mail", ""] {
        refused(previews(&usr, id).await, REQUEST_ID_REUSED);
    }
    refused(previews(&ann, "web").await, REQUEST_ID_REUSED);
    refused(previews(&carl, "mail").await, why::RIGHT_MISSING);
    ann.hands_out("acme", "usr", &[], None)
        .await
        .expect("areas taken away");
    refused(previews(&usr, "mail").await, why::RIGHT_MISSING);
    let again = previews(&usr, "web").await.expect("answered");
    assert_eq!(again.team, first.team);
    assert_eq!(again.effect, Some(v1::Effect::default()));
    assert_eq!(teams(&ann).await, 1);
    world.passes(Duration::from_secs(24 * 3600));
    previews(&ann, "mail").await.expect("free again");
}

#[tokio::test]
async fn without_a_request_id_a_retry_acts_twice() {
    let (_world, ann) = World::acme().await;
    creates(&ann, team("acme", "", "")).await.expect("created");
    creates(&ann, team("acme", "", "")).await.expect("created");
    assert_eq!(teams(&ann).await, 2);
}

/// How the first release hashed RetireProductType of `productTypes/fax`, sent by a service for nobody: what
/// `tests/frozen/1` holds of it.
const FORMER_HASH: &str = "A226720B568481E0EABB45154C75F09B72A200C08F8572FA5B47795B7C130090";

#[tokio::test]
async fn a_retry_after_an_upgrade_is_known_by_its_former_hash() {
    let world = World::new().await;
    let types = ["fax", "telex"].map(|id| v1::ProductType {
        name: format!("productTypes/{id}"),
        display_name: id.into(),
        ..Default::default()
    });
    let operator = world.operator();
    operator
        .apply_catalog(types.to_vec())
        .await
        .expect("applied");
    let retires = async |id: &str| {
        let request = v1::RetireProductTypeRequest {
            name: format!("productTypes/{id}"),
            request_id: "once".into(),
            ..Default::default()
        };
        let retired = operator.catalog().retire_product_type(request).await;
        Answer::Ok(retired?.into_inner())
    };
    let first = retires("fax").await.expect("retired");
    let prefix = if world.is_on_postgres() { r"'\x" } else { "x'" };
    let hashed = world
        .tampers(&format!(
            "UPDATE idempotency SET request_hash = {prefix}{FORMER_HASH}' WHERE key = 'once'"
        ))
        .await;
    assert_eq!(hashed, 1);
    assert_eq!(
        retires("fax").await.expect("answered").product_type,
        first.product_type
    );
    refused(retires("telex").await, REQUEST_ID_REUSED);
}

#[tokio::test]
async fn what_is_made_under_one_request_id_in_two_organizations_has_two_ids() {
    let (world, ann) = World::acme().await;
    let eve = world.organization("globex", "eve").await;
    let mut members = Vec::new();
    for (organization, by) in [("acme", &ann), ("globex", &eve)] {
        let email = format!("new@{organization}.example");
        let invitation = v1::Invitation {
            email: email.clone(),
            ..collaborator()
        };
        by.invites(organization, invitation).await.expect("invited");
        let token = world.mailed_token(&email).await;
        let request = v1::AcceptInvitationRequest {
            invitation: Some(v1::accept_invitation_request::Invitation::Token(token)),
            new_user: Some(v1::NewUser {
                given_name: "New".into(),
                ..Default::default()
            }),
            request_id: "once".into(),
            ..Default::default()
        };
        let operator = world.operator();
        let accepted = operator.invitations().accept_invitation(request).await;
        let accepted = accepted.map_err(Refused::from).expect("accepted");
        members.push(accepted.into_inner().member.expect("a member").user);
    }
    assert_ne!(members[0], members[1]);
}
