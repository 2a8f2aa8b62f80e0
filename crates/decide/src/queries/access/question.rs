//! May this user do that on this?

use access::Resource;
use domain::{OrganizationId, RightName, UserId};

/// May this user do that on this?
#[derive(Debug, Clone)]
pub struct Question {
    pub subject: UserId,
    pub organization: OrganizationId,
    pub resource: Resource,
    pub right: RightName,
}
