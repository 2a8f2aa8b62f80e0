//! Someone who acts in a world in memory: through a service, for a user or for nobody. The sentences are those of the
//! tests on the wire; what they answer is the change, or the refusal.

use std::cell::RefCell;
use std::fmt::Debug;
use std::ops::Deref;
use std::rc::Rc;

use access::Resource;
use domain::{Change, Grant, Home, Member, Noun, Reason, Record, Refusal, Team, UserId, Who};

use super::make::{product, user, within};
use crate::memory::{World, rule};
use crate::rule::Rule;
use crate::use_case::UseCase;

/// What an actor gets.
pub(super) type Answer<T> = Result<T, Refusal>;

/// Someone who acts.
#[derive(Clone)]
pub(super) struct Actor {
    pub(super) world: Rc<RefCell<World>>,
    pub(super) who: Who,
}

/// A noun under the name by which callers know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Made<N> {
    pub(super) name: String,
    pub(super) noun: N,
}

impl<N> Deref for Made<N> {
    type Target = N;

    fn deref(&self) -> &N {
        &self.noun
    }
}

impl<N: Clone + Into<Record>> Made<N> {
    pub(super) fn of(noun: &N, home: &Home) -> Self {
        let record: Record = noun.clone().into();
        Self {
            name: record.name().resource_name(home),
            noun: noun.clone(),
        }
    }
}

/// What a call did.
#[derive(Debug, Clone)]
pub(super) struct Done(pub(super) Vec<Change>);

impl Done {
    /// The change of its own home.
    pub(super) fn change(&self) -> &Change {
        self.0.first().expect("a change")
    }

    fn named<'a, N: Noun + Clone + Into<Record> + 'a>(
        &self,
        records: impl Iterator<Item = &'a Record>,
    ) -> Vec<Made<N>> {
        let home = &self.change().home;
        let nouns = records.filter_map(N::of);
        nouns.map(|noun| Made::of(noun, home)).collect()
    }

    /// The nouns of this sort that it saves in its own home.
    pub(super) fn all_saved<N: Noun + Clone + Into<Record>>(&self) -> Vec<Made<N>> {
        self.named(self.change().saved())
    }

    /// The first of them.
    pub(super) fn saved<N: Noun + Clone + Into<Record>>(&self) -> Made<N> {
        let mut saved = self.all_saved().into_iter();
        saved.next().expect("it is saved")
    }

    pub(super) fn removed_grants(&self) -> Vec<Made<Grant>> {
        self.named(self.change().outcome.removed.iter())
    }

    /// The names of the members whom it removes.
    pub(super) fn removed_members(&self) -> Vec<String> {
        let members = self.named::<Member>(self.change().outcome.removed.iter());
        members.into_iter().map(|member| member.name).collect()
    }

    /// The names of the teams out of which it takes somebody.
    pub(super) fn removed_teams(&self) -> Vec<String> {
        let teams = self.all_saved::<Team>().into_iter();
        teams.map(|team| team.name).collect()
    }
}

/// The refusal, which must have this reason.
#[track_caller]
pub(super) fn refused<T: Debug>(answer: Answer<T>, why: Reason) -> Refusal {
    let refusal = answer.expect_err("refused");
    assert_eq!(refusal.reason, why, "{}", refusal.message);
    refusal
}

/// What a refusal is about: wrong fields, or what stands in the way.
pub(super) fn subjects(refusal: &Refusal) -> Vec<&str> {
    let violations = refusal.violations.iter();
    violations.map(|one| one.field.as_str()).collect()
}

impl Actor {
    /// The user spoken for.
    pub(super) fn id(&self) -> &UserId {
        self.who.actor.as_ref().expect("an acting user")
    }

    /// Asks for a change by this method of the API.
    pub(super) fn does<U: UseCase>(&self, method: &str, command: &U) -> Answer<Done> {
        self.does_by(&rule(method), command)
    }

    /// The same by a rule of its own.
    pub(super) fn does_by<U: UseCase>(&self, rule: &Rule, command: &U) -> Answer<Done> {
        let plan = self.world.borrow_mut().ask_as(&self.who, rule, command)?;
        Ok(Done(plan.changes))
    }

    /// Whether this user may, as the evaluator says that also answers CheckAccess.
    pub(super) fn may(&self, right: &str, resource: &str) -> bool {
        let (organization, of) = within(resource);
        let resource = match of {
            "" => Resource::Organization,
            _ => Resource::Product(product(resource)),
        };
        let world = self.world.borrow();
        let view = world.view(&organization);
        let decision = view.check(self.id(), &resource, &right.into(), world.now);
        decision.expect("a known right and resource").allowed
    }

    /// The same caller, speaking for a user.
    pub(super) fn speaking_for(&self, id: &str) -> Self {
        let actor = Some(user(id));
        let who = Who {
            actor,
            ..self.who.clone()
        };
        Self {
            who,
            ..self.clone()
        }
    }
}
