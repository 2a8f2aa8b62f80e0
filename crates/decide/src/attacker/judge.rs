//! What the partner's people have of their own: what stood before, and whether anything after is more than that.

use std::collections::BTreeSet;
use std::sync::Arc;

use access::{OrganizationState, Resource, View};
use domain::{
    Change, Event, Home, Moment, OrganizationId, Product, ProductId, Record, Role, Stamp, Tag,
    TeamId, Timestamp, UserId,
};

use super::cast::{Cast, PEOPLE, TAGS, TYPES, name, product_type, tag, user};

const DAY: i64 = 86_400;
/// Days after the end at which is asked: what starts later counts too.
const LATER: [i64; 4] = [0, 1, 100, 400];

/// The states before: as it was, and as it would have been had they accepted what the client's own people offered.
pub(super) struct Had(Vec<View>);

impl Had {
    pub(super) fn of(cast: &Cast) -> Self {
        Self(as_it_is_and_accepted(cast))
    }

    /// What one of them has now beyond that, in words.
    pub(super) fn less_than(&self, cast: &mut Cast) -> Option<String> {
        let after = as_it_is_and_accepted(cast);
        let now = cast.world.now;
        PEOPLE.iter().find_map(|person| {
            let person = user(person);
            after
                .iter()
                .find_map(|after| self.beyond(&person, after, &cast.client, now))
        })
    }

    fn beyond(
        &self,
        person: &UserId,
        after: &View,
        client: &OrganizationId,
        now: Timestamp,
    ) -> Option<String> {
        let before_rank = self.0.iter().map(|view| rank(view, person)).max();
        if Some(rank(after, person)) > before_rank {
            return Some(format!(
                "{person} has the role {:?}",
                after.organization.member(person)
            ));
        }
        let before: BTreeSet<_> = self.0.iter().flat_map(|view| teams(view, person)).collect();
        if let Some(team) = teams(after, person).difference(&before).next() {
            return Some(format!("{person} is in the team {team}"));
        }
        let before: Vec<_> = self
            .0
            .iter()
            .map(|view| with_new_products(view, client, now))
            .collect();
        let after = with_new_products(after, client, now);
        let products: Vec<_> = after
            .organization
            .products()
            .map(|one| one.id.clone())
            .collect();
        let mut asked = products.iter().flat_map(|product| {
            let rights = ["use", "manage"].iter();
            rights.flat_map(move |right| LATER.map(|days| (product, *right, days)))
        });
        let kept = asked.find(|(product, right, days)| {
            let at = now.plus_seconds(days * DAY);
            may(&after, person, product, right, at)
                && !before
                    .iter()
                    .any(|view| may(view, person, product, right, at))
        });
        kept.map(|(product, right, days)| {
            format!(
                "{person} may {right} {product} {days} days later\n{:#?}",
                after.organization.product(product)
            )
        })
    }
}

/// The state, and the one in which every open invitation was accepted.
fn as_it_is_and_accepted(cast: &Cast) -> Vec<View> {
    let mut fork = Cast {
        world: cast.world.clone(),
        client: cast.client.clone(),
        agency: cast.agency.clone(),
        partnership: cast.partnership.clone(),
    };
    for person in PEOPLE {
        fork.accepts_all(person);
    }
    vec![cast.world.view(&cast.client), fork.world.view(&cast.client)]
}

fn rank(view: &View, person: &UserId) -> u8 {
    match view.organization.member(person).map(|member| &member.role) {
        None => 0,
        Some(Role::External) => 1,
        Some(Role::Collaborator) => 2,
        Some(Role::Administrator(_)) => 3,
        Some(Role::LegalRepresentative) => 4,
    }
}

fn teams(view: &View, person: &UserId) -> BTreeSet<TeamId> {
    view.organization
        .teams_of(person)
        .map(|team| team.id.clone())
        .collect()
}

fn may(view: &View, person: &UserId, product: &ProductId, right: &str, at: Timestamp) -> bool {
    let resource = Resource::Product(product.clone());
    let decision = view
        .check(person, &resource, &right.into(), at)
        .expect("a right of every type");
    decision.allowed
}

/// Products to come: of each type, with each tag and none.
fn with_new_products(view: &View, client: &OrganizationId, now: Timestamp) -> View {
    let mut change = Change::new(Home::Organization(client.clone()), "Test");
    let revision = view.organization.revision() + 1;
    let stamp = Stamp::new(Moment { revision, now });
    let tags = TAGS.map(Some).into_iter().chain([None]);
    for (number, label) in tags.enumerate() {
        for of in TYPES {
            let product = Product {
                id: ProductId::parse(&format!("new-{of}-{number}")).expect("an id"),
                product_type: product_type(of),
                display_name: name("New"),
                tags: label.map(tag).into_iter().collect::<Vec<Tag>>(),
                groups: Vec::new(),
                made: None,
                stamp,
            };
            change.events.push(Event::Saved(Record::Product(product)));
        }
    }
    let mut organization = OrganizationState::clone(&view.organization);
    organization.apply(revision, &change);
    View {
        organization: Arc::new(organization),
        ..view.clone()
    }
}
