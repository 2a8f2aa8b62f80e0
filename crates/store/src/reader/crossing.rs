//! What can be asked across homes? Few things, each by one secondary index.

use std::collections::HashSet;

use domain::{Home, Kind, OrganizationId, PersonalId, Record, RecordName, User, UserId, UserState};
use sea_orm::sea_query::{Expr, ExprTrait, Order};

use super::Reader;
use crate::error::Error;
use crate::{head, noun, personal};

impl Reader {
    /// Personal values of any home that are found by this normalized text: where an email was invited.
    pub async fn personal_with_lookup_anywhere(
        &self,
        normalized: &str,
    ) -> Result<Vec<(Home, PersonalId)>, Error> {
        let rows = personal::with_lookup(&self.tx, &self.ring, None, normalized).await?;
        rows.iter()
            .filter_map(|row| Some((&row.home, PersonalId::parse(&row.id).ok()?)))
            .map(|(home, id)| Ok((head::read_home(home)?, id)))
            .collect()
    }

    /// The person whose email this is now.
    pub async fn user_by_email(&self, normalized: &str) -> Result<Option<User>, Error> {
        for row in
            personal::with_lookup(&self.tx, &self.ring, Some(&Home::Users), normalized).await?
        {
            let Some(subject) = row.subject.as_deref().and_then(|id| UserId::parse(id).ok()) else {
                continue;
            };
            if let Some(Record::User(user)) = self
                .record(&Home::Users, &RecordName::user(&subject))
                .await?
                && user
                    .email
                    .as_ref()
                    .is_some_and(|email| email.id.as_str() == row.id)
            {
                return Ok(Some(user));
            }
        }
        Ok(None)
    }

    /// People who are not active: all that the engine keeps of them.
    pub async fn users_not_active(&self) -> Result<Vec<User>, Error> {
        let not_active = [UserState::Deactivated, UserState::Erased].map(noun::user_state);
        let select = noun::live_in(&Home::Users, Kind::User)
            .and_where(Expr::col("state").is_in(not_active))
            .take();
        let mut users = Vec::new();
        for row in self.tx.rows(&select).await? {
            if let Record::User(user) = noun::read(&row)? {
                users.push(user);
            }
        }
        Ok(users)
    }

    /// The homes that hold personal values about a person.
    pub async fn homes_holding(&self, user: &UserId) -> Result<Vec<Home>, Error> {
        personal::homes_holding(&self.tx, user).await
    }

    /// The organizations of a person, in order.
    pub async fn memberships(&self, user: &UserId) -> Result<Vec<OrganizationId>, Error> {
        let select = noun::live(Kind::Member)
            .and_where(Expr::col("id").eq(user.as_str()))
            .order_by("home", Order::Asc)
            .take();
        let rows = self.tx.rows(&select).await?;
        rows.iter()
            .map(|row| {
                let home: String = row.try_get("", "home")?;
                let home = head::read_home(&home)?;
                let organization = home.organization().cloned();
                organization.ok_or_else(|| Error::Corrupt(format!("{home} has members")))
            })
            .collect()
    }

    /// Organizations after an id, by id, byte for byte.
    pub async fn organizations(
        &self,
        after: Option<&str>,
        limit: u64,
    ) -> Result<Vec<OrganizationId>, Error> {
        let mut select = noun::live(Kind::Organization);
        if let Some(after) = after {
            select.and_where(Expr::col("id").gt(after));
        }
        let rows = self
            .tx
            .rows(select.order_by("id", Order::Asc).limit(limit))
            .await?;
        rows.iter()
            .map(|row| {
                let id: String = row.try_get("", "id")?;
                OrganizationId::parse(&id)
                    .map_err(|_| Error::Corrupt(format!("{id:?} is no organization")))
            })
            .collect()
    }

    /// Which of these organizations exist.
    pub async fn organizations_exist(
        &self,
        ids: &[OrganizationId],
    ) -> Result<HashSet<OrganizationId>, Error> {
        let mut found = HashSet::new();
        for ids in ids.chunks(500) {
            let select = noun::live(Kind::Organization)
                .and_where(Expr::col("id").is_in(ids.iter().map(OrganizationId::as_str)))
                .take();
            for row in self.tx.rows(&select).await? {
                let id: String = row.try_get("", "id")?;
                found.extend(ids.iter().find(|known| known.as_str() == id).cloned());
            }
        }
        Ok(found)
    }
}
