//! `grantor matrix`: the picture, and that names cannot break out of it.

use std::fs;

use grantor::v1;
use v1::product_service_client::ProductServiceClient;

use crate::process::run;
use crate::site::Site;
use crate::steady::steady;

#[test]
fn a_terminal_shows_members_and_products() {
    let site = Site::empty();
    let server = site.dev(&[]);
    let drawn = |more: &[&str]| steady(&server.runs(&[&["matrix", "acme"], more].concat()).with(0));
    insta::assert_snapshot!("matrix", drawn(&[]));
    insta::assert_snapshot!(
        "matrix_in_parts",
        drawn(&["--columns", "4", "--by", "group"])
    );
    insta::assert_snapshot!(
        "matrix_of_one_right",
        drawn(&["--right", "manage", "--type", "kdrive"])
    );
    assert_eq!(
        drawn(&[]),
        drawn(&[]),
        "it is drawn alike whenever nothing changed"
    );
    server
        .runs(&["matrix", "acme", "--right", "fly"])
        .refuses(&["--right", "kdrive/manage"]);
    server.runs(&["matrix", "nowhere"]).refuses(&["NOT_FOUND"]);
}

#[test]
fn a_file_gets_the_picture_or_the_page() {
    let site = Site::empty();
    let server = site.dev(&[]);
    for (format, begins) in [
        ("svg", "<svg "),
        ("html", "<!DOCTYPE html>"),
        ("terminal", "Acme (organizations/acme)"),
    ] {
        let file = site.path(format);
        let name = file.to_str().expect("text");
        assert_eq!(
            server
                .runs(&["matrix", "acme", "--format", format, "-o", name])
                .with(0),
            ""
        );
        let drawn = fs::read_to_string(&file).expect("written");
        assert!(drawn.starts_with(begins), "{drawn}");
        insta::assert_snapshot!(format!("matrix_{format}"), steady(&drawn));
    }
}

#[tokio::test]
async fn names_are_shown_and_never_obeyed() {
    let site = Site::empty();
    let server = site.dev(&[]);
    let product = v1::CreateProductRequest {
        parent: "organizations/acme".into(),
        product_id: "evil".into(),
        product: Some(v1::Product {
            product_type: "productTypes/kdrive".into(),
            display_name: "</text><script>alert(\"1\")</script>&".into(),
            ..Default::default()
        }),
        ..Default::default()
    };
    let mut client = ProductServiceClient::new(server.connect().await);
    client
        .create_product(server.request(product))
        .await
        .expect("created");
    for format in ["svg", "html"] {
        let drawn = server.runs(&["matrix", "acme", "--format", format]).with(0);
        assert!(
            !drawn.contains("<script") && drawn.contains("&#60;script&#62;"),
            "{drawn}"
        );
    }
}

#[test]
fn the_picture_is_of_one_organization_that_is_named() {
    let refused = run(&["matrix", "--key", "grk_a_b"]);
    assert!(
        refused.code == Some(2) && refused.err.contains("<ORGANIZATION>"),
        "{refused:?}"
    );
}
