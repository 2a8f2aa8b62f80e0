//! Compiles `proto/` to Rust and keeps the descriptors, comments included.
//! A method that does not say who may call it is no method: the build fails.

#[path = "build/descriptors.rs"]
mod descriptors;

use std::{env, error::Error, fs, path::PathBuf};

use protox::prost_reflect::{DescriptorPool, DynamicMessage, MethodDescriptor};

use descriptors::{compiled, every_method, snake};

fn main() -> Result<(), Box<dyn Error>> {
    let compiler = compiled("proto")?;
    let pool = compiler.descriptor_pool();
    let out = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(out.join("methods.rs"), methods(&pool)?)?;
    fs::write(out.join("shapes.rs"), shapes(&pool))?;
    fs::write(out.join("lists.rs"), lists(&pool)?)?;

    // prost takes comments from the same set; reflection and `describe` read the file.
    fs::write(
        out.join("grantor.bin"),
        compiler.encode_file_descriptor_set(),
    )?;
    tonic_prost_build::configure()
        .codec_path("crate::codec::SmallBuffers")
        .enum_attribute(
            ".grantor.v1.WatchChangesResponse.event",
            "#[expect(clippy::large_enum_variant, reason = \"nearly all answers that carry something are changes\")]",
        )
        .compile_fds(compiler.file_descriptor_set())?;
    Ok(())
}

/// The authorization option of every method as a Rust table, and whether it streams its answers.
fn methods(pool: &DescriptorPool) -> Result<String, String> {
    let option = pool
        .get_extension_by_name("grantor.v1.authorization")
        .ok_or("proto/grantor/v1/authorization.proto declares no grantor.v1.authorization")?;
    let mut table = String::from("&[\n");
    for method in every_method(pool) {
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
        "Method {{ path: \"/{}/{}\", organization_right: {right:?}, scopes: &{:?}, operator: {}, own: {}, any_caller: {}, any_user: {}, link_page: {}, takes_away: {}, searches: {}, streams: {} }},\n",
        method.parent_service().full_name(),
        method.name(),
        texts("scopes"),
        flag("operator"),
        flag("self"),
        flag("any_caller"),
        flag("any_user"),
        flag("link_page"),
        flag("takes_away"),
        flag("searches"),
        method.is_server_streaming(),
    )
}

/// What the client's transport must know of every method, ordered by path.
fn shapes(pool: &DescriptorPool) -> String {
    let mut rows: Vec<String> = every_method(pool)
        .map(|method| {
            let request_id = method.input().get_field_by_name("request_id");
            format!(
                "Shape {{ path: \"/{}/{}\", streams: {}, request_id: {} }},\n",
                method.parent_service().full_name(),
                method.name(),
                method.is_client_streaming() || method.is_server_streaming(),
                request_id.map_or(0, |field| field.number()),
            )
        })
        .collect();
    rows.sort();
    format!("&[\n{}]\n", rows.concat())
}

/// One `list!` of the client for every method that answers in pages.
fn lists(pool: &DescriptorPool) -> Result<String, String> {
    every_method(pool)
        .filter(|method| {
            let token = method.output().get_field_by_name("next_page_token");
            token.is_some()
        })
        .map(|method| list(&method))
        .collect()
}

fn list(method: &MethodDescriptor) -> Result<String, String> {
    let page = method.output();
    let mut items = page.fields().filter_map(|field| {
        let kind = field.kind();
        let item = kind.as_message().filter(|_| field.is_list())?;
        Some((field.name().to_owned(), item.name().to_owned()))
    });
    let (Some((field, item)), None) = (items.next(), items.next()) else {
        return Err(format!(
            "{} has not one list of messages: of which would a client give all pages?",
            page.full_name()
        ));
    };
    let service = method.parent_service();
    let stub = format!("{}_client::{}Client", snake(service.name()), service.name());
    let (request, call) = (method.input(), snake(method.name()));
    Ok(format!(
        "list! {{ {} => {stub}::{call}, {item} in {field} }}\n",
        request.name()
    ))
}
