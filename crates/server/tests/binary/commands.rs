//! The operator's commands: tables, keys, operators.

use std::os::unix::fs::PermissionsExt;

use grantor::v1;
use tonic::Code;
use v1::platform_service_client::PlatformServiceClient;

use crate::process::run;
use crate::site::Site;

#[test]
fn migrate_status_says_what_is_missing_and_up_applies_it() {
    let site = Site::empty();
    run(&[
        "keys".as_ref(),
        "init".as_ref(),
        site.path("keys.json").as_os_str(),
    ])
    .with(0);
    let before = site.runs(&["migrate", "status"]).with(1);
    assert!(
        !before.is_empty() && before.lines().all(|line| line.starts_with("missing m0")),
        "{before}"
    );
    let applied = site.runs(&["migrate", "up"]).with(0);
    assert_eq!(
        applied
            .lines()
            .filter(|line| line.starts_with("applied m0"))
            .count(),
        before.lines().count()
    );
    assert!(
        applied.ends_with("the tables are up to date\n"),
        "{applied}"
    );
    let after = site.runs(&["migrate", "status"]).with(0);
    assert!(
        after.lines().all(|line| line.starts_with("applied m0")),
        "{after}"
    );
    assert_eq!(
        site.runs(&["migrate", "up"]).with(0),
        "0 applied; the tables are up to date\n"
    );
}

#[test]
fn the_database_can_be_named_behind_the_verb() {
    let site = Site::migrated();
    let ring = site.path("keys.json").display().to_string();
    let status = run(&[
        "migrate",
        "status",
        "--database-url",
        &site.url(),
        "--key-file",
        &ring,
    ]);
    status.with(0);
}

#[test]
fn a_key_ring_is_for_its_owner_only_and_never_written_over() {
    let site = Site::migrated();
    let ring = site.path("keys.json");
    let mode = std::fs::metadata(&ring)
        .expect("there")
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o600);
    let before = std::fs::read(&ring).expect("read");
    run(&["keys".as_ref(), "init".as_ref(), ring.as_os_str()])
        .refuses(&["keys.json", "cannot be written"]);
    assert_eq!(std::fs::read(&ring).expect("read"), before);
}

#[test]
fn a_key_is_printed_alone_so_that_scripts_can_take_it() {
    let site = Site::migrated();
    let printed = site
        .runs(&[
            "keys",
            "create",
            "serviceAccounts/panel",
            "--scope",
            "access.ask",
        ])
        .with(0);
    let key = printed.strip_suffix('\n').expect("a line");
    assert!(
        key.starts_with("grk_") && !key.contains(char::is_whitespace),
        "{key}"
    );
}

#[test]
fn a_second_key_needs_no_scopes_and_a_third_is_too_many() {
    let site = Site::migrated();
    let first = site.makes_key("panel", &["access.ask"]);
    assert_ne!(site.makes_key("panel", &[]), first);
    let third = site.runs(&["keys", "create", "serviceAccounts/panel"]);
    third.refuses(&[
        "serviceAccounts/panel has 2 live keys already",
        "Revoke one first",
    ]);
}

#[test]
fn an_account_that_is_there_gets_no_other_scopes() {
    let site = Site::migrated();
    site.makes_key("panel", &["access.ask"]);
    let again = site.runs(&[
        "keys",
        "create",
        "serviceAccounts/panel",
        "--scope",
        "operator",
    ]);
    again.refuses(&[
        "serviceAccounts/panel is there already",
        "leave out --scope",
    ]);
}

#[test]
fn a_key_for_nobody_is_refused() {
    let refused = Site::migrated().runs(&["keys", "create", "serviceAccounts/panel"]);
    refused.refuses(&["serviceAccounts/panel"]);
}

#[test]
fn what_is_no_account_no_scope_or_no_operator_says_what_would_be() {
    let site = Site::migrated();
    let usage = |arguments: &[&str], words: &str| {
        let refused = site.runs(arguments);
        assert_eq!(refused.code, Some(2), "{refused:?}");
        assert!(refused.err.contains(words), "{refused:?}");
    };
    usage(&["keys", "create", "panel"], "must be serviceAccounts/ID");
    usage(
        &["keys", "create", "serviceAccounts/panel", "--scope", "fly"],
        "fly is no scope",
    );
    usage(
        &["operators", "add", "ann"],
        "must be users/ID or serviceAccounts/ID",
    );
}

/// Whether the shop runs the platform, as the service says.
async fn runs_the_platform(site: &Site, key: &str) -> Result<(), Code> {
    let server = site.serve(key.to_owned());
    let settings = server.request(v1::GetPlatformSettingsRequest {
        name: "platform/settings".into(),
    });
    let mut client = PlatformServiceClient::new(server.connect().await);
    client
        .get_platform_settings(settings)
        .await
        .map(drop)
        .map_err(|refused| refused.code())
}

#[tokio::test]
async fn an_operator_is_named_and_taken_back() {
    let site = Site::migrated();
    let key = site.makes_key("shop", &["operator"]);
    assert_eq!(
        runs_the_platform(&site, &key).await,
        Err(Code::PermissionDenied)
    );
    let named = site
        .runs(&["operators", "add", "serviceAccounts/shop"])
        .with(0);
    assert_eq!(
        named,
        "named; it counts within 5 seconds on a running service\n"
    );
    assert_eq!(runs_the_platform(&site, &key).await, Ok(()));
    site.runs(&["operators", "remove", "serviceAccounts/shop"])
        .refuses(&["Nobody would be left who can operate the platform"]);
    site.makes_key("desk", &["operator"]);
    site.runs(&["operators", "add", "serviceAccounts/desk"])
        .with(0);
    site.runs(&["operators", "remove", "serviceAccounts/shop"])
        .with(0);
    assert_eq!(
        runs_the_platform(&site, &key).await,
        Err(Code::PermissionDenied)
    );
}

#[test]
fn an_operator_who_is_nobody_is_refused() {
    let site = Site::migrated();
    site.runs(&["operators", "add", "serviceAccounts/nobody"])
        .refuses(&["serviceAccounts/nobody"]);
    site.runs(&["operators", "remove", "serviceAccounts/nobody"])
        .refuses(&["serviceAccounts/nobody"]);
}
