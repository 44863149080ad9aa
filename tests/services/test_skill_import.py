# SPDX-License-Identifier: Apache-2.0
"""Files of ESCO: every row accounted for, two languages of one skill, chosen, one Step, undone."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Verb
from missiondesk.domain.wording import Wording
from missiondesk.exchange.esco import EscoFile, EscoKind, may_be_esco, read_esco
from missiondesk.language import translator
from missiondesk.services.desk import Desk
from missiondesk.services.incoming import read_incoming
from missiondesk.services.skill_import import SkillsReport, SkillStatus

REAL = Path(__file__).parents[2] / "../shared/data/esco"
# Counted with the csv module alone.
ROWS = {
    "ISCOGroups_en.csv": (EscoKind.OCCUPATIONS, 619),
    "digCompSkillsCollection_en.csv": (EscoKind.SKILLS, 25),
    "greenSkillsCollection_en.csv": (EscoKind.SKILLS, 591),
    "languageSkillsCollection_en.csv": (EscoKind.SKILLS, 359),
    "researchSkillsCollection_en.csv": (EscoKind.SKILLS, 40),
    "skillSkillRelations_en.csv": (EscoKind.RELATIONS, 5818),
    "skillsHierarchy_en.csv": (EscoKind.GROUPS, 640),
    "transversalSkillsCollection_en.csv": (EscoKind.SKILLS, 95),
}
real = pytest.mark.skipif(not REAL.is_dir(), reason="no files in ../shared/data")
HEADS = ("conceptType", "conceptUri", "preferredLabel", "status", "altLabels", "description",
         "broaderConceptUri")  # fmt: skip


def written(*rows: tuple[str, ...], heads: tuple[str, ...] = HEADS, sign: str = ",") -> bytes:
    out = io.StringIO(newline="")
    table = csv.writer(out, delimiter=sign)
    table.writerow(heads)
    table.writerows(rows)
    return out.getvalue().encode("utf-8-sig")


def skill(uri: str, label: str, text: str = "", status: str = "released") -> tuple[str, ...]:
    return ("KnowledgeSkillCompetence", uri, label, status, "", text, "http://esco/above")


def read(name: str, *rows: tuple[str, ...]) -> EscoFile:
    found = read_esco(written(*rows), name)
    assert found is not None
    return found


def counts(report: SkillsReport) -> dict[SkillStatus, int]:
    return {one: report.count(one) for one in SkillStatus if report.count(one)}


@real
def test_all_eight_files_are_read_with_every_row_accounted_for(desk: Desk) -> None:
    total = 0
    for name, (kind, rows) in ROWS.items():
        file = read_incoming(REAL / name)
        assert isinstance(file, EscoFile)
        assert (file.kind, file.rows) == (kind, rows)
        report = desk.skill_import.report(file)
        assert sum(counts(report).values()) + file.blank == rows
        if kind is EscoKind.SKILLS:
            assert len(report.wanted) == report.count(SkillStatus.NEW)
            total += len(report.wanted)
            after = desk.skill_import.apply(report, report.wanted)
            assert counts(after) == {SkillStatus.KNOWN: rows}
            assert desk.history.steps()[0].verb is Verb.IMPORT_SKILLS
        else:
            assert not report.wanted
            assert report.notes
            with pytest.raises(Refused):
                desk.skill_import.apply(report, report.wanted)
        assert len(desk.skills.all()) == total
    hierarchy = read_incoming(REAL / "skillsHierarchy_en.csv")
    assert isinstance(hierarchy, EscoFile)
    report = desk.skill_import.report(hierarchy)
    one = next(it for it in report.rows if it.concept and it.concept.code == "S6.13")
    desk.skill_import.apply(report, {one.key})
    assert len(desk.skills.all()) == total + 1
    desk.history.undo()
    assert len(desk.skills.all()) == total


def test_a_second_language_fills_the_other_half_of_the_same_skill(desk: Desk) -> None:
    english = read("skills_en.csv", skill("http://esco/1", "write Danish", "Compose\n\ntexts."))
    report = desk.skill_import.report(english)
    desk.skill_import.apply(report, report.wanted)
    danish = read("skills_da.csv", skill("http://esco/1", "skrive dansk", "Skriver tekster."))
    report = desk.skill_import.report(danish)
    assert counts(report) == {SkillStatus.FILLED: 1}
    desk.skill_import.apply(report, report.wanted)
    (kept,) = desk.skills.all()
    assert kept.label == Wording("skrive dansk", "write Danish")
    assert kept.description == Wording("Skriver tekster.", "Compose\ntexts.")
    assert (kept.framework, kept.uri, kept.broader) == (
        "ESCO", "http://esco/1", "http://esco/above",
    )  # fmt: skip
    newer = read("skills_da.csv", skill("http://esco/1", "skrive på dansk", "Skriver tekster."))
    report = desk.skill_import.report(newer)
    (row,) = report.rows
    assert row.status is SkillStatus.CHANGED
    assert translator("en").tell(row.details[0]) == "was called “skrive dansk”"
    desk.history.undo()
    desk.history.undo()
    assert not desk.skills.all()


def test_what_cannot_be_taken_is_skipped_with_its_reason(desk: Desk) -> None:
    file = read(
        "skills_en.csv",
        skill("http://esco/1", "one"),
        skill("http://esco/1", "one again"),
        skill("http://esco/2", "two", status="obsolete"),
        skill("", "three"),
        skill("http://esco/4", ""),
        ("", "", "", "", "", "", ""),
    )
    report = desk.skill_import.report(file)
    assert file.rows == 6
    assert counts(report) == {SkillStatus.NEW: 1, SkillStatus.SKIPPED: 4}
    tell = translator("en").tell
    assert [tell(one.details[0]) for one in report.rows if one.details] == [
        "it is line 2 over again", "ESCO marks it as “obsolete”", "it has no address",
        "it has no name",
    ]  # fmt: skip


def test_another_language_is_asked_for(desk: Desk) -> None:
    file = read("skills_de.csv", skill("http://esco/1", "Dänisch schreiben"))
    report = desk.skill_import.report(file)
    assert report.language == ""
    with pytest.raises(Refused) as caught:
        desk.skill_import.apply(report, report.wanted)
    assert caught.value.field == "language"
    report = desk.skill_import.report(file, "en")
    desk.skill_import.apply(report, report.wanted)
    assert desk.skills.all()[0].label == Wording(en="Dänisch schreiben")


def test_a_missing_heading_is_named_and_other_tables_are_left_alone() -> None:
    with pytest.raises(Refused) as caught:
        read_esco(written(heads=("conceptType", "conceptUri", "altLabels")), "a.csv")
    assert "preferredlabel" in translator("en").tell(caught.value.message)
    assert not may_be_esco(b"code;title\nM1;Unge\n")
    assert read_esco(b"conceptUri;antal\nx;1\n", "a.csv") is None


CELL = st.text(st.characters(codec="utf-8", exclude_categories=("C",)), max_size=12)


@settings(max_examples=30)
@given(
    st.lists(st.tuples(CELL, CELL, CELL), max_size=8),
    st.sampled_from((",", ";", "\t")),
)
def test_no_row_is_lost_whatever_stands_in_it(rows: list[tuple[str, str, str]], sign: str) -> None:
    data = written(*(skill(*row) for row in rows), sign=sign)
    found = read_esco(data, "skills_en.csv")
    assert found is not None
    assert found.rows == len(rows)
    uris = [one.uri for one in found.concepts]
    assert len(set(uris)) == len(uris)
