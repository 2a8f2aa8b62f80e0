//! What was answered then is answered as of then: whatever changed since, in whichever home, and by whichever instance.

use std::time::Duration;

use app::Capacity;
use grantor::v1;
use tonic::Code;

use super::Acme;
use super::asked::{DRIVE, When, questions};
use crate::harness::{
    Actor, Refused, World, catalog_types, every_right, full, fully, products, refused, rights,
    to_member, why,
};

/// What was answered at a time, and the revision that acme had just come to, where it is of that time.
struct Recorded {
    what: &'static str,
    time: prost_types::Timestamp,
    revision: Option<i64>,
    answers: Vec<String>,
}

struct Record {
    acme: Acme,
    all: Vec<Recorded>,
}

impl Record {
    /// After a change of acme.
    async fn changed(&mut self, what: &'static str) {
        let revisions = self.acme.ann.sees_revisions("acme").await.expect("listed");
        self.add(what, revisions.first().copied()).await;
    }

    /// After something else.
    async fn happened(&mut self, what: &'static str) {
        self.add(what, None).await;
    }

    async fn add(&mut self, what: &'static str, revision: Option<i64>) {
        let world = &self.acme.world;
        let answers = world.operator().answers(When::Now).await;
        self.all.push(Recorded {
            what,
            time: now(world),
            revision,
            answers,
        });
        world.passes(Duration::from_secs(60));
    }
}

fn now(world: &World) -> prost_types::Timestamp {
    let at = world.now().0;
    prost_types::Timestamp {
        seconds: at.div_euclid(1_000_000),
        nanos: i32::try_from(at.rem_euclid(1_000_000) * 1_000).expect("below a second"),
    }
}

async fn recorded() -> Record {
    let acme = Acme::new().await;
    let (operator, ann) = (acme.world.operator(), acme.ann.clone());
    let agency = acme.world.partner("agency", "pia").await;
    let mut record = Record {
        acme,
        all: Vec::new(),
    };
    record.acme.world.passes(Duration::from_secs(60));
    record.happened("bob may use the drive").await;

    let gone = operator.creates_product("acme", "gone", "kdrive").await;
    let given = to_member(
        "acme",
        "bob",
        every_right(),
        products(&[&gone.expect("one")]),
    );
    ann.grants_access("acme", given).await.expect("given");
    record.changed("bob has a product more").await;
    operator
        .deletes_product("organizations/acme/products/gone")
        .await
        .expect("gone");
    record.changed("the product is gone").await;

    let world = &record.acme.world;
    let partnership = world
        .partnership(("acme", &ann), ("agency", &agency), full(false))
        .await;
    record.changed("the agency manages acme").await;

    ann.deletes_grant(&record.acme.grant.name.clone())
        .await
        .expect("deleted");
    record.changed("bob has nothing").await;
    let windowed = v1::Grant {
        start_time: Some(record.acme.world.later(1800)),
        expire_time: Some(record.acme.world.later(3600)),
        ..to_member("acme", "bob", rights(&["kdrive/use"]), products(&[DRIVE]))
    };
    ann.grants_access("acme", windowed).await.expect("given");
    record.changed("bob will have it").await;
    record.acme.world.passes(Duration::from_secs(2000));
    record.happened("bob has it by time").await;

    let mut catalog = catalog_types();
    let print = v1::Right {
        id: "print".into(),
        ..catalog[0].rights[0].clone()
    };
    catalog[0].rights.push(print);
    let request = v1::ApplyCatalogRequest {
        product_types: catalog,
        allow_gain: true,
        ..Default::default()
    };
    let applied = operator.catalog().apply_catalog(request).await;
    applied.expect("applied");
    record.happened("there is a right more").await;

    operator.deactivates_user("pia").await.expect("stopped");
    record.happened("pia is stopped").await;
    operator.reactivates_user("pia").await.expect("started");
    record.happened("pia goes on").await;
    ann.ends(&partnership.name).await.expect("ended");
    record.changed("the agency is gone").await;
    ann.removes_member("acme", "bob").await.expect("removed");
    record.changed("bob is gone").await;
    record
}

#[tokio::test]
async fn what_was_answered_then_is_answered_as_of_then() {
    let record = recorded().await;
    let follower = record.acme.world.another().await;
    let operator = record.acme.world.operator();
    // Newest first here, oldest first there: whatever is in memory already, it comes to the same.
    for then in record.all.iter().rev() {
        asked_again(&operator, then).await;
    }
    for then in &record.all {
        asked_again(&follower.hears(&operator), then).await;
    }
    let differing = record.all.windows(2);
    for pair in differing {
        assert_ne!(pair[0].answers, pair[1].answers, "{}", pair[1].what);
    }
}

async fn asked_again(asker: &Actor, then: &Recorded) {
    let at = asker.answers(When::At(then.time)).await;
    let expected = &then.answers;
    assert_eq!(at, *expected, "{}, at its time", then.what);
    if let Some(revision) = then.revision {
        let at = asker.answers(When::Revision(revision)).await;
        let of_acme = |said: &&String| !said.contains("organizations/agency\"");
        let at: Vec<_> = at.iter().filter(of_acme).collect();
        let expected: Vec<_> = expected.iter().filter(of_acme).collect();
        assert_eq!(at, expected, "{}, at its revision", then.what);
    }
}

#[tokio::test]
async fn only_who_may_ask_now_asks_about_then() {
    let acme = Acme::new().await;
    acme.world.passes(Duration::from_secs(60));
    let then = When::At(now(&acme.world));
    acme.world.passes(Duration::from_secs(60));
    let about = |user: &str| v1::AccessQuestion {
        subject: format!("users/{user}"),
        resource: DRIVE.into(),
        right: "use".into(),
    };
    let own = acme
        .bob
        .checks(&about("bob"), then)
        .await
        .expect("their own");
    assert_eq!(own.decision(), v1::Decision::Allowed);
    refused(
        acme.bob.checks(&about("ann"), then).await,
        why::RIGHT_MISSING,
    );
    // When the organization was changed is not for every member to know.
    let by_revision = acme.bob.checks(&about("bob"), When::Revision(1)).await;
    refused(by_revision, why::RIGHT_MISSING);
    acme.ann
        .removes_member("acme", "bob")
        .await
        .expect("removed");
    refused(acme.bob.checks(&about("bob"), then).await, why::NOT_FOUND);
    let told = acme.ann.checks(&about("bob"), then).await.expect("told");
    assert_eq!(told.decision(), v1::Decision::Allowed);
    refused(
        acme.world.stranger().checks(&about("bob"), then).await,
        (Code::Unauthenticated, "CREDENTIALS_MISSING"),
    );
}

#[tokio::test]
async fn what_is_shown_of_others_is_for_today_to_say() {
    let acme = Acme::new().await;
    let promoted = acme
        .ann
        .hands_out("acme", "bob", &[v1::Area::UserRights], None);
    promoted.await.expect("an administrator");
    acme.world.passes(Duration::from_secs(60));
    let then = When::At(now(&acme.world));
    acme.world.passes(Duration::from_secs(60));
    let grantors = async |asker: &Actor| {
        let request = v1::ExplainAccessRequest {
            subject: "users/bob".into(),
            resource: DRIVE.into(),
            right: "statistics".into(),
            at_time: then.time(),
            ..Default::default()
        };
        let why = asker.access().explain_access(request).await.expect("why");
        why.into_inner().missing.expect("a denial").grantors
    };
    assert_eq!(grantors(&acme.bob).await, grantors(&acme.ann).await);
    let demoted = acme.ann.changes_role("acme", "bob", v1::Role::Collaborator);
    demoted.await.expect("a collaborator");
    assert_eq!(grantors(&acme.bob).await, [""; 0]);
    assert_eq!(
        grantors(&acme.ann).await,
        ["organizations/acme/members/ann"]
    );
}

const NOT_SETTLED: (Code, &str) = (Code::FailedPrecondition, "TIME_NOT_SETTLED");
const UNKNOWN: (Code, &str) = (Code::OutOfRange, "AS_OF_UNKNOWN");

#[tokio::test]
async fn a_past_that_is_none_is_refused_with_what_there_is() {
    let acme = Acme::new().await;
    let ann = &acme.ann;
    let one = questions().remove(4);
    let asks = async |when| ann.checks(&one, when).await;
    let just_now = refused(asks(When::At(now(&acme.world))).await, NOT_SETTLED);
    assert!(just_now.retries, "{just_now:?}");
    let settled = just_now.metadata["settled_time"].as_str();
    assert!(settled.starts_with("2025-12-31T23:59:50"), "{settled}");
    let future = refused(asks(When::At(acme.world.later(3600))).await, NOT_SETTLED);
    assert!(!future.retries, "{future:?}");
    let last = ann.sees_revisions("acme").await.expect("listed")[0];
    refused(asks(When::Revision(last)).await, NOT_SETTLED);
    acme.world.passes(Duration::from_secs(11));
    asks(When::Revision(last)).await.expect("settled");
    asks(When::Revision(1)).await.expect("the first");
    let no: Refused = refused(asks(When::Revision(last + 1)).await, UNKNOWN);
    assert_eq!(no.metadata["last_revision"], last.to_string());
    let before = prost_types::Timestamp {
        seconds: 1_000_000_000,
        nanos: 0,
    };
    let no = refused(asks(When::At(before)).await, UNKNOWN);
    assert!(no.metadata["first_time"].starts_with("2026-"), "{no:?}");
}

#[tokio::test]
async fn a_page_goes_on_with_the_same_past() {
    let acme = Acme::new().await;
    let operator = acme.world.operator();
    for id in ["d2", "d3"] {
        operator
            .creates_product("acme", id, "kdrive")
            .await
            .expect("created");
    }
    acme.world.passes(Duration::from_secs(60));
    let then = When::At(now(&acme.world));
    acme.world.passes(Duration::from_secs(60));
    for id in ["d2", "d3"] {
        let name = format!("organizations/acme/products/{id}");
        operator.deletes_product(&name).await.expect("deleted");
    }
    let (mut seen, mut token) = (Vec::new(), String::new());
    loop {
        let page = operator.lists("ann", then, &token).await.expect("a page");
        seen.extend(page.products.into_iter().map(|product| product.product));
        token = page.next_page_token;
        if token.is_empty() {
            break;
        }
        let elsewhere = operator.lists("ann", When::Now, &token).await;
        refused(elsewhere, (Code::InvalidArgument, "PAGE_TOKEN_INVALID"));
    }
    let names = ["d2", "d3", "drive"].map(|id| format!("organizations/acme/products/{id}"));
    assert_eq!(seen, names);
}

#[tokio::test]
async fn bad_input_about_the_past_names_its_field() {
    let acme = Acme::new().await;
    let asks = async |at_time, at_revision, consistency| {
        let request = v1::CheckAccessRequest {
            subject: "users/bob".into(),
            resource: DRIVE.into(),
            right: "use".into(),
            at_time,
            at_revision,
            consistency,
        };
        let refusal = acme.ann.access().check_access(request).await;
        Refused::from(refusal.expect_err("refused"))
    };
    let time = Some(prost_types::Timestamp::default());
    for (no, field) in [
        (asks(time, 1, None).await, "at_revision"),
        (asks(None, -1, None).await, "at_revision"),
        (asks(time, 0, fully()).await, "consistency"),
        (asks(None, 1, fully()).await, "consistency"),
    ] {
        assert_eq!(
            (no.reason.as_str(), &no.fields[..]),
            ("FIELD_INVALID", &[field.to_owned()][..])
        );
    }
    let both = acme
        .ann
        .checks_all(questions(), When::Revision(1))
        .await
        .expect_err("of several organizations");
    assert_eq!(both.fields, ["at_revision"]);
}

#[tokio::test]
async fn a_checkpoint_that_a_later_version_wrote_is_passed_over() {
    let acme = Acme::new().await;
    let world = &acme.world;
    let head = "SELECT revision FROM head WHERE home = 'o:acme'";
    let revision = u64::try_from(world.reads_number(head).await).expect("a revision");
    let keeps_the_next = Capacity {
        replayed: revision + 1,
        ..Capacity::default()
    };
    let follower = world.another_taking(keeps_the_next).await;
    let operator = follower.hears(&world.operator());
    operator.answers(When::Now).await;
    assert_eq!(world.tampers(&becomes("Product", "Unheard")).await, 1);
    let one_more = operator.creates_product("acme", "d2", "kdrive").await;
    one_more.expect("created");
    let kept = "SELECT COUNT(*) FROM checkpoint WHERE home = 'o:acme'";
    while world.reads_number(kept).await == 0 {
        tokio::task::yield_now().await;
    }
    assert_eq!(world.tampers(&becomes("Unheard", "Product")).await, 1);
    let answers = operator.answers(When::Now).await;
    world.passes(Duration::from_secs(60));
    let then = now(world);
    world.passes(Duration::from_secs(60));
    let deleted = operator.deletes_product(DRIVE).await;
    deleted.expect("deleted");
    let fresh = world.another().await;
    let as_of_then = fresh.hears(&operator).answers(When::At(then)).await;
    assert_eq!(as_of_then, answers);
}

/// Makes the drive another noun.
fn becomes(one: &str, other: &str) -> String {
    format!(
        "UPDATE product SET body = replace(body, '{{\"{one}\":', '{{\"{other}\":') \
         WHERE home = 'o:acme' AND id = 'drive'"
    )
}
