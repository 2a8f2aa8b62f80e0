//! Consistency tokens: which revisions were seen. They grant nothing, and only Grantor reads them: they are sealed, since
//! the homes that an answer rests on tell who is whose partner, and their revisions how much happens there.
//!
//! The token of an answer names the platform, the people and the organization. A partner's home is not named where every
//! answer that comes after sees it anyway, so that a token is as short beside a hundred partners as beside none:
//!
//! - The organization's state `requires` it: a change of the organization was decided on that revision, or a later one.
//!   Whoever sees the organization there picks no older one ([`Snapshot::newer_required`]).
//! - It is settled: this instance has had it for longer than [`SETTLED`]. No home is answered from unless a head read,
//!   begun within the bound ([`engine::BOUND`]) before the answer or later, proved it current. What this instance read
//!   more than the bound before it made the token was committed by then, so such a read finds it. How long it has had it
//!   is counted by its monotonic clock from when its read came back, since that never says more than has passed; the time
//!   of a change says nothing, as a COMMIT can be seen long after it.
//!
//! Where more than [`MAX_NAMED`] would be left to name, none is, and the token says instead that partners are to be read
//! anew: a head read begun after the question came finds whatever was seen before.
//!
//! [`engine::BOUND`]: crate::engine::BOUND

mod coding;
mod old;
mod seal;

use std::collections::BTreeMap;
use std::sync::{Arc, Weak};
use std::time::Duration;

use domain::{Home, Reason, Refusal};
use store::Head;

use crate::engine::{Engine, KeptToken, Mark, Snapshot};
use crate::error::Error;

use coding::Names;
pub(crate) use old::{mark, mark_of, parts};
pub(crate) use seal::{Seal, nonce};

/// For how long an instance has to have had a partner's state that its tokens do not name: the bound with much to spare,
/// for clocks that do not run alike.
const SETTLED: Duration = Duration::from_secs(60);

/// The most partners' homes in a token.
const MAX_NAMED: usize = 2;

/// What several tokens saw together: per home the highest revision.
#[derive(Debug, Default)]
pub(crate) struct SeenBefore {
    names: Names,
    /// What tokens of before say that were not sealed: anybody can have written it.
    claimed: BTreeMap<Home, Mark>,
}

impl SeenBefore {
    /// Of the platform, the people, or the organization that is asked about.
    pub(crate) fn of(&self, home: &Home, seal: &Seal) -> Option<Mark> {
        Mark::later(self.names.of(home, seal), self.claimed.get(home).copied())
    }

    /// Of another organization: only what is sealed, since what comes of a claim would tell whether it is a partner.
    pub(crate) fn of_other(&self, home: &Home, seal: &Seal) -> Option<Mark> {
        self.names.of(home, seal)
    }

    /// Whether other organizations than this one are to be read anew.
    pub(crate) fn others_anew(&self, own: &Home) -> bool {
        let mut claimed = self.claimed.keys();
        let beside = |home: &Home| home != own && home.organization().is_some();
        self.names.others_anew || claimed.any(beside)
    }
}

/// Reads tokens of this store; of another store they tell nothing about this one.
pub(crate) fn read(seal: &Seal, tokens: &[String]) -> Result<SeenBefore, Refusal> {
    let mut seen = SeenBefore::default();
    for (index, token) in tokens.iter().enumerate() {
        let field = format!("consistency.at_least_as_fresh.tokens[{index}]");
        let bad = || {
            Refusal::new(
                Reason::ConsistencyTokenInvalid,
                format!("{field} must be a consistency_token as Grantor returned it."),
            )
        };
        if seal::is_sealed(token) {
            let bytes = seal.open(token, bad)?;
            seen.names.read(&bytes).ok_or_else(bad)?;
        } else {
            old::read(seal.store(), token, &mut seen.claimed, bad)?;
        }
    }
    Ok(seen)
}

/// The token of a write: where its homes stood right after it.
pub(crate) fn of_write(seal: &Seal, heads: &[(Home, Head)]) -> Result<String, Error> {
    let mut names = Names::default();
    for (home, head) in heads {
        names.add(home, Mark::of(head), seal);
    }
    seal.seal(names.write())
}

/// The token of the states that an answer is given on.
pub(crate) fn of_answer(
    seal: &Seal,
    engine: &Engine,
    snapshot: &Snapshot,
) -> Result<String, Error> {
    let now = engine.held_clock();
    let keeper = snapshot.keeper();
    if let Some(kept) = &*keeper.token.load()
        && stands(kept, snapshot, now)
    {
        return Ok(kept.text.clone());
    }
    let (names, until) = names(snapshot, seal, now);
    let text = seal.seal(names.write())?;
    keeper.token.store(Some(Arc::new(KeptToken {
        of: snapshot.states().map(Arc::downgrade).collect(),
        until,
        text: text.clone(),
    })));
    Ok(text)
}

fn stands(kept: &KeptToken, snapshot: &Snapshot, now: u64) -> bool {
    let states = snapshot.states().map(Arc::as_ptr);
    now < kept.until && states.eq(kept.of.iter().map(Weak::as_ptr))
}

/// What the token of an answer names, and until when.
fn names(snapshot: &Snapshot, seal: &Seal, now: u64) -> (Names, u64) {
    let mut names = Names::default();
    for (home, head) in snapshot.own_heads() {
        names.add(home, Mark::of(head), seal);
    }
    let settled = u64::try_from(SETTLED.as_micros()).unwrap_or(u64::MAX);
    let mut until = u64::MAX;
    let mut unsettled = Vec::new();
    for (home, other) in &snapshot.others {
        let settles = other.had_since().unwrap_or(now).saturating_add(settled);
        if now < settles && !snapshot.is_required(home, other.head.revision) {
            until = until.min(settles);
            unsettled.push((home, Mark::of(&other.head)));
        }
    }
    if unsettled.len() > MAX_NAMED {
        names.others_anew = true;
    } else {
        for (home, mark) in unsettled {
            names.add(home, mark, seal);
        }
    }
    (names, until)
}

#[cfg(test)]
mod tests {
    use access::State;
    use domain::{OrganizationId, Timestamp};

    use super::*;
    use crate::engine::Published;

    fn organization(id: &str) -> Home {
        Home::Organization(OrganizationId::parse(id).expect("an id"))
    }

    fn head(revision: u64) -> Head {
        Head {
            revision,
            chain: [7; 32],
            at: Timestamp(3),
            format: 2,
        }
    }

    /// A state that rests on these.
    fn published(home: &Home, requires: &[(&str, u64)]) -> Arc<Published> {
        let requires = requires.iter();
        let requires = requires.map(|(id, revision)| (organization(id), *revision));
        Arc::new(Published::new(
            State::empty(home),
            head(9),
            requires.collect(),
        ))
    }

    /// acme rests on these, beside partners that stand at revision 9 and are known since then.
    fn snapshot(requires: &[(&str, u64)], partners: &[(&str, u64)]) -> Snapshot {
        let partner = |(id, since): &(&str, u64)| {
            let home = organization(id);
            let known = published(&home, &[]);
            crate::engine::Cell::new(home.clone()).publish(Arc::clone(&known), *since);
            (home, known)
        };
        let acme = organization("acme");
        Snapshot {
            platform: published(&Home::Platform, &[]),
            people: published(&Home::People, &[]),
            organization: Some((acme.clone(), published(&acme, requires))),
            others: partners.iter().map(partner).collect(),
        }
    }

    fn seal() -> Seal {
        Seal::new("a store", [[1; 32]]).expect("a key")
    }

    const SECOND: u64 = 1_000_000;

    #[test]
    fn a_partner_is_named_while_it_is_news() {
        let partners = [
            ("new", 100 * SECOND),
            ("old", SECOND),
            ("used", 100 * SECOND),
        ];
        let snapshot = snapshot(&[("used", 9), ("new", 8)], &partners);
        let (names, until) = names(&snapshot, &seal(), 101 * SECOND);
        let is_named = |id: &str| names.of(&organization(id), &seal()).is_some();
        assert!(is_named("acme") && is_named("new"));
        assert!(!is_named("old") && !is_named("used"));
        assert!(!names.others_anew);
        assert_eq!(until, 160 * SECOND);
        let (names, until) = super::names(&snapshot, &seal(), until);
        assert!(names.of(&organization("new"), &seal()).is_none());
        assert_eq!(until, u64::MAX);
    }

    #[test]
    fn where_many_are_news_all_are_read_anew() {
        let partners = ["one", "two", "three"].map(|id| (id, SECOND));
        let snapshot = snapshot(&[], &partners);
        let (names, _) = names(&snapshot, &seal(), 2 * SECOND);
        assert!(names.others_anew);
        assert!(names.of(&organization("one"), &seal()).is_none());
        assert!(names.of(&organization("acme"), &seal()).is_some());
    }

    #[test]
    fn a_kept_token_is_that_of_the_same_states() {
        let snapshot = snapshot(&[], &[("new", SECOND)]);
        let kept = KeptToken {
            of: snapshot.states().map(Arc::downgrade).collect(),
            until: 10,
            text: String::new(),
        };
        assert!(stands(&kept, &snapshot, 9) && !stands(&kept, &snapshot, 10));
        let mut changed = snapshot.clone();
        changed.replace(organization("new"), published(&organization("new"), &[]));
        assert!(!stands(&kept, &changed, 9));
        let mut without = snapshot.clone();
        without.others.clear();
        assert!(!stands(&kept, &without, 9));
    }
}
