//! Partners of the frozen world, listed and not, their clients, and partnerships of each state with all that binds.

use grantor::v1;
use v1::{Area, RightKind};

use super::cast::Cast;
use super::people::product;
use crate::harness::{
    administrator, all, assignment, collaborator, every_right, external, full,
    legal_representative, limited, offered, product_rights, products, rights, tag, technician,
    to_member, to_team,
};

pub(super) async fn partners(cast: &Cast<'_>) {
    for (id, representative) in [("agency", "pia"), ("studio", "sam"), ("bureau", "bo")] {
        cast.world.partner(id, representative).await;
    }
    cast.founds("shy", "shyla").await;
    let offers = cast
        .of("shyla")
        .offers_to_manage("shy", &["shy@partners.example"])
        .await;
    offers.expect("an entry that nobody has listed");
    staff(cast).await;
    clients(cast).await;
    full_with_all_that_binds(cast).await;
    limited_ones(cast).await;
    over(cast).await;
    assignments(cast).await;
    cast.operator.unlists("bureau").await.expect("unlisted");
}

async fn staff(cast: &Cast<'_>) {
    let everything = [
        Area::Financial,
        Area::Security,
        Area::UserRights,
        Area::Technical,
    ];
    for (id, invitation) in [
        ("piet", legal_representative()),
        ("adm", administrator(&[Area::Technical])),
        ("wanda", administrator(&everything)),
        ("paul", technician(tag("x"), &[Area::UserRights])),
        ("cleo", collaborator()),
        ("carl", collaborator()),
        ("cora", collaborator()),
        ("dirk", collaborator()),
        ("gast", external()),
    ] {
        cast.joins_new("agency", "pia", id, invitation).await;
    }
    cast.joins_new("studio", "sam", "stella", collaborator())
        .await;
    cast.joins_new("bureau", "bo", "bert", collaborator()).await;
    let pia = cast.of("pia");
    pia.creates_team("agency", "desk").await.expect("a team");
    pia.adds_to_team("agency", "desk", &["cora"])
        .await
        .expect("joined");
}

/// Each with a kdrive and a domain.
async fn clients(cast: &Cast<'_>) {
    for (id, representative) in [
        ("globex", "gus"),
        ("initech", "ida"),
        ("umbra", "uwe"),
        ("hooli", "hal"),
        ("vandelay", "vera"),
    ] {
        cast.founds(id, representative).await;
        for (product, of) in [("drive", "kdrive"), ("site", "domain")] {
            let made = cast.operator.creates_product(id, product, of).await;
            made.expect("a product");
        }
        let tagged = cast
            .of(representative)
            .tags(&format!("organizations/{id}/products/drive"), &["kept"])
            .await;
        tagged.expect("tagged");
    }
}

async fn begins(
    cast: &Cast<'_>,
    client: (&str, &str),
    partner: (&str, &str),
    access: v1::partnership::Access,
) -> String {
    let (by, accepting) = (cast.of(client.1), cast.of(partner.1));
    let begun = cast
        .world
        .partnership((client.0, &by), (partner.0, &accepting), access)
        .await;
    begun.name
}

/// acme and the agency: what was there before, what is lent, what its staff made, and who is shut out.
async fn full_with_all_that_binds(cast: &Cast<'_>) {
    let ann = cast.of("ann");
    for id in ["carl", "cleo", "cora"] {
        cast.joins("acme", "ann", id, external()).await;
    }
    let of_before = to_member(
        "acme",
        "cleo",
        rights(&["kdrive/use"]),
        products(&[&product("archive")]),
    );
    ann.grants_access("acme", of_before)
        .await
        .expect("given before");
    ann.adds_to_team("acme", "writers", &["cora"])
        .await
        .expect("joined before");
    begins(cast, ("acme", "ann"), ("agency", "pia"), full(true)).await;
    let pia = cast.of("pia");
    let lent = to_member("acme", "cleo", every_right(), products(&[&product("site")]));
    ann.grants_access("acme", lent)
        .await
        .expect("lent by the client");
    let lent = to_member(
        "acme",
        "cora",
        rights(&["kdrive/manage"]),
        products(&[&product("drive")]),
    );
    pia.grants_access("acme", lent)
        .await
        .expect("lent by staff");
    ann.adds_to_team("acme", "readers", &["carl", "cleo"])
        .await
        .expect("places that are lent");
    pia.creates_team("acme", "helpers")
        .await
        .expect("made through it");
    pia.adds_to_team("acme", "helpers", &["bob", "cleo"])
        .await
        .expect("joined");
    let held = to_team(
        "acme",
        "helpers",
        rights(&["kdrive/statistics"]),
        tag("blue"),
    );
    pia.grants_access("acme", held)
        .await
        .expect("made through it");
    let held = to_member("acme", "bea", rights(&["domain/manage"]), all());
    pia.grants_access("acme", held)
        .await
        .expect("made through it");
    cast.joins_new("acme", "pia", "mia", collaborator()).await;
    let open = v1::Invitation {
        email: "still-open@example.com".into(),
        ..collaborator()
    };
    pia.invites("acme", open).await.expect("invited through it");
    cast.joins("acme", "ann", "adm", external()).await;
    ann.deactivates_member("acme", "adm")
        .await
        .expect("shut out");
}

async fn limited_ones(cast: &Cast<'_>) {
    let drive = || products(&["organizations/globex/products/drive"]);
    let manages = limited(vec![
        offered(rights(&["kdrive/manage"]), drive()),
        v1::OfferedGrant {
            expire_time: Some(cast.world.later(40 * 86_400)),
            ..offered(rights(&["kdrive/use"]), tag("kept"))
        },
    ]);
    let name = begins(cast, ("globex", "gus"), ("agency", "pia"), manages).await;
    let gus = cast.of("gus");
    gus.changes_mandate(&name, full(false)).await.expect("more");
    gus.switches_wallet(&name, true)
        .await
        .expect("the wallet too");
    let less = limited(vec![offered(every_right(), drive())]);
    gus.changes_mandate(&name, less).await.expect("less");
    let studio = limited(vec![offered(
        rights(&["kdrive/statistics"]),
        products(&[&product("drive")]),
    )]);
    begins(cast, ("acme", "ann"), ("studio", "sam"), studio).await;
    let nothing_left = limited(vec![offered(
        every_right(),
        products(&["organizations/hooli/products/site"]),
    )]);
    begins(cast, ("hooli", "hal"), ("studio", "sam"), nothing_left).await;
    let deleted = cast
        .operator
        .deletes_product("organizations/hooli/products/site")
        .await;
    deleted.expect("deleted");
    begins(cast, ("hooli", "hal"), ("bureau", "bo"), full(false)).await;
}

/// Proposed, refused, withdrawn, expired and ended.
async fn over(cast: &Cast<'_>) {
    let (ida, uwe, vera) = (cast.of("ida"), cast.of("uwe"), cast.of("vera"));
    let declined = ida
        .proposes("initech", "studio", full(false))
        .await
        .expect("proposed");
    cast.of("sam")
        .refuses_proposal(&declined.name)
        .await
        .expect("refused");
    let withdrawn = ida
        .proposes("initech", "bureau", full(true))
        .await
        .expect("proposed");
    ida.withdraws_proposal(&withdrawn.name)
        .await
        .expect("withdrawn");
    let first = begins(cast, ("umbra", "uwe"), ("agency", "pia"), full(false)).await;
    cast.joins("umbra", "uwe", "gast", external()).await;
    cast.of("pia")
        .ends(&first)
        .await
        .expect("ended by the partner");
    let second = begins(cast, ("umbra", "uwe"), ("studio", "sam"), full(true)).await;
    cast.joins("umbra", "uwe", "stella", external()).await;
    uwe.ends_and(&second, true)
        .await
        .expect("ended by the client");
    let drive = products(&["organizations/umbra/products/drive"]);
    let anew = limited(vec![offered(rights(&["kdrive/use"]), drive)]);
    begins(cast, ("umbra", "uwe"), ("agency", "pia"), anew).await;
    vera.proposes("vandelay", "agency", full(false))
        .await
        .expect("proposed, and left to expire");
}

/// Proposals that are open when the questions are asked.
pub(super) async fn proposals(cast: &Cast<'_>) {
    let ida = cast.of("ida");
    let open = ida
        .proposes("initech", "agency", full(false))
        .await
        .expect("proposed");
    ida.proposes_again(&open.name).await.expect("sent again");
    let site = products(&["organizations/vandelay/products/site"]);
    let asked = limited(vec![offered(rights(&["domain/dns"]), site)]);
    let vera = cast.of("vera");
    vera.proposes("vandelay", "studio", asked)
        .await
        .expect("proposed");
}

async fn assignments(cast: &Cast<'_>) {
    let pia = cast.of("pia");
    let member = |id: &str| format!("organizations/agency/members/{id}");
    let desk = "organizations/agency/teams/desk";
    let managing = assignment("acme", &member("cleo"), &["manage_users", "use_wallet"]);
    pia.assigns("agency", managing).await.expect("assigned");
    let desk_at_acme = v1::ClientAssignment {
        product_rights: product_rights(&[RightKind::Management, RightKind::Technical]),
        ..assignment("acme", desk, &["contact_support"])
    };
    pia.assigns("agency", desk_at_acme).await.expect("assigned");
    pia.assigns("agency", assignment("globex", &member("carl"), &["view"]))
        .await
        .expect("assigned");
    let nothing = v1::ClientAssignment {
        product_rights: product_rights(&[]),
        ..assignment("globex", desk, &["view"])
    };
    let changed = pia.assigns("agency", nothing).await.expect("assigned");
    let more = v1::ClientAssignment {
        product_rights: product_rights(&[RightKind::Usage]),
        ..changed
    };
    pia.reassigns(more, &["product_rights"])
        .await
        .expect("changed");
    pia.assigns("agency", assignment("umbra", &member("dirk"), &[]))
        .await
        .expect("assigned");
    let taken = pia
        .assigns("agency", assignment("umbra", &member("carl"), &[]))
        .await;
    pia.unassigns(&taken.expect("assigned").name)
        .await
        .expect("taken away");
    let stella = assignment("acme", "organizations/studio/members/stella", &["view"]);
    cast.of("sam")
        .assigns("studio", stella)
        .await
        .expect("assigned");
    let bert = assignment(
        "hooli",
        "organizations/bureau/members/bert",
        &["manage_users"],
    );
    cast.of("bo")
        .assigns("bureau", bert)
        .await
        .expect("assigned");
    pia.deactivates_member("agency", "dirk")
        .await
        .expect("stopped there");
}
