//! When does something that can bear on an answer start or end by itself, and whom and what can that reach? All that is held
//! is looked at once: looked at again for each moment, it would be as often as there are moments.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use domain::{Subject, Timestamp, UserId};

use crate::difference::{Asked, Where};
use crate::reached::holders;
use crate::state::{Held, Key};
use crate::view::View;
use crate::work::Work;

/// What starts or ends, from the next moment on.
#[derive(Debug)]
pub struct Turns(Of);

#[derive(Debug)]
enum Of {
    /// Through which keys a person has what starts or ends.
    User(Moments<Key>),
    /// Who holds what starts or ends on a product.
    Product(Moments<Subject>),
}

/// The latest first, so that the next one is taken from the end.
#[derive(Debug)]
struct Moments<T>(Vec<(Timestamp, T)>);

impl Asked {
    /// What starts or ends after one moment and up to another, of all that can bear on it as it stands in the view.
    pub fn turns(&self, after: Timestamp, until: Timestamp, view: &View, work: &Work) -> Turns {
        let turning = |held| turning(held, view, work, after, until);
        let turns = Turns(match self {
            Self::User(user) => {
                let held = held_by(user, view).flat_map(turning);
                Of::User(held.map(|(at, held)| (at, held.key)).collect())
            }
            Self::Product(product) => {
                let target = view.organization.indexed_product(product).into_iter();
                let through = target.flat_map(|target| view.holders_through(target));
                let held = through.flat_map(|(subject, held)| {
                    turning(held).map(move |(at, _)| (at, subject.clone()))
                });
                Of::Product(held.collect())
            }
        });
        work.goes_on(turns.len());
        turns
    }
}

impl Turns {
    /// When the next of them starts or ends.
    pub fn next_time(&self) -> Option<Timestamp> {
        match &self.0 {
            Of::User(moments) => moments.next_time(),
            Of::Product(moments) => moments.next_time(),
        }
    }

    /// How many starts and ends there are.
    fn len(&self) -> usize {
        match &self.0 {
            Of::User(moments) => moments.0.len(),
            Of::Product(moments) => moments.0.len(),
        }
    }

    /// Goes on behind the next moment: where what starts or ends then can reach, as it stands in the view; `None` is nowhere.
    pub fn pass(&mut self, view: &View) -> Option<Where> {
        match &mut self.0 {
            Of::User(moments) => {
                let keys = moments.take_next();
                if keys.contains(&Key::ALL) {
                    return Some(Where::Everywhere);
                }
                let keys: Vec<_> = keys.into_iter().collect();
                let through = view.organization.products_through(&keys, None);
                Where::On(through.cloned().collect()).unless_nowhere()
            }
            Of::Product(moments) => {
                let subjects = moments.take_next();
                let people = subjects.iter().flat_map(|subject| holders(subject, view));
                Where::By(people.cloned().collect()).unless_nowhere()
            }
        }
    }
}

impl<T> FromIterator<(Timestamp, T)> for Moments<T> {
    fn from_iter<I: IntoIterator<Item = (Timestamp, T)>>(all: I) -> Self {
        let mut moments: Vec<_> = all.into_iter().collect();
        moments.sort_unstable_by_key(|(at, _)| Reverse(*at));
        Self(moments)
    }
}

impl<T: Ord> Moments<T> {
    fn next_time(&self) -> Option<Timestamp> {
        self.0.last().map(|(at, _)| *at)
    }

    /// All of the next moment.
    fn take_next(&mut self) -> BTreeSet<T> {
        let next = self.next_time();
        let is_next = |(at, _): &mut (Timestamp, T)| Some(*at) == next;
        std::iter::from_fn(|| self.0.pop_if(is_next))
            .map(|(_, of)| of)
            .collect()
    }
}

/// Each start and each end in that time of what is held.
fn turning<'a>(
    held: &'a [Held],
    view: &'a View,
    work: &Work,
    after: Timestamp,
    until: Timestamp,
) -> impl Iterator<Item = (Timestamp, Held)> + use<'a> {
    work.goes_on(held.len());
    let spans = held.iter().flat_map(|held| {
        let entries = view.organization.entries(std::slice::from_ref(held));
        entries.map(|entry| (entry.span, *held))
    });
    let turns = spans.flat_map(|(span, held)| [(span.start, held), (span.end, held)]);
    turns.filter(move |(at, _)| after < *at && *at <= until)
}

/// All that can give a person something on products, whether it counts or not: what they hold, what their teams hold, and
/// the mandates that they exercise.
fn held_by<'a>(user: &'a UserId, view: &'a View) -> impl Iterator<Item = &'a [Held]> {
    let organization = &view.organization;
    let member = organization.indexed_member(user).into_iter();
    let own = member.clone().map(|member| &member.grants);
    let teams = member.flat_map(|member| &member.teams);
    let teams = teams.filter_map(|team| organization.indexed_team(team));
    let mandates = view.mandates(user);
    let mandates = mandates.filter_map(|mandate| organization.mandate_of(&mandate.partnership.id));
    let all = own.chain(teams.map(|team| &team.grants)).chain(mandates);
    all.map(|grants| grants.all())
}
