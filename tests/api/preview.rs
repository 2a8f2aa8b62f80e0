//! `validate_only`: what would be, and who would gain or lose what. Nothing is stored.

use grantor::v1;
use prost_reflect::{ReflectMessage, Value};

use super::requests::GOOD;
use super::stage::{DRIVE, Stage};
use crate::harness::*;

/// What of an effect is told apart: user, right, gained, lost.
fn lines(effect: Option<v1::Effect>) -> Vec<(String, String, i64, i64)> {
    let effect = effect.expect("a preview has an effect");
    let gaining: std::collections::BTreeSet<_> = effect
        .lines
        .iter()
        .filter(|line| line.gained > 0)
        .map(|line| &line.user)
        .collect();
    let losing: std::collections::BTreeSet<_> = effect
        .lines
        .iter()
        .filter(|line| line.lost > 0)
        .map(|line| &line.user)
        .collect();
    assert_eq!(effect.gaining_user_count, gaining.len() as i64);
    assert_eq!(effect.losing_user_count, losing.len() as i64);
    assert!(!effect.shortened);
    effect
        .lines
        .into_iter()
        .map(|line| (line.user, line.right, line.gained, line.lost))
        .collect()
}

fn line(user: &str, right: &str, gained: i64, lost: i64) -> (String, String, i64, i64) {
    (format!("users/{user}"), right.to_owned(), gained, lost)
}

#[tokio::test]
async fn a_preview_of_any_change_answers_and_stores_nothing() {
    let stage = Stage::new().await;
    let before = stage.revisions().await;
    for good in GOOD.iter().filter(|good| good.is_mutation()) {
        let mut message = stage.message(good);
        message.set_field_by_name("validate_only", Value::Bool(true));
        // One that could not be carried out now has no effect to show.
        if good.rpc == "UserService/ReactivateUser" {
            continue;
        }
        let answer = stage
            .sender(good.sender)
            .calls(good.rpc, &message)
            .await
            .expect(good.rpc);
        let text = |field: &str| {
            answer
                .get_field_by_name(field)
                .and_then(|value| value.as_str().map(str::to_owned))
        };
        assert_eq!(
            text("consistency_token").as_deref(),
            Some(""),
            "{}",
            good.rpc
        );
        if good.rpc != "CatalogService/ApplyCatalog" {
            assert!(answer.has_field_by_name("effect"), "{}", good.rpc);
        }
        for field in answer
            .descriptor()
            .fields()
            .filter(|field| field.name() != "effect" && field.kind().as_message().is_some())
        {
            assert!(
                field.is_list() || answer.has_field(&field),
                "{} without {}",
                good.rpc,
                field.name()
            );
        }
        assert_eq!(stage.revisions().await, before, "{}", good.rpc);
    }
}

#[tokio::test]
async fn a_change_that_is_made_has_a_token_and_no_effect() {
    let stage = Stage::new().await;
    for good in GOOD.iter().filter(|good| good.is_mutation()) {
        let answer = stage
            .sender(good.sender)
            .calls(good.rpc, &stage.message(good))
            .await
            .expect(good.rpc);
        let token = answer
            .get_field_by_name("consistency_token")
            .and_then(|value| value.as_str().map(str::to_owned));
        assert_ne!(token.as_deref(), Some(""), "{}", good.rpc);
        assert!(!answer.has_field_by_name("effect"), "{}", good.rpc);
    }
}

#[tokio::test]
async fn a_preview_mails_nobody() {
    let stage = Stage::new().await;
    let invitation = v1::Invitation {
        email: "preview@example.com".into(),
        ..collaborator()
    };
    let invite = |validate_only, email: &str| v1::CreateInvitationRequest {
        parent: "organizations/acme".into(),
        invitation: Some(v1::Invitation {
            email: email.into(),
            ..invitation.clone()
        }),
        validate_only,
        ..Default::default()
    };
    let mut invitations = stage.ann.invitations();
    invitations
        .create_invitation(invite(true, "preview@example.com"))
        .await
        .expect("previewed");
    invitations
        .create_invitation(invite(false, "real@example.com"))
        .await
        .expect("invited");
    // Mails leave in the order in which they were made.
    stage.world.mailed_token("real@example.com").await;
    assert!(stage.world.mails_to("preview@example.com").is_empty());
}

#[tokio::test]
async fn a_preview_refuses_what_the_change_would_be_refused() {
    let stage = Stage::new().await;
    let preview = |actor: Actor| async move {
        let request = v1::DeleteGrantRequest {
            name: "organizations/acme/grants/one".into(),
            validate_only: true,
            ..Default::default()
        };
        actor
            .grants()
            .delete_grant(request)
            .await
            .map_err(Refused::from)
    };
    refused(
        preview(stage.world.acting("carl")).await,
        why::RIGHT_MISSING,
    );
    refused(preview(stage.world.acting("eve")).await, why::NOT_FOUND);
}

#[tokio::test]
async fn a_new_grant_shows_what_it_gives_beyond_what_is_held() {
    let stage = Stage::new().await;
    let request = v1::CreateGrantRequest {
        parent: "organizations/acme".into(),
        // carl has kdrive/use on drive already; gone is the other kdrive.
        grant: Some(to_member(
            "acme",
            "carl",
            rights(&["kdrive/use", "kdrive/manage"]),
            of_type("kdrive"),
        )),
        validate_only: true,
        ..Default::default()
    };
    let answer = stage
        .ann
        .grants()
        .create_grant(request)
        .await
        .expect("previewed")
        .into_inner();
    assert_eq!(
        lines(answer.effect),
        [
            line("carl", "kdrive/manage", 2, 0),
            line("carl", "kdrive/use", 1, 0)
        ]
    );
    assert!(!stage.world.acting("carl").may("manage", DRIVE).await);
}

#[tokio::test]
async fn a_deleted_grant_shows_what_no_other_gives() {
    let stage = Stage::new().await;
    let preview = |name: &str| v1::DeleteGrantRequest {
        name: name.into(),
        validate_only: true,
        ..Default::default()
    };
    let mut grants = stage.ann.grants();
    // bob has three alike, carl has one.
    let alike = grants
        .delete_grant(preview("organizations/acme/grants/one"))
        .await
        .expect("previewed")
        .into_inner();
    assert_eq!(lines(alike.effect), []);
    let only = grants
        .delete_grant(preview("organizations/acme/grants/two"))
        .await
        .expect("previewed")
        .into_inner();
    assert_eq!(lines(only.effect), [line("carl", "kdrive/use", 0, 1)]);
}

#[tokio::test]
async fn a_promotion_shows_what_the_grants_gave_as_lost_and_the_role_as_gained() {
    let stage = Stage::new().await;
    let request = v1::UpdateMemberRequest {
        member: Some(v1::Member {
            name: "organizations/acme/members/carl".into(),
            role: v1::Role::Administrator.into(),
            areas: vec![v1::Area::Financial.into()],
            ..Default::default()
        }),
        validate_only: true,
        ..Default::default()
    };
    let answer = stage
        .ann
        .members()
        .update_member(request)
        .await
        .expect("previewed")
        .into_inner();
    assert_eq!(
        lines(answer.effect),
        [
            line("carl", "kdrive/use", 0, 1),
            line("carl", "organization/contact_support", 1, 0),
            line("carl", "organization/manage_finances", 1, 0),
            line("carl", "organization/use_wallet", 1, 0),
        ]
    );
    assert_eq!(
        answer.member.expect("the member").role(),
        v1::Role::Administrator
    );
    assert_eq!(answer.removed_grants.len(), 1);
    assert!(stage.world.acting("carl").may("use", DRIVE).await);
}

#[tokio::test]
async fn a_tag_shows_who_gains_by_it() {
    let stage = Stage::new().await;
    let grant = to_member("acme", "pat", rights(&["kdrive/use"]), tag("vip"));
    stage
        .ann
        .grants_access("acme", grant)
        .await
        .expect("granted");
    let add = v1::AddProductTagsRequest {
        name: DRIVE.into(),
        tags: vec!["vip".into()],
        validate_only: true,
        ..Default::default()
    };
    let answer = stage
        .ann
        .products()
        .add_product_tags(add)
        .await
        .expect("previewed")
        .into_inner();
    assert_eq!(lines(answer.effect), [line("pat", "kdrive/use", 1, 0)]);
    assert_eq!(answer.product.expect("the product").tags, ["client", "vip"]);
    stage.ann.tags(DRIVE, &["vip"]).await.expect("tagged");
    let remove = v1::RemoveProductTagsRequest {
        name: DRIVE.into(),
        tags: vec!["vip".into()],
        validate_only: true,
        ..Default::default()
    };
    let answer = stage
        .ann
        .products()
        .remove_product_tags(remove)
        .await
        .expect("previewed")
        .into_inner();
    assert_eq!(lines(answer.effect), [line("pat", "kdrive/use", 0, 1)]);
}

#[tokio::test]
async fn joining_a_team_shows_what_the_team_holds() {
    let stage = Stage::new().await;
    let grant = to_team("acme", "web", rights(&["domain/dns"]), of_type("domain"));
    stage
        .ann
        .grants_access("acme", grant)
        .await
        .expect("granted");
    let request = v1::AddTeamMembersRequest {
        name: "organizations/acme/teams/web".into(),
        members: vec![
            "organizations/acme/members/pat".into(),
            "organizations/acme/members/bob".into(),
        ],
        validate_only: true,
        ..Default::default()
    };
    let answer = stage
        .ann
        .teams()
        .add_team_members(request)
        .await
        .expect("previewed")
        .into_inner();
    // bob is in it.
    assert_eq!(lines(answer.effect), [line("pat", "domain/dns", 1, 0)]);
    assert!(
        !stage
            .world
            .acting("pat")
            .may("dns", "organizations/acme/products/www")
            .await
    );
}

#[tokio::test]
async fn a_deleted_product_shows_who_loses_it() {
    let stage = Stage::new().await;
    let request = v1::DeleteProductRequest {
        name: "organizations/acme/products/shop".into(),
        validate_only: true,
        ..Default::default()
    };
    let scope = products(&["organizations/acme/products/shop"]);
    stage
        .ann
        .grants_access(
            "acme",
            to_member("acme", "pat", rights(&["ticketing/refund"]), scope),
        )
        .await
        .expect("granted");
    let answer = stage
        .world
        .operator()
        .products()
        .delete_product(request)
        .await
        .expect("previewed")
        .into_inner();
    assert_eq!(answer.removed_grants.len(), 1);
    let lines = lines(answer.effect);
    let of = |user: &str| {
        lines
            .iter()
            .filter(|line| line.0 == format!("users/{user}"))
            .cloned()
            .collect::<Vec<_>>()
    };
    // What refund implies goes with it.
    assert_eq!(
        of("pat"),
        [
            line("pat", "ticketing/refund", 0, 1),
            line("pat", "ticketing/sell", 0, 1)
        ]
    );
    for held_by_role in ["ann", "tec"] {
        assert!(
            of(held_by_role).contains(&line(held_by_role, "ticketing/scan", 0, 1)),
            "{lines:?}"
        );
    }
    assert!(of("nar").is_empty() && of("bob").is_empty(), "{lines:?}");
}
