# SPDX-License-Identifier: Apache-2.0
"""Composes the option paper of a topic: ways to settle it, their cost, the lines they cross."""

from __future__ import annotations

from typing import Any

from missiondesk.domain import positions
from missiondesk.domain.message import N_
from missiondesk.domain.negotiation import TalksRound, Topic
from missiondesk.domain.party import Party
from missiondesk.domain.position import TalksOption
from missiondesk.domain.report_content import Rows
from missiondesk.domain.situation import Situation
from missiondesk.domain.talks_sheet_content import TalksSection, TalksSheetContent
from missiondesk.language import Translator
from missiondesk.services.document_kinds import Order
from missiondesk.services.position_words import climate_word, held_words, party_name
from missiondesk.services.print_plan import PrintJob
from missiondesk.services.talks_heads import partition_note, sheet_job, talks_head
from missiondesk.services.talks_money import money_table


def has_options(now: Situation, topic: Any) -> bool:
    """Whether there is anything to choose from."""
    return bool(now.referring(TalksOption, "topic", topic.id))


def option_paper_job(order: Order) -> PrintJob:
    """The paper of a topic."""
    content = option_paper(order)
    return sheet_job(order, content, order.tr.say_in("file name", "options"), _title(order))


def _title(order: Order) -> str:
    topic = order.now.get(Topic, order.subject)
    return topic.title.in_language(order.tr.lang) if topic is not None else ""


def option_paper(order: Order) -> TalksSheetContent:
    """One or two pages for one reader."""
    now, tr = order.now, order.tr
    topic = now.get(Topic, order.subject) or Topic("")
    talks_round = now.get(TalksRound, topic.talks_round) or TalksRound("")
    parties = positions.at_the_table(now, talks_round)
    row = positions.topic_row(now, topic, [one.id for one in parties])
    options = sorted(now.referring(TalksOption, "topic", topic.id), key=lambda it: it.code)
    blocked = [one.code for one in options if positions.collisions(now, one)]
    finding = tr.plural("{count} option.", "{count} options.", len(options))
    if blocked:
        crossed = tr.say(N_("Crosses a red line: {options}."), options=tr.list(blocked))
        finding = f"{finding} {crossed}"
    sections = [*(_option(now, one, tr) for one in options)]
    if options:
        sections.append(TalksSection(tr.say(N_("What the options cost")), (), (),
                                     money_table([(one.code, one.text.in_language(tr.lang),
                                                   one.amounts, one.permanent)
                                                  for one in options], tr)))  # fmt: skip
    sections.append(
        TalksSection(
            tr.say(N_("What the parties hold")),
            (climate_word(row.climate, tr),),
            tuple(
                tr.say(
                    N_("{party}: {position}"),
                    party=party_name(one),
                    position=held_words(row.held.get(one.id), one.id in row.silent, tr),
                )
                for one in parties
            ),
        )
    )
    return TalksSheetContent(
        head=talks_head(order, tr.say(N_("Option paper: {topic}"), topic=topic.title),
                        (talks_round.name.in_language(tr.lang),)),
        finding=finding,
        sections=tuple(sections),
        method=partition_note(order),
    )  # fmt: skip


def _option(now: Situation, one: TalksOption, tr: Translator) -> TalksSection:
    crossed = positions.collisions(now, one)
    rows = [
        (tr.say(word), text)
        for word, text in (
            (N_("Effects"), one.effects),
            (N_("Legal"), one.legal),
            (N_("For"), one.pros),
            (N_("Against"), one.cons),
        )
        if text.strip()
    ]
    if crossed:
        lines = [
            f"■ {party.code if party else ''}: {it.text}".strip()
            for it in crossed
            if (party := now.get(Party, it.party)) is not None
        ]
        rows.append((tr.say(N_("Crosses")), "\n".join(lines)))
    head = (tr.say(N_("What")), tr.say(N_("In words")))
    table = Rows(head=head, rows=tuple(rows)) if rows else Rows()
    return TalksSection(
        tr.say(N_("Option {letter}"), letter=one.code),
        (one.text.in_language(tr.lang),),
        (),
        (table,) if rows else (),
    )
