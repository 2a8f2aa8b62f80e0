//! Does the store keep what it was told, whoever writes, fails or tampers? On SQLite always; on PostgreSQL where
//! `GRANTOR_TEST_POSTGRES` holds the URL of a server on which databases may be created.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that fails panics"
)]

// As the other crates know it.
extern crate grantor_store as store;

mod bulk;
mod checkpoints;
mod committing;
mod grant_uses;
mod grouping;
mod large_changes;
mod lists;
mod loading;
mod nouns;
mod plans;
mod postgres_only;
mod reading;
mod round_trips;
mod settling;
mod verifying;
mod world;
mod writing;

/// Each test twice: once per database, under names of their own.
macro_rules! on_both {
    ($($test:path as $name:ident;)*) => {
        mod sqlite {$(
            #[tokio::test(flavor = "multi_thread")]
            async fn $name() {
                let world = crate::world::World::sqlite().await;
                $test(&world).await;
            }
        )*}
        mod postgres {$(
            #[tokio::test(flavor = "multi_thread")]
            async fn $name() {
                let Some(world) = crate::world::World::postgres(stringify!($name)).await else { return };
                $test(&world).await;
                world.end().await;
            }
        )*}
    };
}

on_both! {
    crate::checkpoints::a_checkpoint_holds_what_a_load_did as a_checkpoint_holds_what_a_load_did;
    crate::checkpoints::the_last_checkpoint_among_revisions_is_found as the_last_checkpoint_among_revisions_is_found;
    crate::checkpoints::checkpoints_are_no_larger_than_the_log as checkpoints_are_no_larger_than_the_log;
    crate::checkpoints::a_checkpoint_that_is_not_as_it_was_sealed_is_passed_over as a_checkpoint_that_is_not_as_it_was_sealed_is_passed_over;
    crate::checkpoints::of_people_a_checkpoint_holds_who_stands_out as of_people_a_checkpoint_holds_who_stands_out;
    crate::checkpoints::heads_of_a_time_are_those_of_then as heads_of_a_time_are_those_of_then;
    crate::large_changes::attack_c1_of_large_changes_few_are_read_at_once as attack_c1_of_large_changes_few_are_read_at_once;
    crate::loading::blocks_of_rows_leave_nothing_out as blocks_of_rows_leave_nothing_out;
    crate::loading::a_row_that_holds_no_noun_is_named as a_row_that_holds_no_noun_is_named;
    crate::lists::attack_c4_a_long_list_is_logged_by_entry_and_kept_whole as attack_c4_a_long_list_is_logged_by_entry_and_kept_whole;
    crate::committing::attack_b1_after_a_refused_commit_all_goes_on as attack_b1_after_a_refused_commit_all_goes_on;
    crate::committing::attack_b1_after_a_failed_rollback_all_goes_on as attack_b1_after_a_failed_rollback_all_goes_on;
    crate::committing::attack_b1_a_commit_with_a_warning_is_looked_up as attack_b1_a_commit_with_a_warning_is_looked_up;
    crate::committing::attack_b1_after_readers_were_cut_off_everything_new_is_read as attack_b1_after_readers_were_cut_off_everything_new_is_read;
    crate::grouping::each_decides_on_what_the_one_before_it_left as each_decides_on_what_the_one_before_it_left;
    crate::grant_uses::a_use_is_kept_by_its_day_and_only_moves_on as a_use_is_kept_by_its_day_and_only_moves_on;
    crate::grant_uses::a_grant_that_goes_takes_its_mark_along as a_grant_that_goes_takes_its_mark_along;
    crate::grant_uses::many_uses_are_all_kept as many_uses_are_all_kept;
    crate::grant_uses::marking_begins_once as marking_begins_once;
    crate::bulk::of_many_the_one_that_is_there_is_named as of_many_the_one_that_is_there_is_named;
    crate::bulk::many_are_all_there as many_are_all_there;
    crate::bulk::what_a_change_says_last_of_a_noun_counts as what_a_change_says_last_of_a_noun_counts;
    crate::grouping::each_reads_what_the_one_before_it_wrote as each_reads_what_the_one_before_it_wrote;
    crate::grouping::a_refusal_takes_nobody_along as a_refusal_takes_nobody_along;
    crate::grouping::a_write_that_fails_takes_nobody_along as a_write_that_fails_takes_nobody_along;
    crate::grouping::a_panic_takes_nobody_along as a_panic_takes_nobody_along;
    crate::grouping::the_same_request_twice_at_once_is_done_once as the_same_request_twice_at_once_is_done_once;
    crate::grouping::whose_time_is_up_writes_nothing_and_the_others_do as whose_time_is_up_writes_nothing_and_the_others_do;
    crate::writing::revisions_are_whole_under_many_writers as revisions_are_whole_under_many_writers;
    crate::writing::a_retry_has_no_second_effect as a_retry_has_no_second_effect;
    crate::writing::a_used_request_id_is_refused_for_another_request as a_used_request_id_is_refused_for_another_request;
    crate::writing::a_request_is_forgotten_after_a_day as a_request_is_forgotten_after_a_day;
    crate::writing::whoever_goes_away_leaves_nothing_half_done as whoever_goes_away_leaves_nothing_half_done;
    crate::writing::past_its_deadline_nothing_is_written as past_its_deadline_nothing_is_written;
    crate::writing::a_deadline_is_checked_before_commit as a_deadline_is_checked_before_commit;
    crate::writing::a_refusal_changes_nothing as a_refusal_changes_nothing;
    crate::writing::an_organization_and_users_change_together as an_organization_and_users_change_together;
    crate::writing::time_never_runs_back as time_never_runs_back;
    crate::writing::only_locked_homes_are_changed as only_locked_homes_are_changed;
    crate::writing::a_home_that_is_not_there_is_not_made_by_chance as a_home_that_is_not_there_is_not_made_by_chance;
    crate::writing::a_panic_leaves_nothing_behind as a_panic_leaves_nothing_behind;
    crate::writing::mails_leave_once as mails_leave_once;
    crate::writing::marks_are_kept as marks_are_kept;
    crate::reading::what_is_loaded_is_what_was_saved as what_is_loaded_is_what_was_saved;
    crate::reading::an_id_is_never_used_again as an_id_is_never_used_again;
    crate::reading::a_snapshot_stays_as_it_was as a_snapshot_stays_as_it_was;
    crate::reading::a_dropped_read_does_no_harm as a_dropped_read_does_no_harm;
    crate::reading::another_runtime_asks_and_the_work_stays_where_it_opened as another_runtime_asks_and_the_work_stays_where_it_opened;
    crate::reading::people_are_found_by_their_present_email as people_are_found_by_their_present_email;
    crate::reading::erasing_a_person_takes_texts_and_leaves_the_chain as erasing_a_person_takes_texts_and_leaves_the_chain;
    crate::reading::what_turns_out_to_be_about_a_person_is_erased_with_them as what_turns_out_to_be_about_a_person_is_erased_with_them;
    crate::reading::lists_are_in_byte_order as lists_are_in_byte_order;
    crate::reading::the_audit_is_filtered_and_paged as the_audit_is_filtered_and_paged;
    crate::reading::memberships_cross_homes as memberships_cross_homes;
    crate::reading::heads_say_where_homes_stand as heads_say_where_homes_stand;
    crate::settling::attack_d4_a_write_that_is_open_holds_time_back as attack_d4_a_write_that_is_open_holds_time_back;
    crate::verifying::an_untouched_store_verifies as an_untouched_store_verifies;
    crate::verifying::a_changed_payload_is_seen as a_changed_payload_is_seen;
    crate::verifying::a_changed_actor_is_seen as a_changed_actor_is_seen;
    crate::verifying::a_hole_is_seen as a_hole_is_seen;
    crate::verifying::a_cut_end_is_seen_by_its_anchor as a_cut_end_is_seen_by_its_anchor;
    crate::verifying::a_changed_personal_value_is_seen as a_changed_personal_value_is_seen;
    crate::verifying::a_row_written_past_the_log_is_seen as a_row_written_past_the_log_is_seen;
    crate::verifying::an_unknown_format_is_not_guessed as an_unknown_format_is_not_guessed;
    crate::verifying::another_key_ring_is_refused as another_key_ring_is_refused;
    crate::verifying::several_starters_migrate_at_once as several_starters_migrate_at_once;
}
