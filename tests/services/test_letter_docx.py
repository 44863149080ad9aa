# SPDX-License-Identifier: Apache-2.0
"""Letters of the sample as Word files: named, marked as drafts, whole or not there at all."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

from missiondesk.domain.refused import Refused
from missiondesk.services.desk import Desk


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
