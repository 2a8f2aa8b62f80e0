//! How a resource name (AIP-122) is printed: an id in its collection, perhaps below that of an organization.

use std::fmt;

/// A resource name that is not written yet: a place in a message needs no text of its own for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ResourceName<'a> {
    parent: Option<Part<'a>>,
    last: Part<'a>,
}

/// A collection and an id in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Part<'a>(&'static str, &'a str);

impl<'a> ResourceName<'a> {
    /// The name of `id`, which stands below nothing.
    pub(crate) fn top(collection: &'static str, id: &'a str) -> Self {
        Self {
            parent: None,
            last: Part(collection, id),
        }
    }

    /// The same below `parent`, which stands below nothing.
    pub(crate) fn below(self, parent: Self) -> Self {
        let parent = Some(parent.last);
        Self { parent, ..self }
    }

    /// All that it is written of, in order: for whoever must know how long it is before it is written.
    pub fn pieces(self) -> impl Iterator<Item = &'a str> + Clone {
        let parent = self.parent.into_iter();
        let parent = parent.flat_map(|Part(collection, id)| [collection, "/", id, "/"]);
        let Part(collection, id) = self.last;
        parent.chain([collection, "/", id])
    }
}

impl fmt::Display for ResourceName<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.pieces().try_for_each(|piece| f.write_str(piece))
    }
}

impl From<ResourceName<'_>> for String {
    fn from(name: ResourceName<'_>) -> Self {
        name.to_string()
    }
}
