//! The client has taken back what was made through a partnership: each thing as whoever manages it would, with every rule
//! that asks then, and all of it in one change or nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use access::{Made, View};
use domain::{
    Change, GrantId, GroupId, Home, MadeThing, Note, OrganizationId, OrganizationRight,
    PartnershipId, ProductId, Reason, RecordName, Refusal, Tag, TeamId, UserId, Violation,
};
use serde::Serialize;

use super::{existing, wants};
use crate::preconditions::{acting_user, must_hold};
use crate::use_case::{Context, Plan, UseCase, Want};
use crate::use_cases::grant::DeleteGrants;
use crate::use_cases::member::{RemoveMember, UpdateMember};
use crate::use_cases::product::RemoveProductTags;
use crate::use_cases::product_group::RemoveProductsFromGroup;
use crate::use_cases::role_spec::{RoleName, RoleSpec};
use crate::use_cases::team::{DeleteTeam, RemoveTeamMembers};

/// The most things that one change takes back; what is left is told.
pub const MOST_TAKEN_BACK: usize = 1000;
/// How many things a message names; all of them are in the violations.
const NAMED: usize = 5;

/// Takes back what was made through a partnership, whether it is over or not.
#[derive(Debug, Clone, Serialize)]
pub struct TakeBackMadeThings {
    pub organization: OrganizationId,
    pub id: PartnershipId,
    pub which: WhichMade,
    pub note: Option<Note>,
}

/// Which of the things that were made through a partnership.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum WhichMade {
    /// All, as far as one change carries them.
    All,
    Named(BTreeSet<MadeThing>),
}

impl UseCase for TakeBackMadeThings {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn consults(&self, view: &View) -> Vec<OrganizationId> {
        clients_of_restored(view, &self.id)
    }

    fn wants(&self, view: &View) -> Vec<Want> {
        wants(self.home(), view, &self.id)
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        acting_user(context)?;
        existing(context, &self.id)?;
        let mut change = context.change();
        change.note = context.note(&mut change, self.note.as_ref());
        take_back(
            context,
            (&self.organization, &self.id),
            &self.which,
            &mut change,
        )?;
        Ok(change.into())
    }
}

/// The clients of whoever gets a role back: as one of the organization's people they may have something there.
pub(super) fn clients_of_restored(view: &View, id: &PartnershipId) -> Vec<OrganizationId> {
    let members = view.organization.members();
    let restored = members.filter(|member| {
        let changed = member.changed_role.as_ref();
        changed.is_some_and(|changed| changed.made.partnerships.contains(id))
    });
    let clients = restored.flat_map(|member| view.clients_of_person(&member.user));
    let clients: BTreeSet<_> = clients.collect();
    clients.into_iter().collect()
}

/// Adds to the change what takes these things back, on the states that it leads to.
pub(super) fn take_back(
    context: &Context<'_>,
    (organization, id): (&OrganizationId, &PartnershipId),
    which: &WhichMade,
    change: &mut Change,
) -> Result<(), Refusal> {
    let mut view = context.view.clone();
    let revision = context.moment.revision;
    Arc::make_mut(&mut view.organization).apply(revision, change);
    let chosen = which.of(context, &view, id)?;
    for (step, mut things) in steps(&chosen) {
        // What is gone already went along with something before.
        things.retain(|made| view.organization.made(id, &made.thing).is_some());
        let now = Context {
            view: &view,
            through: &[],
            ..*context
        };
        for done in step.decide(&now, organization, &things)?.changes {
            Arc::make_mut(&mut view.organization).apply(revision, &done);
            take_in(change, done);
        }
    }
    let left = view.organization.made_through(id, None).count();
    change.outcome.left_made = Some(u32::try_from(left).unwrap_or(u32::MAX));
    change.outcome.taken_back = chosen.into_iter().map(|made| made.thing).collect();
    keep_last_of_each(change);
    Ok(())
}

impl WhichMade {
    /// The things, in their order; refuses those that were not made through the partnership.
    fn of(
        &self,
        context: &Context<'_>,
        view: &View,
        id: &PartnershipId,
    ) -> Result<Vec<Made>, Refusal> {
        let here = &view.organization;
        let named = match self {
            Self::All => {
                let all = here.made_through(id, None);
                return Ok(all.take(MOST_TAKEN_BACK).collect());
            }
            Self::Named(named) => named,
        };
        let mut made = Vec::new();
        let mut others = Vec::new();
        for thing in named {
            match here.made(id, thing) {
                Some(one) => made.push(one),
                None => others.push(thing),
            }
        }
        if others.is_empty() {
            Ok(made)
        } else {
            Err(not_made(context, id, &others))
        }
    }
}

/// What is taken back together: all that one use case takes.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum TakenTogether<'a> {
    Member(&'a UserId),
    Role(&'a UserId),
    Team(&'a TeamId),
    Places(&'a TeamId),
    Grants,
    Tags(&'a ProductId),
    Entries(&'a GroupId),
}

fn steps(chosen: &[Made]) -> BTreeMap<TakenTogether<'_>, Vec<&Made>> {
    let mut steps: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for made in chosen {
        let step = match &made.thing {
            MadeThing::Member(user) => TakenTogether::Member(user),
            MadeThing::Role(user) => TakenTogether::Role(user),
            MadeThing::Team(team) => TakenTogether::Team(team),
            MadeThing::TeamPlace(team, _) => TakenTogether::Places(team),
            MadeThing::Grant(_) => TakenTogether::Grants,
            MadeThing::Tag(product, _) => TakenTogether::Tags(product),
            MadeThing::GroupEntry(_, group) => TakenTogether::Entries(group),
        };
        steps.entry(step).or_default().push(made);
    }
    steps
}

impl TakenTogether<'_> {
    /// What the use case decides that does this alone.
    fn decide(
        &self,
        context: &Context<'_>,
        organization: &OrganizationId,
        things: &[&Made],
    ) -> Result<Plan, Refusal> {
        let Some(first) = things.first() else {
            return Ok(Plan::default());
        };
        self.must_manage(context)?;
        let organization = organization.clone();
        let etag = None;
        match *self {
            Self::Member(user) => RemoveMember {
                organization,
                user: user.clone(),
                etag,
            }
            .decide(context),
            Self::Role(user) => UpdateMember {
                organization,
                user: user.clone(),
                etag,
                role: former(first),
                panel: None,
            }
            .decide(context),
            Self::Team(id) => DeleteTeam {
                organization,
                id: id.clone(),
                etag,
            }
            .decide(context),
            Self::Places(id) => RemoveTeamMembers {
                organization,
                id: id.clone(),
                members: each(things, placed),
                etag,
            }
            .decide(context),
            Self::Grants => DeleteGrants {
                organization,
                ids: each(things, granted),
            }
            .decide(context),
            Self::Tags(id) => RemoveProductTags {
                organization,
                id: id.clone(),
                tags: each(things, tagged),
                etag,
            }
            .decide(context),
            Self::Entries(id) => RemoveProductsFromGroup {
                organization,
                id: id.clone(),
                products: each(things, grouped),
                etag,
            }
            .decide(context),
        }
    }

    /// The right that the use case's own method asks for.
    fn must_manage(&self, context: &Context<'_>) -> Result<(), Refusal> {
        let right = match self {
            Self::Member(_) | Self::Role(_) | Self::Team(_) | Self::Places(_) | Self::Grants => {
                OrganizationRight::ManageUsers
            }
            Self::Tags(_) | Self::Entries(_) => OrganizationRight::ManageProducts,
        };
        must_hold(context, right, "Taking this back")
    }
}

/// The role that somebody had before. Staff of a partner touch no upper one, so it has no areas.
fn former(made: &Made) -> RoleSpec {
    let former = made.roles.as_ref().map(|(_, former)| former);
    RoleSpec {
        role: former.map(RoleName::of),
        areas: None,
        technical_scope: None,
    }
}

fn each<T: Clone>(things: &[&Made], part: fn(&MadeThing) -> Option<&T>) -> Vec<T> {
    let parts = things.iter().filter_map(|made| part(&made.thing));
    parts.cloned().collect()
}

fn placed(thing: &MadeThing) -> Option<&UserId> {
    match thing {
        MadeThing::TeamPlace(_, user) => Some(user),
        _ => None,
    }
}

fn granted(thing: &MadeThing) -> Option<&GrantId> {
    match thing {
        MadeThing::Grant(grant) => Some(grant),
        _ => None,
    }
}

fn tagged(thing: &MadeThing) -> Option<&Tag> {
    match thing {
        MadeThing::Tag(_, tag) => Some(tag),
        _ => None,
    }
}

fn grouped(thing: &MadeThing) -> Option<&ProductId> {
    match thing {
        MadeThing::GroupEntry(product, _) => Some(product),
        _ => None,
    }
}

fn take_in(change: &mut Change, done: Change) {
    change.events.extend(done.events);
    change.personal.extend(done.personal);
    for mail in done.mails {
        if !change.mails.contains(&mail) {
            change.mails.push(mail);
        }
    }
    change.outcome.removed.extend(done.outcome.removed);
    change.takes_from.extend(done.takes_from);
    change.takes_from.sort_unstable();
    change.takes_from.dedup();
}

/// A team that loses many is saved once: only the last of what happened to a noun is written.
fn keep_last_of_each(change: &mut Change) {
    let mut seen = BTreeSet::new();
    let mut events: Vec<_> = std::mem::take(&mut change.events);
    events.reverse();
    events.retain(|event| seen.insert(event.name()));
    events.reverse();
    change.events = events;
}

/// One that is unknown is not found; one that is there was made otherwise, or is the organization's own by now.
fn not_made(context: &Context<'_>, id: &PartnershipId, others: &[&MadeThing]) -> Refusal {
    let unknown = others.iter().find_map(|thing| unknown(context, thing));
    if let Some(unknown) = unknown {
        return Refusal::not_found(unknown.resource_name(context.home));
    }
    let partnership = RecordName::partnership(id).resource_name(context.home);
    let violations: Vec<_> = others
        .iter()
        .map(|thing| Violation {
            field: in_words(context, thing),
            description: format!("was not made through {partnership}, or is there no more"),
        })
        .collect();
    let named: Vec<_> = violations
        .iter()
        .take(NAMED)
        .map(|one| one.field.as_str())
        .collect();
    let more = if violations.len() > NAMED {
        " and more"
    } else {
        ""
    };
    let message = format!(
        "Not made through {partnership}, or not there any more: {}{more}. PartnershipService.ListMadeThings says what \
         can be taken back.",
        named.join("; ")
    );
    Refusal {
        violations,
        ..Refusal::new(Reason::NotMadeThrough, message).about(partnership)
    }
}

/// The first noun of it that the organization does not have.
fn unknown(context: &Context<'_>, thing: &MadeThing) -> Option<RecordName> {
    let here = context.organization();
    let member = |user| {
        here.member(user)
            .is_none()
            .then(|| RecordName::member(user))
    };
    let team = |id| here.team(id).is_none().then(|| RecordName::team(id));
    let product = |id| here.product(id).is_none().then(|| RecordName::product(id));
    match thing {
        MadeThing::Member(user) | MadeThing::Role(user) => member(user),
        MadeThing::Team(id) => team(id),
        MadeThing::TeamPlace(id, user) => team(id).or_else(|| member(user)),
        MadeThing::Grant(id) => here.grant(id).is_none().then(|| RecordName::grant(id)),
        MadeThing::Tag(id, _) => product(id),
        MadeThing::GroupEntry(id, group) => product(id).or_else(|| {
            here.group(group)
                .is_none()
                .then(|| RecordName::product_group(group))
        }),
    }
}

fn in_words(context: &Context<'_>, thing: &MadeThing) -> String {
    let name = |name: RecordName| name.resource_name(context.home);
    match thing {
        MadeThing::Member(user) => name(RecordName::member(user)),
        MadeThing::Role(user) => format!("the role of {}", name(RecordName::member(user))),
        MadeThing::Team(team) => name(RecordName::team(team)),
        MadeThing::TeamPlace(team, user) => {
            format!(
                "the place of {} in {}",
                user.local_member(),
                name(RecordName::team(team))
            )
        }
        MadeThing::Grant(grant) => name(RecordName::grant(grant)),
        MadeThing::Tag(product, tag) => {
            format!("the tag {tag} on {}", name(RecordName::product(product)))
        }
        MadeThing::GroupEntry(product, group) => {
            format!(
                "the entry of {} in {}",
                product.local_name(),
                name(RecordName::product_group(group))
            )
        }
    }
}
