//! People become members without being asked first, up to a thousand in one change: by the operator's hand, and by
//! services that keep people.

use std::collections::HashMap;

use access::View;
use domain::{
    Change, Claim, Home, Invitation, InvitationId, Mail, OrganizationId, Panel, PersonalId,
    Refusal, Role, Sending, User, UserId,
};
use serde::Serialize;

use crate::person::{MadeBy, Person, account_id};
use crate::rule::Authority;
use crate::rules::rule_01::delegation::raises_self;
use crate::rules::rule_03::Maker;
use crate::rules::rule_04::Room;
use crate::rules::rule_06::found_by_makers;
use crate::rules::rule_08::{default_panel, must_be_possible};
use crate::rules::rule_09::policy_must_be_open;
use crate::rules::rule_13::must_have_room_for_claim;
use crate::use_case::{Context, Plan, UseCase, Want};
use crate::use_cases::batch::{ids_must_differ, must_differ, of_item};
use crate::use_cases::invitation::{must_be_no_member, must_be_uninvited, open_by_email};
use crate::use_cases::new_member::NewMember;
use crate::use_cases::role_spec::RoleSpec;

/// Somebody who is to become a member.
#[derive(Debug, Clone, Serialize)]
pub struct PersonToJoin {
    /// The caller's id for their account, where one is made; the server makes one where there is none.
    pub user: Option<UserId>,
    /// Who it is.
    pub person: Person,
    /// Whether the caller vouches for the email; otherwise a link is mailed.
    pub email_confirmed: bool,
    /// The role, with areas and technical scope.
    pub role: RoleSpec,
    /// The panel, where it is named.
    pub panel: Option<Panel>,
}

/// Makes many people members, or none of them.
#[derive(Debug, Clone, Serialize)]
pub struct CreateMembers {
    pub organization: OrganizationId,
    /// Whom, in the order of the answer.
    pub people: Vec<PersonToJoin>,
}

impl UseCase for CreateMembers {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn with_people(&self) -> bool {
        true
    }

    fn wants(&self, _view: &View) -> Vec<Want> {
        let wants = self.people.iter().flat_map(|item| {
            let email = &item.person.email;
            let own = [
                Want::UserByEmail(email.clone()),
                Want::SameEmail(self.home(), email.clone()),
            ];
            own.into_iter().chain(item.user.clone().map(Want::User))
        });
        wants.collect()
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        // Closed to the operator too, but for applying a request (rule 9).
        policy_must_be_open(context.view)?;
        let ids = self.people.iter().map(|item| item.user.as_ref());
        ids_must_differ(ids, "user_id")?;
        let emails = self
            .people
            .iter()
            .map(|item| item.person.email.normalized());
        must_differ(emails.map(Some), ("member.email", "a person is named once"))?;
        let mut joining = Joining {
            context,
            maker: maker(context),
            change: context.change(),
            users: context.users_change(),
            room: Room::of(context.view, context.moment.now),
            open: open_by_email(context),
        };
        for (index, item) in self.people.iter().enumerate() {
            let joined = joining.add(item, index);
            joined.map_err(|refusal| of_item(refusal, index))?;
        }
        Ok(joining.plan())
    }
}

/// The method lets in the operator, and services that keep accounts.
fn maker(context: &Context<'_>) -> Maker {
    match context.authority {
        Authority::Operator => Maker::Operator,
        Authority::Service(_) | Authority::User(_) | Authority::Own(_) | Authority::Anyone(_) => {
            Maker::Service
        }
    }
}

/// Whom the email is known to be of. A member here whose own email it is, unconfirmed, is found too, unless it is said whose
/// it is: else whoever asks twice makes two of one. What somebody claims beside their own email names nobody.
fn known<'a>(context: &Context<'a>, item: &PersonToJoin) -> Option<&'a User> {
    let email = &item.person.email;
    let accounts = context.facts.accounts_of_email(email);
    let claims = accounts.map_or(&[][..], |accounts| accounts.claims.as_slice());
    let here = |claim: &&Claim| {
        let user = &claim.user;
        let is_own = user.email.as_ref() == Some(&claim.email);
        is_own && context.organization().member(&user.id).is_some()
    };
    let mut claims = claims.iter().filter(|_| !item.email_confirmed);
    found_by_makers(context, email).or_else(|| claims.find(here).map(|claim| &claim.user))
}

/// What they come to, one after the other.
struct Joining<'c, 'a> {
    context: &'c Context<'a>,
    maker: Maker,
    change: Change,
    users: Change,
    /// For those of them who are administrators.
    room: Room<'a>,
    /// The invitations that waited before.
    open: HashMap<&'a PersonalId, &'a Invitation>,
}

impl Joining<'_, '_> {
    fn add(&mut self, item: &PersonToJoin, ordinal: usize) -> Result<(), Refusal> {
        let role = self.role(item)?;
        let known = known(self.context, item);
        self.must_not_be_self(known)?;
        must_be_no_member(self.context, known)?;
        must_be_uninvited(self.context, &item.person.email, &self.open)?;
        match known {
            Some(user) if self.is_taken_in(user) => {
                self.takes_in(user)?;
                self.join(item, &user.id, &role)
            }
            Some(user) => self.invites(item, (user, role), ordinal),
            None => {
                let account = self.opens_account(item, ordinal)?;
                self.join(item, &account, &role)
            }
        }
    }

    fn role(&mut self, item: &PersonToJoin) -> Result<Role, Refusal> {
        let context = self.context;
        let role = item.role.settle_by(context, self.maker, "member")?;
        must_be_possible(context.view, item.panel)?;
        if role.areas().is_some() {
            self.room.take_one()?;
        }
        Ok(role)
    }

    /// No operator makes themselves a member.
    fn must_not_be_self(&self, known: Option<&User>) -> Result<(), Refusal> {
        let actor = self.context.who.actor.as_ref();
        match known.filter(|user| actor == Some(&user.id)) {
            Some(user) => Err(raises_self(&user.id, "makes themselves a member")),
            None => Ok(()),
        }
    }

    /// The operator takes in whose the email is by all that is known. Where somebody has acted as an account whose email
    /// nothing has confirmed, that is not known, and whoever reads its mails is asked.
    fn is_taken_in(&self, user: &User) -> bool {
        self.maker == Maker::Operator && (user.email_confirmed || user.awaits_handover())
    }

    /// Unasked; they are told.
    fn takes_in(&mut self, user: &User) -> Result<(), Refusal> {
        user.must_be_active()?;
        let user = user.id.clone();
        self.change.mails.push(Mail::MadeMember { user });
        Ok(())
    }

    fn opens_account(&mut self, item: &PersonToJoin, ordinal: usize) -> Result<UserId, Refusal> {
        let context = self.context;
        let id = account_id(context, item.user.as_ref(), (ordinal, "user_id"))?;
        if !item.email_confirmed {
            must_have_room_for_claim(context, &item.person.email)?;
        }
        // An account that the operator makes waits for whoever has the mailbox; one that a service makes is its person's.
        let made_by = match self.maker {
            Maker::Operator => MadeBy::Maker,
            Maker::Service => MadeBy::Person,
        };
        let made = (made_by, item.email_confirmed);
        let moment = context.people_moment;
        let person = &item.person;
        let user = person.account(context, &mut self.users, moment, &id, made);
        self.users.save(user);
        Ok(id)
    }

    fn join(&mut self, item: &PersonToJoin, user: &UserId, role: &Role) -> Result<(), Refusal> {
        NewMember {
            user,
            role,
            panel: self.panel(item, role),
            grants: Vec::new(),
            teams: &[],
            granted_by: self.context.who,
            lifts_shut_out: false,
        }
        .join(self.context, &mut self.change)
    }

    fn panel(&self, item: &PersonToJoin, role: &Role) -> Panel {
        item.panel
            .unwrap_or_else(|| default_panel(self.context, role))
    }

    /// Whoever is known and not taken in is asked.
    fn invites(
        &mut self,
        item: &PersonToJoin,
        (user, role): (&User, Role),
        ordinal: usize,
    ) -> Result<(), Refusal> {
        let context = self.context;
        let id = InvitationId::parse(&context.seed.id("invitation", ordinal))
            .map_err(|invalid| Refusal::field("member", invalid.to_string()))?;
        let settings = context.view.platform.settings();
        let life = i64::from(settings.invitation_life);
        let sending = Sending {
            sender: context.who.clone(),
            salt: context.seed.salt("invitation"),
            expire_time: context.moment.now.plus_seconds(life),
        };
        let panel = self.panel(item, &role);
        let email = context.personal_email(&mut self.change, Some(&user.id), &item.person.email);
        self.change.save(Invitation {
            locale: settings.offered(Some(&item.person.locale)),
            panel,
            ..Invitation::new(id.clone(), email, role, sending, context.moment)
        });
        self.change.mails.push(Mail::Invitation { id });
        Ok(())
    }

    fn plan(self) -> Plan {
        let users = (!self.users.events.is_empty()).then_some(self.users);
        Plan {
            changes: [self.change].into_iter().chain(users).collect(),
            ..Plan::default()
        }
    }
}
