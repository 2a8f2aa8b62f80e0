//! Rule 13: an organization has only so much of what grows. Asked of what each change leaves, whoever makes it by whatever
//! call, so acceptance and applying are asked again; of nothing else than growth, so that whoever has too much keeps it,
//! may have less, and may take away, end, shut out, refuse and appoint.
//!
//! What there is so much of is `domain::Quota`; how much there is counts `access::OrganizationState::usage`. How many may
//! claim an email, comment on a request and label a product is asked of the calls that do so.

use std::collections::BTreeSet;

use access::{OrganizationState, View};
use domain::{
    Change, ChangeRequest, Email, GrantPlan, Product, Quota, Reason, Record, RecordName, Refusal,
    Role, Team, Timestamp,
};

use crate::use_case::Context;

/// How many tags a product has at most, and in how many groups it is.
const MOST_LABELS: usize = 64;

/// A change that was decided, and the states around it.
pub(crate) struct Growth<'a> {
    pub(crate) before: &'a View,
    pub(crate) after: &'a View,
    pub(crate) change: &'a Change,
    pub(crate) at: Timestamp,
}

/// The quotas of which there may be more once such a noun is saved.
fn grown_by(record: &Record) -> &'static [Quota] {
    match record {
        Record::Grant(_) => &[
            Quota::Grants,
            Quota::ManagedGrants,
            Quota::ScopeEntries,
            Quota::Tags,
        ],
        Record::Member(_) => &[Quota::ScopeEntries, Quota::Tags],
        Record::Product(_) => &[Quota::Tags],
        Record::Team(_) => &[Quota::Teams, Quota::TeamMembers],
        // What they would make has to fit when they are sent, too.
        Record::Invitation(_) => &[Quota::OpenInvitations, Quota::Grants, Quota::ScopeEntries],
        Record::Partnership(_) => &[Quota::OpenProposals, Quota::Grants, Quota::ScopeEntries],
        Record::ChangeRequest(_) => &[Quota::OpenChangeRequests],
        Record::ClientAssignment(_) => &[Quota::ClientAssignments],
        // There may be as many as one likes; and shutting out is never refused for its number.
        Record::Organization(_)
        | Record::ProductGroup(_)
        | Record::Partner(_)
        | Record::FormerPerson(_)
        | Record::ShutOut(_) => &[],
        // Of other homes.
        Record::Settings(_)
        | Record::Operator { .. }
        | Record::ProductType(_)
        | Record::ServiceAccount(_)
        | Record::Key(_)
        | Record::User(_) => &[],
    }
}

/// How many there may be: the organization's own number, or else the platform's.
fn limit(view: &View, quota: Quota) -> u32 {
    let organization = view.organization.organization();
    let own = organization.and_then(|organization| organization.quotas.get(quota));
    own.unwrap_or_else(|| view.platform.settings().quotas.in_force(quota))
}

impl Growth<'_> {
    /// Refuses more than there may be of anything, where it is more than before.
    pub(crate) fn must_fit(&self) -> Result<(), Refusal> {
        let grown: BTreeSet<_> = self.change.saved().flat_map(grown_by).copied().collect();
        grown.into_iter().try_for_each(|quota| match quota {
            Quota::TeamMembers => self.teams_must_fit(),
            _ => self.organization_must_fit(quota),
        })
    }

    fn organization_must_fit(&self, quota: Quota) -> Result<(), Refusal> {
        let usage = |state: &OrganizationState| state.usage(quota, self.at);
        let before = usage(&self.before.organization);
        let after = usage(&self.after.organization) + self.would_bring(quota);
        let resource = || {
            let id = self.change.home.organization();
            id.map_or_else(String::new, |id| id.resource_name().to_string())
        };
        self.must_not_exceed(quota, before, after, resource)
    }

    fn teams_must_fit(&self) -> Result<(), Refusal> {
        let mut teams = self.change.saved().filter_map(<Team as domain::Noun>::of);
        teams.try_for_each(|team| {
            let size = |view: &View| view.organization.team_size(&team.id);
            let resource = || RecordName::team(&team.id).resource_name(&self.change.home);
            let (before, after) = (size(self.before), size(self.after));
            self.must_not_exceed(Quota::TeamMembers, before, after, resource)
        })
    }

    fn must_not_exceed(
        &self,
        quota: Quota,
        before: usize,
        after: usize,
        resource: impl FnOnce() -> String,
    ) -> Result<(), Refusal> {
        let limit = limit(self.after, quota);
        let fits = usize::try_from(limit).is_ok_and(|limit| after <= limit);
        if fits || after <= before {
            return Ok(());
        }
        Err(exceeded(quota, limit, before, after, resource()))
    }

    /// What acceptance would make of the invitations and proposals that the change sends.
    fn would_bring(&self, quota: Quota) -> usize {
        let sent = self.change.saved().filter_map(|record| self.sent(record));
        let brought = sent.map(|(plans, role)| match quota {
            Quota::Grants => plans.len(),
            Quota::ScopeEntries => entries(plans, role),
            _ => 0,
        });
        brought.sum()
    }

    /// The grants and the role of an invitation or proposal that waits from now on and did not before.
    fn sent<'r>(&self, record: &'r Record) -> Option<(&'r [GrantPlan], Option<&'r Role>)> {
        let before = &self.before.organization;
        match record {
            Record::Invitation(sent) => {
                let waited = before.invitation(&sent.id);
                let waited = waited.is_some_and(|waited| waited.is_open(self.at));
                let waits = sent.is_open(self.at) && !waited;
                waits.then_some((sent.grants.as_slice(), Some(&sent.role)))
            }
            Record::Partnership(sent) => {
                let waited = before.partnership(&sent.id);
                let waited = waited.is_some_and(|waited| waited.is_open(self.at));
                let waits = sent.is_open(self.at) && !waited;
                waits.then_some((sent.offered.as_slice(), None))
            }
            _ => None,
        }
    }
}

fn entries(plans: &[GrantPlan], role: Option<&Role>) -> usize {
    let technical = role.and_then(Role::areas);
    let technical = technical.and_then(|areas| areas.technical.as_ref());
    let scopes = plans.iter().map(|plan| &plan.scope).chain(technical);
    scopes.map(|scope| scope.entries().len()).sum()
}

fn exceeded(quota: Quota, limit: u32, usage: usize, after: usize, resource: String) -> Refusal {
    let words = quota.words();
    Refusal::new(
        Reason::QuotaExceeded,
        format!(
            "{resource} has {usage} {words} and may have {limit}; this would make it {after}. Take some away first, or ask \
             the operator to raise the quota (OrganizationService.SetQuotas)."
        ),
    )
    .about(resource)
    .with("quota", quota.name())
    .with("limit", limit.to_string())
    .with("usage", usage.to_string())
}

/// Refuses one claim more than an email may have, whether or not somebody has it confirmed.
pub(crate) fn must_have_room_for_claim(
    context: &Context<'_>,
    email: &Email,
) -> Result<(), Refusal> {
    let limit = context.view.platform.settings().claims_per_email;
    let accounts = context.facts.accounts_of_email(email);
    let usage = accounts.map_or(0, |accounts| accounts.claims.len());
    if usage < usize::try_from(limit).unwrap_or(usize::MAX) {
        return Ok(());
    }
    Err(Refusal::new(
        Reason::SizeLimit,
        format!(
            "{usage} accounts claim this email without having confirmed it, and at most {limit} may. Whoever reads its \
             mails can confirm it for one of them; the operator sees them (UserService.FindClaims) and can raise \
             claims_per_email in the platform's settings."
        ),
    )
    .about("platform/settings")
    .with("usage", usage.to_string())
    .with("limit", limit.to_string()))
}

/// Refuses the comment that is one too many.
pub(crate) fn must_have_room_for_comment(
    context: &Context<'_>,
    request: &ChangeRequest,
) -> Result<(), Refusal> {
    let limit = ChangeRequest::MAX_COMMENTS;
    let used = request.comments.len();
    if used < limit {
        return Ok(());
    }
    Err(Refusal::new(
        Reason::SizeLimit,
        format!("A change request holds {limit} comments, and this one has as many. Settle it, or open another."),
    )
    .about(RecordName::change_request(&request.id).resource_name(context.home))
    .with("limit", limit.to_string())
    .with("used", used.to_string()))
}

/// Refuses the label that is one too many.
pub(crate) fn labels_must_fit(
    context: &Context<'_>,
    product: &Product,
    labels: usize,
    what: &str,
) -> Result<(), Refusal> {
    if labels <= MOST_LABELS {
        return Ok(());
    }
    let resource = RecordName::product(&product.id).resource_name(context.home);
    Err(Refusal::new(
        Reason::SizeLimit,
        format!(
            "{resource} would have {labels} {what}; at most {MOST_LABELS} are kept. Take others off first."
        ),
    )
    .about(resource)
    .with("limit", MOST_LABELS.to_string()))
}
