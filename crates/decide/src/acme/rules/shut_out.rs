//! Rule 12, whom an organization has shut out stays out, by whatever way they or others would let them in again.

use access::Resource;
use domain::{ChangePolicy, RightKind};

use super::super::actor::{Actor, refused};
use super::super::make::{
    administrator, collaborator, legal_representative, organization, product, to, user,
};
use super::super::partners::{assignment, full, product_rights};
use super::super::requests::deactivation;
use super::super::why;
use super::agency::Agency;
use super::{named_operator, stop_bob};
use crate::queries::access::{AccessReason, Question};
use crate::queries::member_actions::{MemberAction, member_actions};
use crate::queries::role_matrix::Area;

/// Pia is an external of acme, whose full partner the agency is; acme has deactivated her.
fn pia_is_stopped() -> (Agency, String) {
    let agency = Agency::new();
    agency.external(&agency.pia);
    let name = agency.begun_full();
    assert!(agency.pia.may("manage", &agency.acme.drive));
    let stopped = agency.acme.ann.deactivates_member("acme", "pia");
    stopped.expect("deactivated");
    is_out(&agency, &agency.pia, AccessReason::MemberInactive);
    (agency, name)
}

/// No path works for them, a partnership's neither, and they change nothing.
fn is_out(agency: &Agency, who: &Actor, reason: AccessReason) {
    let acme = &agency.acme;
    for right in ["view", "manage_users", "contact_support"] {
        assert!(!who.may(right, "organizations/acme"), "{right}");
    }
    let question = Question {
        subject: who.id().clone(),
        organization: organization("acme"),
        resource: Resource::Product(product(&acme.drive)),
        right: "manage".into(),
    };
    let view = acme.world.view("acme");
    let answer = question.answer(&view, acme.world.later(0));
    let answer = answer.expect("an answer");
    assert_eq!((answer.decision.allowed, answer.reason), (false, reason));
    let invitation = to("new@x.example", collaborator());
    refused(who.invites("acme", invitation), why::NOT_FOUND);
}

/// Whether the fact stands that outlives a membership.
fn is_kept(agency: &Agency, who: &Actor) -> bool {
    let here = agency.acme.world.view("acme").organization;
    here.shut_out(who.id()).is_some() && here.member(who.id()).is_none()
}

/// The same, as somebody whose shutting-out outlived the membership, or who never was a member.
fn is_out_for_good(agency: &Agency, who: &Actor) {
    is_out(agency, who, AccessReason::NotAMember);
    assert!(is_kept(agency, who));
}

#[test]
fn attack_a2_who_is_deactivated_and_leaves_stays_out() {
    let (agency, _) = pia_is_stopped();
    agency.pia.leaves("acme").expect("gone");
    is_out_for_good(&agency, &agency.pia);
    let here = agency.acme.world.view("acme").organization;
    let out: Vec<_> = here.shut_outs().map(|one| one.user.clone()).collect();
    assert_eq!(out, [user("pia")]);
    refused(agency.pia.lifts("acme", "pia"), why::NOT_FOUND);
    refused(agency.pia.leaves("acme"), why::NOT_FOUND);
}

#[test]
fn attack_a2_whom_a_colleague_removes_stays_out() {
    let (agency, _) = pia_is_stopped();
    let mel = administrator(&[Area::Technical]);
    let mel = agency.colleague("mel", mel);
    mel.removes_member("acme", "pia").expect("removed");
    is_out_for_good(&agency, &agency.pia);
    refused(mel.lifts("acme", "pia"), why::PARTNER_MAY_NOT);
}

#[test]
fn attack_a2_no_colleague_lets_them_in_through_the_partnership() {
    let (agency, _) = pia_is_stopped();
    let rex = agency.colleague("rex", legal_representative());
    let mut to_cleo = assignment(
        "acme",
        "organizations/agency/members/cleo",
        &["view", "manage_users"],
    );
    to_cleo.product_rights = product_rights(&[RightKind::Statistics]);
    rex.assigns("agency", to_cleo).expect("assigned");
    for colleague in [&rex, &agency.cleo] {
        let answer = colleague.reactivates_member("acme", "pia");
        refused(answer, why::PARTNER_MAY_NOT);
        let view = agency.acme.world.view("acme");
        let pia = view.organization.member(&user("pia")).expect("a member");
        let now = agency.acme.world.later(0);
        let actions = member_actions(&view, &organization("acme"), colleague.id(), pia, now);
        let mut actions = actions.actions.iter();
        let reactivate = actions.find(|(action, _)| *action == MemberAction::Reactivate);
        assert!(reactivate.expect("it is among them").1.is_err());
    }
    is_out(&agency, &agency.pia, AccessReason::MemberInactive);
    let awake = agency.acme.ann.reactivates_member("acme", "pia");
    awake.expect("reactivated");
    assert!(agency.pia.may("manage", &agency.acme.drive));
}

#[test]
fn attack_a2_a_new_partnership_lets_nobody_in_again() {
    let (agency, name) = pia_is_stopped();
    let (ann, pia) = (&agency.acme.ann, &agency.pia);
    let rex = agency.colleague("rex", legal_representative());
    pia.leaves("acme").expect("gone");
    // For the partner's side they end and refuse, and do not begin.
    pia.ends(&name).expect("ended");
    let again = agency.proposed(full(true));
    refused(pia.accepts_proposal(&again), why::SHUT_OUT);
    pia.refuses_proposal(&again).expect("refused");
    let again = agency.proposed(full(true));
    let begun = rex.accepts_proposal(&again).expect("accepted");
    assert!(begun.is_active());
    assert!(rex.may("manage", &agency.acme.drive));
    is_out_for_good(&agency, pia);
    assert!(ann.may("manage", &agency.acme.drive));
}

#[test]
fn attack_a2_the_end_that_removes_partner_members_keeps_them_out() {
    let (agency, name) = pia_is_stopped();
    let ann = &agency.acme.ann;
    let rex = agency.colleague("rex", legal_representative());
    ann.ends_and(&name, true).expect("ended");
    assert!(agency.acme.world.member_of("acme", "pia").is_none());
    let again = agency.proposed(full(false));
    rex.accepts_proposal(&again).expect("accepted");
    is_out_for_good(&agency, &agency.pia);
}

#[test]
fn attack_a2_no_assignment_and_no_team_lets_them_in() {
    let agency = Agency::new();
    let (acme, pia, cleo) = (&agency.acme, &agency.pia, &agency.cleo);
    agency.begun_full();
    // She never was a member, and has nothing there yet.
    let out = acme.ann.shuts_out("acme", "cleo").expect("out");
    assert_eq!(out.name, "organizations/acme/shutOuts/cleo");
    let to_cleo = assignment("acme", "organizations/agency/members/cleo", &["view"]);
    pia.assigns("agency", to_cleo).expect("assigned");
    pia.creates_team("agency", "web").expect("a team");
    let to_team = assignment("acme", "organizations/agency/teams/web", &["view"]);
    pia.assigns("agency", to_team).expect("assigned");
    let joined = pia.adds_to_team("agency", "web", &["cleo"]);
    joined.expect("joined");
    is_out_for_good(&agency, cleo);
    acme.ann.lifts("acme", "cleo").expect("lifted");
    assert!(cleo.may("manage", &acme.drive));
    assert!(!is_kept(&agency, cleo));
    acme.ann.shuts_out("acme", "cleo").expect("out again");
    is_out_for_good(&agency, cleo);
}

#[test]
fn attack_a2_who_may_shut_out_whom() {
    let agency = Agency::new();
    let (acme, pia) = (&agency.acme, &agency.pia);
    let mel = administrator(&[Area::Technical]);
    let mel = agency.colleague("mel", mel);
    let bob = acme.bob();
    acme.world.user("zoe");
    agency.begun_full();
    // As staff of a partner nobody, not even of one's own; by a role without manage_users neither.
    let cleo = pia.shuts_out("acme", "cleo");
    refused(cleo, why::PARTNER_MAY_NOT);
    refused(mel.shuts_out("acme", "pia"), why::PARTNER_MAY_NOT);
    refused(bob.shuts_out("acme", "pia"), why::RIGHT_MISSING);
    // Whoever is none of a partner's people is not told apart from who does not exist.
    for nobody in ["zoe", "nobody"] {
        refused(acme.ann.shuts_out("acme", nobody), why::NOT_FOUND);
    }
    refused(acme.ann.shuts_out("acme", "bob"), why::MEMBER_EXISTS);
    refused(acme.ann.lifts("acme", "bob"), why::MEMBER_EXISTS);
    refused(acme.ann.lifts("acme", "pia"), why::NOT_FOUND);
    // Open whatever the change policy, while lifting is not.
    let operator = acme.world.operator();
    let closed = operator.sets_policy("acme", ChangePolicy::ByRequest);
    closed.expect("closed");
    for user in ["cleo", "mel", "pia"] {
        acme.ann.shuts_out("acme", user).expect("out");
    }
    let lifted = acme.ann.lifts("acme", "pia");
    refused(lifted, why::CHANGE_POLICY_BY_REQUEST);
    let here = acme.world.view("acme").organization;
    let out: Vec<_> = here.shut_outs().map(|one| one.user.clone()).collect();
    assert_eq!(out, [user("cleo"), user("mel"), user("pia")]);
}

#[test]
fn attack_a2_through_a_partnership_nobody_shuts_out_another_partners_people() {
    let agency = Agency::new();
    let (acme, pia) = (&agency.acme, &agency.pia);
    let rob = acme.world.partner("rival", "rob");
    agency.external(&rob);
    agency.external(&agency.cleo);
    agency.begun_full();
    acme.world
        .partnership(("acme", &acme.ann), ("rival", &rob), full(false));
    let stopped = pia.deactivates_member("acme", "rob");
    refused(stopped, why::PARTNER_MAY_NOT);
    let asked = deactivation("acme", "rob", "A rival.");
    refused(pia.opens("acme", asked), why::PARTNER_MAY_NOT);
    assert!(rob.may("manage", &acme.drive));
    let own = pia.deactivates_member("acme", "cleo");
    own.expect("one of her own people");
}

#[test]
fn attack_a2_an_operator_who_is_shut_out_changes_nothing_there() {
    let agency = Agency::new();
    let acme = &agency.acme;
    acme.bob();
    agency.begun_full();
    let olga = named_operator(acme, "olga");
    let invitation = collaborator();
    acme.world.joins("agency", &agency.pia, &olga, invitation);
    let request = stop_bob(acme);
    acme.ann.shuts_out("acme", "olga").expect("out");
    let closed = olga.sets_policy("acme", ChangePolicy::ByRequest);
    refused(closed, why::SHUT_OUT);
    refused(olga.appoints("acme", "bob"), why::SHUT_OUT);
    let answer = olga.applies(&request.name);
    refused(answer, why::OWN_CHANGE_REQUEST);
    let herself = olga.appoints("acme", "olga");
    refused(herself, why::OWN_CHANGE_REQUEST);
}
