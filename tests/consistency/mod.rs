//! How fresh answers are, what several instances know of each other, and what is left when calls race or break off.

mod access_changes;
mod asked;
mod attack_b2;
mod attack_b3;
mod attack_d4_settled;
mod clock;
mod formats;
mod freshness;
mod instances;
mod mail;
mod past;
mod racing;
mod random;
mod revokes;
mod rolled_back;
mod tokens;
mod tokens_sealed;
mod told;
mod watch;
mod watch_access;
mod watch_all;
mod watch_ends;

use grantor::v1;

use crate::harness::{
    Actor, Beginning, Instance, World, collaborator, products, rights, to_member, watching,
};

/// acme: ann is its legal representative, bob a collaborator who uses its drive.
pub(crate) struct Acme {
    pub(crate) world: World,
    pub(crate) ann: Actor,
    pub(crate) bob: Actor,
    pub(crate) drive: String,
    /// What bob has, and through it.
    pub(crate) grant: v1::Grant,
}

static ACME: Beginning<v1::Grant> = Beginning::new();

async fn begins() -> (World, v1::Grant) {
    let (world, ann) = World::acme().await;
    world.member("acme", &ann, "bob", collaborator()).await;
    let operator = world.operator();
    let drive = operator.creates_product("acme", "drive", "kdrive").await;
    let drive = drive.expect("created");
    let use_it = to_member("acme", "bob", rights(&["kdrive/use"]), products(&[&drive]));
    let grant = ann.grants_access("acme", use_it).await.expect("given");
    (world, grant)
}

impl Acme {
    pub(crate) async fn new() -> Self {
        let (world, grant) = ACME.copied(begins).await;
        Self {
            ann: world.acting("ann"),
            bob: world.acting("bob"),
            world,
            drive: "organizations/acme/products/drive".to_owned(),
            grant,
        }
    }

    /// Waits until the server has found that its database is back.
    pub(crate) async fn answers_again(&self) {
        let began = std::time::Instant::now();
        while self.bob.asks("bob", "use", &self.drive).await.is_err() {
            assert!(began.elapsed() < std::time::Duration::from_secs(5));
            tokio::time::sleep(std::time::Duration::from_millis(25)).await;
        }
    }

    /// Another instance, which has bob's access in its memory.
    pub(crate) async fn another(&self) -> Instance {
        let other = self.world.another().await;
        let answer = other
            .hears(&self.bob)
            .asks_with("bob", "use", &self.drive, None)
            .await;
        assert_eq!(answer.expect("answered").decision(), v1::Decision::Allowed);
        other
    }

    /// A token as they were before they were sealed, which says where acme is: alike to a position of a watch.
    pub(crate) async fn old_token(&self) -> String {
        let watch = self.ann.watches(watching("organizations/acme")).await;
        watch.expect("open").position.replacen("p1.", "g1.", 1)
    }

    /// A grant to bob, one of many.
    pub(crate) fn managing(&self) -> v1::Grant {
        to_member(
            "acme",
            "bob",
            rights(&["kdrive/manage"]),
            products(&[&self.drive]),
        )
    }

    /// Makes any change of acme, and returns its token.
    pub(crate) async fn changes_something(&self, by: &Actor) -> String {
        let request = v1::CreateTeamRequest {
            parent: "organizations/acme".into(),
            team: Some(v1::Team {
                display_name: "Any".into(),
                ..Default::default()
            }),
            ..Default::default()
        };
        by.teams()
            .create_team(request)
            .await
            .expect("created")
            .into_inner()
            .consistency_token
    }
}
