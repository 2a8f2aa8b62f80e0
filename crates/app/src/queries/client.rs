//! Who are a partner's clients, and what may the asking person do there (S0-12)?

use access::OrganizationState;
use decide::rule::{Authority, acting_view};
use domain::{
    Home, OrganizationId, OrganizationRight, Partnership, PartnershipId, Reason, Refusal, UserId,
};
use serde::Serialize;

use super::list::{List, Listing, Source};
use super::paging::Page;
use super::partnership::PartnershipStage;
use crate::app::App;
use crate::call::{Call, Consistency};
use crate::done::Seen;
use crate::error::Error;

/// Asks for the clients of a partner.
#[derive(Debug, Clone, Serialize)]
pub struct ListClients {
    pub organization: OrganizationId,
    /// Only partnerships in one of these; empty is proposed and active.
    #[serde(rename = "progress")]
    pub stage: Vec<PartnershipStage>,
}

/// A client as its partner sees it.
#[derive(Debug, Clone)]
pub struct Client {
    pub organization: OrganizationId,
    /// What it is called.
    pub display_name: String,
    pub partnership: Partnership,
    /// The rights of the asking person on the client; empty without one, and while it is not active.
    pub rights: Vec<OrganizationRight>,
}

impl App {
    /// The clients of a partner, with what the asking person may do there.
    pub async fn list_clients(
        &self,
        call: &Call,
        asked: &Listing<ListClients>,
    ) -> Result<Page<Client>, Error> {
        let mut page = self.list(call, asked).await?;
        let seen = &page.seen;
        let sight = seen.sight(call, &asked.list.home());
        let consistency = self.freshness(call, asked);
        let mut clients = Vec::new();
        for (key, (client, partnership)) in std::mem::take(&mut page.items) {
            let mut client = self.client(call, &consistency, client, partnership).await?;
            let home = Home::Organization(client.organization.clone());
            if !sight.sees_rights_at(&home) {
                client.rights.clear();
            }
            clients.push((key, client));
        }
        Ok(page.of(clients))
    }

    /// The client in its own states: they say what the person may do there.
    async fn client(
        &self,
        call: &Call,
        consistency: &Consistency,
        client: OrganizationId,
        partnership: Partnership,
    ) -> Result<Client, Error> {
        let home = Home::Organization(client.clone());
        let view = self.pick(&home, consistency).await?.view();
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

/// The clients of a partner, by id, then by partnership.
impl List for ListClients {
    type Item = (OrganizationId, Partnership);

    const MOST_LOOKED_AT: usize = 2_000;

    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    async fn must_be_askable(&self, from: &Source<'_>) -> Result<(), Error> {
        only_theirs(from.seen, &self.organization)?;
        Ok(())
    }

    async fn read(
        &self,
        from: &Source<'_>,
        after: Option<&str>,
        most: usize,
    ) -> Result<Vec<Self::Item>, Error> {
        let after = after.and_then(place);
        let after = after.as_ref().map(|(client, id)| (client, id));
        let reader = from.app.reader().await?;
        let rows = reader.partnerships_with(&self.organization, after, most as u64);
        Ok(rows.await?)
    }

    async fn takes(
        &self,
        from: &Source<'_>,
        (client, partnership): &Self::Item,
    ) -> Result<bool, Error> {
        let state = &from.seen.view.organization;
        let only = only_theirs(from.seen, &self.organization)?;
        let theirs = only.is_none_or(|user| exercises(state, user, client, partnership));
        if !theirs || !self.asks_for(PartnershipStage::of(partnership, from.seen.at)) {
            return Ok(false);
        }
        let Some(user) = only else {
            return Ok(true);
        };
        // Whom the client has shut out exercises nothing there (rule 12).
        let view = from.view(&Home::Organization(client.clone())).await?;
        Ok(!view.organization.is_shut_out(user))
    }

    fn key((client, partnership): &Self::Item) -> String {
        format!("{client}/{}", partnership.id)
    }
}

impl ListClients {
    fn asks_for(&self, stage: PartnershipStage) -> bool {
        if self.stage.is_empty() {
            return matches!(stage, PartnershipStage::Invited | PartnershipStage::Active);
        }
        self.stage.contains(&stage)
    }
}

/// Whose assignments alone are shown; `None` to who acts for the partner or reads everything.
fn only_theirs<'a>(
    seen: &'a Seen,
    organization: &OrganizationId,
) -> Result<Option<&'a UserId>, Refusal> {
    let Authority::Anyone(user) = &seen.authority else {
        return Ok(None);
    };
    let not_found = || Refusal::not_found(organization.resource_name());
    let user = user.as_ref().ok_or_else(not_found)?;
    if seen.view.organization.is_assignee(user) {
        return Ok(Some(user));
    }
    Err(seen.refusal(user, exercises_nothing(user, organization), not_found()))
}

fn exercises_nothing(user: &UserId, organization: &OrganizationId) -> Refusal {
    let right = OrganizationRight::ActAsPartner;
    let name = organization.resource_name().to_string();
    Refusal::new(
        Reason::RightMissing,
        format!(
            "Clients are seen with the right {} on {name}, or by a client assignment there; {} has neither. The \
             former comes with: {}.",
            right.name(),
            user.resource_name(),
            right.held_by()
        ),
    )
    .about(name)
    .with("right", right.name())
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

/// The client and partnership of a key.
fn place(key: &str) -> Option<(OrganizationId, PartnershipId)> {
    let (client, partnership) = key.split_once('/')?;
    Some((
        OrganizationId::parse(client).ok()?,
        PartnershipId::parse(partnership).ok()?,
    ))
}
