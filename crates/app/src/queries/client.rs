//! Who are a partner's clients, and what may the asking person do there (S0-12)?

use access::OrganizationState;
use decide::rule::{Standing, acting_view};
use domain::{
    Home, OrganizationId, OrganizationRight, Partnership, PartnershipId, Refusal, UserId,
};
use serde::Serialize;

use super::paging::{Page, Paging};
use super::partnership::Progress;
use crate::app::App;
use crate::call::{Call, Consistency};
use crate::done::Seen;
use crate::error::Error;

/// Rows read at a time.
const BATCH: u64 = 200;
/// Rows looked at for one page. A filter that fits few of them answers less than a page at a time.
const MAX_LOOKED_AT: usize = 2000;

/// Asks for the clients of a partner.
#[derive(Debug, Clone, Serialize)]
pub struct ListClients {
    /// The partner.
    pub organization: OrganizationId,
    /// Only partnerships in one of these; empty is proposed and active.
    pub progress: Vec<Progress>,
    /// How much of it.
    #[serde(skip)]
    pub paging: Paging,
    /// How fresh.
    #[serde(skip)]
    pub consistency: Consistency,
}

/// A client as its partner sees it.
#[derive(Debug, Clone)]
pub struct Client {
    /// Who.
    pub organization: OrganizationId,
    /// What it is called.
    pub display_name: String,
    /// The partnership.
    pub partnership: Partnership,
    /// The rights of the asking person on the client; empty without one, and while it is not active.
    pub rights: Vec<OrganizationRight>,
}

/// A place in the list.
type Place = (OrganizationId, PartnershipId);

impl App {
    /// The clients of a partner, by id, then by partnership.
    pub async fn list_clients(
        &self,
        call: &Call,
        query: ListClients,
    ) -> Result<Page<Client>, Error> {
        let home = Home::Organization(query.organization.clone());
        let seen = self.see(call, &home, None, &query.consistency).await?;
        let only = only_theirs(&seen, &query.organization)?;
        let after = self.page_start(call, &query, &query.paging.token)?;
        let after = after.as_deref().and_then(place);
        let (found, last) = self.clients_of(&seen, &query, only, after).await?;
        let mut clients = Vec::new();
        for (client, partnership) in found {
            let place = (client.clone(), partnership.id.clone());
            let client = self.client(call, &query, client, partnership).await?;
            clients.push((key(&place), client));
        }
        let end = last.as_ref().map(key);
        Ok(self.page(call, &query, seen, clients, end))
    }

    /// The partnerships of a page, and where the next one starts after, if there may be more.
    async fn clients_of(
        &self,
        seen: &Seen,
        query: &ListClients,
        only: Option<&UserId>,
        after: Option<Place>,
    ) -> Result<(Vec<(OrganizationId, Partnership)>, Option<Place>), Error> {
        let reader = self.reader().await?;
        let state = &seen.view.organization;
        let mut last = after;
        let mut found = Vec::new();
        let mut looked_at = 0;
        loop {
            let beyond = last.as_ref().map(|(client, id)| (client, id));
            let rows = reader
                .partnerships_with(&query.organization, beyond, BATCH)
                .await?;
            let is_end = (rows.len() as u64) < BATCH;
            for (client, partnership) in rows {
                if found.len() == query.paging.size {
                    return Ok((found, last));
                }
                last = Some((client.clone(), partnership.id.clone()));
                looked_at += 1;
                let theirs = only.is_none_or(|user| exercises(state, user, &client, &partnership));
                if theirs && query.asks_for(Progress::of(&partnership, seen.at)) {
                    found.push((client, partnership));
                }
            }
            if is_end {
                return Ok((found, None));
            }
            if looked_at >= MAX_LOOKED_AT {
                return Ok((found, last));
            }
        }
    }

    /// The client in its own states: they say what the person may do there.
    async fn client(
        &self,
        call: &Call,
        query: &ListClients,
        client: OrganizationId,
        partnership: Partnership,
    ) -> Result<Client, Error> {
        let home = Home::Organization(client.clone());
        let view = self.pick(&home, &query.consistency).await?.view();
        let view = acting_view(&call.who, view);
        let at = self.engine.now();
        let actor = call.who.actor.as_ref();
        let actor = actor.filter(|_| partnership.is_active());
        let held = |user: &UserId| {
            let rights = OrganizationRight::ALL.into_iter();
            rights
                .filter(|right| view.holds(user, *right, at))
                .collect()
        };
        let rights = actor.map(held).unwrap_or_default();
        Ok(Client {
            display_name: self.display_name(&view, &home).await?,
            organization: client,
            partnership,
            rights,
        })
    }
}

impl ListClients {
    fn asks_for(&self, progress: Progress) -> bool {
        if self.progress.is_empty() {
            return matches!(progress, Progress::Invited | Progress::Active);
        }
        self.progress.contains(&progress)
    }
}

/// Whose assignments alone are shown; `None` to who acts for the partner or reads everything.
fn only_theirs<'a>(
    seen: &'a Seen,
    organization: &OrganizationId,
) -> Result<Option<&'a UserId>, Refusal> {
    match &seen.standing {
        Standing::Anyone(Some(user))
            if seen
                .view
                .organization
                .member(user)
                .is_some_and(|member| member.is_active()) =>
        {
            Ok(Some(user))
        }
        Standing::Anyone(_) => Err(Refusal::not_found(format!("organizations/{organization}"))),
        _ => Ok(None),
    }
}

/// Whether an assignment of this partnership names the person, themselves or by their team.
fn exercises(
    partner: &OrganizationState,
    user: &UserId,
    client: &OrganizationId,
    partnership: &Partnership,
) -> bool {
    partnership.is_active() && partner.is_assigned(user, client, &partnership.id)
}

fn key((client, partnership): &Place) -> String {
    format!("{client}/{partnership}")
}

fn place(key: &str) -> Option<Place> {
    let (client, partnership) = key.split_once('/')?;
    Some((
        OrganizationId::parse(client).ok()?,
        PartnershipId::parse(partnership).ok()?,
    ))
}
