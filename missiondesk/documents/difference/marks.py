# SPDX-License-Identifier: Apache-2.0
"""Marks changed words so that eye, ear and copied text tell them apart, in colour and without."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.lib.styles import ParagraphStyle

from missiondesk.documents.escaping import MissingGlyphs, escape, inserted, joined, removed
from missiondesk.documents.fonts import Face
from missiondesk.documents.tagged.paragraph import TaggedParagraph
from missiondesk.domain.word_difference import Fate, Stretch

# Signs around what changed, as in other tools for comparing texts: they are read aloud and copied.
SIGNS = {Fate.NEW: ("[+", "+]"), Fate.OLD: ("[−", "−]")}


def marked(
    line: Sequence[Stretch], style: ParagraphStyle, missing: MissingGlyphs
) -> TaggedParagraph:
    """A paragraph of stretches, what was put in underlined and what was taken out struck through.

    Args:
        line: Stretches without line ends.
        style: How the unchanged words look.
        missing: Is told of characters that no font can draw.
    """
    face = Face(style.fontName)
    parts = []
    for stretch in line:
        if stretch.fate not in SIGNS:
            parts.append(escape(stretch.text, missing, face))
            continue
        before, after = SIGNS[stretch.fate]
        bare = stretch.text.strip()
        lead = stretch.text[: len(stretch.text) - len(stretch.text.lstrip())]
        end = stretch.text[len(stretch.text.rstrip()) :] if bare else ""
        mark = inserted if stretch.fate is Fate.NEW else removed
        said = mark(escape(f"{before}{bare}{after}", missing, face))
        parts += [escape(lead, missing, face), said, escape(end, missing, face)]
    return TaggedParagraph(joined(parts), style)
