# SPDX-License-Identifier: Apache-2.0
"""The skills plan and the letter's annex: filled from what is recorded, valid, public so far."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from missiondesk.domain.letter import Letter
from missiondesk.domain.mission import Mission
from missiondesk.domain.skill import Capability, SkillRequirement
from missiondesk.language import translator
from missiondesk.services.desk import Desk
from missiondesk.services.skills_plan import skills_plan
from tests.documents.inspection import failures, page_text, squeezed, structure
from tests.sample import a_sample

DA, EN = translator("da"), translator("en")


@pytest.fixture(scope="module")
def shown() -> Iterator[Desk]:
    """The sample, only looked at."""
    desk = a_sample("Anna Eksempel")
    yield desk
    desk.close(discard=True)


def mission(desk: Desk, code: str = "M1") -> Mission:
    found = desk.missions.with_code(code)
    assert found is not None
    return found


def test_the_plan_holds_needs_units_sourcing_experts_and_gaps(shown: Desk) -> None:
    plan = skills_plan(shown.situation, mission(shown), EN)
    assert plan.finding == "1 critical skill is uncovered from Q4 2026."
    assert [row[0] for row in plan.needed.rows] == [
        "Experiments and evaluation", "Outcome measurement", "Portfolio steering",
    ]  # fmt: skip
    assert plan.needed.rows[0][2:] == (
        "3", "1.5", "September 2026 – December 2027", "Critical",
        "■ 0.5 missing from Q4 2026",
    )  # fmt: skip
    assert plan.held.head[2:] == (
        "BM Analyse og effekt (eksempel)", "STM Missionssekretariatet (eksempel)",
        "SUM Sundhedsanalyse (eksempel)",
    )  # fmt: skip
    assert plan.held.rows[0][1:] == ("3", "3\u00a0✓ (0.5)", "–", "2\u00a0▼\u00a01 (0.5)")
    assert [row[5] for row in plan.sourcing.rows] == ["Under way", "Planned"]
    assert plan.experts.rows[0][3] == "Declared: none"
    assert [one[-4:] for one in plan.gaps] == ["(K1)"]


def test_a_mission_with_many_units_gets_a_list_instead_of_a_map(sample: Desk) -> None:
    needed = sample.situation.all(SkillRequirement)[0]
    for place in range(6):
        unit = Capability("", skill=needed.skill, unit=f"Enhed {place}", level=1)
        sample.capabilities.assess(unit)
    plan = skills_plan(sample.situation, mission(sample), EN)
    assert plan.held.head[:3] == ("Skill", "Unit", "Target")
    assert ("Experiments and evaluation", "Enhed 3", "3", "1\u00a0▼\u00a02") in [
        row[:4] for row in plan.held.rows
    ]


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_plan_is_valid_with_its_picture_and_figures(shown: Desk, language: str) -> None:
    made = shown.printing.prepare("skills", language, subject=mission(shown).id).make()
    assert failures(made.data) == []
    (figure,) = structure(made.data).all("Figure")
    quarter = "4. kvartal 2026" if language == "da" else "Q4 2026"
    assert quarter in figure.alt
    text = squeezed(page_text(made.data))
    assert squeezed("Kompetencer i enheder" if language == "da" else "Skills over units") in text


def test_the_public_plan_says_nothing_of_needs_and_experts(shown: Desk) -> None:
    made = shown.printing.prepare("skills", "da", public=True, subject=mission(shown).id).make()
    text = page_text(made.data)
    assert "Eksempel Forsker" not in text and "Evaluator" not in text


def test_the_letter_has_the_annex_when_its_line_is_listed(sample: Desk) -> None:
    letter = sample.letters.draft(mission(sample).id, language="da")
    before = sample.printing.preview(letter.id).make()
    assert "Evaluator" not in page_text(before.data)
    kept = sample.letters.get(letter.id)
    assert isinstance(kept, Letter)
    sample.letters.revise(replace(kept, annexes=("Kompetencekrav",)))
    made = sample.printing.preview(letter.id).make()
    assert failures(made.data) == []
    text = squeezed(page_text(made.data))
    assert squeezed("Bilag 6: Kompetencekrav") in text
    assert squeezed("Evaluator") in text
    # Bodies are internal, and the letter may be published.
    assert squeezed("Sekretær for styregruppen") not in text
