//! Compiles `proto/` to Rust and keeps the descriptors, comments included.
//! A method that does not say who may call it is no method: the build fails.

use std::{env, error::Error, fs, path::PathBuf};

use protox::Compiler;
use protox::prost_reflect::{DescriptorPool, DynamicMessage, MethodDescriptor};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=proto");

    let mut files = fs::read_dir("proto/grantor/v1")?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<Vec<PathBuf>, std::io::Error>>()?;
    files.retain(|path| {
        path.extension()
            .is_some_and(|extension| extension == "proto")
    });
    files.sort();

    let mut compiler = Compiler::new(["proto", "proto/vendor"])?;
    compiler
        .include_imports(true)
        .include_source_info(true)
        .open_files(files)?;
    let methods = methods(&compiler.descriptor_pool())?;
    fs::write(
        PathBuf::from(env::var("OUT_DIR")?).join("methods.rs"),
        methods,
    )?;

    // prost takes comments from the same set; reflection and `describe` read the file.
    let descriptors = PathBuf::from(env::var("OUT_DIR")?).join("grantor.bin");
    fs::write(descriptors, compiler.encode_file_descriptor_set())?;
    tonic_prost_build::configure().compile_fds(compiler.file_descriptor_set())?;
    Ok(())
}

/// The authorization option of every method as a Rust table, and whether it streams its answers.
fn methods(pool: &DescriptorPool) -> Result<String, String> {
    let option = pool
        .get_extension_by_name("grantor.v1.authorization")
        .ok_or("proto/grantor/v1/authorization.proto declares no grantor.v1.authorization")?;
    let mut table = String::from("&[\n");
    for method in pool
        .services()
        .flat_map(|service| service.methods().collect::<Vec<_>>())
    {
        let value = method.options().get_extension(&option).into_owned();
        let rule = value
            .as_message()
            .filter(|rule| rule.fields().next().is_some());
        let rule = rule.ok_or_else(|| {
            format!(
                "{} has no `option (grantor.v1.authorization)`",
                method.full_name()
            )
        })?;
        table += &entry(&method, rule);
    }
    Ok(table + "]\n")
}

fn entry(method: &MethodDescriptor, rule: &DynamicMessage) -> String {
    let flag = |name| {
        rule.get_field_by_name(name)
            .and_then(|value| value.as_bool())
            .unwrap_or_default()
    };
    let texts = |name| -> Vec<String> {
        let value = rule.get_field_by_name(name);
        let list = value
            .as_ref()
            .and_then(|value| value.as_list())
            .unwrap_or_default();
        list.iter()
            .filter_map(|text| text.as_str().map(str::to_owned))
            .collect()
    };
    let right = rule.get_field_by_name("organization_right");
    let right = right
        .as_ref()
        .and_then(|value| value.as_str())
        .unwrap_or_default();
    format!(
        "Method {{ path: \"/{}/{}\", organization_right: {right:?}, scopes: &{:?}, operator: {}, own: {}, any_caller: {}, any_user: {}, link_page: {}, streams: {} }},\n",
        method.parent_service().full_name(),
        method.name(),
        texts("scopes"),
        flag("operator"),
        flag("self"),
        flag("any_caller"),
        flag("any_user"),
        flag("link_page"),
        method.is_server_streaming(),
    )
}
