//! Who may call a method? Read from the option in `proto/`, so that whoever is tried meets the doors that there are.

use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use domain::OrganizationRight;

use crate::rule::{Rule, RuleScope};

static RULES: LazyLock<HashMap<String, Arc<Rule>>> = LazyLock::new(read);

/// The rule of this method.
pub(crate) fn rule(method: &str) -> Arc<Rule> {
    let rule = RULES
        .get(method)
        .unwrap_or_else(|| panic!("no method {method} in proto/"));
    Arc::clone(rule)
}

fn read() -> HashMap<String, Arc<Rule>> {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../proto/grantor/v1");
    let files = std::fs::read_dir(&directory).expect("proto/ is there");
    files
        .flat_map(|file| {
            let text = std::fs::read_to_string(file.expect("listed").path()).expect("readable");
            let methods = text.split("\n  rpc ").skip(1);
            methods.map(of).collect::<Vec<_>>()
        })
        .collect()
}

/// The method whose text begins here.
fn of(text: &str) -> (String, Arc<Rule>) {
    let name = text.split('(').next().unwrap_or_default().to_owned();
    let option = text
        .split("(grantor.v1.authorization) = {")
        .nth(1)
        .unwrap_or_default();
    let option = option.split('}').next().unwrap_or_default();
    let right = option.split("organization_right: \"").nth(1);
    let right = right.and_then(|text| OrganizationRight::parse(text.split('"').next()?));
    let scopes = option.split("scopes: [").nth(1).unwrap_or_default();
    let scopes = scopes.split(']').next().unwrap_or_default();
    let scopes = scopes.split('"').skip(1).step_by(2);
    let scopes = scopes.map(|scope| RuleScope::parse(scope).expect("a scope"));
    let rule = Rule {
        method: name.clone(),
        organization_right: right,
        scopes: scopes.collect(),
        operator: option.contains("operator: true"),
        own: option.contains("self: true"),
        any_caller: option.contains("any_caller: true"),
        any_user: option.contains("any_user: true"),
        ..Rule::default()
    };
    (name, Arc::new(rule))
}
