//! Long lists as they were right after a change, put together from what the changes before it told.

use std::collections::{HashMap, HashSet};

use domain::{Amendment, Event, Home, Record, RecordName};
use store::{Logged, Reader};

use crate::error::Error;

/// Entries that fill an answer.
const MOST_ENTRIES: usize = 40_000;
/// Entries of one change that leave room in it for what else it did.
const MOST_OF_CHANGE: usize = 4_000;
/// Earlier changes that are read for one answer, how many at a time, and bytes of them.
const MOST_READ: usize = 1_000;
const AT_A_TIME: usize = 32;
const MOST_BYTES: usize = 16 << 20;

/// The lists to put together: as many as there is room for in an answer.
#[derive(Default)]
pub(crate) struct WantedLists<'a> {
    wanted: Vec<Wanted<'a>>,
    nouns: HashMap<(Home, RecordName), usize>,
    told: HashMap<(usize, u64), Telling>,
    entries: usize,
}

/// A noun whose list is to be put together.
struct Wanted<'a> {
    noun: usize,
    home: Home,
    revision: u64,
    /// The revision before it that is to be read next.
    at: u64,
    amendment: &'a mut Amendment,
}

/// What a revision told of a noun.
enum Telling {
    Whole(Record),
    ByEntry(Amendment),
}

impl<'a> WantedLists<'a> {
    /// Those of these changes, the first ones first. A change that has many is left with none.
    pub(crate) fn of(changes: impl IntoIterator<Item = &'a mut Logged>) -> Self {
        let mut all = Self::default();
        for logged in changes {
            let amendments = logged.change.amendments();
            let shown = amendments.filter(|it| it.is_whole() || it.can_be_whole());
            let is_much = shown.map(|it| it.count).sum::<usize>() > MOST_OF_CHANGE;
            for event in &mut logged.change.events {
                if !is_much {
                    all.want(&logged.home, logged.revision, event);
                } else if let Event::Amended(amendment) = event {
                    **amendment = amendment.without_list();
                }
            }
        }
        all
    }

    /// Those of some events of one change, which has nothing else to tell.
    pub(crate) fn of_events(
        home: &Home,
        revision: u64,
        events: impl Iterator<Item = &'a mut Event>,
    ) -> Self {
        let mut all = Self::default();
        for event in events {
            all.want(home, revision, event);
        }
        all
    }

    fn want(&mut self, home: &Home, revision: u64, event: &'a mut Event) {
        let Event::Amended(amendment) = event else {
            return;
        };
        let entries = self.entries + amendment.count;
        if amendment.is_whole() || !amendment.can_be_whole() || entries > MOST_ENTRIES {
            return;
        }
        self.entries = entries;
        let next = self.nouns.len();
        let noun = self.nouns.entry((home.clone(), amendment.name()));
        let noun = *noun.or_insert(next);
        let told = Telling::ByEntry(Amendment::clone(amendment));
        self.told.insert((noun, revision), told);
        self.wanted.push(Wanted {
            noun,
            home: home.clone(),
            revision,
            at: amendment.previous,
            amendment,
        });
    }

    /// Takes in what these changes tell of the nouns.
    fn knows(&mut self, changes: &[Logged]) {
        for logged in changes {
            for event in &logged.change.events {
                let key = (logged.home.clone(), event.name());
                let Some(noun) = self.nouns.get(&key) else {
                    continue;
                };
                let told = match event {
                    Event::Saved(record) => Telling::Whole(record.clone()),
                    Event::Amended(it) if it.is_whole() => Telling::Whole(it.noun.clone()),
                    Event::Amended(it) => Telling::ByEntry(Amendment::clone(it)),
                    Event::Removed(_) => continue,
                };
                self.told.insert((*noun, logged.revision), told);
            }
        }
    }

    /// Makes these lists whole where that takes few earlier changes.
    pub(crate) async fn make_whole(mut self, reader: &Reader) -> Result<(), Error> {
        let mut read = HashSet::new();
        let mut bytes = 0;
        loop {
            let room = MOST_READ.saturating_sub(read.len());
            let missing = self.missing(&read, room.min(AT_A_TIME));
            if missing.is_empty() || bytes > MOST_BYTES {
                break;
            }
            for (home, revisions) in missing {
                let changes = reader.changes_named(&home, &revisions).await?;
                bytes += changes.iter().map(Logged::size).sum::<usize>();
                self.knows(&changes);
                let got: Vec<_> = changes.iter().map(|logged| logged.revision).collect();
                // What did not fit is asked for again; where nothing came there is nothing.
                let got = if got.is_empty() { revisions } else { got };
                read.extend(got.into_iter().map(|revision| (home.clone(), revision)));
            }
        }
        self.put_together();
        Ok(())
    }

    /// The changes to read next, of each noun the one that told it before those that are known.
    fn missing(&mut self, read: &HashSet<(Home, u64)>, room: usize) -> HashMap<Home, Vec<u64>> {
        let mut missing = HashSet::new();
        for wanted in &mut self.wanted {
            while let Some(Telling::ByEntry(told)) = self.told.get(&(wanted.noun, wanted.at))
                && told.previous < wanted.at
            {
                wanted.at = told.previous;
            }
            let place = (wanted.home.clone(), wanted.at);
            let is_known = self.told.contains_key(&(wanted.noun, wanted.at));
            if !is_known && !read.contains(&place) && missing.len() < room {
                missing.insert(place);
            }
        }
        let mut by_home: HashMap<Home, Vec<u64>> = HashMap::new();
        for (home, revision) in missing {
            by_home.entry(home).or_default().push(revision);
        }
        by_home
    }

    fn put_together(mut self) {
        let mut wanted = std::mem::take(&mut self.wanted);
        // Each noun from its first change on, so that the one before is at hand.
        wanted.sort_by_key(|wanted| wanted.revision);
        for Wanted {
            noun, amendment, ..
        } in wanted
        {
            if let Some(before) = self.noun(noun, amendment.previous) {
                amendment.make_whole(before);
            }
        }
    }

    /// The noun as this revision made it. `None` where too much would have to be read.
    fn noun(&mut self, noun: usize, revision: u64) -> Option<&Record> {
        let mut at = revision;
        let mut since = Vec::new();
        while let Telling::ByEntry(told) = self.told.get(&(noun, at))? {
            if told.previous >= at {
                return None;
            }
            at = told.previous;
            since.push(told);
        }
        let Some(Telling::Whole(whole)) = self.told.get(&(noun, at)) else {
            return None;
        };
        if !since.is_empty() {
            let since = since.iter().rev();
            let whole = since.fold(whole.clone(), |before, told| told.of(&before));
            self.told.insert((noun, revision), Telling::Whole(whole));
        }
        match self.told.get(&(noun, revision)) {
            Some(Telling::Whole(whole)) => Some(whole),
            Some(Telling::ByEntry(_)) | None => None,
        }
    }
}
