//! Rule 10, deleting takes grants along, in the same change; deactivating keeps them, asleep.

use grantor::v1;

use super::Acme;
use crate::harness::{
    collaborator, group, kinds, of_type, products, refused, rights, tag, technician, to_member, why,
};

fn names(grants: &[v1::Grant]) -> Vec<&str> {
    let mut names: Vec<_> = grants.iter().map(|grant| grant.name.as_str()).collect();
    names.sort_unstable();
    names
}

#[tokio::test]
async fn a_product_takes_along_the_grants_that_name_it_alone() {
    let acme = Acme::new().await;
    let bob = acme.bob().await;
    let alone = acme
        .gives("bob", rights(&["kdrive/use"]), products(&[&acme.drive]))
        .await;
    let both = acme
        .gives(
            "bob",
            rights(&["kdrive/manage"]),
            products(&[&acme.drive, &acme.archive]),
        )
        .await;
    acme.gives("bob", rights(&["kdrive/statistics"]), of_type("kdrive"))
        .await;
    let answer = acme
        .world
        .operator()
        .deletes_product(&acme.drive)
        .await
        .expect("deleted");
    assert_eq!(names(&answer.removed_grants), [alone.name.as_str()]);
    let left = acme.ann.sees_grants("acme").await.expect("the grants");
    assert_eq!(left.len(), 2);
    let both = left
        .iter()
        .find(|grant| grant.name == both.name)
        .expect("it stays");
    assert_eq!(both.scope, Some(products(&[&acme.archive])));
    assert!(bob.may("kdrive/manage", &acme.archive).await);
    assert!(!bob.may("kdrive/use", &acme.drive).await);
}

#[tokio::test]
async fn an_externally_managed_product_takes_its_owners_grants_along() {
    let acme = Acme::new().await;
    acme.bob().await;
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
    let answer = acme
        .world
        .operator()
        .deletes_product(&acme.book)
        .await
        .expect("deleted");
    assert_eq!(names(&answer.removed_grants), [grant.name.as_str()]);
    refused(owner.deletes_grant(&grant.name).await, why::NOT_FOUND);
}

#[tokio::test]
async fn a_team_takes_its_grants_along_and_its_members_stay() {
    let acme = Acme::new().await;
    let bob = acme.bob().await;
    let grant = acme
        .team("writers", rights(&["kdrive/use"]), products(&[&acme.drive]))
        .await;
    acme.ann
        .adds_to_team("acme", "writers", &["bob"])
        .await
        .expect("in the team");
    let answer = acme
        .ann
        .deletes_team("acme", "writers")
        .await
        .expect("deleted");
    assert_eq!(names(&answer.removed_grants), [grant.name.as_str()]);
    assert!(!bob.may("kdrive/use", &acme.drive).await);
    assert!(bob.may("view", "organizations/acme").await);
}

#[tokio::test]
async fn a_group_takes_the_grants_on_it_along_and_its_products_stay() {
    let acme = Acme::new().await;
    let bob = acme.bob().await;
    let website = acme
        .ann
        .creates_group("acme", "website")
        .await
        .expect("a group");
    acme.ann
        .adds_to_group(&website, &[&acme.drive])
        .await
        .expect("grouped");
    let grant = acme
        .gives("bob", rights(&["kdrive/use"]), group(&website))
        .await;
    let answer = acme.ann.deletes_group(&website).await.expect("deleted");
    assert_eq!(names(&answer.removed_grants), [grant.name.as_str()]);
    assert!(!bob.may("kdrive/use", &acme.drive).await);
    assert!(acme.ann.may("kdrive/use", &acme.drive).await);
}

#[tokio::test]
async fn a_member_takes_grants_and_team_memberships_along_also_their_owners() {
    let acme = Acme::new().await;
    let bob = acme.bob().await;
    let own = acme
        .gives("bob", rights(&["kdrive/use"]), products(&[&acme.drive]))
        .await;
    acme.team("writers", rights(&["kdrive/use"]), products(&[&acme.drive]))
        .await;
    acme.ann
        .adds_to_team("acme", "writers", &["bob"])
        .await
        .expect("in the team");
    let owner = acme
        .world
        .service("back-office", &["type.contacts.write"])
        .await;
    let contacts = to_member(
        "acme",
        "bob",
        rights(&["contacts/read"]),
        products(&[&acme.book]),
    );
    let contacts = owner.grants_access("acme", contacts).await.expect("given");
    let answer = acme
        .ann
        .removes_member("acme", "bob")
        .await
        .expect("removed");
    let mut expected = [own.name.as_str(), contacts.name.as_str()];
    expected.sort_unstable();
    assert_eq!(names(&answer.removed_grants), expected);
    assert_eq!(answer.removed_teams, ["organizations/acme/teams/writers"]);
    assert!(
        acme.ann
            .sees_team("acme", "writers")
            .await
            .expect("the team")
            .members
            .is_empty()
    );
    acme.world
        .joins("acme", &acme.ann, &bob, collaborator())
        .await;
    assert!(
        !bob.may("kdrive/use", &acme.drive).await,
        "who comes back starts with nothing"
    );
    assert!(!bob.may("contacts/read", &acme.book).await);
}

#[tokio::test]
async fn a_deactivated_members_grants_sleep_and_wake_with_them() {
    let acme = Acme::new().await;
    let bob = acme.bob().await;
    let grant = acme
        .gives("bob", rights(&["kdrive/use"]), products(&[&acme.drive]))
        .await;
    acme.ann
        .deactivates_member("acme", "bob")
        .await
        .expect("deactivated");
    assert!(!bob.may("kdrive/use", &acme.drive).await);
    assert_eq!(
        names(&acme.ann.sees_grants("acme").await.expect("the grants")),
        [grant.name.as_str()]
    );
    acme.ann
        .reactivates_member("acme", "bob")
        .await
        .expect("reactivated");
    assert!(bob.may("kdrive/use", &acme.drive).await);
}

#[tokio::test]
async fn an_administrator_whose_only_product_is_deleted_has_none_and_not_all() {
    let acme = Acme::new().await;
    let tim = acme.tim().await;
    acme.world
        .operator()
        .deletes_product(&acme.drive)
        .await
        .expect("deleted");
    assert!(!tim.may("kdrive/use", &acme.archive).await);
    assert!(!tim.may("domain/manage", &acme.site).await);
    let member = acme
        .ann
        .sees_member("acme", "tim")
        .await
        .expect("the member");
    let Some(v1::scope::Scope::Listed(list)) = member.technical_scope.expect("a scope").scope
    else {
        panic!("a narrowed scope stays narrowed");
    };
    assert!(list.entries.is_empty());
    acme.bob().await;
    let grant = to_member(
        "acme",
        "bob",
        rights(&["kdrive/use"]),
        products(&[&acme.archive]),
    );
    refused(
        tim.grants_access("acme", grant).await,
        why::GIVES_MORE_THAN_HELD,
    );
}

#[tokio::test]
async fn an_administrator_whose_only_group_is_deleted_has_none_and_not_all() {
    let acme = Acme::new().await;
    let website = acme
        .ann
        .creates_group("acme", "website")
        .await
        .expect("a group");
    acme.ann
        .adds_to_group(&website, &[&acme.drive])
        .await
        .expect("grouped");
    let gil = acme.technician("gil", group(&website)).await;
    assert!(gil.may("kdrive/use", &acme.drive).await);
    acme.ann.deletes_group(&website).await.expect("deleted");
    assert!(!gil.may("kdrive/use", &acme.drive).await);
    assert!(!gil.may("kdrive/use", &acme.archive).await);
}

#[tokio::test]
async fn of_several_listed_entries_only_the_deleted_one_goes() {
    let acme = Acme::new().await;
    let tim = acme
        .technician("tim", products(&[&acme.drive, &acme.archive]))
        .await;
    acme.world
        .operator()
        .deletes_product(&acme.drive)
        .await
        .expect("deleted");
    assert!(tim.may("kdrive/use", &acme.archive).await);
}

#[tokio::test]
async fn an_open_invitation_loses_what_is_deleted_and_is_accepted_without_it() {
    let acme = Acme::new().await;
    let zoe = acme.world.user("zoe").await;
    acme.team(
        "writers",
        rights(&["kdrive/use"]),
        products(&[&acme.archive]),
    )
    .await;
    let offered = |scope| v1::OfferedGrant {
        scope: Some(scope),
        rights: Some(kinds(&[v1::RightKind::Usage])),
        ..Default::default()
    };
    let invitation = v1::Invitation {
        email: "zoe@example.com".into(),
        grants: vec![
            offered(products(&[&acme.drive])),
            offered(products(&[&acme.archive])),
        ],
        teams: vec!["organizations/acme/teams/writers".into()],
        ..collaborator()
    };
    let open = acme.ann.invites("acme", invitation).await.expect("invited");
    acme.world
        .operator()
        .deletes_product(&acme.drive)
        .await
        .expect("deleted");
    acme.ann
        .deletes_team("acme", "writers")
        .await
        .expect("deleted");
    let answer = zoe.accepts(&open.name).await.expect("accepted");
    assert_eq!(answer.grants.len(), 1);
    assert!(zoe.may("kdrive/use", &acme.archive).await);
}

#[tokio::test]
async fn an_invited_technician_whose_product_is_deleted_gets_nothing() {
    let acme = Acme::new().await;
    let zoe = acme.world.user("zoe").await;
    let invitation = v1::Invitation {
        email: "zoe@example.com".into(),
        ..technician(products(&[&acme.drive]), &[])
    };
    let open = acme.ann.invites("acme", invitation).await.expect("invited");
    acme.world
        .operator()
        .deletes_product(&acme.drive)
        .await
        .expect("deleted");
    zoe.accepts(&open.name).await.expect("accepted");
    assert!(!zoe.may("kdrive/use", &acme.archive).await);
}

#[tokio::test]
async fn a_deleted_products_id_and_tag_give_a_new_product_nothing_by_itself() {
    let acme = Acme::new().await;
    let bob = acme.bob().await;
    acme.ann.tags(&acme.drive, &["x"]).await.expect("tagged");
    acme.gives("bob", rights(&["kdrive/use"]), tag("x")).await;
    acme.world
        .operator()
        .deletes_product(&acme.drive)
        .await
        .expect("deleted");
    let again = acme
        .world
        .operator()
        .creates_product("acme", "drive", "kdrive")
        .await;
    let refusal = again.expect_err("ids are never reused");
    assert_eq!(
        (refusal.code, refusal.reason.as_str()),
        (tonic::Code::AlreadyExists, "ID_TAKEN")
    );
    let fresh = acme
        .world
        .operator()
        .creates_product("acme", "fresh", "kdrive")
        .await
        .expect("a product");
    assert!(!bob.may("kdrive/use", &fresh).await);
}
