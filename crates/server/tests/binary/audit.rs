//! `grantor audit`: whoever reaches into the database is seen.

use std::fs;

use crate::process::Ended;
use crate::site::Site;

const LAST: &str = "(SELECT max(revision) FROM change WHERE home = 'o:acme')";

/// A directory of `dev` that was stopped.
fn demo() -> Site {
    let site = Site::empty();
    let server = site.dev(&[]);
    server.running.gets("INT");
    let (code, said) = server.running.ends();
    assert_eq!(code, Some(0), "{said:#?}");
    site
}

impl Site {
    fn verifies(&self, more: &[&str]) -> Ended {
        self.runs(&[&["audit", "verify"], more].concat())
    }

    /// The verdict is 1, and these are the findings.
    #[track_caller]
    fn is_found_wrong(&self, more: &[&str]) -> Vec<String> {
        let said = self.verifies(more).with(1);
        let mut lines: Vec<_> = said.lines().map(str::to_owned).collect();
        let verdict = lines.pop().expect("a verdict");
        assert!(
            verdict.ends_with(" changes: not as they were written"),
            "{said}"
        );
        assert!(
            lines.iter().all(|line| line.starts_with("WRONG ")),
            "{said}"
        );
        lines
    }
}

#[test]
fn what_nobody_touched_verifies() {
    let site = demo();
    let said = site.verifies(&[]).with(0);
    // platform, users, and the organizations acme and globex.
    assert!(
        said.starts_with("4 homes, ") && said.ends_with(" changes: all verified\n"),
        "{said}"
    );
}

#[test]
fn it_verifies_beside_a_running_server() {
    let site = Site::empty();
    let _server = site.dev(&[]);
    site.verifies(&[]).with(0);
}

#[tokio::test]
async fn a_changed_payload_is_wrong() {
    let site = demo();
    let renamed = "UPDATE change SET payload = replace(payload, 'drive-1', 'drive-2') \
        WHERE home = 'o:acme' AND revision = (SELECT min(revision) FROM change WHERE home = 'o:acme' AND payload LIKE '%drive-1%')";
    site.tampers(renamed, 1).await;
    let wrong = site.is_found_wrong(&[]);
    assert_eq!(wrong.len(), 1, "{wrong:?}");
    assert!(
        wrong[0].starts_with("WRONG o:acme revision ")
            && wrong[0].ends_with(" its seal does not verify"),
        "{wrong:?}"
    );
}

#[tokio::test]
async fn a_changed_actor_is_wrong() {
    let site = demo();
    let blamed =
        format!("UPDATE change SET actor = 'bob' WHERE home = 'o:acme' AND revision = {LAST}");
    site.tampers(&blamed, 1).await;
    let wrong = site.is_found_wrong(&[]);
    assert!(wrong[0].ends_with(" its seal does not verify"), "{wrong:?}");
}

#[tokio::test]
async fn a_change_that_was_taken_out_is_wrong() {
    let site = demo();
    site.tampers(
        "DELETE FROM change WHERE home = 'o:acme' AND revision = 3",
        1,
    )
    .await;
    assert_eq!(
        site.is_found_wrong(&[]),
        ["WRONG o:acme revision 3 is missing"]
    );
}

#[tokio::test]
async fn a_changed_personal_value_is_wrong() {
    let site = demo();
    site.tampers("UPDATE personal SET value = 'eve@evil.example' WHERE home = 'users' AND value = 'ann@example.com'", 1)
        .await;
    let wrong = site.is_found_wrong(&[]);
    assert_eq!(wrong.len(), 1, "{wrong:?}");
    assert!(
        wrong[0].starts_with("WRONG users revision ") && wrong[0].ends_with(", which was changed"),
        "{wrong:?}"
    );
    assert!(
        !wrong[0].contains("evil"),
        "no personal value is printed: {wrong:?}"
    );
}

#[tokio::test]
async fn a_row_that_was_written_past_the_log_is_wrong() {
    let site = demo();
    site.tampers("UPDATE member SET body = replace(body, 'Collaborator', 'LegalRepresentative') WHERE home = 'o:acme' AND id = 'alice'", 1)
        .await;
    assert_eq!(
        site.is_found_wrong(&[]),
        ["WRONG the row of organizations/acme/members/alice is not what the log says"]
    );
}

#[tokio::test]
async fn damage_in_one_organization_does_not_hide_that_of_another() {
    let site = demo();
    site.tampers(
        "DELETE FROM change WHERE revision = 2 AND home IN ('o:acme', 'o:globex')",
        2,
    )
    .await;
    let wrong = site.is_found_wrong(&[]);
    assert_eq!(
        wrong,
        [
            "WRONG o:acme revision 2 is missing",
            "WRONG o:globex revision 2 is missing"
        ]
    );
}

/// Takes the last change of acme, which made a grant, away with all its traces.
async fn cut_with_care(site: &Site) {
    let grant = format!(
        "DELETE FROM \"grant\" WHERE home = 'o:acme' AND body LIKE '%\"create_revision\":' || {LAST} || ',%'"
    );
    site.tampers(&grant, 1).await;
    site.tampers(
        &format!("DELETE FROM change WHERE home = 'o:acme' AND revision = {LAST}"),
        1,
    )
    .await;
    let of_last = |column| {
        format!("(SELECT {column} FROM change WHERE home = 'o:acme' AND revision = {LAST})")
    };
    let head = format!(
        "UPDATE head SET revision = {LAST}, chain = {}, at = {} WHERE home = 'o:acme'",
        of_last("chain"),
        of_last("at")
    );
    site.tampers(&head, 1).await;
}

#[tokio::test]
async fn an_end_that_was_cut_off_with_care_is_seen_by_its_anchor() {
    let site = demo();
    let heads = site.runs(&["audit", "heads"]).with(0);
    assert_eq!(heads.lines().count(), 4, "{heads}");
    fs::write(site.path("anchor"), heads).expect("written");
    site.verifies(&["--anchor", "anchor"]).with(0);
    cut_with_care(&site).await;
    site.verifies(&[]).with(0);
    let wrong = site.is_found_wrong(&["--anchor", "anchor"]);
    assert_eq!(wrong.len(), 1, "{wrong:?}");
    assert!(
        wrong[0].starts_with("WRONG o:acme: revision ")
            && wrong[0].ends_with(" was there and is gone"),
        "{wrong:?}"
    );
}

#[tokio::test]
async fn the_anchor_of_another_store_proves_nothing() {
    let (site, other) = (demo(), demo());
    fs::write(site.path("anchor"), other.runs(&["audit", "heads"]).with(0)).expect("written");
    let wrong = site.is_found_wrong(&["--anchor", "anchor"]);
    assert!(
        wrong.len() == 4
            && wrong
                .iter()
                .all(|line| line.contains("the anchor is of the store ")),
        "{wrong:?}"
    );
}

#[test]
fn what_is_no_anchor_is_refused() {
    let site = demo();
    fs::write(site.path("anchor"), "hello\n").expect("written");
    site.verifies(&["--anchor", "anchor"])
        .refuses(&["an anchor is `STORE HOME REVISION CHAIN`", "hello"]);
    site.verifies(&["--anchor", "nowhere"])
        .refuses(&["nowhere cannot be read"]);
}
