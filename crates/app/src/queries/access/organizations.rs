//! Where may somebody do anything at all, over all organizations? Rows say where to look, and the evaluator judges each.

use std::collections::BTreeSet;

use access::{Decision, View};
use decide::queries::shown_role::ShownRole;
use decide::rule::acting_view;
use domain::{Home, OrganizationId, PartnershipId, Reach, Timestamp, UserId};
use serde::{Serialize, Serializer};

use crate::app::App;
use crate::call::Call;
use crate::error::Error;
use crate::queries::list::{List, Listing, Source};
use crate::queries::paging::Page;
use crate::token;

/// How many organizations one page looks at: each may have to be read into memory.
const MOST_LOOKED_AT: usize = 200;

/// Partnerships of one partner that are read for a page: more than it looks at, since those that are over are passed by.
const MOST_READ: usize = 500;

/// Asks for the organizations in which somebody may do anything.
#[derive(Debug, Clone, Serialize)]
pub struct ListAccessibleOrganizations {
    pub subject: UserId,
}

/// An organization in which somebody may do something.
#[derive(Debug, Clone)]
pub struct AccessibleOrganization {
    pub organization: OrganizationId,
    /// What it is called.
    pub display_name: String,
    /// As what they are shown, where they are a member.
    pub role: Option<ShownRole>,
    /// Through which they act as staff of a partner.
    pub partnerships: Vec<ExercisedPartnership>,
    /// Until when something is allowed whatever else happens by itself.
    pub valid_until: Option<Timestamp>,
    /// The consistency token of its states.
    pub token: String,
}

/// A partnership whose mandate somebody exercises.
#[derive(Debug, Clone)]
pub struct ExercisedPartnership {
    pub id: PartnershipId,
    /// The partner, where whoever asks reaches it.
    pub partner: Option<OrganizationId>,
}

impl App {
    /// The organizations in which a user may do anything, by id, as far as the caller reaches.
    pub async fn list_accessible_organizations(
        &self,
        call: &Call,
        asked: &Listing<ListAccessibleOrganizations>,
    ) -> Result<Page<AccessibleOrganization>, Error> {
        let (list, consistency) = (asked.list.clone(), self.freshness(call, asked));
        let (seen, reach) = self.reach(call, Some(&list.subject), &consistency).await?;
        let within = asked.page_of(Within { list, reach });
        self.list_on(call, &within, seen).await
    }

    /// What allows the user anything on these states. The products are asked where no right on the organization itself is
    /// held: only of whose mandate none is left.
    async fn anything(
        &self,
        from: &Source<'_>,
        home: &Home,
        view: &View,
        user: &UserId,
    ) -> Result<Option<Decision>, Error> {
        if let Some(allowed) = view.allowed_here(user) {
            return Ok(Some(allowed));
        }
        let (user, seen, at) = (user.clone(), from.seen, from.seen.at);
        let on_products = move |view: &View| view.allowed_on_products(&user, at);
        self.look_aside(from.call, home, seen, view, on_products)
            .await
    }
}

/// The organizations of a list that are within a reach.
struct Within {
    list: ListAccessibleOrganizations,
    reach: Reach,
}

/// Where something may be found, by id, and after what there may be more.
struct Candidates {
    ids: Vec<OrganizationId>,
    rest: Option<OrganizationId>,
}

/// A page token is bound to what was asked for.
impl Serialize for Within {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.list.serialize(serializer)
    }
}

impl List for Within {
    type Item = AccessibleOrganization;

    fn home(&self) -> Home {
        Home::People
    }

    async fn read(
        &self,
        from: &Source<'_>,
        after: Option<&str>,
        most: usize,
    ) -> Result<Vec<AccessibleOrganization>, Error> {
        let mut found = Vec::new();
        // Who is active nowhere has nothing to be looked for.
        if !from.seen.view.people.is_active(&self.list.subject) {
            return Ok(found);
        }
        let after = after.and_then(|after| OrganizationId::parse(after).ok());
        let candidates = self.candidates(from, after.as_ref()).await?;
        for id in candidates.ids {
            found.extend(self.judged(from, id).await?);
            if found.len() == most {
                return Ok(found);
            }
        }
        if let Some(rest) = candidates.rest {
            from.stops_after(rest.as_str());
        }
        Ok(found)
    }

    fn key(found: &AccessibleOrganization) -> String {
        found.organization.to_string()
    }
}

impl Within {
    /// Where the user is a member, and the clients of those of these that are partners. Nobody has a path elsewhere.
    async fn candidates(
        &self,
        from: &Source<'_>,
        after: Option<&OrganizationId>,
    ) -> Result<Candidates, Error> {
        let reader = from.app.reader().await?;
        let own = reader.memberships(&self.list.subject).await?;
        let partners = reader.partners_among(&own).await?;
        let mut ids: BTreeSet<_> = own.into_iter().collect();
        // Beyond this client not all partnerships were read.
        let mut known_to: Option<OrganizationId> = None;
        for partner in &partners {
            let rows = reader
                .clients_after(partner, after, MOST_READ as u64)
                .await?;
            let last = rows.last().filter(|_| rows.len() == MOST_READ);
            if let Some((client, _)) = last {
                known_to = known_to.into_iter().chain([client.clone()]).min();
            }
            // Of the last one there may be an active partnership among those that were not read.
            let last = last.map(|(client, _)| client.clone());
            let active = rows
                .into_iter()
                .filter(|(_, partnership)| partnership.is_active());
            ids.extend(active.map(|(client, _)| client).chain(last));
        }
        ids.retain(|id| {
            after.is_none_or(|after| id > after)
                && known_to.as_ref().is_none_or(|known_to| id <= known_to)
                && self.reach.covers(id)
        });
        let mut ids: Vec<_> = ids.into_iter().collect();
        let mut rest = known_to;
        if ids.len() > MOST_LOOKED_AT {
            ids.truncate(MOST_LOOKED_AT);
            rest = ids.last().cloned();
        }
        Ok(Candidates { ids, rest })
    }

    /// The organization as it is shown, if anything is allowed there. What can't be read makes the whole list fail: nobody
    /// may take it for what is not there.
    async fn judged(
        &self,
        from: &Source<'_>,
        id: OrganizationId,
    ) -> Result<Option<AccessibleOrganization>, Error> {
        let (app, user) = (from.app, &self.list.subject);
        let home = Home::Organization(id.clone());
        let snapshot = from.snapshot(&home).await?;
        let view = acting_view(&from.call.who, snapshot.view());
        let Some(allowed) = app.anything(from, &home, &view, user).await? else {
            return Ok(None);
        };
        let member = view.organization.member(user);
        let exercised = view.partnerships_exercised(user).filter_map(|id| {
            let mut active = view.organization.active_partnerships().iter();
            let partner = &active.find(|active| active.id == *id)?.partner;
            Some(ExercisedPartnership {
                id: id.clone(),
                partner: self.reach.covers(partner).then(|| partner.clone()),
            })
        });
        Ok(Some(AccessibleOrganization {
            organization: id,
            display_name: app.display_name(&view, &home).await?,
            role: member.map(|member| ShownRole::of(&view, member)),
            partnerships: exercised.collect(),
            valid_until: allowed.valid_until,
            token: token::of_answer(&app.seal, &app.engine, &snapshot)?,
        }))
    }
}
