# SPDX-License-Identifier: Apache-2.0
"""The register of experts: who has a contract, what they declared, and nobody named in public."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from missiondesk.domain.period import Period
from missiondesk.domain.skill import ConflictStatement, Expert
from missiondesk.language import translator
from missiondesk.services.desk import Desk
from missiondesk.services.expert_register import expert_register
from missiondesk.services.publication import published
from tests.documents.inspection import failures, page_text, squeezed
from tests.sample import a_sample

DA, EN = translator("da"), translator("en")


@pytest.fixture(scope="module")
def shown() -> Iterator[Desk]:
    """The sample, only looked at."""
    desk = a_sample("Anna Eksempel")
    yield desk
    desk.close(discard=True)


def test_each_expert_has_a_line_with_contract_and_statement(shown: Desk) -> None:
    told = expert_register(shown.situation, EN, public=False)
    assert told.finding == (
        "3 experts, 2 with a running contract. 1 of these has given no statement on conflicts of "
        "interest. 1 has declared interests."
    )
    assert [row[0] for row in told.rows.rows] == ["M1", "M2", "M3"]
    first, second, third = told.rows.rows
    assert first[1] == "Eksempel Forsker\nEksempeluniversitetet"
    assert first[3].splitlines() == ["September 2026 – December 2027", "● running"]
    assert first[4] == "✓\u00a0Declared: none (15\u00a0August\u00a02026)"
    assert second[3].endswith("○ to come")
    assert second[4].startswith("▲\u00a0Declared: has interests (1\u00a0September\u00a02026)\n")
    assert third[4] == "■\u00a0No statement yet"


def test_what_the_rules_find_stands_before_the_register(shown: Desk) -> None:
    told = expert_register(shown.situation, EN, public=False)
    assert [row[0] for row in told.counts.rows] == ["K7"]
    assert "Eksempel Udbudsrådgiver" in told.counts.rows[0][1]


def test_a_contract_that_ran_out_and_one_without_dates_say_so(sample: Desk) -> None:
    old = sample.experts.add(Expert("", name="Aa", contract_to=Period("2026-01")))
    loose = sample.experts.add(Expert("", name="Bb", conflict=ConflictStatement.NONE))
    rows = expert_register(sample.situation, EN, public=False).rows.rows
    assert [row[0] for row in rows[-2:]] == ["all", "all"]
    said = {row[1]: row[3] for row in rows}
    assert said[old.name] == "until January 2026\n✗ over"
    assert said[loose.name] == "none dated"


def test_the_public_register_names_nobody(sample: Desk) -> None:
    for one in sample.experts.all():
        hidden = {"name": "KANARIE", "affiliation": "KANARIE", "conflict_text": "KANARIE"}
        sample.experts.revise(replace(one, **hidden))
    public = published(sample.situation)
    assert "KANARIE" not in repr(public.all(Expert))
    told = expert_register(public, DA, public=True)
    assert "Ekspert" not in told.rows.head
    assert [len(row) for row in told.rows.rows] == [4, 4, 4]
    assert not told.counts.rows
    made = sample.printing.prepare("expert-register", "da", public=True).make()
    assert "KANARIE" not in page_text(made.data)
    assert squeezed("nævner hverken eksperterne") in squeezed(page_text(made.data))


def test_an_expert_of_an_internal_mission_is_not_counted_in_public(sample: Desk) -> None:
    internal = sample.missions.with_code("M4")
    assert internal is not None
    sample.experts.add(Expert("", name="Cc", mission=internal.id))
    assert len(expert_register(published(sample.situation), EN, public=True).rows.rows) == 3


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("public", [False, True])
def test_it_is_accessible_archivable_and_cut_nowhere(
    shown: Desk, language: str, public: bool
) -> None:
    made = shown.printing.prepare("expert-register", language, public=public).make()
    assert failures(made.data) == []
    assert (made.missing_glyphs, made.cut_texts) == ((), ())


def test_a_workspace_without_experts_says_so(desk: Desk) -> None:
    told = expert_register(desk.situation, EN, public=False)
    assert (told.finding, told.rows.empty) == ("", "No outside expert is registered.")
    assert failures(desk.printing.prepare("expert-register", "en").make().data) == []
