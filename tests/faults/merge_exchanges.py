# SPDX-License-Identifier: Apache-2.0
"""Two or three people send each other copies of one workspace, by a post that loses, doubles,
delays and renames them, with clocks that are off by a year either way.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from missiondesk.domain import identity
from missiondesk.domain.lineage import Relation
from missiondesk.domain.mission import Mission
from missiondesk.domain.step import Verb
from missiondesk.domain.wording import Wording
from missiondesk.services.merging import Merging, compare_stores
from missiondesk.services.session import Session
from missiondesk.store.database import Database
from missiondesk.store.ledger import Ledger
from missiondesk.store.store import Store
from missiondesk.store.workspace import in_memory
from tests.builders import a_mission, a_secretariat

_FIELDS = ("title", "sentence", "challenge", "note")
# A long correspondence would only repeat what a short one shows, more slowly.
_ROUND = 25


Place = tuple[str, str]


@dataclass(frozen=True)
class Entry:
    """The judge's own book on one field of one copy.

    Attributes:
        text: What stands there; no two edits write the same.
        made: The edits and choices by which it stands there; several may come to the same text.
        seen: All edits and choices that the copy has taken in.
    """

    text: str
    made: frozenset[str]
    seen: frozenset[str]

    def knew(self, other: Entry) -> bool:
        """Whether this was written or chosen with the other before one's eyes."""
        return other.made <= self.seen and not self.made <= other.seen

    def saw(self, other: Entry) -> bool:
        """Whether the other's text was once before the eyes of who made this."""
        return other.text in self.seen


Book = dict[Place, Entry]


@dataclass
class Post:
    """What so many letters came to."""

    letters: int = 0
    lost: int = 0
    relations: dict[Relation, int] = field(default_factory=dict)
    conflicts: int = 0
    asked_again: int = 0
    edits: int = 0
    faults: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        seen = ", ".join(f"{one.value} {self.relations.get(one, 0):,}" for one in Relation)
        return (
            f"{self.letters:,} exchanges, {self.lost:,} lost in the post; found: {seen}; "
            f"{self.edits:,} edits, {self.conflicts:,} conflicts, "
            f"{self.asked_again:,} of them asked again; {len(self.faults)} faults"
        )


class Desk:
    """One person with a copy and a clock that is off, with the judge's book on the copy."""

    def __init__(self, who: str, image: bytes, clock: timedelta) -> None:
        self.clock = clock
        self.who = who
        self.store = _opened(image, who)
        self.session = Session(self.store)
        self.book: Book = {
            place: Entry(text, frozenset({text}), frozenset({text}))
            for place, text in _texts(self.store).items()
        }

    @contextmanager
    def at(self, hour: int) -> Iterator[None]:
        """By this person's clock."""
        with identity.fixed(datetime(2026, 11, 2, tzinfo=UTC) + timedelta(hours=hour) + self.clock):
            yield

    def close(self) -> None:
        """Give the memory back."""
        self.session.close(discard=True)


def exchange(count: int, seed: int) -> Post:
    """So many letters in short correspondences, each judged when everybody has read the rest."""
    post = Post()
    number = seed
    while post.letters < count:
        _Correspondence(random.Random(number), post, f"seed {number}").run(
            min(_ROUND, count - post.letters)
        )
        number += 1
    return post


class _Correspondence:
    def __init__(self, draw: random.Random, post: Post, name: str) -> None:
        self._draw, self._post, self._name = draw, post, name
        self._hour = 0
        self._edits = self._choices = 0
        image = _first()
        self._desks = [
            Desk(who, image, timedelta(days=draw.randint(-365, 365)))
            for who in ("Ane", "Bo", "Ida")[: draw.randint(2, 3)]
        ]
        self._under_way: list[tuple[bytes, Book]] = []

    def run(self, letters: int) -> None:
        try:
            for _ in range(letters):
                self._post.letters += 1
                for desk in self._desks:
                    self._edit(desk)
                self._send()
                self._deliver()
            self._agree()
        finally:
            for desk in self._desks:
                desk.close()

    # ------------------------------------------------------------ what people do

    def _edit(self, desk: Desk) -> None:
        for _ in range(self._draw.choice((0, 0, 1, 1, 2))):
            mission = self._draw.choice(desk.store.all(Mission))
            name = self._draw.choice(_FIELDS)
            self._edits += 1
            self._post.edits += 1
            text = f"{desk.who} {self._edits}"
            value = text if name == "note" else Wording(text, text)
            place = (mission.id, name)
            self._hour += 1
            with desk.at(self._hour), desk.store.write(Verb.REVISE_MISSION, mission.id) as unit:
                unit.save(replace(mission, **{name: value}))
            desk.book[place] = Entry(text, frozenset({text}), desk.book[place].seen | {text})

    def _send(self) -> None:
        sender = self._draw.choice(self._desks)
        copy = (sender.store.image(), dict(sender.book))
        if self._draw.random() < 0.25:
            self._post.lost += 1
            return
        self._under_way += [copy] * self._draw.choice((1, 1, 1, 2))

    def _deliver(self) -> None:
        """Any letter that is under way, also an old one, under any name, to anybody."""
        if self._under_way and self._draw.random() < 0.8:
            copy = self._under_way.pop(self._draw.randrange(len(self._under_way)))
            self._read(self._draw.choice(self._desks), *copy)

    def _read(self, desk: Desk, image: bytes, book: Book) -> None:
        """Compare, settle each conflict by a toss, put together; sometimes undo and do again."""
        theirs = _opened(image, "post")
        try:
            name = self._draw.choice(("kopi (2).mission", "ENDELIG.mission", "~kopi.tmp"))
            found = compare_stores(desk.store, theirs, name)
            self._count(found.relation)
            self._post.conflicts += len(found.conflicts)
            before = _texts(desk.store)
            choices = {one.id: self._draw.choice(one.allowed) for one in found.conflicts}
            self._hour += 1
            with desk.at(self._hour):
                step = Merging(desk.session).apply(found, choices)
                if step is not None and self._draw.random() < 0.3:
                    desk.store.undo()
                    if _texts(desk.store) != before:
                        self._fault("an undone merge left something behind")
                    desk.store.redo()
            if step is None and _texts(desk.store) != before:
                self._fault("something changed without a step")
            if step is not None:
                self._judge(desk, book, {(one.key, *one.fields) for one in found.conflicts})
            again = compare_stores(desk.store, theirs, name).relation
            if again not in (Relation.OLDER, Relation.IDENTICAL) and found.relation is not (
                Relation.NEWER
            ):
                self._fault(f"a copy that was taken in comes back as {again.value}")
        finally:
            theirs.close(discard=True)

    # ------------------------------------------------------------ the judge

    def _judge(self, desk: Desk, book: Book, disputed: set[tuple[str, ...]]) -> None:
        """Of two texts the one survives that was made knowing the other; if neither was, it has to
        be a conflict. Where people settled one conflict apart, a question too many may be asked.
        """
        after = _texts(desk.store)
        for place, mine in desk.book.items():
            theirs, now, open_ = book[place], after[place], place in disputed
            said = f"{place[1]}: {mine.text} met {theirs.text}"
            if mine.text == theirs.text or mine.knew(theirs) or theirs.knew(mine):
                expected = theirs.text if theirs.knew(mine) else mine.text
                if open_ and mine.text != theirs.text:
                    self._post.asked_again += 1
                elif open_ or now != expected:
                    self._fault(f"{said} and became {now}, conflict: {open_}")
            elif not open_ and not self._followed(mine, theirs, now):
                self._fault(f"{said} without a conflict and became {now}")
            elif now not in (mine.text, theirs.text):
                self._fault(f"{said} and became {now}")
            made = frozenset[str]().union(*(one.made for one in (mine, theirs) if one.text == now))
            if open_:
                made = frozenset({self._new_choice()})
            desk.book[place] = Entry(now, made, mine.seen | theirs.seen | made)

    @staticmethod
    def _followed(mine: Entry, theirs: Entry, now: str) -> bool:
        if now == theirs.text:
            return theirs.saw(mine)
        return now == mine.text and mine.saw(theirs)

    def _new_choice(self) -> str:
        self._choices += 1
        return f"choice {self._choices}"

    def _agree(self) -> None:
        """At the end everybody reads everybody until nothing is new; then all hold the same."""
        for _ in range(3):
            for desk in self._desks:
                for other in self._desks:
                    if other is not desk:
                        self._read(desk, other.store.image(), dict(other.book))
        first, *others = [_texts(desk.store) for desk in self._desks]
        if any(other != first for other in others):
            self._fault("all have read all, and their copies differ")
        if not all(desk.store.check_trail().whole for desk in self._desks):
            self._fault("a trail is not as it was written")
        codes = [mission.code for mission in self._desks[0].store.all(Mission)]
        if len(codes) != len(set(codes)):
            self._fault("a record is there twice")

    def _count(self, relation: Relation) -> None:
        self._post.relations[relation] = self._post.relations.get(relation, 0) + 1

    def _fault(self, said: str) -> None:
        self._post.faults.append(f"{self._name}: {said}")


def _first() -> bytes:
    store = in_memory("Ane")
    try:
        with store.write(Verb.SET_UP, "") as unit:
            unit.save(a_secretariat())
            for number in range(1, 4):
                unit.save(a_mission(code=f"M{number}", note=f"M{number}"))
        return store.image()
    finally:
        store.close(discard=True)


def _opened(image: bytes, who: str) -> Store:
    database = Database()
    database.load(image)
    return Store(Ledger(database), who)


def _texts(store: Store) -> dict[tuple[str, str], str]:
    return {
        (mission.id, name): _text(getattr(mission, name))
        for mission in store.all(Mission)
        for name in _FIELDS
    }


def _text(value: object) -> str:
    return value.da if isinstance(value, Wording) else str(value)
