//! Builds the facts of a scenario through the API.

use std::time::Duration;

use grantor::v1;
use v1::scope_entry::Entry;

use super::file::{Grant, Member, Product, Step, Team};
use crate::harness::{Actor, World, all, catalog_types};

/// Where a scenario plays: `acme`, with ann as legal representative and the owner of the type `contacts`.
pub struct Stage {
    pub world: World,
    pub ann: Actor,
    owner: Actor,
    /// Products by id, of which type.
    products: Vec<(String, String)>,
}

impl Stage {
    pub async fn new() -> Self {
        let (world, ann) = World::acme().await;
        let owner = world.service("back-office", &["type.contacts.write"]).await;
        Self {
            world,
            ann,
            owner,
            products: Vec::new(),
        }
    }

    /// The type of a product that was made, else none.
    pub fn type_of(&self, id: &str) -> Option<&str> {
        self.products
            .iter()
            .find(|(made, _)| made == id)
            .map(|(_, product_type)| product_type.as_str())
    }

    pub async fn build(&mut self, step: &Step) {
        if let Some(seconds) = step.wait {
            self.world.passes(Duration::from_secs(seconds));
        }
        for group in &step.groups {
            self.ann
                .creates_group("acme", group)
                .await
                .expect("a group");
        }
        for product in &step.products {
            self.product(product).await;
        }
        for member in &step.members {
            self.member(member).await;
        }
        for team in &step.teams {
            self.team(team).await;
        }
        for grant in &step.grants {
            self.grant(grant).await;
        }
        for event in &step.then {
            self.befalls(event).await;
        }
    }

    async fn product(&mut self, product: &Product) {
        let operator = self.world.operator();
        let name = operator
            .creates_product("acme", &product.id, &product.product_type)
            .await
            .expect("a product");
        let tags: Vec<_> = product.tags.iter().map(String::as_str).collect();
        if !tags.is_empty() {
            self.ann.tags(&name, &tags).await.expect("tagged");
        }
        for group in &product.groups {
            self.ann
                .adds_to_group(&group_name(group), &[&name])
                .await
                .expect("added");
        }
        self.products
            .push((product.id.clone(), product.product_type.clone()));
    }

    async fn member(&self, member: &Member) {
        let role = v1::Role::from_str_name(&format!("ROLE_{}", member.role)).expect("a role");
        let area = |name: &String| {
            v1::Area::from_str_name(&format!("AREA_{name}"))
                .expect("an area")
                .into()
        };
        let invitation = v1::Invitation {
            role: role.into(),
            areas: member.areas.iter().map(area).collect(),
            technical_scope: (!member.scope.is_empty()).then(|| scope(&member.scope)),
            ..Default::default()
        };
        self.world
            .member("acme", &self.ann, &member.user, invitation)
            .await;
    }

    async fn team(&self, team: &Team) {
        self.ann
            .creates_team("acme", &team.id)
            .await
            .expect("a team");
        let members: Vec<_> = team.members.iter().map(String::as_str).collect();
        if !members.is_empty() {
            self.ann
                .adds_to_team("acme", &team.id, &members)
                .await
                .expect("added");
        }
    }

    async fn grant(&self, said: &Grant) {
        let grant = v1::Grant {
            subject: format!("organizations/acme/{}", said.to),
            rights: Some(rights(&said.rights)),
            scope: Some(scope(&said.scope)),
            start_time: said.start.map(|seconds| self.world.later(seconds)),
            expire_time: said.end.map(|seconds| self.world.later(seconds)),
            ..Default::default()
        };
        let giver = if said.by_owner {
            &self.owner
        } else {
            &self.ann
        };
        giver.grants_access("acme", grant).await.expect("granted");
    }

    /// One thing that happens.
    async fn befalls(&self, event: &str) {
        let words: Vec<_> = event.split(' ').collect();
        match words.as_slice() {
            ["tag", product, tag] => drop(
                self.ann
                    .tags(&product_name(product), &[tag])
                    .await
                    .expect(event),
            ),
            ["untag", product, tag] => drop(
                self.ann
                    .untags(&product_name(product), &[tag])
                    .await
                    .expect(event),
            ),
            ["group", group, product] => {
                drop(
                    self.ann
                        .adds_to_group(&group_name(group), &[&product_name(product)])
                        .await
                        .expect(event),
                );
            }
            ["ungroup", group, product] => {
                drop(
                    self.ann
                        .removes_from_group(&group_name(group), &[&product_name(product)])
                        .await
                        .expect(event),
                );
            }
            ["join", team, user] => drop(
                self.ann
                    .adds_to_team("acme", team, &[user])
                    .await
                    .expect(event),
            ),
            ["quit", team, user] => drop(
                self.ann
                    .removes_from_team("acme", team, &[user])
                    .await
                    .expect(event),
            ),
            ["deactivate", user] => drop(
                self.ann
                    .deactivates_member("acme", user)
                    .await
                    .expect(event),
            ),
            ["reactivate", user] => drop(
                self.ann
                    .reactivates_member("acme", user)
                    .await
                    .expect(event),
            ),
            ["deactivate", "everywhere", user] => {
                drop(
                    self.world
                        .operator()
                        .deactivates_user(user)
                        .await
                        .expect(event),
                );
            }
            ["reactivate", "everywhere", user] => {
                drop(
                    self.world
                        .operator()
                        .reactivates_user(user)
                        .await
                        .expect(event),
                );
            }
            ["without", right] => self.without(right).await,
            _ => panic!("nobody knows how to {event:?}"),
        }
    }

    /// The catalog loses a right, as `kdrive/use`.
    async fn without(&self, right: &str) {
        let (product_type, id) = right.split_once('/').expect("a type and a right");
        let name = format!("productTypes/{product_type}");
        let mut types = catalog_types();
        types.retain(|of| of.name == name);
        for of in &mut types {
            of.rights.retain(|right| right.id != id);
            of.rights
                .iter_mut()
                .for_each(|right| right.implies.retain(|implied| implied != id));
        }
        let request = v1::ApplyCatalogRequest {
            product_types: types,
            allow_loss: true,
            ..Default::default()
        };
        self.world
            .operator()
            .catalog()
            .apply_catalog(request)
            .await
            .expect("applied");
    }
}

pub fn product_name(id: &str) -> String {
    format!("organizations/acme/products/{id}")
}

fn group_name(id: &str) -> String {
    format!("organizations/acme/productGroups/{id}")
}

fn scope(entries: &[String]) -> v1::Scope {
    if entries == ["all"] {
        return all();
    }
    let entry = |said: &String| {
        let entry = match said.split_once(' ').expect("what and which") {
            ("product", id) => Entry::Product(product_name(id)),
            ("group", id) => Entry::ProductGroup(group_name(id)),
            ("tag", tag) => Entry::Tag(tag.to_owned()),
            ("type", id) => Entry::ProductType(format!("productTypes/{id}")),
            ("future", id) => Entry::FutureProductType(format!("productTypes/{id}")),
            (other, _) => panic!("a scope has no {other}"),
        };
        v1::ScopeEntry { entry: Some(entry) }
    };
    let entries = entries.iter().map(entry).collect();
    v1::Scope {
        scope: Some(v1::scope::Scope::Listed(v1::ScopeList { entries })),
    }
}

fn rights(said: &[String]) -> v1::Rights {
    let mut rights = v1::Rights::default();
    for right in said {
        match v1::RightKind::from_str_name(&format!("RIGHT_KIND_{right}")) {
            Some(kind) => rights.kinds.push(kind.into()),
            None if right == "all" => rights.all = true,
            None => rights.names.push(right.clone()),
        }
    }
    rights
}
