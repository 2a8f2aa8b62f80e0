//! What may somebody do on something, and through what? The same evaluator as Check.

use std::collections::HashMap;

use access::{Decision, Path, Resource, View};
use domain::{CONTACT_SUPPORT, ProductType, Refusal, RightName, Timestamp};

use super::explain;
use super::question::Question;
use super::reason::{AccessReason, reason};

/// A right that somebody has.
#[derive(Debug, Clone)]
pub struct HeldRight {
    /// Its name, bare.
    pub right: RightName,
    /// Every path that counts now.
    pub paths: Vec<Path>,
}

/// What somebody may do on something.
#[derive(Debug, Clone)]
pub struct ListedRights {
    /// The rights, in the order of the catalog.
    pub rights: Vec<HeldRight>,
    /// Why there are none, where there are none.
    pub reason: Option<AccessReason>,
    /// The next time at which the list changes by itself.
    pub valid_until: Option<Timestamp>,
}

/// Everything that the question's subject may do on its resource, with every path; `about` asks for one right.
pub fn listed_rights(
    view: &View,
    about: impl Fn(RightName) -> Question,
    at: Timestamp,
) -> Result<ListedRights, Refusal> {
    let support = about(CONTACT_SUPPORT.into());
    let decisions = decisions(view, &support, at)?;
    let mut listed = ListedRights {
        rights: Vec::new(),
        reason: None,
        valid_until: None,
    };
    for (right, decision) in &decisions {
        listed.valid_until = sooner(listed.valid_until, decision.valid_until);
        if decision.allowed {
            let explained = view.explain(&support.subject, &support.resource, right, at)?;
            let paths = explain::counting(explained.paths)
                .map(|path| path.path)
                .collect();
            listed.rights.push(HeldRight {
                right: right.clone(),
                paths,
            });
        }
    }
    if listed.rights.is_empty() {
        let reasons = decisions
            .iter()
            .map(|(right, decision)| reason(view, &about(right.clone()), decision));
        listed.reason = reasons.min_by_key(|reason| nearness(*reason));
    }
    Ok(listed)
}

/// Each right of the resource in the order of the catalog, `contact_support` last.
fn decisions(
    view: &View,
    support: &Question,
    at: Timestamp,
) -> Result<Vec<(RightName, Decision)>, Refusal> {
    let decisions = view.rights(&support.subject, &support.resource, at);
    let decisions = decisions
        .into_iter()
        .map(|(right, decision)| (right.into(), decision));
    let mut decisions: Vec<_> = decisions.collect();
    let Resource::Product(id) = &support.resource else {
        return Ok(decisions);
    };
    let product = view.organization.product(id);
    if let Some(of_type) =
        product.and_then(|product| view.platform.product_type(&product.product_type))
    {
        let places = places(of_type);
        decisions.sort_by_key(|(right, _)| places.get(right.bare()).copied());
    }
    let decision = view.check(&support.subject, &support.resource, &support.right, at)?;
    decisions.push((support.right.clone(), decision));
    Ok(decisions)
}

/// Of several reasons the one that says most: what is to come, what is over, then the rest.
fn nearness(reason: AccessReason) -> u8 {
    match reason {
        AccessReason::NotStarted => 0,
        AccessReason::Expired => 1,
        AccessReason::RoleLacksRight => 3,
        _ => 2,
    }
}

/// The place of each right in its type, as the catalog shows them.
pub fn places(of_type: &ProductType) -> HashMap<&str, usize> {
    of_type
        .live_rights()
        .enumerate()
        .map(|(place, right)| (right.id.as_str(), place))
        .collect()
}

/// The earlier of two times, where there is one.
fn sooner(one: Option<Timestamp>, other: Option<Timestamp>) -> Option<Timestamp> {
    one.into_iter().chain(other).min()
}
