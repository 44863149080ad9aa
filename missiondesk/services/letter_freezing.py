# SPDX-License-Identifier: Apache-2.0
"""Issuing freezes a letter: its bytes and what it says are kept, and reprints are those bytes."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Final

from missiondesk.domain.letter import Letter
from missiondesk.domain.letter_content import LetterContent
from missiondesk.domain.letter_record import LetterRecord, from_json, to_json
from missiondesk.domain.message import N_, message
from missiondesk.domain.refused import Refused
from missiondesk.domain.situation import Situation
from missiondesk.services.letter_drafting import Draft

if TYPE_CHECKING:
    from missiondesk.documents.printed import PrintedDocument
    from missiondesk.store.store import Store
    from missiondesk.store.unit import Unit

PDF: Final = "application/pdf"
JSON: Final = "application/json"
# What has a hand in the printed bytes.
_MAKERS: Final = ("missiondesk", "reportlab", "matplotlib", "fonttools")


class FrozenLetter:
    """A letter printed for issuing, not yet kept."""

    def __init__(self, content: LetterContent, printed: PrintedDocument) -> None:
        self._pdf = printed.data
        self._record = to_json(LetterRecord(content, printed.pages, printed.missing_glyphs))

    def keep(self, unit: Unit, letter: Letter) -> Letter:
        """Keep bytes and content in the unit; the letter that refers to them, not yet saved."""
        return replace(
            letter,
            kept_pdf=unit.keep(self._pdf, PDF),
            kept_content=unit.keep(self._record, JSON),
            made_with=made_with(),
        )


def freeze(spoken: Situation, written: Draft) -> FrozenLetter:
    """Compose and print the letter from the data of its signing."""
    from missiondesk.services.letter_printing import letter_pages, printed

    content, plot = letter_pages(spoken, written)
    return FrozenLetter(content, printed(content, plot))


def made_with() -> str:
    """The program and the libraries that print, with their versions."""
    return ", ".join(f"{name} {_version(name)}" for name in _MAKERS)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "?"


def kept_content(store: Store, letter: Letter) -> LetterContent | None:
    """What the issued letter says, or None when nothing is kept of it.

    Raises:
        Refused: What was kept is missing or damaged.
    """
    return _record(store, letter).content if letter.kept_content else None


def kept_document(store: Store, letter: Letter) -> PrintedDocument | None:
    """The issued letter, byte for byte as it was issued, or None when it was not kept.

    Raises:
        Refused: What was kept is missing or damaged.
    """
    if not letter.kept_pdf:
        return None
    from missiondesk.documents.printed import PrintedDocument

    data, record = _kept(store, letter, letter.kept_pdf), _record(store, letter)
    return PrintedDocument(data, record.content.title, record.pages, record.missing_glyphs)


def _record(store: Store, letter: Letter) -> LetterRecord:
    try:
        return from_json(_kept(store, letter, letter.kept_content))
    except ValueError as error:
        raise _damaged(letter) from error


def _kept(store: Store, letter: Letter, sha256: str) -> bytes:
    from missiondesk.services.saving import Unavailable

    try:
        data = store.kept(sha256)
    except Unavailable as error:
        raise Refused(
            N_("Letter {number}: {reason}"), number=letter.number or "–", reason=error.message
        ) from error
    if data is None or hashlib.sha256(data).hexdigest() != sha256:
        raise _damaged(letter)
    return data


def _damaged(letter: Letter) -> Refused:
    reason = message(
        N_(
            "It was issued, but the document that was kept is missing or not as it was kept. It is "
            "not printed anew, for it would not be the letter that was sent. Open a backup."
        )
    )
    return Refused(N_("Letter {number}: {reason}"), number=letter.number or "–", reason=reason)
