//! How is the platform set up, and who runs it?

use decide::use_cases::operator::principal;
use domain::{Home, Operator, Record, Settings, Stamp, Timestamp};
use serde::Serialize;

use super::list::{List, Listing, Source};
use super::paging::Page;
use crate::app::App;
use crate::call::{Call, Consistency};
use crate::done::Seen;
use crate::error::Error;

/// Asks for the operators.
#[derive(Debug, Clone, Serialize)]
pub struct ListOperators {}

/// An operator, and since when.
#[derive(Debug, Clone)]
pub struct NamedOperator {
    pub operator: Operator,
    /// Since when.
    pub create_time: Timestamp,
}

impl App {
    /// The platform's settings.
    pub async fn get_platform_settings(&self, call: &Call) -> Result<(Settings, Seen), Error> {
        let seen = self
            .see(call, &Home::Platform, None, &Consistency::default())
            .await?;
        Ok((seen.view.platform.settings(), seen))
    }

    /// The operators, with since when each is one.
    pub async fn list_operators(
        &self,
        call: &Call,
        asked: &Listing<ListOperators>,
    ) -> Result<Page<NamedOperator>, Error> {
        let mut page = self.list(call, asked).await?;
        let items = std::mem::take(&mut page.items);
        let items = self.since_when(items).await?;
        Ok(page.of(items))
    }

    /// Memory keeps who, the rows since when; one who was taken off in between is left out.
    async fn since_when(
        &self,
        operators: Vec<(String, Operator)>,
    ) -> Result<Vec<(String, NamedOperator)>, Error> {
        let reader = self.reader().await?;
        let mut named = Vec::new();
        for (key, operator) in operators {
            let name = Record::Operator {
                operator: operator.clone(),
                stamp: NO_STAMP,
            }
            .name();
            if let Some(record) = reader.record(&Home::Platform, &name).await? {
                let create_time = record.stamp().create_time;
                let operator = NamedOperator {
                    operator,
                    create_time,
                };
                named.push((key, operator));
            }
        }
        Ok(named)
    }
}

/// The operators, by principal.
impl List for ListOperators {
    type Item = Operator;

    fn home(&self) -> Home {
        Home::Platform
    }

    async fn read(
        &self,
        from: &Source<'_>,
        after: Option<&str>,
        most: usize,
    ) -> Result<Vec<Operator>, Error> {
        let mut operators: Vec<_> = from.seen.view.platform.operators().collect();
        operators.sort_by_key(|operator| principal(operator));
        let following = operators
            .into_iter()
            .filter(|operator| after.is_none_or(|after| principal(operator).as_str() > after));
        Ok(following.take(most).cloned().collect())
    }

    fn key(operator: &Operator) -> String {
        principal(operator)
    }
}

/// The name of a record does not depend on its stamp.
const NO_STAMP: Stamp = Stamp {
    create_revision: 0,
    create_time: Timestamp(0),
    revision: 0,
    update_time: Timestamp(0),
};
