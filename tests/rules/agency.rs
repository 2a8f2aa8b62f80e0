//! Where the rules of partnerships are tried: acme as the client, and an agency that is listed as a partner.

use grantor::v1;

use super::Acme;
use crate::harness::{
    Actor, Beginning, World, administrator, collaborator, external, full, limited, offered,
    products, rights,
};

/// Where the agency's mails go.
pub(super) const CONTACT: &str = "agency@partners.example";

/// pia is the agency's legal representative, cleo a collaborator there.
pub(super) struct Agency {
    pub(super) acme: Acme,
    pub(super) pia: Actor,
    pub(super) cleo: Actor,
}

static AGENCY: Beginning<()> = Beginning::new();

async fn begins() -> (World, ()) {
    let Acme { world, .. } = Acme::new().await;
    let pia = world.partner("agency", "pia").await;
    world.member("agency", &pia, "cleo", collaborator()).await;
    (world, ())
}

impl Agency {
    pub(super) async fn new() -> Self {
        let (world, ()) = AGENCY.copied(begins).await;
        Self {
            pia: world.acting("pia"),
            cleo: world.acting("cleo"),
            acme: Acme::of(world),
        }
    }

    /// `kdrive/manage` on acme's drive.
    pub(super) fn drive_only(&self) -> v1::partnership::Access {
        let scope = products(&[&self.acme.drive]);
        limited(vec![offered(rights(&["kdrive/manage"]), scope)])
    }

    /// The name of a proposal to the agency.
    pub(super) async fn proposed(&self, access: v1::partnership::Access) -> String {
        let proposed = self.acme.ann.proposes("acme", "agency", access).await;
        proposed.expect("proposed").name
    }

    /// The name of an active partnership with the agency.
    pub(super) async fn begun(&self, access: v1::partnership::Access) -> String {
        let name = self.proposed(access).await;
        self.pia.accepts_proposal(&name).await.expect("accepted");
        name
    }

    /// The name of a FULL one without the wallet.
    pub(super) async fn begun_full(&self) -> String {
        self.begun(full(false)).await
    }

    /// Another of the agency's people.
    pub(super) async fn colleague(&self, id: &str, invitation: v1::Invitation) -> Actor {
        let world = &self.acme.world;
        world.member("agency", &self.pia, id, invitation).await
    }

    /// Ann makes somebody an external of acme.
    pub(super) async fn external(&self, person: &Actor) {
        let acme = &self.acme;
        acme.world
            .joins("acme", &acme.ann, person, external())
            .await;
    }

    /// The newest revision of acme.
    pub(super) async fn revision(&self) -> i64 {
        let revisions = self.acme.ann.sees_revisions("acme").await;
        revisions.expect("the log").into_iter().max().expect("some")
    }
}

/// Of the agency's staff by role: an administrator whose TECHNICAL is not narrowed.
pub(super) fn staff() -> v1::Invitation {
    administrator(&[v1::Area::Technical])
}
