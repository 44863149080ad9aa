# SPDX-License-Identifier: Apache-2.0
"""The reshuffle assistant: previews what a reallocation of portfolios touches, and carries it out
as one Step that can be undone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from missiondesk.domain.commitment import Commitment
from missiondesk.domain.entities import Entity
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.letter import Letter, LetterKind
from missiondesk.domain.letter_reissue import to_reissue
from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.organisation import Ministry, Office
from missiondesk.domain.refused import Refused
from missiondesk.domain.responsibility import Responsibility
from missiondesk.domain.situation import Situation
from missiondesk.domain.step import Step, Verb
from missiondesk.services.naming import name_of
from missiondesk.services.reallocation_letters import move_letters
from missiondesk.services.reallocation_places import GROUPS
from missiondesk.services.reallocation_plan import (
    Drawing,
    Move,
    Outcome,
    Reshuffle,
    Touch,
    Written,
    end_ministries,
    mission_behind,
    move_fields,
    move_seats,
    open_moves,
)

if TYPE_CHECKING:
    from missiondesk.services.session import Session


@dataclass(frozen=True, slots=True)
class LetterTouched:
    """A letter in force that the reallocation touches.

    Attributes:
        anew: It is to be issued anew (L6); otherwise it only speaks of what moves.
    """

    letter: Letter
    why: Message
    anew: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """What a reallocation touches.

    Attributes:
        touches: Each record in each place, in the order of the groups.
        letters: Letters in force, those to be issued anew first.
        now: The situation before.
        after: The situation as it will be on the day, with what waits moved too.
        into: The office that takes over, by the one that hands over.
        drawing: The whole plan, so that it need not be drawn again to carry it out.
    """

    reshuffle: Reshuffle
    touches: tuple[Touch, ...]
    letters: tuple[LetterTouched, ...]
    now: Situation
    after: Situation
    into: Mapping[str, str]
    drawing: Drawing

    @property
    def ahead(self) -> bool:
        """Whether the day lies ahead, so that what has no date waits."""
        return self.reshuffle.start > self.now.today

    @property
    def waiting(self) -> int:
        """How many records wait for the day."""
        return sum(one.outcome is Outcome.WAITS for one in self.touches)

    def counts(self) -> tuple[tuple[str, int], ...]:
        """How many records of each group are touched, by the group's word."""
        found = Counter(group_of(one) for one in {(_key(it)): it for it in self.touches}.values())
        return tuple((word, found[word]) for word in GROUPS.values() if found[word])


def group_of(touch: Touch) -> str:
    """The word of the group under which it is listed."""
    return GROUPS[Responsibility if touch.word == "RACI" else type(touch.record)]


def _key(touch: Touch) -> tuple[str, str]:
    return group_of(touch), touch.record.id


class Reallocation:
    """The verbs of the reshuffle assistant."""

    def __init__(self, session: Session) -> None:
        self._session = session

    # -- what can be chosen --------------------------------------------------------------
    def offices(self) -> tuple[Office, ...]:
        """Offices that hold something: in force today, or ended and still named by a record."""
        now = self._session.situation
        return tuple(
            one
            for one in now.all(Office)
            if now.office_in_force(one.id, now.today) is not None or self._still_named(one.id)
        )

    def _still_named(self, office: str) -> bool:
        drawing = Drawing(self._session.situation, Reshuffle(self._session.today, ()))
        drawing.into[office] = office
        return bool(move_fields(drawing))

    def moves_of_ministry(self, old: str, new: str) -> tuple[Move, ...]:
        """The moves by which a ministry goes over to another: each office to the one of its level
        there, else to a new one with the same title.
        """
        now = self._session.situation
        there: dict[object, list[Office]] = {}
        for office in now.referring(Office, "ministry", new):
            if now.office_in_force(office.id, now.today) is not None:
                there.setdefault(office.level, []).append(office)
        moves = []
        for office in now.referring(Office, "ministry", old):
            if now.office_in_force(office.id, now.today) is None:
                continue
            same = there.get(office.level, [])
            target = same[0].id if len(same) == 1 else None
            moves.append(Move(office.id, target, office.title, new, closes=True))
        return tuple(moves)

    # -- what it touches -----------------------------------------------------------------
    def preview(self, reshuffle: Reshuffle) -> Preview:
        """What would be touched; nothing is written.

        Raises:
            Refused: The reallocation is not whole, or its dates clash.
        """
        return self.planned(reshuffle)()

    def planned(self, reshuffle: Reshuffle) -> Callable[[], Preview]:
        """The preview as a task of values, for a worker: it may raise what `preview` does."""
        now = self._session.situation
        return lambda: previewed(now, reshuffle, drawn(now, reshuffle))

    def reallocate(self, reshuffle: Reshuffle, shown: Preview | None = None) -> Step:
        """Carry it out in one Step.

        Args:
            reshuffle: What moves.
            shown: Its preview; while nothing has changed since, its plan is carried out.

        Raises:
            Refused: The reallocation is not whole, its dates clash, or it changes nothing now.
        """
        now = self._session.situation
        planned = shown is not None and shown.now is now and shown.reshuffle == reshuffle
        drawing = shown.drawing if shown is not None and planned else drawn(now, reshuffle)
        if not drawing.written:
            if drawing.waiting:
                raise Refused(
                    N_("Nothing here has a date and can be planned ahead; move it on {date}."),
                    field="start",
                    date=reshuffle.start,
                )
            raise Refused(N_("There is nothing to move."), field="moves")
        first = reshuffle.moves[0].old if reshuffle.moves else reshuffle.ministries[0][0]
        with self._session.write(Verb.REALLOCATE, first, about(drawing)) as unit:
            for before, after in drawing.written:
                if after is not None:
                    unit.save(after)
                elif before is not None:
                    unit.remove(type(before), before.id)
        assert unit.step is not None
        return unit.step


def drawn(now: Situation, reshuffle: Reshuffle) -> Drawing:
    """The whole plan.

    Raises:
        Refused: It is not whole, or its dates clash.
    """
    drawing = Drawing(now, reshuffle)
    open_moves(drawing)
    end_ministries(drawing)
    move_letters(drawing, move_fields(drawing))
    move_seats(drawing)
    return drawing


def about(drawing: Drawing) -> str:
    """The moves as the trail says them."""
    now, made = drawing.now, drawing.new_offices
    parts = []
    for old, new in drawing.into.items():
        names = [now.get(Office, old), made.get(new) or now.get(Office, new)]
        parts.append(" → ".join(name_of(one) for one in names if one is not None))
    for pair in drawing.plan.ministries if not parts else ():
        found = (now.get(Ministry, key) for key in pair)
        parts.append(" → ".join(name_of(one) for one in found if one is not None))
    return "; ".join(parts)


def previewed(now: Situation, reshuffle: Reshuffle, drawing: Drawing) -> Preview:
    """The plan as it is shown."""
    after = situation_after(now, [*drawing.written, *drawing.waiting], reshuffle.start)
    words = list(GROUPS.values())
    touches = sorted(drawing.touches, key=lambda one: words.index(group_of(one)))
    return Preview(
        reshuffle,
        tuple(touches),
        _letters(now, after, touches),
        now,
        after,
        dict(drawing.into),
        drawing,
    )


def situation_after(now: Situation, written: Iterable[Written], on: date) -> Situation:
    """The situation with these records written, on that day or today if that is later."""
    kinds: dict[type[Entity], dict[str, Entity]] = {
        kind: {one.id: one for one in now.all(kind)} for kind in now.kinds
    }
    for before, record in written:
        found = record or before
        assert found is not None
        rows = kinds.setdefault(type(found), {})
        if record is None:
            rows.pop(found.id, None)
        else:
            rows[record.id] = record
    records = {kind: tuple(rows.values()) for kind, rows in kinds.items()}
    return Situation(records, max(on, now.today))


def _letters(
    now: Situation, after: Situation, touches: Iterable[Touch]
) -> tuple[LetterTouched, ...]:
    """Letters in force that then have the wrong reader, and those that speak of what moves."""
    already = {one.letter.id: one.why for one in to_reissue(now)}
    anew = [
        LetterTouched(one.letter, one.why, anew=True)
        for one in to_reissue(after)
        if already.get(one.letter.id) != one.why  # one that was due for a reason of its own too
    ]
    known = {*already, *(one.letter.id for one in anew)}
    promises: Counter[str] = Counter()
    for key in {one.record.id for one in touches if isinstance(one.record, Commitment)}:
        promise = now.get(Commitment, key)
        promises[mission_behind(now, promise) or "" if promise else ""] += 1
    speaks = [
        LetterTouched(
            letter,
            message(N_("It prints commitments that change hands: {count}."), count=count),
            anew=False,
        )
        for letter in now.letters
        if letter.state.in_force
        and letter.kind is not LetterKind.RECALL
        and letter.id not in known
        and (count := promises[letter.mission or ""])
    ]
    return (*anew, *speaks)
