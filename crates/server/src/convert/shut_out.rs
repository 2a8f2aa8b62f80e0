//! Who is shut out, on the wire.

use app::Done;
use decide::use_cases::shut_out::ShutOutUser;
use domain::{OrganizationId, ShutOut, UserId};
use grantor::v1;

use super::done::organization;
use super::time::proto;
use crate::fields::{Fields, Parse};

impl Parse for v1::ShutOutUserRequest {
    type Command = ShutOutUser;

    fn parse(self, fields: &mut Fields) -> Option<ShutOutUser> {
        let organization = fields.organization("parent", &self.parent);
        let user = fields.user("user", &self.user);
        Some(ShutOutUser {
            organization: organization?,
            user: user?,
        })
    }
}

pub(crate) fn shut_out_to_proto(shut_out: &ShutOut, organization: &OrganizationId) -> v1::ShutOut {
    v1::ShutOut {
        name: shut_out.user.shut_out_of(organization).to_string(),
        user: shut_out.user.resource_name().to_string(),
        create_time: Some(proto(shut_out.stamp.create_time)),
        etag: shut_out.stamp.etag(),
    }
}

/// Whom a change was about: as it saved or removed the fact, or as it is where it left it alone.
pub(crate) fn shut_out_about(done: &Done) -> Option<v1::ShutOut> {
    let changed = done
        .all_removed::<ShutOut>()
        .next()
        .or_else(|| done.saved());
    let about = done
        .change()
        .and_then(|change| change.outcome.about.as_ref());
    let about = about.and_then(|name| UserId::parse(&name.id).ok());
    let unchanged = about.and_then(|user| done.view.organization.shut_out(&user));
    let shut_out = changed.or(unchanged.map(AsRef::as_ref))?;
    Some(shut_out_to_proto(shut_out, organization(done)?))
}
