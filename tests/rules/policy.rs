//! Rule 9, `change_policy` BY_REQUEST closes what changes access, and leaves the rest open.

use grantor::v1;
use v1::replace_all_member_access_request::Access;
use v1::{ChangePolicy, Panel, Role};

use super::Acme;
use crate::harness::{
    Actor, collaborator, external, group, own, products, refused, rights, tag, to_member, why,
};

const CLOSED: crate::harness::Why = why::CHANGE_POLICY_BY_REQUEST;

/// Acme with bob, a team, a group and a grant of each sort, which then changes by request only.
struct Closed {
    acme: Acme,
    bob: Actor,
    grant: v1::Grant,
    website: String,
}

impl Closed {
    async fn new() -> Self {
        let acme = Acme::new().await;
        let bob = acme.bob().await;
        let grant = acme
            .gives("bob", rights(&["kdrive/use"]), products(&[&acme.drive]))
            .await;
        acme.team("writers", rights(&["kdrive/use"]), products(&[&acme.drive]))
            .await;
        acme.ann
            .adds_to_team("acme", "writers", &["bob"])
            .await
            .expect("in the team");
        let website = acme
            .ann
            .creates_group("acme", "website")
            .await
            .expect("a group");
        acme.ann
            .adds_to_group(&website, &[&acme.drive])
            .await
            .expect("grouped");
        acme.ann
            .tags(&acme.drive, &["x", "idle"])
            .await
            .expect("tagged");
        acme.gives("bob", rights(&["kdrive/use"]), group(&website))
            .await;
        acme.gives("bob", rights(&["kdrive/use"]), tag("x")).await;
        Self {
            acme,
            bob,
            grant,
            website,
        }
    }

    /// From now on.
    async fn closes(self) -> Self {
        self.acme
            .world
            .operator()
            .sets_policy("acme", ChangePolicy::ByRequest)
            .await
            .expect("set");
        self
    }
}

#[tokio::test]
async fn members_roles_and_areas_are_closed_to_the_legal_representative() {
    let Closed { acme, .. } = Closed::new().await.closes().await;
    let ann = &acme.ann;
    let refusal = refused(
        ann.changes_role("acme", "bob", Role::External).await,
        CLOSED,
    );
    assert!(
        refusal
            .message
            .contains("organizations/acme changes access by request only"),
        "{}",
        refusal.message
    );
    let panel = v1::Member {
        panel: Panel::WhiteLabel.into(),
        ..Default::default()
    };
    refused(
        ann.updates_member("acme", "bob", panel, &["panel"]).await,
        CLOSED,
    );
    refused(
        ann.hands_out("acme", "bob", &[v1::Area::Financial], None)
            .await,
        CLOSED,
    );
    refused(ann.deactivates_member("acme", "bob").await, CLOSED);
    refused(ann.reactivates_member("acme", "bob").await, CLOSED);
    refused(ann.removes_member("acme", "bob").await, CLOSED);
}

#[tokio::test]
async fn grants_and_access_are_closed() {
    let Closed {
        acme, bob, grant, ..
    } = Closed::new().await.closes().await;
    let ann = &acme.ann;
    let more = to_member(
        "acme",
        "bob",
        rights(&["kdrive/manage"]),
        products(&[&acme.drive]),
    );
    refused(ann.grants_access("acme", more.clone()).await, CLOSED);
    refused(ann.grants_at_once("acme", vec![more]).await, CLOSED);
    refused(
        ann.updates_grant(
            v1::Grant {
                note: "Why.".into(),
                ..grant.clone()
            },
            &["note"],
        )
        .await,
        CLOSED,
    );
    refused(ann.deletes_grant(&grant.name).await, CLOSED);
    refused(ann.deletes_at_once("acme", &[&grant.name]).await, CLOSED);
    refused(
        ann.saves_access("acme", "bob", "kdrive", own(&[])).await,
        CLOSED,
    );
    refused(
        ann.saves_all_access("acme", "bob", Access::None(())).await,
        CLOSED,
    );
    refused(ann.grants_full_access("acme", "bob").await, CLOSED);
    assert!(bob.may("kdrive/use", &acme.drive).await);
}

#[tokio::test]
async fn teams_are_closed() {
    let Closed { acme, .. } = Closed::new().await.closes().await;
    let ann = &acme.ann;
    refused(ann.creates_team("acme", "readers").await, CLOSED);
    refused(ann.adds_to_team("acme", "writers", &["bob"]).await, CLOSED);
    refused(
        ann.removes_from_team("acme", "writers", &["bob"]).await,
        CLOSED,
    );
    refused(ann.deletes_team("acme", "writers").await, CLOSED);
    let team = v1::Team {
        name: "organizations/acme/teams/writers".into(),
        display_name: "Writers".into(),
        ..Default::default()
    };
    let request = v1::UpdateTeamRequest {
        team: Some(team),
        ..Default::default()
    };
    refused(
        ann.teams()
            .update_team(request)
            .await
            .map_err(crate::harness::Refused::from),
        CLOSED,
    );
}

#[tokio::test]
async fn invitations_are_closed_also_to_be_accepted() {
    let closed = Closed::new().await;
    let zoe = closed.acme.world.user("zoe").await;
    let invitation = |email: &str| v1::Invitation {
        email: email.into(),
        ..collaborator()
    };
    let open = closed
        .acme
        .ann
        .invites("acme", invitation("zoe@example.com"))
        .await
        .expect("invited");
    let Closed { acme, .. } = closed.closes().await;
    refused(
        acme.ann
            .invites("acme", invitation("new@example.com"))
            .await,
        CLOSED,
    );
    refused(zoe.accepts(&open.name).await, CLOSED);
    assert!(!zoe.may("view", "organizations/acme").await);
}

#[tokio::test]
async fn tags_and_groups_that_change_access_are_closed() {
    let Closed {
        acme, bob, website, ..
    } = Closed::new().await.closes().await;
    let ann = &acme.ann;
    refused(ann.tags(&acme.archive, &["x"]).await, CLOSED);
    refused(ann.untags(&acme.drive, &["x"]).await, CLOSED);
    refused(ann.adds_to_group(&website, &[&acme.archive]).await, CLOSED);
    refused(
        ann.removes_from_group(&website, &[&acme.drive]).await,
        CLOSED,
    );
    refused(ann.deletes_group(&website).await, CLOSED);
    assert!(!bob.may("kdrive/use", &acme.archive).await);
}

#[tokio::test]
async fn a_tag_or_group_that_narrows_an_administrator_is_closed_too() {
    let acme = Acme::new().await;
    let website = acme
        .ann
        .creates_group("acme", "website")
        .await
        .expect("a group");
    acme.technician("tim", tag("area")).await;
    acme.technician("tia", group(&website)).await;
    acme.world
        .operator()
        .sets_policy("acme", ChangePolicy::ByRequest)
        .await
        .expect("set");
    refused(acme.ann.tags(&acme.drive, &["area"]).await, CLOSED);
    refused(
        acme.ann.adds_to_group(&website, &[&acme.drive]).await,
        CLOSED,
    );
}

#[tokio::test]
async fn tags_and_groups_that_change_nobodys_access_stay_open() {
    let Closed { acme, .. } = Closed::new().await.closes().await;
    let ann = &acme.ann;
    ann.tags(&acme.archive, &["idle"]).await.expect("tagged");
    ann.untags(&acme.drive, &["idle"]).await.expect("untagged");
    let shelf = ann.creates_group("acme", "shelf").await.expect("a group");
    ann.adds_to_group(&shelf, &[&acme.archive])
        .await
        .expect("grouped");
    ann.removes_from_group(&shelf, &[&acme.archive])
        .await
        .expect("taken out");
    ann.deletes_group(&shelf).await.expect("deleted");
    ann.renames_product(&acme.drive, "Our drive")
        .await
        .expect("renamed");
}

#[tokio::test]
async fn reading_and_leaving_stay_open() {
    let Closed {
        acme, bob, grant, ..
    } = Closed::new().await.closes().await;
    assert_eq!(
        acme.ann
            .lists_members(v1::ListMembersRequest {
                parent: "organizations/acme".into(),
                ..Default::default()
            })
            .await
            .expect("listed")
            .len(),
        2
    );
    assert!(bob.may("kdrive/use", &acme.drive).await);
    let answer = bob.leaves("acme").await.expect("gone");
    assert!(
        answer
            .removed_grants
            .iter()
            .any(|removed| removed.name == grant.name)
    );
}

#[tokio::test]
async fn refusing_and_withdrawing_an_invitation_stay_open() {
    let closed = Closed::new().await;
    let zoe = closed.acme.world.user("zoe").await;
    let invitation = |email: &str| v1::Invitation {
        email: email.into(),
        ..external()
    };
    let first = closed
        .acme
        .ann
        .invites("acme", invitation("zoe@example.com"))
        .await
        .expect("invited");
    let second = closed
        .acme
        .ann
        .invites("acme", invitation("new@example.com"))
        .await
        .expect("invited");
    let Closed { acme, .. } = closed.closes().await;
    let answered = zoe.refuses(&first.name).await.expect("refused");
    assert_eq!(answered.state(), v1::InvitationState::Refused);
    let answered = acme.ann.withdraws(&second.name).await.expect("withdrawn");
    assert_eq!(answered.state(), v1::InvitationState::Withdrawn);
}

#[tokio::test]
async fn appointing_a_legal_representative_stays_open() {
    let Closed { acme, bob, .. } = Closed::new().await.closes().await;
    acme.world
        .operator()
        .appoints("acme", "bob")
        .await
        .expect("appointed");
    assert!(bob.may("manage_organization", "organizations/acme").await);
}

#[tokio::test]
async fn the_owner_of_an_externally_managed_type_writes_on() {
    let Closed { acme, bob, .. } = Closed::new().await.closes().await;
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
    assert!(bob.may("contacts/read", &acme.book).await);
    owner.deletes_grant(&grant.name).await.expect("taken away");
    let access = own(&[(&acme.book, rights(&["contacts/write"]))]);
    owner
        .saves_access("acme", "bob", "contacts", access)
        .await
        .expect("saved");
    assert!(bob.may("contacts/write", &acme.book).await);
}

#[tokio::test]
async fn the_organizations_settings_and_the_operators_products_stay_open() {
    let Closed { acme, .. } = Closed::new().await.closes().await;
    let named = v1::Organization {
        display_name: "Acme Ltd".into(),
        ..Default::default()
    };
    acme.ann
        .updates_organization("acme", named, &["display_name"])
        .await
        .expect("changed");
    acme.world
        .operator()
        .creates_product("acme", "shop", "ticketing")
        .await
        .expect("a product");
    acme.world
        .operator()
        .deletes_product(&acme.archive)
        .await
        .expect("deleted");
}

#[tokio::test]
async fn only_the_operator_sets_it() {
    let acme = Acme::new().await;
    refused(
        acme.ann.sets_policy("acme", ChangePolicy::ByRequest).await,
        why::OPERATOR_REQUIRED,
    );
    acme.world
        .operator()
        .sets_policy("acme", ChangePolicy::ByRequest)
        .await
        .expect("set");
    refused(
        acme.ann.sets_policy("acme", ChangePolicy::Direct).await,
        why::OPERATOR_REQUIRED,
    );
    acme.world
        .operator()
        .sets_policy("acme", ChangePolicy::Direct)
        .await
        .expect("set");
    acme.bob().await;
}
