# SPDX-License-Identifier: Apache-2.0
"""Replies to letters: all of a form is read in as one step, or nothing, with the cells at fault."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from missiondesk.domain.commitment import Commitment, CommitmentStatus
from missiondesk.domain.letter import Letter, LetterState
from missiondesk.domain.letter_reply import LetterReply
from missiondesk.domain.period import Period
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Verb
from missiondesk.domain.wording import Wording
from missiondesk.exchange.replies import layout
from missiondesk.language import translator
from missiondesk.services.desk import Desk
from missiondesk.services.reply_plan import ReplyPlan
from tests.builders import an_office
from tests.sample import a_sample

H2 = Period("2026-H2")
STATUS = CommitmentStatus


@pytest.fixture(scope="module")
def read_only() -> Iterator[Desk]:
    """The sample for tests that write nothing."""
    opened = a_sample()
    yield opened
    opened.close(discard=True)


def letter_of(desk: Desk) -> Letter:
    return next(one for one in desk.letters.all() if one.number == "2026-001")


def own(desk: Desk) -> list[Commitment]:
    """The commitments that the addressee of the letter leads."""
    letter = letter_of(desk)
    found = desk.situation.commitments_of(letter.mission or "")
    return [one for one in found if one.lead_office == letter.addressee_office]


class Sheet:
    """The form as the addressee fills it in."""

    def __init__(self, data: bytes) -> None:
        self.workbook = openpyxl.load_workbook(io.BytesIO(data))
        self.sheet: Any = self.workbook.worksheets[0]

    def row(self, key: str) -> int:
        wanted = (layout.ROW + key, key)
        return next(cell.row for cell in self.sheet["I"] if cell.value in wanted)

    def fill(
        self, key: str, status: object = None, evidence: object = None, comment: str = ""
    ) -> None:
        row = self.row(key)
        for column, value in (("F", status), ("G", evidence), ("H", comment)):
            if value is not None:
                self.sheet[f"{column}{row}"] = value

    def save(self, path: Path) -> Path:
        self.workbook.save(path)
        return path


def sent(desk: Desk, path: Path, fill: Callable[[Sheet], None], period: Period = H2) -> ReplyPlan:
    """The form sent out, filled in and read again."""
    sheet = Sheet(desk.replies.form(letter_of(desk).id, period).make())
    fill(sheet)
    return desk.replies.read(sheet.save(path / "svar.xlsx"))


def said(plan: ReplyPlan) -> list[tuple[str, str]]:
    tr = translator("da")
    return [(fault.place, tr.tell(fault.message)) for fault in plan.faults]


def test_a_form_is_made_of_a_letter_in_force_about_a_half_year(read_only: Desk) -> None:
    letter = letter_of(read_only)
    job = read_only.replies.form(letter.id)
    assert job.name == "tilbagemelding-2026-001-2026-H2-da.xlsx"
    sheet = Sheet(job.make()).sheet
    texts = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]
    assert {"Tilbagemelding på missionsbrev 2026-001, 2. halvår 2026", "EKSEMPEL"} <= set(texts)
    assert {one.text.da for one in own(read_only)} <= set(texts)
    assert "7,1\u00a0% (2016)" in texts
    with pytest.raises(Refused):
        read_only.replies.form(letter.id, Period("2026-Q3"))
    with pytest.raises(Refused, match="has not begun"):
        read_only.replies.form(letter.id, Period("2031-H1"))
    draft = next(one for one in read_only.letters.all() if one.state is LetterState.DRAFT)
    with pytest.raises(Refused):
        read_only.replies.form(draft.id)


def test_an_empty_form_changes_nothing(read_only: Desk, tmp_path: Path) -> None:
    plan = sent(read_only, tmp_path, lambda sheet: None)
    assert (plan.faults, plan.changes, plan.summary, plan.already) == ((), (), "", False)
    # Five of its own mission, and what the addressee shares in others.
    assert plan.unchanged == 8
    assert [row.number.text for row in plan.form.rows][4:6] == ["5", "M4.1"]


def test_a_reply_is_one_step_that_can_be_undone(sample: Desk, tmp_path: Path) -> None:
    first, second = own(sample)

    def fill(sheet: Sheet) -> None:
        sheet.fill(first.id, "opfyldt", "30 aftaler, sag 2026-77", "Tidligere end ventet")
        sheet.fill(second.id, "Ikke videreført", None, "Aftalt i regeringen")
        sheet.sheet[f"A{sheet.row(layout.HINDERS)}"] = "Data deles ikke"

    plan = sent(sample, tmp_path, fill)
    assert not plan.faults
    assert [(one.before.status, one.after.status) for one in plan.changes] == [
        (STATUS.IN_PROGRESS, STATUS.MET), (STATUS.OPEN, STATUS.NOT_PURSUED),
    ]  # fmt: skip
    before = (sample.commitments.get(first.id), sample.commitments.get(second.id))
    replies = sample.replies.to_letter(plan.letter.id)
    reply = sample.replies.apply(plan)
    met, stopped = sample.commitments.get(first.id), sample.commitments.get(second.id)
    assert met is not None
    assert stopped is not None
    assert (met.status, met.evidence) == (STATUS.MET, "30 aftaler, sag 2026-77")
    assert met.status_date == Period(sample.today.isoformat())
    assert (stopped.status, stopped.reason) == (STATUS.NOT_PURSUED, "Aftalt i regeringen")
    assert (reply.period, reply.file_name) == (H2, "svar.xlsx")
    assert reply.sender == "Beskæftigelsesministeriet"
    assert reply.summary.splitlines() == [
        "Hvad hindrer arbejdet? Data deles ikke",
        "Nr. 1: Tidligere end ventet",
        "Nr. 2: Aftalt i regeringen",
    ]
    step = sample.history.steps(1)[0]
    assert (step.verb, step.subject) == (Verb.READ_REPLY, plan.letter.id)
    sample.history.undo()
    assert (sample.commitments.get(first.id), sample.commitments.get(second.id)) == before
    assert sample.replies.to_letter(plan.letter.id) == replies


def test_the_same_file_is_read_in_once_and_a_corrected_one_replaces_it(
    sample: Desk, tmp_path: Path
) -> None:
    first = own(sample)[0]
    path = tmp_path / "svar.xlsx"
    plan = sent(sample, tmp_path, lambda sheet: sheet.fill(first.id, None, "28 aftaler", "Fint"))
    reply = sample.replies.apply(plan)
    again = sample.replies.read(path)
    assert again.already
    with pytest.raises(Refused, match="already"):
        sample.replies.apply(again)
    with pytest.raises(Refused, match="already"):
        sample.replies.apply(plan)
    better = sent(sample, tmp_path, lambda sheet: sheet.fill(first.id, None, "29 aftaler", "Nu"))
    assert better.former == reply
    assert not better.already
    assert sample.replies.apply(better).id == reply.id
    half = [one for one in sample.replies.to_letter(plan.letter.id) if one.period == H2]
    assert [one.summary for one in half] == ["Nr. 1: Nu"]
    sample.replies.remove(reply.id)
    assert reply.id not in {one.id for one in sample.situation.all(LetterReply)}


def test_every_fault_is_told_with_its_cell_and_nothing_is_written(
    sample: Desk, tmp_path: Path
) -> None:
    first, second = own(sample)
    other = next(
        one
        for one in sample.situation.commitments_of(first.mission)
        if one.lead_office != first.lead_office
    )

    def fill(sheet: Sheet) -> None:
        sheet.fill(first.id, "Færdig")
        sheet.fill(second.id, "Opfyldt i ændret form", "x")
        sheet.fill(other.id, "Opfyldt", "x")

    plan = sent(sample, tmp_path, fill)
    sheet = Sheet((tmp_path / "svar.xlsx").read_bytes())
    rows = [sheet.row(one.id) for one in (first, second, other)]
    told = said(plan)
    assert [place for place, _ in told] == [
        f"F{rows[0]}", f"F{rows[1]}", f"F{rows[2]}", f"G{rows[2]}",
    ]  # fmt: skip
    assert told[0][1].startswith("”Færdig” er ikke en status")
    assert "Opfyldt i ændret form" in told[1][1]
    assert "leder" in told[2][1]
    steps = sample.history.steps(1)
    with pytest.raises(Refused) as refused:
        sample.replies.apply(plan)
    assert f"F{rows[0]}" in translator("da").tell(refused.value.message)
    assert sample.history.steps(1) == steps


def test_what_is_met_needs_evidence_and_what_is_given_up_a_reason(
    sample: Desk, tmp_path: Path
) -> None:
    first, second = own(sample)
    sample.commitments.revise(replace(first, evidence=""))

    def fill(sheet: Sheet) -> None:
        sheet.fill(first.id, "Opfyldt")
        sheet.fill(second.id, "Ikke videreført", comment=" ")

    plan = sent(sample, tmp_path, fill)
    sheet = Sheet((tmp_path / "svar.xlsx").read_bytes())
    assert [place for place, _ in said(plan)] == [
        f"G{sheet.row(first.id)}", f"H{sheet.row(second.id)}",
    ]  # fmt: skip


@pytest.mark.parametrize("status", ["Opfyldt", "Opfyldt i ændret form"])
@pytest.mark.parametrize("evidence", ["", " ", "\u00a0\n"])
def test_evidence_that_was_emptied_shows_nothing(
    read_only: Desk, tmp_path: Path, status: str, evidence: str
) -> None:
    """The commitment has evidence of before; who reports it met and empties the cell has none."""
    first = own(read_only)[0]
    assert first.evidence
    plan = sent(read_only, tmp_path, lambda sheet: sheet.fill(first.id, status, evidence))
    row = Sheet((tmp_path / "svar.xlsx").read_bytes()).row(first.id)
    assert [place for place, _ in said(plan)] == [f"G{row}"]
    assert plan.changes == ()


@pytest.mark.parametrize("status", ["", "  ", "Lukket"])
def test_what_is_no_status_is_answered_with_what_its_list_offers(
    read_only: Desk, tmp_path: Path, status: str
) -> None:
    second = own(read_only)[1]
    assert second.status is STATUS.OPEN
    plan = sent(read_only, tmp_path, lambda sheet: sheet.fill(second.id, status))
    ((_, told),) = said(plan)
    why = f"”{status}” er ikke en status" if status.strip() else "Cellen er tom"
    assert told == f"{why}; vælg en af: Åben, I gang, Opfyldt, Ikke videreført."


def test_changed_words_of_a_commitment_are_a_fault(read_only: Desk, tmp_path: Path) -> None:
    first = own(read_only)[0]

    def fill(sheet: Sheet) -> None:
        sheet.sheet[f"B{sheet.row(first.id)}"] = "Noget lettere"

    plan = sent(read_only, tmp_path, fill)
    assert [place[0] for place, _ in said(plan)] == ["B"]
    assert first.text.da in said(plan)[0][1]


def test_a_cell_left_alone_takes_nothing_back(sample: Desk, tmp_path: Path) -> None:
    """The desk went on while the form was out: what was not filled in does not undo that."""
    first, second = own(sample)
    sheet = Sheet(sample.replies.form(letter_of(sample).id, H2).make())
    sheet.fill(second.id, evidence="")
    path = sheet.save(tmp_path / "svar.xlsx")
    sample.commitments.revise(replace(first, status=STATUS.MET, evidence="Nyt bevis"))
    plan = sample.replies.read(path)
    assert (plan.changes, plan.faults) == ((), ())


def test_a_plan_is_not_applied_to_a_workspace_that_went_on(sample: Desk, tmp_path: Path) -> None:
    first = own(sample)[0]
    plan = sent(sample, tmp_path, lambda sheet: sheet.fill(first.id, "Opfyldt", "30 aftaler"))
    sample.commitments.revise(replace(first, evidence="Noget andet"))
    with pytest.raises(Refused, match="meanwhile"):
        sample.replies.apply(plan)


HOSTILE = "=1+1\x0bto\u2028tre \u202e<b>&\x00_x0041_\u00a0\ufeff \n\n’"


def test_words_of_any_kind_come_back_as_they_are(desk: Desk, tmp_path: Path) -> None:
    office = desk.organisation.add_office(an_office(title=Wording(HOSTILE, HOSTILE)))
    mission = desk.missions.add(Wording(HOSTILE, ""))
    mission = desk.missions.assign(mission.id, office.id)
    made = desk.commitments.add(
        Commitment("", mission.id, text=Wording(HOSTILE, ""), measure=Wording(HOSTILE, ""),
                   lead_office=office.id, evidence=HOSTILE)
    )  # fmt: skip
    drafted = desk.letters.draft(mission.id)
    letter = replace(drafted, state=LetterState.ISSUED, number=HOSTILE)
    with desk.session.write(Verb.ISSUE_LETTER, letter.id) as unit:
        unit.save(letter)
    plan = desk.replies.read(desk.replies.form(letter.id).write(tmp_path))
    assert (plan.faults, plan.changes, plan.unchanged) == ((), (), 1)
    assert desk.commitments.get(made.id) == made


def test_another_workspace_version_or_letter_is_refused(sample: Desk, tmp_path: Path) -> None:
    path = sample.replies.form(letter_of(sample).id, H2).write(tmp_path)
    sample.letters.advance(letter_of(sample).id, LetterState.RECALLED)
    with pytest.raises(Refused, match="no longer in force"):
        sample.replies.read(path)


def test_a_form_of_another_workspace_is_refused(
    desk: Desk, read_only: Desk, tmp_path: Path
) -> None:
    path = read_only.replies.form(letter_of(read_only).id, H2).write(tmp_path)
    with pytest.raises(Refused, match="not in this workspace"):
        desk.replies.read(path)
    with pytest.raises(Refused):
        desk.replies.read(tmp_path / "ingen.xlsx")


WORDS = (
    "Åben",
    "I gang",
    "Opfyldt",
    "Opfyldt i ændret form",
    "Ikke videreført",
    "=1+1",
    "",
    7,
    None,
)


@given(
    cells=st.lists(
        st.tuples(
            st.integers(0, 40),
            st.sampled_from("ABCDEFGHIJK"),
            st.one_of(st.sampled_from(WORDS), st.text(max_size=8)),
        ),
        max_size=4,
    ),
    answers=st.tuples(st.sampled_from(WORDS), st.text(max_size=12), st.text(max_size=12)),
)
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_comes_back_is_refused_or_says_all_it_would_change(
    read_only: Desk,
    tmp_path: Path,
    cells: list[tuple[int, str, object]],
    answers: tuple[object, str, str],
) -> None:
    first = own(read_only)[0]
    sheet = Sheet(read_only.replies.form(letter_of(read_only).id, H2).make())
    try:
        sheet.fill(first.id, answers[0], answers[1], answers[2])
        for row, column, value in cells:
            cell = sheet.sheet[f"{column}{row + 1}"]
            if type(cell).__name__ != "MergedCell":
                cell.value = value
        path = sheet.save(tmp_path / "svar.xlsx")
    except openpyxl.utils.exceptions.IllegalCharacterError:
        return
    before = read_only.situation.commitments
    try:
        plan = read_only.replies.read(path)
    except Refused:
        return
    assert read_only.situation.commitments == before
    touched = {one.before.id for one in plan.changes}
    for change in plan.changes:
        assert change.before == read_only.commitments.get(change.after.id)
        if change.after.status is not change.before.status:
            assert change.after.status in (STATUS.MET, STATUS.MET_MODIFIED, STATUS.NOT_PURSUED)
    # Of other missions too, where the addressee leads.
    leading = letter_of(read_only).addressee_office
    assert touched <= {one.id for one in before if one.lead_office == leading}
