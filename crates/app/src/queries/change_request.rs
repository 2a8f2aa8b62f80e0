//! Which change requests were made, and where do they stand? Of an organization, of all for operators, of oneself.

use std::collections::BTreeMap;

use domain::{
    ChangeRequest, ChangeRequestId, ChangeRequestStage, Home, OrganizationId, OrganizationRight,
    Personal, Reason, Record, RecordName, Refusal, UserId,
};
use serde::Serialize;
use store::RequestFilter;

use super::list::{List, Listing, Source};
use super::paging::Page;
use crate::app::App;
use crate::call::{Call, Consistency};
use crate::done::{Seen, Texts};
use crate::error::Error;

/// Asks for the requests of an organization, or of all of them.
#[derive(Debug, Clone, Serialize)]
pub struct ListChangeRequests {
    /// Where; everywhere where it is `None`, which is for operators.
    pub organization: Option<OrganizationId>,
    /// Only those in one of these states; any where it is empty.
    pub stages: Vec<ChangeRequestStage>,
    /// Only those that this person opened.
    pub requester: Option<UserId>,
}

/// Asks for the requests that the acting user opened, in whatever organization.
#[derive(Debug, Clone, Serialize)]
pub struct ListMyChangeRequests {
    /// Only those in one of these states; any where it is empty.
    pub stages: Vec<ChangeRequestStage>,
}

/// A request and its organization.
#[derive(Debug, Clone)]
pub struct ListedRequest {
    /// Whose it is.
    pub organization: OrganizationId,
    pub request: ChangeRequest,
}

impl App {
    pub async fn get_change_request(
        &self,
        call: &Call,
        organization: &OrganizationId,
        id: &ChangeRequestId,
    ) -> Result<(ChangeRequest, Texts, Seen), Error> {
        let home = Home::Organization(organization.clone());
        let seen = self.see(call, &home, None, &Consistency::default()).await?;
        let name = RecordName::change_request(id);
        let record = self.reader().await?.record(&home, &name).await?;
        let Some(Record::ChangeRequest(request)) = record else {
            return Err(Refusal::not_found(name.resource_name(&home)).into());
        };
        let texts = self.texts_of(&home, request.personal()).await?;
        Ok((request, texts, seen))
    }

    /// A page of requests, with their texts.
    pub async fn list_change_requests<L: List<Item = ListedRequest>>(
        &self,
        call: &Call,
        asked: &Listing<L>,
    ) -> Result<Page<ListedRequest>, Error> {
        let page = self.list(call, asked).await?;
        let mut by_home: BTreeMap<&OrganizationId, Vec<&Personal>> = BTreeMap::new();
        for listed in page.items() {
            let personal = by_home.entry(&listed.organization).or_default();
            personal.extend(listed.request.personal());
        }
        let mut texts = Texts::default();
        for (organization, personal) in by_home {
            let home = Home::Organization(organization.clone());
            texts.0.extend(self.texts_of(&home, personal).await?.0);
        }
        Ok(page.with_texts(texts))
    }
}

/// The requests of an organization by number, or of all organizations.
impl List for ListChangeRequests {
    type Item = ListedRequest;

    fn home(&self) -> Home {
        let organization = self.organization.clone();
        organization.map_or(Home::Platform, Home::Organization)
    }

    async fn read(
        &self,
        from: &Source<'_>,
        after: Option<&str>,
        most: usize,
    ) -> Result<Vec<ListedRequest>, Error> {
        let filter = RequestFilter {
            home: self.organization.clone().map(Home::Organization),
            requester: self.requester.clone(),
            stages: self.stages.clone(),
        };
        rows(from, &filter, after, most).await
    }

    fn key(listed: &ListedRequest) -> String {
        listed.key()
    }
}

/// The requests that the acting user opened, in the organizations where they still are.
impl List for ListMyChangeRequests {
    type Item = ListedRequest;

    const MOST_LOOKED_AT: usize = 5_000;

    fn home(&self) -> Home {
        Home::People
    }

    async fn must_be_askable(&self, from: &Source<'_>) -> Result<(), Error> {
        own(from)?;
        Ok(())
    }

    async fn read(
        &self,
        from: &Source<'_>,
        after: Option<&str>,
        most: usize,
    ) -> Result<Vec<ListedRequest>, Error> {
        let filter = RequestFilter {
            home: None,
            requester: Some(own(from)?.clone()),
            stages: self.stages.clone(),
        };
        rows(from, &filter, after, most).await
    }

    /// As a check would judge it: nobody sees into an organization that they have left.
    async fn takes(&self, from: &Source<'_>, listed: &ListedRequest) -> Result<bool, Error> {
        let home = Home::Organization(listed.organization.clone());
        let view = from.view(&home).await?;
        Ok(view.holds(own(from)?, OrganizationRight::View, from.app.engine.now()))
    }

    fn key(listed: &ListedRequest) -> String {
        listed.key()
    }
}

impl ListedRequest {
    fn key(&self) -> String {
        let home = Home::Organization(self.organization.clone());
        format!("{home}/{}", self.request.number)
    }
}

async fn rows(
    from: &Source<'_>,
    filter: &RequestFilter,
    after: Option<&str>,
    most: usize,
) -> Result<Vec<ListedRequest>, Error> {
    let after = after.and_then(|after| {
        let (home, number) = after.split_once('/')?;
        Some((Home::parse(home)?, number.parse().ok()?))
    });
    let after = after.as_ref().map(|(home, number)| (home, *number));
    let reader = from.app.reader().await?;
    let found = reader.change_requests(filter, after, most as u64).await?;
    let listed = |(home, request): (Home, ChangeRequest)| {
        let organization = home.organization()?.clone();
        Some(ListedRequest {
            organization,
            request,
        })
    };
    Ok(found.into_iter().filter_map(listed).collect())
}

/// Whose own they are.
fn own<'a>(from: &Source<'a>) -> Result<&'a UserId, Refusal> {
    from.seen.authority.user().ok_or_else(|| {
        Refusal::new(
            Reason::ActingUserRequired,
            "One's own change requests are those of an acting user. Send metadata x-grantor-acting-user: users/ID.",
        )
    })
}
