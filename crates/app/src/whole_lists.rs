//! Long lists as they were right after a change, put together from what the changes before it told.

use std::collections::{BTreeMap, HashMap};

use domain::{Amendment, Event, Home, Record, RecordName};
use store::{Logged, Reader};

use crate::app::App;
use crate::error::Error;

/// Entries that fill an answer.
const MOST_ENTRIES: usize = 40_000;
/// Entries of one change that leave room in it for what else it did.
const MOST_OF_CHANGE: usize = 4_000;
/// Bytes of earlier changes that are read for one answer.
const MOST_READ: usize = 16 << 20;

/// The lists to put together: as many as there is room for in an answer.
pub(crate) struct WantedLists<'a>(Vec<Wanted<'a>>);

/// A noun whose list is to be put together.
struct Wanted<'a> {
    home: Home,
    revision: u64,
    amendment: &'a mut Amendment,
}

impl<'a> WantedLists<'a> {
    /// Those of these changes, the first ones first; none of a change that has many.
    pub(crate) fn of(changes: impl IntoIterator<Item = &'a mut Logged>) -> Self {
        Self::few(changes.into_iter().flat_map(|logged| {
            let (home, revision) = (logged.home.clone(), logged.revision);
            let events = logged.change.events.iter_mut();
            let wanted = events.filter_map(|event| wanted(&home, revision, event));
            let wanted: Vec<_> = wanted.collect();
            let entries: usize = wanted.iter().map(|it| it.amendment.count).sum();
            wanted
                .into_iter()
                .filter(move |_| entries <= MOST_OF_CHANGE)
        }))
    }

    /// Those of some events of one change, which has nothing else to tell.
    pub(crate) fn of_events(
        home: &Home,
        revision: u64,
        events: impl Iterator<Item = &'a mut Event>,
    ) -> Self {
        Self::few(events.filter_map(|event| wanted(home, revision, event)))
    }

    fn few(all: impl Iterator<Item = Wanted<'a>>) -> Self {
        let mut entries = 0;
        let few = all.take_while(|wanted| {
            entries += wanted.amendment.count;
            entries <= MOST_ENTRIES
        });
        Self(few.collect())
    }
}

fn wanted<'a>(home: &Home, revision: u64, event: &'a mut Event) -> Option<Wanted<'a>> {
    let Event::Amended(amendment) = event else {
        return None;
    };
    let wanted = !amendment.is_whole() && amendment.can_be_whole();
    wanted.then(|| Wanted {
        home: home.clone(),
        revision,
        amendment,
    })
}

/// What was read for it.
struct Log<'a> {
    reader: &'a Reader,
    read: HashMap<(Home, u64), Logged>,
    bytes: usize,
    /// Per noun, the last that was put together, and the revision that made it so.
    last: BTreeMap<(Home, RecordName), (u64, Record)>,
}

impl App {
    /// Makes these lists whole where that takes few earlier changes.
    pub(crate) async fn make_whole(&self, lists: WantedLists<'_>) -> Result<(), Error> {
        let WantedLists(mut wanted) = lists;
        if wanted.is_empty() {
            return Ok(());
        }
        // Each noun from its first change on, so that the one before is at hand.
        wanted.sort_by_key(|wanted| wanted.revision);
        let reader = self.reader().await?;
        let mut log = Log {
            reader: &reader,
            read: HashMap::new(),
            bytes: 0,
            last: BTreeMap::new(),
        };
        for wanted in wanted {
            log.make_whole(wanted).await?;
        }
        Ok(())
    }
}

impl Log<'_> {
    async fn make_whole(&mut self, wanted: Wanted<'_>) -> Result<(), Error> {
        let Wanted {
            home,
            revision,
            amendment,
        } = wanted;
        let name = amendment.name();
        let Some(before) = self.noun(&home, &name, amendment.previous).await? else {
            return Ok(());
        };
        amendment.make_whole(&before);
        let noun = (revision, amendment.noun.clone());
        self.last.insert((home, name), noun);
        Ok(())
    }

    /// The noun as this revision made it. `None` where too much would have to be read.
    async fn noun(
        &mut self,
        home: &Home,
        name: &RecordName,
        revision: u64,
    ) -> Result<Option<Record>, Error> {
        let mut since = Vec::new();
        let mut at = revision;
        let whole = loop {
            let last = self.last.get(&(home.clone(), name.clone()));
            if let Some((_, noun)) = last.filter(|(known, _)| *known == at) {
                break noun.clone();
            }
            match self.told(home, name, at).await? {
                Some(Event::Saved(noun)) => break noun,
                Some(Event::Amended(amendment)) if amendment.is_whole() => break amendment.noun,
                Some(Event::Amended(amendment)) if amendment.previous < at => {
                    at = amendment.previous;
                    since.push(amendment);
                }
                Some(Event::Amended(_) | Event::Removed(_)) | None => return Ok(None),
            }
        };
        let since = since.iter().rev();
        Ok(Some(
            since.fold(whole, |before, amendment| amendment.of(&before)),
        ))
    }

    /// The last that this revision told of the noun.
    async fn told(
        &mut self,
        home: &Home,
        name: &RecordName,
        revision: u64,
    ) -> Result<Option<Event>, Error> {
        let key = (home.clone(), revision);
        if !self.read.contains_key(&key) && self.bytes < MOST_READ {
            let logged = self.reader.change(home, revision).await?;
            self.bytes += logged.as_ref().map_or(0, Logged::size);
            self.read.extend(logged.map(|logged| (key.clone(), logged)));
        }
        let events = self.read.get(&key).map(|logged| &logged.change.events);
        let mut events = events.into_iter().flatten().rev();
        Ok(events.find(|event| event.name() == *name).cloned())
    }
}
