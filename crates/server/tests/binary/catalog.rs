//! `grantor catalog`: a file that people can read becomes the catalog, and comes back from it.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use grantor::v1;
use v1::catalog_service_client::CatalogServiceClient;

use crate::process::{Ended, grantor, run};
use crate::site::{Server, Site};

const FILE: &str = r#"
[settings]
default_administrator_limit = 3
languages = ["fr", "en"]

[[type]]
id = "fax"
name = "Fax"
rights = [
    { id = "use", name = "Send and receive", kind = "usage" },
    { id = "manage", name = "Manage the line", kind = "management", implies = ["use"] },
]
"#;

/// A service that operates a platform without any data.
fn empty() -> (Site, Server) {
    let site = Site::migrated();
    let key = site.makes_key("ops", &["operator"]);
    site.runs(&["operators", "add", "serviceAccounts/ops"])
        .with(0);
    let server = site.serve(key);
    (site, server)
}

fn writes(site: &Site, text: &str) -> PathBuf {
    let path = site.path("grantor.toml");
    std::fs::write(&path, text).expect("written");
    path
}

fn catalog(server: &Server, arguments: &[&str]) -> Ended {
    let at = format!("http://{}", server.address);
    let connection = ["--address", &at, "--key", &server.key];
    run(&[&["catalog"], arguments, &connection].concat())
}

fn applies(server: &Server, file: &Path, flags: &[&str]) -> Ended {
    let file = file.display().to_string();
    catalog(server, &[&["apply", &file], flags].concat())
}

#[test]
fn a_file_is_previewed_and_applied_and_changes_nothing_the_second_time() {
    let (site, server) = empty();
    let file = writes(&site, FILE);
    let preview = applies(&server, &file, &["--preview"]).with(1);
    for line in [
        "~ settings.default_administrator_limit: \"none\" becomes 3",
        "~ settings.languages: [\"en\", \"fr\"] becomes [\"fr\", \"en\"]",
        "+ fax: product type \"Fax\" is new",
        "+ fax/use: right \"Send and receive\" of kind USAGE is new",
        "Nobody would gain a right.",
    ] {
        assert!(preview.contains(line), "{line:?} is not in {preview}");
    }
    let applied = applies(&server, &file, &["--yes"]).with(0);
    assert!(applied.starts_with(&preview) && applied.ends_with("Applied.\n"));
    for flags in [&[][..], &["--preview"], &["--yes"]] {
        let again = applies(&server, &file, flags).with(0);
        assert!(again.contains("changes nothing at http://"), "{again}");
    }
}

#[test]
fn what_is_shown_is_a_file_that_changes_nothing() {
    let (site, server) = empty();
    applies(&server, &writes(&site, FILE), &["--yes"]).with(0);
    let retired = FILE.replace(
        "name = \"Fax\"",
        "name = \"Télécopie \\\"rapide\\\"\"\nretired = true",
    );
    let change = applies(&server, &writes(&site, &retired), &["--yes"]).with(0);
    assert!(change.contains("- fax: retired, for good"), "{change}");
    let shown = catalog(&server, &["show"]).with(0);
    assert!(shown.contains("retired = true"), "{shown}");
    assert!(shown.contains("invitation_life = \"30 days\""), "{shown}");
    let again = applies(&server, &writes(&site, &shown), &[]).with(0);
    assert!(again.contains("changes nothing"), "{again}");
}

#[test]
fn a_setting_that_is_left_out_and_a_type_that_is_left_out_stay_as_they_are() {
    let (site, server) = empty();
    applies(&server, &writes(&site, FILE), &["--yes"]).with(0);
    let other = "[settings]\nwhite_label = false\n[[type]]\nid = \"pager\"\nname = \"Pager\"\n";
    let change = applies(&server, &writes(&site, other), &["--yes"]).with(0);
    assert!(
        change.contains("~ settings.white_label: true becomes false"),
        "{change}"
    );
    assert!(change.contains("stays as it is: fax"), "{change}");
    let shown = catalog(&server, &["show"]).with(0);
    assert!(shown.contains("default_administrator_limit = 3"), "{shown}");
    assert!(shown.contains("id = \"fax\""), "{shown}");
}

#[test]
fn attack_c1_quotas_stand_in_the_file_and_one_that_is_left_out_stays() {
    let (site, server) = empty();
    let both = "[settings.quotas]\nteams = 3\ntags = 40\n";
    let change = applies(&server, &writes(&site, both), &["--yes"]).with(0);
    for line in [
        "~ settings.quotas.teams: 5000 becomes 3",
        "~ settings.quotas.tags: 10000 becomes 40",
    ] {
        assert!(change.contains(line), "{line:?} is not in {change}");
    }
    let one = "[settings]\nquotas.teams = 4\n";
    applies(&server, &writes(&site, one), &["--yes"]).with(0);
    let shown = catalog(&server, &["show"]).with(0);
    for line in [
        "quotas.teams = 4\n",
        "quotas.tags = 40\n",
        "quotas.grants = 100000\n",
    ] {
        assert!(shown.contains(line), "{line:?} is not in {shown}");
    }
    let again = applies(&server, &writes(&site, &shown), &[]).with(0);
    assert!(again.contains("changes nothing"), "{again}");
    let wrong = "[settings]\nwhite_label = true\nquotas.teams = 0\n";
    let refused = applies(&server, &writes(&site, wrong), &["--preview"]);
    refused.refuses(&["grantor.toml:3: settings.quotas.teams: must be 1 to 10000000"]);
}

#[test]
fn the_examples_of_all_three_companies_apply() {
    let (_site, server) = empty();
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    for company in ["infomaniak", "combell", "finstral"] {
        let file = examples.join(company).join("grantor.toml");
        // Nobody has anything that the next company's file could take or give.
        applies(&server, &file, &["--yes"]).with(0);
        let again = applies(&server, &file, &[]).with(0);
        assert!(again.contains("changes nothing"), "{again}");
    }
}

#[test]
fn what_is_wrong_is_named_with_its_line_before_anything_is_done() {
    let (site, server) = empty();
    for (from, to, said) in [
        (
            "kind = \"usage\"",
            "kind = \"fly\"",
            "grantor.toml:10: type[0].rights[0].kind: \"fly\" must be one of usage",
        ),
        (
            "implies = [\"use\"]",
            "implies = [\"fly\"]",
            "grantor.toml:11: type[0].rights[1].implies[0]: fax declares no right fly",
        ),
        (
            "id = \"fax\"",
            "id = \"Fax!\"",
            "grantor.toml:6: type[0].id: ",
        ),
        (
            "languages = [\"fr\", \"en\"]",
            "languages = [\"de\"]",
            "grantor.toml:4: settings.languages[0]: must be a language that is installed: en, fr",
        ),
        (
            "default_administrator_limit = 3",
            "invitation_life = \"a while\"",
            "grantor.toml:3: settings.invitation_life: \"a while\" must be a number and a unit",
        ),
        (
            "name = \"Fax\"",
            "colour = \"blue\"",
            "unknown field `colour`",
        ),
    ] {
        let file = writes(&site, &FILE.replace(from, to));
        let refused = applies(&server, &file, &["--yes"]);
        assert_eq!((refused.code, refused.out.as_str()), (Some(2), ""), "{to}");
        assert!(refused.err.contains(said), "{said:?} is not in {refused:?}");
    }
    let shown = catalog(&server, &["show"]).with(0);
    assert!(!shown.contains("[[type]]"), "{shown}");
}

#[test]
fn without_yes_and_without_anybody_to_ask_nothing_happens() {
    let (site, server) = empty();
    let file = writes(&site, FILE);
    let refused = applies(&server, &file, &[]);
    assert_eq!(refused.code, Some(2));
    assert!(
        refused.err.contains("say --yes, or --preview"),
        "{refused:?}"
    );
    applies(&server, &file, &["--preview"]).with(1);
}

#[tokio::test]
async fn taking_rights_from_people_says_from_how_many_and_needs_a_flag() {
    let site = Site::empty();
    let server = site.dev(&[]);
    let shown = catalog(&server, &["show"]).with(0);
    let before = shown
        .lines()
        .filter(|line| line.contains("id = \"use\""))
        .count();
    let without: Vec<_> = shown
        .lines()
        .filter(|line| !line.contains("Use the drive"))
        .collect();
    let file = writes(&site, &without.join("\n"));
    let preview = applies(&server, &file, &["--preview"]).with(1);
    assert!(preview.contains("- kdrive/use: right \"Use the drive\" gives nothing any more"));
    let lost = preview
        .lines()
        .find(|line| line.contains("would lose rights."));
    let lost = lost.expect("how many").trim();
    assert!(
        !lost.starts_with('0') && lost.contains("people in 2 organizations"),
        "{lost}"
    );

    let refused = applies(&server, &file, &["--yes"]);
    assert_eq!(refused.code, Some(2), "{refused:?}");
    assert!(refused.err.contains("--allow-loss"), "{refused:?}");
    assert_eq!(rights_of_drives(&server).await, 10);
    applies(&server, &file, &["--yes", "--allow-loss"]).with(0);
    assert_eq!((before, rights_of_drives(&server).await), (4, 9));
}

async fn rights_of_drives(server: &Server) -> usize {
    let message = server.request(v1::GetProductTypeRequest {
        name: "productTypes/kdrive".into(),
    });
    let mut client = CatalogServiceClient::new(server.connect().await);
    let answer = client.get_product_type(message).await.expect("there");
    let product_type = answer.into_inner().product_type.expect("the type");
    product_type.rights.len()
}

#[test]
fn who_is_no_operator_is_told_so() {
    let site = Site::migrated();
    let key = site.makes_key("panel", &["access.ask"]);
    let server = site.serve(key);
    let file = writes(&site, FILE);
    applies(&server, &file, &["--yes"]).refuses(&["PlatformService.GetPlatformSettings"]);
}

#[test]
fn a_bare_address_is_tls_unless_plaintext_is_said() {
    let (_site, server) = empty();
    let shows = [
        "catalog",
        "show",
        "--address",
        &server.address,
        "--key",
        &server.key,
    ];
    run(&shows).refuses(&["no answer from https://", "use http://"]);
    run(&[&shows[..], &["--plaintext"]].concat()).with(0);
}

#[test]
fn a_key_is_not_sent_to_another_machine_in_the_clear() {
    let refused = run(&[
        "catalog",
        "show",
        "--address",
        "http://grantor.example:50051",
        "--key",
        "grk_x",
    ]);
    refused.refuses(&["another machine", "plaintext"]);
}

/// The exit code and standard error of a command whose output nobody reads.
fn unread(command: &mut Command) -> (Option<i32>, String) {
    let command = command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("it starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    let said = String::from_utf8(output.stderr).expect("text");
    (output.status.code(), said)
}

#[test]
fn attack_d4_whoever_has_read_enough_ends_a_command_quietly() {
    let (site, server) = empty();
    let file = writes(&site, FILE).display().to_string();
    let at = format!("http://{}", server.address);
    let asked: [&[&str]; 3] = [
        &["catalog", "apply", "--preview", &file],
        &["catalog", "apply", "--yes", &file],
        &["catalog", "show"],
    ];
    for arguments in asked {
        let connection = ["--address", &at, "--key", &server.key];
        let ended = unread(&mut grantor(&[arguments, &connection].concat()));
        assert_eq!(ended, (Some(2), String::new()), "{arguments:?}");
    }
    let own: [&[&str]; 4] = [
        &["migrate", "status"],
        &["audit", "heads"],
        &["audit", "verify"],
        &["mail", "list"],
    ];
    for arguments in own {
        let (code, said) = unread(&mut site.command(arguments));
        assert_eq!(code, Some(2), "{arguments:?}: {said}");
        assert!(!said.contains("panicked"), "{arguments:?}: {said}");
    }
}

/// As many types and rights as the API takes, without an edge.
fn largest() -> String {
    let mut text = String::new();
    for number in 0..500 {
        text +=
            &format!("[[type]]\nid = \"type-{number}\"\nname = \"Type {number}\"\nrights = [\n");
        for right in 0..100 {
            text += &format!(
                "  {{ id = \"right-{right}\", name = \"What one may do, number {right}\", kind = \"usage\" }},\n"
            );
        }
        text += "]\n";
    }
    text
}

#[test]
fn attack_d4_a_catalog_of_the_documented_size_is_applied_and_comes_back() {
    let (site, server) = empty();
    let file = writes(&site, &largest());
    let applied = applies(&server, &file, &["--yes"]).with(0);
    assert!(
        applied.contains("+ type-499: product type"),
        "{}",
        applied.len()
    );
    assert!(applied.ends_with("Applied.\n"));
    let shown = catalog(&server, &["show"]).with(0);
    assert!(shown.contains("type-499") && shown.matches("right-99").count() == 500);
    // What is wrong far behind is found at its place in the file.
    let wrong = largest().replace(
        "name = \"Type 490\"",
        &format!("name = \"{}\"", "x".repeat(300)),
    );
    let file = writes(&site, &wrong);
    let refusal = applies(&server, &file, &["--preview"]);
    refusal.refuses(&["type[490].name"]);
}
