//! Lists in an answer that nobody pages through: as much of them as there is room for, and how many more there are.

use prost::Message;

use super::page::AROUND;

/// The most bytes of a list that an answer shortens. An answer has several of them, beside what it is about.
pub(crate) const MAX_LIST: usize = 512 << 10;

/// What there is room for in `most` bytes, at least the first, and how many more there are.
pub(crate) fn shortened<T, M: Message>(
    most: usize,
    items: impl IntoIterator<Item = T>,
    to_proto: impl Fn(T) -> M,
) -> (Vec<M>, i32) {
    let mut items = items.into_iter();
    let mut shown = Vec::new();
    let mut bytes: usize = 0;
    for item in items.by_ref() {
        let item = to_proto(item);
        bytes = bytes.saturating_add(item.encoded_len() + AROUND);
        if bytes > most && !shown.is_empty() {
            // The one that did not fit, and those after it.
            let left_out = items.count().saturating_add(1);
            return (shown, i32::try_from(left_out).unwrap_or(i32::MAX));
        }
        shown.push(item);
    }
    (shown, 0)
}
