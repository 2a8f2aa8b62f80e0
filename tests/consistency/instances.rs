//! Two instances on one database are one Grantor.

use grantor::v1;
use tonic::Code;

use super::Acme;
use crate::harness::{Actor, Refused, collaborator, creation, fully, refused, why};

#[tokio::test]
async fn a_retry_at_another_instance_has_one_effect() {
    let acme = Acme::new().await;
    let other = acme.another().await;
    let request = v1::CreateGrantRequest {
        parent: "organizations/acme".into(),
        grant: Some(acme.managing()),
        request_id: "once".into(),
        ..Default::default()
    };
    let first = acme
        .ann
        .grants()
        .create_grant(request.clone())
        .await
        .expect("given")
        .into_inner();
    let again = other
        .hears(&acme.ann)
        .grants()
        .create_grant(request.clone())
        .await
        .expect("replayed")
        .into_inner();
    assert_eq!(again.grant, first.grant);
    assert_eq!(acme.ann.sees_grants("acme").await.expect("listed").len(), 2);
    let another = v1::CreateGrantRequest {
        acknowledge_all_products: true,
        grant_id: "g".into(),
        ..request
    };
    let reused = other
        .hears(&acme.ann)
        .grants()
        .create_grant(another)
        .await
        .map_err(Refused::from);
    refused(reused, (Code::InvalidArgument, "REQUEST_ID_REUSED"));
}

#[tokio::test]
async fn an_etag_read_at_one_instance_is_held_against_the_other() {
    let acme = Acme::new().await;
    let other = acme.another().await;
    let seen = acme.ann.creates_team("acme", "crew").await.expect("a team");
    other
        .hears(&acme.ann)
        .adds_to_team("acme", "crew", &["bob"])
        .await
        .expect("added");
    let request = v1::DeleteTeamRequest {
        name: seen.name.clone(),
        etag: seen.etag,
        ..Default::default()
    };
    let deleted = acme
        .ann
        .teams()
        .delete_team(request)
        .await
        .map_err(Refused::from);
    refused(deleted, why::ETAG_MISMATCH);
}

#[tokio::test]
async fn a_page_begun_at_one_instance_goes_on_at_another() {
    let acme = Acme::new().await;
    let other = acme.another().await;
    for id in ["a", "b", "c"] {
        acme.ann.creates_team("acme", id).await.expect("a team");
    }
    let page = |page_token| v1::ListTeamsRequest {
        parent: "organizations/acme".into(),
        page_size: 2,
        page_token,
        consistency: fully(),
        ..Default::default()
    };
    let first = acme
        .ann
        .teams()
        .list_teams(page(String::new()))
        .await
        .expect("a page")
        .into_inner();
    let rest = other
        .hears(&acme.ann)
        .teams()
        .list_teams(page(first.next_page_token))
        .await
        .expect("a page");
    let rest = rest.into_inner();
    let names: Vec<_> = first
        .teams
        .iter()
        .chain(&rest.teams)
        .map(|team| team.display_name.as_str())
        .collect();
    assert_eq!(
        (names, rest.next_page_token.as_str()),
        (vec!["a", "b", "c"], "")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn one_invitation_has_one_answer_wherever_it_is_given() {
    let acme = Acme::new().await;
    let other = acme.another().await;
    for id in ["carl", "dora", "emil", "fay"] {
        let person = acme.world.user(id).await;
        let email = format!("{id}@example.com");
        let open = acme
            .ann
            .invites(
                "acme",
                v1::Invitation {
                    email,
                    ..collaborator()
                },
            )
            .await
            .expect("invited");
        let there = other.hears(&person);
        let (accepted, refusal) =
            tokio::join!(person.accepts(&open.name), there.refuses(&open.name));
        assert_ne!(
            accepted.is_ok(),
            refusal.is_ok(),
            "{accepted:?} {refusal:?}"
        );
        // The first instance has seen what the other did from here on.
        acme.ann.sees_revisions("acme").await.expect("listed");
        let answer = acme
            .ann
            .sees_invitation(&open.name)
            .await
            .expect("seen")
            .state();
        let is_member = acme.ann.sees_member("acme", id).await.is_ok();
        let (no, state) = match (accepted, refusal) {
            (Err(no), _) => (no, v1::InvitationState::Refused),
            (_, Err(no)) => (no, v1::InvitationState::Accepted),
            both => panic!("{both:?}"),
        };
        assert_eq!((no.code, no.reason.as_str()), why::INVITATION_NOT_OPEN);
        assert_eq!(
            (answer, is_member),
            (state, state == v1::InvitationState::Accepted)
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_email_becomes_one_user_wherever_it_is_registered() {
    let acme = Acme::new().await;
    let other = acme.another().await;
    let register = |id: &str| v1::RegisterUserRequest {
        user_id: id.to_owned(),
        user: Some(v1::User {
            given_name: "Zoe".into(),
            email: "zoe@example.com".into(),
            ..Default::default()
        }),
        email_confirmed: true,
        ..Default::default()
    };
    let (here, there) = (acme.world.operator(), other.hears(&acme.world.operator()));
    let (mut here, mut there) = (here.users(), there.users());
    let (one, two) = tokio::join!(
        here.register_user(register("zoe-1")),
        there.register_user(register("zoe-2"))
    );
    assert_ne!(one.is_ok(), two.is_ok(), "{one:?} {two:?}");
    let no = Refused::from(one.err().or(two.err()).expect("one is refused"));
    assert_eq!((no.code, no.reason.as_str()), why::EMAIL_TAKEN);
    assert_eq!(acme.world.audits().await, [""; 0]);
}

#[tokio::test]
async fn a_page_that_goes_on_at_an_instance_that_is_behind_loses_nothing() {
    let acme = Acme::new().await;
    let behind = acme.another().await;
    // It hears of nothing by itself.
    behind.app.close().await;
    let operator = acme.world.operator();
    let made = operator.creates_product("acme", "later", "kdrive").await;
    made.expect("created");
    let page = async |by: &Actor, page_token: String| {
        let request = v1::ListProductsRequest {
            parent: "organizations/acme".into(),
            page_size: 1,
            page_token,
            ..Default::default()
        };
        let page = by.products().list_products(request).await.expect("listed");
        let page = page.into_inner();
        let names: Vec<_> = page.products.into_iter().map(|it| it.name).collect();
        (names, page.next_page_token)
    };
    let (first, next) = page(&acme.ann, String::new()).await;
    assert_eq!(first, ["organizations/acme/products/drive"]);
    let (second, end) = page(&behind.hears(&acme.ann), next).await;
    assert_eq!(second, ["organizations/acme/products/later"]);
    assert_eq!(end, "");
}

#[tokio::test]
async fn an_instance_that_loads_counts_the_requests_that_wait() {
    let acme = Acme::new().await;
    let two = v1::Quotas {
        open_change_requests: Some(2),
        ..Default::default()
    };
    let operator = acme.world.operator();
    let limited = operator.sets_quotas("acme", two, &["open_change_requests"]);
    limited.await.expect("limited");
    for name in ["one", "two"] {
        let asked = acme.ann.asks_for_user("acme", creation(name));
        asked.await.expect("opened");
    }
    let fresh = acme.another().await;
    let third = fresh
        .hears(&acme.ann)
        .asks_for_user("acme", creation("three"))
        .await;
    refused(third, why::QUOTA_EXCEEDED);
}
