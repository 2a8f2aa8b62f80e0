//! Where most requirements are tried: an organization with a legal representative, a collaborator and some products.

use crate::harness::{Actor, World, collaborator};

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

impl Acme {
    pub async fn new() -> Self {
        let world = World::new().await;
        let ann = world.organization("acme", "ann").await;
        let bob = world.member("acme", &ann, "bob", collaborator()).await;
        let operator = world.operator();
        let drive = operator
            .creates_product("acme", "drive-1", "kdrive")
            .await
            .expect("created");
        let other_drive = operator
            .creates_product("acme", "drive-2", "kdrive")
            .await
            .expect("created");
        let domain = operator
            .creates_product("acme", "domain-1", "domain")
            .await
            .expect("created");
        Self {
            world,
            ann,
            bob,
            drive,
            other_drive,
            domain,
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
