//! What people do by mistake is told, or refused where it could not be undone.

use std::time::Duration;

use grantor::v1;

use super::Acme;
use crate::harness::{
    Answer, Refused, collaborator, products, refused, rights, to_member, to_team, why,
};

const MONTHS: Duration = Duration::from_secs(31 * 24 * 3600);

async fn identical(acme: &Acme, grant: v1::Grant) -> Vec<String> {
    let request = v1::CreateGrantRequest {
        parent: "organizations/acme".into(),
        grant: Some(grant),
        ..Default::default()
    };
    let answer = acme.ann.grants().create_grant(request).await;
    answer.expect("given").into_inner().identical_grants
}

#[tokio::test]
async fn attack_d5_an_identical_grant_is_named_by_the_answer() {
    let acme = Acme::new().await;
    acme.bob().await;
    let (use_it, on_it) = (rights(&["kdrive/use"]), products(&[&acme.drive]));
    let first = acme.gives("bob", use_it.clone(), on_it.clone()).await;
    let same = to_member("acme", "bob", use_it.clone(), on_it.clone());
    assert_eq!(
        identical(&acme, same.clone()).await,
        std::slice::from_ref(&first.name)
    );
    // Of several things, in whatever order.
    let [both, turned] = [[&acme.drive, &acme.archive], [&acme.archive, &acme.drive]];
    let [both, turned] = [both, turned].map(|ids| products(&ids.map(String::as_str)));
    let wide = acme.gives("bob", use_it.clone(), both).await;
    let turned = to_member("acme", "bob", use_it.clone(), turned);
    assert_eq!(
        identical(&acme, turned).await,
        std::slice::from_ref(&wide.name)
    );
    // Another right, scope, time or subject is not the same.
    let until = v1::Grant {
        expire_time: Some(acme.world.later(3600)),
        ..same.clone()
    };
    let others = [
        until,
        to_member("acme", "bob", rights(&["kdrive/manage"]), on_it.clone()),
        to_member("acme", "bob", use_it.clone(), products(&[&acme.archive])),
    ];
    for other in others {
        assert_eq!(identical(&acme, other).await, [""; 0]);
    }
    acme.ann.creates_team("acme", "web").await.expect("a team");
    assert_eq!(
        identical(&acme, to_team("acme", "web", use_it, on_it)).await,
        [""; 0]
    );
    // Many at once are told of as well.
    let request = v1::BatchCreateGrantsRequest {
        parent: "organizations/acme".into(),
        requests: vec![v1::CreateGrantRequest {
            grant: Some(same),
            ..Default::default()
        }],
        ..Default::default()
    };
    let answer = acme.ann.grants().batch_create_grants(request).await;
    let answer = answer.expect("given").into_inner();
    assert_eq!(answer.identical_grants.len(), 2);
    assert!(answer.identical_grants.contains(&first.name));
}

#[tokio::test]
async fn attack_d5_the_last_live_key_stays() {
    let acme = Acme::new().await;
    let operator = acme.world.operator();
    let all = operator.service_accounts();
    let accounts = v1::ListServiceAccountsRequest::default();
    let accounts = all.clone().list_service_accounts(accounts).await;
    let account = &accounts.expect("listed").into_inner().service_accounts[0];
    let delete = v1::DeleteServiceAccountRequest {
        name: account.name.clone(),
        ..Default::default()
    };
    let answer = all.clone().delete_service_account(delete.clone()).await;
    refused(answer.map_err(Into::into), why::LAST_KEY);
    let keys = v1::ListKeysRequest {
        parent: account.name.clone(),
        ..Default::default()
    };
    let keys = all
        .clone()
        .list_keys(keys)
        .await
        .expect("listed")
        .into_inner()
        .keys;
    let revoke = v1::RevokeKeyRequest {
        name: keys[0].name.clone(),
        ..Default::default()
    };
    let answer = all.clone().revoke_key(revoke.clone()).await;
    refused(answer.map_err(Into::into), why::LAST_KEY);
    // With another key it is not the last; but then it is the last operator's.
    acme.world.service("front", &["users.write"]).await;
    let answer = all.clone().revoke_key(revoke.clone()).await;
    refused(answer.map_err(Into::into), why::LAST_OPERATOR);
    // An operator for whom nobody speaks, and an account that may not operate, are no way in.
    super::named_operator(&acme, "olga").await;
    acme.world
        .names_operator(operating("front").expect("an id"))
        .await;
    let answer = all.clone().revoke_key(revoke.clone()).await;
    refused(answer.map_err(Into::into), why::LAST_OPERATOR);
    acme.world
        .service("panel", &["operator", "act.for.users"])
        .await;
    all.clone().revoke_key(revoke).await.expect("revoked");
}

fn operating(id: &str) -> Option<domain::Operator> {
    let account = domain::ServiceAccountId::parse(id).ok()?;
    Some(domain::Operator::ServiceAccount(account))
}

/// Leaves an account these scopes.
async fn leaves(acme: &Acme, account: &str, scopes: &[&str]) -> Result<(), Refused> {
    let scopes = scopes.iter().map(|scope| v1::ServiceAccountScope {
        scope: (*scope).into(),
        r#where: Some(v1::service_account_scope::Where::AllOrganizations(())),
    });
    let request = v1::UpdateServiceAccountRequest {
        service_account: Some(v1::ServiceAccount {
            name: account.to_owned(),
            scopes: scopes.collect(),
            ..Default::default()
        }),
        update_mask: Some(prost_types::FieldMask {
            paths: vec!["scopes".into()],
        }),
        ..Default::default()
    };
    let operator = acme.world.operator();
    let answer = operator
        .service_accounts()
        .update_service_account(request)
        .await;
    answer.map(drop).map_err(Into::into)
}

#[tokio::test]
async fn attack_d5_the_last_who_may_operate_keeps_the_scope() {
    let acme = Acme::new().await;
    super::named_operator(&acme, "olga").await;
    let everything = "serviceAccounts/everything";
    for scopes in [&["users.write", "act.for.users"][..], &[]] {
        refused(leaves(&acme, everything, scopes).await, why::LAST_OPERATOR);
    }
    // What else it may do is its own.
    leaves(&acme, everything, &["operator", "read"])
        .await
        .expect("it operates");
    // Olga could, by an account that speaks for users.
    refused(
        leaves(&acme, everything, &["read"]).await,
        why::LAST_OPERATOR,
    );
    acme.world
        .service("panel", &["operator", "act.for.users@acme"])
        .await;
    refused(
        leaves(&acme, everything, &["read"]).await,
        why::LAST_OPERATOR,
    );
    acme.world
        .service("desk", &["operator", "act.for.users"])
        .await;
    leaves(&acme, everything, &["read"])
        .await
        .expect("olga is left");
}

#[tokio::test]
async fn attack_d5_the_last_operator_stays_by_whatever_way() {
    let acme = Acme::new().await;
    let olga = super::named_operator(&acme, "olga").await;
    let operator = acme.world.operator();
    let all = operator.service_accounts();
    let accounts = v1::ListServiceAccountsRequest::default();
    let accounts = all.clone().list_service_accounts(accounts).await;
    let accounts = accounts.expect("listed").into_inner().service_accounts;
    let id = accounts[0].name.trim_start_matches("serviceAccounts/");
    let service = domain::ServiceAccountId::parse(id).expect("an id");
    let service = domain::Operator::ServiceAccount(service);
    acme.world
        .names_no_operator(service)
        .await
        .expect("olga is left");
    refused(olga.deactivates_user("olga").await, why::LAST_OPERATOR);
    refused(olga.erases_user("olga").await, why::LAST_OPERATOR);
    let olga_too = domain::Operator::User(domain::UserId::parse("olga").expect("an id"));
    let refusal = acme.world.names_no_operator(olga_too).await;
    let refusal = refusal.expect_err("refused").to_string();
    assert!(refusal.contains("Nobody would be left"), "{refusal}");
}

#[tokio::test]
async fn attack_d5_a_filter_that_names_nothing_there_is_refused() {
    let acme = Acme::new().await;
    acme.bob().await;
    let parent = || "organizations/acme".to_owned();
    for (subject, known) in [
        ("organizations/acme/members/bob", true),
        ("organizations/acme/members/bbo", false),
        ("organizations/acme/teams/none", false),
    ] {
        let request = v1::ListGrantsRequest {
            parent: parent(),
            subject: subject.into(),
            ..Default::default()
        };
        let answer = acme.ann.grants().list_grants(request).await;
        match known {
            true => drop(answer.expect(subject)),
            false => drop(refused(answer.map_err(Into::into), why::NOT_FOUND)),
        }
    }
    let of_type = v1::ListProductsRequest {
        parent: parent(),
        product_type: "productTypes/kdrvie".into(),
        ..Default::default()
    };
    let in_group = v1::ListProductsRequest {
        parent: parent(),
        product_group: "organizations/acme/productGroups/none".into(),
        ..Default::default()
    };
    for request in [of_type, in_group] {
        let answer = acme.ann.products().list_products(request).await;
        refused(answer.map_err(Into::into), why::NOT_FOUND);
    }
    for on in ["productTypes/kdrvie", "organizations/acme/products/none"] {
        let request = v1::ListMembersRequest {
            parent: parent(),
            has_access: on.into(),
            ..Default::default()
        };
        refused(acme.ann.lists_members(request).await, why::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_method_that_there_is_not_is_refused_with_how_one_is_written() {
    let acme = Acme::new().await;
    let by = async |method: &str| {
        let request = v1::ListChangesRequest {
            parent: "platform".into(),
            method: method.into(),
            ..Default::default()
        };
        let operator = acme.world.operator();
        let answer = operator.audit().list_changes(request).await;
        Answer::Ok(answer?.into_inner().changes.len())
    };
    for unknown in [
        "GrantService.CreateGrnat",
        "CreateTeam",
        "createteam",
        "operators",
        "TeamService/CreateTeam",
        "grantor.v1.TeamService/CreateTeam",
        "/grantor.v1.TeamService/CreateTeam",
        ".",
    ] {
        let refusal = refused(by(unknown).await, why::FIELD_INVALID);
        assert_eq!(refusal.fields, ["method"]);
        let message = refusal.message;
        assert!(message.contains("GrantService.CreateGrant"), "{message}");
    }
    assert_eq!(by("TeamService.CreateTeam").await.expect("none there"), 0);
    assert_eq!(by("operators add").await.expect("the operator"), 1);
}

#[tokio::test]
async fn a_change_has_one_name() {
    let acme = Acme::new().await;
    let sees = async |number: &str| {
        let request = v1::GetChangeRequest {
            name: format!("organizations/acme/changes/{number}"),
        };
        Answer::Ok(acme.ann.audit().get_change(request).await?.into_inner())
    };
    for other in ["01", "+1", "1 ", ""] {
        refused(sees(other).await, why::FIELD_INVALID);
    }
    let change = sees("1").await.expect("the first").change;
    assert_eq!(change.expect("a change").revision, 1);
}

#[tokio::test]
async fn attack_d5_an_expired_invitation_is_sent_again() {
    let acme = Acme::new().await;
    let zoe = acme.world.user("zoe").await;
    let to_zoe = || v1::Invitation {
        email: "zoe@example.com".into(),
        ..collaborator()
    };
    let expired = acme.ann.invites("acme", to_zoe()).await.expect("invited");
    acme.world.passes(MONTHS);
    refused(zoe.accepts(&expired.name).await, why::INVITATION_EXPIRED);
    acme.ann.resends(&expired.name).await.expect("sent again");
    acme.world.passes(MONTHS);
    // Not beside a newer one, nor to who is a member by now.
    let newer = acme.ann.invites("acme", to_zoe()).await.expect("invited");
    refused(acme.ann.resends(&expired.name).await, why::INVITATION_OPEN);
    zoe.accepts(&newer.name).await.expect("accepted");
    refused(acme.ann.resends(&expired.name).await, why::MEMBER_EXISTS);
}
