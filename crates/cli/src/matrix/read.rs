//! What is the picture drawn from? A list each of members, products, groups and types, and one question a member.

use std::collections::BTreeMap;

use futures_util::{StreamExt, TryStreamExt, stream};
use grantor::v1;
use prost_types::Timestamp;
use v1::access_service_client::AccessServiceClient;
use v1::organization_service_client::OrganizationServiceClient;

use crate::Failure;
use crate::caller::Channel;
use crate::fresh::at_least;
use crate::pages::Limit;
use crate::refusal::answered;

/// So many members are asked about at a time.
const AT_ONCE: usize = 8;

/// What an organization is made of, and what each member has.
pub(super) struct OrganizationAccess {
    pub(super) organization: v1::Organization,
    pub(super) types: Vec<v1::ProductType>,
    pub(super) products: Vec<v1::Product>,
    pub(super) groups: Vec<v1::ProductGroup>,
    /// Each with the ids of the rights held, by the name of the product.
    pub(super) members: Vec<(v1::Member, BTreeMap<String, Vec<String>>)>,
    /// The earliest moment at which an answer held.
    pub(super) at: Option<Timestamp>,
}

/// Reads it; nothing is older than the list of members.
pub(super) async fn read(
    channel: Channel,
    organization: &str,
    product_type: Option<String>,
) -> Result<OrganizationAccess, Failure> {
    let name = organization.to_owned();
    let request = v1::GetOrganizationRequest { name };
    let answer = OrganizationServiceClient::new(channel.clone())
        .get_organization(request)
        .await;
    let answer = answered(answer)?;
    let consistency = v1::Consistency {
        requirement: Some(at_least(vec![answer.consistency_token])),
    };
    let source = Source {
        channel,
        organization: organization.to_owned(),
        consistency,
    };
    let mut products = source.products().await?;
    products.retain(|product| {
        product_type
            .as_ref()
            .is_none_or(|only| *only == product.product_type)
    });
    let members = source.members().await?;
    let asked = stream::iter(members).map(|member| source.access(member, product_type.clone()));
    let answered: Vec<_> = asked.buffered(AT_ONCE).try_collect().await?;
    let at = answered
        .iter()
        .filter_map(|(_, _, at)| *at)
        .min_by_key(|at| (at.seconds, at.nanos));
    Ok(OrganizationAccess {
        organization: answer.organization.unwrap_or_default(),
        types: source.types().await?,
        products,
        groups: source.groups().await?,
        members: answered
            .into_iter()
            .map(|(member, held, _)| (member, held))
            .collect(),
        at,
    })
}

/// A member, what they hold by product, and when that was so.
type Answered = (v1::Member, BTreeMap<String, Vec<String>>, Option<Timestamp>);

struct Source {
    channel: Channel,
    organization: String,
    consistency: v1::Consistency,
}

impl Source {
    async fn members(&self) -> Result<Vec<v1::Member>, Failure> {
        let listed = Limit::ALL.read(self.channel.clone(), |page_size| v1::ListMembersRequest {
            parent: self.organization.clone(),
            page_size,
            consistency: Some(self.consistency.clone()),
            ..Default::default()
        });
        Ok(listed.await?.items)
    }

    async fn products(&self) -> Result<Vec<v1::Product>, Failure> {
        let listed = Limit::ALL.read(self.channel.clone(), |page_size| v1::ListProductsRequest {
            parent: self.organization.clone(),
            page_size,
            consistency: Some(self.consistency.clone()),
            ..Default::default()
        });
        Ok(listed.await?.items)
    }

    async fn groups(&self) -> Result<Vec<v1::ProductGroup>, Failure> {
        let listed = Limit::ALL.read(self.channel.clone(), |page_size| {
            v1::ListProductGroupsRequest {
                parent: self.organization.clone(),
                page_size,
                consistency: Some(self.consistency.clone()),
                ..Default::default()
            }
        });
        Ok(listed.await?.items)
    }

    async fn types(&self) -> Result<Vec<v1::ProductType>, Failure> {
        let listed = Limit::ALL.read(self.channel.clone(), |page_size| {
            v1::ListProductTypesRequest {
                include_retired: true,
                page_size,
                ..Default::default()
            }
        });
        Ok(listed.await?.items)
    }

    /// All that one member holds, in one question a thousand products.
    async fn access(
        &self,
        member: v1::Member,
        product_type: Option<String>,
    ) -> Result<Answered, Failure> {
        let mut client = AccessServiceClient::new(self.channel.clone());
        let mut at = None;
        let request = v1::ListAccessibleProductsRequest {
            parent: self.organization.clone(),
            subject: member.user.clone(),
            product_type: product_type.unwrap_or_default(),
            consistency: Some(self.consistency.clone()),
            ..Default::default()
        };
        let listed = Limit::ALL.pages(async |page_size, page_token| {
            let request = v1::ListAccessibleProductsRequest {
                page_size,
                page_token,
                ..request.clone()
            };
            let answer = answered(client.list_accessible_products(request).await)?;
            at = at.or(answer.evaluate_time);
            Ok((answer.products, answer.next_page_token))
        });
        let held = listed
            .await?
            .items
            .into_iter()
            .map(|on| (on.product, on.rights))
            .collect();
        Ok((member, held, at))
    }
}
