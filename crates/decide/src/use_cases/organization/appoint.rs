//! The operator names a legal representative, as when the last one is gone. Always open (rule 9); it lifts that they
//! are shut out (rule 12).

use access::View;
use domain::{
    Home, Mail, Member, MemberState, Note, OrganizationId, Reason, RecordName, Refusal, Role,
    UserId,
};
use serde::Serialize;

use super::{found, legal_representative};
use crate::rules::rule_12::lift;
use crate::use_case::{Given, Plan, UseCase, Want};
use crate::use_cases::promotion::strip;
use crate::use_cases::user::{known, must_be_active};

/// Makes a user a legal representative of the organization.
#[derive(Debug, Clone, Serialize)]
pub struct AppointLegalRepresentative {
    /// Of which.
    pub organization: OrganizationId,
    /// Whom.
    pub user: UserId,
    /// Why: mailed to the legal representatives and kept.
    pub note: Note,
}

impl UseCase for AppointLegalRepresentative {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn wants(&self, _view: &View) -> Vec<Want> {
        vec![Want::User(self.user.clone())]
    }

    fn decide(&self, given: &Given<'_>) -> Result<Plan, Refusal> {
        found(given, None)?;
        self.must_be_somebody_else(given)?;
        must_be_active(known(given, &self.user)?)?;
        let mut change = given.change();
        change.note = given.note(&mut change, Some(&self.note));
        change.outcome.about = Some(RecordName::member(&self.user));
        let present = given.organization().member(&self.user);
        let lifts = given.organization().is_shut_out(&self.user);
        lift(given, &mut change, &self.user);
        change.save(match present {
            None => legal_representative(given, self.user.clone()),
            Some(present) => promoted(given, present),
        });
        if present.is_none_or(|present| !stands(present)) {
            strip(given, &mut change, &self.user);
            change.mails = self.mails(given, lifts);
        }
        Ok(change.into())
    }
}

impl AppointLegalRepresentative {
    /// No operator appoints themselves.
    fn must_be_somebody_else(&self, given: &Given<'_>) -> Result<(), Refusal> {
        if given.who.actor.as_ref() != Some(&self.user) {
            return Ok(());
        }
        let user = format!("users/{}", self.user);
        Err(Refusal::new(
            Reason::OwnChangeRequest,
            format!("No operator appoints themselves: another operator can appoint {user}."),
        )
        .about(user))
    }

    /// To all who stand for the organization from now on.
    fn mails(&self, given: &Given<'_>, lifts: bool) -> Vec<Mail> {
        let others = given
            .organization()
            .members()
            .filter(|member| stands(member))
            .map(|member| &member.user);
        let all = others.chain([&self.user]);
        all.map(|to| Mail::RepresentativeAppointed {
            user: self.user.clone(),
            to: to.clone(),
            lifts_shut_out: lifts,
        })
        .collect()
    }
}

fn stands(member: &Member) -> bool {
    member.is_active() && member.role == Role::LegalRepresentative
}

fn promoted(given: &Given<'_>, present: &Member) -> Member {
    Member {
        role: Role::LegalRepresentative,
        state: MemberState::Active,
        stamp: present.stamp.touched(given.moment),
        ..present.clone()
    }
}
