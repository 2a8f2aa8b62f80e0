//! Rule 9, `change_policy` BY_REQUEST closes what changes access, and leaves the rest open.

use grantor::v1;
use v1::{ChangePolicy, Panel, Role};

use super::Acme;
use crate::harness::{Actor, group, products, refused, rights, tag, why};

const CLOSED: crate::harness::Why = why::CHANGE_POLICY_BY_REQUEST;

/// Acme with bob, a team, a group and a grant of each sort, which then changes by request only.
struct Closed {
    acme: Acme,
    bob: Actor,
    grant: v1::Grant,
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
        Self { acme, bob, grant }
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
