//! Where the requirements of partnerships are tried: acme as the client, and an agency that is listed as a partner.

use grantor::v1;

use super::acme::Acme;
use crate::harness::{
    Actor, Beginning, World, all, collaborator, full, limited, offered, products, rights,
    technician,
};

/// Where the agency's mails go.
pub const CONTACT: &str = "agency@partners.example";

/// pia is the agency's legal representative, cleo a collaborator there.
pub struct Agency {
    pub acme: Acme,
    pub pia: Actor,
    pub cleo: Actor,
}

static AGENCY: Beginning<()> = Beginning::new();

async fn begins() -> (World, ()) {
    let Acme { world, .. } = Acme::new().await;
    let pia = world.partner("agency", "pia").await;
    world.member("agency", &pia, "cleo", collaborator()).await;
    (world, ())
}

impl Agency {
    pub async fn new() -> Self {
        let (world, ()) = AGENCY.copied(begins).await;
        Self {
            pia: world.acting("pia"),
            cleo: world.acting("cleo"),
            acme: Acme::of(world),
        }
    }

    /// acme's drive with `kdrive/manage`.
    pub fn drive_only(&self) -> v1::partnership::Access {
        let scope = products(&[&self.acme.drive]);
        limited(vec![offered(rights(&["kdrive/manage"]), scope)])
    }

    /// The name of a proposal to the agency.
    pub async fn proposed(&self, access: v1::partnership::Access) -> String {
        let proposed = self.acme.ann.proposes("acme", "agency", access).await;
        proposed.expect("proposed").name
    }

    /// The name of an active partnership with the agency.
    pub async fn begun(&self, access: v1::partnership::Access) -> String {
        let name = self.proposed(access).await;
        self.pia.accepts_proposal(&name).await.expect("accepted");
        name
    }

    /// The name of a FULL one.
    pub async fn begun_full(&self, wallet_entrusted: bool) -> String {
        self.begun(full(wallet_entrusted)).await
    }

    /// An administrator of acme with every area.
    pub async fn administrator(&self, id: &str) -> Actor {
        let areas = [
            v1::Area::Financial,
            v1::Area::Security,
            v1::Area::UserRights,
        ];
        let invitation = technician(all(), &areas);
        let acme = &self.acme;
        acme.world.member("acme", &acme.ann, id, invitation).await
    }
}
