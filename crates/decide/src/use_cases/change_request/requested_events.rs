//! What a request asks for, made true: the events of the one change that applies it.

use domain::{
    Change, ChangeRequest, DisplayName, Email, Invitation, InvitationId, Made, Mail, Member,
    MemberChange, Organization, Personal, Reason, Refusal, RequestedChange, Role, Sending, Subject,
    Team, User, UserCreation, UserId,
};

use super::differs::must_be_as_seen;
use super::judge::may_ask;
use super::requester;
use crate::grant_spec::{self, new_grant};
use crate::person::{MadeBy, Person};
use crate::promotion::strip;
use crate::rules::rule_04::{must_have_room, must_have_room_to_become, must_raise};
use crate::rules::rule_05::must_keep_representative;
use crate::rules::rule_06::found_by_makers;
use crate::rules::rule_08::default_panel;
use crate::rules::rule_12::may_let_in;
use crate::rules::rule_13::must_have_room_for_claim;
use crate::taking::{remove_grant, taken_from};
use crate::use_case::Context;
use crate::use_cases::invitation::must_be_new;
use crate::use_cases::member::named;
use crate::use_cases::new_member::NewMember;

/// Adds what the request comes to, if all rules but the first allow it now.
pub(super) fn requested_events(
    context: &Context<'_>,
    request: &ChangeRequest,
    change: &mut Change,
    users: &mut Change,
) -> Result<Option<Made>, Refusal> {
    let asker = requester(context, request.requester.actor.as_ref())?;
    if let RequestedChange::ChangeMember(wanted) = &*request.wanted {
        // What differs says more than the rule that it breaks.
        must_be_as_seen(context, request, wanted)?;
    }
    may_ask(context, asker, &request.wanted)?;
    match &*request.wanted {
        RequestedChange::CreateUser(creation) => {
            create_user(context, request, creation, asker, (change, users)).map(Some)
        }
        RequestedChange::ChangeMember(wanted) => {
            change_member(context, wanted, change).map(|()| None)
        }
        RequestedChange::DeactivateMember { member, .. } => {
            let member = named(context, member)?;
            must_keep_representative(context.view, member)?;
            taken_from(context, change, &Subject::Member(member.user.clone()));
            if let Some(stopped) = member.deactivate(context.moment) {
                change.save(stopped);
            }
            Ok(None)
        }
        RequestedChange::ReactivateMember { member } => {
            if let Some(awake) = named(context, member)?.reactivate(context.moment) {
                change.save(awake);
            }
            Ok(None)
        }
        RequestedChange::RaiseAdministratorLimit { limit } => {
            raise_limit(context, change, *limit).map(|()| None)
        }
    }
}

fn raise_limit(context: &Context<'_>, change: &mut Change, limit: u32) -> Result<(), Refusal> {
    must_raise(context.view, limit)?;
    if let Some(organization) = context.organization().organization() {
        change.save(Organization {
            administrator_limit: Some(limit),
            stamp: organization.stamp.touched(context.moment),
            ..organization.as_ref().clone()
        });
    }
    Ok(())
}

fn change_member(
    context: &Context<'_>,
    wanted: &MemberChange,
    change: &mut Change,
) -> Result<(), Refusal> {
    let member = named(context, &wanted.member)?;
    let role = wanted.role.as_ref().unwrap_or(&member.role);
    if *role != member.role {
        change_role(context, change, member, role)?;
    }
    let takes =
        *role != member.role || !wanted.remove_grants.is_empty() || !wanted.remove_teams.is_empty();
    if takes {
        taken_from(context, change, &Subject::Member(member.user.clone()));
    }
    // A promotion took all of it already, and an upper role is given nothing.
    if role.is_upper() {
        return Ok(());
    }
    for id in &wanted.remove_grants {
        if let Some(grant) = context.organization().grant(id) {
            remove_grant(change, &grant);
        }
    }
    let subject = Subject::Member(member.user.clone());
    for plan in wanted.add_grants.iter().cloned().enumerate() {
        change.save(new_grant(context, &subject, plan, context.who)?);
    }
    let scopes = wanted.add_grants.iter().map(|plan| &plan.scope);
    change.outcome.opened_products = grant_spec::opened(context, scopes);
    change_teams(context, change, wanted);
    Ok(())
}

/// Rules 4 and 5, and what a promotion takes.
fn change_role(
    context: &Context<'_>,
    change: &mut Change,
    member: &Member,
    role: &Role,
) -> Result<(), Refusal> {
    must_have_room_to_become(context.view, &member.role, role, context.moment.now)?;
    if *role != Role::LegalRepresentative {
        must_keep_representative(context.view, member)?;
    }
    change.save(member.in_role(role.clone(), context.moment));
    if role.is_upper() && !member.role.is_upper() {
        strip(context, change, &member.user);
    }
    Ok(())
}

fn change_teams(context: &Context<'_>, change: &mut Change, wanted: &MemberChange) {
    let here = context.organization();
    let user = &wanted.member;
    let joined = wanted.add_teams.iter().filter_map(|id| here.team(id));
    for team in joined.filter(|team| !team.members.contains(user)) {
        change.save(Team {
            stamp: team.stamp.touched(context.moment),
            ..team.with(user)
        });
    }
    let left = wanted.remove_teams.iter().filter_map(|id| here.team(id));
    for team in left.filter(|team| team.members.contains(user)) {
        change.save(Team {
            stamp: team.stamp.touched(context.moment),
            ..team.without(user)
        });
    }
}

/// A new account that is a member; an invitation where the email has an account already, or one that was made for it,
/// of which nothing changes.
fn create_user(
    context: &Context<'_>,
    request: &ChangeRequest,
    creation: &UserCreation,
    asker: &UserId,
    (change, users): (&mut Change, &mut Change),
) -> Result<Made, Refusal> {
    let person = person(context, creation)?;
    let found = found_by_makers(context, &person.email);
    must_be_new(context, &person.email, found)?;
    if creation.role.areas().is_some() {
        must_have_room(context.view, None, context.moment.now)?;
    }
    let (about, made) = match found {
        Some(user) => {
            may_let_in(context, creation, asker, &user.id)?;
            let id = invite(context, request, creation, (user, &person.email), change)?;
            (user.id.clone(), Made::Invitation(id))
        }
        None => {
            must_have_room_for_claim(context, &person.email)?;
            let id = UserId::parse(&context.seed.id("user", 0))
                .map_err(|invalid| Refusal::field("request_id", invalid.to_string()))?;
            let made = (MadeBy::Maker, false);
            let account = person.account(context, users, context.people_moment, &id, made);
            users.save(account);
            join(context, creation, &id, change)?;
            (id.clone(), Made::Member(id))
        }
    };
    // Now it is known whom all of this is about: erasing that person takes it along.
    let texts = request.personal().into_iter();
    change
        .adopts
        .extend(texts.map(|text| (text.id.clone(), about.clone())));
    Ok(made)
}

fn join(
    context: &Context<'_>,
    creation: &UserCreation,
    user: &UserId,
    change: &mut Change,
) -> Result<(), Refusal> {
    NewMember {
        user,
        role: &creation.role,
        panel: default_panel(context, &creation.role),
        grants: creation.grants.iter().collect(),
        teams: &creation.teams,
        granted_by: context.who,
        // Nobody was shut out who was not there yet.
        lifts_shut_out: false,
    }
    .join(context, change)
}

/// The requester stands as its sender: its acceptance is judged as applying the request would be.
fn invite(
    context: &Context<'_>,
    request: &ChangeRequest,
    creation: &UserCreation,
    (user, email): (&User, &Email),
    change: &mut Change,
) -> Result<InvitationId, Refusal> {
    let id = InvitationId::parse(&context.seed.id("invitation", 0))
        .map_err(|invalid| Refusal::field("request_id", invalid.to_string()))?;
    let settings = context.view.platform.settings();
    let life = settings.invitation_life;
    let email = context.personal_email(change, Some(&user.id), email);
    let role = creation.role.clone();
    let sending = Sending {
        sender: request.requester.clone(),
        salt: context.seed.salt("invitation"),
        expire_time: context.moment.now.plus_seconds(i64::from(life)),
    };
    change.save(Invitation {
        locale: settings.offered(Some(&creation.locale)),
        grants: creation.grants.clone(),
        teams: creation.teams.clone(),
        panel: default_panel(context, &role),
        request: Some(request.id.clone()),
        lift_shut_out: creation.lift_shut_out,
        ..Invitation::new(id.clone(), email, role, sending, context.moment)
    });
    change.mails.push(Mail::Invitation { id: id.clone() });
    let scopes = creation.grants.iter().map(|plan| &plan.scope);
    change.outcome.opened_products = grant_spec::opened(context, scopes);
    Ok(id)
}

/// Who is to be created. Erased since it was asked: there is nobody left whom it is for.
fn person(context: &Context<'_>, creation: &UserCreation) -> Result<Person, Refusal> {
    let erased = || {
        Refusal::new(
            Reason::ChangeRequestOutdated,
            "The personal data of whom it is about was erased. Reject it.",
        )
    };
    let text = |personal: &Personal| context.facts.text(&personal.id);
    let name = |personal: &Personal| {
        let name = text(personal).and_then(|text| DisplayName::parse(text).ok());
        name.ok_or_else(erased)
    };
    let email = text(&creation.email).and_then(|text| Email::parse(text).ok());
    Ok(Person {
        given_name: name(&creation.given_name)?,
        family_name: creation.family_name.as_ref().map(name).transpose()?,
        email: email.ok_or_else(erased)?,
        login: None,
        position: creation.position.as_ref().map(name).transpose()?,
        locale: creation.locale.clone(),
    })
}
