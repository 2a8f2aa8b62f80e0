//! Nouns in few words, and the view that they make.

use std::collections::BTreeMap;
use std::sync::Arc;

use access::{Decision, Delegation, OrganizationState, PeopleState, PlatformState, Resource, View};
use domain::{
    Areas, Caller, ChangePolicy, DisplayName, Grant, GrantId, GroupId, Kinds, Locale, Member,
    MemberState, Moment, Organization, OrganizationId, Panel, PartnershipId, Period, Personal,
    PersonalId, Product, ProductGroup, ProductId, ProductType, ProductTypeId, Record, Refusal,
    Right, RightId, RightKind, RightNumber, Rights, Role, Scope, ScopeEntry, ShutOut, Stamp,
    Subject, Tag, Team, TeamId, Timestamp, User, UserId, UserState, Who,
};

pub(crate) fn user(id: &str) -> UserId {
    UserId::parse(id).unwrap()
}

pub(crate) fn product_id(id: &str) -> ProductId {
    ProductId::parse(id).unwrap()
}

pub(crate) fn on(id: &str) -> Resource {
    Resource::Product(product_id(id))
}

pub(crate) fn name(text: &str) -> DisplayName {
    DisplayName::parse(text).unwrap()
}

/// Made at this revision.
pub(crate) fn stamp(revision: u64) -> Stamp {
    Stamp::new(Moment {
        revision,
        now: Timestamp(0),
    })
}

pub(crate) fn member(id: &str, role: Role) -> Member {
    Member {
        user: user(id),
        role,
        state: MemberState::Active,
        chosen_panel: Panel::Branded,
        made_through: vec![],
        made_by: None,
        changed_role: None,
        stamp: stamp(1),
    }
}

pub(crate) fn shut_out(id: &str) -> ShutOut {
    ShutOut {
        user: user(id),
        stamp: stamp(1),
    }
}

pub(crate) fn administrator(technical: Option<Scope>) -> Role {
    Role::Administrator(Areas {
        user_rights: true,
        technical,
        ..Areas::default()
    })
}

pub(crate) fn person(id: &str, state: UserState) -> User {
    User {
        id: user(id),
        given_name: None,
        family_name: None,
        email: None,
        email_confirmed: false,
        pending_email: None,
        login: None,
        position: None,
        locale: Locale::default(),
        state,
        handover: None,
        stamp: stamp(1),
    }
}

/// A product with tags and groups, made at `revision`.
pub(crate) fn product(
    id: &str,
    of_type: &str,
    tags: &[&str],
    groups: &[&str],
    revision: u64,
) -> Product {
    Product {
        id: product_id(id),
        product_type: ProductTypeId::parse(of_type).unwrap(),
        display_name: name(id),
        tags: tags.iter().map(|tag| Tag::parse(tag).unwrap()).collect(),
        groups: groups
            .iter()
            .map(|id| GroupId::parse(id).unwrap())
            .collect(),
        made: None,
        stamp: stamp(revision),
    }
}

pub(crate) fn group(id: &str) -> ProductGroup {
    ProductGroup {
        id: GroupId::parse(id).unwrap(),
        display_name: name(id),
        stamp: stamp(1),
    }
}

pub(crate) fn team(id: &str, members: &[&str]) -> Team {
    Team {
        id: TeamId::parse(id).unwrap(),
        display_name: name(id),
        members: members.iter().map(|id| user(id)).collect(),
        bound: vec![],
        made_through: vec![],
        made_by: None,
        made_places: vec![],
        stamp: stamp(1),
    }
}

pub(crate) fn right(number: u32, id: &str, kind: RightKind, implies: &[u32]) -> Right {
    Right {
        number: RightNumber(number),
        id: RightId::parse(id).unwrap(),
        display_name: name(id),
        kind,
        implies: implies.iter().copied().map(RightNumber).collect(),
        removed: false,
    }
}

pub(crate) fn product_type(id: &str, rights: Vec<Right>) -> ProductType {
    ProductType {
        id: ProductTypeId::parse(id).unwrap(),
        display_name: name(id),
        rights,
        managing_system: None,
        retired: false,
        stamp: stamp(1),
    }
}

pub(crate) fn numbers(numbers: &[u32]) -> Rights {
    Rights::listed(Kinds::NONE, numbers.iter().copied().map(RightNumber))
}

pub(crate) fn kind(kind: RightKind) -> Rights {
    Rights::listed(Kinds::NONE.with(kind), [])
}

/// `all`, or entries such as `product:p`, `group:g`, `tag:t`, `type:t`, `future:t`, separated by spaces.
pub(crate) fn scope(text: &str) -> Scope {
    if text == "all" {
        return Scope::All;
    }
    Scope::listed(text.split_whitespace().map(entry))
}

pub(crate) fn entry(text: &str) -> ScopeEntry {
    let (sort, id) = text.split_once(':').unwrap();
    match sort {
        "product" => ScopeEntry::Product(product_id(id)),
        "group" => ScopeEntry::Group(GroupId::parse(id).unwrap()),
        "tag" => ScopeEntry::Tag(Tag::parse(id).unwrap()),
        "type" => ScopeEntry::Type(ProductTypeId::parse(id).unwrap()),
        "future" => ScopeEntry::FutureOfType(ProductTypeId::parse(id).unwrap()),
        _ => unreachable!("{text}"),
    }
}

pub(crate) fn period(start: Option<i64>, end: Option<i64>) -> Period {
    Period {
        start: start.map(Timestamp),
        end: end.map(Timestamp),
    }
}

/// To a member, to `team:id` or to `partnership:id`; for ever, given at revision 10.
pub(crate) fn grant(id: &str, subject: &str, rights: Rights, on: &str) -> Grant {
    Grant {
        id: GrantId::parse(id).unwrap(),
        subject: match subject.split_once(':') {
            Some(("team", id)) => Subject::Team(TeamId::parse(id).unwrap()),
            Some((_, id)) => Subject::Partnership(PartnershipId::parse(id).unwrap()),
            None => Subject::Member(user(subject)),
        },
        rights,
        scope: scope(on),
        scope_revision: 10,
        period: Period::default(),
        note: None,
        granted_by: Who {
            actor: Some(user("ann")),
            caller: Caller::CommandLine,
        },
        by_owner: false,
        ties: None,
        stamp: stamp(10),
    }
}

/// The organization that tests ask about.
pub(crate) fn acme() -> OrganizationId {
    OrganizationId::parse("acme").unwrap()
}

pub(crate) fn organization(id: &OrganizationId) -> Organization {
    Organization {
        id: id.clone(),
        display_name: Personal {
            id: PersonalId::parse("name").unwrap(),
            digest: String::new(),
        },
        change_policy: ChangePolicy::Direct,
        administrator_limit: None,
        quotas: Default::default(),
        default_panel: Panel::Branded,
        branding: None,
        approved_branding: None,
        stamp: stamp(1),
    }
}

/// Makes the view of these records, whichever home they belong to.
pub(crate) fn view(records: Vec<Record>) -> View {
    View {
        platform: Arc::new(PlatformState::load(1, records.clone())),
        people: Arc::new(PeopleState::load(1, records.clone())),
        organization: Arc::new(OrganizationState::load(1, records)),
        others: BTreeMap::new(),
        narrowed: Default::default(),
        work: Default::default(),
    }
}

/// The catalog and products of most tests: kdrive (use 1 USAGE, manage 2 MANAGEMENT which implies read 3 DETAILED),
/// domain (manage 11 MANAGEMENT, dns 12 TECHNICAL), and ticketing (open 21 USAGE), which Jira manages.
pub(crate) fn catalog() -> Vec<Record> {
    let kdrive = vec![
        right(1, "use", RightKind::Usage, &[]),
        right(2, "manage", RightKind::Management, &[3]),
        right(3, "read", RightKind::Detailed, &[]),
    ];
    let domain = vec![
        right(11, "manage", RightKind::Management, &[]),
        right(12, "dns", RightKind::Technical, &[]),
    ];
    let mut ticketing = product_type("ticketing", vec![right(21, "open", RightKind::Usage, &[])]);
    ticketing.managing_system = Some(name("Jira"));
    vec![
        Record::ProductType(product_type("kdrive", kdrive)),
        Record::ProductType(product_type("domain", domain)),
        Record::ProductType(ticketing),
        Record::Organization(organization(&acme())),
        Record::ProductGroup(group("g")),
        Record::Product(product("drive", "kdrive", &["x"], &["g"], 5)),
        Record::Product(product("drive-new", "kdrive", &[], &[], 15)),
        Record::Product(product("site", "domain", &["x"], &[], 5)),
        Record::Product(product("board", "ticketing", &["x"], &["g"], 5)),
        Record::Member(member("ann", Role::LegalRepresentative)),
        Record::Member(member("bob", Role::Collaborator)),
        Record::Member(member("eve", Role::External)),
    ]
}

/// The catalog with more nouns.
pub(crate) fn view_with(records: impl IntoIterator<Item = Record>) -> View {
    let mut all = catalog();
    all.extend(records);
    view(all)
}

pub(crate) fn gift<'a>(rights: &'a Rights, scope: &'a Scope, period: Period) -> Delegation<'a> {
    Delegation {
        rights,
        scope,
        period,
        scope_revision: 100,
    }
}

/// Asks at time 0.
pub(crate) trait Asks {
    fn decide(&self, who: &str, on: &str, right: &str) -> Decision;
    fn may(&self, who: &str, on: &str, right: &str) -> bool {
        self.decide(who, on, right).allowed
    }
    fn gives(&self, who: &str, rights: &Rights, on: &str) -> Result<(), Refusal>;
}

impl Asks for View {
    fn decide(&self, who: &str, product: &str, right: &str) -> Decision {
        self.check(&user(who), &on(product), &right.into(), Timestamp(0))
            .unwrap()
    }

    fn gives(&self, who: &str, rights: &Rights, on: &str) -> Result<(), Refusal> {
        let scope = scope(on);
        let gift = gift(rights, &scope, Period::default());
        self.may_give(&user(who), &gift, Timestamp(0))
    }
}
