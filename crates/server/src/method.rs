//! The rule of every method, read from its option at build time. What has no rule is not served.

use std::collections::HashMap;
use std::sync::Arc;

use decide::rule::{Rule, RuleScope};
use domain::OrganizationRight;

/// The rules by the path of the method, such as `/grantor.v1.AccessService/CheckAccess`.
#[derive(Debug, Clone)]
pub(crate) struct Rules(Arc<HashMap<&'static str, Arc<Rule>>>);

/// An option that names a right or scope that does not exist.
#[derive(Debug, thiserror::Error)]
#[error("the authorization option of {path} names {what:?}, which does not exist")]
pub struct BadOption {
    path: &'static str,
    what: &'static str,
}

impl Rules {
    pub(crate) fn new() -> Result<Self, BadOption> {
        let rules = grantor::METHODS
            .iter()
            .map(|method| Ok((method.path, Arc::new(rule(method)?))));
        Ok(Self(Arc::new(rules.collect::<Result<_, BadOption>>()?)))
    }

    /// With one more method, open to every caller with a key.
    pub(crate) fn and_open(self, path: &'static str) -> Self {
        let mut rules = HashMap::clone(&self.0);
        rules.insert(
            path,
            Arc::new(Rule {
                any_caller: true,
                method: path.to_owned(),
                ..Rule::default()
            }),
        );
        Self(Arc::new(rules))
    }

    pub(crate) fn get(&self, path: &str) -> Option<Arc<Rule>> {
        self.0.get(path).cloned()
    }
}

/// How the log writes the method of this path: `Service.Method`.
pub(crate) fn logged_as(path: &str) -> String {
    path.trim_start_matches("/grantor.v1.").replace('/', ".")
}

fn rule(method: &'static grantor::Method) -> Result<Rule, BadOption> {
    let path = method.path;
    let bad = |what| BadOption { path, what };
    let organization_right = match method.organization_right {
        "" => None,
        right => Some(OrganizationRight::parse(right).ok_or(bad(right))?),
    };
    let scopes = method
        .scopes
        .iter()
        .map(|scope| RuleScope::parse(scope).ok_or(bad(scope)));
    Ok(Rule {
        method: logged_as(path),
        organization_right,
        scopes: scopes.collect::<Result<_, _>>()?,
        operator: method.operator,
        own: method.own,
        any_caller: method.any_caller,
        any_user: method.any_user,
        link_page: method.link_page,
        takes_away: method.takes_away,
        searches: method.searches,
        streams: method.streams,
    })
}
