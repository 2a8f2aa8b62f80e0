//! Sentences about what was made through a partnership: what there is of it, and what the client has taken back.

use domain::{MadeThing, PartnershipId};

use super::actor::{Actor, Answer, Done};
use super::make::within;
use super::stage::Stage;
use crate::use_cases::partnership::{TakeBackMadeThings, TerminatePartnership, WhichMade};

/// Things of acme.
pub(super) mod thing {
    use domain::{GrantId, MadeThing};

    use super::super::make::{self, group_id, product, tag_id, user, within};

    pub(in super::super) fn member(id: &str) -> MadeThing {
        MadeThing::Member(user(id))
    }

    pub(in super::super) fn role(id: &str) -> MadeThing {
        MadeThing::Role(user(id))
    }

    pub(in super::super) fn team(id: &str) -> MadeThing {
        MadeThing::Team(make::team(id))
    }

    pub(in super::super) fn place(team: &str, id: &str) -> MadeThing {
        MadeThing::TeamPlace(make::team(team), user(id))
    }

    pub(in super::super) fn grant(name: &str) -> MadeThing {
        MadeThing::Grant(GrantId::parse(within(name).1).expect("an id"))
    }

    pub(in super::super) fn tag(name: &str, tag: &str) -> MadeThing {
        MadeThing::Tag(product(name), tag_id(tag))
    }

    pub(in super::super) fn entry(group: &str, name: &str) -> MadeThing {
        MadeThing::GroupEntry(product(name), group_id(group))
    }
}

fn partnership_id(name: &str) -> PartnershipId {
    PartnershipId::parse(within(name).1).expect("an id")
}

impl Stage {
    /// All that was made through a partnership and is there, and who made it.
    pub(super) fn made(&self, partnership: &str) -> Vec<access::Made> {
        let here = self.view(within(partnership).0.as_str()).organization;
        let id = partnership_id(partnership);
        here.made_through(&id, None).collect()
    }
}

impl Actor {
    fn takes(&self, partnership: &str, which: WhichMade) -> Answer<Done> {
        let command = TakeBackMadeThings {
            organization: within(partnership).0,
            id: partnership_id(partnership),
            which,
            note: None,
        };
        self.does("TakeBackMadeThings", &command)
    }

    /// Takes these things back.
    pub(super) fn takes_back(&self, partnership: &str, things: Vec<MadeThing>) -> Answer<Done> {
        self.takes(partnership, WhichMade::Named(things.into_iter().collect()))
    }

    /// Takes all of it back, as much as one call does.
    pub(super) fn takes_all_back(&self, partnership: &str) -> Answer<Done> {
        self.takes(partnership, WhichMade::All)
    }

    /// Ends a partnership, and takes back what was made through it.
    pub(super) fn ends_taking_back(&self, partnership: &str) -> Answer<Done> {
        let command = TerminatePartnership {
            client: within(partnership).0,
            id: partnership_id(partnership),
            note: None,
            remove_partner_members: false,
            take_back_all: true,
            etag: None,
        };
        self.does("TerminatePartnership", &command)
    }
}
