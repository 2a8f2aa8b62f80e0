//! Which rows have one of many values in a column? Each is looked up by itself, so that what is read is what there is of them.
//!
//! With all of them in a list PostgreSQL goes through the whole home instead where it believes that to be small, as it does
//! of a table that was just filled.

use std::collections::BTreeSet;

use sea_orm::sea_query::{Asterisk, Expr, ExprTrait, JoinType, Query, SelectStatement, Value};
use sea_orm::{DbBackend, QueryResult};

use crate::error::Error;
use crate::tx::Tx;

/// Values in one statement: databases bound how many one may hold.
const AT_A_TIME: usize = 500;

/// A table and a column of it that is in an index, behind what else is asked.
pub(crate) type ColumnOf = (&'static str, &'static str);

/// The values that a column is to have.
pub(crate) enum Wanted<'a> {
    These(&'a [Value]),
    /// Those in the column of this name of what a select finds.
    Found(Box<SelectStatement>, &'static str),
}

impl Tx {
    /// The rows of a select that have one of these texts in a column, in one statement for each few hundred; each row once,
    /// in no order that means anything.
    pub(crate) async fn among<'a>(
        &self,
        select: &SelectStatement,
        column: ColumnOf,
        texts: impl IntoIterator<Item = &'a str>,
    ) -> Result<Vec<QueryResult>, Error> {
        let texts: BTreeSet<_> = texts.into_iter().collect();
        let values: Vec<_> = texts.into_iter().map(Value::from).collect();
        let mut rows = Vec::with_capacity(values.len());
        for values in values.chunks(AT_A_TIME) {
            let wanted = Wanted::These(values);
            let statement = among(self.backend(), select.clone(), column, wanted);
            rows.extend(self.rows(&statement).await?);
        }
        Ok(rows)
    }
}

/// The rows of a select that have one of the values in a column.
pub(crate) fn among(
    backend: DbBackend,
    mut select: SelectStatement,
    column: ColumnOf,
    wanted: Wanted<'_>,
) -> SelectStatement {
    if backend != DbBackend::Postgres {
        let column = Expr::col(column);
        return select
            .and_where(match wanted {
                Wanted::These(values) => column.is_in(values.iter().cloned()),
                Wanted::Found(found, _) => column.in_subquery(*found),
            })
            .take();
    }
    let mut all = Query::select();
    let value = match wanted {
        Wanted::These(values) => {
            all.from_values(values.iter().cloned(), "wanted");
            "column1"
        }
        Wanted::Found(found, value) => {
            all.from_subquery(*found, "wanted");
            value
        }
    };
    // OFFSET keeps the look-up of each apart from the list.
    let each = select
        .and_where(Expr::col(column).equals(("wanted", value)))
        .offset(0)
        .take();
    all.column(("found", Asterisk))
        .join_lateral(JoinType::InnerJoin, each, "found", Expr::cust("true"))
        .take()
}
