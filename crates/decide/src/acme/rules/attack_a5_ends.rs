//! What was made through a partnership is known for ever, and the client has it taken back: with the end or later.

use domain::{ChangePolicy, MadeThing, Product};

use super::super::actor::{Actor, refused};
use super::super::made_things::thing;
use super::super::make::{
    collaborator, external, legal_representative, offered, product, products, rights, role, tag_id,
    team, to_member, user,
};
use super::super::partners::full;
use super::super::requests::{kdrive_use, same_wish};
use super::super::why;
use super::agency::Agency;
use crate::use_cases::change_request::MemberSpec;
use crate::use_cases::invitation::CreateInvitation;
use crate::use_cases::role_spec::RoleName;

/// Acme has bob, dora, the team `web` and the group `site` of its own; pia makes things there as staff of its full
/// partner.
struct Begun {
    agency: Agency,
    name: String,
    group: String,
}

impl Begun {
    fn new() -> Self {
        let agency = Agency::new();
        let acme = &agency.acme;
        acme.bob();
        acme.member("dora", collaborator());
        acme.ann.creates_team("acme", "web").expect("a team");
        let group = acme.ann.creates_group("acme", "site");
        let group = group.expect("a group");
        let name = agency.begun_full();
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
    fn with_all() -> (Self, Vec<MadeThing>) {
        let made = Self::new();
        let (acme, pia) = (&made.agency.acme, made.pia());
        acme.world.member("acme", pia, "kim", collaborator());
        let changed = pia.changes_role("acme", "bob", RoleName::External);
        changed.expect("changed");
        pia.creates_team("acme", "made").expect("a team");
        pia.adds_to_team("acme", "web", &["dora"]).expect("put");
        let grant = to_member(
            "acme",
            "dora",
            rights(&["kdrive/use"]),
            products(&[made.drive()]),
        );
        let grant = pia.grants_access("acme", grant).expect("given");
        pia.tags(made.drive(), &["hers"]).expect("tagged");
        let put = pia.adds_to_group(&made.group, &[made.drive()]);
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

    fn listed(&self) -> Vec<MadeThing> {
        let made = self.agency.acme.world.made(&self.name).into_iter();
        made.map(|made| made.thing).collect()
    }

    fn role_of(&self, user: &str) -> RoleName {
        let member = self.agency.acme.world.member_of("acme", user);
        RoleName::of(&member.expect("the member").role)
    }

    /// The newest revision of acme.
    fn newest(&self) -> u64 {
        self.agency.acme.world.view("acme").organization.revision()
    }

    fn product(&self) -> Product {
        let here = self.agency.acme.world.view("acme").organization;
        let drive = here.product(&product(self.drive()));
        Product::clone(drive.expect("it is there"))
    }
}

#[test]
fn attack_a5_what_their_invitations_bring_is_listed() {
    let made = Begun::new();
    let world = &made.agency.acme.world;
    let invitation = CreateInvitation {
        grants: vec![offered(rights(&["kdrive/use"]), products(&[made.drive()]))],
        teams: vec![team("web")],
        ..external()
    };
    world.member("acme", made.pia(), "zed", invitation);
    // What the client's own people invite is theirs.
    world.member("acme", made.ann(), "own", collaborator());
    let listed = made.listed();
    let [member, place, grant] = listed.as_slice() else {
        panic!("{listed:?}");
    };
    assert_eq!(*member, thing::member("zed"));
    assert_eq!(*place, thing::place("web", "zed"));
    assert!(matches!(grant, MadeThing::Grant(_)));
}

#[test]
fn attack_a5_what_their_requests_bring_is_listed() {
    let made = Begun::new();
    let wanted = MemberSpec {
        role: Some(role(RoleName::External).role),
        add_grants: vec![kdrive_use(made.drive())],
        add_teams: vec![team("web")],
        ..same_wish()
    };
    let operator = made.agency.acme.world.operator();
    let asked = made.pia().asks_to_change("acme", "bob", wanted.clone());
    let asked = asked.expect("opened");
    operator.applies(&asked.name).expect("applied");
    let asked = made.ann().asks_to_change("acme", "dora", wanted);
    let asked = asked.expect("opened");
    operator.applies(&asked.name).expect("applied");
    let listed = made.agency.acme.world.made(&made.name);
    let [role, place, grant] = listed.as_slice() else {
        panic!("{listed:?}");
    };
    assert_eq!(role.thing, thing::role("bob"));
    assert_eq!(role.by.as_ref(), Some(made.pia().id()));
    assert_eq!(place.thing, thing::place("web", "bob"));
    assert_eq!(place.by.as_ref(), Some(made.pia().id()));
    assert!(matches!(grant.thing, MadeThing::Grant(_)));
}

#[test]
fn attack_a5_all_of_it_is_taken_back_with_the_end() {
    let (made, things) = Begun::with_all();
    let ann = made.ann();
    // What is the client's own stays.
    ann.tags(made.drive(), &["ours"]).expect("tagged");
    ann.adds_to_team("acme", "web", &["bob"]).expect("put");
    let ended = ann.ends_taking_back(&made.name).expect("ended");
    assert_eq!(ended.change().outcome.taken_back, things);
    assert_eq!(ended.change().outcome.left_made, Some(0));
    assert_eq!(ended.removed_members(), ["organizations/acme/members/kim"]);
    assert_eq!(ended.removed_grants().len(), 1);
    assert!(ended.made_by_staff().is_empty());
    assert!(made.agency.acme.world.member_of("acme", "kim").is_none());
    let here = made.agency.acme.world.view("acme").organization;
    assert!(here.team(&team("made")).is_none());
    assert_eq!(made.role_of("bob"), RoleName::Collaborator);
    let web = made.agency.acme.world.team_of("acme", "web");
    assert_eq!(web.members, [user("bob")]);
    assert!(made.agency.acme.world.grants("acme").is_empty());
    let product = made.product();
    assert_eq!(product.tags, [tag_id("ours")]);
    assert!(product.groups.is_empty(), "{product:?}");
    assert!(made.listed().is_empty());
}

#[test]
fn attack_a5_named_ones_are_taken_back_later_and_once() {
    let (made, things) = Begun::with_all();
    let ann = made.ann();
    let [kim, role, team, place, grant, tag, entry] = things.as_slice() else {
        panic!("{things:?}");
    };
    ann.ends(&made.name).expect("ended");
    let some = vec![tag.clone(), role.clone(), grant.clone()];
    let taken = ann.takes_back(&made.name, some).expect("taken back");
    assert_eq!(
        taken.change().outcome.taken_back,
        [role, grant, tag].map(Clone::clone)
    );
    assert_eq!(taken.change().outcome.left_made, Some(4));
    assert_eq!(taken.removed_grants().len(), 1);
    assert_eq!(made.role_of("bob"), RoleName::Collaborator);
    let left = [kim, team, place, entry].map(Clone::clone);
    assert_eq!(made.listed(), left);
    // What is gone already is no longer there to be taken back, and nothing else goes with it.
    let before = made.newest();
    for (again, why) in [
        (role, why::NOT_MADE_THROUGH),
        (tag, why::NOT_MADE_THROUGH),
        (grant, why::NOT_FOUND),
    ] {
        let answer = ann.takes_back(&made.name, vec![kim.clone(), again.clone()]);
        refused(answer, why);
    }
    // Nor is what was not made through it.
    let own = thing::member("dora");
    let answer = ann.takes_back(&made.name, vec![own, kim.clone()]);
    refused(answer, why::NOT_MADE_THROUGH);
    assert_eq!(made.newest(), before);
    let rest = ann.takes_all_back(&made.name).expect("taken back");
    assert_eq!(rest.change().outcome.taken_back, left);
    assert_eq!(rest.change().outcome.left_made, Some(0));
    let nothing = ann.takes_all_back(&made.name).expect("nothing");
    assert!(nothing.change().outcome.taken_back.is_empty());
}

#[test]
fn attack_a5_what_goes_along_is_taken_back_with_it() {
    let made = Begun::new();
    let (ann, pia) = (made.ann(), made.pia());
    let world = &made.agency.acme.world;
    world.member("acme", pia, "kim", collaborator());
    pia.creates_team("acme", "made").expect("a team");
    pia.adds_to_team("acme", "made", &["kim", "dora"])
        .expect("put");
    // While the partnership is active as well, and what the client itself added to it goes along.
    ann.adds_to_team("acme", "made", &["bob"]).expect("put");
    let taken = ann.takes_all_back(&made.name).expect("taken back");
    assert_eq!(
        taken.change().outcome.taken_back,
        [
            thing::member("kim"),
            thing::team("made"),
            thing::place("made", "dora"),
            thing::place("made", "kim"),
        ]
    );
    assert!(made.listed().is_empty());
    assert!(pia.may("manage", made.drive()));
}

#[test]
fn attack_a5_what_the_clients_own_people_give_again_is_theirs() {
    let (made, things) = Begun::with_all();
    let ann = made.ann();
    let (drive, group) = (made.drive(), &made.group);
    // Naming the role as it is confirms it.
    let confirmed = ann.changes_role("acme", "bob", RoleName::External);
    confirmed.expect("confirmed");
    ann.untags(drive, &["hers"]).expect("untagged");
    ann.tags(drive, &["hers"]).expect("tagged");
    let out = ann.removes_from_group(group, &[drive]);
    out.expect("taken out");
    ann.adds_to_group(group, &[drive]).expect("put in");
    let out = ann.removes_from_team("acme", "web", &["dora"]);
    out.expect("taken out");
    let put = ann.adds_to_team("acme", "web", &["dora"]);
    put.expect("put");
    let [kim, _, team, _, grant, ..] = things.as_slice() else {
        panic!("{things:?}");
    };
    let left = [kim, team, grant].map(Clone::clone);
    assert_eq!(made.listed(), left);
    ann.ends_taking_back(&made.name).expect("ended");
    assert_eq!(made.role_of("bob"), RoleName::External);
    assert_eq!(made.product().tags, [tag_id("hers")]);
    let web = made.agency.acme.world.team_of("acme", "web");
    assert_eq!(web.members, [user("dora")]);
}

#[test]
fn attack_a5_a_change_of_something_else_leaves_the_marks() {
    let (made, things) = Begun::with_all();
    let ann = made.ann();
    let renamed = ann.renames_product(made.drive(), "Drive");
    renamed.expect("renamed");
    ann.tags(made.drive(), &["hers", "more"]).expect("tagged");
    ann.adds_to_team("acme", "web", &["bob", "dora"])
        .expect("put");
    ann.deactivates_member("acme", "bob").expect("stopped");
    // Back to what it was, by staff too, there is nothing to take back.
    assert_eq!(made.listed(), things);
    let back = made
        .pia()
        .changes_role("acme", "bob", RoleName::Collaborator);
    back.expect("changed");
    assert!(!made.listed().contains(&thing::role("bob")));
}

#[test]
fn attack_a5_nobody_else_sees_it_or_takes_it_back() {
    let (made, things) = Begun::with_all();
    let acme = &made.agency.acme;
    let una = acme.una();
    let ada = acme.ada();
    let eve = acme.world.organization("globex", "eve");
    let with_globex = acme
        .world
        .partnership(("globex", &eve), ("agency", made.pia()), full(false))
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
        refused(who.takes_all_back(name), why);
    }
    for (who, why) in [(&una, why::RIGHT_MISSING), (&eve, why::NOT_FOUND)] {
        let answer = who.takes_back(&made.name, things.clone());
        refused(answer, why);
    }

    // The partner's side ends it, and has nothing of the client's taken back.
    let answer = made.pia().ends_taking_back(&made.name);
    refused(answer, why::PARTNER_MAY_NOT);
    made.pia().ends(&made.name).expect("ended");
    assert_eq!(made.listed(), things);
}

#[test]
fn attack_a5_every_rule_is_asked_as_if_done_directly() {
    let made = Begun::new();
    let acme = &made.agency.acme;
    let kim = acme.world.member("acme", made.pia(), "kim", collaborator());
    made.pia().tags(made.drive(), &["x"]).expect("tagged");
    let raised = made
        .ann()
        .changes_role("acme", "kim", RoleName::LegalRepresentative);
    raised.expect("raised");
    made.ann().leaves("acme").expect("left");
    let before = made.newest();
    let with_it = kim.ends_taking_back(&made.name);
    refused(with_it, why::LAST_LEGAL_REPRESENTATIVE);
    let later = kim.takes_all_back(&made.name);
    refused(later, why::LAST_LEGAL_REPRESENTATIVE);
    assert_eq!(made.newest(), before);
    // By request only, the end stays open; what changes access does not.
    acme.world
        .member("acme", &kim, "leo", legal_representative());
    let closed = acme.world.operator();
    let closed = closed.sets_policy("acme", ChangePolicy::ByRequest);
    closed.expect("set");
    kim.ends(&made.name).expect("ended");
    let member = vec![thing::member("kim")];
    refused(
        kim.takes_back(&made.name, member),
        why::CHANGE_POLICY_BY_REQUEST,
    );
    // A tag through which nobody has anything is only a label.
    let label = vec![thing::tag(made.drive(), "x")];
    let taken = kim.takes_back(&made.name, label);
    assert_eq!(
        taken.expect("taken back").change().outcome.left_made,
        Some(1)
    );
}

#[test]
fn attack_a5_one_call_takes_back_a_thousand_and_says_what_is_left() {
    let made = Begun::new();
    let (ann, pia) = (made.ann(), made.pia());
    let operator = made.agency.acme.world.operator();
    let tags: Vec<_> = (0..64).map(|number| format!("t{number:02}")).collect();
    let tags: Vec<_> = tags.iter().map(String::as_str).collect();
    for number in 0..16 {
        let id = format!("p{number:02}");
        let product = operator.creates_product("acme", &id, "kdrive");
        let product = product.expect("created");
        pia.tags(&product, &tags).expect("tagged");
    }
    let listed = made.listed();
    assert_eq!(listed.len(), 1024);
    let ended = ann.ends_taking_back(&made.name).expect("ended");
    assert_eq!(ended.change().outcome.taken_back, listed[..1000]);
    assert_eq!(ended.change().outcome.left_made, Some(24));
    let more = ann.takes_all_back(&made.name).expect("taken back");
    assert_eq!(more.change().outcome.taken_back, listed[1000..]);
    assert_eq!(more.change().outcome.left_made, Some(0));
}
