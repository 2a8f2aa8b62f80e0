//! A page of a list on the wire: how much of it one answer takes.

use app::queries::list::{List, Listing};
use app::{App, Page};
use prost::Message;
use tonic::{Request, Status};

use crate::call::take;
use crate::fields::{Parse, parse};
use crate::status::status;

/// The most bytes of the items of one page, as they are encoded. One item alone may be larger.
pub(crate) const MAX_BYTES: usize = 1 << 20;

/// What stands around an item within its answer: a tag and a length.
pub(crate) const AROUND: usize = 6;

/// The list that a request asks for, and its page.
pub(crate) async fn listed<M, L>(
    app: &App,
    request: Request<M>,
) -> Result<(L, Page<L::Item>), Status>
where
    M: Parse<Command = Listing<L>>,
    L: List,
{
    let (call, message) = take(request)?;
    let asked = parse(message)?;
    let page = app.list(&call, &asked).await.map_err(status)?;
    Ok((asked.list, page))
}

/// The items that an answer takes, at most `MAX_BYTES` together, and the token of the page after them.
pub(crate) fn page_to_proto<T, M: Message>(
    page: &Page<T>,
    to_proto: impl Fn(&T) -> M,
) -> (Vec<M>, String) {
    page.fitting(MAX_BYTES, to_proto, |item| item.encoded_len() + AROUND)
}
