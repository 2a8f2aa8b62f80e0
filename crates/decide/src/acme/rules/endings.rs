//! The end of a partnership: by either side, at once, with all that belongs to it and nothing else.

use domain::{ChangePolicy, Partnership, PartnershipState};

use super::super::actor::refused;
use super::super::make::{administrator, collaborator, external, products, rights, to, to_member};
use super::super::partners::{assignment, full, to_partnership};
use super::super::why;
use super::agency::Agency;
use crate::queries::role_matrix::Area;
use crate::queries::shown_role::ShownRole;
use crate::use_cases::grant::NewGrant;
use crate::use_cases::role_spec::RoleName;

fn granting(user: &str, right: &str, product: &str) -> NewGrant {
    to_member("acme", user, rights(&[right]), products(&[product]))
}

fn role(agency: &Agency, user: &str) -> ShownRole {
    agency.shown(user)
}

#[test]
fn either_side_ends_it_but_nobody_else() {
    let agency = Agency::new();
    let acme = &agency.acme;
    let (bob, ada) = (acme.bob(), acme.ada());
    let eve = acme.world.organization("globex", "eve");
    let name = agency.begun_full();
    for member in [&bob, &ada] {
        refused(member.ends(&name), why::RIGHT_MISSING);
    }
    for other in [&agency.cleo, &eve] {
        refused(other.ends(&name), why::NOT_FOUND);
    }
    let operator = acme.world.operator();
    refused(operator.ends(&name), why::ACTING_USER_REQUIRED);
    agency.pia.ends(&name).expect("ended");
}

#[test]
fn assigned_staff_does_not_end_it() {
    let agency = Agency::new();
    let name = agency.begun_full();
    let cleo = "organizations/agency/members/cleo";
    let wanted = assignment("acme", cleo, &["view", "manage_users"]);
    agency.pia.assigns("agency", wanted).expect("assigned");
    refused(agency.cleo.ends(&name), why::RIGHT_MISSING);
}

#[test]
fn what_has_ended_is_not_changed_any_more() {
    let agency = Agency::new();
    let name = agency.begun(agency.drive_only());
    let ann = &agency.acme.ann;
    ann.ends(&name).expect("ended");
    let changed = ann.changes_mandate(&name, full(false));
    refused(changed, why::PARTNERSHIP_NOT_ACTIVE);
    refused(
        ann.switches_wallet(&name, true),
        why::PARTNERSHIP_NOT_ACTIVE,
    );
    for answer in [
        ann.proposes_again(&name),
        agency.pia.accepts_proposal(&name),
    ] {
        refused(answer, why::INVITATION_NOT_OPEN);
    }
    // To whoever gives, only live ones are subjects.
    let to_it = to_partnership(
        &name,
        rights(&["kdrive/use"]),
        products(&[&agency.acme.drive]),
    );
    refused(ann.grants_access("acme", to_it), why::NOT_FOUND);
    assert!(!agency.pia.may("use", &agency.acme.drive));
}

#[test]
fn a_new_partnership_starts_from_nothing() {
    let agency = Agency::new();
    let acme = &agency.acme;
    agency.external(&agency.cleo);
    let first = agency.begun(agency.drive_only());
    let lent = acme
        .ann
        .grants_access("acme", granting("cleo", "domain/dns", &acme.site));
    lent.expect("granted");
    acme.ann.creates_team("acme", "web").expect("a team");
    let joined = acme.ann.adds_to_team("acme", "web", &["cleo"]);
    joined.expect("joined");
    let cleo = "organizations/agency/members/cleo";
    let wanted = assignment("acme", cleo, &["view"]);
    agency.pia.assigns("agency", wanted).expect("assigned");
    assert!(agency.cleo.may("manage", &acme.drive));
    acme.ann.ends(&first).expect("ended");
    agency.begun_full();
    assert_eq!(role(&agency, "cleo"), ShownRole::Partner);
    assert!(!agency.cleo.may("dns", &acme.site));
    assert!(!agency.cleo.may("manage", &acme.drive));
    assert!(acme.world.team_of("acme", "web").members.is_empty());
}

#[test]
fn what_the_staff_made_stays_and_is_listed() {
    let agency = Agency::new();
    let (acme, pia) = (&agency.acme, &agency.pia);
    acme.bob();
    let name = agency.begun_full();
    acme.world.member("acme", pia, "max", collaborator());
    acme.world.member("acme", pia, "xaver", external());
    pia.creates_team("acme", "web").expect("a team");
    let given = pia.grants_access("acme", granting("bob", "kdrive/use", &acme.drive));
    let given = given.expect("given");
    acme.member("own", collaborator());
    let ended = pia.ends(&name).expect("ended");
    let mut made = ended.made_by_staff();
    made.sort();
    let mut wanted = [
        "organizations/acme/members/max".to_owned(),
        "organizations/acme/members/xaver".to_owned(),
        "organizations/acme/teams/web".to_owned(),
        given.name,
    ];
    wanted.sort();
    assert_eq!(made, wanted);
    assert_eq!(ended.removed_members(), Vec::<String>::new());
    assert!(acme.world.acting("bob").may("use", &acme.drive));
    assert_eq!(
        role(&agency, "max"),
        ShownRole::Stored(RoleName::Collaborator)
    );
}

#[test]
fn partner_members_go_only_where_the_client_asks_for_it() {
    let agency = Agency::new();
    let acme = &agency.acme;
    agency.external(&agency.cleo);
    acme.member("xena", external());
    let held = acme
        .ann
        .grants_access("acme", granting("cleo", "kdrive/use", &acme.drive));
    held.expect("granted");
    let name = agency.begun(agency.drive_only());
    refused(agency.pia.ends_and(&name, true), why::PARTNER_MAY_NOT);
    assert_eq!(role(&agency, "cleo"), ShownRole::Partner);
    let ended = acme.ann.ends_and(&name, true).expect("ended");
    assert_eq!(ended.removed_members(), ["organizations/acme/members/cleo"]);
    assert!(!agency.cleo.may("use", &acme.drive));
    assert_eq!(role(&agency, "xena"), ShownRole::Stored(RoleName::External));
}

#[test]
fn who_is_a_partner_by_another_partnership_too_is_not_removed() {
    let agency = Agency::new();
    let acme = &agency.acme;
    let rob = acme.world.partner("rival", "rob");
    acme.world
        .joins("rival", &rob, &agency.cleo, collaborator());
    agency.external(&agency.cleo);
    let name = agency.begun(agency.drive_only());
    acme.world
        .partnership(("acme", &acme.ann), ("rival", &rob), full(false));
    let ended = acme.ann.ends_and(&name, true).expect("ended");
    assert_eq!(ended.removed_members(), Vec::<String>::new());
    assert_eq!(role(&agency, "cleo"), ShownRole::Partner);
}

#[test]
fn whom_the_client_has_deactivated_no_partnership_lets_in() {
    let agency = Agency::new();
    let acme = &agency.acme;
    agency.external(&agency.pia);
    agency.begun_full();
    let mel = administrator(&[Area::Technical]);
    let mel = agency.colleague("mel", mel);
    assert!(agency.pia.may("manage", &acme.drive));
    let asleep = acme.ann.deactivates_member("acme", "pia");
    asleep.expect("deactivated");
    assert!(!agency.pia.may("manage", &acme.drive));
    for right in ["view", "manage_users", "contact_support"] {
        assert!(!agency.pia.may(right, "organizations/acme"), "{right}");
    }
    let invitation = to("new@x.example", collaborator());
    refused(agency.pia.invites("acme", invitation), why::NOT_FOUND);
    // Nor do they leave to others what they are shut out of; the others work on.
    let cleo = "organizations/agency/members/cleo";
    let wanted = assignment("acme", cleo, &["view"]);
    refused(
        agency.pia.assigns("agency", wanted),
        why::GIVES_MORE_THAN_HELD,
    );
    assert!(mel.may("manage", &acme.drive));
    let awake = acme.ann.reactivates_member("acme", "pia");
    awake.expect("reactivated");
    assert!(agency.pia.may("manage", &acme.drive));
}

#[test]
fn the_end_is_open_under_by_request() {
    let agency = Agency::new();
    let acme = &agency.acme;
    for side in [&acme.ann, &agency.pia] {
        let name = agency.begun_full();
        let operator = acme.world.operator();
        let closed = operator.sets_policy("acme", ChangePolicy::ByRequest);
        closed.expect("closed");
        let ended = side.ends(&name).expect("ended").saved::<Partnership>();
        assert!(matches!(ended.state, PartnershipState::Terminated { .. }));
        let open = operator.sets_policy("acme", ChangePolicy::Direct);
        open.expect("open");
    }
}
