//! May this caller ask this, now? The present decides it, whichever states answer then. What the states of an organization
//! need not tell is settled before they are read into memory, which takes time and room.

use access::View;
use decide::link::Link;
use decide::rule::{Asking, Authority, acting_view, narrowed};
use decide::use_case::UseCase;
use decide::use_cases::invitation::link_invalid;
use domain::{
    Home, Kind, Noun, Operator, OrganizationRight, Partnership, Reason, Refusal, Timestamp, UserId,
};

use crate::app::App;
use crate::call::{Call, Consistency};
use crate::engine::Snapshot;
use crate::error::Error;
use crate::states::Present;

/// Partnerships read at a time.
const BATCH: u64 = 200;

/// A call, and what it is about.
#[derive(Clone, Copy)]
pub(crate) struct Asked<'a> {
    pub(crate) call: &'a Call,
    pub(crate) home: &'a Home,
    /// The user whom the request names, where it names one.
    pub(crate) about: Option<&'a UserId>,
    /// The call makes the home, so it need not exist.
    pub(crate) birth: bool,
}

/// What the present says of a call that is allowed.
pub(crate) struct Allowed {
    pub(crate) authority: Authority,
    /// The states as they answer about the acting user, where the calling account does not reach all that they show.
    pub(crate) acting: Option<Box<View>>,
}

impl<'a> Asked<'a> {
    /// As a change that is asked for.
    pub(crate) fn change<U: UseCase>(call: &'a Call, command: &'a U, home: &'a Home) -> Self {
        Self {
            call,
            home,
            about: command.about(),
            birth: command.birth(),
        }
    }

    /// Whether the call's rule allows it, and in which capacity.
    pub(crate) fn allowed_on(&self, view: &View, now: Timestamp) -> Result<Authority, Refusal> {
        self.call.rule.allow(&self.at(now), view)
    }

    fn at(&self, now: Timestamp) -> Asking<'a> {
        Asking {
            who: &self.call.who,
            home: self.home,
            about: self.about,
            now,
            birth: self.birth,
        }
    }
}

/// Whether the change may be asked for on these states.
pub(crate) fn may_change<U: UseCase>(
    call: &Call,
    command: &U,
    snapshot: &Snapshot,
    now: Timestamp,
) -> Result<Authority, Refusal> {
    let view = acting_view(&call.who, snapshot.view());
    Asked::change(call, command, &command.home()).allowed_on(&view, now)
}

impl App {
    /// The states of the present, to decide on whether it may be asked; read into memory only for who comes near.
    pub(crate) async fn present(
        &self,
        asked: &Asked<'_>,
        consistency: &Consistency,
    ) -> Result<Present, Error> {
        if let Some(snapshot) = self.pick_from_memory(asked.home, consistency) {
            return Ok(snapshot.into());
        }
        // In a box, since each question's future would hold it, and few need it.
        Box::pin(self.fetched(asked, consistency)).await
    }

    async fn fetched(
        &self,
        asked: &Asked<'_>,
        consistency: &Consistency,
    ) -> Result<Present, Error> {
        self.must_come_near(asked).await?;
        match self.pick(asked.home, consistency).await {
            Err(Error::Refused(lost)) if lost.reason == Reason::HistoryLost => {
                Err(self.lost(asked, lost).await?.into())
            }
            snapshot => Ok(snapshot?.into()),
        }
    }

    /// Whether the call's rule allows it on the present, and there is a place for it.
    pub(crate) fn may_ask(&self, asked: &Asked<'_>, present: &Present) -> Result<Allowed, Refusal> {
        let allowed = self.allowed(asked, present)?;
        asked.call.enter(asked.home)?;
        Ok(allowed)
    }

    fn allowed(&self, asked: &Asked<'_>, present: &Present) -> Result<Allowed, Refusal> {
        let acting = narrowed(&asked.call.who, &present.view).map(Box::new);
        let view = acting.as_deref().unwrap_or(&present.view);
        let authority = asked.allowed_on(view, self.engine.now())?;
        Ok(Allowed { authority, acting })
    }

    /// What a token claims about a home is answered to who may ask there; to others the home is not there.
    async fn lost(&self, asked: &Asked<'_>, lost: Refusal) -> Result<Refusal, Error> {
        let consistency = Consistency::MinimizeLatency;
        let present = self.pick(asked.home, &consistency).await?.into();
        let Allowed { authority, acting } = self.allowed(asked, &present)?;
        let view = acting.as_deref().unwrap_or(&present.view);
        Ok(match (authority, asked.home.organization()) {
            (Authority::Anyone(Some(user)), Some(organization))
                if !view.holds(&user, OrganizationRight::View, self.engine.now()) =>
            {
                Refusal::not_found(organization.resource_name())
            }
            _ => lost,
        })
    }

    /// Refuses who may not ask about this home whatever its state is. A no is asked once more fully consistent, and then
    /// stands.
    pub(crate) async fn must_come_near(&self, asked: &Asked<'_>) -> Result<(), Error> {
        let home = asked.home;
        if home.organization().is_none() || self.engine.holds(home) {
            return Ok(());
        }
        match self.comes_near(asked, &Consistency::MinimizeLatency).await {
            Err(Error::Refused(_)) => self.comes_near(asked, &Consistency::Fully).await,
            near => near,
        }
    }

    async fn comes_near(&self, asked: &Asked<'_>, consistency: &Consistency) -> Result<(), Error> {
        let Asked { call, home, .. } = *asked;
        let view = self.pick(&Home::Platform, consistency).await?.view();
        let asking = asked.at(self.engine.now());
        call.rule.allow_near(&asking, &view)?;
        match (&call.who.actor, home.organization()) {
            (Some(actor), Some(organization)) if !asked.birth && !call.rule.is_open_to_users() => {
                let operator = Operator::User(actor.clone());
                if view.platform.is_operator(&operator) || self.may_belong(actor, home).await? {
                    return Ok(());
                }
                Err(Refusal::not_found(organization.resource_name()).into())
            }
            _ => Ok(()),
        }
    }

    /// Whether rows say that the user is a member there, or of one of its partners: nobody else has a path, whatever the
    /// states say.
    async fn may_belong(&self, user: &UserId, home: &Home) -> Result<bool, Error> {
        let reader = self.reader().await?;
        let own = reader.memberships(user).await?;
        if home.organization().is_some_and(|here| own.contains(here)) {
            return Ok(true);
        }
        let mut last: Option<String> = None;
        loop {
            let after = last.as_deref();
            let records = reader.records(home, Kind::Partnership, after, BATCH);
            let records = records.await?;
            let partnerships: Vec<_> = records.iter().filter_map(Partnership::of).collect();
            if partnerships
                .iter()
                .any(|partnership| own.contains(&partnership.partner))
            {
                return Ok(true);
            }
            match partnerships.last() {
                Some(partnership) => last = Some(partnership.id.to_string()),
                None => return Ok(false),
            }
        }
    }

    /// Refuses a link that is none, by the row that it names, before the organization is read into memory. What is in
    /// memory is asked there.
    pub(crate) async fn link_must_open(&self, link: Link<'_>) -> Result<(), Error> {
        let home = Home::Organization(link.organization().clone());
        if self.engine.holds(&home) {
            return Ok(());
        }
        let record = self.reader().await?.record(&home, &link.name()).await?;
        match record.filter(|record| link.opens(&self.links, record)) {
            Some(_) => Ok(()),
            None => Err(link_invalid().into()),
        }
    }
}
