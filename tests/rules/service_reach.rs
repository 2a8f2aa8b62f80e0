//! Service accounts: where their scopes count, and what keys of theirs open.

use grantor::v1;

use super::Acme;
use super::services::globex;
use crate::harness::{
    Refused, administrator, collaborator, of_type, refused, rights, to_member, why,
};

#[tokio::test]
async fn the_owner_of_a_type_in_one_organization_knows_of_no_other() {
    let acme = Acme::new().await;
    globex(&acme).await;
    let owner = acme
        .world
        .service("back-office", &["type.contacts.write@acme"])
        .await;
    let grant = to_member(
        "globex",
        "gus",
        rights(&["contacts/read"]),
        of_type("contacts"),
    );
    refused(owner.grants_access("globex", grant).await, why::NOT_FOUND);
    let grant = to_member(
        "acme",
        "ann",
        rights(&["contacts/read"]),
        of_type("contacts"),
    );
    owner.grants_access("acme", grant).await.expect("given");
}

#[tokio::test]
async fn act_for_users_brings_the_users_rights_and_no_more() {
    let acme = Acme::new().await;
    acme.bob().await;
    let panel = acme.world.service("panel", &["act.for.users"]).await;
    panel
        .speaking_for("ann")
        .sees_member("acme", "bob")
        .await
        .expect("read");
    refused(
        panel.speaking_for("bob").sees_member("acme", "ann").await,
        why::RIGHT_MISSING,
    );
    refused(
        panel.sees_member("acme", "bob").await,
        why::ACTING_USER_REQUIRED,
    );
    refused(
        panel
            .speaking_for("nobody")
            .sees_member("acme", "bob")
            .await,
        why::NOT_FOUND,
    );
}

#[tokio::test]
async fn act_for_users_of_one_organization_knows_of_no_other() {
    let acme = Acme::new().await;
    let (gus, _) = globex(&acme).await;
    acme.world
        .joins(
            "acme",
            &acme.ann,
            &gus,
            administrator(&[v1::Area::UserRights]),
        )
        .await;
    let panel = acme.world.service("panel", &["act.for.users@acme"]).await;
    let gus = panel.speaking_for("gus");
    gus.sees_member("acme", "ann").await.expect("read");
    refused(gus.sees_member("globex", "gus").await, why::NOT_FOUND);
    refused(gus.leaves("globex").await, why::NOT_FOUND);
}

#[tokio::test]
async fn an_acting_user_does_not_borrow_the_accounts_own_scopes() {
    let acme = Acme::new().await;
    let mallory = acme.world.user("mallory").await;
    acme.bob().await;
    refused(mallory.sees_member("acme", "bob").await, why::NOT_FOUND);
    refused(
        mallory.asks("bob", "view", "organizations/acme").await,
        why::NOT_FOUND,
    );
    refused(
        mallory.creates_product("acme", "mine", "kdrive").await,
        why::NOT_FOUND,
    );
    refused(mallory.registers("new").await, why::OPERATOR_REQUIRED);
    refused(mallory.finds("bob@example.com").await, why::NOT_FOUND);
}

#[tokio::test]
async fn members_and_settings_change_only_with_an_acting_user() {
    let acme = Acme::new().await;
    acme.bob().await;
    let scopes = [
        "access.ask",
        "read",
        "watch",
        "users.write",
        "products.write",
        "type.contacts.write",
        "act.for.users",
    ];
    let service = acme.world.service("nearly-all", &scopes).await;
    refused(
        service.removes_member("acme", "bob").await,
        why::ACTING_USER_REQUIRED,
    );
    refused(
        service.creates_team("acme", "writers").await,
        why::ACTING_USER_REQUIRED,
    );
    let invitation = v1::Invitation {
        email: "new@example.com".into(),
        ..collaborator()
    };
    refused(
        service.invites("acme", invitation).await,
        why::ACTING_USER_REQUIRED,
    );
    let named = v1::Organization {
        display_name: "Ours".into(),
        ..Default::default()
    };
    refused(
        service
            .updates_organization("acme", named, &["display_name"])
            .await,
        why::ACTING_USER_REQUIRED,
    );
}

#[tokio::test]
async fn accounts_are_made_by_the_operator_alone() {
    let acme = Acme::new().await;
    let scope = |scope: &str, organizations: &[&str]| v1::ServiceAccountScope {
        scope: scope.into(),
        r#where: Some(v1::service_account_scope::Where::Organizations(
            v1::OrganizationList {
                organizations: organizations
                    .iter()
                    .map(|name| (*name).to_owned())
                    .collect(),
            },
        )),
    };
    let request = |scopes| v1::CreateServiceAccountRequest {
        service_account_id: "fresh".into(),
        service_account: Some(v1::ServiceAccount {
            display_name: "Fresh".into(),
            scopes,
            ..Default::default()
        }),
        ..Default::default()
    };
    let read = vec![scope("read", &["organizations/acme"])];
    for other in [
        acme.ann.clone(),
        acme.world
            .service("reader", &["read", "act.for.users"])
            .await,
    ] {
        let answer = other
            .service_accounts()
            .create_service_account(request(read.clone()))
            .await;
        assert_eq!(
            Refused::from(answer.expect_err("refused")).code,
            tonic::Code::PermissionDenied
        );
    }
    let operator = acme.world.operator();
    let everywhere = vec![
        scope("operator", &["organizations/acme"]),
        scope("users.write", &["organizations/acme"]),
    ];
    let answer = operator
        .service_accounts()
        .create_service_account(request(everywhere))
        .await;
    let refusal = refused(answer.map_err(Refused::from), why::FIELD_INVALID);
    assert_eq!(
        refusal.fields,
        ["service_account.scopes[0]", "service_account.scopes[1]"]
    );
    operator
        .service_accounts()
        .create_service_account(request(read))
        .await
        .expect("made");
}

#[tokio::test]
async fn who_reads_one_organization_lacks_the_scope_for_what_is_of_all() {
    let acme = Acme::new().await;
    let scopes = ["read@acme", "act.for.users"];
    let desk = acme.world.service("desk", &scopes).await;
    desk.lists_requests("acme", &[]).await.expect("listed");
    // No acting user may, so none is asked for.
    let refusal = refused(desk.lists_requests("-", &[]).await, why::SCOPE_MISSING);
    let message = refusal.message;
    assert!(message.contains("read for all organizations"), "{message}");
    let ann = desk.speaking_for("ann").lists_requests("-", &[]).await;
    refused(ann, why::OPERATOR_REQUIRED);
    // This one they may, of themselves.
    refused(desk.sees_user("ann").await, why::ACTING_USER_REQUIRED);
}

#[tokio::test]
async fn who_may_act_for_users_in_one_organization_touches_no_account() {
    let acme = Acme::new().await;
    globex(&acme).await;
    let portal = acme
        .world
        .service("portal", &["act.for.users@globex"])
        .await;
    for user in ["ann", "gus"] {
        let speaking = portal.speaking_for(user);
        refused(speaking.sees_user(user).await, why::SCOPE_MISSING);
        refused(speaking.erases_user(user).await, why::SCOPE_MISSING);
    }
    let ann = acme.world.operator().sees_user("ann").await;
    assert_eq!(ann.expect("still there").email, "ann@example.com");
}
