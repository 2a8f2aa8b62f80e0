//! Lists the files of `texts/`, so that a language more is one file more.

use std::fmt::Write;
use std::path::PathBuf;
use std::{env, error::Error, fs};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=texts");
    let directory = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("texts");
    let mut files = fs::read_dir(directory)?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<Vec<PathBuf>, std::io::Error>>()?;
    files.retain(|path| path.extension().is_some_and(|extension| extension == "ftl"));
    files.sort();
    let mut list = String::from("&[\n");
    for file in files {
        let language = file.file_stem().unwrap_or_default().to_string_lossy();
        let path = file.display().to_string();
        writeln!(list, "({language:?}, include_str!({path:?})),")?;
    }
    list.push(']');
    fs::write(
        PathBuf::from(env::var("OUT_DIR")?).join("languages.rs"),
        list,
    )?;
    Ok(())
}
