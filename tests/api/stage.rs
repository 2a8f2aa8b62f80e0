//! An organization with one of each thing, and another beside it.

use grantor::v1;

use super::requests::{Good, Sender};
use crate::harness::*;

pub const DRIVE: &str = "organizations/acme/products/drive";

/// Acme with everything that the good requests name; Globex is another tenant, led by eve.
pub struct Stage {
    pub world: World,
    pub ann: Actor,
    tokens: Tokens,
}

/// What requests say by a name that stands for it.
pub type Tokens = Vec<(&'static str, String)>;

static STAGE: Beginning<Tokens> = Beginning::new();

async fn begins() -> (World, Tokens) {
    let (world, ann) = World::acme().await;
    world.organization("globex", "eve").await;
    world.user("sam").await;
    things(&world, &ann).await;
    people(&world, &ann).await;
    access(&ann).await;
    tickets(&ann).await;
    let mut tokens = tokens(&world, &ann).await;
    tokens.extend(super::partners::set(&world, &ann).await);
    (world, tokens)
}

impl Stage {
    pub async fn new() -> Self {
        Self::of(STAGE.copied(begins).await)
    }

    /// In a world that began with one.
    pub fn of((world, tokens): (World, Tokens)) -> Self {
        let ann = world.acting("ann");
        Self { world, ann, tokens }
    }

    /// The world, for others to begin with.
    pub fn left(self) -> (World, Tokens) {
        (self.world, self.tokens)
    }

    /// Who sends it: nobody is the operator's service.
    pub fn sender(&self, sender: Sender) -> Actor {
        sender.map_or_else(|| self.world.operator(), |user| self.world.acting(user))
    }

    pub fn message(&self, good: &Good) -> prost_reflect::DynamicMessage {
        good.message(&self.tokens)
    }

    /// The newest revision of everything on the stage.
    pub async fn revisions(&self) -> Vec<i64> {
        let mut revisions = Vec::new();
        for parent in [
            "organizations/acme",
            "organizations/globex",
            "organizations/initech",
            "platform",
            "people",
        ] {
            let request = v1::ListChangesRequest {
                parent: parent.into(),
                page_size: 1,
                consistency: fully(),
                ..Default::default()
            };
            let newest = match self.world.operator().audit().list_changes(request).await {
                Ok(newest) => newest
                    .into_inner()
                    .changes
                    .first()
                    .map_or(0, |change| change.revision),
                Err(status) if status.code() == tonic::Code::NotFound => 0,
                Err(status) => panic!("{parent}: {status}"),
            };
            revisions.push(newest);
        }
        revisions
    }
}

/// Three of each, so that there are pages.
async fn things(world: &World, ann: &Actor) {
    let operator = world.operator();
    let fax = v1::ProductType {
        name: "productTypes/fax".into(),
        display_name: "Fax".into(),
        ..Default::default()
    };
    operator.apply_catalog(vec![fax]).await.expect("applied");
    for organization in ["acme", "globex"] {
        for (id, product_type) in [
            ("drive", "kdrive"),
            ("www", "domain"),
            ("shop", "ticketing"),
            ("book", "contacts"),
            ("gone", "kdrive"),
        ] {
            operator
                .creates_product(organization, id, product_type)
                .await
                .expect("created");
        }
    }
    ann.tags(DRIVE, &["client"]).await.expect("tagged");
    for id in ["site", "gone", "spare"] {
        ann.creates_group("acme", id).await.expect("created");
    }
    ann.adds_to_group("organizations/acme/productGroups/site", &[DRIVE])
        .await
        .expect("put");
    for id in ["web", "gone", "spare"] {
        ann.creates_team("acme", id).await.expect("created");
    }
}

async fn people(world: &World, ann: &Actor) {
    for id in ["bob", "carl", "max", "ned", "off", "out", "lea", "pat"] {
        world.member("acme", ann, id, collaborator()).await;
    }
    world.member("acme", ann, "dora", external()).await;
    for (id, area) in [
        ("fin", v1::Area::Financial),
        ("sec", v1::Area::Security),
        ("usr", v1::Area::UserRights),
        ("tec", v1::Area::Technical),
    ] {
        world.member("acme", ann, id, administrator(&[area])).await;
    }
    world
        .member("acme", ann, "nar", technician(products(&[DRIVE]), &[]))
        .await;
    ann.deactivates_member("acme", "off")
        .await
        .expect("deactivated");
    ann.adds_to_team("acme", "web", &["bob"])
        .await
        .expect("added");
    ann.adds_to_team("acme", "spare", &["bob", "carl"])
        .await
        .expect("added");
}

async fn access(ann: &Actor) {
    for (id, user) in [
        ("one", "bob"),
        ("two", "carl"),
        ("three", "dora"),
        ("gone-1", "bob"),
        ("gone-2", "bob"),
    ] {
        let grant = v1::Grant {
            // 1 June 2026.
            expire_time: Some(prost_types::Timestamp {
                seconds: 1_780_272_000,
                nanos: 0,
            }),
            ..to_member("acme", user, rights(&["kdrive/use"]), products(&[DRIVE]))
        };
        let request = v1::CreateGrantRequest {
            parent: "organizations/acme".into(),
            grant_id: id.into(),
            grant: Some(grant),
            ..Default::default()
        };
        ann.grants().create_grant(request).await.expect("granted");
    }
}

async fn tickets(ann: &Actor) {
    for (id, user) in [
        ("apply", "pat"),
        ("cancel", "carl"),
        ("reject", "carl"),
        ("talk", "carl"),
    ] {
        ann.opens_as(id, "acme", deactivation("acme", user, "Left."))
            .await
            .expect("opened");
    }
}

async fn tokens(world: &World, ann: &Actor) -> Tokens {
    for id in ["withdrawn", "accepted", "refused"] {
        let invitation = v1::Invitation {
            email: format!("{id}@example.com"),
            ..collaborator()
        };
        let request = v1::CreateInvitationRequest {
            parent: "organizations/acme".into(),
            invitation_id: id.into(),
            invitation: Some(invitation),
            ..Default::default()
        };
        ann.invitations()
            .create_invitation(request)
            .await
            .expect("invited");
    }
    let user = v1::User {
        name: "users/carl".into(),
        email: "confirmed@example.com".into(),
        ..Default::default()
    };
    let update = v1::UpdateUserRequest {
        user: Some(user),
        ..Default::default()
    };
    world
        .acting("carl")
        .users()
        .update_user(update)
        .await
        .expect("a pending email");
    world.service("panel", &["read"]).await;
    let keys = v1::ListKeysRequest {
        parent: "serviceAccounts/panel".into(),
        consistency: fully(),
        ..Default::default()
    };
    let keys = world
        .operator()
        .service_accounts()
        .list_keys(keys)
        .await
        .expect("its keys")
        .into_inner()
        .keys;
    vec![
        ("$ACCEPT", world.mailed_token("accepted@example.com").await),
        ("$REFUSE", world.mailed_token("refused@example.com").await),
        (
            "$CONFIRM",
            world.confirming_token("confirmed@example.com").await,
        ),
        ("$KEY", keys[0].name.clone()),
    ]
}
