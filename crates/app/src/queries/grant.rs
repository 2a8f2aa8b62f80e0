//! Which grants are there, whose are they, and which end soon?

use std::sync::Arc;

use decide::visible::Sight;
use domain::{Grant, GrantId, Home, OrganizationId, RecordName, Refusal, Subject, Timestamp};
use serde::Serialize;

use super::filters::must_know_subject;
use super::paging::{Page, Paging};
use crate::app::App;
use crate::call::{Call, Consistency};
use crate::done::{Seen, Texts};
use crate::error::Error;

/// Asks for the grants of an organization.
#[derive(Debug, Clone, Serialize)]
pub struct ListGrants {
    /// Where.
    pub organization: OrganizationId,
    /// Only what this member, team or partnership holds.
    pub subject: Option<Subject>,
    /// How much of it.
    #[serde(skip)]
    pub paging: Paging,
    /// How fresh.
    #[serde(skip)]
    pub consistency: Consistency,
}

/// Asks for the grants that end in a span of time.
#[derive(Debug, Clone, Serialize)]
pub struct ListExpiringGrants {
    /// Where.
    pub organization: OrganizationId,
    /// Those that end then or later; `None` is now.
    pub from: Option<Timestamp>,
    /// Those that end before then.
    pub until: Timestamp,
    /// How much of it.
    #[serde(skip)]
    pub paging: Paging,
    /// How fresh.
    #[serde(skip)]
    pub consistency: Consistency,
}

impl App {
    /// One grant.
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
        let sight = Sight::of(&call.who, &home, seen.acting(), seen.at);
        let grant = seen
            .view
            .organization
            .grant(id)
            .filter(|grant| sight.sees_grant(grant, &seen.view))
            .cloned();
        let grant =
            grant.ok_or_else(|| Refusal::not_found(RecordName::grant(id).resource_name(&home)))?;
        let texts = self.texts_of(&home, grant.note.as_deref()).await?;
        Ok((grant, seen, texts))
    }

    /// The grants of an organization, by id; those too that have not started or are over.
    pub async fn list_grants(
        &self,
        call: &Call,
        query: ListGrants,
    ) -> Result<Page<Arc<Grant>>, Error> {
        let home = Home::Organization(query.organization.clone());
        let about = match &query.subject {
            Some(Subject::Member(user)) => Some(user),
            Some(Subject::Team(_) | Subject::Partnership(_)) | None => None,
        };
        let seen = self.see(call, &home, about, &query.consistency).await?;
        let sight = Sight::of(&call.who, &home, seen.acting(), seen.at);
        // To who may not know of it, one that is there and one that is not are alike.
        if let Some(subject) = &query.subject
            && sight.sees_subject(subject)
        {
            let asks = call.who.actor.as_ref();
            must_know_subject(&seen.view, &query.organization, subject, asks)?;
        }
        let after = self.page_start(call, &query, &query.paging.token)?;
        let state = Arc::clone(&seen.view.organization);
        let view = seen.view.clone();
        let after = after
            .as_deref()
            .and_then(|after| GrantId::parse(after).ok());
        let held: Box<dyn Iterator<Item = &Arc<Grant>> + Send> = match &query.subject {
            Some(subject) => Box::new(state.grants_of(subject)),
            None => Box::new(state.grants_after(after.as_ref())),
        };
        let following = held
            .filter(|grant| after.as_ref().is_none_or(|after| grant.id > *after))
            .filter(|grant| sight.sees_grant(grant, &view))
            .cloned();
        let page = self.page_of(call, &query, query.paging.size, seen, following, |last| {
            last.id.to_string()
        });
        self.with_notes(&home, page).await
    }

    /// The grants that end in a span of time, the soonest first, then by id.
    pub async fn list_expiring_grants(
        &self,
        call: &Call,
        query: ListExpiringGrants,
    ) -> Result<Page<Arc<Grant>>, Error> {
        let home = Home::Organization(query.organization.clone());
        let seen = self.see(call, &home, None, &query.consistency).await?;
        let after = self.page_start(call, &query, &query.paging.token)?;
        let from = query.from.unwrap_or(seen.at);
        let sight = Sight::of(&call.who, &home, seen.acting(), seen.at);
        let mut ending: Vec<_> = seen
            .view
            .organization
            .grants()
            .filter(|grant| sight.sees_grant(grant, &seen.view))
            .filter_map(|grant| Some((grant.period.end?, grant)))
            .filter(|(end, _)| (from..query.until).contains(end))
            .map(|(end, grant)| (ending_key(end, &grant.id), Arc::clone(grant)))
            .filter(|(key, _)| after.as_ref().is_none_or(|after| key > after))
            .collect();
        ending.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        let more = ending.len() > query.paging.size;
        ending.truncate(query.paging.size);
        let end = ending.last().filter(|_| more).map(|(key, _)| key.clone());
        let page = self.page(call, &query, seen, ending, end);
        self.with_notes(&home, page).await
    }

    async fn with_notes(
        &self,
        home: &Home,
        page: Page<Arc<Grant>>,
    ) -> Result<Page<Arc<Grant>>, Error> {
        let notes = page.items().filter_map(|grant| grant.note.as_deref());
        let texts = self.texts_of(home, notes).await?;
        Ok(page.with_texts(texts))
    }
}

/// End and id as one text that sorts as they do: the sign is folded away, the digits are of one length.
fn ending_key(end: Timestamp, id: &GrantId) -> String {
    format!("{:020}/{id}", end.0.cast_unsigned() ^ (1 << 63))
}
