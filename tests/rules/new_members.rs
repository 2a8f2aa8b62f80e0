//! People are made members without being asked first: by whom, whom, and what whoever does so learns.

use grantor::v1;

use super::Acme;
use crate::harness::{person, refused, why};

fn vouched(email: &str) -> v1::CreateMemberRequest {
    v1::CreateMemberRequest {
        email_confirmed: true,
        ..person(email)
    }
}

fn as_role(email: &str, role: v1::Role) -> v1::CreateMemberRequest {
    let person = person(email);
    let member = person.member.map(|member| v1::Member {
        role: role.into(),
        ..member
    });
    v1::CreateMemberRequest { member, ..person }
}

#[tokio::test]
async fn the_operator_makes_members_of_who_is_new_and_who_is_known() {
    let acme = Acme::new().await;
    let ida = acme.world.user("ida").await;
    let operator = acme.world.operator();
    let new = v1::CreateMemberRequest {
        user_id: "noel".into(),
        ..vouched("noel@example.com")
    };
    let requests = vec![new, person("ida@example.com"), person("nora@example.com")];
    let made = operator
        .makes_members("acme", requests)
        .await
        .expect("made");
    let shown = |member: &v1::Member| (member.email.clone(), member.email_confirmed);
    let shown: Vec<_> = made.members.iter().map(shown).collect();
    let expected = [("noel", true), ("ida", true), ("nora", false)];
    let expected = expected.map(|(id, confirmed)| (format!("{id}@example.com"), confirmed));
    assert_eq!(shown, expected);
    assert_eq!(made.members[0].name, "organizations/acme/members/noel");
    assert_eq!(made.members[0].given_name, "noel");
    let kept = acme.ann.sees_member("acme", "noel").await.expect("there");
    assert_eq!(kept, made.members[0]);
    assert!(
        acme.world
            .acting("noel")
            .may("view", "organizations/acme")
            .await
    );
    // Unasked, she is told, and may leave.
    let told = acme
        .world
        .mailed("ida@example.com", "You are a member now")
        .await;
    assert!(told.contains("as collaborator"), "{told}");
    ida.leaves("acme").await.expect("left");
    let link = acme.world.confirming_token("nora@example.com").await;
    let nora = operator
        .confirms_email(&link)
        .await
        .expect("by the link alone");
    assert!(nora.email_confirmed);
}

#[tokio::test]
async fn a_service_invites_who_is_known() {
    let acme = Acme::new().await;
    let ida = acme.world.user("ida").await;
    let front = acme.world.service("front", &["users.write"]).await;
    let requests = vec![person("ida@example.com"), vouched("noel@example.com")];
    let made = front.makes_members("acme", requests).await.expect("made");
    assert_eq!(made.members.len(), 1);
    assert_eq!(made.members[0].email, "noel@example.com");
    let [invitation] = made.invitations.as_slice() else {
        panic!("{made:?}")
    };
    let shown = acme.ann.sees_invitation(invitation).await.expect("there");
    assert_eq!(shown.sender, "serviceAccounts/front");
    refused(acme.ann.sees_member("acme", "ida").await, why::NOT_FOUND);
    let told = acme.world.mailed_token("ida@example.com").await;
    assert!(told.starts_with("acme."), "{told}");
    ida.accepts(invitation).await.expect("accepted");
    acme.ann.sees_member("acme", "ida").await.expect("a member");
}

fn everybody() -> v1::ListMembersRequest {
    v1::ListMembersRequest {
        parent: "organizations/acme".into(),
        ..Default::default()
    }
}

#[tokio::test]
async fn an_item_that_is_refused_is_named_and_nobody_is_made() {
    let acme = Acme::new().await;
    let operator = acme.world.operator();
    let front = acme.world.service("front", &["users.write"]).await;
    acme.bob().await;
    acme.world.user("gil").await;
    operator.deactivates_user("gil").await.expect("stopped");
    let before = acme.ann.lists_members(everybody()).await.expect("listed");
    let above = as_role("new@example.com", v1::Role::LegalRepresentative);
    let administrator = as_role("new@example.com", v1::Role::Administrator);
    let with_area = v1::CreateMemberRequest {
        member: administrator.member.map(|member| v1::Member {
            areas: vec![v1::Area::Security.into()],
            ..member
        }),
        ..person("new@example.com")
    };
    for (by, bad, why) in [
        (&operator, person("bob@example.com"), why::MEMBER_EXISTS),
        (&operator, person("gil@example.com"), why::USER_INACTIVE),
        (&operator, above, why::LEGAL_REPRESENTATIVE_REQUIRED),
        (&front, with_area, why::GIVES_MORE_THAN_HELD),
    ] {
        let requests = vec![person("first@example.com"), bad];
        let wrong = refused(by.makes_members("acme", requests).await, why);
        assert_eq!(wrong.metadata["item"], "1");
        assert!(wrong.message.starts_with("requests[1]: "), "{wrong:?}");
    }
    let twice = vec![person("Me@example.com"), person("me@example.com")];
    let twice = refused(
        operator.makes_members("acme", twice).await,
        why::FIELD_INVALID,
    );
    assert_eq!(twice.fields, ["requests[1].member.email"]);
    let after = acme.ann.lists_members(everybody()).await.expect("listed");
    assert_eq!(after, before);
}
