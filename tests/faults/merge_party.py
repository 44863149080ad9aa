# SPDX-License-Identifier: Apache-2.0
"""Three parties in talks get copies of their own, work in them, meddle with what is not theirs, and
send them back in any order: each brings its own in once and nothing else, and no file ever held a
word of another. See `tests.faults.merging`.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from missiondesk.domain import clauses
from missiondesk.domain.clause import Clause, ClauseProposal
from missiondesk.domain.comment import Comment
from missiondesk.domain.copy_sent import Audience as CopyAudience
from missiondesk.domain.entities import KINDS
from missiondesk.domain.negotiation import Audience, Topic
from missiondesk.domain.party import Party
from missiondesk.domain.position import PartyPosition
from missiondesk.domain.refused import Refused
from missiondesk.domain.situation import Situation
from missiondesk.domain.step import Verb
from missiondesk.domain.wording import Wording
from missiondesk.services.copies import Copies, Sending
from missiondesk.services.merging import Merging, compare_stores
from missiondesk.services.session import Session
from missiondesk.services.talks import Talks
from missiondesk.services.text_desk import table_of
from missiondesk.store.workspace import in_memory, open_apart
from tests.builders import a_chapter, a_secretariat
from tests.faults.merge_parts import opened
from tests.talks_builders import a_party, a_round, a_topic

CODES = ("P", "Q", "R")
_ROUND = 20  # exchanges until new talks begin
_OWN = (PartyPosition, ClauseProposal)


@dataclass
class Tables:
    """What so many exchanges came to."""

    exchanges: int = 0
    sent: int = 0
    taken: int = 0
    conflicts: int = 0
    remarks: int = 0
    accepted: int = 0
    faults: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"{self.exchanges:,} exchanges with {self.sent:,} copies of parties: {self.taken:,} "
            f"records of their own, {self.accepted:,} acceptances, {self.conflicts:,} conflicts, "
            f"{self.remarks:,} remarks; {len(self.faults)} faults"
        )


@dataclass
class _Recipient:
    party: Party
    session: Session
    met: Situation
    snapshots: list[tuple[bytes, Situation]] = field(default_factory=list)

    @property
    def talks(self) -> Talks:
        return Talks(self.session)


def exchange_party_copies(count: int, seed: int) -> Tables:
    """So many returns of parties' copies, judged record by record without the merger's own code."""
    tally, number = Tables(), seed
    while tally.exchanges < count:
        with TemporaryDirectory() as folder:
            _Round(random.Random(number), tally, f"seed {number}", Path(folder)).run(
                min(_ROUND, count - tally.exchanges)
            )
        number += 1
    return tally


class _Round:
    def __init__(self, draw: random.Random, tally: Tables, name: str, folder: Path) -> None:
        self._draw, self._tally, self._name, self._folder = draw, tally, name, folder
        self._words = 0
        self._session = Session(in_memory("Ane"))
        self._parties = [a_party(code=code) for code in CODES]
        talks = a_round(parties=tuple(one.id for one in self._parties))
        chapter = a_chapter()
        with self._session.store.write(Verb.SET_UP, "") as unit:
            for record in (a_secretariat(), *self._parties, talks, chapter):
                unit.save(record)
            for place in (1, 2):
                unit.save(a_topic(talks_round=talks.id, number=place, note="hemmeligX"))
        self._chapter = chapter.id
        for _ in range(3):
            self._talks.text.add_clause(self._chapter, Wording(self._say("fælles")))
        self._recipients: list[_Recipient] = []

    @property
    def _talks(self) -> Talks:
        return Talks(self._session)

    def run(self, count: int) -> None:
        try:
            for _ in range(count):
                self._tally.exchanges += 1
                for _ in range(self._draw.choice((0, 1, 2))):
                    self._work(self._talks, self._draw.choice(self._parties))
                if self._draw.random() < 0.3:
                    self._redraft()
                if len(self._recipients) < 3 or self._draw.random() < 0.1:
                    self._send(self._parties[len(self._recipients) % 3])
                for one in self._recipients:
                    self._recipient_works(one)
                self._come_back(self._draw.choice(self._recipients))
        finally:
            for one in self._recipients:
                one.session.close(discard=True)
            self._session.close(discard=True)

    # ------------------------------------------------------------ what people do

    def _say(self, who: str) -> str:
        self._words += 1
        return f"{who} {self._words}"

    def _work(self, talks: Talks, party: Party) -> None:
        """One act of a party, in its own copy or as the secretariat notes it."""
        acts = (self._hold, self._hold, self._let_go, self._accept, self._propose, self._withdraw,
                self._bring_in, self._reword)  # fmt: skip
        try:
            self._draw.choice(acts)(talks, party)
        except Refused:
            return  # nobody can accept words in dispute

    def _own(self, talks: Talks, kind: type[Any], party: Party) -> list[Any]:
        return [one for one in _now(talks).all(kind) if one.party == party.id]

    def _hold(self, talks: Talks, party: Party) -> None:
        own = self._own(talks, PartyPosition, party)
        if own and self._draw.random() < 0.5:
            one = self._draw.choice(own)
            talks.revise(replace(one, text=self._said(party, one.audience)))
            return
        audience = self._draw.choice((Audience.OWN, Audience.PARTIES))
        topic = self._draw.choice(_now(talks).all(Topic))
        talks.add(
            PartyPosition("", party.id, topic.id, text=self._said(party, audience),
                          wish=f"hemmelig{party.code}", audience=audience)
        )  # fmt: skip

    def _said(self, party: Party, audience: Audience) -> str:
        return self._say(f"hemmelig{party.code}" if audience is Audience.OWN else party.code)

    def _let_go(self, talks: Talks, party: Party) -> None:
        for one in self._own(talks, PartyPosition, party)[:1]:
            talks.remove(PartyPosition, one.id)

    def _accept(self, talks: Talks, party: Party) -> None:
        clause = self._draw.choice(_now(talks).all(Clause))
        others = [one for one in clause.accepted if one != party.id]
        yes = [] if party.id in clause.accepted else [party.id]
        talks.text.accept(clause.id, [*others, *yes])

    def _propose(self, talks: Talks, party: Party) -> None:
        clause = self._draw.choice(_now(talks).all(Clause))
        audience = self._draw.choice((Audience.OWN, Audience.PARTIES))
        text = Wording(self._said(party, audience))
        talks.text.propose(ClauseProposal("", clause.id, party.id, text, audience))

    def _withdraw(self, talks: Talks, party: Party) -> None:
        for one in self._own(talks, ClauseProposal, party)[:2]:
            talks.text.withdraw(one.id)

    def _bring_in(self, talks: Talks, party: Party) -> None:
        talks.text.add_clause(self._chapter, Wording(self._say(party.code)), party.id)

    def _reword(self, talks: Talks, party: Party) -> None:
        own = [one for one in _now(talks).all(Clause) if one.proposer == party.id]
        if own:
            talks.text.revise_clause(
                replace(self._draw.choice(own), text=Wording(self._say(party.code)))
            )

    def _redraft(self) -> None:
        """The secretariat puts a clause in other words."""
        clause = self._draw.choice(_now(self._talks).all(Clause))
        self._talks.text.revise_clause(replace(clause, text=Wording(self._say("sekretariatet"))))

    def _meddle(self, talks: Talks, party: Party) -> None:
        """Change what is not the party's own."""
        now = _now(talks)
        topic = self._draw.choice(now.all(Topic))
        others = [one for one in now.all(PartyPosition) if one.party != party.id]
        foreign = [one for one in now.all(Clause) if one.proposer != party.id]
        acts: list[Callable[[], object]] = [
            lambda: talks.revise(replace(topic, title=Wording(self._say("indblanding")))),
            lambda: talks.rounds.add_topic(topic.talks_round, Wording(self._say("indblanding"))),
            lambda: talks.text.revise_clause(
                replace(self._draw.choice(foreign), text=Wording(self._say("indblanding")))
            ),
            lambda: talks.text.accept(foreign[0].id, [one.id for one in self._parties]),
        ]
        if others:
            acts += [
                lambda: talks.revise(replace(others[0], text=self._say("indblanding"))),
                lambda: talks.remove(PartyPosition, others[0].id),
            ]
        try:
            self._draw.choice(acts)()
        except Refused:
            return

    def _send(self, party: Party) -> None:
        path = self._folder / f"{len(self._recipients)}.mission"
        sending = Sending(party.code, audience=CopyAudience.PARTY, party=party.id)
        Copies(self._session).send(path, sending)
        data = path.read_bytes()
        for code in {*CODES, "X"} - {party.code}:
            if f"hemmelig{code}".encode() in data:
                self._fault(f"the copy of {party.code} holds words of {code}")
        session = Session(open_apart(path, party.code))
        self._recipients.append(_Recipient(party, session, session.situation))
        self._tally.sent += 1

    def _recipient_works(self, one: _Recipient) -> None:
        for _ in range(self._draw.choice((0, 1, 1, 2))):
            self._work(one.talks, one.party)
        if self._draw.random() < 0.3:
            self._meddle(one.talks, one.party)
        one.snapshots.append((one.session.store.image(), one.session.situation))

    def _come_back(self, one: _Recipient) -> None:
        """Mostly the newest of its letters; some are lost."""
        if self._draw.random() < 0.2:
            return
        newest = self._draw.random() < 0.8
        image, said = one.snapshots[-1] if newest else self._draw.choice(one.snapshots)
        theirs = opened(image)
        try:
            before = self._session.situation
            found = compare_stores(self._session.store, theirs, "retur.mission")
            choices = {it.id: self._draw.choice(it.allowed) for it in found.conflicts}
            step = Merging(self._session).apply(found, choices)
            if step is None:
                if _all(self._session.situation) != _all(before):
                    self._fault("something changed without a step")
                return
            self._tally.conflicts += len(choices)
            self._tally.remarks += len(found.remarks)
            disputed = {key for it in found.conflicts for key in (it.key, *_keys(it.covers))}
            _Judge(one, said, before, self._session.situation, disputed, self._tally,
                   self._fault).judge(len(found.remarks))  # fmt: skip
            one.met = said
        finally:
            theirs.close(discard=True)

    def _fault(self, what: str) -> None:
        self._tally.faults.append(f"{self._name}: {what}")


class _Judge:
    """Looks at one return; `disputed` are ids that somebody chose."""

    def __init__(
        self,
        one: _Recipient,
        said: Situation,
        before: Situation,
        after: Situation,
        disputed: set[str],
        tally: Tables,
        fault: Callable[[str], None],
    ) -> None:
        self._party, self._met, self._said = one.party, one.met, said
        self._before, self._after, self._disputed = before, after, disputed
        self._tally, self._fault = tally, fault

    def judge(self, remarks: int) -> None:
        self._judge_others()
        for kind in _OWN:
            self._judge_own(kind)
        for clause in self._after.all(Clause):
            self._judge_clause(clause)
        new = len(self._after.all(Comment)) - len(self._before.all(Comment))
        if new != remarks:
            self._fault(f"{remarks} remarks became {new} comments")

    def _judge_others(self) -> None:
        """All that is not the party's is as it was."""
        mine = self._party.id
        for kind in KINDS.values():
            if kind.__name__ in ("Clause", "Comment", "CopySent"):
                continue
            before, after = (
                {one.id: one for one in now.all(kind) if getattr(one, "party", "") != mine}
                for now in (self._before, self._after)
            )
            if before != after:
                self._fault(f"{self._party.code} changed {kind.__name__} of others")

    def _judge_own(self, kind: type[Any]) -> None:
        """Three ways, by record and its text."""
        told = [
            {it.id: it for it in now.all(kind) if it.party == self._party.id}
            for now in (self._met, self._before, self._said, self._after)
        ]
        base, mine, theirs, _after = told
        for key in {*mine, *theirs, *base} - self._disputed:
            was, here, there, now = (rows.get(key) for rows in told)
            if not self._on_something(here or there or was):
                continue  # what it hangs on was not the party's to add
            if there == was or (_text(there) == _text(was) and (there is None) == (was is None)):
                expected = here
            elif _text(here) == _text(was) and (here is None) == (was is None):
                expected = there
                self._tally.taken += 1
            elif _text(here) == _text(there):
                expected = here
            else:
                self._fault(f"{kind.__name__}: {here} met {there} without a conflict")
                continue
            if _text(now) != _text(expected) or (now is None) != (expected is None):
                self._fault(f"{kind.__name__}: expected {expected}, and is {now}")

    def _on_something(self, one: Any) -> bool:
        if isinstance(one, ClauseProposal):
            return self._after.get(Clause, one.clause) is not None
        return self._after.get(Topic, one.topic) is not None

    def _judge_clause(self, clause: Clause) -> None:
        before = self._before.get(Clause, clause.id)
        proposals = self._after.referring(ClauseProposal, "clause", clause.id)
        right = clauses.state_of(clause, proposals, table_of(self._after))
        if clause.state is not right:
            self._fault(f"the clause is {clause.state} and should be {right}")
        if proposals and clause.accepted:
            self._fault("a clause with other proposals is accepted")
        me = self._party.id
        if before is None:
            if clause.proposer != me or set(clause.accepted) - {me}:
                self._fault("a clause came in with somebody else's name or yes")
            return
        if clause.text != before.text and clause.proposer != me:
            self._fault("the words of another's clause were changed")
        if clause.id in self._disputed:
            return
        if clause.text != before.text or proposals:
            return  # every yes is gone, as judged above
        if set(clause.accepted) - {me} != set(before.accepted) - {me}:
            self._fault("the yes of another party changed")
        self._judge_yes(clause, before)

    def _judge_yes(self, clause: Clause, before: Clause) -> None:
        me, was = self._party.id, self._met.get(Clause, clause.id)
        there = self._said.get(Clause, clause.id)
        had, has = me in before.accepted, me in clause.accepted
        if there is None or was is None:
            return
        joined = me in there.accepted and me not in was.accepted
        left = me in was.accepted and me not in there.accepted
        if joined and there.text == was.text == before.text:
            self._tally.accepted += 1
            if not has:
                self._fault("a yes was lost")
        elif has and not had:
            self._fault("nobody said this yes to these words")
        if had and not has and not left:
            self._fault("nobody took this yes back")


def _text(one: Any) -> object:
    return None if one is None else one.text


def _keys(covers: tuple[tuple[str, str], ...]) -> set[str]:
    return {key for _, key in covers}


def _now(talks: Talks) -> Situation:
    return talks._session.situation


def _all(now: Situation) -> dict[str, object]:
    return {name: now.all(kind) for name, kind in KINDS.items() if name != "copy_sent"}
