//! S3-2, S3-3, S3-11 to S3-23: the admin asks, the vendor handles it.

use grantor::v1;
use v1::change_request::Change;
use v1::{Area, ChangeRequestState, MemberState, Role};

use super::acme::Acme;
use crate::harness::{
    Actor, administrator, creation, deactivation, kdrive_use, own, products, reactivation, refused,
    rights, to_member, why,
};

/// The reseller, whose people change nothing themselves: una is its admin, bob one of its people.
struct Reseller {
    acme: Acme,
    una: Actor,
    vendor: Actor,
}

impl Reseller {
    async fn new() -> Self {
        let acme = Acme::new().await;
        let admin = administrator(&[Area::UserRights]);
        let una = acme.world.member("acme", &acme.ann, "una", admin).await;
        let vendor = acme.world.operator();
        vendor
            .sets_policy("acme", v1::ChangePolicy::ByRequest)
            .await
            .expect("set");
        Self { acme, una, vendor }
    }

    /// A request of una's to create carol, who is to use the drive.
    async fn carol(&self) -> v1::ChangeRequest {
        let carol = v1::UserCreation {
            grants: vec![kdrive_use(&self.acme.drive)],
            ..creation("carol")
        };
        self.una.asks_for_user("acme", carol).await.expect("sent")
    }

    /// A request of una's that bob is to use the drive.
    async fn more_for_bob(&self) -> v1::ChangeRequest {
        let more = v1::MemberChange {
            add_grants: vec![kdrive_use(&self.acme.drive)],
            ..Default::default()
        };
        self.una
            .asks_to_change("acme", "bob", more)
            .await
            .expect("sent")
    }

    async fn bob(&self) -> v1::Member {
        self.una.sees_member("acme", "bob").await.expect("bob")
    }

    async fn state_of(&self, request: &v1::ChangeRequest) -> ChangeRequestState {
        let seen = self.una.sees_request(&request.name).await.expect("seen");
        seen.state()
    }
}

#[tokio::test]
async fn s3_2_the_admin_asks_and_writes_nothing() {
    let reseller = Reseller::new().await;
    let una = &reseller.una;
    let refusal = refused(
        una.deactivates_member("acme", "bob").await,
        why::CHANGE_POLICY_BY_REQUEST,
    );
    assert!(
        refusal.message.contains("CreateChangeRequest"),
        "{}",
        refusal.message
    );
    refused(
        una.saves_access("acme", "bob", "kdrive", own(&[])).await,
        why::CHANGE_POLICY_BY_REQUEST,
    );
    reseller.more_for_bob().await;
    una.opens("acme", deactivation("acme", "bob", "Left."))
        .await
        .expect("sent");
    assert_eq!(reseller.bob().await.state(), MemberState::Active);
    assert!(!reseller.acme.bob.may("use", &reseller.acme.drive).await);
}

#[tokio::test]
async fn s3_3_sending_opens_a_ticket_that_the_vendor_handles() {
    let reseller = Reseller::new().await;
    let request = reseller.more_for_bob().await;
    assert_eq!(
        (request.number, request.state()),
        (1, ChangeRequestState::Open)
    );
    let waiting = reseller
        .vendor
        .lists_requests("-", &[ChangeRequestState::Open])
        .await
        .expect("the vendor's list");
    assert_eq!(waiting, std::slice::from_ref(&request));
    reseller.vendor.applies(&request.name).await.expect("done");
    assert!(reseller.acme.bob.may("use", &reseller.acme.drive).await);
}

#[tokio::test]
async fn s3_11_a_new_user_is_asked_for() {
    let reseller = Reseller::new().await;
    let before = reseller.vendor.newest_revision("people").await;
    let request = reseller.carol().await;
    assert!(matches!(request.change, Some(Change::CreateUser(_))));
    assert_eq!(reseller.vendor.newest_revision("people").await, before);
}

#[tokio::test]
async fn s3_12_the_form_has_names_email_and_position() {
    let reseller = Reseller::new().await;
    let request = reseller.carol().await;
    let Some(Change::CreateUser(asked)) = &request.change else {
        panic!("{request:?}");
    };
    assert_eq!(
        [
            &asked.given_name,
            &asked.family_name,
            &asked.email,
            &asked.position
        ],
        ["carol", "Example", "carol@example.com", "Clerk"]
    );
    let done = reseller.vendor.applies(&request.name).await.expect("done");
    let carol = done.member.expect("a member");
    assert_eq!(
        [
            &carol.given_name,
            &carol.family_name,
            &carol.email,
            &carol.position
        ],
        ["carol", "Example", "carol@example.com", "Clerk"]
    );
}

#[tokio::test]
async fn s3_13_the_form_says_the_wanted_rights_and_perhaps_a_note() {
    let reseller = Reseller::new().await;
    let request = reseller.carol().await;
    let Some(Change::CreateUser(asked)) = &request.change else {
        panic!("{request:?}");
    };
    assert_eq!(asked.grants, [kdrive_use(&reseller.acme.drive)]);
    assert_eq!(request.note, "Please.");
}

#[tokio::test]
async fn s3_14_once_handled_the_new_user_works_in_the_company() {
    let reseller = Reseller::new().await;
    let request = reseller.carol().await;
    let done = reseller.vendor.applies(&request.name).await.expect("done");
    let member = done.member.expect("a member");
    assert_eq!(member.role(), Role::Collaborator);
    let id = member.user.strip_prefix("users/").expect("an id");
    let carol = reseller.acme.world.acting(id);
    assert!(carol.may("use", &reseller.acme.drive).await);
    // A member of that company, and of none of their own.
    assert_eq!(
        carol.sees_organizations_of(id).await.expect("the list"),
        ["organizations/acme"]
    );
}

#[tokio::test]
async fn s3_15_the_ticket_and_its_state_stand_under_my_tickets() {
    let reseller = Reseller::new().await;
    let request = reseller.carol().await;
    let mine = reseller.una.lists_own_requests().await.expect("my tickets");
    assert_eq!(mine, std::slice::from_ref(&request));
    reseller.vendor.starts(&request.name).await.expect("begun");
    let mine = reseller.una.lists_own_requests().await.expect("my tickets");
    assert_eq!(mine[0].state(), ChangeRequestState::InProgress);
    reseller.vendor.applies(&request.name).await.expect("done");
    assert_eq!(
        reseller.state_of(&request).await,
        ChangeRequestState::Applied
    );
}

#[tokio::test]
async fn s3_16_what_can_be_ticked_is_listed_by_application() {
    let reseller = Reseller::new().await;
    let access = reseller
        .una
        .sees_access("acme", "bob")
        .await
        .expect("bob's");
    let types: Vec<_> = access
        .types
        .iter()
        .map(|of| (of.product_type.as_str(), of.externally_managed))
        .collect();
    assert!(types.contains(&("productTypes/kdrive", false)), "{types:?}");
    let request = v1::GetProductTypeRequest {
        name: "productTypes/kdrive".into(),
    };
    let kdrive = reseller
        .una
        .catalog()
        .get_product_type(request)
        .await
        .expect("the options")
        .into_inner()
        .product_type
        .expect("the type");
    let options: Vec<_> = kdrive
        .rights
        .iter()
        .map(|right| right.id.as_str())
        .collect();
    assert_eq!(options, ["use", "manage", "technical", "statistics"]);
}

#[tokio::test]
async fn s3_16_the_request_says_what_changes_against_what_was_seen() {
    let reseller = Reseller::new().await;
    let request = reseller.more_for_bob().await;
    reseller.vendor.applies(&request.name).await.expect("done");
    let held = reseller.una.sees_grants("acme").await.expect("the grants");
    let less = v1::MemberChange {
        remove_grants: vec![held[0].name.clone()],
        add_grants: vec![v1::OfferedGrant {
            rights: Some(rights(&["kdrive/statistics"])),
            ..kdrive_use(&reseller.acme.drive)
        }],
        ..Default::default()
    };
    let request = reseller
        .una
        .asks_to_change("acme", "bob", less)
        .await
        .expect("sent");
    let done = reseller.vendor.applies(&request.name).await.expect("done");
    assert_eq!(done.removed_grants, held);
    let bob = &reseller.acme.bob;
    assert!(!bob.may("use", &reseller.acme.drive).await);
    assert!(bob.may("statistics", &reseller.acme.drive).await);
}

#[tokio::test]
async fn s3_17_contacts_are_shown_and_kept_elsewhere() {
    let reseller = Reseller::new().await;
    let book = reseller.acme.gets("book", "contacts").await;
    let back_office = reseller
        .acme
        .world
        .service("back-office", &["type.contacts.write"])
        .await;
    // Their own system synchronises them, also under this change policy.
    let kept = to_member(
        "acme",
        "bob",
        rights(&["contacts/read"]),
        products(&[&book]),
    );
    back_office
        .grants_access("acme", kept)
        .await
        .expect("synchronised");
    let contacts = reseller
        .una
        .sees_access_to("acme", "bob", "contacts")
        .await
        .expect("shown");
    assert!(contacts.externally_managed);
    assert_eq!(contacts.product_count, 1);
    let more = v1::MemberChange {
        add_grants: vec![v1::OfferedGrant {
            scope: Some(products(&[&book])),
            rights: Some(rights(&["contacts/write"])),
            ..Default::default()
        }],
        ..Default::default()
    };
    let refusal = refused(
        reseller.una.asks_to_change("acme", "bob", more).await,
        why::EXTERNALLY_MANAGED,
    );
    assert!(refusal.message.contains("Back office"), "{refusal:?}");
}

#[tokio::test]
async fn s3_18_a_sent_change_waits_for_the_vendor() {
    let reseller = Reseller::new().await;
    let request = reseller.more_for_bob().await;
    assert_eq!(reseller.state_of(&request).await, ChangeRequestState::Open);
    assert!(!reseller.acme.bob.may("use", &reseller.acme.drive).await);
    reseller.vendor.applies(&request.name).await.expect("done");
    assert!(reseller.acme.bob.may("use", &reseller.acme.drive).await);
}

#[tokio::test]
async fn s3_19_the_ticket_of_a_change_is_followed_by_its_state_and_by_mail() {
    let reseller = Reseller::new().await;
    let request = reseller.more_for_bob().await;
    let world = &reseller.acme.world;
    world.mailed_saying("una@example.com", "was opened").await;
    reseller.vendor.starts(&request.name).await.expect("begun");
    world
        .mailed_saying("una@example.com", "is in progress")
        .await;
    reseller
        .vendor
        .comments(&request.name, "Until when does he need it?")
        .await
        .expect("asked");
    world
        .mailed_saying("una@example.com", "Until when does he need it?")
        .await;
    reseller
        .una
        .comments(&request.name, "For good.")
        .await
        .expect("answered");
    reseller
        .vendor
        .rejects(&request.name, "There is no free licence.")
        .await
        .expect("rejected");
    world
        .mailed_saying("una@example.com", "There is no free licence.")
        .await;
    let seen = reseller
        .una
        .sees_request(&request.name)
        .await
        .expect("the ticket");
    assert_eq!(seen.state(), ChangeRequestState::Rejected);
    assert_eq!(seen.reject_reason, "There is no free licence.");
    let said: Vec<_> = seen
        .comments
        .iter()
        .map(|comment| (comment.text.as_str(), comment.by_operator))
        .collect();
    assert_eq!(
        said,
        [("Until when does he need it?", true), ("For good.", false)]
    );
}

#[tokio::test]
async fn s3_20_whether_a_user_is_active_is_visible() {
    let reseller = Reseller::new().await;
    let request = reseller
        .una
        .opens("acme", deactivation("acme", "bob", "Left."))
        .await
        .expect("sent");
    assert_eq!(reseller.bob().await.state(), MemberState::Active);
    reseller.vendor.applies(&request.name).await.expect("done");
    assert_eq!(reseller.bob().await.state(), MemberState::Deactivated);
    let request = reseller
        .una
        .opens("acme", reactivation("acme", "bob"))
        .await
        .expect("sent");
    reseller.vendor.applies(&request.name).await.expect("done");
    assert_eq!(reseller.bob().await.state(), MemberState::Active);
}

#[tokio::test]
async fn s3_21_a_deactivation_needs_a_reason_and_may_have_a_note() {
    let reseller = Reseller::new().await;
    let without = reseller
        .una
        .opens("acme", deactivation("acme", "bob", ""))
        .await;
    let refusal = refused(without, why::FIELD_INVALID);
    assert_eq!(refusal.fields, ["change_request.deactivate_member.reason"]);
    let request = reseller
        .una
        .opens("acme", deactivation("acme", "bob", "Left the company."))
        .await
        .expect("sent");
    assert_eq!(
        request.change,
        Some(deactivation("acme", "bob", "Left the company."))
    );
    assert_eq!(request.note, "Please.");
}

#[tokio::test]
async fn s3_22_a_deactivation_takes_effect_once_the_vendor_handled_it() {
    let reseller = Reseller::new().await;
    let request = reseller
        .una
        .opens("acme", deactivation("acme", "bob", "Left."))
        .await
        .expect("sent");
    assert!(reseller.acme.bob.may("view", "organizations/acme").await);
    reseller.vendor.applies(&request.name).await.expect("done");
    assert!(!reseller.acme.bob.may("view", "organizations/acme").await);
}

#[tokio::test]
async fn s3_23_the_ticket_of_a_deactivation_is_followed() {
    let reseller = Reseller::new().await;
    let request = reseller
        .una
        .opens("acme", deactivation("acme", "bob", "Left."))
        .await
        .expect("sent");
    assert_eq!(reseller.state_of(&request).await, ChangeRequestState::Open);
    reseller.vendor.applies(&request.name).await.expect("done");
    let mine = reseller.una.lists_own_requests().await.expect("my tickets");
    assert_eq!(mine[0].state(), ChangeRequestState::Applied);
    assert!(mine[0].end_time.is_some());
}
