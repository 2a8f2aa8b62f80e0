//! What was stored by each release is read for ever: a database of each format, with the answers that it gave then.

mod cast;
mod files;
mod forms;
mod make;
mod open;
mod partners;
mod people;
mod questions;
mod strict;
mod tickets;

use std::path::PathBuf;

use files::{Facts, Files};
use open::{Opened, clock_at};
use questions::{Asked, TIMES};

/// The directory of a format.
fn of_format(format: u32) -> Files {
    let directory = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/frozen");
    Files::new(&directory.join(format.to_string()))
}

#[tokio::test]
async fn frozen_1_answers_every_question_as_it_did_and_its_log_is_whole() {
    let files = of_format(1);
    let opened = Opened::new(&files, clock_at(TIMES[0])).await;
    answers_as_it_did(&files.asked(), &opened).await;
    is_whole_and_watched(&files.facts(), &opened).await;
}

async fn answers_as_it_did(asked: &[Asked], opened: &Opened) {
    assert_eq!(asked.len(), 10_000);
    for (time, at) in TIMES.into_iter().enumerate() {
        opened.clock.set(at);
        let then: Vec<_> = asked
            .iter()
            .filter(|asked| asked.time == time)
            .cloned()
            .collect();
        let now = questions::answered(&then, &opened.asker).await;
        let differ: Vec<_> = then
            .iter()
            .zip(&now)
            .filter(|(then, now)| then != now)
            .collect();
        assert!(
            differ.is_empty(),
            "{} answers differ, first: {:#?}",
            differ.len(),
            differ.first()
        );
    }
}

async fn is_whole_and_watched(facts: &Facts, opened: &Opened) {
    let audited = opened
        .app
        .audit(&[], |_, _| ())
        .await
        .expect("the audit reads");
    assert_eq!(audited.findings, [""; 0]);
    let changes: i64 = facts.heads.values().sum();
    assert_eq!(
        (audited.homes, audited.changes),
        (facts.heads.len(), changes.unsigned_abs())
    );
    assert_eq!(open::heads(&opened.asker).await, facts.heads);
    for (home, newest) in &facts.heads {
        let mut watching = opened.asker.watches_all_of(home).await;
        let told = watching
            .revisions(usize::try_from(*newest).expect("a count"))
            .await;
        assert_eq!(told, (1..=*newest).collect::<Vec<_>>(), "{home}");
    }
}
