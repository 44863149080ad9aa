# SPDX-License-Identifier: Apache-2.0
"""Composes the registers of letters and commitments."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from missiondesk.domain.commitment import CommitmentStatus
from missiondesk.domain.letter import Letter
from missiondesk.domain.message import N_
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Office, Person
from missiondesk.domain.register_content import RegisterContent
from missiondesk.domain.report_content import MethodNote, Rows
from missiondesk.domain.situation import Situation
from missiondesk.language import Translator, sort_key
from missiondesk.services.commitment_annex import commitment_row
from missiondesk.services.document_heads import document_head
from missiondesk.services.document_kinds import Order
from missiondesk.services.half_year_facts import is_late
from missiondesk.services.letter_counts import how_letters_stand
from missiondesk.services.print_plan import PrintJob
from missiondesk.services.report_facts import MissionFacts, data_date, ordered, said

if TYPE_CHECKING:
    from missiondesk.charts.plots import Plot
    from missiondesk.documents.printed import PrintedDocument

Compose = Callable[[Situation, Translator, bool], RegisterContent]


def register_job(order: Order, compose: Compose, word: str, plot: Plot | None = None) -> PrintJob:
    """A register.

    Args:
        compose: Composes its content from the situation.
        word: Its name as a file.
        plot: A picture of its lines, or None.
    """
    content = compose(order.now, order.tr, order.public)

    def make() -> PrintedDocument:
        from missiondesk.documents.register import print_register

        return print_register(content, plot)

    return PrintJob(order.named(word), content.head.title, make)


def letter_register_job(order: Order) -> PrintJob:
    """The register of letters."""
    return register_job(order, letter_register, order.tr.say_in("file name", "letter-register"))


def commitment_register_job(order: Order) -> PrintJob:
    """The register of commitments."""
    word = order.tr.say_in("file name", "commitment-register")
    return register_job(order, commitment_register, word)


def register_method(now: Situation, tr: Translator, *notes: str) -> MethodNote:
    """What a register counts, and from where."""
    source = tr.say(N_("The secretariat's workspace, data as of {date}"), date=data_date(now, tr))
    return MethodNote(notes, (source,))


# -- letters -------------------------------------------------------------------------------
def letter_register(now: Situation, tr: Translator, public: bool) -> RegisterContent:
    """All letters by number, those without one last.

    Args:
        now: The situation; for a public register the published one.
    """
    letters = sorted(now.letters, key=lambda one: (not one.number, sort_key(one.number, "da")))
    head = (
        tr.say(N_("Number")),
        tr.say(N_("Date")),
        tr.say(N_("Mission")),
        tr.say(N_("Addressee")),
        tr.say(N_("Kind")),
        tr.say(N_("State")),
        tr.say(N_("Follow-up")),
    )
    return RegisterContent(
        head=document_head(now, tr, tr.say(N_("Register of letters")), public=public),
        finding=how_letters_stand(letters, tr),
        rows=Rows(
            tr.say(N_("Letters")), head, tuple(_letter(now, one, tr) for one in letters),
            empty=tr.say(N_("No letter has been written.")),
        ),
        method=register_method(
            now, tr, tr.say(N_("All letters of the workspace; drafts have no number yet."))
        ),
    )  # fmt: skip


def _letter(now: Situation, one: Letter, tr: Translator) -> tuple[str, ...]:
    mission = now.get(Mission, one.mission)
    offices = [now.get(Office, key) for key in (one.addressee_office, *one.co_addressees)]
    person = now.get(Person, one.addressee_person)
    titles = [office.title.in_language(tr.lang) for office in offices if office is not None]
    reader = "\n".join(filter(None, ("; ".join(titles), person.name if person else "")))
    kind = tr.show(one.kind)
    if one.version > 1:
        kind = tr.say(N_("{kind}, version {version}"), kind=kind, version=one.version)
    replaced = now.get(Letter, one.supersedes)
    if replaced is not None and replaced.number:
        kind = f"{kind}\n{tr.say(N_('replaces {number}'), number=replaced.number)}"
    state = tr.show(one.state)
    dated = f"{state}\n{tr.period(one.state_date)}" if one.state_date else state
    return (
        one.number or "–",
        said(one.date, tr),
        mission.code if mission else "–",
        reader,
        kind,
        f"{dated}\n{tr.show(one.classification)}",
        said(one.follow_up, tr),
    )


# -- commitments ---------------------------------------------------------------------------
def commitment_register(now: Situation, tr: Translator, public: bool) -> RegisterContent:
    """All commitments by mission and number.

    Args:
        now: The situation; for a public register the published one.
    """
    facts = [MissionFacts(now, one, tr) for one in ordered(now.missions)]
    rows = tuple(
        (one.mission.code, *commitment_row(one, made))
        for one in facts
        for made in now.commitments_of(one.mission.id)
    )
    head = (
        tr.say(N_("Mission")),
        tr.say(N_("No.")),
        tr.say(N_("Commitment and measure")),
        tr.say(N_("Due")),
        tr.say(N_("Lead and co-leads")),
        tr.say(N_("Status")),
        tr.say(N_("What shows it")),
    )
    return RegisterContent(
        head=document_head(now, tr, tr.say(N_("Register of commitments")), public=public),
        finding=_settled(now, tr),
        rows=Rows(
            tr.say(N_("Commitments")), head, rows, empty=tr.say(N_("No commitment was made."))
        ),
        method=register_method(
            now,
            tr,
            tr.say(N_("A commitment that several share is one: its status holds for all of them.")),
        ),
    )


def _settled(now: Situation, tr: Translator) -> str:
    """How many there are, are shared, are kept and are late."""
    made = now.commitments
    if not made:
        return ""
    kept = sum(one.status in (CommitmentStatus.MET, CommitmentStatus.MET_MODIFIED) for one in made)
    return tr.say(
        N_("{whole}: {shared} shared, {kept} met, {late} overdue."),
        whole=tr.plural("{count} commitment", "{count} commitments", len(made)),
        shared=sum(bool(one.co_offices) for one in made),
        kept=kept,
        late=sum(is_late(one, now.today) for one in made),
    )
