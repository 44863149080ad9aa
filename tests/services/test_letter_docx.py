# SPDX-License-Identifier: Apache-2.0
"""Letters of the sample as Word files: named, marked as drafts, whole or not there at all."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from missiondesk.domain.actor import Actor, Consent
from missiondesk.domain.letter import Classification
from missiondesk.domain.refused import Refused
from missiondesk.language import translator
from missiondesk.services.desk import Desk
from tests.documents.inspection import page_text


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_letter_of_the_sample_is_written_whole(
    sample: Desk, tmp_path: Path, language: str
) -> None:
    letter = next(one for one in sample.letters.all() if one.language == language)
    job = sample.letter_docx.prepare(letter.id)
    path = job.write(tmp_path / "breve")
    assert path.name == job.name
    assert path.name.endswith(f"-{language}.docx")
    assert [one.name for one in path.parent.iterdir()] == [job.name]
    read = docx.Document(io.BytesIO(path.read_bytes()))
    assert read.core_properties.title == job.title
    content = sample.letters.content(letter.id)
    shown = [one.text for one in read.paragraphs if one.style.name == "Heading 1"]
    assert shown == [content.subject]
    assert read.sections[0].first_page_header.paragraphs[0].text == content.mark != ""
    assert len(read.inline_shapes) == 1
    assert job.make() == path.read_bytes()


def test_a_letter_that_is_not_there_is_refused(sample: Desk) -> None:
    with pytest.raises(Refused):
        sample.letter_docx.prepare("nobody")


ANNEXES = {
    "da": ("Aktørernes tilsagn", "  kompetencekrav "),
    "en": ("Actors' commitments", "skills REQUIREMENTS"),
}


def listed(desk: Desk, language: str, classification: Classification) -> tuple[str, Any]:
    """A new letter of M1 that lists both annexes: its id, and its Word file, opened."""
    mission = desk.missions.with_code("M1")
    assert mission is not None
    drafted = desk.letters.draft(mission.id, language=language)
    letter = desk.letters.revise(
        replace(drafted, annexes=ANNEXES[language], classification=classification)
    )
    made = desk.letter_docx.prepare(letter.id).make()
    return letter.id, docx.Document(io.BytesIO(made))


def table_named(read: Any, summary: str) -> Any:
    """The table with this name."""
    return next(
        one
        for one in read.tables
        if one._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == summary
    )


def aligned(table: Any) -> list[str]:
    """The style of each cell of the first row below the head."""
    return [cell.paragraphs[0].style.name for cell in table.rows[1].cells]


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_annexes_of_skills_and_actors_are_numbered_tables(sample: Desk, language: str) -> None:
    tr = translator(language)
    letter, read = listed(sample, language, Classification.RESTRICTED)
    content = sample.letters.content(letter)
    assert content.coalition and content.skills
    shown = [one.text for one in read.paragraphs if one.style.name == "Heading 2"]
    for title in (tr.say("Actors' commitments"), tr.say("Skills requirements")):
        number = content.annexes.index(title) + 1
        assert tr.say("Annex {number}: {title}", number=str(number), title=title) in shown
    actors = table_named(read, tr.say("What the actors commit to"))
    skills = table_named(read, tr.say("Skills that the mission needs"))
    for table, rows in ((actors, content.coalition), (skills, content.skills)):
        cells = [tuple(cell.text for cell in row.cells) for row in table.rows[1:]]
        assert cells == [tuple(row) for row in rows]
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    words, numbers = aligned(skills)[0], aligned(skills)[2]
    assert aligned(skills) == [words, words, numbers, numbers, words, words]
    assert words != numbers
    assert set(aligned(actors)) == {words}
    assert tr.say(
        "Levels: 0 none, 1 aware, 2 practises with help, 3 practises alone, 4 teaches others."
    ) in [one.text for one in read.paragraphs]


def test_word_names_in_public_only_who_consents_and_no_bodies(sample: Desk) -> None:
    hidden = next(one for one in sample.situation.all(Actor) if one.name == "Eksempelfonden")
    sample.actors.revise(replace(hidden, consent=Consent.REFUSED))
    letter, open_one = listed(sample, "da", Classification.PUBLISHABLE)
    kept = sample.letters.get(letter)
    assert kept is not None
    sample.letters.revise(replace(kept, classification=Classification.RESTRICTED))
    closed = docx.Document(io.BytesIO(sample.letter_docx.prepare(letter).make()))
    public, internal = ("".join(it.element.body.itertext()) for it in (open_one, closed))
    assert "Eksempelfonden" in internal and "Eksempelfonden" not in public
    assert "Sekretær for styregruppen" in internal and "Sekretær for styregruppen" not in public


def test_a_sum_that_was_not_rounded_makes_no_note_of_rounding(sample: Desk) -> None:
    said = "Because of rounding"
    mission = sample.missions.with_code("M1")
    assert mission is not None
    letter = sample.letters.draft(mission.id, language="en")

    def notes() -> list[bool]:
        word = docx.Document(io.BytesIO(sample.letter_docx.prepare(letter.id).make()))
        paper = sample.printing.preview(letter.id).make()
        return [said in "".join(word.element.body.itertext()), said in page_text(paper.data)]

    assert notes() == [False, False]
    one = sample.initiatives.of_mission(mission.id)[0]
    frame = (replace(one.frame[-1], oere=one.frame[-1].oere + 1), *one.frame[:-1])
    sample.initiatives.revise(replace(one, frame=tuple(sorted(frame, key=lambda it: it.year))))
    assert notes() == [True, True]
