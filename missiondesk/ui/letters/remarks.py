# SPDX-License-Identifier: Apache-2.0
"""What is to be said beside the blocks of a letter: gaps, findings, and the verb that mends."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from missiondesk.domain.finding import Finding, Severity
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.letter import BlockKind, Letter, LetterBlock
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.letter_problems import LetterProblem
from missiondesk.ui.letters.letter_fields import FIELD_BLOCKS
from missiondesk.ui.letters.places import place_of
from missiondesk.ui.pages import Navigate
from missiondesk.ui.told_findings import sentence_of


@dataclass(frozen=True, slots=True)
class Remark:
    """One gap or finding, in the screen's language.

    Attributes:
        field: Field of the block's form beside which it stands; of no field it has, below them.
        rule: Id of the rule, "" for a gap.
        mend: The verb of the button, or what to do where there is no button.
        act: What the button does.
    """

    block: BlockKind
    field: str
    severity: Severity
    rule: str
    sentence: str
    mend: str = ""
    act: Callable[[], object] | None = None

    @property
    def said(self) -> tuple[str, str, str, str]:
        """Severity, rule, sentence and mend, as a bar says them."""
        return self.severity.value, self.rule, self.sentence, self.mend


class Remarks:
    """Collects the remarks on one letter."""

    def __init__(self, desk: Desk, tr: Translator, navigate: Navigate) -> None:
        self._desk, self._tr, self._navigate = desk, tr, navigate

    def of(self, letter: Letter, problems: tuple[LetterProblem, ...]) -> tuple[Remark, ...]:
        """Gaps first, then findings, each at its block."""
        gaps = [self._gap(letter, one) for one in problems if one.block is not None]
        found = self._desk.readiness.of(Letter, letter.id)
        return (*gaps, *(remark for one in found for remark in self._found(letter, one)))

    def _gap(self, letter: Letter, problem: LetterProblem) -> Remark:
        assert problem.block is not None
        place = place_of(problem.field, letter)
        here = FIELD_BLOCKS.get(problem.field) is problem.block
        remark = Remark(
            problem.block,
            # A placeholder without a value is seen in the text and mended elsewhere.
            problem.field if here else "text",
            problem.severity,
            "",
            self._tr.tell(problem.message),
        )
        if place is None or here:
            return remark
        return self._with(remark, self._tr.say("Go to the field"), partial(self._navigate, *place))

    def _found(self, letter: Letter, finding: Finding) -> Iterator[Remark]:
        told = (
            finding.severity,
            finding.rule,
            sentence_of(finding, self._tr),
            self._tr.tell(finding.mend),
        )
        if finding.field == "shown":
            for block in hidden_blocks(self._desk, letter):
                remark = Remark(block.kind, "shown", *told)
                show = partial(self._show, block)
                verb = self._tr.say("Show the block")
                yield remark if letter.state.final else self._with(remark, verb, show)
            return
        kind = FIELD_BLOCKS.get(finding.field)
        if kind is None:
            return
        remark = Remark(kind, finding.field, *told)
        holder = self._desk.situation.holder(letter.addressee_office, self._desk.today)
        if finding.rule == "L6" and holder is not None and not letter.state.final:
            verb = self._tr.say("Address to {name}", name=holder.name)
            remark = self._with(remark, verb, partial(self._address, letter.id, holder.id))
        yield remark

    @staticmethod
    def _with(remark: Remark, verb: str, act: Callable[[], object]) -> Remark:
        return replace(remark, mend=verb, act=act)

    def _address(self, key: str, person: str) -> None:
        letter = self._desk.letters.get(key)
        if letter is not None:
            self._desk.letters.revise(replace(letter, addressee_person=person))

    def _show(self, block: LetterBlock) -> None:
        blocks = self._desk.letters.blocks(block.letter)
        now = next((one for one in blocks if one.id == block.id), None)
        if now is not None:
            self._desk.letters.revise_block(replace(now, shown=True))


def hidden_blocks(desk: Desk, letter: Letter) -> tuple[LetterBlock, ...]:
    """The blocks of commitments that the letter leaves out (L10)."""
    return tuple(
        block
        for block in desk.letters.blocks(letter.id)
        if not block.shown and block.kind in (BlockKind.ACCOUNTABLE, BlockKind.SHARED)
    )


def worst_of(remarks: tuple[Remark, ...]) -> dict[BlockKind, Severity]:
    """The worst that is said of each block of which something is said."""
    worst: dict[BlockKind, Severity] = {}
    for one in remarks:
        if one.block not in worst or one.severity.rank < worst[one.block].rank:
            worst[one.block] = one.severity
    return worst
