//! Choices have no default, and nothing unknown is chosen.

use prost_reflect::Value;

use super::requests::GOOD;
use super::stage::Stage;
use super::wire;
use crate::harness::*;

/// Each request leaves out the choice that the field stands for.
const WITHOUT_CHOICE: &[(&str, Option<&str>, &str, &str)] = &[
    (
        "GrantService/CreateGrant",
        Some("ann"),
        r#"parent: "organizations/acme" grant { subject: "organizations/acme/members/bob" rights {} scope {} }"#,
        "grant.rights grant.scope",
    ),
    (
        "MemberService/ReplaceMemberAccess",
        Some("ann"),
        r#"name: "organizations/acme/members/bob" product_type: "productTypes/kdrive""#,
        "access",
    ),
    (
        "MemberService/ReplaceMemberAccess",
        Some("ann"),
        r#"name: "organizations/acme/members/bob" product_type: "productTypes/kdrive" own { future_products {} }"#,
        "own.future_products",
    ),
    (
        "MemberService/ReplaceAllMemberAccess",
        Some("ann"),
        r#"name: "organizations/acme/members/bob""#,
        "access",
    ),
    (
        "MemberService/ReplaceAllMemberAccess",
        Some("ann"),
        r#"name: "organizations/acme/members/bob" listed {}"#,
        "listed",
    ),
    (
        "PartnershipService/TakeBackMadeThings",
        Some("ann"),
        r#"name: "organizations/acme/partnerships/full""#,
        "things",
    ),
    (
        "PartnershipService/TakeBackMadeThings",
        Some("ann"),
        r#"name: "organizations/acme/partnerships/full" things {}"#,
        "things[0]",
    ),
    (
        "InvitationService/AcceptInvitation",
        Some("ann"),
        "",
        "invitation",
    ),
    (
        "InvitationService/RefuseInvitation",
        Some("ann"),
        "",
        "invitation",
    ),
    (
        "InvitationService/CreateInvitation",
        Some("ann"),
        r#"parent: "organizations/acme" invitation { email: "x@example.com" role: ROLE_UNSPECIFIED }"#,
        "invitation.role",
    ),
    (
        "ServiceAccountService/CreateServiceAccount",
        None,
        r#"service_account { display_name: "x" scopes { scope: "read" } }"#,
        "service_account.scopes[0]",
    ),
    (
        "OrganizationService/SetChangePolicy",
        None,
        r#"name: "organizations/acme" change_policy: CHANGE_POLICY_UNSPECIFIED"#,
        "change_policy",
    ),
    (
        "CatalogService/ApplyCatalog",
        None,
        r#"product_types { name: "productTypes/x" display_name: "x" rights { id: "y" display_name: "y" kind: RIGHT_KIND_UNSPECIFIED } }"#,
        "product_types[0].rights[0].kind",
    ),
];

#[tokio::test]
async fn a_choice_that_is_left_out_is_named() {
    let stage = Stage::new().await;
    let before = stage.revisions().await;
    for (rpc, sender, text, fields) in WITHOUT_CHOICE {
        let answer = stage
            .sender(*sender)
            .calls(rpc, &wire::request(rpc, text))
            .await;
        let mut wrong = refused(answer, why::FIELD_INVALID).fields;
        wrong.sort();
        assert_eq!(wrong.join(" "), *fields, "{rpc} {text}");
    }
    assert_eq!(stage.revisions().await, before);
}

#[tokio::test]
async fn an_unknown_enum_value_is_named_wherever_it_stands() {
    let stage = Stage::new().await;
    let before = stage.revisions().await;
    let mut wrong = Vec::new();
    for good in GOOD {
        let message = stage.message(good);
        for place in wire::places(&message)
            .into_iter()
            .filter(wire::Place::is_enum)
        {
            let answer = stage
                .sender(good.sender)
                .calls(good.rpc, &place.with(&message, Value::EnumNumber(99)))
                .await;
            let named = match answer {
                Err(refused) if (refused.code, refused.reason.as_str()) == why::FIELD_INVALID => {
                    refused.fields
                }
                other => vec![format!("{other:?}")],
            };
            if named != [place.path.as_str()] {
                wrong.push(format!("{} with {} 99: {named:?}", good.rpc, place.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(stage.revisions().await, before);
}

#[tokio::test]
async fn a_role_that_is_derived_is_never_set() {
    let stage = Stage::new().await;
    for role in [grantor::v1::Role::Partner, grantor::v1::Role::Unspecified] {
        let member = grantor::v1::Member {
            role: role.into(),
            ..Default::default()
        };
        let answer = stage
            .ann
            .updates_member("acme", "bob", member, &["role"])
            .await;
        assert_eq!(
            refused(answer, why::FIELD_INVALID).fields,
            ["member.role"],
            "{role:?}"
        );
    }
}
