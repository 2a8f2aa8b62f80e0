//! What can be asked across homes? Few things, each by one secondary index.

use domain::{Home, Kind, OrganizationId, Record, RecordName, User, UserId};
use sea_orm::sea_query::{Expr, ExprTrait, Order};

use super::Reader;
use crate::error::Error;
use crate::{head, noun, personal};

impl Reader {
    /// The person whose email this is now.
    pub async fn user_by_email(&self, normalized: &str) -> Result<Option<User>, Error> {
        for row in personal::with_lookup(&self.tx, &self.ring, &Home::Users, normalized).await? {
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
}
