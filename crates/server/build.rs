//! Which requests say nothing but a resource's name, and perhaps the etag that was seen? Each is one `by_name!` line, whose
//! noun is the type of the `google.api.resource_reference` of its name (`src/convert/by_name.rs`).

#[path = "../../build/descriptors.rs"]
mod descriptors;

use std::{env, error::Error, fs, path::PathBuf};

use protox::prost_reflect::{ExtensionDescriptor, MethodDescriptor};

use descriptors::{compiled, every_method, snake};

/// What every mutation has (`src/mutation.rs`), and the etag.
const BESIDE_THE_NAME: [&str; 3] = ["etag", "request_id", "validate_only"];

fn main() -> Result<(), Box<dyn Error>> {
    let pool = compiled("../../proto")?.descriptor_pool();
    let reference = pool
        .get_extension_by_name("google.api.resource_reference")
        .ok_or("proto/ does not import google/api/resource.proto")?;
    let lines = every_method(&pool).filter_map(|method| by_name(&method, &reference));
    let out = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(out.join("by_name.rs"), lines.collect::<String>())?;
    Ok(())
}

fn by_name(method: &MethodDescriptor, reference: &ExtensionDescriptor) -> Option<String> {
    let request = method.input();
    let name = request.get_field_by_name("name")?;
    let options = name.options();
    let reference = options.get_extension(reference);
    let resource = reference.as_message()?.get_field_by_name("type")?;
    let noun = snake(resource.as_str()?.rsplit('/').next()?);

    let beside = request.fields().filter(|field| *field != name);
    let beside: Vec<_> = beside.map(|field| field.name().to_owned()).collect();
    if beside
        .iter()
        .any(|field| !BESIDE_THE_NAME.contains(&field.as_str()))
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
