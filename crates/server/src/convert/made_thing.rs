//! What was made through a partnership, on the wire.

use app::Done;
use app::access::Made;
use decide::use_cases::partnership::{MOST_TAKEN_BACK, TakeBackMadeThings, WhichMade};
use domain::{MadeThing, Note, OrganizationId, RecordName, Tag};
use grantor::v1;

use super::done::organization;
use super::list::{bounded, each};
use super::role::role_to_proto;
use super::time::proto;
use crate::fields::{Fields, Parent, Parse};

impl Parse for v1::TakeBackMadeThingsRequest {
    type Command = TakeBackMadeThings;

    fn parse(self, fields: &mut Fields) -> Option<TakeBackMadeThings> {
        let named = fields.partnership("name", &self.name);
        let home = named.as_ref().map(|(organization, _)| organization);
        let which = which(fields, self.things, self.all, home);
        let note = fields.optional_text("note", &self.note, Note::parse);
        let (organization, id) = named?;
        Some(TakeBackMadeThings {
            organization,
            id,
            which: which?,
            note: note?,
        })
    }
}

fn which(
    fields: &mut Fields,
    things: Vec<v1::MadeThing>,
    all: bool,
    organization: Parent<'_>,
) -> Option<WhichMade> {
    match (all, things.is_empty()) {
        (true, true) => return Some(WhichMade::All),
        (false, false) => {}
        (true, false) | (false, true) => {
            fields.reject("things", "must be named, or `all` be true; not both");
            return None;
        }
    }
    bounded(fields, "things", &things, 1..=MOST_TAKEN_BACK)?;
    let things = each(fields, "things", things, |fields, field, wire| {
        made_thing(fields, field, wire, organization)
    });
    things.map(|things| WhichMade::Named(things.into_iter().collect()))
}

/// A thing of this organization.
fn made_thing(
    fields: &mut Fields,
    field: &str,
    wire: v1::MadeThing,
    organization: Parent<'_>,
) -> Option<MadeThing> {
    use v1::made_thing::Thing;
    let Some(thing) = wire.thing else {
        fields.reject(
            field,
            "must be one of member, role, team, team_place, grant, tag, group_entry",
        );
        return None;
    };
    let mut here = Here {
        fields,
        field,
        organization,
    };
    match thing {
        Thing::Member(name) => here
            .name("member", &name, Fields::member)
            .map(MadeThing::Member),
        Thing::Role(name) => here
            .name("role", &name, Fields::member)
            .map(MadeThing::Role),
        Thing::Team(name) => here.name("team", &name, Fields::team).map(MadeThing::Team),
        Thing::Grant(name) => here
            .name("grant", &name, Fields::grant)
            .map(MadeThing::Grant),
        Thing::TeamPlace(place) => {
            let team = here.name("team_place.team", &place.team, Fields::team);
            let member = here.name("team_place.member", &place.member, Fields::member);
            Some(MadeThing::TeamPlace(team?, member?))
        }
        Thing::Tag(tagged) => {
            let product = here.name("tag.product", &tagged.product, Fields::product);
            let tag = here.tag("tag.tag", &tagged.tag);
            Some(MadeThing::Tag(product?, tag?))
        }
        Thing::GroupEntry(entry) => {
            let group = "group_entry.product_group";
            let group = here.name(group, &entry.product_group, Fields::product_group);
            let product = here.name("group_entry.product", &entry.product, Fields::product);
            Some(MadeThing::GroupEntry(product?, group?))
        }
    }
}

/// Where a thing is named, and of which organization it has to be.
struct Here<'a> {
    fields: &'a mut Fields,
    field: &'a str,
    organization: Parent<'a>,
}

impl Here<'_> {
    fn name<T>(
        &mut self,
        part: &str,
        name: &str,
        parse: fn(&mut Fields, &str, &str) -> Option<(OrganizationId, T)>,
    ) -> Option<T> {
        let field = format!("{}.{part}", self.field);
        let (home, id) = parse(self.fields, &field, name)?;
        self.fields
            .same_organization(&field, self.organization, &home)?;
        Some(id)
    }

    fn tag(&mut self, part: &str, tag: &str) -> Option<Tag> {
        let field = format!("{}.{part}", self.field);
        self.fields.text(&field, tag, Tag::parse)
    }
}

/// A thing, and how it was made.
pub(crate) fn listed_made_thing(made: &Made, organization: &OrganizationId) -> v1::ListedMadeThing {
    let by = made.by.as_ref();
    let roles = made.roles.as_ref();
    let unset = v1::Role::Unspecified;
    v1::ListedMadeThing {
        thing: Some(made_thing_to_proto(&made.thing, organization)),
        made_by: by.map_or_else(String::new, |by| by.resource_name().to_string()),
        create_time: Some(proto(made.at)),
        role: roles.map_or(unset, |(now, _)| role_to_proto(now)).into(),
        former_role: roles
            .map_or(unset, |(_, former)| role_to_proto(former))
            .into(),
    }
}

fn made_thing_to_proto(thing: &MadeThing, organization: &OrganizationId) -> v1::MadeThing {
    use v1::made_thing::Thing;
    let home = domain::Home::Organization(organization.clone());
    let name = |name: RecordName| name.resource_name(&home);
    let thing = match thing {
        MadeThing::Member(user) => Thing::Member(name(RecordName::member(user))),
        MadeThing::Role(user) => Thing::Role(name(RecordName::member(user))),
        MadeThing::Team(team) => Thing::Team(name(RecordName::team(team))),
        MadeThing::TeamPlace(team, user) => Thing::TeamPlace(v1::TeamPlace {
            team: name(RecordName::team(team)),
            member: name(RecordName::member(user)),
        }),
        MadeThing::Grant(grant) => Thing::Grant(name(RecordName::grant(grant))),
        MadeThing::Tag(product, tag) => Thing::Tag(v1::ProductTag {
            product: name(RecordName::product(product)),
            tag: tag.to_string(),
        }),
        MadeThing::GroupEntry(product, group) => Thing::GroupEntry(v1::GroupEntry {
            product_group: name(RecordName::product_group(group)),
            product: name(RecordName::product(product)),
        }),
    };
    v1::MadeThing { thing: Some(thing) }
}

/// What a change took back.
pub(crate) fn taken_back(done: &Done) -> Vec<v1::MadeThing> {
    let (Some(change), Some(organization)) = (done.change(), organization(done)) else {
        return Vec::new();
    };
    let things = change.outcome.taken_back.iter();
    things
        .map(|thing| made_thing_to_proto(thing, organization))
        .collect()
}

/// How much is still there of what was made.
pub(crate) fn remaining_count(done: &Done) -> i32 {
    let left = done.change().and_then(|change| change.outcome.left_made);
    left.map_or(0, |left| i32::try_from(left).unwrap_or(i32::MAX))
}
