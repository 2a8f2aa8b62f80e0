//! Scenarios: facts and what then holds, told in TOML, and one runner that builds the facts through the API and asks
//! every access question there is. All of them must agree.

mod answers;
mod facts;
mod file;

use file::Scenario;

macro_rules! scenarios {
    ($($name:ident)*) => {
        /// Every scenario that runs.
        const NAMES: &[&str] = &[$(stringify!($name)),*];

        $(
            #[tokio::test]
            async fn $name() {
                run(stringify!($name)).await;
            }
        )*
    };
}

scenarios! {
    a_deactivated_member_has_nothing_until_reactivated
    a_deactivated_user_has_nothing_anywhere
    a_grant_counts_from_its_start_until_its_end
    a_narrowed_administrator_has_what_the_scope_covers
    a_product_that_leaves_a_group_is_lost
    a_removed_right_gives_nothing_any_more
    a_right_brings_what_it_implies
    a_tag_added_later_counts_from_then_on
    all_six_scopes_cover_what_they_say
    future_products_are_those_made_after_the_grant
    kinds_give_each_type_its_own_rights
    organization_rights_come_from_role_and_area
    teams_give_while_one_is_in_them
    the_owner_alone_reaches_an_externally_managed_type
    ways_add_up_and_one_is_enough
}

async fn run(name: &str) {
    let scenario = Scenario::read(name);
    let mut stage = facts::Stage::new().await;
    for step in &scenario.step {
        stage.build(step).await;
        answers::must_agree(&stage, &format!("{name}, {}", step.says), &step.expected()).await;
    }
}

#[test]
fn every_scenario_that_is_told_runs() {
    let mut told: Vec<_> = std::fs::read_dir(Scenario::directory())
        .expect("the directory of scenarios")
        .map(|entry| entry.expect("an entry").path())
        .map(|path| {
            path.file_stem()
                .expect("a name")
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    told.sort();
    assert_eq!(told, NAMES);
}
