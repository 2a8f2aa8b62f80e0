//! The operator names a legal representative, as when the last one is gone. Always open (rule 9); it lifts that they
//! are shut out (rule 12).

use access::View;
use domain::{Home, Mail, Member, Note, OrganizationId, Reason, RecordName, Refusal, UserId};
use serde::Serialize;

use super::existing;
use crate::promotion::strip;
use crate::rules::rule_12::lift;
use crate::use_case::{Context, Plan, UseCase, Want};
use crate::use_cases::user::known;

/// Makes a user a legal representative of the organization.
#[derive(Debug, Clone, Serialize)]
pub struct AppointLegalRepresentative {
    pub organization: OrganizationId,
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

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        existing(context, None)?;
        self.must_be_somebody_else(context)?;
        known(context, &self.user)?.must_be_active()?;
        let mut change = context.change();
        change.note = context.note(&mut change, Some(&self.note));
        change.outcome.about = Some(RecordName::member(&self.user));
        let present = context.organization().member(&self.user);
        let lifts = context.organization().is_shut_out(&self.user);
        lift(context, &mut change, &self.user);
        change.save(match present {
            None => Member::legal_representative(self.user.clone(), context.moment),
            Some(present) => present.appoint(context.moment),
        });
        if present.is_none_or(|present| !present.represents()) {
            strip(context, &mut change, &self.user);
            change.mails = self.mails(context, lifts);
        }
        Ok(change.into())
    }
}

impl AppointLegalRepresentative {
    /// No operator appoints themselves.
    fn must_be_somebody_else(&self, context: &Context<'_>) -> Result<(), Refusal> {
        if context.who.actor.as_ref() != Some(&self.user) {
            return Ok(());
        }
        let user = self.user.resource_name().to_string();
        Err(Refusal::new(
            Reason::OwnChangeRequest,
            format!("No operator appoints themselves: another operator can appoint {user}."),
        )
        .about(user))
    }

    /// To all who stand for the organization from now on.
    fn mails(&self, context: &Context<'_>, lifts: bool) -> Vec<Mail> {
        let others = context
            .organization()
            .members()
            .filter(|member| member.represents())
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
