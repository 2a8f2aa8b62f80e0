//! The text of an id where it is kept: beside what it names and without memory of its own, if it is not longer than those
//! that the server makes. So a look-up by id compares what lies there, and reading a name takes no memory.

use std::cmp::Ordering;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// The longest text that lies where it is kept, in bytes: all of it are two halves of what a processor compares at once.
const SHORT: usize = 30;

/// Of `[a-z0-9-]` alone, so that the zeros after a short one are no part of any.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Text {
    Short(u8, [u8; SHORT]),
    Long(Arc<str>),
}

impl Text {
    #[inline]
    pub(crate) fn of(text: &str) -> Self {
        let mut short = [0; SHORT];
        match short.get_mut(..text.len()) {
            Some(place) => {
                place.copy_from_slice(text.as_bytes());
                Self::Short(text.len() as u8, short)
            }
            None => Self::Long(text.into()),
        }
    }

    #[inline]
    pub(crate) fn as_str(&self) -> &str {
        match self {
            Self::Short(length, short) => {
                let text = short.get(..usize::from(*length)).unwrap_or(short);
                // It was one text before, so it is one.
                std::str::from_utf8(text).unwrap_or_default()
            }
            Self::Long(text) => text,
        }
    }
}

impl Hash for Text {
    #[inline]
    fn hash<H: Hasher>(&self, state: &mut H) {
        match self {
            // As numbers, which is quicker than as so many bytes.
            Self::Short(_, short) => {
                let last = short.last_chunk::<8>();
                for word in short.as_chunks::<8>().0.iter().chain(last) {
                    state.write_u64(u64::from_ne_bytes(*word));
                }
            }
            Self::Long(text) => text.hash(state),
        }
    }
}

impl Ord for Text {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            // Zeros come before every letter, as the end of a text does.
            (Self::Short(_, a), Self::Short(_, b)) => a.cmp(b),
            _ => self.as_str().cmp(other.as_str()),
        }
    }
}

impl PartialOrd for Text {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_takes_four_words() {
        assert_eq!(size_of::<Option<Text>>(), 32);
    }

    #[test]
    fn it_is_compared_as_the_text_that_it_is() {
        let ends = ["", "-", "0", "a", "z", "zz"];
        let all: Vec<_> = [1, 7, 8, 28, 29, 30, 31, 61]
            .into_iter()
            .flat_map(|length| ends.map(|end| "a".repeat(length) + end))
            .map(|text| (Text::of(&text), text))
            .collect();
        for (kept, text) in &all {
            assert_eq!(kept.as_str(), text);
            for (also, other) in &all {
                assert_eq!(kept.cmp(also), text.cmp(other), "{text} {other}");
                assert_eq!(kept == also, text == other, "{text} {other}");
            }
        }
    }
}
