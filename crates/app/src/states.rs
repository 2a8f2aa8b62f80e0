//! Which states? Those of the present, as fresh as asked, on which it is decided who may ask; and those that answer.

use std::collections::BTreeMap;
use std::sync::Arc;

use access::View;
use domain::{Home, OrganizationId, Timestamp};

use crate::app::App;
use crate::call::Consistency;
use crate::engine::{Mark, Published, Snapshot};
use crate::error::Error;
use crate::token::{self, SeenBefore};

/// The states as they are now, as fresh as asked. Who may ask is asked of these, whichever states answer.
pub(crate) struct Present {
    pub(crate) view: View,
    snapshot: Snapshot,
}

impl From<Snapshot> for Present {
    fn from(snapshot: Snapshot) -> Self {
        Self {
            view: snapshot.view(),
            snapshot,
        }
    }
}

/// The states that a question is answered on, to whom they may be shown.
pub(crate) struct Answering {
    pub(crate) view: View,
    /// As they answer about the acting user, where the calling account does not reach all that they show.
    pub(crate) acting: Option<Box<View>>,
    pub(crate) snapshot: Snapshot,
    /// The time that they are of, where it is past.
    pub(crate) as_of: Option<Timestamp>,
}

/// The present ones, which the question was allowed on.
pub(crate) fn answering(present: Present, acting: Option<Box<View>>) -> Answering {
    let Present { view, snapshot } = present;
    Answering {
        view,
        acting,
        snapshot,
        as_of: None,
    }
}

impl Present {
    /// The revision of a home that it shows.
    pub(crate) fn revision(&self, home: &Home) -> u64 {
        self.snapshot.revision(home)
    }
}

impl App {
    /// No await and no database: the way of nearly every check.
    pub(crate) fn pick_from_memory(
        &self,
        home: &Home,
        consistency: &Consistency,
    ) -> Option<Snapshot> {
        if *consistency != Consistency::MinimizeLatency {
            return None;
        }
        let engine = &self.engine;
        let now = engine.age_clock();
        let proven = |home: &Home| engine.proven_by(&engine.cell(home), now);
        let organization = match home.organization() {
            Some(_) => Some((home.clone(), proven(home)?)),
            None => None,
        };
        let mut snapshot = Snapshot {
            platform: proven(&Home::Platform)?,
            people: proven(&Home::People)?,
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
            Consistency::MinimizeLatency | Consistency::Fully | Consistency::FullySince(_) => {
                SeenBefore::default()
            }
        };
        let begun = self.engine.age_clock();
        let fully = match consistency {
            Consistency::Fully => Some(begun),
            Consistency::FullySince(since) => Some(*since),
            Consistency::MinimizeLatency | Consistency::AtLeastAsFresh(_) => None,
        };
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
            people: own(&Home::People).await?,
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
