//! Teams on the wire.

use app::Done;
use app::queries::list::Listing;
use app::queries::team::ListTeams;
use decide::use_cases::team::{AddTeamMembers, CreateTeam, RemoveTeamMembers, UpdateTeam};
use domain::{DisplayName, Kind, OrganizationId, Team, TeamId, UserId};
use grantor::v1;

use super::amendment::{amendment, count_to_proto, is_long};
use super::done::organization;
use super::edit::{Mask, seen};
use super::time::proto;
use crate::fields::{Fields, Parent, Parse};

/// Members that a team shows by itself.
const MAX_MEMBERS: usize = 1000;

impl Parse for v1::CreateTeamRequest {
    type Command = CreateTeam;

    fn parse(self, fields: &mut Fields) -> Option<CreateTeam> {
        let organization = fields.organization("parent", &self.parent);
        let id = fields.optional_id("team_id", &self.team_id, TeamId::parse);
        let team = fields.required("team", self.team)?;
        let display_name = fields.text("team.display_name", &team.display_name, DisplayName::parse);
        Some(CreateTeam {
            organization: organization?,
            id: id?,
            display_name: display_name?,
        })
    }
}

impl Parse for v1::ListTeamsRequest {
    type Command = Listing<ListTeams>;

    fn parse(self, fields: &mut Fields) -> Option<Self::Command> {
        let organization = fields.organization("parent", &self.parent);
        let member = match self.member.as_str() {
            "" => Some(None),
            name => member(fields, "member", name, organization.as_ref()).map(Some),
        };
        let page = fields.page(self.page_size, self.page_token, self.consistency);
        Some(page?.of(ListTeams {
            organization: organization?,
            member: member?,
        }))
    }
}

impl Parse for v1::UpdateTeamRequest {
    type Command = UpdateTeam;

    fn parse(self, fields: &mut Fields) -> Option<UpdateTeam> {
        let mask = Mask::parse(fields, self.update_mask.as_ref(), &["display_name"]);
        let team = fields.required("team", self.team)?;
        let name = fields.team("team.name", &team.name);
        let display_name = mask?.text(
            fields,
            "team",
            "display_name",
            &team.display_name,
            DisplayName::parse,
        );
        let (organization, id) = name?;
        Some(UpdateTeam {
            organization,
            id,
            display_name: display_name?,
            etag: seen(team.etag),
        })
    }
}

impl Parse for v1::AddTeamMembersRequest {
    type Command = AddTeamMembers;

    fn parse(self, fields: &mut Fields) -> Option<AddTeamMembers> {
        let named = fields.team("name", &self.name);
        let home = named.as_ref().map(|(organization, _)| organization);
        let members = members(fields, &self.members, home)?;
        let (organization, id) = named?;
        Some(AddTeamMembers {
            organization,
            id,
            members,
            etag: seen(self.etag),
        })
    }
}

impl Parse for v1::RemoveTeamMembersRequest {
    type Command = RemoveTeamMembers;

    fn parse(self, fields: &mut Fields) -> Option<RemoveTeamMembers> {
        let named = fields.team("name", &self.name);
        let home = named.as_ref().map(|(organization, _)| organization);
        let members = members(fields, &self.members, home)?;
        let (organization, id) = named?;
        Some(RemoveTeamMembers {
            organization,
            id,
            members,
            etag: seen(self.etag),
        })
    }
}

fn members(fields: &mut Fields, named: &[String], organization: Parent<'_>) -> Option<Vec<UserId>> {
    if named.is_empty() {
        fields.reject("members", "must name at least one member");
        return None;
    }
    fields.at_most("members", named.len())?;
    let users: Vec<_> = named
        .iter()
        .enumerate()
        .filter_map(|(index, name)| {
            member(fields, &format!("members[{index}]"), name, organization)
        })
        .collect();
    (users.len() == named.len()).then_some(users)
}

fn member(
    fields: &mut Fields,
    field: &str,
    name: &str,
    organization: Parent<'_>,
) -> Option<UserId> {
    let (home, user) = fields.member(field, name)?;
    fields
        .same_organization(field, organization, &home)
        .map(|()| user)
}

/// A team of this organization.
pub(crate) fn team_to_proto(team: &Team, organization: &OrganizationId) -> v1::Team {
    let shown = team.members.iter().take(MAX_MEMBERS);
    v1::Team {
        name: team.id.within(organization).to_string(),
        display_name: team.display_name.to_string(),
        members: shown
            .map(|user| user.member_of(organization).to_string())
            .collect(),
        member_count: count_to_proto(team.members.len()),
        create_time: Some(proto(team.stamp.create_time)),
        update_time: Some(proto(team.stamp.update_time)),
        etag: team.stamp.etag(),
    }
}

/// The team that a change saved; of many members without them.
pub(crate) fn saved_team(done: &Done) -> Option<v1::Team> {
    let mut team = team_to_proto(done.saved::<Team>()?, organization(done)?);
    if let Some(amendment) = amendment(done, Kind::Team) {
        team.member_count = count_to_proto(amendment.count);
    }
    // However it is logged, and in a preview too.
    if is_long(team.member_count) {
        team.members.clear();
    }
    Some(team)
}

/// Who came into the team, or left it.
pub(crate) fn moved_members(done: &Done) -> Vec<String> {
    let moved = done.change().map(|change| &change.outcome.moved);
    let name = |home: &OrganizationId, user: &UserId| user.member_of(home).to_string();
    let home = organization(done);
    let moved = moved.into_iter().flatten();
    home.map_or_else(Vec::new, |home| {
        moved.map(|user| name(home, user)).collect()
    })
}

#[cfg(test)]
mod tests {
    use domain::{Stamp, Timestamp};
    use prost::Message;

    use super::*;

    #[test]
    fn attack_c4_a_team_of_20000_shows_1000_members_and_counts_all() {
        let user = |number: usize| UserId::parse(&format!("{number:0>63}")).expect("an id");
        let stamp = Stamp {
            create_revision: 1,
            create_time: Timestamp(0),
            revision: 1,
            update_time: Timestamp(0),
        };
        let team = Team {
            id: TeamId::parse(&"t".repeat(63)).expect("an id"),
            display_name: DisplayName::parse("Everybody").expect("a name"),
            members: (0..20_000).map(user).collect(),
            bound: Vec::new(),
            made_through: Vec::new(),
            made_by: None,
            made_places: Vec::new(),
            stamp,
        };
        let home = OrganizationId::parse(&"o".repeat(63)).expect("an id");
        let shown = team_to_proto(&team, &home);
        assert_eq!(shown.member_count, 20_000);
        assert_eq!(shown.members.len(), 1000);
        assert!(
            shown.members[0].ends_with(
                "/members/000000000000000000000000000000000000000000000000000000000000000"
            )
        );
        // So it fits into what a change tells of it.
        assert!(shown.encoded_len() < 256 << 10, "{}", shown.encoded_len());
    }
}
