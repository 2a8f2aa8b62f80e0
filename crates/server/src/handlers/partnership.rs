//! PartnershipService: a client proposes, the partner answers, either side ends it.

use std::sync::Arc;

use app::App;
use domain::{Kind, Refusal};
use grantor::v1;
use tonic::{Request, Response, Status};

use crate::call::{DEFAULT, take};
use crate::convert::done::{consistency_token, effect};
use crate::convert::grant::{removed_grants, saved_grants};
use crate::convert::made_thing::{listed_made_thing, remaining_count, taken_back};
use crate::convert::page::{listed, page_to_proto};
use crate::convert::partnership::{
    ended_partnership, listed_partnership, made_by_staff, removed_members, saved_for_partner,
    saved_partnership, seen_partnership, viewed_to_proto,
};
use crate::convert::proposal::proposal_link;
use crate::fields::parse;
use crate::mutation::{mutation, written};
use crate::status::status;

pub(crate) struct Partnerships(pub(crate) Arc<App>);

#[tonic::async_trait]
impl v1::partnership_service_server::PartnershipService for Partnerships {
    async fn propose_partnership(
        &self,
        request: Request<v1::ProposePartnershipRequest>,
    ) -> Result<Response<v1::ProposePartnershipResponse>, Status> {
        let done = written(&self.0, request).await?;
        Ok(Response::new(v1::ProposePartnershipResponse {
            partnership: saved_partnership(&done),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn get_partnership(
        &self,
        request: Request<v1::GetPartnershipRequest>,
    ) -> Result<Response<v1::GetPartnershipResponse>, Status> {
        let (call, message) = take(request)?;
        let (client, id) = parse(message)?;
        let found = self.0.get_partnership(&call, &client, &id).await;
        let found = found.map_err(status)?;
        Ok(Response::new(v1::GetPartnershipResponse {
            partnership: Some(seen_partnership(&found, &client)),
            consistency_token: found.seen.token,
        }))
    }

    async fn list_partnerships(
        &self,
        request: Request<v1::ListPartnershipsRequest>,
    ) -> Result<Response<v1::ListPartnershipsResponse>, Status> {
        let (call, message) = take(request)?;
        let asked = parse(message)?;
        let listed = self.0.list_partnerships(&call, &asked).await;
        let listed = listed.map_err(status)?;
        let (partnerships, next_page_token) = page_to_proto(&listed.page, |item| {
            listed_partnership(item, &listed, &asked.list.organization)
        });
        Ok(Response::new(v1::ListPartnershipsResponse {
            partnerships,
            next_page_token,
            consistency_token: listed.page.seen.token,
        }))
    }

    async fn resend_proposal(
        &self,
        request: Request<v1::ResendProposalRequest>,
    ) -> Result<Response<v1::ResendProposalResponse>, Status> {
        let done = written(&self.0, request).await?;
        Ok(Response::new(v1::ResendProposalResponse {
            partnership: saved_partnership(&done),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn withdraw_proposal(
        &self,
        request: Request<v1::WithdrawProposalRequest>,
    ) -> Result<Response<v1::WithdrawProposalResponse>, Status> {
        let done = written(&self.0, request).await?;
        Ok(Response::new(v1::WithdrawProposalResponse {
            partnership: saved_partnership(&done),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn view_proposal(
        &self,
        request: Request<v1::ViewProposalRequest>,
    ) -> Result<Response<v1::ViewProposalResponse>, Status> {
        let (call, message) = take(request)?;
        if message.token.is_empty() {
            return Err(status(
                Refusal::field("token", "is required: the token of the link in the mail").into(),
            ));
        }
        let link = proposal_link(&message.token).map_err(|refusal| status(refusal.into()))?;
        let viewed = self
            .0
            .view_proposal(&call, &link, &DEFAULT)
            .await
            .map_err(status)?;
        Ok(Response::new(viewed_to_proto(&viewed, &link.client)))
    }

    async fn accept_proposal(
        &self,
        request: Request<v1::AcceptProposalRequest>,
    ) -> Result<Response<v1::AcceptProposalResponse>, Status> {
        let (call, message) = mutation(request)?;
        let command = parse(message)?.map_err(|refusal| status(refusal.into()))?;
        let done = self.0.write(call, command).await.map_err(status)?;
        Ok(Response::new(v1::AcceptProposalResponse {
            partnership: saved_for_partner(&done),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn refuse_proposal(
        &self,
        request: Request<v1::RefuseProposalRequest>,
    ) -> Result<Response<v1::RefuseProposalResponse>, Status> {
        let (call, message) = mutation(request)?;
        let command = parse(message)?.map_err(|refusal| status(refusal.into()))?;
        let done = self.0.write(call, command).await.map_err(status)?;
        Ok(Response::new(v1::RefuseProposalResponse {
            partnership: saved_for_partner(&done),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn change_mandate(
        &self,
        request: Request<v1::ChangeMandateRequest>,
    ) -> Result<Response<v1::ChangeMandateResponse>, Status> {
        let done = written(&self.0, request).await?;
        let (removed_grants, omitted_removed_grant_count) = removed_grants(&done);
        Ok(Response::new(v1::ChangeMandateResponse {
            partnership: saved_partnership(&done),
            grants: saved_grants(&done),
            removed_grants,
            omitted_removed_grant_count,
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn switch_wallet(
        &self,
        request: Request<v1::SwitchWalletRequest>,
    ) -> Result<Response<v1::SwitchWalletResponse>, Status> {
        let done = written(&self.0, request).await?;
        Ok(Response::new(v1::SwitchWalletResponse {
            partnership: saved_partnership(&done),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn terminate_partnership(
        &self,
        request: Request<v1::TerminatePartnershipRequest>,
    ) -> Result<Response<v1::TerminatePartnershipResponse>, Status> {
        let done = written(&self.0, request).await?;
        let (removed_grants, omitted_removed_grant_count) = removed_grants(&done);
        Ok(Response::new(v1::TerminatePartnershipResponse {
            partnership: ended_partnership(&done),
            made_members: made_by_staff(&done, Kind::Member),
            made_teams: made_by_staff(&done, Kind::Team),
            made_grants: made_by_staff(&done, Kind::Grant),
            removed_grants,
            omitted_removed_grant_count,
            removed_members: removed_members(&done),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
            taken_back: taken_back(&done),
            remaining_count: remaining_count(&done),
        }))
    }

    async fn list_made_things(
        &self,
        request: Request<v1::ListMadeThingsRequest>,
    ) -> Result<Response<v1::ListMadeThingsResponse>, Status> {
        let (query, page) = listed(&self.0, request).await?;
        let (made_things, next_page_token) =
            page_to_proto(&page, |made| listed_made_thing(made, &query.organization));
        Ok(Response::new(v1::ListMadeThingsResponse {
            made_things,
            next_page_token,
            consistency_token: page.seen.token,
        }))
    }

    async fn take_back_made_things(
        &self,
        request: Request<v1::TakeBackMadeThingsRequest>,
    ) -> Result<Response<v1::TakeBackMadeThingsResponse>, Status> {
        let done = written(&self.0, request).await?;
        let (removed_grants, omitted_removed_grant_count) = removed_grants(&done);
        Ok(Response::new(v1::TakeBackMadeThingsResponse {
            taken_back: taken_back(&done),
            remaining_count: remaining_count(&done),
            removed_grants,
            omitted_removed_grant_count,
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }
}
