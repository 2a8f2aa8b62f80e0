//! What a step is called with, texts of earlier outcomes put in.

use grantor::client::{Client, Past};
use grantor::v1;
use prost_types::Timestamp;
use serde_json::Value;

use crate::outcome::runner;

/// The object `with` of a step.
pub(crate) struct Given(Value);

/// Puts the fields of earlier outcomes in place of `{"from": [STEP, "FIELD"]}`.
pub(crate) fn resolve(with: &Value, outcomes: &[Value]) -> Result<Given, String> {
    resolved(with, outcomes).map(Given)
}

fn resolved(value: &Value, outcomes: &[Value]) -> Result<Value, String> {
    match value {
        Value::Object(object) if object.contains_key("from") => {
            let step = object["from"][0]
                .as_u64()
                .and_then(|step| usize::try_from(step).ok());
            let field = object["from"][1].as_str().unwrap_or_default();
            let outcome = step.and_then(|step| outcomes.get(step));
            outcome
                .and_then(|outcome| outcome["ok"].get(field))
                .cloned()
                .ok_or_else(|| format!("no earlier step has {field} of {value}"))
        }
        Value::Object(object) => object
            .iter()
            .map(|(name, value)| Ok((name.clone(), resolved(value, outcomes)?)))
            .collect(),
        Value::Array(list) => list.iter().map(|value| resolved(value, outcomes)).collect(),
        plain => Ok(plain.clone()),
    }
}

/// A text, if there is one by this name.
pub(crate) fn text(value: &Value, name: &str) -> Option<String> {
    value[name].as_str().map(str::to_owned)
}

impl Given {
    /// The text of this name; empty if there is none.
    pub(crate) fn text(&self, name: &str) -> String {
        self.some_text(name).unwrap_or_default()
    }

    pub(crate) fn some_text(&self, name: &str) -> Option<String> {
        text(&self.0, name)
    }

    pub(crate) fn number(&self, name: &str) -> Option<i64> {
        self.0[name].as_i64()
    }

    pub(crate) fn texts(&self, name: &str) -> Vec<String> {
        let list = self.0[name].as_array().into_iter().flatten();
        list.filter_map(|text| text.as_str().map(str::to_owned))
            .collect()
    }

    /// The client with the freshness that is asked for.
    pub(crate) fn fresh(&self, client: &Client) -> Client {
        match &self.0["consistency"] {
            Value::String(_) => client.fully_consistent(),
            Value::Array(_) => client.at_least_as_fresh(self.texts("consistency")),
            _ => client.clone(),
        }
    }

    /// What asks about the past, if that is asked for.
    pub(crate) fn past(&self, client: &Client) -> Result<Option<Past>, Value> {
        let client = self.fresh(client);
        let revision = self.number("at_revision");
        Ok(match (self.time("at_time")?, revision) {
            (None, None) => None,
            (Some(time), None) => Some(client.at_time(time)),
            (None, Some(revision)) => Some(client.at_revision(revision)),
            (Some(time), Some(revision)) => Some(client.at_time(time).at_revision(revision)),
        })
    }

    /// A time, if there is one by this name.
    pub(crate) fn time(&self, name: &str) -> Result<Option<Timestamp>, Value> {
        let time = self.some_text(name).map(|text| text.parse::<Timestamp>());
        time.transpose()
            .map_err(|_| runner(&format!("{name} is no RFC 3339 time")))
    }

    /// The questions, or one of them as often as `repeat` says.
    pub(crate) fn questions(&self) -> Vec<v1::AccessQuestion> {
        match self.repeat() {
            Some(times) => vec![question(&self.0["question"]); times],
            None => {
                let list = self.0["questions"].as_array().into_iter().flatten();
                list.map(question).collect()
            }
        }
    }

    /// Whether the outcome has every value that is waited for (`until`).
    pub(crate) fn is_reached(&self, outcome: &Value) -> bool {
        let mut wanted = self.0["until"].as_object().into_iter().flatten();
        wanted.all(|(name, value)| outcome[name] == *value)
    }

    pub(crate) fn repeat(&self) -> Option<usize> {
        self.number("repeat")
            .and_then(|times| usize::try_from(times).ok())
    }
}

fn question(value: &Value) -> v1::AccessQuestion {
    v1::AccessQuestion {
        subject: text(value, "subject").unwrap_or_default(),
        resource: text(value, "resource").unwrap_or_default(),
        right: text(value, "right").unwrap_or_default(),
    }
}
