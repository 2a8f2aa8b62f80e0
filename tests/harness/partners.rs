//! What partners and their clients do, as sentences.

use grantor::v1;

use super::actions::{mask, organization_name};
use super::actor::{Actor, Answer};
use super::make::fully;
use super::world::World;

/// What a proposal gives: these grants.
pub fn limited(grants: Vec<v1::OfferedGrant>) -> v1::partnership::Access {
    v1::partnership::Access::Limited(v1::LimitedMandate { grants })
}

/// What a proposal gives: everything, and the wallet or not.
pub fn full(wallet_entrusted: bool) -> v1::partnership::Access {
    v1::partnership::Access::Full(v1::FullMandate {
        wallet_entrusted: Some(wallet_entrusted),
    })
}

/// A grant of a LIMITED mandate.
pub fn offered(rights: v1::Rights, scope: v1::Scope) -> v1::OfferedGrant {
    v1::OfferedGrant {
        rights: Some(rights),
        scope: Some(scope),
        ..Default::default()
    }
}

/// An assignment of a client to a member of the partner that leaves everything on products, and these rights.
pub fn assignment(client: &str, assignee: &str, rights: &[&str]) -> v1::ClientAssignment {
    v1::ClientAssignment {
        client: organization_name(client),
        assignee: assignee.to_owned(),
        product_rights: Some(v1::LeftProductRights {
            left: Some(v1::left_product_rights::Left::All(())),
        }),
        organization_rights: rights.iter().map(|right| (*right).to_owned()).collect(),
        ..Default::default()
    }
}

/// The rights on products that an assignment leaves: those of these kinds.
pub fn product_rights(kinds: &[v1::RightKind]) -> Option<v1::LeftProductRights> {
    let kinds = kinds.iter().map(|kind| (*kind).into()).collect();
    Some(v1::LeftProductRights {
        left: Some(v1::left_product_rights::Left::Listed(v1::LeftRightKinds {
            kinds,
        })),
    })
}

fn named(access: v1::partnership::Access) -> v1::change_mandate_request::Access {
    use v1::change_mandate_request::Access;
    match access {
        v1::partnership::Access::Limited(limited) => Access::Limited(limited),
        v1::partnership::Access::Full(full) => Access::Full(full),
    }
}

impl World {
    /// An organization with a new legal representative that is listed as a partner under its id, with the contact
    /// `ID@partners.example`.
    pub async fn partner(&self, id: &str, legal_representative: &str) -> Actor {
        let representative = self.organization(id, legal_representative).await;
        let email = format!("{id}@partners.example");
        let entry = representative.offers_to_manage(id, &[&email]).await;
        entry.expect("an entry");
        let listed = self.operator().enlists(id, id).await;
        listed.expect("listed");
        representative
    }

    /// A partnership that the client's representative proposes, and the partner's accepts.
    pub async fn partnership(
        &self,
        (client, by): (&str, &Actor),
        (partner, accepting): (&str, &Actor),
        access: v1::partnership::Access,
    ) -> v1::Partnership {
        let proposal = by.proposes(client, partner, access).await;
        let proposal = proposal.expect("proposed");
        let accepted = accepting.accepts_proposal(&proposal.name).await;
        accepted.expect("accepted")
    }
}

/// The directory.
impl Actor {
    /// Makes the directory entry, or changes its contacts.
    pub async fn offers_to_manage(&self, id: &str, contacts: &[&str]) -> Answer<v1::Partner> {
        let contacts = contacts.iter().map(|email| v1::PartnerContact {
            email: (*email).to_owned(),
            locale: String::new(),
        });
        let request = v1::UpdatePartnerRequest {
            partner: Some(v1::Partner {
                name: format!("partners/{id}"),
                contacts: contacts.collect(),
                ..Default::default()
            }),
            update_mask: mask(&["contacts"]),
            allow_missing: true,
            ..Default::default()
        };
        let answer = self.partners().update_partner(request).await?.into_inner();
        Ok(answer.partner.expect("the entry"))
    }

    pub async fn enlists(&self, id: &str, listed_name: &str) -> Answer<v1::Partner> {
        let request = v1::EnlistPartnerRequest {
            name: format!("partners/{id}"),
            listed_name: listed_name.to_owned(),
            ..Default::default()
        };
        let answer = self.partners().enlist_partner(request).await?.into_inner();
        Ok(answer.partner.expect("the entry"))
    }

    pub async fn unlists(&self, id: &str) -> Answer<v1::Partner> {
        let request = v1::UnlistPartnerRequest {
            name: format!("partners/{id}"),
            ..Default::default()
        };
        let answer = self.partners().unlist_partner(request).await?.into_inner();
        Ok(answer.partner.expect("the entry"))
    }

    /// Searches the directory for an organization.
    pub async fn searches(&self, organization: &str, query: &str) -> Answer<Vec<v1::FoundPartner>> {
        let request = v1::SearchPartnersRequest {
            parent: organization_name(organization),
            query: query.to_owned(),
        };
        let answer = self.partners().search_partners(request).await?.into_inner();
        Ok(answer.partners)
    }

    /// The clients of a partner.
    pub async fn sees_clients(&self, partner: &str) -> Answer<Vec<v1::Client>> {
        let request = v1::ListClientsRequest {
            parent: organization_name(partner),
            consistency: fully(),
            ..Default::default()
        };
        Ok(self
            .partners()
            .list_clients(request)
            .await?
            .into_inner()
            .clients)
    }

    /// Assigns a client inside the partner.
    pub async fn assigns(
        &self,
        partner: &str,
        client_assignment: v1::ClientAssignment,
    ) -> Answer<v1::ClientAssignment> {
        let request = v1::CreateClientAssignmentRequest {
            parent: organization_name(partner),
            client_assignment: Some(client_assignment),
            ..Default::default()
        };
        let mut partners = self.partners();
        let answer = partners.create_client_assignment(request).await?;
        Ok(answer
            .into_inner()
            .client_assignment
            .expect("the assignment"))
    }

    /// Changes what an assignment leaves.
    pub async fn reassigns(
        &self,
        client_assignment: v1::ClientAssignment,
        paths: &[&str],
    ) -> Answer<v1::ClientAssignment> {
        let request = v1::UpdateClientAssignmentRequest {
            client_assignment: Some(client_assignment),
            update_mask: mask(paths),
            ..Default::default()
        };
        let mut partners = self.partners();
        let answer = partners.update_client_assignment(request).await?;
        Ok(answer
            .into_inner()
            .client_assignment
            .expect("the assignment"))
    }

    pub async fn unassigns(&self, name: &str) -> Answer<v1::DeleteClientAssignmentResponse> {
        let request = v1::DeleteClientAssignmentRequest {
            name: name.to_owned(),
            ..Default::default()
        };
        let mut partners = self.partners();
        Ok(partners
            .delete_client_assignment(request)
            .await?
            .into_inner())
    }
}

/// Partnerships.
impl Actor {
    pub async fn proposes(
        &self,
        client: &str,
        partner: &str,
        access: v1::partnership::Access,
    ) -> Answer<v1::Partnership> {
        let request = v1::ProposePartnershipRequest {
            parent: organization_name(client),
            partnership: Some(v1::Partnership {
                partner: format!("partners/{partner}"),
                access: Some(access),
                ..Default::default()
            }),
            ..Default::default()
        };
        let mut partnerships = self.partnerships();
        let answer = partnerships.propose_partnership(request).await?;
        Ok(answer.into_inner().partnership.expect("the partnership"))
    }

    pub async fn sees_partnership(&self, name: &str) -> Answer<v1::Partnership> {
        let request = v1::GetPartnershipRequest {
            name: name.to_owned(),
        };
        let answer = self.partnerships().get_partnership(request).await?;
        Ok(answer.into_inner().partnership.expect("the partnership"))
    }

    pub async fn sees_partnerships(&self, client: &str) -> Answer<Vec<v1::Partnership>> {
        let request = v1::ListPartnershipsRequest {
            parent: organization_name(client),
            consistency: fully(),
            ..Default::default()
        };
        let answer = self.partnerships().list_partnerships(request).await?;
        Ok(answer.into_inner().partnerships)
    }

    pub async fn proposes_again(&self, name: &str) -> Answer<v1::Partnership> {
        let request = v1::ResendProposalRequest {
            name: name.to_owned(),
            ..Default::default()
        };
        let answer = self.partnerships().resend_proposal(request).await?;
        Ok(answer.into_inner().partnership.expect("the partnership"))
    }

    pub async fn withdraws_proposal(&self, name: &str) -> Answer<v1::Partnership> {
        let request = v1::WithdrawProposalRequest {
            name: name.to_owned(),
            ..Default::default()
        };
        let answer = self.partnerships().withdraw_proposal(request).await?;
        Ok(answer.into_inner().partnership.expect("the partnership"))
    }

    pub async fn views_proposal(&self, token: &str) -> Answer<v1::ViewProposalResponse> {
        let request = v1::ViewProposalRequest {
            token: token.to_owned(),
        };
        Ok(self
            .partnerships()
            .view_proposal(request)
            .await?
            .into_inner())
    }

    /// Accepts a proposal signed in.
    pub async fn accepts_proposal(&self, name: &str) -> Answer<v1::Partnership> {
        use v1::accept_proposal_request::Proposal;
        self.accepts_with(Proposal::Name(name.to_owned())).await
    }

    /// Accepts a proposal by its link.
    pub async fn accepts_proposal_by_link(&self, token: &str) -> Answer<v1::Partnership> {
        use v1::accept_proposal_request::Proposal;
        self.accepts_with(Proposal::Token(token.to_owned())).await
    }

    async fn accepts_with(
        &self,
        proposal: v1::accept_proposal_request::Proposal,
    ) -> Answer<v1::Partnership> {
        let request = v1::AcceptProposalRequest {
            proposal: Some(proposal),
            ..Default::default()
        };
        let answer = self.partnerships().accept_proposal(request).await?;
        Ok(answer.into_inner().partnership.expect("the partnership"))
    }

    /// Refuses a proposal signed in.
    pub async fn refuses_proposal(&self, name: &str) -> Answer<v1::Partnership> {
        use v1::refuse_proposal_request::Proposal;
        self.refuses_with(Proposal::Name(name.to_owned())).await
    }

    /// Refuses a proposal by its link.
    pub async fn refuses_proposal_by_link(&self, token: &str) -> Answer<v1::Partnership> {
        use v1::refuse_proposal_request::Proposal;
        self.refuses_with(Proposal::Token(token.to_owned())).await
    }

    async fn refuses_with(
        &self,
        proposal: v1::refuse_proposal_request::Proposal,
    ) -> Answer<v1::Partnership> {
        let request = v1::RefuseProposalRequest {
            proposal: Some(proposal),
            ..Default::default()
        };
        let answer = self.partnerships().refuse_proposal(request).await?;
        Ok(answer.into_inner().partnership.expect("the partnership"))
    }

    pub async fn changes_mandate(
        &self,
        name: &str,
        access: v1::partnership::Access,
    ) -> Answer<v1::ChangeMandateResponse> {
        let request = v1::ChangeMandateRequest {
            name: name.to_owned(),
            access: Some(named(access)),
            ..Default::default()
        };
        Ok(self
            .partnerships()
            .change_mandate(request)
            .await?
            .into_inner())
    }

    pub async fn switches_wallet(&self, name: &str, entrusted: bool) -> Answer<v1::Partnership> {
        let request = v1::SwitchWalletRequest {
            name: name.to_owned(),
            wallet_entrusted: Some(entrusted),
            ..Default::default()
        };
        let answer = self.partnerships().switch_wallet(request).await?;
        Ok(answer.into_inner().partnership.expect("the partnership"))
    }

    /// Ends a partnership; PARTNER members stay as EXTERNAL.
    pub async fn ends(&self, name: &str) -> Answer<v1::TerminatePartnershipResponse> {
        self.ends_and(name, false).await
    }

    /// Ends a partnership, and removes PARTNER members or not.
    pub async fn ends_and(
        &self,
        name: &str,
        remove_partner_members: bool,
    ) -> Answer<v1::TerminatePartnershipResponse> {
        let request = v1::TerminatePartnershipRequest {
            name: name.to_owned(),
            note: "We part as friends.".into(),
            remove_partner_members,
            ..Default::default()
        };
        let mut partnerships = self.partnerships();
        Ok(partnerships
            .terminate_partnership(request)
            .await?
            .into_inner())
    }
}
