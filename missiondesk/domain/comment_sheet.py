# SPDX-License-Identifier: Apache-2.0
"""The sheet on which people without the desk comment a letter, out and back."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.reply_content import FilledCell


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One numbered paragraph of a letter.

    Attributes:
        number: Its place among all of them, from 1.
        place: Its number as printed, part and paragraph: "4.2".
        part: Title of the part it stands in.
    """

    number: int
    place: str
    part: str
    text: str


@dataclass(frozen=True, slots=True)
class CommentSheet:
    """The empty sheet.

    Attributes:
        letter: The letter's id.
        number: Its number, or "" of a draft.
        created: ISO date that stamps the file.
        mark: Watermark in words ("UDKAST", "EKSEMPEL"), or "".
    """

    letter: str
    version: int
    language: str
    title: str
    number: str
    created: str
    authority: str
    mark: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class FilledParagraph:
    """A row that came back: which paragraph, its words as sent out, and what was written."""

    number: int
    place: str
    text: str
    comment: FilledCell
    proposal: FilledCell


@dataclass(frozen=True, slots=True)
class FilledSheet:
    """A sheet that came back; paragraph 0 is the letter as a whole."""

    file_name: str
    sheet: str
    letter: str
    version: str
    language: str
    author: FilledCell
    rows: tuple[FilledParagraph, ...]


def seal_of_sheet(letter: str, version: str, language: str, texts: Iterable[str]) -> str:
    """What shows that no row was moved and no paragraph's words were changed."""
    told = hashlib.sha256(f"{letter}|{version}|{language}".encode())
    for text in texts:
        told.update(f"\n{''.join(text.split())}".encode())
    return told.hexdigest()[:32]
