# SPDX-License-Identifier: Apache-2.0
"""Searching: any part of any word of any record, however æ, ø and å are typed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from missiondesk.domain.assessment import StatusAssessment
from missiondesk.domain.commitment import Commitment
from missiondesk.domain.entities import KINDS
from missiondesk.domain.mission import Mission
from missiondesk.domain.wording import Wording
from missiondesk.language import Translator, translator
from missiondesk.language.folding import found_in, marks
from missiondesk.services.desk import Desk
from missiondesk.services.search_index import SearchIndex, texts_of
from missiondesk.services.workspaces import blank_desk
from tests.sample import a_sample

DA = translator("da")


def titles(desk: Desk, query: str, tr: Translator = DA) -> list[str]:
    """How the first hits are called."""
    return [hit.title for hit in desk.search.find(query, tr, 20).hits]


@pytest.mark.parametrize(
    "query",
    ["omstilling", "KLIMAOMSTILLING", "aarhus", "århus", "arhus", "ærø", "aeroe", "Ærø i århus"],
)
def test_a_word_is_found_by_its_inner_part_and_in_every_spelling(query: str) -> None:
    desk = blank_desk("Sekretær")
    desk.missions.add(Wording("Klimaomstilling på Ærø og i Århus", ""))
    desk.missions.add(Wording("Noget andet", "Something else"))
    assert [title.split(" ·")[0] for title in titles(desk, query)] == [
        "M1 Klimaomstilling på Ærø og i Århus"
    ]
    desk.close(discard=True)


def test_a_code_comes_first_and_names_before_texts() -> None:
    desk = a_sample()
    assert titles(desk, "m1")[0].startswith("M1 Flere unge")
    hits = desk.search.find("diagnose", DA, 20).hits
    assert [hit.field for hit in hits] == sorted((hit.field for hit in hits), key=bool)
    desk.close(discard=True)


def test_a_letter_is_found_by_its_mission_also_after_the_title_changed() -> None:
    desk = a_sample()
    mission = desk.situation.get(Mission, desk.situation.letters[0].mission)
    assert mission is not None
    assert any(hit.kind == "letter" for hit in desk.search.find("Flere unge", DA, 20).hits)
    desk.missions.revise(replace(mission, title=Wording("Ganske usædvanlig", "")))
    assert "letter" in desk.search.find("usaedvanlig", DA, 20).counts
    desk.close(discard=True)


def test_what_was_removed_is_no_longer_found() -> None:
    desk = blank_desk("Sekretær")
    mission = desk.missions.add(Wording("Forsvinder", ""))
    assert titles(desk, "forsvinder")
    desk.missions.remove(mission.id)
    assert not titles(desk, "forsvinder")
    desk.history.undo()
    assert titles(desk, "forsvinder")
    desk.close(discard=True)


def test_the_excerpt_shows_what_was_found_in_a_long_text() -> None:
    desk = blank_desk("Sekretær")
    mission = desk.missions.add(Wording("Kort", ""))
    long = "før " * 80 + "nålen " + "efter " * 80
    desk.missions.revise(replace(mission, narrative=Wording(long, "")))
    hit = desk.search.find("nål", DA, 5).hits[0]
    assert hit.field == "fortælling"
    assert "nålen" in hit.excerpt
    assert hit.excerpt.startswith("… ")
    assert hit.excerpt.endswith(" …")
    assert len(hit.excerpt) < 170
    desk.close(discard=True)


def test_a_text_of_a_letter_names_its_letter_and_reads_as_in_the_editor() -> None:
    desk = a_sample()
    letter = next(one for one in desk.situation.letters if one.number == "2026-001")
    blocks = desk.situation.blocks_of(letter.id)
    block = next(one for one in blocks if "{{metric.name}}" in one.text)
    named = desk.search.named(block.id, DA)
    assert named is not None
    assert named.title.startswith("2026-001 · Målet · Vi måler")
    assert "{{nøgletal.navn}}" in named.title
    desk.close(discard=True)


def test_what_a_long_title_does_not_show_is_in_the_excerpt() -> None:
    desk = blank_desk("Sekretær")
    mission = desk.missions.add(Wording("Lang", ""))
    said = Wording("Aftal det " * 20 + "med nålen til sidst", "")
    desk.commitments.add(Commitment("", mission=mission.id, text=said))
    hit = desk.search.find("nålen", DA, 5).hits[0]
    assert len(hit.title) < 95
    assert hit.title.endswith(" …")
    assert "nålen" in hit.excerpt
    desk.close(discard=True)


def test_a_judgement_is_told_in_words() -> None:
    desk = a_sample()
    named = [desk.search.named(one.id, DA) for one in desk.situation.all(StatusAssessment)]
    told = [hit.title for hit in named if hit is not None]
    assert any("Kan ikke vurderes" in title for title in told)
    assert not any("_" in title for title in told)
    desk.close(discard=True)


def test_only_a_kind_is_described_and_all_are_counted() -> None:
    desk = a_sample()
    found = desk.search.find("unge", DA, 50, "initiative")
    assert {hit.kind for hit in found.hits} == {"initiative"}
    assert found.total > len(found.hits)
    assert len(desk.search.find("unge", DA, 2).hits) == 2
    desk.close(discard=True)


def test_looking_for_nothing_reads_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = a_sample()
    monkeypatch.setattr("missiondesk.services.search._LARGE", 10)
    assert not desk.search.find("  ", DA, 5).total
    assert desk.search.takes_long
    desk.close(discard=True)


def test_every_text_of_the_sample_is_found_by_its_words() -> None:
    desk = a_sample()
    index = SearchIndex.of(desk.situation)
    for kind, made in KINDS.items():
        for record in desk.situation.all(made):
            for _, text in texts_of(kind, record):
                words = " ".join(text.split()[:4])
                assert record in [entry.record for entry in index.found(words)], (kind, words)
            break  # one of each kind
    desk.close(discard=True)


def test_a_step_makes_only_what_it_changed_anew() -> None:
    desk = a_sample()
    before = SearchIndex.of(desk.situation)
    mission = desk.situation.missions[0]
    desk.missions.revise(replace(mission, narrative=Wording("Ny", "")))
    after = SearchIndex.of(desk.situation, before)
    kept = [
        after.get("initiative", one.id) is before.get("initiative", one.id)
        for one in desk.situation.initiatives
    ]
    assert all(kept)
    assert after.get("mission", mission.id) is not before.get("mission", mission.id)
    desk.close(discard=True)


@given(st.text(max_size=30), st.text(min_size=1, max_size=6))
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_marks_stand_where_something_is_found(text: str, query: str) -> None:
    places = marks(query, text)
    ends = [0, *(place for pair in places for place in pair), len(text)]
    assert ends == sorted(ends)
    for begin, end in places:
        assert begin < end
    for word in query.split():
        if word in text:
            start = text.index(word)
            assert any(begin <= start and start + len(word) <= end for begin, end in places)
    if places and len(query.split()) == 1:
        assert found_in(query, [text])


@pytest.mark.parametrize(
    ("query", "text", "marked"),
    [
        ("aarhus", "I Århus i dag", ["Århus"]),
        ("o", "sø og ko", ["ø", "o", "o"]),
        ("unge job", "Flere unge i job", ["unge", "job"]),
        ("Æ", "maerket ærø", ["ae", "æ"]),
    ],
)
def test_marks_are_those_of_the_text_as_written(query: str, text: str, marked: list[str]) -> None:
    assert [text[begin:end] for begin, end in marks(query, text)] == marked
