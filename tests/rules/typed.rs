//! What people type: names of all languages, international addresses, notes as forms send them, and searches.

use grantor::v1;

use super::Acme;
use super::agency::Agency;
use crate::harness::{collaborator, products, refused, rights, to_member, why};

#[tokio::test]
async fn attack_d1_names_with_joiners_are_kept_and_deceiving_ones_refused() {
    let acme = Acme::new().await;
    let bob = acme.bob().await;
    for name in ["علی\u{200c}رضا", "ක්\u{200d}රිෂාන්", "👩\u{200d}💻 Ada"]
    {
        let user = v1::User {
            given_name: name.into(),
            ..Default::default()
        };
        let saved = bob.updates_user("bob", user, &["given_name"]).await;
        assert_eq!(saved.expect(name).given_name, name);
    }
    let user = v1::User {
        given_name: "b\u{200d}ob".into(),
        ..Default::default()
    };
    let answer = bob.updates_user("bob", user, &["given_name"]).await;
    assert_eq!(
        refused(answer, why::FIELD_INVALID).fields,
        ["user.given_name"]
    );
}

#[tokio::test]
async fn attack_d1_a_note_of_a_web_form_is_kept_with_its_lines() {
    let acme = Acme::new().await;
    acme.bob().await;
    let grant = v1::Grant {
        note: "one\r\n\ttwo".into(),
        ..to_member(
            "acme",
            "bob",
            rights(&["kdrive/use"]),
            products(&[&acme.drive]),
        )
    };
    let given = acme.ann.grants_access("acme", grant).await.expect("given");
    assert_eq!(given.note, "one\n\ttwo");
}

#[tokio::test]
async fn attack_d2_an_international_domain_is_taken_in_its_one_form() {
    let acme = Acme::new().await;
    let invite = |email: &str| v1::Invitation {
        email: email.into(),
        ..collaborator()
    };
    let open = acme.ann.invites("acme", invite("info@Müller.ch")).await;
    assert_eq!(open.expect("invited").email, "info@xn--mller-kva.ch");
    let same = acme
        .ann
        .invites("acme", invite("info@xn--mller-kva.ch"))
        .await;
    refused(same, why::INVITATION_OPEN);
    let answer = acme.ann.invites("acme", invite("info@mül ler.ch")).await;
    refused(answer, why::FIELD_INVALID);
}

#[tokio::test]
async fn attack_d2_the_directory_is_searched_blind_to_accents_and_case() {
    let agency = Agency::new().await;
    let acme = &agency.acme;
    let operator = acme.world.operator();
    let listed = operator.enlists("agency", "Éclair & Söhne").await;
    listed.expect("listed");
    for query in ["eclair", "ÉCLAIR", "sohne", "Söhne"] {
        let found = acme.ann.searches("acme", query).await.expect("searched");
        assert_eq!(found.len(), 1, "{query}");
    }
    let found = acme.ann.searches("acme", "sahne").await.expect("searched");
    assert!(found.is_empty());
}
