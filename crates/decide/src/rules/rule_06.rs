//! Rule 6: a user is not an organization's to change, and an email counts only once it is confirmed.
//!
//! Who changes an account, erases it or finds it by email is asked by the methods (`proto/grantor/v1/user.proto`: that user,
//! the operator, `users.write`). Who has an email, who claims it and which claim a link proves is `domain::EmailAccounts`.

use domain::{Email, Handover, PersonalId, Reason, Refusal, User};

use super::rule_13::must_have_room_for_claim;
use crate::person::MadeBy;
use crate::rule::Authority;
use crate::use_case::Context;

/// The link proves whose mailbox it is, not whose account: somebody else may have registered it. Where the account was
/// made for whoever has the mailbox, and nobody was in it yet, that is the same.
pub(crate) fn must_be_its_person(context: &Context<'_>, user: &User) -> Result<(), Refusal> {
    if user.awaits_handover() || context.who.actor.as_ref() == Some(&user.id) {
        return Ok(());
    }
    let name = user.id.resource_name().to_string();
    Err(Refusal::new(
        Reason::ActingUserRequired,
        format!(
            "An account confirms its email signed in, by this link: send metadata x-grantor-acting-user: {name}. The \
             link alone is enough only for an account that the operator or a change request made, until somebody has \
             acted as it."
        ),
    )
    .about(name))
}

/// An email that another has confirmed is not confirmed once more; told only to who opens the link.
pub(crate) fn must_be_no_others(
    context: &Context<'_>,
    user: &User,
    email: &PersonalId,
) -> Result<(), Refusal> {
    let accounts = context.facts.accounts_of_text(email);
    let holder = accounts.and_then(|accounts| accounts.holder.as_ref());
    if holder.is_some_and(|holder| holder.id != user.id) {
        return Err(email_taken());
    }
    Ok(())
}

/// A confirmed email belongs to one person.
fn email_taken() -> Refusal {
    Refusal::new(
        Reason::EmailTaken,
        "The email belongs to another user, who has confirmed it. Sign in as that user, or use another email. Its user or the operator can set it free by giving that account another one.",
    )
}

/// An account that claims it, or has it, is no hindrance for who only claims it too, and not told: only whoever
/// opens the link learns it. The operator finds accounts before they make another.
pub(crate) fn new_email_must_be_free(
    context: &Context<'_>,
    email: &Email,
    (made_by, email_confirmed): (MadeBy, bool),
) -> Result<(), Refusal> {
    if made_by == MadeBy::Maker
        && let Some(found) = found_by_makers(context, email)
    {
        return Err(account_exists(found));
    }
    if !email_confirmed {
        return must_have_room_for_claim(context, email);
    }
    match context.facts.user_by_email(email) {
        Some(_) => Err(email_taken()),
        None => Ok(()),
    }
}

/// The operator may know whose it is.
fn account_exists(found: &User) -> Refusal {
    let name = found.id.resource_name().to_string();
    let why = if found.email_confirmed {
        "has confirmed it"
    } else {
        "was made for whoever has it, and has not confirmed it yet"
    };
    Refusal::new(
        Reason::EmailTaken,
        format!(
            "{name} has this email already: it {why}. Use that account, or give it another email."
        ),
    )
    .about(name)
}

/// Whom the operator and requests find before they make another account.
pub(crate) fn found_by_makers<'a>(context: &Context<'a>, email: &Email) -> Option<&'a User> {
    let facts = context.facts;
    facts.accounts_of_email(email)?.found_by_makers()
}

/// Nobody confirms their own email but by its link.
pub(crate) fn may_vouch(context: &Context<'_>, email_confirmed: bool) -> Result<(), Refusal> {
    if !email_confirmed
        || matches!(
            context.authority,
            Authority::Operator | Authority::Service(_)
        )
    {
        return Ok(());
    }
    Err(Refusal::new(
        Reason::OperatorRequired,
        "email_confirmed is for operators and service accounts with users.write. Leave it out: a link is mailed to the new address.",
    ))
}

/// Who only claims an email that another has confirmed must not learn here that it has an account; the link, which its
/// owner gets, tells. The operator knows anyway, and who vouches for it would confirm it.
pub(crate) fn may_claim_anothers(
    context: &Context<'_>,
    email_confirmed: bool,
) -> Result<(), Refusal> {
    let told = email_confirmed || *context.authority == Authority::Operator;
    if told {
        return Err(email_taken());
    }
    Ok(())
}

/// Whether a new email stands in the place of one that counts for nothing: only whoever made the account for
/// somebody says by its email for whom.
pub(crate) fn replaces_email(context: &Context<'_>, user: &User) -> bool {
    !user.email_confirmed && *context.authority == Authority::Operator
}

/// Whoever but its maker changes an account does so for somebody who is in it by now.
pub(crate) fn handover_after(context: &Context<'_>, user: &User) -> Option<Handover> {
    match context.authority {
        Authority::Operator => user.handover,
        Authority::Service(_) | Authority::User(_) | Authority::Own(_) | Authority::Anyone(_) => {
            user.handover.map(|_| Handover::Done)
        }
    }
}
