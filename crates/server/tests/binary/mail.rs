//! `grantor mail`, and the settings of mails that `serve` refuses.

use std::process::Command;

use crate::process::ended;
use crate::site::Site;

/// A mail to carl that was given up after three attempts.
const GIVEN_UP: &str = r#"INSERT INTO outbox (home, id, revision, mail, at, attempts, due, given_up_at, failure)
    VALUES ('o:acme', '12-0', 12, '{"Invitation":{"id":"carl"}}', 0, 3, NULL, 1000000, 'the mail server answered 550')"#;

#[tokio::test]
async fn what_was_given_up_is_listed_and_tried_again() {
    let site = Site::migrated();
    let none = site.runs(&["mail", "list"]).with(0);
    assert_eq!(none, "no mail waits, and none was given up\n");
    site.tampers(GIVEN_UP, 1).await;
    let listed = site.runs(&["mail", "list"]).with(1);
    let expected = "o:acme/12-0  invitation, since 1970-01-01T00:00:00Z, given up at 1970-01-01T00:00:01Z, \
                    3 attempts, last: the mail server answered 550\n";
    assert_eq!(listed, expected);
    let again = site.runs(&["mail", "retry", "o:acme/12-0"]).with(0);
    assert_eq!(again, "o:acme/12-0 is tried again\n");
    let waiting = site.runs(&["mail", "list"]).with(0);
    assert!(waiting.contains(", tried next at 20"), "{waiting}");
    let all = site.runs(&["mail", "retry", "--given-up"]).with(0);
    assert_eq!(all, "0 mails are tried again\n");
}

#[test]
fn a_mail_that_is_not_there_is_not_tried() {
    let site = Site::migrated();
    site.runs(&["mail", "retry", "o:acme/1-0"])
        .refuses(&["o:acme/1-0 is no mail", "grantor mail list"]);
    let nothing = site.runs(&["mail", "retry"]);
    assert_eq!(nothing.code, Some(2), "{nothing:?}");
    let nonsense = site.runs(&["mail", "retry", "carl"]);
    assert!(nonsense.err.contains("o:acme/12-0"), "{nonsense:?}");
}

/// `serve` that would send by a mail server.
fn sending(site: &Site) -> Command {
    let mut command = site.command(&["serve", "--listen", "127.0.0.1:0"]);
    command
        .env_remove("GRANTOR_MAIL_DIRECTORY")
        .env("GRANTOR_SMTP_URL", "smtps://user:hunter2@mail.example.com")
        .env("GRANTOR_MAIL_SENDER", "Acme <no-reply@example.com>")
        .env("GRANTOR_PUBLIC_URL", "https://access.example.com");
    command
}

#[test]
fn half_of_the_settings_of_mails_is_refused_with_the_name_of_the_other_half() {
    let site = Site::migrated();
    for (missing, words) in [
        ("GRANTOR_MAIL_SENDER", "mail-sender is not"),
        ("GRANTOR_PUBLIC_URL", "public-url is not"),
    ] {
        ended(sending(&site).env_remove(missing)).refuses(&["smtp-url is set", words]);
    }
    let both = ended(sending(&site).env("GRANTOR_MAIL_DIRECTORY", "mail"));
    both.refuses(&["mail-directory", "one way"]);
    let whole = ended(&mut sending(&site));
    whole.refuses(&["no service account has a live key"]);
}

#[test]
fn bad_settings_of_mails_are_refused_without_the_password() {
    let site = Site::migrated();
    for (name, value, words) in [
        (
            "GRANTOR_SMTP_URL",
            "smtp://user:hunter2@mail.example.com",
            "tls=required",
        ),
        (
            "GRANTOR_SMTP_URL",
            "user:hunter2@mail.example.com",
            "smtps://",
        ),
        (
            "GRANTOR_MAIL_SENDER",
            "nobody",
            "mail-sender must be an address",
        ),
        (
            "GRANTOR_PUBLIC_URL",
            "http://example.com",
            "must begin with https://",
        ),
        (
            "GRANTOR_SMTP_AUTHORITY",
            "nowhere.pem",
            "nowhere.pem cannot be read",
        ),
    ] {
        let refused = ended(sending(&site).env(name, value));
        assert!(!refused.err.contains("hunter2"), "{refused:?}");
        refused.refuses(&[words]);
    }
}
