//! Rule 13: an organization has only so many grants, by whichever way they come; it keeps what it has and may have less.

use domain::{
    ChangeRequest, ChangeRequestState, Grant, Invitation, InvitationState, Quota, QuotaEdits,
    Refusal,
};

use super::super::actor::{Answer, Made, refused};
use super::super::make::{
    collaborator, email, every_right, offered, products, rights, same, to_member,
};
use super::super::members::own;
use super::super::organizations::quotas;
use super::super::partners::limited;
use super::super::requests::{creation, kdrive_use, same_wish};
use super::super::{Acme, why};
use super::agency::Agency;
use crate::use_cases::change_request::{CreationSpec, MemberSpec};
use crate::use_cases::edit::Edit;
use crate::use_cases::grant::{NewGrant, UpdateGrant};
use crate::use_cases::invitation::CreateInvitation;

fn grants(number: u32) -> QuotaEdits {
    quotas(&[(Quota::Grants, number)])
}

/// bob has three grants, and the organization may have as many.
fn with_three_of_three() -> (Acme, Vec<Made<Grant>>) {
    let acme = Acme::new();
    acme.bob();
    let mut given = Vec::new();
    for right in ["kdrive/use", "kdrive/manage", "domain/dns"] {
        let on = if right == "domain/dns" {
            &acme.site
        } else {
            &acme.drive
        };
        let grant = acme.gives("bob", rights(&[right]), products(&[on]));
        given.push(grant);
    }
    limits(&acme, grants(3));
    (acme, given)
}

fn limits(acme: &Acme, quotas: QuotaEdits) {
    let operator = acme.world.operator();
    let set = operator.sets_quotas("acme", quotas);
    set.expect("set");
}

fn one_more(acme: &Acme) -> NewGrant {
    let use_archive = (rights(&["kdrive/use"]), products(&[&acme.archive]));
    to_member("acme", "bob", use_archive.0, use_archive.1)
}

/// Refused with how much there is and how much may be.
fn has_of<T: std::fmt::Debug>(answer: Answer<T>, usage: u32, limit: u32) -> Refusal {
    let refusal = refused(answer, why::QUOTA_EXCEEDED);
    let told = ["quota", "usage", "limit"].map(|key| refusal.metadata[key].as_str());
    let (usage, limit) = (usage.to_string(), limit.to_string());
    assert_eq!(told, ["grants", &usage, &limit], "{refusal:?}");
    let words = format!("organizations/acme has {usage} grants and may have {limit}");
    assert!(refusal.message.contains(&words), "{refusal:?}");
    assert_eq!(refusal.resource.as_deref(), Some("organizations/acme"));
    assert_eq!(refusal.again_in, None, "asking again does not help");
    refusal
}

#[test]
fn attack_c1_one_grant_more_than_may_be_comes_by_no_call() {
    let (acme, _) = with_three_of_three();
    let ann = &acme.ann;
    has_of(ann.grants_access("acme", one_more(&acme)), 3, 3);
    has_of(ann.grants_at_once("acme", vec![one_more(&acme)]), 3, 3);
    let both = own(&[
        (&acme.drive, rights(&["kdrive/use"])),
        (&acme.archive, rights(&["kdrive/manage"])),
    ]);
    acme.member("cleo", collaborator());
    has_of(ann.saves_access("acme", "cleo", "kdrive", both), 3, 3);
    let full = ann.grants_full_access("acme", "cleo");
    has_of(full, 3, 3);
    // Nothing of any of it was done.
    assert_eq!(acme.world.grants("acme").len(), 3);
}

#[test]
fn attack_c1_a_batch_that_fits_in_part_is_refused_as_a_whole() {
    let (acme, given) = with_three_of_three();
    acme.ann.deletes_grant(&given[0].name).expect("deleted");
    let two = vec![one_more(&acme), one_more(&acme)];
    let refusal = has_of(acme.ann.grants_at_once("acme", two), 2, 3);
    assert!(
        refusal.message.contains("this would make it 4"),
        "{refusal:?}"
    );
    assert_eq!(acme.world.grants("acme").len(), 2);
    let one = vec![one_more(&acme)];
    acme.ann.grants_at_once("acme", one).expect("given");
}

#[test]
fn attack_c1_an_invitation_is_asked_when_it_is_sent_and_again_when_it_is_accepted() {
    let (acme, given) = with_three_of_three();
    let zoe = acme.world.user("zoe");
    let invitation = || CreateInvitation {
        email: email("zoe@example.com"),
        grants: vec![kdrive_use(&acme.drive)],
        ..collaborator()
    };
    has_of(acme.ann.invites("acme", invitation()), 3, 3);
    acme.ann.deletes_grant(&given[0].name).expect("deleted");
    let sent = acme.ann.invites("acme", invitation()).expect("sent");
    acme.ann
        .grants_access("acme", one_more(&acme))
        .expect("given");
    has_of(zoe.accepts(&sent.name), 3, 3);
    let open = acme.world.noun::<Invitation>(&sent.name);
    assert_eq!(open.state, InvitationState::Open);
    acme.ann.deletes_grant(&given[1].name).expect("deleted");
    zoe.accepts(&sent.name).expect("accepted");
    assert!(zoe.may("kdrive/use", &acme.drive));
}

#[test]
fn attack_c1_a_change_request_is_asked_when_it_is_applied_and_stays_open() {
    let (acme, _) = with_three_of_three();
    let operator = acme.world.operator();
    let change = MemberSpec {
        add_grants: vec![kdrive_use(&acme.archive)],
        ..same_wish()
    };
    let change = acme
        .ann
        .asks_to_change("acme", "bob", change)
        .expect("opened");
    let made = CreationSpec {
        grants: vec![kdrive_use(&acme.drive)],
        ..creation("new")
    };
    let made = acme.ann.asks_for_user("acme", made).expect("opened");
    for request in [&change, &made] {
        has_of(operator.applies(&request.name), 3, 3);
        let still = acme.world.noun::<ChangeRequest>(&request.name);
        assert_eq!(still.state, ChangeRequestState::Open);
    }
    limits(&acme, grants(5));
    for request in [&change, &made] {
        operator.applies(&request.name).expect("applied");
    }
}

#[test]
fn attack_c1_a_mandate_is_asked_when_it_is_proposed_accepted_and_changed() {
    let agency = Agency::new();
    let (acme, ann) = (&agency.acme, &agency.acme.ann);
    acme.bob();
    limits(acme, grants(1));
    let proposal = agency.proposed(agency.drive_only());
    ann.grants_access("acme", one_more(acme)).expect("given");
    has_of(agency.pia.accepts_proposal(&proposal), 1, 1);
    limits(acme, grants(2));
    agency.pia.accepts_proposal(&proposal).expect("accepted");
    let wider = limited(vec![
        offered(rights(&["kdrive/manage"]), products(&[&acme.drive])),
        offered(every_right(), products(&[&acme.site])),
    ]);
    has_of(ann.changes_mandate(&proposal, wider), 2, 2);
    acme.world.partner("rival", "rob");
    let second = ann.proposes("acme", "rival", agency.drive_only());
    has_of(second, 2, 2);
    // Ending is never refused, and makes room.
    ann.ends(&proposal).expect("ended");
    let second = ann.proposes("acme", "rival", agency.drive_only());
    second.expect("proposed");
}

#[test]
fn attack_c1_who_has_more_than_may_be_keeps_it_and_may_have_less() {
    let (acme, given) = with_three_of_three();
    let ann = &acme.ann;
    limits(&acme, grants(1));
    assert_eq!(acme.world.grants("acme").len(), 3);
    assert!(acme.world.acting("bob").may("kdrive/use", &acme.drive));
    has_of(ann.grants_access("acme", one_more(&acme)), 3, 1);
    // Changing what there is makes no more of it.
    let ended = UpdateGrant {
        end: Edit::Set(Some(acme.world.later(60))),
        ..same(&given[0])
    };
    ann.updates_grant(ended).expect("shortened");
    let one = own(&[(&acme.archive, rights(&["kdrive/use"]))]);
    ann.saves_access("acme", "bob", "kdrive", one)
        .expect("fewer, though still too many");
    has_of(ann.grants_access("acme", one_more(&acme)), 2, 1);
    ann.deletes_grant(&given[2].name).expect("deleted");
    ann.deactivates_member("acme", "bob").expect("shut out");
    ann.removes_member("acme", "bob").expect("removed");
    let operator = acme.world.operator();
    operator
        .appoints("acme", "ann")
        .expect("nobody is refused an appointment");
}

#[test]
fn attack_c1_grants_of_managed_types_have_a_quota_of_their_own() {
    let (acme, _) = with_three_of_three();
    let owner = acme.world.service("back-office", &["type.contacts.write"]);
    let read = || {
        to_member(
            "acme",
            "bob",
            rights(&["contacts/read"]),
            products(&[&acme.book]),
        )
    };
    let first = owner.grants_access("acme", read()).expect("given");
    let one = quotas(&[(Quota::ManagedGrants, 1)]);
    limits(&acme, one);
    let second = refused(owner.grants_access("acme", read()), why::QUOTA_EXCEEDED);
    assert_eq!(second.metadata["quota"], "managed_grants");
    owner.deletes_grant(&first.name).expect("deleted");
    owner.grants_access("acme", read()).expect("given");
}
