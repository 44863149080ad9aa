# SPDX-License-Identifier: Apache-2.0
"""Who governs a mission stands in its letter, on paper and in Word, and on the roadmap."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace

import docx
import pytest

from missiondesk.domain.body import Body, BodyKind
from missiondesk.domain.letter import Classification, Letter
from missiondesk.domain.mission import Publication
from missiondesk.domain.organisation import OfficeLevel
from missiondesk.domain.wording import Wording
from missiondesk.language import translator
from missiondesk.services.desk import Desk
from missiondesk.services.governing import governing_bodies
from tests.documents.inspection import failures, page_text, squeezed
from tests.sample import a_sample

EN = translator("en")


@pytest.fixture(scope="module")
def shown() -> Iterator[Desk]:
    """The sample, only looked at."""
    desk = a_sample("Anna Eksempel")
    yield desk
    desk.close(discard=True)


def letter_of(desk: Desk, code: str, language: str = "en", **fields: object) -> Letter:
    """A new letter of the mission."""
    mission = desk.missions.with_code(code)
    assert mission is not None
    made = desk.letters.draft(mission.id, language=language)
    return desk.letters.revise(replace(made, **fields)) if fields else made


def test_a_letter_has_its_governance_as_an_annex(sample: Desk) -> None:
    letter = letter_of(sample, "M1", classification=Classification.RESTRICTED)
    told = sample.letters.content(letter.id)
    assert told.governance is not None
    assert "Governance" in told.annexes
    bodies = {row[0].splitlines()[0]: row for row in told.governance.bodies}
    board = bodies["MB1 Mission board on young people (example)"]
    assert board[1:3] == ("Minister for Employment", "every quarter")
    assert "Steering group of the youth scheme (example)" in " ".join(bodies)
    item, answers, carries = told.governance.answers[0]
    assert item == "M1 More young people in work or education"
    assert answers == "Minister for Employment"
    assert "Minister for Health" in carries
    assert told.governance.answers[1][1] == "Permanent Secretary, Ministry of Employment"
    assert told.governance.way.startswith(
        "An issue moves up this way: Steering group of the youth scheme (example) → Mission board "
        "on young people (example) → Preparatory committee"
    )
    assert "within 10 working days among officials, or within 20" in told.governance.way


def test_paper_and_word_say_the_same_of_it(sample: Desk) -> None:
    letter = letter_of(sample, "M1", "da", classification=Classification.RESTRICTED)
    made = sample.printing.preview(letter.id).make()
    assert failures(made.data) == []
    text = squeezed(page_text(made.data))
    word = docx.Document(io.BytesIO(sample.letter_docx.prepare(letter.id).make()))
    body = "".join(word.element.body.itertext())
    told = sample.letters.content(letter.id)
    assert told.governance is not None
    number = told.annexes.index("Styring") + 1
    said = [f"Bilag {number}: Styring", f"Bilag {number} viser, hvem der styrer missionen."]
    said += [cell for row in told.governance.bodies for cell in row[0].splitlines()]
    said += [cell for row in told.governance.answers for cell in row]
    for one in [*said, told.governance.way]:
        assert squeezed(one) in text, one
        assert squeezed(one) in squeezed(body), one


def test_a_letter_for_everybody_names_public_bodies_and_no_officials(sample: Desk) -> None:
    letter = letter_of(sample, "M1", classification=Classification.PUBLISHABLE)
    told = sample.letters.content(letter.id).governance
    assert told is not None
    names = " ".join(row[0] for row in told.bodies)
    for body in sample.bodies.all():
        assert body.publication is Publication.PUBLIC or body.name.en not in names
    officials = [
        row.office.title.en
        for row in sample.organisation.rows()
        if row.office.level is OfficeLevel.OFFICIAL
    ]
    assert officials
    assert not [title for title in officials if title in repr(told)]


def test_a_mission_without_a_body_has_no_such_annex(sample: Desk) -> None:
    for body in sample.bodies.all():
        sample.bodies.remove(body.id)
    letter = letter_of(sample, "M1")
    told = sample.letters.content(letter.id)
    assert told.governance is None
    assert "Governance" not in told.annexes
    assert "who governs" not in page_text(sample.printing.preview(letter.id).make().data)


def test_the_roadmap_says_who_governs_each_mission(shown: Desk) -> None:
    told = shown.roadmap.content("en")
    first, *_, last = told.governance
    assert (first.code, first.accountable) == ("M1", "Minister for Employment")
    assert first.board == "Mission board on young people (example)"
    assert (first.chair, first.meets) == ("Minister for Employment", "every quarter")
    names = {one.code: one.name.en for one in shown.bodies.all()}
    way = " → ".join(names[code] for code in ("SG1", "MB1", "FU", "KU"))
    assert first.way == way, "a reader of the paper knows no codes"
    assert (last.code, last.board) == ("M7", "")
    assert "10 working days" in told.escalation
    for paper in ("roadmap", "roadmap-a4"):
        made = shown.printing.prepare(paper, "en").make()
        assert failures(made.data) == []
        assert squeezed(way) in squeezed(page_text(made.data))
        assert squeezed("Answers for it (A)") not in squeezed(page_text(made.data))


def test_the_poster_says_where_it_stands_instead(shown: Desk) -> None:
    made = shown.printing.prepare("roadmap-a2", "en").make()
    text = squeezed(page_text(made.data))
    assert failures(made.data) == []
    assert squeezed("(example) → Mission board") not in text
    assert squeezed("The A3 and A4 roadmaps show who governs") in text


def test_the_public_roadmap_names_no_internal_body(shown: Desk) -> None:
    told = shown.roadmap.content("en", public=True)
    internal = [one for one in shown.bodies.all() if one.publication is Publication.INTERNAL]
    assert internal
    for body in internal:
        assert body.name.en not in repr(told)
        assert body.name.en not in {
            name for one in told.governance for name in one.way.split(" → ")
        }


def test_a_body_of_its_own_comes_before_those_of_all(sample: Desk) -> None:
    mission = sample.missions.with_code("M7")
    assert mission is not None
    made = sample.bodies.add(
        Body("", code="X1", name=Wording("En", "One"), kind=BodyKind.MISSION_BOARD,
             mission=mission.id)
    )  # fmt: skip
    assert made in governing_bodies(sample.situation, mission, sample.today)
    line = sample.roadmap.content("en").governance[-1]
    assert (line.board, line.chair, line.meets, line.way) == ("One", "", "when needed", "One")
