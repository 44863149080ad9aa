# SPDX-License-Identifier: Apache-2.0
"""A machine plays the secretary: random verbs, undo and redo; a witness sees every row written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from missiondesk.domain.assessment import Confidence
from missiondesk.domain.commitment import Commitment, CommitmentStatus
from missiondesk.domain.entities import KINDS
from missiondesk.domain.gate import Gate, GateResult
from missiondesk.domain.initiative import Initiative, Money, Stage
from missiondesk.domain.letter import LetterKind, LetterState
from missiondesk.domain.metric import Observation
from missiondesk.domain.milestone import Milestone
from missiondesk.domain.mission import MissionState
from missiondesk.domain.organisation import Ministry, Office
from missiondesk.domain.period import Period
from missiondesk.domain.platform import PlatformGoal
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Step
from missiondesk.domain.wording import Wording
from missiondesk.services.desk import Desk
from missiondesk.services.gate_outcome import Outcome
from tests.sample import a_sample
from tests.store.witness import Witness, as_testified

PICK = st.integers(0, 10_000)
WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=30)
PERIODS = st.sampled_from(["2026", "2026-Q3", "2027-02", "2028-W12", "2027-03-24"]).map(Period)
State = dict[str, tuple[object, ...]]


class Secretary(RuleBasedStateMachine):
    """What a secretary does, in any order; a refusal is an answer too."""

    @initialize()
    def open_the_desk(self) -> None:
        self.desk: Desk = a_sample()
        self.witness = Witness(self.desk.session.store)
        self.steps: list[Step] = []
        self.desk.listen(self.steps.append)
        self.done: list[State] = [self.present()]
        self.undone: list[State] = []

    def teardown(self) -> None:
        if hasattr(self, "desk"):
            self.desk.close(discard=True)

    def present(self) -> State:
        return {name: self.desk.situation.all(kind) for name, kind in KINDS.items()}

    def do(self, verb: Callable[[], Any]) -> None:
        """One verb: one step at most, or a refusal that changed nothing."""
        before = len(self.steps)
        try:
            verb()
        except Refused:
            assert self.present() == self.done[-1]
        assert len(self.steps) - before in (0, 1)
        if len(self.steps) == before:
            return
        self.undone.clear()
        if self.steps[-1].verb.barrier:
            self.done.clear()
        self.done.append(self.present())

    def some(self, records: tuple[Any, ...], pick: int) -> Any:
        return records[pick % len(records)] if records else None

    # -- verbs -------------------------------------------------------------------------
    @rule(da=WORDS, en=WORDS)
    def add_mission(self, da: str, en: str) -> None:
        self.do(lambda: self.desk.missions.add(Wording(da, en)))

    @rule(pick=PICK, places=st.integers(-3, 3), text=WORDS)
    def write_the_platform(self, pick: int, places: int, text: str) -> None:
        platform = self.desk.platform
        chapter = self.some(platform.chapters, pick)
        if chapter is None or not places:
            self.do(lambda: platform.add_chapter(Wording(text)))
            return
        goals = platform.goals(chapter.id)
        goal = self.some(goals, pick // 7)
        mission = self.some(self.desk.missions.all(), pick)
        verbs: list[Callable[[], Any]] = [
            lambda: platform.move_chapter(chapter.id, places),
            lambda: platform.add_goal(
                PlatformGoal("", chapter=chapter.id, text=Wording(text), mission=mission.id)
            ),
        ]
        if goal is not None:
            other = self.some(platform.chapters, places)
            verbs += [
                lambda: platform.move_goal(goal.id, places),
                lambda: platform.revise_goal(replace(goal, chapter=other.id)),
                lambda: platform.remove_goal(goal.id),
            ]
        else:
            verbs.append(lambda: platform.remove_chapter(chapter.id))
        self.do(verbs[pick % len(verbs)])

    @rule(pick=PICK, office=PICK)
    def assign(self, pick: int, office: int) -> None:
        mission = self.some(self.desk.missions.all(), pick)
        chosen = self.some(self.desk.organisation.offices(), office)
        if mission:
            self.do(lambda: self.desk.missions.assign(mission.id, chosen.id))

    @rule(pick=PICK, state=st.sampled_from(MissionState), note=WORDS)
    def change_mission(self, pick: int, state: MissionState, note: str) -> None:
        mission = self.some(self.desk.missions.all(), pick)
        if mission:
            self.do(lambda: self.desk.missions.revise(replace(mission, state=state, note=note)))

    @rule(pick=PICK)
    def remove_mission(self, pick: int) -> None:
        mission = self.some(self.desk.missions.all(), pick)
        if mission:
            self.do(lambda: self.desk.missions.remove(mission.id))

    @rule(pick=PICK, rows=st.lists(st.tuples(PERIODS, st.integers(-9, 99)), max_size=4))
    def record(self, pick: int, rows: list[tuple[Period, int]]) -> None:
        mission = self.some(self.desk.missions.all(), pick)
        metric = self.desk.metrics.of_mission(mission.id) if mission else None
        if metric:
            table = [Observation("", period=at, value=Decimal(value)) for at, value in rows]
            self.do(lambda: self.desk.metrics.record(metric.id, table))

    @rule(pick=PICK, confidence=st.sampled_from(Confidence), text=WORDS)
    def assess(self, pick: int, confidence: Confidence, text: str) -> None:
        mission = self.some(self.desk.missions.all(), pick)
        if mission:
            self.do(lambda: self.desk.metrics.assess(mission.id, confidence, text))

    @rule(pick=PICK, title=WORDS, due=PERIODS)
    def add_milestone(self, pick: int, title: str, due: Period) -> None:
        mission = self.some(self.desk.missions.all(), pick)
        made = Milestone("", mission.id if mission else "", title=Wording(title), due=due)
        self.do(lambda: self.desk.milestones.add(made))

    @rule(pick=PICK, due=PERIODS)
    def move_milestone(self, pick: int, due: Period) -> None:
        milestone = self.some(self.desk.milestones.all(), pick)
        if milestone:
            self.do(lambda: self.desk.milestones.revise(replace(milestone, due=due)))

    @rule(pick=PICK, title=WORDS)
    def add_initiative(self, pick: int, title: str) -> None:
        mission = self.some(self.desk.missions.all(), pick)
        made = Initiative("", mission=mission.id if mission else None, title=Wording(title))
        self.do(lambda: self.desk.initiatives.add(made))

    @rule(pick=PICK, stage=st.sampled_from(Stage))
    def move_initiative(self, pick: int, stage: Stage) -> None:
        initiative = self.some(self.desk.initiatives.all(), pick)
        if initiative:
            self.do(lambda: self.desk.initiatives.move(initiative.id, stage))

    @rule(pick=PICK, due=PERIODS)
    def plan_gate(self, pick: int, due: Period) -> None:
        initiative = self.some(self.desk.initiatives.all(), pick)
        if initiative:
            self.do(lambda: self.desk.gates.plan_next(initiative.id, due))

    @rule(pick=PICK, result=st.sampled_from(GateResult), said=WORDS, again=PERIODS)
    def decide_gate(self, pick: int, result: GateResult, said: str, again: Period) -> None:
        gate = self.some(self.desk.situation.all(Gate), pick)
        if gate:
            outcome = Outcome(result, None, said, said, said, again)
            self.do(lambda: self.desk.gates.decide(gate.id, outcome))

    @rule(pick=PICK, said=WORDS, people=st.integers(0, 9))
    def close_initiative(self, pick: int, said: str, people: int) -> None:
        initiative = self.some(self.desk.initiatives.all(), pick)
        if initiative:
            told = replace(
                initiative, closing_reason=Wording(said), learned=Wording(said),
                freed=(Money(2027, people),), freed_fte=Decimal(people), after_staff=said,
                after_users=said, after_money=said,
            )  # fmt: skip
            self.do(lambda: self.desk.initiatives.close(told))

    @rule(pick=PICK)
    def remove_initiative(self, pick: int) -> None:
        initiative = self.some(self.desk.initiatives.all(), pick)
        if initiative:
            self.do(lambda: self.desk.initiatives.remove(initiative.id))

    @rule(pick=PICK, text=WORDS)
    def add_commitment(self, pick: int, text: str) -> None:
        mission = self.some(self.desk.missions.all(), pick)
        made = Commitment("", mission.id if mission else "", text=Wording(text))
        self.do(lambda: self.desk.commitments.add(made))

    @rule(pick=PICK, status=st.sampled_from(CommitmentStatus), reason=WORDS)
    def settle_commitment(self, pick: int, status: CommitmentStatus, reason: str) -> None:
        promise = self.some(self.desk.commitments.all(), pick)
        if promise:
            changed = replace(promise, status=status, reason=reason)
            self.do(lambda: self.desk.commitments.revise(changed))

    @rule(pick=PICK)
    def split_commitment(self, pick: int) -> None:
        promise = self.some(self.desk.commitments.all(), pick)
        if promise:
            self.do(lambda: self.desk.commitments.split(promise.id))

    @rule(pick=PICK)
    def remove_commitment(self, pick: int) -> None:
        promise = self.some(self.desk.commitments.all(), pick)
        if promise:
            self.do(lambda: self.desk.commitments.remove(promise.id))

    @rule(pick=PICK, name=WORDS, start=PERIODS)
    def appoint(self, pick: int, name: str, start: Period) -> None:
        office = self.some(self.desk.organisation.offices(), pick)
        if office:
            self.do(lambda: self.desk.organisation.appoint(office.id, name, start))

    @rule(title=WORDS)
    def add_office(self, title: str) -> None:
        self.do(lambda: self.desk.organisation.add_office(Office("", title=Wording(title))))

    @rule(name=WORDS)
    def add_ministry(self, name: str) -> None:
        self.do(lambda: self.desk.organisation.add_ministry(Ministry("", name=Wording(name))))

    @rule(pick=PICK)
    def remove_office(self, pick: int) -> None:
        office = self.some(self.desk.organisation.offices(), pick)
        if office:
            self.do(lambda: self.desk.organisation.remove_office(office.id))

    @rule(pick=PICK, language=st.sampled_from(["da", "en"]))
    def draft(self, pick: int, language: str) -> None:
        mission = self.some(self.desk.missions.all(), pick)
        if mission:
            self.do(lambda: self.desk.letters.draft(mission.id, language))

    @rule(pick=PICK, state=st.sampled_from(LetterState))
    def advance_letter(self, pick: int, state: LetterState) -> None:
        letter = self.some(self.desk.letters.all(), pick)
        if letter:
            self.do(lambda: self.desk.letters.advance(letter.id, state))

    @rule(pick=PICK, block=PICK, text=WORDS)
    def write_letter(self, pick: int, block: int, text: str) -> None:
        letter = self.some(self.desk.letters.all(), pick)
        if letter:
            chosen = self.some(self.desk.letters.blocks(letter.id), block)
            self.do(lambda: self.desk.letters.revise_block(replace(chosen, text=text)))

    @rule(pick=PICK, office=PICK, kind=st.sampled_from(LetterKind))
    def draft_of_a_kind(self, pick: int, office: int, kind: LetterKind) -> None:
        mission = self.some(self.desk.missions.all(), pick)
        key = mission.id if mission and kind is not LetterKind.CABINET else None
        chosen = self.some(self.desk.organisation.offices(), office)
        reader = chosen.id if chosen and kind is LetterKind.SHARED else None
        self.do(lambda: self.desk.letters.draft(key, "da", kind, reader))

    @rule(pick=PICK, again=st.booleans(), why=WORDS)
    def end_letter(self, pick: int, again: bool, why: str) -> None:
        letter = self.some(self.desk.letters.all(), pick)
        if letter and again:
            self.do(lambda: self.desk.letters.supersede(letter.id))
        elif letter:
            self.do(lambda: self.desk.letters.recall(letter.id, why))

    @rule(pick=PICK, text=WORDS)
    def revise_common(self, pick: int, text: str) -> None:
        block = self.some(self.desk.letters.common("da"), pick)
        self.do(lambda: self.desk.letters.revise_common(replace(block, text=text)))

    @rule(pick=PICK, block=PICK, yes=st.booleans())
    def follow_common(self, pick: int, block: int, yes: bool) -> None:
        letter = self.some(self.desk.letters.all(), pick)
        if letter:
            chosen = self.some(self.desk.letters.blocks(letter.id), block)
            self.do(lambda: self.desk.letters.follow_common(chosen.id, yes))

    @rule(pick=PICK)
    def remove_letter(self, pick: int) -> None:
        letter = self.some(self.desk.letters.all(), pick)
        if letter:
            self.do(lambda: self.desk.letters.remove(letter.id))

    # -- undo and redo -----------------------------------------------------------------
    @precondition(lambda self: len(self.done) > 1)
    @rule()
    def undo(self) -> None:
        self.desk.history.undo()
        self.undone.append(self.done.pop())
        assert self.present() == self.done[-1]

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        self.desk.history.redo()
        self.done.append(self.undone.pop())
        assert self.present() == self.done[-1]

    # -- always ------------------------------------------------------------------------
    @invariant()
    def the_platform_is_numbered_without_a_gap(self) -> None:
        platform = self.desk.platform
        assert [one.number for one in platform.chapters] == list(
            range(1, len(platform.chapters) + 1)
        )
        for chapter in platform.chapters:
            goals = platform.goals(chapter.id)
            assert [one.number for one in goals] == list(range(1, len(goals) + 1))

    @invariant()
    def nothing_is_written_around_the_trail(self) -> None:
        if not hasattr(self, "desk"):
            return
        seen = self.witness.testimony()
        fresh = self.steps[self.checked :] if hasattr(self, "checked") else self.steps
        self.checked = len(self.steps)
        changes = tuple(change for step in fresh for change in step.changes)
        assert as_testified(changes, seen)

    @invariant()
    def every_page_can_be_shown(self) -> None:
        if not hasattr(self, "desk"):
            return
        self.desk.overview.rows()
        self.desk.readiness.findings()
        self.desk.roadmap.content("da", public=True)
        for letter in self.desk.letters.all():
            self.desk.letters.content(letter.id)
            self.desk.letters.course(letter.id)
        self.desk.letters.register.rows()


Secretary.TestCase.settings = settings(max_examples=5, stateful_step_count=25)
TestSecretary = Secretary.TestCase
