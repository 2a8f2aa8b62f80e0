//! Do the files of a crate need each other in one direction? Two that need each other hide a third.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::architecture;

/// The path of a file within its crate, as `use` writes it.
type Module = Vec<String>;

/// What a file takes from others of its crate.
#[derive(Default)]
struct Source {
    /// What it names, each as a whole path.
    named: Vec<Vec<String>>,
    /// What it hands on: a name, and the whole path of what it is.
    handed_on: BTreeMap<String, Vec<String>>,
}

#[test]
fn files_of_a_crate_depend_in_one_direction() {
    for name in [
        "domain", "access", "decide", "store", "app", "server", "cli",
    ] {
        let sources = sources(name);
        let needs = needs(&sources);
        let understood = needs.values().filter(|needed| !needed.is_empty()).count();
        assert!(
            understood > 10,
            "{understood} files of {name} were understood"
        );
        let circle = circle(needs);
        assert!(
            circle.is_empty(),
            "{name} has files that need each other: {}. Move what both need to where it belongs",
            circle.join(", ")
        );
    }
}

/// Every file but those of tests.
fn sources(of: &str) -> BTreeMap<Module, Source> {
    let root = format!("crates/{of}/src");
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(root);
    let files = architecture::sources(&format!("crates/{of}/src")).into_iter();
    let files = files.filter_map(|(path, text)| {
        let within = Path::new(&path)
            .strip_prefix(&root)
            .expect("below")
            .with_extension("");
        let mut module: Module = within
            .iter()
            .map(|part| part.to_string_lossy().into())
            .collect();
        if ["acme", "attacker", "memory"].contains(&module.first()?.as_str()) {
            return None;
        }
        if ["mod", "lib", "main"].contains(&module.last()?.as_str()) {
            module.pop();
        }
        Some((module, text))
    });
    let texts: BTreeMap<Module, String> = files.collect();
    let source = |(module, text): (&Module, &String)| (module.clone(), read(module, text, &texts));
    texts.iter().map(source).collect()
}

fn read(module: &Module, text: &str, all: &BTreeMap<Module, String>) -> Source {
    let code: String = text
        .lines()
        .take_while(|line| *line != "#[cfg(test)]")
        .map(|line| line.split("//").next().unwrap_or_default())
        .collect::<Vec<_>>()
        .join("\n");
    let mut source = Source::default();
    let mut at = 0;
    while let Some(found) = code[at..].find("use ") {
        let start = at + found;
        let before = code[..start].rsplit('\n').next().unwrap_or_default().trim();
        let is_use = before.is_empty() || before.starts_with("pub");
        let Some(length) = code[start..].find(';') else {
            break;
        };
        at = start + length;
        if !is_use {
            at = start + 4;
            continue;
        }
        for path in spread(&code[start + 4..start + length]) {
            let Some(whole) = whole(module, &path, all) else {
                continue;
            };
            if before.starts_with("pub") {
                let name = path.last().cloned().unwrap_or_default();
                source.handed_on.insert(name, whole);
            } else {
                source.named.push(whole);
            }
        }
    }
    for path in inline(&code) {
        source.named.extend(whole(module, &path, all));
    }
    source
}

/// `a::{b, c::d}` as `a::b` and `a::c::d`.
fn spread(tree: &str) -> Vec<Vec<String>> {
    let tree = tree.trim();
    let parts = |text: &str| -> Vec<String> {
        let name = text.split(" as ").next().unwrap_or_default();
        let parts = name
            .split("::")
            .map(str::trim)
            .filter(|part| !part.is_empty());
        parts.map(str::to_owned).collect()
    };
    let Some((before, inside)) = tree.split_once('{') else {
        return vec![parts(tree)];
    };
    let inside = inside.trim_end().strip_suffix('}').unwrap_or(inside);
    let (mut depth, mut items) = (0, vec![String::new()]);
    for letter in inside.chars() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                items.push(String::new());
                continue;
            }
            _ => {}
        }
        items.last_mut().expect("one at least").push(letter);
    }
    let items = items.iter().filter(|item| !item.trim().is_empty());
    let spread = items.flat_map(|item| spread(item));
    spread.map(|path| [parts(before), path].concat()).collect()
}

/// Paths in code that begin at the crate or above.
fn inline(code: &str) -> Vec<Vec<String>> {
    let words = code.split(|letter: char| !(letter.is_alphanumeric() || "_:".contains(letter)));
    let paths = words.filter(|word| word.starts_with("crate::") || word.starts_with("super::"));
    // What follows in braces was read already.
    let paths = paths.filter(|word| !word.ends_with("::"));
    paths
        .map(|path| {
            path.split("::")
                .filter(|part| !part.is_empty())
                .map(str::to_owned)
                .collect()
        })
        .collect()
}

/// The path from the root of the crate; `None` for one into another crate.
fn whole(module: &Module, path: &[String], all: &BTreeMap<Module, String>) -> Option<Vec<String>> {
    let mut base = module.clone();
    let mut path = path.iter().peekable();
    match path.peek()?.as_str() {
        "crate" => {
            base.clear();
            path.next();
        }
        "self" => {
            path.next();
        }
        "super" => {
            while path.next_if(|part| *part == "super").is_some() {
                base.pop();
            }
        }
        first => {
            base.push(first.to_owned());
            all.contains_key(&base).then_some(())?;
            path.next();
        }
    }
    base.extend(path.cloned());
    Some(base)
}

/// Of each file, the others that it needs; a name that is handed on is its file's.
fn needs(sources: &BTreeMap<Module, Source>) -> BTreeMap<Module, BTreeSet<Module>> {
    let of = |(module, source): (&Module, &Source)| {
        let needed = source.named.iter().filter_map(|path| owner(path, sources));
        let others = needed.filter(|needed| needed != module).collect();
        (module.clone(), others)
    };
    sources.iter().map(of).collect()
}

fn owner(path: &[String], sources: &BTreeMap<Module, Source>) -> Option<Module> {
    let mut path = path.to_vec();
    for _ in 0..5 {
        let length = (0..=path.len())
            .rev()
            .find(|length| sources.contains_key(&path[..*length]))?;
        let module = path[..length].to_vec();
        let handed_on = path
            .get(length)
            .and_then(|name| sources[&module].handed_on.get(name));
        match handed_on {
            Some(further) => path = further.clone(),
            None => return Some(module),
        }
    }
    None
}

/// The files that are left when those which need nobody, or whom nobody needs, are taken away again and again; in order.
fn circle(mut left: BTreeMap<Module, BTreeSet<Module>>) -> Vec<String> {
    loop {
        let before = left.len();
        let needed: BTreeSet<Module> = left.values().flatten().cloned().collect();
        left.retain(|module, needs| !needs.is_empty() && needed.contains(module));
        let there: BTreeSet<Module> = left.keys().cloned().collect();
        for needs in left.values_mut() {
            needs.retain(|module| there.contains(module));
        }
        if left.len() == before {
            return there.iter().map(|module| module.join("/")).collect();
        }
    }
}
