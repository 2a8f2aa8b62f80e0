//! What the pages let browsers do, and what they let nobody do.

use super::Acme;
use crate::harness::{Page, World};

const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'none'; form-action 'self'; \
                      base-uri 'none'; frame-ancestors 'none'";

#[track_caller]
fn is_guarded(page: &Page) {
    for (name, value) in [
        ("content-security-policy", POLICY),
        ("cache-control", "no-store"),
        ("referrer-policy", "no-referrer"),
        ("x-robots-tag", "noindex, nofollow"),
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "DENY"),
        ("content-type", "text/html; charset=utf-8"),
    ] {
        assert_eq!(page.header(name), value, "{name}");
    }
}

#[tokio::test]
async fn every_page_is_uncached_unindexed_unframed_and_tells_no_referrer() {
    let acme = Acme::new().await;
    let (_, token) = acme.invites_zoe().await;
    is_guarded(&acme.browser.opens("/invitation").await);
    is_guarded(&acme.browser.opens("/nowhere").await);
    for path in ["/invitation", "/invitation/refuse", "/invitation/accept"] {
        is_guarded(&acme.browser.posts(path, &[("token", &token)]).await);
        is_guarded(&acme.browser.posts(path, &[]).await);
    }
}

#[tokio::test]
async fn nothing_inside_a_page_runs_or_styles() {
    let acme = Acme::new().await;
    let (_, token) = acme.invites_zoe().await;
    let offer = acme
        .browser
        .posts("/invitation", &[("token", &token)])
        .await;
    for page in [acme.browser.opens("/invitation").await, offer] {
        for inline in ["<style", "style=\"", "onclick", "<script>", "javascript:"] {
            assert!(!page.body.contains(inline), "{inline} in {}", page.body);
        }
    }
    let script = acme.browser.opens("/page.js").await;
    assert_eq!(
        script.header("content-type"),
        "text/javascript; charset=utf-8"
    );
    assert_eq!(
        acme.browser.opens("/page.css").await.header("content-type"),
        "text/css; charset=utf-8"
    );
}

#[tokio::test]
async fn other_paths_and_methods_are_a_page_that_says_so() {
    let world = World::new().await;
    let browser = world.browser();
    for (method, path) in [
        ("GET", "/"),
        ("GET", "/favicon.ico"),
        ("GET", "/colors/ffd400"),
        ("GET", "/colors/red.css"),
        ("PUT", "/invitation"),
        ("DELETE", "/invitation/accept"),
        ("POST", "/page.js"),
    ] {
        let page = browser.browses(method, path, &[], "").await;
        assert_eq!(
            (page.status, page.title().as_str()),
            (404, "This page does not exist"),
            "{method} {path}"
        );
    }
}

#[tokio::test]
async fn no_service_answers_a_browser() {
    let acme = Acme::new().await;
    for path in [
        "/grantor.v1.InvitationService/ListInvitations",
        "/grantor.v1.AccessService/CheckAccess",
        "/grpc.reflection.v1.ServerReflection/ServerReflectionInfo",
    ] {
        for content_type in ["application/json", "application/proto", "text/plain"] {
            let headers = [("content-type", content_type)];
            let page = acme.browser.browses("POST", path, &headers, "x").await;
            assert_eq!(page.status, 404, "{path}");
        }
    }
}

#[tokio::test]
async fn what_is_no_form_of_ours_is_refused_in_words() {
    let acme = Acme::new().await;
    let json = [("content-type", "application/json")];
    let page = acme
        .browser
        .browses("POST", "/invitation", &json, "{}")
        .await;
    assert_eq!(
        (page.status, page.title().as_str()),
        (415, "That could not be read")
    );
    let long = "x".repeat(20_000);
    let page = acme.browser.posts("/invitation", &[("token", &long)]).await;
    assert_eq!(
        (page.status, page.title().as_str()),
        (413, "That could not be read")
    );
}
