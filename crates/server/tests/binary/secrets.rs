//! Nothing that Grantor prints or logs holds a secret, whatever is wrong; and it says what is so, and what helps.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use sqlx::{Connection, Executor, SqliteConnection};

use crate::process::{Ended, ended, run};
use crate::site::Site;

/// Stands wherever a password does.
const CANARY: &str = "hunter2canary";
/// Whatever opens the database.
const COMMANDS: [&[&str]; 4] = [
    &["serve", "--listen", "127.0.0.1:0"],
    &["migrate", "up"],
    &["migrate", "status"],
    &["audit", "verify"],
];

/// It failed, and said nothing of the secret, however much it logs.
#[track_caller]
fn keeps_secret(ended: &Ended, what: &str) {
    assert_eq!(ended.code, Some(2), "{what}: {ended:?}");
    for said in [&ended.out, &ended.err] {
        assert!(!said.contains(CANARY), "{what}: {ended:?}");
    }
}

/// Each command with this URL of a database, by the environment and by a flag.
fn with_url(site: &Site, url: &str) -> Vec<Ended> {
    let mut all = Vec::new();
    for arguments in COMMANDS {
        let mut command = site.command(arguments);
        command.env("GRANTOR_LOG", "trace");
        all.push(ended(command.env("GRANTOR_DATABASE_URL", url)));
    }
    let mut command = site.command(COMMANDS[1]);
    all.push(ended(command.args([
        "--log",
        "trace",
        "--database-url",
        url,
    ])));
    all
}

#[test]
fn attack_b5_no_bad_url_of_a_database_is_printed() {
    let site = Site::migrated();
    for url in [
        format!("postgres://u:12#{CANARY}@127.0.0.1/g"),
        format!("postgres://u:{CANARY}#@127.0.0.1/g"),
        format!("postgres://u:1/{CANARY}@127.0.0.1/g"),
        format!("postgres://u:1?{CANARY}@127.0.0.1/g"),
        format!("postgres://u:{CANARY}@127.0.0.1:1?{CANARY}=1"),
        format!("postgres://u:{CANARY}@host:port/g"),
        format!("postgres://u:{CANARY}@127.0.0.1:1/g"),
        format!("postgres://{CANARY}@127.0.0.1:1/g"),
        format!("postgres://u:{CANARY}/g"),
        format!("postgres:/u:{CANARY}@127.0.0.1/g"),
        format!("mysql://u:{CANARY}@127.0.0.1/g"),
        format!("sqlite://u:{CANARY}@127.0.0.1/g"),
        CANARY.to_owned(),
    ] {
        for ended in with_url(&site, &url) {
            keeps_secret(&ended, &url);
            assert!(ended.err.contains("database-url"), "{url}: {ended:?}");
        }
    }
}

#[test]
fn attack_b5_no_bad_settings_file_is_printed() {
    let site = Site::migrated();
    for text in [
        format!("databse-url = \"postgres://u:{CANARY}@db/g\"\n"),
        format!("database-url = \"postgres://u:{CANARY}@db/g\n"),
        format!("database-url = [\"postgres://u:{CANARY}@db/g\"]\n"),
        format!("postgres://u:{CANARY}@db/g\n"),
        format!("smtp-url = \"smtps://u:{CANARY}@m\"\nsmtp-url = \"smtps://u:{CANARY}@m\"\n"),
        format!(
            "smtp-url = \"smtp//u:{CANARY}@m\"\nmail-sender = \"a@b.example\"\npublic-url = \"https://b.example\"\n"
        ),
        format!("reader-connections = \"{CANARY}\"\n"),
    ] {
        fs::write(site.path("grantor.toml"), &text).expect("written");
        let mut command = site.command(COMMANDS[0]);
        command.args(["--config", "grantor.toml", "--log", "trace"]);
        command.env_remove("GRANTOR_MAIL_DIRECTORY");
        let ended = ended(&mut command);
        keeps_secret(&ended, &text);
    }
}

#[test]
fn attack_b5_no_misplaced_secret_is_printed() {
    let url = format!("postgres://u:{CANARY}@db/g");
    let key = format!("grk_a_{CANARY}");
    for arguments in [
        &["migrate", "up", "--databse-url", &url][..],
        &["migrate", "up", &url],
        &["migrate", &url],
        &[&key],
        &["check", "--kye", &key],
        &["health", "--timeout", &key],
    ] {
        keeps_secret(&run(arguments), &arguments.join(" "));
    }
}

#[test]
fn attack_b5_a_database_that_cannot_be_used_is_told_from_another() {
    let site = Site::migrated();
    for (url, words) in [
        (
            "postgres://u:x@127.0.0.1:1/g",
            "nothing listens at 127.0.0.1:1",
        ),
        (
            "sqlite:///no/such/directory/g.db",
            "Does its directory exist",
        ),
        ("sqlite:keys.json", "is no SQLite database"),
    ] {
        for ended in with_url(&site, url) {
            assert!(ended.err.contains(words), "{words} is not in {ended:?}");
        }
    }
}

#[tokio::test]
async fn attack_b5_a_database_of_a_newer_grantor_is_refused_with_what_helps() {
    let site = Site::migrated();
    let mut file = SqliteConnection::connect(&site.url())
        .await
        .expect("the file opens");
    file.execute("INSERT INTO seaql_migrations (version, applied_at) VALUES ('m9999_later', 0)")
        .await
        .expect("written");
    file.close().await.expect("closed");
    for arguments in COMMANDS {
        site.runs(arguments)
            .refuses(&["migrated by a newer Grantor: run that version"]);
    }
}

#[tokio::test]
async fn attack_b5_the_files_of_the_database_are_for_their_owner_alone() {
    let site = Site::empty();
    let of = |site: &Site| {
        ["grantor.db", "grantor.db-wal", "grantor.db-shm"].map(|name| {
            let file = fs::metadata(site.path(name)).expect("it is there");
            file.permissions().mode() & 0o777
        })
    };
    let server = site.dev(&[]);
    assert_eq!(of(&site), [0o600; 3]);
    // Killed, so that the neighbours stay; and as an older Grantor made them.
    server.running.gets("KILL");
    server.running.ends();
    for name in ["grantor.db", "grantor.db-wal", "grantor.db-shm"] {
        fs::set_permissions(site.path(name), fs::Permissions::from_mode(0o644)).expect("set");
    }
    let _server = site.dev(&[]);
    assert_eq!(of(&site), [0o600; 3]);
}

#[test]
fn attack_b5_a_key_ring_that_others_can_read_is_refused() {
    let site = Site::migrated();
    for mode in [0o640, 0o604, 0o666] {
        fs::set_permissions(site.path("keys.json"), fs::Permissions::from_mode(mode)).expect("set");
        for arguments in COMMANDS {
            site.runs(arguments)
                .refuses(&["others can read the key ring", "chmod 600"]);
        }
    }
}
