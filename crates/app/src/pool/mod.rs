//! Where is it decided? Decisions and previews work beside the threads that answer everybody: so many at once, at most half
//! of them of one caller or about one organization, and each with so much work.

mod turns;

use std::time::Instant;

use access::Work;
use decide::rule::Authority;
use domain::{Caller, Home, Reason, Refusal};
use tokio::runtime::{Handle, RuntimeFlavor};

use self::turns::{Turn, Turns};
use crate::call::Call;
use crate::capacity::Capacity;
use crate::error::Error;

/// The setting that a refusal names.
const STEPS: &str = "max-decision-steps";

/// Places under a lock for each one beside: there they wait for the database most of the time, and each organization
/// decides one at a time anyway.
const UNDER_LOCK: usize = 8;

/// Places for decisions and previews.
#[derive(Debug)]
pub(crate) struct Pool {
    under_lock: Lane,
    beside: Lane,
    steps: u64,
}

/// Which places something takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// Others may wait for the lock that is held: never behind a preview.
    UnderLock,
    /// On a snapshot, where nobody waits but who asked.
    Beside,
}

/// Places, and who waits for one.
#[derive(Debug)]
struct Lane {
    organizations: Turns<Home>,
    callers: Turns<Caller>,
    all: Turns<()>,
}

impl Pool {
    pub(crate) fn new(capacity: &Capacity) -> Self {
        Self {
            under_lock: Lane::new(capacity.decisions.saturating_mul(UNDER_LOCK)),
            beside: Lane::new(capacity.decisions),
            steps: capacity.steps,
        }
    }

    /// How much one decision or preview may look at. The operator has nobody to ask for more.
    pub(crate) fn work(&self, authority: &Authority) -> Work {
        match authority {
            Authority::Operator => Work::default(),
            _ => Work::of(self.steps),
        }
    }

    /// Waits for a place. Whoever waits beside holds nothing that others need: neither a lock nor a connection.
    pub(crate) async fn place(&self, way: Way, call: &Call, home: &Home) -> Result<Taken, Error> {
        let lane = match way {
            Way::UnderLock => &self.under_lock,
            Way::Beside => &self.beside,
        };
        Ok(Taken {
            _turns: lane.turns(call, home).await?,
        })
    }
}

/// A place, until it is dropped.
#[derive(Debug)]
pub(crate) struct Taken {
    _turns: [Option<Turn>; 3],
}

impl Taken {
    /// Does a part of the deciding, and refuses what was cut short because it was too much.
    pub(crate) fn decide<T>(
        &self,
        work: &Work,
        decide: impl FnOnce() -> Result<T, Refusal>,
    ) -> Result<T, Error> {
        let decided = aside(decide);
        if work.is_spent() {
            return Err(too_much_work().into());
        }
        Ok(decided?)
    }
}

impl Lane {
    fn new(places: usize) -> Self {
        let share = (places / 2).max(1);
        Self {
            organizations: Turns::of(share),
            callers: Turns::of(share),
            all: Turns::of(places),
        }
    }

    /// Waits first behind one's own: so each organization has at most its share of those who wait for a caller's place,
    /// and each caller of those who wait for any.
    async fn turns(&self, call: &Call, home: &Home) -> Result<[Option<Turn>; 3], Error> {
        let waiting = async {
            let organization = match home {
                Home::Organization(_) => Some(self.organizations.next(home).await),
                Home::Platform | Home::People => None,
            };
            let caller = self.callers.next(&call.who.caller).await;
            [organization, Some(caller), Some(self.all.next(&()).await)]
        };
        match call.deadline {
            None => Ok(waiting.await),
            Some(deadline) => {
                let left = deadline.saturating_duration_since(Instant::now());
                let turns = tokio::time::timeout(left, waiting).await;
                turns.map_err(|_| store::Error::Deadline.into())
            }
        }
    }
}

/// So many nouns or events are worked on where they are; more would keep others waiting.
pub(crate) const FEW: usize = 100;

/// So many bytes of them are, as they are stored.
pub(crate) const SHORT: usize = 64 << 10;

/// Does what takes long while other tasks go on: their thread is handed to another. A runtime with one thread has none.
pub(crate) fn aside<T>(long: impl FnOnce() -> T) -> T {
    let flavor = Handle::try_current().map(|handle| handle.runtime_flavor());
    match flavor {
        Ok(RuntimeFlavor::MultiThread) => tokio::task::block_in_place(long),
        _ => long(),
    }
}

/// The same of a question, which has no part that could be done first.
pub(crate) fn too_much_to_look_at() -> Refusal {
    let why = format!(
        "To answer this, more would have to be looked at than one call may (setting {STEPS}). Ask for less, such as a page \
         without its total; the operator can raise the setting."
    );
    Refusal::new(Reason::WorkBudgetExceeded, why).with("limit", STEPS)
}

fn too_much_work() -> Refusal {
    let why = format!(
        "To decide this, more would have to be looked at than one call may (setting {STEPS}). Nothing was done. Split the \
         change into smaller ones, or first take away grants, team members or tags that nobody needs; the operator can \
         raise the setting."
    );
    Refusal::new(Reason::WorkBudgetExceeded, why).with("limit", STEPS)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::mpsc::channel;
    use std::time::Duration;

    use domain::{KeyId, OrganizationId, ServiceAccountId, Who};

    use super::*;
    use decide::rule::Rule;

    fn pool(steps: u64) -> Arc<Pool> {
        let capacity = Capacity {
            decisions: 2,
            steps,
            ..Capacity::default()
        };
        Arc::new(Pool::new(&capacity))
    }

    /// A call with this key, which waits for so long.
    fn by(key: &str, wait: Duration) -> Call {
        Call {
            who: Who {
                actor: None,
                caller: Caller::Service {
                    account: ServiceAccountId::parse("panel").expect("an id"),
                    key: KeyId::parse(key).expect("an id"),
                },
            },
            rule: Arc::new(Rule::default()),
            request: None,
            validate_only: true,
            deadline: Some(Instant::now() + wait),
            place: None,
        }
    }

    fn at(organization: &str) -> Home {
        Home::Organization(OrganizationId::parse(organization).expect("an id"))
    }

    const LONG: Duration = Duration::from_secs(60);

    async fn has_place(pool: &Pool, way: Way, key: &str, home: &str, wait: Duration) -> bool {
        let call = by(key, wait);
        pool.place(way, &call, &at(home)).await.is_ok()
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 1)]
    async fn attack_c1_one_organization_and_one_caller_have_half_and_the_others_go_on() {
        let pool = pool(1);
        let (end, ended) = channel();
        let (begin, begun) = channel();
        let long = Arc::clone(&pool);
        let long = tokio::spawn(async move {
            let call = by("a", LONG);
            let wait = move || {
                let _ = begin.send(());
                Ok(ended.recv().is_ok())
            };
            let place = long.place(Way::Beside, &call, &at("acme")).await?;
            place.decide(&Work::default(), wait)
        });
        // Also on the only worker there is: the thread was handed on.
        aside(|| begun.recv()).expect("it has begun");
        let now = Duration::ZERO;
        let beside = Way::Beside;
        assert!(
            !has_place(&pool, beside, "b", "acme", now).await,
            "its share"
        );
        assert!(
            !has_place(&pool, beside, "a", "globex", now).await,
            "its share"
        );
        assert!(has_place(&pool, beside, "b", "globex", LONG).await);
        assert!(has_place(&pool, Way::UnderLock, "a", "acme", LONG).await);
        end.send(()).expect("it waits");
        assert!(long.await.expect("it ends").expect("done"));
        assert!(has_place(&pool, beside, "b", "acme", LONG).await);
    }

    #[tokio::test]
    async fn what_was_cut_short_is_refused_whatever_it_came_to() {
        let pool = pool(10);
        let work = pool.work(&Authority::Anyone(None));
        let call = by("a", LONG);
        let place = pool.place(Way::UnderLock, &call, &at("acme")).await;
        let much = || Ok(work.goes_on(11));
        let refused = place.expect("a place").decide(&work, much);
        assert!(
            matches!(&refused, Err(Error::Refused(no)) if no.reason == Reason::WorkBudgetExceeded)
        );
        assert!(pool.work(&Authority::Operator).goes_on(usize::MAX));
    }
}
