//! Which change requests are there, of an organization, of a person, of all? In order of home and number.

use domain::{ChangeRequest, ChangeRequestStage, Home, Record, UserId};
use sea_orm::sea_query::{Cond, Expr, ExprTrait, Order};

use super::Reader;
use crate::error::{Error, number};
use crate::{head, noun};

/// Which requests are wanted. What is `None` or empty takes all.
#[derive(Debug, Clone, Default)]
pub struct RequestFilter {
    /// Of this organization.
    pub home: Option<Home>,
    /// Opened by this person.
    pub requester: Option<UserId>,
    /// In one of these states.
    pub stages: Vec<ChangeRequestStage>,
}

impl Reader {
    /// The requests that the filter takes, after this home and number, by home and number.
    pub async fn change_requests(
        &self,
        filter: &RequestFilter,
        after: Option<(&Home, u64)>,
        limit: u64,
    ) -> Result<Vec<(Home, ChangeRequest)>, Error> {
        let mut select = noun::live(domain::Kind::ChangeRequest);
        if let Some(home) = &filter.home {
            select.and_where(Expr::col("home").eq(home.to_string()));
        }
        if let Some(requester) = &filter.requester {
            select.and_where(Expr::col("requester").eq(requester.as_str()));
        }
        if !filter.stages.is_empty() {
            let names = filter.stages.iter().map(|stage| stage.name());
            select.and_where(Expr::col("state").is_in(names));
        }
        if let Some((home, last)) = after {
            let further = Expr::col("home")
                .eq(home.to_string())
                .and(Expr::col("number").gt(number(last)));
            let later = Expr::col("home").gt(home.to_string());
            select.cond_where(Cond::any().add(later).add(further));
        }
        select
            .order_by("home", Order::Asc)
            .order_by("number", Order::Asc)
            .limit(limit);
        let rows = self.tx.rows(&select).await?;
        let mut requests = Vec::with_capacity(rows.len());
        for row in &rows {
            let home: String = row.try_get("", "home")?;
            if let Record::ChangeRequest(request) = noun::read(row)? {
                requests.push((head::read_home(&home)?, request));
            }
        }
        Ok(requests)
    }
}
