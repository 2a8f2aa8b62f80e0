//! Rule 12, whom an organization has shut out stays out, by whatever way they or others would let them in again.

use grantor::v1;
use v1::{AccessReason, Area, ChangePolicy, PartnershipState, RightKind};

use super::agency::Agency;
use super::named_operator;
use crate::harness::{
    Actor, administrator, assignment, collaborator, full, legal_representative, product_rights,
    refused, why,
};

/// Pia is an external of acme, whose full partner the agency is; acme has deactivated her.
async fn pia_is_stopped() -> (Agency, String) {
    let agency = Agency::new().await;
    agency.external(&agency.pia).await;
    let name = agency.begun_full().await;
    assert!(agency.pia.may("manage", &agency.acme.drive).await);
    let stopped = agency.acme.ann.deactivates_member("acme", "pia").await;
    stopped.expect("deactivated");
    is_out(&agency, &agency.pia, AccessReason::MemberInactive).await;
    (agency, name)
}

/// No path works for them, a partnership's neither, and they change nothing.
async fn is_out(agency: &Agency, who: &Actor, reason: AccessReason) {
    let acme = &agency.acme;
    for right in ["view", "manage_users", "contact_support"] {
        assert!(!who.may(right, "organizations/acme").await, "{right}");
    }
    let ann = &acme.ann;
    let answer = ann.asks(who.id(), "manage", &acme.drive).await;
    assert_eq!(answer.expect("an answer").reason(), reason);
    let all = ann.lists_accessors("manage", &acme.drive).await;
    let name = format!("users/{}", who.id());
    assert!(all.expect("all").iter().all(|one| one.user != name));
    let invitation = v1::Invitation {
        email: "new@x.example".into(),
        ..collaborator()
    };
    refused(who.invites("acme", invitation).await, why::NOT_FOUND);
}

/// The same, as somebody whose shutting-out outlived the membership, or who never was a member.
async fn is_out_for_good(agency: &Agency, who: &Actor) {
    is_out(agency, who, AccessReason::NotAMember).await;
    let ann = &agency.acme.ann;
    ann.sees_shut_out("acme", who.id()).await.expect("the fact");
    let why = ann.explains(who.id(), "manage", &agency.acme.drive).await;
    let sentence = why.expect("an answer").sentence;
    assert!(sentence.contains("has shut out users/"), "{sentence}");
}

#[tokio::test]
async fn attack_a2_who_is_deactivated_and_leaves_stays_out() {
    let (agency, _) = pia_is_stopped().await;
    agency.pia.leaves("acme").await.expect("gone");
    is_out_for_good(&agency, &agency.pia).await;
    let seen = agency.acme.ann.sees_shut_outs("acme", 50).await;
    assert_eq!(seen.expect("the list"), ["users/pia"]);
    refused(agency.pia.lifts("acme", "pia").await, why::NOT_FOUND);
    refused(agency.pia.leaves("acme").await, why::NOT_FOUND);
}

#[tokio::test]
async fn attack_a2_no_colleague_lets_them_in_through_the_partnership() {
    let (agency, _) = pia_is_stopped().await;
    let rex = agency.colleague("rex", legal_representative()).await;
    let mut to_cleo = assignment(
        "acme",
        "organizations/agency/members/cleo",
        &["view", "manage_users"],
    );
    to_cleo.product_rights = product_rights(&[RightKind::Statistics]);
    rex.assigns("agency", to_cleo).await.expect("assigned");
    for colleague in [&rex, &agency.cleo] {
        let answer = colleague.reactivates_member("acme", "pia").await;
        refused(answer, why::PARTNER_MAY_NOT);
        let actions = colleague.sees_actions("acme", "pia").await.expect("them");
        let reactivate = actions
            .actions
            .iter()
            .find(|one| one.action() == v1::MemberAction::Reactivate);
        assert!(!reactivate.expect("it is among them").allowed);
    }
    is_out(&agency, &agency.pia, AccessReason::MemberInactive).await;
    let awake = agency.acme.ann.reactivates_member("acme", "pia").await;
    awake.expect("reactivated");
    assert!(agency.pia.may("manage", &agency.acme.drive).await);
}

#[tokio::test]
async fn attack_a2_a_new_partnership_lets_nobody_in_again() {
    let (agency, name) = pia_is_stopped().await;
    let (ann, pia) = (&agency.acme.ann, &agency.pia);
    let rex = agency.colleague("rex", legal_representative()).await;
    pia.leaves("acme").await.expect("gone");
    // For the partner's side they end and refuse, and do not begin.
    pia.ends(&name).await.expect("ended");
    let again = agency.proposed(full(true)).await;
    refused(pia.accepts_proposal(&again).await, why::SHUT_OUT);
    pia.refuses_proposal(&again).await.expect("refused");
    let again = agency.proposed(full(true)).await;
    let begun = rex.accepts_proposal(&again).await.expect("accepted");
    assert_eq!(begun.state(), PartnershipState::Active);
    assert!(rex.may("manage", &agency.acme.drive).await);
    is_out_for_good(&agency, pia).await;
    let clients = pia.sees_clients("agency").await.expect("her clients");
    assert_eq!(clients[0].organization_rights, Vec::<String>::new());
    assert!(ann.may("manage", &agency.acme.drive).await);
}

#[tokio::test]
async fn attack_a2_a_partners_person_is_shut_out_before_ever_being_a_member() {
    let agency = Agency::new().await;
    let (acme, pia) = (&agency.acme, &agency.pia);
    let una = acme.una().await;
    agency.begun_full().await;
    let request = v1::ShutOutUserRequest {
        parent: "organizations/acme".into(),
        user: "users/pia".into(),
        validate_only: true,
        ..Default::default()
    };
    let tried = una.members().shut_out_user(request).await;
    let effect = tried.expect("tried").into_inner().effect.expect("effect");
    assert_eq!(effect.losing_user_count, 1);
    assert!(pia.may("manage", &acme.drive).await);
    let first = una.shuts_out("acme", "pia").await.expect("out");
    is_out_for_good(&agency, pia).await;
    let again = una.shuts_out("acme", "pia").await.expect("out already");
    assert_eq!(first, again);
    // Nor do they leave to others what they are shut out of.
    let wanted = assignment("acme", "organizations/agency/members/cleo", &["view"]);
    let assigned = pia.assigns("agency", wanted).await;
    refused(assigned, why::GIVES_MORE_THAN_HELD);
}

#[tokio::test]
async fn attack_a2_who_may_shut_out_whom() {
    let agency = Agency::new().await;
    let (acme, pia) = (&agency.acme, &agency.pia);
    let mel = administrator(&[Area::Technical]);
    let mel = agency.colleague("mel", mel).await;
    let bob = acme.bob().await;
    acme.world.user("zoe").await;
    agency.begun_full().await;
    // As staff of a partner nobody, not even of one's own; by a role without manage_users neither.
    let cleo = pia.shuts_out("acme", "cleo").await;
    refused(cleo, why::PARTNER_MAY_NOT);
    refused(mel.shuts_out("acme", "pia").await, why::PARTNER_MAY_NOT);
    refused(bob.shuts_out("acme", "pia").await, why::RIGHT_MISSING);
    // Whoever is none of a partner's people is not told apart from who does not exist.
    for nobody in ["zoe", "nobody"] {
        refused(acme.ann.shuts_out("acme", nobody).await, why::NOT_FOUND);
    }
    refused(acme.ann.shuts_out("acme", "bob").await, why::MEMBER_EXISTS);
    refused(acme.ann.lifts("acme", "bob").await, why::MEMBER_EXISTS);
    refused(acme.ann.lifts("acme", "pia").await, why::NOT_FOUND);
    // Open whatever the change policy, while lifting is not.
    let operator = acme.world.operator();
    let closed = operator.sets_policy("acme", ChangePolicy::ByRequest).await;
    closed.expect("closed");
    for user in ["cleo", "mel", "pia"] {
        acme.ann.shuts_out("acme", user).await.expect("out");
    }
    let lifted = acme.ann.lifts("acme", "pia").await;
    refused(lifted, why::CHANGE_POLICY_BY_REQUEST);
    let seen = acme.ann.sees_shut_outs("acme", 2).await;
    assert_eq!(
        seen.expect("the list"),
        ["users/cleo", "users/mel", "users/pia"]
    );
    refused(pia.sees_shut_outs("acme", 2).await, why::NOT_FOUND);
}

#[tokio::test]
async fn attack_a2_an_operator_who_is_shut_out_changes_nothing_there() {
    let agency = Agency::new().await;
    let acme = &agency.acme;
    acme.bob().await;
    agency.begun_full().await;
    let olga = named_operator(acme, "olga").await;
    let invitation = collaborator();
    acme.world
        .joins("agency", &agency.pia, &olga, invitation)
        .await;
    let request = super::stop_bob(acme).await;
    acme.ann.shuts_out("acme", "olga").await.expect("out");
    let closed = olga.sets_policy("acme", ChangePolicy::ByRequest).await;
    refused(closed, why::SHUT_OUT);
    refused(olga.appoints("acme", "bob").await, why::SHUT_OUT);
    let answer = olga.applies(&request.name).await;
    refused(answer, why::OWN_CHANGE_REQUEST);
    let herself = olga.appoints("acme", "olga").await;
    refused(herself, why::OWN_CHANGE_REQUEST);
}

#[tokio::test]
async fn attack_a2_members_deactivated_by_an_older_release_are_shut_out_by_that_alone() {
    let agency = Agency::new().await;
    let (acme, pia) = (&agency.acme, &agency.pia);
    agency.external(pia).await;
    agency.external(&agency.cleo).await;
    agency.begun_full().await;
    for user in ["pia", "cleo"] {
        let stopped = acme.ann.deactivates_member("acme", user).await;
        stopped.expect("deactivated");
    }
    // What is stored of a member who is shut out is what always was: the state, and nothing beside it.
    let request = v1::ListChangesRequest {
        parent: "organizations/acme".into(),
        method: "MemberService.DeactivateMember".into(),
        ..Default::default()
    };
    let changes = acme.ann.audit().list_changes(request).await;
    for change in changes.expect("the log").into_inner().changes {
        let changed: Vec<_> = change.resource_changes.iter().collect();
        assert_eq!(changed.len(), 1);
        assert!(changed[0].resource.contains("/members/"));
    }
    let none = acme.ann.sees_shut_outs("acme", 50).await;
    assert_eq!(none.expect("the list"), Vec::<String>::new());
    // A server that starts now knows it from the rows.
    let instance = acme.world.another().await;
    for who in [pia, &agency.cleo] {
        let there = instance.hears(who);
        assert!(!there.may("manage", &acme.drive).await);
        there.leaves("acme").await.expect("gone");
        is_out_for_good(&agency, who).await;
    }
}
