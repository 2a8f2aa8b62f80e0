//! Follows changes, as a search index or a cache would: `changes PARENT FILE`. The file keeps the position, so
//! that the next start goes on where this one ended; the first start begins with the first change.

use std::error::Error;
use std::path::Path;

use grantor::client::{Client, Event};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(parent), Some(file)) = (arguments.next(), arguments.next()) else {
        return Err("usage: changes PARENT FILE".into());
    };
    let file = Path::new(&file);
    let watch = Client::from_env()?.watch(parent);
    let watch = match file.exists() {
        true => watch.position(std::fs::read_to_string(file)?),
        false => watch.after_revision(0),
    };
    let mut events = watch.open().await?;
    while let Some(event) = events.next().await {
        let Event { change, position } = event?;
        println!("{}: {}", change.name, change.method);
        // After the work is done: a crash before it repeats the change, and none is lost.
        std::fs::write(file, position)?;
    }
    Ok(())
}
