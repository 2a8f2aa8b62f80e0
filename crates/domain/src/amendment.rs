//! What came into a long list of a noun, and what left it: so that the log holds as much as changes, and not all that is
//! touched. A team of twenty thousand that one member joins is told by that member.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    Areas, ChangeRequest, Comment, Grant, MadeThrough, Member, PartnershipId, Record, RecordName,
    Role, Scope, ScopeEntry, Team, UserId,
};

/// Nouns whose list is no longer than this are always told whole.
pub const WHOLE_LIST: usize = 100;

/// Lists that are no longer than this can be shown whole, so they are told whole again after some changes.
const SHOWN_LIST: usize = 1000;
/// A list of so many entries for each change that told it by entry is told whole again: that costs each change as much as
/// so many entries more at most, and whoever puts a list together reads few changes.
const WHOLE_PER_CHANGE: usize = 16;

/// An entry of a long list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ListEntry {
    /// A member's place in a team.
    Place(TeamPlace),
    /// What a grant covers, or an administrator's TECHNICAL.
    Scope(ScopeEntry),
    /// What somebody said about a change request, and its place among the comments, from 0.
    Comment(usize, Comment),
}

/// A member's place in a team, see [`Team`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TeamPlace {
    /// Whose.
    pub user: UserId,
    /// [`Team::bound`] of this member.
    #[serde(rename = "lent_by", default, skip_serializing_if = "Vec::is_empty")]
    pub bound_to: Vec<PartnershipId>,
    /// [`Team::made_places`] of this member.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub made: Option<MadeThrough>,
}

/// By what an entry is known among the others of its list; in this order they stand there.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Key<'a> {
    Place(&'a UserId),
    Scope(&'a ScopeEntry),
    Comment(usize),
}

impl ListEntry {
    fn key(&self) -> Key<'_> {
        match self {
            Self::Place(place) => Key::Place(&place.user),
            Self::Scope(entry) => Key::Scope(entry),
            Self::Comment(place, _) => Key::Comment(*place),
        }
    }
}

/// A noun that was changed, and what became of its long list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Amendment {
    /// The noun as it is from now on, its list left empty unless it is told whole once more.
    pub noun: Record,
    /// What came into the list, and what in it is not as it was; in the order of the list.
    pub came: Vec<ListEntry>,
    /// What left the list, as it was.
    pub left: Vec<ListEntry>,
    /// How many are in it now.
    pub count: usize,
    /// The revision that told the noun before this one.
    pub previous: u64,
    /// How many changes told the list by entry since it was whole, with this one; 0 if it is whole in `noun`, the most
    /// there is if they were not counted.
    pub by_entry: u32,
}

/// A noun as it was before a change, and how the log told it.
#[derive(Debug, Clone)]
pub struct Before {
    /// The noun, whole.
    pub record: Record,
    /// [`Amendment::by_entry`] of the change that told it, 0 if that told it whole; `None` if that was not looked up.
    pub by_entry: Option<u32>,
}

impl Amendment {
    /// What became of `before`. `None` where `after` is better told whole: its list is short, or most of it changed.
    /// A list that was told by entry often enough is told whole as well, if that takes no more entries than `room`.
    pub fn between(before: &Before, after: &Record, room: usize) -> Option<Self> {
        if !after.has_long_list() {
            return None;
        }
        let Before { record, by_entry } = before;
        let (old, new) = (entries(record)?, entries(after)?);
        let (came, left) = (missing_in(&old, &new), gone_from(&old, &new));
        // One that is not shown whole is told by entry whatever changes, since its readers keep it so.
        if came.len() + left.len() > new.len() / 2 && new.len() <= SHOWN_LIST {
            return None;
        }
        let is_due = by_entry.is_some_and(|told| told >= most_by_entry(new.len()));
        let by_entry = match by_entry {
            Some(_) if is_due && new.len() <= room.min(SHOWN_LIST) => 0,
            Some(told) => told.saturating_add(1),
            None => u32::MAX,
        };
        let amendment = Self {
            count: new.len(),
            by_entry,
            noun: with(after, if by_entry == 0 { new } else { Vec::new() }),
            came,
            left,
            previous: record.stamp().revision,
        };
        // Memory and rows are made of it, so it must tell all.
        (amendment.of(record) == *after).then_some(amendment)
    }

    /// Whether `noun` has its list.
    pub fn is_whole(&self) -> bool {
        self.by_entry == 0
    }

    /// Whether few earlier changes say what its list was, and it can be shown.
    pub fn can_be_whole(&self) -> bool {
        self.by_entry <= most_by_entry(self.count) && self.count <= SHOWN_LIST
    }

    /// The same, with its list, made of what the noun was.
    pub fn make_whole(&mut self, before: &Record) {
        self.noun = self.of(before);
        self.by_entry = 0;
    }

    /// The same, without its list.
    #[must_use]
    pub fn without_list(&self) -> Self {
        Self {
            noun: with(&self.noun, Vec::new()),
            by_entry: self.by_entry.max(1),
            ..self.clone()
        }
    }

    /// The noun whole, made of what it was.
    #[must_use]
    pub fn of(&self, before: &Record) -> Record {
        let mut all = entries(before).unwrap_or_default();
        all.retain(|entry| !has(&self.left, entry) && !has(&self.came, entry));
        all.extend(self.came.iter().cloned());
        // Two runs that are in order already.
        all.sort_by(|one, other| one.key().cmp(&other.key()));
        with(&self.noun, all)
    }

    /// Which noun.
    pub fn name(&self) -> RecordName {
        self.noun.name()
    }
}

impl Record {
    /// Whether it has a list that is longer than what is always told whole.
    pub fn has_long_list(&self) -> bool {
        let length = match self {
            Self::Team(team) => team.members.len(),
            Self::Grant(grant) => grant.scope.entries().len(),
            Self::Member(member) => technical(member).map_or(0, <[_]>::len),
            Self::ChangeRequest(request) => request.comments.len(),
            _ => 0,
        };
        length > WHOLE_LIST
    }
}

/// How many changes in a row tell a list of this length by entry.
fn most_by_entry(length: usize) -> u32 {
    u32::try_from(length / WHOLE_PER_CHANGE).unwrap_or(u32::MAX)
}

/// The entry of this key, in a list that is in the order of keys.
fn find<'a>(entries: &'a [ListEntry], key: &Key<'_>) -> Option<&'a ListEntry> {
    let place = entries
        .binary_search_by(|entry| entry.key().cmp(key))
        .ok()?;
    entries.get(place)
}

fn has(entries: &[ListEntry], entry: &ListEntry) -> bool {
    find(entries, &entry.key()).is_some()
}

/// What is new, or is not as it was.
fn missing_in(old: &[ListEntry], new: &[ListEntry]) -> Vec<ListEntry> {
    let came = new
        .iter()
        .filter(|entry| find(old, &entry.key()) != Some(entry));
    came.cloned().collect()
}

fn gone_from(old: &[ListEntry], new: &[ListEntry]) -> Vec<ListEntry> {
    let left = old.iter().filter(|entry| !has(new, entry));
    left.cloned().collect()
}

/// The long list of a noun, `None` where it has none.
fn entries(record: &Record) -> Option<Vec<ListEntry>> {
    match record {
        Record::Team(team) => Some(places(team)),
        Record::Grant(Grant {
            scope: Scope::Listed(listed),
            ..
        }) => Some(of_scope(listed)),
        Record::Member(member) => technical(member).map(of_scope),
        Record::ChangeRequest(request) => {
            let comments = request.comments.iter().cloned().enumerate();
            Some(
                comments
                    .map(|(place, said)| ListEntry::Comment(place, said))
                    .collect(),
            )
        }
        _ => None,
    }
}

fn places(team: &Team) -> Vec<ListEntry> {
    let made: BTreeMap<_, _> = team
        .made_places
        .iter()
        .map(|(user, made)| (user, made))
        .collect();
    let place = |user: &UserId| TeamPlace {
        user: user.clone(),
        bound_to: team.bound_to(user).to_vec(),
        made: made.get(user).map(|made| MadeThrough::clone(made)),
    };
    team.members
        .iter()
        .map(|user| ListEntry::Place(place(user)))
        .collect()
}

fn of_scope(listed: &[ScopeEntry]) -> Vec<ListEntry> {
    listed.iter().cloned().map(ListEntry::Scope).collect()
}

fn technical(member: &Member) -> Option<&[ScopeEntry]> {
    match member.role.areas()?.technical.as_ref()? {
        Scope::Listed(listed) => Some(listed),
        Scope::All => None,
    }
}

/// The same noun with this list.
fn with(record: &Record, entries: Vec<ListEntry>) -> Record {
    match record {
        Record::Team(team) => with_places(team, entries).into(),
        Record::Grant(grant) => Grant {
            scope: scope(entries),
            ..grant.clone()
        }
        .into(),
        Record::Member(member) => with_technical(member, scope(entries)).into(),
        Record::ChangeRequest(request) => ChangeRequest {
            comments: entries.into_iter().filter_map(comment).collect(),
            ..request.clone()
        }
        .into(),
        other => other.clone(),
    }
}

fn with_places(team: &Team, entries: Vec<ListEntry>) -> Team {
    let mut team = Team {
        members: Vec::with_capacity(entries.len()),
        bound: Vec::new(),
        made_places: Vec::new(),
        id: team.id.clone(),
        display_name: team.display_name.clone(),
        made_through: team.made_through.clone(),
        made_by: team.made_by.clone(),
        stamp: team.stamp,
    };
    for entry in entries {
        let ListEntry::Place(place) = entry else {
            continue;
        };
        if !place.bound_to.is_empty() {
            team.bound.push((place.user.clone(), place.bound_to));
        }
        if let Some(made) = place.made {
            team.made_places.push((place.user.clone(), made));
        }
        team.members.push(place.user);
    }
    team
}

fn with_technical(member: &Member, technical: Scope) -> Member {
    let role = match &member.role {
        Role::Administrator(areas) => Role::Administrator(Areas {
            technical: Some(technical),
            ..areas.clone()
        }),
        other => other.clone(),
    };
    Member {
        role,
        ..member.clone()
    }
}

fn scope(entries: Vec<ListEntry>) -> Scope {
    Scope::Listed(entries.into_iter().filter_map(covered).collect())
}

fn covered(entry: ListEntry) -> Option<ScopeEntry> {
    match entry {
        ListEntry::Scope(entry) => Some(entry),
        ListEntry::Place(_) | ListEntry::Comment(..) => None,
    }
}

fn comment(entry: ListEntry) -> Option<Comment> {
    match entry {
        ListEntry::Comment(_, comment) => Some(comment),
        ListEntry::Place(_) | ListEntry::Scope(_) => None,
    }
}
