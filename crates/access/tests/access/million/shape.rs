//! What a world looks like besides what it says: which moments and revisions, how long its ids and lists.

use domain::{
    Grant, GrantId, Member, PartnerTies, Period, Personal, PersonalId, Product, Record, Role,
    Scope, Stamp, Subject, Team, Timestamp, User, UserState,
};

use super::dice::Dice;
use crate::facts;

/// Lists of so many entries and more are changed entry by entry.
const LONG: usize = domain::WHOLE_LIST + 5;
/// Times are drawn from so many.
const TIMES: i64 = 10;

#[derive(Debug)]
pub(crate) struct Shape {
    /// The moment that stands for time 0, and how far the next is.
    first: i64,
    step: i64,
    /// The revision that stands for revision 0.
    revision: u64,
    /// What stands before the number of a grant's id.
    grant_ids: &'static str,
    /// How many grants there can be.
    pub(crate) grants: usize,
    /// Whether some lists are long.
    has_long_lists: bool,
}

impl Shape {
    pub(crate) fn drawn(dice: &mut Dice) -> Self {
        let times = [
            (0, 1),
            (-5, 1),
            (-20, 7),
            (1_790_000_000_000_000, 86_400_000_000),
            (i64::MAX - 1_000, 90),
            (i64::MIN + 1_000, 1_000_000_007),
        ];
        let (first, step) = *dice.one_of(&times);
        let ids = [
            "n",
            "grant-",
            "a3z7a3z7a3z7a3z7a3z7a3z7",
            "long-long-long-long-long-long-long-long-long-",
        ];
        let has_long_lists = dice.once_in(8);
        // Few, where lists are to change from one state to the next.
        let grants = if has_long_lists {
            4
        } else {
            *dice.one_of(&[14, 14, 30, 90])
        };
        Self {
            first,
            step,
            revision: *dice.one_of(&[0, 100, 1 << 40]),
            grant_ids: ids[dice.below(ids.len())],
            grants,
            has_long_lists,
        }
    }

    fn time(&self, time: Timestamp) -> Timestamp {
        Timestamp(self.first + self.step * time.0)
    }

    /// Each at which something can begin or end, and the last before it.
    pub(crate) fn moments(&self) -> Vec<Timestamp> {
        let at = (0..TIMES).map(|time| self.time(Timestamp(time)));
        let mut moments: Vec<_> = at.flat_map(|at| [Timestamp(at.0 - 1), at]).collect();
        moments.push(Timestamp(moments[moments.len() - 1].0 + 1));
        moments.sort_unstable();
        moments.dedup();
        moments
    }

    /// The same record as it looks in this world.
    pub(crate) fn dressed(&self, record: Record, dice: &mut Dice) -> Record {
        match record {
            Record::Grant(grant) => Record::Grant(self.grant(grant, dice)),
            Record::Product(product) => Record::Product(Product {
                stamp: self.stamp(product.stamp),
                ..product
            }),
            Record::Team(team) if self.is_long(dice) => Record::Team(long_team(team, dice)),
            Record::Member(member) => Record::Member(Member {
                role: self.role(member.role, dice),
                ..member
            }),
            Record::User(person) if dice.once_in(2) => Record::User(User {
                state: UserState::Deactivated,
                ..person
            }),
            other => other,
        }
    }

    fn stamp(&self, stamp: Stamp) -> Stamp {
        let revision = stamp.create_revision + self.revision;
        Stamp {
            create_revision: revision,
            revision,
            ..stamp
        }
    }

    fn grant(&self, grant: Grant, dice: &mut Dice) -> Grant {
        // Two more digits make ids of the length that the server's have.
        let digits = [b'2', b'3', b'4', b'5', b'6', b'7', b'a', b'b', b'y', b'z'];
        let number = dice.below(self.grants);
        let (tens, ones) = (digits[number / 10], digits[number % 10]);
        let id = format!("{}{}{}", self.grant_ids, tens as char, ones as char);
        // A mandate comes to somebody through much else, so that it counts seldom enough.
        let is_mandate = matches!(grant.subject, Subject::Partnership(_));
        let Period { start, end } = match is_mandate && dice.once_in(2) {
            true => Period::default(),
            false => grant.period,
        };
        let scope_revision = grant.scope_revision + self.revision;
        let made = dice.below(9) as u64 + self.revision;
        let note = dice.once_in(3).then(|| Box::new(note(number)));
        let through = dice
            .once_in(4)
            .then(|| crate::partners::partnership_id("m1"));
        Grant {
            id: GrantId::parse(&id).unwrap(),
            ties: PartnerTies::new(grant.bound_to().to_vec(), through.into_iter().collect()),
            scope: self.scope(grant.scope, dice),
            period: Period {
                start: start.map(|at| self.time(at)),
                end: end.map(|at| self.time(at)),
            },
            scope_revision,
            stamp: Stamp {
                revision: made + dice.below(3) as u64,
                ..facts::stamp(made)
            },
            note,
            ..grant
        }
    }

    fn is_long(&self, dice: &mut Dice) -> bool {
        self.has_long_lists && dice.once_in(2)
    }

    /// The same scope, some with many tags that no product has.
    fn scope(&self, scope: Scope, dice: &mut Dice) -> Scope {
        if scope == Scope::All || !self.is_long(dice) {
            return scope;
        }
        let more =
            (0..LONG + dice.below(3)).map(|number| facts::entry(&format!("tag:more-{number}")));
        Scope::listed(scope.entries().iter().cloned().chain(more))
    }

    fn role(&self, role: Role, dice: &mut Dice) -> Role {
        let Role::Administrator(mut areas) = role else {
            return role;
        };
        areas.technical = areas.technical.map(|scope| self.scope(scope, dice));
        Role::Administrator(areas)
    }
}

fn note(number: usize) -> Personal {
    Personal {
        id: PersonalId::parse(&format!("note-{number}")).unwrap(),
        digest: "digest".repeat(number % 4),
    }
}

/// The team with many who are no members.
fn long_team(team: Team, dice: &mut Dice) -> Team {
    let more = (0..LONG + dice.below(3)).map(|number| facts::user(&format!("more-{number}")));
    team.with_all(&more.collect())
}
