//! Who stops being one of a partner's people is kept, by whatever change: its clients' rules ask for it.

use access::View;
use domain::{Change, Event, FormerPerson, Kind, Moment, Record, Stamp, UserId};

/// Adds to the change whom it makes one of the people no more.
pub(crate) fn keep(before: &View, after: &View, change: &mut Change, moment: Moment) {
    // Who has no entry in the directory is nobody's partner; a proposal comes after the entry.
    if before.organization.partner().is_none() {
        return;
    }
    let stops = |user: &UserId| {
        let was = before.organization.person(user).is_some();
        was && after.organization.person(user).is_none()
    };
    let mut stopped: Vec<_> = members(change).filter(stops).collect();
    stopped.sort_unstable();
    stopped.dedup();
    for user in stopped {
        let earlier = before.organization.former_person(&user);
        let stamp = earlier.map_or_else(
            || Stamp::new(moment),
            |earlier| earlier.stamp.touched(moment),
        );
        change.save(FormerPerson { user, stamp });
    }
}

/// The members that the change saves or removes.
fn members(change: &Change) -> impl Iterator<Item = UserId> {
    change.events.iter().filter_map(|event| match event {
        Event::Saved(Record::Member(member)) => Some(member.user.clone()),
        Event::Removed(name) if name.kind == Kind::Member => UserId::parse(&name.id).ok(),
        Event::Saved(_) | Event::Amended(_) | Event::Removed(_) => None,
    })
}
