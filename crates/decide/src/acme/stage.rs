//! What stands before anything is tried: a catalog, an operator, services, and people with their organizations.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use access::View;
use domain::{
    Caller, Grant, Home, Key, Member, Noun, Operator, Personal, Reach, Record, RecordName, Rights,
    ServiceAccountId, ServiceScope, ServiceScopeKind, Team, Timestamp, User, Who,
};

use super::actor::{Actor, Answer, Done, Made};
use super::catalog;
use super::make::{display_name, email, organization, team, user, within};
use crate::memory::World;
use crate::named_rights::{NamedRights, right_names};
use crate::rule::Rule;
use crate::use_case::UseCase;
use crate::use_cases::edit::Edit;
use crate::use_cases::invitation::CreateInvitation;
use crate::use_cases::operator::AddOperator;
use crate::use_cases::service_account::{CreateKey, CreateServiceAccount, UpdateServiceAccount};

const EVERYTHING: [&str; 6] = [
    "access.ask",
    "read",
    "users.write",
    "products.write",
    "act.for.users",
    "operator",
];

fn scope(text: &str) -> ServiceScope {
    ServiceScope {
        kind: ServiceScopeKind::parse(text).expect("a scope"),
        reach: Reach::All,
    }
}

impl Actor {
    /// Gives a service these scopes and no others.
    pub(super) fn sets_scopes(&self, id: &str, scopes: &[&str]) -> Answer<Done> {
        let command = UpdateServiceAccount {
            id: ServiceAccountId::parse(id).expect("an id"),
            display_name: Edit::Keep,
            scopes: Edit::Set(scopes.iter().map(|text| scope(text)).collect()),
            etag: None,
        };
        self.does("UpdateServiceAccount", &command)
    }
}

/// A world with a catalog, and the service with every scope.
pub(super) struct Stage {
    pub(super) world: Rc<RefCell<World>>,
    everything: Caller,
}

impl Stage {
    /// With the catalog of [`catalog::types`].
    pub(super) fn new() -> Self {
        let world = Rc::new(RefCell::new(World::new()));
        let mut stage = Self {
            world,
            everything: Caller::CommandLine,
        };
        stage.everything = stage.service("everything", &EVERYTHING).who.caller;
        let account = ServiceAccountId::parse("everything").expect("an id");
        stage.names_operator(Operator::ServiceAccount(account));
        let applied = stage.operator().apply_catalog(catalog::types());
        applied.expect("the catalog applies");
        stage
    }

    fn called_by(&self, caller: Caller) -> Actor {
        let world = Rc::clone(&self.world);
        let actor = None;
        Actor {
            world,
            who: Who { actor, caller },
        }
    }

    fn at_the_command_line<U: UseCase>(&self, command: &U) -> Done {
        let line = self.called_by(Caller::CommandLine);
        let done = line.does_by(&Rule::default(), command);
        done.expect("the command line may")
    }

    /// The operator's own service: every scope, acting for nobody.
    pub(super) fn operator(&self) -> Actor {
        self.called_by(self.everything.clone())
    }

    /// A user speaking through the service with every scope.
    pub(super) fn acting(&self, id: &str) -> Actor {
        self.operator().speaking_for(id)
    }

    /// A service with these scopes, everywhere.
    pub(super) fn service(&self, id: &str, scopes: &[&str]) -> Actor {
        let account = ServiceAccountId::parse(id).expect("an id");
        self.at_the_command_line(&CreateServiceAccount {
            id: Some(account.clone()),
            display_name: display_name(id),
            scopes: scopes.iter().map(|text| scope(text)).collect(),
        });
        let made = self.at_the_command_line(&CreateKey {
            account: account.clone(),
            expire_time: None,
        });
        let key = made.saved::<Key>().id.clone();
        self.called_by(Caller::Service { account, key })
    }

    /// Names an operator, as the command line does.
    pub(super) fn names_operator(&self, operator: Operator) {
        self.at_the_command_line(&AddOperator { operator });
    }

    /// Registers a person with a confirmed email `ID@example.com` and an organization of their own, `ID-own`.
    pub(super) fn user(&self, id: &str) -> Actor {
        self.operator().registers(id).expect("registered");
        self.acting(id)
    }

    /// An organization whose legal representative is a new user.
    pub(super) fn organization(&self, id: &str, legal_representative: &str) -> Actor {
        let representative = self.user(legal_representative);
        let created = self
            .operator()
            .creates_organization(id, legal_representative);
        created.expect("created");
        representative
    }

    /// A new user who is invited by `inviter`, and accepts.
    pub(super) fn member(
        &self,
        organization: &str,
        inviter: &Actor,
        id: &str,
        invitation: CreateInvitation,
    ) -> Actor {
        let person = self.user(id);
        self.joins(organization, inviter, &person, invitation);
        person
    }

    /// An existing user is invited and accepts.
    pub(super) fn joins(
        &self,
        organization: &str,
        inviter: &Actor,
        person: &Actor,
        invitation: CreateInvitation,
    ) {
        let invitation = CreateInvitation {
            email: email(&format!("{}@example.com", person.id())),
            ..invitation
        };
        let open = inviter.invites(organization, invitation).expect("invited");
        person.accepts(&open.name).expect("accepted");
    }

    /// Moves the clock.
    pub(super) fn passes(&self, time: Duration) {
        let seconds = usize::try_from(time.as_secs()).expect("a short time");
        self.world.borrow_mut().later(seconds);
    }

    /// Now plus some seconds.
    pub(super) fn later(&self, seconds: i64) -> Timestamp {
        self.world.borrow().now.plus_seconds(seconds)
    }
}

/// What is there.
impl Stage {
    pub(super) fn view(&self, id: &str) -> View {
        self.world.borrow().view(&organization(id))
    }

    /// The nouns of this sort.
    pub(super) fn all<N: Noun + Clone + Into<Record> + 'static>(&self, id: &str) -> Vec<Made<N>> {
        let id = organization(id);
        let world = self.world.borrow();
        let home = Home::Organization(id.clone());
        let nouns = world.nouns::<N>(&id);
        nouns.map(|noun| Made::of(noun, &home)).collect()
    }

    /// The noun of this name.
    pub(super) fn noun<N: Noun + Clone + Into<Record> + 'static>(&self, name: &str) -> Made<N> {
        let here = within(name).0;
        let mut all = self.all(here.as_str()).into_iter();
        all.find(|one: &Made<N>| one.name == name)
            .expect("it is there")
    }

    pub(super) fn grants(&self, id: &str) -> Vec<Made<Grant>> {
        self.all(id)
    }

    pub(super) fn members(&self, id: &str) -> Vec<Made<Member>> {
        self.all(id)
    }

    pub(super) fn member_of(&self, id: &str, whom: &str) -> Option<Member> {
        let view = self.view(id);
        view.organization
            .member(&user(whom))
            .map(|it| Member::clone(it))
    }

    pub(super) fn account(&self, id: &str) -> User {
        let world = self.world.borrow();
        world.account(&user(id)).expect("the account").clone()
    }

    pub(super) fn team_of(&self, id: &str, named: &str) -> Team {
        let view = self.view(id);
        let found = view.organization.team(&team(named));
        Team::clone(found.expect("the team"))
    }

    /// The organizations of which a user is a member.
    pub(super) fn organizations_of(&self, id: &str) -> Vec<String> {
        let world = self.world.borrow();
        let with = world.homes_with(RecordName::member(&user(id)));
        with.filter_map(|home| home.organization().map(ToString::to_string))
            .collect()
    }

    /// A personal text.
    pub(super) fn text(&self, personal: &Personal) -> String {
        let world = self.world.borrow();
        world.text_of(personal).cloned().unwrap_or_default()
    }

    /// Rights by name.
    pub(super) fn named(&self, rights: &Rights) -> NamedRights {
        let Rights::Listed { kinds, .. } = rights else {
            return NamedRights::All;
        };
        let names = right_names(rights, &self.view("acme").platform);
        let names: Vec<_> = names.iter().map(String::as_str).collect();
        let kinds: Vec<_> = kinds.iter().collect();
        super::make::kinds_and_rights(&kinds, &names)
    }
}
