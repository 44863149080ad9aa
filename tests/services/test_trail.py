# SPDX-License-Identifier: Apache-2.0
"""The trail narrowed down, held against the records, and as files that name its last hash."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import openpyxl
import pytest

from missiondesk.domain import identity
from missiondesk.domain.trail_check import in_groups
from missiondesk.services.desk import Desk
from missiondesk.services.trail import TrailFilter
from tests.documents.inspection import failures, page_text
from tests.sample import a_sample


@pytest.fixture
def desk() -> Iterator[Desk]:
    """The sample with four steps after it, by two people on three days."""
    opened = a_sample()
    store = opened.session.store
    first, other = opened.missions.all()[:2]
    gone = opened.situation.milestones_of(first.id)[0].id
    for who, when, deed in (
        ("Anna", 24, lambda: opened.missions.revise(replace(first, note="Annas note"))),
        ("Bo", 25, lambda: opened.missions.revise(replace(other, note="Bos note"))),
        (
            "Bo",
            26,
            lambda: opened.milestones.remove(gone),
        ),
        ("Anna", 26, lambda: opened.history.undo()),
    ):
        store.who = who
        with identity.fixed(datetime(2026, 11, when, 12, tzinfo=UTC)):
            deed()
    yield opened
    opened.close(discard=True)


def numbers(desk: Desk, **wanted: object) -> list[int]:
    return [step.number for step in desk.trail.steps(TrailFilter(**wanted))]  # type: ignore[arg-type]


def test_the_trail_is_narrowed_down(desk: Desk) -> None:
    first, other = desk.missions.all()[:2]
    assert numbers(desk) == [5, 4, 3, 2, 1]
    assert numbers(desk, who="Bo") == [4, 3]
    assert numbers(desk, since=date(2026, 11, 25)) == [5, 4, 3]
    assert numbers(desk, until=date(2026, 11, 24)) == [2, 1]
    assert numbers(desk, mission=first.id) == [5, 4, 2, 1]
    assert numbers(desk, mission=other.id, who="Bo") == [3]
    assert numbers(desk, subject="milestones") == [5, 4, 1]
    assert desk.trail.people() == ("Anna", "Bo", "Sekretær")


def test_what_hangs_on_a_mission_is_of_it(desk: Desk) -> None:
    mission = desk.missions.all()[0]
    whole = desk.trail.steps(TrailFilter(until=date(2026, 11, 23)))[0]
    part = desk.trail.about(whole, mission.id)
    kinds = {change.kind for change in part.changes}
    assert {"mission", "metric", "observation", "initiative", "letter", "letter_block"} <= kinds
    assert not kinds & {"ministry", "person", "secretariat"}
    assert {change.key for change in part.changes if change.kind == "mission"} == {mission.id}


def test_a_record_that_was_altered_around_the_steps_is_found(desk: Desk) -> None:
    assert desk.trail.check().whole
    database = desk.session.store._ledger.database
    key = desk.missions.all()[0].id
    database.raw.execute("UPDATE mission SET note = 'ændret' WHERE id = ?", (key,))
    changed = a_copy(desk)
    found = changed.trail.check()
    assert not found.broken
    assert found.astray == (("mission", key),)
    changed.close(discard=True)


def test_a_last_step_that_was_taken_away_is_found_by_the_records(desk: Desk) -> None:
    desk.missions.revise(replace(desk.missions.all()[0], note="sidst"))
    raw = desk.session.store._ledger.database.raw
    (last,) = raw.execute("SELECT id FROM step ORDER BY number DESC LIMIT 1").fetchone()
    raw.execute("DELETE FROM change WHERE step = ?", (last,))
    raw.execute("DELETE FROM step WHERE id = ?", (last,))
    changed = a_copy(desk)
    found = changed.trail.check()
    assert not found.broken
    assert [kind for kind, _ in found.astray] == ["mission"]
    changed.close(discard=True)


def a_copy(desk: Desk) -> Desk:
    from missiondesk.store.image import PLAIN
    from missiondesk.store.inspection import inspect
    from missiondesk.store.store import Store

    return Desk(Store(inspect(PLAIN.wrap(desk.session.store.image())).ledger, "Anna"))


@pytest.mark.parametrize("language", ["da", "en"])
def test_as_pdf_it_is_tagged_and_ends_with_the_hash(desk: Desk, language: str) -> None:
    wanted = TrailFilter(since=date(2026, 11, 24), who="Anna")
    job = desk.trail_files.prepare(wanted, language, "pdf")
    data = job.make()
    assert job.name.endswith(f"-{language}.pdf")
    assert failures(data) == []
    text = " ".join(page_text(data).split())
    head = desk.trail.check().head
    assert in_groups(head) in text
    assert "Annas note" in text
    assert "Bos note" not in text
    assert "Anna" in text


def test_as_a_workbook_each_field_has_a_row_with_its_step_s_hash(desk: Desk) -> None:
    job = desk.trail_files.prepare(TrailFilter(since=date(2026, 11, 24)), "da", "xlsx")
    sheet = openpyxl.load_workbook(io.BytesIO(job.make())).active
    assert sheet is not None
    head, *rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert head[0] == "Nr."
    steps = {step.number: step for step in desk.history.steps()}
    fields = [row for row in rows if row[0] is not None]
    assert {row[0] for row in fields} == {2, 3, 4, 5}
    for row in fields:
        assert row[10] == steps[row[0]].seal.value  # type: ignore[union-attr]
        assert row[3] == steps[row[0]].who
    note = next(row for row in fields if row[9] == "Annas note")
    name = "M1 Flere unge i job eller uddannelse"
    assert note[4:8] == ["Ret mission", name, f"mission · {name}", "Bemærkning"]
    assert in_groups(desk.trail.check().head) in rows[-1][4]


def test_as_csv_a_formula_is_harmless(desk: Desk, tmp_path: Path) -> None:
    desk.missions.revise(replace(desk.missions.all()[0], note="=1+1"))
    path = desk.trail_files.prepare(TrailFilter(), "en", "csv").write(tmp_path)
    assert ",'=1+1," in path.read_text(encoding="utf-8-sig")
    with pytest.raises(ValueError, match="form"):
        desk.trail_files.prepare(TrailFilter(), "en", "docx")
