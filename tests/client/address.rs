//! A key leaves this machine encrypted, unless that is said.

use grantor::client::{Client, ConfigurationError};

fn called(address: &str, plaintext: bool) -> Result<String, ConfigurationError> {
    let builder = Client::builder().address(address).key("grk_x");
    let client = builder.plaintext(plaintext).build()?;
    Ok(client.transport().address().to_owned())
}

#[tokio::test]
async fn tls_unless_plaintext_is_said() {
    for (address, plaintext, url) in [
        ("grantor.example:443", false, "https://grantor.example:443"),
        ("127.0.0.1:50051", false, "https://127.0.0.1:50051"),
        ("localhost:50051", true, "http://localhost:50051"),
        ("grantor.example:80", true, "http://grantor.example:80"),
        ("https://[::1]:1", false, "https://[::1]:1"),
        (
            "https://grantor.example:1/",
            false,
            "https://grantor.example:1",
        ),
        ("http://127.0.0.1:1", false, "http://127.0.0.1:1"),
        ("http://127.9.9.9:1", false, "http://127.9.9.9:1"),
        ("http://[::1]:1", false, "http://[::1]:1"),
        ("http://localhost:1", false, "http://localhost:1"),
        ("http://grantor.example:1", true, "http://grantor.example:1"),
    ] {
        assert_eq!(called(address, plaintext).expect(address), url, "{address}");
    }
}

#[tokio::test]
async fn what_is_no_address_or_shows_the_key_is_refused_and_says_what_to_do() {
    for (address, plaintext, says) in [
        (
            "http://grantor.example:80",
            false,
            "use https://, or say plaintext",
        ),
        ("http://localhost.example:80", false, "another machine"),
        ("https://grantor.example:443", true, "plaintext contradicts"),
        ("ftp://127.0.0.1:21", true, "neither http:// nor https://"),
        ("grantor.example", false, "the port is missing"),
        ("https://grantor.example", false, "the port is missing"),
        (
            "https://grantor.example:443/v1",
            false,
            "something follows the port",
        ),
        (
            "https://ann@grantor.example:443",
            false,
            "not a host and a port",
        ),
        ("no address", false, "GRANTOR_ADDRESS"),
        ("", false, "GRANTOR_ADDRESS"),
    ] {
        let refused = called(address, plaintext).expect_err(address).to_string();
        assert!(refused.contains(says), "{address:?}: {refused}");
    }
}

#[tokio::test]
async fn a_key_and_an_authority_that_can_not_be_used_are_named() {
    let local = || Client::builder().address("https://localhost:1");
    let says = |builder: grantor::client::Builder, text: &str| {
        let refused = builder.build().expect_err(text).to_string();
        assert!(refused.contains(text), "{refused}");
    };
    says(local().key(""), "GRANTOR_KEY");
    says(local().key("grk_\n"), "characters that no key has");
    says(local().key("grk_x").ca_certificate("/nowhere"), "/nowhere");
    says(
        local().key("grk_x").ca_certificate("Cargo.toml"),
        "holds no certificate",
    );
    for user in ["", "users/", "users/\n", "users/a/b", "ann", "users/é"] {
        says(local().key("grk_x").acting_user(user), "users/ann");
    }
    says(
        local().key("grk_x").timeout(std::time::Duration::ZERO),
        "timeout is 0",
    );
}

#[tokio::test]
async fn no_message_shows_a_key_that_stands_in_the_wrong_place() {
    let swapped = Client::builder().address("grk_secret").key("localhost:1");
    let shown = format!("{swapped:?}");
    assert!(!shown.contains("secret"), "{shown}");
    let refused = swapped.build().expect_err("swapped").to_string();
    assert!(
        refused.contains("may be swapped") && !refused.contains("secret"),
        "{refused}"
    );
    let local = || {
        Client::builder()
            .address("HTTPS://localhost:1/")
            .key("grk_x")
    };
    let client = local().build().expect("a client");
    let refusals = [
        client.acting_for("grk_secret").expect_err("a key"),
        local()
            .acting_user("users/grk_secret")
            .build()
            .expect_err("a key"),
        local()
            .ca_certificate("grk_secret")
            .build()
            .expect_err("a key"),
    ];
    for refused in refusals {
        assert!(!refused.to_string().contains("secret"), "{refused}");
    }
}

#[tokio::test]
async fn an_authority_for_an_address_without_tls_is_a_contradiction() {
    let builder = Client::builder()
        .address("http://localhost:1")
        .key("grk_x")
        .ca_certificate("/etc/ca.pem");
    let refused = builder.build().expect_err("no TLS").to_string();
    assert!(
        refused.contains("http://localhost:1") && refused.contains("/etc/ca.pem"),
        "{refused}"
    );
}

#[test]
fn outside_of_a_runtime_no_client_is_made() {
    let refused = called("http://localhost:1", false).expect_err("no runtime");
    assert!(refused.to_string().contains("Tokio"), "{refused}");
}

#[tokio::test]
async fn no_log_shows_the_key() {
    let client = Client::new("http://localhost:1", "grk_secret").expect("a client");
    assert!(!format!("{client:?}").contains("secret"));
    assert!(!format!("{:?}", Client::builder().key("grk_secret")).contains("secret"));
}
