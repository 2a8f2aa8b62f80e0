//! Either side ends an active partnership, at any time and at once, with all that belongs to it (S0-18).

use std::collections::BTreeSet;

use access::View;
use domain::{
    Change, Event, Grant, Home, Invitation, InvitationState, Note, OrganizationId,
    OrganizationRight, Partnership, PartnershipId, PartnershipState, Reason, RecordName, Refusal,
    Side, Subject, Team, UserId,
};
use serde::Serialize;

use super::answer::wanted;
use super::take_back::{WhichMade, clients_of_restored, take_back};
use super::{found, partner_of, tell_of_change};
use crate::rule::Standing;
use crate::rules::rule_02::{acts_for, neither_side};
use crate::rules::rule_10::drop_assignments;
use crate::rules::rule_12::remove_member;
use crate::use_case::{Given, Plan, UseCase, Want};
use crate::use_cases::found::{acting_user, must_be_seen};
use crate::use_cases::taking::{remove_grant, taken_from};

/// How many members, teams and grants that stay an answer names, of each; the list of what was made has all.
const MOST_NAMED: usize = 1000;

/// Ends a partnership. Always open (rule 9).
#[derive(Debug, Clone, Serialize)]
pub struct TerminatePartnership {
    /// The client.
    pub client: OrganizationId,
    /// Which.
    pub id: PartnershipId,
    /// Why.
    pub note: Option<Note>,
    /// Whether members who are PARTNER through it alone are removed; for the client only.
    pub remove_partner_members: bool,
    /// Whether what was made through it and stays otherwise is taken back; for the client only.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub take_back_all: bool,
    /// What the caller saw.
    pub etag: Option<String>,
}

impl UseCase for TerminatePartnership {
    fn home(&self) -> Home {
        Home::Organization(self.client.clone())
    }

    fn consults(&self, view: &View) -> Vec<OrganizationId> {
        let mut consulted = partner_of(view, &self.id);
        if self.take_back_all {
            consulted.extend(clients_of_restored(view, &self.id));
        }
        consulted
    }

    fn open_to_shut_out(&self) -> bool {
        true
    }

    fn wants(&self, view: &View) -> Vec<Want> {
        wanted(self.home(), view, &self.id)
    }

    /// To who is of neither side there is none.
    fn unknown(&self) -> Option<Refusal> {
        let name = RecordName::partnership(&self.id);
        Some(Refusal::not_found(name.resource_name(&self.home())))
    }

    fn decide(&self, given: &Given<'_>) -> Result<Plan, Refusal> {
        let partnership = found(given, &self.id)?;
        let by = self.side(given, partnership)?;
        let name = RecordName::partnership(&self.id);
        must_be_seen(given, self.etag.as_deref(), partnership.stamp, &name)?;
        partnership.must_be_active()?;
        let mut change = given.change();
        change.note = given.note(&mut change, self.note.as_ref());
        let at = given.moment.now;
        let ended = Partnership {
            state: PartnershipState::Terminated { at, by },
            stamp: partnership.stamp.touched(given.moment),
            ..partnership.clone()
        };
        tell_of_change(given, &mut change, &ended);
        change.save(ended);
        let ending = Ending {
            id: &self.id,
            leaving: self.leaving(given),
        };
        ending.take_out(given, &mut change);
        if self.take_back_all {
            let of = (&self.client, &self.id);
            take_back(given, of, &WhichMade::All, &mut change)?;
        }
        change.outcome.made_by_staff = ending.made(given, &change);
        Ok(change.into())
    }
}

impl TerminatePartnership {
    /// On whose behalf this person may end it: the client's, or the partner's.
    fn side(&self, given: &Given<'_>, partnership: &Partnership) -> Result<Side, Refusal> {
        let actor = acting_user(given)?;
        let name = RecordName::partnership(&self.id).resource_name(given.home);
        if matches!(given.standing, Standing::User(_)) {
            return Ok(Side::Client);
        }
        if !acts_for(given, actor, &partnership.partner) {
            let view = OrganizationRight::View;
            return Err(if given.view.holds(actor, view, given.moment.now) {
                neither_side(actor, &name)
            } else {
                Refusal::not_found(name)
            });
        }
        if self.remove_partner_members {
            let what = "members are removed";
            return Err(the_clients(what, "remove_partner_members", &name));
        }
        if self.take_back_all {
            let what = "what was made through it is taken back";
            return Err(the_clients(what, "take_back_all", &name));
        }
        Ok(Side::Partner)
    }

    /// The members who are PARTNER through this partnership alone, where they are to be removed.
    fn leaving(&self, given: &Given<'_>) -> BTreeSet<UserId> {
        if !self.remove_partner_members {
            return BTreeSet::new();
        }
        let alone = |user: &UserId| {
            given.view.partnerships_making_partner(user).as_slice()
                == std::slice::from_ref(&self.id)
        };
        let members = given.organization().members();
        members
            .map(|member| &member.user)
            .filter(|user| alone(user))
            .cloned()
            .collect()
    }
}

/// What goes with a partnership.
struct Ending<'a> {
    id: &'a PartnershipId,
    leaving: BTreeSet<UserId>,
}

impl Ending<'_> {
    fn take_out(&self, given: &Given<'_>, change: &mut Change) {
        let grants = given.organization().grants();
        for grant in grants.filter(|grant| self.takes(given, grant)) {
            taken_from(given, change, &grant.subject);
            remove_grant(change, grant);
        }
        for team in given.organization().teams() {
            self.take_from_team(given, change, team);
        }
        for user in &self.leaving {
            taken_from(given, change, &Subject::Member(user.clone()));
            drop_assignments(given, change, &domain::Assignee::Member(user.clone()));
            if let Some(member) = given.organization().member(user) {
                remove_member(given, change, member);
            }
        }
        self.withdraw_invitations(given, change);
    }

    /// Whether it was the last partnership, still active, of those without which something does not count.
    fn was_last_of(&self, given: &Given<'_>, bound_to: &[PartnershipId]) -> bool {
        let goes_on = |other: &PartnershipId| {
            let other = given.organization().partnership(other);
            other.is_some_and(|other| other.is_active() && other.id != *self.id)
        };
        bound_to.contains(self.id) && !bound_to.iter().any(goes_on)
    }

    fn takes(&self, given: &Given<'_>, grant: &Grant) -> bool {
        let of_subject = match &grant.subject {
            Subject::Partnership(id) => id == self.id,
            Subject::Member(user) => self.leaving.contains(user),
            Subject::Team(_) => false,
        };
        of_subject || self.was_last_of(given, grant.bound_to())
    }

    fn take_from_team(&self, given: &Given<'_>, change: &mut Change, team: &Team) {
        let stays = |user: &UserId| {
            !self.leaving.contains(user) && !self.was_last_of(given, team.bound_to(user))
        };
        if team.members.iter().all(stays) {
            return;
        }
        for user in team.members.iter().filter(|user| !stays(user)) {
            taken_from(given, change, &Subject::Member(user.clone()));
        }
        let mut left = team.clone();
        left.members.retain(stays);
        left.bound.retain(|(user, _)| stays(user));
        left.stamp = team.stamp.touched(given.moment);
        change.save(left);
    }

    fn withdraw_invitations(&self, given: &Given<'_>, change: &mut Change) {
        let at = given.moment.now;
        let open = given.organization().open_invitations();
        let sent = open.filter(|open| open.is_open(at) && open.made_through.contains(self.id));
        for invitation in sent {
            change.save(Invitation {
                state: InvitationState::Withdrawn { at },
                stamp: invitation.stamp.touched(given.moment),
                ..invitation.as_ref().clone()
            });
        }
    }

    /// The members, teams and grants that the staff made and that stay, as many of each as an answer names.
    fn made(&self, given: &Given<'_>, change: &Change) -> Vec<RecordName> {
        let organization = given.organization();
        let members = organization
            .members()
            .filter(|member| member.made_through.contains(self.id))
            .map(|member| RecordName::member(&member.user));
        let teams = organization
            .teams()
            .filter(|team| team.made_through.contains(self.id))
            .map(|team| RecordName::team(&team.id));
        let grants = organization
            .grants()
            .filter(|grant| grant.made_through().contains(self.id))
            .map(|grant| RecordName::grant(&grant.id));
        let gone: BTreeSet<_> = change.events.iter().filter_map(removed).collect();
        let stays = |name: &RecordName| !gone.contains(name);
        let members = members.filter(stays).take(MOST_NAMED);
        let teams = teams.filter(stays).take(MOST_NAMED);
        let grants = grants.filter(stays).take(MOST_NAMED);
        members.chain(teams).chain(grants).collect()
    }
}

fn removed(event: &Event) -> Option<&RecordName> {
    match event {
        Event::Removed(name) => Some(name),
        Event::Saved(_) | Event::Amended(_) => None,
    }
}

fn the_clients(what: &str, field: &str, name: &str) -> Refusal {
    Refusal::new(
        Reason::PartnerMayNot,
        format!(
            "Whether {what} is the client's to say. End {name} without {field}; the client can do it afterwards."
        ),
    )
    .about(name)
}
