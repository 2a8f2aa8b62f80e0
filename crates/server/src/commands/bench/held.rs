//! An organization in which much is held: members, products, and grants of them, loaded over the API by the thousand.

use std::cell::RefCell;
use std::ops::Range;
use std::sync::Arc;
use std::time::Instant;

use cli::Failure;
use futures_util::future::try_join_all;
use grantor::v1;
use grantor::v1::member_service_client::MemberServiceClient;
use grantor::v1::organization_service_client::OrganizationServiceClient;
use grantor::v1::product_service_client::ProductServiceClient;
use hyper::body::Bytes;
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use tonic::transport::Channel;

use super::connect::{connect, keyed};
use super::crowd::{self, PARENT};
use super::options::Filled;
use super::wire::framed;
use super::world::World;

/// As many as one call makes.
const BATCH: usize = 1_000;
/// So many load it at once.
pub(super) const CALLERS: usize = 4;
/// What is given and asked for.
pub(super) const RIGHT: &str = "use";
/// Questions in a batch.
pub(super) const TOGETHER: usize = 100;
/// Questions that are prepared.
const QUESTIONS: usize = 100_000;
/// Lists that are prepared at most.
const LISTS: usize = 20_000;

/// So much of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Size {
    pub(super) members: usize,
    pub(super) products: usize,
    pub(super) grants: usize,
}

impl Size {
    /// Twenty grants a member, and twice as many products as members.
    pub(super) fn of(filled: Filled) -> Result<Self, Failure> {
        let grants = usize::try_from(filled.grants)?;
        let members = (grants / 20).max(1);
        Ok(Self {
            members,
            products: members * 2,
            grants,
        })
    }
}

/// Who holds what there.
pub(super) struct Held {
    members: Vec<Member>,
    products: usize,
    /// By places: a member, and a product on which they may do something.
    given: Vec<(usize, usize)>,
    random: StdRng,
    /// How it was loaded.
    pub(super) loaded: Vec<Loaded>,
}

/// More grants, one after the other: each member has their turn, and each product has.
#[derive(Debug, Clone)]
pub(super) struct Gifts {
    members: Arc<[String]>,
    products: usize,
}

impl Gifts {
    /// The grant of this number.
    pub(super) fn gift(&self, number: usize) -> v1::CreateGrantRequest {
        let member = self.members.get(number % self.members.len().max(1));
        let product = number % self.products.max(1);
        grant(member.cloned().unwrap_or_default(), product)
    }
}

/// How fast one sort was made.
pub(super) struct Loaded {
    pub(super) what: &'static str,
    pub(super) count: usize,
    pub(super) per_second: f64,
}

struct Member {
    /// As grants name them.
    name: String,
    /// As questions name them.
    user: String,
}

/// Loads it by so many callers at once, each on a connection of its own, and says how long each sort took.
pub(super) async fn load(world: &World, size: Size, callers: usize) -> Result<Held, Failure> {
    let callers = Callers::new(world, callers).await?;
    make_room(world, size.grants.saturating_mul(2)).await?;
    let (members, joined) = timed("members", size.members, callers.take_in(size.members)).await?;
    let ((), listed) = timed("products", size.products, callers.make(size.products)).await?;
    // The same world each time.
    let mut random = StdRng::seed_from_u64(42);
    let given: Vec<_> = (0..size.grants)
        .map(|number| {
            let member = number % members.len().max(1);
            (member, random.random_range(0..size.products))
        })
        .collect();
    let ((), granted) = timed("grants", size.grants, callers.give(&members, &given)).await?;
    Ok(Held {
        members,
        products: size.products,
        given,
        random,
        loaded: vec![joined, listed, granted],
    })
}

/// The organization may have so many grants.
pub(super) async fn make_room(world: &World, grants: usize) -> Result<(), Failure> {
    let most = i32::try_from(grants)?;
    let request = v1::SetQuotasRequest {
        name: PARENT.to_owned(),
        quotas: Some(v1::Quotas {
            grants: Some(most),
            scope_entries: Some(most),
            ..Default::default()
        }),
        ..Default::default()
    };
    let mut client = OrganizationServiceClient::new(connect(world.address).await?);
    client.set_quotas(keyed(request, &world.key)?).await?;
    Ok(())
}

async fn timed<T>(
    what: &'static str,
    count: usize,
    loading: impl Future<Output = Result<T, Failure>>,
) -> Result<(T, Loaded), Failure> {
    let begun = Instant::now();
    let made = loading.await?;
    #[expect(clippy::cast_precision_loss, reason = "a rate needs no more digits")]
    let per_second = count as f64 / begun.elapsed().as_secs_f64();
    eprintln!("{count} {what} made, {per_second:.0} a second");
    let loaded = Loaded {
        what,
        count,
        per_second,
    };
    Ok((made, loaded))
}

/// The numbers below `count`, so many at a time.
fn batches(count: usize) -> impl Iterator<Item = Range<usize>> {
    (0..count)
        .step_by(BATCH)
        .map(move |first| first..count.min(first + BATCH))
}

/// How a product of this number is made.
pub(super) fn product(number: usize) -> v1::CreateProductRequest {
    v1::CreateProductRequest {
        product_id: format!("product-{number:07}"),
        product: Some(v1::Product {
            product_type: "productTypes/kdrive".to_owned(),
            display_name: format!("Product {number}"),
            ..Default::default()
        }),
        ..Default::default()
    }
}

fn product_name(number: usize) -> String {
    format!("{PARENT}/products/product-{number:07}")
}

fn member(number: usize) -> v1::CreateMemberRequest {
    v1::CreateMemberRequest {
        member: Some(v1::Member {
            given_name: "Member".to_owned(),
            family_name: format!("Number {number}"),
            email: format!("member-{number}@globex.example"),
            role: v1::Role::Collaborator.into(),
            ..Default::default()
        }),
        email_confirmed: true,
        ..Default::default()
    }
}

/// Who loads it.
struct Callers<'a> {
    key: &'a str,
    channels: Vec<Channel>,
}

impl<'a> Callers<'a> {
    async fn new(world: &'a World, callers: usize) -> Result<Self, Failure> {
        let mut channels = Vec::new();
        for _ in 0..callers {
            channels.push(connect(world.address).await?);
        }
        Ok(Self {
            key: &world.key,
            channels,
        })
    }

    /// Each caller makes the next batch that nobody makes yet; what they made, in order.
    async fn share<T>(
        &self,
        count: usize,
        make: impl AsyncFn(Channel, Range<usize>) -> Result<T, Failure>,
    ) -> Result<Vec<T>, Failure> {
        let next = RefCell::new(batches(count).enumerate());
        let caller = |channel: &Channel| {
            let (next, make, channel) = (&next, &make, channel.clone());
            async move {
                let mut made = Vec::new();
                loop {
                    let batch = next.borrow_mut().next();
                    let Some((place, numbers)) = batch else {
                        return Ok::<_, Failure>(made);
                    };
                    made.push((place, make(channel.clone(), numbers).await?));
                }
            }
        };
        let made = try_join_all(self.channels.iter().map(caller)).await?;
        let mut made: Vec<_> = made.into_iter().flatten().collect();
        made.sort_unstable_by_key(|(place, _)| *place);
        Ok(made.into_iter().map(|(_, made)| made).collect())
    }

    async fn make(&self, count: usize) -> Result<(), Failure> {
        self.share(count, async |channel, numbers| {
            let batch = v1::BatchCreateProductsRequest {
                parent: PARENT.to_owned(),
                requests: numbers.map(product).collect(),
                ..Default::default()
            };
            let mut client = ProductServiceClient::new(channel);
            client
                .batch_create_products(keyed(batch, self.key)?)
                .await?;
            Ok(())
        })
        .await?;
        Ok(())
    }

    async fn take_in(&self, count: usize) -> Result<Vec<Member>, Failure> {
        let made = self.share(count, async |channel, numbers| {
            let batch = v1::BatchCreateMembersRequest {
                parent: PARENT.to_owned(),
                requests: numbers.map(member).collect(),
                ..Default::default()
            };
            let mut client = MemberServiceClient::new(channel);
            let made = client.batch_create_members(keyed(batch, self.key)?).await?;
            Ok(made.into_inner().members)
        });
        let members = made.await?.into_iter().flatten();
        Ok(members
            .map(|v1::Member { name, user, .. }| Member { name, user })
            .collect())
    }

    async fn give(&self, members: &[Member], given: &[(usize, usize)]) -> Result<(), Failure> {
        self.share(given.len(), async |channel, numbers: Range<usize>| {
            let given = given.get(numbers).unwrap_or_default();
            let one = |(member, product): &(usize, usize)| {
                let name = members.get(*member).map(|member| member.name.clone());
                grant(name.unwrap_or_default(), *product)
            };
            let requests = given.iter().map(one).collect();
            crowd::give_all(&channel, self.key, requests).await
        })
        .await?;
        Ok(())
    }
}

impl Held {
    /// A question; every other one is allowed.
    fn question(&mut self) -> v1::CheckAccessRequest {
        let (member, product) = if self.random.random() {
            let place = self.random.random_range(0..self.given.len().max(1));
            self.given.get(place).copied().unwrap_or_default()
        } else {
            let member = self.random.random_range(0..self.members.len().max(1));
            (member, self.random.random_range(0..self.products))
        };
        self.asked(member, product)
    }

    /// What more can be given there.
    pub(super) fn gifts(&self) -> Gifts {
        Gifts {
            members: self.members.iter().map(|it| it.name.clone()).collect(),
            products: self.products,
        }
    }

    /// One that is allowed.
    pub(super) fn allowed(&self) -> v1::CheckAccessRequest {
        let (member, product) = self.given.first().copied().unwrap_or_default();
        self.asked(member, product)
    }

    fn user(&self, member: usize) -> String {
        let user = self.members.get(member).map(|member| member.user.clone());
        user.unwrap_or_default()
    }

    fn asked(&self, member: usize, product: usize) -> v1::CheckAccessRequest {
        v1::CheckAccessRequest {
            subject: self.user(member),
            resource: product_name(product),
            right: RIGHT.to_owned(),
            ..Default::default()
        }
    }

    /// Some questions.
    pub(super) fn questions(&mut self) -> Arc<Vec<v1::CheckAccessRequest>> {
        Arc::new((0..QUESTIONS).map(|_| self.question()).collect())
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

    /// For the products of a member, of each in turn.
    pub(super) fn lists_of_products(&self) -> Arc<Vec<Bytes>> {
        let list = |member| v1::ListAccessibleProductsRequest {
            parent: PARENT.to_owned(),
            subject: self.user(member),
            ..Default::default()
        };
        let members = self.members.len().min(LISTS);
        Arc::new((0..members).map(|member| framed(&list(member))).collect())
    }

    /// For who may use a product, of each in turn.
    pub(super) fn lists_of_users(&self) -> Arc<Vec<Bytes>> {
        let list = |product| v1::ListAccessorsRequest {
            resource: product_name(product),
            right: RIGHT.to_owned(),
            ..Default::default()
        };
        let products = self.products.min(LISTS);
        Arc::new(
            (0..products)
                .map(|product| framed(&list(product)))
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
