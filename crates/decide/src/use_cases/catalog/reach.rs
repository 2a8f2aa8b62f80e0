//! How many people does a catalog change give something to, or take something from? Counted home by home.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use access::{OrganizationState, PlatformState, View};
use domain::{Change, Effect, OrganizationId, UserId};

use crate::use_case::Context;

/// Whom a catalog change reaches.
#[derive(Debug, Default)]
pub(super) struct Reached {
    gaining: u64,
    gaining_in: u64,
    losing: u64,
    losing_in: u64,
    /// Everybody who loses something somewhere.
    pub(super) losers: BTreeSet<UserId>,
}

impl Reached {
    /// Who gains and in how many organizations, then who loses and in how many.
    pub(super) fn counts(&self) -> [u64; 4] {
        [self.gaining, self.gaining_in, self.losing, self.losing_in]
    }

    fn add(&mut self, effect: &Effect) {
        let people = |moves: fn(&domain::EffectLine) -> bool| {
            let lines = effect.lines.iter().filter(|line| moves(line));
            lines.map(|line| line.user.clone()).collect::<BTreeSet<_>>()
        };
        let gaining = people(|line| line.gained > 0);
        let losing = people(|line| line.lost > 0);
        self.gaining += gaining.len() as u64;
        self.gaining_in += u64::from(!gaining.is_empty());
        self.losing += losing.len() as u64;
        self.losing_in += u64::from(!losing.is_empty());
        self.losers.extend(losing);
    }
}

/// Asks the evaluator about everybody in every organization, before the change and after.
pub(super) fn reached(context: &Context<'_>, change: &Change) -> Reached {
    let mut reached = Reached::default();
    let before = &context.view.platform;
    let mut after = PlatformState::clone(before);
    after.apply(context.moment.revision, change);
    let after = Arc::new(after);
    let all: BTreeMap<_, _> = context.facts.organizations().iter().cloned().collect();
    for organization in all.values() {
        let (before, after) = (
            seen(context, before, organization, &all),
            seen(context, &after, organization, &all),
        );
        let effect = access::effect(
            &before,
            &after,
            std::slice::from_ref(change),
            context.moment.now,
        );
        reached.add(&effect);
    }
    reached
}

/// The organization with its active partners, whose staff have what the mandate gives.
fn seen(
    context: &Context<'_>,
    platform: &Arc<PlatformState>,
    organization: &Arc<OrganizationState>,
    all: &BTreeMap<OrganizationId, Arc<OrganizationState>>,
) -> View {
    let active = organization.active_partnerships().iter();
    let partners = active.filter_map(|partnership| all.get_key_value(&partnership.partner));
    View {
        others: partners
            .map(|(id, state)| (id.clone(), Arc::clone(state)))
            .collect(),
        narrowed: Default::default(),
        work: context.view.work.clone(),
        platform: Arc::clone(platform),
        people: Arc::clone(&context.view.people),
        organization: Arc::clone(organization),
    }
}
