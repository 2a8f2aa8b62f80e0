//! A change: everything that one call did in one home. Audit, feed, history and rows all come from it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    Amendment, Before, Home, KeyId, MadeThing, Personal, PersonalId, PersonalValue, Record,
    RecordName, ServiceAccountId, UserId,
};

/// Entries of long lists that one change tells whole beside what came and left; of the others later changes do.
const TOLD_WHOLE: usize = 4000;

/// One noun saved or removed. Decisions are made of nouns that are whole; the log amends what has a long list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(
    clippy::large_enum_variant,
    reason = "nearly all events save; boxing them would cost more than it saves"
)]
pub enum Event {
    /// The noun as it is from now on.
    Saved(Record),
    /// The noun as it is from now on, and what became of its long list.
    Amended(Box<Amendment>),
    /// The noun is gone; its id stays taken.
    Removed(RecordName),
}

impl Event {
    /// Which noun.
    pub fn name(&self) -> RecordName {
        match self {
            Self::Saved(record) => record.name(),
            Self::Amended(amendment) => amendment.name(),
            Self::Removed(name) => name.clone(),
        }
    }

    /// The noun as it is from now on; an amended one may be without its long list.
    pub fn noun(&self) -> Option<&Record> {
        match self {
            Self::Saved(record) => Some(record),
            Self::Amended(amendment) => Some(&amendment.noun),
            Self::Removed(_) => None,
        }
    }
}

/// What else the answer told, so that a retry can be answered from the log alone.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// How many products a grant on `all` opened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opened_products: Option<u32>,
    /// The noun the call was about, where that is not the first event.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<RecordName>,
    /// The nouns that were removed, as they were.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub removed: Vec<Record>,
    /// Of a partnership that ended: the members, teams and grants that the partner's staff made and that stay.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub made_by_staff: Vec<RecordName>,
    /// What was made through a partnership and taken back by this change.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub taken_back: Vec<MadeThing>,
    /// Those whom a call about a team put in or took out. Ascending.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub moved: Vec<UserId>,
    /// How much of what was made through it is still there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left_made: Option<u32>,
    /// Organizations left without an acting legal representative.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub without_representative: Vec<String>,
    /// People whom a catalog change gives something or takes something from, and in how many organizations.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reached: Option<[u64; 4]>,
}

/// A mail that leaves with the commit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Mail {
    /// A link to accept or refuse an invitation.
    Invitation {
        /// The invitation.
        id: crate::InvitationId,
    },
    /// A link to accept or refuse a partnership, to one of the partner's contacts.
    Proposal {
        /// The partnership.
        id: crate::PartnershipId,
        /// The partner, whose home has the address.
        partner: crate::OrganizationId,
        /// The contact's address.
        contact: PersonalId,
    },
    /// The mandate or the wallet of a partnership was changed, or it ended: to one of the partner's contacts.
    PartnershipChanged {
        /// The partnership.
        id: crate::PartnershipId,
        /// The partner, whose home has the address.
        partner: crate::OrganizationId,
        /// The contact's address.
        contact: PersonalId,
    },
    /// A link that confirms a new email.
    ConfirmEmail {
        /// Whose.
        user: UserId,
    },
    /// The operator appointed a legal representative (to the others, with the note).
    RepresentativeAppointed {
        /// Who was appointed.
        user: UserId,
        /// To whom.
        to: UserId,
        /// Whether the organization had shut them out until then.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        lifts_shut_out: bool,
    },
    /// The operator made somebody a member who was not asked (to them).
    MadeMember {
        /// Whom.
        user: UserId,
    },
    /// Something happened to a change request (to who opened it).
    ChangeRequest {
        /// Which.
        id: crate::ChangeRequestId,
        /// What.
        news: RequestNews,
    },
}

impl Mail {
    /// Whether it leaves because somebody wants it to, to whatever address they name: it counts and can be refused.
    /// The others tell those whom it concerns, and are never lost.
    pub fn is_wanted(&self) -> bool {
        match self {
            Self::Invitation { .. } | Self::Proposal { .. } | Self::ConfirmEmail { .. } => true,
            Self::PartnershipChanged { .. }
            | Self::RepresentativeAppointed { .. }
            | Self::MadeMember { .. }
            | Self::ChangeRequest { .. } => false,
        }
    }

    /// The seconds that it waits before it leaves, since a newer one may come in its place: an email that is mistyped
    /// is changed again at once.
    pub fn patience(&self) -> i64 {
        match self {
            Self::ConfirmEmail { .. } => 5,
            Self::Invitation { .. }
            | Self::Proposal { .. }
            | Self::PartnershipChanged { .. }
            | Self::RepresentativeAppointed { .. }
            | Self::MadeMember { .. }
            | Self::ChangeRequest { .. } => 0,
        }
    }
}

/// What happened to a change request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum RequestNews {
    /// It was opened.
    Opened,
    /// An operator works on it.
    Started,
    /// The comment of this place in the request's list was added.
    Commented(usize),
    /// It was carried out.
    Applied,
    /// It was rejected.
    Rejected,
    /// It was taken back.
    Cancelled,
}

/// Something whose rights others rest on while they write elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Latch {
    /// A person, in `users`.
    User(UserId),
    /// A service account, in `platform`.
    ServiceAccount(ServiceAccountId),
    /// A key, in `platform`.
    Key(KeyId),
    /// A member, in their organization.
    Member(crate::OrganizationId, UserId),
}

/// Everything that one call does in one home.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// Where.
    pub home: Home,
    /// The RPC or command that did it, such as `GrantService.CreateGrant`.
    pub method: String,
    /// The nouns, in the order in which they are applied.
    pub events: Vec<Event>,
    /// Why, in the caller's words.
    pub note: Option<Personal>,
    /// What else was answered.
    #[serde(default)]
    pub outcome: Outcome,
    /// Values that go into the table of personal values; never part of the payload.
    #[serde(skip)]
    pub personal: Vec<PersonalValue>,
    /// Mails that leave with the commit; never part of the payload.
    #[serde(skip)]
    pub mails: Vec<Mail>,
    /// From whom it takes something: their latches are locked once after the commit.
    #[serde(skip)]
    pub takes_from: Vec<Latch>,
    /// Personal values of this home that turn out to be about this person: erasing them takes these along.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub adopts: Vec<(PersonalId, UserId)>,
    /// Erase every personal value of this person in this home.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub erases: Option<UserId>,
}

impl Change {
    /// A change of `home` that does nothing yet.
    pub fn new(home: Home, method: &str) -> Self {
        Self {
            home,
            method: method.to_owned(),
            events: Vec::new(),
            note: None,
            outcome: Outcome::default(),
            personal: Vec::new(),
            mails: Vec::new(),
            takes_from: Vec::new(),
            adopts: Vec::new(),
            erases: None,
        }
    }

    /// Where the address is that this mail goes to: a home and the text there. None where it goes to a person, at
    /// whatever is theirs when it leaves.
    pub fn address_of<'a>(&'a self, mail: &'a Mail) -> Option<(Home, &'a PersonalId)> {
        let text = match mail {
            Mail::Invitation { id } => self.saved().find_map(|record| match record {
                Record::Invitation(saved) if saved.id == *id => Some(&saved.email.id),
                _ => None,
            })?,
            Mail::ConfirmEmail { user } => self.saved().find_map(|record| match record {
                Record::User(saved) if saved.id == *user => {
                    Some(&saved.pending_email.as_ref()?.email.id)
                }
                _ => None,
            })?,
            Mail::Proposal {
                partner, contact, ..
            }
            | Mail::PartnershipChanged {
                partner, contact, ..
            } => return Some((Home::Organization(partner.clone()), contact)),
            Mail::RepresentativeAppointed { .. }
            | Mail::MadeMember { .. }
            | Mail::ChangeRequest { .. } => return None,
        };
        Some((self.home.clone(), text))
    }

    /// The seconds between this mail and one that says the same: what it tells is read when it leaves, so nobody needs
    /// it twice. An end, which comes once, is told at once.
    pub fn spacing(&self, mail: &Mail) -> Option<i64> {
        let Mail::PartnershipChanged { id, .. } = mail else {
            return None;
        };
        let ends = self.saved().any(|record| match record {
            Record::Partnership(saved) => saved.id == *id && !saved.is_active(),
            _ => false,
        });
        (!ends).then_some(3600)
    }

    /// Adds a noun as it is from now on.
    pub fn save(&mut self, noun: impl Into<Record>) {
        self.events.push(Event::Saved(noun.into()));
    }

    /// Adds the end of a noun.
    pub fn remove(&mut self, name: RecordName) {
        self.events.push(Event::Removed(name));
    }

    /// Adds the end of a noun that the answer shows once more.
    pub fn remove_and_show(&mut self, noun: impl Into<Record>) {
        let record = noun.into();
        self.remove(record.name());
        self.outcome.removed.push(record);
    }

    /// The nouns that it saves; amended ones may be without their long list.
    pub fn saved(&self) -> impl Iterator<Item = &Record> {
        self.events.iter().filter_map(Event::noun)
    }

    /// What became of the long lists of these nouns, and no more.
    pub fn amendments(&self) -> impl Iterator<Item = &Amendment> {
        self.events.iter().filter_map(|event| match event {
            Event::Amended(amendment) => Some(amendment.as_ref()),
            Event::Saved(_) | Event::Removed(_) => None,
        })
    }

    /// The same change as the log tells it: of nouns that were so `before`, what became of their long lists.
    #[must_use]
    pub fn amending(&self, before: &BTreeMap<RecordName, Before>) -> Self {
        if before.is_empty() {
            return self.clone();
        }
        let mut saves: BTreeMap<RecordName, usize> = BTreeMap::new();
        for name in self.saved().map(Record::name) {
            *saves.entry(name).or_default() += 1;
        }
        // What a change saves again it tells whole, so that a revision tells a noun by entry or whole, and not both.
        let once = |name: &RecordName| saves.get(name) == Some(&1);
        let mut room = TOLD_WHOLE;
        let mut amended = |event: &Event| {
            let amendment = match event {
                Event::Saved(after) => before
                    .get(&after.name())
                    .filter(|before| once(&before.record.name()))
                    .and_then(|before| Amendment::between(before, after, room)),
                Event::Removed(_) | Event::Amended(_) => None,
            };
            if let Some(whole) = amendment.as_ref().filter(|it| it.is_whole()) {
                room = room.saturating_sub(whole.count);
            }
            amendment.map_or_else(|| event.clone(), |it| Event::Amended(Box::new(it)))
        };
        Self {
            events: self.events.iter().map(&mut amended).collect(),
            ..self.clone()
        }
    }
}
