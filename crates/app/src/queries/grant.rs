//! Which grants are there, whose are they, and which end soon?

use std::sync::Arc;

use domain::{
    Day, Grant, GrantId, Home, OrganizationId, RecordName, Refusal, Subject, Timestamp, UserId,
};
use serde::Serialize;

use super::filters::must_know_subject;
use super::list::{List, Listing, Source};
use super::paging::Page;
use crate::app::App;
use crate::call::{Call, Consistency};
use crate::done::{Seen, Texts};
use crate::error::Error;

/// Grants whose uses are read at once.
const AT_A_TIME: usize = 500;

/// How many grants are looked at for one page of those that nobody uses.
const MOST_LOOKED_AT: usize = 5_000;

/// Asks for the grants of an organization.
#[derive(Debug, Clone, Serialize)]
pub struct ListGrants {
    pub organization: OrganizationId,
    /// Only what this member, team or partnership holds.
    pub subject: Option<Subject>,
    /// Only those of which it is known that they were not used on the day of this time or later.
    pub unused_since: Option<Timestamp>,
}

/// Asks for the grants that end in a span of time.
#[derive(Debug, Clone, Serialize)]
pub struct ListExpiringGrants {
    pub organization: OrganizationId,
    /// Those that end then or later; `None` is now.
    pub from: Option<Timestamp>,
    /// Those that end before then.
    pub until: Timestamp,
}

impl App {
    pub async fn get_grant(
        &self,
        call: &Call,
        organization: &OrganizationId,
        id: &GrantId,
    ) -> Result<(Arc<Grant>, Seen, Texts), Error> {
        let home = Home::Organization(organization.clone());
        // Whose grant it is shows only once it is seen: until then the acting user asks about themselves.
        let seen = self
            .see(
                call,
                &home,
                call.who.actor.as_ref(),
                &Consistency::default(),
            )
            .await?;
        let sight = seen.sight(call, &home);
        let grant = seen
            .view
            .organization
            .grant(id)
            .filter(|grant| sight.sees_grant(grant, &seen.view));
        let grant =
            grant.ok_or_else(|| Refusal::not_found(RecordName::grant(id).resource_name(&home)))?;
        let texts = self.texts_of(&home, grant.note.as_deref()).await?;
        Ok((grant, seen, texts))
    }

    /// The day on which marking of uses began: what was used before is not known.
    pub async fn uses_known_since(&self) -> Result<Day, Error> {
        self.grant_uses.since().await
    }

    /// The grants of an organization, with their notes.
    pub async fn list_grants<L: List<Item = Arc<Grant>>>(
        &self,
        call: &Call,
        asked: &Listing<L>,
    ) -> Result<Page<Arc<Grant>>, Error> {
        let page = self.list(call, asked).await?;
        let notes = page.items().filter_map(|grant| grant.note.as_deref());
        let texts = self.texts_of(&asked.list.home(), notes).await?;
        Ok(page.with_texts(texts))
    }
}

/// The grants of an organization, by id; those too that have not started or are over.
impl List for ListGrants {
    type Item = Arc<Grant>;

    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn about(&self) -> Option<&UserId> {
        match &self.subject {
            Some(Subject::Member(user)) => Some(user),
            Some(Subject::Team(_) | Subject::Partnership(_)) | None => None,
        }
    }

    async fn must_be_askable(&self, from: &Source<'_>) -> Result<(), Error> {
        // To who may not know of it, one that is there and one that is not are alike.
        if let Some(subject) = &self.subject
            && from.sight().sees_subject(subject)
        {
            let asks = from.call.who.actor.as_ref();
            must_know_subject(&from.seen.view, &self.organization, subject, asks)?;
        }
        match self.unused_since {
            Some(since) if since > from.seen.now => {
                let why = "must not be in the future";
                Err(Refusal::field("unused_since", why).into())
            }
            Some(_) | None => Ok(()),
        }
    }

    async fn read(
        &self,
        from: &Source<'_>,
        after: Option<&str>,
        most: usize,
    ) -> Result<Vec<Arc<Grant>>, Error> {
        let (view, sight) = (&from.seen.view, from.sight());
        let after = after.and_then(|after| GrantId::parse(after).ok());
        let held: Box<dyn Iterator<Item = Arc<Grant>> + Send> = match &self.subject {
            Some(subject) => Box::new(view.organization.grants_of(subject)),
            None => Box::new(view.organization.grants_after(after.as_ref())),
        };
        let following = held
            .filter(|grant| after.as_ref().is_none_or(|after| grant.id > *after))
            .filter(|grant| sight.sees_grant(grant, view));
        match self.unused_since {
            Some(since) => {
                let since = Day::of(since);
                self.unused(from, following, since, most).await
            }
            None => Ok(following.take(most).collect()),
        }
    }

    fn key(grant: &Arc<Grant>) -> String {
        grant.id.to_string()
    }
}

impl ListGrants {
    /// At most so many of the grants that follow: those that were not used on that day or later.
    async fn unused(
        &self,
        from: &Source<'_>,
        mut following: impl Iterator<Item = Arc<Grant>> + Send,
        since: Day,
        most: usize,
    ) -> Result<Vec<Arc<Grant>>, Error> {
        let (mut unused, mut looked_at) = (Vec::new(), 0);
        loop {
            let grants: Vec<_> = following.by_ref().take(AT_A_TIME).collect();
            let Some(last) = grants.last().map(Self::key) else {
                return Ok(unused);
            };
            looked_at += grants.len();
            let ids: Vec<_> = grants.iter().map(|grant| &grant.id).collect();
            let uses = from.app.grant_uses.of(&self.organization, &ids).await?;
            let is_unused = |grant: &Arc<Grant>| {
                let grant = (&grant.id, grant.stamp.create_time);
                uses.is_unused(grant, since)
            };
            unused.extend(grants.into_iter().filter(is_unused));
            if unused.len() >= most {
                unused.truncate(most);
                return Ok(unused);
            }
            if looked_at >= MOST_LOOKED_AT {
                from.stops_after(&last);
                return Ok(unused);
            }
        }
    }
}

/// The grants that end in a span of time, the soonest first, then by id.
impl List for ListExpiringGrants {
    type Item = Arc<Grant>;

    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    async fn read(
        &self,
        from: &Source<'_>,
        after: Option<&str>,
        most: usize,
    ) -> Result<Vec<Arc<Grant>>, Error> {
        let (seen, sight) = (from.seen, from.sight());
        let span = self.from.unwrap_or(seen.at)..self.until;
        let mut ending: Vec<_> = seen
            .view
            .organization
            .grants()
            .filter(|grant| sight.sees_grant(grant, &seen.view))
            .filter(|grant| grant.period.end.is_some_and(|end| span.contains(&end)))
            .map(|grant| (Self::key(&grant), grant))
            .filter(|(key, _)| after.is_none_or(|after| key.as_str() > after))
            .collect();
        ending.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        let following = ending.into_iter().map(|(_, grant)| grant);
        Ok(following.take(most).collect())
    }

    fn key(grant: &Arc<Grant>) -> String {
        ending_key(grant.period.end.unwrap_or_default(), &grant.id)
    }
}

/// End and id as one text that sorts as they do: the sign is folded away, the digits are of one length.
fn ending_key(end: Timestamp, id: &GrantId) -> String {
    format!("{:020}/{id}", end.0.cast_unsigned() ^ (1 << 63))
}
