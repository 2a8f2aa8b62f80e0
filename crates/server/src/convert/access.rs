//! Questions about access on the wire.

use std::ops::RangeInclusive;

use app::access::Resource;
use app::queries::access::{ListAccessibleOrganizations, ListAccessibleProducts, ListAccessors};
use app::queries::list::Listing;
use app::{Consistency, When};
use decide::queries::access::Question;
use domain::{OrganizationId, ProductId, RightName, UserId};
use grantor::v1;

use super::list::bounded;
use crate::fields::{Fields, Parse, parse};
use crate::names;
use crate::problem::Problem;

/// How many questions are asked at once.
pub(crate) const QUESTIONS: RangeInclusive<usize> = 1..=1000;

/// The longest name of a right: a type, a slash and a right.
const MAX_RIGHT: usize = 127;

/// A question, and of which states it is asked.
pub(crate) struct AskedQuestion {
    pub(crate) question: Question,
    pub(crate) when: When,
}

/// A question of a stream, and how fresh its answer must be.
pub(crate) struct FreshQuestion {
    pub(crate) question: Question,
    pub(crate) consistency: Consistency,
}

/// Questions, and of which states they are asked; one that can't be read keeps what is wrong with it.
pub(crate) struct AskedQuestions {
    pub(crate) questions: Vec<Result<Question, Problem>>,
    pub(crate) when: When,
}

/// Asks for the rights of somebody on something.
pub(crate) struct RightsQuestion {
    pub(crate) organization: OrganizationId,
    pub(crate) subject: UserId,
    pub(crate) resource: Resource,
    pub(crate) when: When,
}

/// Who is asked about, what, and on what.
pub(crate) fn question(
    fields: &mut Fields,
    subject: &str,
    on: &str,
    right: impl Into<RightName> + AsRef<str>,
) -> Option<Question> {
    let subject = fields.user("subject", subject);
    let named = resource(fields, on);
    let right = required_right(fields, right);
    let (organization, resource) = named?;
    Some(Question {
        subject: subject?,
        organization,
        resource,
        right: right?,
    })
}

/// A product or an organization.
fn resource(fields: &mut Fields, name: &str) -> Option<(OrganizationId, Resource)> {
    let product = names::two(
        name,
        "organizations/*/products/*",
        OrganizationId::parse,
        ProductId::parse,
    );
    if let Some((organization, product)) = product {
        return Some((organization, Resource::Product(product)));
    }
    let organization = names::one(name, "organizations/*", OrganizationId::parse);
    if organization.is_none() {
        fields.reject(
            "resource",
            "must be a product such as organizations/acme/products/drive-1, or an organization such as organizations/acme",
        );
    }
    Some((organization?, Resource::Organization))
}

fn required_right(
    fields: &mut Fields,
    right: impl Into<RightName> + AsRef<str>,
) -> Option<RightName> {
    if right.as_ref().is_empty() {
        fields.reject(
            "right",
            "is required; such as manage, kdrive/manage or, on an organization, manage_users",
        );
        return None;
    }
    bounded_right(fields, right)
}

fn bounded_right(
    fields: &mut Fields,
    right: impl Into<RightName> + AsRef<str>,
) -> Option<RightName> {
    let length = right.as_ref().len();
    if length > MAX_RIGHT {
        fields.reject(
            "right",
            format!("must be at most {MAX_RIGHT} bytes (got {length})"),
        );
        return None;
    }
    Some(right.into())
}

/// A right that may be left out.
fn optional_right(fields: &mut Fields, right: String) -> Option<Option<RightName>> {
    if right.is_empty() {
        Some(None)
    } else {
        bounded_right(fields, right).map(Some)
    }
}

macro_rules! asked_questions {
    ($($message:ident),+) => {$(
        impl Parse for v1::$message {
            type Command = AskedQuestion;

            fn parse(self, fields: &mut Fields) -> Option<AskedQuestion> {
                let question = question(fields, &self.subject, &self.resource, self.right);
                let when = fields.when(self.consistency, self.at_time, self.at_revision);
                Some(AskedQuestion {
                    question: question?,
                    when: when?,
                })
            }
        }
    )+};
}

asked_questions!(CheckAccessRequest, ExplainAccessRequest);

impl Parse for v1::StreamCheckAccessRequest {
    type Command = FreshQuestion;

    fn parse(self, fields: &mut Fields) -> Option<FreshQuestion> {
        let question = question(fields, &self.subject, &self.resource, self.right);
        let consistency = fields.consistency(self.consistency);
        Some(FreshQuestion {
            question: question?,
            consistency: consistency?,
        })
    }
}

impl Parse for v1::BatchCheckAccessRequest {
    type Command = AskedQuestions;

    fn parse(self, fields: &mut Fields) -> Option<AskedQuestions> {
        let bounds = bounded(fields, "questions", &self.questions, QUESTIONS);
        let when = fields.when(self.consistency, self.at_time, self.at_revision);
        bounds?;
        let questions: Vec<_> = self.questions.into_iter().map(parse).collect();
        if self.at_revision != 0 && !are_of_one(&questions) {
            fields.reject(
                "at_revision",
                "must be left out where questions are about several organizations: each counts its own; say at_time",
            );
            return None;
        }
        Some(AskedQuestions {
            questions,
            when: when?,
        })
    }
}

/// Whether all that can be read are about one organization.
fn are_of_one(questions: &[Result<Question, Problem>]) -> bool {
    let mut organizations = questions
        .iter()
        .flatten()
        .map(|question| &question.organization);
    let first = organizations.next();
    organizations.all(|other| Some(other) == first)
}

impl Parse for v1::AccessQuestion {
    type Command = Question;

    fn parse(self, fields: &mut Fields) -> Option<Question> {
        question(fields, &self.subject, &self.resource, self.right)
    }
}

impl Parse for v1::ListAccessibleProductsRequest {
    type Command = Listing<ListAccessibleProducts>;

    fn parse(self, fields: &mut Fields) -> Option<Self::Command> {
        let organization = fields.organization("parent", &self.parent);
        let subject = fields.user("subject", &self.subject);
        let right = optional_right(fields, self.right);
        let product_type = match self.product_type.as_str() {
            "" => Some(None),
            name => fields.product_type("product_type", name).map(Some),
        };
        let as_of = fields.as_of(self.consistency.is_some(), self.at_time, self.at_revision);
        let (size, total) = (self.page_size, self.return_total_size);
        let page = fields.page_and_total(size, self.page_token, total, self.consistency);
        Some(page?.as_of(as_of?).of(ListAccessibleProducts {
            organization: organization?,
            subject: subject?,
            right: right?,
            product_type: product_type?,
        }))
    }
}

impl Parse for v1::ListAccessibleOrganizationsRequest {
    type Command = Listing<ListAccessibleOrganizations>;

    fn parse(self, fields: &mut Fields) -> Option<Self::Command> {
        let subject = fields.user("subject", &self.subject);
        let page = fields.page(self.page_size, self.page_token, self.consistency);
        let (page, subject) = page.zip(subject)?;
        Some(page.of(ListAccessibleOrganizations { subject }))
    }
}

impl Parse for v1::ListAccessorsRequest {
    type Command = Listing<ListAccessors>;

    fn parse(self, fields: &mut Fields) -> Option<Self::Command> {
        let named = resource(fields, &self.resource);
        let right = match &named {
            Some((_, Resource::Organization)) => required_right(fields, self.right).map(Some),
            Some((_, Resource::Product(_))) | None => optional_right(fields, self.right),
        };
        let as_of = fields.as_of(self.consistency.is_some(), self.at_time, self.at_revision);
        let (size, total) = (self.page_size, self.return_total_size);
        let page = fields.page_and_total(size, self.page_token, total, self.consistency);
        let (organization, resource) = named?;
        let product = match resource {
            Resource::Organization => None,
            Resource::Product(product) => Some(product),
        };
        Some(page?.as_of(as_of?).of(ListAccessors {
            organization,
            product,
            right: right?,
        }))
    }
}

impl Parse for v1::ListRightsRequest {
    type Command = RightsQuestion;

    fn parse(self, fields: &mut Fields) -> Option<RightsQuestion> {
        let subject = fields.user("subject", &self.subject);
        let named = resource(fields, &self.resource);
        let when = fields.when(self.consistency, self.at_time, self.at_revision);
        let (organization, resource) = named?;
        Some(RightsQuestion {
            organization,
            subject: subject?,
            resource,
            when: when?,
        })
    }
}
