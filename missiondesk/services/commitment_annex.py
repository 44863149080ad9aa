# SPDX-License-Identifier: Apache-2.0
"""Composes the annex of commitments that goes with a mission's letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missiondesk.domain.annex_content import AnnexContent
from missiondesk.domain.commitment import Commitment, CommitmentStatus
from missiondesk.domain.letter import Letter
from missiondesk.domain.message import N_
from missiondesk.domain.mission import Mission
from missiondesk.domain.report_content import Rows
from missiondesk.domain.situation import Situation
from missiondesk.domain.wording import definite_title
from missiondesk.language import Translator
from missiondesk.services.document_heads import document_head
from missiondesk.services.document_kinds import Order
from missiondesk.services.print_plan import PrintJob
from missiondesk.services.report_facts import MissionFacts, method_note, said
from missiondesk.services.report_rows import office_title
from missiondesk.services.status_marks import commitment_mark

if TYPE_CHECKING:
    from missiondesk.documents.printed import PrintedDocument


def annex_job(order: Order) -> PrintJob:
    """The annex of the mission that the order names."""
    now, tr = order.now, order.tr
    mission = now.get(Mission, order.subject)
    assert mission is not None
    content = commitment_annex(now, mission, tr, order.public)

    def make() -> PrintedDocument:
        from missiondesk.documents.annex import print_annex

        return print_annex(content)

    name = order.named(tr.say_in("file name", "commitments"), mission.code)
    return PrintJob(name, content.head.title, make)


def has_commitments(now: Situation, mission: Mission) -> bool:
    """Whether there is anything to annex."""
    return bool(now.commitments_of(mission.id))


def commitment_annex(
    now: Situation, mission: Mission, tr: Translator, public: bool
) -> AnnexContent:
    """The annex in one language.

    Args:
        now: The situation; for a public annex the published one.
    """
    facts = MissionFacts(now, mission, tr)
    made = now.commitments_of(mission.id)
    in_force = [one for one in now.letters_of(mission.id) if one.state.in_force]
    return AnnexContent(
        head=document_head(
            now, tr, tr.say(N_("Commitments: {name}"), name=facts.name),
            (tr.say(N_("Annex to the mission letter")),),
            public=public, draft=not in_force, code=mission.code,
        ),
        sentence=mission.sentence.in_language(tr.lang),
        lead=" ".join(filter(None, (_counted(made, tr), _letters(facts, in_force)))),
        commitments=_commitments(facts, made),
        shared=_shared(facts, made),
        method=method_note([facts], tr),
    )  # fmt: skip


def _counted(made: tuple[Commitment, ...], tr: Translator) -> str:
    if not made:
        return ""
    count = tr.plural(
        "The mission has {count} commitment.", "The mission has {count} commitments.", len(made)
    )
    alike = tr.say(N_("They stand word for word alike in the letter of everyone who shares them."))
    return f"{count} {alike}"


def _letters(facts: MissionFacts, in_force: list[Letter]) -> str:
    """The letters that the annex goes with."""
    tr = facts.tr
    if not in_force:
        return tr.say(N_("No letter on the mission has been signed yet."))
    named = []
    for one in in_force:
        title = office_title(facts, one.addressee_office)
        dated = said(one.date, tr)
        named.append(" ".join(filter(None, (one.number, f"({title})" if title else "", dated))))
    return tr.say(N_("It goes with: {letters}."), letters="; ".join(named))


def _commitments(facts: MissionFacts, made: tuple[Commitment, ...]) -> Rows:
    tr = facts.tr
    head = (
        tr.say(N_("No.")),
        tr.say(N_("Commitment and measure")),
        tr.say(N_("Due")),
        tr.say(N_("Lead and co-leads")),
        tr.say(N_("Status")),
        tr.say(N_("What shows it")),
    )
    rows = tuple(commitment_row(facts, one) for one in made)
    return Rows(tr.say(N_("Commitments")), head, rows, empty=tr.say(N_("No commitment was made.")))


def commitment_row(facts: MissionFacts, one: Commitment) -> tuple[str, ...]:
    """Number, text with measure, date, lead with co-leads, status with date, what shows it."""
    tr = facts.tr
    measure = one.measure.in_language(tr.lang)
    text = [one.text.in_language(tr.lang)]
    text += [tr.say(N_("Measure: {measure}"), measure=measure)] if measure.strip() else []
    shared = [office_title(facts, office) for office in one.co_offices]
    offices = [office_title(facts, one.lead_office) or tr.say(N_("no lead yet"))]
    titles = ", ".join(definite_title(title, tr.lang) for title in shared if title)
    offices += [tr.say(N_("with {offices}"), offices=titles)] if titles else []
    due = (said(one.due, tr), tr.show(one.cadence) if one.cadence else "")
    return (
        str(one.number),
        "\n".join(text),
        ", ".join(filter(None, due)) or tr.say(N_("no date yet")),
        "\n".join(offices),
        status_words(one, tr),
        one.reason if one.status is CommitmentStatus.NOT_PURSUED else one.evidence,
    )


def status_words(one: Commitment, tr: Translator) -> str:
    """Sign and word of the status, its date on a line below."""
    status = commitment_mark(one.status, tr).text
    if one.status_date is None:
        return status
    dated = tr.period(one.status_date).replace(" ", "\u00a0")
    if len(status) <= len(dated):  # else "In" would stand above "progress" in a column so wide
        status = status.replace(" ", "\u00a0")
    return f"{status}\n{dated}"


def _shared(facts: MissionFacts, made: tuple[Commitment, ...]) -> Rows:
    """Which numbers each office leads and shares."""
    tr = facts.tr
    leads: dict[str, list[str]] = {}
    shares: dict[str, list[str]] = {}
    for one in made:
        leads.setdefault(one.lead_office or "", []).append(str(one.number))
        for office in one.co_offices:
            shares.setdefault(office, []).append(str(one.number))
    offices = [key for key in dict.fromkeys((*leads, *shares)) if office_title(facts, key)]
    rows = tuple(
        (
            office_title(facts, key),
            ", ".join(leads.get(key, ())) or "–",
            ", ".join(shares.get(key, ())) or "–",
        )
        for key in offices
    )
    head = (tr.say(N_("Office")), tr.say(N_("Leads no.")), tr.say(N_("Shares no.")))
    return Rows(tr.say(N_("Who answers for what")), head, rows)
