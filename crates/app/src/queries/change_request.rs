//! Which change requests were made, and where do they stand? Of an organization, of all for operators, of oneself.

use std::collections::{BTreeMap, HashMap};

use access::View;
use domain::{
    ChangeRequest, ChangeRequestId, Home, OrganizationId, OrganizationRight, Personal, Reason,
    Record, RecordName, Refusal, RequestStage, UserId,
};
use serde::Serialize;
use store::RequestFilter;

use super::paging::{Page, Paging};
use crate::app::App;
use crate::call::{Call, Consistency};
use crate::done::{Seen, Texts};
use crate::error::Error;

/// Rows looked at for one page of one's own: those of organizations that one has left are passed over.
const MAX_LOOKED_AT: usize = 5000;

/// Asks for the requests of an organization, or of all of them.
#[derive(Debug, Clone, Serialize)]
pub struct ListChangeRequests {
    /// Where; everywhere where it is `None`, which is for operators.
    pub organization: Option<OrganizationId>,
    /// Only those in one of these states; any where it is empty.
    pub stages: Vec<RequestStage>,
    /// Only those that this person opened.
    pub requester: Option<UserId>,
    /// How much of it.
    #[serde(skip)]
    pub paging: Paging,
    /// How fresh.
    #[serde(skip)]
    pub consistency: Consistency,
}

/// Asks for the requests that the acting user opened, in whatever organization.
#[derive(Debug, Clone, Serialize)]
pub struct ListMyChangeRequests {
    /// Only those in one of these states; any where it is empty.
    pub stages: Vec<RequestStage>,
    /// How much of it.
    #[serde(skip)]
    pub paging: Paging,
    /// How fresh.
    #[serde(skip)]
    pub consistency: Consistency,
}

/// A request and its organization.
#[derive(Debug, Clone)]
pub struct ListedRequest {
    /// Whose it is.
    pub organization: OrganizationId,
    /// The request.
    pub request: ChangeRequest,
}

/// The home and number of the last one of a page: the next page starts after it.
type Last = (Home, u64);

impl App {
    /// One request.
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

    /// The requests of an organization by number, or of all organizations.
    pub async fn list_change_requests(
        &self,
        call: &Call,
        query: ListChangeRequests,
    ) -> Result<Page<ListedRequest>, Error> {
        let home = query.organization.clone().map(Home::Organization);
        let asked = home.clone().unwrap_or(Home::Platform);
        let seen = self.see(call, &asked, None, &query.consistency).await?;
        let filter = RequestFilter {
            home,
            requester: query.requester.clone(),
            stages: query.stages.clone(),
        };
        let after = self.start(call, &query, &query.paging.token)?;
        let (found, more) = self
            .rows(&filter, after.as_ref(), query.paging.size)
            .await?;
        let end = last_of(&found).filter(|_| more);
        let (items, texts) = self.listed_requests(found).await?;
        Ok(self.page(call, &query, seen, items, end).with_texts(texts))
    }

    /// The requests that the acting user opened, in the organizations where they still are.
    pub async fn list_my_change_requests(
        &self,
        call: &Call,
        query: ListMyChangeRequests,
    ) -> Result<Page<ListedRequest>, Error> {
        let seen = self
            .see(call, &Home::Users, None, &query.consistency)
            .await?;
        let Some(own) = seen.standing.user().cloned() else {
            return Err(acting_user_required().into());
        };
        let filter = RequestFilter {
            home: None,
            requester: Some(own.clone()),
            stages: query.stages.clone(),
        };
        let mut after = self.start(call, &query, &query.paging.token)?;
        let mut views: HashMap<Home, View> = HashMap::new();
        let (mut shown, mut looked_at) = (Vec::new(), 0);
        let next = loop {
            let room = query.paging.size.saturating_sub(shown.len());
            let (found, more) = self.rows(&filter, after.as_ref(), room).await?;
            looked_at += found.len();
            after = found
                .last()
                .map(|(home, request)| (home.clone(), request.number));
            let last = last_of(&found).filter(|_| more);
            for (home, request) in found {
                if self
                    .belongs(&mut views, &home, &own, &query.consistency)
                    .await?
                {
                    shown.push((home, request));
                }
            }
            let is_full = shown.len() == query.paging.size || looked_at >= MAX_LOOKED_AT;
            if last.is_none() || is_full {
                break last;
            }
        };
        let (items, texts) = self.listed_requests(shown).await?;
        Ok(self.page(call, &query, seen, items, next).with_texts(texts))
    }

    /// As a check would judge it: nobody sees into an organization that they have left.
    async fn belongs(
        &self,
        views: &mut HashMap<Home, View>,
        home: &Home,
        user: &UserId,
        consistency: &Consistency,
    ) -> Result<bool, Error> {
        if !views.contains_key(home) {
            let view = self.pick(home, consistency).await?.view();
            views.insert(home.clone(), view);
        }
        let view = views.get(home);
        let now = self.engine.now();
        Ok(view.is_some_and(|view| view.holds(user, OrganizationRight::View, now)))
    }

    /// At most this many, and whether there are more.
    async fn rows(
        &self,
        filter: &RequestFilter,
        after: Option<&Last>,
        size: usize,
    ) -> Result<(Vec<(Home, ChangeRequest)>, bool), Error> {
        let limit = u64::try_from(size.saturating_add(1)).unwrap_or(u64::MAX);
        let after = after.map(|(home, number)| (home, *number));
        let reader = self.reader().await?;
        let mut found = reader.change_requests(filter, after, limit).await?;
        let more = found.len() > size;
        found.truncate(size);
        Ok((found, more))
    }

    fn start<Q: Serialize>(
        &self,
        call: &Call,
        query: &Q,
        token: &str,
    ) -> Result<Option<Last>, Refusal> {
        let after = self.page_start(call, query, token)?;
        Ok(after.and_then(|after| {
            let (home, number) = after.split_once('/')?;
            Some((Home::parse(home)?, number.parse().ok()?))
        }))
    }

    /// The items of a page and their texts.
    async fn listed_requests(
        &self,
        found: Vec<(Home, ChangeRequest)>,
    ) -> Result<(Vec<(String, ListedRequest)>, Texts), Error> {
        let mut texts = Texts::default();
        let mut by_home: BTreeMap<&Home, Vec<&Personal>> = BTreeMap::new();
        for (home, request) in &found {
            by_home.entry(home).or_default().extend(request.personal());
        }
        for (home, personal) in by_home {
            texts.0.extend(self.texts_of(home, personal).await?.0);
        }
        let listed = |(home, request): (Home, ChangeRequest)| {
            let organization = home.organization()?.clone();
            let key = key(&home, &request);
            let listed = ListedRequest {
                organization,
                request,
            };
            Some((key, listed))
        };
        Ok((found.into_iter().filter_map(listed).collect(), texts))
    }
}

/// What the page after these starts after.
fn last_of(found: &[(Home, ChangeRequest)]) -> Option<String> {
    let (home, request) = found.last()?;
    Some(key(home, request))
}

fn key(home: &Home, request: &ChangeRequest) -> String {
    format!("{home}/{}", request.number)
}

fn acting_user_required() -> Refusal {
    Refusal::new(
        Reason::ActingUserRequired,
        "One's own change requests are those of an acting user. Send metadata x-grantor-acting-user: users/ID.",
    )
}
