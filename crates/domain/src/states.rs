//! Which step leads from which state to which, and which is refused? One table for each noun that has states.

use std::fmt::Debug;

use crate::{
    AccessLevel, ChangeRequest, Invitation, Member, MemberState, Moment, Panel, Partnership,
    Personal, Refusal, RequestedChange, Role, Sending, Side, Stamp, Timestamp, User, UserState,
    Who,
};

const BEFORE: Moment = Moment {
    revision: 1,
    now: Timestamp(1),
};
const NOW: Moment = Moment {
    revision: 2,
    now: Timestamp(2),
};
const LATER: Timestamp = Timestamp(9);

/// The noun after it, or why there is none.
type Step<N> = fn(&N) -> Result<N, String>;
type Steps<'a, N> = &'a [(&'a str, Step<N>)];

/// What each step makes of a noun: the state, or why there is none. What changes was touched now.
fn outcomes<N, S: Debug>(noun: &N, steps: Steps<'_, N>, seen: fn(&N) -> (&S, Stamp)) -> String {
    let outcome = |(step, take): &(&str, Step<N>)| match take(noun) {
        Ok(next) => {
            let (state, stamp) = seen(&next);
            assert_eq!(stamp, Stamp::new(BEFORE).touched(NOW), "{step}");
            format!("{step} {}", name(state))
        }
        Err(why) => format!("{step} {why}"),
    };
    let (state, _) = seen(noun);
    let all: Vec<_> = steps.iter().map(outcome).collect();
    format!("{}: {}", name(state), all.join(", "))
}

/// A state without its facts.
fn name(state: &impl Debug) -> String {
    let text = format!("{state:?}");
    text.chars().take_while(|c| c.is_alphanumeric()).collect()
}

fn reason(refusal: Refusal) -> String {
    format!("{:?}", refusal.reason)
}

fn id<I: TryFrom<String, Error = crate::InvalidId>>(text: &str) -> I {
    I::try_from(text.to_owned()).expect("an id")
}

fn text() -> Personal {
    Personal {
        id: id("text"),
        digest: String::new(),
    }
}

fn who() -> Who {
    Who {
        actor: Some(id("ann")),
        caller: crate::Caller::CommandLine,
    }
}

fn sending(expire_time: Timestamp) -> Sending {
    Sending {
        sender: who(),
        salt: "salt".to_owned(),
        expire_time,
    }
}

fn invitation(expire_time: Timestamp) -> Invitation {
    let sending = sending(expire_time);
    Invitation::new(id("i"), text(), Role::External, sending, BEFORE)
}

#[test]
fn an_invitation_is_answered_once() {
    let open = invitation(LATER);
    let steps: Steps<'_, Invitation> = &[
        ("accept", |i| i.accept(id("bob"), NOW).map_err(reason)),
        ("refuse", |i| i.refuse(NOW).map_err(reason)),
        ("withdraw", |i| i.withdraw(NOW).map_err(reason)),
        ("resend", |i| i.resend(sending(LATER), NOW).map_err(reason)),
    ];
    let over = "accept InvitationNotOpen, refuse InvitationNotOpen, withdraw InvitationNotOpen, \
                resend InvitationNotOpen";
    let table = [
        (
            open.clone(),
            "Open: accept Accepted, refuse Refused, withdraw Withdrawn, resend Open".to_owned(),
        ),
        (
            invitation(NOW.now),
            "Open: accept InvitationExpired, refuse InvitationExpired, withdraw InvitationExpired, resend Open"
                .to_owned(),
        ),
        (
            open.accept(id("bob"), BEFORE).expect("accepted"),
            format!("Accepted: {over}"),
        ),
        (
            open.refuse(BEFORE).expect("refused"),
            format!("Refused: {over}"),
        ),
        (
            open.withdraw(BEFORE).expect("withdrawn"),
            format!("Withdrawn: {over}"),
        ),
    ];
    for (from, row) in table {
        assert_eq!(outcomes(&from, steps, |i| (&i.state, i.stamp)), row);
    }
}

fn proposal(expire_time: Timestamp) -> Partnership {
    let sending = sending(expire_time);
    Partnership::new(id("p"), id("agency"), AccessLevel::Limited, sending, BEFORE)
}

#[test]
fn a_partnership_is_proposed_then_active_then_ended() {
    let full = AccessLevel::Full {
        wallet_entrusted: false,
    };
    assert_eq!(
        proposal(LATER).accept(NOW).and_then(|p| p.give(full, NOW)),
        proposal(LATER)
            .accept(NOW)
            .map(|p| Partnership { access: full, ..p }),
    );
    let open = proposal(LATER);
    let steps: Steps<'_, Partnership> = &[
        ("accept", |p| p.accept(NOW).map_err(reason)),
        ("decline", |p| p.decline(NOW).map_err(reason)),
        ("withdraw", |p| p.withdraw(NOW).map_err(reason)),
        ("resend", |p| p.resend(sending(LATER), NOW).map_err(reason)),
        ("give", |p| {
            p.give(AccessLevel::Limited, NOW).map_err(reason)
        }),
        ("end", |p| p.terminate(Side::Client, NOW).map_err(reason)),
    ];
    let answered = "accept InvitationNotOpen, decline InvitationNotOpen, withdraw InvitationNotOpen, \
                    resend InvitationNotOpen";
    let inactive = "give PartnershipNotActive, end PartnershipNotActive";
    let active = open.accept(BEFORE).expect("active");
    let table = [
        (
            open.clone(),
            format!(
                "Invited: accept Active, decline Declined, withdraw Withdrawn, resend Invited, {inactive}"
            ),
        ),
        (
            proposal(NOW.now),
            format!(
                "Invited: accept InvitationExpired, decline InvitationExpired, withdraw InvitationExpired, \
                 resend Invited, {inactive}"
            ),
        ),
        (
            active.clone(),
            format!("Active: {answered}, give Active, end Terminated"),
        ),
        (
            open.decline(BEFORE).expect("declined"),
            format!("Declined: {answered}, {inactive}"),
        ),
        (
            open.withdraw(BEFORE).expect("withdrawn"),
            format!("Withdrawn: {answered}, {inactive}"),
        ),
        (
            active.terminate(Side::Partner, BEFORE).expect("ended"),
            format!("Terminated: {answered}, {inactive}"),
        ),
    ];
    for (from, row) in table {
        assert_eq!(outcomes(&from, steps, |p| (&p.state, p.stamp)), row);
    }
}

#[test]
fn a_change_request_is_worked_until_it_is_over() {
    let wanted = RequestedChange::RaiseAdministratorLimit { limit: 9 };
    let open = ChangeRequest::new(id("r"), 1, who(), wanted, None, BEFORE);
    let steps: Steps<'_, ChangeRequest> = &[
        ("start", |r| r.start(who(), NOW).map_err(reason)),
        ("apply", |r| r.apply(who(), None, NOW).map_err(reason)),
        ("reject", |r| r.reject(who(), text(), NOW).map_err(reason)),
        ("cancel", |r| r.cancel(NOW).map_err(reason)),
    ];
    let ends = "apply Applied, reject Rejected, cancel Cancelled";
    let over = "start ChangeRequestNotOpen, apply ChangeRequestNotOpen, reject ChangeRequestNotOpen, \
                cancel ChangeRequestNotOpen";
    let table = [
        (open.clone(), format!("Open: start InProgress, {ends}")),
        (
            open.start(who(), BEFORE).expect("started"),
            format!("InProgress: start ChangeRequestNotOpen, {ends}"),
        ),
        (
            open.apply(who(), None, BEFORE).expect("applied"),
            format!("Applied: {over}"),
        ),
        (
            open.reject(who(), text(), BEFORE).expect("rejected"),
            format!("Rejected: {over}"),
        ),
        (
            open.cancel(BEFORE).expect("cancelled"),
            format!("Cancelled: {over}"),
        ),
    ];
    for (from, row) in table {
        assert_eq!(outcomes(&from, steps, |r| (&r.state, r.stamp)), row);
    }
}

#[test]
fn a_member_is_stopped_and_acts_again() {
    let steps: Steps<'_, Member> = &[
        ("deactivate", |m| {
            m.deactivate(NOW).ok_or("stays".to_owned())
        }),
        ("reactivate", |m| {
            m.reactivate(NOW).ok_or("stays".to_owned())
        }),
        ("appoint", |m| Ok(m.appoint(NOW))),
    ];
    for (state, row) in [
        (
            MemberState::Active,
            "Active: deactivate Deactivated, reactivate stays, appoint Active",
        ),
        (
            MemberState::Deactivated,
            "Deactivated: deactivate stays, reactivate Active, appoint Active",
        ),
    ] {
        let member = Member {
            state,
            ..Member::new(id("bob"), Role::External, Panel::Branded, BEFORE)
        };
        assert_eq!(outcomes(&member, steps, |m| (&m.state, m.stamp)), row);
        assert!(member.appoint(NOW).represents());
    }
}

#[test]
fn an_erased_account_never_works_again() {
    let steps: Steps<'_, User> = &[
        ("deactivate", |u| u.deactivate(NOW).map_err(reason)),
        ("reactivate", |u| u.reactivate(NOW).map_err(reason)),
        ("erase", |u| Ok(u.erase(NOW))),
    ];
    for (state, row) in [
        (
            UserState::Active,
            "Active: deactivate Deactivated, reactivate Active, erase Erased",
        ),
        (
            UserState::Deactivated,
            "Deactivated: deactivate Deactivated, reactivate Active, erase Erased",
        ),
        (
            UserState::Erased,
            "Erased: deactivate UserInactive, reactivate UserInactive, erase Erased",
        ),
    ] {
        let user = User {
            state,
            given_name: Some(text()),
            ..User::new(id("bob"), BEFORE)
        };
        assert_eq!(outcomes(&user, steps, |u| (&u.state, u.stamp)), row);
        assert_eq!(user.erase(NOW).personal().count(), 0);
    }
}
