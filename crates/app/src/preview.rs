//! `validate_only`: the same function on a snapshot, its change applied to a copy, and who would gain or lose what.

use std::collections::HashMap;

use access::{View, Work};
use decide::rule::acting_view;
use decide::seed::Seed;
use decide::shown_effect::ShownEffect;
use decide::use_case::UseCase;
use decide::visible::Sight;
use domain::{Change, Event, Home, Kind, ListEntry, OrganizationId, Personal, Record, Timestamp};
use store::{Committed, Remembered};

use crate::app::App;
use crate::attempt::Attempt;
use crate::call::{Call, Consistency};
use crate::done::{Done, Texts};
use crate::engine::Snapshot;
use crate::error::Error;
use crate::may_ask::may_change;
use crate::pool::Way;
use crate::remembered::{may_hear_of_reuse, must_still_be_known};
use crate::token;

impl App {
    pub(crate) async fn preview<U: UseCase>(
        &self,
        call: Call,
        command: U,
        seed: &Seed,
    ) -> Result<Done, Error> {
        let home = command.home();
        let consults = |view: &access::View| command.consults(view);
        self.come_near(&call, &command).await?;
        let snapshot = self.pick_with(&home, &Consistency::Fully, consults).await?;
        if let Err(refusal) = may_change(&call, &command, &snapshot, self.engine.now()) {
            self.refused_unless_replay(&call, &command, refusal).await?;
        }
        let remembered = self.remembered(&call, &command).await?;
        if let Some(Remembered::Same { committed, .. }) = remembered {
            return self
                .done_before(&call, &command, &snapshot, committed)
                .await;
        }
        call.enter(&home)?;
        let place = self.pool.place(Way::Beside, &call, &home).await?;
        let reader = self.reader().await?;
        let now = self.engine.now();
        let attempt = Attempt {
            call: &call,
            command: &command,
            seed,
            links: &self.links,
            mail_limits: self.mail_limits,
            snapshot: &snapshot,
            now,
            pool: &self.pool,
            place: &place,
        };
        if let Some(Remembered::Other) = remembered {
            may_hear_of_reuse(attempt.decide(&self.stored(&reader)).await)?;
            return Err(store::Error::RequestReused.into());
        }
        let (plan, foreseen, work) = attempt.foresee(&self.stored(&reader)).await?;
        // What follows takes time, or reads by a connection of its own.
        drop(reader);
        let acting = acting_view(&call.who, snapshot.view());
        let sight = Sight::of(&call.who, &home, &acting, now);
        let seen = || {
            let after = snapshot.view_after(&plan.changes);
            Ok((after, effect(&snapshot, &foreseen, &sight, now, &work)))
        };
        let (after, mut effect) = place.decide(&work, seen)?;
        let elsewhere = self.effect_elsewhere(&attempt, &plan.changes, &work);
        effect.add(elsewhere.await?);
        // What is noted is a change of its own, with a place of its own.
        drop(place);
        self.note_first_act(&call, &snapshot.view()).await?;
        let mut texts = self.texts_in(&plan.changes).await?;
        for value in plan.changes.iter().flat_map(|change| &change.personal) {
            texts.0.insert(value.id.clone(), value.value.clone());
        }
        Ok(Done {
            changes: plan.changes,
            token: token::of_answer(&self.seal, &self.engine, &snapshot)?,
            secret: None,
            replayed: false,
            effect: Some(effect),
            sight,
            view: after,
            texts,
        })
    }

    /// What was done by this very request already would be answered again, and nobody would gain or lose anything.
    async fn done_before<U: UseCase>(
        &self,
        call: &Call,
        command: &U,
        snapshot: &Snapshot,
        committed: Committed,
    ) -> Result<Done, Error> {
        let view = snapshot.view();
        must_still_be_known(call, command, &view, self.engine.now())?;
        self.note_first_act(call, &view).await?;
        let asked_on = (command.home(), snapshot);
        Ok(Done {
            effect: Some(ShownEffect::default()),
            ..self.done(call, asked_on, committed, None).await?
        })
    }

    /// The texts of all nouns that the changes save.
    pub(crate) async fn texts_in<'a>(
        &self,
        changes: impl IntoIterator<Item = &'a Change>,
    ) -> Result<Texts, Error> {
        let mut named: HashMap<&Home, Vec<&Personal>> = HashMap::new();
        for change in changes {
            let nouns = change.saved().chain(&change.outcome.removed);
            let said = change.amendments().flat_map(|it| &it.came);
            let said = said.filter_map(|entry| match entry {
                ListEntry::Comment(_, comment) => Some(&comment.text),
                ListEntry::Place(_) | ListEntry::Scope(_) => None,
            });
            let here = nouns.flat_map(personals).chain(said).chain(&change.note);
            named.entry(&change.home).or_default().extend(here);
        }
        let mut all = Texts::default();
        for (home, personals) in named {
            all.0.extend(self.texts_of(home, personals).await?.0);
        }
        Ok(all)
    }
}

/// Who would gain or lose what, as far as it is shown: also in the organizations where one's people act.
fn effect(
    snapshot: &Snapshot,
    changes: &[Change],
    sight: &Sight,
    now: Timestamp,
    work: &Work,
) -> ShownEffect {
    let before = snapshot.view().with_work(work.clone());
    let after = snapshot.view_after(changes).with_work(work.clone());
    let mut effect = sight.effect(access::effect(&before, &after, changes, now));
    let assigns = |event: &Event| {
        matches!(
            event.name().kind,
            Kind::ClientAssignment | Kind::Team | Kind::Member
        )
    };
    if changes
        .iter()
        .any(|change| change.events.iter().any(assigns))
    {
        for client in clients(&before) {
            if let (Some(before), Some(after)) = (before.of(client), after.of(client)) {
                let there = access::effect(&before, &after, changes, now);
                effect.add(sight.effect_at(&Home::Organization(client.clone()), there));
            }
        }
    }
    effect
}

/// The organizations at hand whose active partner this one is.
fn clients(view: &View) -> impl Iterator<Item = &OrganizationId> {
    let own = view.organization.organization().map(|own| &own.id);
    let others = view.others.iter();
    let clients = others.filter(move |(_, other)| {
        let mut active = other.active_partnerships().iter();
        active.any(|partnership| Some(&partnership.partner) == own)
    });
    clients.map(|(client, _)| client)
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
        | Record::ShutOut(_)
        | Record::Product(_)
        | Record::ProductGroup(_)
        | Record::Team(_)
        | Record::Partnership(_)
        | Record::ClientAssignment(_)
        | Record::FormerPerson(_) => Vec::new(),
        Record::Partner(partner) => {
            let contacts = partner.contacts.iter();
            contacts.map(|contact| &contact.email).collect()
        }
    }
}
