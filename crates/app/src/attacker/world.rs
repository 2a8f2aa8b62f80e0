//! Homes, rows and texts in memory, and the one way to change them: by a use case.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use access::{State, View};
use domain::{
    Caller, Change, EmailAccounts, Event, Home, KeyId, MailLimits, OrganizationId, PersonalId,
    Record, RecordName, ServiceAccountId, Timestamp, User, UserId, Who,
};
use store::Head;
use tokio::runtime::{Builder, Runtime};

use super::rules::rule;
use crate::call::Call;
use crate::capacity::Capacity;
use crate::decide::Asked;
use crate::draw::Draw;
use crate::engine::{Picked, Published};
use crate::error::Error;
use crate::facts::Rows;
use crate::links::Links;
use crate::pool::{Pool, Way};
use crate::use_case::{Facts, Plan, UseCase, Want};

pub(super) const ACCOUNT: &str = "panel";

/// Everything there is.
#[derive(Clone)]
pub(super) struct World {
    homes: BTreeMap<Home, Arc<Published>>,
    records: HashMap<(Home, RecordName), Record>,
    texts: HashMap<PersonalId, String>,
    links: Arc<Links>,
    pool: Arc<Pool>,
    runtime: Arc<Runtime>,
    pub(super) now: Timestamp,
    calls: u64,
}

impl World {
    pub(super) fn new() -> Self {
        let runtime = Builder::new_current_thread().enable_time().build();
        Self {
            homes: BTreeMap::new(),
            records: HashMap::new(),
            texts: HashMap::new(),
            links: Arc::new(Links::new(b"a key of this test")),
            pool: Arc::new(Pool::new(&Capacity::default())),
            runtime: Arc::new(runtime.expect("a runtime")),
            now: Timestamp(1_800_000_000_000_000),
            calls: 0,
        }
    }

    pub(super) fn later(&mut self, seconds: usize) {
        self.now = self
            .now
            .plus_seconds(i64::try_from(seconds).expect("small"));
    }

    /// Somebody asks for it; nobody is the operator at the command line.
    pub(super) fn ask<U: UseCase>(
        &mut self,
        actor: Option<&UserId>,
        method: &str,
        command: &U,
    ) -> Result<Vec<Change>, Error> {
        self.calls += 1;
        let call = Call {
            who: Who {
                actor: actor.cloned(),
                caller: actor.map_or(Caller::CommandLine, |_| panel()),
            },
            rule: rule(method),
            request_id: None,
            validate_only: false,
            deadline: None,
            place: None,
        };
        let plan = self.decided(&call, command)?;
        for change in &plan.changes {
            self.take(change);
        }
        Ok(plan.changes)
    }

    fn decided<U: UseCase>(&self, call: &Call, command: &U) -> Result<Plan, Error> {
        let mut seed = [0; 32];
        seed[..8].copy_from_slice(&self.calls.to_be_bytes());
        let draw = Draw::new(&seed, &seed);
        let picked = self.picked(&command.home());
        let home = command.home();
        self.runtime.block_on(async {
            let asked = Asked {
                call,
                command,
                draw: &draw,
                links: &self.links,
                picked: &picked,
                now: self.now,
                mail_limits: MailLimits::default(),
                pool: &self.pool,
                place: &self.pool.place(Way::Beside, call, &home).await?,
            };
            asked.decide(self).await
        })
    }

    /// Rows, texts and states follow, as they do in the store and in the engine.
    pub(super) fn take(&mut self, change: &Change) {
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
        let known = self.published(home);
        let revision = known.head.revision + 1;
        let head = Head {
            revision,
            at: self.now,
            ..known.head
        };
        let state = known.state.applied(revision, change);
        let next = Published::new(state, head, BTreeMap::new());
        self.homes.insert(home.clone(), Arc::new(next));
    }

    fn published(&self, home: &Home) -> Arc<Published> {
        self.homes.get(home).cloned().unwrap_or_else(|| {
            let (state, head) = (State::empty(home), Head::default());
            Arc::new(Published::new(state, head, BTreeMap::new()))
        })
    }

    fn picked(&self, home: &Home) -> Picked {
        let own = home
            .organization()
            .map(|_| (home.clone(), self.published(home)));
        let others = self
            .homes
            .iter()
            .filter(|(other, _)| other.organization().is_some());
        Picked {
            platform: self.published(&Home::Platform),
            users: self.published(&Home::Users),
            organization: own,
            others: others
                .filter(|(other, _)| *other != home)
                .map(|(home, published)| (home.clone(), Arc::clone(published)))
                .collect(),
        }
    }

    /// The states as a question about this organization sees them.
    pub(super) fn view(&self, organization: &OrganizationId) -> View {
        self.picked(&Home::Organization(organization.clone()))
            .view()
    }

    /// The nouns of an organization.
    pub(super) fn nouns<'a, N: domain::Noun + 'a>(
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

    fn accounts_of_email(&self, email: &str) -> EmailAccounts {
        let users = self.records.values().filter_map(|record| match record {
            Record::User(user) => Some(user),
            _ => None,
        });
        let has = |user: &&User| {
            let text = user
                .email
                .as_ref()
                .and_then(|email| self.texts.get(&email.id));
            user.email_confirmed && text.is_some_and(|text| text == email)
        };
        EmailAccounts {
            holder: users.clone().find(has).cloned(),
            claims: Vec::new(),
        }
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
        facts.records.insert((home, name), record.clone());
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

    fn fact(&self, facts: &mut Facts, want: Want) {
        match want {
            Want::UserByEmail(email) => {
                let email = email.normalized();
                let accounts = self.accounts_of_email(&email);
                facts.by_email.insert(email, accounts);
            }
            Want::UserByText(_, id) | Want::Text(_, id) => self.text(facts, &id),
            Want::User(id) => {
                let name = (Home::Users, RecordName::user(&id));
                if let Some(Record::User(user)) = self.records.get(&name) {
                    facts.users.insert(id, user.clone());
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
                for home in self.homes.keys() {
                    let member = (home.clone(), RecordName::member(&user));
                    if let Some(id) = home.organization()
                        && self.records.contains_key(&member)
                    {
                        self.organization(facts, id);
                    }
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

impl Rows for World {
    async fn gather(&self, wants: Vec<Want>) -> Result<Facts, Error> {
        let mut facts = Facts::default();
        for want in wants {
            self.fact(&mut facts, want);
        }
        Ok(facts)
    }

    /// No mail leaves this world.
    async fn must_be_few(
        &self,
        _limits: MailLimits,
        _who: &Who,
        _changes: &mut [Change],
        _now: Timestamp,
    ) -> Result<(), Error> {
        Ok(())
    }
}

/// The panel, which may act for everybody.
fn panel() -> Caller {
    Caller::Service {
        account: ServiceAccountId::parse(ACCOUNT).expect("an id"),
        key: KeyId::parse(ACCOUNT).expect("an id"),
    }
}
