//! Does every crate keep to its border? Each may use what stands in its row, and nothing else.

use std::path::Path;

/// Crates of this project, and crates that decide what a part is.
const BORDERS: [(&str, &[&str]); 9] = [
    (
        "Cargo.toml",
        &[
            // Random bytes of request ids; the TLS of tonic has it already.
            "aws-lc-rs",
            "futures-util",
            // What tonic's transport is made of: the client stands around it.
            "http",
            "http-body",
            "http-body-util",
            "prost",
            "prost-types",
            "tokio",
            "tonic",
            "tonic-prost",
            "tonic-types",
            "tower",
            "uuid",
        ],
    ),
    (
        "crates/domain/Cargo.toml",
        &[
            // Where joiners belong in a name, and the one form of an international domain.
            "icu_properties",
            "idna",
            "serde",
            "thiserror",
            "time",
            "unicode-normalization",
        ],
    ),
    ("crates/access/Cargo.toml", &["domain", "foldhash", "imbl"]),
    (
        "crates/decide/Cargo.toml",
        &[
            "access",
            // Ids that a retry draws again, the secrets of links, digests.
            "aws-lc-rs",
            "domain",
            "serde",
        ],
    ),
    (
        "crates/store/Cargo.toml",
        &[
            "aws-lc-rs",
            "domain",
            // What checkpoints are compressed with.
            "flate2",
            // A panic of one write among others is caught.
            "futures-util",
            "migrations",
            "sea-orm",
            "serde",
            "serde_json",
            "sqlx",
            "thiserror",
            "tokio",
            "tracing",
        ],
    ),
    (
        "crates/app/Cargo.toml",
        &[
            "access",
            "arc-swap",
            // The mails' HTML, escaped by the template.
            "askama",
            "aws-lc-rs",
            // The text of sealed tokens.
            "base64",
            "decide",
            "domain",
            // The texts of mails and pages, with their plural rules.
            "fluent-bundle",
            // Looks whether a use of a grant was noted: the hash of the standard library takes four times as long.
            "foldhash",
            // The token buckets of callers.
            "governor",
            // MIME and SMTP.
            "lettre",
            "serde",
            "serde_json",
            "store",
            "thiserror",
            "tokio",
            "tokio-util",
            "tracing",
            "unic-langid",
        ],
    ),
    (
        "crates/cli/Cargo.toml",
        &[
            // Colours, only where a terminal shows them.
            "anstream",
            "anstyle",
            // The picture of who may what.
            "askama",
            "clap",
            // What shells and `man` read.
            "clap_complete",
            "clap_mangen",
            // Tables.
            "comfy-table",
            "futures-util",
            // Its client, and no other part of this project: the command line knows what anybody can know.
            "grantor",
            "prost",
            // The API's JSON, which prost does not write.
            "prost-reflect",
            "prost-types",
            "serde",
            "serde_json",
            "terminal_size",
            "tokio",
            "toml",
            "tonic",
            "tonic-health",
            "tonic-types",
            "unicode-width",
        ],
    ),
    (
        "crates/server/Cargo.toml",
        &[
            "app",
            // The page of the links in mails.
            "askama",
            "axum",
            "clap",
            "cli",
            "decide",
            "domain",
            "futures-util",
            "grantor",
            "http",
            // Looks at the end of an answer, where tonic says that it was too large.
            "http-body-util",
            // What tonic's server is made of: it closes no silent or idle connection, and spins where none can be let in.
            "hyper",
            "hyper-util",
            "mimalloc",
            "prost",
            "prost-types",
            // Tells systemd that it serves.
            "sd-notify",
            "serde",
            "thiserror",
            "tokio",
            "tokio-rustls",
            "tokio-stream",
            "tokio-util",
            "toml",
            "tonic",
            "tonic-health",
            "tonic-prost",
            "tonic-reflection",
            "tonic-types",
            // Calls from pages' scripts, and what browsers ask before.
            "tonic-web",
            "tower",
            "tower-http",
            "tracing",
            "tracing-subscriber",
        ],
    ),
    ("migrations/Cargo.toml", &["sea-orm-migration"]),
];

/// The names in `[dependencies]`.
fn dependencies(manifest: &str) -> Vec<&str> {
    let section = manifest
        .split("\n[dependencies]\n")
        .nth(1)
        .unwrap_or_default();
    let section = section.split("\n[").next().unwrap_or_default();
    section
        .lines()
        .filter_map(|line| line.split(['.', ' ', '=']).next())
        .filter(|name| !name.is_empty() && *name != "#")
        .collect()
}

#[test]
fn every_crate_uses_exactly_what_its_border_allows() {
    for (path, allowed) in BORDERS {
        let manifest = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path))
            .expect("a manifest");
        let mut used = dependencies(&manifest);
        used.sort_unstable();
        assert_eq!(
            used, allowed,
            "{path}: a new dependency is a decision; write it into this table with its reason"
        );
    }
}

/// The files of a crate, with their paths.
pub(super) fn sources(of: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut open = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(of)];
    while let Some(directory) = open.pop() {
        for entry in std::fs::read_dir(&directory).expect("a directory") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push((
                    path.display().to_string(),
                    std::fs::read_to_string(&path).expect("a source"),
                ));
            }
        }
    }
    found
}

#[test]
fn a_status_is_made_in_one_file() {
    for (path, source) in ["crates/server/src", "crates/cli/src"]
        .into_iter()
        .flat_map(sources)
    {
        let makes =
            source.contains("Status::with_error_details") || source.contains("Status::new(");
        assert!(
            !makes || path.ends_with("status.rs"),
            "{path} makes a status of its own; take status::status"
        );
    }
}

/// What a call begins by itself would run on the core that answers it, its database connections included.
#[test]
fn work_beside_the_calls_is_begun_in_the_background_alone() {
    for root in ["crates/store/src", "crates/app/src", "crates/server/src"] {
        for (path, source) in sources(root) {
            if path.contains("/commands/") || path.contains("/connections/") {
                continue;
            }
            let (served, _) = source.split_once("#[cfg(test)]").unwrap_or((&source, ""));
            let begins = served.contains("tokio::spawn(") || served.contains("spawn_blocking(");
            assert!(!begins, "{path} begins a task: take Background::spawn");
        }
    }
}

#[test]
fn no_file_of_the_crates_grows_past_500_lines() {
    for root in ["crates", "migrations/src", "tests", "sdk/rust"] {
        for (path, source) in sources(root) {
            let lines = source.lines().count();
            assert!(
                lines <= 500,
                "{path} has {lines} lines: which border is missing?"
            );
        }
    }
}

#[test]
fn every_file_says_at_its_top_which_question_it_answers() {
    for root in ["crates", "migrations/src", "tests", "proto", "sdk/rust"] {
        for (path, source) in sources(root) {
            assert!(source.starts_with("//!"), "{path} does not open with //!");
        }
    }
}

/// Whatever makes a state elsewhere is a step that no rule of the noun stands before. A match may name states: what it
/// names stands before a `=>`, and nothing ends in between.
#[test]
fn a_state_is_made_in_the_domain_alone() {
    let nouns = [
        "Invitation",
        "Partnership",
        "ChangeRequest",
        "Member",
        "User",
    ];
    let roots = ["crates/access/src", "crates/decide/src", "crates/app/src"];
    let tests = ["/acme/", "/attacker/"];
    let mut seen = 0;
    for (path, source) in roots.into_iter().flat_map(sources) {
        if tests.iter().any(|test| path.contains(test)) {
            continue;
        }
        for state in nouns.map(|noun| format!("{noun}State::")) {
            for named in source.split(&state).skip(1) {
                seen += 1;
                let matched = named.split_once("=>").map(|(pattern, _)| pattern);
                assert!(
                    matched.is_some_and(|pattern| !pattern.contains(';')),
                    "{path} makes or asks for {state}{}: take a method of the noun, or write one",
                    named.lines().next().unwrap_or_default()
                );
            }
        }
    }
    assert!(seen > 9, "{seen} states are named in matches");
}

/// An id prints its own name, so that each is written in one way.
#[test]
fn a_resource_name_is_written_in_the_domain_alone() {
    let collections = [
        "changeRequests",
        "clientAssignments",
        "grants",
        "invitations",
        "members",
        "organizations",
        "partners",
        "partnerships",
        "productGroups",
        "productTypes",
        "products",
        "serviceAccounts",
        "teams",
        "users",
    ];
    let roots = ["access", "decide", "store", "app", "server"];
    let tests = ["/acme/", "/attacker/", "/tests/", "tests.rs", "/bench/"];
    let roots = roots.map(|name| format!("crates/{name}/src"));
    for (path, source) in roots.iter().flat_map(|root| sources(root)) {
        if tests.iter().any(|test| path.contains(test)) {
            continue;
        }
        let code = source.split("#[cfg(test)]\nmod tests {").next();
        for collection in collections {
            assert!(
                !code.is_some_and(|code| code.contains(&format!("{collection}/{{"))),
                "{path} writes a name in {collection}; take resource_name, within or member_of of the id"
            );
        }
    }
}

/// A field that is left out is a condition that is left out: what was refused becomes an allow.
#[test]
fn whatever_is_stored_refuses_fields_that_it_does_not_know() {
    let domain = Path::new(env!("CARGO_MANIFEST_DIR")).join("crates/domain/src");
    let mut seen = 0;
    for file in std::fs::read_dir(domain).expect("the sources") {
        let path = file.expect("a file").path();
        let source = std::fs::read_to_string(&path).expect("text");
        for item in source.split("\n#[derive(").skip(1) {
            let item = item.split("\n}\n").next().unwrap_or_default();
            let (derives, item) = item.split_once(')').expect("the end of the derives");
            let has_fields = item.lines().any(|line| {
                let line = line.trim_start_matches("    pub ").trim_start();
                let name = line.split_once(": ").map(|(name, _)| name);
                let plain = |name: &str| name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
                let in_one_line = line.contains(" { ") && name.is_some();
                in_one_line || name.is_some_and(|name| !name.is_empty() && plain(name))
            });
            if derives.contains("Deserialize") && has_fields {
                seen += 1;
                assert!(
                    item.contains("#[serde(deny_unknown_fields)]"),
                    "{}: this needs #[serde(deny_unknown_fields)]:{item}",
                    path.display()
                );
            }
        }
    }
    assert!(seen > 40, "{seen} types with fields are stored");
}
