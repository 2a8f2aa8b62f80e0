//! `grantor grants`, `requests` and `keys` over the API, beside a `dev`.

use grantor::v1;
use serde_json::Value;
use v1::change_request::Change;
use v1::change_request_service_client::ChangeRequestServiceClient;

use crate::process::Ended;
use crate::site::{Server, Site};
use crate::steady::steady;

const FIGURES: [&str; 12] = [
    "grants",
    "create",
    "acme",
    "alice",
    "--right",
    "kdrive/statistics",
    "--product",
    "drive-1",
    "--id",
    "figures",
    "--note",
    "Monthly report",
];

impl Server {
    /// Ann asks the operator for it.
    async fn asks_to_deactivate_eve(&self, id: &str) {
        let message = v1::CreateChangeRequestRequest {
            parent: "organizations/acme".into(),
            change_request_id: id.to_owned(),
            change_request: Some(v1::ChangeRequest {
                change: Some(Change::DeactivateMember(v1::MemberDeactivation {
                    member: "organizations/acme/members/eve".into(),
                    reason: "Her contract ended".into(),
                })),
                ..Default::default()
            }),
            ..Default::default()
        };
        let mut request = self.request(message);
        let ann = "users/ann".parse().expect("ASCII");
        request.metadata_mut().insert("x-grantor-acting-user", ann);
        let mut client = ChangeRequestServiceClient::new(self.connect().await);
        client.create_change_request(request).await.expect("asked");
    }

    fn as_ann(&self, arguments: &[&str]) -> Ended {
        self.runs(&[arguments, &["--acting-user", "ann"]].concat())
    }
}

#[test]
fn a_grant_is_previewed_given_seen_and_taken_back() {
    let site = Site::empty();
    let server = site.dev(&[]);
    let preview = server
        .as_ann(&[&FIGURES[..], &["--preview"]].concat())
        .with(0);
    assert_eq!(
        preview,
        "  users/alice gains kdrive/statistics on 1 product\n1 user gaining, 0 users losing.\n"
    );
    server
        .as_ann(&["grants", "get", "acme/figures"])
        .refuses(&["NOT_FOUND"]);
    insta::assert_snapshot!("grants_get", steady(&server.as_ann(&FIGURES).with(0)));
    let listed = server
        .as_ann(&["grants", "list", "acme", "--subject", "alice"])
        .with(0);
    assert!(
        listed.contains("figures") && listed.contains("Monthly report"),
        "{listed}"
    );
    server
        .runs(&["check", "alice", "statistics", "acme/drive-1", "--fresh"])
        .with(0);
    let loss = server
        .as_ann(&["grants", "delete", "acme/figures", "--preview"])
        .with(0);
    assert!(
        loss.contains("users/alice loses kdrive/statistics on 1 product"),
        "{loss}"
    );
    server
        .as_ann(&["grants", "delete", "acme/figures"])
        .refuses(&["nobody is there to ask", "--yes"]);
    server
        .as_ann(&["grants", "delete", "acme/figures", "--yes"])
        .with(0);
    server
        .runs(&["check", "alice", "statistics", "acme/drive-1", "--fresh"])
        .with(1);
}

#[test]
fn every_way_to_say_what_is_given_arrives() {
    let site = Site::empty();
    let server = site.dev(&[]);
    let made = server.as_ann(&[
        "grants",
        "create",
        "acme",
        "teams/webmasters",
        "--right",
        "statistics",
        "--right",
        "usage",
        "--group",
        "websites",
        "--tag",
        "client-globex",
        "--type",
        "mail",
        "--future-type",
        "kdrive",
        "--starts",
        "2030-01-01T00:00:00Z",
        "--expires",
        "2031-01-01T01:00:00+01:00",
        "--output",
        "json",
    ]);
    let made: Value = serde_json::from_str(&made.with(0)).expect("JSON");
    let grant = &made["grant"];
    assert_eq!(grant["subject"], "organizations/acme/teams/webmasters");
    assert_eq!(
        grant["rights"],
        serde_json::json!({"kinds": ["RIGHT_KIND_USAGE", "RIGHT_KIND_STATISTICS"]})
    );
    assert_eq!(
        grant["scope"]["listed"]["entries"].as_array().map(Vec::len),
        Some(4),
        "{grant}"
    );
    assert_eq!(grant["startTime"], "2030-01-01T00:00:00Z");
    assert_eq!(grant["expireTime"], "2031-01-01T00:00:00Z");
    let ends = [
        "grants",
        "list",
        "acme",
        "--output",
        "json",
        "--expires-before",
    ];
    let ending = |before: &str| {
        server
            .as_ann(&[&ends[..], &[before]].concat())
            .with(0)
            .lines()
            .count()
    };
    assert_eq!(
        (
            ending("2030-12-31T00:00:00Z"),
            ending("2032-01-01T00:00:00Z")
        ),
        (0, 1)
    );
    // All were made today, so nobody knows of any that was not used before.
    let listed = |more: &[&str]| {
        let list = ["grants", "list", "acme", "--output", "json"];
        let listed = server.as_ann(&[&list[..], more].concat()).with(0);
        listed.lines().count()
    };
    assert!(listed(&[]) > 1);
    assert_eq!(listed(&["--unused-since", "2020-01-01T00:00:00Z"]), 0);
}

#[test]
fn everything_is_not_opened_without_asking() {
    let site = Site::empty();
    let server = site.dev(&[]);
    let all = [
        "grants",
        "create",
        "acme",
        "eve",
        "--right",
        "usage",
        "--all-products",
    ];
    let preview = server.as_ann(&[&all[..], &["--preview"]].concat()).with(0);
    assert!(
        preview.contains("It opens everything: 6 products today"),
        "{preview}"
    );
    let refused = server.as_ann(&all);
    assert_eq!(refused.code, Some(2), "{refused:?}");
    assert!(
        refused.err.contains("nobody is there to ask"),
        "{refused:?}"
    );
    server.as_ann(&[&all[..], &["--yes"]].concat()).with(0);
    server
        .runs(&["check", "eve", "use", "acme/mail-1", "--fresh"])
        .with(0);
}

#[test]
fn what_is_wrong_with_a_grant_is_named_by_field() {
    let site = Site::empty();
    let server = site.dev(&[]);
    let wrong = server.as_ann(&[
        "grants",
        "create",
        "acme",
        "alice",
        "--right",
        "kdrive/fly",
        "--type",
        "kdrive",
    ]);
    wrong.refuses(&["kdrive declares no right fly", "RIGHT_UNKNOWN"]);
    let badly = server.as_ann(&[
        "grants",
        "create",
        "acme",
        "alice",
        "--right",
        "usage",
        "--product",
        "No Product",
    ]);
    badly.refuses(&[
        "INVALID_ARGUMENT",
        "grant.scope.listed.entries[0].product: ",
    ]);
    let nothing = server.as_ann(&["grants", "create", "acme", "alice", "--right", "usage"]);
    assert!(
        nothing.code == Some(2) && nothing.err.contains("--product"),
        "{nothing:?}"
    );
    let day = server.as_ann(&[
        "grants",
        "create",
        "acme",
        "alice",
        "--right",
        "usage",
        "--type",
        "mail",
        "--expires",
        "2030-01-01",
    ]);
    assert!(
        day.code == Some(2) && day.err.contains("2027-01-01T00:00:00Z"),
        "{day:?}"
    );
}

#[tokio::test]
async fn a_request_is_worked_off() {
    let site = Site::empty();
    let server = site.dev(&[]);
    server.asks_to_deactivate_eve("r1").await;
    server.asks_to_deactivate_eve("r2").await;
    let listed = server
        .as_ann(&["requests", "list", "acme", "--state", "open"])
        .with(0);
    insta::assert_snapshot!("requests_list", steady(&listed));
    let operator = |arguments: &[&str]| server.runs(&[&["requests"], arguments].concat());
    assert_eq!(
        operator(&["list", "--all", "--output", "json"])
            .with(0)
            .lines()
            .count(),
        2
    );
    operator(&["comment", "acme/r1", "Until when?"]).with(0);
    assert!(
        operator(&["start", "acme/r1"])
            .with(0)
            .contains("in progress")
    );
    let preview = operator(&["apply", "acme/r1", "--preview"]).with(0);
    assert!(
        preview.contains("users/eve loses") && preview.contains("Until when?"),
        "{preview}"
    );
    operator(&["apply", "acme/r1"]).refuses(&["nobody is there to ask"]);
    assert!(
        operator(&["apply", "acme/r1", "--yes"])
            .with(0)
            .contains("applied")
    );
    let rejected = operator(&["reject", "acme/r2", "--reason", "Done already"]).with(0);
    assert!(
        rejected.contains("rejected") && rejected.contains("Done already"),
        "{rejected}"
    );
    let mine = server
        .runs(&[
            "requests",
            "list",
            "--mine",
            "--acting-user",
            "ann",
            "--output",
            "json",
        ])
        .with(0);
    assert_eq!(mine.lines().count(), 2, "{mine}");
    let eve = server.runs(&["members", "get", "acme/eve"]).with(0);
    assert!(eve.contains("deactivated"), "{eve}");
}

#[test]
fn keys_are_issued_seen_and_revoked_over_the_api() {
    let site = Site::empty();
    let server = site.dev(&[]);
    let second = server
        .runs(&["keys", "issue", "dev"])
        .with(0)
        .trim()
        .to_owned();
    let listed = server
        .runs(&["keys", "list", "dev", "--output", "json"])
        .with(0);
    assert_eq!(listed.lines().count(), 2, "{listed}");
    assert!(!listed.contains(&second), "a secret is shown once");
    assert!(server.runs(&["keys", "list"]).with(0).starts_with("KEY"));
    let id = second
        .trim_start_matches("grk_")
        .split('_')
        .next()
        .expect("an id");
    let key = format!("dev/{id}");
    server
        .runs(&["keys", "revoke", &key])
        .refuses(&["nobody is there to ask", "--yes"]);
    let revoked = server.runs(&["keys", "revoke", &key, "--yes"]).with(0);
    assert!(
        revoked.starts_with(&format!("serviceAccounts/dev/keys/{id} is revoked")),
        "{revoked}"
    );
    let old = Server {
        key: second,
        ..server
    };
    old.runs(&["check", "ann", "use", "acme/drive-1", "--fresh"])
        .refuses(&["UNAUTHENTICATED"]);
}
