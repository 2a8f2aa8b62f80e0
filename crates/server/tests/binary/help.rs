//! `--help` of everything.

use crate::process::{ended, grantor, run};

const DATABASE: [&str; 4] = [
    "GRANTOR_CONFIG",
    "GRANTOR_DATABASE_URL",
    "GRANTOR_KEY_FILE",
    "GRANTOR_LOG",
];
const ALL: [&str; 29] = [
    "GRANTOR_LISTEN",
    "GRANTOR_READER_CONNECTIONS",
    "GRANTOR_MAIL_DIRECTORY",
    "GRANTOR_SMTP_URL",
    "GRANTOR_SMTP_TIMEOUT_SECONDS",
    "GRANTOR_SMTP_AUTHORITY",
    "GRANTOR_MAIL_SENDER",
    "GRANTOR_PUBLIC_URL",
    "GRANTOR_CORS_ORIGINS",
    "GRANTOR_TLS_CERTIFICATE",
    "GRANTOR_TLS_KEY",
    "GRANTOR_LOG_FORMAT",
    "GRANTOR_DRAIN_SECONDS",
    "GRANTOR_HANDSHAKE_SECONDS",
    "GRANTOR_IDLE_SECONDS",
    "GRANTOR_MAX_CONNECTIONS",
    "GRANTOR_MAX_CONNECTIONS_PER_ADDRESS",
    "GRANTOR_CALLS_PER_SECOND_PER_KEY",
    "GRANTOR_CALLS_PER_SECOND_PER_ORGANIZATION",
    "GRANTOR_REVOKES_PER_SECOND_PER_KEY",
    "GRANTOR_SEARCHES_PER_MINUTE",
    "GRANTOR_MAX_CALLS",
    "GRANTOR_MAX_SHARE_PERCENT",
    "GRANTOR_QUEUE_MILLISECONDS",
    "GRANTOR_MAX_DECISIONS",
    "GRANTOR_MAX_DECISION_STEPS",
    "GRANTOR_MEMORY_MEBIBYTES",
    "GRANTOR_MAX_WATCHES",
    "GRANTOR_MAX_WATCHES_PER_KEY",
];

const CALLED: [&str; 4] = [
    "GRANTOR_ADDRESS",
    "GRANTOR_KEY",
    "GRANTOR_CA_CERTIFICATE",
    "GRANTOR_ACTING_USER",
];

/// Each command that is no group of others, and the variables that its help names.
const COMMANDS: [(&str, &[&[&str]]); 56] = [
    ("", &[]),
    ("audit heads", &[&DATABASE]),
    ("audit list", &[&CALLED]),
    ("audit show", &[&CALLED]),
    ("audit verify", &[&DATABASE]),
    ("bench", &[]),
    ("bench batches", &[]),
    ("bench beside-previews", &[]),
    ("bench beside-writes", &[]),
    ("bench lists", &[]),
    ("bench loads", &[]),
    ("bench past", &[]),
    ("bench start", &[]),
    ("bench writes", &[]),
    ("catalog apply", &[&["GRANTOR_ADDRESS", "GRANTOR_KEY"]]),
    ("catalog show", &[&["GRANTOR_ADDRESS", "GRANTOR_KEY"]]),
    ("check", &[&CALLED]),
    ("completions", &[]),
    ("dev", &[&["GRANTOR_LOG"]]),
    ("explain", &[&CALLED]),
    ("grants create", &[&CALLED]),
    ("grants delete", &[&CALLED]),
    ("grants get", &[&CALLED]),
    ("grants list", &[&CALLED]),
    ("health", &[&["GRANTOR_ADDRESS", "GRANTOR_CA_CERTIFICATE"]]),
    ("keys create", &[&DATABASE]),
    ("keys init", &[]),
    ("keys issue", &[&CALLED]),
    ("keys list", &[&CALLED]),
    ("keys revoke", &[&CALLED]),
    ("list access-changes", &[&CALLED]),
    ("list accessors", &[&CALLED]),
    ("list products", &[&CALLED]),
    ("list rights", &[&CALLED]),
    ("mail list", &[&DATABASE]),
    ("mail retry", &[&DATABASE]),
    ("man", &[]),
    ("matrix", &[&CALLED]),
    ("members access", &[&CALLED]),
    ("members get", &[&CALLED]),
    ("members list", &[&CALLED]),
    ("migrate status", &[&DATABASE]),
    ("migrate up", &[&DATABASE]),
    ("operators add", &[&DATABASE]),
    ("operators remove", &[&DATABASE]),
    ("partnerships get", &[&CALLED]),
    ("partnerships list", &[&CALLED]),
    ("requests apply", &[&CALLED]),
    ("requests cancel", &[&CALLED]),
    ("requests comment", &[&CALLED]),
    ("requests get", &[&CALLED]),
    ("requests list", &[&CALLED]),
    ("requests reject", &[&CALLED]),
    ("requests start", &[&CALLED]),
    ("serve", &[&DATABASE, &ALL]),
    ("watch", &[&CALLED]),
];

#[test]
fn every_command_explains_itself_and_names_its_variables() {
    for (command, variables) in COMMANDS {
        let words: Vec<_> = command.split_whitespace().chain(["--help"]).collect();
        let help = run(&words).with(0);
        assert!(help.contains("Usage: grantor"), "{command:?}: {help}");
        for variable in variables.iter().copied().flatten() {
            assert!(
                help.contains(&format!("[env: {variable}="))
                    || help.contains(&format!("[env: {variable}]")),
                "{command:?} does not name {variable}: {help}"
            );
        }
    }
}

#[test]
fn every_command_that_calls_a_grantor_teaches_with_an_example() {
    for (command, variables) in COMMANDS {
        if variables
            .iter()
            .any(|named| named.contains(&"GRANTOR_ACTING_USER"))
        {
            let words: Vec<_> = command.split_whitespace().chain(["--help"]).collect();
            let help = run(&words).with(0);
            let example = format!("grantor {command} ");
            let (_, shown) = help
                .split_once("Example")
                .unwrap_or_else(|| panic!("{command}: {help}"));
            assert!(shown.contains(example.trim_end()), "{command}: {shown}");
        }
    }
}

#[test]
fn the_help_lists_the_commands_in_groups_and_each_has_help_of_its_own() {
    let help = run(&["--help"]).with(0);
    insta::assert_snapshot!("help", help);
    let listed = help.lines().filter_map(|line| line.strip_prefix("  "));
    let names = listed.filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()));
    let names: Vec<_> = names
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    let mut sorted = names.clone();
    sorted.sort_unstable();
    sorted.dedup();
    // A command that is in no group, or in two, is one that somebody forgot.
    assert_eq!(sorted.len(), names.len(), "{names:?}");
    let completed = run(&["completions", "fish"]).with(0);
    for name in &names {
        assert!(completed.contains(&format!("-a \"{name}\"")), "{name}");
        if *name != "help" {
            run(&[name, "--help"]).with(0);
        }
    }
    let top = completed
        .lines()
        .filter(|line| line.contains("__fish_grantor_needs_command") && line.contains(" -a "));
    assert_eq!(top.count(), names.len(), "{completed}");
}

#[test]
fn help_does_not_show_secrets_of_the_environment() {
    for command in ["check", "serve"] {
        let mut command = grantor(&[command, "--help"]);
        command
            .env("GRANTOR_KEY", "grk_a_secret")
            .env(
                "GRANTOR_DATABASE_URL",
                "postgres://grantor:secret@db/grantor",
            )
            .env(
                "GRANTOR_SMTP_URL",
                "smtps://grantor:secret@mail.example.com",
            );
        let help = ended(&mut command).with(0);
        assert!(
            !help.contains("secret@") && !help.contains("grk_a_secret"),
            "{help}"
        );
    }
}

#[test]
fn the_version_is_told() {
    assert_eq!(
        run(&["--version"]).with(0),
        format!("grantor {}\n", env!("CARGO_PKG_VERSION"))
    );
}
