//! Who is there: a client with people, products and a team, a partner with three who collude, and one who knows nothing.

use access::OrganizationState;
use domain::{
    Change, DisplayName, Email, Event, Home, Key, KeyId, Kinds, Locale, Moment, Note,
    OrganizationId, PartnershipId, Period, ProductId, ProductTypeId, Reach, Record, RightId,
    RightKind, Scope, ScopeEntry, ServiceAccount, ServiceAccountId, ServiceScope, ServiceScopeKind,
    Stamp, Subject, Tag, TeamId, UserId,
};

use super::dice::Dice;
use super::judge::Had;
use crate::grant_spec::GrantSpec;
use crate::memory::{ACCOUNT, World};
use crate::named_rights::NamedRights;
use crate::person::Person;
use crate::use_case::UseCase;
use crate::use_cases::catalog::{ApplyCatalog, DeclaredRight, DeclaredType};
use crate::use_cases::edit::Edit;
use crate::use_cases::grant::{CreateGrant, NewGrant};
use crate::use_cases::invitation::{AcceptInvitation, CreateInvitation, Proof};
use crate::use_cases::partner::{EnlistPartner, NewContact, UpdatePartner};
use crate::use_cases::partnership::{
    AcceptProposal, ProposePartnership, TerminatePartnership, Terms,
};
use crate::use_cases::product::{AddProductTags, CreateProduct, NewProduct};
use crate::use_cases::product_group::{AddProductsToGroup, CreateProductGroup};
use crate::use_cases::role_spec::{RoleName, RoleSpec};
use crate::use_cases::team::{AddTeamMembers, CreateTeam};
use crate::use_cases::user::{RegisterUser, Registration};

/// Who is asked about at the end: the partner's people. The last of them does nothing.
pub(super) const PEOPLE: [&str; 4] = ["pia", "pam", "pat", "pete"];
pub(super) const ATTACKERS: [&str; 3] = ["pia", "pam", "pat"];
pub(super) const EVERYBODY: [&str; 7] = ["pia", "pam", "pat", "pete", "quin", "bea", "ann"];
pub(super) const TYPES: [&str; 2] = ["drive", "domain"];
pub(super) const TAGS: [&str; 3] = ["alpha", "beta", "gamma"];
pub(super) const PRODUCTS: usize = 5;

pub(super) struct Cast {
    pub(super) world: World,
    pub(super) client: OrganizationId,
    pub(super) agency: OrganizationId,
    pub(super) partnership: PartnershipId,
}

pub(super) fn user(id: &str) -> UserId {
    UserId::parse(id).expect("an id")
}

pub(super) fn email(id: &str) -> Email {
    Email::parse(&format!("{id}@example.com")).expect("an email")
}

pub(super) fn name(text: &str) -> DisplayName {
    DisplayName::parse(text).expect("a name")
}

pub(super) fn product_type(id: &str) -> ProductTypeId {
    ProductTypeId::parse(id).expect("an id")
}

pub(super) fn tag(id: &str) -> Tag {
    Tag::parse(id).expect("a tag")
}

pub(super) fn product(number: usize) -> ProductId {
    ProductId::parse(&format!("p{number}")).expect("an id")
}

pub(super) fn role(role: RoleName) -> RoleSpec {
    RoleSpec {
        role: Some(role),
        areas: None,
        technical_scope: None,
    }
}

impl Cast {
    /// The world before the partnership: what the client's own people gave stands.
    pub(super) fn new(dice: &mut Dice) -> Self {
        let id = |text| OrganizationId::parse(text).expect("an id");
        let mut cast = Self {
            world: World::new(),
            client: id("client"),
            agency: id("agency"),
            partnership: PartnershipId::parse("mandate").expect("an id"),
        };
        cast.opens_the_platform();
        for person in EVERYBODY {
            cast.registers(person);
        }
        cast.has_products(dice);
        cast.has_people(dice);
        cast
    }

    fn opens_the_platform(&mut self) {
        let stamp = Stamp::new(Moment {
            revision: 1,
            now: self.world.now,
        });
        let account = ServiceAccountId::parse(ACCOUNT).expect("an id");
        let mut change = Change::new(Home::Platform, "Test");
        let records = [
            Record::ServiceAccount(ServiceAccount {
                id: account.clone(),
                display_name: name("Panel"),
                scopes: vec![ServiceScope {
                    kind: ServiceScopeKind::ActForUsers,
                    reach: Reach::All,
                }],
                stamp,
            }),
            Record::Key(Key {
                account,
                id: KeyId::parse(ACCOUNT).expect("an id"),
                digest: String::new(),
                expire_time: None,
                revoke_time: None,
                stamp,
            }),
        ];
        change.events.extend(records.map(Event::Saved));
        self.world.take(&change);
        let types = TYPES.map(declared).to_vec();
        let catalog = ApplyCatalog {
            types,
            allow_gain: true,
            allow_loss: true,
        };
        self.must(None, "ApplyCatalog", &catalog);
    }

    fn registers(&mut self, id: &str) {
        let organization = match id {
            "ann" => self.client.clone(),
            "pia" => self.agency.clone(),
            _ => OrganizationId::parse(&format!("own-{id}")).expect("an id"),
        };
        let registration = Registration {
            user: Some(user(id)),
            person: Person {
                given_name: name(id),
                family_name: None,
                email: email(id),
                login: None,
                position: None,
                locale: Locale::default(),
            },
            email_confirmed: true,
            organization: Some(organization.clone()),
            organization_display_name: None,
        };
        let command = RegisterUser {
            registration,
            organization,
        };
        self.must(None, "RegisterUser", &command);
    }

    fn has_products(&mut self, dice: &mut Dice) {
        let ann = user("ann");
        let client = self.client.clone();
        let group = domain::GroupId::parse("sites").expect("an id");
        let command = CreateProductGroup {
            organization: client.clone(),
            id: Some(group.clone()),
            display_name: name("Sites"),
        };
        self.must(Some(&ann), "CreateProductGroup", &command);
        for number in 0..PRODUCTS {
            let command = CreateProduct {
                organization: client.clone(),
                product: NewProduct {
                    id: Some(product(number)),
                    product_type: product_type(dice.one(&TYPES)),
                    display_name: name("A product"),
                    tags: Vec::new(),
                    groups: Vec::new(),
                },
            };
            self.must(None, "CreateProduct", &command);
            if dice.chance(2) {
                let command = AddProductTags {
                    organization: client.clone(),
                    id: product(number),
                    tags: vec![tag(dice.one(&TAGS))],
                    etag: None,
                };
                self.must(Some(&ann), "AddProductTags", &command);
            }
        }
        let command = AddProductsToGroup {
            organization: client,
            id: group,
            products: vec![product(0)],
            etag: None,
        };
        self.must(Some(&ann), "AddProductsToGroup", &command);
    }

    fn has_people(&mut self, dice: &mut Dice) {
        let (client, agency) = (self.client.clone(), self.agency.clone());
        for colleague in ["pam", "pat", "pete"] {
            self.joins(&agency, "pia", colleague, RoleName::Collaborator);
        }
        self.joins(&client, "ann", "bea", RoleName::Collaborator);
        self.joins(&client, "ann", "pam", RoleName::Collaborator);
        if dice.chance(2) {
            self.joins(&client, "ann", "pat", RoleName::External);
        }
        let crew = TeamId::parse("crew").expect("an id");
        let command = CreateTeam {
            organization: client.clone(),
            id: Some(crew.clone()),
            display_name: name("Crew"),
        };
        self.must(Some(&user("ann")), "CreateTeam", &command);
        if dice.chance(2) {
            let command = AddTeamMembers {
                organization: client.clone(),
                id: crew.clone(),
                members: vec![user("pam")],
                etag: None,
            };
            self.must(Some(&user("ann")), "AddTeamMembers", &command);
        }
        let holders = [
            Subject::Member(user("pam")),
            Subject::Team(crew),
            Subject::Member(user("bea")),
        ];
        for subject in holders {
            self.ann_gives(subject, dice);
        }
        if dice.chance(3) && !self.is_member("pat") {
            let mut offer = self.spec(dice);
            offer.rights = NamedRights::All;
            self.invites(&client, "ann", "pat", RoleName::Collaborator, vec![offer]);
        }
    }

    fn ann_gives(&mut self, subject: Subject, dice: &mut Dice) {
        let command = CreateGrant {
            organization: self.client.clone(),
            grant: NewGrant {
                id: None,
                subject,
                spec: self.spec(dice),
                note: None,
            },
        };
        // A right of another type than the product's cannot be given; then they have none.
        let _ = self.world.ask(Some(&user("ann")), "CreateGrant", &command);
    }

    pub(super) fn is_member(&self, id: &str) -> bool {
        self.here().member(&user(id)).is_some()
    }

    /// The client's state.
    pub(super) fn here(&self) -> std::sync::Arc<OrganizationState> {
        self.world.view(&self.client).organization
    }

    pub(super) fn invites(
        &mut self,
        to: &OrganizationId,
        by: &str,
        whom: &str,
        as_a: RoleName,
        grants: Vec<GrantSpec>,
    ) {
        let command = CreateInvitation {
            organization: to.clone(),
            id: None,
            email: email(whom),
            role: role(as_a),
            panel: None,
            grants,
            teams: Vec::new(),
            locale: None,
            expire_time: None,
            lift_shut_out: false,
        };
        self.must(Some(&user(by)), "CreateInvitation", &command);
    }

    fn joins(&mut self, organization: &OrganizationId, by: &str, whom: &str, as_a: RoleName) {
        self.invites(organization, by, whom, as_a, Vec::new());
        self.accepts_all(whom);
        assert!(
            self.world
                .view(organization)
                .organization
                .member(&user(whom))
                .is_some(),
            "{whom}"
        );
    }

    /// Every open invitation that somebody may accept, they do; whether there was one.
    pub(super) fn accepts_all(&mut self, whom: &str) -> bool {
        let mut any = false;
        for organization in [self.client.clone(), self.agency.clone()] {
            let open: Vec<_> = self
                .world
                .nouns::<domain::Invitation>(&organization)
                .collect();
            let open: Vec<_> = open
                .into_iter()
                .map(|invitation| invitation.id.clone())
                .collect();
            for invitation in open {
                let command = AcceptInvitation {
                    organization: organization.clone(),
                    invitation,
                    proof: Proof::SignedIn,
                    new_user: None,
                };
                // Most are somebody else's, or answered.
                let answer = self
                    .world
                    .ask(Some(&user(whom)), "AcceptInvitation", &command);
                any |= answer.is_ok();
            }
        }
        any
    }

    /// Some rights on something, for some time.
    pub(super) fn spec(&self, dice: &mut Dice) -> GrantSpec {
        let now = self.world.now;
        let day = 86_400;
        let later = |dice: &mut Dice| {
            let days = i64::try_from(dice.roll(300)).expect("small") + 1;
            dice.chance(4).then(|| now.plus_seconds(days * day))
        };
        let (start, end) = (later(dice), later(dice));
        let end = end.filter(|end| start.is_none_or(|start| start < *end));
        GrantSpec {
            rights: some_rights(dice),
            scope: self.scope(dice),
            period: Period { start, end },
            acknowledge_all: true,
        }
    }

    pub(super) fn scope(&self, dice: &mut Dice) -> Scope {
        let group = dice.any(self.world.nouns::<domain::ProductGroup>(&self.client));
        let group = group.map(|group| group.id.clone());
        let entry = match dice.roll(7) {
            0 => return Scope::All,
            1 => ScopeEntry::Type(product_type(dice.one(&TYPES))),
            2 => ScopeEntry::FutureOfType(product_type(dice.one(&TYPES))),
            3 | 4 => ScopeEntry::Tag(tag(dice.one(&TAGS))),
            5 => match group {
                Some(group) => ScopeEntry::Group(group),
                None => ScopeEntry::Product(product(0)),
            },
            _ => ScopeEntry::Product(product(dice.roll(PRODUCTS))),
        };
        Scope::listed([entry])
    }

    /// What the partner's people have before the partnership.
    pub(super) fn had(&self) -> Had {
        Had::of(self)
    }

    /// Ann proposes, pia accepts.
    pub(super) fn begins(&mut self, dice: &mut Dice) {
        let (client, agency) = (self.client.clone(), self.agency.clone());
        let entry = UpdatePartner {
            organization: agency.clone(),
            contacts: Edit::Set(vec![NewContact {
                email: email("pia"),
                locale: Locale::default(),
            }]),
            proposed_name: Edit::Set(Some(name("Agency"))),
            allow_missing: true,
            etag: None,
        };
        self.must(Some(&user("pia")), "UpdatePartner", &entry);
        let listed = EnlistPartner {
            organization: agency.clone(),
            listed_name: name("Agency"),
            etag: None,
        };
        self.must(None, "EnlistPartner", &listed);
        let terms = if dice.chance(4) {
            let mut spec = self.spec(dice);
            spec.rights = NamedRights::All;
            spec.scope = Scope::listed([ScopeEntry::Type(product_type("drive"))]);
            Terms::Limited(vec![spec])
        } else {
            Terms::Full {
                wallet_entrusted: dice.chance(2),
            }
        };
        let proposal = ProposePartnership {
            organization: client.clone(),
            id: Some(self.partnership.clone()),
            partner: agency,
            terms,
            expire_time: None,
        };
        self.must(Some(&user("ann")), "ProposePartnership", &proposal);
        let acceptance = AcceptProposal {
            client,
            partnership: self.partnership.clone(),
            proof: Proof::SignedIn,
        };
        self.must(Some(&user("pia")), "AcceptProposal", &acceptance);
    }

    /// Ann ends it, and takes nothing back.
    pub(super) fn ends(&mut self, dice: &mut Dice) {
        let end = TerminatePartnership {
            client: self.client.clone(),
            id: self.partnership.clone(),
            note: Some(Note::parse("It was nice.").expect("a note")),
            remove_partner_members: dice.chance(2),
            take_back_all: false,
            etag: None,
        };
        // The partner may have ended it before.
        let ended = self
            .world
            .ask(Some(&user("ann")), "TerminatePartnership", &end);
        let active = self.here().active_partnerships().len();
        assert_eq!(active, 0, "{ended:?}");
    }

    /// What a world rests on.
    fn must<U: UseCase>(&mut self, actor: Option<&UserId>, method: &str, command: &U) {
        if let Err(error) = self.world.ask(actor, method, command) {
            panic!("{method} by {actor:?}: {error:?}");
        }
    }
}

fn declared(id: &str) -> DeclaredType {
    let right = |id: &str, kind| DeclaredRight {
        id: RightId::parse(id).expect("an id"),
        display_name: name(id),
        kind,
        implies: Vec::new(),
    };
    DeclaredType {
        id: product_type(id),
        display_name: name(id),
        rights: vec![
            right("use", RightKind::Usage),
            right("manage", RightKind::Management),
        ],
        managing_system: None,
        etag: None,
    }
}

pub(super) fn some_rights(dice: &mut Dice) -> NamedRights {
    match dice.roll(4) {
        0 => NamedRights::All,
        1 => NamedRights::Listed {
            kinds: Kinds::NONE.with(RightKind::Usage),
            rights: Vec::new(),
        },
        2 => NamedRights::Listed {
            kinds: Kinds::NONE.with(RightKind::Management),
            rights: Vec::new(),
        },
        _ => {
            let of = product_type(dice.one(&TYPES));
            let right = RightId::parse(dice.one(&["use", "manage"])).expect("an id");
            NamedRights::Listed {
                kinds: Kinds::NONE,
                rights: vec![(of, right)],
            }
        }
    }
}
