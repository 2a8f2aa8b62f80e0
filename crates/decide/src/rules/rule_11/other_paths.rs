//! Does another path still give what a save leaves out? Asked of the one evaluator, on states with and without
//! what the save edits.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use access::{OrganizationState, Path, PeopleState, Resource, View};
use domain::{
    Change, Grant, GrantId, Product, ProductId, ProductType, Reason, RecordName, Refusal, Stamp,
    Subject, UserId, Violation,
};

use crate::use_case::Context;

/// How many paths a message names; all of them are in the violations.
const NAMED: usize = 5;

/// What is left of a path: its name, what it is, and the rights that it still gives.
type Left = BTreeMap<String, (String, BTreeSet<String>)>;

/// Refuses when, on a product of these types, a path that the save does not edit gives a right that it leaves out.
/// `others` are the member's own grants that stay, `specified` those that the save comes to.
pub(super) fn must_leave_nothing_out(
    context: &Context<'_>,
    user: &UserId,
    others: &[Grant],
    specified: &[Grant],
    types: &[Arc<ProductType>],
) -> Result<(), Refusal> {
    let later: Vec<_> = later_products(context, types);
    let besides = state_of(context, user, others, &later, true);
    let saved = state_of(context, user, specified, &later, false);
    let of_types =
        |product: &&Arc<Product>| types.iter().any(|known| known.id == product.product_type);
    let mut left = Left::new();
    for product in besides.organization.products().filter(of_types) {
        collect(context, user, product, (&besides, &saved), &mut left);
    }
    if left.is_empty() {
        Ok(())
    } else {
        Err(still_given(left))
    }
}

/// Each type's product that is made after this change: scopes can speak of it already.
fn later_products(context: &Context<'_>, types: &[Arc<ProductType>]) -> Vec<Product> {
    let free = (0_u32..)
        .filter_map(|ordinal| ProductId::parse(&format!("later-{ordinal}")).ok())
        .filter(|id| context.organization().product(id).is_none());
    let stamp = Stamp {
        create_revision: u64::MAX,
        ..Stamp::new(context.moment)
    };
    let product = |(known, id): (&Arc<ProductType>, ProductId)| Product {
        id,
        product_type: known.id.clone(),
        display_name: known.display_name.clone(),
        tags: Vec::new(),
        groups: Vec::new(),
        made: None,
        stamp,
    };
    types.iter().zip(free).map(product).collect()
}

/// The present state, but with these own grants of the member alone, awake, and in no teams unless `in_teams`.
fn state_of(
    context: &Context<'_>,
    user: &UserId,
    own: &[Grant],
    later: &[Product],
    in_teams: bool,
) -> View {
    let here = context.organization();
    let mut change: Change = context.change();
    let member = here.member(user);
    if let Some(awake) = member.and_then(|member| member.reactivate(context.moment)) {
        change.save(awake);
    }
    for grant in here.grants_of(&Subject::Member(user.clone())) {
        change.remove(RecordName::grant(&grant.id));
    }
    for team in here.teams_of(user).filter(|_| !in_teams) {
        change.save(team.without(user));
    }
    own.iter().cloned().for_each(|grant| change.save(grant));
    later
        .iter()
        .cloned()
        .for_each(|product| change.save(product));
    let mut state = OrganizationState::clone(here);
    state.apply(context.moment.revision, &change);
    View {
        platform: Arc::clone(&context.view.platform),
        people: Arc::new(PeopleState::default()),
        organization: Arc::new(state),
        // A mandate that they exercise is no path of a member's own: no save can edit or name it.
        others: BTreeMap::new(),
        narrowed: Default::default(),
        work: context.view.work.clone(),
    }
}

fn collect(
    context: &Context<'_>,
    user: &UserId,
    product: &Product,
    states: (&View, &View),
    left: &mut Left,
) {
    let (besides, saved) = states;
    let resource = Resource::Product(product.id.clone());
    let now = context.moment.now;
    let kept = saved.rights(user, &resource, now);
    for (right, decision) in besides.rights(user, &resource, now) {
        let is_kept = kept
            .iter()
            .any(|(name, saved)| *name == right && saved.allowed);
        let Some(path) = decision.path.filter(|_| decision.allowed && !is_kept) else {
            continue;
        };
        let (name, what) = named(context, &path);
        let is_there = context.organization().product(&product.id).is_some();
        let on = if is_there {
            product.id.local_name().to_string()
        } else {
            "products made later".to_owned()
        };
        let right = format!("{} on {on}", product.product_type.declaring(&right));
        left.entry(name)
            .or_insert_with(|| (what, BTreeSet::new()))
            .1
            .insert(right);
    }
}

fn named(context: &Context<'_>, path: &Path) -> (String, String) {
    let grant_name = |id: &GrantId| RecordName::grant(id).resource_name(context.home);
    match path {
        Path::Role(role) => (role.name().to_owned(), "the role".to_owned()),
        Path::Grant(grant) => (grant_name(grant), "a wider grant of their own".to_owned()),
        Path::Team(team, grant) => {
            let team = RecordName::team(&team.id).resource_name(context.home);
            (grant_name(grant), format!("a grant of {team}"))
        }
        Path::Partnership(partnership, _) => {
            let name = RecordName::partnership(&partnership.id).resource_name(context.home);
            (name, "a partnership".to_owned())
        }
    }
}

fn still_given(left: Left) -> Refusal {
    let violations: Vec<_> = left
        .into_iter()
        .map(|(name, (what, rights))| Violation {
            field: name,
            description: format!(
                "{what} still gives {}",
                rights.into_iter().collect::<Vec<_>>().join(", ")
            ),
        })
        .collect();
    let paths: Vec<_> = violations
        .iter()
        .take(NAMED)
        .map(|violation| format!("{} ({})", violation.field, violation.description))
        .collect();
    let more = if violations.len() > NAMED {
        " and more"
    } else {
        ""
    };
    let message = format!(
        "The save leaves out rights that other paths still give: {}{more}. Change these first, or keep the rights.",
        paths.join("; ")
    );
    Refusal {
        violations,
        ..Refusal::new(Reason::StillGivenByOtherPath, message)
    }
}
