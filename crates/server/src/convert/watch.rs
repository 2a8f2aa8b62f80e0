//! Watching on the wire.

use std::time::Duration;

use app::access::Touched;
use app::watch::{Answer, Event, Start, Told, WatchChanges, Watched};
use domain::{OrganizationId, UserId};
use grantor::v1;
use grantor::v1::watch_changes_request::Start as GrantSpec;
use grantor::v1::watch_changes_response::Event as Said;

use super::audit::{change_to_proto, home};
use super::time::proto;
use crate::fields::{Fields, Parse};

const ALL: &str = "organizations/-";

/// How long a stream is silent at most, if the request does not say.
const HEARTBEAT: Duration = Duration::from_secs(10);
/// The shortest and the longest that a request may say.
const HEARTBEATS: [Duration; 2] = [Duration::from_secs(1), Duration::from_secs(60)];

impl Parse for v1::WatchChangesRequest {
    type Command = WatchChanges;

    fn parse(self, fields: &mut Fields) -> Option<WatchChanges> {
        let of = match self.parent.as_str() {
            ALL => Some(Watched::AllOrganizations),
            parent => home(fields, "parent", parent).map(Watched::Home),
        };
        let start = start(fields, self.start);
        let heartbeat = heartbeat(fields, self.heartbeat_interval);
        Some(WatchChanges {
            of: of?,
            start: start?,
            heartbeat: heartbeat?,
        })
    }
}

impl Parse for v1::WatchAccessRequest {
    type Command = OrganizationId;

    fn parse(self, fields: &mut Fields) -> Option<OrganizationId> {
        fields.organization("organization", &self.organization)
    }
}

fn start(fields: &mut Fields, spec: Option<GrantSpec>) -> Option<Start> {
    match spec {
        None => Some(Start::Now),
        Some(GrantSpec::AfterRevision(revision)) => match u64::try_from(revision) {
            Ok(revision) => Some(Start::After(revision)),
            Err(_) => {
                let why = "must be a revision, or 0 to begin with the first change";
                fields.reject("after_revision", why);
                None
            }
        },
        Some(GrantSpec::StartTime(time)) => {
            let time = fields.timestamp("start_time", Some(time))?;
            time.map(Start::Since)
        }
        Some(GrantSpec::Position(position)) => Some(Start::Position(position)),
    }
}

fn heartbeat(fields: &mut Fields, spec: Option<prost_types::Duration>) -> Option<Duration> {
    let Some(spec) = spec else {
        return Some(HEARTBEAT);
    };
    let [shortest, longest] = HEARTBEATS;
    let spec = Duration::try_from(spec).ok();
    let spec = spec.filter(|spec| (shortest..=longest).contains(spec));
    if spec.is_none() {
        fields.reject("heartbeat_interval", "must be 1 s to 60 s");
    }
    spec
}

/// An answer of the stream.
pub(crate) fn answer_to_proto(answer: Answer) -> v1::WatchChangesResponse {
    let said = match answer.event {
        Event::Change(logged, texts, seen) => Said::Change(change_to_proto(&logged, &texts, &seen)),
        Event::Heartbeat(time) => Said::Heartbeat(v1::Heartbeat {
            current_time: Some(proto(time)),
        }),
    };
    v1::WatchChangesResponse {
        event: Some(said),
        position: answer.position,
    }
}

/// What is told to whoever keeps answers.
pub(crate) fn told_to_proto(told: Told) -> v1::WatchAccessResponse {
    let is_heartbeat = told.is_heartbeat();
    let invalidation = match told.touched {
        Touched::Everybody => v1::Invalidation {
            all_subjects: true,
            ..Default::default()
        },
        Touched::Members(members) => v1::Invalidation {
            subjects: members.iter().map(named).collect(),
            ..Default::default()
        },
    };
    v1::WatchAccessResponse {
        invalidation: (!is_heartbeat).then_some(invalidation),
        consistency_token: told.token,
        proved_time: Some(proto(told.proved_time)),
    }
}

fn named(user: &UserId) -> String {
    user.resource_name().to_string()
}
