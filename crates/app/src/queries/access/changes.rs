//! What did somebody gain and lose between two times, and by what? The same evaluator as Check, asked before and after
//! whatever happened.

mod told;
mod walk;

use access::Asked;
use domain::{Home, OrganizationId, Timestamp};
use serde::{Serialize, Serializer};

use crate::app::App;
use crate::call::Call;
use crate::done::Texts;
use crate::error::Error;
use crate::pool::Way;
use crate::queries::list::Listing;
use crate::queries::paging::Page;

use told::Position;
use walk::{Walk, Wanted};

pub use told::{AccessChange, Cause};

/// Asks what somebody, or everybody on something, gained and lost.
#[derive(Debug, Clone)]
pub struct ListAccessChanges {
    pub organization: OrganizationId,
    pub of: Asked,
    /// What came after it.
    pub start: Timestamp,
    /// Up to when; `None` is up to when all is known.
    pub end: Option<Timestamp>,
}

/// A page token is bound to what was asked for.
impl Serialize for ListAccessChanges {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let of = match &self.of {
            Asked::User(user) => (Some(user), None),
            Asked::Product(product) => (None, Some(product)),
        };
        (&self.organization, of, self.start, self.end).serialize(serializer)
    }
}

impl App {
    /// What was gained and lost, in the order of time, and up to when all pages go.
    pub async fn list_access_changes(
        &self,
        call: &Call,
        asked: &Listing<ListAccessChanges>,
    ) -> Result<(Page<AccessChange>, Timestamp), Error> {
        let Listing { list, paging, .. } = asked;
        let home = Home::Organization(list.organization.clone());
        let seen = self
            .see(call, &home, None, &self.freshness(call, asked))
            .await?;
        let token = self.page_start(call, &asked.query(), &paging.token)?;
        let first = match token.and_then(|token| Position::read(&token)) {
            Some(first) => first,
            None => self.first(list, &home).await?,
        };
        let end = Timestamp(first.end);
        let sees_audit = seen.sight(call, &home).sees_audit();
        // States are built for it, which takes long.
        let place = self.pool.place(Way::Beside, call, &home).await?;
        let wanted = Wanted {
            of: &list.of,
            home: &home,
            size: paging.size,
            sees_audit,
        };
        let walk = Box::pin(async {
            Walk::begin(self, wanted, first)
                .await?
                .goes_to_the_end()
                .await
        });
        let (items, rest) = walk.await.map_err(|error| error.told_at(&home))?;
        drop(place);
        let texts = self.notes(&home, &items).await?;
        let page = self
            .page(call, &asked.query(), seen, items, rest)
            .with_texts(texts);
        Ok((page, end))
    }

    /// Where the first page begins: not before anything was there.
    async fn first(&self, list: &ListAccessChanges, home: &Home) -> Result<Position, Error> {
        let engine = &self.engine;
        let end = match list.end {
            Some(end) => {
                engine.must_be_settled(end).await?;
                end
            }
            None => {
                engine.must_be_settled(list.start).await?;
                engine.settled_as_of(engine.now()).await?
            }
        };
        let born = self.reader().await?.head_of(home, 1).await?;
        let born = born.map_or(list.start, |head| head.at);
        let begin = Timestamp(list.start.0.saturating_add(1));
        Ok(Position {
            end: end.0,
            time: begin.max(born).0,
            place: 0,
            told: None,
        })
    }

    /// Why changes were made, as far as that is told.
    async fn notes(&self, home: &Home, items: &[(String, AccessChange)]) -> Result<Texts, Error> {
        let made = items.iter().filter_map(|(_, change)| match &change.cause {
            Cause::Organization(_, made) => made.as_ref(),
            _ => None,
        });
        let notes = made.filter_map(|made| made.note.as_ref());
        self.texts_of(home, notes).await
    }
}
