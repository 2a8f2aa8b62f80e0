//! The table of requirements and their tests, read off the sources beside this one.

use std::collections::BTreeMap;
use std::path::Path;

/// How many sentences each guide has.
const GUIDES: [(u32, u32); 5] = [(0, 18), (1, 7), (2, 30), (3, 23), (4, 30)];

#[test]
fn table_of_requirements() {
    let mut table: BTreeMap<(u32, u32), Vec<String>> = BTreeMap::new();
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/requirements");
    for entry in std::fs::read_dir(directory).expect("the directory of this file") {
        let source = std::fs::read_to_string(entry.expect("an entry").path()).expect("a source");
        for (number, test) in source.lines().filter_map(numbered) {
            table.entry(number).or_default().push(test);
        }
    }
    for ((guide, sentence), tests) in &table {
        println!("S{guide}-{sentence}: {}", tests.join(", "));
    }
    let all = GUIDES
        .iter()
        .flat_map(|(guide, last)| (1..=*last).map(|sentence| (*guide, sentence)));
    let without: Vec<_> = all
        .filter(|number| !table.contains_key(number))
        .map(|(guide, sentence)| format!("S{guide}-{sentence}"))
        .collect();
    assert!(
        without.is_empty(),
        "requirements without a test: {}",
        without.join(", ")
    );
}

/// Number and name of the test that a line declares, such as `async fn s2_19_a_future_product_…`.
fn numbered(line: &str) -> Option<((u32, u32), String)> {
    let name = line.strip_prefix("async fn ")?.strip_suffix("() {")?;
    let mut parts = name.strip_prefix('s')?.splitn(3, '_');
    let guide = parts.next()?.parse().ok()?;
    let sentence = parts.next()?.parse().ok()?;
    parts.next()?;
    Some(((guide, sentence), name.to_owned()))
}
