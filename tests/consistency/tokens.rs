//! Tokens that this store did not make, or has lost.

use grantor::v1;
use tonic::Code;

use super::Acme;
use crate::harness::{Refused, Why, World, at_least, fully, refused, why};

const HISTORY_LOST: Why = (Code::FailedPrecondition, "HISTORY_LOST");
const TOKEN_INVALID: Why = (Code::InvalidArgument, "CONSISTENCY_TOKEN_INVALID");

impl Acme {
    async fn token(&self) -> String {
        self.bob
            .asks("bob", "use", &self.drive)
            .await
            .expect("answered")
            .consistency_token
    }

    /// How bob is refused who passes this token.
    async fn refuses(&self, token: &str, why: Why) -> Refused {
        refused(
            self.bob
                .asks_with("bob", "use", &self.drive, at_least(token))
                .await,
            why,
        )
    }
}

/// The old token with what it says of acme's revision, and its chain, made something else.
fn altered(token: &str, alter: impl Fn(u64, &str) -> String) -> String {
    let (before, mark) = token.split_once("o:acme=").expect("it names acme");
    let (mark, after) = mark
        .split_once('.')
        .map_or((mark, String::new()), |(mark, rest)| {
            (mark, format!(".{rest}"))
        });
    let (revision, chain) = mark.split_once('-').expect("a mark");
    format!(
        "{before}o:acme={}{after}",
        alter(revision.parse().expect("a revision"), chain)
    )
}

#[tokio::test]
async fn a_token_of_another_store_is_never_answered_from_this_one() {
    let acme = Acme::new().await;
    let elsewhere = World::elsewhere().await;
    let carl = elsewhere.user("carl").await;
    let token = carl
        .asks("carl", "view", "organizations/carl-own")
        .await
        .expect("answered")
        .consistency_token;
    let no = acme.refuses(&token, HISTORY_LOST).await;
    assert!(no.message.contains("another store"), "{no:?}");
}

#[tokio::test]
async fn a_token_ahead_of_the_log_is_history_lost() {
    let acme = Acme::new().await;
    let ahead = altered(&acme.old_token().await, |revision, chain| {
        format!("{}-{chain}", revision + 1)
    });
    acme.refuses(&ahead, HISTORY_LOST).await;
}

#[tokio::test]
async fn a_token_with_another_chain_is_history_lost() {
    let acme = Acme::new().await;
    let other = altered(&acme.old_token().await, |revision, _| {
        format!("{revision}-0123456789abcdef")
    });
    acme.refuses(&other, HISTORY_LOST).await;
    let older = altered(&acme.old_token().await, |revision, _| {
        format!("{}-0123456789abcdef", revision - 1)
    });
    acme.refuses(&older, HISTORY_LOST).await;
}

#[tokio::test]
async fn what_is_no_token_is_invalid_and_the_message_names_the_field() {
    let acme = Acme::new().await;
    let token = acme.old_token().await;
    let store: String = token.split('.').take(2).collect::<Vec<_>>().join(".");
    let cut = altered(&token, |revision, chain| {
        format!("{revision}-{}", &chain[..15])
    });
    let sign = altered(&token, |_, chain| format!("-1-{chain}"));
    let word = altered(&token, |_, chain| format!("many-{chain}"));
    let letters = altered(&token, |revision, _| format!("{revision}-0123456789abcdeg"));
    let newer = token.replacen("g1.", "g3.", 1);
    let sealed = acme.token().await;
    let cut_seal = &sealed[..sealed.len() - 1];
    let mut touched = sealed.clone();
    let other = if sealed.ends_with('A') { "Q" } else { "A" };
    touched.replace_range(sealed.len() - 1.., other);
    let short = format!("{store}.o:acme");
    let home = format!("{store}.x:acme=1-0123456789abcdef");
    let long = format!("{token}.");
    for wrong in [
        "", "g1", "g1.", "hello", "g1.hello", &store, &cut, &sign, &word, &letters, &newer, &short,
        &home, &long, cut_seal, &touched, "g2", "g2.", "g2.AAAA",
    ] {
        let no = acme.refuses(wrong, TOKEN_INVALID).await;
        assert!(
            no.message
                .contains("consistency.at_least_as_fresh.tokens[0]"),
            "{wrong:?}: {no:?}"
        );
    }
}

#[tokio::test]
async fn no_token_and_too_many_are_wrong() {
    let acme = Acme::new().await;
    let token = acme.token().await;
    for tokens in [vec![], vec![token; 101]] {
        let seen = v1::AtLeastAsFresh { tokens };
        let wish = v1::Consistency {
            requirement: Some(v1::consistency::Requirement::AtLeastAsFresh(seen)),
        };
        let no = refused(
            acme.bob
                .asks_with("bob", "use", &acme.drive, Some(wish))
                .await,
            why::FIELD_INVALID,
        );
        assert_eq!(no.fields, ["consistency.at_least_as_fresh.tokens"]);
    }
}

#[tokio::test]
async fn a_batch_gives_each_question_the_same_refusal() {
    let acme = Acme::new().await;
    let ahead = altered(&acme.old_token().await, |revision, chain| {
        format!("{}-{chain}", revision + 1)
    });
    let question = v1::AccessQuestion {
        subject: "users/bob".into(),
        resource: acme.drive.clone(),
        right: "use".into(),
    };
    let questions = vec![question.clone(), question];
    let request = v1::BatchCheckAccessRequest {
        questions,
        consistency: at_least(&ahead),
        ..Default::default()
    };
    let results = acme
        .bob
        .access()
        .batch_check_access(request)
        .await
        .expect("answered")
        .into_inner()
        .results;
    assert_eq!(results.len(), 2);
    for result in results {
        let Some(v1::access_result::Result::Error(error)) = result.result else {
            panic!("{result:?}")
        };
        assert_eq!(
            (error.code, error.reason()),
            (9, v1::ErrorReason::HistoryLost)
        );
    }
}

#[tokio::test]
async fn a_forged_token_tells_a_stranger_nothing_of_an_organization() {
    let acme = Acme::new().await;
    let zoe = acme.world.user("zoe").await;
    let store: String = acme
        .old_token()
        .await
        .split('.')
        .take(2)
        .collect::<Vec<_>>()
        .join(".");
    let mut told = Vec::new();
    for organization in ["acme", "nowhere"] {
        let forged = format!("{store}.o:{organization}=999-0123456789abcdef");
        let resource = format!("organizations/{organization}");
        let no = refused(
            zoe.asks_with("zoe", "view", &resource, at_least(&forged))
                .await,
            why::NOT_FOUND,
        );
        told.push(no.message.replace(organization, "it"));
        let no = refused(
            zoe.asks_with("ann", "view", &resource, at_least(&forged))
                .await,
            why::NOT_FOUND,
        );
        told.push(no.message.replace(organization, "it"));
    }
    assert!(told.windows(2).all(|pair| pair[0] == pair[1]), "{told:?}");
}

#[tokio::test]
async fn every_question_that_takes_a_token_refuses_a_wrong_one() {
    let acme = Acme::new().await;
    let ahead = altered(&acme.old_token().await, |revision, chain| {
        format!("{}-{chain}", revision + 1)
    });
    let parent = || "organizations/acme".to_owned();
    let (ann, freshness) = (&acme.ann, || at_least(&ahead));
    macro_rules! each {
        ($($client:ident.$method:ident($request:ident { $($field:ident: $value:expr),* });)*) => {$(
            let request = v1::$request { $($field: $value,)* consistency: freshness(), ..Default::default() };
            let answer = ann.$client().$method(request).await.map_err(Refused::from);
            refused(answer, HISTORY_LOST);
        )*};
    }
    each! {
        access.list_accessible_products(ListAccessibleProductsRequest { parent: parent(), subject: "users/bob".into() });
        access.list_accessors(ListAccessorsRequest { resource: acme.drive.clone() });
        audit.list_changes(ListChangesRequest { parent: parent() });
        grants.list_grants(ListGrantsRequest { parent: parent() });
        invitations.list_invitations(ListInvitationsRequest { parent: parent() });
        members.list_members(ListMembersRequest { parent: parent() });
        members.get_member_access(GetMemberAccessRequest { name: "organizations/acme/members/bob".into() });
        organizations.list_organizations(ListOrganizationsRequest { member: "users/ann".into() });
        products.list_products(ListProductsRequest { parent: parent() });
        products.list_product_groups(ListProductGroupsRequest { parent: parent() });
        teams.list_teams(ListTeamsRequest { parent: parent() });
    }
    let why = v1::ExplainAccessRequest {
        subject: "users/bob".into(),
        resource: acme.drive.clone(),
        right: "use".into(),
        consistency: freshness(),
        ..Default::default()
    };
    refused(
        ann.access()
            .explain_access(why)
            .await
            .map_err(Refused::from),
        HISTORY_LOST,
    );
    let rights = v1::ListRightsRequest {
        subject: "users/bob".into(),
        resource: acme.drive.clone(),
        consistency: freshness(),
        ..Default::default()
    };
    refused(
        ann.access()
            .list_rights(rights)
            .await
            .map_err(Refused::from),
        HISTORY_LOST,
    );
    assert!(
        ann.asks_with("bob", "use", &acme.drive, fully())
            .await
            .is_ok()
    );
}
