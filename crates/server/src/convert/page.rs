//! A page of a list on the wire: what of it is asked for, and how much one answer takes.

use app::queries::list::{List, Listing};
use app::queries::paging::Paging;
use app::{App, Page};
use grantor::v1;
use prost::Message;
use tonic::Request;

use crate::call::take;
use crate::fields::{Fields, Parse, parse};
use crate::problem::Problem;

/// The most bytes of the items of one page, as they are encoded. One item alone may be larger.
pub(crate) const MAX_BYTES: usize = 1 << 20;

/// What stands around an item within its answer: a tag and a length.
pub(crate) const AROUND: usize = 6;

/// The list that a request asks for, and its page.
pub(crate) async fn listed<M, L>(
    app: &App,
    request: Request<M>,
) -> Result<(L, Page<L::Item>), Problem>
where
    M: Parse<Command = Listing<L>>,
    L: List,
{
    let (call, message) = take(request)?;
    let asked = parse(message)?;
    let page = app.list(&call, &asked).await?;
    Ok((asked.list, page))
}

/// The items that an answer takes, at most `MAX_BYTES` together, and the token of the page after them.
pub(crate) fn page_to_proto<T, M: Message>(
    page: &Page<T>,
    to_proto: impl Fn(&T) -> M,
) -> (Vec<M>, String) {
    page.fitting(MAX_BYTES, to_proto, |item| item.encoded_len() + AROUND)
}

/// How many items the whole list has, where that was asked for.
pub(crate) fn total_to_proto<T>(page: &Page<T>) -> i32 {
    let total = page.total.unwrap_or_default();
    i32::try_from(total).unwrap_or(i32::MAX)
}

impl Fields {
    /// The same of a list that can be counted.
    pub(crate) fn page_and_total(
        &mut self,
        size: i32,
        token: String,
        total: bool,
        consistency: Option<v1::Consistency>,
    ) -> Option<Listing<()>> {
        let mut page = self.page(size, token, consistency)?;
        page.paging.total = total;
        Some(page)
    }

    /// How much of a list, and how fresh.
    pub(crate) fn page(
        &mut self,
        size: i32,
        token: String,
        consistency: Option<v1::Consistency>,
    ) -> Option<Listing<()>> {
        let size = self.page_size(size);
        let consistency = self.consistency(consistency);
        let paging = Paging {
            size: size?,
            token,
            total: false,
        };
        Some(Listing::new(paging, consistency?))
    }

    /// How many items a page has: 50 unless said, 1000 at most.
    fn page_size(&mut self, size: i32) -> Option<usize> {
        match usize::try_from(size) {
            Ok(0) => Some(50),
            Ok(size) => Some(size.min(1000)),
            Err(_) => {
                self.reject(
                    "page_size",
                    "must not be negative; 0 means 50, more than 1000 means 1000",
                );
                None
            }
        }
    }
}
