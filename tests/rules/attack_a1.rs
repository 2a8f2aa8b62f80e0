//! Nobody raises themselves, and a partner's staff give each other nothing that stays: the ways around it that were tried.

use grantor::v1;

use super::agency::Agency;
use crate::harness::{
    Actor, all, collaborator, every_right, own, products, refused, rights, tag, to_member, why,
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
