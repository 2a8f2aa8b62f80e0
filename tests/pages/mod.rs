//! The pages that links in mails open, as browsers see them.

mod answers;
mod bad_links;
mod email;
mod look;
mod proposals;
mod safety;

use grantor::v1;

use crate::harness::{Actor, Browser, World, collaborator, products, rights};

const ZOE: &str = "zoe@example.com";

/// An organization with a drive, and ann who invites.
struct Acme {
    world: World,
    ann: Actor,
    browser: Browser,
    drive: String,
}

impl Acme {
    async fn new() -> Self {
        let (world, ann) = World::acme().await;
        let drive = world
            .operator()
            .creates_product("acme", "drive", "kdrive")
            .await
            .expect("a product");
        let browser = world.browser();
        Self {
            world,
            ann,
            browser,
            drive,
        }
    }

    /// Invites zoe to use the drive; the code of her mail.
    async fn invites_zoe(&self) -> (v1::Invitation, String) {
        let grant = v1::OfferedGrant {
            scope: Some(products(&[&self.drive])),
            rights: Some(rights(&["kdrive/use"])),
            ..Default::default()
        };
        let invitation = v1::Invitation {
            email: ZOE.into(),
            grants: vec![grant],
            ..collaborator()
        };
        self.invites(invitation).await
    }

    async fn invites(&self, invitation: v1::Invitation) -> (v1::Invitation, String) {
        let to = invitation.email.clone();
        let open = self.ann.invites("acme", invitation).await.expect("invited");
        (open, self.world.mailed_token(&to).await)
    }

    async fn state(&self, open: &v1::Invitation) -> v1::InvitationState {
        let seen = self.ann.sees_invitation(&open.name).await;
        seen.expect("the invitation").state()
    }
}
