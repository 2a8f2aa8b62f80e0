//! The company acme of the frozen world: people of each role and state, products, and every kind of grant.

use grantor::v1;
use v1::{Area, RightKind};

use super::cast::Cast;
use crate::harness::{
    administrator, all, collaborator, every_right, external, future, group, kinds,
    legal_representative, of_type, products, rights, tag, technician, to_member, to_team,
};

/// A day, in seconds.
pub(super) const DAY: i64 = 86_400;

/// What acme owns, by id and type; some are made later.
const PRODUCTS: [(&str, &str); 7] = [
    ("drive", "kdrive"),
    ("archive", "kdrive"),
    ("gone", "kdrive"),
    ("site", "domain"),
    ("shop", "ticketing"),
    ("line", "fax"),
    ("book", "contacts"),
];

/// The name of one of acme's products.
pub(super) fn product(id: &str) -> String {
    format!("organizations/acme/products/{id}")
}

pub(super) async fn acme(cast: &Cast<'_>) {
    cast.founds("acme", "ann").await;
    for (id, of) in PRODUCTS {
        let made = cast.operator.creates_product("acme", id, of).await;
        made.expect("a product");
    }
    let ann = cast.of("ann");
    for id in ["website", "empty-group", "lost-group"] {
        ann.creates_group("acme", id).await.expect("a group");
    }
    let website = "organizations/acme/productGroups/website";
    let grouped = ann
        .adds_to_group(website, &[&product("site"), &product("archive")])
        .await;
    grouped.expect("grouped");
    let tagged = ann.tags(&product("drive"), &["blue", "old"]).await;
    tagged.expect("tagged");
    ann.untags(&product("drive"), &["old"])
        .await
        .expect("untagged");
    upper_roles(cast).await;
    members(cast).await;
    grants(cast).await;
    periods(cast).await;
    teams(cast).await;
    managed_elsewhere(cast).await;
    covered_later(cast).await;
    states(cast).await;
}

async fn upper_roles(cast: &Cast<'_>) {
    let website = "organizations/acme/productGroups/website";
    let every = [
        Area::Financial,
        Area::Security,
        Area::UserRights,
        Area::Technical,
    ];
    let roles = [
        ("leo", legal_representative()),
        ("ada", administrator(&every)),
        ("una", administrator(&[Area::UserRights])),
        ("fin", administrator(&[Area::Financial])),
        ("sec", administrator(&[Area::Security])),
        ("tess", administrator(&[Area::Technical])),
        ("nobody", administrator(&[])),
        (
            "tim",
            technician(products(&[&product("drive")]), &[Area::UserRights]),
        ),
        ("tag-tech", technician(tag("blue"), &[])),
        ("type-tech", technician(of_type("kdrive"), &[])),
        ("group-tech", technician(group(website), &[Area::Financial])),
        ("lost-tech", technician(products(&[&product("gone")]), &[])),
        ("dora", administrator(&[Area::Technical])),
        ("lars", legal_representative()),
    ];
    for (id, invitation) in roles {
        cast.joins_new("acme", "ann", id, invitation).await;
    }
}

async fn members(cast: &Cast<'_>) {
    for id in [
        "bob",
        "ben",
        "bea",
        "dan",
        "rex",
        "lena",
        "ina",
        "era",
        "pam",
        "c-all",
        "c-type",
        "c-group",
        "c-tag",
        "c-product",
        "c-future",
        "c-kinds",
        "c-every",
        "c-many",
        "c-lost",
        "c-fax",
        "c-over",
        "c-ending",
        "c-starting",
        "c-later",
        "c-raised",
        "c-lowered",
    ] {
        cast.joins_new("acme", "ann", id, collaborator()).await;
    }
    let white = v1::Invitation {
        panel: v1::Panel::WhiteLabel.into(),
        ..external()
    };
    cast.joins_new("acme", "ann", "eve", white).await;
}

async fn gives(cast: &Cast<'_>, to: &str, what: v1::Rights, on: v1::Scope) -> v1::Grant {
    let grant = to_member("acme", to, what, on);
    let given = cast.of("ann").grants_access("acme", grant).await;
    given.expect("given")
}

async fn grants(cast: &Cast<'_>) {
    let website = "organizations/acme/productGroups/website";
    let lost = group("organizations/acme/productGroups/lost-group");
    let uses = || rights(&["kdrive/use"]);
    gives(cast, "c-all", uses(), all()).await;
    gives(cast, "c-type", rights(&["domain/dns"]), of_type("domain")).await;
    gives(cast, "c-group", every_right(), group(website)).await;
    gives(cast, "c-tag", rights(&["kdrive/manage"]), tag("blue")).await;
    gives(
        cast,
        "c-product",
        rights(&["ticketing/refund"]),
        products(&[&product("shop")]),
    )
    .await;
    gives(cast, "c-future", uses(), future("kdrive")).await;
    let usage = kinds(&[RightKind::Usage, RightKind::Technical]);
    gives(cast, "c-kinds", usage, all()).await;
    gives(cast, "c-every", every_right(), all()).await;
    let several = products(&[&product("drive"), &product("gone"), &product("site")]);
    gives(cast, "c-many", every_right(), several).await;
    gives(cast, "c-lost", uses(), products(&[&product("gone")])).await;
    gives(cast, "c-lost", uses(), lost).await;
    gives(
        cast,
        "c-fax",
        rights(&["fax/send", "fax/read"]),
        products(&[&product("line")]),
    )
    .await;
    gives(cast, "eve", uses(), products(&[&product("drive")])).await;
    for id in ["dan", "rex", "lena", "ina", "era", "c-raised"] {
        gives(cast, id, every_right(), of_type("kdrive")).await;
    }
    let scan = rights(&["ticketing/scan", "ticketing/sell"]);
    let noted = v1::Grant {
        note: "For the season.".into(),
        ..to_member("acme", "ben", scan, all())
    };
    let noted = cast
        .of("ann")
        .grants_access("acme", noted)
        .await
        .expect("given");
    let narrower = v1::Grant {
        rights: Some(rights(&["ticketing/scan"])),
        ..noted
    };
    let narrowed = cast.of("ann").updates_grant(narrower, &["rights"]).await;
    narrowed.expect("narrowed");
    let taken = gives(cast, "bea", every_right(), all()).await;
    let taken = cast.of("leo").deletes_grant(&taken.name).await;
    taken.expect("taken away");
}

/// Grants that are over, that end or start between the two times of the questions, and that start after both.
async fn periods(cast: &Cast<'_>) {
    let (ann, world) = (cast.of("ann"), cast.world);
    for (id, start, end) in [
        ("c-over", None, Some(DAY)),
        ("c-ending", None, Some(40 * DAY)),
        ("c-starting", Some(40 * DAY), None),
        ("c-starting", Some(41 * DAY), Some(400 * DAY)),
        ("c-later", Some(300 * DAY), Some(400 * DAY)),
    ] {
        let grant = v1::Grant {
            start_time: start.map(|start| world.later(start)),
            expire_time: end.map(|end| world.later(end)),
            ..to_member("acme", id, rights(&["kdrive/use"]), of_type("kdrive"))
        };
        ann.grants_access("acme", grant).await.expect("given");
    }
}

async fn teams(cast: &Cast<'_>) {
    let ann = cast.of("ann");
    for id in ["writers", "readers", "nobody-there", "dissolved"] {
        ann.creates_team("acme", id).await.expect("a team");
    }
    for (team, who) in [
        ("writers", &["bob", "ben", "dan", "ina", "era"] as &[&str]),
        ("readers", &["bob", "bea", "eve", "rex"]),
        ("dissolved", &["bea"]),
    ] {
        ann.adds_to_team("acme", team, who).await.expect("joined");
    }
    ann.removes_from_team("acme", "readers", &["bea"])
        .await
        .expect("out");
    for (team, what, on) in [
        ("writers", rights(&["kdrive/manage"]), of_type("kdrive")),
        ("writers", kinds(&[RightKind::Management]), tag("blue")),
        (
            "readers",
            rights(&["domain/dns"]),
            products(&[&product("site")]),
        ),
        ("nobody-there", every_right(), all()),
        ("dissolved", every_right(), all()),
    ] {
        let grant = to_team("acme", team, what, on);
        ann.grants_access("acme", grant).await.expect("given");
    }
    ann.deletes_team("acme", "dissolved")
        .await
        .expect("dissolved");
}

/// Another system gives rights on what it manages; also to an upper role.
async fn managed_elsewhere(cast: &Cast<'_>) {
    let owner = cast
        .world
        .service("back-office", &["type.contacts.write"])
        .await;
    let book = || products(&[&product("book")]);
    for grant in [
        to_member("acme", "bob", rights(&["contacts/write"]), book()),
        to_member("acme", "una", rights(&["contacts/read"]), book()),
        to_member("acme", "eve", rights(&["contacts/read"]), book()),
    ] {
        owner.grants_access("acme", grant).await.expect("given");
    }
}

/// What comes, and what goes, after the grants.
async fn covered_later(cast: &Cast<'_>) {
    let operator = &cast.operator;
    let late = operator.creates_product("acme", "late", "kdrive").await;
    late.expect("a product");
    let deleted = operator.deletes_product(&product("gone")).await;
    deleted.expect("deleted");
    let ann = cast.of("ann");
    let lost = ann
        .deletes_group("organizations/acme/productGroups/lost-group")
        .await;
    lost.expect("deleted");
    ann.renames_product(&product("late"), "Latecomer")
        .await
        .expect("renamed");
    let retire = v1::RetireProductTypeRequest {
        name: "productTypes/fax".into(),
        request_id: "7f9c2ba4-e88f-4827-b604-2f3f2b5a1a10".into(),
        ..Default::default()
    };
    operator
        .catalog()
        .retire_product_type(retire)
        .await
        .expect("retired");
}

/// Members and users that are no longer what they were.
async fn states(cast: &Cast<'_>) {
    let (ann, operator) = (cast.of("ann"), &cast.operator);
    for id in ["dan", "dora", "lars"] {
        ann.deactivates_member("acme", id)
            .await
            .expect("stopped here");
    }
    ann.deactivates_member("acme", "ben")
        .await
        .expect("stopped here");
    ann.reactivates_member("acme", "ben")
        .await
        .expect("and back");
    ann.removes_member("acme", "rex").await.expect("removed");
    cast.of("lena").leaves("acme").await.expect("left");
    operator
        .deactivates_user("ina")
        .await
        .expect("stopped everywhere");
    operator
        .deactivates_user("bea")
        .await
        .expect("stopped everywhere");
    operator.reactivates_user("bea").await.expect("and back");
    operator.erases_user("era").await.expect("erased");
    let raised = ann
        .hands_out("acme", "c-raised", &[Area::Technical], Some(all()))
        .await;
    raised.expect("promoted");
    for role in [v1::Role::LegalRepresentative, v1::Role::Collaborator] {
        let changed = ann.changes_role("acme", "c-lowered", role).await;
        changed.expect("changed");
    }
}
