//! `grantor serve` refuses settings that are not whole, and says which and what would be right.

use std::fs;
use std::net::TcpListener;

use crate::process::{Ended, ended, grantor, run};
use crate::site::Site;

const SERVE: [&str; 3] = ["serve", "--listen", "127.0.0.1:0"];

/// `serve` with these settings and no environment.
fn serve(more: &[&str]) -> Ended {
    let mut arguments = SERVE.to_vec();
    arguments.extend(more);
    run(&arguments)
}

#[test]
fn without_an_address() {
    let refused = run(&[
        "serve",
        "--database-url",
        "sqlite://g.db",
        "--key-file",
        "k.json",
    ]);
    refused.refuses(&["the address is not set", "--listen", "GRANTOR_LISTEN"]);
}

#[test]
fn without_a_database() {
    serve(&["--key-file", "k.json"]).refuses(&[
        "the database is not set",
        "--database-url",
        "GRANTOR_DATABASE_URL",
    ]);
}

#[test]
fn without_a_key_ring() {
    let refused = serve(&["--database-url", "sqlite://g.db"]);
    refused.refuses(&["the key ring is not set", "--key-file", "GRANTOR_KEY_FILE"]);
}

#[test]
fn with_a_key_ring_that_is_not_there() {
    let site = Site::migrated();
    fs::remove_file(site.path("keys.json")).expect("removed");
    site.runs(&SERVE)
        .refuses(&["the key ring", "keys.json", "cannot be read"]);
    assert!(!site.path("keys.json").exists(), "no other one is made");
}

#[test]
fn with_the_key_ring_of_another_store() {
    let site = Site::migrated();
    fs::remove_file(site.path("keys.json")).expect("removed");
    run(&[
        "keys".as_ref(),
        "init".as_ref(),
        site.path("keys.json").as_os_str(),
    ])
    .with(0);
    site.runs(&SERVE)
        .refuses(&["the key ring is not the one that this store was made with"]);
}

#[test]
fn with_an_unknown_entry_in_the_settings_file() {
    let site = Site::migrated();
    fs::write(
        site.path("grantor.toml"),
        "listen = \"127.0.0.1:0\"\ndatabse-url = \"sqlite://g.db\"\n",
    )
    .expect("written");
    let refused = site.runs(&["serve", "--config", "grantor.toml"]);
    refused.refuses(&["grantor.toml", "databse-url", "database-url", "line 2"]);
}

#[test]
fn with_a_settings_file_that_is_not_there() {
    let refused = Site::migrated().runs(&["serve", "--config", "grantor.toml"]);
    refused.refuses(&["the settings file grantor.toml cannot be read"]);
}

#[test]
fn with_origins_that_no_browser_sends() {
    let site = Site::migrated();
    let with = |origins| site.runs(&[&SERVE[..], &["--cors-origins", origins]].concat());
    with("https://panel.example.com,https://b.example/").refuses(&[
        "cors-origins",
        "\"https://b.example/\"",
        "browsers write as \"https://b.example\"",
    ]);
    with("*").refuses(&["cors-origins has *", "name each origin"]);
    with("panel.example.com").refuses(&["cors-origins", "https://HOST"]);
    with("http://panel.example.com").refuses(&["cors-origins", "use https://"]);
}

#[test]
fn with_half_of_tls() {
    let site = Site::migrated();
    let only = |flag| site.runs(&["serve", "--listen", "127.0.0.1:0", flag, "some.pem"]);
    only("--tls-certificate").refuses(&[
        "tls-certificate is set and tls-key is not",
        "TLS needs both",
    ]);
    only("--tls-key").refuses(&[
        "tls-key is set and tls-certificate is not",
        "TLS needs both",
    ]);
}

#[test]
fn with_a_certificate_that_is_not_there() {
    let site = Site::migrated();
    site.makes_key("panel", &["access.ask"]);
    let tls = [
        "serve",
        "--listen",
        "127.0.0.1:0",
        "--tls-certificate",
        "c.pem",
        "--tls-key",
        "k.pem",
    ];
    site.runs(&tls).refuses(&["c.pem cannot be read"]);
}

#[test]
fn with_a_database_of_an_unknown_kind() {
    let refused = serve(&[
        "--database-url",
        "mysql://localhost/grantor",
        "--key-file",
        "k.json",
    ]);
    refused.refuses(&["database-url must begin with sqlite:// or postgres://"]);
}

#[test]
fn with_a_database_in_memory() {
    let site = Site::migrated();
    let mut command = site.command(&SERVE);
    ended(command.env("GRANTOR_DATABASE_URL", "sqlite::memory:")).refuses(&["must be a file"]);
}

#[test]
fn with_a_database_that_has_no_tables() {
    let site = Site::empty();
    run(&[
        "keys".as_ref(),
        "init".as_ref(),
        site.path("keys.json").as_os_str(),
    ])
    .with(0);
    for command in [
        &SERVE[..],
        &["audit", "verify"],
        &["operators", "add", "users/ann"],
    ] {
        site.runs(command).refuses(&["grantor migrate up"]);
    }
}

#[test]
fn with_no_key_that_anybody_could_use() {
    let site = Site::migrated();
    site.runs(&SERVE)
        .refuses(&["no service account has a live key", "grantor keys create"]);
}

#[test]
fn on_a_port_that_is_taken() {
    let site = Site::migrated();
    site.makes_key("panel", &["access.ask"]);
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = taken.local_addr().expect("an address").to_string();
    site.runs(&["serve", "--listen", &address])
        .refuses(&["cannot listen on", &address]);
}

#[test]
fn with_too_many_or_no_readers() {
    let site = Site::migrated();
    for count in ["0", "101"] {
        let refused = site.runs(&[
            "serve",
            "--listen",
            "127.0.0.1:0",
            "--reader-connections",
            count,
        ]);
        refused.refuses(&["reader-connections must be 1 to 100", count]);
    }
}

#[test]
fn the_file_is_under_the_environment_which_is_under_flags() {
    let site = Site::migrated();
    site.makes_key("panel", &["access.ask"]);
    // Each place names another address that is taken; the message tells which one counted.
    let places = [(); 3].map(|()| TcpListener::bind("127.0.0.1:0").expect("a port"));
    let [file, environment, flag] = places
        .each_ref()
        .map(|place| place.local_addr().expect("an address").to_string());
    fs::write(site.path("grantor.toml"), format!("listen = \"{file}\"\n")).expect("written");
    let with = |change: &dyn Fn(&mut std::process::Command)| {
        let mut command = site.command(&["serve", "--config", "grantor.toml"]);
        change(&mut command);
        ended(&mut command)
    };
    with(&|_| ()).refuses(&[&format!("cannot listen on {file}")]);
    with(&|command| {
        command.env("GRANTOR_LISTEN", &environment);
    })
    .refuses(&[&format!("cannot listen on {environment}")]);
    with(&|command| {
        command
            .env("GRANTOR_LISTEN", &environment)
            .args(["--listen", &flag]);
    })
    .refuses(&[&format!("cannot listen on {flag}")]);
}

#[test]
fn what_is_no_command_is_refused_with_the_usage() {
    let refused = ended(&mut grantor(&["srve"]));
    assert_eq!(refused.code, Some(2));
    assert!(
        refused.err.contains("serve") && refused.err.contains("--help"),
        "{refused:?}"
    );
}
