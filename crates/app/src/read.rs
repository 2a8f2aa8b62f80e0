//! Which states a question is answered on, and whether the caller may ask at all.

use std::collections::BTreeMap;
use std::sync::Arc;

use access::View;
use decide::rule::{Asking, Authority, acting_view, narrowed};
use domain::{
    Home, OrganizationId, OrganizationRight, Personal, PersonalId, Reason, Refusal, UserId,
};

use crate::app::App;
use crate::call::{Call, Consistency};
use crate::done::{Seen, Texts};
use crate::engine::{Published, Snapshot};
use crate::error::Error;
use crate::token::{self, Mark, SeenBefore};

impl App {
    /// The states of `home` as fresh as asked, if the call's rule allows it there.
    ///
    /// Outside the caller's organizations the answer is NOT_FOUND, whether the thing exists or not.
    pub async fn see(
        &self,
        call: &Call,
        home: &Home,
        about: Option<&UserId>,
        consistency: &Consistency,
    ) -> Result<Seen, Error> {
        let snapshot = match self.pick_from_memory(home, consistency) {
            Some(snapshot) => snapshot,
            None => match self.pick_near(call, home, consistency).await {
                Err(Error::Refused(lost)) if lost.reason == Reason::HistoryLost => {
                    return Err(self.lost(call, home, about, lost).await?.into());
                }
                snapshot => snapshot?,
            },
        };
        let view = snapshot.view();
        let acting = narrowed(&call.who, &view).map(Box::new);
        let asking = self.asking(call, home, about);
        let authority = call
            .rule
            .allow(&asking, acting.as_deref().unwrap_or(&view))?;
        call.enter(home)?;
        self.note_first_act(call, &view).await?;
        Ok(Seen {
            view,
            acting,
            authority,
            at: self.engine.now(),
            token: self.token(&snapshot)?,
        })
    }

    async fn pick_near(
        &self,
        call: &Call,
        home: &Home,
        consistency: &Consistency,
    ) -> Result<Snapshot, Error> {
        self.must_come_near(call, home, false).await?;
        self.pick(home, consistency).await
    }

    /// What a token claims about a home is answered to who may ask there; to others the home is not there.
    async fn lost(
        &self,
        call: &Call,
        home: &Home,
        about: Option<&UserId>,
        lost: Refusal,
    ) -> Result<Refusal, Error> {
        let view = self.pick(home, &Consistency::MinimizeLatency).await?.view();
        let view = acting_view(&call.who, view);
        let authority = call.rule.allow(&self.asking(call, home, about), &view)?;
        Ok(match (authority, home.organization()) {
            (Authority::Anyone(Some(user)), Some(organization))
                if !view.holds(&user, OrganizationRight::View, self.engine.now()) =>
            {
                Refusal::not_found(format!("organizations/{organization}"))
            }
            _ => lost,
        })
    }

    fn asking<'a>(&self, call: &'a Call, home: &'a Home, about: Option<&'a UserId>) -> Asking<'a> {
        Asking {
            who: &call.who,
            home,
            about,
            now: self.engine.now(),
            birth: false,
        }
    }

    /// No await and no database: the way of nearly every check.
    fn pick_from_memory(&self, home: &Home, consistency: &Consistency) -> Option<Snapshot> {
        if *consistency != Consistency::MinimizeLatency {
            return None;
        }
        let engine = &self.engine;
        let proven = |home: &Home| engine.proven(&engine.cell(home));
        let organization = match home.organization() {
            Some(_) => Some((home.clone(), proven(home)?)),
            None => None,
        };
        let mut snapshot = Snapshot {
            platform: proven(&Home::Platform)?,
            users: proven(&Home::Users)?,
            organization,
            others: BTreeMap::new(),
        };
        for partner in snapshot.partners() {
            let home = Home::Organization(partner);
            let published = proven(&home)?;
            snapshot.others.insert(home, published);
        }
        snapshot.newer_required().is_none().then_some(snapshot)
    }

    /// Picks the states, with those of the active partners.
    pub(crate) async fn pick(
        &self,
        home: &Home,
        consistency: &Consistency,
    ) -> Result<Snapshot, Error> {
        self.pick_with(home, consistency, |_| Vec::new()).await
    }

    /// The same, with those of the organizations that are consulted besides. Picks, then fetches what another requires
    /// newer, until they fit.
    pub(crate) async fn pick_with(
        &self,
        home: &Home,
        consistency: &Consistency,
        consults: impl Fn(&View) -> Vec<OrganizationId>,
    ) -> Result<Snapshot, Error> {
        let seen = match consistency {
            Consistency::AtLeastAsFresh(tokens) => token::read(&self.seal, tokens)?,
            Consistency::MinimizeLatency | Consistency::Fully => SeenBefore::default(),
        };
        let begun = self.engine.age_clock();
        let fully = (*consistency == Consistency::Fully).then_some(begun);
        let own = async |home: &Home| {
            let mark = seen.of(home, &self.seal);
            self.pick_one(home, mark, fully).await
        };
        let mut snapshot = Snapshot {
            organization: match home.organization() {
                Some(_) => Some((home.clone(), own(home).await?)),
                None => None,
            },
            platform: own(&Home::Platform).await?,
            users: own(&Home::Users).await?,
            others: BTreeMap::new(),
        };
        let anew = fully.or_else(|| seen.others_anew(home).then_some(begun));
        loop {
            let missing = missing(&snapshot, home, &consults);
            if let Some(since) = anew {
                self.engine.read_together(&missing, since).await?;
            }
            for other in missing {
                let mark = seen.of_other(&other, &self.seal);
                let published = self.pick_one(&other, mark, anew).await?;
                snapshot.others.insert(other, published);
            }
            let Some(behind) = snapshot.newer_required() else {
                return Ok(snapshot);
            };
            let before = snapshot.revision(&behind);
            let current = self.engine.current(&self.engine.cell(&behind)).await?;
            if current.head.revision <= before {
                let why = format!(
                    "{behind} ends at revision {before}, and another home rests on a later one"
                );
                return Err(store::Error::Corrupt(why).into());
            }
            snapshot.replace(behind, current);
        }
    }

    async fn pick_one(
        &self,
        home: &Home,
        seen: Option<Mark>,
        anew: Option<u64>,
    ) -> Result<Arc<Published>, Error> {
        let cell = self.engine.cell(home);
        let current = match anew {
            Some(begun) => Some(self.engine.current_since(&cell, begun).await?),
            None => None,
        };
        match (seen, current) {
            (Some(mark), _) => self.engine.at_least(&cell, &mark).await,
            (None, Some(current)) => Ok(current),
            (None, None) => self.engine.recent(&cell).await,
        }
    }

    /// The texts behind personal values of one home.
    pub(crate) async fn texts_of<'a>(
        &self,
        home: &Home,
        personals: impl IntoIterator<Item = &'a Personal>,
    ) -> Result<Texts, Error> {
        let ids: Vec<PersonalId> = personals
            .into_iter()
            .map(|personal| personal.id.clone())
            .collect();
        if ids.is_empty() {
            return Ok(Texts::default());
        }
        Ok(Texts(self.reader().await?.texts(home, &ids).await?))
    }
}

/// The other organizations that are to be consulted and were not picked yet.
pub(crate) fn missing(
    snapshot: &Snapshot,
    own: &Home,
    consults: impl Fn(&View) -> Vec<OrganizationId>,
) -> Vec<Home> {
    let wanted = snapshot
        .partners()
        .into_iter()
        .chain(consults(&snapshot.view()));
    let mut missing: Vec<_> = wanted
        .map(Home::Organization)
        .filter(|home| home != own && !snapshot.others.contains_key(home))
        .collect();
    missing.sort_unstable();
    missing.dedup();
    missing
}
