# SPDX-License-Identifier: Apache-2.0
"""Workspaces full of what nobody should write: markup, formulas, bidi, giant words and numbers,
dates far off. Every text carries a sign by which it is found again on paper.
"""

from __future__ import annotations

import random
import types
import typing
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import Any

from missiondesk.domain.entities import Entity
from missiondesk.domain.initiative import Money
from missiondesk.domain.letter import BlockKind, Letter, LetterBlock
from missiondesk.domain.mission import Publication
from missiondesk.domain.period import Period
from missiondesk.domain.references import REFERENCES
from missiondesk.domain.step import Verb
from missiondesk.domain.wording import Wording
from missiondesk.services.desk import Desk
from missiondesk.services.letter_drafting import standard_letter
from missiondesk.store.workspace import in_memory
from tests.builders import (
    a_commitment,
    a_letter,
    a_metric,
    a_milestone,
    a_mission,
    an_initiative,
    an_observation,
    an_office,
    one_of_each,
)

# What a token looks like: no markup, no digits alone, never broken by a hyphen.
TOKEN = "Zq"
_TEXTS = (
    "<b>fed", "</para>", '<img src="http://example.invalid/x.png" width="9" height="9"/>',
    '<a href="javascript:alert(1)">klik</a>', '<a href="https://example.invalid">link</a>',
    "<onDraw name='x'/>", "<font color='[[[red()]]]'>", "&amp;&lt;&#0;&unknown;", "<!--", "]]>",
    "{{mission.title}}", "{{ukendt}}", "{0}{a.__class__}", "%s%n%(x)s", "${HOME}", "$x^2_{3}$",
    "\\alpha\\n", '=HYPERLINK("http://example.invalid";"x")', "+1+1", "-2+3", "@SUM(A1)",
    "\u202eomvendt\u202c", "\u2066isoleret\u2069", "\u200b\u200d\ufeff", "\u0007\u0000\u001b[31m",
    "\U0001f600\U0001f468\u200d\U0001f469", "\u4e2d\u6587", "\u05e9\u05dc\u05d5\u05dd",
    "\u0645\u0631\u062d\u0628\u0627", "z\u0351\u0352\u0353\u0354a\u0335\u0336lgo",
    "\u1e9e\ufb01\u0133",
    "W" * 300, "ææøøåå" * 20, "\n\n- et\n- to\n\n", "\t\t", "a\rb\r\nc\u2028d", "\ufffe\uffff",
    "\U000e0041\U000e0042", "\ue000", "(((((", ")]}>", "'\"`", "\u00ad\u00ad", "..\\..\\x",
    "/etc/x", "CON", "", " ", "\u00a0",
)  # fmt: skip
_PERIODS = tuple(
    Period(text)
    for text in (
        "1900", "9999-12-31", "2026-02", "2030", "2026-H1", "2027-Q4", "2026-W53", "2028-02-29"
    )
)  # fmt: skip
_NUMBERS = tuple(
    map(Decimal, ("0", "-0.0", "1E+12", "1E-12", "-3.5", "100", "99999999999999.99", "7"))
)
_WHOLE = (-1, 0, 1, 2, 5, 99, 10_000)
# Fields whose text is no free text: another value is no record of ours.
_FIXED = frozenset(
    {"id", "language", "format", "method", "kept_pdf", "kept_content", "selection", "former",
     "fields", "letter_pattern", "file_pattern", "inputs"}
)  # fmt: skip

_LETTER = (Letter, LetterBlock)


class Hostile:
    """Draws hostile values; the same seed gives the same workspace."""

    def __init__(self, seed: str) -> None:
        self.draw = random.Random(seed)
        self._tokens = 0

    def text(self) -> str:
        """One to four bad pieces with a token among them."""
        self._tokens += 1
        token = f"{TOKEN}{self._tokens:04d}{self.draw.choice('abcdefgh')}"
        pieces = [self.draw.choice(_TEXTS) for _ in range(self.draw.choice((1, 1, 2, 4)))]
        pieces.insert(self.draw.randrange(len(pieces) + 1), f" {token} ")
        return "".join(pieces)

    def record(self, record: Entity) -> Entity:
        """The record with hostile texts and some strange values; its references stay."""
        kind = type(record)
        hints = typing.get_type_hints(kind)
        links = {name for row in REFERENCES.values() for name in row}
        changed: dict[str, Any] = {}
        for field in fields(typing.cast("Any", kind)):
            # A block's kind says which of its texts are printed: the desk offers no others.
            kept = isinstance(record, LetterBlock) and field.name == "kind"
            if field.name not in _FIXED and field.name not in links and not kept:
                self._change(record, field.name, hints[field.name], changed)
        return replace(typing.cast("Any", record), **changed)

    def _change(self, record: Entity, name: str, hint: Any, changed: dict[str, Any]) -> None:
        if isinstance(hint, types.UnionType):
            (hint,) = (part for part in typing.get_args(hint) if part is not types.NoneType)
            if self.draw.random() < 0.1:
                changed[name] = None
                return
        if hint is str:
            changed[name] = self.text()
        elif hint is Wording:
            changed[name] = Wording(self.text(), self.text())
        elif name in ("key", "period", "number", "position", "publication"):
            return  # what tells records apart, and what makes a public document possible
        elif self.draw.random() < 0.25:
            strange = self._strange(hint, getattr(record, name))
            changed[name] = strange

    def _strange(self, hint: Any, now: Any) -> Any:
        draw = self.draw
        if isinstance(hint, type) and issubclass(hint, StrEnum):
            return draw.choice(list(hint))
        if typing.get_origin(hint) is tuple:
            return self._several(typing.get_args(hint)[0], now)
        values: dict[Any, tuple[Any, ...]] = {
            Period: _PERIODS, Decimal: _NUMBERS, int: _WHOLE, bool: (True, False)
        }  # fmt: skip
        return draw.choice(values[hint]) if hint in values else now

    def _several(self, item: Any, now: Any) -> Any:
        if item is Money:
            years = self.draw.sample(range(2026, 2036), self.draw.choice((1, 3, 9)))
            return tuple(Money(year, self.draw.choice((0, -1, 10**15, 250_00))) for year in years)
        if isinstance(item, type) and issubclass(item, StrEnum):
            return tuple(self.draw.sample(list(item), 2))
        return now if item is str or is_dataclass(item) else ()

    def workspace(self) -> Desk:
        """A desk over some thirty hostile records, all joined."""
        store = in_memory("Fjende")
        with store.write(Verb.IMPORT, "", "fjendtligt") as unit:
            for record in self._joined():
                unit.save(record)
        return Desk(store)

    def _joined(self) -> Iterator[Entity]:
        each = one_of_each()
        for record in each:
            yield self.record(record)
        letter, own = (next(one for one in each if isinstance(one, kind)) for kind in _LETTER)
        for block in standard_letter(letter.id, "da", None):
            if block.kind is not getattr(own, "kind", None):
                yield block
        office, mission = an_office(), a_mission(code="M2", publication=Publication.PUBLIC)
        mission = replace(mission, accountable_office=office.id)
        yield self.record(office)
        yield self.record(mission)
        metric = a_metric(mission=mission.id)
        yield self.record(metric)
        for year in ("2016", "2018", "2020", "2022", "2024"):
            yield self.record(an_observation(metric=metric.id, period=Period(year)))
        for number in (1, 2):
            yield self.record(a_milestone(mission=mission.id))
            yield self.record(
                an_initiative(mission=mission.id, code=f"I{number}", office=office.id)
            )
            yield self.record(
                a_commitment(mission=mission.id, number=number, lead_office=office.id)
            )
        for language in ("da", "en"):
            yield from self._letter(mission.id, office.id, language)

    def _letter(self, mission: str, office: str, language: str) -> Iterator[Entity]:
        letter = a_letter(
            mission=mission, language=language, addressee_office=office, sender_offices=(office,)
        )
        yield self.record(letter)
        for block in standard_letter(letter.id, language, None):
            if self.draw.random() < 0.4:
                yield self._block(block)
            else:
                yield block

    def _block(self, block: LetterBlock) -> LetterBlock:
        if block.kind is BlockKind.META:  # it prints the letter's own fields, never words
            return block
        heading = self.text() if block.heading else ""
        return replace(block, heading=heading, text=f"{block.text} {self.text()}")
