# SPDX-License-Identifier: Apache-2.0
"""The one gate for text on its way to paper: none of it is markup, all is drawn or reported."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any, NamedTuple
from urllib.parse import quote
from xml.sax.saxutils import escape as escape_xml
from xml.sax.saxutils import quoteattr

from missiondesk.documents.fonts import Face, encoded, fallback_of, repertoire, text_width
from missiondesk.language.clean_text import clean_text as clean_text
from missiondesk.language.clean_text import one_line as one_line

BOX = "\u25a1"
LINK_COLOUR = "#12436D"
INSERTED_COLOUR, REMOVED_COLOUR = "#1E6B3A", "#A8321A"  # the look's good and bad

_LINK = re.compile(r"(?:https://|mailto:)[^\s<>\"\\^`{|}]+\Z", re.IGNORECASE)
_SPECIAL = re.compile("[&<>\n]")
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_KEPT_IN_MEMORY = 2_000  # characters of the longest text whose runs are remembered


class Markup(str):
    """Text fit for a paragraph, with fixed tags only; only this module makes it."""

    __slots__ = ()


class Run(NamedTuple):
    """A stretch of text that one face draws."""

    text: str
    face: Face


class MissingGlyphs:
    """Collects what one document could not show: characters that none of our fonts can draw, and
    texts too long for the one place where they stand.
    """

    def __init__(self) -> None:
        self._found: set[str] = set()
        self._cut: dict[str, None] = {}

    def report(self, characters: Iterable[str]) -> None:
        """Remember ``characters`` as missing."""
        self._found.update(characters)

    def report_cut(self, text: str) -> None:
        """Remember that ``text`` was cut, and stands whole nowhere else."""
        self._cut.setdefault(one_line(text))

    @property
    def cut_texts(self) -> tuple[str, ...]:
        """The texts that were cut, in the order of the pages."""
        return tuple(self._cut)

    @property
    def characters(self) -> tuple[str, ...]:
        """What was missing, in code point order."""
        return tuple(sorted(self._found))


def escape(text: str, missing: MissingGlyphs, face: Face = Face.REGULAR) -> Markup:
    """``text`` as paragraph markup: all of it shown, none of it obeyed.

    Args:
        text: Any text, from a user or a file.
        missing: Is told of characters that no font of ours can draw.
        face: The face of the paragraph's style, to choose the fallback in its weight.
    """
    found = runs(text, missing, face)
    if len(found) == 1 and found[0].face is face and not _SPECIAL.search(found[0].text):
        return Markup(found[0].text)
    parts = []
    for run in found:
        part = escape_xml(run.text).replace("\n", "<br/>")
        parts.append(part if run.face is face else f'<font face="{run.face.value}">{part}</font>')
    return Markup("".join(parts))


def runs(text: str, missing: MissingGlyphs, face: Face = Face.REGULAR) -> tuple[Run, ...]:
    """``text`` cleaned and cut where the face changes, for drawing straight onto a canvas."""
    split = _split if len(text) <= _KEPT_IN_MEMORY else _split.__wrapped__
    found, lacking = split(text, face)
    if lacking:
        missing.report(lacking)
    return found


def runs_width(line: Iterable[Run], size: float) -> float:
    """Width of ``line`` in points at ``size``."""
    return sum(text_width(run.text, run.face, size) for run in line)


def draw_runs(canvas: Any, x: float, y: float, line: Iterable[Run], size: float) -> None:
    """Draw ``line`` on ``canvas`` from ``x`` on the baseline ``y``, in the canvas's fill colour."""
    document = canvas._doc
    operators = [f"BT 1 0 0 1 {x:.2f} {y:.2f} Tm"]
    for run in line:
        text = run.text.replace("\n", " ")
        for font, codes in encoded(text, run.face, document):
            operators.append(f"{font} {size:g} Tf ({canvas._escape(codes)}) Tj")
    # Written at once: a text object for each of thousands of lines takes twice the time.
    canvas._code.append(" ".join(operators) + " ET")


def bold(text: Markup) -> Markup:
    """``text`` in the bold face of its paragraph."""
    return Markup(f"<b>{text}</b>")


def italic(text: Markup) -> Markup:
    """``text`` in the italic face of its paragraph."""
    return Markup(f"<i>{text}</i>")


def inserted(text: Markup) -> Markup:
    """``text`` underlined, as what was put in."""
    return Markup(f'<font color="{INSERTED_COLOUR}"><u>{text}</u></font>')


def removed(text: Markup) -> Markup:
    """``text`` struck through, as what was taken out."""
    return Markup(f'<font color="{REMOVED_COLOUR}"><strike>{text}</strike></font>')


def link(url: str, text: Markup) -> Markup:
    """``text`` leading to ``url``; only the text when the address is not https or mailto."""
    address = quote(one_line(url), safe="%/:=&?~#+!$,;'@()*[]")
    if not _LINK.match(address) or not text.strip():
        return text
    return Markup(f'<a href={quoteattr(address)} color="{LINK_COLOUR}">{text}</a>')


def joined(parts: Iterable[Markup], separator: str = "") -> Markup:
    """``parts`` one after another, ``separator`` (plain text) between them."""
    return Markup(escape_xml(separator).join(parts))


@lru_cache(maxsize=4096)
def _split(text: str, face: Face) -> tuple[tuple[Run, ...], tuple[str, ...]]:
    cleaned = clean_text(text)
    if not cleaned:
        return (), ()
    if _unquestioned(face).issuperset(map(ord, cleaned)):
        return (Run(cleaned, face),), ()
    found: list[tuple[Face, list[str]]] = []
    lacking: list[str] = []
    for character in cleaned:
        drawn, by = _drawn(character, face)
        if drawn is not character and drawn == BOX:
            lacking.append(character)
        if not found or found[-1][0] is not by:
            found.append((by, []))
        found[-1][1].append(drawn)
    return tuple(Run("".join(characters), by) for by, characters in found), tuple(lacking)


@cache
def _unquestioned(face: Face) -> frozenset[int]:
    """Code points that ``face`` draws as they are, the line feed among them."""
    drawn = (code for code in repertoire(face) if not _is_private(chr(code)))
    return frozenset((ord("\n"), *drawn))


def _drawn(character: str, face: Face) -> tuple[str, Face]:
    """What stands for ``character`` on paper, and which face draws it."""
    code = ord(character)
    if character == "\n":
        return character, face
    # Nothing here can set text from right to left, and in the wrong order it would say something
    # else; a private character means nothing to a reader of the file.
    if unicodedata.bidirectional(character) in _RIGHT_TO_LEFT or _is_private(character):
        return BOX, face
    if code in repertoire(face):
        return character, face
    fallback = fallback_of(face)
    return (character, fallback) if code in repertoire(fallback) else (BOX, face)


def _is_private(character: str) -> bool:
    return unicodedata.category(character) == "Co"
