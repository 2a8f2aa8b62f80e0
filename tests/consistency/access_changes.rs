//! What somebody gained and lost between two times, each with what did it: all of it together leads from what Check answers
//! as of the one to what it answers as of the other.

mod folded;
mod much;

use std::time::Duration;

use grantor::v1;
use tonic::Code;

use super::Acme;
use super::asked::{ACME, DRIVE};
use crate::harness::{
    Actor, Answer, World, all, catalog_types, collaborator, every_right, full, products, refused,
    rights, to_member, why,
};

pub(super) use folded::folds;

type Request = v1::ListAccessChangesRequest;

/// Asks about somebody in acme.
fn of_user(user: &str, start: prost_types::Timestamp) -> Request {
    Request {
        parent: ACME.into(),
        user: format!("users/{user}"),
        start_time: Some(start),
        ..Default::default()
    }
}

fn of_drive(start: prost_types::Timestamp) -> Request {
    Request {
        parent: ACME.into(),
        product: DRIVE.into(),
        start_time: Some(start),
        ..Default::default()
    }
}

impl Actor {
    async fn page_of_changes(&self, request: Request) -> Answer<v1::ListAccessChangesResponse> {
        let page = self.access().list_access_changes(request).await?;
        Ok(page.into_inner())
    }

    /// All pages of this size.
    async fn all_changes(&self, request: &Request, page_size: i32) -> Vec<v1::AccessChange> {
        let (mut all, mut page_token) = (Vec::new(), String::new());
        let mut end_time = None;
        loop {
            let request = Request {
                page_size,
                page_token,
                ..request.clone()
            };
            let page = self.page_of_changes(request).await.expect("a page");
            assert!(page.access_changes.len() <= page_size.unsigned_abs() as usize);
            assert_eq!(*end_time.get_or_insert(page.end_time), page.end_time);
            all.extend(page.access_changes);
            page_token = page.next_page_token;
            if page_token.is_empty() {
                return all;
            }
        }
    }
}

/// A minute passes, before and after the moment that is answered.
fn settled(world: &World) -> prost_types::Timestamp {
    world.passes(Duration::from_secs(60));
    let then = world.later(0);
    world.passes(Duration::from_secs(60));
    then
}

/// What was told, in short: what did it, then who gained and lost what.
fn in_short(changes: &[v1::AccessChange]) -> Vec<String> {
    let short = |change: &v1::AccessChange| {
        let cause = change.cause().as_str_name();
        let cause = cause.trim_start_matches("ACCESS_CHANGE_CAUSE_");
        let of = change.differences.iter().map(|of| {
            let signed = |sign: &str, rights: &[String]| {
                let signed = rights.iter().map(|right| format!(" {sign}{right}"));
                signed.collect::<String>()
            };
            let (user, on) = (&of.user[6..], of.resource.rsplit('/').next().unwrap_or(""));
            let (gained, lost) = (&of.gained_rights, &of.lost_rights);
            format!("{user} {on}{}{}", signed("+", gained), signed("-", lost))
        });
        format!("{cause}: {}", of.collect::<Vec<_>>().join("; "))
    };
    changes.iter().map(short).collect()
}

/// Bob is given something and loses it in many ways; answers when it began.
async fn bob_has_and_has_not(acme: &Acme) -> prost_types::Timestamp {
    let (world, ann, operator) = (&acme.world, &acme.ann, acme.world.operator());
    let start = settled(world);
    let given = ann.grants_access("acme", acme.managing()).await;
    let given = given.expect("given");
    settled(world);
    ann.deletes_grant(&given.name).await.expect("deleted");
    settled(world);
    let windowed = v1::Grant {
        start_time: Some(world.later(1800)),
        expire_time: Some(world.later(3600)),
        ..to_member("acme", "bob", every_right(), products(&[DRIVE]))
    };
    ann.grants_access("acme", windowed).await.expect("given");
    world.passes(Duration::from_secs(2000));
    let mut product_types = catalog_types();
    let print = v1::Right {
        id: "print".into(),
        ..product_types[0].rights[0].clone()
    };
    product_types[0].rights.push(print);
    let request = v1::ApplyCatalogRequest {
        product_types,
        allow_gain: true,
        ..Default::default()
    };
    operator.catalog().apply_catalog(request).await.expect("ok");
    world.passes(Duration::from_secs(2000));
    operator.deactivates_user("bob").await.expect("stopped");
    settled(world);
    operator.reactivates_user("bob").await.expect("started");
    settled(world);
    ann.deactivates_member("acme", "bob").await.expect("out");
    settled(world);
    start
}

const OF_BOB: [&str; 8] = [
    "ORGANIZATION: bob drive +kdrive/manage",
    "ORGANIZATION: bob drive -kdrive/manage",
    "TIME: bob drive +kdrive/manage +kdrive/statistics +kdrive/technical",
    "CATALOG: bob drive +kdrive/print",
    "TIME: bob drive -kdrive/manage -kdrive/print -kdrive/statistics -kdrive/technical",
    "ACCOUNT: bob acme -organization/share_directory -organization/view; bob drive -kdrive/use",
    "ACCOUNT: bob acme +organization/share_directory +organization/view; bob drive +kdrive/use",
    "ORGANIZATION: bob acme -organization/share_directory -organization/view; bob drive -kdrive/use",
];

#[tokio::test]
async fn what_one_person_gained_and_lost_is_told_with_what_did_it() {
    let acme = Acme::new().await;
    let start = bob_has_and_has_not(&acme).await;
    let of_bob = of_user("bob", start);
    let told = acme.ann.all_changes(&of_bob, 50).await;
    assert_eq!(in_short(&told), OF_BOB);
    let mut times: Vec<_> = told.iter().map(|it| it.change_time.expect("one")).collect();
    times.dedup_by_key(|time| time.seconds);
    assert_eq!(times.len(), told.len());
    assert!(times.is_sorted_by_key(|time| (time.seconds, time.nanos)));

    let by_revision = told.iter().filter(|change| change.revision > 0);
    let by_revision: Vec<_> = by_revision.collect();
    assert_eq!(by_revision.len(), 3);
    for change in by_revision {
        assert_eq!(
            change.cause(),
            v1::AccessChangeCause::Organization,
            "{change:?}"
        );
        let name = format!("{ACME}/changes/{}", change.revision);
        let request = v1::GetChangeRequest { name };
        let audit = acme.ann.audit().get_change(request).await;
        let audit = audit.expect("told").into_inner().change;
        let audit = audit.expect("a change");
        let made = change.change.clone().expect("to the legal representative");
        let things = usize::try_from(made.omitted_resource_change_count);
        assert_eq!(things, Ok(audit.resource_changes.len()), "{made:?}");
        let whole = v1::Change {
            resource_changes: audit.resource_changes.clone(),
            omitted_resource_change_count: 0,
            ..made
        };
        assert_eq!(whole, audit);
    }
    let others = told.iter().filter(|change| change.revision == 0);
    assert!(others.clone().all(|change| change.change.is_none()));

    for size in 1..4 {
        let in_pages = acme.ann.all_changes(&of_bob, size).await;
        assert_eq!(in_pages, told, "{size} a page");
    }
    let fresh = acme.world.another().await;
    let elsewhere = fresh.hears(&acme.ann).all_changes(&of_bob, 3).await;
    assert_eq!(elsewhere, told);
}

#[tokio::test]
async fn what_everybody_gained_and_lost_on_a_product_is_told_until_it_is_gone() {
    let acme = Acme::new().await;
    let (world, ann, operator) = (&acme.world, &acme.ann, acme.world.operator());
    world.member("acme", ann, "carl", collaborator()).await;
    let start = settled(world);
    let to_carl = to_member("acme", "carl", rights(&["kdrive/use"]), all());
    ann.grants_access("acme", to_carl).await.expect("given");
    settled(world);
    let other = operator.creates_product("acme", "other", "kdrive").await;
    let other = other.expect("created");
    let to_bob = to_member("acme", "bob", every_right(), products(&[&other]));
    ann.grants_access("acme", to_bob).await.expect("elsewhere");
    ann.removes_member("acme", "bob").await.expect("removed");
    settled(world);
    operator.deletes_product(DRIVE).await.expect("deleted");
    settled(world);
    let told = ann.all_changes(&of_drive(start), 50).await;
    let expected = [
        "ORGANIZATION: carl drive +kdrive/use",
        "ORGANIZATION: bob drive -kdrive/use",
        "ORGANIZATION: ann drive -contact_support -kdrive/manage -kdrive/statistics -kdrive/technical -kdrive/use; \
         carl drive -kdrive/use",
    ];
    assert_eq!(in_short(&told), expected);
}

#[tokio::test]
async fn what_a_partner_changed_is_told_without_saying_whose_it_was() {
    let acme = Acme::new().await;
    let (world, ann) = (&acme.world, &acme.ann);
    let agency = world.partner("agency", "pia").await;
    world.member("agency", &agency, "rob", collaborator()).await;
    let start = settled(world);
    let technical = [v1::Area::Technical];
    let promotes = async || {
        let promoted = agency.hands_out("agency", "rob", &technical, Some(all()));
        promoted.await.expect("staff");
        settled(world);
    };
    let demotes = async || {
        let demoted = agency.changes_role("agency", "rob", v1::Role::Collaborator);
        demoted.await.expect("none any more");
        settled(world);
    };
    // While it is no partner nothing of it is told.
    promotes().await;
    demotes().await;
    let (client, partner) = (("acme", ann), ("agency", &agency));
    let partnership = world.partnership(client, partner, full(false)).await;
    settled(world);
    promotes().await;
    demotes().await;
    promotes().await;
    ann.ends(&partnership.name).await.expect("ended");
    settled(world);
    demotes().await;
    let told = ann.all_changes(&of_user("rob", start), 2).await;
    let causes: Vec<_> = told
        .iter()
        .map(|change| change.cause().as_str_name())
        .collect();
    let causes: Vec<_> = causes.iter().map(|it| it.rsplit('_').next()).collect();
    let (partner, organization) = (Some("PARTNER"), Some("ORGANIZATION"));
    assert_eq!(causes, [partner, partner, partner, organization]);
    let of_acme = &told[0].differences[0];
    assert_eq!(of_acme.resource, ACME);
    assert!(
        of_acme
            .gained_rights
            .contains(&"organization/manage_users".into())
    );
    let said = format!("{told:?}");
    assert!(!said.contains("agency"), "{said}");
    let of_drive = ann.all_changes(&of_drive(start), 50).await;
    let staff = |change: &&v1::AccessChange| change.cause() == v1::AccessChangeCause::Partner;
    assert_eq!(of_drive.iter().filter(staff).count(), 3);
}

#[tokio::test]
async fn what_is_too_much_for_one_answer_follows_in_others_of_the_same_cause() {
    let acme = Acme::new().await;
    let (world, ann, operator) = (&acme.world, &acme.ann, acme.world.operator());
    for number in 0..110 {
        let id = format!("d{number}");
        operator
            .creates_product("acme", &id, "kdrive")
            .await
            .expect("created");
    }
    let start = settled(world);
    let promoted = ann.hands_out("acme", "bob", &[v1::Area::Technical], Some(all()));
    promoted.await.expect("an administrator");
    settled(world);
    let told = ann.all_changes(&of_user("bob", start), 50).await;
    let sizes: Vec<_> = told.iter().map(|change| change.differences.len()).collect();
    // Acme itself, its drive, and the others.
    assert_eq!(sizes, [100, 12]);
    assert_eq!(told[0].revision, told[1].revision);
    let resources = told.iter().flat_map(|change| &change.differences);
    let resources: Vec<_> = resources.map(|of| &of.resource).collect();
    assert!(resources.is_sorted());
    assert_eq!(ann.all_changes(&of_user("bob", start), 1).await, told);
}

#[tokio::test]
async fn who_may_not_see_the_audit_is_not_told_who_did_it() {
    let acme = Acme::new().await;
    let (world, ann) = (&acme.world, &acme.ann);
    world.member("acme", ann, "carl", collaborator()).await;
    let start = settled(world);
    let promoted = ann.hands_out("acme", "bob", &[v1::Area::UserRights], None);
    promoted.await.expect("an administrator");
    settled(world);
    let of_bob = of_user("bob", start);
    let whole = ann.all_changes(&of_bob, 50).await;
    assert_eq!(whole.len(), 1);
    assert_eq!(whole[0].change.as_ref().expect("told").actor, "users/ann");
    let told = acme.bob.all_changes(&of_bob, 50).await;
    let without = v1::AccessChange {
        change: None,
        ..whole[0].clone()
    };
    assert_eq!(told, [without]);

    let asks = async |who: &Actor| who.page_of_changes(of_user("carl", start)).await;
    refused(asks(&world.acting("carl")).await, why::RIGHT_MISSING);
    let demoted = ann.changes_role("acme", "bob", v1::Role::Collaborator);
    demoted.await.expect("a collaborator");
    refused(acme.bob.page_of_changes(of_bob).await, why::RIGHT_MISSING);
    let stranger = world.organization("other", "oda").await;
    refused(asks(&stranger).await, why::NOT_FOUND);
}

#[tokio::test]
async fn it_is_told_up_to_when_all_is_known_and_from_before_anything_was() {
    let acme = Acme::new().await;
    let (world, ann) = (&acme.world, &acme.ann);
    let epoch = prost_types::Timestamp::default();
    settled(world);
    let since_ever = ann.all_changes(&of_user("bob", epoch), 50).await;
    let all = "ORGANIZATION: bob acme +organization/share_directory +organization/view";
    assert_eq!(
        in_short(&since_ever),
        [all, "ORGANIZATION: bob drive +kdrive/use"]
    );

    let start = world.later(-60);
    let given = ann.grants_access("acme", acme.managing()).await;
    given.expect("given");
    let first = ann
        .page_of_changes(of_user("bob", start))
        .await
        .expect("a page");
    assert_eq!(first.access_changes, []);
    settled(world);
    let end = first.end_time.expect("told");
    let next = ann.all_changes(&of_user("bob", end), 50).await;
    assert_eq!(in_short(&next), ["ORGANIZATION: bob drive +kdrive/manage"]);

    let unsettled: (Code, &str) = (Code::FailedPrecondition, "TIME_NOT_SETTLED");
    let to_come = Request {
        end_time: Some(world.later(60)),
        ..of_user("bob", start)
    };
    refused(ann.page_of_changes(to_come).await, unsettled);
    let just_now = of_user("bob", world.later(0));
    refused(ann.page_of_changes(just_now).await, unsettled);
}

#[tokio::test]
async fn a_bad_request_for_changes_of_access_names_its_field() {
    let acme = Acme::new().await;
    let start = settled(&acme.world);
    let asks = async |request: Request| {
        let answer = acme.ann.page_of_changes(request).await;
        refused(answer, why::FIELD_INVALID).fields
    };
    let good = of_user("bob", start);
    let both = Request {
        product: DRIVE.into(),
        ..good.clone()
    };
    assert_eq!(asks(both).await, ["product"]);
    let neither = Request {
        user: String::new(),
        ..good.clone()
    };
    assert_eq!(asks(neither).await, ["user"]);
    let elsewhere = Request {
        product: "organizations/other/products/drive".into(),
        ..of_drive(start)
    };
    assert_eq!(asks(elsewhere).await, ["product"]);
    let backwards = Request {
        end_time: Some(start),
        ..good.clone()
    };
    assert_eq!(asks(backwards).await, ["end_time"]);
    let many = Request {
        parent: "acme".into(),
        user: "bob".into(),
        start_time: None,
        page_size: -1,
        ..good.clone()
    };
    assert_eq!(
        asks(many).await,
        ["parent", "user", "start_time", "page_size"]
    );

    acme.ann
        .grants_access("acme", acme.managing())
        .await
        .expect("given");
    acme.ann
        .deletes_grant(&acme.grant.name)
        .await
        .expect("deleted");
    settled(&acme.world);
    let request = Request {
        page_size: 1,
        ..good
    };
    let page = acme
        .ann
        .page_of_changes(request.clone())
        .await
        .expect("a page");
    let of_another = Request {
        page_token: page.next_page_token,
        user: "users/ann".into(),
        ..request
    };
    let no = acme.ann.page_of_changes(of_another).await;
    refused(no, (Code::InvalidArgument, "PAGE_TOKEN_INVALID"));
}
