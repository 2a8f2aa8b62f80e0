//! Where most requirements are tried: an organization with a legal representative, a collaborator and some products.

use crate::harness::{Actor, Beginning, World, collaborator};

/// acme: ann is its legal representative, bob a collaborator without anything.
pub struct Acme {
    pub world: World,
    pub ann: Actor,
    pub bob: Actor,
    /// Two kDrives and a domain, by name.
    pub drive: String,
    pub other_drive: String,
    pub domain: String,
}

static ACME: Beginning<()> = Beginning::new();

async fn begins() -> (World, ()) {
    let (world, ann) = World::acme().await;
    world.member("acme", &ann, "bob", collaborator()).await;
    for (id, product_type) in [
        ("drive-1", "kdrive"),
        ("drive-2", "kdrive"),
        ("domain-1", "domain"),
    ] {
        let operator = world.operator();
        let made = operator.creates_product("acme", id, product_type).await;
        made.expect("created");
    }
    (world, ())
}

impl Acme {
    pub async fn new() -> Self {
        Self::of(ACME.copied(begins).await.0)
    }

    /// In a world that began with it.
    pub fn of(world: World) -> Self {
        let product = |id: &str| format!("organizations/acme/products/{id}");
        Self {
            ann: world.acting("ann"),
            bob: world.acting("bob"),
            world,
            drive: product("drive-1"),
            other_drive: product("drive-2"),
            domain: product("domain-1"),
        }
    }

    /// A product made later.
    pub async fn gets(&self, id: &str, product_type: &str) -> String {
        self.world
            .operator()
            .creates_product("acme", id, product_type)
            .await
            .expect("created")
    }
}
