//! What a use case is: a pure function from states, facts and a command to a change, or a refusal.

use std::collections::HashMap;
use std::sync::Arc;

use access::{OrganizationState, View};
use domain::{
    Change, Email, EmailAccounts, Home, Moment, Note, OrganizationId, PartnershipId, Personal,
    PersonalId, Record, RecordName, Refusal, ServiceAccountId, User, UserId, Who,
};
use serde::Serialize;

use crate::link::Link;
use crate::links::Links;
use crate::rule::Authority;
use crate::seed::Seed;
use crate::use_case_name::Named;

/// A command that changes something. By its serialized form requests were told apart before they were by their message.
pub trait UseCase: Named + Serialize + Clone + Send + Sync + 'static {
    /// Where the change lands.
    fn home(&self) -> Home;

    /// Whether the home itself may be born by it.
    fn birth(&self) -> bool {
        false
    }

    /// Whether it may also change `users`, in the same commit.
    fn with_people(&self) -> bool {
        false
    }

    /// Whether whom the organization has shut out may do it: leave, refuse, and end for the partner's side (rule 12).
    fn open_to_shut_out(&self) -> bool {
        false
    }

    /// The user whom the request names: people may change what is theirs.
    fn about(&self) -> Option<&UserId> {
        None
    }

    /// Other organizations whose states decide too; its active partners' are at hand anyway.
    fn consults(&self, _view: &View) -> Vec<OrganizationId> {
        Vec::new()
    }

    /// People besides the acting user on whose rights it rests, such as who sent what is accepted.
    fn rests_on(&self, _view: &View) -> Vec<UserId> {
        Vec::new()
    }

    /// Service accounts besides the calling one on whose scopes it rests, such as the one that sent what is accepted.
    fn rests_on_accounts(&self, _view: &View) -> Vec<ServiceAccountId> {
        Vec::new()
    }

    /// Whose change it is: on whose rights it rests, and of whom rule 1 is asked.
    fn author(&self, _view: &View, _facts: &Facts) -> Author {
        Author::Actor
    }

    /// What has to be read before it can decide.
    fn wants(&self, _view: &View) -> Vec<Want> {
        Vec::new()
    }

    /// Refuses who has nothing by which they could ask, before anything is looked up.
    fn must_be_asked_by(&self, _who: &Who) -> Result<(), Refusal> {
        Ok(())
    }

    /// The link by which it is asked. It has to open before anything is read into memory for it.
    fn link(&self) -> Option<Link<'_>> {
        None
    }

    /// What a caller who may not know of the thing hears, where they would hear that something is not found: the same words
    /// whatever is there.
    fn unknown(&self) -> Option<Refusal> {
        None
    }

    /// The rules and the change. Awaits nothing, so it can be run again and previewed.
    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal>;

    /// The changes whose effect a preview shows, where these are not its own: what a proposal or a ticket asks for comes later.
    fn foreseen(&self, _given: &Context<'_>, _plan: &Plan) -> Option<Vec<Change>> {
        None
    }
}

/// Whose change a use case makes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Author {
    /// Of whoever acts.
    Actor,
    /// Of this person, who sent what is accepted or asked for what is applied; of nobody where that is not known.
    Other(Option<UserId>),
}

/// Something that a use case has to read from rows.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Want {
    /// The accounts that have this email: confirmed, or as a claim.
    UserByEmail(Email),
    /// The text behind a personal value, and the accounts that have it as their email.
    UserByText(Home, PersonalId),
    User(UserId),
    /// A noun that memory does not keep: an invitation that was answered, with the user who has its email.
    Record(Home, RecordName),
    /// Personal values of this home that equal an email.
    SameEmail(Home, Email),
    /// The same of the email in this text.
    SameText(Home, PersonalId),
    /// The organizations where this user is a member, with their states.
    Memberships(UserId),
    /// The state of the partner of this partnership, where there is such a partnership.
    PartnerOf(Home, PartnershipId),
    /// Every organization with its state: for changes of the catalog only.
    EveryOrganization,
    /// A personal text.
    Text(Home, PersonalId),
}

/// What was read.
#[derive(Debug, Default)]
pub struct Facts {
    /// By normalized email: who has it confirmed, and who claims it.
    pub by_email: HashMap<String, EmailAccounts>,
    /// The same by the text that holds the email.
    pub by_text: HashMap<PersonalId, EmailAccounts>,
    pub users: HashMap<UserId, User>,
    /// The nouns that memory does not keep.
    pub records: HashMap<(Home, RecordName), Record>,
    /// By normalized email: the personal values that equal it.
    pub same_email: HashMap<String, Vec<PersonalId>>,
    /// Organizations with their states.
    pub organizations: Vec<(OrganizationId, Arc<OrganizationState>)>,
    /// The texts that are not erased.
    pub texts: HashMap<PersonalId, String>,
}

impl Facts {
    /// The user who has this email confirmed ([`Want::UserByEmail`]).
    pub fn user_by_email(&self, email: &Email) -> Option<&User> {
        self.accounts_of_email(email)?.holder.as_ref()
    }

    /// Who has this email confirmed, and who claims it ([`Want::UserByEmail`]).
    pub fn accounts_of_email(&self, email: &Email) -> Option<&EmailAccounts> {
        self.by_email.get(&email.normalized())
    }

    /// The same of the email in this text ([`Want::UserByText`]); none once erased.
    pub fn accounts_of_text(&self, text: &PersonalId) -> Option<&EmailAccounts> {
        self.by_text.get(text)
    }

    /// The user ([`Want::User`]).
    pub fn user(&self, id: &UserId) -> Option<&User> {
        self.users.get(id)
    }

    /// The noun ([`Want::Record`]).
    pub fn record<N: domain::Noun>(&self, home: &Home, name: &RecordName) -> Option<&N> {
        self.records
            .get(&(home.clone(), name.clone()))
            .and_then(N::of)
    }

    /// The personal values that equal the email ([`Want::SameEmail`], [`Want::SameText`]).
    pub fn same_email(&self, email: &Email) -> &[PersonalId] {
        self.same_email
            .get(&email.normalized())
            .map_or(&[], Vec::as_slice)
    }

    /// What [`Want::Memberships`], [`Want::PartnerOf`] or [`Want::EveryOrganization`] asked for.
    pub fn organizations(&self) -> &[(OrganizationId, Arc<OrganizationState>)] {
        &self.organizations
    }

    /// The text ([`Want::Text`], [`Want::UserByText`]); none once erased.
    pub fn text(&self, id: &PersonalId) -> Option<&str> {
        self.texts.get(id).map(String::as_str)
    }
}

/// Everything that a use case may look at.
#[derive(Debug)]
pub struct Context<'a> {
    /// The states, under the lock.
    pub view: &'a View,
    /// What it wanted from rows.
    pub facts: &'a Facts,
    /// In which capacity the call is allowed.
    pub authority: &'a Authority,
    /// The partnerships through which the change is made: without their mandates its author could not make it.
    pub through: &'a [PartnershipId],
    pub who: &'a Who,
    /// The method, for the log.
    pub method: &'a str,
    /// Where its own change lands.
    pub home: &'a Home,
    /// The revision and time of its own change.
    pub moment: Moment,
    /// The revision and time of its change to `users`, where it may make one.
    pub people_moment: Moment,
    /// Ids and secrets, drawn before the first attempt.
    pub seed: &'a Seed,
    /// The secrets of links.
    pub links: &'a Links,
}

impl Context<'_> {
    /// An empty change of its own home.
    pub fn change(&self) -> Change {
        Change::new(self.home.clone(), self.method)
    }

    /// An empty change of people, for use cases that say [`UseCase::with_people`].
    pub fn users_change(&self) -> Change {
        Change::new(Home::People, self.method)
    }

    /// The acting user whose own rights count.
    pub fn actor(&self) -> Option<&UserId> {
        self.authority.user()
    }

    /// The state of the organization that the call is about.
    pub fn organization(&self) -> &OrganizationState {
        &self.view.organization
    }

    /// Puts a text about `subject` beside the change and returns what the change itself may hold.
    pub fn personal(&self, change: &mut Change, subject: Option<&UserId>, text: &str) -> Personal {
        self.seed.personal(change, subject, text, None)
    }

    /// The same for an email, which can be looked up.
    pub fn personal_email(
        &self,
        change: &mut Change,
        subject: Option<&UserId>,
        email: &Email,
    ) -> Personal {
        self.seed
            .personal(change, subject, email.as_str(), Some(email.normalized()))
    }

    /// The same for the note of a change or a grant, where there is one.
    pub fn note(&self, change: &mut Change, note: Option<&Note>) -> Option<Personal> {
        note.map(|note| self.personal(change, None, note.as_str()))
    }
}

/// What a use case decided.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    /// The change of its home; with [`UseCase::with_people`] then at most one of people.
    pub changes: Vec<Change>,
    /// What is shown once and kept nowhere.
    pub secret: Option<String>,
}

impl From<Change> for Plan {
    fn from(change: Change) -> Self {
        Self {
            changes: vec![change],
            ..Self::default()
        }
    }
}
