//! Whose answers may be others than before? Whoever keeps answers forgets these, and asks again.

use std::collections::BTreeSet;

use domain::{
    AssignmentId, Change, Event, GrantId, Kind, ListEntry, Record, RecordName, Subject, TeamId,
    UserId,
};

use crate::reached::{assigned, comers_and_goers, places_in_team};
use crate::view::View;

/// So many people are named at most; where it is more, it is everybody.
const MOST: usize = 100;

/// Whose answers about one organization may be others than before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Touched {
    /// Those of these members; of nobody where it is empty.
    Members(BTreeSet<UserId>),
    Everybody,
}

impl Touched {
    pub const NOBODY: Self = Self::Members(BTreeSet::new());

    /// Whose are not the same after these changes, in whichever order they came between the two views: neither before
    /// the first, nor between two of them. Of people who are no members it is not told who: it is everybody then.
    pub fn by(changes: &[&Change], both: [&View; 2]) -> Self {
        Between::new(changes, both).looked_through(changes)
    }
}

/// Why it can't be told whose.
struct Anybody;

/// What is found out of the changes between two views.
struct Between<'a> {
    both: [&'a View; 2],
    /// Nothing that answers rest on was ever as in neither view.
    is_one: bool,
    /// Those whose answers can be touched, as the organization's own changes name them.
    members: BTreeSet<UserId>,
    /// Those whom what happened elsewhere names: only some have to do with the organization.
    others: BTreeSet<UserId>,
    /// Whose grants came or went.
    holders: BTreeSet<Subject>,
}

impl<'a> Between<'a> {
    fn new(changes: &[&Change], both: [&'a View; 2]) -> Self {
        // What was offered touches nobody, and is often looked at together with its acceptance.
        let is_more = |change: &&&Change| {
            let mut events = change.events.iter();
            events.any(|event| event.name().kind != Kind::Invitation)
        };
        Self {
            both,
            is_one: changes.iter().filter(is_more).count() == 1,
            members: BTreeSet::new(),
            others: BTreeSet::new(),
            holders: BTreeSet::new(),
        }
    }

    fn looked_through(mut self, changes: &[&Change]) -> Touched {
        let found = changes.iter().try_for_each(|change| {
            let mut events = change.events.iter();
            if self.is_elsewhere(change) {
                events.try_for_each(|event| self.elsewhere(event))
            } else {
                events.try_for_each(|event| self.here(event))
            }
        });
        match found.and_then(|()| self.named()) {
            Ok(members) if members.len() <= MOST => Touched::Members(members),
            Ok(_) | Err(Anybody) => Touched::Everybody,
        }
    }

    /// Whether it is of another organization, not of this one, the platform or people.
    fn is_elsewhere(&self, change: &Change) -> bool {
        let Some(home) = change.home.organization() else {
            return false;
        };
        let mut here = self
            .both
            .iter()
            .filter_map(|view| view.organization.organization());
        !here.any(|organization| organization.id == *home)
    }

    /// An event of the organization itself, of the platform or of people.
    fn here(&mut self, event: &Event) -> Result<(), Anybody> {
        let name = event.name();
        match name.kind {
            Kind::Member => {
                self.members.insert(person(&name)?);
            }
            Kind::ShutOut => self.shut_out(person(&name)?)?,
            Kind::User => self.account(event, person(&name)?),
            // Of a product there is an answer about anybody, and staff of a partner are not named.
            Kind::Product | Kind::ProductType | Kind::Partnership => return Err(Anybody),
            Kind::Grant => self.grant(event)?,
            Kind::Team => self.team(event)?,
            Kind::ClientAssignment
            | Kind::ProductGroup
            | Kind::Partner
            | Kind::Organization
            | Kind::Invitation
            | Kind::ChangeRequest
            | Kind::FormerPerson
            | Kind::Settings
            | Kind::Operator
            | Kind::ServiceAccount
            | Kind::Key => {}
        }
        Ok(())
    }

    /// An event of a partner, in which whoever exercises the mandate and whoever holds something that is bound to it is a
    /// member.
    fn elsewhere(&mut self, event: &Event) -> Result<(), Anybody> {
        let name = event.name();
        match name.kind {
            Kind::Member | Kind::ShutOut | Kind::Team | Kind::ClientAssignment if !self.is_one => {
                Err(Anybody)
            }
            Kind::Member | Kind::ShutOut => self.staff([person(&name)?]),
            Kind::Team => {
                TeamId::parse(&name.id).map_err(|_| Anybody)?;
                self.staff(comers_and_goers(&name, self.both))
            }
            Kind::ClientAssignment => {
                AssignmentId::parse(&name.id).map_err(|_| Anybody)?;
                self.staff(assigned(&name, self.both))
            }
            _ => Ok(()),
        }
    }

    /// People of a partner, to whom something happened there. It is told only of whom it can concern here: nobody hears who
    /// else works for it.
    fn staff(&mut self, people: impl IntoIterator<Item = UserId>) -> Result<(), Anybody> {
        for user in people {
            if !self.both.iter().any(|view| is_concerned(&user, view)) {
                continue;
            }
            if !self.is_member(&user) || self.others.len() >= MOST {
                return Err(Anybody);
            }
            self.others.insert(user);
        }
        Ok(())
    }

    /// An account of which more may have changed than what answers rest on.
    fn account(&mut self, event: &Event, user: UserId) {
        let is_active = match event.noun() {
            Some(Record::User(now)) => now.is_active(),
            _ => true,
        };
        let is_same = |view: &&View| view.people.is_active(&user) == is_active;
        if !self.both.iter().all(is_same) {
            self.others.insert(user);
        }
    }

    /// Who is shut out is a member, or somebody of a partner.
    fn shut_out(&mut self, user: UserId) -> Result<(), Anybody> {
        if !self.is_member(&user) {
            return Err(Anybody);
        }
        self.members.insert(user);
        Ok(())
    }

    fn is_member(&self, user: &UserId) -> bool {
        let mut both = self.both.iter();
        both.any(|view| view.organization.member(user).is_some())
    }

    fn grant(&mut self, event: &Event) -> Result<(), Anybody> {
        if let Some(Record::Grant(grant)) = event.noun() {
            self.holders.insert(grant.subject.clone());
        }
        let id = GrantId::parse(&event.name().id).map_err(|_| Anybody)?;
        let known = self.both.map(|view| view.organization.grant(&id));
        let known = known.into_iter().flatten();
        self.holders
            .extend(known.map(|grant| grant.subject.clone()));
        Ok(())
    }

    fn team(&mut self, event: &Event) -> Result<(), Anybody> {
        let name = event.name();
        let id = TeamId::parse(&name.id).map_err(|_| Anybody)?;
        if self.is_one {
            self.members.extend(comers_and_goers(&name, self.both));
            return Ok(());
        }
        if let Some(Record::Team(team)) = event.noun() {
            self.members.extend(team.members.iter().cloned());
        }
        if let Event::Amended(amendment) = event {
            let entries = amendment.came.iter().chain(&amendment.left);
            self.members.extend(entries.filter_map(|entry| match entry {
                ListEntry::Place(place) => Some(place.user.clone()),
                ListEntry::Scope(_) | ListEntry::Comment(..) => None,
            }));
        }
        for view in self.both {
            let places = places_in_team(&id, view).into_iter();
            self.members.extend(places.map(|(_, user, _)| user.clone()));
        }
        Ok(())
    }

    /// The members among them.
    fn named(mut self) -> Result<BTreeSet<UserId>, Anybody> {
        for subject in &self.holders {
            match subject {
                Subject::Member(user) => self.members.extend([user.clone()]),
                Subject::Partnership(_) => return Err(Anybody),
                // Who was in it for a while, its own events name.
                Subject::Team(id) => {
                    let teams = self.both.map(|view| view.organization.team(id));
                    let people = teams.into_iter().flatten().flat_map(|team| &team.members);
                    self.members.extend(people.cloned());
                }
            }
        }
        for user in std::mem::take(&mut self.others) {
            if self.is_member(&user) {
                self.members.insert(user);
            } else if self
                .both
                .iter()
                .any(|view| view.mandates(&user).next().is_some())
            {
                return Err(Anybody);
            }
        }
        Ok(self.members)
    }
}

fn person(name: &RecordName) -> Result<UserId, Anybody> {
    UserId::parse(&name.id).map_err(|_| Anybody)
}

/// Whether somebody exercises a mandate here, or holds what is bound to one.
fn is_concerned(user: &UserId, view: &View) -> bool {
    let mut teams = view.organization.teams_of(user);
    let mut grants = view.organization.grants_of(&Subject::Member(user.clone()));
    view.mandates(user).next().is_some()
        || teams.any(|team| !team.bound_to(user).is_empty())
        || grants.any(|grant| !grant.bound_to().is_empty())
}
