//! Service accounts: each scope with what it opens and what it does not, and where.

use grantor::v1;

use super::Acme;
use crate::harness::{
    Actor, Answer, Refused, all, every_right, kinds, of_type, own, products, refused, rights, tag,
    to_member, to_team, why,
};

/// Another organization, with a drive of its own.
pub(super) async fn globex(acme: &Acme) -> (Actor, String) {
    let gus = acme.world.organization("globex", "gus").await;
    let drive = acme
        .world
        .operator()
        .creates_product("globex", "drive", "kdrive")
        .await
        .expect("a product");
    (gus, drive)
}

async fn reads_changes(service: &Actor, organization: &str) -> Answer<usize> {
    let parent = format!("organizations/{organization}");
    let request = v1::ListChangesRequest {
        parent,
        ..Default::default()
    };
    Ok(service
        .audit()
        .list_changes(request)
        .await?
        .into_inner()
        .changes
        .len())
}

#[tokio::test]
async fn without_scopes_it_does_nothing() {
    let acme = Acme::new().await;
    let service = acme.world.service("idle", &[]).await;
    refused(
        service.asks("ann", "view", "organizations/acme").await,
        why::SCOPE_MISSING,
    );
    refused(service.sees_organization("acme").await, why::SCOPE_MISSING);
    refused(service.registers("new").await, why::SCOPE_MISSING);
    refused(
        service.creates_product("acme", "mine", "kdrive").await,
        why::SCOPE_MISSING,
    );
    refused(
        service.speaking_for("ann").sees_organization("acme").await,
        why::SCOPE_MISSING,
    );
}

#[tokio::test]
async fn access_ask_asks_about_anyone_and_reads_nothing() {
    let acme = Acme::new().await;
    acme.bob().await;
    let service = acme.world.service("asker", &["access.ask"]).await;
    let answer = service
        .asks("ann", "kdrive/use", &acme.drive)
        .await
        .expect("an answer");
    assert_eq!(answer.decision(), v1::Decision::Allowed);
    let answer = service
        .asks("bob", "kdrive/use", &acme.drive)
        .await
        .expect("an answer");
    assert_eq!(answer.decision(), v1::Decision::Denied);
    refused(service.sees_member("acme", "bob").await, why::SCOPE_MISSING);
    refused(service.sees_user("bob").await, why::SCOPE_MISSING);
    refused(service.sees_grants("acme").await, why::SCOPE_MISSING);
    refused(reads_changes(&service, "acme").await, why::SCOPE_MISSING);
}

#[tokio::test]
async fn access_ask_of_one_organization_knows_of_no_other() {
    let acme = Acme::new().await;
    let (_, theirs) = globex(&acme).await;
    let service = acme.world.service("asker", &["access.ask@acme"]).await;
    service
        .asks("ann", "view", "organizations/acme")
        .await
        .expect("an answer");
    let there = refused(
        service.asks("gus", "kdrive/use", &theirs).await,
        why::NOT_FOUND,
    );
    let nowhere = service
        .asks("gus", "kdrive/use", "organizations/nowhere/products/drive")
        .await;
    let nowhere = refused(nowhere, why::NOT_FOUND);
    assert_eq!(there.message.replace("globex", "nowhere"), nowhere.message);
}

#[tokio::test]
async fn read_reads_an_organization_and_changes_nothing() {
    let acme = Acme::new().await;
    acme.bob().await;
    let service = acme.world.service("reader", &["read"]).await;
    service.sees_organization("acme").await.expect("read");
    service.sees_member("acme", "bob").await.expect("read");
    service.sees_user("bob").await.expect("read");
    service.sees_grants("acme").await.expect("read");
    refused(
        service.asks("bob", "view", "organizations/acme").await,
        why::SCOPE_MISSING,
    );
    refused(service.finds("bob@example.com").await, why::SCOPE_MISSING);
    refused(
        service.renames_product(&acme.drive, "Mine").await,
        why::SCOPE_MISSING,
    );
    refused(
        service.removes_member("acme", "bob").await,
        why::SCOPE_MISSING,
    );
    let operators = service
        .platform()
        .list_operators(v1::ListOperatorsRequest::default())
        .await;
    refused(operators.map_err(Refused::from), why::OPERATOR_REQUIRED);
}

#[tokio::test]
async fn read_of_one_organization_lists_and_knows_that_one_alone() {
    let acme = Acme::new().await;
    globex(&acme).await;
    let service = acme.world.service("reader", &["read@acme"]).await;
    let answer = service
        .organizations()
        .list_organizations(v1::ListOrganizationsRequest::default())
        .await;
    let names: Vec<_> = answer
        .expect("listed")
        .into_inner()
        .organizations
        .into_iter()
        .map(|it| it.name)
        .collect();
    assert_eq!(names, ["organizations/acme"]);
    refused(service.sees_organization("globex").await, why::NOT_FOUND);
    refused(service.sees_organization("nowhere").await, why::NOT_FOUND);
    refused(service.sees_user("gus").await, why::SCOPE_MISSING);
}

#[tokio::test]
async fn watch_reads_the_audit_alone() {
    let acme = Acme::new().await;
    globex(&acme).await;
    let service = acme.world.service("watcher", &["watch@acme"]).await;
    assert!(reads_changes(&service, "acme").await.expect("read") > 0);
    refused(reads_changes(&service, "globex").await, why::NOT_FOUND);
    refused(service.sees_organization("acme").await, why::SCOPE_MISSING);
}

#[tokio::test]
async fn users_write_registers_finds_and_changes_users_and_touches_no_membership() {
    let acme = Acme::new().await;
    acme.bob().await;
    let service = acme.world.service("accounts", &["users.write"]).await;
    service.registers("new").await.expect("registered");
    service.finds("bob@example.com").await.expect("found");
    let user = v1::User {
        given_name: "Robert".into(),
        ..Default::default()
    };
    service
        .updates_user("bob", user, &["given_name"])
        .await
        .expect("changed");
    service.deactivates_user("bob").await.expect("deactivated");
    service.reactivates_user("bob").await.expect("reactivated");
    refused(
        service.removes_member("acme", "bob").await,
        why::SCOPE_MISSING,
    );
    refused(
        service.creates_organization("fresh", "bob").await,
        why::OPERATOR_REQUIRED,
    );
    refused(service.sees_member("acme", "bob").await, why::SCOPE_MISSING);
}

#[tokio::test]
async fn products_write_keeps_products_and_labels_nothing() {
    let acme = Acme::new().await;
    let (_, theirs) = globex(&acme).await;
    let service = acme.world.service("shop", &["products.write@acme"]).await;
    let made = service
        .creates_product("acme", "fresh", "kdrive")
        .await
        .expect("a product");
    service
        .renames_product(&made, "Fresh")
        .await
        .expect("renamed");
    refused(service.tags(&made, &["x"]).await, why::SCOPE_MISSING);
    refused(
        service.creates_group("acme", "website").await,
        why::SCOPE_MISSING,
    );
    service.deletes_product(&made).await.expect("deleted");
    refused(
        service.creates_product("globex", "fresh", "kdrive").await,
        why::NOT_FOUND,
    );
    refused(service.deletes_product(&theirs).await, why::NOT_FOUND);
    refused(
        service.renames_product(&theirs, "Mine").await,
        why::NOT_FOUND,
    );
}

#[tokio::test]
async fn the_owner_of_a_type_gives_its_rights_to_any_member_whatever_the_role() {
    let acme = Acme::new().await;
    let una = acme.una().await;
    let owner = acme
        .world
        .service("back-office", &["type.contacts.write"])
        .await;
    assert!(
        !acme.ann.may("contacts/read", &acme.book).await,
        "no role reaches it"
    );
    for user in ["ann", "una"] {
        let grant = to_member(
            "acme",
            user,
            rights(&["contacts/write"]),
            of_type("contacts"),
        );
        owner.grants_access("acme", grant).await.expect("given");
    }
    assert!(acme.ann.may("contacts/write", &acme.book).await);
    assert!(
        una.may("contacts/read", &acme.book).await,
        "write implies read"
    );
}

#[tokio::test]
async fn nobody_else_writes_an_externally_managed_type() {
    let acme = Acme::new().await;
    acme.bob().await;
    acme.ann
        .creates_team("acme", "writers")
        .await
        .expect("a team");
    for scope in [products(&[&acme.book]), of_type("contacts")] {
        let to_bob = to_member("acme", "bob", rights(&["contacts/read"]), scope.clone());
        let refusal = refused(
            acme.ann.grants_access("acme", to_bob).await,
            why::EXTERNALLY_MANAGED,
        );
        assert!(
            refusal.message.contains("Back office"),
            "{}",
            refusal.message
        );
        let to_writers = to_team("acme", "writers", rights(&["contacts/read"]), scope);
        refused(
            acme.ann.grants_access("acme", to_writers).await,
            why::EXTERNALLY_MANAGED,
        );
    }
    let owner = acme
        .world
        .service("back-office", &["type.contacts.write"])
        .await;
    let grant = to_member(
        "acme",
        "bob",
        rights(&["contacts/read"]),
        products(&[&acme.book]),
    );
    let grant = owner.grants_access("acme", grant).await.expect("given");
    refused(
        acme.ann.deletes_grant(&grant.name).await,
        why::EXTERNALLY_MANAGED,
    );
    let longer = v1::Grant {
        note: "Mine.".into(),
        ..grant
    };
    refused(
        acme.ann.updates_grant(longer, &["note"]).await,
        why::EXTERNALLY_MANAGED,
    );
}

#[tokio::test]
async fn no_other_path_reaches_an_externally_managed_product() {
    let acme = Acme::new().await;
    let (bob, ada) = (acme.bob().await, acme.ada().await);
    acme.ann.tags(&acme.book, &["x"]).await.expect("tagged");
    acme.gives("bob", every_right(), all()).await;
    acme.gives("bob", kinds(&[v1::RightKind::Usage]), tag("x"))
        .await;
    for person in [&bob, &ada, &acme.ann] {
        assert!(!person.may("contacts/read", &acme.book).await);
    }
}

#[tokio::test]
async fn the_owner_of_a_type_writes_nothing_else() {
    let acme = Acme::new().await;
    acme.bob().await;
    let owner = acme
        .world
        .service("back-office", &["type.contacts.write"])
        .await;
    let beyond = |rights, scope| to_member("acme", "bob", rights, scope);
    let drive = beyond(rights(&["kdrive/use"]), products(&[&acme.drive]));
    refused(owner.grants_access("acme", drive).await, why::SCOPE_MISSING);
    for scope in [all(), tag("x"), products(&[&acme.book, &acme.drive])] {
        let answer = owner
            .grants_access("acme", beyond(rights(&["contacts/read"]), scope))
            .await;
        assert_eq!(refused(answer, why::FIELD_INVALID).fields, ["grant.scope"]);
    }
    let of_ann = acme
        .gives("bob", rights(&["kdrive/use"]), products(&[&acme.drive]))
        .await;
    refused(owner.deletes_grant(&of_ann.name).await, why::NOT_FOUND);
    refused(
        owner.saves_access("acme", "bob", "kdrive", own(&[])).await,
        why::SCOPE_MISSING,
    );
    refused(owner.sees_member("acme", "bob").await, why::SCOPE_MISSING);
}

#[tokio::test]
async fn owning_a_type_that_is_managed_here_gives_nothing() {
    let acme = Acme::new().await;
    acme.bob().await;
    let owner = acme.world.service("drives", &["type.kdrive.write"]).await;
    let grant = to_member(
        "acme",
        "bob",
        rights(&["kdrive/use"]),
        products(&[&acme.drive]),
    );
    refused(owner.grants_access("acme", grant).await, why::SCOPE_MISSING);
}
