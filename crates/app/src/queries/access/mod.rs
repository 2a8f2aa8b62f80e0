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

use access::Resource;
use decide::queries::access::{
    Answer, Explained, ListedRights, Question, explained, listed_rights, may_know_others,
};
use domain::{Home, OrganizationId, UserId};

use crate::app::App;
use crate::call::{Call, When};
use crate::done::Seen;
use crate::error::Error;

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
        let answer = seen.answer(question)?;
        Ok((answer, seen))
    }

    /// Answers one question as Check does, and says why.
    pub async fn explain_access(
        &self,
        call: &Call,
        question: &Question,
        when: &When,
    ) -> Result<(Explained, Seen), Error> {
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
        Ok((explained, seen))
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
