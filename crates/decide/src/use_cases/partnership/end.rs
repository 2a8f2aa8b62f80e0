//! Either side ends an active partnership, at any time and at once, with all that belongs to it (S0-18).

use std::collections::BTreeSet;

use access::View;
use domain::{
    Change, Event, Grant, Home, Note, OrganizationId, OrganizationRight, Partnership,
    PartnershipId, Reason, RecordName, Refusal, Side, Subject, Team, UserId,
};
use serde::Serialize;

use super::answer::wanted;
use super::take_back::{WhichMade, clients_of_restored, take_back};
use super::{existing, partner_of};
use crate::partner_contacts::tell_of_change;
use crate::preconditions::{acting_user, must_be_seen};
use crate::rule::Authority;
use crate::rules::rule_02::{acts_for, neither_side};
use crate::rules::rule_10::drop_assignments;
use crate::rules::rule_12::remove_member;
use crate::taking::{remove_grant, taken_from};
use crate::use_case::{Context, Plan, UseCase, Want};

/// How many members, teams and grants that stay an answer names, of each; the list of what was made has all.
const MOST_NAMED: usize = 1000;

/// Ends a partnership. Always open (rule 9).
#[derive(Debug, Clone, Serialize)]
pub struct TerminatePartnership {
    pub client: OrganizationId,
    pub id: PartnershipId,
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

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        let partnership = existing(context, &self.id)?;
        let by = self.side(context, partnership)?;
        let name = RecordName::partnership(&self.id);
        must_be_seen(context, self.etag.as_deref(), partnership.stamp, &name)?;
        let mut change = context.change();
        change.note = context.note(&mut change, self.note.as_ref());
        let ended = partnership.terminate(by, context.moment)?;
        tell_of_change(context, &mut change, &ended);
        change.save(ended);
        let ending = Ending {
            id: &self.id,
            leaving: self.leaving(context),
        };
        ending.take_out(context, &mut change);
        if self.take_back_all {
            let of = (&self.client, &self.id);
            take_back(context, of, &WhichMade::All, &mut change)?;
        }
        change.outcome.made_by_staff = ending.made(context, &change);
        Ok(change.into())
    }
}

impl TerminatePartnership {
    /// On whose behalf this person may end it: the client's, or the partner's.
    fn side(&self, context: &Context<'_>, partnership: &Partnership) -> Result<Side, Refusal> {
        let actor = acting_user(context)?;
        let name = RecordName::partnership(&self.id).resource_name(context.home);
        if matches!(context.authority, Authority::User(_)) {
            return Ok(Side::Client);
        }
        if !acts_for(context, actor, &partnership.partner) {
            let view = OrganizationRight::View;
            return Err(if context.view.holds(actor, view, context.moment.now) {
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
    fn leaving(&self, context: &Context<'_>) -> BTreeSet<UserId> {
        if !self.remove_partner_members {
            return BTreeSet::new();
        }
        let alone = |user: &UserId| {
            context.view.partnerships_making_partner(user).as_slice()
                == std::slice::from_ref(&self.id)
        };
        let members = context.organization().members();
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
    fn take_out(&self, context: &Context<'_>, change: &mut Change) {
        let grants = context.organization().grants();
        for grant in grants.filter(|grant| self.takes(context, grant)) {
            taken_from(context, change, &grant.subject);
            remove_grant(change, &grant);
        }
        for team in context.organization().teams() {
            self.take_from_team(context, change, team);
        }
        for user in &self.leaving {
            taken_from(context, change, &Subject::Member(user.clone()));
            drop_assignments(context, change, &domain::Assignee::Member(user.clone()));
            if let Some(member) = context.organization().member(user) {
                remove_member(context, change, member);
            }
        }
        self.withdraw_invitations(context, change);
    }

    /// Whether it was the last partnership, still active, of those without which something does not count.
    fn was_last_of(&self, context: &Context<'_>, bound_to: &[PartnershipId]) -> bool {
        let goes_on = |other: &PartnershipId| {
            let other = context.organization().partnership(other);
            other.is_some_and(|other| other.is_active() && other.id != *self.id)
        };
        bound_to.contains(self.id) && !bound_to.iter().any(goes_on)
    }

    fn takes(&self, context: &Context<'_>, grant: &Grant) -> bool {
        let of_subject = match &grant.subject {
            Subject::Partnership(id) => id == self.id,
            Subject::Member(user) => self.leaving.contains(user),
            Subject::Team(_) => false,
        };
        of_subject || self.was_last_of(context, grant.bound_to())
    }

    fn take_from_team(&self, context: &Context<'_>, change: &mut Change, team: &Team) {
        let stays = |user: &UserId| {
            !self.leaving.contains(user) && !self.was_last_of(context, team.bound_to(user))
        };
        if team.members.iter().all(stays) {
            return;
        }
        for user in team.members.iter().filter(|user| !stays(user)) {
            taken_from(context, change, &Subject::Member(user.clone()));
        }
        let mut left = team.clone();
        left.members.retain(stays);
        left.bound.retain(|(user, _)| stays(user));
        left.stamp = team.stamp.touched(context.moment);
        change.save(left);
    }

    fn withdraw_invitations(&self, context: &Context<'_>, change: &mut Change) {
        let open = context.organization().open_invitations();
        let sent = open.filter(|open| open.made_through.contains(self.id));
        // One that has expired stays as it is.
        for withdrawn in sent.filter_map(|open| open.withdraw(context.moment).ok()) {
            change.save(withdrawn);
        }
    }

    /// The members, teams and grants that the staff made and that stay, as many of each as an answer names.
    fn made(&self, context: &Context<'_>, change: &Change) -> Vec<RecordName> {
        let organization = context.organization();
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
