//! The audit on the wire.

use app::queries::audit::{By, ListChanges, Logged, Made, change_name, shown_events};
use app::queries::list::Listing;
use app::{Seen, Texts};
use domain::{
    Amendment, Caller, Event, Home, Kind, OrganizationId, Record, RecordName, ServiceAccountId,
    UserId,
};
use grantor::v1;
use grantor::v1::resource_change::After;
use prost::Message;

use super::after_image::after_image;
use super::amendment::{count_to_proto, entries_to_proto};
use super::done::number;
use super::grant::gives_no_rights;
use super::page::MAX_BYTES;
use super::shortened::shortened;
use super::time::proto;
use crate::commands::Written;
use crate::fields::{Fields, Parse};
use crate::method::logged_as;
use crate::names;

/// The most bytes of a thing as it was right after a change.
const MAX_AFTER: usize = 256 << 10;

impl Parse for v1::ListChangesRequest {
    type Command = Listing<ListChanges>;

    fn parse(self, fields: &mut Fields) -> Option<Self::Command> {
        let home = home(fields, "parent", &self.parent);
        let by = if self.actor.is_empty() {
            Some(None)
        } else {
            by(fields, &self.actor).map(Some)
        };
        let resource = resource(fields, home.as_ref(), self.resource);
        let method = method(fields, self.method);
        let from = fields.timestamp("start_time", self.start_time);
        let until = fields.timestamp("end_time", self.end_time);
        let page = fields.page(self.page_size, self.page_token, self.consistency);
        Some(page?.of(ListChanges {
            home: home?,
            by: by?,
            resource: resource?,
            method: method?,
            from: from?,
            until: until?,
        }))
    }
}

impl Fields {
    pub(crate) fn change(&mut self, field: &str, name: &str) -> Option<(Home, u64)> {
        let parts = name.rsplit_once("/changes/");
        let revision = parts.and_then(|(_, revision)| names::number(revision));
        let (Some((parent, _)), Some(revision)) = (parts, revision) else {
            self.reject(
                field,
                "must be a name like organizations/acme/changes/12, platform/changes/3 or people/changes/4",
            );
            return None;
        };
        Some((home(self, field, parent)?, revision))
    }
}

/// What has changes of its own: an organization, the platform, or all people.
pub(crate) fn home(fields: &mut Fields, field: &str, name: &str) -> Option<Home> {
    match name {
        "platform" => Some(Home::Platform),
        "people" => Some(Home::People),
        _ => {
            let id = names::one(name, "organizations/*", OrganizationId::parse);
            if id.is_none() {
                fields.reject(field, "must name an organization such as organizations/acme, or be platform or people");
            }
            id.map(Home::Organization)
        }
    }
}

fn by(fields: &mut Fields, name: &str) -> Option<By> {
    let user = names::one(name, "users/*", UserId::parse).map(By::User);
    let account =
        || names::one(name, "serviceAccounts/*", ServiceAccountId::parse).map(By::ServiceAccount);
    let by = user.or_else(account);
    if by.is_none() {
        fields.reject(
            "actor",
            "must be a user such as users/ann, or a service account such as serviceAccounts/panel",
        );
    }
    by
}

/// Something of the parent: what is elsewhere did not change there.
fn resource(fields: &mut Fields, home: Option<&Home>, name: String) -> Option<Option<String>> {
    let named = |part: &str| {
        !part.is_empty()
            && part
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    let organization = home
        .and_then(Home::organization)
        .map(|id| id.resource_name().to_string());
    let is_here = organization.is_none_or(|own| {
        name.strip_prefix(&own)
            .is_some_and(|rest| matches!(rest.as_bytes(), [] | [b'/', ..]))
    });
    let known = name.contains('/') && name.split('/').all(named) && is_here;
    if !(name.is_empty() || known) {
        fields.reject(
            "resource",
            "must be the name of something in the parent, such as organizations/acme/members/bob",
        );
        return None;
    }
    Some(logged_name(name))
}

fn method(fields: &mut Fields, name: String) -> Option<Option<String>> {
    let is_rpc = || {
        let mut methods = grantor::METHODS.iter();
        methods.any(|method| logged_as(method.path) == name)
    };
    let is_command = || Written::ALL.iter().any(|command| command.name() == name);
    if name.is_empty() {
        return Some(None);
    }
    if !is_rpc() && !is_command() {
        let commands = Written::ALL.map(Written::name).join(", ");
        let why = format!(
            "must be an RPC, written such as GrantService.CreateGrant, or one of the commands: {commands}"
        );
        fields.reject("method", why);
        return None;
    }
    Some(Some(name))
}

/// The log names keys by their id alone, which is unique on the platform.
fn logged_name(resource: String) -> Option<String> {
    match resource.rsplit_once("/keys/") {
        Some((_, key)) => Some(format!("keys/{key}")),
        None => (!resource.is_empty()).then_some(resource),
    }
}

/// One change, with as much of what it did as there is room for.
pub(crate) fn change_to_proto(logged: &Logged, texts: &Texts, seen: &Seen) -> v1::Change {
    let (resource_changes, omitted_resource_change_count) =
        shortened(MAX_BYTES, shown_events(logged), |event| {
            resource_change(event, logged, texts, seen)
        });
    v1::Change {
        resource_changes,
        omitted_resource_change_count,
        ..made_to_proto(&Made::of(logged), texts)
    }
}

/// One change, without what it did.
pub(crate) fn made_to_proto(made: &Made, texts: &Texts) -> v1::Change {
    let actor = made.who.actor.as_ref();
    v1::Change {
        name: change_name(&made.home, made.revision),
        revision: number(made.revision),
        create_time: Some(proto(made.at)),
        method: made.method.clone(),
        actor: actor
            .map(|user| user.resource_name().to_string())
            .unwrap_or_default(),
        service_account: match &made.who.caller {
            Caller::Service { account, .. } => account.resource_name().to_string(),
            Caller::CommandLine | Caller::LinkPage => String::new(),
        },
        link_page: made.who.caller == Caller::LinkPage,
        request_id: made.request_id.clone().unwrap_or_default(),
        note: texts.get_opt(made.note.as_ref()),
        resource_changes: Vec::new(),
        omitted_resource_change_count: count_to_proto(made.things),
        change_request: change_request(made),
    }
}

/// The request that the change is about, as the call that made it said.
fn change_request(made: &Made) -> String {
    let about = made.about.as_ref();
    about
        .filter(|name| name.kind == Kind::ChangeRequest)
        .map(|name| name.resource_name(&made.home))
        .unwrap_or_default()
}

/// What became of one thing.
pub(crate) fn resource_change(
    event: &Event,
    logged: &Logged,
    texts: &Texts,
    seen: &Seen,
) -> v1::ResourceChange {
    match event {
        Event::Saved(record) => {
            let stamp = record.stamp();
            let is_new = stamp.create_revision == logged.revision;
            let kind = if is_new {
                v1::ChangeKind::Created
            } else {
                v1::ChangeKind::Updated
            };
            let after = after_image(record, logged, texts, seen);
            let fits = |after: &After| after.encoded_len() <= MAX_AFTER;
            let whole = |after: &After| fits(after) && tells_all_members(after);
            v1::ResourceChange {
                resource: saved_name(record, &logged.home),
                kind: kind.into(),
                after_truncated: !after.as_ref().is_none_or(whole),
                after: after.filter(fits),
                ..Default::default()
            }
        }
        Event::Amended(amendment) => amended(amendment, logged, texts, seen),
        Event::Removed(name) => v1::ResourceChange {
            resource: removed_name(name, logged),
            kind: v1::ChangeKind::Deleted.into(),
            ..Default::default()
        },
    }
}

/// A team shows the first of very many.
fn tells_all_members(after: &After) -> bool {
    match after {
        After::Team(team) => team.members.len() == usize::try_from(team.member_count).unwrap_or(0),
        _ => true,
    }
}

/// As much of it as there is room for: without its list, or without all but its name.
fn amended(
    amendment: &Amendment,
    logged: &Logged,
    texts: &Texts,
    seen: &Seen,
) -> v1::ResourceChange {
    let fits = |change: &v1::ResourceChange| change.encoded_len() <= MAX_AFTER;
    let whole = Some(amendment).filter(|it| it.is_whole());
    let whole = whole.map(|it| with_entries(it, logged, texts, seen));
    whole.filter(fits).unwrap_or_else(|| {
        let shown = with_entries(&amendment.without_list(), logged, texts, seen);
        let bare = v1::ResourceChange {
            resource: shown.resource.clone(),
            kind: shown.kind,
            after_truncated: true,
            ..Default::default()
        };
        Some(shown).filter(fits).unwrap_or(bare)
    })
}

fn with_entries(
    amendment: &Amendment,
    logged: &Logged,
    texts: &Texts,
    seen: &Seen,
) -> v1::ResourceChange {
    let entries = |entries| entries_to_proto(entries, &logged.home, texts);
    let mut after = after_image(&amendment.noun, logged, texts, seen);
    as_if_whole(&mut after, amendment, seen);
    v1::ResourceChange {
        resource: saved_name(&amendment.noun, &logged.home),
        kind: v1::ChangeKind::Updated.into(),
        after,
        after_truncated: !amendment.is_whole(),
        added_entries: entries(&amendment.came),
        removed_entries: entries(&amendment.left),
    }
}

/// Says what follows from the list that it leaves out.
fn as_if_whole(after: &mut Option<After>, amendment: &Amendment, seen: &Seen) {
    let count = count_to_proto(amendment.count);
    match (after, &amendment.noun) {
        (Some(After::Team(team)), _) => team.member_count = count,
        (Some(After::ChangeRequest(request)), _) => request.comment_count = count,
        (Some(After::Grant(shown)), Record::Grant(grant)) => {
            shown.covers_nothing = gives_no_rights(grant, &seen.view.platform);
        }
        _ => {}
    }
}

fn saved_name(record: &Record, home: &Home) -> String {
    match record {
        Record::Key(key) => key.id.of_account(&key.account).to_string(),
        _ => record.name().resource_name(home),
    }
}

/// A key goes only with its account, in the same change.
fn removed_name(name: &RecordName, logged: &Logged) -> String {
    let mut events = logged.change.events.iter();
    let account = match name.kind {
        Kind::Key => events.find_map(|event| match event {
            Event::Removed(other) if other.kind == Kind::ServiceAccount => Some(other),
            _ => None,
        }),
        _ => None,
    };
    match account {
        Some(account) => name.key_of(account).to_string(),
        None => name.resource_name(&logged.home),
    }
}
