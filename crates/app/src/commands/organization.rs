//! Organizations: the id of a new one has to be known before its home is locked.

use aws_lc_rs::{hmac, rand};
use decide::seed::base32;
use decide::use_cases::organization::{CreateOrganization, NewOrganization};
use domain::OrganizationId;

use crate::app::App;
use crate::call::Call;
use crate::done::Done;
use crate::error::Error;

impl App {
    /// Makes an organization; the server makes its id where the caller named none.
    pub async fn create_organization(
        &self,
        call: &Call,
        wanted: NewOrganization,
    ) -> Result<Done, Error> {
        let organization = self.new_organization_id(call, wanted.organization.as_ref())?;
        self.write(
            call.clone(),
            CreateOrganization {
                wanted,
                organization,
            },
        )
        .await
    }

    /// The id that the caller insists on, or one of the server's: the home has to be known before it is locked.
    ///
    /// Same caller and same request id draw the same one, so that a retry finds the organization it made.
    pub(crate) fn new_organization_id(
        &self,
        call: &Call,
        spec: Option<&OrganizationId>,
    ) -> Result<OrganizationId, Error> {
        if let Some(id) = spec {
            return Ok(id.clone());
        }
        let mut bytes = [0; 32];
        match &call.request {
            None => rand::fill(&mut bytes).map_err(|_| Error::Interrupted)?,
            Some(request) => {
                let bound = serde_json::to_vec(&("organization", call.account(), &request.id))
                    .map_err(|_| Error::Interrupted)?;
                bytes.copy_from_slice(hmac::sign(&self.id_key, &bound).as_ref());
            }
        }
        OrganizationId::parse(&base32(&bytes, 26)).map_err(|_| Error::Interrupted)
    }
}
