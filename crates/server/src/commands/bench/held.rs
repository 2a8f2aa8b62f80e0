//! An organization in which much is held: members, products, and grants of them, loaded over the API by the thousand.

use std::sync::Arc;
use std::time::Instant;

use cli::Failure;
use grantor::v1;
use grantor::v1::grant_service_client::GrantServiceClient;
use grantor::v1::member_service_client::MemberServiceClient;
use grantor::v1::organization_service_client::OrganizationServiceClient;
use grantor::v1::product_service_client::ProductServiceClient;
use hyper::body::Bytes;
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use tonic::transport::Channel;

use super::connect::keyed;
use super::crowd::{PARENT, acting};
use super::wire::framed;

/// As many as one call makes.
const BATCH: usize = 1_000;
/// What is given and asked for.
const RIGHT: &str = "use";
/// Questions in a batch.
pub(super) const TOGETHER: usize = 100;
/// Questions that are prepared.
const QUESTIONS: usize = 100_000;

/// So much of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Size {
    pub(super) members: usize,
    pub(super) products: usize,
    pub(super) grants: usize,
}

impl Size {
    /// Twenty grants a member, and twice as many products as members.
    pub(super) fn of(grants: usize) -> Self {
        let members = (grants / 20).max(1);
        Self {
            members,
            products: members * 2,
            grants,
        }
    }
}

/// Who holds what there.
pub(super) struct Held {
    members: Vec<Member>,
    products: usize,
    /// By places: a member, and a product on which they may do something.
    given: Vec<(usize, usize)>,
    random: StdRng,
}

struct Member {
    /// As grants name them.
    name: String,
    /// As questions name them.
    user: String,
}

/// Loads it, and says how long each sort took.
pub(super) async fn load(channel: &Channel, key: &str, size: Size) -> Result<Held, Failure> {
    let mut held = Held {
        members: Vec::new(),
        products: size.products,
        given: Vec::new(),
        // The same world each time.
        random: StdRng::seed_from_u64(42),
    };
    make_room(channel, key, size).await?;
    timed(
        "members",
        size.members,
        held.take_in(channel, key, size.members),
    )
    .await?;
    timed("products", size.products, make(channel, key, size.products)).await?;
    timed("grants", size.grants, held.give(channel, key, size.grants)).await?;
    Ok(held)
}

/// So many grants fit beside those that are there.
async fn make_room(channel: &Channel, key: &str, size: Size) -> Result<(), Failure> {
    let most = i32::try_from(size.grants.saturating_mul(2))?;
    let request = v1::SetQuotasRequest {
        name: PARENT.to_owned(),
        quotas: Some(v1::Quotas {
            grants: Some(most),
            scope_entries: Some(most),
            ..Default::default()
        }),
        ..Default::default()
    };
    let mut client = OrganizationServiceClient::new(channel.clone());
    client.set_quotas(keyed(request, key)?).await?;
    Ok(())
}

async fn timed(
    what: &str,
    count: usize,
    loading: impl Future<Output = Result<(), Failure>>,
) -> Result<(), Failure> {
    let begun = Instant::now();
    loading.await?;
    #[expect(clippy::cast_precision_loss, reason = "a rate needs no more digits")]
    let rate = count as f64 / begun.elapsed().as_secs_f64();
    eprintln!("{count} {what} made, {rate:.0} a second");
    Ok(())
}

/// The numbers below `count`, so many at a time.
fn batches(count: usize) -> impl Iterator<Item = std::ops::Range<usize>> {
    (0..count)
        .step_by(BATCH)
        .map(move |first| first..count.min(first + BATCH))
}

async fn make(channel: &Channel, key: &str, count: usize) -> Result<(), Failure> {
    let mut client = ProductServiceClient::new(channel.clone());
    for numbers in batches(count) {
        let product = |number| v1::CreateProductRequest {
            product_id: product_id(number),
            product: Some(v1::Product {
                product_type: "productTypes/kdrive".to_owned(),
                display_name: format!("Product {number}"),
                ..Default::default()
            }),
            ..Default::default()
        };
        let batch = v1::BatchCreateProductsRequest {
            parent: PARENT.to_owned(),
            requests: numbers.map(product).collect(),
            ..Default::default()
        };
        client.batch_create_products(keyed(batch, key)?).await?;
    }
    Ok(())
}

fn product_id(number: usize) -> String {
    format!("product-{number:07}")
}

fn product_name(number: usize) -> String {
    format!("{PARENT}/products/{}", product_id(number))
}

impl Held {
    async fn take_in(&mut self, channel: &Channel, key: &str, count: usize) -> Result<(), Failure> {
        let mut client = MemberServiceClient::new(channel.clone());
        for numbers in batches(count) {
            let member = |number| v1::CreateMemberRequest {
                member: Some(v1::Member {
                    given_name: "Member".to_owned(),
                    family_name: format!("Number {number}"),
                    email: format!("member-{number}@globex.example"),
                    role: v1::Role::Collaborator.into(),
                    ..Default::default()
                }),
                email_confirmed: true,
                ..Default::default()
            };
            let batch = v1::BatchCreateMembersRequest {
                parent: PARENT.to_owned(),
                requests: numbers.map(member).collect(),
                ..Default::default()
            };
            let made = client
                .batch_create_members(keyed(batch, key)?)
                .await?
                .into_inner();
            let members = made.members.into_iter();
            self.members
                .extend(members.map(|v1::Member { name, user, .. }| Member { name, user }));
        }
        Ok(())
    }

    async fn give(&mut self, channel: &Channel, key: &str, count: usize) -> Result<(), Failure> {
        let mut client = GrantServiceClient::new(channel.clone());
        for numbers in batches(count) {
            let mut requests = Vec::new();
            for number in numbers {
                let member = number % self.members.len().max(1);
                let product = self.random.random_range(0..self.products);
                self.given.push((member, product));
                let name = self.members.get(member).map(|member| member.name.clone());
                requests.push(grant(name.unwrap_or_default(), product));
            }
            let batch = v1::BatchCreateGrantsRequest {
                parent: PARENT.to_owned(),
                requests,
                ..Default::default()
            };
            client.batch_create_grants(acting(batch, key)?).await?;
        }
        Ok(())
    }

    /// A question; every other one is allowed.
    fn question(&mut self) -> v1::CheckAccessRequest {
        let (member, product) = if self.random.random() {
            let place = self.random.random_range(0..self.given.len().max(1));
            self.given.get(place).copied().unwrap_or_default()
        } else {
            let member = self.random.random_range(0..self.members.len().max(1));
            (member, self.random.random_range(0..self.products))
        };
        let user = self.members.get(member).map(|member| member.user.clone());
        v1::CheckAccessRequest {
            subject: user.unwrap_or_default(),
            resource: product_name(product),
            right: RIGHT.to_owned(),
            ..Default::default()
        }
    }

    /// Questions as they are sent.
    pub(super) fn checks(&mut self) -> Arc<Vec<Bytes>> {
        Arc::new((0..QUESTIONS).map(|_| framed(&self.question())).collect())
    }

    /// The same for a stream.
    pub(super) fn streamed(&mut self) -> Arc<Vec<Bytes>> {
        let asked = |question: v1::CheckAccessRequest| v1::StreamCheckAccessRequest {
            subject: question.subject,
            resource: question.resource,
            right: question.right,
            ..Default::default()
        };
        Arc::new(
            (0..QUESTIONS)
                .map(|_| framed(&asked(self.question())))
                .collect(),
        )
    }

    /// The same, many in a call.
    pub(super) fn batches(&mut self) -> Arc<Vec<Bytes>> {
        let mut asked = || {
            let v1::CheckAccessRequest {
                subject,
                resource,
                right,
                ..
            } = self.question();
            v1::AccessQuestion {
                subject,
                resource,
                right,
            }
        };
        let mut batch = || v1::BatchCheckAccessRequest {
            questions: (0..TOGETHER).map(|_| asked()).collect(),
            ..Default::default()
        };
        Arc::new(
            (0..QUESTIONS / TOGETHER)
                .map(|_| framed(&batch()))
                .collect(),
        )
    }
}

fn grant(subject: String, product: usize) -> v1::CreateGrantRequest {
    let entry = v1::scope_entry::Entry::Product(product_name(product));
    v1::CreateGrantRequest {
        grant: Some(v1::Grant {
            subject,
            rights: Some(v1::Rights {
                names: vec![format!("kdrive/{RIGHT}")],
                ..Default::default()
            }),
            scope: Some(v1::Scope {
                scope: Some(v1::scope::Scope::Listed(v1::ScopeList {
                    entries: vec![v1::ScopeEntry { entry: Some(entry) }],
                })),
            }),
            ..Default::default()
        }),
        ..Default::default()
    }
}
