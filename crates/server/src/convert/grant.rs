//! Grants on the wire.

use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

use app::access::PlatformState;
use app::queries::grant::{ListExpiringGrants, ListGrants};
use app::queries::list::Listing;
use app::{Done, Page, Texts};
use decide::grant_spec::GrantSpec;
use decide::use_cases::grant::{CreateGrant, CreateGrants, DeleteGrants, NewGrant, UpdateGrant};
use domain::{
    Caller, Grant, GrantId, Note, OrganizationId, PartnershipId, Period, Rights, Subject, TeamId,
    UserId, Who,
};
use grantor::v1;

use super::done::{number, organization};
use super::edit::{Mask, seen};
use super::items::items;
use super::rights::{rights_to_proto, scope_to_proto};
use super::shortened::{MAX_LIST, shortened};
use super::time::proto;
use crate::fields::{Fields, Parent, Parse};
use crate::names;

/// The fields of a grant that an update may name.
const PATHS: [&str; 5] = ["rights", "scope", "start_time", "expire_time", "note"];

impl Parse for v1::CreateGrantRequest {
    type Command = CreateGrant;

    fn parse(self, fields: &mut Fields) -> Option<CreateGrant> {
        let organization = fields.organization("parent", &self.parent);
        let grant = new_grant(fields, "", organization.as_ref(), self);
        Some(CreateGrant {
            organization: organization?,
            grant: grant?,
        })
    }
}

impl Parse for v1::BatchCreateGrantsRequest {
    type Command = CreateGrants;

    fn parse(self, fields: &mut Fields) -> Option<CreateGrants> {
        let organization = fields.organization("parent", &self.parent);
        let grants = items(
            fields,
            organization.as_ref(),
            self.requests,
            "grant",
            |fields, prefix, item| new_grant(fields, prefix, organization.as_ref(), item),
        );
        Some(CreateGrants {
            organization: organization?,
            grants: grants?,
        })
    }
}

fn new_grant(
    fields: &mut Fields,
    prefix: &str,
    organization: Parent<'_>,
    request: v1::CreateGrantRequest,
) -> Option<NewGrant> {
    let field = |name: &str| format!("{prefix}grant{name}");
    let id = fields.optional_id(
        &format!("{prefix}grant_id"),
        &request.grant_id,
        GrantId::parse,
    );
    let grant = fields.required(&field(""), request.grant)?;
    let subject = subject(fields, &field(".subject"), &grant.subject, organization);
    let rights = fields.rights(&field(".rights"), grant.rights);
    let scope = fields.scope(&field(".scope"), grant.scope, organization);
    let start = fields.timestamp(&field(".start_time"), grant.start_time);
    let end = fields.timestamp(&field(".expire_time"), grant.expire_time);
    let note = fields.optional_text(&field(".note"), &grant.note, Note::parse);
    Some(NewGrant {
        id: id?,
        subject: subject?,
        spec: GrantSpec {
            rights: rights?,
            scope: scope?,
            period: Period {
                start: start?,
                end: end?,
            },
            acknowledge_all: request.acknowledge_all_products,
        },
        note: note?,
    })
}

/// A member, a team or a partnership of the organization.
fn subject(
    fields: &mut Fields,
    field: &str,
    name: &str,
    organization: Parent<'_>,
) -> Option<Subject> {
    let member = names::two(
        name,
        "organizations/*/members/*",
        OrganizationId::parse,
        UserId::parse,
    );
    let team = || {
        names::two(
            name,
            "organizations/*/teams/*",
            OrganizationId::parse,
            TeamId::parse,
        )
    };
    let partnership = || {
        names::two(
            name,
            "organizations/*/partnerships/*",
            OrganizationId::parse,
            PartnershipId::parse,
        )
    };
    let named = member
        .map(|(home, user)| (home, Subject::Member(user)))
        .or_else(|| team().map(|(home, team)| (home, Subject::Team(team))))
        .or_else(|| partnership().map(|(home, id)| (home, Subject::Partnership(id))));
    let Some((home, subject)) = named else {
        fields.reject(
            field,
            "must be a member organizations/*/members/*, a team organizations/*/teams/* or a partnership \
             organizations/*/partnerships/*",
        );
        return None;
    };
    fields
        .same_organization(field, organization, &home)
        .map(|()| subject)
}

impl Parse for v1::UpdateGrantRequest {
    type Command = UpdateGrant;

    fn parse(self, fields: &mut Fields) -> Option<UpdateGrant> {
        let mask = Mask::parse(fields, self.update_mask.as_ref(), &PATHS);
        let grant = fields.required("grant", self.grant)?;
        let named = fields.grant("grant.name", &grant.name);
        let organization = named.as_ref().map(|(organization, _)| organization);
        let mask = mask?;
        let rights = mask.edit("rights", grant.rights.is_some(), || {
            fields.rights("grant.rights", grant.rights)
        });
        let scope = mask.edit("scope", grant.scope.is_some(), || {
            fields.scope("grant.scope", grant.scope, organization)
        });
        let start = mask.edit("start_time", grant.start_time.is_some(), || {
            fields.timestamp("grant.start_time", grant.start_time)
        });
        let end = mask.edit("expire_time", grant.expire_time.is_some(), || {
            fields.timestamp("grant.expire_time", grant.expire_time)
        });
        let note = mask.edit("note", !grant.note.is_empty(), || {
            fields.optional_text("grant.note", &grant.note, Note::parse)
        });
        let (organization, id) = named?;
        Some(UpdateGrant {
            organization,
            id,
            rights: rights?,
            scope: scope?,
            start: start?,
            end: end?,
            note: note?,
            acknowledge_all: self.acknowledge_all_products,
            etag: seen(grant.etag),
        })
    }
}

impl Parse for v1::BatchDeleteGrantsRequest {
    type Command = DeleteGrants;

    fn parse(self, fields: &mut Fields) -> Option<DeleteGrants> {
        let organization = fields.organization("parent", &self.parent);
        if self.names.is_empty() {
            fields.reject("names", "must name at least one grant");
        }
        fields.at_most("names", self.names.len())?;
        let mut ids: Vec<GrantId> = Vec::new();
        let mut seen = HashSet::new();
        for (index, name) in self.names.iter().enumerate() {
            let field = format!("names[{index}]");
            let Some((home, id)) = fields.grant(&field, name) else {
                continue;
            };
            if !seen.insert(id.clone()) {
                fields.reject(&field, "stands in the list already");
            }
            if fields
                .same_organization(&field, organization.as_ref(), &home)
                .is_some()
            {
                ids.push(id);
            }
        }
        Some(DeleteGrants {
            organization: organization?,
            ids,
        })
    }
}

impl Parse for v1::ListGrantsRequest {
    type Command = Listing<ListGrants>;

    fn parse(self, fields: &mut Fields) -> Option<Self::Command> {
        let organization = fields.organization("parent", &self.parent);
        let subject = match self.subject.as_str() {
            "" => Some(None),
            name => subject(fields, "subject", name, organization.as_ref()).map(Some),
        };
        let unused_since = fields.timestamp("unused_since", self.unused_since);
        let page = fields.page(self.page_size, self.page_token, self.consistency);
        Some(page?.of(ListGrants {
            organization: organization?,
            subject: subject?,
            unused_since: unused_since?,
        }))
    }
}

impl Parse for v1::ListExpiringGrantsRequest {
    type Command = Listing<ListExpiringGrants>;

    fn parse(self, fields: &mut Fields) -> Option<Self::Command> {
        let organization = fields.organization("parent", &self.parent);
        let from = fields.timestamp("from_time", self.from_time);
        let until = fields.required("until_time", self.until_time);
        let until = until
            .and_then(|until| fields.timestamp("until_time", Some(until)))
            .flatten();
        let page = fields.page(self.page_size, self.page_token, self.consistency);
        Some(page?.of(ListExpiringGrants {
            organization: organization?,
            from: from?,
            until: until?,
        }))
    }
}

/// A grant of this organization.
pub(crate) fn grant_to_proto(
    grant: &Grant,
    organization: &OrganizationId,
    platform: &PlatformState,
    texts: &Texts,
) -> v1::Grant {
    v1::Grant {
        name: grant.id.within(organization).to_string(),
        subject: match &grant.subject {
            Subject::Member(user) => user.member_of(organization).to_string(),
            Subject::Team(team) => team.within(organization).to_string(),
            Subject::Partnership(id) => id.within(organization).to_string(),
        },
        scope: Some(scope_to_proto(organization, &grant.scope)),
        rights: Some(rights_to_proto(&grant.rights, platform)),
        start_time: grant.period.start.map(proto),
        expire_time: grant.period.end.map(proto),
        note: texts.get_opt(grant.note.as_deref()),
        granted_by: giver(&grant.granted_by),
        covers_nothing: covers_nothing(grant, platform),
        scope_revision: number(grant.scope_revision),
        create_time: Some(proto(grant.stamp.create_time)),
        update_time: Some(proto(grant.stamp.update_time)),
        etag: grant.stamp.etag(),
    }
}

/// Who gave a grant; the operator's own command has no name.
pub(crate) fn giver(who: &Who) -> String {
    match (&who.actor, &who.caller) {
        (Some(actor), _) => actor.resource_name().to_string(),
        (None, Caller::Service { account, .. }) => account.resource_name().to_string(),
        (None, Caller::CommandLine | Caller::LinkPage) => String::new(),
    }
}

/// All that it named is gone.
fn covers_nothing(grant: &Grant, platform: &PlatformState) -> bool {
    gives_no_rights(grant, platform) || grant.scope.is_nothing()
}

/// Whether the rights that it named are all gone.
pub(crate) fn gives_no_rights(grant: &Grant, platform: &PlatformState) -> bool {
    match &grant.rights {
        Rights::All => false,
        Rights::Listed { kinds, rights } => {
            let live = |number| {
                platform
                    .right(number)
                    .is_some_and(|(_, right)| !right.removed)
            };
            kinds.is_empty() && !rights.iter().copied().any(live)
        }
    }
}

/// A grant of a page.
pub(crate) fn grant_of_page(
    grant: &Grant,
    page: &Page<Arc<Grant>>,
    organization: &OrganizationId,
) -> v1::Grant {
    grant_to_proto(grant, organization, &page.seen.view.platform, &page.texts)
}

/// The grants that a change leaves saved, in its order.
pub(crate) fn saved_grants(done: &Done) -> Vec<v1::Grant> {
    shown_grants(done, usize::MAX, done.all_saved()).0
}

/// The same where they are many grants that were there before, and for how many more there is no room.
pub(crate) fn shortened_saved_grants(done: &Done) -> (Vec<v1::Grant>, i32) {
    shown_grants(done, MAX_LIST, done.all_saved())
}

/// As many as an answer names.
const MAX_IDENTICAL: usize = 100;

/// As many grants, and entries of their scopes, are compared for one answer: a hint must cost nobody anything.
const MAX_LOOKED_AT: usize = 100_000;

/// The grants beside those that a change saved that say the same of the same subject, by name. Whoever may give it sees
/// those too; what the owner of a type gives is beside nobody else's.
pub(crate) fn identical_grants(done: &Done) -> Vec<String> {
    let Some(organization) = organization(done) else {
        return Vec::new();
    };
    let saved: HashSet<&GrantId> = done.all_saved().map(|new: &Grant| &new.id).collect();
    let beside = done.all_saved().flat_map(|new: &Grant| {
        let held = done.view.organization.grants_beside(new);
        held.map(move |held| (new, held))
    });
    let mut looked_at = 0;
    let same = beside
        .take_while(|(new, _)| {
            looked_at += 1 + new.scope.entries().len();
            looked_at <= MAX_LOOKED_AT
        })
        .filter(|(new, held)| !saved.contains(&held.id) && says_the_same(held, new));
    let name = |grant: &Grant| grant.id.within(organization).to_string();
    let names: BTreeSet<_> = same.map(|(_, held)| name(&held)).collect();
    names.into_iter().take(MAX_IDENTICAL).collect()
}

fn says_the_same(one: &Grant, other: &Grant) -> bool {
    let said = |grant: &Grant| (grant.by_owner, grant.period);
    said(one) == said(other)
        && one.ties == other.ties
        && one.rights == other.rights
        && one.scope == other.scope
}

/// The grants that a change removed, as they were, of whom the caller may see them, and for how many more there is no room.
pub(crate) fn removed_grants(done: &Done) -> (Vec<v1::Grant>, i32) {
    let told = |grant: &&Grant| done.sight.sees_grant(grant, &done.view);
    shown_grants(done, MAX_LIST, done.all_removed().filter(told))
}

/// These grants, as far as there is room for them in so many bytes, and for how many there is none.
fn shown_grants<'a>(
    done: &'a Done,
    most: usize,
    grants: impl Iterator<Item = &'a Grant>,
) -> (Vec<v1::Grant>, i32) {
    let Some(organization) = organization(done) else {
        return (Vec::new(), 0);
    };
    shortened(most, grants, |grant| {
        grant_to_proto(grant, organization, &done.view.platform, &done.texts)
    })
}

/// How many products the grants on `all` open.
pub(crate) fn opened_products(done: &Done) -> i64 {
    done.change()
        .and_then(|change| change.outcome.opened_products)
        .unwrap_or_default()
        .into()
}
