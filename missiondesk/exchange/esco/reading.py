# SPDX-License-Identifier: Apache-2.0
"""Reads a file of ESCO from the bytes of a CSV; which kind it is, is decided by its headings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.refused import Refused
from missiondesk.exchange.csv_table import LARGEST_FILE, read_csv_records
from missiondesk.exchange.esco.concepts import (
    EscoConcept,
    EscoFile,
    EscoKind,
    EscoRelation,
    Unusable,
)

_HEAD: Final = 4_000  # bytes in which the headings stand
_MARKS: Final = (b"concepturi", b"level 0 uri", b"originalskilluri")
_LANGUAGE: Final = re.compile(r"_([a-z]{2})\.[a-z0-9]+$", re.IGNORECASE)
# The kind by what a row says it is; a file holds one kind.
_KINDS: Final[Mapping[str, EscoKind]] = {
    "knowledgeskillcompetence": EscoKind.SKILLS,
    "skillgroup": EscoKind.GROUPS,
    "iscogroup": EscoKind.OCCUPATIONS,
    "occupation": EscoKind.OCCUPATIONS,
}
_LEVELS: Final = (3, 2, 1, 0)
_OVER: Final = ("obsolete", "deprecated")
_Cells = Mapping[str, str]
_Read = EscoConcept | EscoRelation | Unusable
_Rows = list[tuple[int, dict[str, str]]]
_Reader = Callable[[_Rows], tuple[EscoKind, list[_Read]]]


def may_be_esco(data: bytes) -> bool:
    """A quick look whether the bytes may be such a file, so that others are not parsed for it."""
    if len(data) > LARGEST_FILE:
        return False
    head = data[:_HEAD].replace(b"\x00", b"").lower()
    return any(mark in head for mark in _MARKS)


def language_of(name: str) -> str:
    """The two letters at the end of a file's name, or ""."""
    found = _LANGUAGE.search(name)
    return found.group(1).lower() if found else ""


def read_esco(data: bytes, name: str) -> EscoFile | None:
    """Read a file of ESCO; None when its headings are not of one.

    Raises:
        Refused: It is no table, or a heading without which it says nothing is missing.
    """
    found = read_csv_records(data)
    headings = tuple(" ".join(cell.split()).casefold() for cell in found.rows[0].cells)
    reader = _reader(headings)
    if reader is None:
        return None
    filled = [row for row in found.rows[1:] if any(map(str.strip, row.cells))]
    empty = dict.fromkeys(headings, "")
    rows = [
        (row.line, empty | dict(zip(headings, map(str.strip, row.cells), strict=False)))
        for row in filled
    ]
    blank = len(found.rows) - 1 - len(filled)
    kind, read = reader(rows)
    return EscoFile(
        name,
        found.encoding,
        found.separator,
        kind,
        "" if kind is EscoKind.RELATIONS else language_of(name),
        tuple(one for one in read if isinstance(one, EscoConcept)),
        tuple(one for one in read if isinstance(one, EscoRelation)),
        tuple(one for one in read if isinstance(one, Unusable)),
        blank,
    )


def _reader(headings: tuple[str, ...]) -> _Reader | None:
    known = set(headings)
    if "originalskilluri" in known:
        _required(known, ("relationtype", "relatedskilluri"))
        return _relations
    if "level 0 uri" in known:
        _required(known, ("level 0 preferred term",))
        return _hierarchy
    if "concepturi" in known and known & {"preferredlabel", "concepttype", "altlabels"}:
        _required(known, ("preferredlabel",))
        return _concepts
    return None


def _required(known: set[str], wanted: tuple[str, ...]) -> None:
    for heading in wanted:
        if heading not in known:
            raise Refused(
                N_("It is a file of ESCO, but the heading “{heading}” is missing."),
                field="columns",
                heading=heading,
            )


# -- the three dialects ----------------------------------------------------------------------


def _concepts(rows: _Rows) -> tuple[EscoKind, list[_Read]]:
    kinds = {_KINDS.get(cells.get("concepttype", "").casefold()) for _, cells in rows} - {None}
    kind = next(iter(kinds)) if len(kinds) == 1 else EscoKind.SKILLS
    assert kind is not None
    return kind, list(_once(_concept(line, cells) for line, cells in rows))


def _concept(line: int, cells: _Cells) -> EscoConcept | Unusable:
    status = cells.get("status", "").casefold()
    concept = EscoConcept(
        line,
        cells["concepturi"],
        _text(cells["preferredlabel"]),
        _parts(cells.get("altlabels", ""), "|\n"),
        _text(cells.get("description", "")),
        cells.get("code", ""),
        cells.get("skilltype", ""),
        cells.get("reuselevel", ""),
        _parts(cells.get("broaderconcepturi", ""), "|\n"),
    )
    if status in _OVER:
        return Unusable(
            line, concept.label, message(N_("ESCO marks it as “{status}”"), status=status)
        )
    return _usable(concept)


def _hierarchy(rows: _Rows) -> tuple[EscoKind, list[_Read]]:
    return EscoKind.GROUPS, list(_once(_group(line, cells) for line, cells in rows))


def _group(line: int, cells: _Cells) -> EscoConcept | Unusable:
    """The deepest level of a row is what the row says; the one above it is its broader group."""
    filled = [at for at in _LEVELS if cells.get(f"level {at} uri", "")]
    if not filled:
        return Unusable(line, "", message(N_("it has no address")))
    deepest = filled[0]
    return _usable(
        EscoConcept(
            line,
            cells[f"level {deepest} uri"],
            cells.get(f"level {deepest} preferred term", ""),
            (),
            _text(cells.get("description", "")),
            cells.get(f"level {deepest} code", ""),
            broader=tuple(cells[f"level {at} uri"] for at in filled[1:2]),
        )
    )


def _relations(rows: _Rows) -> tuple[EscoKind, list[_Read]]:
    found: list[_Read] = []
    for line, cells in rows:
        first, second = cells["originalskilluri"], cells["relatedskilluri"]
        if first and second:
            found.append(EscoRelation(line, first, cells["relationtype"], second))
        else:
            found.append(Unusable(line, "", message(N_("it names only one skill"))))
    return EscoKind.RELATIONS, found


# -- cells -------------------------------------------------------------------------------------


def _usable(concept: EscoConcept) -> EscoConcept | Unusable:
    if not concept.uri:
        return Unusable(concept.line, concept.label, message(N_("it has no address")))
    if not concept.label:
        return Unusable(concept.line, concept.uri, message(N_("it has no name")))
    return concept


def _once(found: Iterator[EscoConcept | Unusable]) -> Iterator[EscoConcept | Unusable]:
    """What a file says twice is taken once."""
    seen: dict[str, int] = {}
    for one in found:
        if isinstance(one, EscoConcept) and one.uri in seen:
            first: Message = message(N_("it is line {line} over again"), line=str(seen[one.uri]))
            yield Unusable(one.line, one.label, first)
            continue
        if isinstance(one, EscoConcept):
            seen[one.uri] = one.line
        yield one


def _parts(cell: str, signs: str) -> tuple[str, ...]:
    """The parts of a cell that lists several, as ESCO's editions part them by bar or line."""
    split = re.split(f"[{re.escape(signs)}]", cell)
    return tuple(part.strip() for part in split if part.strip())


def _text(cell: str) -> str:
    """A text with its paragraphs, each on one line."""
    lines = [" ".join(line.replace("\u200b", "").split()) for line in cell.splitlines()]
    return "\n".join(line for line in lines if line)
