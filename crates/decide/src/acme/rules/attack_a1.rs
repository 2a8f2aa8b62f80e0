//! Nobody raises themselves, and a partner's staff give each other nothing that stays: the ways around it that were tried.

use domain::{Grant, Scope};

use super::super::actor::{Actor, Made, refused};
use super::super::make::{
    all, collaborator, email, every_right, external, group, products, rights, same, tag, team,
    to_member, to_team,
};
use super::super::members::own;
use super::super::partners::{assignment, full};
use super::super::why;
use super::agency::{Agency, staff};
use crate::use_cases::edit::Edit;
use crate::use_cases::grant::UpdateGrant;
use crate::use_cases::invitation::CreateInvitation;

/// pam is a collaborator of acme with a grant on the drive, and, with pia and cleo, of its full partner.
struct Pam {
    agency: Agency,
    pam: Actor,
    grant: Made<Grant>,
    partnership: String,
}

impl Pam {
    fn new() -> Self {
        Self::holding(|agency| products(&[&agency.acme.drive]))
    }

    /// The grant is hers by her own right, from before the partnership.
    fn holding(scope: impl Fn(&Agency) -> Scope) -> Self {
        let agency = Agency::new();
        let pam = agency.colleague("pam", staff());
        let acme = &agency.acme;
        acme.world.joins("acme", &acme.ann, &pam, collaborator());
        let held = to_member("acme", "pam", rights(&["kdrive/use"]), scope(&agency));
        let grant = acme.ann.grants_access("acme", held).expect("given");
        let partnership = agency.begun_full();
        Self {
            agency,
            pam,
            grant,
            partnership,
        }
    }

    /// After the partnership she has what ann gave her, and nothing else.
    fn keeps_only_what_she_had(&self) {
        let acme = &self.agency.acme;
        acme.ann.ends(&self.partnership).expect("ended");
        assert!(!self.pam.may("manage", &acme.drive));
        for right in [
            "use",
            "manage",
            "technical",
            "statistics",
            "contact_support",
        ] {
            assert!(!self.pam.may(right, &acme.archive), "{right}");
        }
        for right in ["manage", "dns", "contact_support"] {
            assert!(!self.pam.may(right, &acme.site), "{right}");
        }
    }
}

#[test]
fn attack_a1_nobody_widens_a_grant_of_their_own() {
    let world = Pam::new();
    let (pam, acme) = (&world.pam, &world.agency.acme);
    let wider = [
        UpdateGrant {
            rights: Edit::Set(every_right()),
            ..same(&world.grant)
        },
        UpdateGrant {
            scope: Edit::Set(products(&[&acme.drive, &acme.archive])),
            ..same(&world.grant)
        },
        UpdateGrant {
            scope: Edit::Set(all()),
            ..same(&world.grant)
        },
    ];
    for wider in wider {
        pam.updates_grant(wider).expect_err("refused");
    }
    let access = own(&[(&acme.archive, rights(&["kdrive/use"]))]);
    refused(
        pam.saves_access("acme", "pam", "kdrive", access),
        why::RAISES_SELF,
    );
    refused(pam.grants_full_access("acme", "pam"), why::RAISES_SELF);
    world.keeps_only_what_she_had();
}

#[test]
fn attack_a1_nobody_gives_to_a_team_that_they_are_in() {
    let world = Pam::new();
    let (pam, acme) = (&world.pam, &world.agency.acme);
    acme.ann.creates_team("acme", "web").expect("a team");
    let joined = acme.ann.adds_to_team("acme", "web", &["pam"]);
    joined.expect("joined");
    let gift = to_team("acme", "web", every_right(), products(&[&acme.archive]));
    refused(pam.grants_access("acme", gift.clone()), why::RAISES_SELF);
    refused(pam.grants_at_once("acme", vec![gift]), why::RAISES_SELF);
    acme.ann.creates_team("acme", "dns").expect("a team");
    refused(pam.adds_to_team("acme", "dns", &["pam"]), why::RAISES_SELF);
    world.keeps_only_what_she_had();
}

#[test]
fn attack_a1_nobody_labels_a_product_that_their_own_grant_then_covers() {
    let world = Pam::holding(|_| tag("x"));
    let (pam, acme) = (&world.pam, &world.agency.acme);
    refused(pam.tags(&acme.archive, &["x"]), why::RAISES_SELF);
    // Her colleague does it for her as little.
    let by_colleague = world.agency.pia.tags(&acme.archive, &["x"]);
    refused(by_colleague, why::PARTNER_MAY_NOT);
    acme.ann.ends(&world.partnership).expect("ended");
    assert!(!pam.may("use", &acme.archive));
}

#[test]
fn attack_a1_a_group_is_no_way_either() {
    let agency = Agency::new();
    let acme = &agency.acme;
    let site = acme.ann.creates_group("acme", "site").expect("group");
    let pam = agency.colleague("pam", staff());
    acme.world.joins("acme", &acme.ann, &pam, collaborator());
    acme.gives("pam", rights(&["kdrive/use"]), group(&site));
    let name = agency.begun_full();
    let answer = pam.adds_to_group(&site, &[&acme.archive]);
    refused(answer, why::RAISES_SELF);
    let answer = agency.pia.adds_to_group(&site, &[&acme.archive]);
    refused(answer, why::PARTNER_MAY_NOT);
    acme.ann.ends(&name).expect("ended");
    assert!(!pam.may("use", &acme.archive));
}

#[test]
fn attack_a1_what_is_bound_does_not_become_unbound() {
    let world = Pam::new();
    let (pia, acme) = (&world.agency.pia, &world.agency.acme);
    let gift = to_member(
        "acme",
        "pam",
        rights(&["kdrive/use"]),
        products(&[&acme.archive]),
    );
    let bound = pia.grants_access("acme", gift).expect("bound");
    assert!(world.pam.may("use", &acme.archive));
    // The client's own representative extends it, and it stays bound: what they add is a grant of their own.
    let wider = UpdateGrant {
        rights: Edit::Set(every_right()),
        ..same(&bound)
    };
    let answer = acme.ann.updates_grant(wider);
    refused(answer, why::GIVEN_BEFORE_PARTNERSHIP);
    let ended = acme.ann.ends(&world.partnership).expect("ended");
    let removed = ended.removed_grants();
    let names: Vec<_> = removed.iter().map(|g| &g.name).collect();
    assert_eq!(names, [&bound.name]);
    assert!(!world.pam.may("use", &acme.archive));
    assert!(world.pam.may("use", &acme.drive));
}

#[test]
fn attack_a1_a_colleagues_team_gives_only_what_ends() {
    let world = Pam::new();
    let (pia, acme) = (&world.agency.pia, &world.agency.acme);
    acme.ann.creates_team("acme", "own").expect("a team");
    let joined = acme.ann.adds_to_team("acme", "own", &["pam"]);
    joined.expect("by the client: her own");
    let gift = |team: &str| {
        to_team(
            "acme",
            team,
            rights(&["kdrive/use"]),
            products(&[&acme.archive]),
        )
    };
    refused(pia.grants_access("acme", gift("own")), why::PARTNER_MAY_NOT);
    pia.creates_team("acme", "lent").expect("a team");
    let joined = pia.adds_to_team("acme", "lent", &["pam"]);
    joined.expect("a place that ends");
    pia.grants_access("acme", gift("lent")).expect("given");
    assert!(world.pam.may("use", &acme.archive));
    world.keeps_only_what_she_had();
}

#[test]
fn attack_a1_an_invitation_to_ones_own_email_is_ones_own() {
    let world = Pam::new();
    let (agency, acme) = (&world.agency, &world.agency.acme);
    for (by, whose, refusal) in [
        (&agency.pia, "pia", why::RAISES_SELF),
        (&agency.pia, "cleo", why::PARTNER_MAY_NOT),
        (&world.pam, "cleo", why::PARTNER_MAY_NOT),
    ] {
        for role in [collaborator(), external()] {
            let invitation = CreateInvitation {
                email: email(&format!("{whose}@example.com")),
                ..role
            };
            refused(by.invites("acme", invitation), refusal);
        }
    }
    // One that the client sent: staff adds nothing to the team that it names.
    acme.ann.creates_team("acme", "web").expect("a team");
    let invitation = CreateInvitation {
        email: email("cleo@example.com"),
        teams: vec![team("web")],
        ..collaborator()
    };
    acme.ann.invites("acme", invitation).expect("invited");
    let gift = to_team("acme", "web", every_right(), products(&[&acme.archive]));
    refused(agency.pia.grants_access("acme", gift), why::PARTNER_MAY_NOT);
}

#[test]
fn attack_a1_nobody_assigns_a_client_to_themselves() {
    let agency = Agency::new();
    agency.begun(full(true));
    let pia = "organizations/agency/members/pia";
    for rights in [&["view"][..], &["use_wallet"]] {
        let answer = agency
            .pia
            .assigns("agency", assignment("acme", pia, rights));
        refused(answer, why::RAISES_SELF);
    }
}
