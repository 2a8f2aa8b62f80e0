//! Globex: one person's own organization, with a guest who has an account already.

use cli::Failure;
use decide::use_cases::role_spec::RoleName;
use domain::{OrganizationId, ProductTypeId, RightKind, Scope, ScopeEntry, Subject};

use super::acme::{grant, kinds};
use super::stage::{Guest, Stage, plain};
use super::{product, registers};

pub(super) async fn load(stage: &Stage<'_>) -> Result<(), Failure> {
    let globex = OrganizationId::parse("globex")?;
    let zoe = registers(stage, "zoe", ("Zoe", "Example"), (&globex, "Globex")).await?;
    product(stage, &globex, "kdrive", "drive-1", "Drive").await?;
    product(stage, &globex, "ticketing", "tickets-1", "Harbour festival").await?;
    let alice = Guest {
        id: "alice",
        given_name: "Alice",
        family_name: "Example",
        position: "Office manager",
        role: plain(RoleName::External),
    };
    let alice = stage.welcomes(&zoe, &globex, &alice, true).await?;
    let drives = Scope::listed([ScopeEntry::Type(ProductTypeId::parse("kdrive")?)]);
    let use_only = kinds([RightKind::Usage]);
    grant(
        stage,
        &globex,
        &zoe,
        Subject::Member(alice),
        (use_only, drives),
        "Shares our files",
    )
    .await
}
