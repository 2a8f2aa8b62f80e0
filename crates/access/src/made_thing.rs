//! What was made through a partnership and is still there, whether the partnership is or not.

use domain::{
    ChangedRole, Grant, GroupId, MadeThing, MadeThrough, Member, PartnershipId, Product, ProductId,
    Role, Tag, Team, TeamId, Timestamp, UserId,
};

use crate::state::OrganizationState;

/// Something that was made through a partnership.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    pub thing: MadeThing,
    /// By whom, where that was kept.
    pub by: Option<UserId>,
    pub at: Timestamp,
    /// Of a role, the one that it is and the one that it was before.
    pub roles: Option<(Role, Role)>,
}

impl OrganizationState {
    /// All that was made through this partnership and is there, in order; only what comes after `after`.
    pub fn made_through<'a>(
        &'a self,
        id: &'a PartnershipId,
        after: Option<&'a MadeThing>,
    ) -> impl Iterator<Item = Made> + use<'a> {
        let begin = Begin::after(after);
        let members = self.members_after(begin.member);
        let roles = self.members_after(begin.role);
        let teams = self.teams_after(begin.team);
        // Of these more than one can stand on a noun: the one where the page before ended is looked at again.
        let begun = begin.place.and_then(|team| self.team(team));
        let places = begun.into_iter().chain(self.teams_after(begin.place));
        let grants = self.grants_after(begin.grant);
        let begun = begin.tag.and_then(|product| self.product(product));
        let tagged = begun.into_iter().chain(self.products_after(begin.tag));
        let begun = begin.entry.and_then(|product| self.product(product));
        let grouped = begun.into_iter().chain(self.products_after(begin.entry));

        let over = |sort: Sort| after.is_some_and(|after| Sort::of(after) > sort);
        let members = members.filter_map(move |member| membership(member, id));
        let roles = roles.filter_map(move |member| role(member, id));
        let teams = teams.filter_map(move |team| whole_team(team, id));
        let places = places.flat_map(move |team| team_places(team, id));
        let grants = grants.filter_map(move |grant| given(&grant, id));
        let tags = tagged.flat_map(move |product| tags(product, id));
        let entries = grouped.flat_map(move |product| group_entries(product, id));
        unless(over(Sort::Member), members)
            .chain(unless(over(Sort::Role), roles))
            .chain(unless(over(Sort::Team), teams))
            .chain(unless(over(Sort::TeamPlace), places))
            .chain(unless(over(Sort::Grant), grants))
            .chain(unless(over(Sort::Tag), tags))
            .chain(unless(over(Sort::GroupEntry), entries))
            .filter(move |made| Some(&made.thing) > after)
    }

    /// How this was made through the partnership, where it was and is there.
    pub fn made(&self, id: &PartnershipId, thing: &MadeThing) -> Option<Made> {
        let is_it = |made: &Made| made.thing == *thing;
        match thing {
            MadeThing::Member(user) => membership(self.member(user)?, id),
            MadeThing::Role(user) => role(self.member(user)?, id),
            MadeThing::Team(team) => whole_team(self.team(team)?, id),
            MadeThing::TeamPlace(team, _) => team_places(self.team(team)?, id).find(is_it),
            MadeThing::Grant(grant) => given(self.grant(grant)?.as_ref(), id),
            MadeThing::Tag(product, _) => tags(self.product(product)?, id).find(is_it),
            MadeThing::GroupEntry(product, _) => {
                group_entries(self.product(product)?, id).find(is_it)
            }
        }
    }
}

/// The sorts of things, in the order of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sort {
    Member,
    Role,
    Team,
    TeamPlace,
    Grant,
    Tag,
    GroupEntry,
}

impl Sort {
    fn of(thing: &MadeThing) -> Self {
        match thing {
            MadeThing::Member(_) => Self::Member,
            MadeThing::Role(_) => Self::Role,
            MadeThing::Team(_) => Self::Team,
            MadeThing::TeamPlace(..) => Self::TeamPlace,
            MadeThing::Grant(_) => Self::Grant,
            MadeThing::Tag(..) => Self::Tag,
            MadeThing::GroupEntry(..) => Self::GroupEntry,
        }
    }
}

/// The noun at which the page before ended, of the sort at which it did.
#[derive(Debug, Default)]
struct Begin<'a> {
    member: Option<&'a UserId>,
    role: Option<&'a UserId>,
    team: Option<&'a TeamId>,
    place: Option<&'a TeamId>,
    grant: Option<&'a domain::GrantId>,
    tag: Option<&'a ProductId>,
    entry: Option<&'a ProductId>,
}

impl<'a> Begin<'a> {
    fn after(thing: Option<&'a MadeThing>) -> Self {
        let mut begin = Self::default();
        match thing {
            None => {}
            Some(MadeThing::Member(user)) => begin.member = Some(user),
            Some(MadeThing::Role(user)) => begin.role = Some(user),
            Some(MadeThing::Team(team)) => begin.team = Some(team),
            Some(MadeThing::TeamPlace(team, _)) => begin.place = Some(team),
            Some(MadeThing::Grant(grant)) => begin.grant = Some(grant),
            Some(MadeThing::Tag(product, _)) => begin.tag = Some(product),
            Some(MadeThing::GroupEntry(product, _)) => begin.entry = Some(product),
        }
        begin
    }
}

/// The items, or none of them without looking at any.
fn unless<T>(over: bool, items: impl Iterator<Item = T>) -> impl Iterator<Item = T> {
    (!over).then_some(items).into_iter().flatten()
}

fn membership(member: &Member, id: &PartnershipId) -> Option<Made> {
    member.made_through.contains(id).then(|| Made {
        thing: MadeThing::Member(member.user.clone()),
        by: member.made_by.clone(),
        at: member.stamp.create_time,
        roles: None,
    })
}

fn role(member: &Member, id: &PartnershipId) -> Option<Made> {
    let ChangedRole { former, made } = member.changed_role.as_deref()?;
    let thing = MadeThing::Role(member.user.clone());
    Some(Made {
        roles: Some((member.role.clone(), former.clone())),
        ..part(thing, made, id)?
    })
}

fn whole_team(team: &Team, id: &PartnershipId) -> Option<Made> {
    team.made_through.contains(id).then(|| Made {
        thing: MadeThing::Team(team.id.clone()),
        by: team.made_by.clone(),
        at: team.stamp.create_time,
        roles: None,
    })
}

fn given(grant: &Grant, id: &PartnershipId) -> Option<Made> {
    grant.made_through().contains(id).then(|| Made {
        thing: MadeThing::Grant(grant.id.clone()),
        by: grant.granted_by.actor.clone(),
        at: grant.stamp.create_time,
        roles: None,
    })
}

fn team_places<'a>(team: &'a Team, id: &'a PartnershipId) -> impl Iterator<Item = Made> + use<'a> {
    parts(
        &team.made_places,
        &team.members,
        id,
        move |user: &UserId| MadeThing::TeamPlace(team.id.clone(), user.clone()),
    )
}

fn tags<'a>(product: &'a Product, id: &'a PartnershipId) -> impl Iterator<Item = Made> + use<'a> {
    let marked = product.made.as_deref().map_or(&[][..], |made| &made.tags);
    parts(marked, &product.tags, id, move |tag: &Tag| {
        MadeThing::Tag(product.id.clone(), tag.clone())
    })
}

fn group_entries<'a>(
    product: &'a Product,
    id: &'a PartnershipId,
) -> impl Iterator<Item = Made> + use<'a> {
    let marked = product.made.as_deref().map_or(&[][..], |made| &made.groups);
    parts(marked, &product.groups, id, move |group: &GroupId| {
        MadeThing::GroupEntry(product.id.clone(), group.clone())
    })
}

/// Of the marked parts, those that are there and were made through the partnership.
fn parts<'a, T: Ord>(
    marked: &'a [(T, MadeThrough)],
    there: &'a [T],
    id: &'a PartnershipId,
    thing: impl Fn(&T) -> MadeThing + 'a,
) -> impl Iterator<Item = Made> + 'a {
    let present = marked
        .iter()
        .filter(move |(noun, _)| there.binary_search(noun).is_ok());
    present.filter_map(move |(noun, made)| part(thing(noun), made, id))
}

fn part(thing: MadeThing, made: &MadeThrough, id: &PartnershipId) -> Option<Made> {
    made.partnerships.contains(id).then(|| Made {
        thing,
        by: made.by.clone(),
        at: made.at,
        roles: None,
    })
}
