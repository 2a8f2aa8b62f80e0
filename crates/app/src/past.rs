//! How did things stand? The states of a time that is past, for whoever may ask now: rights, memberships, catalog and
//! partners as they were then, each home as it was at that time.

use std::collections::{BTreeMap, HashMap};
use std::pin::Pin;
use std::sync::Arc;

use access::View;
use decide::rule::Authority;
use domain::{Home, OrganizationRight, Reason, Refusal, Timestamp};
use store::Head;

use crate::app::App;
use crate::call::{AsOf, Call};
use crate::engine::{Published, Snapshot};
use crate::error::Error;
use crate::may_ask::Allowed;
use crate::pool::Way;
use crate::states::{Answering, Present};

/// Where homes stood at a time.
struct Then {
    time: Timestamp,
    heads: HashMap<Home, Head>,
}

/// Finds the states of then.
type Finding<'a> = Pin<Box<dyn Future<Output = Result<Answering, Error>> + Send + 'a>>;

impl App {
    /// The states of then that answer about an organization, where it may be asked on the present ones.
    ///
    /// In a box, since each question's future would hold it, and few are about the past.
    pub(crate) fn answering_as_of<'a>(
        &'a self,
        (call, home): (&'a Call, &'a Home),
        as_of: AsOf,
        present: Present,
        allowed: Allowed,
    ) -> Finding<'a> {
        Box::pin(async move {
            let view = allowed.acting.as_deref().unwrap_or(&present.view);
            if let (AsOf::Revision(_), Authority::Own(user)) = (as_of, &allowed.authority)
                && !view.holds(user, OrganizationRight::ManageUsers, self.engine.now())
            {
                return Err(revisions_are_not_theirs().into());
            }
            // Building takes long; so nobody has more of it at once than of other long work.
            let _place = self.pool.place(Way::Beside, call, home).await?;
            self.states_of_then(home, as_of, present, allowed.acting)
                .await
        })
    }

    async fn states_of_then(
        &self,
        home: &Home,
        as_of: AsOf,
        present: Present,
        acting: Option<Box<View>>,
    ) -> Result<Answering, Error> {
        let then = self.then(home, as_of, &present).await?;
        let time = then.time;
        let snapshot = self.stood_then(home, then).await?;
        Ok(Answering {
            view: snapshot.view(),
            // What may be known, and of whom, is for today's states to say.
            acting: Some(acting.unwrap_or_else(|| Box::new(present.view))),
            snapshot,
            as_of: Some(time),
        })
    }

    /// The states of a time that is settled; of what was not there yet, empty ones.
    pub(crate) async fn stood_at(&self, home: &Home, time: Timestamp) -> Result<Snapshot, Error> {
        let homes = [Home::Platform, Home::People, home.clone()];
        let heads = self.reader().await?.heads_at(&homes, time).await?;
        self.stood_then(home, Then { time, heads }).await
    }

    async fn stood_then(&self, home: &Home, then: Then) -> Result<Snapshot, Error> {
        let mut snapshot = Snapshot {
            platform: self.stood(&Home::Platform, &then).await?,
            people: self.stood(&Home::People, &then).await?,
            organization: Some((home.clone(), self.stood(home, &then).await?)),
            others: BTreeMap::new(),
        };
        let partners = snapshot.partners().into_iter().map(Home::Organization);
        let partners: Vec<_> = partners.collect();
        let heads = self.reader().await?.heads_at(&partners, then.time).await?;
        let then = Then { heads, ..then };
        for partner in partners {
            let state = self.stood(&partner, &then).await?;
            snapshot.others.insert(partner, state);
        }
        Ok(snapshot)
    }

    /// When that was, and where the organization, the platform and the people stood; refused where not all of it is known, or
    /// where the organization has no such state.
    async fn then(&self, home: &Home, as_of: AsOf, present: &Present) -> Result<Then, Error> {
        let reader = self.reader().await?;
        let (time, own) = match as_of {
            AsOf::Time(time) => (time, None),
            AsOf::Revision(revision) => match reader.head_of(home, revision).await? {
                Some(head) => (head.at, Some(head)),
                None => return Err(self.no_such_state(home, present).await?.into()),
            },
        };
        drop(reader);
        // Before anything is read of it: what is settled then is there.
        self.engine.must_be_settled(time).await?;
        let homes = [Home::Platform, Home::People, home.clone()];
        let mut heads = self.reader().await?.heads_at(&homes, time).await?;
        heads.extend(own.map(|head| (home.clone(), head)));
        if !heads.contains_key(home) {
            return Err(self.no_such_state(home, present).await?.into());
        }
        Ok(Then { time, heads })
    }

    async fn stood(&self, home: &Home, then: &Then) -> Result<Arc<Published>, Error> {
        let head = then.heads.get(home).copied().unwrap_or_default();
        self.engine.as_of(home, &head).await
    }

    async fn no_such_state(&self, home: &Home, present: &Present) -> Result<Refusal, Error> {
        let first = self.reader().await?.head_of(home, 1).await?;
        let first = first.map(|head| head.at.to_string()).unwrap_or_default();
        let last = present.revision(home);
        let why = format!(
            "The organization has no such state: it began at {first}, and its last revision is {last}. Ask about a time or \
             a revision between them."
        );
        Ok(Refusal::new(Reason::AsOfUnknown, why)
            .with("first_time", first)
            .with("last_revision", last.to_string()))
    }
}

/// A revision tells when the organization was changed, by whomever.
fn revisions_are_not_theirs() -> Refusal {
    let why = "Only who may ask about others there asks by at_revision: revisions tell when the organization was changed. \
               Ask by at_time.";
    Refusal::new(Reason::RightMissing, why)
}
