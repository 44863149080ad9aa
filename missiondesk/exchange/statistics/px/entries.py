# SPDX-License-Identifier: Apache-2.0
"""Splits a PX file into its entries ``KEYWORD[language]("subkey")=value;`` with their lines, so
that every refusal can name keyword and line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field
from typing import Final

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.refused import Refused

_START = r"[A-Z][A-Z0-9_-]{2,}[ \t]*(?:\[[^\]\r\n]*\][ \t]*)?(?:\((?=\s*[\"'])[^=\r\n]*\)[ \t]*)?="
_HEAD = re.compile(
    r"\s*(?P<keyword>[A-Za-z][A-Za-z0-9_-]*)\s*(?:\[(?P<language>[^\]\"=;]*)\]\s*)?"
    r"(?:\((?P<subkeys>(?:\"[^\"]*\"|[^\"()=;])*)\)\s*)?="
)
_VALUE = re.compile(r"(?:[^\";]+|\"[^\"]*\")*")
# A text that runs into the next entry has lost its closing quote.
_NEXT = re.compile(r"[\r\n][ \t]*(?=" + _START + ")")
_PIECE = re.compile(r"\"([^\"]*)\"|(,)|(\s+)|([^\s\",]+)")
_QUOTED = re.compile(r"\"([^\"]*)\"")
MOST_ENTRIES: Final = 200_000
# What the figures hang on: damage here is refused, elsewhere it is a warning.
STRUCTURE: Final = frozenset({"STUB", "HEADING", "VALUES", "CODES", "KEYS", "CONTVARIABLE"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the file; ``raw`` is its value as it stands, ``line`` counts from 1."""

    keyword: str
    language: str
    subkeys: tuple[str, ...]
    raw: str
    line: int

    @property
    def name(self) -> str:
        """Keyword with its subkeys, as it is said to a person."""
        if not self.subkeys:
            return self.keyword
        keys = ",".join(f'"{one}"' for one in self.subkeys)
        return f"{self.keyword}({keys})"

    def damaged(self) -> Refused:
        """The refusal of a value whose quotes are wrong."""
        return Refused(
            N_("{keyword} in line {line} cannot be read: its quotation marks do not match."),
            keyword=self.name,
            line=self.line,
        )

    def texts(self) -> tuple[str, ...]:
        """The value as a list of texts; neighbours without a comma are one text.

        Raises:
            Refused: Something stands outside the quotes.
        """
        if '"' not in self.raw:
            return tuple(one.strip() for one in self.raw.split(",")) if self.raw else ()
        items: list[list[str]] = []
        fresh = True
        for hit in _PIECE.finditer(self.raw):
            quoted, comma, _, bare = hit.groups()
            if bare:
                raise self.damaged()
            if comma:
                if fresh:
                    items.append([])
                fresh = True
            elif quoted is not None:
                if fresh:
                    items.append([])
                items[-1].append(quoted)
                fresh = False
        if fresh and items:
            items.append([])  # "1","2",; is a list of three
        return tuple(map("".join, items))

    def text(self) -> str:
        """The value as one text.

        Raises:
            Refused: Something stands outside the quotes.
        """
        return "".join(self.texts()).strip()


@dataclass(slots=True)
class Entries:
    """The entries of one file, and where its figures begin."""

    kept: dict[tuple[str, str, tuple[str, ...]], Entry] = field(default_factory=dict)
    several: list[Entry] = field(default_factory=list)
    warnings: list[Message] = field(default_factory=list)
    data_start: int = 0
    data_line: int = 0

    def get(self, keyword: str, *subkeys: str) -> Entry | None:
        """The entry of the main language, or None."""
        return self.kept.get((keyword, "", _tidy(subkeys)))

    def text(self, keyword: str, *subkeys: str) -> str:
        """Text of an entry that no figure hangs on: "" when there is none; damage is a warning."""
        entry = self.get(keyword, *subkeys)
        if entry is None:
            return ""
        try:
            return entry.text()
        except Refused as refused:
            if refused.message not in self.warnings:
                self.warnings.append(refused.message)
            return ""

    def whole(self, keyword: str, *subkeys: str) -> int | None:
        """Whole number of an entry, or None when there is none."""
        text = self.text(keyword, *subkeys)
        return int(text) if re.fullmatch(r"[0-9]{1,2}", text) else None

    def all_of(self, *keywords: str) -> Iterator[Entry]:
        """Entries of the main language with one of the keywords, in the file's order."""
        return (one for one in self.several if one.keyword in keywords and not one.language)


def _tidy(subkeys: tuple[str, ...]) -> tuple[str, ...]:
    """Blanks at the edge of a name come and go between its places."""
    return tuple(one.strip() for one in subkeys)


def split_entries(text: str) -> Entries:
    """Split the text of a file.

    Raises:
        Refused: Something is no entry, an entry the figures hang on is damaged or stands twice,
            or there are no figures.
    """
    found = Entries()
    raw: list[Entry] = []
    position, line = 0, 1
    newline = "\n" if "\n" in text else "\r"
    while True:
        head = _HEAD.match(text, position)
        if head is None:
            _end(text, position, line, newline)
        assert head is not None
        start = line + text.count(newline, position, head.start("keyword"))
        keyword = head["keyword"].upper().replace("_", "-")
        if keyword == "DATA" and not head["language"]:
            found.data_start, found.data_line = head.end(), start
            break
        entry, end = _entry(text, head, keyword, start, found.warnings)
        raw.append(entry)
        if len(raw) > MOST_ENTRIES:
            raise Refused(N_("The file has more than {most} keywords."), most=MOST_ENTRIES)
        line += text.count(newline, position, end)
        position = end
    _keep(raw, found)
    return found


def _end(text: str, position: int, line: int, newline: str) -> None:
    """Say what stands where an entry should begin."""
    rest = text[position:]
    if not rest.strip(" \t\r\n\x1a"):
        raise Refused(N_("The keyword {keyword} is missing."), keyword="DATA")
    line += rest[: len(rest) - len(rest.lstrip())].count(newline)
    raise Refused(
        N_("Line {line} is no keyword with a value: “{text}”."),
        line=line,
        text=rest.split(maxsplit=1)[0][:40] if rest.split() else "",
    )


def _entry(
    text: str, head: re.Match[str], keyword: str, line: int, warnings: list[Message]
) -> tuple[Entry, int]:
    """The entry that begins at ``head`` and where the next begins."""
    subkeys = tuple(_QUOTED.findall(head["subkeys"] or ""))
    value = _VALUE.match(text, head.end())
    assert value is not None
    raw, end = value.group(), value.end()
    language = (head["language"] or "").strip().casefold()
    entry = Entry(keyword, language, subkeys, raw.strip(), line)
    runs_on = _NEXT.search(raw)
    if runs_on is None and text[end : end + 1] == ";":
        return entry, end + 1
    # The quotes do not match up to the next entry, or the semicolon is missing.
    runs_on = _NEXT.search(text, head.end())
    if keyword in STRUCTURE or runs_on is None:
        raise entry.damaged()
    warnings.append(
        message(
            N_("{keyword} in line {line} was left out: its quotation marks do not match."),
            keyword=entry.name,
            line=line,
        )
    )
    return Entry(keyword, language, subkeys, "", line), runs_on.end()


def _keep(raw: list[Entry], found: Entries) -> None:
    """Sort the entries by keyword; those of the main language lose their language."""
    said = next((one.raw for one in raw if one.keyword == "LANGUAGE"), "")
    main = said.strip(' "').casefold()
    for one in raw:
        if one.language and one.language == main:
            one = Entry(one.keyword, "", one.subkeys, one.raw, one.line)
        found.several.append(one)
        key = (one.keyword, one.language, _tidy(one.subkeys))
        known = found.kept.setdefault(key, one)
        if known is one or known.raw == one.raw or one.language:
            continue
        if one.keyword in STRUCTURE:
            raise Refused(
                N_("{keyword} stands in line {first} and again, differently, in line {line}."),
                keyword=one.name,
                first=known.line,
                line=one.line,
            )
