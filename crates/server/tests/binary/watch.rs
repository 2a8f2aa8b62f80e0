//! `grantor watch`: changes as they happen, beside a `dev`.

use grantor::v1;
use v1::product_service_client::ProductServiceClient;

use crate::process::Running;
use crate::site::{Site, drive};

#[tokio::test]
async fn changes_are_told_as_they_happen_and_from_the_first_one_on() {
    let site = Site::empty();
    let server = site.dev(&[]);
    let mut watch = Running::start(&mut server.command(&["watch", "acme", "--from", "0"]));
    watch.says("organizations/acme/changes/1  ");
    watch.says("created grants/");
    let mut client = ProductServiceClient::new(server.connect().await);
    client
        .create_product(server.request(drive("later")))
        .await
        .expect("created");
    let line = watch.says("products/later");
    assert!(
        line.contains("ProductService.CreateProduct  created products/later"),
        "{line}"
    );
}

#[test]
fn what_can_not_be_watched_says_why() {
    let site = Site::empty();
    let server = site.dev(&[]);
    server.runs(&["watch", "nowhere"]).refuses(&["NOT_FOUND"]);
    server
        .runs(&["watch", "acme", "--acting-user", "alice"])
        .refuses(&["PERMISSION_DENIED", "manage_security"]);
    let position = server.runs(&["watch", "--all", "--from", "no-position"]);
    position.refuses(&["INVALID_ARGUMENT"]);
}
