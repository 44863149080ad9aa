# SPDX-License-Identifier: Apache-2.0
"""The letter's own fields, each at the block in which it is printed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from missiondesk.domain.commitment import Cadence
from missiondesk.domain.letter import NOT_THE_PLACE, BlockKind, Classification, Letter
from missiondesk.domain.message import N_
from missiondesk.domain.organisation import Office, OfficeLevel
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.widgets.choice_fields import Option
from missiondesk.ui.widgets.fields import (
    ChoiceField,
    Field,
    MultiChoiceField,
    ParagraphField,
    PeriodField,
    TextField,
    worded_options,
)

_LINES = ("copies", "annexes")  # tuples of the letter, edited one a line


class LetterFields:
    """Makes the fields of one letter's block; each writes that letter when it is committed."""

    def __init__(self, desk: Desk, tr: Translator, letter: str) -> None:
        self._desk = desk
        self._tr = tr
        self._letter = letter

    def of(self, kind: BlockKind) -> list[Field]:
        """Fields of the letter that belong to this block, still empty."""
        return [make(self) for make in _FIELDS.get(kind, ())]

    @staticmethod
    def value(name: str, letter: Letter) -> Any:
        """What the field of this name shows of the letter."""
        value = getattr(letter, name)
        return "\n".join(value) if name in _LINES else value

    def _write(self, name: str) -> Callable[[Any], object]:
        def write(value: Any) -> None:
            if name in _LINES:
                value = tuple(line.strip() for line in value.splitlines() if line.strip())
            # The letter as it is now: another field may have been written since.
            letter = self._desk.letters.get(self._letter)
            if letter is None:
                raise Refused(N_("The letter is no longer there."))
            self._desk.letters.revise(replace(letter, **{name: value}))

        return write

    def _line(self, name: str, label: str) -> Field:
        return TextField(name, label, self._tr, self._write(name))

    def _period(self, name: str, label: str) -> Field:
        return PeriodField(name, label, self._tr, self._write(name), today=self._desk.this_day)

    def _lines(self, name: str, label: str, hint: str = "") -> Field:
        write = self._write(name)
        return ParagraphField(name, label, self._tr, write, least=3, hint=hint, above=True)

    def _offices(self) -> list[Option]:
        ministers = [
            office
            for office in self._desk.situation.all(Office)
            if office.level is OfficeLevel.MINISTER
        ]
        titles = [(office.id, office.title.in_language(self._tr.lang)) for office in ministers]
        return sorted(titles, key=lambda option: self._tr.sort_key(option[1]))

    def date(self) -> Field:
        return self._period("date", self._tr.say("Date"))

    def unit(self) -> Field:
        return self._line("unit", self._tr.say("Unit"))

    def case_officer(self) -> Field:
        return self._line("case_officer", self._tr.say("Case officer"))

    def case_number(self) -> Field:
        return self._line("case_number", self._tr.say("Case no."))

    def document_number(self) -> Field:
        return self._line("document_number", self._tr.say("Doc. no."))

    def classification(self) -> Field:
        return ChoiceField(
            "classification",
            self._tr.say("Handling mark"),
            self._tr,
            self._write("classification"),
            above=True,
            options=worded_options(Classification, self._tr),
            hint=self._tr.say(NOT_THE_PLACE),
        )

    def addressee(self) -> Field:
        return ChoiceField(
            "addressee_office",
            self._tr.say("Addressee"),
            self._tr,
            self._write("addressee_office"),
            above=True,
            options=self._offices(),
            none=self._tr.say("not chosen"),
        )

    def senders(self) -> Field:
        return MultiChoiceField(
            "sender_offices",
            self._tr.say("Signed by"),
            self._tr,
            self._write("sender_offices"),
            above=True,
            options=self._offices(),
            columns=1,
        )

    def place(self) -> Field:
        return self._line("place", self._tr.say("Place"))

    def follow_up(self) -> Field:
        return self._period("follow_up", self._tr.say("First follow-up"))

    def cadence(self) -> Field:
        return ChoiceField(
            "follow_up_cadence",
            self._tr.say("Then"),
            self._tr,
            self._write("follow_up_cadence"),
            above=True,
            options=worded_options(Cadence, self._tr),
            none=self._tr.say("no fixed cadence"),
        )

    def copies(self) -> Field:
        return self._lines("copies", self._tr.say("Copies to"))

    def annexes(self) -> Field:
        say = self._tr.say
        hint = say(
            "The line “{title}” makes an annex of what the actors commit to.",
            title=say("Actors' commitments"),
        )
        skills = say(
            "The line “{title}” makes an annex of the skills that the mission needs.",
            title=say("Skills requirements"),
        )
        return self._lines("annexes", say("Further annexes"), f"{hint} {skills}")


_FIELDS: dict[BlockKind, tuple[Callable[[LetterFields], Field], ...]] = {
    BlockKind.META: (
        LetterFields.date,
        LetterFields.unit,
        LetterFields.case_officer,
        LetterFields.case_number,
        LetterFields.document_number,
    ),
    BlockKind.HANDLING: (LetterFields.classification,),
    BlockKind.ADDRESSEE: (LetterFields.addressee,),
    BlockKind.FOLLOW_UP: (LetterFields.follow_up, LetterFields.cadence),
    BlockKind.SIGNATURE: (LetterFields.place, LetterFields.senders),
    BlockKind.COPIES: (LetterFields.copies,),
    BlockKind.ANNEXES: (LetterFields.annexes,),
}
FIELD_BLOCKS: dict[str, BlockKind] = {
    "date": BlockKind.META,
    "unit": BlockKind.META,
    "case_officer": BlockKind.META,
    "case_number": BlockKind.META,
    "document_number": BlockKind.META,
    "classification": BlockKind.HANDLING,
    "addressee_office": BlockKind.ADDRESSEE,
    "follow_up": BlockKind.FOLLOW_UP,
    "follow_up_cadence": BlockKind.FOLLOW_UP,
    "sender_offices": BlockKind.SIGNATURE,
    "place": BlockKind.SIGNATURE,
    "copies": BlockKind.COPIES,
    "annexes": BlockKind.ANNEXES,
}
