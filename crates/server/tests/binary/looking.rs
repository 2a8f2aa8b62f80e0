//! `grantor members`, `partnerships` and `audit`, beside a `dev`.

use crate::site::Site;
use crate::steady::steady;

#[test]
fn members_are_seen_with_what_they_have() {
    let site = Site::empty();
    let server = site.dev(&[]);
    let asked =
        |arguments: &[&str]| steady(&server.runs(&[&["members"], arguments].concat()).with(0));
    insta::assert_snapshot!("members_list", asked(&["list", "acme"]));
    insta::assert_snapshot!("members_get", asked(&["get", "acme/dora"]));
    let administrators = asked(&[
        "list",
        "acme",
        "--role",
        "administrator",
        "--output",
        "json",
    ]);
    let names: Vec<serde_json::Value> = administrators
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    let names: Vec<_> = names.iter().map(|member| member["name"].as_str()).collect();
    assert_eq!(
        names,
        [
            Some("organizations/acme/members/bob"),
            Some("organizations/acme/members/dora")
        ]
    );
    let on_drive = asked(&["list", "acme", "--has-access", "acme/drive-2"]);
    assert_eq!(on_drive.lines().count(), 3, "{on_drive}");
    assert_eq!(asked(&["list", "acme", "--state", "deactivated"]), "");
}

#[test]
fn the_access_of_a_member_is_a_tree_by_type() {
    let site = Site::empty();
    let server = site.dev(&[]);
    let tree = server.runs(&["members", "access", "acme/alice"]).with(0);
    let (_, types) = tree.split_once('\n').expect("lines");
    insta::assert_snapshot!("members_access", steady(types));
    let one = server
        .runs(&["members", "access", "acme/alice", "--type", "mail", "--all"])
        .with(0);
    assert!(one.contains("(mail): rights on 0 products"), "{one}");
}

#[test]
fn partnerships_are_seen_from_the_client() {
    let site = Site::empty();
    let server = site.dev(&[]);
    let none = server.runs(&["partnerships", "list", "acme", "--acting-user", "ann"]);
    assert!(none.err.contains("there are none"), "{none:?}");
    assert_eq!(none.with(0), "");
    server
        .runs(&["partnerships", "get", "acme/p1", "--acting-user", "ann"])
        .refuses(&["NOT_FOUND"]);
}

#[test]
fn changes_are_seen_the_latest_first_and_one_with_all_of_it() {
    let site = Site::empty();
    let server = site.dev(&[]);
    let asked =
        |arguments: &[&str]| steady(&server.runs(&[&["audit"], arguments].concat()).with(0));
    let teams = asked(&[
        "list",
        "acme",
        "--resource",
        "organizations/acme/teams/webmasters",
    ]);
    insta::assert_snapshot!("audit_list", teams);
    let tagged = asked(&[
        "list",
        "acme",
        "--method",
        "ProductService.AddProductTags",
        "--output",
        "json",
    ]);
    assert_eq!(tagged.lines().count(), 2, "{tagged}");
    let revision = server.runs(&[
        "audit",
        "list",
        "acme",
        "--method",
        "TeamService.CreateTeam",
        "--output",
        "json",
    ]);
    let made: serde_json::Value = serde_json::from_str(&revision.with(0)).expect("one line");
    let revision = made["revision"].as_str().expect("a number").to_owned();
    insta::assert_snapshot!("audit_show", asked(&["show", &format!("acme/{revision}")]));
    let before = asked(&["list", "acme", "--until", "2000-01-01T00:00:00Z"]);
    assert_eq!(before, "");
}
