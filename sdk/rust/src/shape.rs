//! What must the transport know of a method? Whether it streams, and where its message keeps a request id.

/// One method, by its path.
pub(super) struct Shape {
    path: &'static str,
    /// It sends or answers more than one message.
    pub(super) streams: bool,
    /// The number of the field `request_id` of its message; 0 if there is none.
    pub(super) request_id: u32,
}

/// Every method of the API, ordered by path.
const SHAPES: &[Shape] = include!(concat!(env!("OUT_DIR"), "/shapes.rs"));

/// The method of this path, if it is one of Grantor's API.
pub(super) fn of(path: &str) -> Option<&'static Shape> {
    let found = SHAPES.binary_search_by_key(&path, |shape| shape.path);
    found.ok().and_then(|index| SHAPES.get(index))
}
