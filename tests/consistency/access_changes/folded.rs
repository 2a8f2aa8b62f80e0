//! What was gained and lost since a time, laid on what everybody had then, gives what they have at each later one.

use std::collections::BTreeSet;

use grantor::v1;
use v1::access_result::Result::Answer;

use super::{ACME, Request};
use crate::consistency::told::Told;
use crate::harness::Actor;

/// Who has which right on what.
type Has = BTreeSet<[String; 3]>;

/// Those of the questions that were answered with yes.
fn had(told: &Told) -> Has {
    let asked = told.questions.iter().zip(&told.results);
    let allowed = asked.filter(|(_, result)| match &result.result {
        Some(Answer(answer)) => answer.decision() == v1::Decision::Allowed,
        _ => false,
    });
    allowed.map(|(question, _)| has(question)).collect()
}

fn has(question: &v1::AccessQuestion) -> [String; 3] {
    let right = match question.right.as_str() {
        right if question.resource == ACME => format!("organization/{right}"),
        right => right.to_owned(),
    };
    [question.subject.clone(), question.resource.clone(), right]
}

/// From the first of these times through all others, for each person and each product. How many changes were told of people.
pub(in crate::consistency) async fn folds(asker: &Actor, all: &[Told]) -> usize {
    let (Some(first), Some(last)) = (all.first(), all.last()) else {
        panic!("nothing was told");
    };
    let asked: Has = last.questions.iter().map(has).collect();
    let kinds: BTreeSet<_> = asked
        .iter()
        .map(|[_, on, right]| [on.clone(), right.clone()])
        .collect();
    let users: BTreeSet<_> = asked.iter().map(|[user, ..]| user.clone()).collect();
    let resources: BTreeSet<_> = asked.iter().map(|[_, on, _]| on.clone()).collect();
    let request = Request {
        parent: ACME.into(),
        start_time: Some(first.at),
        end_time: Some(last.at),
        ..Default::default()
    };
    let mut told = 0;
    for user in users {
        let request = Request {
            user: user.clone(),
            ..request.clone()
        };
        let changes = asker.all_changes(&request, 7).await;
        told += changes.len();
        fold(&changes, all, &kinds, |[of, ..]| *of == user);
    }
    for product in resources.into_iter().filter(|on| on != ACME) {
        let request = Request {
            product: product.clone(),
            ..request.clone()
        };
        let changes = asker.all_changes(&request, 7).await;
        fold(&changes, all, &kinds, |[_, on, _]| *on == product);
    }
    told
}

fn fold(
    changes: &[v1::AccessChange],
    all: &[Told],
    kinds: &BTreeSet<[String; 2]>,
    of: impl Fn(&[String; 3]) -> bool,
) {
    let mut changes = changes.iter().peekable();
    let mut have: Option<Has> = None;
    for told in all {
        let then: Has = had(told).into_iter().filter(&of).collect();
        let have = have.get_or_insert_with(|| then.clone());
        let is_before = |change: &&v1::AccessChange| {
            let at = change.change_time.expect("a time");
            (at.seconds, at.nanos) <= (told.at.seconds, told.at.nanos)
        };
        while let Some(change) = changes.next_if(is_before) {
            for difference in &change.differences {
                let named = |right: &String| {
                    let (user, on) = (difference.user.clone(), difference.resource.clone());
                    [user, on, right.clone()]
                };
                // What nobody asked about is told all the same.
                let asked = |right: &&String| {
                    let (on, right) = (difference.resource.clone(), (*right).clone());
                    kinds.contains(&[on, right])
                };
                for right in difference.gained_rights.iter().filter(asked) {
                    assert!(have.insert(named(right)), "had it: {change:?}");
                }
                for right in difference.lost_rights.iter().filter(asked) {
                    assert!(have.remove(&named(right)), "had it not: {change:?}");
                }
            }
        }
        assert_eq!(*have, then, "at {}", told.at);
    }
    assert_eq!(changes.next(), None);
}
