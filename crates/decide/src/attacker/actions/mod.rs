//! What the three try: every method that changes something at the client or at their own house, with what is at hand.

mod giving;
mod people;
mod things;

use domain::{OrganizationId, UserId};

use super::cast::{ATTACKERS, Cast, EVERYBODY, user};
use super::dice::Dice;
use crate::use_case::UseCase;

macro_rules! deeds {
    ($($deed:ident,)*) => {
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub(super) enum Deed { $($deed,)* }

        impl Deed {
            pub(super) const ALL: &[Self] = &[$(Self::$deed,)*];
        }
    };
}

deeds! {
    Accept, AddTag, AddToGroup, AddToTeam, AlterGrant, ApplyRequest, AskForChange, AskForUser,
    Assign, BatchDelete, BatchGive, Deactivate, DeleteGroup, DeleteTeam, FullAccess, Give, Invite,
    Leave, Lift, MakeGroup, MakeTeam, Reactivate, Reassign, Remove, RemoveFromGroup,
    RemoveFromTeam, ReplaceAccess, ReplaceAllAccess, Resend, SetRole, ShutOut, TakeGrant,
    Unassign, Untag, Withdraw,
}

/// One try: who, where, and what is at hand.
struct Try<'a> {
    cast: &'a mut Cast,
    dice: &'a mut Dice,
    actor: UserId,
    /// Mostly the client; else their own house.
    at: OrganizationId,
}

impl Deed {
    /// One of them; what takes away comes seldom, or nothing would be left to keep.
    pub(super) fn any(dice: &mut Dice) -> Self {
        let deed = dice.one(Self::ALL);
        if deed.takes() && !dice.chance(8) {
            return Self::any(dice);
        }
        deed
    }

    fn takes(self) -> bool {
        matches!(
            self,
            Self::BatchDelete
                | Self::Deactivate
                | Self::DeleteGroup
                | Self::DeleteTeam
                | Self::Leave
                | Self::Remove
                | Self::RemoveFromGroup
                | Self::RemoveFromTeam
                | Self::ShutOut
                | Self::TakeGrant
                | Self::Unassign
                | Self::Untag
                | Self::Withdraw
        )
    }

    /// Does it; what was done, in words, or nothing where it was refused or there is nothing to do it to.
    pub(super) fn done(self, cast: &mut Cast, dice: &mut Dice) -> Option<String> {
        let actor = user(dice.one(&ATTACKERS));
        let at = if dice.chance(4) {
            cast.agency.clone()
        } else {
            cast.client.clone()
        };
        let mut attempt = Try {
            cast,
            dice,
            actor,
            at,
        };
        match self {
            Self::Give
            | Self::BatchGive
            | Self::AlterGrant
            | Self::TakeGrant
            | Self::BatchDelete => attempt.grant(self),
            Self::AddToTeam | Self::RemoveFromTeam | Self::MakeTeam | Self::DeleteTeam => {
                attempt.team(self)
            }
            Self::AddTag | Self::Untag => attempt.label(self),
            Self::AddToGroup | Self::RemoveFromGroup | Self::MakeGroup | Self::DeleteGroup => {
                attempt.group(self)
            }
            Self::Invite | Self::Accept | Self::Resend | Self::Withdraw => attempt.invitation(self),
            Self::SetRole
            | Self::Deactivate
            | Self::Reactivate
            | Self::Remove
            | Self::Leave
            | Self::ShutOut
            | Self::Lift => attempt.member(self),
            Self::ReplaceAccess | Self::ReplaceAllAccess | Self::FullAccess => attempt.access(self),
            Self::AskForUser | Self::AskForChange | Self::ApplyRequest => attempt.request(self),
            Self::Assign | Self::Unassign | Self::Reassign => attempt.assignment(self),
        }
    }
}

impl Try<'_> {
    fn by<U: UseCase>(&mut self, method: &str, command: &U) -> Option<String> {
        let actor = self.actor.clone();
        self.cast.world.ask(Some(&actor), method, command).ok()?;
        Some(format!("{actor}: {method} {}", spelled(command)))
    }

    /// Mostly one of themselves.
    fn somebody(&mut self) -> UserId {
        let of: &[&str] = if self.dice.chance(3) {
            &EVERYBODY
        } else {
            &ATTACKERS
        };
        user(self.dice.one(of))
    }

    fn one<N: domain::Noun + Clone + 'static>(&mut self) -> Option<N> {
        let found = self.dice.any(self.cast.world.nouns::<N>(&self.at));
        found.cloned()
    }
}

fn spelled<U: UseCase>(command: &U) -> String {
    serde_json::to_string(command).expect("a command can be written")
}
