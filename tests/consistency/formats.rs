//! What a later version has stored is never guessed at: not when a home is loaded, followed, or locked.

use grantor::v1;
use tonic::Code;

use super::Acme;
use crate::harness::{Actor, Answer, Instance, Refused, Why, World, fully, refused};

/// The first format that this version does not read.
const LATER: u32 = app::FORMAT + 1;

const NEWER: Why = (Code::Unavailable, "STORE_UNAVAILABLE");
const HISTORY_BROKEN: Why = (Code::DataLoss, "HISTORY_BROKEN");

/// The last change of acme.
const LAST: &str = "(SELECT max(revision) FROM change WHERE home = 'o:acme')";

impl World {
    /// Changes one row as a later version would have written it.
    async fn is_stored_by_a_later_version(&self, statement: &str) {
        assert_eq!(self.tampers(statement).await, 1, "{statement}");
    }

    /// The head of acme says a later format.
    async fn head_is_newer(&self) {
        let newer = format!("UPDATE head SET format = {LATER} WHERE home = 'o:acme'");
        self.is_stored_by_a_later_version(&newer).await;
    }

    /// The last change of acme has a later format.
    async fn last_change_is_newer(&self) {
        let newer = format!(
            "UPDATE change SET format = {LATER} WHERE home = 'o:acme' AND revision = {LAST}"
        );
        self.is_stored_by_a_later_version(&newer).await;
    }

    /// Bob's grant gets a condition that this version does not know.
    async fn grant_has_a_condition(&self, body: &str, table: &str, where_: &str) {
        let with = r#""by_owner":false,"only_on":"tuesdays""#;
        let condition = format!(
            r#"UPDATE "{table}" SET {body} = replace({body}, '"by_owner":false', '{with}') WHERE home = 'o:acme' AND {where_}"#
        );
        self.is_stored_by_a_later_version(&condition).await;
    }
}

impl Acme {
    /// Whether bob uses the drive, asked of this server by its database.
    async fn asks(&self, caller: &Actor) -> Answer<v1::CheckAccessResponse> {
        caller.asks_with("bob", "use", &self.drive, fully()).await
    }

    /// A server that has loaded nothing of acme.
    async fn fresh(&self) -> (Instance, Actor) {
        let fresh = self.world.another().await;
        let bob = fresh.hears(&self.bob);
        (fresh, bob)
    }

    async fn revision(&self) -> i64 {
        let newest = "SELECT revision FROM head WHERE home = 'o:acme'";
        self.world.reads_number(newest).await
    }
}

/// It says what is stored, what is read, and what to do.
fn says_so(no: &Refused) {
    let (stored, read) = (format!("format {LATER}"), format!("1 to {}", app::FORMAT));
    for words in ["organizations/acme", &stored, &read, "Upgrade"] {
        assert!(no.message.contains(words), "{no:?}");
    }
    assert!(no.retries, "{no:?}");
}

/// Another organization is answered by the same server as ever.
async fn others_go_on(by: &Actor) {
    let answer = by
        .asks_with("bob", "view", "organizations/bob-own", fully())
        .await;
    assert_eq!(answer.expect("answered").decision(), v1::Decision::Allowed);
}

#[tokio::test]
async fn format_a_home_of_a_later_version_is_not_loaded() {
    let acme = Acme::new().await;
    acme.world.head_is_newer().await;
    let (_fresh, bob) = acme.fresh().await;
    says_so(&refused(acme.asks(&bob).await, NEWER));
    others_go_on(&bob).await;
    let back = format!(
        "UPDATE head SET format = {} WHERE home = 'o:acme'",
        app::FORMAT
    );
    acme.world.is_stored_by_a_later_version(&back).await;
    let answer = acme.asks(&bob).await.expect("an upgraded server reads it");
    assert_eq!(answer.decision(), v1::Decision::Allowed);
}

#[tokio::test]
async fn format_a_last_change_of_a_later_version_is_seen_though_the_head_hides_it() {
    let acme = Acme::new().await;
    acme.world.last_change_is_newer().await;
    let (_fresh, bob) = acme.fresh().await;
    says_so(&refused(acme.asks(&bob).await, NEWER));
    others_go_on(&bob).await;
}

#[tokio::test]
async fn format_a_row_with_a_condition_of_a_later_version_is_no_allow() {
    let acme = Acme::new().await;
    let live = "removed_revision IS NULL";
    acme.world
        .grant_has_a_condition("body", "grant", live)
        .await;
    let (_fresh, bob) = acme.fresh().await;
    refused(acme.asks(&bob).await, HISTORY_BROKEN);
    others_go_on(&bob).await;
    let findings = acme.world.audits().await;
    assert!(
        findings
            .iter()
            .any(|found| found.contains("a later version")),
        "{findings:?}"
    );
}

#[tokio::test]
async fn format_a_change_of_a_later_version_is_not_followed() {
    let acme = Acme::new().await;
    let other = acme.another().await;
    other.app.close().await;
    acme.changes_something(&acme.ann).await;
    acme.world.last_change_is_newer().await;
    let bob = other.hears(&acme.bob);
    says_so(&refused(acme.asks(&bob).await, NEWER));
    others_go_on(&bob).await;
    let asked = bob.asks_with("bob", "use", &acme.drive, None).await;
    says_so(&refused(asked, NEWER));
}

#[tokio::test]
async fn format_a_head_that_was_raised_stops_answers_from_memory() {
    let acme = Acme::new().await;
    let other = acme.another().await;
    other.app.close().await;
    acme.world.head_is_newer().await;
    let bob = other.hears(&acme.bob);
    says_so(&refused(acme.asks(&bob).await, NEWER));
    let asked = bob.asks_with("bob", "use", &acme.drive, None).await;
    says_so(&refused(asked, NEWER));
    others_go_on(&bob).await;
}

#[tokio::test]
async fn format_a_change_with_a_condition_of_a_later_version_is_no_allow() {
    let acme = Acme::new().await;
    let other = acme.another().await;
    other.app.close().await;
    let managing = acme.ann.grants_access("acme", acme.managing()).await;
    managing.expect("given");
    let last = format!("revision = {LAST}");
    acme.world
        .grant_has_a_condition("payload", "change", &last)
        .await;
    let asked = other
        .hears(&acme.bob)
        .asks_with("bob", "manage", &acme.drive, fully())
        .await;
    refused(asked, HISTORY_BROKEN);
}

#[tokio::test]
async fn format_a_home_of_a_later_version_is_not_written() {
    let acme = Acme::new().await;
    let (fresh, _) = acme.fresh().await;
    let ann = fresh.hears(&acme.ann);
    acme.world.head_is_newer().await;
    let before = acme.revision().await;
    // One server has the state in memory, the other has to load it under the lock.
    for by in [&acme.ann, &ann] {
        let written = by.grants_access("acme", acme.managing()).await;
        says_so(&refused(written, NEWER));
    }
    assert_eq!(acme.revision().await, before);
}

#[tokio::test]
async fn format_a_row_with_a_condition_of_a_later_version_is_not_written_on() {
    let acme = Acme::new().await;
    let live = "removed_revision IS NULL";
    acme.world
        .grant_has_a_condition("body", "grant", live)
        .await;
    let before = acme.revision().await;
    let (fresh, _) = acme.fresh().await;
    let written = fresh
        .hears(&acme.ann)
        .grants_access("acme", acme.managing())
        .await;
    refused(written, HISTORY_BROKEN);
    assert_eq!(acme.revision().await, before);
}
