//! May this call begin now? By rate, by share, and while there is a place: whoever asks too much waits elsewhere, so
//! that the others are answered. What a caller may do at all is the rule's to say.

mod counts;
mod limits;
mod rates;
mod shares;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use decide::rule::Rule;
use domain::{Caller, Home, OrganizationId, Reason, Refusal, Who};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

pub use self::counts::{Counts, Finished};
pub use self::limits::CallerLimits;
use self::rates::Rates;
use self::shares::{Share, Shares};

/// When to try again where no bucket says it: places are free again within moments.
const SOON: Duration = Duration::from_millis(100);
/// How often buckets that are full are forgotten.
const TIDY: Duration = Duration::from_secs(10);

const KEY_RATE: &str = "calls-per-second-per-key";
const ORGANIZATION_RATE: &str = "calls-per-second-per-organization";
const TAKING_AWAY_RATE: &str = "revokes-per-second-per-key";
const SEARCH_RATE: &str = "searches-per-minute";

/// What callers take their share of.
#[derive(Debug)]
pub struct Admission {
    patience: Duration,
    callers: Rates<Caller>,
    organizations: Rates<OrganizationId>,
    taking_away: Rates<Caller>,
    searches: Rates<Who>,
    ordinary_room: Room,
    taking_away_room: Room,
    watch_room: Room,
    organization_shares: Arc<Shares<OrganizationId>>,
    counts: Counts,
}

/// Places, and how many of them one caller has.
#[derive(Debug)]
struct Room {
    places: Arc<Semaphore>,
    shares: Arc<Shares<Caller>>,
}

/// Held by a call as long as it works; a watch holds it as long as it is open.
#[derive(Debug)]
pub struct Permit {
    admission: Arc<Admission>,
    kind: Kind,
    organizations: Mutex<Entered>,
    _share: Share<Caller>,
    _permit: OwnedSemaphorePermit,
}

/// The organizations that a call is about, each once, however often it looks there. Most are about one.
#[derive(Debug, Default)]
struct Entered {
    first: Option<(OrganizationId, Option<Share<OrganizationId>>)>,
    others: BTreeMap<OrganizationId, Option<Share<OrganizationId>>>,
}

impl Entered {
    fn has(&self, organization: &OrganizationId) -> bool {
        let first = self.first.as_ref();
        first.is_some_and(|(first, _)| first == organization)
            || self.others.contains_key(organization)
    }

    fn put(&mut self, organization: OrganizationId, share: Option<Share<OrganizationId>>) {
        match &self.first {
            None => self.first = Some((organization, share)),
            Some(_) => {
                self.others.insert(organization, share);
            }
        }
    }
}

/// Which buckets and places a call takes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Ordinary,
    /// Not behind the others, and no organization's share keeps it out.
    TakingAway,
    /// Does not work while nothing changes or is asked, so it takes no call's place.
    Watch,
    /// Questions of a stream that are answered together. Each of them takes from the rates.
    Questions,
}

impl Kind {
    fn of(rule: &Rule) -> Self {
        match () {
            () if rule.takes_away => Self::TakingAway,
            () if rule.streams => Self::Watch,
            () => Self::Ordinary,
        }
    }
}

impl Admission {
    /// Everything is free.
    pub fn new(limits: &CallerLimits) -> Arc<Self> {
        let room = |places: usize, share: usize| Room {
            places: Arc::new(Semaphore::new(places.min(Semaphore::MAX_PERMITS))),
            shares: Shares::of(share),
        };
        let taking_away = limits.taking_away_places();
        Arc::new(Self {
            patience: limits.patience,
            callers: Rates::a_second(limits.key_rate),
            organizations: Rates::a_second(limits.organization_rate),
            taking_away: Rates::a_second(limits.taking_away_rate),
            searches: Rates::a_minute(limits.search_rate),
            ordinary_room: room(limits.places, limits.share_of(limits.places)),
            taking_away_room: room(taking_away, limits.share_of(taking_away)),
            watch_room: room(limits.watches, limits.key_watches),
            organization_shares: Shares::of(limits.share_of(limits.places)),
            counts: Counts::default(),
        })
    }

    /// Lets a call in, or says when to try again. Where its home is known, `Permit::enter` asks for that too.
    pub async fn admit(self: &Arc<Self>, who: &Who, rule: &Rule) -> Result<Arc<Permit>, Refusal> {
        let kind = Kind::of(rule);
        self.may_ask_again(who, kind, rule)
            .inspect_err(|refusal| self.counts.refused(refusal))?;
        self.seat(who, kind).await
    }

    /// Takes from the rates.
    fn may_ask_again(&self, who: &Who, kind: Kind, rule: &Rule) -> Result<(), Refusal> {
        let caller = &who.caller;
        let (rates, limit) = match kind {
            Kind::TakingAway => (&self.taking_away, TAKING_AWAY_RATE),
            Kind::Ordinary | Kind::Watch | Kind::Questions => (&self.callers, KEY_RATE),
        };
        rates
            .take(caller)
            .map_err(|wait| too_often(name(caller), limit, wait))?;
        if rule.searches {
            self.searches
                .take(who)
                .map_err(|wait| too_often(name(caller), SEARCH_RATE, wait))?;
        }
        Ok(())
    }

    /// Takes a place.
    async fn seat(self: &Arc<Self>, who: &Who, kind: Kind) -> Result<Arc<Permit>, Refusal> {
        let taken = self.take(&who.caller, kind).await;
        let (share, permit) = taken.inspect_err(|refusal| self.counts.refused(refusal))?;
        Ok(Arc::new(Permit {
            admission: Arc::clone(self),
            kind,
            organizations: Mutex::default(),
            _share: share,
            _permit: permit,
        }))
    }

    async fn take(
        &self,
        caller: &Caller,
        kind: Kind,
    ) -> Result<(Share<Caller>, OwnedSemaphorePermit), Refusal> {
        let room = match kind {
            Kind::Ordinary | Kind::Questions => &self.ordinary_room,
            Kind::TakingAway => &self.taking_away_room,
            Kind::Watch => &self.watch_room,
        };
        let share = room.shares.take(caller);
        let share = share.ok_or_else(|| too_many(name(caller), kind, room.shares.most()))?;
        let permit = self.place(room).await.ok_or_else(|| overloaded(kind))?;
        Ok((share, permit))
    }

    /// A place at once or soon; else nobody waits.
    async fn place(&self, room: &Room) -> Option<OwnedSemaphorePermit> {
        if let Ok(permit) = Arc::clone(&room.places).try_acquire_owned() {
            return Some(permit);
        }
        let waiting = Arc::clone(&room.places).acquire_owned();
        tokio::time::timeout(self.patience, waiting)
            .await
            .ok()?
            .ok()
    }

    /// What is noted of a call that was let in, once its answer begins.
    pub fn finish(&self, who: &Who, finished: &Finished<'_>) {
        self.counts.finished(finished);
        let Finished { method, code, took } = finished;
        if let Caller::Service { key, .. } = &who.caller {
            tracing::debug!(%key, method, code, ?took, "answered");
        }
    }

    /// What was let in, refused and answered since the start.
    pub fn counts(&self) -> &Counts {
        &self.counts
    }

    /// Forgets who has not asked for a while; runs until it is dropped.
    pub async fn tidy(&self) {
        let mut tidy = tokio::time::interval(TIDY);
        loop {
            tidy.tick().await;
            self.callers.tidy();
            self.organizations.tidy();
            self.taking_away.tidy();
            self.searches.tidy();
        }
    }
}

impl Permit {
    /// A place for questions of the stream that this is held by, for as long as they are answered.
    pub(crate) async fn for_questions(&self, who: &Who) -> Result<Arc<Self>, Refusal> {
        self.admission.seat(who, Kind::Questions).await
    }

    /// How many of so many questions of a stream may be asked now, and why the next may not. Once it is known that one may
    /// be asked at all, `ask_about` asks for its organization too.
    pub(crate) fn ask(&self, who: &Who, rule: &Rule, questions: usize) -> (usize, Option<Refusal>) {
        for allowed in 0..questions {
            if let Err(refusal) = self.admission.may_ask_again(who, self.kind, rule) {
                self.admission.counts.refused(&refusal);
                return (allowed, Some(refusal));
            }
        }
        (questions, None)
    }

    /// Where each question counts, it takes from the organization's rate; elsewhere the call did when it entered.
    pub(crate) fn ask_about(&self, organization: &OrganizationId) -> Result<(), Refusal> {
        if self.kind != Kind::Questions {
            return Ok(());
        }
        let taken = self.take_rate(organization);
        taken.inspect_err(|refusal| self.admission.counts.refused(refusal))
    }

    /// The call is about this home, and may be: from now on it takes from the organization's share too. Only then: who
    /// may not ask about an organization uses up nothing of it.
    pub(crate) fn enter(&self, home: &Home) -> Result<(), Refusal> {
        let Some(organization) = home.organization() else {
            return Ok(());
        };
        if self.kind == Kind::TakingAway {
            return Ok(());
        }
        let mut entered = self
            .organizations
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if entered.has(organization) {
            return Ok(());
        }
        let share = self
            .seat_in(organization)
            .inspect_err(|refusal| self.admission.counts.refused(refusal))?;
        entered.put(organization.clone(), share);
        Ok(())
    }

    fn seat_in(
        &self,
        organization: &OrganizationId,
    ) -> Result<Option<Share<OrganizationId>>, Refusal> {
        if self.kind != Kind::Questions {
            self.take_rate(organization)?;
        }
        if self.kind == Kind::Watch {
            return Ok(None);
        }
        let shares = &self.admission.organization_shares;
        let share = shares.take(organization);
        share.map(Some).ok_or_else(|| {
            let name = organization.resource_name().to_string();
            too_many(name, self.kind, shares.most())
        })
    }

    fn take_rate(&self, organization: &OrganizationId) -> Result<(), Refusal> {
        let taken = self.admission.organizations.take(organization);
        taken.map_err(|wait| {
            let name = organization.resource_name().to_string();
            too_often(name, ORGANIZATION_RATE, wait)
        })
    }
}

/// As it is shown.
fn name(caller: &Caller) -> String {
    match caller {
        Caller::Service { account, key } => key.of_account(account).to_string(),
        Caller::CommandLine => "The command line".to_owned(),
        Caller::LinkPage => "The page of links".to_owned(),
    }
}

fn too_often(who: String, limit: &'static str, wait: Duration) -> Refusal {
    let why = format!(
        "More calls of {who} than may be (setting {limit}). Wait as long as RetryInfo says, and ask less often."
    );
    Refusal::new(Reason::RateLimit, why)
        .about(who)
        .with("limit", limit)
        .again_in(wait)
}

fn too_many(who: String, kind: Kind, most: usize) -> Refusal {
    let (what, limit) = match kind {
        Kind::Watch => ("streams", "max-watches-per-key"),
        Kind::Ordinary | Kind::TakingAway | Kind::Questions => ("calls", "max-share-percent"),
    };
    let why = format!(
        "{who} has {most} {what} open at once, as many as may be (setting {limit}). Wait until some have ended."
    );
    Refusal::new(Reason::RateLimit, why)
        .about(who)
        .with("limit", limit)
        .again_in(SOON)
}

fn overloaded(kind: Kind) -> Refusal {
    let limit = match kind {
        Kind::Watch => "max-watches",
        Kind::Ordinary | Kind::TakingAway | Kind::Questions => "max-calls",
    };
    let why = format!(
        "This server does as much at once as it may (setting {limit}). Nothing was done; try again a little later."
    );
    Refusal::new(Reason::Overloaded, why)
        .with("limit", limit)
        .again_in(SOON)
}
