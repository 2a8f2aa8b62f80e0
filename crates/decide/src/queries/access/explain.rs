//! Why, in the words of the domain: every way that allows it, or what is missing and who could give it.

use std::cmp::Reverse;

use access::{ExplainedPath, Explanation, Path, Resource, View};
use domain::{GrantId, ProductType, Right, RightNumber, Rights, Scope, Timestamp, UserId, Who};

use super::answer::Answer;
use super::question::Question;
use super::reason::{AccessReason, reason};
use crate::rule::Authority;
use crate::visible::Sight;

/// Members named as those who could give what is missing.
const MAX_GRANTORS: usize = 20;

/// An answer and why it is so.
#[derive(Debug, Clone)]
pub struct Explained {
    /// What Check answers.
    pub answer: Answer,
    /// All of it in words.
    pub sentence: String,
    /// Where it is allowed, every way, the longest lasting first.
    pub ways: Vec<Way>,
    /// Where it is denied, the nearest that is missing; `None` where nothing in the organization could help.
    pub missing: Option<MissingAccess>,
}

/// One way that allows it.
#[derive(Debug, Clone)]
pub struct Way {
    /// The way, in time and words.
    pub path: ExplainedPath,
    /// The scope by which it covers the product.
    pub scope: Option<Scope>,
    /// What it gives there.
    pub rights: Option<Rights>,
    /// The right that implies the one asked about, as `type/right`; `None` where it is given as such.
    pub implied_by: Option<String>,
    /// Who gave the grant that it leads through.
    pub granted_by: Option<Who>,
}

/// What is missing for an allow.
#[derive(Debug, Clone)]
pub struct MissingAccess {
    pub description: String,
    /// The grant that comes nearest.
    pub grant: Option<GrantId>,
    /// Members who could give it; empty where the caller may know nothing about others.
    pub grantors: Vec<UserId>,
}

/// What the evaluator found in words; `others` says whether the caller may know anything about others.
pub fn explained(
    view: &View,
    question: &Question,
    found: Explanation,
    others: bool,
    at: Timestamp,
) -> Explained {
    let why = reason(view, question, &found.decision);
    let sentence = if found.decision.allowed || others {
        found.sentence.clone()
    } else {
        let piece = found.missing.as_deref().unwrap_or("nothing allows it");
        format!("denied: {piece}. Who could: {}.", could_give(question))
    };
    let missing = missing(&found, why, others, at);
    let mut ways: Vec<_> = counting(found.paths)
        .map(|path| way(view, question, path))
        .collect();
    // An open end lasts longest.
    ways.sort_by_key(|way| Reverse(way.path.end.unwrap_or(Timestamp(i64::MAX))));
    let answer = Answer {
        decision: found.decision,
        reason: why,
    };
    Explained {
        answer,
        sentence,
        ways,
        missing,
    }
}

/// Who asks about themselves without managing users learns nothing about others; a service asks about anybody.
pub fn may_know_others(authority: &Authority, sight: &Sight) -> bool {
    matches!(authority, Authority::Service(_)) || sight.sees_others()
}

/// Which roles could give it, without names.
fn could_give(question: &Question) -> &'static str {
    match question.resource {
        Resource::Organization => "a legal representative",
        Resource::Product(_) => {
            "a legal representative, or an administrator with USER_RIGHTS who holds it on the product"
        }
    }
}

fn missing(
    found: &Explanation,
    why: AccessReason,
    others: bool,
    at: Timestamp,
) -> Option<MissingAccess> {
    if matches!(
        why,
        AccessReason::ProductUnknown | AccessReason::UserInactive
    ) {
        return None;
    }
    let description = found.missing.clone()?;
    let grantors = found
        .who_could
        .iter()
        .filter(|_| others)
        .take(MAX_GRANTORS)
        .cloned()
        .collect();
    let grant = nearest(&found.paths, at)
        .and_then(|path| path.path.grant())
        .cloned();
    Some(MissingAccess {
        description,
        grant,
        grantors,
    })
}

/// Of the ways that give it at another time, the next to begin, else the last to have ended.
fn nearest(paths: &[ExplainedPath], at: Timestamp) -> Option<&ExplainedPath> {
    let coming = paths
        .iter()
        .filter(|path| path.start.is_some_and(|start| at < start));
    coming
        .min_by_key(|path| path.start)
        .or_else(|| paths.iter().max_by_key(|path| path.end))
}

fn way(view: &View, question: &Question, path: ExplainedPath) -> Way {
    let on_product = match &question.resource {
        Resource::Organization => None,
        Resource::Product(id) => view.organization.product(id),
    };
    let grant = path.path.grant();
    let grant = grant.and_then(|id| view.organization.grant(id));
    let (scope, rights) = match (&path.path, on_product) {
        (_, None) => (None, None),
        (Path::Role(role), Some(_)) => {
            let technical = role.areas().and_then(|areas| areas.technical.clone());
            (technical, Some(Rights::All))
        }
        (Path::Partnership(_, None), Some(_)) => (Some(Scope::All), Some(Rights::All)),
        (Path::Grant(_) | Path::Team(..) | Path::Partnership(_, Some(_)), Some(_)) => {
            let through = path.through.clone().map(|entry| Scope::listed([entry]));
            let rights = grant.as_ref().map(|grant| grant.rights.clone());
            (Some(through.unwrap_or(Scope::All)), rights)
        }
    };
    let of_type = on_product.and_then(|product| view.platform.product_type(&product.product_type));
    let implied_by = of_type.zip(rights.as_ref()).and_then(|(of_type, rights)| {
        let asked = of_type.right(question.right.bare())?;
        let giver = implying(of_type, rights, asked)?;
        Some(giver.id.of_type(&of_type.id).to_string())
    });
    Way {
        path,
        scope,
        rights,
        implied_by,
        granted_by: grant.map(|grant| grant.granted_by.clone()),
    }
}

/// The right among these that brings `asked` along; `None` where it is among them itself.
fn implying<'a>(of_type: &'a ProductType, rights: &Rights, asked: &Right) -> Option<&'a Right> {
    let Rights::Listed { kinds, rights } = rights else {
        return None;
    };
    let named = |right: &Right| kinds.contains(right.kind) || rights.contains(&right.number);
    if named(asked) {
        return None;
    }
    of_type
        .live_rights()
        .find(|right| named(right) && leads_to(of_type, right.number, asked.number))
}

fn leads_to(of_type: &ProductType, from: RightNumber, to: RightNumber) -> bool {
    let mut reached = vec![from];
    let mut next = 0;
    while let Some(number) = reached.get(next).copied() {
        next += 1;
        let implied = of_type.live_rights().filter(|right| right.number == number);
        for implied in implied.flat_map(|right| &right.implies) {
            if !reached.contains(implied) {
                reached.push(*implied);
            }
        }
    }
    reached.contains(&to)
}

/// The paths that count at the time asked about.
pub(super) fn counting(paths: Vec<ExplainedPath>) -> impl Iterator<Item = ExplainedPath> {
    paths.into_iter().filter(|path| path.counts_now)
}
