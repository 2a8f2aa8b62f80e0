//! Which partners are in the directory, and who are the clients of one? Across homes, each by one secondary index.

use std::collections::HashSet;

use domain::{Home, Kind, OrganizationId, Partner, Partnership, PartnershipId, Record};
use sea_orm::QueryResult;
use sea_orm::sea_query::{Expr, ExprTrait, LikeExpr, Order, Query, SelectStatement};

use super::Reader;
use crate::error::Error;
use crate::{head, noun};

/// Organizations that one statement names at most.
const MOST_NAMED: usize = 500;

impl Reader {
    /// Listed partners whose name has this fragment, by id; blind to accents and case.
    pub async fn partners_named(&self, fragment: &str, limit: u64) -> Result<Vec<Partner>, Error> {
        let named = Expr::col("search_name").like(containing(&domain::searchable(fragment)));
        // An entry that was last written by an earlier release is kept with its accents.
        let as_before = Expr::col("search_name").like(containing(&fragment.to_lowercase()));
        let select = noun::live(Kind::Partner)
            .and_where(named.or(as_before))
            .order_by("home", Order::Asc)
            .limit(limit)
            .take();
        Ok(partners(&self.tx.rows(&select).await?)?.collect())
    }

    /// Listed partners of which a contact has this normalized email, by id.
    pub async fn partners_reached_at(
        &self,
        normalized: &str,
        limit: u64,
    ) -> Result<Vec<Partner>, Error> {
        let lookup = self.ring.lookup(normalized);
        let listed = Query::select()
            .expr(Expr::val(1))
            .from("partner")
            .and_where(Expr::col(("partner", "home")).equals(("personal", "home")))
            .and_where(Expr::col("search_name").is_not_null())
            .take();
        let with_it = Query::select()
            .columns(["home", "id"])
            .from("personal")
            .and_where(Expr::col("lookup").eq(lookup.clone()))
            .and_where(Expr::exists(listed))
            .take();
        let rows = self.tx.rows(&with_it).await?;
        let values: HashSet<String> = rows
            .iter()
            .map(|row| Ok(row.try_get("", "id")?))
            .collect::<Result<_, Error>>()?;
        let homes = Query::select()
            .column("home")
            .from("personal")
            .and_where(Expr::col("lookup").eq(lookup))
            .take();
        let select = noun::live(Kind::Partner)
            .and_where(Expr::col("home").in_subquery(homes))
            .and_where(Expr::col("search_name").is_not_null())
            .order_by("id", Order::Asc)
            .take();
        // An address that was a contact once is in its home still.
        let is_contact = |partner: &Partner| {
            let mut contacts = partner.contacts.iter();
            contacts.any(|contact| values.contains(contact.email.id.as_str()))
        };
        let partners = partners(&self.tx.rows(&select).await?)?;
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        Ok(partners.filter(is_contact).take(limit).collect())
    }

    /// Partners in whatever state, by id, after one of them.
    pub async fn partners_after(
        &self,
        after: Option<&OrganizationId>,
        limit: u64,
    ) -> Result<Vec<Partner>, Error> {
        // The entry of a partner stands in its own home, and the key begins with that.
        let mut select = noun::live(Kind::Partner)
            .order_by("home", Order::Asc)
            .limit(limit)
            .take();
        if let Some(after) = after {
            let home = Home::Organization(after.clone()).to_string();
            select.and_where(Expr::col("home").gt(home));
        }
        Ok(partners(&self.tx.rows(&select).await?)?.collect())
    }

    /// Those of these organizations that have, or once had, a client, in no order that means anything.
    pub async fn partners_among(
        &self,
        organizations: &[OrganizationId],
    ) -> Result<Vec<OrganizationId>, Error> {
        let mut partners = Vec::new();
        for some in organizations.chunks(MOST_NAMED) {
            let select = Query::select()
                .distinct()
                .column("partner")
                .from(Kind::Partnership.name())
                .and_where(Expr::col("partner").is_in(some.iter().map(OrganizationId::as_str)))
                .take();
            for row in self.tx.rows(&select).await? {
                let id: String = row.try_get("", "partner")?;
                let partner = OrganizationId::parse(&id);
                partners.push(
                    partner.map_err(|_| Error::Corrupt(format!("{id:?} is no organization")))?,
                );
            }
        }
        Ok(partners)
    }

    /// Partnerships of a partner in whatever state, by client and id, with clients after one of them.
    pub async fn clients_after(
        &self,
        partner: &OrganizationId,
        after: Option<&OrganizationId>,
        limit: u64,
    ) -> Result<Vec<(OrganizationId, Partnership)>, Error> {
        let mut select = by_client(partner, limit);
        if let Some(after) = after {
            let home = Home::Organization(after.clone()).to_string();
            select.and_where(Expr::col("home").gt(home));
        }
        let rows = self.tx.rows(&select).await?;
        rows.iter().map(client_and_partnership).collect()
    }

    /// Partnerships of a partner in whatever state, by client and id, after one of them.
    pub async fn partnerships_with(
        &self,
        partner: &OrganizationId,
        after: Option<(&OrganizationId, &PartnershipId)>,
        limit: u64,
    ) -> Result<Vec<(OrganizationId, Partnership)>, Error> {
        let mut select = by_client(partner, limit);
        if let Some((client, id)) = after {
            let home = Home::Organization(client.clone()).to_string();
            let place = Expr::tuple([Expr::col("home"), Expr::col("id")]);
            let beyond = Expr::tuple([Expr::val(home), Expr::val(id.as_str())]);
            select.and_where(place.gt(beyond));
        }
        let rows = self.tx.rows(&select).await?;
        rows.iter().map(client_and_partnership).collect()
    }
}

/// The first of a partner's partnerships, by client and id.
fn by_client(partner: &OrganizationId, limit: u64) -> SelectStatement {
    noun::live(Kind::Partnership)
        .and_where(Expr::col("partner").eq(partner.as_str()))
        .order_by("home", Order::Asc)
        .order_by("id", Order::Asc)
        .limit(limit)
        .take()
}

fn containing(fragment: &str) -> LikeExpr {
    let escaped = fragment
        .replace('\\', "\\\\")
        .replace('%', "\\%")
        .replace('_', "\\_");
    LikeExpr::new(format!("%{escaped}%")).escape('\\')
}

fn partners(rows: &[QueryResult]) -> Result<impl Iterator<Item = Partner> + use<>, Error> {
    let records: Vec<Record> = rows.iter().map(noun::read).collect::<Result<_, _>>()?;
    Ok(records.into_iter().filter_map(|record| match record {
        Record::Partner(partner) => Some(partner),
        _ => None,
    }))
}

fn client_and_partnership(row: &QueryResult) -> Result<(OrganizationId, Partnership), Error> {
    let home: String = row.try_get("", "home")?;
    let client = head::read_home(&home)?.organization().cloned();
    match (client, noun::read(row)?) {
        (Some(client), Record::Partnership(partnership)) => Ok((client, partnership)),
        _ => Err(Error::Corrupt(format!("{home} has a broken partnership"))),
    }
}
