//! Who may do what on what? Check and batch; the lists and the reasons in words have files of their own.

mod accessors;
mod batch;
mod changes;
mod organizations;
mod products;
mod stream;

pub use accessors::{Accessor, ListAccessors};
pub use batch::{Batch, SeenAt};
pub use changes::{AccessChange, Cause, ListAccessChanges};
pub use organizations::{
    AccessibleOrganization, ExercisedPartnership, ListAccessibleOrganizations,
};
pub use products::ListAccessibleProducts;
pub use stream::CheckStream;

use std::time::Duration;

use access::{Path, Resource};
use decide::queries::access::{
    Answer, Explained, ListedRights, Question, explained, listed_rights, may_know_others,
};
use decide::visible::Sight;
use domain::{GrantId, Home, OrganizationId, Refusal, UserId};
use tokio::time::timeout;

use crate::app::App;
use crate::call::{Call, When};
use crate::done::Seen;
use crate::error::Error;
use crate::grant_uses::KnownUses;

/// How long an explanation waits to hear when grants were used.
const FOR_USES: Duration = Duration::from_secs(1);

/// An answer, why it is so, and when the grants on its ways were last used.
#[derive(Debug)]
pub struct Explanation {
    pub explained: Explained,
    /// `None` where no way has a grant, where the question is about the past, and where it cannot be read now.
    pub uses: Option<KnownUses>,
    pub seen: Seen,
}

impl App {
    /// Answers one question.
    pub async fn check_access(
        &self,
        call: &Call,
        question: &Question,
        when: &When,
    ) -> Result<(Answer, Seen), Error> {
        let seen = self
            .ask(call, &question.organization, &question.subject, when)
            .await?;
        let answer = self.answer_noted(question, &seen)?;
        Ok((answer, seen))
    }

    /// The answer to a question; what it lets somebody do is a use of the grant on its path.
    fn answer_noted(&self, question: &Question, seen: &Seen) -> Result<Answer, Refusal> {
        let answer = seen.answer(question)?;
        let grant = answer.decision.path.as_ref().and_then(Path::grant);
        // What could be done once is not done now.
        if let Some(grant) = grant.filter(|_| seen.is_present()) {
            let organization = &question.organization;
            self.grant_uses.note(organization, grant, seen.at);
        }
        Ok(answer)
    }

    /// Answers one question as Check does, and says why.
    pub async fn explain_access(
        &self,
        call: &Call,
        question: &Question,
        when: &When,
    ) -> Result<Explanation, Error> {
        let seen = self
            .ask(call, &question.organization, &question.subject, when)
            .await?;
        let found = seen.view.explain(
            &question.subject,
            &question.resource,
            &question.right,
            seen.at,
        )?;
        let home = Home::Organization(question.organization.clone());
        let sight = seen.sight(call, &home);
        let others = may_know_others(&seen.authority, &sight);
        let mut explained = explained(&seen.view, question, found, others, seen.at);
        let decision = &mut explained.answer.decision;
        decision.valid_until = seen.lasting(decision.valid_until);
        let uses = self.uses_of_ways(&explained, &seen, &sight).await;
        Ok(Explanation {
            explained,
            uses,
            seen,
        })
    }

    /// When the grants were last used that the ways lead through, as far as the caller sees these. An answer needs no
    /// database, so it does not wait for one that is slow or away.
    async fn uses_of_ways(
        &self,
        explained: &Explained,
        seen: &Seen,
        sight: &Sight,
    ) -> Option<KnownUses> {
        let here = &seen.view.organization;
        let sees = |grant: &&GrantId| {
            let grant = here.grant(grant);
            grant.is_some_and(|grant| sight.sees_grant(&grant, &seen.view))
        };
        let ways = explained.ways.iter();
        let grants = ways.filter_map(|way| way.path.path.grant());
        let grants: Vec<_> = grants.filter(sees).collect();
        // What was so once says nothing of later uses.
        if grants.is_empty() || !seen.is_present() {
            return None;
        }
        let organization = &here.organization()?.id;
        match timeout(FOR_USES, self.grant_uses.of(organization, &grants)).await {
            Ok(Ok(uses)) => Some(uses),
            Ok(Err(error)) => {
                tracing::debug!(%error, "an explanation goes without uses");
                None
            }
            Err(_) => None,
        }
    }

    /// Everything that a user may do on a resource, with every path.
    pub async fn list_rights(
        &self,
        call: &Call,
        organization: &OrganizationId,
        subject: &UserId,
        resource: &Resource,
        when: &When,
    ) -> Result<(ListedRights, Seen), Error> {
        let seen = self.ask(call, organization, subject, when).await?;
        let about = |right| Question {
            subject: subject.clone(),
            organization: organization.clone(),
            resource: resource.clone(),
            right,
        };
        let mut listed = listed_rights(&seen.view, about, seen.at)?;
        listed.valid_until = seen.lasting(listed.valid_until);
        Ok((listed, seen))
    }

    /// The states to answer a question about this user from, if the caller may ask it.
    async fn ask(
        &self,
        call: &Call,
        organization: &OrganizationId,
        subject: &UserId,
        when: &When,
    ) -> Result<Seen, Error> {
        let home = Home::Organization(organization.clone());
        self.see_when(call, &home, Some(subject), when).await
    }
}
