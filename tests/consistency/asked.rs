//! All questions about acme, asked of now or of then.

use grantor::v1;

use crate::harness::{Actor, Answer};

pub(super) const ACME: &str = "organizations/acme";
pub(super) const DRIVE: &str = "organizations/acme/products/drive";

/// When something is asked about.
#[derive(Debug, Clone, Copy)]
pub(super) enum When {
    Now,
    At(prost_types::Timestamp),
    Revision(i64),
}

impl When {
    pub(super) fn time(self) -> Option<prost_types::Timestamp> {
        match self {
            Self::At(time) => Some(time),
            Self::Now | Self::Revision(_) => None,
        }
    }

    fn revision(self) -> i64 {
        match self {
            Self::Revision(revision) => revision,
            Self::Now | Self::At(_) => 0,
        }
    }
}

/// All questions of these tests: who may do what on what.
pub(super) fn questions() -> Vec<v1::AccessQuestion> {
    let people = ["ann", "bob", "pia", "nobody"];
    let of = [
        ("use", DRIVE),
        ("manage", DRIVE),
        ("print", DRIVE),
        ("use", "organizations/acme/products/gone"),
        ("manage_users", ACME),
        ("view", "organizations/agency"),
    ];
    people
        .iter()
        .flat_map(|user| of.map(|(right, resource)| (user, right, resource)))
        .map(|(user, right, resource)| v1::AccessQuestion {
            subject: format!("users/{user}"),
            resource: resource.to_owned(),
            right: right.to_owned(),
        })
        .collect()
}

impl Actor {
    pub(super) async fn checks(
        &self,
        of: &v1::AccessQuestion,
        when: When,
    ) -> Answer<v1::CheckAccessResponse> {
        let request = v1::CheckAccessRequest {
            subject: of.subject.clone(),
            resource: of.resource.clone(),
            right: of.right.clone(),
            at_time: when.time(),
            at_revision: when.revision(),
            ..Default::default()
        };
        Ok(self.access().check_access(request).await?.into_inner())
    }

    pub(super) async fn checks_all(
        &self,
        questions: Vec<v1::AccessQuestion>,
        when: When,
    ) -> Answer<v1::BatchCheckAccessResponse> {
        let request = v1::BatchCheckAccessRequest {
            questions,
            at_time: when.time(),
            at_revision: when.revision(),
            ..Default::default()
        };
        let answer = self.access().batch_check_access(request).await?;
        Ok(answer.into_inner())
    }

    /// A page of the products of somebody, and the token of the next.
    pub(super) async fn lists(
        &self,
        user: &str,
        when: When,
        page_token: &str,
    ) -> Answer<v1::ListAccessibleProductsResponse> {
        let request = v1::ListAccessibleProductsRequest {
            parent: ACME.into(),
            subject: format!("users/{user}"),
            page_size: 1,
            page_token: page_token.to_owned(),
            at_time: when.time(),
            at_revision: when.revision(),
            ..Default::default()
        };
        let answer = self.access().list_accessible_products(request).await?;
        Ok(answer.into_inner())
    }

    /// What all methods answer, but for what differs with the moment of asking: the time, how long it stands, and the token.
    pub(super) async fn answers(&self, when: When) -> Vec<String> {
        let mut said = Vec::new();
        let about_the_past = !matches!(when, When::Now);
        for question in questions() {
            said.push(match self.checks(&question, when).await {
                Err(no) => format!("{question:?}: {} {}", no.code, no.reason),
                Ok(mut answer) => {
                    let until = answer.valid_until.take();
                    let token = std::mem::take(&mut answer.consistency_token);
                    assert!(!about_the_past || (until.is_none() && token.is_empty()));
                    if let When::At(time) = when {
                        assert_eq!(answer.evaluate_time, Some(time));
                    }
                    answer.evaluate_time = None;
                    format!("{question:?}: {answer:?}")
                }
            });
        }
        // Of the agency too, which no revision of acme says anything of.
        let of_acme = |asked: &v1::AccessQuestion| {
            asked.resource.starts_with(ACME) || matches!(when, When::At(_))
        };
        let asked: Vec<_> = questions().into_iter().filter(of_acme).collect();
        let batch = self.checks_all(asked.clone(), when).await.expect("a batch");
        assert!(!about_the_past || batch.consistency_tokens.is_empty());
        for (question, result) in asked.iter().zip(batch.results) {
            if !question.resource.starts_with(ACME) {
                continue;
            }
            said.push(match result.result.expect("a result") {
                v1::access_result::Result::Error(no) => format!("{question:?}: {:?}", no.reason()),
                v1::access_result::Result::Answer(mut answer) => {
                    let until = answer.valid_until.take();
                    assert!(!about_the_past || until.is_none());
                    format!("{question:?}: {answer:?}")
                }
            });
        }
        for user in ["bob", "pia"] {
            let page = self.lists(user, when, "").await.expect("products");
            assert!(!about_the_past || page.consistency_token.is_empty());
            said.push(format!("{user}: {:?}", page.products));
            said.push(self.rights(user, when).await);
            said.push(self.explained(user, when).await);
        }
        said.push(self.accessors(when).await);
        said
    }

    async fn rights(&self, user: &str, when: When) -> String {
        let request = v1::ListRightsRequest {
            subject: format!("users/{user}"),
            resource: DRIVE.into(),
            at_time: when.time(),
            at_revision: when.revision(),
            ..Default::default()
        };
        let mut answer = self
            .access()
            .list_rights(request)
            .await
            .expect("rights")
            .into_inner();
        let until = answer.valid_until.take();
        assert!(matches!(when, When::Now) || until.is_none());
        answer.evaluate_time = None;
        answer.consistency_token.clear();
        format!("{user}: {answer:?}")
    }

    async fn explained(&self, user: &str, when: When) -> String {
        let request = v1::ExplainAccessRequest {
            subject: format!("users/{user}"),
            resource: DRIVE.into(),
            right: "use".into(),
            at_time: when.time(),
            at_revision: when.revision(),
            ..Default::default()
        };
        let mut answer = self
            .access()
            .explain_access(request)
            .await
            .expect("why")
            .into_inner();
        let until = answer.valid_until.take();
        // Uses are of now alone.
        let since = answer.uses_known_since.take();
        let uses = answer.paths.iter_mut();
        let uses: Vec<_> = uses.filter_map(|path| path.last_use_time.take()).collect();
        let nothing_of_now = until.is_none() && since.is_none() && uses.is_empty();
        assert!(matches!(when, When::Now) || nothing_of_now);
        answer.evaluate_time = None;
        answer.consistency_token.clear();
        format!("{user}: {answer:?}")
    }

    async fn accessors(&self, when: When) -> String {
        let request = v1::ListAccessorsRequest {
            resource: DRIVE.into(),
            at_time: when.time(),
            at_revision: when.revision(),
            ..Default::default()
        };
        let mut answer = self
            .access()
            .list_accessors(request)
            .await
            .expect("who")
            .into_inner();
        for accessor in &mut answer.accessors {
            let until = accessor.valid_until.take();
            assert!(matches!(when, When::Now) || until.is_none());
        }
        format!("{:?}", answer.accessors)
    }
}
