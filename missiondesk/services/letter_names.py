# SPDX-License-Identifier: Apache-2.0
"""Numbers and file names of letters, by the patterns that the office has laid down."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from missiondesk.domain import letter_pattern
from missiondesk.domain.letter import Letter, LetterKind
from missiondesk.domain.letter_kinds import kind_behind
from missiondesk.domain.letter_pattern import FILE_FIELDS, Pattern
from missiondesk.domain.message import N_
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Office
from missiondesk.domain.refused import Refused
from missiondesk.domain.situation import Situation
from missiondesk.language import translator
from missiondesk.services.safe_names import safe_name

if TYPE_CHECKING:
    from missiondesk.language import Translator

_RUNS: Final = re.compile(r"[-_]{2,}")
LONGEST_NUMBER: Final = 60


def next_number(now: Situation, letter: Letter) -> str:
    """The number that the letter gets at its signing, by the office's pattern.

    Numbers run without gaps through the year of the letter's date, or through all years when the
    pattern does not name the year, and no two letters ever have the same.

    Raises:
        Refused: The pattern cannot be used.
    """
    pattern = letter_pattern.parse_numbers(now.secretariat.letter_pattern)
    year = _year(now, letter)
    yearly = letter_pattern.has(pattern, "year")
    others = [
        one
        for one in now.letters
        if one.number and one.id != letter.id and (not yearly or _year(now, one) == year)
    ]
    running = max([len(others), *(_running(now, pattern, one) for one in others)])
    taken = {one.number.casefold() for one in now.letters if one.id != letter.id}
    while True:
        running += 1
        values = {**_number_values(now, letter), "number": running}
        number = " ".join(letter_pattern.filled(pattern, values).split())
        if len(number) > LONGEST_NUMBER:
            raise Refused(
                N_("The number of the letter would be longer than {most} characters."),
                field="letter_pattern",
                most=LONGEST_NUMBER,
            )
        if number.casefold() not in taken:
            return number


def _running(now: Situation, pattern: Pattern, letter: Letter) -> int:
    found = letter_pattern.number_in(pattern, letter.number, _number_values(now, letter))
    return found or 0


def _number_values(now: Situation, letter: Letter) -> dict[str, str | int]:
    mission = now.get(Mission, letter.mission)
    return {
        "year": str(_year(now, letter)),
        "mission": mission.code if mission else "",
        "kind": translator(letter.language).show(kind_behind(now, letter)),
    }


def _year(now: Situation, letter: Letter) -> int:
    return letter.date.last.year if letter.date else now.today.year


# ---------------------------------------------------------------- file names


def letter_file_name(now: Situation, letter: Letter, public: bool = False) -> str:
    """The letter's file name, by the office's pattern or else the desk's own; always a safe one.

    Args:
        now: The data of which the letter speaks.
        letter: It.
        public: The public version, which says so at its end.
    """
    tr = translator(letter.language)
    marked = tr.say_in("file name", "public") if public else ""
    pattern = _file_pattern(now.secretariat.file_pattern)
    if not pattern:
        mission = now.get(Mission, letter.mission)
        shared = kind_behind(now, letter) is LetterKind.SHARED
        office = now.get(Office, letter.addressee_office) if shared else None
        words = (
            _kind_word(now, letter, tr),
            mission.code if mission else "",
            office.title.in_language(tr.lang) if office else "",
            letter.number,
            marked,
            letter.language,
        )
        plain = "-".join(safe_name(word, "x") for word in words if word)
        return f"{_RUNS.sub(_first_sign, plain)}.pdf"
    name = letter_pattern.filled(pattern, _file_values(now, letter, tr))
    whole = f"{name}-{marked}" if marked else name
    return f"{_RUNS.sub(_first_sign, safe_name(whole, 'letter'))}.pdf"


def _first_sign(found: re.Match[str]) -> str:
    """Signs that an empty field left beside each other become the first of them."""
    return found.group(0)[0]


def _file_pattern(text: str) -> Pattern:
    """The pattern, or none when it was written by something that does not know its rules."""
    if not text.strip():
        return ()
    try:
        return letter_pattern.parse(text.strip(), FILE_FIELDS)
    except Refused:
        return ()


def _kind_word(now: Situation, letter: Letter, tr: Translator) -> str:
    words = {
        LetterKind.SHARED: tr.say_in("file name", "shared-letter"),
        LetterKind.CABINET: tr.say_in("file name", "letter-to-ministers"),
        LetterKind.RECALL: tr.say_in("file name", "recall"),
    }
    return words.get(kind_behind(now, letter)) or tr.say_in("file name", "mission-letter")


def _file_values(now: Situation, letter: Letter, tr: Translator) -> dict[str, str | int]:
    mission = now.get(Mission, letter.mission)
    office = now.get(Office, letter.addressee_office)
    return {
        "kind": _kind_word(now, letter, tr),
        "mission": mission.code if mission else "",
        "number": letter.number,
        "addressee": office.title.in_language(tr.lang) if office else "",
        "title": mission.title.in_language(tr.lang) if mission else "",
        "language": letter.language,
        "version": str(letter.version),
        "year": str(_year(now, letter)),
    }
