//! Sentences about what was made through a partnership: what the client sees of it, and what it has taken back.

use grantor::v1;
use v1::made_thing::Thing;

use super::actions::organization_name;
use super::actor::{Actor, Answer};
use super::make::fully;

/// Things of acme, as a caller names them.
pub mod thing {
    use super::{Thing, organization_name, v1};

    fn of(collection: &str, id: &str) -> String {
        format!("{}/{collection}/{id}", organization_name("acme"))
    }

    fn made(thing: Thing) -> v1::MadeThing {
        v1::MadeThing { thing: Some(thing) }
    }

    pub fn member(user: &str) -> v1::MadeThing {
        made(Thing::Member(of("members", user)))
    }

    pub fn role(user: &str) -> v1::MadeThing {
        made(Thing::Role(of("members", user)))
    }

    pub fn team(id: &str) -> v1::MadeThing {
        made(Thing::Team(of("teams", id)))
    }

    pub fn place(team: &str, user: &str) -> v1::MadeThing {
        made(Thing::TeamPlace(v1::TeamPlace {
            team: of("teams", team),
            member: of("members", user),
        }))
    }

    pub fn grant(name: &str) -> v1::MadeThing {
        made(Thing::Grant(name.to_owned()))
    }

    pub fn tag(product: &str, tag: &str) -> v1::MadeThing {
        made(Thing::Tag(v1::ProductTag {
            product: product.to_owned(),
            tag: tag.to_owned(),
        }))
    }

    pub fn entry(group: &str, product: &str) -> v1::MadeThing {
        made(Thing::GroupEntry(v1::GroupEntry {
            product_group: group.to_owned(),
            product: product.to_owned(),
        }))
    }
}

impl Actor {
    /// All pages of this size of what was made through a partnership.
    pub async fn sees_made_by(
        &self,
        partnership: &str,
        page_size: i32,
    ) -> Answer<Vec<v1::ListedMadeThing>> {
        let mut all = Vec::new();
        let mut page_token = String::new();
        loop {
            let request = v1::ListMadeThingsRequest {
                parent: partnership.to_owned(),
                page_size,
                page_token,
                consistency: fully(),
            };
            let page = self.partnerships().list_made_things(request).await?;
            let page = page.into_inner();
            assert!(page.made_things.len() <= page_size as usize);
            all.extend(page.made_things);
            page_token = page.next_page_token;
            if page_token.is_empty() {
                return Ok(all);
            }
        }
    }

    /// What was made through a partnership and is there.
    pub async fn sees_made(&self, partnership: &str) -> Answer<Vec<v1::MadeThing>> {
        let listed = self.sees_made_by(partnership, 1000).await?;
        let things = listed.into_iter();
        Ok(things.map(|made| made.thing.expect("a thing")).collect())
    }

    /// Takes these things back.
    pub async fn takes_back(
        &self,
        partnership: &str,
        things: Vec<v1::MadeThing>,
    ) -> Answer<v1::TakeBackMadeThingsResponse> {
        self.takes_back_as(v1::TakeBackMadeThingsRequest {
            name: partnership.to_owned(),
            things,
            ..Default::default()
        })
        .await
    }

    /// Takes all of it back, as much as one call does.
    pub async fn takes_all_back(
        &self,
        partnership: &str,
    ) -> Answer<v1::TakeBackMadeThingsResponse> {
        self.takes_back_as(v1::TakeBackMadeThingsRequest {
            name: partnership.to_owned(),
            all: true,
            ..Default::default()
        })
        .await
    }

    pub async fn takes_back_as(
        &self,
        request: v1::TakeBackMadeThingsRequest,
    ) -> Answer<v1::TakeBackMadeThingsResponse> {
        let answer = self.partnerships().take_back_made_things(request).await?;
        Ok(answer.into_inner())
    }

    /// Ends a partnership, and takes back what was made through it.
    pub async fn ends_taking_back(
        &self,
        partnership: &str,
    ) -> Answer<v1::TerminatePartnershipResponse> {
        let request = v1::TerminatePartnershipRequest {
            name: partnership.to_owned(),
            take_back_all: true,
            ..Default::default()
        };
        let answer = self.partnerships().terminate_partnership(request).await?;
        Ok(answer.into_inner())
    }
}
