//! How a frozen world is made, once for each format and database; `tests/frozen/README.md` has the command.

use std::path::PathBuf;
use std::process::Command;

use grantor::v1;
use v1::RightKind::Detailed;

use super::cast::{Cast, days};
use super::files::{Facts, Files, write_small};
use super::open::{Opened, clock_at};
use super::questions::{self, TIMES};
use super::{partners, people, tickets};
use crate::harness::{Actor, World, catalog_types};

/// Where it goes.
const DIRECTORY: &str = "GRANTOR_FREEZE";

#[tokio::test]
#[ignore = "needs GRANTOR_FREEZE, a directory to write to; .ci/run runs it"]
async fn frozen_world_is_made() {
    let directory =
        std::env::var(DIRECTORY).expect("GRANTOR_FREEZE names a directory, such as tests/frozen/2");
    let files = Files::new(&PathBuf::from(directory));
    assert!(
        !files.database().exists(),
        "what is frozen is not made again"
    );
    files.make_directory();
    let world = World::new().await;
    let asker = played(&world).await;
    let key = asker
        .headers()
        .into_iter()
        .find_map(|(_, value)| value.strip_prefix("Bearer ").map(str::to_owned));
    let heads = super::open::heads(&asker).await;
    files.write_facts(&Facts {
        key: key.expect("a key"),
        heads,
    });
    std::fs::copy(&world.options.key_file, files.keys()).expect("the keys");
    world.app.close().await;
    copied(&world, &files).await;
    let opened = Opened::new(&files, clock_at(TIMES[0])).await;
    let mut asked = Vec::new();
    for (time, at) in TIMES.into_iter().enumerate() {
        opened.clock.set(at);
        asked.extend(questions::asked_at(time, &opened.asker).await);
    }
    let asked = questions::kept(asked);
    if files.answers().exists() {
        assert!(files.asked() == asked, "both databases answer the same");
    } else {
        files.write_asked(&asked);
    }
}

/// All that happens, in order; who asks in the end.
pub(super) async fn played(world: &World) -> Actor {
    let cast = Cast::new(world);
    let asker = world
        .service("asker", &["access.ask", "read", "watch"])
        .await;
    let fax = v1::ProductType {
        name: "productTypes/fax".into(),
        display_name: "Fax".into(),
        ..Default::default()
    };
    let rights = ["send", "read"].map(|id| right(id, &[])).to_vec();
    let fax = v1::ProductType { rights, ..fax };
    cast.operator
        .apply_catalog(vec![fax])
        .await
        .expect("applied");
    ticketing(
        &cast,
        &[
            right("sell", &[]),
            right("refund", &["sell"]),
            right("scan", &[]),
            right("gift", &[]),
        ],
    )
    .await;
    people::acme(&cast).await;
    days(world, 2);
    partners::partners(&cast).await;
    tickets::expiring(&cast).await;
    tickets::platform(&cast).await;
    tickets::invitations(&cast).await;
    tickets::requests(&cast).await;
    partners::proposals(&cast).await;
    // A right that is gone, and one that brings another along.
    ticketing(
        &cast,
        &[
            right("sell", &[]),
            right("refund", &["sell"]),
            right("scan", &["sell"]),
        ],
    )
    .await;
    asker
}

fn right(id: &str, implies: &[&str]) -> v1::Right {
    v1::Right {
        id: id.into(),
        display_name: id.into(),
        kind: Detailed.into(),
        implies: implies.iter().map(|id| (*id).to_owned()).collect(),
    }
}

async fn ticketing(cast: &Cast<'_>, rights: &[v1::Right]) {
    let declared = catalog_types()
        .into_iter()
        .find(|declared| declared.name == "productTypes/ticketing");
    let request = v1::ApplyCatalogRequest {
        product_types: vec![v1::ProductType {
            rights: rights.to_vec(),
            ..declared.expect("the type")
        }],
        allow_gain: true,
        allow_loss: true,
        ..Default::default()
    };
    cast.operator
        .catalog()
        .apply_catalog(request)
        .await
        .expect("applied");
}

async fn copied(world: &World, files: &Files) {
    let url = &world.options.database_url;
    let content = if url.starts_with("sqlite:") {
        let copy = world.directory.path().join("copy.db");
        world
            .tampers(&format!("VACUUM INTO '{}'", copy.display()))
            .await;
        std::fs::read(copy).expect("the copy")
    } else {
        let dump = Command::new("pg_dump")
            .args([
                "--inserts",
                "--rows-per-insert=50",
                "--no-owner",
                "--no-privileges",
                url,
            ])
            .output()
            .expect("pg_dump runs");
        assert!(
            dump.status.success(),
            "{}",
            String::from_utf8_lossy(&dump.stderr)
        );
        dump.stdout
    };
    write_small(&files.database(), &content);
}
