//! Organizations on the wire.

use app::Texts;
use app::access::View;
use app::queries::list::Listing;
use app::queries::organization::{ListOrganizations, SeenOrganization};
use decide::rules::rule_04;
use decide::use_cases::organization::{
    AppointLegalRepresentative, NewOrganization, SetAdministratorLimit, SetBrandingApproval,
    SetChangePolicy, SetQuotas, UpdateOrganization,
};
use domain::{
    ChangePolicy, DisplayName, Note, Organization, OrganizationId, Panel, Quota, Timestamp,
};
use grantor::v1;

use super::branding::{branding, branding_edit, branding_to_proto};
use super::edit::{Mask, seen};
use super::quotas::{own_quotas_to_proto, quota_edits};
use super::role::{panel, panel_to_proto};
use super::time;
use crate::fields::{Fields, Parse};

/// What UpdateOrganization can change.
const PATHS: [&str; 8] = [
    "display_name",
    "default_panel",
    super::branding::WHOLE,
    "branding.display_name",
    "branding.logo_uri",
    "branding.color",
    "branding.sender_email",
    "branding.support_email",
];

/// What SetQuotas can set.
const QUOTAS: [&str; 10] = [
    "grants",
    "managed_grants",
    "scope_entries",
    "tags",
    "teams",
    "team_members",
    "open_invitations",
    "open_proposals",
    "open_change_requests",
    "client_assignments",
];

/// The field of the panel.
const PANEL: &str = "organization.default_panel";

/// All of an organization, as it stands in `view` at `now`.
pub(crate) fn organization_to_proto(
    organization: &Organization,
    view: &View,
    texts: &Texts,
    now: Timestamp,
) -> v1::Organization {
    let limit = organization
        .administrator_limit
        .or(view.platform.settings().administrator_limit);
    let number = |count: u32| i32::try_from(count).unwrap_or(i32::MAX);
    v1::Organization {
        default_panel: panel_to_proto(organization.default_panel).into(),
        change_policy: change_policy_to_proto(organization.change_policy).into(),
        administrator_limit: limit.map(number),
        administrator_count: number(rule_04::administrators(view, now)),
        quotas: own_quotas_to_proto(&organization.quotas),
        create_time: Some(time::proto(organization.stamp.create_time)),
        update_time: Some(time::proto(organization.stamp.update_time)),
        etag: organization.stamp.etag(),
        ..card_to_proto(organization, texts)
    }
}

/// What every member sees of it.
fn card_to_proto(organization: &Organization, texts: &Texts) -> v1::Organization {
    v1::Organization {
        name: organization.id.resource_name().to_string(),
        display_name: texts.get(&organization.display_name),
        branding: organization.branding.as_ref().map(branding_to_proto),
        branding_approved: organization.is_branding_approved(),
        ..Default::default()
    }
}

/// As much of it as the caller may see.
pub(crate) fn seen_to_proto(answered: &SeenOrganization) -> v1::Organization {
    let SeenOrganization {
        organization,
        whole,
        texts,
        seen,
    } = answered;
    if *whole {
        organization_to_proto(organization, &seen.view, texts, seen.at)
    } else {
        card_to_proto(organization, texts)
    }
}

fn change_policy_to_proto(policy: ChangePolicy) -> v1::ChangePolicy {
    match policy {
        ChangePolicy::Direct => v1::ChangePolicy::Direct,
        ChangePolicy::ByRequest => v1::ChangePolicy::ByRequest,
    }
}

fn change_policy(wire: v1::ChangePolicy) -> Option<ChangePolicy> {
    match wire {
        v1::ChangePolicy::Unspecified => None,
        v1::ChangePolicy::Direct => Some(ChangePolicy::Direct),
        v1::ChangePolicy::ByRequest => Some(ChangePolicy::ByRequest),
    }
}

impl Parse for v1::CreateOrganizationRequest {
    type Command = NewOrganization;

    fn parse(self, fields: &mut Fields) -> Option<NewOrganization> {
        let id = fields.optional_id(
            "organization_id",
            &self.organization_id,
            OrganizationId::parse,
        );
        let representative = fields.user("legal_representative", &self.legal_representative);
        let wire = fields.required("organization", self.organization)?;
        let display_name = fields.text(
            "organization.display_name",
            &wire.display_name,
            DisplayName::parse_without_link,
        );
        let default_panel = if wire.default_panel == 0 {
            Some(Panel::Branded)
        } else {
            panel(fields, PANEL, wire.default_panel)
        };
        let branding = branding(fields, "organization.branding", wire.branding);
        Some(NewOrganization {
            organization: id?,
            display_name: display_name?,
            default_panel: default_panel?,
            branding: branding?,
            legal_representative: representative?,
        })
    }
}

impl Parse for v1::ListOrganizationsRequest {
    type Command = Listing<ListOrganizations>;

    fn parse(self, fields: &mut Fields) -> Option<Self::Command> {
        let member = if self.member.is_empty() {
            Some(None)
        } else {
            fields.user("member", &self.member).map(Some)
        };
        let page = fields.page(self.page_size, self.page_token, self.consistency);
        Some(page?.of(ListOrganizations { member: member? }))
    }
}

impl Parse for v1::UpdateOrganizationRequest {
    type Command = UpdateOrganization;

    fn parse(self, fields: &mut Fields) -> Option<UpdateOrganization> {
        let mask = Mask::parse(fields, self.update_mask.as_ref(), &PATHS);
        let wire = fields.required("organization", self.organization)?;
        let organization = fields.organization("organization.name", &wire.name);
        let mask = mask?;
        let display_name = mask.text(
            fields,
            "organization",
            "display_name",
            &wire.display_name,
            DisplayName::parse_without_link,
        );
        let default_panel = mask.edit("default_panel", wire.default_panel != 0, || {
            panel(fields, PANEL, wire.default_panel)
        });
        let branding = branding_edit(fields, &mask, wire.branding);
        Some(UpdateOrganization {
            organization: organization?,
            etag: seen(wire.etag),
            display_name: display_name?,
            default_panel: default_panel?,
            branding: branding?,
        })
    }
}

impl Parse for v1::SetChangePolicyRequest {
    type Command = SetChangePolicy;

    fn parse(self, fields: &mut Fields) -> Option<SetChangePolicy> {
        let organization = fields.organization("name", &self.name);
        let choices = "CHANGE_POLICY_DIRECT, CHANGE_POLICY_BY_REQUEST";
        let change_policy =
            fields.choice("change_policy", self.change_policy, choices, change_policy);
        Some(SetChangePolicy {
            organization: organization?,
            change_policy: change_policy?,
            etag: seen(self.etag),
        })
    }
}

impl Parse for v1::SetBrandingApprovalRequest {
    type Command = SetBrandingApproval;

    fn parse(self, fields: &mut Fields) -> Option<SetBrandingApproval> {
        let organization = fields.organization("name", &self.name);
        // It could have changed since somebody looked at it.
        if self.approved && self.etag.is_empty() {
            fields.reject(
                "etag",
                "is required to approve a branding: send the etag of the organization whose branding was looked at",
            );
        }
        Some(SetBrandingApproval {
            organization: organization?,
            approved: self.approved,
            etag: seen(self.etag),
        })
    }
}

impl Parse for v1::SetAdministratorLimitRequest {
    type Command = SetAdministratorLimit;

    fn parse(self, fields: &mut Fields) -> Option<SetAdministratorLimit> {
        let organization = fields.organization("name", &self.name);
        let limit = administrator_limit(fields, "administrator_limit", self.administrator_limit);
        Some(SetAdministratorLimit {
            organization: organization?,
            administrator_limit: limit?,
            etag: seen(self.etag),
        })
    }
}

/// A limit of administrators that may be absent, 0 or more.
pub(crate) fn administrator_limit(
    fields: &mut Fields,
    field: &str,
    limit: Option<i32>,
) -> Option<Option<u32>> {
    let Some(limit) = limit else {
        return Some(None);
    };
    u32::try_from(limit)
        .map(Some)
        .map_err(|_| fields.reject(field, "must be 0 or more, or not set"))
        .ok()
}

impl Parse for v1::SetQuotasRequest {
    type Command = SetQuotas;

    fn parse(self, fields: &mut Fields) -> Option<SetQuotas> {
        let mask = Mask::parse(fields, self.update_mask.as_ref(), &QUOTAS);
        let organization = fields.organization("name", &self.name);
        let path = |quota: Quota| quota.name().to_owned();
        let quotas = quota_edits(fields, &mask?, path, "quotas", self.quotas);
        Some(SetQuotas {
            organization: organization?,
            quotas: quotas?,
            etag: seen(self.etag),
        })
    }
}

impl Parse for v1::AppointLegalRepresentativeRequest {
    type Command = AppointLegalRepresentative;

    fn parse(self, fields: &mut Fields) -> Option<AppointLegalRepresentative> {
        let organization = fields.organization("name", &self.name);
        let user = fields.user("user", &self.user);
        let note = fields.text("note", &self.note, Note::parse);
        Some(AppointLegalRepresentative {
            organization: organization?,
            user: user?,
            note: note?,
        })
    }
}
