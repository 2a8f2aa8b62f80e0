//! Products come with tags and groups, one or many: what hangs on those is given with them.

use domain::{ChangePolicy, Product, ProductGroup};

use super::super::actor::{Answer, Done, Made, refused, subjects};
use super::super::make::{
    administrator, group, group_id, legal_representative, new_product, offered, rights, tag,
    tag_id, technician,
};
use super::super::partners::limited;
use super::super::{Acme, why};
use super::agency::Agency;
use super::named_operator;
use crate::queries::role_matrix::Area;
use crate::use_cases::product::NewProduct;

fn with_tags(id: &str, tags: &[&str]) -> NewProduct {
    NewProduct {
        tags: tags.iter().map(|tag| tag_id(tag)).collect(),
        ..new_product(id, "kdrive")
    }
}

fn in_groups(id: &str, groups: &[&str]) -> NewProduct {
    NewProduct {
        groups: groups.iter().map(|name| group_id(name)).collect(),
        ..new_product(id, "kdrive")
    }
}

/// Acme, where bob uses what has the tag x, and what is in the group.
fn with_labels() -> (Acme, String) {
    let acme = Acme::new();
    acme.bob();
    let website = acme.ann.creates_group("acme", "website").expect("a group");
    acme.gives("bob", rights(&["kdrive/use"]), tag("x"));
    acme.gives("bob", rights(&["kdrive/use"]), group(&website));
    (acme, website)
}

/// Refused as a whole: nothing of it is there.
fn nothing_of(
    acme: &Acme,
    answer: Answer<Done>,
    why: domain::Reason,
    item: &str,
) -> domain::Refusal {
    let before = acme.world.all::<Product>("acme");
    let refusal = refused(answer, why);
    assert!(
        refusal.message.starts_with(&format!("requests[{item}]: ")),
        "{refusal:?}"
    );
    assert_eq!(refusal.metadata["item"], item);
    assert_eq!(acme.world.all::<Product>("acme"), before);
    refusal
}

#[test]
fn what_hangs_on_its_tags_and_groups_reaches_a_new_product_at_once() {
    let (acme, website) = with_labels();
    let bob = acme.world.acting("bob");
    let operator = acme.world.operator();
    let tagged = operator.makes_product("acme", with_tags("tagged", &["y", "x", "x"]));
    let tagged = tagged.expect("made");
    assert_eq!(tagged.tags, [tag_id("x"), tag_id("y")]);
    let grouped = operator.makes_product("acme", in_groups("grouped", &[&website]));
    let grouped = grouped.expect("made");
    let plain = operator.makes_product("acme", new_product("plain", "kdrive"));
    let plain = plain.expect("made");
    for (product, may) in [(&tagged, true), (&grouped, true), (&plain, false)] {
        assert_eq!(bob.may("kdrive/use", &product.name), may, "{product:?}");
    }
}

#[test]
fn a_batch_answers_in_its_order_and_touches_each_group_once() {
    let (acme, website) = with_labels();
    let before: Made<ProductGroup> = acme.world.noun(&website);
    let wanted = ["c", "a", "b"].map(|id| in_groups(id, &[&website]));
    let done = acme
        .world
        .operator()
        .makes_products("acme", wanted.to_vec());
    let done = done.expect("made");
    let ids: Vec<_> = done.all_saved::<Product>();
    let ids: Vec<_> = ids.iter().map(|product| product.id.as_str()).collect();
    assert_eq!(ids, ["c", "a", "b"]);
    let groups = done.all_saved::<ProductGroup>();
    assert_eq!(groups.len(), 1, "{groups:?}");
    assert_ne!(groups[0].stamp.etag(), before.stamp.etag());
}

#[test]
fn ids_that_the_server_makes_differ_within_a_batch() {
    let acme = Acme::new();
    let unnamed = NewProduct {
        id: None,
        ..new_product("x", "kdrive")
    };
    let done = acme
        .world
        .operator()
        .makes_products("acme", vec![unnamed; 3]);
    let mut ids: Vec<_> = done.expect("made").all_saved::<Product>();
    ids.sort_by_key(|product| product.id.clone());
    ids.dedup_by_key(|product| product.id.clone());
    assert_eq!(ids.len(), 3);
}

#[test]
fn one_item_that_may_not_be_keeps_all_of_them_away_and_is_named() {
    let (acme, _) = with_labels();
    let operator = acme.world.operator();
    let with = |bad: NewProduct| vec![new_product("good", "kdrive"), bad];
    let batch = |bad| operator.makes_products("acme", with(bad));
    nothing_of(
        &acme,
        batch(new_product("drive", "kdrive")),
        why::ID_TAKEN,
        "1",
    );
    let unknown = batch(new_product("new", "nothing"));
    let unknown = nothing_of(&acme, unknown, why::FIELD_INVALID, "1");
    assert_eq!(subjects(&unknown), ["requests[1].product.product_type"]);
    let nowhere = batch(in_groups(
        "new",
        &["organizations/acme/productGroups/nowhere"],
    ));
    nothing_of(&acme, nowhere, why::NOT_FOUND, "1");
    let tags: Vec<_> = (0..65).map(|number| format!("t{number}")).collect();
    let tags: Vec<_> = tags.iter().map(String::as_str).collect();
    nothing_of(&acme, batch(with_tags("new", &tags)), why::SIZE_LIMIT, "1");
    operator.retires_type("kdrive").expect("retired");
    let retired = batch(new_product("new", "kdrive"));
    nothing_of(&acme, retired, why::PRODUCT_TYPE_RETIRED, "0");
}

#[test]
fn an_id_stands_in_one_item_only() {
    let acme = Acme::new();
    let twice = ["a", "b", "a"].map(|id| new_product(id, "kdrive"));
    let twice = acme.world.operator().makes_products("acme", twice.to_vec());
    let twice = refused(twice, why::FIELD_INVALID);
    assert_eq!(subjects(&twice), ["requests[2].product_id"]);
}

#[test]
fn whoever_acts_holds_what_hangs_on_a_label_or_puts_it_on_nothing() {
    let (acme, website) = with_labels();
    let olga = named_operator(&acme, "olga");
    let idle = olga.makes_product("acme", with_tags("idle", &["nobody-has-it"]));
    idle.expect("a label through which nobody has anything");
    let made = olga.makes_product("acme", with_tags("new", &["x"]));
    refused(made, why::GIVES_MORE_THAN_HELD);
    let made = olga.makes_product("acme", in_groups("new", &[&website]));
    refused(made, why::GIVES_MORE_THAN_HELD);
    let batch = vec![with_tags("good", &["idle"]), with_tags("new", &["x"])];
    let batch = olga.makes_products("acme", batch);
    nothing_of(&acme, batch, why::GIVES_MORE_THAN_HELD, "1");
    acme.world
        .joins("acme", &acme.ann, &olga, legal_representative());
    olga.makes_product("acme", with_tags("new", &["x"]))
        .expect("she holds everything here");
}

#[test]
fn an_area_of_an_administrator_is_given_by_its_label() {
    let acme = Acme::new();
    acme.technician("tim", tag("y"));
    let olga = named_operator(&acme, "olga");
    let made = olga.makes_product("acme", with_tags("new", &["y"]));
    refused(made, why::GIVES_MORE_THAN_HELD);
    acme.world
        .joins("acme", &acme.ann, &olga, technician(tag("y"), &[]));
    let made = olga.makes_product("acme", with_tags("new", &["y"]));
    refused(made, why::GIVES_MORE_THAN_HELD);
}

#[test]
fn a_mandate_is_reached_by_a_label_of_a_legal_representative_alone() {
    let agency = Agency::new();
    let acme = &agency.acme;
    agency.begun(limited(vec![offered(rights(&["kdrive/use"]), tag("x"))]));
    let olga = named_operator(acme, "olga");
    acme.world
        .joins("acme", &acme.ann, &olga, administrator(&[Area::Technical]));
    let made = olga.makes_product("acme", with_tags("new", &["x"]));
    refused(made, why::LEGAL_REPRESENTATIVE_REQUIRED);
}

#[test]
fn what_a_partnership_lends_makes_no_product_with_labels() {
    let agency = Agency::new();
    let acme = &agency.acme;
    acme.bob();
    acme.gives("bob", rights(&["kdrive/use"]), tag("x"));
    agency.begun_full();
    assert!(agency.pia.may("kdrive/use", &acme.drive));
    acme.world
        .names_operator(domain::Operator::User(agency.pia.id().clone()));
    let made = agency.pia.makes_product("acme", with_tags("new", &["x"]));
    refused(made, why::GIVES_MORE_THAN_HELD);
}

#[test]
fn by_request_closes_labels_that_change_access_to_the_operator_too() {
    let (acme, _) = with_labels();
    let operator = acme.world.operator();
    let products = acme.world.service("shop", &["products.write"]);
    operator
        .sets_policy("acme", ChangePolicy::ByRequest)
        .expect("set");
    for (who, idle) in [(&operator, "one"), (&products, "two")] {
        let made = who.makes_product("acme", with_tags("new", &["x"]));
        refused(made, why::CHANGE_POLICY_BY_REQUEST);
        let batch = vec![with_tags("good", &["idle"]), with_tags("new", &["x"])];
        let batch = who.makes_products("acme", batch);
        nothing_of(&acme, batch, why::CHANGE_POLICY_BY_REQUEST, "1");
        who.makes_product("acme", with_tags(idle, &["idle"]))
            .expect("only a label");
    }
}
