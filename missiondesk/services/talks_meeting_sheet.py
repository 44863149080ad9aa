# SPDX-License-Identifier: Apache-2.0
"""Composes the sheet of one meeting of the talks: when, who, agenda, minutes."""

from __future__ import annotations

from missiondesk.domain.message import N_
from missiondesk.domain.negotiation import TalksMeeting, TalksRound
from missiondesk.domain.party import Party
from missiondesk.domain.talks_sheet_content import TalksSection, TalksSheetContent
from missiondesk.services.document_kinds import Order
from missiondesk.services.position_words import party_name
from missiondesk.services.print_plan import PrintJob
from missiondesk.services.report_facts import said
from missiondesk.services.talks_heads import partition_note, sheet_job, talks_head


def talks_meeting_job(order: Order) -> PrintJob:
    """The sheet of a meeting."""
    meeting = order.now.get(TalksMeeting, order.subject) or TalksMeeting("")
    word = order.tr.say_in("file name", "talks-meeting")
    return sheet_job(order, meeting_sheet(order, meeting), word, meeting.title)


def meeting_sheet(order: Order, meeting: TalksMeeting) -> TalksSheetContent:
    """The sheet for one reader."""
    now, tr = order.now, order.tr
    talks_round = now.get(TalksRound, meeting.talks_round) or TalksRound("")
    there = [one for key in meeting.parties if (one := now.get(Party, key)) is not None]
    facts = [said(meeting.date, tr), meeting.place.strip()]
    texts = [", ".join(filter(None, facts))]
    if there:
        names = tr.list([party_name(one) for one in there])
        texts.append(tr.say(N_("Taking part: {parties}."), parties=names))
    if talks_round.lead.strip():
        texts.append(tr.say(N_("Lead negotiator: {name}."), name=talks_round.lead))
    sections = [
        TalksSection(tr.say(word), tuple(part for part in text.split("\n") if part.strip()))
        for word, text in ((N_("Agenda"), meeting.agenda), (N_("Minutes"), meeting.minutes))
        if text.strip()
    ]
    return TalksSheetContent(
        head=talks_head(order, meeting.title or tr.say(N_("Meeting")),
                        (talks_round.name.in_language(tr.lang),)),
        texts=tuple(filter(None, texts)),
        sections=tuple(sections),
        method=partition_note(order),
    )  # fmt: skip
