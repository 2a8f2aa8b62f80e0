//! What an organization is born by: its id has to be known before its home is locked.

use aws_lc_rs::{hmac, rand};
use decide::seed::base32;
use decide::use_case::UseCase;
use decide::use_cases::organization::{CreateOrganization, NewOrganization};
use domain::{OrganizationId, Reason, Refusal};

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
        let spec = wanted.organization.clone();
        let command = |organization| CreateOrganization {
            wanted: wanted.clone(),
            organization,
        };
        self.write_birth(call, spec, command).await
    }

    /// Makes what an organization is born by, under the id that the caller insists on or one of the server's.
    ///
    /// Same caller and same request id draw the same ids in the same order, so that a retry finds the organization it made.
    /// One that was made more than a day ago is passed over: a request id is used anew once a day at most, so these are few.
    pub(crate) async fn write_birth<U: UseCase>(
        &self,
        call: &Call,
        spec: Option<OrganizationId>,
        command: impl Fn(OrganizationId) -> U,
    ) -> Result<Done, Error> {
        if let Some(id) = spec {
            return self.write(call.clone(), command(id)).await;
        }
        let mut drawn = self.first_draw(call)?;
        loop {
            let id = OrganizationId::parse(&base32(&drawn, 26)).map_err(|_| Error::Interrupted)?;
            let command = command(id.clone());
            if !self.is_over(call, &command).await? {
                match self.write(call.clone(), command).await {
                    // Its day ended between the look and the lock.
                    Err(Error::Refused(refusal)) if is_taken(&refusal, &id) => {}
                    written => return written,
                }
            }
            let next = hmac::sign(&self.id_key, &drawn);
            drawn.copy_from_slice(next.as_ref());
        }
    }

    fn first_draw(&self, call: &Call) -> Result<[u8; 32], Error> {
        let mut drawn = [0; 32];
        match &call.request {
            None => rand::fill(&mut drawn).map_err(|_| Error::Interrupted)?,
            Some(request) => {
                let bound = serde_json::to_vec(&("organization", call.account(), &request.id))
                    .map_err(|_| Error::Interrupted)?;
                drawn.copy_from_slice(hmac::sign(&self.id_key, &bound).as_ref());
            }
        }
        Ok(drawn)
    }

    /// Whether the organization is there, and nothing is remembered any more of the request that made it. Without a request
    /// id there is none to remember, and the id is nobody's.
    async fn is_over<U: UseCase>(&self, call: &Call, command: &U) -> Result<bool, Error> {
        if call.request.is_none() {
            return Ok(false);
        }
        let head = self.reader().await?.head(&command.home()).await?;
        Ok(head.is_some() && self.remembered(call, command).await?.is_none())
    }
}

/// Whether it is this id that was refused.
fn is_taken(refusal: &Refusal, id: &OrganizationId) -> bool {
    let name = id.resource_name().to_string();
    refusal.reason == Reason::IdTaken && refusal.resource == Some(name)
}
