//! What an EXTERNAL is given is bound to the partnerships that make them a PARTNER, as it ever was; and since what somebody
//! was for a moment counts too, to those of whose people they were one since the proposal.

use access::View;
use domain::{FormerPerson, Record, Role};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::facts::*;
use crate::partners::*;

const PARTNERS: [&str; 3] = ["agency", "bureau", "studio"];

/// What one partner has to do with the client and with eve.
#[derive(Debug, Clone)]
struct Beside {
    /// Eve's role there, and whether she may act.
    role: Option<(Role, bool)>,
    /// At which revision she was one of its people for the last time.
    stopped: Option<u64>,
    /// On which revision of the partner it was proposed.
    proposed: u64,
    active: bool,
}

fn beside() -> impl Strategy<Value = Beside> {
    let role = prop_oneof![
        Just(Role::LegalRepresentative),
        Just(administrator(None)),
        Just(Role::Collaborator),
        Just(Role::External),
    ];
    let role = prop::option::of((role, any::<bool>()));
    let stopped = prop::option::of(1..6_u64);
    (role, stopped, 0..6_u64, any::<bool>()).prop_map(|(role, stopped, proposed, active)| Beside {
        role,
        stopped,
        proposed,
        active,
    })
}

impl Beside {
    fn there(&self) -> Vec<Record> {
        let role = self.role.clone().map(|(role, acts)| {
            let member = if acts {
                member("eve", role)
            } else {
                asleep("eve", role)
            };
            Record::Member(member)
        });
        let former = self.stopped.map(|revision| {
            Record::FormerPerson(FormerPerson {
                user: user("eve"),
                stamp: stamp(revision),
            })
        });
        role.into_iter().chain(former).collect()
    }

    fn at_the_client(&self, place: usize) -> Record {
        let proposed = domain::Partnership {
            partner_revision: self.proposed,
            ..partnership(&format!("m{place}"), PARTNERS[place], FULL)
        };
        Record::Partnership(if self.active {
            proposed
        } else {
            ended(proposed)
        })
    }

    /// Whether eve is still a member there who was one of its people at a moment since the proposal.
    fn was_for_a_moment(&self) -> bool {
        let since = self.stopped.is_some_and(|stopped| stopped > self.proposed);
        self.active && self.role.is_some() && since
    }
}

fn view_of(all: &[Beside]) -> View {
    let partnerships = all
        .iter()
        .enumerate()
        .map(|(place, one)| one.at_the_client(place));
    let eve = Record::Member(member("eve", Role::External));
    let others = all.iter().enumerate();
    let others = others.map(|(place, one)| (home(PARTNERS[place]), one.there()));
    among(view_with(partnerships.chain([eve])), &others.collect())
}

proptest! {
    #[test]
    fn attack_a6_the_same_binds_as_before_and_what_was_for_a_moment(all in vec(beside(), 3)) {
        let view = view_of(&all);
        let mut expected = view.partnerships_making_partner(&user("eve"));
        for (place, one) in all.iter().enumerate() {
            let id = partnership_id(&format!("m{place}"));
            if one.was_for_a_moment() && !expected.contains(&id) {
                expected.push(id);
            }
        }
        expected.sort();
        let mut binding = view.partnerships_binding_external(&user("eve"));
        binding.sort();
        prop_assert_eq!(binding, expected);
    }
}
