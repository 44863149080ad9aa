# SPDX-License-Identifier: Apache-2.0
"""Which test holds which goal of keeping (G) and of copies that meet again (COL); the long form of
those below `tests/faults` is a command.
"""

from __future__ import annotations

_FAULTS = "tests/faults/test_"
_STORE = "tests/store/test_"
_SERVICES = "tests/services/test_"

GOALS: dict[str, tuple[str, ...]] = {
    "G1": (
        f"{_FAULTS}kill.py::test_a_killed_desk_loses_nothing_that_it_called_saved",
        f"{_FAULTS}kill_verbs.py::test_the_file_is_as_before_or_as_after",
    ),
    "G2": (
        f"{_FAULTS}power_loss.py::test_the_file_is_the_old_or_the_new",
        f"{_FAULTS}power_loss.py::test_a_careless_routine_is_found_out",
    ),
    "G3": (
        f"{_FAULTS}system_calls.py::test_whatever_call_fails_nothing_is_lost_and_people_are_told",
        f"{_STORE}saver.py::test_after_any_failure_of_a_save_the_next_one_goes_through",
    ),
    "G4": (
        f"{_FAULTS}system_calls.py::test_whatever_call_fails_nothing_is_lost_and_people_are_told",
        f"{_STORE}publish.py::test_every_call_may_fail",
        f"{_STORE}lock.py::test_a_disk_that_was_away_gets_its_lock_again",
        "tests/ui/test_own_file.py::test_a_folder_that_went_away_comes_back",
    ),
    "G5": (
        f"{_STORE}publish.py::test_a_file_that_a_scanner_holds_is_waited_for",
        f"{_STORE}publish.py::test_a_file_that_stays_held_is_left_as_it_is",
    ),
    "G6": (
        f"{_FAULTS}workspaces.py::test_a_mutated_workspace_is_refused_or_holds_what_it_held",
        f"{_STORE}inspection.py::test_ten_thousand_broken_files_never_crash",
    ),
    "G7": (
        f"{_FAULTS}readers.py::test_a_mutated_file_is_read_or_refused",
        f"{_FAULTS}forms.py::test_a_mutated_form_is_refused_or_taken_in_whole",
        f"{_SERVICES}table_import_rules.py::test_all_or_nothing_and_never_twice",
        f"{_SERVICES}replies.py::test_whatever_comes_back_is_refused_or_says_all_it_would_change",
        "tests/exchange/spreadsheet/test_hostile.py::test_damage_is_refused_or_read_and_never_a_crash",
    ),
    "G8": (
        f"{_FAULTS}system_calls.py::test_whatever_call_fails_nothing_is_lost_and_people_are_told",
    ),
    "G9": (
        f"{_STORE}undo_machine.py::test_hundreds_of_steps_back_and_forth_over_restarts",
        f"{_STORE}undo_machine.py::test_the_machine_for_long",
    ),
    "G10": (
        f"{_SERVICES}recycle_bin.py::test_a_mission_comes_back_with_all_that_went_with_it",
        f"{_SERVICES}recycle_bin.py::test_every_kind_can_be_read_from_the_bin",
        f"{_SERVICES}purging.py::test_it_is_logged_and_cannot_be_undone",
    ),
    "G11": (
        f"{_STORE}backups.py::test_before_an_import_and_a_merge_the_present_is_put_aside",
        f"{_STORE}backups.py::test_what_changed_is_backed_up_when_the_interval_is_over",
        (
            f"{_STORE}backups.py::"
            "test_a_backup_that_does_not_read_back_is_refused_and_stops_the_thinning"
        ),
        f"{_STORE}backups.py::test_what_is_sealed_anew_is_reopened_or_stays_as_it_was",
        f"{_SERVICES}restoring.py::test_the_file_that_each_former_version_left_can_be_gone_back_to",
    ),
    "G12": (
        f"{_STORE}migrations.py::test_a_released_file_opens_for_ever",
        f"{_STORE}migrations.py::test_a_migration_that_fails_leaves_the_version_before",
    ),
    "G13": (
        f"{_STORE}inspection.py::test_a_newer_file_is_refused_with_what_is_needed",
        f"{_STORE}inspection.py::test_a_file_of_a_newer_minor_version_is_read_and_not_written",
    ),
    "G14": (
        f"{_FAULTS}races.py::test_never_two_writers",
        f"{_STORE}lock.py::test_of_many_at_once_exactly_one_gets_it",
        "tests/ui/test_own_file.py::test_a_conflict_copy_beside_the_file_is_offered_and_put_together",
    ),
    "G15": (
        f"{_FAULTS}merging.py::test_random_triples_lose_nothing_and_do_not_depend_on_the_side",
        f"{_SERVICES}merging.py::test_both_sides_edits_are_there_and_one_undo_takes_them_back",
    ),
    "G16": ("tests/test_benchmarks.py::test_a_subject_is_measured_and_told",),
    "G25": ("tests/security/test_sec_02_canaries.py::test_no_canary_reaches_a_file",),
    "G26": (
        "tests/security/test_sec_13_14_18_21_source.py::test_a_socket_is_refused_and_remembered",
        "tests/security/test_sec_13_14_18_21_source.py::test_the_command_line_opens_no_socket",
    ),
    "COL-01": (
        "tests/domain/test_merging.py::test_lineage_is_told_by_ids_and_an_undone_merge_does_not_count",
        f"{_STORE}store.py::test_a_step_says_who_did_what_when_and_how_the_record_was",
    ),
    "COL-02": (
        f"{_SERVICES}copies.py::test_a_whole_copy_is_noted_and_comes_back_newer",
        f"{_SERVICES}copies.py::test_a_part_holds_no_byte_above_its_audience",
        f"{_SERVICES}copies.py::test_a_copy_can_have_a_passphrase_of_its_own",
        "tests/domain/test_fingerprint.py::test_the_same_version_has_the_same_words_for_ever",
    ),
    "COL-03": (
        f"{_SERVICES}versions.py::test_who_was_given_a_copy_since_stays_known",
        "tests/journeys/test_window_copy_comes_back.py::test_opening_a_copy_that_was_sent_asks_whether_it_came_back",
        f"{_SERVICES}merging.py::test_an_unrelated_workspace_is_refused",
        f"{_FAULTS}merging.py::test_copies_sent_by_a_bad_post_come_to_one_end",
    ),
    "COL-04": (
        "tests/domain/test_merging.py::test_any_record_is_put_together_field_by_field",
        "tests/domain/test_merging.py::test_a_target_is_never_mixed_with_the_others_unit",
        f"{_SERVICES}merging.py::test_what_is_removed_here_and_needed_there_is_one_conflict",
        f"{_FAULTS}merging.py::test_random_triples_lose_nothing_and_do_not_depend_on_the_side",
    ),
    "COL-05": (
        "tests/ui/merging/test_review.py::test_conflicts_are_chosen_by_keys_and_put_together_at_once",
        "tests/ui/merging/test_review.py::test_lines_are_narrowed_down_and_what_comes_in_can_be_left_out",
        f"{_SERVICES}merge_report.py::test_the_report_tells_everything_and_is_a_valid_document",
    ),
    "COL-06": (
        f"{_SERVICES}comments.py::test_a_remark_is_made_answered_settled_and_taken_back",
        f"{_SERVICES}comments.py::test_comments_travel_with_a_copy_and_come_back",
        f"{_SERVICES}comments.py::test_comments_are_in_no_document_and_no_part_unless_chosen",
    ),
    "COL-07": (
        f"{_SERVICES}letter_difference.py::test_the_printed_comparison_says_by_signs_what_changed",
        f"{_SERVICES}letters.py::test_a_signed_letter_is_never_edited",
        f"{_SERVICES}letter_freezing.py::test_bytes_that_do_not_fit_their_hash_are_refused",
    ),
    "COL-08": (
        f"{_SERVICES}comments.py::test_a_sheet_goes_out_and_comes_back_to_its_paragraphs",
        f"{_SERVICES}comments.py::test_the_numbered_letter_is_a_valid_document",
    ),
    "COL-09": (
        f"{_STORE}lock.py::test_a_held_lock_beats_by_itself_until_it_is_given_back",
        f"{_STORE}lock.py::test_after_ten_minutes_of_silence_a_person_may_take_it_over",
        (f"{_STORE}lock.py::test_who_was_heard_within_ten_minutes_is_at_work_and_not_taken_over"),
        f"{_STORE}saver.py::test_another_ones_file_is_never_overwritten",
        "tests/ui/test_opening.py::test_whoever_is_at_work_is_asked_and_not_taken_over",
    ),
    "COL-10": (
        f"{_SERVICES}party_copies.py::test_no_byte_of_the_file_is_another_s",
        f"{_SERVICES}party_returns.py::test_its_yes_joins_those_of_others",
        f"{_SERVICES}talks_partition.py::test_the_projector_shows_what_all_parties_may_see",
        (
            f"{_SERVICES}working_copies.py::"
            "test_deleting_is_one_step_that_says_their_names_and_is_not_undone"
        ),
    ),
}
