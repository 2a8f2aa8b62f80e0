//! What can be asked across homes? Few things, each by one secondary index.

use std::collections::{BTreeSet, HashMap, HashSet};

use domain::{Claim, EmailAccounts, Home, Kind, OrganizationId, Record, User, UserId};
use sea_orm::sea_query::{Expr, ExprTrait, Order};

use super::Reader;
use crate::error::Error;
use crate::{head, noun, personal};

impl Reader {
    /// The person whose email this is: confirmed, since before it counts for nothing.
    pub async fn user_by_email(&self, normalized: &str) -> Result<Option<User>, Error> {
        Ok(self.accounts_of_email(normalized).await?.holder)
    }

    /// Who has this email confirmed, and who claims it.
    pub async fn accounts_of_email(&self, normalized: &str) -> Result<EmailAccounts, Error> {
        let mut accounts = self.accounts_of_emails(&[normalized]).await?;
        Ok(accounts.remove(normalized).unwrap_or_default())
    }

    /// The same of each of these emails; nothing of one that nobody has or claims.
    pub async fn accounts_of_emails(
        &self,
        normalized: &[&str],
    ) -> Result<HashMap<String, EmailAccounts>, Error> {
        let found = personal::with_lookups(&self.tx, &self.ring, &Home::People, normalized).await?;
        let people = found.values().flatten();
        let people: BTreeSet<_> = people.filter_map(|row| row.subject.as_deref()).collect();
        let people: Vec<_> = people.into_iter().collect();
        let records = self.records_named(&Home::People, Kind::User, &people);
        let users: HashMap<_, _> = records
            .await?
            .into_iter()
            .filter_map(|record| match record {
                Record::User(user) => Some((user.id.to_string(), user)),
                _ => None,
            })
            .collect();
        let accounts = found.iter().map(|(email, rows)| {
            let subjects = rows.iter().filter_map(|row| row.subject.as_deref());
            let people: BTreeSet<_> = subjects.collect();
            let values: HashSet<_> = rows.iter().map(|row| row.id.as_str()).collect();
            let mut accounts = EmailAccounts::default();
            for user in people.into_iter().filter_map(|id| users.get(id)) {
                sort_in(&mut accounts, user.clone(), &values);
            }
            accounts
                .claims
                .sort_by_key(|claim| (claim.user.stamp.create_revision, claim.user.id.clone()));
            (email.clone(), accounts)
        });
        Ok(accounts.collect())
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

/// A value that somebody had once is in the table still: what counts is what they have now.
fn sort_in(accounts: &mut EmailAccounts, user: User, values: &HashSet<&str>) {
    let confirmed = user.confirmed_email();
    if confirmed.is_some_and(|email| values.contains(email.id.as_str())) {
        accounts.holder = Some(user);
        return;
    }
    let claimed = user
        .claimed_emails()
        .find(|email| values.contains(email.id.as_str()))
        .cloned();
    if let Some(email) = claimed {
        accounts.claims.push(Claim { user, email });
    }
}
