//! Organizations of any size, made of numbers: the same ones in every run.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::{
    Caller, DisplayName, Grant, GrantId, Kinds, Member, MemberState, Moment, Panel, Period,
    Product, ProductId, ProductType, ProductTypeId, Record, Right, RightId, RightKind, RightNumber,
    Rights, Role, Scope, ScopeEntry, Stamp, Subject, Tag, Timestamp, UserId, Who,
};
use grantor_access::{OrganizationState, PeopleState, PlatformState, View};

const TYPES: u64 = 20;
const TAGS: u64 = 200;
pub(crate) const RIGHTS: [(&str, RightKind); 5] = [
    ("use", RightKind::Usage),
    ("manage", RightKind::Management),
    ("configure", RightKind::Technical),
    ("statistics", RightKind::Statistics),
    ("details", RightKind::Detailed),
];

/// How much there is of everything.
#[derive(Clone, Copy)]
pub(crate) struct Size {
    pub(crate) members: u64,
    pub(crate) products: u64,
    pub(crate) grants: u64,
}

/// A fixed sequence that looks random.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }
}

pub(crate) fn stamp() -> Stamp {
    Stamp::new(Moment {
        revision: 1,
        now: Timestamp(0),
    })
}

pub(crate) fn user(number: u64) -> UserId {
    UserId::parse(&format!("user-{number:06}")).unwrap()
}

pub(crate) fn product_id(number: u64) -> ProductId {
    ProductId::parse(&format!("product-{number:06}")).unwrap()
}

fn type_id(number: u64) -> ProductTypeId {
    ProductTypeId::parse(&format!("type-{number}")).unwrap()
}

fn tag(number: u64) -> Tag {
    Tag::parse(&format!("client-{number}")).unwrap()
}

pub(crate) fn name(text: &str) -> DisplayName {
    DisplayName::parse(text).unwrap()
}

fn number(of: u64, place: u64) -> RightNumber {
    RightNumber(u32::try_from(of * 10 + place).unwrap())
}

fn catalog() -> Vec<Record> {
    let right = |of: u64, (place, (id, kind)): (usize, (&str, RightKind))| Right {
        number: number(of, place as u64),
        id: RightId::parse(id).unwrap(),
        display_name: name(id),
        kind,
        implies: vec![],
        removed: false,
    };
    let product_type = |of: u64| ProductType {
        id: type_id(of),
        display_name: name("type"),
        rights: RIGHTS
            .into_iter()
            .enumerate()
            .map(|it| right(of, it))
            .collect(),
        managing_system: None,
        retired: false,
        stamp: stamp(),
    };
    (0..TYPES)
        .map(product_type)
        .map(Record::ProductType)
        .collect()
}

pub(crate) fn member(number: u64) -> Member {
    Member {
        user: user(number),
        role: Role::Collaborator,
        state: MemberState::Active,
        chosen_panel: Panel::Branded,
        made_through: vec![],
        made_by: None,
        changed_role: None,
        stamp: stamp(),
    }
}

fn people_and_products(size: Size) -> impl Iterator<Item = Record> {
    let product = |number| Product {
        id: product_id(number),
        product_type: type_id(number % TYPES),
        display_name: name("product"),
        tags: vec![tag(number % TAGS)],
        groups: vec![],
        made: None,
        stamp: stamp(),
    };
    let members = (0..size.members).map(member).map(Record::Member);
    members.chain((0..size.products).map(product).map(Record::Product))
}

/// Nine of ten on one product, the tenth on a tag; one right each.
pub(crate) fn grants(size: Size) -> impl Iterator<Item = Record> {
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    (0..size.grants).map(move |id| {
        let product = dice.below(size.products);
        let entry = if dice.below(10) == 0 {
            ScopeEntry::Tag(tag(product % TAGS))
        } else {
            ScopeEntry::Product(product_id(product))
        };
        grant(
            id,
            id % size.members,
            number(product % TYPES, dice.below(5)),
            entry,
        )
    })
}

/// Each on one product, the right to use it.
pub(crate) fn uses(size: Size) -> impl Iterator<Item = Record> {
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    (0..size.grants).map(move |id| {
        let product = dice.below(size.products);
        use_of(id, id % size.members, product)
    })
}

/// The right to use a product.
pub(crate) fn use_of(id: u64, who: u64, product: u64) -> Record {
    let entry = ScopeEntry::Product(product_id(product));
    grant(id, who, number(product % TYPES, 0), entry)
}

/// An id as the server makes them: 26 letters that look random.
fn drawn(number: u64) -> GrantId {
    let mut dice = Dice(number.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15));
    dice.below(2);
    let letters = b"abcdefghijklmnopqrstuvwxyz234567";
    let drawn = (0..26).map(|_| letters[usize::try_from(dice.below(32)).unwrap()]);
    GrantId::parse(&String::from_utf8(drawn.collect()).unwrap()).unwrap()
}

/// Each made by a change of its own, a second after the one before.
fn grant(id: u64, who: u64, right: RightNumber, entry: ScopeEntry) -> Record {
    let moment = Moment {
        revision: id + 1,
        now: Timestamp(1_700_000_000_000_000).plus_seconds(i64::try_from(id).unwrap()),
    };
    Record::Grant(Grant {
        id: drawn(id),
        subject: Subject::Member(user(who)),
        rights: Rights::listed(Kinds::NONE, [right]),
        scope: Scope::listed([entry]),
        scope_revision: moment.revision,
        period: Period::default(),
        note: None,
        granted_by: Who {
            actor: Some(user(0)),
            caller: Caller::CommandLine,
        },
        by_owner: false,
        ties: None,
        stamp: Stamp::new(moment),
    })
}

/// So many people and products, and these grants.
pub(crate) fn organization(
    size: Size,
    grants: impl Iterator<Item = Record>,
) -> Arc<OrganizationState> {
    let records = people_and_products(size).chain(grants);
    Arc::new(OrganizationState::load(1, records))
}

/// The same, ready to be asked.
pub(crate) fn view(size: Size, grants: impl Iterator<Item = Record>) -> View {
    View {
        platform: Arc::new(PlatformState::load(1, catalog())),
        people: Arc::new(PeopleState::load(1, [])),
        organization: organization(size, grants),
        others: BTreeMap::new(),
        narrowed: Default::default(),
        work: Default::default(),
    }
}
