# SPDX-License-Identifier: Apache-2.0
"""Which test holds which requirement of security; `test_index.py` holds the list to the files."""

from __future__ import annotations

INDEX: dict[str, tuple[str, ...]] = {
    "SEC-01": (
        "tests/store/sealing/test_sealing.py::test_the_format_is_what_its_description_says",
        "tests/store/sealing/test_sealing.py::test_argon2id_gives_the_known_answer_of_its_reference",
        "tests/store/sealing/test_sealing.py::test_aes_256_gcm_gives_the_known_answer_of_its_standard",
        "tests/store/sealing/test_sealing.py::test_every_flipped_byte_of_the_head_is_damage",
        "tests/store/sealing/test_sealing.py::test_flipped_bytes_of_the_body_are_damage",
        "tests/store/sealing/test_sealing.py::test_what_a_file_may_demand_is_bounded",
        (
            "tests/store/sealing/test_sealing.py::"
            "test_passphrases_are_added_and_removed_without_another_data_key"
        ),
        "tests/security/test_sec_02_canaries.py::test_no_canary_reaches_a_file",
    ),
    "SEC-02": (
        "tests/security/test_sec_02_canaries.py::test_no_canary_reaches_a_file",
        "tests/security/test_sec_02_canaries.py::test_the_scan_finds_what_is_planted",
        "tests/services/test_confidential.py::test_backups_are_closed_and_opened_with_the_workspace",
    ),
    "SEC-03": (
        (
            "tests/store/sealing/test_sealing.py::"
            "test_without_a_passphrase_or_with_a_wrong_one_the_reason_is_its_own"
        ),
        "tests/store/sealing/test_sealing.py::test_every_flipped_byte_of_the_head_is_damage",
    ),
    "SEC-04": (
        (
            "tests/ui/confidential/test_confidential.py::"
            "test_ctrl_l_locks_and_nothing_is_left_but_the_question"
        ),
        "tests/ui/confidential/test_confidential.py::test_the_idle_lock_locks_the_window",
        "tests/ui/confidential/test_presence.py::test_waking_from_sleep_is_noticed",
        "tests/ui/confidential/test_presence.py::test_messages_of_windows_are_understood",
        "tests/security/test_sec_04_05_memory.py::test_the_lock_falls_within_a_second",
        (
            "tests/ui/confidential/test_capture_shield.py::"
            "test_windows_are_kept_off_as_they_come_and_let_in_again"
        ),
    ),
    "SEC-05": (
        "tests/security/test_sec_04_05_memory.py::test_a_process_with_a_key_leaves_no_core",
        "tests/system/test_crash.py::test_it_names_version_place_and_cause_but_no_content",
    ),
    "SEC-06": (
        "tests/documents/tagged/test_metadata.py::test_nothing_tells_of_the_user_or_the_machine",
        "tests/exchange/spreadsheet/test_writing.py::test_it_says_of_itself_only_what_is_allowed",
        "tests/faults/test_exporters.py::test_hostile_records_lose_no_text_and_bring_nothing_along",
    ),
    "SEC-07": (
        "tests/services/test_party_copies.py::test_no_byte_of_the_file_is_another_s",
        "tests/services/test_document_set.py::test_nothing_internal_is_in_what_is_public",
        "tests/services/test_roadmap.py::test_the_public_roadmap_never_held_what_is_internal",
        "tests/services/test_roadmap.py::test_no_record_of_the_published_situation_is_internal",
    ),
    "SEC-08": (
        (
            "tests/ui/confidential/test_presence.py::"
            "test_what_is_copied_gets_the_hints_and_goes_after_a_time"
        ),
    ),
    "SEC-09": (
        (
            "tests/ui/confidential/test_confidential.py::"
            "test_a_workspace_is_made_confidential_and_its_recovery_key_is_shown_once"
        ),
        (
            "tests/ui/confidential/test_confidential.py::"
            "test_a_wrong_passphrase_is_said_beside_the_field_and_can_be_mended"
        ),
        "tests/security/test_sec_02_canaries.py::test_no_canary_reaches_a_file",
    ),
    "SEC-10": (
        (
            "tests/exchange/spreadsheet/test_writing.py::"
            "test_no_text_becomes_a_formula_an_error_or_a_number"
        ),
        "tests/services/test_open_data.py::test_any_text_reads_back_and_none_begins_a_formula",
    ),
    "SEC-11": (
        "tests/store/test_inspection.py::test_a_schema_that_is_not_ours_word_for_word_is_refused",
        "tests/store/test_inspection.py::test_ten_thousand_broken_files_never_crash",
        (
            "tests/store/test_inspection.py::"
            "test_a_header_that_states_a_giant_page_count_costs_nothing"
        ),
        "tests/store/sealing/test_sealing.py::test_any_bytes_behind_the_magic_are_refused",
        (
            "tests/services/test_receiving.py::"
            "test_what_ends_the_other_process_is_told_and_not_read_here"
        ),
        "tests/services/test_receiving.py::test_a_process_that_takes_too_long_is_ended",
        (
            "tests/security/test_sec_13_14_18_21_source.py::"
            "test_files_of_others_come_in_by_the_one_door"
        ),
        "tests/system/test_apart.py::test_it_gets_no_more_than_it_bound_itself_to",
    ),
    "SEC-12": (
        "tests/exchange/spreadsheet/test_hostile.py::test_it_is_refused_at_once",
        "tests/exchange/spreadsheet/test_hostile.py::test_a_file_that_is_too_large_is_not_looked_at",
    ),
    "SEC-13": (
        "tests/exchange/spreadsheet/test_hostile.py::test_it_is_refused_at_once",
        "tests/security/test_sec_13_14_18_21_source.py::test_xml_of_others_is_read_in_one_place",
    ),
    "SEC-14": (
        "tests/security/test_sec_13_14_18_21_source.py::test_no_picture_of_others_is_decoded",
    ),
    "SEC-15": (
        "tests/domain/test_placeholders.py::test_other_template_languages_stay_as_they_are",
        "tests/domain/test_placeholders.py::test_a_value_is_never_read_as_a_template",
    ),
    "SEC-16": (
        "tests/documents/test_escaping.py::test_text_is_shown_and_never_obeyed",
        "tests/documents/test_escaping.py::test_only_safe_addresses_become_links",
        "tests/ui/widgets/test_tool_tips.py::test_any_text_is_shown_as_it_is",
        "tests/ui/widgets/test_tool_tips.py::test_every_tip_goes_this_way_or_is_written_in_the_program",
        (
            "tests/charts/test_trajectory.py::"
            "test_nothing_in_the_figure_depends_on_pyplot_or_a_layout_engine"
        ),
        "tests/faults/test_exporters.py::test_hostile_records_lose_no_text_and_bring_nothing_along",
    ),
    "SEC-17": (
        "tests/security/test_sec_17_names.py::test_a_name_made_of_data_stays_a_name",
        "tests/security/test_sec_17_names.py::test_nothing_is_written_outside_the_chosen_folder",
    ),
    "SEC-18": (
        "tests/security/test_sec_13_14_18_21_source.py::test_a_socket_is_refused_and_remembered",
        "tests/security/test_sec_13_14_18_21_source.py::test_the_command_line_opens_no_socket",
    ),
    "SEC-19": (
        "tests/security/test_sec_19_supply.py::test_every_dependency_is_locked_with_its_hashes",
        "tests/security/test_sec_19_supply.py::test_the_packages_that_run_are_those_of_the_lock",
        "tests/test_packaging.py::test_the_list_of_parts_is_that_of_the_locks",
    ),
    "SEC-20": (
        "tests/store/test_chain.py::test_an_edited_cell_is_found",
        "tests/store/test_chain.py::test_a_removed_row_is_found",
        "tests/store/test_chain.py::test_the_trail_is_only_ever_added_to",
        "tests/services/test_trail.py::test_as_pdf_it_is_tagged_and_ends_with_the_hash",
        "tests/services/test_trail.py::test_a_record_that_was_altered_around_the_steps_is_found",
        "tests/services/test_purging.py::test_it_is_logged_and_cannot_be_undone",
    ),
    "SEC-21": (
        "tests/test_house.py::test_no_code_from_data_and_no_network",
        "tests/security/test_sec_13_14_18_21_source.py::test_no_pickle_of_others_is_read",
    ),
}
