//! What is in a token is Grantor's alone to read, it is short, and it still makes every answer see what was seen.

use base64::Engine as _;
use grantor::v1;
use prost::Message as _;
use v1::{Area, Decision};

use super::Acme;
use crate::harness::{
    Actor, Instance, administrator, at_least, full, fully, limited, offered, products, rights,
};

/// The longest that an answer is, with its token.
const LONGEST: usize = 256;

impl Acme {
    /// A partner of acme, whose legal representative is `head-of-ID`.
    async fn partner(&self, id: &str, access: v1::partnership::Access) -> Actor {
        let world = &self.world;
        let head = world.partner(id, &format!("head-of-{id}")).await;
        let sides = (("acme", &self.ann), (id, &head));
        world.partnership(sides.0, sides.1, access).await;
        head
    }

    /// Its legal representative, and one of its people who exercises its mandate.
    async fn full_partner(&self, id: &str) -> (Actor, String) {
        let head = self.partner(id, full(false)).await;
        let staff = self.staff(id, &head).await;
        (head, staff)
    }

    async fn staff(&self, partner: &str, representative: &Actor) -> String {
        let id = format!("staff-of-{partner}");
        let role = administrator(&[Area::Technical]);
        self.world.member(partner, representative, &id, role).await;
        id
    }

    /// Another instance that has all of it in memory, and whom nobody tells that something changed.
    async fn deaf_instance(&self, staff: &[String]) -> Instance {
        let other = self.world.another().await;
        for user in staff {
            let ann = other.hears(&self.ann);
            let asked = ann.asks_with(user, "use", &self.drive, None);
            let answer = asked.await.expect("answered");
            assert_eq!(answer.decision(), Decision::Allowed);
        }
        other.app.close().await;
        other
    }

    async fn ann_asks(
        &self,
        user: &str,
        consistency: Option<v1::Consistency>,
    ) -> v1::CheckAccessResponse {
        let asked = self.ann.asks_with(user, "use", &self.drive, consistency);
        asked.await.expect("answered")
    }
}

fn size(answer: &v1::CheckAccessResponse) -> usize {
    assert!(answer.consistency_token.starts_with("g2."), "{answer:?}");
    answer.encoded_len()
}

#[tokio::test]
async fn attack_a10_an_answer_is_short_beside_no_and_beside_a_hundred_partners() {
    let acme = Acme::new().await;
    let alone = [
        acme.ann_asks("bob", None).await,
        acme.ann_asks("nobody", None).await,
    ];
    let mut heads = Vec::new();
    for number in 0..100 {
        let on_it = offered(rights(&["kdrive/use"]), products(&[&acme.drive]));
        let access = if number == 50 {
            limited(vec![on_it])
        } else {
            full(false)
        };
        heads.push(acme.partner(&format!("partner-{number}"), access).await);
    }
    let allowed = acme.ann_asks("head-of-partner-50", None).await;
    assert_eq!(allowed.decision(), Decision::Allowed);
    let denied = acme.ann_asks("nobody", None).await;
    assert_eq!(denied.decision(), Decision::Denied);
    // What its partners do since is seen too, and makes it no longer.
    for (number, head) in heads.iter().enumerate().take(5) {
        acme.staff(&format!("partner-{number}"), head).await;
    }
    let busy = acme.ann_asks("staff-of-partner-4", fully()).await;
    assert_eq!(busy.decision(), Decision::Allowed);
    for answer in alone.iter().chain([&allowed, &denied, &busy]) {
        assert!(size(answer) < LONGEST, "{}: {answer:?}", size(answer));
    }
    let again = acme
        .ann_asks("nobody", at_least(&busy.consistency_token))
        .await;
    assert!(size(&again) < LONGEST);
}

#[tokio::test]
async fn attack_a10_a_token_names_no_partner_and_no_revision() {
    let acme = Acme::new().await;
    acme.full_partner("agency").await;
    let token = acme.ann_asks("nobody", fully()).await.consistency_token;
    let inside = base64::engine::general_purpose::URL_SAFE_NO_PAD
        .decode(token.strip_prefix("g2.").expect("sealed"))
        .expect("letters");
    for word in ["acme", "agency"] {
        assert!(!token.contains(word));
        let found = inside
            .windows(word.len())
            .any(|part| part == word.as_bytes());
        assert!(!found, "{word}");
    }
    // The same states have the same token, and others another.
    assert_eq!(acme.ann_asks("bob", None).await.consistency_token, token);
    acme.changes_something(&acme.ann).await;
    assert_ne!(acme.ann_asks("bob", fully()).await.consistency_token, token);
}

#[tokio::test]
async fn attack_a10_a_token_of_an_answer_still_makes_others_see_what_a_partner_did() {
    let acme = Acme::new().await;
    let (head, user) = acme.full_partner("agency").await;
    let staff = [user];
    let other = acme.deaf_instance(&staff).await;
    let taken = head.deactivates_member("agency", &staff[0]).await;
    taken.expect("deactivated");
    let seen = acme.ann_asks(&staff[0], fully()).await;
    assert_eq!(seen.decision(), Decision::Denied);
    let token = at_least(&seen.consistency_token);
    let ann = other.hears(&acme.ann);
    let asked = ann.asks_with(&staff[0], "use", &acme.drive, token);
    assert_eq!(asked.await.expect("answered").decision(), Decision::Denied);
}

#[tokio::test]
async fn attack_a10_also_what_more_partners_did_than_it_names() {
    let acme = Acme::new().await;
    let mut heads = Vec::new();
    let mut staff = Vec::new();
    for partner in ["one", "two", "three", "four"] {
        let (head, user) = acme.full_partner(partner).await;
        staff.push(user);
        heads.push((partner, head));
    }
    let other = acme.deaf_instance(&staff).await;
    for ((partner, head), user) in heads.iter().zip(&staff) {
        let taken = head.deactivates_member(partner, user).await;
        taken.expect("deactivated");
    }
    let token = acme.ann_asks("nobody", fully()).await.consistency_token;
    for user in &staff {
        let ann = other.hears(&acme.ann);
        let asked = ann.asks_with(user, "use", &acme.drive, at_least(&token));
        assert_eq!(asked.await.expect("answered").decision(), Decision::Denied);
    }
}

#[tokio::test]
async fn attack_a10_a_token_of_the_write_of_a_partner_makes_others_see_it() {
    let acme = Acme::new().await;
    let (head, user) = acme.full_partner("agency").await;
    let staff = [user];
    let other = acme.deaf_instance(&staff).await;
    let request = v1::DeactivateMemberRequest {
        name: format!("organizations/agency/members/{}", staff[0]),
        ..Default::default()
    };
    let taken = head.members().deactivate_member(request).await;
    let token = taken.expect("deactivated").into_inner().consistency_token;
    let ask = async |token: &str| {
        let ann = other.hears(&acme.ann);
        let asked = ann.asks_with(&staff[0], "use", &acme.drive, at_least(token));
        asked.await.expect("answered").decision()
    };
    assert_eq!(ask(&token).await, Decision::Denied);
}

#[tokio::test]
async fn attack_a10_an_old_token_is_read_and_tells_nobody_who_is_a_partner() {
    let acme = Acme::new().await;
    let (head, user) = acme.full_partner("agency").await;
    let staff = [user];
    acme.world.partner("rival", "ria").await;
    let old = acme.old_token().await;
    assert_eq!(
        acme.ann_asks("bob", at_least(&old)).await.decision(),
        Decision::Allowed
    );
    let store: String = old.split('.').take(2).collect::<Vec<_>>().join(".");
    for organization in ["agency", "rival", "nowhere"] {
        let forged = format!("{store}.o:{organization}=999-0123456789abcdef");
        acme.ann_asks("bob", at_least(&forged)).await;
    }
    // One that names a partner makes partners be read anew.
    let other = acme.deaf_instance(&staff).await;
    let taken = head.deactivates_member("agency", &staff[0]).await;
    taken.expect("deactivated");
    let named = format!("{store}.o:agency=1-0123456789abcdef");
    let ann = other.hears(&acme.ann);
    let asked = ann.asks_with(&staff[0], "use", &acme.drive, at_least(&named));
    assert_eq!(asked.await.expect("answered").decision(), Decision::Denied);
}
