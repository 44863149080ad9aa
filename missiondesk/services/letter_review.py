# SPDX-License-Identifier: Apache-2.0
"""A letter to be commented by people without the desk: numbered paragraphs as a PDF, and the sheet
that goes with it.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from missiondesk.domain.comment_sheet import CommentSheet, Paragraph
from missiondesk.domain.letter import Letter
from missiondesk.domain.letter_content import LetterContent
from missiondesk.domain.message import N_
from missiondesk.domain.report_content import Rows
from missiondesk.domain.sectioned_content import SectionedContent
from missiondesk.language import Translator, translator
from missiondesk.services.document_heads import document_head
from missiondesk.services.document_kinds import file_name
from missiondesk.services.file_jobs import FileJob
from missiondesk.services.letter_parts import letter_parts
from missiondesk.services.letters import Letters
from missiondesk.services.print_plan import PrintJob
from missiondesk.services.safe_names import safe_name

if TYPE_CHECKING:
    from missiondesk.documents.printed import PrintedDocument
    from missiondesk.services.session import Session


def paragraphs_of(content: LetterContent, tr: Translator) -> tuple[Paragraph, ...]:
    """All that the letter says, numbered by part and paragraph."""
    found: list[Paragraph] = []
    for part_number, part in enumerate(letter_parts(content, tr), start=1):
        for line_number, line in enumerate(part.lines, start=1):
            place = f"{part_number}.{line_number}"
            found.append(Paragraph(len(found) + 1, place, part.title, line))
    return tuple(found)


def comment_sheet_job(session: Session, key: str) -> FileJob:
    """The sheet for comments on a letter.

    Raises:
        Refused: The letter is not there.
    """
    letter, content = session.the(Letter, key), Letters(session).content(key)
    tr = translator(letter.language)
    sheet = CommentSheet(
        letter=letter.id,
        version=letter.version,
        language=letter.language,
        title=tr.say(N_("Comments on {title}"), title=content.title),
        number=letter.number or letter.case_number,
        created=session.today.isoformat(),
        authority=content.sender,
        mark=content.mark,
        paragraphs=paragraphs_of(content, tr),
    )

    def make() -> bytes:
        from missiondesk.exchange.comment_sheet import write_sheet

        return write_sheet(sheet)

    words = (tr.say_in("file name", "comments"), sheet.number, letter.language)
    name = "-".join(safe_name(word, "x") for word in words if word)
    return FileJob(f"{name}.xlsx", sheet.title, make)


def numbered_letter_job(session: Session, key: str) -> PrintJob:
    """The letter with its paragraphs numbered as on the sheet.

    Raises:
        Refused: The letter is not there.
    """
    letter, content = session.the(Letter, key), Letters(session).content(key)
    tr = translator(letter.language)
    paragraphs = paragraphs_of(content, tr)
    head = document_head(
        session.situation,
        tr,
        tr.say(N_("For comments: {title}"), title=content.title),
        tuple(filter(None, (letter.number, tr.show(letter.state)))),
        draft=not letter.state.final,
    )
    asked = tr.say(
        N_("Write comments on the sheet that goes with this, at the number of the paragraph.")
    )
    sections = tuple(
        Rows(
            title=f"{place} {title}",
            head=(tr.say("No."), tr.say(N_("Text"))),
            rows=tuple((one.place, one.text) for one in group),
        )
        for (place, title), group in _by_part(paragraphs)
    )
    said = SectionedContent(head, asked, Rows(), sections)

    def make() -> PrintedDocument:
        from missiondesk.documents.sectioned import print_sectioned

        return print_sectioned(said)

    number = letter.number or letter.case_number
    name = file_name((tr.say_in("file name", "for-comments"), number, letter.language))
    return PrintJob(name, head.title, make)


def _by_part(
    paragraphs: tuple[Paragraph, ...],
) -> list[tuple[tuple[str, str], list[Paragraph]]]:
    by_part = groupby(paragraphs, key=lambda one: (one.place.partition(".")[0], one.part))
    return [(key, list(group)) for key, group in by_part]
