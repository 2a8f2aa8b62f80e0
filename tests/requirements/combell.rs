//! Where Combell's sentences are tried: a reseller with products of clients, three administrators at most.

use grantor::v1;
use v1::RightKind::{Management, Technical, Usage};

use crate::harness::{Actor, Beginning, World, external};

/// The reseller is studio, which ann stands for; dupont and smith are clients of it.
pub struct Studio {
    pub world: World,
    pub ann: Actor,
    /// A domain and a mailbox of dupont's.
    pub dupont_domain: String,
    pub dupont_mailbox: String,
    /// A domain and a mailbox of smith's.
    pub smith_domain: String,
    pub smith_mailbox: String,
}

static STUDIO: Beginning<()> = Beginning::new();

async fn begins() -> (World, ()) {
    let world = World::new().await;
    let operator = world.operator();
    let settings = v1::PlatformSettings {
        default_administrator_limit: Some(3),
        languages: vec!["fr".into(), "en".into()],
        ..Default::default()
    };
    operator
        .sets(settings, &["default_administrator_limit", "languages"])
        .await
        .expect("set");
    operator
        .apply_catalog(vec![mailbox()])
        .await
        .expect("applied");
    world.organization("studio", "ann").await;
    for (id, product_type) in [
        ("dupont-be", "domain"),
        ("info-dupont", "mailbox"),
        ("smith-be", "domain"),
        ("info-smith", "mailbox"),
    ] {
        let made = operator.creates_product("studio", id, product_type).await;
        made.expect("made");
    }
    (world, ())
}

impl Studio {
    pub async fn new() -> Self {
        let (world, ()) = STUDIO.copied(begins).await;
        let product = |id: &str| format!("organizations/studio/products/{id}");
        Self {
            ann: world.acting("ann"),
            world,
            dupont_domain: product("dupont-be"),
            dupont_mailbox: product("info-dupont"),
            smith_domain: product("smith-be"),
            smith_mailbox: product("info-smith"),
        }
    }

    /// Somebody new, invited by ann, who has accepted.
    pub async fn member(&self, id: &str, invitation: v1::Invitation) -> Actor {
        self.world.member("studio", &self.ann, id, invitation).await
    }

    /// A user for the client smith, with nothing yet.
    pub async fn sue(&self) -> Actor {
        self.member("sue", external()).await
    }

    /// Areas of an administrator, and the scope of TECHNICAL.
    pub async fn hands_out(&self, user: &str, areas: &[v1::Area], scope: Option<v1::Scope>) {
        self.ann
            .hands_out("studio", user, areas, scope)
            .await
            .expect("handed out");
    }

    /// The group of all mailboxes.
    pub async fn mailboxes(&self) -> String {
        let group = self
            .ann
            .creates_group("studio", "mail")
            .await
            .expect("a group");
        let both = [self.dupont_mailbox.as_str(), self.smith_mailbox.as_str()];
        self.ann
            .adds_to_group(&group, &both)
            .await
            .expect("grouped");
        group
    }
}

fn mailbox() -> v1::ProductType {
    let right = |id: &str, kind: v1::RightKind| v1::Right {
        id: id.into(),
        display_name: id.into(),
        kind: kind.into(),
        ..Default::default()
    };
    v1::ProductType {
        name: "productTypes/mailbox".into(),
        display_name: "Mailbox".into(),
        rights: vec![
            right("use", Usage),
            right("manage", Management),
            right("forward", Technical),
        ],
        ..Default::default()
    }
}
