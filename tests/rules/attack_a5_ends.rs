//! What was made through a partnership is known for ever, and the client has it taken back: with the end or later.

use grantor::v1;
use v1::Role;

use super::agency::Agency;
use crate::harness::{Actor, collaborator, products, refused, rights, thing, to_member, why};

/// Acme has bob, dora, the team `web` and the group `site` of its own; pia makes things there as staff of its full
/// partner.
struct Made {
    agency: Agency,
    name: String,
    group: String,
}

impl Made {
    async fn new() -> Self {
        let agency = Agency::new().await;
        let acme = &agency.acme;
        acme.bob().await;
        acme.member("dora", collaborator()).await;
        acme.ann.creates_team("acme", "web").await.expect("a team");
        let group = acme.ann.creates_group("acme", "site").await;
        let group = group.expect("a group");
        let name = agency.begun_full().await;
        Self {
            agency,
            name,
            group,
        }
    }

    fn ann(&self) -> &Actor {
        &self.agency.acme.ann
    }

    fn pia(&self) -> &Actor {
        &self.agency.pia
    }

    fn drive(&self) -> &str {
        &self.agency.acme.drive
    }

    /// One thing of each kind, in the order of the list.
    async fn with_all() -> (Self, Vec<v1::MadeThing>) {
        let made = Self::new().await;
        let (acme, pia) = (&made.agency.acme, made.pia());
        acme.world.member("acme", pia, "kim", collaborator()).await;
        let changed = pia.changes_role("acme", "bob", Role::External).await;
        changed.expect("changed");
        pia.creates_team("acme", "made").await.expect("a team");
        pia.adds_to_team("acme", "web", &["dora"])
            .await
            .expect("put");
        let grant = to_member(
            "acme",
            "dora",
            rights(&["kdrive/use"]),
            products(&[made.drive()]),
        );
        let grant = pia.grants_access("acme", grant).await.expect("given");
        pia.tags(made.drive(), &["hers"]).await.expect("tagged");
        let put = pia.adds_to_group(&made.group, &[made.drive()]).await;
        put.expect("put");
        let things = vec![
            thing::member("kim"),
            thing::role("bob"),
            thing::team("made"),
            thing::place("web", "dora"),
            thing::grant(&grant.name),
            thing::tag(made.drive(), "hers"),
            thing::entry(&made.group, made.drive()),
        ];
        (made, things)
    }

    async fn listed(&self) -> Vec<v1::MadeThing> {
        self.ann().sees_made(&self.name).await.expect("the list")
    }

    async fn role_of(&self, user: &str) -> Role {
        let member = self.ann().sees_member("acme", user).await;
        member.expect("the member").role()
    }

    async fn product(&self) -> v1::Product {
        let request = v1::GetProductRequest {
            name: self.drive().to_owned(),
        };
        let product = self.ann().products().get_product(request).await;
        product.expect("read").into_inner().product.expect("it")
    }
}

#[tokio::test]
async fn attack_a5_what_staff_make_is_listed_by_kind_on_pages_of_any_size() {
    let (made, things) = Made::with_all().await;
    let listed = made.ann().sees_made_by(&made.name, 1000).await;
    let listed = listed.expect("the list");
    let shown: Vec<_> = listed.iter().filter_map(|one| one.thing.clone()).collect();
    assert_eq!(shown, things);
    for one in &listed {
        assert_eq!(one.made_by, "users/pia", "{one:?}");
        assert!(one.create_time.is_some(), "{one:?}");
    }
    let role = &listed[1];
    assert_eq!(
        (role.role(), role.former_role()),
        (Role::External, Role::Collaborator)
    );
    for size in 1..=3 {
        let paged = made.ann().sees_made_by(&made.name, size).await;
        assert_eq!(paged.expect("the list"), listed, "pages of {size}");
    }
    // The end lists the same, and so does any later question.
    let ended = made.ann().ends(&made.name).await.expect("ended");
    assert_eq!(ended.made_members, ["organizations/acme/members/kim"]);
    assert_eq!(ended.made_teams, ["organizations/acme/teams/made"]);
    assert_eq!(ended.made_grants.len(), 1);
    made.agency
        .acme
        .world
        .passes(std::time::Duration::from_secs(86_400 * 40));
    assert_eq!(made.listed().await, things);
}

#[tokio::test]
async fn attack_a5_all_of_it_is_taken_back_with_the_end() {
    let (made, things) = Made::with_all().await;
    let ann = made.ann();
    // What is the client's own stays.
    ann.tags(made.drive(), &["ours"]).await.expect("tagged");
    ann.adds_to_team("acme", "web", &["bob"])
        .await
        .expect("put");
    let ended = ann.ends_taking_back(&made.name).await.expect("ended");
    assert_eq!(ended.taken_back, things);
    assert_eq!(ended.remaining_count, 0);
    assert_eq!(ended.removed_members, ["organizations/acme/members/kim"]);
    assert_eq!(ended.removed_grants.len(), 1);
    assert!(ended.made_members.is_empty() && ended.made_teams.is_empty());
    assert!(ended.made_grants.is_empty());
    refused(ann.sees_member("acme", "kim").await, why::NOT_FOUND);
    refused(ann.sees_team("acme", "made").await, why::NOT_FOUND);
    assert_eq!(made.role_of("bob").await, Role::Collaborator);
    let web = ann.sees_team("acme", "web").await.expect("the team");
    assert_eq!(web.members, ["organizations/acme/members/bob"]);
    assert!(ann.sees_grants("acme").await.expect("grants").is_empty());
    let product = made.product().await;
    assert_eq!(product.tags, ["ours"]);
    assert!(product.product_groups.is_empty(), "{product:?}");
    assert!(made.listed().await.is_empty());
}

#[tokio::test]
async fn attack_a5_named_ones_are_taken_back_later_and_once() {
    let (made, things) = Made::with_all().await;
    let ann = made.ann();
    let [kim, role, team, place, grant, tag, entry] = things.as_slice() else {
        panic!("{things:?}");
    };
    ann.ends(&made.name).await.expect("ended");
    let some = vec![tag.clone(), role.clone(), grant.clone()];
    let taken = ann.takes_back(&made.name, some).await.expect("taken back");
    assert_eq!(taken.taken_back, [role, grant, tag].map(Clone::clone));
    assert_eq!(taken.remaining_count, 4);
    assert_eq!(taken.removed_grants.len(), 1);
    assert_eq!(made.role_of("bob").await, Role::Collaborator);
    let left = [kim, team, place, entry].map(Clone::clone);
    assert_eq!(made.listed().await, left);
    // What is gone already is no longer there to be taken back, and nothing else goes with it.
    let before = made.agency.revision().await;
    for (again, why) in [
        (role, why::NOT_MADE_THROUGH),
        (tag, why::NOT_MADE_THROUGH),
        (grant, why::NOT_FOUND),
    ] {
        let answer = ann.takes_back(&made.name, vec![kim.clone(), again.clone()]);
        refused(answer.await, why);
    }
    // Nor is what was not made through it.
    let own = thing::member("dora");
    let answer = ann.takes_back(&made.name, vec![own, kim.clone()]).await;
    refused(answer, why::NOT_MADE_THROUGH);
    assert_eq!(made.agency.revision().await, before);
    let rest = ann.takes_all_back(&made.name).await.expect("taken back");
    assert_eq!(rest.taken_back, left);
    assert_eq!(rest.remaining_count, 0);
    let nothing = ann.takes_all_back(&made.name).await.expect("nothing");
    assert!(nothing.taken_back.is_empty());
}

#[tokio::test]
async fn attack_a5_nobody_else_sees_it_or_takes_it_back() {
    let (made, things) = Made::with_all().await;
    let acme = &made.agency.acme;
    let una = acme.una().await;
    let ada = acme.ada().await;
    let eve = acme.world.organization("globex", "eve").await;
    let with_globex = acme
        .world
        .partnership(
            ("globex", &eve),
            ("agency", made.pia()),
            crate::harness::full(false),
        )
        .await
        .name;
    let by_another = with_globex.replace("globex", "acme");
    for (who, name, why) in [
        (&una, &made.name, why::RIGHT_MISSING),
        (&ada, &made.name, why::RIGHT_MISSING),
        (made.pia(), &made.name, why::RIGHT_MISSING),
        (&made.agency.cleo, &made.name, why::NOT_FOUND),
        (&eve, &made.name, why::NOT_FOUND),
        (made.ann(), &with_globex, why::NOT_FOUND),
        (made.ann(), &by_another, why::NOT_FOUND),
    ] {
        refused(who.sees_made(name).await, why);
        refused(who.takes_all_back(name).await, why);
    }
    for (who, why) in [(&una, why::RIGHT_MISSING), (&eve, why::NOT_FOUND)] {
        let answer = who.takes_back(&made.name, things.clone()).await;
        refused(answer, why);
    }
    let foreign = v1::MadeThing {
        thing: Some(v1::made_thing::Thing::Team(
            "organizations/globex/teams/web".into(),
        )),
    };
    let answer = made.ann().takes_back(&made.name, vec![foreign]).await;
    refused(answer, why::FIELD_INVALID);
    // The partner's side ends it, and has nothing of the client's taken back.
    let answer = made.pia().ends_taking_back(&made.name).await;
    refused(answer, why::PARTNER_MAY_NOT);
    made.pia().ends(&made.name).await.expect("ended");
    assert_eq!(made.listed().await, things);
}

#[tokio::test]
async fn attack_a5_a_preview_takes_nothing_and_a_retry_takes_once() {
    let (made, things) = Made::with_all().await;
    let ann = made.ann();
    let dora = made.agency.acme.world.acting("dora");
    let before = made.agency.revision().await;
    let request = v1::TakeBackMadeThingsRequest {
        name: made.name.clone(),
        all: true,
        note: "We part.".into(),
        validate_only: true,
        ..Default::default()
    };
    let tried = ann.takes_back_as(request.clone()).await.expect("tried");
    assert_eq!(tried.taken_back, things);
    let effect = tried.effect.expect("an effect");
    let loses = |line: &v1::EffectLine| {
        (line.user.as_str(), line.right.as_str(), line.lost) == ("users/dora", "kdrive/use", 1)
    };
    assert!(effect.lines.iter().any(loses), "{effect:?}");
    assert_eq!(made.agency.revision().await, before);
    assert!(dora.may("use", made.drive()).await);
    let request = v1::TakeBackMadeThingsRequest {
        request_id: "once".into(),
        validate_only: false,
        ..request
    };
    let taken = ann.takes_back_as(request.clone()).await.expect("taken");
    assert!(!dora.may("use", made.drive()).await);
    let again = ann.takes_back_as(request).await.expect("answered");
    assert_eq!(again.taken_back, taken.taken_back);
    assert_eq!(again.removed_grants, taken.removed_grants);
    assert_eq!(made.agency.revision().await, before + 1);
}
