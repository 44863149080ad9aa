# SPDX-License-Identifier: Apache-2.0
"""Tables of records: written and read back unchanged, changed in a sheet, undone as one Step."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from missiondesk.domain.actor import Actor
from missiondesk.domain.body import Body, MemberRole, Membership
from missiondesk.domain.budget_line import BudgetLine
from missiondesk.domain.decision import Decision, DecisionState
from missiondesk.domain.entities import KINDS
from missiondesk.domain.initiative import Initiative, Stage
from missiondesk.domain.issue import Issue, IssueState, Risk
from missiondesk.domain.period import day
from missiondesk.domain.references import TABLE_KINDS
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Verb
from missiondesk.exchange.record_tables.headings import columns_of
from missiondesk.language.translator import translator
from missiondesk.services.desk import Desk
from missiondesk.services.list_states import RowStatus
from tests.more_builders import a_risk, an_actor

LANGUAGES = ("da", "en")


_WRITTEN: dict[tuple[str, str], tuple[str, bytes]] = {}


def _file(tmp_path: Path, desk: Desk, language: str = "da", kind: str = "") -> Path:
    """The desk's tables; the workbook of a sample in which nothing was done is written once."""
    tables = desk.record_tables
    if kind:
        return tables.csv(kind, language).write(tmp_path)
    steps = desk.history.steps()
    state = (steps[0].id, language)
    if state not in _WRITTEN:
        made = tables.workbook(language).write(tmp_path)
        _WRITTEN[state] = made.name, made.read_bytes()
    name, data = _WRITTEN[state]
    path = tmp_path / name
    path.write_bytes(data)
    return path


def _changed(path: Path, sheet: str, change: Mapping[str, object], row: int = 2) -> Path:
    """The workbook with cells of one row changed, by heading; a row beyond the last is new."""
    book = openpyxl.load_workbook(path)
    table = book[sheet]
    heads = [cell.value for cell in table[1]]
    for heading, value in change.items():
        table.cell(row or table.max_row + 1, heads.index(heading) + 1).value = value  # type: ignore[arg-type]
    stream = io.BytesIO()
    book.save(stream)
    path.write_bytes(stream.getvalue())
    return path


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_columns_of_a_kind_have_one_heading(language: str) -> None:
    for kind in TABLE_KINDS:
        heads = [one.heading.casefold() for one in columns_of(kind, translator(language), (2026,))]
        assert [head for head, count in Counter(heads).items() if count > 1] == [], kind


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_written_is_read_back_unchanged(
    sample: Desk, tmp_path: Path, language: str
) -> None:
    report = sample.exchange.read_table(_file(tmp_path, sample, language))
    assert report.faults == ()
    assert {row.status for row in report.rows} == {RowStatus.UNCHANGED}
    written = sum(len(sample.situation.all(KINDS[kind])) for kind in TABLE_KINDS)
    assert len(report.rows) == written
    assert all(column.meaning is not None for column in report.columns)
    steps = len(sample.history.steps())
    sample.exchange.apply(report)
    assert len(sample.history.steps()) == steps


@pytest.mark.parametrize("kind", ["initiative", "budget_line", "actor_commitment", "risk"])
def test_a_csv_is_read_back_unchanged_too(sample: Desk, tmp_path: Path, kind: str) -> None:
    if kind == "risk":
        with sample.session.write(Verb.ADD_RISK, "", "") as unit:
            unit.save(a_risk(event="=1+1", measure="-det gør vi; og så\nmere"))
    report = sample.exchange.read_table(_file(tmp_path, sample, "da", kind))
    assert report.faults == ()
    assert {row.status for row in report.rows} == {RowStatus.UNCHANGED}


def test_changes_and_new_rows_are_told_written_in_one_step_and_undone(
    sample: Desk, tmp_path: Path
) -> None:
    path = _file(tmp_path, sample, "da")
    before = {kind: sample.situation.all(KINDS[kind]) for kind in TABLE_KINDS}
    actors = len(sample.situation.all(Actor))
    _changed(path, "Aktør", {"Indflydelse": 2})
    new = {"Navn": "Ny Aktør (eksempel)", "Type": "Fonde", "Holdning": "Støtter"}
    _changed(path, "Aktør", new, actors + 2)
    seats = len(sample.situation.all(Membership))
    body = sample.situation.all(Body)[0]
    seat = {"Organ": body.code, "Aktør": "Ny Aktør (eksempel)", "Rolle": "Observatør"}
    _changed(path, "Plads i organ", seat, seats + 2)
    report = sample.exchange.read_table(path)
    assert report.faults == ()
    assert report.count(RowStatus.NEW) == 2
    assert report.count(RowStatus.CHANGED) == 1
    sample.exchange.apply(report)
    made = next(one for one in sample.situation.all(Actor) if one.name.startswith("Ny Aktør"))
    assert any(one.actor == made.id for one in sample.situation.all(Membership))
    sample.history.undo()
    assert {kind: sample.situation.all(KINDS[kind]) for kind in TABLE_KINDS} == before


def test_amounts_have_a_column_a_year(sample: Desk, tmp_path: Path) -> None:
    path = _file(tmp_path, sample, "en", "budget_line")
    text = path.read_text(encoding="utf-8-sig")
    line = next(one for one in sample.situation.all(BudgetLine) if one.permanent)
    head, *rows = text.splitlines()
    row = next(one for one in rows if one.startswith(line.id))
    path.write_text("\n".join([head, row.replace("100", "101.5", 1)]), encoding="utf-8")
    sample.exchange.apply(sample.exchange.read_table(path))
    after = sample.budget_lines.get(line.id)
    assert after is not None
    assert sum(one.oere for one in after.amounts) - sum(one.oere for one in line.amounts) == (
        150_000_000
    )


def _amount_columns(tr_lang: str, kind: str) -> tuple[str, str, str]:
    """Headings of the key, of an amount in millions and of the currency."""
    names = {one.shape.name: one.heading for one in columns_of(kind, translator(tr_lang), ())
             if one.shape is not None}  # fmt: skip
    (key,) = (one.heading for one in columns_of(kind, translator(tr_lang), ()) if not one.shape)
    return key, names["forecast_cost"], names["currency"]


@pytest.mark.parametrize(
    ("lang", "written", "currency", "hundredths"),
    [
        ("da", "2,5 mio. kr.", "DKK", 250_000_000),
        ("da", "2,5 mio. kr.", "", 250_000_000),
        ("da", "2.500.000 kr.", "DKK", 250_000_000),
        ("da", "250 t.kr.", "DKK", 25_000_000),
        ("da", "2,5 mio.", None, 250_000_000),
        ("da", "2,5 mio. EUR", "EUR", 250_000_000),
        ("da", "2,5 mio. chf", "CHF", 250_000_000),
        ("da", "2.500.000 chf", "CHF", None),  # nothing more is known of francs
        ("da", "2,5", None, 250_000_000),
        ("en", "DKK 2.5 million", "DKK", 250_000_000),
        ("en", "2,5 mio. kr.", "DKK", 250_000_000),
        ("da", "2,5 mio. kr.", "EUR", None),
        ("da", "2,5 mio. kr.", None, None),  # the record may be in euro
        ("da", "2.5 kr.", "DKK", None),
        ("da", "mange", "DKK", None),
    ],
)
def test_an_amount_may_stand_with_its_unit(
    sample: Desk, tmp_path: Path, lang: str, written: str, currency: str | None,
    hundredths: int | None,
) -> None:  # fmt: skip
    one = sample.initiatives.all()[0]
    key, cost, money = _amount_columns(lang, "initiative")
    heads, cells = [key, cost], [one.id, written]
    if currency is not None:
        heads, cells = [*heads, money], [*cells, currency]
    path = tmp_path / "indsatser.csv"
    path.write_text("\n".join(";".join(line) for line in (heads, cells)), encoding="utf-8")
    report = sample.exchange.read_table(path)
    if hundredths is None:
        (fault,) = report.faults
        assert written in translator(lang).tell(fault)
        return
    sample.exchange.apply(report)
    after = sample.initiatives.get(one.id)
    assert after is not None and after.forecast_cost == hundredths


def test_an_amount_of_a_year_may_stand_with_its_unit(sample: Desk, tmp_path: Path) -> None:
    path = _file(tmp_path, sample, "da", "budget_line")
    line = next(one for one in sample.situation.all(BudgetLine) if one.amounts)
    year = line.amounts[0].year
    key = next(one.heading for one in columns_of("budget_line", translator("da"), ()))
    head = next(one for one in path.read_text(encoding="utf-8-sig").splitlines()[0].split(";")
                if str(year) in one)  # fmt: skip
    path.write_text(f"{key};{head}\n{line.id};1.250 t.kr.\n", encoding="utf-8")
    sample.exchange.apply(sample.exchange.read_table(path))
    after = sample.budget_lines.get(line.id)
    assert after is not None
    assert [one.oere for one in after.amounts if one.year == year] == [125_000_000]


@pytest.mark.parametrize(
    ("heading", "value", "said"),
    [
        ("Indflydelse", 9, "fra 1 til 5"),
        ("Indflydelse", "høj", "ikke et tal"),
        ("Holdning", "vred", "Støtter"),
        ("Dato for samtykke", "i går", "ikke en dato"),
        ("Nøgle (aktør)", "ffffffff-0000-4000-8000-000000000000", "denne nøgle"),
    ],
)
def test_what_cannot_be_is_refused_with_its_cell_and_nothing_is_written(
    sample: Desk, tmp_path: Path, heading: str, value: object, said: str
) -> None:
    path = _changed(_file(tmp_path, sample, "da"), "Aktør", {heading: value})
    before = sample.situation.all(Actor)
    report = sample.exchange.read_table(path)
    (fault,) = report.faults
    told = translator("da").tell(fault)
    assert said in told
    assert "2" in told  # the cell's row
    with pytest.raises(Refused):
        sample.exchange.apply(report)
    assert sample.situation.all(Actor) == before


def test_a_name_that_two_records_have_is_written_as_the_key(sample: Desk, tmp_path: Path) -> None:
    with sample.session.write(Verb.ADD_ACTOR, "", "") as unit:
        for one in (an_actor(name="Samme navn"), an_actor(name="Samme navn")):
            unit.save(one)
            seat = sample.situation.all(Membership)[0]
            unit.save(replace(seat, id=one.id, office=None, actor=one.id))
    report = sample.exchange.read_table(_file(tmp_path, sample, "da"))
    assert report.faults == ()
    assert {row.status for row in report.rows} == {RowStatus.UNCHANGED}


def test_an_empty_workspace_still_has_its_headings(desk: Desk, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(_file(tmp_path, desk, "en"))
    assert len(book.sheetnames) == len(TABLE_KINDS)
    heads = [cell.value for cell in book["Initiative"][1]]
    assert {"Key (initiative)", "Title (en)", f"Budget frame {desk.today.year} (DKK m)"} <= set(
        heads
    )
    assert desk.situation.all(Initiative) == ()
    assert desk.situation.all(Risk) == ()


Change = Mapping[str, object]


def _faults(desk: Desk, tmp_path: Path, sheet: str, *changes: tuple[Change, int]) -> list[str]:
    path = _file(tmp_path, desk, "da")
    for change, row in changes:
        _changed(path, sheet, change, row)
    report = desk.exchange.read_table(path)
    if report.faults:
        with pytest.raises(Refused):
            desk.exchange.apply(report)
    else:
        desk.exchange.apply(report)
    return [translator("da").tell(fault) for fault in report.faults]


def _row_of(desk: Desk, tmp_path: Path, sheet: str, key: str) -> int:
    table = openpyxl.load_workbook(_file(tmp_path, desk, "da"))[sheet]
    keys = [row[0] for row in table.iter_rows(values_only=True)]
    return keys.index(key) + 1


def test_a_table_closes_no_initiative_that_says_not_what_closing_asks_for(
    sample: Desk, tmp_path: Path
) -> None:
    one = next(it for it in sample.situation.initiatives if it.stage is Stage.IDEA)
    row = _row_of(sample, tmp_path, "Initiativ", one.id)
    (said,) = _faults(sample, tmp_path, "Initiativ", ({"Fase": "lukket"}, row))
    assert str(row) in said
    assert sample.situation.get(Initiative, one.id) == one


def test_a_table_leaves_out_no_stage(sample: Desk, tmp_path: Path) -> None:
    one = next(it for it in sample.situation.initiatives if it.stage is Stage.IDEA)
    row = _row_of(sample, tmp_path, "Initiativ", one.id)
    assert len(_faults(sample, tmp_path, "Initiativ", ({"Fase": "forankring"}, row))) == 1
    assert _faults(sample, tmp_path, "Initiativ", ({"Fase": "pilot"}, row)) == []
    moved = sample.situation.get(Initiative, one.id)
    assert moved is not None
    assert (moved.stage, moved.stage_since) == (Stage.PILOT, day(sample.session.today))


def test_a_table_lets_no_body_report_to_itself(sample: Desk, tmp_path: Path) -> None:
    body = sample.situation.all(Body)[0]
    row = _row_of(sample, tmp_path, "Organ", body.id)
    (said,) = _faults(sample, tmp_path, "Organ", ({"Refererer til": body.id}, row))
    assert "sig selv" in said


def test_a_table_seats_no_second_chair_but_may_change_chairs(sample: Desk, tmp_path: Path) -> None:
    chair = next(it for it in sample.situation.all(Membership) if it.role is MemberRole.CHAIR)
    other = next(
        it for it in sample.situation.all(Membership)
        if it.body == chair.body and it.role is not MemberRole.CHAIR
    )  # fmt: skip
    first = _row_of(sample, tmp_path, "Plads i organ", chair.id)
    second = _row_of(sample, tmp_path, "Plads i organ", other.id)
    up: tuple[Change, int] = ({"Rolle": "formand"}, second)
    (said,) = _faults(sample, tmp_path, "Plads i organ", up)
    assert "formand" in said
    down: tuple[Change, int] = ({"Rolle": "medlem"}, first)
    assert _faults(sample, tmp_path, "Plads i organ", up, down) == []


def test_a_table_holds_no_meeting_in_the_future(sample: Desk, tmp_path: Path) -> None:
    coming = sample.meetings.coming()[0]
    row = _row_of(sample, tmp_path, "Møde", coming.id)
    (said,) = _faults(sample, tmp_path, "Møde", ({"Status": "afholdt"}, row))
    assert "fremtid" in said


def test_a_table_takes_no_decision_without_an_owner(sample: Desk, tmp_path: Path) -> None:
    one = next(it for it in sample.situation.all(Decision) if it.state is DecisionState.TAKEN)
    row = _row_of(sample, tmp_path, "Beslutning", one.id)
    assert len(_faults(sample, tmp_path, "Beslutning", ({"Ejer": None}, row))) == 1


def test_a_table_settles_no_issue_without_saying_how(sample: Desk, tmp_path: Path) -> None:
    one = next(
        it for it in sample.situation.all(Issue)
        if it.state is IssueState.OPEN and not it.resolution
    )  # fmt: skip
    row = _row_of(sample, tmp_path, "Emne", one.id)
    assert len(_faults(sample, tmp_path, "Emne", ({"Status": "løst"}, row))) == 1


def test_a_table_brings_no_cvr_number_that_checks_not(sample: Desk, tmp_path: Path) -> None:
    (said,) = _faults(sample, tmp_path, "Aktør", ({"CVR-nummer": "12345678"}, 2))
    assert "CVR" in said


def test_a_table_gives_no_code_twice(sample: Desk, tmp_path: Path) -> None:
    taken = sample.situation.all(Body)[1].code.lower()
    faults = _faults(sample, tmp_path, "Organ", ({"Kode": taken}, 2))
    assert len(faults) == 1  # the line that changes; the other had it first


def test_a_table_brings_no_contribution_whose_ends_are_crossed(
    sample: Desk, tmp_path: Path
) -> None:
    crossed: Change = {"Bidrag mindst": 5, "Bidrag højst": 3}
    assert len(_faults(sample, tmp_path, "Initiativ", (crossed, 2))) == 1
