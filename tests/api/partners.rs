//! Acme among partners: it has some, and is one itself.

use grantor::v1;

use crate::harness::*;

/// Acme has the partners agency-…, all led by pia, with a partnership in each state that requests need; and umbrella
/// and wayne, led by ula, are clients of acme. Of pip, pal and pol of an agency, acme has shut out the last two. What
/// is answered are secrets of links.
pub async fn set(world: &World, ann: &Actor) -> Vec<(&'static str, String)> {
    let pia = world.user("pia").await;
    for id in ["new", "open", "proposal", "decline", "full", "wallet"] {
        let agency = format!("agency-{id}");
        let made = world.operator().creates_organization(&agency, "pia").await;
        made.expect("created");
        let email = format!("{agency}@partners.example");
        let entry = pia.offers_to_manage(&agency, &[&email]).await;
        entry.expect("an entry");
        let listed = world.operator().enlists(&agency, &agency).await;
        listed.expect("listed");
        if id != "new" {
            proposes(ann, id).await;
        }
    }
    for id in ["full", "wallet"] {
        let name = format!("organizations/acme/partnerships/{id}");
        pia.accepts_proposal(&name).await.expect("accepted");
    }
    for id in ["pip", "pal", "pol"] {
        world.member("agency-full", &pia, id, collaborator()).await;
    }
    for id in ["pal", "pol"] {
        ann.shuts_out("acme", id).await.expect("shut out");
    }
    makes(&pia).await;
    is_partner(world, ann).await;
    let token = async |id: &str| {
        let email = format!("agency-{id}@partners.example");
        world.mailed_token(&email).await
    };
    vec![
        ("$PROPOSAL", token("proposal").await),
        ("$DECLINE", token("decline").await),
    ]
}

/// What pia makes at acme by the agencies' mandates.
async fn makes(pia: &Actor) {
    for id in ["made-one", "made-two"] {
        pia.creates_team("acme", id).await.expect("made");
    }
    let put = pia.adds_to_team("acme", "made-two", &["carl"]).await;
    put.expect("put");
    let tagged = pia
        .tags("organizations/acme/products/shop", &["made"])
        .await;
    tagged.expect("tagged");
    let group = "organizations/acme/productGroups/spare";
    let put = pia.adds_to_group(group, &["organizations/acme/products/shop"]);
    put.await.expect("put");
}

async fn proposes(ann: &Actor, id: &str) {
    let request = v1::ProposePartnershipRequest {
        parent: "organizations/acme".into(),
        partnership_id: id.into(),
        partnership: Some(v1::Partnership {
            partner: format!("partners/agency-{id}"),
            access: Some(full(false)),
            ..Default::default()
        }),
        ..Default::default()
    };
    let proposed = ann.partnerships().propose_partnership(request).await;
    proposed.expect("proposed");
}

/// bob and carl exercise umbrella's mandate.
async fn is_partner(world: &World, ann: &Actor) {
    let entry = ann
        .offers_to_manage("acme", &["acme@partners.example"])
        .await;
    entry.expect("an entry");
    let listed = world.operator().enlists("acme", "Acme").await;
    listed.expect("listed");
    let ula = world.organization("umbrella", "ula").await;
    let second = world.operator().creates_organization("wayne", "ula").await;
    second.expect("created");
    for client in ["umbrella", "wayne"] {
        world
            .partnership((client, &ula), ("acme", ann), full(true))
            .await;
    }
    for (id, user) in [("one", "bob"), ("gone", "carl"), ("two", "carl")] {
        let member = format!("organizations/acme/members/{user}");
        let rights = ["view", "manage_users", "manage_products"];
        let request = v1::CreateClientAssignmentRequest {
            parent: "organizations/acme".into(),
            client_assignment_id: id.into(),
            client_assignment: Some(assignment("umbrella", &member, &rights)),
            ..Default::default()
        };
        let assigned = ann.partners().create_client_assignment(request).await;
        assigned.expect("assigned");
    }
}
