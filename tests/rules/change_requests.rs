//! Change requests: who opens, sees, comments on and takes back which, and who hears of it.

use grantor::v1;
use v1::change_request::Change;
use v1::{Area, ChangeRequestState as State};

use super::{Acme, at_once, named_operator, stop_bob};
use crate::harness::{administrator, collaborator, deactivation, reactivation, refused, why};

#[tokio::test]
async fn numbers_count_the_requests_of_an_organization_without_gaps() {
    let acme = Acme::new().await;
    acme.bob().await;
    let eve = acme.world.organization("globex", "eve").await;
    let first = stop_bob(&acme).await;
    // What is refused or only previewed takes no number.
    let nobody = deactivation("acme", "nobody", "Left.");
    refused(acme.ann.opens("acme", nobody).await, why::NOT_FOUND);
    acme.ann
        .foresees("acme", deactivation("acme", "bob", "Left."))
        .await
        .expect("foreseen");
    acme.ann.cancels(&first.name).await.expect("cancelled");
    let second = stop_bob(&acme).await;
    let elsewhere = eve
        .opens("globex", deactivation("globex", "eve", "Tired."))
        .await
        .expect("opened");
    assert_eq!((first.number, second.number, elsewhere.number), (1, 2, 1));
}

#[tokio::test]
async fn many_at_once_get_a_number_each() {
    let acme = Acme::new().await;
    acme.bob().await;
    let tries = (0..8).map(|_| {
        let ann = acme.ann.clone();
        async move {
            ann.opens("acme", deactivation("acme", "bob", "Left."))
                .await
        }
    });
    let mut numbers: Vec<_> = at_once(tries)
        .await
        .into_iter()
        .map(|opened| opened.expect("opened").number)
        .collect();
    numbers.sort_unstable();
    assert_eq!(numbers, (1..=8).collect::<Vec<_>>());
}

#[tokio::test]
async fn numbers_go_on_for_an_instance_that_starts_later() {
    let acme = Acme::new().await;
    acme.bob().await;
    for _ in 0..3 {
        stop_bob(&acme).await;
    }
    let other = acme.world.another().await;
    let ann = other.hears(&acme.ann);
    let stop = deactivation("acme", "bob", "Left.");
    let there = ann.opens("acme", stop).await.expect("opened");
    let here = stop_bob(&acme).await;
    assert_eq!((there.number, here.number), (4, 5));
}

#[tokio::test]
async fn requests_are_opened_by_those_who_manage_users() {
    let acme = Acme::new().await;
    let bob = acme.bob().await;
    let fin = administrator(&[Area::Financial]);
    let fin = acme.member("fin", fin).await;
    for other in [&bob, &fin] {
        let asked = other
            .opens("acme", deactivation("acme", "ann", "Too strict."))
            .await;
        refused(asked, why::RIGHT_MISSING);
    }
    let stranger = acme.world.user("sam").await;
    let asked = stranger
        .opens("acme", deactivation("acme", "bob", "Left."))
        .await;
    refused(asked, why::NOT_FOUND);
    // The operator decides; it does not ask itself.
    let asked = acme
        .world
        .operator()
        .opens("acme", deactivation("acme", "bob", "Left."))
        .await;
    refused(asked, why::ACTING_USER_REQUIRED);
}

#[tokio::test]
async fn people_see_requests_of_their_own_organization_only() {
    let acme = Acme::new().await;
    let bob = acme.bob().await;
    let una = acme.una().await;
    let eve = acme.world.organization("globex", "eve").await;
    let request = stop_bob(&acme).await;
    una.sees_request(&request.name).await.expect("seen");
    refused(bob.sees_request(&request.name).await, why::RIGHT_MISSING);
    refused(eve.sees_request(&request.name).await, why::NOT_FOUND);
    refused(eve.lists_requests("acme", &[]).await, why::NOT_FOUND);
    for person in [&acme.ann, &eve] {
        refused(
            person.lists_requests("-", &[]).await,
            why::OPERATOR_REQUIRED,
        );
    }
    let foreign = request.name.replace("acme", "globex");
    refused(eve.sees_request(&foreign).await, why::NOT_FOUND);
    refused(eve.comments(&request.name, "Hm.").await, why::NOT_FOUND);
    refused(eve.cancels(&request.name).await, why::NOT_FOUND);
}

#[tokio::test]
async fn operators_list_all_organizations_by_state() {
    let acme = Acme::new().await;
    acme.bob().await;
    let eve = acme.world.organization("globex", "eve").await;
    let first = stop_bob(&acme).await;
    let second = stop_bob(&acme).await;
    let third = eve
        .opens("globex", deactivation("globex", "eve", "Tired."))
        .await
        .expect("opened");
    let operator = acme.world.operator();
    let names = async |states: &[State]| -> Vec<String> {
        let listed = operator.lists_requests("-", states).await.expect("listed");
        listed.into_iter().map(|request| request.name).collect()
    };
    assert_eq!(
        names(&[]).await,
        [first.name.clone(), second.name.clone(), third.name.clone()]
    );
    operator.starts(&second.name).await.expect("started");
    operator.applies(&first.name).await.expect("applied");
    assert_eq!(
        names(&[State::Open]).await,
        std::slice::from_ref(&third.name)
    );
    let live = [State::Open, State::InProgress];
    assert_eq!(names(&live).await, [second.name, third.name]);
    assert_eq!(names(&[State::Applied]).await, [first.name]);
}

#[tokio::test]
async fn a_list_can_be_of_what_one_person_opened() {
    let acme = Acme::new().await;
    acme.bob().await;
    let una = acme.una().await;
    stop_bob(&acme).await;
    let of_una = una
        .opens("acme", deactivation("acme", "bob", "Left."))
        .await
        .expect("opened");
    for parent in ["organizations/acme", "organizations/-"] {
        let request = v1::ListChangeRequestsRequest {
            parent: parent.into(),
            requester: "users/una".into(),
            ..Default::default()
        };
        let operator = acme.world.operator();
        let listed = operator
            .change_requests()
            .list_change_requests(request)
            .await
            .expect("listed");
        let names: Vec<_> = listed.into_inner().change_requests;
        assert_eq!(names, std::slice::from_ref(&of_una));
    }
}

#[tokio::test]
async fn ones_own_requests_are_listed_across_organizations_until_one_leaves() {
    let acme = Acme::new().await;
    acme.bob().await;
    let una = acme.una().await;
    let eve = acme.world.organization("globex", "eve").await;
    let invitation = administrator(&[Area::UserRights]);
    acme.world.joins("globex", &eve, &una, invitation).await;
    stop_bob(&acme).await;
    let here = una
        .opens("acme", deactivation("acme", "bob", "Left."))
        .await
        .expect("opened");
    let there = una
        .opens("globex", reactivation("globex", "una"))
        .await
        .map_or_else(|_| None, |request| Some(request.name));
    // An administrator does not ask about themselves.
    assert_eq!(there, None);
    let dora = acme.world.user("dora").await;
    acme.world
        .joins("globex", &eve, &dora, collaborator())
        .await;
    let there = una
        .opens("globex", deactivation("globex", "dora", "Left."))
        .await
        .expect("opened");
    let own = async || -> Vec<String> {
        let listed = una.lists_own_requests().await.expect("listed");
        listed.into_iter().map(|request| request.name).collect()
    };
    assert_eq!(own().await, [here.name.clone(), there.name]);
    eve.removes_member("globex", "una").await.expect("removed");
    assert_eq!(own().await, [here.name]);
    acme.ann
        .changes_role("acme", "una", v1::Role::Collaborator)
        .await
        .expect("demoted");
    // One who manages users no more still follows what they asked for.
    assert_eq!(own().await.len(), 1);
}

#[tokio::test]
async fn who_opened_it_takes_it_back_and_nobody_else() {
    let acme = Acme::new().await;
    let bob = acme.bob().await;
    let una = acme.una().await;
    let olga = named_operator(&acme, "olga").await;
    let request = una
        .opens("acme", deactivation("acme", "bob", "Left."))
        .await
        .expect("opened");
    refused(
        acme.ann.cancels(&request.name).await,
        why::REQUESTER_REQUIRED,
    );
    refused(olga.cancels(&request.name).await, why::NOT_FOUND);
    // Whether there is such a request, bob may not know.
    let one = refused(bob.cancels(&request.name).await, why::REQUESTER_REQUIRED);
    let unknown = format!("{}x", request.name);
    let other = refused(bob.cancels(&unknown).await, why::REQUESTER_REQUIRED);
    assert_eq!(one.message, other.message);
    // Also after they lost the right to open one, and not after they left.
    acme.ann
        .changes_role("acme", "una", v1::Role::Collaborator)
        .await
        .expect("demoted");
    acme.ann
        .deactivates_member("acme", "una")
        .await
        .expect("deactivated");
    refused(una.cancels(&request.name).await, why::NOT_FOUND);
    acme.ann
        .reactivates_member("acme", "una")
        .await
        .expect("reactivated");
    una.cancels(&request.name).await.expect("cancelled");
}

#[tokio::test]
async fn the_requester_is_mailed_what_others_do_and_nobody_else_is() {
    let acme = Acme::new().await;
    acme.bob().await;
    let una = acme.una().await;
    let request = una
        .opens("acme", deactivation("acme", "bob", "Left."))
        .await
        .expect("opened");
    una.comments(&request.name, "My own words.")
        .await
        .expect("said");
    acme.ann
        .comments(&request.name, "The words of Ann.")
        .await
        .expect("said");
    acme.world
        .operator()
        .applies(&request.name)
        .await
        .expect("applied");
    let to = "una@example.com";
    let applied = acme.world.mailed_saying(to, "was applied").await;
    assert!(applied.contains("change request 1 at acme was applied (organizations/acme/"));
    let said = |text: &str| {
        let mails = acme.world.mails_to(to);
        mails.iter().filter(|mail| mail.contains(text)).count()
    };
    assert_eq!(said("was opened"), 1);
    assert_eq!(said("The words of Ann."), 1);
    assert_eq!(said("My own words."), 0);
    for other in ["ann@example.com", "bob@example.com"] {
        let mails = acme.world.mails_to(other);
        assert!(mails.iter().all(|mail| !mail.contains("change request")));
    }
}

#[tokio::test]
async fn who_left_is_not_mailed_what_goes_on() {
    let acme = Acme::new().await;
    acme.bob().await;
    let una = acme.una().await;
    let request = una
        .opens("acme", deactivation("acme", "bob", "Left."))
        .await
        .expect("opened");
    acme.ann
        .removes_member("acme", "una")
        .await
        .expect("removed");
    let operator = acme.world.operator();
    operator
        .comments(&request.name, "Whom we fired.")
        .await
        .expect("said");
    let other = stop_bob(&acme).await;
    // Mails leave in the order of their changes.
    acme.world
        .mailed_saying("ann@example.com", &other.name)
        .await;
    let mails = acme.world.mails_to("una@example.com");
    assert!(mails.iter().all(|mail| !mail.contains("fired")));
}

#[tokio::test]
async fn what_was_said_of_a_person_goes_with_them() {
    let acme = Acme::new().await;
    acme.bob().await;
    let request = acme
        .ann
        .opens("acme", deactivation("acme", "bob", "He stole."))
        .await
        .expect("opened");
    let operator = acme.world.operator();
    operator
        .comments(&request.name, "Did he?")
        .await
        .expect("said");
    operator
        .rejects(&request.name, "Not proved.")
        .await
        .expect("rejected");
    operator.erases_user("bob").await.expect("erased");
    let seen = acme.ann.sees_request(&request.name).await.expect("seen");
    assert_eq!(seen.change, Some(deactivation("acme", "bob", "")));
    assert_eq!((seen.note.as_str(), seen.reject_reason.as_str()), ("", ""));
    assert_eq!(seen.comments[0].text, "");
}

#[tokio::test]
async fn a_request_asks_for_something() {
    let acme = Acme::new().await;
    acme.bob().await;
    let nothing = Change::ChangeMember(v1::MemberChange {
        member: "organizations/acme/members/bob".into(),
        access_etag: "x".into(),
        ..Default::default()
    });
    let refusal = refused(acme.ann.opens("acme", nothing).await, why::FIELD_INVALID);
    assert_eq!(refusal.fields, ["change_request.change_member"]);
}
