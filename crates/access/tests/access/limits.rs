//! What a scope may name, who may hand out which areas, and what a technical scope reaches.

use access::View;
use domain::{Areas, ProductTypeId, Reason, Record, Refusal, RightKind, Rights, Scope, ScopeEntry};

use crate::facts::*;

fn applies(rights: &Rights, on: &str) -> Result<(), Refusal> {
    view_with([]).rights_apply(rights, &scope(on), None)
}

fn reason(answer: Result<(), Refusal>) -> Reason {
    answer.unwrap_err().reason
}

#[test]
fn rights_must_apply_to_every_product_and_type_that_is_named() {
    for on in [
        "product:drive",
        "type:kdrive",
        "future:kdrive",
        "tag:any",
        "group:g",
        "all",
        "",
    ] {
        assert_eq!(applies(&numbers(&[1]), on), Ok(()), "{on}");
    }
    for on in [
        "product:site",
        "type:domain",
        "future:domain",
        "product:drive product:site",
    ] {
        let answer = applies(&numbers(&[1]), on);
        assert_eq!(reason(answer), Reason::RightsDoNotApply, "{on}");
    }
    assert_eq!(
        applies(&numbers(&[1, 12]), "product:drive product:site"),
        Ok(())
    );
    assert_eq!(applies(&kind(RightKind::Technical), "type:domain"), Ok(()));
    let answer = applies(&kind(RightKind::Technical), "type:kdrive");
    assert_eq!(reason(answer), Reason::RightsDoNotApply);
    assert_eq!(applies(&Rights::All, "type:kdrive type:domain"), Ok(()));
}

#[test]
fn all_that_is_unfit_is_said_at_once() {
    let refusal = applies(&numbers(&[1]), "product:site type:domain").unwrap_err();
    assert!(
        refusal
            .message
            .contains("product site, products of type domain"),
        "{refusal}"
    );
}

#[test]
fn what_is_named_must_be_there() {
    for (on, said) in [
        ("product:nowhere", "/products/nowhere"),
        ("group:none", "/productGroups/none"),
        ("type:none", "productTypes/none"),
        ("future:none", "productTypes/none"),
    ] {
        let refusal = applies(&Rights::All, on).unwrap_err();
        assert_eq!(refusal.reason, Reason::NotFound);
        assert!(refusal.message.contains(said), "{refusal}");
    }
    assert_eq!(
        reason(applies(&numbers(&[99]), "all")),
        Reason::RightUnknown
    );
}

#[test]
fn a_retired_type_gets_no_new_grants() {
    let mut kdrive = product_type("kdrive", vec![right(1, "use", RightKind::Usage, &[])]);
    kdrive.retired = true;
    let view = view_with([Record::ProductType(kdrive)]);
    for on in ["product:drive", "type:kdrive", "future:kdrive", "all"] {
        let answer = view.rights_apply(&numbers(&[1]), &scope(on), None);
        assert_eq!(reason(answer), Reason::ProductTypeRetired, "{on}");
    }
    assert_eq!(view.rights_apply(&Rights::All, &scope("all"), None), Ok(()));
}

#[test]
fn a_managed_type_is_written_by_its_owner_only_and_the_owner_writes_nothing_else() {
    let named = ["product:board", "type:ticketing", "future:ticketing"];
    let view = view_with([]);
    let owner = ProductTypeId::parse("ticketing").unwrap();
    for on in named {
        let refusal = applies(&Rights::All, on).unwrap_err();
        assert_eq!(refusal.reason, Reason::ExternallyManaged);
        assert!(refusal.message.contains("Jira"), "{refusal}");
        assert_eq!(
            view.rights_apply(&Rights::All, &scope(on), Some(&owner)),
            Ok(())
        );
    }
    for on in [
        "all",
        "tag:x",
        "group:g",
        "product:drive",
        "type:kdrive",
        "product:board tag:x",
    ] {
        let answer = view.rights_apply(&Rights::All, &scope(on), Some(&owner));
        assert_eq!(reason(answer), Reason::ScopeMissing, "{on}");
    }
    let other = ProductTypeId::parse("kdrive").unwrap();
    let answer = view.rights_apply(&Rights::All, &scope("type:kdrive"), Some(&other));
    assert_eq!(
        reason(answer),
        Reason::ScopeMissing,
        "it is not externally managed"
    );
}

#[test]
fn a_grant_on_all_opens_all_but_managed_products() {
    assert_eq!(view_with([]).opened_products(), 3);
}

#[test]
fn only_areas_that_one_has_technical_at_most_as_wide() {
    let view = view_with([]);
    let technical = |on: &str| Areas {
        technical: Some(scope(on)),
        ..Areas::default()
    };
    let contain = |mine: &Areas, theirs: &Areas| view.areas_contain(mine, theirs);
    let none = Areas::default();
    assert!(contain(&Areas::all(), &Areas::all()) && contain(&none, &none));
    for theirs in [
        Areas {
            financial: true,
            ..Areas::default()
        },
        Areas {
            security: true,
            ..Areas::default()
        },
        Areas {
            user_rights: true,
            ..Areas::default()
        },
        technical(""),
    ] {
        assert!(contain(&Areas::all(), &theirs) && contain(&theirs, &none));
        assert!(!contain(&none, &theirs));
    }
    let tagged = technical("tag:x");
    for within in ["tag:x", "product:drive", "product:drive product:site", ""] {
        assert!(contain(&tagged, &technical(within)), "{within}");
    }
    for beyond in [
        "all",
        "product:drive-new",
        "group:g",
        "type:kdrive",
        "tag:x tag:y",
    ] {
        assert!(!contain(&tagged, &technical(beyond)), "{beyond}");
    }
    let typed = technical("type:kdrive");
    assert!(contain(&typed, &technical("product:drive-new")));
    assert!(!contain(&typed, &technical("product:site")));
}

#[test]
fn the_technical_scope_of_a_member() {
    let admin = |id, technical| Record::Member(member(id, administrator(technical)));
    let view: View = view_with([
        admin("adam", Some(scope("tag:x"))),
        admin("zoe", None),
        admin("max", Some(Scope::All)),
        Record::Grant(grant("n", "bob", Rights::All, "all")),
    ]);
    let within = |who, id| view.in_technical_scope(&user(who), &product_id(id));
    assert!(within("ann", "drive") && within("max", "drive") && within("adam", "drive"));
    assert!(within("adam", "board"), "whoever manages the type");
    assert!(!within("adam", "drive-new") && !within("zoe", "drive") && !within("bob", "drive"));
}

#[test]
fn grants_are_found_by_what_they_name_and_by_who_holds_them() {
    let view = view_with([
        Record::Team(team("web", &["bob"])),
        Record::Grant(grant("b", "team:web", Rights::All, "tag:x product:drive")),
        Record::Grant(grant("a", "bob", Rights::All, "tag:x group:g")),
        Record::Grant(grant("c", "bob", Rights::All, "")),
    ]);
    let naming = |text: &str| -> Vec<String> {
        let entry: ScopeEntry = entry(text);
        let grants = view.organization.grants_naming(&entry);
        grants.iter().map(|grant| grant.id.to_string()).collect()
    };
    assert_eq!(naming("tag:x"), ["a", "b"]);
    assert_eq!(naming("product:drive"), ["b"]);
    assert!(naming("tag:never").is_empty());
    let bob = domain::Subject::Member(user("bob"));
    let own: Vec<_> = view
        .organization
        .grants_of(&bob)
        .map(|grant| grant.id.to_string())
        .collect();
    assert_eq!(own, ["a", "c"]);
    let teams: Vec<_> = view.organization.teams_of(&user("bob")).collect();
    assert_eq!(teams.len(), 1);
}
