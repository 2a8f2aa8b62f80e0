//! What was told at a time is told again as of then, by whoever is asked.

use std::time::Duration;

use grantor::v1;

use crate::harness::World;

/// What was answered at a time.
pub(super) struct Told {
    pub(super) at: prost_types::Timestamp,
    pub(super) questions: Vec<v1::AccessQuestion>,
    pub(super) results: Vec<v1::AccessResult>,
}

/// An instance that knows nothing yet and one that knows all answer about then as it was answered then.
pub(super) async fn compare(world: &World, all: &[Told]) {
    let kept = "SELECT COUNT(*) FROM checkpoint WHERE home = 'o:acme'";
    assert!(world.reads_number(kept).await > 0);
    world.passes(Duration::from_secs(60));
    let fresh = world.another().await;
    let operator = world.operator();
    for asker in [operator.clone(), fresh.hears(&operator)] {
        for told in all {
            let mut asked = told.questions.iter().zip(&told.results);
            for questions in told.questions.chunks(1000) {
                let request = v1::BatchCheckAccessRequest {
                    questions: questions.to_vec(),
                    at_time: Some(told.at),
                    ..Default::default()
                };
                let answer = asker.access().batch_check_access(request).await;
                for result in answer.expect("answered").into_inner().results {
                    let (question, then) = asked.next().expect("one each");
                    assert_eq!(result, without_end(then), "{question:?} at {}", told.at);
                }
            }
        }
    }
    fresh.app.close().await;
}

/// The same answer, which does not change by itself any more.
fn without_end(result: &v1::AccessResult) -> v1::AccessResult {
    let mut result = result.clone();
    if let Some(v1::access_result::Result::Answer(answer)) = &mut result.result {
        answer.valid_until = None;
    }
    result
}
