//! Who is a member, as one row of a table: names, email, login, role, and what they can use in short (S3-4 to S3-9).

use std::collections::HashMap;
use std::sync::Arc;

use access::View;
use decide::queries::member_access::{MemberAccess, member_access};
use decide::queries::member_actions::{MemberActions, member_actions};
use decide::queries::member_summary::{HasAccess, TypeSummary, summary};
use decide::queries::shown_role::ShownRole;
use domain::{
    Home, Kind, Member, MemberState, OrganizationId, Personal, ProductTypeId, RecordName, Refusal,
    User, UserId,
};
use serde::Serialize;

use super::filters::{must_be_known, must_know_type};
use super::list::{List, Listing, Source};
use super::paging::Page;
use crate::app::App;
use crate::call::{Call, Consistency};
use crate::done::{Done, Seen, Texts};
use crate::error::Error;

/// Asks for the members of an organization. Filters add up.
#[derive(Debug, Clone, Serialize)]
pub struct ListMembers {
    pub organization: OrganizationId,
    /// Only these roles; `None` is any.
    pub roles: Option<Vec<ShownRole>>,
    /// Only this state.
    pub state: Option<MemberState>,
    /// Only those who can use this.
    pub has_access: Option<HasAccess>,
    /// With what each can use, in short.
    pub with_access: bool,
}

/// Asks for a member's access.
#[derive(Debug, Clone)]
pub struct GetMemberAccess {
    pub organization: OrganizationId,
    pub user: UserId,
    /// Only on this type.
    pub product_type: Option<ProductTypeId>,
    pub consistency: Consistency,
}

/// A member with the user.
#[derive(Debug, Clone)]
pub struct MemberRow {
    pub member: Arc<Member>,
    /// As what they are shown.
    pub role: ShownRole,
    /// The user, as far as there is one.
    pub user: Option<User>,
    /// What they can use, where it was asked for.
    pub access: Vec<TypeSummary>,
}

/// Those whom a change made members, with the texts of the users.
#[derive(Debug)]
pub struct MadeMembers {
    pub rows: Vec<MemberRow>,
    pub texts: Texts,
}

impl App {
    pub async fn get_member(
        &self,
        call: &Call,
        organization: &OrganizationId,
        user: &UserId,
    ) -> Result<(MemberRow, Texts, Seen), Error> {
        let home = Home::Organization(organization.clone());
        let seen = self
            .see(call, &home, Some(user), &Consistency::default())
            .await?;
        let member = seen_member(&seen, organization, user)?;
        let (row, texts) = self.member_row(&seen.view, member).await?;
        Ok((row, texts, seen))
    }

    /// The members of an organization, with the users.
    pub async fn list_members(
        &self,
        call: &Call,
        asked: &Listing<ListMembers>,
    ) -> Result<Page<MemberRow>, Error> {
        let mut page = self.list(call, asked).await?;
        let (keys, members) = std::mem::take(&mut page.items)
            .into_iter()
            .unzip::<_, _, Vec<_>, _>();
        let (mut rows, texts) = self.member_rows(&page.seen.view, members).await?;
        if asked.list.with_access {
            for row in &mut rows {
                row.access = summary(&page.seen.view, &row.member.user, page.seen.at)?;
            }
        }
        let rows = keys.into_iter().zip(rows).collect();
        Ok(page.of(rows).with_texts(texts))
    }

    /// What the acting user may do to the member; each action asks the same rules again.
    pub async fn member_actions(
        &self,
        call: &Call,
        organization: &OrganizationId,
        user: &UserId,
    ) -> Result<(MemberActions, Seen), Error> {
        let home = Home::Organization(organization.clone());
        let seen = self
            .see(call, &home, Some(user), &Consistency::default())
            .await?;
        let target = seen_member(&seen, organization, user)?;
        let hidden = || Refusal::not_found(organization.resource_name());
        let actor = seen.authority.user().ok_or_else(hidden)?;
        let actions = member_actions(seen.acting(), organization, actor, &target, seen.at);
        Ok((actions, seen))
    }

    /// A member's access.
    pub async fn get_member_access(
        &self,
        call: &Call,
        query: GetMemberAccess,
    ) -> Result<(MemberAccess, Seen), Error> {
        let home = Home::Organization(query.organization.clone());
        let seen = self
            .see(call, &home, Some(&query.user), &query.consistency)
            .await?;
        seen_member(&seen, &query.organization, &query.user)?;
        if let Some(id) = query
            .product_type
            .as_ref()
            .filter(|id| seen.view.platform.product_type(id).is_none())
        {
            return Err(Refusal::not_found(
                RecordName::product_type(id).resource_name(&Home::Platform),
            )
            .into());
        }
        let access = member_access(
            &seen.view,
            &query.user,
            query.product_type.as_ref(),
            seen.at,
        )?;
        Ok((access, seen))
    }

    /// A member's access after a save.
    pub fn access_after(
        &self,
        done: &Done,
        user: &UserId,
        only: Option<&ProductTypeId>,
    ) -> Result<MemberAccess, Error> {
        Ok(member_access(&done.view, user, only, self.engine.now())?)
    }

    /// A member with the user and the texts of both.
    async fn member_row(
        &self,
        view: &View,
        member: Arc<Member>,
    ) -> Result<(MemberRow, Texts), Error> {
        let (rows, texts) = self.member_rows(view, vec![Arc::clone(&member)]).await?;
        let row = rows.into_iter().next().unwrap_or(MemberRow {
            role: ShownRole::of(view, &member),
            member,
            user: None,
            access: Vec::new(),
        });
        Ok((row, texts))
    }

    async fn member_rows(
        &self,
        view: &View,
        members: Vec<Arc<Member>>,
    ) -> Result<(Vec<MemberRow>, Texts), Error> {
        let mut users = self
            .users(members.iter().map(|member| &member.user))
            .await?;
        let texts = self
            .texts_of(&Home::People, users.values().flat_map(shown))
            .await?;
        let row = |member: Arc<Member>| {
            let user = users.remove(&member.user);
            MemberRow {
                role: ShownRole::of(view, &member),
                member,
                user,
                access: Vec::new(),
            }
        };
        Ok((members.into_iter().map(row).collect(), texts))
    }

    /// The member whom a change was about: as it saved or removed them, or as they are where it left them alone.
    pub async fn member_of(&self, done: &Done) -> Result<Option<(MemberRow, Texts)>, Error> {
        let about = done
            .change()
            .and_then(|change| change.outcome.about.as_ref());
        let unchanged = about.filter(|name| name.kind == Kind::Member);
        let unchanged = unchanged.and_then(|name| UserId::parse(&name.id).ok());
        let unchanged = unchanged.and_then(|user| done.view.organization.member(&user).cloned());
        let changed = done
            .all_removed::<Member>()
            .next()
            .or_else(|| done.saved::<Member>());
        let Some(member) = changed.cloned().map(Arc::new).or(unchanged) else {
            return Ok(None);
        };
        // A preview's new user is in no row.
        if let Some(user) = done.saved::<User>().filter(|user| user.id == member.user) {
            let row = MemberRow {
                role: ShownRole::of(&done.view, &member),
                member,
                user: Some(user.clone()),
                access: Vec::new(),
            };
            return Ok(Some((row, done.texts.clone())));
        }
        self.member_row(&done.view, member).await.map(Some)
    }

    /// Those whom a change made members, in its order.
    pub async fn made_members(&self, done: &Done) -> Result<MadeMembers, Error> {
        let members: Vec<_> = done.all_saved::<Member>().cloned().map(Arc::new).collect();
        // A preview's new users are in no row.
        let new: HashMap<_, _> = done
            .all_saved::<User>()
            .map(|user| (&user.id, user))
            .collect();
        let known = members.iter().map(|member| &member.user);
        let known = self.users(known.filter(|id| !new.contains_key(id))).await?;
        let mut texts = self
            .texts_of(&Home::People, known.values().flat_map(shown))
            .await?;
        texts.0.extend(done.texts.0.clone());
        let row = |member: Arc<Member>| MemberRow {
            role: ShownRole::of(&done.view, &member),
            user: new
                .get(&member.user)
                .copied()
                .or(known.get(&member.user))
                .cloned(),
            member,
            access: Vec::new(),
        };
        let rows = members.into_iter().map(row).collect();
        Ok(MadeMembers { rows, texts })
    }

    /// A user with all their texts.
    pub async fn user_with_texts(&self, id: &UserId) -> Result<Option<(User, Texts)>, Error> {
        let Some(user) = self.users([id]).await?.remove(id) else {
            return Ok(None);
        };
        let texts = self.texts_of(&Home::People, user.personal()).await?;
        Ok(Some((user, texts)))
    }

    /// These users, in whatever state, read together.
    pub(crate) async fn users(
        &self,
        ids: impl IntoIterator<Item = &UserId>,
    ) -> Result<HashMap<UserId, User>, Error> {
        let ids: Vec<_> = ids.into_iter().collect();
        let mut users = HashMap::new();
        if ids.is_empty() {
            return Ok(users);
        }
        let ids: Vec<_> = ids.into_iter().map(UserId::as_str).collect();
        let reader = self.reader().await?;
        for record in reader
            .records_named(&Home::People, Kind::User, &ids)
            .await?
        {
            if let domain::Record::User(user) = record {
                users.insert(user.id.clone(), user);
            }
        }
        Ok(users)
    }
}

pub(crate) fn seen_member(
    seen: &Seen,
    organization: &OrganizationId,
    user: &UserId,
) -> Result<Arc<Member>, Refusal> {
    let member = seen.view.organization.member(user).cloned();
    member.ok_or_else(|| Refusal::not_found(user.member_of(organization)))
}

/// The texts that a member list shows of a person.
fn shown(user: &User) -> impl Iterator<Item = &Personal> {
    [
        &user.given_name,
        &user.family_name,
        &user.email,
        &user.login,
        &user.position,
    ]
    .into_iter()
    .flatten()
}

/// The members of an organization, by user id.
impl List for ListMembers {
    type Item = Arc<Member>;

    const MOST_LOOKED_AT: usize = 1_000;

    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    async fn must_be_askable(&self, from: &Source<'_>) -> Result<(), Error> {
        Ok(self.must_know(&from.seen.view)?)
    }

    async fn read(
        &self,
        from: &Source<'_>,
        after: Option<&str>,
        most: usize,
    ) -> Result<Vec<Arc<Member>>, Error> {
        let after = after.and_then(|after| UserId::parse(after).ok());
        let following = from.seen.view.organization.members_after(after.as_ref());
        Ok(following.take(most).cloned().collect())
    }

    async fn takes(&self, from: &Source<'_>, member: &Arc<Member>) -> Result<bool, Error> {
        Ok(self.fits(from.seen, member))
    }

    fn key(member: &Arc<Member>) -> String {
        member.user.to_string()
    }
}

impl ListMembers {
    fn must_know(&self, view: &View) -> Result<(), Refusal> {
        match &self.has_access {
            Some(HasAccess::Type(id)) => must_know_type(view, Some(id)),
            Some(HasAccess::Product(id)) => {
                let known = view.organization.product(id).is_some();
                must_be_known(known, &self.organization, &RecordName::product(id))
            }
            Some(HasAccess::Anything) | None => Ok(()),
        }
    }

    fn fits(&self, seen: &Seen, member: &Member) -> bool {
        self.roles
            .as_ref()
            .is_none_or(|roles| roles.contains(&ShownRole::of(&seen.view, member)))
            && self.state.is_none_or(|state| member.state == state)
            && self
                .has_access
                .as_ref()
                .is_none_or(|on| on.is_had(&seen.view, &member.user, seen.at))
    }
}
