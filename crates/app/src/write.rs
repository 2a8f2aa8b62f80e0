//! The one way to change anything: ask the rule, decide under the lock, commit, let the engine follow.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError};
use std::time::{Duration, Instant};

use access::View;
use aws_lc_rs::rand;
use decide::links::Links;
use decide::rule::{Authority, acting_view};
use decide::seed::Seed;
use decide::use_case::UseCase;
use decide::visible::Sight;
use domain::{Change, Home, Latch, MailLimits, Reason, Refusal, UserId};
use store::{Committed, Decide, Decided, Intent, Locked, Logged, Memory, Reader};

use crate::app::App;
use crate::attempt::Attempt;
use crate::call::{Call, Consistency};
use crate::done::Done;
use crate::engine::{Engine, Published, Snapshot, advance};
use crate::error::Error;
use crate::facts::Stored;
use crate::long_lists;
use crate::may_ask::{Asked, may_change};
use crate::pool::{Pool, Way};
use crate::remembered::{may_hear_of_reuse, must_still_be_known, request_key};
use crate::states::missing;
use crate::token;

/// How long an answer waits for the engine to have the change, so that the caller's next question sees it.
const FEED_WAIT: Duration = Duration::from_millis(100);

/// How often a write begins anew because what it rests on changed under it.
const TRIES: usize = 3;

impl App {
    /// Makes the change, or previews it where the call says `validate_only`. Who may not know of what it is about learns
    /// nothing of what is there, before and after it is looked up.
    pub async fn write<U: UseCase>(&self, call: Call, command: U) -> Result<Done, Error> {
        command.must_be_asked_by(&call.who)?;
        if let Some(link) = command.link() {
            self.link_must_open(link).await?;
        }
        let unknown = command.unknown();
        let written = self.make(call, command).await;
        written.map_err(|error| match unknown {
            Some(unknown) => error.hidden(|| unknown),
            None => error,
        })
    }

    async fn make<U: UseCase>(&self, call: Call, command: U) -> Result<Done, Error> {
        let mut seed = [0; 32];
        rand::fill(&mut seed).map_err(|_| Error::Interrupted)?;
        let seed = Arc::new(Seed::new(&seed));
        if call.validate_only {
            return self.preview(call, command, &seed).await;
        }
        let secret = Arc::default();
        let mut freshness = vec![Consistency::Fully, Consistency::MinimizeLatency];
        for _ in 0..TRIES {
            let snapshot = self.ask_first(&call, &command, &seed, &freshness).await?;
            self.note_first_act(&call, &snapshot.view()).await?;
            let intent = intent(&call, &command, &snapshot)?;
            let deciding = Deciding {
                call: call.clone(),
                command: command.clone(),
                seed: Arc::clone(&seed),
                engine: Arc::clone(&self.engine),
                store: self.store.clone(),
                links: Arc::clone(&self.links),
                mail_limits: self.mail_limits,
                latches: intent.latches.clone(),
                consulted: intent.consult.clone(),
                secret: Arc::clone(&secret),
                pool: Arc::clone(&self.pool),
            };
            match self.store.transact(intent, deciding).await {
                Ok(committed) => {
                    let secret = secret.lock().unwrap_or_else(PoisonError::into_inner).take();
                    let asked_on = (command.home(), &snapshot);
                    return self.done(&call, asked_on, committed, secret).await;
                }
                Err(Error::Moved) => freshness.truncate(1),
                Err(error) => {
                    self.refusals.note(&call, &command.home(), &error);
                    return Err(error);
                }
            }
        }
        Err(Error::Moved)
    }

    /// Who has no right never holds a lock: a no is asked once more fully consistent, and then stands.
    /// `freshness` is taken from its end.
    async fn ask_first<U: UseCase>(
        &self,
        call: &Call,
        command: &U,
        seed: &Seed,
        freshness: &[Consistency],
    ) -> Result<Snapshot, Error> {
        let home = command.home();
        let consults = |view: &View| command.consults(view);
        self.come_near(call, command).await?;
        for consistency in freshness.iter().rev() {
            let snapshot = self.pick_with(&home, consistency, consults).await?;
            match self.attempt(call, command, seed, &snapshot).await? {
                Err(_) if *consistency == Consistency::MinimizeLatency => {}
                Ok(()) => return Ok(snapshot),
                Err(refusal) => {
                    self.refused_unless_replay(call, command, refusal).await?;
                    return Ok(snapshot);
                }
            }
        }
        Err(Error::Interrupted)
    }

    pub(crate) async fn come_near<U: UseCase>(
        &self,
        call: &Call,
        command: &U,
    ) -> Result<(), Error> {
        let home = command.home();
        match self
            .must_come_near(&Asked::change(call, command, &home))
            .await
        {
            Err(Error::Refused(refusal)) => {
                self.refused_unless_replay(call, command, refusal).await
            }
            near => near,
        }
    }

    /// The rule. Where its door is open to everybody, the use case itself says who has nothing to ask for here.
    async fn attempt<U: UseCase>(
        &self,
        call: &Call,
        command: &U,
        seed: &Seed,
        snapshot: &Snapshot,
    ) -> Result<Result<(), Refusal>, Error> {
        let now = self.engine.now();
        let authority = match may_change(call, command, snapshot, now) {
            Ok(authority) => authority,
            Err(refusal) => return Ok(Err(refusal)),
        };
        call.enter(&command.home())?;
        // Whoever came in by a right of their own waits for no preview.
        if !matches!(authority, Authority::Anyone(_)) {
            return Ok(Ok(()));
        }
        let pool = &self.pool;
        let place = &pool.place(Way::Beside, call, &command.home()).await?;
        let attempt = Attempt {
            call,
            command,
            seed,
            links: &self.links,
            mail_limits: self.mail_limits,
            snapshot,
            now,
            pool,
            place,
        };
        let reader = self.reader().await?;
        match attempt.decide(&self.stored(&reader)).await {
            Err(Error::Refused(refusal)) if refusal.reason == Reason::NotFound => Ok(Err(refusal)),
            Err(Error::Refused(_)) | Ok(_) => Ok(Ok(())),
            Err(error) => Err(error),
        }
    }

    pub(crate) async fn done(
        &self,
        call: &Call,
        (home, asked_on): (Home, &Snapshot),
        committed: Committed,
        secret: Option<String>,
    ) -> Result<Done, Error> {
        let Committed {
            changes,
            heads,
            replayed,
        } = committed;
        self.engine_follows(&heads).await;
        let view = self.view_after(&home, asked_on, &changes).await?;
        let texts = self.texts_in(&changes).await?;
        let token = token::of_write(&self.seal, &heads)?;
        let acting = acting_view(&call.who, view.clone());
        let sight = Sight::of(&call.who, &home, &acting, self.engine.now());
        Ok(Done {
            changes,
            token,
            secret,
            replayed,
            effect: None,
            view,
            texts,
            sight,
        })
    }

    /// The states after what was committed. What is done is never answered with a refusal: where the organization has left
    /// memory meanwhile and finds no room there, with the states on which it was asked.
    async fn view_after(
        &self,
        home: &Home,
        asked_on: &Snapshot,
        changes: &[Change],
    ) -> Result<View, Error> {
        match self.pick(home, &Consistency::MinimizeLatency).await {
            Ok(snapshot) => Ok(snapshot.view()),
            Err(Error::Refused(_)) => Ok(asked_on.view_after(changes)),
            Err(error) => Err(error),
        }
    }

    async fn engine_follows(&self, heads: &[(Home, store::Head)]) {
        let follow = async {
            for (home, head) in heads {
                let cell = self.engine.cell(home);
                if cell.chain_at(head.revision) == Some(head.chain) {
                    continue;
                }
                if let Err(error) = self.engine.current(&cell).await {
                    tracing::warn!(%home, %error, "committed; the engine will follow later");
                }
            }
        };
        // Late is harmless: the token in the answer makes the next question wait for it.
        let _ = tokio::time::timeout(FEED_WAIT, follow).await;
    }
}

/// Decides a use case under the lock of its home; may be asked several times.
struct Deciding<U> {
    call: Call,
    command: U,
    seed: Arc<Seed>,
    engine: Arc<Engine>,
    store: store::Store,
    links: Arc<Links>,
    mail_limits: MailLimits,
    /// Those that the transaction holds.
    latches: Vec<Latch>,
    /// Whose heads it read, those of homes that are not there too.
    consulted: Vec<Home>,
    secret: Arc<std::sync::Mutex<Option<String>>>,
    pool: Arc<Pool>,
}

impl<U: UseCase> Decide for Deciding<U> {
    type Error = Error;

    async fn decide(&mut self, locked: &Locked, reader: &Reader) -> Result<Decided, Error> {
        let snapshot = self.states(locked, reader).await?;
        // Chosen from memory before the lock: by now it can rest on more.
        let needed = latches(&self.call, &self.command, &snapshot);
        if needed.iter().any(|latch| !self.latches.contains(latch)) {
            return Err(Error::Moved);
        }
        let home = self.command.home();
        let place = self.pool.place(Way::UnderLock, &self.call, &home).await?;
        let attempt = Attempt {
            call: &self.call,
            command: &self.command,
            seed: &self.seed,
            links: &self.links,
            mail_limits: self.mail_limits,
            snapshot: &snapshot,
            now: locked.now,
            pool: &self.pool,
            place: &place,
        };
        let rows = Stored {
            engine: &self.engine,
            store: &self.store,
            reader,
        };
        let plan = attempt.decide(&rows).await?;
        // Made since memory was asked: that somebody acts as it has to be noted first.
        let actor = self.call.who.actor.as_ref();
        if actor.is_some_and(|actor| snapshot.view().people.awaits_handover(actor)) {
            return Err(Error::Moved);
        }
        *self.secret.lock().unwrap_or_else(PoisonError::into_inner) = plan.secret;
        let own = snapshot.view().organization;
        let deps = snapshot.heads().filter(|(other, _)| **other != home);
        let deps = deps
            .map(|(home, head)| (home.clone(), head.revision))
            .collect();
        Ok(Decided {
            before: long_lists::before(reader, &home, &own, &plan.changes).await?,
            changes: plan.changes,
            deps,
        })
    }

    async fn replay(&mut self, locked: &Locked, reader: &Reader) -> Result<(), Error> {
        // A try before this one may have drawn one that was never stored.
        self.shows(None);
        let view = self.states(locked, reader).await?.view();
        Ok(must_still_be_known(
            &self.call,
            &self.command,
            &view,
            locked.now,
        )?)
    }

    async fn reused(&mut self, locked: &Locked, reader: &Reader) -> Result<(), Error> {
        may_hear_of_reuse(self.decide(locked, reader).await)
    }

    fn committed(&mut self, changes: Vec<Logged>) {
        self.engine.take_in(changes);
    }
}

impl<U: UseCase> Deciding<U> {
    fn shows(&self, secret: Option<String>) {
        *self.secret.lock().unwrap_or_else(PoisonError::into_inner) = secret;
    }

    /// Whether what is in memory comes after this head, which it went through.
    fn is_past(&self, home: &Home, head: &store::Head, known: &Published) -> bool {
        let chain = self.engine.cell(home).chain_at(head.revision);
        known.head.revision > head.revision && chain == Some(head.chain)
    }

    /// Memory brought to exactly what is locked: an equal chain proves it. Whoever decided before in this transaction is
    /// gone on from.
    async fn states(&self, locked: &Locked, reader: &Reader) -> Result<Snapshot, Error> {
        let before = remembered(&locked.memory);
        let state = async |home: &Home, head: &store::Head| {
            let known = before.as_ref().and_then(|before| before.of(home));
            let known = known.or_else(|| self.engine.cell(home).published());
            match known {
                // Another home than those that are locked can have moved on meanwhile, and need not be read again for that.
                Some(known) if self.is_past(home, head, &known) => {
                    // A change is never earlier than what it rests on.
                    let is_earlier = locked.now < known.head.at;
                    if is_earlier {
                        Err(Error::Moved)
                    } else {
                        Ok(known)
                    }
                }
                known => advance(&self.store, reader, home, known, head).await,
            }
        };
        let consulted = |home: &Home| locked.heads.get(home).copied().unwrap_or_default();
        let own = |home: &Home| match &locked.people {
            _ if *home == locked.home => locked.head,
            Some(people) if *home == Home::People => *people,
            _ => consulted(home),
        };
        let mut snapshot = Snapshot {
            platform: state(&Home::Platform, &own(&Home::Platform)).await?,
            people: state(&Home::People, &own(&Home::People)).await?,
            organization: match locked.home.organization() {
                Some(_) => Some((
                    locked.home.clone(),
                    state(&locked.home, &locked.head).await?,
                )),
                None => None,
            },
            others: BTreeMap::new(),
        };
        let consults = |view: &View| self.command.consults(view);
        loop {
            let missing = missing(&snapshot, &locked.home, consults);
            if missing.is_empty() {
                remember(&locked.memory, &snapshot);
                return Ok(snapshot);
            }
            for home in missing {
                // One that became a partner since the intent was made was not consulted.
                if !self.consulted.contains(&home) {
                    return Err(Error::Moved);
                }
                let published = state(&home, &consulted(&home)).await?;
                snapshot.others.insert(home, published);
            }
        }
    }
}

/// The states that the last one to decide in a transaction had.
fn remembered(memory: &Memory) -> Option<Arc<Snapshot>> {
    let memory = memory.lock().unwrap_or_else(PoisonError::into_inner);
    memory.clone()?.downcast().ok()
}

fn remember(memory: &Memory, snapshot: &Snapshot) {
    let mut memory = memory.lock().unwrap_or_else(PoisonError::into_inner);
    *memory = Some(Arc::new(snapshot.clone()));
}

fn intent<U: UseCase>(call: &Call, command: &U, snapshot: &Snapshot) -> Result<Intent, Error> {
    let home = command.home();
    Ok(Intent {
        birth: command.birth() || home.organization().is_none(),
        with_people: command.with_people(),
        who: call.who.clone(),
        request: request_key(call, command)?,
        latches: latches(call, command, snapshot),
        consult: [Home::Platform, Home::People]
            .into_iter()
            .chain(snapshot.others.keys().cloned())
            .collect(),
        deadline: call.deadline,
        home,
    })
}

/// Whose rights this write rests on in other homes.
fn latches<U: UseCase>(call: &Call, command: &U, snapshot: &Snapshot) -> Vec<Latch> {
    let view = snapshot.view();
    // Also in the home of people: that somebody is an operator stands in that of the platform.
    let actor = call.who.actor.clone();
    let people: Vec<_> = actor.into_iter().chain(command.rests_on(&view)).collect();
    let mut latches: Vec<_> = people.iter().cloned().map(Latch::User).collect();
    if let (domain::Caller::Service { account, key }, false) =
        (&call.who.caller, command.home() == Home::Platform)
    {
        latches.push(Latch::ServiceAccount(account.clone()));
        latches.push(Latch::Key(key.clone()));
    }
    let accounts = command.rests_on_accounts(&view).into_iter();
    latches.extend(accounts.map(Latch::ServiceAccount));
    // What they may do here can come from what they are at a partner.
    for (organization, state) in &view.others {
        let there = people.iter().filter(|user| state.member(user).is_some());
        let latch = |user: &UserId| Latch::Member(organization.clone(), user.clone());
        latches.extend(there.map(latch));
    }
    latches
}

/// The time a call may take when its caller set none.
pub const DEFAULT_DEADLINE: Duration = Duration::from_secs(5);

/// The deadline of a call that began now, whose caller set none.
pub fn deadline() -> Instant {
    Instant::now() + DEFAULT_DEADLINE
}

/// Comes back once the deadline is past; never where there is none.
pub async fn passed(deadline: Option<Instant>) {
    match deadline {
        Some(deadline) => tokio::time::sleep_until(deadline.into()).await,
        None => std::future::pending().await,
    }
}
