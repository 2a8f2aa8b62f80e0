//! Asks every access question about an expectation. One evaluator answers all of them, so they must agree.

use grantor::v1;
use tonic::Code;
use v1::access_result::Result::{Answer as Answered, Error as Failed};
use v1::{AccessReason, Decision, PathKind};

use super::facts::{Stage, product_name};
use super::file::Expected;
use crate::harness::{refused, why};

/// One expectation as the wire says it.
struct Question<'a> {
    user: &'a str,
    right: &'a str,
    resource: String,
    /// The id of the product; none for the organization.
    product: Option<&'a str>,
    /// The kinds of ways, sorted; empty where it is denied.
    ways: Vec<PathKind>,
    decision: Decision,
    reason: AccessReason,
    /// For messages.
    said: String,
}

impl<'a> Question<'a> {
    fn new(place: &str, Expected(user, right, on, answer): &'a Expected) -> Self {
        let product = (on != "organization").then_some(on.as_str());
        let resource = product.map_or_else(|| "organizations/acme".to_owned(), product_name);
        let kind = |word: &str| PathKind::from_str_name(&format!("PATH_KIND_{word}"));
        let ways: Vec<_> = answer.split(' ').map_while(kind).collect();
        let (decision, name) = match ways.first() {
            Some(first) => {
                let way = first.as_str_name().trim_start_matches("PATH_KIND_");
                (Decision::Allowed, format!("ACCESS_REASON_ALLOWED_BY_{way}"))
            }
            None => (Decision::Denied, format!("ACCESS_REASON_{answer}")),
        };
        let reason = AccessReason::from_str_name(&name)
            .unwrap_or_else(|| panic!("{place}: no reason {answer}"));
        let said = format!("{place}: {user}, {right} on {on}");
        Self {
            user,
            right,
            resource,
            product,
            ways,
            decision,
            reason,
            said,
        }
    }

    fn is_allowed(&self) -> bool {
        self.decision == Decision::Allowed
    }
}

/// Every question has the expected answer, however it is asked.
pub async fn must_agree(stage: &Stage, place: &str, expected: &[Expected]) {
    assert!(!expected.is_empty(), "{place} expects nothing");
    let (unknown, known): (Vec<_>, Vec<_>) = expected
        .iter()
        .partition(|expected| expected.3 == "RIGHT_UNKNOWN");
    for Expected(user, right, on, _) in unknown {
        must_be_unknown(stage, user, right, &product_name(on)).await;
    }
    let questions: Vec<_> = known
        .into_iter()
        .map(|expected| Question::new(place, expected))
        .collect();
    let asked: Vec<_> = questions
        .iter()
        .map(|asked| (asked.user, asked.right, asked.resource.as_str()))
        .collect();
    let batch = stage.ann.asks_at_once(&asked).await.expect(place);
    assert_eq!(batch.len(), questions.len(), "{place}");
    for (question, result) in questions.iter().zip(batch) {
        let checked = check(stage, question).await;
        assert_eq!(
            result.result,
            Some(Answered(checked.clone())),
            "BatchCheckAccess, {}",
            question.said
        );
        explain(stage, question, &checked).await;
        list_rights(stage, question).await;
        list_accessors(stage, question).await;
        list_accessible_products(stage, question).await;
    }
}

/// There is no such right: nobody answers by it, and no list knows it.
async fn must_be_unknown(stage: &Stage, user: &str, right: &str, resource: &str) {
    let ann = &stage.ann;
    refused(ann.asks(user, right, resource).await, why::RIGHT_UNKNOWN);
    refused(
        ann.explains(user, right, resource).await,
        why::RIGHT_UNKNOWN,
    );
    refused(
        ann.lists_accessors(right, resource).await,
        why::RIGHT_UNKNOWN,
    );
    refused(
        ann.lists_accessible_products("acme", user, right).await,
        why::RIGHT_UNKNOWN,
    );
    let batch = ann
        .asks_at_once(&[(user, right, resource)])
        .await
        .expect("answered");
    let [
        v1::AccessResult {
            result: Some(Failed(error)),
        },
    ] = batch.as_slice()
    else {
        panic!("{batch:?}")
    };
    assert_eq!(
        (error.code, error.reason()),
        (Code::InvalidArgument.into(), v1::ErrorReason::RightUnknown)
    );
    let bare = right.rsplit('/').next().expect("a right");
    let listed = ann.lists_rights(user, resource).await.expect("listed");
    assert!(
        listed.rights.iter().all(|held| held.right != bare),
        "{:?}",
        listed.rights
    );
}

async fn check(stage: &Stage, question: &Question<'_>) -> v1::AccessAnswer {
    let said = format!("CheckAccess, {}", question.said);
    let answer = stage
        .ann
        .asks(question.user, question.right, &question.resource)
        .await
        .expect(&said);
    assert_eq!(
        (answer.decision(), answer.reason()),
        (question.decision, question.reason),
        "{said}"
    );
    let way = answer.path.as_ref().map(v1::AccessPath::kind);
    assert_eq!(way, question.ways.first().copied(), "{said}");
    v1::AccessAnswer {
        decision: answer.decision,
        reason: answer.reason,
        path: answer.path,
        valid_until: answer.valid_until,
    }
}

async fn explain(stage: &Stage, question: &Question<'_>, checked: &v1::AccessAnswer) {
    let said = format!("ExplainAccess, {}", question.said);
    let explained = stage
        .ann
        .explains(question.user, question.right, &question.resource)
        .await
        .expect(&said);
    assert_eq!(
        (explained.decision(), explained.reason()),
        (question.decision, question.reason),
        "{said}"
    );
    assert_eq!(explained.valid_until, checked.valid_until, "{said}");
    let word = if question.is_allowed() {
        "allowed: "
    } else {
        "denied: "
    };
    assert!(
        explained.sentence.starts_with(word),
        "{said}: {}",
        explained.sentence
    );
    let ways: Vec<_> = explained
        .paths
        .into_iter()
        .filter_map(|way| way.path)
        .collect();
    assert_eq!(kinds(&ways), question.ways, "{said}");
    assert!(
        checked.path.iter().all(|way| ways.contains(way)),
        "{said}: the way of CheckAccess is among them"
    );
    let hopeless = matches!(
        question.reason,
        AccessReason::ProductUnknown | AccessReason::UserInactive
    );
    assert_eq!(
        explained.missing.is_some(),
        !question.is_allowed() && !hopeless,
        "{said}"
    );
}

async fn list_rights(stage: &Stage, question: &Question<'_>) {
    let said = format!("ListRights, {}", question.said);
    let listed = stage
        .ann
        .lists_rights(question.user, &question.resource)
        .await
        .expect(&said);
    let bare = question.right.rsplit('/').next().expect("a right");
    let held = listed.rights.iter().find(|held| held.right == bare);
    assert_eq!(
        held.map(|held| kinds(&held.paths)).unwrap_or_default(),
        question.ways,
        "{said}"
    );
    assert_eq!(
        listed.rights.is_empty(),
        listed.reason() != AccessReason::Unspecified,
        "{said}"
    );
}

async fn list_accessors(stage: &Stage, question: &Question<'_>) {
    let said = format!("ListAccessors, {}", question.said);
    let listed = stage
        .ann
        .lists_accessors(question.right, &question.resource)
        .await;
    if question.reason == AccessReason::ProductUnknown {
        assert_eq!(listed.expect_err(&said).code, Code::NotFound, "{said}");
        return;
    }
    let listed = listed.expect(&said);
    let user = format!("users/{}", question.user);
    let accessor = listed.iter().find(|accessor| accessor.user == user);
    assert_eq!(
        accessor
            .map(|accessor| kinds(&accessor.paths))
            .unwrap_or_default(),
        question.ways,
        "{said}"
    );
}

async fn list_accessible_products(stage: &Stage, question: &Question<'_>) {
    let Some(product) = question.product else {
        return;
    };
    let said = format!("ListAccessibleProducts, {}", question.said);
    let bare = question.right.rsplit('/').next().expect("a right");
    let right = match stage.type_of(product) {
        Some(of_type) if bare != "contact_support" => format!("{of_type}/{bare}"),
        Some(_) => bare.to_owned(),
        None => String::new(),
    };
    let listed = stage
        .ann
        .lists_accessible_products("acme", question.user, &right)
        .await
        .expect(&said);
    let found = listed
        .iter()
        .find(|listed| listed.product == question.resource);
    assert_eq!(found.is_some(), question.is_allowed(), "{said}");
    if let Some(found) = found.filter(|_| bare != "contact_support") {
        assert!(
            found.rights.iter().any(|right| right == bare),
            "{said}: {:?}",
            found.rights
        );
    }
}

/// The kinds of ways, each once, in the order of the enum.
fn kinds(ways: &[v1::AccessPath]) -> Vec<PathKind> {
    let mut kinds: Vec<_> = ways.iter().map(v1::AccessPath::kind).collect();
    kinds.sort();
    kinds.dedup();
    kinds
}
