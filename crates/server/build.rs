//! Which requests say nothing but a resource's name, and perhaps the etag that was seen? And which nothing but a page of a
//! list? Each is a line, whose noun is that of the `google.api.resource_reference` of its name or parent
//! (`src/convert/by_name.rs`, `src/convert/by_parent.rs`).

#[path = "../../build/descriptors.rs"]
mod descriptors;
#[path = "build/references.rs"]
mod references;

use std::{env, error::Error, fs, path::PathBuf};

use protox::prost_reflect::{MessageDescriptor, MethodDescriptor};

use descriptors::{compiled, every_method};
use references::References;

/// What every mutation has (`src/mutation.rs`), and the etag.
const BESIDE_THE_NAME: [&str; 3] = ["etag", "request_id", "validate_only"];

/// What every list has (`src/convert/page.rs`).
const PAGE: [&str; 3] = ["page_size", "page_token", "consistency"];

fn main() -> Result<(), Box<dyn Error>> {
    let pool = compiled("../../proto")?.descriptor_pool();
    let references = References::of(&pool)?;
    let by_name = every_method(&pool).filter_map(|method| by_name(&method, &references));
    let by_parent = every_method(&pool).filter_map(|method| by_parent(&method, &references));
    let out = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(out.join("by_name.rs"), by_name.collect::<String>())?;
    fs::write(out.join("by_parent.rs"), by_parent.collect::<String>())?;
    Ok(())
}

fn by_name(method: &MethodDescriptor, references: &References) -> Option<String> {
    let request = method.input();
    let noun = references.noun(&request.get_field_by_name("name")?)?;
    let beside = beside(&request, "name");
    if !beside
        .iter()
        .all(|field| BESIDE_THE_NAME.contains(&field.as_str()))
    {
        return None;
    }
    let has = |field: &str| beside.iter().any(|name| name == field);
    // What changes something is a use case of the method's name.
    let command = match (has("request_id"), has("etag")) {
        (false, _) => String::new(),
        (true, false) => format!(" => {}", method.name()),
        (true, true) => format!(" => {}, etag", method.name()),
    };
    Some(format!(
        "by_name! {{ {noun}: {}{command} }}\n",
        request.name()
    ))
}

fn by_parent(method: &MethodDescriptor, references: &References) -> Option<String> {
    let request = method.input();
    if beside(&request, "parent") != PAGE {
        return None;
    }
    // A list is a question of the method's name.
    let parent = match request.get_field_by_name("parent") {
        Some(parent) => format!(", {}", references.noun(&parent)?),
        None => String::new(),
    };
    Some(format!(
        "by_parent! {{ {}: {}{parent} }}\n",
        method.name(),
        request.name()
    ))
}

/// The fields of a request but this one.
fn beside(request: &MessageDescriptor, name: &str) -> Vec<String> {
    let fields = request.fields().map(|field| field.name().to_owned());
    fields.filter(|field| field != name).collect()
}
