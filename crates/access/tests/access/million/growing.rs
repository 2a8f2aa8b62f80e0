//! A world that grows: its first records are loaded, and then each state takes in change by change.

use std::collections::BTreeMap;
use std::sync::Arc;

use access::View;
use domain::{Assignee, Before, Change, Event, Home, OrganizationId, Record, RecordName};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::strategy::Union;

use super::dice::Dice;
use super::shape::Shape;
use crate::facts::{self, acme};
use crate::naive::Facts;
use crate::partners::{among, home};
use crate::random::{self, facts_of, world};
use crate::random_partners::{self, COMPANIES, companies_of};

/// What each organization holds, by name; with acme stand the catalog and all people.
type Kept = BTreeMap<OrganizationId, BTreeMap<RecordName, Record>>;

/// The world as it was after a change.
pub(crate) struct Revision {
    /// What led here, and in which organization's home; `None` is that it was loaded.
    change: Option<(OrganizationId, Change)>,
    kept: Kept,
    pub(crate) facts: Facts,
    pub(crate) view: View,
}

/// Every revision of a world.
pub(crate) struct World {
    pub(crate) shape: Shape,
    pub(crate) revisions: Vec<Revision>,
}

/// Nouns of acme, the catalog and people; grants come most.
fn noun() -> impl Strategy<Value = Record> {
    prop_oneof![
        2 => random::product_type().prop_map(Record::ProductType),
        6 => random::member().prop_map(Record::Member),
        1 => random::shut_out().prop_map(Record::ShutOut),
        4 => random::product().prop_map(Record::Product),
        3 => random::team().prop_map(Record::Team),
        12 => random::grant().prop_map(Record::Grant),
        1 => random::person().prop_map(Record::User),
        4 => random_partners::partnership().prop_map(Record::Partnership),
    ]
}

/// Saves, and removals of what may or may not be there. A type, once declared, stays.
fn events(of: impl Strategy<Value = Record> + 'static) -> Union<BoxedStrategy<Vec<Event>>> {
    let event = (of, 0..10).prop_map(|(record, ten)| match record {
        Record::ProductType(_) => Event::Saved(record),
        _ if ten < if keeps_out(&record) { 7 } else { 3 } => Event::Removed(record.name()),
        _ => Event::Saved(record),
    });
    let event = event.boxed();
    Union::new([vec(event.clone(), 1..6).boxed(), vec(event, 1..2).boxed()])
}

/// Mostly, what an assignment names is there: a partnership with this partner, and somebody of the partner's.
fn assigned(record: Record, partner: &OrganizationId, kept: &Kept, dice: &mut Dice) -> Record {
    let Record::ClientAssignment(mut assignment) = record else {
        return record;
    };
    let here = kept.get(&acme()).into_iter().flat_map(BTreeMap::values);
    let partnerships: Vec<_> = here
        .filter_map(|record| match record {
            Record::Partnership(known) if known.partner == *partner => Some(&known.id),
            _ => None,
        })
        .collect();
    let there = kept.get(partner).into_iter().flat_map(BTreeMap::values);
    let people: Vec<_> = there
        .filter_map(|record| match record {
            Record::Member(member) => Some(&member.user),
            _ => None,
        })
        .collect();
    if !partnerships.is_empty() && !dice.once_in(5) {
        assignment.partnership = (*dice.one_of(&partnerships)).clone();
    }
    if !people.is_empty() && dice.once_in(2) {
        assignment.assignee = Assignee::Member((*dice.one_of(&people)).clone());
    }
    Record::ClientAssignment(assignment)
}

/// Whether somebody has nothing while this is there.
fn keeps_out(record: &Record) -> bool {
    matches!(record, Record::ShutOut(_) | Record::User(_))
}

impl World {
    /// The world of this seed, with so many changes after the first load.
    pub(crate) fn grown(dice: &mut Dice, changes: usize) -> Self {
        let shape = Shape::drawn(dice);
        let (_, records, mut others) = dice.draw(&world());
        if dice.once_in(10) {
            others.remove(&home(COMPANIES[1]));
        }
        let mut all = others;
        all.insert(acme(), records);
        for (organization, records) in &mut all {
            let more = match *organization == acme() {
                true => dice.draw(&vec(noun(), shape.grants)),
                false => dice.draw(&vec(random_partners::record(), 8)),
            };
            records.extend(more);
            // Of whom is kept out there is nothing more to ask.
            records.retain(|record| !keeps_out(record) || dice.once_in(5));
        }
        let mut kept = Kept::new();
        // Acme first: partners assign people to what acme has entrusted to them.
        for organization in [acme(), home(COMPANIES[0]), home(COMPANIES[1])] {
            let Some(records) = all.remove(&organization) else {
                continue;
            };
            for record in records {
                let record = shape.dressed(record, dice);
                let record = assigned(record, &organization, &kept, dice);
                let held = kept.entry(organization.clone()).or_default();
                held.insert(record.name(), record);
            }
        }
        let first = Revision {
            change: None,
            facts: facts_in(&kept),
            view: loaded(&kept, dice),
            kept,
        };
        let mut world = Self {
            shape,
            revisions: vec![first],
        };
        for _ in 0..changes {
            world.change(dice);
        }
        world
    }

    pub(crate) fn last(&self) -> &Revision {
        &self.revisions[self.revisions.len() - 1]
    }

    fn change(&mut self, dice: &mut Dice) {
        let before = self.last();
        let here = acme();
        let companies: Vec<_> = before.kept.keys().filter(|id| **id != here).collect();
        let at = match dice.once_in(4) {
            true => (*dice.one_of(&companies)).clone(),
            false => here,
        };
        let events = match at == acme() {
            true => dice.draw(&events(noun())),
            false => dice.draw(&events(random_partners::record())),
        };
        let mut change = Change::new(Home::Organization(at.clone()), "test");
        let dressed = events.into_iter().map(|event| match event {
            Event::Saved(record) => {
                let record = self.shape.dressed(record, dice);
                Event::Saved(assigned(record, &at, &before.kept, dice))
            }
            other => self.renamed(other, dice),
        });
        change.events = dressed.collect();
        let mut kept = before.kept.clone();
        let held = kept.entry(at.clone()).or_default();
        let told = change.amending(&as_before(held, dice));
        take_in(held, &change);
        let mut view = before.view.clone();
        apply(&mut view, self.revisions.len() as u64 + 1, &at, &told);
        let next = Revision {
            change: Some((at, told)),
            facts: facts_in(&kept),
            kept,
            view,
        };
        self.revisions.push(next);
    }

    /// Removes a grant that there is, rather than one whose id no grant of this world has.
    fn renamed(&self, event: Event, dice: &mut Dice) -> Event {
        let Event::Removed(name) = &event else {
            return event;
        };
        let held = &self.last().kept[&acme()];
        let alike: Vec<_> = held
            .keys()
            .filter(|other| other.kind == name.kind)
            .collect();
        match (name.kind, alike.is_empty()) {
            (domain::Kind::Grant, false) => Event::Removed((*dice.one_of(&alike)).clone()),
            _ => event,
        }
    }

    /// The same revision, made of the records of an earlier one and the changes since.
    pub(crate) fn folded(&self, earlier: usize, revision: usize, dice: &mut Dice) -> View {
        let mut view = loaded(&self.revisions[earlier].kept, dice);
        for number in earlier + 1..=revision {
            if let Some((at, change)) = &self.revisions[number].change {
                apply(&mut view, number as u64 + 1, at, change);
            }
        }
        view
    }

    /// How many changes told a long list entry by entry.
    pub(crate) fn amendments(&self) -> usize {
        let changes = self.revisions.iter().filter_map(|it| it.change.as_ref());
        changes.map(|(_, change)| change.amendments().count()).sum()
    }
}

/// All there is, and how often its list was told by entry.
fn as_before(held: &BTreeMap<RecordName, Record>, dice: &mut Dice) -> BTreeMap<RecordName, Before> {
    let long = held.iter().filter(|(_, record)| record.has_long_list());
    let before = long.map(|(name, record)| {
        let by_entry = *dice.one_of(&[Some(0), Some(50), None]);
        let record = record.clone();
        (name.clone(), Before { record, by_entry })
    });
    before.collect()
}

fn take_in(held: &mut BTreeMap<RecordName, Record>, change: &Change) {
    for event in &change.events {
        match event {
            Event::Saved(record) => held.insert(record.name(), record.clone()),
            Event::Removed(name) => held.remove(name),
            Event::Amended(_) => unreachable!("these are whole"),
        };
    }
}

/// The states take the change in; each leaves aside what is not its own.
fn apply(view: &mut View, revision: u64, at: &OrganizationId, change: &Change) {
    if let Some(company) = view.others.get_mut(at) {
        return Arc::make_mut(company).apply(revision, change);
    }
    Arc::make_mut(&mut view.platform).apply(revision, change);
    Arc::make_mut(&mut view.people).apply(revision, change);
    Arc::make_mut(&mut view.organization).apply(revision, change);
}

/// The states of these records, in whatever order they come.
fn loaded(kept: &Kept, dice: &mut Dice) -> View {
    let mut all: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for (organization, records) in kept {
        let mut records: Vec<_> = records.values().cloned().collect();
        let begin = dice.below(records.len().max(1));
        records.rotate_left(begin);
        all.insert(organization.clone(), records);
    }
    let here = all.remove(&acme()).unwrap_or_default();
    among(facts::view(here), &all)
}

fn facts_in(kept: &Kept) -> Facts {
    let mut all: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for (organization, records) in kept {
        all.insert(organization.clone(), records.values().cloned().collect());
    }
    let here = all.remove(&acme()).unwrap_or_default();
    Facts {
        companies: companies_of(&all),
        ..facts_of(&here)
    }
}
