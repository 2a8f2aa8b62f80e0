//! What every page works with, and as whom a page calls.

use std::sync::Arc;

use app::{App, Call, deadline};
use domain::{Caller, Who};

use crate::method::Rules;

/// What every page works with.
#[derive(Clone)]
pub(super) struct Pages {
    pub(super) app: Arc<App>,
    pub(super) rules: Rules,
}

impl Pages {
    /// A call of this method that speaks for whoever has the link.
    pub(super) fn call(&self, method: &str) -> Option<Call> {
        Some(Call {
            who: Who {
                actor: None,
                caller: Caller::LinkPage,
            },
            rule: self.rules.get(method)?,
            request: None,
            validate_only: false,
            deadline: Some(deadline()),
            place: None,
        })
    }
}
