# SPDX-License-Identifier: Apache-2.0
"""What all documents of the talks have in common: their head, which says for whom they are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from missiondesk.domain.letter import Classification
from missiondesk.domain.message import N_
from missiondesk.domain.report_content import MethodNote, ReportHead
from missiondesk.domain.talks_sheet_content import TalksSheetContent
from missiondesk.services.document_heads import document_head
from missiondesk.services.document_kinds import Order
from missiondesk.services.print_plan import PrintJob
from missiondesk.services.talks_partition import PUBLIC

if TYPE_CHECKING:
    from missiondesk.documents.printed import PrintedDocument


def talks_head(order: Order, title: str, about: tuple[str, ...] = ()) -> ReportHead:
    """The head; it says for whom the document is, and only what everyone may see is publishable."""
    now, tr = order.now, order.tr
    head = document_head(now, tr, title, (*about, order.reader.words(now, tr)))
    if order.reader.key == PUBLIC:
        return replace(head, classification=tr.show(Classification.PUBLISHABLE))
    return head


def partition_note(order: Order) -> MethodNote:
    """That the document was built from what its reader may see."""
    tr = order.tr
    if not order.reader.key:
        said = tr.say(
            N_("This document holds what single parties have said in confidence. It stays with the "
               "secretariat (N10).")
        )  # fmt: skip
    else:
        said = tr.say(
            N_("This document was made only from what its reader may see: nothing in it is another "
               "party's confidential position (N10).")
        )  # fmt: skip
    return MethodNote((said,))


def sheet_job(order: Order, content: TalksSheetContent, *words: str) -> PrintJob:
    """A sheet as a job for any thread."""

    def make() -> PrintedDocument:
        from missiondesk.documents.talks.sheet import print_talks_sheet

        return print_talks_sheet(content)

    return PrintJob(order.named(*words), content.head.title, make)
