# SPDX-License-Identifier: Apache-2.0
"""Lays two letters beside each other, word by word, as a page that can be printed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from missiondesk.domain.difference_content import DifferenceContent, DifferingPart
from missiondesk.domain.letter import Classification, Letter
from missiondesk.domain.letter_content import LetterContent
from missiondesk.domain.line_difference import line_difference
from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.domain.report_content import ReportHead
from missiondesk.domain.situation import Situation
from missiondesk.domain.word_difference import Difference, places, shortened
from missiondesk.language import Translator, translator
from missiondesk.services.document_heads import document_head
from missiondesk.services.document_kinds import file_name
from missiondesk.services.letter_parts import LetterPart, letter_parts
from missiondesk.services.letters import Letters
from missiondesk.services.print_plan import PrintJob

if TYPE_CHECKING:
    from missiondesk.documents.printed import PrintedDocument
    from missiondesk.services.session import Session

_STRICTEST: Final = tuple(Classification)
_LONGEST_REFERENCE: Final = 32  # signs


def prepare_difference(session: Session, former: str, latter: str, language: str) -> PrintJob:
    """The comparison of two letters of any state as a page; `PrintJob.make` is for any thread.

    Args:
        former: Id of the letter that is compared from.
        latter: Id of the letter that is compared to.
        language: Of the words around the letters' own text.

    Raises:
        Refused: A letter is not there, the two are one, or not in one language.
    """
    content = letter_difference(session, former, latter, language)

    def make() -> PrintedDocument:
        from missiondesk.documents.difference import print_difference

        return print_difference(content)

    tr = translator(language)
    letters = [session.the(Letter, key) for key in (former, latter)]
    numbers = [one.number or tr.show(one.state) for one in letters]
    name = file_name((tr.say_in("file name", "difference"), *numbers, language))
    return PrintJob(name, content.head.title, make)


def letter_difference(
    session: Session, former: str, latter: str, language: str
) -> DifferenceContent:
    """The comparison as plain values.

    Raises:
        Refused: See `prepare_difference`.
    """
    old, new = session.the(Letter, former), session.the(Letter, latter)
    if former == latter:
        raise Refused(N_("Choose two different letters."))
    if old.language != new.language:
        raise Refused(
            N_("Letters in two languages cannot be compared word by word."), field="language"
        )
    letters, tr = Letters(session), translator(language)
    old_said, new_said = letters.content(former), letters.content(latter)
    compared = _compared(old_said, new_said, tr)
    parts = tuple(part for part in compared if part.places)
    same = tuple(part.title for part in compared if not part.places)
    names = tuple(
        (tr.say(label), _name(letter, said, tr))
        for label, letter, said in (
            (N_("Former letter"), old, old_said),
            (N_("Later letter"), new, new_said),
        )
    )
    return DifferenceContent(
        head=_head(session.situation, (old, new), new_said, tr),
        finding=_finding(parts, tr),
        letters=names,
        parts=parts,
        same=same,
    )


def _name(letter: Letter, said: LetterContent, tr: Translator) -> str:
    """Number, version, state and date, and what it is about."""
    dated = tr.period(letter.state_date) if letter.state_date else ""
    parts = (
        letter.number,
        tr.say(N_("version {version}"), version=str(letter.version)),
        f"{tr.show(letter.state)} {dated}".strip(),
        said.subject,
    )
    return " · ".join(part for part in parts if part)


def _head(
    now: Situation, letters: tuple[Letter, Letter], said: LetterContent, tr: Translator
) -> ReportHead:
    strictest = max((one.classification for one in letters), key=_STRICTEST.index)
    # Who compares sees drafts and what was taken back: never a page for everyone.
    marked = Classification.INTERNAL if strictest is Classification.PUBLISHABLE else strictest
    numbers = _reference(letters)
    about = " ".join(part for part in (said.mission_code, said.mission_title) if part)
    head = document_head(now, tr, tr.say(N_("Differences between two letters")), (about,))
    return replace(head, reference=numbers or head.reference, classification=tr.show(marked))


def _reference(letters: tuple[Letter, Letter]) -> str:
    """Both numbers, or only the later one's where they are too long for the foot of a page."""
    numbers = [one.number for one in letters if one.number]
    both = " / ".join(numbers)
    return both if len(both) <= _LONGEST_REFERENCE else numbers[-1]


def _finding(parts: tuple[DifferingPart, ...], tr: Translator) -> str:
    count = sum(part.places for part in parts)
    if not count:
        return tr.say(N_("The two letters say the same."))
    said = tr.plural(
        "The letters differ at {count} place", "The letters differ at {count} places", count
    )
    where = tr.plural("in {count} part", "in {count} parts", len(parts))
    return f"{said} {where}."


def _compared(old: LetterContent, new: LetterContent, tr: Translator) -> list[DifferingPart]:
    before = {part.key: part for part in letter_parts(old, tr)}
    after = {part.key: part for part in letter_parts(new, tr)}
    return [_part(before.get(key), after.get(key)) for key in _in_order(list(before), list(after))]


def _in_order(before: list[str], after: list[str]) -> list[str]:
    """The later letter's order; what only the former has stands after what it stood after."""
    found = list(after)
    for at, key in enumerate(before):
        if key not in found:
            place = found.index(before[at - 1]) + 1 if at else 0
            found.insert(place, key)
    return found


def _part(old: LetterPart | None, new: LetterPart | None) -> DifferingPart:
    named = new or old
    assert named is not None  # the key comes from one of them
    lines = [part.lines if part else () for part in (old, new)]
    if old and new and old.title != new.title:
        lines = [(part.title, *part.lines) for part in (old, new)]
    compared = line_difference(*lines)
    shown: list[Difference] = [shortened(line) for line in compared if places(line)]
    return DifferingPart(named.title, tuple(shown), len(compared) - len(shown))
