//! Which partnerships does a client have, and what became of them? Memory keeps the live ones, rows all.

use std::collections::HashMap;
use std::sync::Arc;

use access::View;
use decide::link::ProposalLink;
use decide::rule::{Authority, Rule};
use decide::use_cases::invitation::link_invalid;
use domain::{
    DisplayName, Home, Kind, OrganizationId, OrganizationRight, Partner, Partnership,
    PartnershipId, PartnershipState, Reason, Record, RecordName, Refusal, Timestamp, UserId,
};
use serde::Serialize;

use super::list::{List, Listing, Source};
use super::paging::Page;
use crate::app::App;
use crate::call::{Call, Consistency};
use crate::done::Seen;
use crate::error::Error;

/// Where a partnership stands, as a caller asks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum PartnershipStage {
    Invited,
    Active,
    /// Refused by the partner.
    Declined,
    /// Taken back by the client.
    Withdrawn,
    /// Its time ran out unanswered.
    Expired,
    /// Ended after it was active.
    Terminated,
}

impl PartnershipStage {
    /// Where it stood then.
    pub fn of(partnership: &Partnership, at: Timestamp) -> Self {
        match partnership.state {
            PartnershipState::Invited if partnership.is_open(at) => Self::Invited,
            PartnershipState::Invited => Self::Expired,
            PartnershipState::Active { .. } => Self::Active,
            PartnershipState::Declined { .. } => Self::Declined,
            PartnershipState::Withdrawn { .. } => Self::Withdrawn,
            PartnershipState::Terminated { .. } => Self::Terminated,
        }
    }
}

/// Asks for the partnerships of a client.
#[derive(Debug, Clone, Serialize)]
pub struct ListPartnerships {
    pub organization: OrganizationId,
    /// Only those in one of these; empty is any.
    #[serde(rename = "progress")]
    pub stage: Vec<PartnershipStage>,
}

/// A partnership as one side sees it.
#[derive(Debug, Clone)]
pub struct SeenPartnership {
    pub partnership: Arc<Partnership>,
    /// Whether the client's side asks, or somebody who reads everything.
    pub whole: bool,
    /// The partner's name in the directory, while it is listed.
    pub listed_name: Option<DisplayName>,
    /// The states that it was read on.
    pub seen: Seen,
}

/// The partnerships of a page, and the names of their partners in the directory.
#[derive(Debug)]
pub struct ListedPartnerships {
    pub page: Page<Arc<Partnership>>,
    /// The name of each partner that is listed.
    pub listed_names: HashMap<OrganizationId, DisplayName>,
}

/// What whoever has the link of a proposal sees.
#[derive(Debug, Clone)]
pub struct ViewedProposal {
    pub partnership: Arc<Partnership>,
    /// What the client is called.
    pub client_display_name: String,
    /// The states that it was read on.
    pub seen: Seen,
}

/// The partnerships of a client, by id.
impl List for ListPartnerships {
    type Item = Arc<Partnership>;

    const MOST_LOOKED_AT: usize = 5_000;

    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    async fn read(
        &self,
        from: &Source<'_>,
        after: Option<&str>,
        most: usize,
    ) -> Result<Vec<Arc<Partnership>>, Error> {
        from.rows(Kind::Partnership, after, most).await
    }

    async fn takes(&self, from: &Source<'_>, row: &Arc<Partnership>) -> Result<bool, Error> {
        let stage = PartnershipStage::of(row, from.seen.at);
        Ok(self.stage.is_empty() || self.stage.contains(&stage))
    }

    fn key(partnership: &Arc<Partnership>) -> String {
        partnership.id.to_string()
    }
}

impl App {
    /// One partnership, to either side.
    pub async fn get_partnership(
        &self,
        call: &Call,
        client: &OrganizationId,
        id: &PartnershipId,
    ) -> Result<SeenPartnership, Error> {
        let home = Home::Organization(client.clone());
        let not_found = || Refusal::not_found(RecordName::partnership(id).resource_name(&home));
        let seen = self.see(call, &home, None, &Consistency::default()).await;
        let seen = seen.map_err(|error| error.hidden(not_found))?;
        let partnership = self.partnership(&seen, &home, id).await?;
        let whole = match &seen.authority {
            Authority::Anyone(Some(user)) => {
                self.must_act_for_partner(call, &seen, user, partnership.as_deref(), not_found)
                    .await?;
                false
            }
            _ => true,
        };
        let partnership = partnership.ok_or_else(not_found)?;
        let listed_name = self.listed_name(&partnership.partner).await?;
        Ok(SeenPartnership {
            partnership,
            whole,
            listed_name,
            seen,
        })
    }

    /// The partnerships of a client, with the names of their partners.
    pub async fn list_partnerships(
        &self,
        call: &Call,
        asked: &Listing<ListPartnerships>,
    ) -> Result<ListedPartnerships, Error> {
        let page = self.list(call, asked).await?;
        let mut listed_names = HashMap::new();
        for item in page.items() {
            if !listed_names.contains_key(&item.partner)
                && let Some(name) = self.listed_name(&item.partner).await?
            {
                listed_names.insert(item.partner.clone(), name);
            }
        }
        Ok(ListedPartnerships { page, listed_names })
    }

    /// Shows a proposal to whoever has its link; changes nothing.
    pub async fn view_proposal(
        &self,
        call: &Call,
        link: &ProposalLink,
        consistency: &Consistency,
    ) -> Result<ViewedProposal, Error> {
        self.link_must_open(link.link()).await?;
        let home = Home::Organization(link.client.clone());
        let seen = self.see(call, &home, None, consistency).await;
        let seen = seen.map_err(|error| error.hidden(link_invalid))?;
        let partnership = self.partnership(&seen, &home, &link.partnership).await?;
        let is_theirs =
            |known: &Arc<Partnership>| link.secret.opens_proposal(&self.links, &link.client, known);
        let partnership = partnership.filter(is_theirs).ok_or_else(link_invalid)?;
        Ok(ViewedProposal {
            client_display_name: self.display_name(&seen.view, &home).await?,
            partnership,
            seen,
        })
    }

    /// What the organization of these states is called.
    pub(crate) async fn display_name(&self, view: &View, home: &Home) -> Result<String, Error> {
        let organization = view.organization.organization();
        let name = organization.map(|organization| &organization.display_name);
        let texts = self.texts_of(home, name).await?;
        Ok(texts.get_opt(name))
    }

    /// Who is not of the client's side has to act for the partner; to others there is no such partnership.
    async fn must_act_for_partner(
        &self,
        call: &Call,
        seen: &Seen,
        user: &UserId,
        partnership: Option<&Partnership>,
        not_found: impl Fn() -> Refusal,
    ) -> Result<(), Error> {
        if let Some(partnership) = partnership {
            let rule = Rule {
                method: call.rule.method.clone(),
                organization_right: Some(OrganizationRight::ActAsPartner),
                ..Rule::default()
            };
            let at_the_partner = Call {
                rule: Arc::new(rule),
                ..call.clone()
            };
            let home = Home::Organization(partnership.partner.clone());
            let consistency = Consistency::default();
            match self.see(&at_the_partner, &home, None, &consistency).await {
                // To come later is no answer.
                Err(Error::Refused(refusal)) if refusal.again_in.is_none() => {}
                other => return other.map(drop),
            }
        }
        Err(seen
            .refusal(user, manages_no_partners(user), not_found())
            .into())
    }

    /// Memory first; a row for one that is over, or that memory has not heard of yet.
    pub(super) async fn partnership(
        &self,
        seen: &Seen,
        home: &Home,
        id: &PartnershipId,
    ) -> Result<Option<Arc<Partnership>>, Error> {
        if let Some(live) = seen.view.organization.partnership(id) {
            return Ok(Some(Arc::clone(live)));
        }
        let name = RecordName::partnership(id);
        Ok(match self.reader().await?.record(home, &name).await? {
            Some(Record::Partnership(partnership)) => Some(Arc::new(partnership)),
            _ => None,
        })
    }

    /// The name of a partner in the directory, while it is listed.
    async fn listed_name(&self, partner: &OrganizationId) -> Result<Option<DisplayName>, Error> {
        let home = Home::Organization(partner.clone());
        let name = RecordName::partner(partner);
        let record = self.reader().await?.record(&home, &name).await?;
        Ok(match record {
            Some(Record::Partner(entry)) => Partner::name_in_directory(&entry).cloned(),
            _ => None,
        })
    }
}

fn manages_no_partners(user: &UserId) -> Refusal {
    let right = OrganizationRight::ManagePartners;
    Refusal::new(
        Reason::RightMissing,
        format!(
            "Partnerships are seen with the right {} on the client, or {} on the partner, which {} does not \
             hold. The former comes with: {}.",
            right.name(),
            OrganizationRight::ActAsPartner.name(),
            user.resource_name(),
            right.held_by()
        ),
    )
    .with("right", right.name())
}
