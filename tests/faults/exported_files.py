# SPDX-License-Identifier: Apache-2.0
"""What a Word file, a workbook or a CSV of a hostile workspace must not hold, and must."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

from missiondesk.domain.letter import Letter
from missiondesk.domain.negotiation import TalksQuestion
from missiondesk.domain.party import Party
from missiondesk.services.desk import Desk
from missiondesk.services.file_jobs import FileJob

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
# A number that is negative is no formula.
_NUMBER = re.compile(r"-?[\d.,\s]+\Z")


def file_jobs(desk: Desk) -> Iterator[tuple[FileJob, Any]]:
    """All files that can be made, each with what it has to say, or None where that is not known."""
    for letter in desk.session.store.all(Letter):
        told = desk.printing.preview(letter.id).letter
        assert told is not None
        yield desk.letter_docx.prepare(letter.id), told.content
        if letter.state.in_force:
            yield desk.replies.form(letter.id), None
    for question in desk.session.store.all(TalksQuestion):
        for party in desk.session.store.all(Party):
            yield desk.talks.forms.form(question.talks_round, party.id, "da"), None
    rows = desk.letters.register.rows()
    for language in ("da", "en"):
        for form in ("xlsx", "csv"):
            yield desk.register_files.letters(rows, language, form), None
            yield desk.register_files.commitments(None, language, form), None


def text_of(name: str, data: bytes) -> str:
    """All text of the file."""
    if name.endswith(".csv"):
        return data.decode("utf-8-sig")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = [package.read(part) for part in package.namelist() if part.endswith(".xml")]
    return "".join("".join(ElementTree.fromstring(part).itertext()) for part in parts)


def strangers_in(name: str, data: bytes) -> Iterator[str]:
    """Formulas, links to elsewhere, macros."""
    if name.endswith(".csv"):
        separator = ";" if name.endswith("da.csv") else ","
        for row in csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=separator):
            for cell in row:
                if cell.startswith(_FORMULA) and not _NUMBER.match(cell):
                    yield f"a formula {cell[:40]!r}"
        return
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for part in package.namelist():
            text = package.read(part).decode("utf-8", "replace")
            if part.endswith(".rels") and "External" in text:
                yield f"a link to elsewhere in {part}"
            if "vbaProject" in part or "activeX" in part or "externalLink" in part:
                yield f"a part {part}"
            if part.startswith("xl/worksheets/") and re.search(r"<f[ >]", text):
                yield f"a formula in {part}"
            if part.startswith("word/") and re.search(r"<w:(fldSimple|instrText)", text):
                fields = re.findall(r"instrText[^>]*>([^<]*)<", text)
                names = {field.split()[0] for field in fields if field.strip()}
                if names - {"PAGE", "NUMPAGES"}:
                    yield f"a field in {part}: {fields}"
