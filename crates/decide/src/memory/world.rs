//! Homes, rows and texts in memory, and the one way to change them: by a use case.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use access::{Narrowed, OrganizationState, State, View, Work};
use domain::{
    Caller, Change, ChangeRequest, Claim, EmailAccounts, Event, Home, KeyId, Moment,
    OrganizationId, Personal, PersonalId, Record, RecordName, Refusal, RequestedChange,
    ServiceAccountId, Timestamp, User, UserId, Who,
};

use super::methods::rule;
use crate::judging::Judging;
use crate::links::Links;
use crate::rule::{Rule, acting_view};
use crate::rules::way_in;
use crate::seed::Seed;
use crate::use_case::{Facts, Plan, UseCase, Want};

pub(crate) const ACCOUNT: &str = "panel";

/// Everything there is.
#[derive(Clone)]
pub(crate) struct World {
    homes: BTreeMap<Home, Known>,
    records: HashMap<(Home, RecordName), Record>,
    texts: HashMap<PersonalId, String>,
    links: Arc<Links>,
    pub(crate) now: Timestamp,
    calls: u64,
}

/// The state of a home, and how often it was changed.
#[derive(Clone)]
struct Known {
    state: State,
    revision: u64,
}

impl World {
    pub(crate) fn new() -> Self {
        Self {
            homes: BTreeMap::new(),
            records: HashMap::new(),
            texts: HashMap::new(),
            links: Arc::new(Links::new(b"a key of this test")),
            now: Timestamp(1_800_000_000_000_000),
            calls: 0,
        }
    }

    pub(crate) fn later(&mut self, seconds: usize) {
        self.now = self
            .now
            .plus_seconds(i64::try_from(seconds).expect("small"));
    }

    /// Somebody asks for it; nobody is the operator at the command line.
    pub(crate) fn ask<U: UseCase>(
        &mut self,
        actor: Option<&UserId>,
        method: &str,
        command: &U,
    ) -> Result<Vec<Change>, Refusal> {
        let who = Who {
            actor: actor.cloned(),
            caller: actor.map_or(Caller::CommandLine, |_| panel()),
        };
        let plan = self.ask_as(&who, &rule(method), command)?;
        Ok(plan.changes)
    }

    /// The same of whoever calls.
    pub(crate) fn ask_as<U: UseCase>(
        &mut self,
        who: &Who,
        rule: &Rule,
        command: &U,
    ) -> Result<Plan, Refusal> {
        self.calls += 1;
        let plan = self.decided(who, rule, command)?;
        for change in &plan.changes {
            self.take(change);
        }
        Ok(plan)
    }

    fn decided<U: UseCase>(&self, who: &Who, rule: &Rule, command: &U) -> Result<Plan, Refusal> {
        let mut bytes = [0; 32];
        bytes[..8].copy_from_slice(&self.calls.to_be_bytes());
        let home = command.home();
        let judging = Judging {
            who,
            rule,
            command,
            seed: &Seed::new(&bytes),
            links: &self.links,
            moment: self.next(&home),
            people_moment: self.next(&Home::People),
        };
        let view = acting_view(who, self.view_of(&home, &[]));
        let authority = judging.allow(&view)?;
        let facts = self.gather(command.wants(&view));
        let mut verdict = judging.verdict(&view, &authority, &facts)?;
        let after = |changes: &[Change]| self.view_of(&home, changes);
        way_in::must_stay(&verdict.plan.changes, self.now, after)?;
        if let Some(after) = judging.complete(&view, &mut verdict) {
            let facts = self.gather(judging.wants(&view, &after, &verdict));
            judging.must_hold(&view, &after, &verdict, &facts)?;
        }
        Ok(verdict.plan)
    }

    fn next(&self, home: &Home) -> Moment {
        Moment {
            revision: self.known(home).revision + 1,
            now: self.now,
        }
    }

    /// Rows, texts and states follow, as they do in the store and in the engine.
    pub(crate) fn take(&mut self, change: &Change) {
        let home = &change.home;
        for value in &change.personal {
            self.texts.insert(value.id.clone(), value.value.clone());
        }
        for event in &change.events {
            match event {
                Event::Saved(record) => {
                    let name = (home.clone(), record.name());
                    self.records.insert(name, record.clone());
                }
                Event::Amended(_) => unreachable!("decisions are made of nouns that are whole"),
                Event::Removed(name) => {
                    self.records.remove(&(home.clone(), name.clone()));
                }
            }
        }
        let Known { state, revision } = self.known(home);
        let revision = revision + 1;
        let state = state.applied(revision, change);
        self.homes.insert(home.clone(), Known { state, revision });
    }

    fn known(&self, home: &Home) -> Known {
        self.homes.get(home).cloned().unwrap_or_else(|| Known {
            state: State::empty(home),
            revision: 0,
        })
    }

    /// The states as this home's changes see them, after these changes.
    fn view_of(&self, home: &Home, changes: &[Change]) -> View {
        let after = |home: &Home| {
            let Known { state, revision } = self.known(home);
            let mine = changes.iter().filter(|change| change.home == *home);
            mine.fold(state, |state, change| state.applied(revision + 1, change))
        };
        let others = self.homes.keys().filter(|other| *other != home);
        View {
            platform: match after(&Home::Platform) {
                State::Platform(state) => state,
                _ => unreachable!("the platform"),
            },
            people: match after(&Home::People) {
                State::People(state) => state,
                _ => unreachable!("the people"),
            },
            organization: organization_of(after(home)),
            others: others
                .filter_map(|other| {
                    Some((other.organization()?.clone(), organization_of(after(other))))
                })
                .collect(),
            narrowed: Narrowed::default(),
            work: Work::default(),
        }
    }

    /// The states as a question about this organization sees them.
    pub(crate) fn view(&self, organization: &OrganizationId) -> View {
        self.view_of(&Home::Organization(organization.clone()), &[])
    }

    /// The nouns of an organization.
    pub(crate) fn nouns<'a, N: domain::Noun + 'a>(
        &'a self,
        organization: &OrganizationId,
    ) -> impl Iterator<Item = &'a N> {
        let home = Home::Organization(organization.clone());
        let mut records: Vec<_> = self
            .records
            .iter()
            .filter(|((of, _), _)| *of == home)
            .collect();
        // The order of a map is another one in each run.
        records.sort_by_key(|((_, name), _)| name.clone());
        records.into_iter().filter_map(|(_, record)| N::of(record))
    }

    pub(crate) fn account(&self, id: &UserId) -> Option<&User> {
        let name = (Home::People, RecordName::user(id));
        match self.records.get(&name) {
            Some(Record::User(user)) => Some(user),
            _ => None,
        }
    }

    /// The homes that have a noun of this name.
    pub(crate) fn homes_with(&self, name: RecordName) -> impl Iterator<Item = &Home> {
        let homes = self.homes.keys();
        homes.filter(move |home| self.records.contains_key(&((*home).clone(), name.clone())))
    }

    fn accounts_of_email(&self, email: &str) -> EmailAccounts {
        let users = self.records.values().filter_map(|record| match record {
            Record::User(user) => Some(user),
            _ => None,
        });
        let says = |email_of: &Personal| self.texts.get(&email_of.id).is_some_and(|it| it == email);
        let has = |user: &&User| user.confirmed_email().is_some_and(says);
        let claimed = |user: &User| user.claimed_emails().find(|email| says(email)).cloned();
        let mut claims: Vec<_> = users
            .clone()
            .filter_map(|user| {
                let email = claimed(user)?;
                let user = user.clone();
                Some(Claim { user, email })
            })
            .collect();
        claims.sort_by_key(|claim| claim.user.stamp.create_revision);
        EmailAccounts {
            holder: users.clone().find(has).cloned(),
            claims,
        }
    }

    /// A personal text, as it is found.
    pub(crate) fn text_of(&self, personal: &Personal) -> Option<&String> {
        self.texts.get(&personal.id)
    }

    fn text(&self, facts: &mut Facts, id: &PersonalId) {
        if let Some(text) = self.texts.get(id) {
            facts.texts.insert(id.clone(), text.clone());
            facts
                .by_text
                .insert(id.clone(), self.accounts_of_email(text));
            facts
                .by_email
                .insert(text.clone(), self.accounts_of_email(text));
        }
    }

    fn record(&self, facts: &mut Facts, home: Home, name: RecordName) {
        let Some(record) = self.records.get(&(home.clone(), name.clone())) else {
            return;
        };
        if let Record::Invitation(invitation) = record {
            self.text(facts, &invitation.email.id);
        }
        if let Record::ChangeRequest(request) = record {
            self.person_of(facts, request);
        }
        facts.records.insert((home, name), record.clone());
    }

    /// Whom a request to create a user is about.
    fn person_of(&self, facts: &mut Facts, request: &ChangeRequest) {
        let RequestedChange::CreateUser(creation) = &*request.wanted else {
            return;
        };
        for personal in creation.personal() {
            if let Some(text) = self.texts.get(&personal.id) {
                facts.texts.insert(personal.id.clone(), text.clone());
            }
        }
        self.text(facts, &creation.email.id);
        if let Some(email) = self.texts.get(&creation.email.id) {
            self.same_email(facts, email);
        }
    }

    fn same_email(&self, facts: &mut Facts, email: &str) {
        let same = self.texts.iter().filter(|(_, text)| *text == email);
        let same = same.map(|(id, _)| id.clone()).collect();
        facts.same_email.insert(email.to_owned(), same);
    }

    fn organization(&self, facts: &mut Facts, id: &OrganizationId) {
        let state = self.view(id).organization;
        facts.organizations.push((id.clone(), state));
    }

    /// What stands in rows. No mail leaves this world.
    fn gather(&self, wants: Vec<Want>) -> Facts {
        let mut facts = Facts::default();
        for want in wants {
            self.fact(&mut facts, want);
        }
        facts
    }

    fn fact(&self, facts: &mut Facts, want: Want) {
        match want {
            Want::UserByEmail(email) => {
                let email = email.normalized();
                let accounts = self.accounts_of_email(&email);
                facts.by_email.insert(email, accounts);
            }
            Want::UserByText(_, id) | Want::Text(_, id) => self.text(facts, &id),
            Want::User(id) => {
                if let Some(user) = self.account(&id).cloned() {
                    facts.users.insert(id, user);
                }
            }
            Want::Record(home, name) => self.record(facts, home, name),
            Want::SameEmail(_, email) => self.same_email(facts, &email.normalized()),
            Want::SameText(_, id) => {
                if let Some(email) = self.texts.get(&id) {
                    self.same_email(facts, email);
                }
            }
            Want::Memberships(user) => {
                let member = RecordName::member(&user);
                for id in self.homes_with(member).filter_map(Home::organization) {
                    self.organization(facts, id);
                }
            }
            Want::PartnerOf(home, id) => {
                let name = (home, RecordName::partnership(&id));
                if let Some(Record::Partnership(known)) = self.records.get(&name) {
                    self.organization(facts, &known.partner);
                }
            }
            Want::EveryOrganization => {
                for id in self.homes.keys().filter_map(Home::organization) {
                    self.organization(facts, id);
                }
            }
        }
    }
}

/// Of the platform and the people there is none.
fn organization_of(state: State) -> Arc<OrganizationState> {
    match state {
        State::Organization(state) => state,
        State::Platform(_) | State::People(_) => Arc::default(),
    }
}

/// The panel, which may act for everybody.
fn panel() -> Caller {
    Caller::Service {
        account: ServiceAccountId::parse(ACCOUNT).expect("an id"),
        key: KeyId::parse(ACCOUNT).expect("an id"),
    }
}
