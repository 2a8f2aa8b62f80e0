//! Change requests on the wire.

use app::access::PlatformState;
use app::queries::change_request::{ListChangeRequests, ListMyChangeRequests, ListedRequest};
use app::queries::list::Listing;
use app::{Done, Page, Texts};
use decide::use_cases::change_request::{
    AddChangeRequestComment, ApplyChangeRequest, RejectChangeRequest,
};
use domain::{
    ChangeRequest, ChangeRequestStage, ChangeRequestState, Kind, ListEntry, Made, MemberChange,
    Note, OrganizationId, RequestedChange, Role, TeamId, Timestamp, UserCreation, UserId, Who,
};
use grantor::v1;
use v1::change_request::Change;

use super::amendment::{amendment, count_to_proto, is_long};
use super::comment::comment_to_proto;
use super::done::{number, organization};
use super::edit::seen;
use super::grant::giver;
use super::invitation::offered_to_proto;
use super::list::each;
use super::rights::scope_to_proto;
use super::role::{areas_to_proto, role_to_proto};
use super::time::proto;
use crate::fields::{Fields, Parse};

impl Parse for v1::ListChangeRequestsRequest {
    type Command = Listing<ListChangeRequests>;

    fn parse(self, fields: &mut Fields) -> Option<Self::Command> {
        let organization = match self.parent.as_str() {
            "organizations/-" => Some(None),
            parent => fields.organization("parent", parent).map(Some),
        };
        let stages = stages(fields, self.states);
        let requester = match self.requester.as_str() {
            "" => Some(None),
            name => fields.user("requester", name).map(Some),
        };
        let page = fields.page(self.page_size, self.page_token, self.consistency);
        Some(page?.of(ListChangeRequests {
            organization: organization?,
            stages: stages?,
            requester: requester?,
        }))
    }
}

impl Parse for v1::ListMyChangeRequestsRequest {
    type Command = Listing<ListMyChangeRequests>;

    fn parse(self, fields: &mut Fields) -> Option<Self::Command> {
        let stages = stages(fields, self.states);
        let page = fields.page(self.page_size, self.page_token, self.consistency);
        Some(page?.of(ListMyChangeRequests { stages: stages? }))
    }
}

/// The states that a list can be asked for.
const STATES: &str = "CHANGE_REQUEST_STATE_OPEN, CHANGE_REQUEST_STATE_IN_PROGRESS, \
                      CHANGE_REQUEST_STATE_APPLIED, CHANGE_REQUEST_STATE_REJECTED, \
                      CHANGE_REQUEST_STATE_CANCELLED";

fn stages(fields: &mut Fields, wire: Vec<i32>) -> Option<Vec<ChangeRequestStage>> {
    use v1::ChangeRequestState as Wire;
    each(fields, "states", wire, |fields, field, state| {
        fields.choice(field, state, STATES, |state| match state {
            Wire::Unspecified => None,
            Wire::Open => Some(ChangeRequestStage::Open),
            Wire::InProgress => Some(ChangeRequestStage::InProgress),
            Wire::Applied => Some(ChangeRequestStage::Applied),
            Wire::Rejected => Some(ChangeRequestStage::Rejected),
            Wire::Cancelled => Some(ChangeRequestStage::Cancelled),
        })
    })
}

impl Parse for v1::AddChangeRequestCommentRequest {
    type Command = AddChangeRequestComment;

    fn parse(self, fields: &mut Fields) -> Option<AddChangeRequestComment> {
        let named = fields.change_request("name", &self.name);
        let text = fields.text("text", &self.text, Note::parse);
        let (organization, id) = named?;
        Some(AddChangeRequestComment {
            organization,
            id,
            text: text?,
        })
    }
}

impl Parse for v1::ApplyChangeRequestRequest {
    type Command = ApplyChangeRequest;

    fn parse(self, fields: &mut Fields) -> Option<ApplyChangeRequest> {
        let (organization, id) = fields.change_request("name", &self.name)?;
        Some(ApplyChangeRequest {
            organization,
            id,
            etag: seen(self.etag),
            acknowledge_all: self.acknowledge_all_products,
        })
    }
}

impl Parse for v1::RejectChangeRequestRequest {
    type Command = RejectChangeRequest;

    fn parse(self, fields: &mut Fields) -> Option<RejectChangeRequest> {
        let named = fields.change_request("name", &self.name);
        let reason = fields.text("reason", &self.reason, Note::parse);
        let (organization, id) = named?;
        Some(RejectChangeRequest {
            organization,
            id,
            reason: reason?,
            etag: seen(self.etag),
        })
    }
}

/// A request of this organization.
pub(crate) fn change_request_to_proto(
    request: &ChangeRequest,
    organization: &OrganizationId,
    platform: &PlatformState,
    texts: &Texts,
) -> v1::ChangeRequest {
    let (worker, end_time) = worked(&request.state);
    let made = match &request.state {
        ChangeRequestState::Applied { made, .. } => made.as_ref(),
        _ => None,
    };
    let reason = match &request.state {
        ChangeRequestState::Rejected { reason, .. } => Some(reason),
        _ => None,
    };
    v1::ChangeRequest {
        name: request.id.within(organization).to_string(),
        number: number(request.number),
        change: Some(change_to_proto(
            &request.wanted,
            organization,
            platform,
            texts,
        )),
        note: texts.get_opt(request.note.as_ref()),
        state: state_to_proto(request.state.stage()).into(),
        requester: giver(&request.requester),
        worker: worker.map(giver).unwrap_or_default(),
        reject_reason: texts.get_opt(reason),
        comments: request
            .comments
            .iter()
            .map(|comment| comment_to_proto(comment, texts))
            .collect(),
        comment_count: count_to_proto(request.comments.len()),
        member: match made {
            Some(Made::Member(user)) => user.member_of(organization).to_string(),
            Some(Made::Invitation(_)) | None => String::new(),
        },
        invitation: match made {
            Some(Made::Invitation(id)) => id.within(organization).to_string(),
            Some(Made::Member(_)) | None => String::new(),
        },
        create_time: Some(proto(request.stamp.create_time)),
        update_time: Some(proto(request.stamp.update_time)),
        end_time: end_time.map(proto),
        etag: request.stamp.etag(),
    }
}

/// Which operator worked it last, and when it ended.
fn worked(state: &ChangeRequestState) -> (Option<&Who>, Option<Timestamp>) {
    match state {
        ChangeRequestState::Open => (None, None),
        ChangeRequestState::InProgress { by, .. } => (Some(by), None),
        ChangeRequestState::Applied { by, at, .. }
        | ChangeRequestState::Rejected { by, at, .. } => (Some(by), Some(*at)),
        ChangeRequestState::Cancelled { at } => (None, Some(*at)),
    }
}

fn state_to_proto(stage: ChangeRequestStage) -> v1::ChangeRequestState {
    match stage {
        ChangeRequestStage::Open => v1::ChangeRequestState::Open,
        ChangeRequestStage::InProgress => v1::ChangeRequestState::InProgress,
        ChangeRequestStage::Applied => v1::ChangeRequestState::Applied,
        ChangeRequestStage::Rejected => v1::ChangeRequestState::Rejected,
        ChangeRequestStage::Cancelled => v1::ChangeRequestState::Cancelled,
    }
}

fn change_to_proto(
    wanted: &RequestedChange,
    organization: &OrganizationId,
    platform: &PlatformState,
    texts: &Texts,
) -> Change {
    let named = |user: &UserId| user.member_of(organization).to_string();
    match wanted {
        RequestedChange::CreateUser(creation) => {
            Change::CreateUser(creation_to_proto(creation, organization, platform, texts))
        }
        RequestedChange::ChangeMember(change) => {
            Change::ChangeMember(member_change_to_proto(change, organization, platform))
        }
        RequestedChange::DeactivateMember { member, reason } => {
            Change::DeactivateMember(v1::MemberDeactivation {
                member: named(member),
                reason: texts.get(reason),
            })
        }
        RequestedChange::ReactivateMember { member } => {
            let member = named(member);
            Change::ReactivateMember(v1::MemberReactivation { member })
        }
        RequestedChange::RaiseAdministratorLimit { limit } => {
            let limit = i32::try_from(*limit).unwrap_or(i32::MAX);
            Change::RaiseAdministratorLimit(v1::AdministratorLimitRaise { limit })
        }
    }
}

fn creation_to_proto(
    creation: &UserCreation,
    organization: &OrganizationId,
    platform: &PlatformState,
    texts: &Texts,
) -> v1::UserCreation {
    let offered = |plan| offered_to_proto(plan, organization, platform);
    v1::UserCreation {
        given_name: texts.get(&creation.given_name),
        family_name: texts.get_opt(creation.family_name.as_ref()),
        email: texts.get(&creation.email),
        position: texts.get_opt(creation.position.as_ref()),
        locale: creation.locale.as_str().to_owned(),
        role: Some(requested_role(&creation.role, organization)),
        grants: creation.grants.iter().map(offered).collect(),
        teams: teams_to_proto(&creation.teams, organization),
        lift_shut_out: creation.lift_shut_out,
    }
}

fn member_change_to_proto(
    change: &MemberChange,
    organization: &OrganizationId,
    platform: &PlatformState,
) -> v1::MemberChange {
    let role = change.role.as_ref();
    let offered = |plan| offered_to_proto(plan, organization, platform);
    v1::MemberChange {
        member: change.member.member_of(organization).to_string(),
        access_etag: change.seen.etag.clone(),
        role: role.map(|role| requested_role(role, organization)),
        add_grants: change.add_grants.iter().map(offered).collect(),
        remove_grants: change
            .remove_grants
            .iter()
            .map(|grant| grant.within(organization).to_string())
            .collect(),
        add_teams: teams_to_proto(&change.add_teams, organization),
        remove_teams: teams_to_proto(&change.remove_teams, organization),
    }
}

fn teams_to_proto(teams: &[domain::TeamId], organization: &OrganizationId) -> Vec<String> {
    let name = |team: &TeamId| team.within(organization).to_string();
    teams.iter().map(name).collect()
}

fn requested_role(role: &Role, organization: &OrganizationId) -> v1::RequestedRole {
    let areas = role.areas();
    let technical = areas.and_then(|areas| areas.technical.as_ref());
    v1::RequestedRole {
        role: role_to_proto(role).into(),
        areas: areas.map(areas_to_proto).unwrap_or_default(),
        technical_scope: technical.map(|scope| scope_to_proto(organization, scope)),
    }
}

/// The request that a change saved.
pub(crate) fn saved_change_request(done: &Done) -> Option<v1::ChangeRequest> {
    let request = done.saved::<ChangeRequest>()?;
    let platform = &done.view.platform;
    let mut shown = change_request_to_proto(request, organization(done)?, platform, &done.texts);
    if let Some(amendment) = amendment(done, Kind::ChangeRequest) {
        shown.comment_count = count_to_proto(amendment.count);
    }
    if is_long(shown.comment_count) {
        shown.comments.clear();
    }
    Some(shown)
}

/// The last comment of the request that a change saved.
pub(crate) fn last_comment(done: &Done) -> Option<v1::ChangeRequestComment> {
    let whole = done.saved::<ChangeRequest>();
    let last = whole.and_then(|request| request.comments.last());
    let came = amendment(done, Kind::ChangeRequest).and_then(|it| it.came.last());
    let comment = last.or(match came {
        Some(ListEntry::Comment(_, comment)) => Some(comment),
        Some(ListEntry::Place(_) | ListEntry::Scope(_)) | None => None,
    });
    comment.map(|comment| comment_to_proto(comment, &done.texts))
}

/// A request of a page.
pub(crate) fn change_request_of_page(
    listed: &ListedRequest,
    page: &Page<ListedRequest>,
) -> v1::ChangeRequest {
    let platform = &page.seen.view.platform;
    change_request_to_proto(&listed.request, &listed.organization, platform, &page.texts)
}
