//! `grantor check`, `explain` and `list`, beside a `dev`.

use crate::site::Site;
use crate::steady::steady;

#[test]
fn a_question_is_asked_with_short_or_full_names_and_answered_alike() {
    let site = Site::empty();
    let server = site.dev(&[]);
    let full = server.runs(&[
        "check",
        "users/alice",
        "manage",
        "organizations/acme/products/drive-1",
    ]);
    let short = server.runs(&["check", "alice", "manage", "acme/drive-1", "--fresh"]);
    let expected =
        "ALLOWED: users/alice may manage organizations/acme/products/drive-1 (ALLOWED_BY_GRANT)\n";
    assert_eq!(
        (full.with(0).as_str(), short.with(0).as_str()),
        (expected, expected)
    );
}

#[test]
fn the_json_of_an_answer_is_that_of_the_api() {
    let site = Site::empty();
    let server = site.dev(&[]);
    let answer = server
        .runs(&["check", "ann", "manage_users", "acme", "--output", "json"])
        .with(0);
    let answer: serde_json::Value = serde_json::from_str(&answer).expect("JSON");
    assert_eq!(answer["decision"], "DECISION_ALLOWED");
    assert_eq!(answer["path"]["kind"], "PATH_KIND_ROLE");
    assert!(
        answer["consistencyToken"].is_string() && answer["validUntil"].is_null(),
        "{answer}"
    );
    let denied = server
        .runs(&["explain", "eve", "manage_users", "acme", "--output", "json"])
        .with(1);
    let denied: serde_json::Value = serde_json::from_str(&denied).expect("JSON");
    assert_eq!(denied["decision"], "DECISION_DENIED");
}

#[test]
fn why_and_who_could_is_told() {
    let site = Site::empty();
    let server = site.dev(&[]);
    insta::assert_snapshot!(
        "explain_denied",
        server
            .runs(&["explain", "alice", "statistics", "acme/drive-1"])
            .with(1)
    );
    insta::assert_snapshot!(
        "explain_allowed",
        server
            .runs(&["explain", "bob", "manage", "acme/drive-1"])
            .with(0)
    );
}

#[test]
fn the_question_is_turned_round() {
    let site = Site::empty();
    let server = site.dev(&[]);
    let asked = |arguments: &[&str]| steady(&server.runs(&[&["list"], arguments].concat()).with(0));
    insta::assert_snapshot!("list_products", asked(&["products", "alice", "acme"]));
    insta::assert_snapshot!(
        "list_accessors",
        asked(&["accessors", "acme/drive-1", "--right", "manage"])
    );
    insta::assert_snapshot!("list_rights", asked(&["rights", "eve", "acme/site-1"]));
    let one = asked(&[
        "products", "ann", "acme", "--right", "mail/use", "--type", "mail", "--output", "json",
    ]);
    assert_eq!(one.lines().count(), 1, "{one}");
    assert!(
        one.starts_with(r#"{"product":"organizations/acme/products/mail-1","#),
        "{one}"
    );
}

#[test]
fn a_list_that_is_cut_says_so_beside_the_answer() {
    let site = Site::empty();
    let server = site.dev(&[]);
    let cut = server.runs(&[
        "list", "products", "ann", "acme", "--limit", "2", "--output", "json",
    ]);
    assert_eq!(cut.out.lines().count(), 2, "{cut:?}");
    assert!(cut.err.contains("there are more than these 2"), "{cut:?}");
    let whole = server.runs(&["list", "products", "ann", "acme", "--output", "json"]);
    assert_eq!(
        (whole.out.lines().count(), whole.err.as_str()),
        (6, ""),
        "{whole:?}"
    );
}

#[test]
fn nothing_is_an_answer_too() {
    let site = Site::empty();
    let server = site.dev(&[]);
    let none = server.runs(&["list", "rights", "nobody", "acme"]);
    assert!(none.err.contains("not a member"), "{none:?}");
    assert_eq!(none.with(0), "");
}

#[test]
fn what_was_gained_and_lost_is_asked_of_a_user_or_of_a_product() {
    let site = Site::empty();
    let server = site.dev(&[]);
    let asked = |arguments: &[&str]| {
        let changes = ["list", "access-changes", "acme"];
        server.runs(&[&changes, arguments].concat())
    };
    // All that is older than the server.
    let past = [
        "--since",
        "2020-01-01T00:00:00Z",
        "--until",
        "2020-01-02T00:00:00Z",
    ];
    for of in [
        ["--user", "alice"],
        ["--product", "drive-1"],
        ["--product", "organizations/acme/products/drive-1"],
    ] {
        let none = asked(&[of.as_slice(), &past].concat());
        assert_eq!(
            (none.code, none.out.as_str(), none.err.trim()),
            (Some(0), "", "grantor: there are none")
        );
    }
    let to_come = [
        "--user",
        "alice",
        "--since",
        "2020-01-01T00:00:00Z",
        "--until",
        "2100-01-01T00:00:00Z",
    ];
    asked(&to_come).refuses(&["TIME_NOT_SETTLED"]);
    let elsewhere = ["--product", "organizations/other/products/p"];
    asked(&[elsewhere.as_slice(), &past].concat()).refuses(&["FIELD_INVALID", "product"]);
    let both = ["--user", "alice", "--product", "drive-1"];
    for misused in [asked(&past), asked(&[both.as_slice(), &past].concat())] {
        assert_eq!(misused.code, Some(2), "{misused:?}");
        assert!(misused.err.contains("--user") && misused.err.contains("--product"));
    }
}

#[test]
fn an_error_is_never_an_answer_and_repeats_the_servers_advice() {
    let site = Site::empty();
    let mut server = site.dev(&[]);
    server
        .runs(&["explain", "alice", "fly", "acme/drive-1"])
        .refuses(&["fly", "create-document", "INVALID_ARGUMENT (RIGHT_UNKNOWN)"]);
    server
        .runs(&["check", "ann", "use", "nowhere/drive-1"])
        .refuses(&["NOT_FOUND"]);
    let token = server.runs(&["check", "ann", "use", "acme/drive-1", "--after", "no-token"]);
    token.refuses(&[
        "INVALID_ARGUMENT",
        "consistency.at_least_as_fresh.tokens[0]",
    ]);
    let half = server.runs(&["check", "ann", "use", "organizations/acme/drive-1"]);
    assert_eq!((half.code, half.out.as_str()), (Some(2), ""), "{half:?}");
    assert!(half.err.contains("acme/drive-1"), "{half:?}");
    server.key = "grk_wrong_key".into();
    server
        .runs(&["list", "products", "ann", "acme"])
        .refuses(&["UNAUTHENTICATED"]);
}

#[test]
fn who_is_acted_for_is_judged() {
    let site = Site::empty();
    let server = site.dev(&[]);
    let about_ann = ["check", "ann", "use", "acme/drive-1", "--acting-user"];
    server.runs(&[&about_ann[..], &["bob"]].concat()).with(0);
    let alice = server.runs(&[&about_ann[..], &["users/alice"]].concat());
    alice.refuses(&["PERMISSION_DENIED", "manage_users"]);
}
