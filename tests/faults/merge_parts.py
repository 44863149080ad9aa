# SPDX-License-Identifier: Apache-2.0
"""Copies with a part of a workspace go out and come back: what was withheld is never touched, what
was done in them arrives once, and a remark is never lost. See `tests.faults.merging`.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from missiondesk.domain.comment import Comment
from missiondesk.domain.copy_sent import Audience
from missiondesk.domain.mission import Mission, Publication
from missiondesk.domain.step import Verb
from missiondesk.domain.wording import Wording
from missiondesk.services.comments import Comments
from missiondesk.services.copies import Copies, Sending
from missiondesk.services.merging import Merging, compare_stores
from missiondesk.services.session import Session
from missiondesk.store.database import Database
from missiondesk.store.ledger import Ledger
from missiondesk.store.store import Store
from missiondesk.store.workspace import in_memory, open_apart
from tests.builders import a_mission, a_secretariat

_ROUND = 20  # exchanges until a new workspace begins
_SHARED = ("title", "challenge")
Texts = dict[tuple[str, str], str]


@dataclass
class Parts:
    """What so many exchanges came to."""

    exchanges: int = 0
    sent: int = 0
    conflicts: int = 0
    taken: int = 0
    remarks: int = 0
    faults: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"{self.exchanges:,} exchanges with {self.sent:,} copies of a part: "
            f"{self.taken:,} edits taken, {self.conflicts:,} conflicts, {self.remarks:,} remarks; "
            f"{len(self.faults)} faults"
        )


@dataclass
class _Recipient:
    store: Store
    session: Session
    met: Texts  # as it was when it last met the sender
    snapshots: list[tuple[bytes, Texts, bool]] = field(default_factory=list)
    wrote_note: bool = False


def exchange_parts(count: int, seed: int) -> Parts:
    """So many returns of parts, each judged field by field without the merger's own code."""
    tally = Parts()
    number = seed
    while tally.exchanges < count:
        with TemporaryDirectory() as folder:
            _Round(random.Random(number), tally, f"seed {number}", Path(folder)).run(
                min(_ROUND, count - tally.exchanges)
            )
        number += 1
    return tally


class _Round:
    def __init__(self, draw: random.Random, tally: Parts, name: str, folder: Path) -> None:
        self._draw, self._tally, self._name, self._folder = draw, tally, name, folder
        self._edits = 0
        self._store = in_memory("Ane")
        self._session = Session(self._store)
        with self._store.write(Verb.SET_UP, "") as unit:
            unit.save(a_secretariat())
            for place in range(1, 7):
                shown = Publication.PUBLIC if place % 2 else Publication.INTERNAL
                unit.save(a_mission(code=f"M{place}", note=f"hemmelig{place}", publication=shown))
        self._recipients: list[_Recipient] = []

    def run(self, count: int) -> None:
        try:
            for _ in range(count):
                self._tally.exchanges += 1
                self._sender_works()
                if len(self._recipients) < 2 or self._draw.random() < 0.1:
                    self._send()
                for one in self._recipients:
                    self._recipient_works(one)
                self._come_back(self._draw.choice(self._recipients))
        finally:
            for one in self._recipients:
                one.session.close(discard=True)
            self._session.close(discard=True)

    # ------------------------------------------------------------ what people do

    def _text(self, who: str) -> str:
        self._edits += 1
        return f"{who} {self._edits}"

    def _sender_works(self) -> None:
        for _ in range(self._draw.choice((0, 1, 2))):
            mission = self._draw.choice(self._store.all(Mission))
            name = self._draw.choice((*_SHARED, "note"))
            text = self._text("hemmelig Ane" if name == "note" else "Ane")
            _write(self._store, mission, name, text)

    def _send(self) -> None:
        path = self._folder / f"{len(self._recipients)}-{self._edits}.mission"
        Copies(self._session).send(path, Sending("Bo", audience=Audience.PUBLIC))
        if b"hemmelig" in path.read_bytes():
            self._fault("a part holds what was withheld")
        store = open_apart(path, f"Bo {len(self._recipients)}")
        self._recipients.append(_Recipient(store, Session(store), _texts(store)))
        self._tally.sent += 1

    def _recipient_works(self, one: _Recipient) -> None:
        for _ in range(self._draw.choice((0, 1, 1, 2))):
            mission = self._draw.choice(one.store.all(Mission))
            act = self._draw.random()
            if act < 0.2:
                Comments(one.session).add(mission.id, self._text("bemærkning"))
                self._tally.remarks += 1
            elif act < 0.25:
                added = a_mission(code=f"N{self._edits}", title=_both(self._text("ny")))
                with one.store.write(Verb.ADD_MISSION, added.id) as unit:
                    unit.save(replace(added, note=""))
            elif act < 0.3:
                one.wrote_note = True
                _write(one.store, mission, "note", self._text("deres note"))
            else:
                _write(one.store, mission, self._draw.choice(_SHARED), self._text(one.store.who))
        one.snapshots.append((one.store.image(), _texts(one.store), one.wrote_note))

    def _come_back(self, one: _Recipient) -> None:
        """Any of its letters, mostly the newest; some are lost."""
        if self._draw.random() < 0.2:
            return
        newest = self._draw.random() < 0.7
        image, said, wrote_note = one.snapshots[-1] if newest else self._draw.choice(one.snapshots)
        theirs = opened(image)
        try:
            before = {it.id: it for it in self._store.all(Mission)}
            found = compare_stores(self._store, theirs, "retur.mission")
            choices = {it.id: self._draw.choice(it.allowed) for it in found.conflicts}
            self._tally.conflicts += len(choices)
            step = Merging(self._session).apply(found, choices)
            if step is None:
                if {it.id: it for it in self._store.all(Mission)} != before:
                    self._fault("something changed without a step")
                return
            disputed = {(it.key, name) for it in found.conflicts for name in it.fields}
            self._judge(one, said, wrote_note, before, disputed)
            self._judge_remarks(theirs)
            one.met = said
        finally:
            theirs.close(discard=True)

    # ------------------------------------------------------------ the judge

    def _judge(
        self,
        one: _Recipient,
        said: Texts,
        wrote_note: bool,
        before: dict[str, Mission],
        disputed: set[tuple[str, str]],
    ) -> None:
        after = {it.id: it for it in self._store.all(Mission)}
        for key, mission in before.items():
            if key not in after:
                self._fault(f"{mission.code} is gone, and nobody removed it")
                continue
            if (key, "title") not in said and after[key] != mission:
                self._fault(f"{mission.code} was withheld and is otherwise")
            kept = after[key].note == mission.note or mission.code.startswith("N")
            # A note of theirs that was chosen before is theirs to go on with.
            chosen = (key, "note") in disputed or mission.note.startswith("deres note")
            if not kept and not (wrote_note and chosen):
                self._fault(f"the note of {mission.code} is otherwise, and nobody chose it")
            for name in _SHARED:
                if (key, name) in said:
                    self._judge_field(one, said, (key, name), mission, after[key], disputed)
        for key in {place[0] for place in said} - before.keys() - {it[0] for it in one.met}:
            if key not in after:
                self._fault("a mission that was added in a part did not arrive")

    def _judge_field(
        self,
        one: _Recipient,
        said: Texts,
        place: tuple[str, str],
        mission: Mission,
        merged: Mission,
        disputed: set[tuple[str, str]],
    ) -> None:
        name = place[1]
        base, theirs = one.met.get(place), said[place]
        mine, now = _text(mission, name), _text(merged, name)
        if theirs in (base, mine):
            expected = mine
        elif mine == base:
            expected = theirs
            self._tally.taken += 1
        else:
            if place not in disputed:
                self._fault(f"{name}: {mine} met {theirs} without a conflict")
            expected = now if now in (mine, theirs) else ""
        if now != expected:
            self._fault(f"{name}: {base} became {mine} here and {theirs} there, and is {now}")

    def _judge_remarks(self, theirs: Store) -> None:
        here = [it.text for it in self._store.all(Comment)]
        if len(here) != len(set(here)):
            self._fault("a remark came in twice")
        if not {it.text for it in theirs.all(Comment)} <= set(here):
            self._fault("a remark is lost")

    def _fault(self, what: str) -> None:
        self._tally.faults.append(f"{self._name}: {what}")


def _both(text: str) -> Wording:
    return Wording(text, text)


def _write(store: Store, mission: Mission, name: str, text: str) -> None:
    present = store.get(Mission, mission.id)
    assert present is not None
    value = text if name == "note" else _both(text)
    with store.write(Verb.REVISE_MISSION, mission.id) as unit:
        unit.save(replace(present, **{name: value}))  # type: ignore[arg-type]


def opened(image: bytes) -> Store:
    database = Database()
    database.load(image)
    return Store(Ledger(database), "post")


def _texts(store: Store) -> Texts:
    return {(it.id, name): _text(it, name) for it in store.all(Mission) for name in _SHARED}


def _text(mission: Mission, name: str) -> str:
    value = getattr(mission, name)
    return value.da if isinstance(value, Wording) else str(value)
