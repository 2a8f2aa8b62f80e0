//! Which organizations are there for this caller, and how is each set up?

use std::sync::Arc;

use domain::{Home, Organization, OrganizationId, Reach, Reason, Refusal, UserId};
use serde::{Serialize, Serializer};

use super::list::{List, Listing, Source};
use super::paging::Page;
use super::reach::open_to_callers;
use crate::app::App;
use crate::call::{Call, Consistency};
use crate::done::{Seen, Texts};
use crate::error::Error;

/// An organization as answered.
#[derive(Debug, Clone)]
pub struct SeenOrganization {
    pub organization: Arc<Organization>,
    /// Whether the caller sees its settings too, not only its name and look.
    pub whole: bool,
    pub texts: Texts,
    pub seen: Seen,
}

/// Asks for organizations.
#[derive(Debug, Clone, Serialize)]
pub struct ListOrganizations {
    /// Only those of which this user is a member, active or not.
    pub member: Option<UserId>,
}

impl App {
    pub async fn get_organization(
        &self,
        call: &Call,
        id: &OrganizationId,
    ) -> Result<SeenOrganization, Error> {
        let home = Home::Organization(id.clone());
        let seen = self.see(call, &home, None, &Consistency::default()).await?;
        self.shown(call, &home, seen).await
    }

    /// The organizations within the caller's reach.
    pub async fn list_organizations(
        &self,
        call: &Call,
        asked: &Listing<ListOrganizations>,
    ) -> Result<Page<SeenOrganization>, Error> {
        let (list, consistency) = (asked.list.clone(), self.freshness(call, asked));
        let member = asked.list.member.as_ref();
        let (seen, reach) = self.reach(call, member, &consistency).await?;
        let within = asked.page_of(Within { list, reach });
        let mut page = self.list_on(call, &within, seen).await?;
        let mut items = Vec::new();
        for (key, id) in std::mem::take(&mut page.items) {
            let listed = self.listed(call, (member, &consistency), id).await?;
            items.extend(listed.map(|listed| (key, listed)));
        }
        Ok(page.of(items))
    }

    /// None where the caller may not look: a listed organization that is not there, or one out of reach.
    async fn listed(
        &self,
        call: &Call,
        (member, consistency): (Option<&UserId>, &Consistency),
        id: OrganizationId,
    ) -> Result<Option<SeenOrganization>, Error> {
        let home = Home::Organization(id);
        match self.see(call, &home, member, consistency).await {
            Ok(seen) => self.shown(call, &home, seen).await.map(Some),
            Err(Error::Refused(refusal)) if refusal.reason == Reason::NotFound => {
                self.listed_to_its_member(call, (member, consistency), &home)
                    .await
            }
            Err(error) => Err(error),
        }
    }

    /// Whoever is deactivated there may not look, and still sees that they are a member: its name and its look.
    async fn listed_to_its_member(
        &self,
        call: &Call,
        (member, consistency): (Option<&UserId>, &Consistency),
        home: &Home,
    ) -> Result<Option<SeenOrganization>, Error> {
        let Some(own) = member.filter(|member| call.who.actor.as_ref() == Some(*member)) else {
            return Ok(None);
        };
        let known = open_to_callers(call);
        let seen = self.see(&known, home, None, consistency).await?;
        match seen.acting().organization.member(own) {
            Some(_) => self.shown(call, home, seen).await.map(Some),
            None => Ok(None),
        }
    }

    async fn shown(&self, call: &Call, home: &Home, seen: Seen) -> Result<SeenOrganization, Error> {
        let sight = seen.sight(call, home);
        let organization = seen.view.organization.organization();
        let organization =
            Arc::clone(organization.ok_or_else(|| Refusal::not_found(home.to_string()))?);
        let texts = self.texts_of(home, [&organization.display_name]).await?;
        Ok(SeenOrganization {
            whole: sight.sees_settings(),
            organization,
            texts,
            seen,
        })
    }
}

/// The organizations of a list that are within a reach, by id.
struct Within {
    list: ListOrganizations,
    reach: Reach,
}

/// A page token is bound to what was asked for.
impl Serialize for Within {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.list.serialize(serializer)
    }
}

impl List for Within {
    type Item = OrganizationId;

    fn home(&self) -> Home {
        Home::People
    }

    async fn read(
        &self,
        from: &Source<'_>,
        after: Option<&str>,
        most: usize,
    ) -> Result<Vec<OrganizationId>, Error> {
        let reader = from.app.reader();
        let mut ids = match (&self.list.member, &self.reach) {
            (Some(member), _) => reader.await?.memberships(member).await?,
            (None, Reach::Listed(listed)) => listed.clone(),
            (None, Reach::All) => {
                return Ok(reader.await?.organizations(after, most as u64).await?);
            }
        };
        ids.retain(|id| self.reach.covers(id) && after.is_none_or(|after| id.as_str() > after));
        ids.sort();
        ids.truncate(most);
        Ok(ids)
    }

    fn key(id: &OrganizationId) -> String {
        id.to_string()
    }
}
