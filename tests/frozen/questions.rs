//! The questions: everybody, about everything that may give them something, at two times.

use domain::Timestamp;
use grantor::v1;
use serde::{Deserialize, Serialize};
use v1::access_result::Result::{Answer, Error};

use crate::harness::Actor;

/// How many are kept.
const KEPT: usize = 10_000;

/// The two times: 10 and 60 days after the first day, 2026-01-01. Grants start and end between them.
pub(super) const TIMES: [Timestamp; 2] = [
    Timestamp(1_768_089_600_000_000),
    Timestamp(1_772_409_600_000_000),
];

/// A question with its answer, as one line of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Asked {
    /// Which of the times.
    pub(super) time: usize,
    user: String,
    right: String,
    resource: String,
    /// The decision, or the reason of the error.
    answer: String,
    /// Why, where it is a decision.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    /// The kind of way that allows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    path: Option<String>,
}

const ACME: &[&str] = &[
    "ann",
    "leo",
    "ada",
    "una",
    "fin",
    "sec",
    "tess",
    "nobody",
    "tim",
    "tag-tech",
    "type-tech",
    "group-tech",
    "lost-tech",
    "dora",
    "lars",
    "bob",
    "ben",
    "bea",
    "dan",
    "rex",
    "lena",
    "ina",
    "era",
    "pam",
    "c-all",
    "c-type",
    "c-group",
    "c-tag",
    "c-product",
    "c-future",
    "c-kinds",
    "c-every",
    "c-many",
    "c-lost",
    "c-fax",
    "c-over",
    "c-ending",
    "c-starting",
    "c-later",
    "c-raised",
    "c-lowered",
    "eve",
    "mia",
    "opal",
    "idle",
    "never-registered",
];
const PARTNERS: &[&str] = &[
    "pia", "piet", "adm", "wanda", "paul", "cleo", "carl", "cora", "dirk", "gast", "sam", "stella",
    "bo", "bert", "shyla",
];
const CLIENTS: &[&str] = &["gus", "ida", "uwe", "hal", "vera"];

const ON_ORGANIZATIONS: &[&str] = &[
    "view",
    "share_directory",
    "manage_organization",
    "manage_partners",
    "act_as_partner",
    "manage_users",
    "manage_products",
    "manage_security",
    "manage_finances",
    "use_wallet",
    "contact_support",
];
const KDRIVE: &[&str] = &[
    "use",
    "kdrive/manage",
    "technical",
    "statistics",
    "contact_support",
];
const DOMAIN: &[&str] = &["manage", "domain/dns", "contact_support"];

/// What is asked about an organization: of its products, and of itself.
fn about(organization: &str) -> Vec<(String, &'static str)> {
    let acme: &[(&str, &[&str])] = &[
        ("drive", KDRIVE),
        ("archive", KDRIVE),
        ("late", KDRIVE),
        ("gone", KDRIVE),
        ("site", DOMAIN),
        (
            "shop",
            &[
                "sell",
                "refund",
                "scan",
                "ticketing/gift",
                "contact_support",
            ],
        ),
        ("line", &["send", "fax/read", "contact_support"]),
        ("book", &["read", "contacts/write", "contact_support"]),
    ];
    let client: &[(&str, &[&str])] = &[("drive", KDRIVE), ("site", DOMAIN)];
    let name = format!("organizations/{organization}");
    let products = match organization {
        "acme" => acme,
        "agency" | "studio" | "shy" => &[],
        _ => client,
    };
    let of_products = products.iter().flat_map(|(product, rights)| {
        let product = format!("{name}/products/{product}");
        rights.iter().map(move |right| (product.clone(), *right))
    });
    let itself = ON_ORGANIZATIONS.iter().map(|right| (name.clone(), *right));
    of_products.chain(itself).collect()
}

/// Every question there is, at one time.
fn all(time: usize) -> Vec<Asked> {
    let mut all = Vec::new();
    let mut ask = |people: &[&str], organizations: &[&str]| {
        for (resource, right) in organizations
            .iter()
            .flat_map(|organization| about(organization))
        {
            for user in people {
                all.push(Asked {
                    time,
                    user: format!("users/{user}"),
                    right: right.to_owned(),
                    resource: resource.clone(),
                    answer: String::new(),
                    reason: None,
                    path: None,
                });
            }
        }
    };
    let clients = ["globex", "initech", "umbra", "hooli", "vandelay"];
    ask(ACME, &["acme"]);
    ask(PARTNERS, &["acme", "agency", "studio", "shy"]);
    ask(PARTNERS, &clients);
    ask(CLIENTS, &clients);
    ask(&["c-all", "bob", "ann"], &["initech", "globex"]);
    ask(&["ann"], &["nowhere"]);
    all
}

/// All that says something, and of those that say NOT_A_MEMBER as many as there is room for.
pub(super) fn kept(all: Vec<Asked>) -> Vec<Asked> {
    let says_little = |asked: &Asked| asked.reason.as_deref() == Some("NOT_A_MEMBER");
    let told = all.iter().filter(|asked| !says_little(asked)).count();
    let mut room = KEPT.checked_sub(told).expect("more room for questions");
    let mut kept = all;
    kept.retain(|asked| {
        let stays = !says_little(asked) || room > 0;
        room -= usize::from(stays && says_little(asked));
        stays
    });
    assert_eq!(kept.len(), KEPT, "too few questions");
    kept
}

/// All of one time, answered.
pub(super) async fn asked_at(time: usize, asker: &Actor) -> Vec<Asked> {
    answered(&all(time), asker).await
}

/// The same questions with the answers of now.
pub(super) async fn answered(questions: &[Asked], asker: &Actor) -> Vec<Asked> {
    let mut answered = Vec::with_capacity(questions.len());
    for some in questions.chunks(1000) {
        let asked: Vec<_> = some
            .iter()
            .map(|asked| {
                let user = asked.user.trim_start_matches("users/");
                (user, asked.right.as_str(), asked.resource.as_str())
            })
            .collect();
        let results = asker.asks_at_once(&asked).await.expect("answers");
        assert_eq!(results.len(), some.len());
        answered.extend(
            some.iter()
                .zip(results)
                .map(|(asked, result)| asked.with(&result)),
        );
    }
    answered
}

impl Asked {
    fn with(&self, result: &v1::AccessResult) -> Self {
        let said = |name: &str, before: &str| name.trim_start_matches(before).to_owned();
        let (answer, reason, path) = match result.result.as_ref().expect("an answer or an error") {
            Answer(answer) => (
                said(answer.decision().as_str_name(), "DECISION_"),
                Some(said(answer.reason().as_str_name(), "ACCESS_REASON_")),
                answer
                    .path
                    .as_ref()
                    .map(|path| said(path.kind().as_str_name(), "PATH_KIND_")),
            ),
            Error(error) => (
                said(error.reason().as_str_name(), "ERROR_REASON_"),
                None,
                None,
            ),
        };
        Self {
            answer,
            reason,
            path,
            ..self.clone()
        }
    }
}
