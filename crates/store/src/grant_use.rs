//! How is it kept on which day a grant was last used? As a mark: it has no revision, and no rule reads it.

use domain::{Day, GrantId, Home, OrganizationId};
use sea_orm::QueryResult;
use sea_orm::sea_query::{Expr, ExprTrait, Query};

use crate::error::Error;
use crate::rows::{Named, Otherwise, Row, Verb};
use crate::tx::Tx;

/// A grant was used on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GrantUse {
    pub organization: OrganizationId,
    pub grant: GrantId,
    pub day: Day,
}

/// The marks of these grants.
pub(crate) async fn marks(
    tx: &Tx,
    home: &Home,
    grants: &[&GrantId],
) -> Result<Vec<QueryResult>, Error> {
    let marks = Query::select()
        .columns(["grant_id", "day"])
        .from("grant_use")
        .and_where(Expr::col("home").eq(home.to_string()))
        .take();
    let grants = grants.iter().map(|grant| grant.as_str());
    tx.among(&marks, ("grant_use", "grant_id"), grants).await
}

/// The mark of a use: it only moves on, and there is none of a grant that is gone.
pub(crate) fn mark(used: &GrantUse) -> Row {
    let home = Home::Organization(used.organization.clone());
    let day = vec![("day", used.day.0.into())];
    row(Verb::RaiseOfLive("grant"), &home, used.grant.as_str(), day)
}

/// The mark of a grant that is taken away goes with it.
pub(crate) fn gone(home: &Home, grant: &str) -> Row {
    row(Verb::Delete, home, grant, vec![])
}

fn row(verb: Verb, home: &Home, grant: &str, others: Vec<Named>) -> Row {
    let key = vec![
        ("home", home.to_string().into()),
        ("grant_id", grant.into()),
    ];
    Row::new(("grant_use", verb), key, others, Otherwise::Fine)
}
