//! Questions about access on the wire.

use app::Consistency;
use app::access::Resource;
use app::queries::access::{ListAccessibleProducts, ListAccessors};
use app::queries::list::Listing;
use decide::queries::access::Question;
use domain::{OrganizationId, ProductId, RightName, UserId};
use grantor::v1;

use super::list::bounded;
use crate::fields::{Fields, Parse, parse};
use crate::names;
use crate::problem::Problem;

/// The longest name of a right: a type, a slash and a right.
const MAX_RIGHT: usize = 127;

/// A question and how fresh its answer must be.
pub(crate) struct FreshQuestion {
    pub(crate) question: Question,
    pub(crate) consistency: Consistency,
}

/// Questions and how fresh their answers must be; one that can't be read keeps what is wrong with it.
pub(crate) struct FreshQuestions {
    pub(crate) questions: Vec<Result<Question, Problem>>,
    pub(crate) consistency: Consistency,
}

/// Asks for the rights of somebody on something.
pub(crate) struct RightsQuestion {
    pub(crate) organization: OrganizationId,
    pub(crate) subject: UserId,
    pub(crate) resource: Resource,
    pub(crate) consistency: Consistency,
}

fn question(fields: &mut Fields, subject: &str, on: &str, right: String) -> Option<Question> {
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

fn required_right(fields: &mut Fields, right: String) -> Option<RightName> {
    if right.is_empty() {
        fields.reject(
            "right",
            "is required; such as manage, kdrive/manage or, on an organization, manage_users",
        );
        return None;
    }
    bounded_right(fields, right)
}

fn bounded_right(fields: &mut Fields, right: String) -> Option<RightName> {
    if right.len() > MAX_RIGHT {
        fields.reject(
            "right",
            format!("must be at most {MAX_RIGHT} bytes (got {})", right.len()),
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

macro_rules! fresh_questions {
    ($($message:ident),+) => {$(
        impl Parse for v1::$message {
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
    )+};
}

fresh_questions!(
    CheckAccessRequest,
    ExplainAccessRequest,
    StreamCheckAccessRequest
);

impl Parse for v1::BatchCheckAccessRequest {
    type Command = FreshQuestions;

    fn parse(self, fields: &mut Fields) -> Option<FreshQuestions> {
        let bounds = bounded(fields, "questions", &self.questions, 1..=1000);
        let consistency = fields.consistency(self.consistency);
        bounds?;
        let questions = self.questions.into_iter().map(parse).collect();
        Some(FreshQuestions {
            questions,
            consistency: consistency?,
        })
    }
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
        let page = fields.page(self.page_size, self.page_token, self.consistency);
        Some(page?.of(ListAccessibleProducts {
            organization: organization?,
            subject: subject?,
            right: right?,
            product_type: product_type?,
        }))
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
        let page = fields.page(self.page_size, self.page_token, self.consistency);
        let (organization, resource) = named?;
        let product = match resource {
            Resource::Organization => None,
            Resource::Product(product) => Some(product),
        };
        Some(page?.of(ListAccessors {
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
        let consistency = fields.consistency(self.consistency);
        let (organization, resource) = named?;
        Some(RightsQuestion {
            organization,
            subject: subject?,
            resource,
            consistency: consistency?,
        })
    }
}
