//! A request id that was used says so to who may ask there; to others it is as if it had not been.

use grantor::v1;

use super::Acme;
use super::agency::Agency;
use super::services::globex;
use crate::harness::{Actor, Answer, Refused, Why, legal_representative, refused, why};

const REUSED: Why = (tonic::Code::InvalidArgument, "REQUEST_ID_REUSED");

async fn makes_a_team(actor: &Actor, id: &str, request_id: &str) -> Answer<v1::Team> {
    let request = v1::CreateTeamRequest {
        parent: "organizations/acme".into(),
        team_id: id.into(),
        team: Some(v1::Team {
            display_name: "Webmasters".into(),
            ..Default::default()
        }),
        request_id: request_id.into(),
        ..Default::default()
    };
    let made = actor.teams().create_team(request).await;
    Ok(made.map_err(Refused::from)?.into_inner().team.expect("it"))
}

#[tokio::test]
async fn attack_a10_a_used_request_id_tells_an_outsider_nothing() {
    let acme = Acme::new().await;
    let (gus, _) = globex(&acme).await;
    let bob = acme.bob().await;
    makes_a_team(&acme.ann, "web", "once").await.expect("made");
    for id in ["web", "mail"] {
        refused(makes_a_team(&gus, id, "once").await, why::NOT_FOUND);
        refused(makes_a_team(&bob, id, "once").await, why::RIGHT_MISSING);
    }
    let zoe = acme.member("zoe", legal_representative()).await;
    refused(makes_a_team(&zoe, "mail", "once").await, REUSED);
    refused(makes_a_team(&acme.ann, "mail", "once").await, REUSED);
    // The one who asked it is answered as before.
    let again = makes_a_team(&acme.ann, "web", "once").await;
    assert_eq!(again.expect("answered").display_name, "Webmasters");
}

#[tokio::test]
async fn attack_a10_nor_to_who_may_not_ask_any_more() {
    let acme = Acme::new().await;
    let una = acme.una().await;
    makes_a_team(&acme.ann, "web", "of-ann")
        .await
        .expect("made");
    makes_a_team(&una, "mail", "of-una").await.expect("made");
    let left = acme.ann.removes_member("acme", "una").await;
    left.expect("removed");
    refused(makes_a_team(&una, "web", "of-ann").await, why::NOT_FOUND);
    refused(makes_a_team(&una, "other", "of-una").await, why::NOT_FOUND);
    // Only a retry of their own is answered.
    makes_a_team(&una, "mail", "of-una")
        .await
        .expect("answered");
}

#[tokio::test]
async fn attack_a10_nor_where_the_door_is_open_to_everybody() {
    let agency = Agency::new().await;
    let acme = &agency.acme;
    let (gus, _) = globex(acme).await;
    let bob = acme.bob().await;
    let name = agency.begun_full().await;
    let ends = async |actor: &Actor, remove: bool| {
        let request = v1::TerminatePartnershipRequest {
            name: name.clone(),
            remove_partner_members: remove,
            request_id: "end".into(),
            ..Default::default()
        };
        let ended = actor.partnerships().terminate_partnership(request).await;
        ended.map(drop).map_err(Refused::from)
    };
    makes_a_team(&acme.ann, "web", "end").await.expect("made");
    refused(ends(&gus, true).await, why::NOT_FOUND);
    let bobs = ends(&bob, true).await.expect_err("bob may not");
    assert_ne!(bobs.reason, REUSED.1);
    refused(ends(&acme.ann, false).await, REUSED);
}
