//! Rule 1: nobody gives what they do not hold, and nobody raises themselves.
//!
//! Who holds what, and what a change leaves somebody of their own, is asked of the evaluator (`access::rules`). `delegation`,
//! `label` and `assignment` ask it of each sort of delegation, `way` of what is added to a grant. Here is the one check of every
//! use case, of its author and of the people of the partner through whom it is made (`judging` says who these are); what is
//! not asked stands in one match.

pub(crate) mod assignment;
pub(crate) mod delegation;
pub(crate) mod label;
pub(crate) mod way;

use access::{Invited, Judged, Raised, Transition, View, invitations_reached};
use domain::{
    Change, Email, Invitation, InvitationId, PartnershipId, Reason, Refusal, Timestamp, UserId,
};

use crate::use_case::{Facts, Want};
use crate::use_case_name::UseCaseName;

/// A change that is asked about.
pub(crate) struct AskedChange<'a> {
    pub(crate) before: &'a View,
    pub(crate) after: &'a View,
    pub(crate) change: &'a Change,
    pub(crate) at: Timestamp,
}

/// Of whom the rule is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum AskedOf {
    /// Of the author, and of the people of the partner through whom it is made.
    All,
    /// Of these people alone.
    People,
    Nobody,
}

/// Of whom the rule is asked in this use case.
fn asked_of(of: UseCaseName) -> AskedOf {
    use UseCaseName as U;
    match of {
        // What people do to members, their access and what gives it.
        U::AcceptInvitation
        | U::AcceptProposal
        | U::AddProductTags
        | U::AddProductsToGroup
        | U::AddTeamMembers
        | U::ChangeMandate
        | U::CreateClientAssignment
        | U::CreateGrant
        | U::CreateGrants
        | U::CreateInvitation
        | U::CreateMembers
        | U::CreateProduct
        | U::CreateProductGroup
        | U::CreateProducts
        | U::CreateTeam
        | U::DeactivateMember
        | U::DeleteClientAssignment
        | U::DeleteGrant
        | U::DeleteGrants
        | U::DeleteProduct
        | U::DeleteProductGroup
        | U::DeleteTeam
        | U::GrantFullAccess
        | U::LeaveOrganization
        | U::LiftShutOut
        | U::ProposePartnership
        | U::ReactivateMember
        | U::RefuseInvitation
        | U::RefuseProposal
        | U::RemoveMember
        | U::RemoveProductTags
        | U::RemoveProductsFromGroup
        | U::RemoveTeamMembers
        | U::ReplaceAllMemberAccess
        | U::ReplaceMemberAccess
        | U::ResendInvitation
        | U::ResendProposal
        | U::ShutOutUser
        | U::SwitchWallet
        | U::TakeBackMadeThings
        | U::TerminatePartnership
        | U::UpdateClientAssignment
        | U::UpdateGrant
        | U::UpdateMember
        | U::UpdateOrganization
        | U::UpdatePartner
        | U::UpdateProduct
        | U::UpdateProductGroup
        | U::UpdateTeam
        | U::WithdrawInvitation
        | U::WithdrawProposal
        // Requests ask; what they ask for comes by the operator's hand.
        | U::AddChangeRequestComment
        | U::CancelChangeRequest
        | U::CreateChangeRequest => AskedOf::All,
        // The operator's decision stands in the place of what the requester holds; what a partner's staff ask for their
        // own people ends with the partnership all the same.
        U::ApplyChangeRequest => AskedOf::People,
        U::RejectChangeRequest | U::StartChangeRequest => AskedOf::Nobody,
        // The operator's own.
        U::AppointLegalRepresentative
        | U::EnlistPartner
        | U::SetAdministratorLimit
        | U::SetBrandingApproval
        | U::SetChangePolicy
        | U::SetQuotas
        | U::UnlistPartner => AskedOf::Nobody,
        // The birth of an organization: nobody had anything there before.
        U::CreateOrganization | U::RegisterUser => AskedOf::Nobody,
        // What an organization holds of a person is erased: nobody gains by it.
        U::EraseUserIn => AskedOf::Nobody,
        // Of other homes than organizations.
        U::AddOperator
        | U::ApplyCatalog
        | U::ConfirmEmail
        | U::CreateKey
        | U::CreateServiceAccount
        | U::DeactivateUser
        | U::DeleteServiceAccount
        | U::EraseUser
        | U::NoteFirstAct
        | U::ReactivateUser
        | U::RemoveOperator
        | U::RetireProductType
        | U::RevokeKey
        | U::UpdatePlatformSettings
        | U::UpdateServiceAccount
        | U::UpdateUser => AskedOf::Nobody,
    }
}

impl AskedChange<'_> {
    /// What has to be read: whose the invitations are that the change reaches.
    pub(crate) fn wants(&self) -> Vec<Want> {
        let reached = invitations_reached(self.after, self.change, self.at);
        let want = |invitation: &&Invitation| match self.new_email(invitation) {
            Some(email) => Want::UserByEmail(email),
            None => Want::UserByText(self.change.home.clone(), invitation.email.id.clone()),
        };
        reached.iter().map(want).collect()
    }

    /// Refuses what would leave its author, or one of the partner's people, with more of their own than before.
    pub(crate) fn must_raise_nobody(
        &self,
        of: UseCaseName,
        author: Option<&UserId>,
        through: &[PartnershipId],
        facts: &Facts,
    ) -> Result<(), Refusal> {
        let Some(author) = author else {
            return Ok(());
        };
        let asked = asked_of(of);
        if asked == AskedOf::Nobody {
            return Ok(());
        }
        let invited = self.invited(facts);
        let transition = Transition {
            before: self.before,
            after: self.after,
            change: self.change,
            invited: &invited,
            at: self.at,
        };
        if asked == AskedOf::All
            && let Some(raised) = transition.raises(author, Judged::Actor)
        {
            return Err(would_get(&raised));
        }
        if through.is_empty() {
            return Ok(());
        }
        match transition.leaves_to_people(through) {
            Some(raised) => Err(would_stay(&raised)),
            None => Ok(()),
        }
    }

    fn invited(&self, facts: &Facts) -> Invited {
        let reached = invitations_reached(self.after, self.change, self.at);
        let whose = |invitation: &Invitation| -> Option<(InvitationId, UserId)> {
            let user = match self.new_email(invitation) {
                Some(email) => facts.user_by_email(&email),
                None => facts
                    .accounts_of_text(&invitation.email.id)
                    .and_then(|accounts| accounts.holder.as_ref()),
            };
            Some((invitation.id.clone(), user?.id.clone()))
        };
        reached.into_iter().filter_map(whose).collect()
    }

    /// The email of an invitation that the change itself makes: it stands in no row yet.
    fn new_email(&self, invitation: &Invitation) -> Option<Email> {
        let mut values = self.change.personal.iter();
        let value = values.find(|value| value.id == invitation.email.id)?;
        Email::parse(&value.value).ok()
    }
}

fn would_get(raised: &Raised) -> Refusal {
    let Raised { user, what } = raised;
    Refusal::new(
        Reason::RaisesSelf,
        format!(
            "Nobody raises themselves: {} would get {what}. Ask somebody else of the organization who may \
             give it.",
            user.resource_name()
        ),
    )
    .about(user.resource_name())
}

fn would_stay(raised: &Raised) -> Refusal {
    let Raised { user, what } = raised;
    Refusal::new(
        Reason::PartnerMayNot,
        format!(
            "Through a partnership the partner's people, past ones included, are given only what ends with it: \
             {} would keep {what}. The organization's own people may give it.",
            user.resource_name()
        ),
    )
    .about(user.resource_name())
}
