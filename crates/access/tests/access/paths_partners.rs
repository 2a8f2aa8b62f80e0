//! One test for each sentence of `domain.md` on partners: what a mandate gives, who exercises it, and how much of it.

use access::{DecisionReason, Path, Resource, View};
use domain::{
    AccessLevel, ClientAssignment, Grant, LeftProductRights, OrganizationRight, Record, RightKind,
    Rights, Role, Scope, Timestamp, UserState,
};

use crate::facts::*;
use crate::partners::*;

const NOW: Timestamp = Timestamp(0);

/// Which rights on acme itself, in the order of the table.
fn held(view: &View, who: &str) -> Vec<&'static str> {
    let all = OrganizationRight::ALL.into_iter();
    let held = all.filter(|right| view.holds(&user(who), *right, NOW));
    held.map(OrganizationRight::name).collect()
}

/// Which rights on a product.
fn on_product(view: &View, who: &str, product: &str) -> Vec<String> {
    let mut rights = view.rights(&user(who), &on(product), NOW);
    rights.retain(|(_, decision)| decision.allowed);
    rights.into_iter().map(|(right, _)| right).collect()
}

fn reason(view: &View, who: &str) -> DecisionReason {
    view.decide(who, "drive", "use").reason
}

/// The mandate of partnership `m` holds this.
fn mandate(rights: Rights, on: &str) -> Record {
    Record::Grant(grant("mandate", "partnership:m", rights, on))
}

/// Of these people, who is staff: allowed `use` on the drive by partnership.
fn staff<'a>(view: &View, people: &[&'a str]) -> Vec<&'a str> {
    let people = people.iter().copied();
    people
        .filter(|who| reason(view, who) == DecisionReason::Partnership)
        .collect()
}

const EVERYBODY: [&str; 9] = [
    "pam", "tim", "fay", "tina", "nora", "cal", "cora", "xena", "stranger",
];

#[test]
fn a_full_partners_staff_has_every_right_on_every_product_and_those_of_the_table() {
    let view = entrusted(FULL, [], []);
    for product in ["drive", "drive-new"] {
        assert_eq!(on_product(&view, "pam", product), ["manage", "read", "use"]);
    }
    assert_eq!(on_product(&view, "pam", "site"), ["dns", "manage"]);
    let of_the_table = ["view", "manage_users", "manage_products", "contact_support"];
    assert_eq!(held(&view, "pam"), of_the_table);
    let decision = view.decide("pam", "drive", "use");
    assert!(matches!(decision.path, Some(Path::Partnership(by, None)) if by.id.as_str() == "m"));
    assert_eq!(decision.valid_until, None);
}

#[test]
fn a_limited_partners_staff_has_the_grants_of_the_partnership_and_sees_the_name() {
    let held_by = mandate(numbers(&[2, 12]), "tag:x");
    let view = entrusted(LIMITED, [held_by], []);
    assert_eq!(on_product(&view, "pam", "drive"), ["manage", "read"]);
    assert_eq!(on_product(&view, "pam", "site"), ["dns"]);
    assert!(on_product(&view, "pam", "drive-new").is_empty());
    assert_eq!(held(&view, "pam"), ["view"]);
    let decision = view.decide("pam", "site", "dns");
    assert!(
        matches!(decision.path, Some(Path::Partnership(by, Some(grant)))
        if by.id.as_str() == "m" && grant.as_str() == "mandate")
    );
    let nothing = entrusted(LIMITED, [], []);
    assert_eq!(reason(&nothing, "pam"), DecisionReason::NoPath);
}

#[test]
fn the_grants_of_a_partnership_are_grants() {
    let timed = Record::Grant(Grant {
        period: period(Some(0), Some(5)),
        ..grant("a", "partnership:m", numbers(&[1]), "product:drive")
    });
    let future = Record::Grant(grant("b", "partnership:m", Rights::All, "future:kdrive"));
    let view = entrusted(LIMITED, [timed, future], []);
    let decision = view.decide("pam", "drive", "use");
    assert_eq!(decision.valid_until, Some(Timestamp(5)));
    let over = view.check(&user("pam"), &on("drive"), &"use".into(), Timestamp(5));
    assert!(!over.unwrap().allowed);
    assert!(view.may("pam", "drive-new", "use") && !view.may("pam", "drive", "manage"));
    let of_another = grant("a", "partnership:n", Rights::All, "all");
    let view = entrusted(LIMITED, [Record::Grant(of_another)], []);
    assert!(!view.may("pam", "drive", "use"));
}

#[test]
fn a_full_partnership_asks_for_no_grants() {
    let narrow = mandate(numbers(&[1]), "product:drive");
    let view = entrusted(FULL, [narrow], []);
    assert!(view.may("pam", "site", "dns"));
}

#[test]
fn staff_by_role_are_legal_representatives_and_administrators_not_narrowed() {
    for access in [FULL, WALLET, LIMITED] {
        let view = entrusted(access, [mandate(Rights::All, "tag:x")], []);
        assert_eq!(staff(&view, &EVERYBODY), ["pam", "tim", "fay"]);
        for none in ["tina", "nora", "cal", "cora", "xena", "stranger"] {
            assert_eq!(reason(&view, none), DecisionReason::NotAMember, "{none}");
            assert!(held(&view, none).is_empty(), "{none}");
        }
    }
}

#[test]
fn an_assignment_makes_staff_of_whom_it_names_themselves_or_by_their_team() {
    let of_member = entrusted(FULL, [], [everything("c", "cal")]);
    assert_eq!(staff(&of_member, &EVERYBODY), ["pam", "tim", "fay", "cal"]);
    let of_team = entrusted(FULL, [], [everything("c", "team:desk")]);
    assert_eq!(staff(&of_team, &EVERYBODY), ["pam", "tim", "fay", "cora"]);
    for narrowed in ["tina", "nora"] {
        let view = entrusted(FULL, [], [everything("c", narrowed)]);
        assert_eq!(reason(&view, narrowed), DecisionReason::Partnership);
        assert_eq!(held(&view, narrowed), held(&view, "pam"));
    }
}

#[test]
fn an_assignment_leaves_what_it_names_and_nothing_else() {
    let usage = only(&[RightKind::Usage]);
    let left = [OrganizationRight::View, OrganizationRight::ManageUsers];
    let view = entrusted(FULL, [], [assignment("c", "cal", usage, &left)]);
    assert_eq!(on_product(&view, "cal", "drive"), ["use"]);
    assert!(on_product(&view, "cal", "site").is_empty());
    assert_eq!(held(&view, "cal"), ["view", "manage_users"]);

    let view = entrusted(FULL, [], [assignment("c", "cal", only(&[]), &[])]);
    assert_eq!(reason(&view, "cal"), DecisionReason::NoPath);
    assert!(held(&view, "cal").is_empty(), "not even view");

    let view = entrusted(
        FULL,
        [],
        [assignment("c", "cal", LeftProductRights::All, &[])],
    );
    assert!(view.may("cal", "site", "dns") && held(&view, "cal").is_empty());
}

#[test]
fn an_assignment_gives_nothing_that_the_mandate_does_not() {
    let view = entrusted(FULL, [], [everything("c", "cal")]);
    assert_eq!(held(&view, "cal"), held(&view, "pam"));
    let narrow = mandate(numbers(&[1]), "product:drive");
    let view = entrusted(LIMITED, [narrow], [everything("c", "cal")]);
    assert_eq!(held(&view, "cal"), ["view"]);
    assert_eq!(on_product(&view, "cal", "drive"), ["use"]);
    assert!(on_product(&view, "cal", "site").is_empty());
}

#[test]
fn assignments_add_up() {
    let view_alone = &[OrganizationRight::View];
    let manage_users = &[OrganizationRight::ManageUsers];
    let both = [
        assignment("a", "cora", only(&[RightKind::Usage]), view_alone),
        assignment(
            "b",
            "team:desk",
            only(&[RightKind::Technical]),
            manage_users,
        ),
    ];
    let view = entrusted(FULL, [], both);
    assert_eq!(on_product(&view, "cora", "drive"), ["use"]);
    assert_eq!(on_product(&view, "cora", "site"), ["dns"]);
    assert_eq!(held(&view, "cora"), ["view", "manage_users"]);

    let nothing = assignment("a", "pam", only(&[]), &[]);
    let view = entrusted(FULL, [], [nothing]);
    assert_eq!(on_product(&view, "pam", "drive"), ["manage", "read", "use"]);
}

#[test]
fn an_assignment_of_an_ended_or_other_partnership_or_client_gives_nothing() {
    let elsewhere = ClientAssignment {
        client: home("elsewhere"),
        ..everything("a", "cal")
    };
    let before = ClientAssignment {
        partnership: partnership_id("before"),
        ..everything("b", "cal")
    };
    let over = Record::Partnership(ended(partnership("before", "agency", FULL)));
    let another = Record::Partnership(partnership("another", "sub", FULL));
    let of_another = ClientAssignment {
        partnership: partnership_id("another"),
        ..everything("d", "cal")
    };
    let view = entrusted(FULL, [over, another], [elsewhere, before, of_another]);
    assert_eq!(reason(&view, "cal"), DecisionReason::NotAMember);
}

#[test]
fn a_partnership_that_is_not_active_gives_nothing() {
    for idle in [invited, ended] {
        let partnership = Record::Partnership(idle(partnership("m", "agency", WALLET)));
        let assigned = Record::ClientAssignment(everything("c", "cal"));
        let view = beside_agency([partnership, mandate(Rights::All, "tag:x")], [assigned]);
        for who in EVERYBODY {
            assert_eq!(reason(&view, who), DecisionReason::NotAMember, "{who}");
            assert!(held(&view, who).is_empty(), "{who}");
        }
    }
}

#[test]
fn externals_of_the_partner_are_never_staff() {
    let guests = Record::Team(team("guests", &["xena"]));
    let partnership = Record::Partnership(partnership("m", "agency", FULL));
    let more = [
        guests,
        Record::ClientAssignment(everything("a", "xena")),
        Record::ClientAssignment(everything("b", "team:guests")),
    ];
    let view = beside_agency([partnership], more);
    assert_eq!(reason(&view, "xena"), DecisionReason::NotAMember);
}

#[test]
fn a_partnership_with_the_partner_gives_nothing_on_the_partners_clients() {
    // The agency has a full partner of its own, whose sue is EXTERNAL in the agency, so shown as PARTNER there.
    let mut agency = agency();
    agency.push(Record::Partnership(partnership("s", "sub", WALLET)));
    agency.push(Record::Member(member("sue", Role::External)));
    agency.push(Record::ClientAssignment(everything("c", "sue")));
    let sub = ["sue", "sam"].map(|id| Record::Member(member(id, Role::LegalRepresentative)));
    let others = Others::from([(home("agency"), agency), (home("sub"), sub.into())]);
    let acme = [Record::Partnership(partnership("m", "agency", WALLET))];
    let view = among(view_with(acme), &others);
    let inside = view.of(&home("agency")).unwrap();
    assert!(inside.is_partner(&user("sue")));
    for who in ["sue", "sam"] {
        assert!(inside.holds(&user(who), OrganizationRight::ManageUsers, NOW));
        assert_eq!(reason(&view, who), DecisionReason::NotAMember);
        assert!(held(&view, who).is_empty());
    }
}

#[test]
fn whom_the_partner_or_anybody_has_deactivated_is_no_staff() {
    let partnership = || Record::Partnership(partnership("m", "agency", FULL));
    let at_partner = [
        Record::Member(asleep("pam", Role::LegalRepresentative)),
        Record::Member(asleep("cal", Role::Collaborator)),
        Record::ClientAssignment(everything("c", "cal")),
    ];
    let view = beside_agency([partnership()], at_partner);
    assert_eq!(reason(&view, "pam"), DecisionReason::NotAMember);
    assert_eq!(reason(&view, "cal"), DecisionReason::NotAMember);
    let gone = Record::User(person("pam", UserState::Deactivated));
    let view = beside_agency([partnership(), gone], []);
    assert_eq!(reason(&view, "pam"), DecisionReason::UserInactive);
    assert!(held(&view, "pam").is_empty());
}

#[test]
fn whom_the_client_has_deactivated_has_no_partnership_path_there() {
    let here = Record::Member(asleep("pam", Role::External));
    let assigned = Record::Member(asleep("cal", Role::External));
    let view = entrusted(WALLET, [here, assigned], [everything("c", "cal")]);
    for who in ["pam", "cal"] {
        assert_eq!(reason(&view, who), DecisionReason::MemberInactive);
        assert!(!view.may(who, "drive", "contact_support"));
        assert!(held(&view, who).is_empty());
        assert!(
            view.acts_through(&user(who), OrganizationRight::View)
                .is_empty()
        );
    }
    assert_eq!(reason(&view, "tim"), DecisionReason::Partnership);
}

#[test]
fn an_entrusted_wallet_is_for_three_sorts_of_people() {
    let narrowed_and_rich = Role::Administrator(domain::Areas {
        financial: true,
        technical: Some(scope("tag:x")),
        ..domain::Areas::default()
    });
    let uses = |access: AccessLevel| {
        let wallet = &[OrganizationRight::UseWallet];
        let more = [
            Record::Member(member("flo", narrowed_and_rich.clone())),
            Record::ClientAssignment(assignment("a", "cal", LeftProductRights::All, wallet)),
            Record::ClientAssignment(assignment("b", "team:desk", LeftProductRights::All, &[])),
            Record::ClientAssignment(assignment("c", "flo", LeftProductRights::All, &[])),
        ];
        let partnership = Record::Partnership(partnership("m", "agency", access));
        let view = beside_agency([partnership], more);
        let everybody = EVERYBODY.into_iter().chain(["flo"]);
        let right = OrganizationRight::UseWallet;
        let uses = everybody.filter(|who| view.holds(&user(who), right, NOW));
        uses.collect::<Vec<_>>()
    };
    assert_eq!(uses(WALLET), ["pam", "fay", "cal"]);
    assert!(uses(FULL).is_empty() && uses(LIMITED).is_empty());
    let named = assignment("a", "tim", only(&[]), &[OrganizationRight::UseWallet]);
    let view = entrusted(WALLET, [], [named]);
    assert!(held(&view, "tim").contains(&"use_wallet"), "adds up");
}

#[test]
fn full_partners_ask_for_help_with_every_product_as_far_as_it_is_left() {
    let help = &[OrganizationRight::ContactSupport];
    let assigned = [
        assignment("a", "cal", only(&[]), help),
        assignment("b", "cora", LeftProductRights::All, &[]),
    ];
    let view = entrusted(FULL, [], assigned);
    for product in ["drive", "site", "board"] {
        for who in ["pam", "tim", "cal"] {
            assert!(view.may(who, product, "contact_support"), "{who}");
        }
        assert!(!view.may("cora", product, "contact_support"), "not left");
        assert!(!view.may("nora", product, "contact_support"), "no staff");
    }
    let limited = entrusted(LIMITED, [mandate(Rights::All, "type:kdrive")], []);
    assert!(!limited.may("pam", "drive", "contact_support"));
}

#[test]
fn externally_managed_types_are_not_reached() {
    let owned = Record::Grant(Grant {
        by_owner: true,
        ..grant("n", "partnership:m", Rights::All, "type:ticketing")
    });
    for access in [FULL, LIMITED] {
        let assigned = [everything("c", "cal")];
        let view = entrusted(access, [owned.clone()], assigned);
        for who in ["pam", "tim", "cal"] {
            assert!(!view.may(who, "board", "open"), "{who}");
        }
    }
}

/// The kdrive type with manage, of kind MANAGEMENT, that implies use, of kind USAGE.
fn implying() -> Record {
    let rights = vec![
        right(1, "use", RightKind::Usage, &[]),
        right(2, "manage", RightKind::Management, &[1]),
    ];
    Record::ProductType(product_type("kdrive", rights))
}

#[test]
fn what_is_left_implies_what_it_always_implies() {
    let limited = || mandate(numbers(&[2]), "product:drive");
    for (access, held_by) in [(FULL, None), (LIMITED, Some(limited()))] {
        let left = |kind| {
            let records = held_by.clone().into_iter().chain([implying()]);
            let assigned = assignment("c", "cal", only(&[kind]), &[]);
            let view = entrusted(access, records, [assigned]);
            on_product(&view, "cal", "drive")
        };
        assert_eq!(left(RightKind::Management), ["manage", "use"]);
        assert_eq!(left(RightKind::Usage), ["use"], "and nothing upwards");
        assert!(left(RightKind::Technical).is_empty());
    }
}

#[test]
fn a_lent_place_in_a_partners_team_makes_no_staff() {
    let lent_place = team("desk", &["cora"])
        .with(&user("cal"))
        .binding(&user("cal"), vec![partnership_id("s")]);
    let more = [
        Record::Team(lent_place),
        Record::ClientAssignment(everything("c", "team:desk")),
    ];
    let partnership = Record::Partnership(partnership("m", "agency", FULL));
    let view = beside_agency([partnership], more);
    assert_eq!(staff(&view, &["cal", "cora"]), ["cora"]);
}

#[test]
fn own_paths_and_those_of_partnerships_add_up() {
    let own = [
        Record::Member(member("pam", Role::Collaborator)),
        Record::Member(member("tim", administrator(None))),
        Record::Grant(grant("n", "pam", numbers(&[1]), "product:drive")),
    ];
    let view = entrusted(FULL, own, []);
    assert_eq!(
        reason(&view, "pam"),
        DecisionReason::Grant,
        "own before others'"
    );
    assert!(view.may("pam", "site", "dns") && view.may("tim", "site", "dns"));
    assert!(view.holds(&user("pam"), OrganizationRight::ShareDirectory, NOW));
    let through = |who| {
        let through = view.acts_through(&user(who), OrganizationRight::ManageUsers);
        through.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(through("pam"), ["m"]);
    assert!(through("tim").is_empty(), "USER_RIGHTS are his own");
    assert!(through("bob").is_empty());
}

#[test]
fn several_partners_add_up() {
    let sub = [
        Record::Member(member("sue", Role::LegalRepresentative)),
        Record::Member(member("pam", administrator(Some(Scope::All)))),
    ];
    let others = Others::from([(home("agency"), agency()), (home("sub"), sub.into())]);
    let acme = [
        Record::Partnership(partnership("m", "agency", LIMITED)),
        mandate(numbers(&[1]), "product:drive"),
        Record::Partnership(partnership("s", "sub", LIMITED)),
        Record::Grant(grant("s", "partnership:s", numbers(&[12]), "product:site")),
    ];
    let view = among(view_with(acme), &others);
    assert!(view.may("pam", "drive", "use") && view.may("pam", "site", "dns"));
    assert!(!view.may("sue", "drive", "use") && view.may("sue", "site", "dns"));
    assert!(view.may("tim", "drive", "use") && !view.may("tim", "site", "dns"));
    let dns = "dns".into();
    let who = view.accessors(&on("site"), Some(&dns), None, 10, NOW);
    let who: Vec<_> = who.unwrap().found;
    let who: Vec<_> = who.iter().map(|found| found.user.to_string()).collect();
    assert_eq!(who, ["ann", "pam", "sue"]);
}

#[test]
fn explain_names_the_partnership_or_what_it_does_not_give() {
    let explain = |view: &View, on: &Resource, right: &str| {
        let explained = view.explain(&user("pam"), on, &right.into(), NOW).unwrap();
        explained.sentence
    };
    let staff = "staff of the limited partner organizations/agency (partnerships/m)";
    let view = entrusted(LIMITED, [mandate(numbers(&[2]), "tag:x")], []);
    assert_eq!(
        explain(&view, &on("drive"), "read"),
        format!(
            "allowed: {staff}, tag \"x\", kdrive/manage (implies kdrive/read), granted by users/ann"
        )
    );
    assert!(explain(&view, &on("drive-new"), "use").contains(&format!(
        "denied: users/pam is {staff}, and the mandate, as far as it is left to them, gives nothing on product drive-new"
    )));
    let organization = Resource::Organization;
    assert_eq!(
        explain(&view, &organization, "view"),
        format!("allowed: {staff}")
    );
    let denied = explain(&view, &organization, "manage_users");
    assert!(
        denied.contains(&format!("users/pam is {staff}")),
        "{denied}"
    );
    let denied = explain(&view, &on("drive"), "contact_support");
    assert!(denied.contains("staff of full partners"), "{denied}");
}
