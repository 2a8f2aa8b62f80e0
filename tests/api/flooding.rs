//! Who asks too much is told when to ask again, and keeps nobody else out.

use std::num::NonZeroU32;
use std::time::{Duration, Instant};

use app::{Admission, CallerLimits};
use decide::rule::Rule;
use domain::{Caller, KeyId, Reason, ServiceAccountId, Who};
use tonic::Code;
use tonic_health::pb::HealthCheckRequest;
use tonic_health::pb::health_check_response::ServingStatus;
use tonic_health::pb::health_client::HealthClient;

use crate::harness::*;

const DRIVE: &str = "organizations/acme/products/drive";

/// Acme with ann and a drive, and globex with eve.
struct Flooded {
    world: World,
    ann: Actor,
    eve: Actor,
}

impl Flooded {
    async fn new() -> Self {
        let (world, ann) = World::acme().await;
        let eve = world.organization("globex", "eve").await;
        let operator = world.operator();
        let drive = operator.creates_product("acme", "drive", "kdrive").await;
        assert_eq!(drive.expect("created"), DRIVE);
        Self { world, ann, eve }
    }

    async fn is_healthy(&self, door: &Instance) {
        let asked = HealthClient::new(door.channel.clone())
            .check(HealthCheckRequest::default())
            .await;
        let status = asked.expect("answered").into_inner().status();
        assert_eq!(status, ServingStatus::Serving);
    }
}

fn count(count: u32) -> NonZeroU32 {
    NonZeroU32::new(count).expect("some")
}

/// So many calls a second of each key.
fn a_few(rate: u32) -> CallerLimits {
    CallerLimits {
        key_rate: count(rate),
        ..CallerLimits::default()
    }
}

/// Calls until it is refused; what it was told, of those that came fastest.
async fn floods(actor: &Actor) -> Refused {
    let mut told = Vec::new();
    // Buckets fill up again meanwhile, so some pass in between.
    for _ in 0..2_000 {
        let begun = Instant::now();
        if let Err(refusal) = actor.sees_organization("acme").await {
            told.push((begun.elapsed(), refusal));
        }
        if told.len() == 20 {
            told.sort_by_key(|(took, _)| *took);
            let (took, refusal) = told.swap_remove(4);
            assert!(took < Duration::from_millis(10), "{took:?}");
            return refusal;
        }
    }
    panic!("it was never refused often, but {told:?}");
}

#[tokio::test]
async fn attack_c2_a_key_that_floods_is_told_when_to_ask_again_and_others_are_answered() {
    let flooded = Flooded::new().await;
    let door = flooded.world.limits(a_few(10)).await;
    let flood = flooded.world.service("flood", &["read"]).await;
    let other = flooded.world.service("panel", &["read"]).await;
    let refusal = floods(&door.hears(&flood)).await;
    let refusal = refused::<()>(Err(refusal), why::RATE_LIMIT);
    assert!(refusal.wait.expect("RetryInfo") <= Duration::from_millis(100));
    assert_eq!(refusal.metadata["limit"], "calls-per-second-per-key");
    let [quota] = refusal.quotas.as_slice() else {
        panic!("{:?}", refusal.quotas);
    };
    assert!(quota.starts_with("serviceAccounts/flood/keys/"), "{quota}");
    for _ in 0..5 {
        let seen = door.hears(&other).sees_organization("acme").await;
        seen.expect("another key is not kept out");
    }
    flooded.is_healthy(&door).await;
    // The wait is honest.
    let again = door.hears(&flood);
    let begun = Instant::now();
    while again.sees_organization("acme").await.is_err() {
        assert!(begun.elapsed() < Duration::from_secs(5));
    }
}

#[tokio::test]
async fn attack_c2_one_organization_that_is_asked_about_too_much_keeps_out_no_other() {
    let flooded = Flooded::new().await;
    let limits = CallerLimits {
        organization_rate: count(10),
        ..CallerLimits::default()
    };
    let door = flooded.world.limits(limits).await;
    // Who may not ask there uses up nothing of it.
    let stranger = flooded.world.service("stranger", &["read@globex"]).await;
    for _ in 0..50 {
        let asked = door.hears(&stranger).sees_organization("acme").await;
        refused(asked, why::NOT_FOUND);
    }
    let ann = door.hears(&flooded.ann);
    ann.sees_organization("acme").await.expect("answered");
    let refusal = refused::<()>(Err(floods(&ann).await), why::RATE_LIMIT);
    assert_eq!(refusal.quotas, ["organizations/acme"]);
    let limit = &refusal.metadata["limit"];
    assert_eq!(limit, "calls-per-second-per-organization");
    assert!(refusal.wait.is_some());
    // By the same key, elsewhere; and writes are calls too.
    let eve = door.hears(&flooded.eve);
    eve.sees_organization("globex").await.expect("answered");
    eve.creates_team("globex", "web").await.expect("created");
    for index in 0..200 {
        if let Err(refusal) = ann.creates_team("acme", &format!("t{index}")).await {
            refused::<()>(Err(refusal), why::RATE_LIMIT);
            return;
        }
    }
    panic!("writes were never refused");
}

#[tokio::test]
async fn attack_c2_what_takes_away_passes_where_nothing_else_does() {
    let flooded = Flooded::new().await;
    let ann = &flooded.ann;
    let bob = flooded
        .world
        .member("acme", ann, "bob", collaborator())
        .await;
    let mut given = Vec::new();
    for right in ["kdrive/use", "kdrive/manage"] {
        let grant = to_member("acme", "bob", rights(&[right]), products(&[DRIVE]));
        let grant = ann.grants_access("acme", grant).await.expect("given");
        given.push(grant.name);
    }
    let door = flooded.world.limits(a_few(1)).await;
    let hurried = door.hears(ann);
    floods(&hurried).await;
    let deleted = hurried.deletes_grant(&given[0]).await;
    deleted.expect("taken away");
    floods(&hurried).await;
    let deleted = hurried.deletes_at_once("acme", &[&given[1]]).await;
    deleted.expect("taken away");
    floods(&hurried).await;
    let out = hurried.deactivates_member("acme", "bob").await;
    out.expect("shut out");
    assert!(!bob.may("use", DRIVE).await);
    flooded.is_healthy(&door).await;
}

/// The key of a service.
fn by(key: &str) -> Who {
    Who {
        actor: None,
        caller: Caller::Service {
            account: ServiceAccountId::parse("panel").expect("an id"),
            key: KeyId::parse(key).expect("an id"),
        },
    }
}

#[tokio::test]
async fn attack_c2_one_key_has_half_of_the_places_and_revokes_have_others() {
    let limits = CallerLimits {
        places: 4,
        ..CallerLimits::default()
    };
    let admission = Admission::new(&limits);
    let ordinary = Rule::default();
    let taking_away = Rule {
        takes_away: true,
        ..Rule::default()
    };
    let mut held = Vec::new();
    for key in ["a", "a", "b", "b"] {
        held.push(admission.admit(&by(key), &ordinary).await.expect("in"));
    }
    let begun = Instant::now();
    let more = admission.admit(&by("a"), &ordinary).await;
    let more = more.expect_err("as many as may be");
    assert_eq!(more.reason, Reason::RateLimit);
    assert_eq!(more.metadata["limit"], "max-share-percent");
    // Another one waits a moment, and is told that there are too many.
    let other = admission.admit(&by("c"), &ordinary).await;
    let other = other.expect_err("no place");
    assert_eq!(other.reason, Reason::Overloaded);
    assert!(other.again_in.is_some() && begun.elapsed() < Duration::from_secs(1));
    admission
        .admit(&by("a"), &taking_away)
        .await
        .expect("what takes away does not wait");
    assert_eq!(admission.counts().rate_limited(), 1);
    assert_eq!(admission.counts().overloaded(), 1);
    held.pop();
    let other = admission.admit(&by("c"), &ordinary).await;
    other.expect("there is a place again");
}

#[tokio::test]
async fn attack_c2_watches_take_no_place_of_calls_and_have_a_limit_of_their_own() {
    let flooded = Flooded::new().await;
    let limits = CallerLimits {
        places: 1,
        key_watches: 2,
        ..CallerLimits::default()
    };
    let door = flooded.world.limits(limits).await;
    let cache = flooded.world.service("cache", &["watch", "read"]).await;
    let cache = door.hears(&cache);
    let first = cache.watches(watching("organizations/acme")).await;
    let first = first.expect("open");
    let second = cache.watches(watching("organizations/globex")).await;
    let _second = second.expect("open");
    let third = cache.watches(watching("organizations/acme")).await;
    let refusal = refused(third, why::RATE_LIMIT);
    assert_eq!(refusal.metadata["limit"], "max-watches-per-key");
    assert_eq!(refusal.code, Code::ResourceExhausted);
    for _ in 0..5 {
        let seen = cache.sees_organization("acme").await;
        seen.expect("calls have their place");
    }
    let other = flooded.world.service("other", &["watch"]).await;
    let others = door
        .hears(&other)
        .watches(watching("organizations/acme"))
        .await;
    others.expect("another key has its own");
    drop(first);
    let begun = Instant::now();
    while cache.watches(watching("organizations/acme")).await.is_err() {
        assert!(
            begun.elapsed() < Duration::from_secs(20),
            "its end is noticed"
        );
    }
}

#[tokio::test]
async fn attack_c7_who_guesses_at_partners_is_slowed_down_and_others_are_not() {
    let flooded = Flooded::new().await;
    let limits = CallerLimits {
        search_rate: count(3),
        ..CallerLimits::default()
    };
    let door = flooded.world.limits(limits).await;
    let ann = door.hears(&flooded.ann);
    for guess in ["aaa", "aab", "aac"] {
        ann.searches("acme", guess).await.expect("searched");
    }
    let refusal = refused(ann.searches("acme", "aad").await, why::RATE_LIMIT);
    assert_eq!(refusal.metadata["limit"], "searches-per-minute");
    assert!(refusal.wait.expect("RetryInfo") <= Duration::from_secs(20));
    // By email is no other way, and neither is a name nobody has.
    let by_email = ann.searches("acme", "x@example.com").await;
    refused(by_email, why::RATE_LIMIT);
    ann.sees_organization("acme").await.expect("answered");
    let eve = door.hears(&flooded.eve);
    eve.searches("globex", "aaa").await.expect("searched");
}
