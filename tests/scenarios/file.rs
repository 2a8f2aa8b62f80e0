//! What a scenario file says.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::Deserialize;

/// Steps that follow each other in one organization, `acme`, whose legal representative is ann.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    pub step: Vec<Step>,
}

/// What happens, and what then holds.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Which step this is, in words.
    pub says: String,
    /// Time passes first, in seconds; the rest is built in this order.
    pub wait: Option<u64>,
    #[serde(default)]
    pub groups: Vec<String>,
    #[serde(default)]
    pub products: Vec<Product>,
    #[serde(default)]
    pub members: Vec<Member>,
    #[serde(default)]
    pub teams: Vec<Team>,
    #[serde(default)]
    pub grants: Vec<Grant>,
    /// Then what befalls them, as `tag drive-1 client`.
    #[serde(default)]
    pub then: Vec<String>,
    /// Answers one by one.
    #[serde(default)]
    pub expect: Vec<Expected>,
    /// Answers of several users about one resource.
    #[serde(default)]
    pub table: Vec<Table>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Product {
    pub id: String,
    #[serde(rename = "type")]
    pub product_type: String,
    #[serde(default)]
    pub tags: Vec<String>,
    #[serde(default)]
    pub groups: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Member {
    pub user: String,
    pub role: String,
    #[serde(default)]
    pub areas: Vec<String>,
    /// Of TECHNICAL.
    #[serde(default)]
    pub scope: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Team {
    pub id: String,
    #[serde(default)]
    pub members: Vec<String>,
}

/// Rights as `kdrive/use`, a kind or `all`; scopes as `all`, `product drive-1`, `group web`, `tag client`,
/// `type kdrive` or `future kdrive`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grant {
    /// `members/bob` or `teams/web`.
    pub to: String,
    pub rights: Vec<String>,
    pub scope: Vec<String>,
    /// Seconds from now.
    pub start: Option<i64>,
    pub end: Option<i64>,
    /// Given by the owner of the externally managed type.
    #[serde(default)]
    pub by_owner: bool,
}

/// Who, which right, on which product or `organization`, and what is answered: the ways that allow it, as `ROLE` or
/// `GRANT TEAM`, or the reason why it is denied; RIGHT_UNKNOWN if there is no such right to ask about.
#[derive(Debug, Clone, Deserialize)]
pub struct Expected(pub String, pub String, pub String, pub String);

/// A table of answers on one resource: a row for each right, a column for each user.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    pub on: String,
    pub users: Vec<String>,
    pub rights: BTreeMap<String, Vec<String>>,
}

impl Scenario {
    pub fn directory() -> PathBuf {
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios/files")
    }

    pub fn read(name: &str) -> Self {
        let path = Self::directory().join(format!("{name}.toml"));
        let text = std::fs::read_to_string(&path).expect("a scenario");
        toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }
}

impl Step {
    /// Every answer, those of the tables too.
    pub fn expected(&self) -> Vec<Expected> {
        let cells = self.table.iter().flat_map(Table::cells);
        self.expect.iter().cloned().chain(cells).collect()
    }
}

impl Table {
    fn cells(&self) -> Vec<Expected> {
        let mut all = Vec::new();
        for (right, row) in &self.rights {
            assert_eq!(
                row.len(),
                self.users.len(),
                "the row {right} has a cell for each user"
            );
            for (user, cell) in self.users.iter().zip(row) {
                all.push(Expected(
                    user.clone(),
                    right.clone(),
                    self.on.clone(),
                    cell.clone(),
                ));
            }
        }
        all
    }
}
