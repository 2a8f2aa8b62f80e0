//! `validate_only`: the same function on a snapshot, its change applied to a copy, and who would gain or lose what.

use std::collections::HashMap;

use domain::{Change, Home, Personal, PersonalId, Record};

use crate::app::App;
use crate::call::{Call, Consistency};
use crate::done::{Done, Texts};
use crate::draw::Draw;
use crate::engine::{Picked, view_of};
use crate::error::Error;
use crate::told::told;
use crate::use_case::UseCase;
use crate::write::Asked;

impl App {
    pub(crate) async fn preview<U: UseCase>(
        &self,
        call: Call,
        command: U,
        draw: &Draw,
    ) -> Result<Done, Error> {
        let picked = self.pick(&command.home(), &Consistency::Fully).await?;
        let reader = self.reader().await?;
        let now = self.engine.now();
        let asked = Asked {
            call: &call,
            command: &command,
            draw,
            links: &self.links,
            picked: &picked,
            now,
        };
        let (plan, foreseen) = asked.foresee(&self.engine, &self.store, &reader).await?;
        let after = applied(&picked, &plan.changes);
        let then = applied(&picked, &foreseen);
        let effect = access::effect(&picked.view(), &then, &foreseen, now);
        let mut texts = self.texts_in(&plan.changes).await?;
        for value in plan.changes.iter().flat_map(|change| &change.personal) {
            texts.0.insert(value.id.clone(), value.value.clone());
        }
        Ok(Done {
            changes: plan.changes,
            token: self.token(&picked),
            secret: None,
            replayed: false,
            effect: Some(effect),
            told: told(&call, &picked.view(), now),
            view: after,
            texts,
        })
    }

    /// The texts of all nouns that the changes save.
    pub(crate) async fn texts_in(&self, changes: &[Change]) -> Result<Texts, Error> {
        let mut all: HashMap<PersonalId, String> = HashMap::new();
        for change in changes {
            let nouns = change.saved().chain(&change.outcome.removed);
            let named: Vec<&Personal> = nouns.flat_map(personals).chain(&change.note).collect();
            all.extend(self.texts_of(&change.home, named).await?.0);
        }
        Ok(Texts(all))
    }
}

fn applied(picked: &Picked, changes: &[Change]) -> access::View {
    let after = |home: &Home, published: &crate::engine::Published| {
        let mine = changes.iter().filter(|change| change.home == *home);
        mine.fold(published.state.clone(), |state, change| {
            state.applied(published.head.revision + 1, change)
        })
    };
    let organization = picked
        .organization
        .as_ref()
        .map(|(home, published)| after(home, published));
    view_of(
        &after(&Home::Platform, &picked.platform),
        &after(&Home::Users, &picked.users),
        organization.as_ref(),
    )
}

/// The personal values that a noun names.
fn personals(record: &Record) -> Vec<&Personal> {
    match record {
        Record::User(user) => user.personal().collect(),
        Record::Organization(organization) => vec![&organization.display_name],
        Record::Grant(grant) => grant.note.iter().map(AsRef::as_ref).collect(),
        Record::Invitation(invitation) => vec![&invitation.email],
        Record::ChangeRequest(request) => request.personal(),
        Record::Settings(_)
        | Record::Operator { .. }
        | Record::ProductType(_)
        | Record::ServiceAccount(_)
        | Record::Key(_)
        | Record::Member(_)
        | Record::Product(_)
        | Record::ProductGroup(_)
        | Record::Team(_) => Vec::new(),
    }
}
