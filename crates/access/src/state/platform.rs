//! What is remembered of `platform`: catalog, settings, operators, service accounts and keys.

use std::sync::Arc;

use domain::{
    Areas, Change, Event, Key, KeyId, Kind, Moment, Operator, ProductType, ProductTypeId, Quotas,
    Record, RecordName, Right, RightNumber, ServiceAccount, ServiceAccountId, Settings, Stamp,
    Timestamp, UserId,
};
use imbl::{OrdMap, OrdSet};

use super::nouns::Nouns;
use super::{IndexedRight, IndexedType, Table};

/// What is remembered of `platform`.
#[derive(Debug, Clone, Default)]
pub struct PlatformState {
    pub(super) revision: u64,
    settings: Option<Arc<Settings>>,
    types: Nouns<ProductType>,
    catalog: Table<ProductTypeId, Arc<IndexedType>>,
    numbers: OrdMap<RightNumber, ProductTypeId>,
    operators: OrdSet<Operator>,
    accounts: Nouns<ServiceAccount>,
    keys: Nouns<Key>,
}

impl PlatformState {
    /// The state of these records at `revision`.
    pub fn load(revision: u64, records: impl IntoIterator<Item = Record>) -> Self {
        let mut state = Self {
            revision,
            ..Self::default()
        };
        for record in records {
            state.save(record);
        }
        state
    }

    /// Takes in a change of `platform`.
    pub fn apply(&mut self, revision: u64, change: &Change) {
        self.revision = revision;
        for event in &change.events {
            match event {
                Event::Saved(record) => self.save(record.clone()),
                // Nothing here has a long list.
                Event::Amended(amendment) => self.save(amendment.noun.clone()),
                Event::Removed(name) => self.remove(name),
            }
        }
    }

    /// The last revision applied.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// The settings; where none are stored: no limit, no areas, thirty days.
    pub fn settings(&self) -> Settings {
        self.settings
            .as_ref()
            .map_or_else(unset, |settings| Settings::clone(settings))
    }

    /// The product type of this id.
    pub fn product_type(&self, id: &ProductTypeId) -> Option<&Arc<ProductType>> {
        self.types.get(id)
    }

    /// All product types, ordered by id.
    pub fn product_types(&self) -> impl Iterator<Item = &Arc<ProductType>> {
        self.types.iter()
    }

    /// The right of this number and its type; removed rights too.
    pub fn right(&self, number: RightNumber) -> Option<(&Arc<ProductType>, &Right)> {
        let product_type = self.types.get(self.numbers.get(&number)?)?;
        let mut rights = product_type.rights.iter();
        let right = rights.find(|right| right.number == number)?;
        Some((product_type, right))
    }

    /// The number of the next right that the catalog declares.
    pub fn next_right_number(&self) -> RightNumber {
        let highest = self.numbers.get_max().map_or(0, |(number, _)| number.0);
        RightNumber(highest.saturating_add(1))
    }

    /// Whether this is an operator.
    pub fn is_operator(&self, operator: &Operator) -> bool {
        self.operators.contains(operator)
    }

    /// All operators, in order.
    pub fn operators(&self) -> impl Iterator<Item = &Operator> {
        self.operators.iter()
    }

    /// The service account of this id.
    pub fn service_account(&self, id: &ServiceAccountId) -> Option<&Arc<ServiceAccount>> {
        self.accounts.get(id)
    }

    /// All service accounts, ordered by id.
    pub fn service_accounts(&self) -> impl Iterator<Item = &Arc<ServiceAccount>> {
        self.accounts.iter()
    }

    /// The key of this id.
    pub fn key(&self, id: &KeyId) -> Option<&Arc<Key>> {
        self.keys.get(id)
    }

    /// The keys of a service account, ordered by id.
    pub fn keys_of<'a>(
        &'a self,
        account: &ServiceAccountId,
    ) -> impl Iterator<Item = &'a Arc<Key>> + use<'a> {
        let account = account.clone();
        let keys = self.keys.iter();
        keys.filter(move |key| key.account == account)
    }

    pub(crate) fn indexed_type(&self, id: &ProductTypeId) -> Option<&Arc<IndexedType>> {
        self.catalog.get(id)
    }

    /// The live right of this number and its type.
    pub(crate) fn numbered(&self, number: RightNumber) -> Option<(&IndexedType, &IndexedRight)> {
        let indexed_type = self.catalog.get(self.numbers.get(&number)?)?;
        Some((indexed_type, indexed_type.numbered(number)?))
    }

    /// Every live right of every type.
    pub(crate) fn all_known(&self) -> impl Iterator<Item = &IndexedRight> {
        let types = self.catalog.iter();
        types.flat_map(|(_, indexed_type)| &indexed_type.rights)
    }

    pub(super) fn is_same_as(&self, other: &Self) -> bool {
        self.settings == other.settings
            && self.types == other.types
            && self.numbers == other.numbers
            && self.operators == other.operators
            && self.accounts == other.accounts
            && self.keys == other.keys
    }

    pub(super) fn save(&mut self, record: Record) {
        match record {
            Record::Settings(settings) => self.settings = Some(Arc::new(settings)),
            Record::Operator { operator, .. } => {
                self.operators.insert(operator);
            }
            Record::ProductType(product_type) => self.save_type(Arc::new(product_type)),
            Record::ServiceAccount(account) => {
                self.accounts.insert(Arc::new(account));
            }
            Record::Key(key) => {
                self.keys.insert(Arc::new(key));
            }
            // Of other homes.
            Record::User(_)
            | Record::Organization(_)
            | Record::Member(_)
            | Record::Product(_)
            | Record::ProductGroup(_)
            | Record::Team(_)
            | Record::Partner(_)
            | Record::Partnership(_)
            | Record::ClientAssignment(_)
            | Record::Grant(_)
            | Record::Invitation(_)
            | Record::ChangeRequest(_)
            | Record::FormerPerson(_)
            | Record::ShutOut(_) => {}
        }
    }

    fn save_type(&mut self, product_type: Arc<ProductType>) {
        self.forget_numbers(product_type.id.as_str());
        for right in &product_type.rights {
            self.numbers.insert(right.number, product_type.id.clone());
        }
        let indexed_type = IndexedType::new(Arc::clone(&product_type));
        let id = product_type.id.clone();
        self.catalog.insert(id, Arc::new(indexed_type));
        self.types.insert(product_type);
    }

    fn forget_numbers(&mut self, id: &str) {
        let Some(before) = self.types.named(id) else {
            return;
        };
        for right in &before.rights {
            self.numbers.remove(&right.number);
        }
    }

    fn remove(&mut self, name: &RecordName) {
        let id = name.id.as_str();
        match name.kind {
            Kind::Settings => self.settings = None,
            Kind::Operator => {
                if let Some(operator) = operator_named(id) {
                    self.operators.remove(&operator);
                }
            }
            Kind::ProductType => {
                self.forget_numbers(id);
                if let Some(gone) = self.types.remove(id) {
                    self.catalog.remove(&gone.id);
                }
            }
            Kind::ServiceAccount => {
                self.accounts.remove(id);
            }
            Kind::Key => {
                self.keys.remove(id);
            }
            // Of other homes.
            Kind::User
            | Kind::Organization
            | Kind::Member
            | Kind::Product
            | Kind::ProductGroup
            | Kind::Team
            | Kind::Partner
            | Kind::Partnership
            | Kind::ClientAssignment
            | Kind::Grant
            | Kind::Invitation
            | Kind::ChangeRequest
            | Kind::FormerPerson
            | Kind::ShutOut => {}
        }
    }
}

/// The settings of a platform that has stored none.
fn unset() -> Settings {
    let never = Moment {
        revision: 0,
        now: Timestamp(0),
    };
    Settings {
        administrator_limit: None,
        new_administrator_areas: Areas::default(),
        invitation_life: Settings::DEFAULT_INVITATION_LIFE,
        languages: Settings::installed_languages(),
        white_label: Settings::white_label_unless_set(),
        sign_in_uri: None,
        claims_per_email: Settings::DEFAULT_CLAIMS_PER_EMAIL,
        quotas: Quotas::default(),
        stamp: Stamp::new(never),
    }
}

/// The operator whose record has this id (see `Record::name`).
fn operator_named(id: &str) -> Option<Operator> {
    if let Some(user) = id.strip_prefix("user:") {
        return UserId::parse(user).ok().map(Operator::User);
    }
    let account = id.strip_prefix("account:")?;
    let account = ServiceAccountId::parse(account).ok()?;
    Some(Operator::ServiceAccount(account))
}
