//! A page of a list on the wire: how much of it one answer takes.

use app::Page;
use prost::Message;

/// The most bytes of the items of one page, as they are encoded. One item alone may be larger.
pub(crate) const MAX_BYTES: usize = 1 << 20;

/// What stands around an item within its answer: a tag and a length.
pub(crate) const AROUND: usize = 6;

/// The items that an answer takes, at most `MAX_BYTES` together, and the token of the page after them.
pub(crate) fn page_to_proto<T, M: Message>(
    page: &Page<T>,
    to_proto: impl Fn(&T) -> M,
) -> (Vec<M>, String) {
    page.fitting(MAX_BYTES, to_proto, |item| item.encoded_len() + AROUND)
}
