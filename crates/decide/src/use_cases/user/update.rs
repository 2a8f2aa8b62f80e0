//! What a person, the operator or a trusted service changes in an account (rule 6).

use access::View;
use domain::{Change, DisplayName, Email, Handover, Home, Locale, Personal, Refusal, User, UserId};
use serde::Serialize;

use super::existing;
use crate::person::{awaits_link, optional};
use crate::rules::rule_06::{handover_after, may_claim_anothers, may_vouch, replaces_email};
use crate::rules::rule_13::must_have_room_for_claim;
use crate::use_case::{Context, Plan, UseCase, Want};
use crate::use_cases::edit::Edit;

/// Changes the fields that are set; an optional one set to `None` is emptied.
#[derive(Debug, Clone, Serialize)]
pub struct UpdateUser {
    pub user: UserId,
    /// The etag that was read.
    pub etag: Option<String>,
    pub given_name: Edit<DisplayName>,
    pub family_name: Edit<Option<DisplayName>>,
    /// The new email.
    pub email: Edit<Email>,
    /// The caller vouches for the new email.
    pub email_confirmed: bool,
    /// The login shown in lists.
    pub login: Edit<Option<DisplayName>>,
    pub position: Edit<Option<DisplayName>>,
    /// The language of mails and pages.
    pub locale: Edit<Locale>,
}

impl UseCase for UpdateUser {
    fn home(&self) -> Home {
        Home::People
    }

    fn about(&self) -> Option<&UserId> {
        Some(&self.user)
    }

    fn wants(&self, _view: &View) -> Vec<Want> {
        let user = Want::User(self.user.clone());
        match &self.email {
            Edit::Keep => vec![user],
            Edit::Set(email) => vec![user, Want::UserByEmail(email.clone())],
        }
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        let old = existing(context, &self.user, self.etag.as_deref())?;
        old.must_not_be_erased("Erasure is final: nothing of an erased account can be changed.")?;
        may_vouch(context, self.email_confirmed)?;
        let mut change = context.change();
        let mut user = User {
            handover: handover_after(context, old),
            stamp: old.stamp.touched(context.moment),
            ..old.clone()
        };
        self.rename(context, &mut change, &mut user);
        if let Edit::Set(email) = &self.email {
            self.change_email(context, &mut change, &mut user, email)?;
        }
        change.save(user);
        Ok(change.into())
    }
}

impl UpdateUser {
    fn rename(&self, context: &Context<'_>, change: &mut Change, user: &mut User) {
        if let Edit::Set(given_name) = &self.given_name {
            user.given_name = optional(context, change, &self.user, Some(given_name));
        }
        let mut put = |field: &mut Option<Personal>, edit: &Edit<Option<DisplayName>>| {
            if let Edit::Set(text) = edit {
                *field = optional(context, change, &self.user, text.as_ref());
            }
        };
        put(&mut user.family_name, &self.family_name);
        put(&mut user.login, &self.login);
        put(&mut user.position, &self.position);
        user.locale = self.locale.over(&user.locale);
    }

    /// A confirmed email counts until the link that goes to the new one was used; the new one is a claim until then.
    fn change_email(
        &self,
        context: &Context<'_>,
        change: &mut Change,
        user: &mut User,
        email: &Email,
    ) -> Result<(), Refusal> {
        let holder = context.facts.user_by_email(email);
        let mine = holder.is_some_and(|holder| holder.id == user.id);
        if holder.is_some() && !mine {
            may_claim_anothers(context, self.email_confirmed)?;
        }
        let accounts = context.facts.accounts_of_email(email);
        let claim = accounts.and_then(|accounts| accounts.claim_of(&user.id));
        let replaces = replaces_email(context, user)
            || claim.is_some_and(|claim| user.email.as_ref() == Some(&claim.email));
        // Same address, confirmed already: nothing to prove, and a link that waits is withdrawn.
        let proven = self.email_confirmed || mine;
        if !proven && claim.is_none() {
            must_have_room_for_claim(context, email)?;
        }
        let email = context.personal_email(change, Some(&user.id), email);
        if proven {
            user.email = Some(email);
            user.email_confirmed = true;
            user.pending_email = None;
            user.handover = user.handover.map(|_| Handover::Done);
        } else {
            if replaces {
                user.email = Some(email.clone());
            }
            user.pending_email = Some(awaits_link(
                context,
                change,
                context.moment,
                &user.id,
                email,
            ));
        }
        Ok(())
    }
}
