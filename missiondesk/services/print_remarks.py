# SPDX-License-Identifier: Apache-2.0
"""What a finished document could not show, said wherever one is made: on the screen and outside."""

from __future__ import annotations

from collections.abc import Sequence

from missiondesk.domain.message import N_
from missiondesk.language import Translator

_LONGEST = 80  # characters of a text that is named


def unwritten_remarks(names: Sequence[str], tr: Translator) -> tuple[str, ...]:
    """Sentences on letters that nobody has begun to write and that are printed all the same."""
    said = N_("{letter}: not written yet; this is the draft that would be begun today.")
    return tuple(tr.say(said, letter=name) for name in names)


def print_remarks(
    missing_glyphs: Sequence[str], cut_texts: Sequence[str], tr: Translator
) -> tuple[str, ...]:
    """Sentences on characters that no font has and on texts that were too long; none is usual."""
    said = []
    if missing_glyphs:
        glyphs = " ".join(missing_glyphs)
        said.append(
            tr.say(N_("No font can draw {glyphs}; a box is printed instead."), glyphs=glyphs)
        )
    for text in cut_texts:
        shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
        said.append(tr.say(N_("Too long for its place and cut there: “{text}”"), text=shown))
    return tuple(said)
