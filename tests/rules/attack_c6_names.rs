//! Names that stand in mails to others hold no address that somebody could follow.

use grantor::v1;

use super::Acme;
use crate::harness::{collaborator, refused, why};

const LINKS: [&str; 5] = [
    "Prize at http://evil.example",
    "www.evil.example",
    "evil.com/prize",
    "Call ann@evil.example",
    "evil\u{ff0e}com/prize",
];

#[tokio::test]
async fn attack_c6_a_name_of_a_person_holds_no_link() {
    let acme = Acme::new().await;
    let front = acme.world.service("front", &["users.write"]).await;
    for name in LINKS {
        let user = v1::User {
            given_name: name.into(),
            family_name: name.into(),
            ..Default::default()
        };
        let paths = ["given_name", "family_name"];
        let refusal = acme.ann.updates_user("ann", user.clone(), &paths).await;
        let refusal = refused(refusal, why::FIELD_INVALID);
        assert_eq!(
            refusal.fields,
            ["user.given_name", "user.family_name"],
            "{name}"
        );
        let request = v1::RegisterUserRequest {
            user: Some(v1::User {
                email: "new@example.com".into(),
                ..user
            }),
            organization_display_name: name.into(),
            ..Default::default()
        };
        let refusal = front.users().register_user(request).await;
        let refusal = refused(refusal.map_err(Into::into), why::FIELD_INVALID);
        assert_eq!(refusal.fields.len(), 3, "{:?}", refusal.fields);
    }
}

#[tokio::test]
async fn attack_c6_nor_does_one_of_an_organization_a_partner_or_a_look() {
    let acme = Acme::new().await;
    acme.world.partner("agency", "pia").await;
    for name in LINKS {
        let organization = v1::Organization {
            display_name: name.into(),
            branding: Some(v1::Branding {
                display_name: name.into(),
                ..Default::default()
            }),
            ..Default::default()
        };
        let paths = ["display_name", "branding"];
        let refusal = acme
            .ann
            .updates_organization("acme", organization, &paths)
            .await;
        let refusal = refused(refusal, why::FIELD_INVALID);
        assert_eq!(refusal.fields.len(), 2, "{name}: {:?}", refusal.fields);
        let listed = acme.world.operator().enlists("agency", name).await;
        refused(listed, why::FIELD_INVALID);
    }
    let honest = v1::Organization {
        display_name: "Booking.com B.V. / St. Gallen".into(),
        ..Default::default()
    };
    let named = acme
        .ann
        .updates_organization("acme", honest, &["display_name"])
        .await;
    named.expect("a company's name");
}

#[tokio::test]
async fn attack_c6_whoever_accepts_by_a_link_has_a_name_without_one_too() {
    let acme = Acme::new().await;
    let invitation = v1::Invitation {
        email: "zoe@example.net".into(),
        ..collaborator()
    };
    acme.ann.invites("acme", invitation).await.expect("invited");
    let token = acme.world.mailed_token("zoe@example.net").await;
    let user = v1::NewUser {
        given_name: "evil.com/prize".into(),
        ..Default::default()
    };
    let refusal = acme
        .world
        .operator()
        .accepts_by_link(&token, Some(user))
        .await;
    let refusal = refused(refusal, why::FIELD_INVALID);
    assert_eq!(refusal.fields, ["new_user.given_name"]);
}

#[tokio::test]
async fn attack_c6_mail_programs_find_no_address_in_a_name_that_looks_like_one() {
    let acme = Acme::new().await;
    let called = v1::Organization {
        display_name: "Booking.com".into(),
        ..Default::default()
    };
    let named = acme
        .ann
        .updates_organization("acme", called, &["display_name"])
        .await;
    named.expect("a company's name");
    let invitation = v1::Invitation {
        email: "zoe@example.net".into(),
        ..collaborator()
    };
    acme.ann.invites("acme", invitation).await.expect("invited");
    let mail = acme
        .world
        .mailed_saying("zoe@example.net", "invites you")
        .await;
    assert!(
        mail.contains("invites you to Booking.\u{2060}com as"),
        "{mail}"
    );
}
