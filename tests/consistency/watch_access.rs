//! A watch of answers: whoever forgets what it says, and relies on the rest no longer than it is proved, is never behind.

use std::time::{Duration, Instant};

use grantor::v1;
use tonic::Code;

use super::Acme;
use crate::harness::*;

const CREDENTIALS_INVALID: Why = (Code::Unauthenticated, "CREDENTIALS_INVALID");
const STOPPING: Why = (Code::Unavailable, "STORE_UNAVAILABLE");

/// How often it is asked again whether somebody may watch.
const AGAIN: Duration = Duration::from_secs(5);

impl Acme {
    /// How this watch ends once it is asked again.
    async fn access_ends(&self, watch: &mut WatchingAccess, why: Why) {
        self.world.passes(AGAIN);
        refused::<()>(Err(watch.ends().await), why);
    }
}

#[tokio::test]
async fn a_grant_tells_whom_it_is_given_to_and_a_team_its_members() {
    let acme = Acme::new().await;
    let (world, ann) = (&acme.world, &acme.ann);
    world.member("acme", ann, "carl", collaborator()).await;
    let mut watch = ann.watches_access("acme").await.expect("open");
    let given = ann.grants_access("acme", acme.managing()).await;
    let given = given.expect("given");
    assert_eq!(watch.forgets().await, ["users/bob"]);
    ann.deletes_grant(&given.name).await.expect("taken");
    assert_eq!(watch.forgets().await, ["users/bob"]);
    ann.deactivates_member("acme", "carl")
        .await
        .expect("stopped");
    assert_eq!(watch.forgets().await, ["users/carl"]);
    // A team that nobody is in has to do with no answer.
    acme.changes_something(ann).await;
    watch.is_silent().await;
}

#[tokio::test]
async fn what_is_about_a_product_or_the_catalog_tells_everybody() {
    let acme = Acme::new().await;
    let operator = acme.world.operator();
    let mut watch = acme.ann.watches_access("acme").await.expect("open");
    let made = operator.creates_product("acme", "disk", "kdrive").await;
    made.expect("created");
    assert_eq!(watch.forgets().await, ["all"]);
    let mut types = catalog_types();
    types[0].display_name = "Another name".into();
    operator.apply_catalog(types).await.expect("applied");
    assert_eq!(watch.forgets().await, ["all"]);
    acme.world.organization("globex", "gus").await;
    let made = operator.creates_product("globex", "drive", "kdrive").await;
    made.expect("created");
    watch.is_silent().await;
}

#[tokio::test]
async fn a_person_who_is_stopped_everywhere_is_told_where_they_are_a_member_alone() {
    let acme = Acme::new().await;
    let world = &acme.world;
    world.organization("globex", "gus").await;
    let operator = world.operator();
    let mut here = operator.watches_access("acme").await.expect("open");
    let mut there = operator.watches_access("globex").await.expect("open");
    operator.deactivates_user("bob").await.expect("stopped");
    assert_eq!(here.forgets().await, ["users/bob"]);
    there.is_silent().await;
}

#[tokio::test]
async fn who_works_for_a_partner_is_not_named() {
    let acme = Acme::new().await;
    let (world, ann) = (&acme.world, &acme.ann);
    let agency = world.partner("agency", "pia").await;
    world.member("agency", &agency, "rob", collaborator()).await;
    let (client, partner) = (("acme", ann), ("agency", &agency));
    let partnership = world.partnership(client, partner, full(false)).await;
    let sue = world.user("sue").await;
    let mut watch = ann.watches_access("acme").await.expect("open");
    let technical = [v1::Area::Technical];
    let promoted = agency.hands_out("agency", "rob", &technical, Some(all()));
    promoted.await.expect("staff");
    assert_eq!(watch.forgets().await, ["all"]);
    // Who was not staff before and is not after has nothing to do with it.
    world.joins("agency", &agency, &sue, collaborator()).await;
    watch.is_silent().await;
    ann.ends(&partnership.name).await.expect("ended");
    assert_eq!(watch.forgets().await, ["all"]);
    let demoted = agency.changes_role("agency", "rob", v1::Role::Collaborator);
    demoted.await.expect("no partner's any more");
    watch.is_silent().await;
}

#[tokio::test]
async fn the_token_of_what_is_told_leads_past_it_at_an_instance_that_is_behind() {
    let acme = Acme::new().await;
    let behind = acme.another().await;
    let mut watch = acme.ann.watches_access("acme").await.expect("open");
    acme.ann
        .deletes_grant(&acme.grant.name)
        .await
        .expect("taken");
    let told = watch.told().await;
    assert_eq!(forgotten(&told), Some(vec!["users/bob".to_owned()]));
    let fresh = at_least(&told.consistency_token);
    let bob = behind.hears(&acme.bob);
    let answer = bob.asks_with("bob", "use", &acme.drive, fresh).await;
    assert_eq!(answer.expect("answered").decision(), v1::Decision::Denied);
}

#[tokio::test]
async fn what_another_instance_wrote_is_told_too() {
    let acme = Acme::new().await;
    let other = acme.another().await;
    let mut watch = acme.ann.watches_access("acme").await.expect("open");
    let ann = other.hears(&acme.ann);
    ann.deletes_grant(&acme.grant.name).await.expect("taken");
    assert_eq!(watch.forgets().await, ["users/bob"]);
}

#[tokio::test]
async fn each_second_there_is_a_sign_of_life_and_what_is_proved_moves_on() {
    let acme = Acme::new().await;
    let mut watch = acme.ann.watches_access("acme").await.expect("open");
    let asked = acme.bob.asks_with("bob", "use", &acme.drive, None).await;
    let asked = asked.expect("answered").evaluate_time.expect("a time");
    let begun = Instant::now();
    loop {
        acme.world.passes(Duration::from_secs(1));
        let answer = watch.next().await.expect("the watch goes on");
        assert_eq!(forgotten(&answer), None);
        let proved = answer.proved_time.expect("a time");
        if (proved.seconds, proved.nanos) > (asked.seconds, asked.nanos) {
            return;
        }
        assert!(begun.elapsed() < Duration::from_secs(20), "it stands still");
    }
}

#[tokio::test]
async fn who_may_not_ask_about_others_is_not_told_either() {
    let acme = Acme::new().await;
    let world = &acme.world;
    let ask = world.service("ask", &["access.ask@acme"]).await;
    ask.watches_access("acme").await.expect("open");
    refused(acme.bob.watches_access("acme").await, why::RIGHT_MISSING);
    world.organization("globex", "gus").await;
    for nowhere in ["globex", "nowhere"] {
        refused(ask.watches_access(nowhere).await, why::NOT_FOUND);
        refused(acme.ann.watches_access(nowhere).await, why::NOT_FOUND);
    }
    let other = world.service("other", &["read", "watch"]).await;
    refused(other.watches_access("acme").await, why::SCOPE_MISSING);
}

#[tokio::test]
async fn it_ends_with_the_right_to_ask_and_when_the_server_stops() {
    let acme = Acme::new().await;
    let world = &acme.world;
    let sec = acme
        .world
        .member(
            "acme",
            &acme.ann,
            "sec",
            administrator(&[v1::Area::UserRights]),
        )
        .await;
    let mut watch = sec.watches_access("acme").await.expect("open");
    acme.ann
        .removes_member("acme", "sec")
        .await
        .expect("removed");
    acme.access_ends(&mut watch, why::NOT_FOUND).await;
    let ask = world.service("ask", &["access.ask"]).await;
    let mut watch = ask.watches_access("acme").await.expect("open");
    let operator = world.operator();
    let list = v1::ListKeysRequest {
        parent: "serviceAccounts/ask".into(),
        consistency: fully(),
        ..Default::default()
    };
    let mut accounts = operator.service_accounts();
    let keys = accounts.list_keys(list).await.expect("its keys");
    let name = keys.into_inner().keys[0].name.clone();
    let revoke = v1::RevokeKeyRequest {
        name,
        ..Default::default()
    };
    accounts.revoke_key(revoke).await.expect("revoked");
    acme.access_ends(&mut watch, CREDENTIALS_INVALID).await;
    let mut watch = acme.ann.watches_access("acme").await.expect("open");
    world.app.end_watches();
    refused::<()>(Err(watch.ends().await), STOPPING);
}
