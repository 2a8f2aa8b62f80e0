//! No allow after an acknowledged revoke: for whoever passes its token, or that of any later write, at any instance.

use std::time::{Duration, Instant};

use grantor::v1;
use tonic::Code;
use v1::Decision::Denied;

use super::Acme;
use crate::harness::{Actor, Instance, Refused, Why, at_least, fully, refused, why};

const CREDENTIALS_INVALID: Why = (Code::Unauthenticated, "CREDENTIALS_INVALID");

impl Acme {
    /// What the other instance says to who passes a token.
    async fn is_denied_at(&self, other: &Instance, token: &str, reason: v1::AccessReason) {
        let service = other.hears(&self.world.operator());
        let answer = service
            .asks_with("bob", "use", &self.drive, at_least(token))
            .await
            .expect("answered");
        assert_eq!((answer.decision(), answer.reason()), (Denied, reason));
    }

    /// The service of a shop that makes products, and its key's name.
    async fn shop(&self) -> (Actor, String) {
        let shop = self
            .world
            .service("shop", &["products.write", "access.ask"])
            .await;
        let request = v1::ListKeysRequest {
            parent: "serviceAccounts/shop".into(),
            ..Default::default()
        };
        let keys = self
            .world
            .operator()
            .service_accounts()
            .list_keys(request)
            .await
            .expect("listed")
            .into_inner()
            .keys;
        (shop, keys[0].name.clone())
    }

    async fn revokes(&self, key: String) -> v1::RevokeKeyResponse {
        let request = v1::RevokeKeyRequest {
            name: key,
            ..Default::default()
        };
        self.world
            .operator()
            .service_accounts()
            .revoke_key(request)
            .await
            .expect("revoked")
            .into_inner()
    }
}

#[tokio::test]
async fn a_deleted_grant_gives_nothing_to_who_passes_its_token() {
    let acme = Acme::new().await;
    let other = acme.another().await;
    let revoke = acme
        .ann
        .deletes_grant(&acme.grant.name)
        .await
        .expect("taken");
    acme.is_denied_at(
        &other,
        &revoke.consistency_token,
        v1::AccessReason::NotGranted,
    )
    .await;
}

#[tokio::test]
async fn a_deleted_grant_gives_nothing_to_who_passes_the_token_of_a_later_write() {
    let acme = Acme::new().await;
    let other = acme.another().await;
    acme.ann
        .deletes_grant(&acme.grant.name)
        .await
        .expect("taken");
    let later = acme.changes_something(&acme.ann).await;
    acme.is_denied_at(&other, &later, v1::AccessReason::NotGranted)
        .await;
}

#[tokio::test]
async fn a_deactivated_member_may_nothing_for_who_passes_its_token() {
    let acme = Acme::new().await;
    let other = acme.another().await;
    let revoke = acme
        .ann
        .deactivates_member("acme", "bob")
        .await
        .expect("deactivated");
    acme.is_denied_at(
        &other,
        &revoke.consistency_token,
        v1::AccessReason::MemberInactive,
    )
    .await;
}

#[tokio::test]
async fn a_deactivated_member_may_nothing_for_who_passes_the_token_of_a_later_write() {
    let acme = Acme::new().await;
    let other = acme.another().await;
    acme.ann
        .deactivates_member("acme", "bob")
        .await
        .expect("deactivated");
    let later = acme.changes_something(&other.hears(&acme.ann)).await;
    acme.is_denied_at(&other, &later, v1::AccessReason::MemberInactive)
        .await;
}

#[tokio::test]
async fn a_user_stopped_everywhere_may_nothing_for_who_passes_its_token() {
    let acme = Acme::new().await;
    let other = acme.another().await;
    let revoke = acme
        .world
        .operator()
        .deactivates_user("bob")
        .await
        .expect("deactivated");
    acme.is_denied_at(
        &other,
        &revoke.consistency_token,
        v1::AccessReason::UserInactive,
    )
    .await;
}

#[tokio::test]
async fn a_user_stopped_everywhere_may_nothing_for_who_passes_the_token_of_a_later_write_to_the_organization()
 {
    let acme = Acme::new().await;
    let other = acme.another().await;
    acme.world
        .operator()
        .deactivates_user("bob")
        .await
        .expect("deactivated");
    let later = acme.changes_something(&acme.ann).await;
    assert!(
        !later.contains("users="),
        "the token names acme alone: {later}"
    );
    acme.is_denied_at(&other, &later, v1::AccessReason::UserInactive)
        .await;
}

#[tokio::test]
async fn whoever_was_taken_off_a_team_may_nothing_through_it_elsewhere() {
    let acme = Acme::new().await;
    acme.ann.creates_team("acme", "crew").await.expect("a team");
    acme.ann
        .adds_to_team("acme", "crew", &["bob"])
        .await
        .expect("added");
    let held = crate::harness::to_team(
        "acme",
        "crew",
        crate::harness::rights(&["kdrive/statistics"]),
        crate::harness::products(&[&acme.drive]),
    );
    acme.ann.grants_access("acme", held).await.expect("given");
    let other = acme.another().await;
    assert!(other.hears(&acme.bob).may("statistics", &acme.drive).await);
    acme.ann
        .removes_from_team("acme", "crew", &["bob"])
        .await
        .expect("removed");
    let later = acme.changes_something(&acme.ann).await;
    let answer = other
        .hears(&acme.bob)
        .asks_with("bob", "statistics", &acme.drive, at_least(&later))
        .await;
    assert_eq!(answer.expect("answered").decision(), Denied);
}

#[tokio::test]
async fn who_lost_the_right_to_give_gives_nothing_at_any_instance() {
    let acme = Acme::new().await;
    let una = crate::harness::administrator(&[v1::Area::UserRights, v1::Area::Technical]);
    let una = acme.world.member("acme", &acme.ann, "una", una).await;
    let other = acme.another().await;
    let grant = other
        .hears(&una)
        .grants_access("acme", acme.managing())
        .await
        .expect("una may");
    acme.ann
        .deactivates_member("acme", "una")
        .await
        .expect("deactivated");
    refused(
        other.hears(&una).deletes_grant(&grant.name).await,
        why::NOT_FOUND,
    );
}

#[tokio::test]
async fn who_is_stopped_everywhere_writes_nothing_at_any_instance() {
    let acme = Acme::new().await;
    let other = acme.another().await;
    acme.world
        .operator()
        .deactivates_user("ann")
        .await
        .expect("deactivated");
    let late = other
        .hears(&acme.ann)
        .grants_access("acme", acme.managing())
        .await;
    refused(late, why::ACTING_USER_INACTIVE);
}

#[tokio::test]
async fn a_revoked_key_writes_nothing_at_any_instance() {
    let acme = Acme::new().await;
    let (shop, key) = acme.shop().await;
    let other = acme.another().await;
    let there = other.hears(&shop);
    there
        .creates_product("acme", "before", "kdrive")
        .await
        .expect("the key is good");
    acme.revokes(key).await;
    refused(
        there.creates_product("acme", "after", "kdrive").await,
        CREDENTIALS_INVALID,
    );
    refused(
        shop.creates_product("acme", "after", "kdrive").await,
        CREDENTIALS_INVALID,
    );
}

#[tokio::test]
async fn a_revoked_key_asks_nothing_fully_consistent_nor_with_the_revokes_token() {
    let acme = Acme::new().await;
    let (shop, key) = acme.shop().await;
    let other = acme.another().await;
    let there = other.hears(&shop);
    there
        .asks_with("bob", "use", &acme.drive, None)
        .await
        .expect("the key is good");
    let revoke = acme.revokes(key).await;
    refused(
        there
            .asks_with(
                "bob",
                "use",
                &acme.drive,
                at_least(&revoke.consistency_token),
            )
            .await,
        CREDENTIALS_INVALID,
    );
    refused(
        there.asks_with("bob", "use", &acme.drive, fully()).await,
        CREDENTIALS_INVALID,
    );
}

#[tokio::test]
async fn a_revoked_key_asks_nothing_at_all_after_five_seconds() {
    let acme = Acme::new().await;
    let (shop, key) = acme.shop().await;
    let other = acme.another().await;
    let there = other.hears(&shop);
    there
        .asks_with("bob", "use", &acme.drive, None)
        .await
        .expect("the key is good");
    acme.revokes(key).await;
    let revoked = Instant::now();
    let no: Refused = loop {
        match there.asks_with("bob", "use", &acme.drive, None).await {
            Err(no) => break no,
            Ok(_) => assert!(
                revoked.elapsed() < Duration::from_secs(6),
                "{:?}",
                revoked.elapsed()
            ),
        }
        tokio::task::yield_now().await;
    };
    assert_eq!((no.code, no.reason.as_str()), CREDENTIALS_INVALID);
}
