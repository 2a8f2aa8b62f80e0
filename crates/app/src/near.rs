//! May this caller come near? Asked before an organization is read into memory, which takes time and room: what its state
//! need not tell is settled first.

use decide::link::Link;
use decide::rule::Asking;
use decide::use_cases::invitation::link_invalid;
use domain::{Home, Kind, Noun, Operator, Partnership, Refusal, UserId};

use crate::app::App;
use crate::call::{Call, Consistency};
use crate::error::Error;

/// Partnerships read at a time.
const BATCH: u64 = 200;

impl App {
    /// Refuses who may not ask about this home whatever its state is. A no is asked once more fully consistent, and then
    /// stands.
    pub(crate) async fn must_come_near(
        &self,
        call: &Call,
        home: &Home,
        birth: bool,
    ) -> Result<(), Error> {
        if home.organization().is_none() || self.engine.holds(home) {
            return Ok(());
        }
        match self.comes_near(call, home, birth, false).await {
            Err(Error::Refused(_)) => self.comes_near(call, home, birth, true).await,
            near => near,
        }
    }

    async fn comes_near(
        &self,
        call: &Call,
        home: &Home,
        birth: bool,
        fully: bool,
    ) -> Result<(), Error> {
        let consistency = if fully {
            Consistency::Fully
        } else {
            Consistency::MinimizeLatency
        };
        let snapshot = self.pick(&Home::Platform, &consistency).await?;
        let asking = Asking {
            who: &call.who,
            home,
            about: None,
            now: self.engine.now(),
            birth,
        };
        let view = snapshot.view();
        call.rule.allow_near(&asking, &view)?;
        match (&call.who.actor, home.organization()) {
            (Some(actor), Some(organization)) if !birth && !call.rule.is_open_to_users() => {
                let operator = Operator::User(actor.clone());
                if view.platform.is_operator(&operator) || self.may_belong(actor, home).await? {
                    return Ok(());
                }
                Err(Refusal::not_found(format!("organizations/{organization}")).into())
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
