//! As what is a member shown? PARTNER instead of EXTERNAL, for exactly as long as they are one of an active partner's people.

use access::View;
use domain::{Member, Role};
use serde::Serialize;

use crate::use_cases::role_spec::RoleName;

/// A role as lists and answers show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum ShownRole {
    /// The role that is stored.
    Stored(RoleName),
    /// An external member who is one of an active partner's people.
    Partner,
}

impl ShownRole {
    /// As what this member is shown.
    pub fn of(view: &View, member: &Member) -> Self {
        if member.role == Role::External && view.is_partner(&member.user) {
            Self::Partner
        } else {
            Self::stored(member)
        }
    }

    /// The role that is stored, for what is past and can't be derived any more.
    pub fn stored(member: &Member) -> Self {
        Self::Stored(RoleName::of(&member.role))
    }
}
