//! Rule 13: the quotas of all that is not a grant, each at its limit, above it, and made room in.

use std::time::Duration;

use domain::{Grant, Quota, QuotaEdits};

use super::super::actor::{Actor, Answer, Made, refused};
use super::super::make::{
    all, collaborator, email, every_right, products, rights, same, tag, team, technician, to,
    to_member,
};
use super::super::organizations::quotas;
use super::super::partners::{assignment, full};
use super::super::requests::creation;
use super::super::{Acme, why};
use super::agency::Agency;
use crate::use_cases::edit::Edit;
use crate::use_cases::grant::{NewGrant, UpdateGrant};
use crate::use_cases::invitation::CreateInvitation;

fn limits(acme: &Acme, organization: &str, quotas: QuotaEdits) {
    let operator = acme.world.operator();
    let set = operator.sets_quotas(organization, quotas);
    set.expect("set");
}

/// Refused for this quota, about this resource, with how much there is and how much may be.
fn exceeds<T: std::fmt::Debug>(
    answer: Answer<T>,
    quota: &str,
    about: &str,
    (usage, limit): (u32, u32),
) {
    let refusal = refused(answer, why::QUOTA_EXCEEDED);
    let told = ["quota", "usage", "limit"].map(|key| refusal.metadata[key].as_str());
    let (usage, limit) = (usage.to_string(), limit.to_string());
    assert_eq!(told, [quota, &usage, &limit], "{refusal:?}");
    assert_eq!(refusal.resource.as_deref(), Some(about));
    let begins = format!("{about} has {usage} ");
    assert!(refusal.message.starts_with(&begins), "{refusal:?}");
}

fn listing(listed: &[&str]) -> NewGrant {
    to_member("acme", "bob", every_right(), products(listed))
}

#[test]
fn attack_c1_scope_entries_count_in_grants_and_in_areas() {
    let acme = Acme::new();
    acme.bob();
    let four = quotas(&[(Quota::ScopeEntries, 4)]);
    limits(&acme, "acme", four);
    let both = [acme.drive.as_str(), acme.archive.as_str()];
    let given = acme.ann.grants_access("acme", listing(&both));
    let given = given.expect("two entries");
    let tess = acme.world.user("tess");
    acme.world
        .joins("acme", &acme.ann, &tess, technician(products(&both), &[]));
    // Four of four, in a grant and in the scope of an administrator.
    let acme_has = |answer: Answer<Made<Grant>>| {
        exceeds(answer, "scope_entries", "organizations/acme", (4, 4));
    };
    let one_more = listing(&[&acme.drive]);
    acme_has(acme.ann.grants_access("acme", one_more.clone()));
    let wider = UpdateGrant {
        scope: Edit::Set(products(&[&acme.drive, &acme.archive, &acme.site])),
        ..same(&given)
    };
    acme_has(acme.ann.updates_grant(wider));
    let third = to("tom@example.com", technician(products(&[&acme.site]), &[]));
    let third = acme.ann.invites("acme", third);
    exceeds(third, "scope_entries", "organizations/acme", (4, 4));
    // `all` has no entries, and what is narrower has fewer.
    acme.gives("bob", rights(&["kdrive/manage"]), all());
    let narrower = UpdateGrant {
        scope: Edit::Set(products(&[&acme.drive])),
        ..same(&given)
    };
    acme.ann.updates_grant(narrower).expect("narrowed");
    acme.ann.grants_access("acme", one_more).expect("fits");
}

#[test]
fn attack_c1_tags_count_once_on_products_and_in_scopes() {
    let acme = Acme::new();
    acme.bob();
    let two = quotas(&[(Quota::Tags, 2)]);
    limits(&acme, "acme", two);
    acme.ann.tags(&acme.drive, &["red"]).expect("tagged");
    acme.ann
        .tags(&acme.archive, &["red"])
        .expect("the same tag");
    let blue = acme.gives("bob", rights(&["kdrive/use"]), tag("blue"));
    let full = |answer| exceeds(answer, "tags", "organizations/acme", (2, 2));
    full(acme.ann.tags(&acme.site, &["green"]));
    let green = to_member("acme", "bob", rights(&["kdrive/use"]), tag("green"));
    let green = acme.ann.grants_access("acme", green);
    exceeds(green, "tags", "organizations/acme", (2, 2));
    acme.ann.tags(&acme.site, &["blue"]).expect("there already");
    acme.ann.deletes_grant(&blue.name).expect("deleted");
    full(acme.ann.tags(&acme.site, &["green"]));
    acme.ann
        .untags(&acme.site, &["blue"])
        .expect("off the last");
    acme.ann.tags(&acme.site, &["green"]).expect("fits");
}

#[test]
fn attack_c1_teams_and_the_members_of_each() {
    let acme = Acme::new();
    for id in ["bob", "cleo", "dan"] {
        acme.member(id, collaborator());
    }
    let two = quotas(&[(Quota::Teams, 2), (Quota::TeamMembers, 2)]);
    limits(&acme, "acme", two);
    let ann = &acme.ann;
    for id in ["web", "mail"] {
        ann.creates_team("acme", id).expect("a team");
    }
    let third = ann.creates_team("acme", "third");
    exceeds(third, "teams", "organizations/acme", (2, 2));
    let web = "organizations/acme/teams/web";
    let three = ann.adds_to_team("acme", "web", &["bob", "cleo", "dan"]);
    exceeds(three, "team_members", web, (0, 2));
    ann.adds_to_team("acme", "web", &["bob", "cleo"])
        .expect("fit");
    ann.adds_to_team("acme", "mail", &["bob", "dan"])
        .expect("another team");
    let dan = ann.adds_to_team("acme", "web", &["dan"]);
    exceeds(dan, "team_members", web, (2, 2));
    let invitation = CreateInvitation {
        teams: vec![team("web")],
        email: email("eve@example.com"),
        ..collaborator()
    };
    let invited = ann.invites("acme", invitation).expect("sent");
    let eve = acme.world.user("eve");
    exceeds(eve.accepts(&invited.name), "team_members", web, (2, 2));
    let one = quotas(&[(Quota::TeamMembers, 1)]);
    limits(&acme, "acme", one);
    ann.adds_to_team("acme", "web", &["bob"])
        .expect("is in it already");
    ann.removes_from_team("acme", "web", &["bob"])
        .expect("taken out");
    ann.removes_from_team("acme", "web", &["cleo"])
        .expect("taken out");
    eve.accepts(&invited.name).expect("accepted");
    ann.deletes_team("acme", "mail").expect("deleted");
    ann.creates_team("acme", "third").expect("fits");
}

fn for_collaborator(whom: &str) -> CreateInvitation {
    to(whom, collaborator())
}

#[test]
fn attack_c1_open_invitations_make_room_by_an_answer_and_by_time() {
    let acme = Acme::new();
    let two = quotas(&[(Quota::OpenInvitations, 2)]);
    limits(&acme, "acme", two);
    let soon = CreateInvitation {
        expire_time: Some(acme.world.later(60)),
        ..for_collaborator("one@example.com")
    };
    acme.ann.invites("acme", soon).expect("sent");
    let two = acme.world.user("two");
    let second = acme
        .ann
        .invites("acme", for_collaborator("two@example.com"))
        .expect("sent");
    let refuse = |answer| exceeds(answer, "open_invitations", "organizations/acme", (2, 2));
    refuse(
        acme.ann
            .invites("acme", for_collaborator("three@example.com")),
    );
    acme.world.passes(Duration::from_secs(60));
    acme.ann
        .invites("acme", for_collaborator("three@example.com"))
        .expect("one has expired");
    two.refuses(&second.name).expect("refused");
    acme.ann
        .invites("acme", for_collaborator("four@example.com"))
        .expect("one was refused");
    // An invitation that applying a request sends counts as well.
    let asked = acme
        .ann
        .asks_for_user("acme", creation("two"))
        .expect("opened");
    let operator = acme.world.operator();
    let applied = operator.applies(&asked.name);
    exceeds(applied, "open_invitations", "organizations/acme", (2, 2));
}

#[test]
fn attack_c1_open_proposals_and_change_requests() {
    let agency = Agency::new();
    let acme = &agency.acme;
    acme.world.partner("rival", "rob");
    let one = quotas(&[(Quota::OpenProposals, 1), (Quota::OpenChangeRequests, 1)]);
    limits(acme, "acme", one);
    let proposal = agency.proposed(full(false));
    let second = acme.ann.proposes("acme", "rival", full(false));
    exceeds(second, "open_proposals", "organizations/acme", (1, 1));
    agency.pia.accepts_proposal(&proposal).expect("accepted");
    acme.ann
        .proposes("acme", "rival", full(false))
        .expect("the first was answered");
    let first = acme
        .ann
        .asks_for_user("acme", creation("one"))
        .expect("opened");
    let second = |ann: &Actor| ann.asks_for_user("acme", creation("two"));
    let has_one = |answer| exceeds(answer, "open_change_requests", "organizations/acme", (1, 1));
    has_one(second(&acme.ann));
    let operator = acme.world.operator();
    operator.starts(&first.name).expect("started");
    has_one(second(&acme.ann));
    operator.rejects(&first.name, "No.").expect("rejected");
    second(&acme.ann).expect("the first is settled");
}

#[test]
fn attack_c1_a_partner_has_only_so_many_client_assignments() {
    let agency = Agency::new();
    agency.begun(full(false));
    agency.colleague("carl", collaborator());
    let one = quotas(&[(Quota::ClientAssignments, 1)]);
    limits(&agency.acme, "agency", one);
    let member = |id: &str| format!("organizations/agency/members/{id}");
    let to = |id: &str| assignment("acme", &member(id), &["view"]);
    let made = agency.pia.assigns("agency", to("cleo")).expect("assigned");
    let second = agency.pia.assigns("agency", to("carl"));
    exceeds(second, "client_assignments", "organizations/agency", (1, 1));
    agency.pia.unassigns(&made.name).expect("taken off");
    agency.pia.assigns("agency", to("carl")).expect("fits");
}
