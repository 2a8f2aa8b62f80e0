//! What both builds that write Rust from `proto/` ask of it: this package's, and that of `crates/server`.

use std::{error::Error, fs, io, path::PathBuf};

use protox::Compiler;
use protox::prost_reflect::{DescriptorPool, MethodDescriptor};

/// Everything in this `proto/`, compiled, comments included.
pub(crate) fn compiled(proto: &str) -> Result<Compiler, Box<dyn Error>> {
    println!("cargo::rerun-if-changed={proto}");
    let files = fs::read_dir(format!("{proto}/grantor/v1"))?;
    let mut files = files
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<Vec<PathBuf>, io::Error>>()?;
    files.retain(|path| {
        path.extension()
            .is_some_and(|extension| extension == "proto")
    });
    files.sort();
    let mut compiler = Compiler::new([proto.to_owned(), format!("{proto}/vendor")])?;
    compiler
        .include_imports(true)
        .include_source_info(true)
        .open_files(files)?;
    Ok(compiler)
}

pub(crate) fn every_method(pool: &DescriptorPool) -> impl Iterator<Item = MethodDescriptor> {
    pool.services()
        .flat_map(|service| service.methods().collect::<Vec<_>>())
}

/// `ListGrants` as Rust writes it in modules and methods: `list_grants`.
pub(crate) fn snake(name: &str) -> String {
    let mut text = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !text.is_empty() {
            text.push('_');
        }
        text.extend(letter.to_lowercase());
    }
    text
}
