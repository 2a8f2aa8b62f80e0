//! Nobody raises themselves, and a partner's staff give each other nothing that stays: the ways around it that were tried.

use grantor::v1;

use super::agency::Agency;
use crate::harness::{
    Actor, all, assignment, collaborator, every_right, external, full, own, products, refused,
    rights, tag, to_member, to_team, why,
};

/// pam is a collaborator of acme with a grant on the drive, and, with pia and cleo, of its full partner.
struct Pam {
    agency: Agency,
    pam: Actor,
    grant: v1::Grant,
    partnership: String,
}

impl Pam {
    async fn new() -> Self {
        Self::holding(|agency| products(&[&agency.acme.drive])).await
    }

    /// The grant is hers by her own right, from before the partnership.
    async fn holding(scope: impl Fn(&Agency) -> v1::Scope) -> Self {
        let agency = Agency::new().await;
        let pam = agency.colleague("pam", super::agency::staff()).await;
        let acme = &agency.acme;
        acme.world
            .joins("acme", &acme.ann, &pam, collaborator())
            .await;
        let held = to_member("acme", "pam", rights(&["kdrive/use"]), scope(&agency));
        let grant = acme.ann.grants_access("acme", held).await.expect("given");
        let partnership = agency.begun_full().await;
        Self {
            agency,
            pam,
            grant,
            partnership,
        }
    }

    /// After the partnership she has what ann gave her, and nothing else.
    async fn keeps_only_what_she_had(&self) {
        let acme = &self.agency.acme;
        acme.ann.ends(&self.partnership).await.expect("ended");
        assert!(!self.pam.may("manage", &acme.drive).await);
        for product in [&acme.archive, &acme.site] {
            let rights = acme.ann.lists_rights("pam", product).await;
            let rights = rights.expect("the rights").rights;
            assert!(rights.is_empty(), "{rights:?}");
        }
    }
}

#[tokio::test]
async fn attack_a1_nobody_widens_a_grant_of_their_own() {
    let world = Pam::new().await;
    let (pam, acme) = (&world.pam, &world.agency.acme);
    let wider = [
        (
            v1::Grant {
                rights: Some(every_right()),
                ..world.grant.clone()
            },
            "rights",
        ),
        (
            v1::Grant {
                scope: Some(products(&[&acme.drive, &acme.archive])),
                ..world.grant.clone()
            },
            "scope",
        ),
        (
            v1::Grant {
                scope: Some(all()),
                ..world.grant.clone()
            },
            "scope",
        ),
    ];
    for (wider, path) in wider {
        let answer = pam.updates_grant(wider, &[path]).await;
        answer.expect_err(path);
    }
    let access = own(&[(&acme.archive, rights(&["kdrive/use"]))]);
    refused(
        pam.saves_access("acme", "pam", "kdrive", access).await,
        why::RAISES_SELF,
    );
    refused(
        pam.grants_full_access("acme", "pam").await,
        why::RAISES_SELF,
    );
    world.keeps_only_what_she_had().await;
}

#[tokio::test]
async fn attack_a1_nobody_gives_to_a_team_that_they_are_in() {
    let world = Pam::new().await;
    let (pam, acme) = (&world.pam, &world.agency.acme);
    acme.ann.creates_team("acme", "web").await.expect("a team");
    let joined = acme.ann.adds_to_team("acme", "web", &["pam"]).await;
    joined.expect("joined");
    let gift = to_team("acme", "web", every_right(), products(&[&acme.archive]));
    refused(
        pam.grants_access("acme", gift.clone()).await,
        why::RAISES_SELF,
    );
    refused(
        pam.grants_at_once("acme", vec![gift]).await,
        why::RAISES_SELF,
    );
    acme.ann.creates_team("acme", "dns").await.expect("a team");
    refused(
        pam.adds_to_team("acme", "dns", &["pam"]).await,
        why::RAISES_SELF,
    );
    world.keeps_only_what_she_had().await;
}

#[tokio::test]
async fn attack_a1_nobody_labels_a_product_that_their_own_grant_then_covers() {
    let world = Pam::holding(|_| tag("x")).await;
    let (pam, acme) = (&world.pam, &world.agency.acme);
    refused(pam.tags(&acme.archive, &["x"]).await, why::RAISES_SELF);
    // Her colleague does it for her as little.
    let by_colleague = world.agency.pia.tags(&acme.archive, &["x"]).await;
    refused(by_colleague, why::PARTNER_MAY_NOT);
    acme.ann.ends(&world.partnership).await.expect("ended");
    assert!(!pam.may("use", &acme.archive).await);
}

#[tokio::test]
async fn attack_a1_a_group_is_no_way_either() {
    let agency = Agency::new().await;
    let acme = &agency.acme;
    let site = acme.ann.creates_group("acme", "site").await.expect("group");
    let pam = agency.colleague("pam", super::agency::staff()).await;
    acme.world
        .joins("acme", &acme.ann, &pam, collaborator())
        .await;
    acme.gives("pam", rights(&["kdrive/use"]), crate::harness::group(&site))
        .await;
    let name = agency.begun_full().await;
    let answer = pam.adds_to_group(&site, &[&acme.archive]).await;
    refused(answer, why::RAISES_SELF);
    let answer = agency.pia.adds_to_group(&site, &[&acme.archive]).await;
    refused(answer, why::PARTNER_MAY_NOT);
    acme.ann.ends(&name).await.expect("ended");
    assert!(!pam.may("use", &acme.archive).await);
}

#[tokio::test]
async fn attack_a1_what_is_bound_does_not_become_unbound() {
    let world = Pam::new().await;
    let (pia, acme) = (&world.agency.pia, &world.agency.acme);
    let gift = to_member(
        "acme",
        "pam",
        rights(&["kdrive/use"]),
        products(&[&acme.archive]),
    );
    let bound = pia.grants_access("acme", gift).await.expect("bound");
    assert!(world.pam.may("use", &acme.archive).await);
    // The client's own representative extends it, and it stays bound: what they add is a grant of their own.
    let wider = v1::Grant {
        rights: Some(every_right()),
        ..bound.clone()
    };
    let answer = acme.ann.updates_grant(wider, &["rights"]).await;
    refused(answer, why::GIVEN_BEFORE_PARTNERSHIP);
    let ended = acme.ann.ends(&world.partnership).await.expect("ended");
    let removed: Vec<_> = ended.removed_grants.iter().map(|g| &g.name).collect();
    assert_eq!(removed, [&bound.name]);
    assert!(!world.pam.may("use", &acme.archive).await);
    assert!(world.pam.may("use", &acme.drive).await);
}

#[tokio::test]
async fn attack_a1_a_colleagues_team_gives_only_what_ends() {
    let world = Pam::new().await;
    let (pia, acme) = (&world.agency.pia, &world.agency.acme);
    acme.ann.creates_team("acme", "own").await.expect("a team");
    let joined = acme.ann.adds_to_team("acme", "own", &["pam"]).await;
    joined.expect("by the client: her own");
    let gift = |team: &str| {
        to_team(
            "acme",
            team,
            rights(&["kdrive/use"]),
            products(&[&acme.archive]),
        )
    };
    refused(
        pia.grants_access("acme", gift("own")).await,
        why::PARTNER_MAY_NOT,
    );
    pia.creates_team("acme", "lent").await.expect("a team");
    let joined = pia.adds_to_team("acme", "lent", &["pam"]).await;
    joined.expect("a place that ends");
    pia.grants_access("acme", gift("lent"))
        .await
        .expect("given");
    assert!(world.pam.may("use", &acme.archive).await);
    world.keeps_only_what_she_had().await;
}

#[tokio::test]
async fn attack_a1_an_invitation_to_ones_own_email_is_ones_own() {
    let world = Pam::new().await;
    let (agency, acme) = (&world.agency, &world.agency.acme);
    for (by, whose, refusal) in [
        (&agency.pia, "pia", why::RAISES_SELF),
        (&agency.pia, "cleo", why::PARTNER_MAY_NOT),
        (&world.pam, "cleo", why::PARTNER_MAY_NOT),
    ] {
        for role in [collaborator(), external()] {
            let invitation = v1::Invitation {
                email: format!("{whose}@example.com"),
                ..role
            };
            refused(by.invites("acme", invitation).await, refusal);
        }
    }
    // One that the client sent: staff adds nothing to the team that it names.
    acme.ann.creates_team("acme", "web").await.expect("a team");
    let invitation = v1::Invitation {
        email: "cleo@example.com".into(),
        teams: vec!["organizations/acme/teams/web".into()],
        ..collaborator()
    };
    acme.ann.invites("acme", invitation).await.expect("invited");
    let gift = to_team("acme", "web", every_right(), products(&[&acme.archive]));
    refused(
        agency.pia.grants_access("acme", gift).await,
        why::PARTNER_MAY_NOT,
    );
}

#[tokio::test]
async fn attack_a1_nobody_assigns_a_client_to_themselves() {
    let agency = Agency::new().await;
    agency.begun(full(true)).await;
    let pia = "organizations/agency/members/pia";
    for rights in [&["view"][..], &["use_wallet"]] {
        let answer = agency
            .pia
            .assigns("agency", assignment("acme", pia, rights));
        refused(answer.await, why::RAISES_SELF);
    }
}

#[tokio::test]
async fn attack_a1_a_preview_is_refused_as_the_write_is() {
    let world = Pam::new().await;
    let acme = &world.agency.acme;
    let request = v1::CreateGrantRequest {
        parent: "organizations/acme".into(),
        grant: Some(to_member(
            "acme",
            "pam",
            rights(&["kdrive/use"]),
            products(&[&acme.archive]),
        )),
        validate_only: true,
        ..Default::default()
    };
    let mut grants = world.pam.grants();
    let answer = async { Ok(grants.create_grant(request).await?.into_inner()) };
    refused(answer.await, why::RAISES_SELF);
}
