# SPDX-License-Identifier: Apache-2.0
"""Prints many letters as one tagged PDF, each on the front of a sheet when both sides are used."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import replace

from missiondesk.documents.bundle.canvas import BundleCanvas
from missiondesk.documents.bundled_letter import BundledLetter
from missiondesk.documents.letter import letter_attachments, set_letter
from missiondesk.documents.printed import PrintedDocument
from missiondesk.documents.stopping import stop_if_asked
from missiondesk.documents.style import A4_PORTRAIT
from missiondesk.documents.tagged.metadata import Attachment, DocumentInfo
from missiondesk.language.translator import translator

_Told = Callable[[int, int, str], None]


def print_letters(
    title: str, letters: Sequence[BundledLetter], *, duplex: bool, told: _Told
) -> PrintedDocument:
    """Set the letters one after the other in a single file; the same letters make the same bytes.

    Args:
        title: The file's title, in the language of the first letter.
        letters: At least one.
        duplex: Begin each letter on a right-hand page, after a blank left one where needed.
        told: Told (done, total, name) before each letter.

    Raises:
        ValueError: There is no letter, the title is empty or a letter's date is none.
        Stopped: A person asked to stop; see `missiondesk.documents.stopping`.
    """
    if not letters:
        raise ValueError("a file of letters needs a letter")
    canvas = _canvas(title, letters)
    tr = translator(letters[0].content.language)
    for done, letter in enumerate(letters):
        stop_if_asked()
        told(done, len(letters), letter.name)
        if duplex and canvas.pages % 2:
            canvas.leave_blank(tr.say("blank page"))
        content = letter.content
        canvas.begin_part(
            letter.name,
            language=translator(content.language).tag,
            mark=content.mark,
            label=content.number or content.mission_code,
        )
        set_letter(canvas, content, letter.plot)
        canvas.end_part()
    stop_if_asked()
    return PrintedDocument(
        canvas.finished(), title, canvas.pages, canvas.missing.characters, canvas.missing.cut_texts
    )


def _canvas(title: str, letters: Sequence[BundledLetter]) -> BundleCanvas:
    first = letters[0].content
    dates = [datetime.date.fromisoformat(one.content.created) for one in letters]
    info = DocumentInfo(
        title, translator(first.language).tag, max(dates), author=first.sender, subject=title
    )
    return BundleCanvas(info, A4_PORTRAIT, attachments=_attachments(letters))


def _attachments(letters: Sequence[BundledLetter]) -> list[Attachment]:
    """Every letter's file; what several letters carry alike stands once, names are told apart."""
    found: dict[tuple[str, bytes], Attachment] = {}
    for letter in letters:
        for one in letter_attachments(letter.content):
            found.setdefault((one.name, one.data), one)
    taken: set[str] = set()
    named = []
    for one in found.values():
        name, number = one.name, 2
        while name.casefold() in taken:
            stem, dot, suffix = one.name.rpartition(".")
            name = f"{stem}-{number}{dot}{suffix}" if dot else f"{one.name}-{number}"
            number += 1
        taken.add(name.casefold())
        named.append(replace(one, name=name))
    return named
