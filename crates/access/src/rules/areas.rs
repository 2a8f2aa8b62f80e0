//! Rule 3: an administrator hands out only areas that they have, TECHNICAL at most with a scope that theirs contains.

use std::borrow::Cow;

use domain::{Areas, Rights};

use super::contain::{Belongings, Holding, ScopePart, scope_parts};
use crate::span::Span;
use crate::view::View;

impl View {
    /// Rule 3: whether my areas contain theirs.
    pub fn areas_contain(&self, mine: &Areas, theirs: &Areas) -> bool {
        let has = |mine: bool, theirs: bool| mine || !theirs;
        has(mine.financial, theirs.financial)
            && has(mine.security, theirs.security)
            && has(mine.user_rights, theirs.user_rights)
            && self.technical_contains(mine, theirs)
    }

    pub(super) fn technical_contains(&self, mine: &Areas, theirs: &Areas) -> bool {
        let Some(theirs) = &theirs.technical else {
            return true;
        };
        let Some(mine) = &mine.technical else {
            return false;
        };
        let mine = Belongings::from_iter([Holding {
            rights: Cow::Owned(Rights::All),
            scope: Cow::Borrowed(mine),
            scope_revision: Holding::NO_REVISION,
            span: Span::ALWAYS,
        }]);
        scope_parts(theirs).into_iter().all(|entry| {
            let part = ScopePart {
                entry,
                scope_revision: Holding::NO_REVISION,
            };
            !mine.containing(part, &self.organization).is_empty()
        })
    }
}
