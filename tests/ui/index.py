# SPDX-License-Identifier: Apache-2.0
"""Which test or command holds which rule of the screen; `test_index.py` compares with the files.

Of a rule that only a person can hold, or that is not held yet, `OPEN` says what is left.
"""

from __future__ import annotations

_KEYS = "tests/journeys/test_window_by_keys.py"
_MAIN = "tests/ui/test_main_window.py"
_RULES = "tests/ui/test_rules.py"

INDEX: dict[str, tuple[str, ...]] = {
    "UX-01": (
        f"{_KEYS}::test_a_letter_of_the_sample_is_printed_in_five_actions",
        "tests/journeys/test_window_on_the_sample.py::test_from_the_start_page_to_a_letter_in_three_actions",
        "tests/journeys/test_without_a_window.py::test_the_sample_can_be_tried_and_kept_but_never_over_a_file",
        "tests/ui/start/test_start_page.py::test_the_three_ways",
        "tests/ui/test_starting.py::test_a_newcomer_gets_the_start_page",
        "tests/benchmarks/startup.py",
    ),
    "UX-02": (
        f"{_MAIN}::test_each_page_is_reached_by_its_key",
        f"{_RULES}::test_lists_instead_of_trees",
    ),
    "UX-03": (
        "tests/ui/search/test_search.py::test_every_command_is_in_the_palette_with_its_key",
        "tests/ui/search/test_search.py::test_a_record_of_every_kind_can_be_gone_to",
        "tests/ui/search/test_search.py::test_commands_are_found_by_words_and_initials",
        "tests/benchmarks/search.py",
    ),
    "UX-04": (
        "tests/services/test_search.py::test_a_word_is_found_by_its_inner_part_and_in_every_spelling",
        "tests/ui/search/test_search.py::test_the_page_narrows_to_a_kind_and_opens_a_record",
        f"{_KEYS}::test_anything_is_found_and_left_again",
    ),
    "UX-05": (
        "tests/ui/widgets/test_fields.py::test_enter_commits_without_blanks",
        "tests/ui/widgets/test_fields.py::test_esc_restores",
        "tests/ui/widgets/test_fields.py::test_several_lines_commit_by_ctrl_enter",
        "tests/ui/widgets/test_sheet.py::test_typing_commits_with_enter",
        "tests/ui/widgets/test_table.py::test_enter_or_f2_opens_the_chosen_row",
        "tests/journeys/test_window_by_keys_letter.py::test_from_a_new_file_to_an_issued_letter",
    ),
    "UX-06": (
        f"{_MAIN}::test_the_chip_says_saved_only_once_it_is",
        f"{_MAIN}::test_the_chip_does_not_say_saved_of_what_is_being_typed",
        f"{_MAIN}::test_closing_waits_for_the_last_save",
        "tests/ui/history/test_versions_on_screen.py::test_ctrl_s_says_that_it_is_saved_and_enter_takes_the_name",
    ),
    "UX-07": (
        "tests/store/test_undo_machine.py::test_hundreds_of_steps_back_and_forth_over_restarts",
        "tests/store/test_store.py::test_undo_is_refused_when_the_record_is_not_as_it_was_left",
        f"{_MAIN}::test_undo_says_what_it_takes_back_and_does_it",
        f"{_MAIN}::test_undo_of_a_text_belongs_to_the_field_that_has_the_focus",
    ),
    "UX-08": (f"{_RULES}::test_each_page_of_an_empty_workspace_says_what_to_do",),
    "UX-09": (
        f"{_RULES}::test_what_can_be_dragged_can_be_done_by_a_command",
        "tests/ui/widgets/test_card_board.py::test_control_alt_and_an_arrow_asks_to_move",
        f"{_KEYS}::test_an_initiative_is_moved_on_the_board",
    ),
    "UX-10": (
        "tests/language/test_typed_dates.py::test_understood",
        "tests/language/test_typed_dates.py::test_never_guessed",
        "tests/language/test_typed_dates.py::test_a_written_period_is_read_again",
        "tests/ui/widgets/test_fields.py::test_a_date_is_echoed_in_full_before_it_is_taken",
    ),
    "UX-11": (
        "tests/ui/letters/test_preview.py::test_it_shows_the_bytes_that_are_exported",
        "tests/ui/widgets/test_pictures.py::test_a_page_is_drawn_as_it_is",
        "tests/ui/widgets/test_pdf_print.py::test_each_page_comes_out_as_it_is",
    ),
    "UX-12": (
        "tests/ui/start/test_start_page.py::test_a_recent_file_opens_and_can_be_forgotten",
        "tests/ui/test_starting.py::test_a_confidential_workspace_is_not_remembered",
    ),
    "UX-13": (
        "tests/language/test_letter_blocks.py::test_only_known_placeholders_are_used",
        "tests/services/test_letters.py::test_a_letter_with_a_gap_is_neither_cleared_nor_exported_but_previewed",
        "tests/ui/letters/test_places.py::test_each_placeholder_leads_to_where_it_is_filled_in",
    ),
    "UX-14": (
        "tests/ui/test_jobs_panel.py::test_a_job_is_stopped_from_the_list",
        "tests/services/test_batch.py::test_a_stopped_batch_keeps_whole_letters_and_no_other_file",
        "tests/services/test_batch.py::test_forty_letters_are_made_in_one_press_and_can_be_stopped_at_any_moment",
        "tests/benchmarks/scale.py",
    ),
    "UX-15": (
        "tests/journeys/test_window_by_keys_letter.py::test_from_a_new_file_to_an_issued_letter",
        f"{_KEYS}::test_a_new_figure_changes_the_rating",
        "tests/ui/test_jobs_panel.py::test_backups_are_listed_and_only_those_asked_for_are_told",
    ),
    "UX-16": (
        "tests/store/test_workspace.py::test_every_refusal_has_a_sentence_of_its_own",
        "tests/test_house.py::test_everything_said_is_said_in_danish_too",
        "tests/ui/widgets/test_fields.py::test_what_is_refused_stays_and_says_why",
        "tests/services/test_printing.py::test_what_cannot_be_written_is_named_as_a_person_knows_it",
    ),
    "UX-17": (
        "tests/ui/test_clipping.py::test_a_page_with_its_tabs",
        "tests/ui/test_clipping_large.py::test_the_start_window_at_a_large_font",
        "tests/ui/test_theme.py::test_sizes_follow_the_users_font",
        "tests/ui/widgets/test_fields.py::test_the_signs_of_the_languages_have_room_at_every_font",
        "tests/screenshots.py",
    ),
    "UX-18": (
        "tests/language/test_translations.py::test_the_danish_catalogue_is_complete",
        "tests/language/test_sorting.py::test_danish_order",
        "tests/ui/test_clipping.py::test_a_record_with_its_tabs",
        "tests/language/test_own_words.py::test_the_glossary_is_whole",
        "tests/language/test_own_words.py::test_every_sentence_and_every_new_letter_says_the_offices_word",
    ),
    "UX-20": (
        "tests/ui/widgets/test_table.py::test_copy_gives_text_and_html_and_escapes",
        "tests/ui/widgets/test_clipboard.py::test_our_own_text_comes_back",
        "tests/ui/scorecard/test_scorecard_page.py::test_a_picture_is_copied_as_pixels_and_as_lines",
    ),
    "UX-22": (
        "tests/ui/test_starting.py::test_the_next_start_is_where_one_was",
        "tests/ui/test_starting.py::test_lists_are_narrowed_as_they_were_left",
        "tests/ui/test_starting.py::test_filters_of_what_became_confidential_leave_the_disk",
    ),
    "UX-23": (
        f"{_MAIN}::test_no_two_commands_share_a_key",
        f"{_MAIN}::test_f6_goes_round_the_parts_of_the_window",
        f"{_RULES}::test_the_usual_keys_do_the_usual",
        "tests/journeys/test_window_by_keys_letter.py::test_from_a_new_file_to_an_issued_letter",
    ),
    "A11Y-01": (
        "tests/ui/test_accessible.py::test_a_page",
        "tests/ui/test_accessible.py::test_a_record_with_all_its_tabs",
        "tests/ui/test_accessible.py::test_what_lies_over_the_window",
        "tests/ui/test_accessible.py::test_the_locked_window",
        "tests/ui/test_accessible.py::test_the_walker_hears_what_is_wrong",
    ),
    "A11Y-02": (
        "tests/ui/widgets/test_table.py::test_a_cell_is_read_with_its_head",
        "tests/ui/test_accessible.py::test_a_page",
    ),
    "A11Y-03": (
        "tests/ui/roadmap/test_roadmap_page.py::test_the_summary_names_everything_for_screen_readers",
        "tests/ui/test_accessible.py::test_the_roadmaps_twin",
        "tests/services/test_pictures.py::test_every_picture_is_described_in_words_and_as_a_table",
        f"{_KEYS}::test_the_roadmap_is_read_and_printed",
    ),
    "A11Y-04": (
        "tests/ui/test_accessible.py::test_a_page",
        "tests/ui/test_accessible.py::test_a_record_with_all_its_tabs",
        f"{_MAIN}::test_f6_goes_round_the_parts_of_the_window",
        "tests/ui/test_theme.py::test_text_reads_on_every_ground",
    ),
    "A11Y-05": (
        "tests/ui/test_theme.py::test_text_reads_on_every_ground",
        "tests/ui/test_labels.py::test_each_state_has_symbol_word_and_colour",
        "tests/documents/roadmap/test_roadmap.py::test_stages_are_told_apart_in_greyscale",
    ),
    "A11Y-06": (
        "tests/ui/test_clipping_large.py::test_the_start_window_at_a_large_font",
        "tests/ui/test_clipping_large.py::test_the_locked_window_at_a_large_font",
        "tests/screenshots.py",
    ),
    "A11Y-07": (
        "tests/journeys/test_assistive_technology.py::test_a_screen_reader_hears_every_page",
        "tests/journeys/test_assistive_technology.py::test_a_screen_reader_hears_tables_with_their_heads",
    ),
    "A11Y-08": (
        "tests/journeys/test_without_a_window.py::test_every_document_of_the_sample_conforms",
        "tests/documents/test_letter.py::test_the_letter_is_accessible_and_archivable",
        "tests/documents/tagged/test_table.py::test_a_table_is_read_as_a_table",
    ),
    "A11Y-09": (
        "tests/services/test_letter_sentences.py::test_a_long_sentence_is_told_at_its_block_and_hinders_nothing",
        "tests/documents/tagged/test_canvas.py::test_a_figure_without_words_is_refused",
        "tests/documents/tagged/test_canvas.py::test_a_heading_may_not_skip_a_level",
    ),
    "A11Y-10": (
        "tests/test_accessibility_report.py::test_it_is_of_this_version_and_dated",
        "tests/test_accessibility_report.py::test_what_it_cites_exists",
    ),
}

OPEN: dict[str, str] = {
    "UX-19": "No spelling dictionary is shipped; the licence of the Danish one was not confirmed.",
    "UX-21": "Hints and the lack of a wizard are looked at, not tested.",
    "A11Y-07": "NVDA and Narrator on Windows were never run.",
}
