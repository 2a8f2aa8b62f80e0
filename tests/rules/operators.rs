//! Operators: who they are, and what they may not do in an organization.

use domain::{Operator, UserId};
use grantor::v1;
use v1::Role;

use super::Acme;
use crate::harness::{
    Actor, Answer, Refused, Why, all, collaborator, every_right, legal_representative, own,
    products, refused, rights, to_member, why,
};

/// Olga is named on the command line; she is no member of acme.
async fn olga(acme: &Acme) -> Actor {
    let olga = acme.world.user("olga").await;
    acme.world
        .names_operator(Operator::User(UserId::parse("olga").expect("an id")))
        .await;
    olga
}

async fn operators(actor: &Actor) -> Answer<Vec<String>> {
    let answer = actor
        .platform()
        .list_operators(v1::ListOperatorsRequest::default())
        .await?
        .into_inner();
    Ok(answer
        .operators
        .into_iter()
        .map(|operator| operator.principal)
        .collect())
}

#[tokio::test]
async fn an_operator_is_who_the_command_line_names() {
    let acme = Acme::new().await;
    let olga = acme.world.user("olga").await;
    refused(operators(&olga).await, why::OPERATOR_REQUIRED);
    acme.world
        .names_operator(Operator::User(UserId::parse("olga").expect("an id")))
        .await;
    assert_eq!(
        operators(&olga).await.expect("listed"),
        ["serviceAccounts/everything", "users/olga"]
    );
}

#[tokio::test]
async fn standing_for_every_organization_makes_no_operator() {
    let acme = Acme::new().await;
    refused(operators(&acme.ann).await, why::OPERATOR_REQUIRED);
    refused(
        acme.ann.creates_organization("fresh", "ann").await,
        why::OPERATOR_REQUIRED,
    );
    refused(
        acme.ann.creates_product("acme", "mine", "kdrive").await,
        why::OPERATOR_REQUIRED,
    );
    refused(
        acme.ann.deletes_product(&acme.drive).await,
        why::OPERATOR_REQUIRED,
    );
    refused(acme.ann.registers("new").await, why::OPERATOR_REQUIRED);
    refused(
        acme.ann.appoints("acme", "ann").await,
        why::OPERATOR_REQUIRED,
    );
    refused(
        acme.ann
            .apply_catalog(crate::harness::catalog_types())
            .await,
        why::OPERATOR_REQUIRED,
    );
    refused(
        acme.ann
            .sets(v1::PlatformSettings::default(), &["invitation_life"])
            .await,
        why::OPERATOR_REQUIRED,
    );
}

#[tokio::test]
async fn a_scope_alone_makes_no_operator() {
    let acme = Acme::new().await;
    let unnamed = acme.world.service("unnamed", &["operator"]).await;
    refused(operators(&unnamed).await, why::OPERATOR_REQUIRED);
    refused(
        unnamed.creates_organization("fresh", "ann").await,
        why::OPERATOR_REQUIRED,
    );
}

#[tokio::test]
async fn a_name_without_the_scope_makes_no_operator() {
    let acme = Acme::new().await;
    let named = acme.world.service("named", &["read"]).await;
    let account = domain::ServiceAccountId::parse("named").expect("an id");
    acme.world
        .names_operator(Operator::ServiceAccount(account))
        .await;
    refused(operators(&named).await, why::OPERATOR_REQUIRED);
}

#[tokio::test]
async fn a_user_operator_needs_an_account_that_has_operator_too() {
    let acme = Acme::new().await;
    olga(&acme).await;
    let panel = acme
        .world
        .service("panel", &["act.for.users", "read"])
        .await;
    let olga = panel.speaking_for("olga");
    refused(operators(&olga).await, why::OPERATOR_REQUIRED);
    refused(
        olga.creates_organization("fresh", "ann").await,
        why::OPERATOR_REQUIRED,
    );
    refused(
        olga.creates_product("acme", "mine", "kdrive").await,
        why::NOT_FOUND,
    );
    let trusted = acme
        .world
        .service("trusted", &["act.for.users", "operator"])
        .await;
    trusted
        .speaking_for("olga")
        .creates_product("acme", "ours", "kdrive")
        .await
        .expect("a product");
}

#[tokio::test]
async fn an_operator_who_is_deactivated_is_none() {
    let acme = Acme::new().await;
    let olga = olga(&acme).await;
    acme.world
        .operator()
        .deactivates_user("olga")
        .await
        .expect("deactivated");
    refused(operators(&olga).await, why::ACTING_USER_INACTIVE);
}

#[tokio::test]
async fn an_operator_reads_everything() {
    let acme = Acme::new().await;
    acme.bob().await;
    let grant = acme
        .gives("bob", rights(&["kdrive/use"]), products(&[&acme.drive]))
        .await;
    for operator in [acme.world.operator(), olga(&acme).await] {
        operator.sees_organization("acme").await.expect("read");
        operator.sees_member("acme", "bob").await.expect("read");
        assert_eq!(
            operator.sees_grants("acme").await.expect("read"),
            std::slice::from_ref(&grant)
        );
        operator.sees_user("bob").await.expect("read");
        operator
            .asks("bob", "kdrive/use", &acme.drive)
            .await
            .expect("asked");
        let changes = v1::ListChangesRequest {
            parent: "organizations/acme".into(),
            ..Default::default()
        };
        assert!(
            !operator
                .audit()
                .list_changes(changes)
                .await
                .expect("read")
                .into_inner()
                .changes
                .is_empty()
        );
    }
}

#[tokio::test]
async fn an_operator_runs_the_platform() {
    let acme = Acme::new().await;
    for (operator, id) in [(acme.world.operator(), "one"), (olga(&acme).await, "two")] {
        operator.registers(id).await.expect("a user");
        let fresh = format!("fresh-{id}");
        operator
            .creates_organization(&fresh, id)
            .await
            .expect("an organization");
        let product = operator
            .creates_product(&fresh, "drive", "kdrive")
            .await
            .expect("a product");
        operator.deletes_product(&product).await.expect("deleted");
        operator
            .apply_catalog(crate::harness::catalog_types())
            .await
            .expect("applied");
        let settings = v1::PlatformSettings {
            default_administrator_limit: Some(3),
            ..Default::default()
        };
        operator
            .sets(settings, &["default_administrator_limit"])
            .await
            .expect("set");
        operator
            .limits_administrators(&fresh, Some(5))
            .await
            .expect("raised");
        operator
            .sets_policy(&fresh, v1::ChangePolicy::ByRequest)
            .await
            .expect("closed");
        operator.appoints(&fresh, "ann").await.expect("appointed");
        operators(&operator).await.expect("listed");
    }
}

/// Everything that is the organization's own is closed with this reason.
async fn may_do_nothing_in_acme(acme: &Acme, operator: &Actor, why: Why) {
    let grant = acme
        .gives("bob", rights(&["kdrive/use"]), products(&[&acme.drive]))
        .await;
    let more = to_member("acme", "bob", every_right(), all());
    refused(operator.grants_access("acme", more).await, why);
    refused(
        operator
            .updates_grant(
                v1::Grant {
                    note: "Mine.".into(),
                    ..grant.clone()
                },
                &["note"],
            )
            .await,
        why,
    );
    refused(operator.deletes_grant(&grant.name).await, why);
    refused(
        operator
            .saves_access("acme", "bob", "kdrive", own(&[]))
            .await,
        why,
    );
    refused(operator.grants_full_access("acme", "bob").await, why);
    refused(
        operator
            .changes_role("acme", "bob", Role::LegalRepresentative)
            .await,
        why,
    );
    refused(operator.deactivates_member("acme", "bob").await, why);
    refused(operator.removes_member("acme", "bob").await, why);
    let new = |invitation| v1::Invitation {
        email: "new@example.com".into(),
        ..invitation
    };
    refused(operator.invites("acme", new(collaborator())).await, why);
    refused(
        operator.invites("acme", new(legal_representative())).await,
        why,
    );
    refused(operator.creates_team("acme", "ops").await, why);
    refused(operator.creates_group("acme", "ops").await, why);
    refused(operator.tags(&acme.drive, &["ops"]).await, why);
    let named = v1::Organization {
        display_name: "Ours".into(),
        ..Default::default()
    };
    refused(
        operator
            .updates_organization("acme", named, &["display_name"])
            .await,
        why,
    );
}

#[tokio::test]
async fn an_operators_service_changes_nothing_of_the_organizations_own() {
    let acme = Acme::new().await;
    acme.bob().await;
    may_do_nothing_in_acme(&acme, &acme.world.operator(), why::ACTING_USER_REQUIRED).await;
}

#[tokio::test]
async fn an_operator_has_no_access_to_products() {
    let acme = Acme::new().await;
    let olga = olga(&acme).await;
    for (right, resource) in [
        ("kdrive/use", acme.drive.as_str()),
        ("manage_users", "organizations/acme"),
    ] {
        let answer = olga.asks("olga", right, resource).await.expect("an answer");
        assert_eq!(answer.decision(), v1::Decision::Denied);
    }
}

#[tokio::test]
async fn appointing_needs_a_note_and_an_active_user() {
    let acme = Acme::new().await;
    acme.world.user("zoe").await;
    let operator = acme.world.operator();
    let request = v1::AppointLegalRepresentativeRequest {
        name: "organizations/acme".into(),
        user: "users/zoe".into(),
        ..Default::default()
    };
    let answer = operator
        .organizations()
        .appoint_legal_representative(request)
        .await
        .map_err(Refused::from);
    assert_eq!(refused(answer, why::FIELD_INVALID).fields, ["note"]);
    operator.deactivates_user("zoe").await.expect("deactivated");
    refused(operator.appoints("acme", "zoe").await, why::USER_INACTIVE);
    refused(operator.appoints("acme", "nobody").await, why::NOT_FOUND);
    operator.reactivates_user("zoe").await.expect("reactivated");
    operator.appoints("acme", "zoe").await.expect("appointed");
    assert!(
        acme.world
            .acting("zoe")
            .may("manage_organization", "organizations/acme")
            .await
    );
}
