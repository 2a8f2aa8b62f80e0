//! What is done to organizations and the platform, as sentences.

use grantor::v1;

use super::actions::{mask, organization_name};
use super::actor::{Actor, Answer};
use super::make::fully;

/// Organizations and the platform.
impl Actor {
    pub async fn sees_organization(&self, id: &str) -> Answer<v1::Organization> {
        let request = v1::GetOrganizationRequest {
            name: organization_name(id),
        };
        let answer = self
            .organizations()
            .get_organization(request)
            .await?
            .into_inner();
        Ok(answer.organization.expect("the organization"))
    }

    /// The organizations of which a user is a member.
    pub async fn sees_organizations_of(&self, user: &str) -> Answer<Vec<String>> {
        let member = format!("users/{user}");
        let request = v1::ListOrganizationsRequest {
            member,
            consistency: fully(),
            ..Default::default()
        };
        let answer = self
            .organizations()
            .list_organizations(request)
            .await?
            .into_inner();
        Ok(answer
            .organizations
            .into_iter()
            .map(|organization| organization.name)
            .collect())
    }

    /// Changes the named fields of an organization.
    pub async fn updates_organization(
        &self,
        id: &str,
        organization: v1::Organization,
        paths: &[&str],
    ) -> Answer<v1::Organization> {
        let organization = Some(v1::Organization {
            name: organization_name(id),
            ..organization
        });
        let request = v1::UpdateOrganizationRequest {
            organization,
            update_mask: mask(paths),
            ..Default::default()
        };
        let answer = self
            .organizations()
            .update_organization(request)
            .await?
            .into_inner();
        Ok(answer.organization.expect("the organization"))
    }

    pub async fn sets_policy(
        &self,
        id: &str,
        policy: v1::ChangePolicy,
    ) -> Answer<v1::Organization> {
        let (name, change_policy) = (organization_name(id), policy.into());
        let request = v1::SetChangePolicyRequest {
            name,
            change_policy,
            ..Default::default()
        };
        let answer = self
            .organizations()
            .set_change_policy(request)
            .await?
            .into_inner();
        Ok(answer.organization.expect("the organization"))
    }

    /// Sets the limit of administrators of one organization.
    pub async fn limits_administrators(
        &self,
        id: &str,
        limit: Option<i32>,
    ) -> Answer<v1::Organization> {
        let (name, administrator_limit) = (organization_name(id), limit);
        let request = v1::SetAdministratorLimitRequest {
            name,
            administrator_limit,
            ..Default::default()
        };
        let answer = self
            .organizations()
            .set_administrator_limit(request)
            .await?
            .into_inner();
        Ok(answer.organization.expect("the organization"))
    }

    /// Sets quotas of one organization; with no names, those that are set.
    pub async fn sets_quotas(
        &self,
        id: &str,
        quotas: v1::Quotas,
        names: &[&str],
    ) -> Answer<v1::Organization> {
        let request = v1::SetQuotasRequest {
            name: organization_name(id),
            quotas: Some(quotas),
            update_mask: mask(names),
            ..Default::default()
        };
        let answer = self.organizations().set_quotas(request).await?.into_inner();
        Ok(answer.organization.expect("the organization"))
    }

    /// Says whether the look of an organization is shown, having looked at it.
    pub async fn approves_branding(&self, id: &str, approved: bool) -> Answer<v1::Organization> {
        let etag = match approved {
            true => self.sees_organization(id).await?.etag,
            false => String::new(),
        };
        self.approves_branding_seen(id, approved, &etag).await
    }

    /// The same, having looked at it when it had this etag.
    pub async fn approves_branding_seen(
        &self,
        id: &str,
        approved: bool,
        etag: &str,
    ) -> Answer<v1::Organization> {
        let request = v1::SetBrandingApprovalRequest {
            name: organization_name(id),
            approved,
            etag: etag.to_owned(),
            ..Default::default()
        };
        let mut organizations = self.organizations();
        let answer = organizations.set_branding_approval(request).await?;
        Ok(answer.into_inner().organization.expect("the organization"))
    }

    /// Makes a user a legal representative, with a note.
    pub async fn appoints(
        &self,
        id: &str,
        user: &str,
    ) -> Answer<v1::AppointLegalRepresentativeResponse> {
        let request = v1::AppointLegalRepresentativeRequest {
            name: organization_name(id),
            user: format!("users/{user}"),
            note: "The last one is gone.".into(),
            ..Default::default()
        };
        Ok(self
            .organizations()
            .appoint_legal_representative(request)
            .await?
            .into_inner())
    }

    /// Changes the named settings of the platform.
    pub async fn sets(
        &self,
        settings: v1::PlatformSettings,
        paths: &[&str],
    ) -> Answer<v1::PlatformSettings> {
        let settings = Some(v1::PlatformSettings {
            name: "platform/settings".into(),
            ..settings
        });
        let request = v1::UpdatePlatformSettingsRequest {
            settings,
            update_mask: mask(paths),
            ..Default::default()
        };
        Ok(self
            .platform()
            .update_platform_settings(request)
            .await?
            .into_inner()
            .settings
            .expect("the settings"))
    }
}
