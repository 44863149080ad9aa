# SPDX-License-Identifier: Apache-2.0
"""Lets the program speak with an office's own words from its start on."""

from __future__ import annotations

from missiondesk.system.own_words import own_words_file, read_own_words


def take() -> None:
    """Use the words of the office, where it has written some; the guide's glossary tells how."""
    try:
        if not own_words_file().is_file():
            return
        from missiondesk.language import own_words

        own_words.use(own_words.own_words(read_own_words())[0])
    except (OSError, ValueError):
        return  # the desk's own words then; the glossary says why
