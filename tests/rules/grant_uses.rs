//! Which grants does nobody use? Each allowed answer about now marks the grant on its path by the day; what was used before
//! marking began is not known.

use std::time::Duration;

use grantor::v1;

use super::agency::Agency;
use crate::harness::{
    Actor, Answer, Instance, World, collaborator, fully, limited, offered, products, refused,
    rights, said, streamed, to_member, to_team, why,
};

const DAY: Duration = Duration::from_secs(24 * 3600);

fn day(days_ago: i64, world: &World) -> prost_types::Timestamp {
    let day = world.now().0.div_euclid(24 * 3600 * 1_000_000) - days_ago;
    prost_types::Timestamp {
        seconds: day * 24 * 3600,
        nanos: 0,
    }
}

async fn lists(
    asks: &Actor,
    request: v1::ListGrantsRequest,
) -> Answer<(Vec<String>, v1::ListGrantsResponse)> {
    let request = v1::ListGrantsRequest {
        parent: "organizations/acme".into(),
        consistency: fully(),
        ..request
    };
    let page = asks.grants().list_grants(request).await?.into_inner();
    let names = page.grants.iter().map(|grant| grant.name.clone());
    Ok((names.collect(), page))
}

/// The grants of acme that nobody has used since, and since when uses are known.
async fn unused(
    asks: &Actor,
    since: prost_types::Timestamp,
) -> (Vec<String>, Option<prost_types::Timestamp>) {
    let request = v1::ListGrantsRequest {
        unused_since: Some(since),
        ..Default::default()
    };
    let (names, page) = lists(asks, request).await.expect("listed");
    (names, page.uses_known_since)
}

fn sorted(names: &[&String]) -> Vec<String> {
    let mut names: Vec<_> = names.iter().map(|name| (*name).clone()).collect();
    names.sort();
    names
}

/// bob has a grant, carl one by his team, pia one by the mandate of her agency, and dora one that she does not use.
struct Given {
    agency: Agency,
    bobs: String,
    teams: String,
    mandates: String,
    doras: String,
}

impl Given {
    async fn new() -> Self {
        let agency = Agency::new().await;
        let acme = &agency.acme;
        let (use_it, drive) = (|| rights(&["kdrive/use"]), || products(&[&acme.drive]));
        agency
            .begun(limited(vec![offered(use_it(), drive())]))
            .await;
        let held = acme.ann.sees_grants("acme").await.expect("grants");
        let [mandates] = held.as_slice() else {
            panic!("{held:?}");
        };
        let mandates = mandates.name.clone();
        for person in ["bob", "carl", "dora"] {
            acme.world
                .member("acme", &acme.ann, person, collaborator())
                .await;
        }
        acme.ann.creates_team("acme", "crew").await.expect("a team");
        acme.ann
            .adds_to_team("acme", "crew", &["carl"])
            .await
            .expect("added");
        // Marking has begun.
        unused(&acme.ann, day(0, &acme.world)).await;
        let give = async |grant| {
            let given = acme.ann.grants_access("acme", grant).await;
            given.expect("given").name
        };
        Self {
            bobs: give(to_member("acme", "bob", use_it(), drive())).await,
            teams: give(to_team("acme", "crew", use_it(), drive())).await,
            doras: give(to_member("acme", "dora", use_it(), drive())).await,
            mandates,
            agency,
        }
    }

    fn world(&self) -> &World {
        &self.agency.acme.world
    }

    fn ann(&self) -> &Actor {
        &self.agency.acme.ann
    }

    fn drive(&self) -> &str {
        &self.agency.acme.drive
    }

    /// Each uses what they have, each by another RPC.
    async fn are_used(&self, operator: &Actor) {
        let drive = self.drive();
        let bob = operator.asks("bob", "use", drive).await.expect("answered");
        assert_eq!(bob.decision(), v1::Decision::Allowed);
        let carl = operator.asks_at_once(&[("carl", "use", drive)]).await;
        let carl = carl.expect("answered").remove(0).result;
        let Some(v1::access_result::Result::Answer(carl)) = carl else {
            panic!("{carl:?}");
        };
        assert_eq!(carl.reason(), v1::AccessReason::AllowedByTeam);
        let pia = vec![streamed("pia", "use", drive)];
        let pia = operator.asks_on_a_stream(pia).await.expect("answered");
        assert_eq!(said(&pia[0]), Ok(v1::Decision::Allowed));
    }

    /// What looks at dora's grant and is no use of it.
    async fn is_only_looked_at(&self) {
        let (operator, drive) = (self.world().operator(), self.drive());
        let denied = operator.asks("dora", "manage", drive).await;
        assert_eq!(denied.expect("answered").decision(), v1::Decision::Denied);
        let past = v1::CheckAccessRequest {
            subject: "users/dora".into(),
            resource: drive.to_owned(),
            right: "use".into(),
            at_time: Some(self.world().later(-3600)),
            ..Default::default()
        };
        let past = operator
            .access()
            .check_access(past)
            .await
            .expect("answered");
        assert_eq!(past.into_inner().decision(), v1::Decision::Allowed);
        let why = operator.explains("dora", "use", drive).await;
        assert_eq!(why.expect("explained").paths.len(), 1);
        operator.lists_rights("dora", drive).await.expect("listed");
        let who = operator.lists_accessors("use", drive).await;
        assert!(who.expect("listed").len() >= 3);
        let what = operator.lists_accessible_products("acme", "dora", "");
        assert_eq!(what.await.expect("listed").len(), 1);
    }
}

#[tokio::test]
async fn every_grant_on_an_allowed_path_is_used_and_nothing_else_is_a_use() {
    let given = Given::new().await;
    let (world, ann) = (given.world(), given.ann());
    let began = day(0, world);
    world.passes(3 * DAY);
    given.are_used(&world.operator()).await;
    given.is_only_looked_at().await;
    let never = sorted(&[&given.doras]);
    assert_eq!(
        unused(ann, day(0, world)).await,
        (never.clone(), Some(began))
    );
    assert_eq!(unused(ann, day(1, world)).await.0, never);
    assert_eq!(
        unused(ann, began).await.0,
        [""; 0],
        "they were made on that day"
    );
    // By the day: whatever hour of it is named.
    let noon = v1::ListGrantsRequest {
        unused_since: Some(world.now()).map(|now| prost_types::Timestamp {
            seconds: now.0 / 1_000_000,
            nanos: 0,
        }),
        ..Default::default()
    };
    assert_eq!(lists(ann, noon).await.expect("listed").0, never);
    world.passes(2 * DAY);
    let all = [&given.bobs, &given.teams, &given.mandates, &given.doras];
    assert_eq!(unused(ann, day(1, world)).await.0, sorted(&all));
    assert_eq!(unused(ann, day(2, world)).await.0, never);
    // Whoever sees the list sees it so; without the filter it says nothing of uses.
    let bob = world.acting("bob");
    let own = v1::ListGrantsRequest {
        subject: "organizations/acme/members/bob".into(),
        unused_since: Some(day(0, world)),
        ..Default::default()
    };
    assert_eq!(lists(&bob, own).await.expect("his own").0, [&*given.bobs]);
    let (names, page) = lists(ann, v1::ListGrantsRequest::default())
        .await
        .expect("listed");
    assert_eq!((names.len(), page.uses_known_since), (4, None));
}

#[tokio::test]
async fn what_an_instance_noted_is_written_when_it_ends_and_goes_with_its_grant() {
    let given = Given::new().await;
    let (world, ann) = (given.world(), given.ann());
    world.passes(DAY);
    let instance = world.another().await;
    given.are_used(&instance.hears(&world.operator())).await;
    instance.app.close().await;
    let marks = async || world.reads_number("SELECT count(*) FROM grant_use").await;
    assert_eq!(marks().await, 3);
    let never = sorted(&[&given.doras]);
    assert_eq!(unused(ann, day(0, world)).await.0, never);
    ann.deletes_grant(&given.bobs).await.expect("deleted");
    assert_eq!(marks().await, 2);
    ann.deletes_grant(&given.doras).await.expect("deleted");
    ann.removes_from_team("acme", "crew", &["carl"])
        .await
        .expect("removed");
    assert_eq!(marks().await, 2, "the grant of the team is still there");
    assert!(world.audits().await.is_empty());
}

#[tokio::test]
async fn a_grant_that_is_older_than_marking_is_unused_only_from_its_first_day_on() {
    let given = Given::new().await;
    let world = given.world();
    world.passes(10 * DAY);
    // As if an older version had run until now.
    world
        .tampers("UPDATE store SET grant_uses_since = NULL")
        .await;
    let instance: Instance = world.another().await;
    let ann = instance.hears(given.ann());
    let began = Some(day(0, world));
    given.are_used(&instance.hears(&world.operator())).await;
    assert_eq!(unused(&ann, day(5, world)).await, (vec![], began));
    let never = sorted(&[&given.doras]);
    assert_eq!(unused(&ann, day(0, world)).await, (never, began));
}

#[tokio::test]
async fn the_pages_of_the_unused_give_each_once_and_only_to_the_same_question() {
    let given = Given::new().await;
    let (world, ann) = (given.world(), given.ann());
    let mut expected = vec![given.doras.clone()];
    for number in 0..5 {
        let person = if number % 2 == 0 { "dora" } else { "bob" };
        let archive = products(&[&given.agency.acme.archive]);
        let more = to_member("acme", person, rights(&["kdrive/use"]), archive);
        expected.push(ann.grants_access("acme", more).await.expect("given").name);
    }
    expected.sort();
    world.passes(2 * DAY);
    given.are_used(&world.operator()).await;
    let asked = |page_token: String, days_ago| v1::ListGrantsRequest {
        page_size: 2,
        page_token,
        unused_since: Some(day(days_ago, world)),
        ..Default::default()
    };
    let (mut seen, mut token) = (vec![], String::new());
    loop {
        let (names, page) = lists(ann, asked(token, 0)).await.expect("listed");
        assert!(names.len() <= 2);
        seen.extend(names);
        token = page.next_page_token;
        if token.is_empty() {
            break;
        }
        let other = lists(ann, asked(token.clone(), 1)).await;
        refused(other, (tonic::Code::InvalidArgument, "PAGE_TOKEN_INVALID"));
    }
    assert_eq!(seen, expected);
}

#[tokio::test]
async fn nobody_can_ask_for_what_is_unused_from_tomorrow_on() {
    let given = Given::new().await;
    let asked = |unused_since| v1::ListGrantsRequest {
        unused_since: Some(unused_since),
        ..Default::default()
    };
    let never = prost_types::Timestamp {
        seconds: 0,
        nanos: -1,
    };
    for wrong in [given.world().later(60), never] {
        let refusal = refused(lists(given.ann(), asked(wrong)).await, why::FIELD_INVALID);
        assert_eq!(refusal.fields, ["unused_since"]);
    }
}

#[tokio::test]
async fn an_explanation_says_on_which_day_a_grant_was_last_used() {
    let given = Given::new().await;
    let (world, drive) = (given.world(), given.drive());
    let began = day(0, world);
    let says = async |asks: &Actor, user: &str| {
        let why = asks.explains(user, "use", drive).await.expect("explained");
        let uses: Vec<_> = why.paths.iter().map(|path| path.last_use_time).collect();
        (uses, why.uses_known_since)
    };
    let ann = given.ann();
    assert_eq!(says(ann, "bob").await, (vec![None], Some(began)));
    for _ in 0..2 {
        world.passes(DAY);
        given.are_used(&world.operator()).await;
    }
    let used = Some(day(0, world));
    world.passes(DAY);
    for person in ["bob", "carl", "pia"] {
        assert_eq!(says(ann, person).await, (vec![used], Some(began)));
    }
    assert_eq!(says(ann, "dora").await, (vec![None], Some(began)));
    let own = says(&world.acting("bob"), "bob").await;
    assert_eq!(own, (vec![used], Some(began)));
    // By a role nothing is used, and the past knows nothing of later uses.
    assert_eq!(says(ann, "ann").await, (vec![None], None));
    let past = v1::ExplainAccessRequest {
        subject: "users/bob".into(),
        resource: drive.to_owned(),
        right: "use".into(),
        at_time: Some(world.later(-3600)),
        ..Default::default()
    };
    let past = ann.access().explain_access(past).await.expect("explained");
    let past = past.into_inner();
    assert_eq!((past.paths.len(), past.uses_known_since), (1, None));
    assert_eq!(past.paths[0].last_use_time, None);
}
