# SPDX-License-Identifier: Apache-2.0
"""The desk's own letter, from its ready content to the finished file."""

from __future__ import annotations

from collections.abc import Callable

from tests.benchmarks.press_letter import PressLetter, content_of

SAID = "this desk: tagged, PDF/UA-1 and PDF/A-3a, spacing tried out"


def maker() -> Callable[[PressLetter], bytes]:
    """Makes one letter after the other."""
    from missiondesk.documents.letter import print_letter

    return lambda letter: print_letter(content_of(letter), letter.plot).data
