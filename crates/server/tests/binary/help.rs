//! `--help` of everything.

use crate::process::{ended, grantor, run};

const DATABASE: [&str; 4] = [
    "GRANTOR_CONFIG",
    "GRANTOR_DATABASE_URL",
    "GRANTOR_KEY_FILE",
    "GRANTOR_LOG",
];
const ALL: [&str; 13] = [
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
];

/// Each command, and the variables that its help names.
const COMMANDS: [(&[&str], &[&[&str]]); 22] = [
    (&[], &[]),
    (&["dev"], &[&["GRANTOR_LOG"]]),
    (&["serve"], &[&DATABASE, &ALL]),
    (&["migrate"], &[]),
    (&["migrate", "up"], &[&DATABASE]),
    (&["migrate", "status"], &[&DATABASE]),
    (&["check"], &[&["GRANTOR_ADDRESS", "GRANTOR_KEY"]]),
    (&["audit"], &[]),
    (&["audit", "verify"], &[&DATABASE]),
    (&["audit", "heads"], &[&DATABASE]),
    (&["operators"], &[]),
    (&["operators", "add"], &[&DATABASE]),
    (&["operators", "remove"], &[&DATABASE]),
    (&["mail"], &[]),
    (&["mail", "list"], &[&DATABASE]),
    (&["mail", "retry"], &[&DATABASE]),
    (&["keys"], &[]),
    (&["keys", "init"], &[]),
    (&["keys", "create"], &[&DATABASE]),
    (&["catalog"], &[]),
    (
        &["catalog", "apply"],
        &[&["GRANTOR_ADDRESS", "GRANTOR_KEY"]],
    ),
    (&["catalog", "show"], &[&["GRANTOR_ADDRESS", "GRANTOR_KEY"]]),
];

#[test]
fn every_command_explains_itself_and_names_its_variables() {
    for (command, variables) in COMMANDS {
        let help = run(&[command, &["--help"]].concat()).with(0);
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
fn every_command_that_the_help_lists_has_help_of_its_own() {
    let help = run(&["--help"]).with(0);
    let (_, commands) = help.split_once("Commands:\n").expect("a list");
    let (commands, _) = commands.split_once("\n\n").expect("its end");
    let names: Vec<_> = commands
        .lines()
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    assert_eq!(
        names,
        [
            "dev",
            "serve",
            "migrate",
            "check",
            "audit",
            "operators",
            "mail",
            "bench",
            "keys",
            "catalog",
            "help"
        ]
    );
    for name in &names[..9] {
        run(&[name, "--help"]).with(0);
    }
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
