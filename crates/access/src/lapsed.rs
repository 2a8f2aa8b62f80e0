//! Was it allowed once? Tells a denial of what is over from one of what never was.

use std::ops::ControlFlow;

use domain::{RightName, Timestamp, UserId};

use crate::asked_right::AskedRight;
use crate::decision::Resource;
use crate::view::View;

impl View {
    /// Whether a path that gives the right on this product has ended by then. Of rights by role, never.
    pub fn has_lapsed(
        &self,
        user: &UserId,
        resource: &Resource,
        right: &RightName,
        at: Timestamp,
    ) -> bool {
        let Resource::Product(id) = resource else {
            return false;
        };
        let (Some(target), Ok(accessor)) =
            (self.organization.indexed_product(id), self.accessor(user))
        else {
            return false;
        };
        let Ok(AskedRight::Right(indexed_type, known)) = self.asked(target, right) else {
            return false;
        };
        let over = self
            .evaluation(accessor, target, indexed_type)
            .visit(|found| {
                let span = found.span();
                if span.end <= at && !span.is_empty() && found.gives(known) {
                    ControlFlow::Break(())
                } else {
                    ControlFlow::Continue(())
                }
            });
        over.is_break()
    }
}
