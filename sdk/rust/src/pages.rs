//! How does one get all items of a list? Page after page, each when it is needed.

use futures_util::future::{BoxFuture, FutureExt as _};
use futures_util::stream::{self, TryStreamExt as _};
use tonic::Status;

use super::answer::LARGEST;
use super::{Client, Error, Items, Transport};
use crate::v1;

/// One page of a list.
#[derive(Debug)]
pub struct Page<T> {
    /// What is on it.
    pub items: Vec<T>,
    /// The token of the page after it; empty if it is the last.
    pub next: String,
}

/// The message of a method that answers in pages, such as [`v1::ListGrantsRequest`].
pub trait List: Clone + Send + Sync + 'static {
    /// What the list is of.
    type Item: Send + 'static;

    /// Says from where the list goes on.
    fn go_on(&mut self, page_token: String);

    /// Asks for one page.
    fn page(self, transport: Transport) -> BoxFuture<'static, Result<Page<Self::Item>, Status>>;
}

impl Client {
    /// All items of a list: `client.pages(v1::ListGrantsRequest { parent, ..Default::default() })`. The
    /// `page_size` of the message says how many are asked for at once; its `page_token` where to begin.
    ///
    /// An error ends the list where it happens.
    #[must_use]
    pub fn pages<L: List>(&self, list: L) -> Items<L::Item> {
        let start = Some((self.transport(), list));
        let pages = stream::try_unfold(start, async |rest| {
            let Some((transport, mut list)) = rest else {
                return Ok(None);
            };
            let Page { items, next } = list.clone().page(transport.clone()).await?;
            list.go_on(next.clone());
            let rest = (!next.is_empty()).then_some((transport, list));
            let items = stream::iter(items.into_iter().map(Ok));
            Ok::<_, Error>(Some((items, rest)))
        });
        Items::of(pages.try_flatten())
    }
}

/// A [`List`] for one method.
macro_rules! list {
    ($request:ident => $service:ident::$stub:ident::$call:ident, $item:ident in $field:ident) => {
        impl List for v1::$request {
            type Item = v1::$item;

            fn go_on(&mut self, page_token: String) {
                self.page_token = page_token;
            }

            fn page(
                self,
                transport: Transport,
            ) -> BoxFuture<'static, Result<Page<Self::Item>, Status>> {
                async move {
                    let stub = v1::$service::$stub::new(transport);
                    let mut stub = stub.max_decoding_message_size(LARGEST);
                    let page = stub.$call(self).await?.into_inner();
                    Ok(Page {
                        items: page.$field,
                        next: page.next_page_token,
                    })
                }
                .boxed()
            }
        }
    };
}

include!(concat!(env!("OUT_DIR"), "/lists.rs"));
