# SPDX-License-Identifier: Apache-2.0
"""The coalition on paper: contract, register, partner letter; nobody named against their will."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from missiondesk.domain.actor import Consent, PromiseState
from missiondesk.domain.letter import Classification
from missiondesk.domain.mission import ActorType, Publication
from missiondesk.domain.step import Verb
from missiondesk.domain.wording import Wording
from missiondesk.language import translator
from missiondesk.services.actor_contract import actor_contract
from missiondesk.services.coalition_sheet import coalition_register
from missiondesk.services.desk import Desk
from missiondesk.services.letter_printing import letter_pages, printed
from missiondesk.services.open_data import open_data
from missiondesk.services.partner_letter import partner_letter
from missiondesk.services.publication import published
from missiondesk.services.roadmap_coalition import coalition_lines
from tests import builders as make
from tests.documents.inspection import failures
from tests.more_builders import a_body, a_seat, an_actor, an_actor_commitment, an_engagement
from tests.pdf_text import page_texts
from tests.sample import a_sample

EN, DA = translator("en"), translator("da")
REFUSES = "Familiefonden Prøve (eksempel)"


@pytest.fixture(scope="module")
def shown() -> Iterator[Desk]:
    """The sample, only looked at."""
    desk = a_sample("Anna Eksempel")
    yield desk
    desk.close()


def _key(desk: Desk, name: str) -> str:
    return next(one.id for one in desk.actors.all() if one.name == name)


def test_the_contract_says_who_promises_what_and_who_signs(shown: Desk) -> None:
    mission = shown.missions.with_code("M1")
    assert mission is not None
    content = actor_contract(shown.situation, mission, EN)
    assert content.finding.startswith("7 actors stand by the mission: foundations, business")
    assert len(content.promised.rows) == 7
    union = next(row for row in content.promised.rows if row[0] == "Fagforbundet Eksempel")
    assert "Condition: At den ansatte" in union[1]
    assert union[2].startswith("People: 200\u00a0makkere\nSeptember 2026 to June 2028")
    assert len(content.signatories) == 8
    lacking = sorted(row[3] for row in content.needed.rows)
    assert lacking == ["100\u00a0praktikpladser", "✓ nothing", "✓ nothing"], "no sign alone"
    parties = dict(content.parties.rows)
    assert parties["Foundations"] == "✓ takes part"
    assert parties["Citizens' panels"] == "○ not yet"
    public = actor_contract(published(shown.situation), mission, EN, public=True)
    assert len(public.promised.rows) == 6
    assert not public.needed.rows
    climate = shown.missions.with_code("M3")
    assert climate is not None
    said = dict(actor_contract(published(shown.situation), climate, EN, public=True).parties.rows)
    assert said["Municipalities and regions"] == "◔ named by the mission"
    assert REFUSES not in repr(public)


def test_the_register_counts_each_coalition(shown: Desk) -> None:
    content = coalition_register(shown.situation, EN, False)
    assert [row[0][:2] for row in content.counts.rows] == ["M1", "M2", "M3"]
    assert [row[-1] for row in content.counts.rows][1:] == ["✓ nothing", "✓ nothing"]
    assert len(content.rows.rows) == 23
    assert all(row[-1] for row in content.rows.rows)
    public = coalition_register(published(shown.situation), EN, True)
    assert REFUSES not in repr(public)
    assert len(public.rows.head) == 5
    assert public.finding == "13 actors stand by a commitment."


def test_amounts_of_one_unit_in_two_kinds_are_told_apart(shown: Desk) -> None:
    lines = coalition_lines(shown.situation, shown.situation.missions, EN)
    brings = next(one.brings for one in lines if one.code == "M3").replace("\u00a0", " ")
    assert "60 ladepladser (places)" in brings
    assert "40 ladepladser (delivery)" in brings
    assert "2,000 kursister;" in brings


def test_the_partner_letter_says_what_was_agreed(shown: Desk) -> None:
    actor = shown.actors.get(_key(shown, "Fagforbundet Eksempel"))
    assert actor is not None
    content = partner_letter(shown.situation, actor, EN)
    assert content.subject == "Your contribution to the government's missions"
    assert [one.measure for one in content.commitments] == [
        "200\u00a0makkere", "2,000\u00a0kursister",
    ]  # fmt: skip
    text = " ".join(part for block in content.blocks for part in block.paragraphs)
    assert "no. 1 (1 March 2027) and no. 2 (April 2027)" in text
    assert "The Head of Division for Missions follows up on our side." in text
    assert [one.name for one in content.signatories][-1] == "For Fagforbundet Eksempel"
    three = shown.actors.get(_key(shown, "Netværket Ti Byer (eksempel)"))
    assert three is not None
    assert len(partner_letter(shown.situation, three, EN).signatories) == 3 + 1
    refused = shown.actors.get(_key(shown, REFUSES))
    assert refused is not None
    said = partner_letter(shown.situation, refused, EN).blocks
    assert any("do not publish your name" in it for block in said for it in block.paragraphs)


@pytest.mark.parametrize("kind", ["actors", "coalition", "partner-letters"])
def test_every_document_is_accessible_and_archival(shown: Desk, kind: str) -> None:
    mission = shown.missions.with_code("M1")
    assert mission is not None
    about = {"actors": mission.id, "partner-letters": _key(shown, "Fagforbundet Eksempel")}
    made = shown.printing.prepare(kind, "da", subject=about.get(kind, "")).make()
    assert failures(made.data) == []
    assert made.cut_texts == ()
    assert "Fagforbundet Eksempel" in " ".join(page_texts(made.data))


def test_a_letter_that_lists_the_annex_shows_what_the_actors_commit_to(sample: Desk) -> None:
    mission = sample.missions.with_code("M1")
    assert mission is not None
    draft = sample.letters.sketch(mission.id, "da")
    before = letter_pages(sample.situation, draft)[0]
    assert before.coalition == ()
    internal = replace(draft.letter, classification=Classification.INTERNAL)
    wanted = replace(draft, letter=replace(internal, annexes=("Aktørernes tilsagn",)))
    content, plot = letter_pages(sample.situation, wanted)
    assert [row[0] for row in content.coalition][:2] == [
        "Arbejdsgiverforeningen Eksempel", "Eksempelfonden",
    ]  # fmt: skip
    assert REFUSES in repr(content.coalition)
    made = printed(content, plot)
    assert failures(made.data) == []
    pages = page_texts(made.data)
    assert f"Bilag {len(content.annexes)}: Aktørernes tilsagn" in " ".join(pages)
    open_letter = replace(wanted.letter, classification=Classification.PUBLISHABLE)
    open_content = letter_pages(sample.situation, replace(wanted, letter=open_letter))[0]
    assert open_content.coalition and REFUSES not in repr(open_content)


NAME = "Zqxwandalf"


def test_an_actor_that_did_not_consent_is_named_nowhere_in_public(
    desk: Desk, tmp_path: Path
) -> None:
    """Every public document, every public file, in both languages."""
    office = make.an_office()
    mission = make.a_mission(
        accountable_office=office.id, publication=Publication.PUBLIC,
        actor_types=(ActorType.FOUNDATION,),
    )  # fmt: skip
    board = a_body(mission=mission.id, publication=Publication.PUBLIC)
    records = [office, mission, make.a_metric(mission=mission.id), board]
    for consent in (Consent.REFUSED, Consent.NOT_ASKED):
        actor = an_actor(name=f"{NAME} {consent.value}", consent=consent, note=NAME)
        records += [
            actor,
            an_actor_commitment(
                actor=actor.id, mission=mission.id, text=Wording(f"{NAME} lover", f"{NAME} vows"),
                publication=Publication.PUBLIC, state=PromiseState.DELIVERING, evidence=NAME,
            ),
            an_engagement(actor=actor.id, mission=mission.id, summary=NAME),
            a_seat(body=board.id, actor=actor.id),
        ]  # fmt: skip
    named = an_actor(name="Åbenfonden")
    records += [
        named,
        an_actor_commitment(actor=named.id, mission=mission.id, publication=Publication.PUBLIC),
    ]
    with desk.session.write(Verb.ADD_MISSION, mission.id) as unit:
        for record in records:
            unit.save(record)
    seen = 0
    for language in ("da", "en"):
        report = desk.printing.everything(tmp_path / language, language=language, public=True)
        assert report.files
        for path in (tmp_path / language).rglob("*"):
            data = path.read_bytes()
            text = " ".join(page_texts(data)) if path.suffix == ".pdf" else data.decode("utf-8")
            assert NAME not in text, path.name
            assert NAME.encode() not in data, path.name
            seen += "Åbenfonden" in text
    assert seen >= 4  # contract and register name the one that has consented
    files = open_data(published(desk.situation), DA)
    assert files and all(NAME.encode() not in one.data for one in files)
