# SPDX-License-Identifier: Apache-2.0
"""The letter's page in Word: A4 with the margins of the printed letter, its head and its foot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Mm, Pt

from missiondesk.exchange.docx.elements import Window, counted, frame
from missiondesk.exchange.docx.styles import Styles, hanging
from missiondesk.language.clean_text import one_line

if TYPE_CHECKING:
    from docx.document import Document

    from missiondesk.domain.letter_content import LetterContent
    from missiondesk.exchange.docx.setting import Setter
    from missiondesk.language.translator import Translator

# Millimetres, those of the printed letter; a test compares them.
PAGE: Final = (210, 297)
LEFT, RIGHT, TOP, BOTTOM = 25, 20, 24, 18
HEAD, FOOT = 6, 9
TEXT_WIDTH: Final = PAGE[0] - LEFT - RIGHT
LETTERHEAD = Window(LEFT, 15, 92)
META = Window(127, 15, PAGE[0] - RIGHT - 127, below=4)
META_LABEL = 24
ADDRESS_WIDTH, ADDRESS_HEIGHT, BELOW_ADDRESS = 88, 24, 7
ADDRESS_LINES: Final = 5
_PAGE, _PAGES = "\x01", "\x02"


def lay_out(document: Document) -> None:
    """A4 and the margins; the first page has a head of its own."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(PAGE[0]), Mm(PAGE[1])
    section.left_margin, section.right_margin = Mm(LEFT), Mm(RIGHT)
    section.top_margin, section.bottom_margin = Mm(TOP), Mm(BOTTOM)
    section.header_distance, section.footer_distance = Mm(HEAD), Mm(FOOT)
    section.different_first_page_header_footer = True


def furnish(document: Document, content: LetterContent, styles: Styles, tr: Translator) -> None:
    """Head and foot of each page: the mark of a draft, sender and subject, contact and number."""
    section = document.sections[0]
    first, later = section.first_page_header, section.header
    for header in (first, later):
        header.is_linked_to_previous = False
        line = header.paragraphs[0]
        if one_line(content.mark):
            line.style = styles.mark
            line.add_run(one_line(content.mark))
            line = header.add_paragraph() if header is later else None
        if header is later:
            line.style = styles["Header"]
            _tabbed(line)
            line.add_run(f"{one_line(content.sender)}\t{one_line(content.subject)}")
    for footer in (section.first_page_footer, section.footer):
        footer.is_linked_to_previous = False
        line = footer.paragraphs[0]
        line.style = styles["Footer"]
        _tabbed(line)
        parts = (one_line(content.classification), one_line(content.contact))
        line.add_run(f"{' · '.join(part for part in parts if part)}\t")
        if one_line(content.number):
            line.add_run(f"{one_line(content.number)} · ")
        _numbered(line, tr)


def _tabbed(line: Any) -> None:
    """What comes after a tab ends at the right margin."""
    stops = line.paragraph_format.tab_stops
    stops.add_tab_stop(Mm(TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT)


def _numbered(line: Any, tr: Translator) -> None:
    said = tr.say("Page {page} of {pages}", page=_PAGE, pages=_PAGES)
    word = ""
    for sign in said:
        if sign not in (_PAGE, _PAGES):
            word += sign
            continue
        line.add_run(word)
        line._p.append(counted("PAGE" if sign == _PAGE else "NUMPAGES"))
        word = ""
    if word:
        line.add_run(word)


def set_top(content: LetterContent, setter: Setter, tr: Translator) -> None:
    """What stands above the subject, in frames: letterhead, case details, address in the window."""
    styles = setter.styles
    letterhead = styles.close("Letterhead", tr.say_in("Word style", "Letterhead"), 8.5)
    details = styles.close("CaseDetails", tr.say_in("Word style", "Case details"), 8.5)
    hanging(details, META_LABEL)
    address = styles.close("Addressee", tr.say_in("Word style", "Addressee"))
    sender = setter.paragraphs((content.sender, *content.sender_lines), letterhead)
    if sender and one_line(content.sender):
        sender[0].runs[0].bold = True
    rows = setter.facts(content.meta, details)
    for handled in setter.paragraphs((content.handling,), details):
        handled.paragraph_format.left_indent = handled.paragraph_format.first_line_indent = Mm(0)
        handled.paragraph_format.space_before = Pt(4)
        handled.runs[0].bold = True
        rows.append(handled)
    window = Window(
        content.window_left_mm,
        content.window_top_mm,
        ADDRESS_WIDTH,
        ADDRESS_HEIGHT,
        BELOW_ADDRESS,
    )
    addressee = setter.paragraphs(_in_window(content.addressee), address)
    for lines, place in ((sender, LETTERHEAD), (rows, META), (addressee, window)):
        for line in lines:
            frame(line, place)


def _in_window(lines: tuple[str, ...]) -> list[str]:
    """At most five lines; those too many are joined from below, as on paper."""
    kept = [line for line in map(one_line, lines) if line]
    while len(kept) > ADDRESS_LINES:
        kept[-2:] = [f"{kept[-2]}, {kept[-1]}"]
    return kept
